import Diagnostics
import Languages

/// Reads a strings file.
///
/// Grammar, line by line, a small part of YAML:
/// ```
/// # a comment
/// skip_to_content: "Перейти к содержанию"     \" and \\ inside
/// materials:
///   one: "материал"
///   few: "материала"
///   many: "материалов"
/// ```
enum StringsFile {
    /// What a file says.
    struct Contents {
        var entries: [String: Strings.Entry] = [:]
        /// Where each key stands, those too whose forms are not whole.
        var places: [String: SourceLocation] = [:]
        var diagnostics: [Diagnostic] = []
    }

    /// The entries of a file and what is wrong with it.
    ///
    /// O(bytes).
    static func read(_ file: SourceFile, language: Language) -> Contents {
        var reader = Reader(file: file, language: language)
        reader.run()
        return reader.contents
    }

    private struct Reader {
        let file: SourceFile
        let language: Language
        var contents = Contents()
        /// The key whose forms are being read, with the place of the key.
        var open: (key: String, range: Range<Int>, forms: [String: String])?

        mutating func run() {
            var start = 0
            while start < file.bytes.count {
                let line = file.lineRange(from: start)
                read(line)
                start = line.upperBound + 1
            }
            close()
        }

        private mutating func read(_ line: Range<Int>) {
            let bytes = file.bytes[line]
            guard let first = bytes.firstIndex(where: { $0 != 0x20 }), bytes[first] != UInt8(ascii: "#") else { return }
            let isInner = first > line.lowerBound
            if !isInner { close() }
            guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > first else { return fault(line) }
            let key = file.text(first..<colon)
            let rest = bytes[(colon + 1)...].drop { $0 == 0x20 }
            if rest.isEmpty, !isInner {
                open = (key, first..<colon, [:])
                return
            }
            guard let text = quoted(rest) else { return fault(line) }
            if !isInner {
                contents.entries[key] = .text(text)
                contents.places[key] = SourceLocation(file, first..<colon)
            } else if open != nil, PluralCategory(rawValue: key) != nil {
                open?.forms[key] = text
            } else {
                fault(line)
            }
        }

        /// The text between quotes, if nothing but a comment follows it.
        private func quoted(_ bytes: ArraySlice<UInt8>) -> String? {
            guard bytes.first == UInt8(ascii: "\"") else { return nil }
            var text: [UInt8] = []
            var index = bytes.startIndex + 1
            while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
                if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex { index += 1 }
                text.append(bytes[index])
                index += 1
            }
            guard index < bytes.endIndex else { return nil }
            let rest = bytes[(index + 1)...].drop { $0 == 0x20 }
            guard rest.isEmpty || rest.first == UInt8(ascii: "#") else { return nil }
            return String(decoding: text, as: UTF8.self)
        }

        private mutating func close() {
            guard let (key, range, forms) = open else { return }
            open = nil
            contents.places[key] = SourceLocation(file, range)
            let few = forms["few"] ?? (language == .ru ? nil : forms["many"])
            guard let one = forms["one"], let few, let many = forms["many"] else {
                contents.diagnostics.append(Diagnostic(.themeMissingForm, [key], at: SourceLocation(file, range)))
                return
            }
            contents.entries[key] = .forms(PluralForms(one: one, few: few, many: many))
        }

        private mutating func fault(_ line: Range<Int>) {
            contents.diagnostics.append(Diagnostic(.themeStringsSyntax, at: SourceLocation(file, line)))
        }
    }
}
