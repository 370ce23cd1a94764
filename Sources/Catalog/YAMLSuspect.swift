import Diagnostics

/// The line that an editor got wrong where YAML does not parse.
///
/// libyaml complains where it stumbles, which is often a line or many behind the cause: a colon without a space makes the
/// next colon wrong, a quotation mark that is never closed the end of the file. So when it complains, the lines up to
/// that place are looked through for the slips that editors make; the last one found is the cause.
struct YAMLSuspect {
    let range: Range<Int>
    let reason: Bilingual

    /// The cause of a complaint at `place` in `part`; nothing when no line looks wrong.
    ///
    /// O(part).
    static func find(in file: SourceFile, part: Range<Int>, before place: Int) -> YAMLSuspect? {
        var found: YAMLSuspect?
        var earlier: Line?
        var start = part.lowerBound
        while start < part.upperBound, start <= place {
            let range = file.lineRange(from: start).clamped(to: start..<part.upperBound)
            let line = Line(file.bytes, range)
            if let suspect = line.suspect(behind: earlier, isLast: range.upperBound >= part.upperBound) {
                // The first open quotation mark swallows all that follows.
                if suspect.reason == YAMLReason.openQuote { return suspect }
                found = suspect
            }
            if !line.isBlank { earlier = line }
            start = range.upperBound + 1
        }
        return found
    }

    /// One line: `  key: value`.
    private struct Line {
        let bytes: [UInt8]
        let range: Range<Int>
        /// Spaces before the text.
        let indent: Int
        /// The key, where the line begins with one; its colon may lack the space behind it.
        let key: Range<Int>?

        init(_ bytes: [UInt8], _ range: Range<Int>) {
            self.bytes = bytes
            self.range = range
            var index = range.lowerBound
            while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
            indent = index - range.lowerBound
            let start = index
            while index < range.upperBound, Self.isKey(bytes[index]) { index += 1 }
            key = index > start && index < range.upperBound && bytes[index] == UInt8(ascii: ":") ? start..<index : nil
        }

        /// Letters, digits, hyphens; letters beyond ASCII too, for Russian labels, and spaces between words.
        private static func isKey(_ byte: UInt8) -> Bool {
            byte >= 0x80 || byte == 0x2D || byte == 0x5F || byte == 0x20 || (0x30...0x39).contains(byte)
                || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }

        var isBlank: Bool { bytes[range].allSatisfy { $0 == 0x20 } }

        /// Where the value begins, spaces left out; the end of the line where there is none.
        private var value: Int {
            var index = (key?.upperBound ?? range.lowerBound) + 1
            while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
            return min(index, range.upperBound)
        }

        private func starts(_ text: String, at index: Int) -> Bool {
            bytes[index..<range.upperBound].starts(with: text.utf8)
        }

        func suspect(behind earlier: Line?, isLast: Bool) -> YAMLSuspect? {
            guard let key else { return looseText(behind: earlier) }
            let colon = key.upperBound
            let behind = colon + 1
            if behind < range.upperBound, starts("\u{A0}", at: behind) {
                return YAMLSuspect(range: key.lowerBound..<behind + 2, reason: YAMLReason.noBreakSpace)
            }
            if behind < range.upperBound, bytes[behind] != 0x20, bytes[behind] != 0x09, !starts("//", at: behind) {
                return YAMLSuspect(range: key.lowerBound..<range.upperBound, reason: YAMLReason.noSpace)
            }
            if let earlier, indent > earlier.indent, earlier.hasPlainValue {
                return YAMLSuspect(range: key.lowerBound..<range.upperBound, reason: YAMLReason.indented)
            }
            return openQuote ?? textBehindQuote ?? openBracket
        }

        /// A line that goes on with the value above it, but from the beginning of the line.
        private func looseText(behind earlier: Line?) -> YAMLSuspect? {
            guard let earlier, earlier.hasPlainValue, indent <= earlier.indent else { return nil }
            let text = range.lowerBound + indent..<range.upperBound
            guard let first = bytes[text].first, !"-#[]{}\"'".utf8.contains(first),
                !bytes[text].contains(UInt8(ascii: ":")), !"[{\"'".utf8.contains(bytes[earlier.value])
            else { return nil }
            return YAMLSuspect(range: text, reason: YAMLReason.looseText)
        }

        /// What stands behind the closing quotation mark of a value.
        private var textBehindQuote: YAMLSuspect? {
            guard value < range.upperBound, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[value]) else {
                return nil
            }
            let quote = bytes[value]
            var end = value + 1
            while end < range.upperBound, bytes[end] != quote {
                end += bytes[end] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
            }
            let rest = bytes[min(end + 1, range.upperBound)..<range.upperBound].drop { $0 == 0x20 }
            guard let first = rest.first, first != UInt8(ascii: "#"), first != quote else { return nil }
            let reason = rest.contains(quote) ? YAMLReason.nestedQuotes : YAMLReason.behindQuote
            return YAMLSuspect(range: rest.startIndex..<range.upperBound, reason: reason)
        }

        /// Whether a value stands on the line, so that nothing may be indented below it.
        private var hasPlainValue: Bool {
            guard key != nil, value < range.upperBound else { return false }
            return ![UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "#")].contains(bytes[value])
        }

        private var openQuote: YAMLSuspect? {
            guard value < range.upperBound, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[value]) else {
                return nil
            }
            let quote = bytes[value]
            let isClosed = bytes[(value + 1)..<range.upperBound].contains(quote)
            return isClosed ? nil : YAMLSuspect(range: value..<value + 1, reason: YAMLReason.openQuote)
        }

        private var openBracket: YAMLSuspect? {
            guard value < range.upperBound, bytes[value] == UInt8(ascii: "[") else { return nil }
            let rest = bytes[value..<range.upperBound]
            guard !rest.contains(UInt8(ascii: "]")) || rest.firstRange(of: Array(" #".utf8)) != nil else { return nil }
            if let hash = rest.firstRange(of: Array(" #".utf8)) {
                return YAMLSuspect(range: hash.lowerBound + 1..<range.upperBound, reason: YAMLReason.hash)
            }
            return YAMLSuspect(range: value..<range.upperBound, reason: YAMLReason.openBracket)
        }
    }
}
