import AlbumMarkdown
import Catalog
import Diagnostics
import Editing
import Files
import SiteBuilder

/// A reference as its file spells it: which bytes are its name or path.
struct WrittenReference {
    private let reference: SiteReference
    private let file: SourceFile
    /// Bytes of the name, or of the path without what follows `?` and `#`.
    private let ranges: [Range<Int>]

    /// Nothing where it is not found in the bytes it was read from.
    init?(_ reference: SiteReference, in file: SourceFile, _ survey: SiteSurvey) {
        self.reference = reference
        self.file = file
        guard reference.range.upperBound <= file.bytes.count else { return nil }
        switch reference.form {
        case .yamlName where !Self.isLink(reference, file): ranges = [reference.range]
        case .yamlFile, .yamlPicture: ranges = [reference.range]
        case .name, .yamlName:
            let name = reference.written.prefix { $0 != "#" }
            guard let range = Self.range(of: name.utf8, in: reference.range, file) else { return nil }
            ranges = [range]
        case .address:
            let path = Self.path(in: reference.range, file)
            if Self.decoded(file.text(path)) == String(reference.written.prefix { $0 != "#" && $0 != "?" }) {
                ranges = [path]
            } else {
                ranges = LinkDefinitions(file).addresses.filter { Self.decoded(file.text($0)) == reference.written }
                    .map { Self.path(in: $0, file) }
            }
        }
        if ranges.isEmpty { return nil }
    }

    /// The edits after which it names something else.
    func edits(to new: String) -> [TextEdit] {
        ranges.compactMap { range in
            switch reference.form {
            case .name: TextEdit(range: range, text: new)
            case .address: TextEdit(range: range, text: Self.address(new, asIn: file.text(range)))
            case .yamlName where Self.isLink(reference, file):
                // Within the quotation marks of the link, which no name may end.
                new.contains { "\"'\\".contains($0) } ? nil : TextEdit(range: range, text: new)
            case .yamlName, .yamlFile, .yamlPicture: yaml(new, range).map { TextEdit(range: range, text: $0) }
            }
        }
    }

    /// Whether a name in YAML stands in a link: `"[[order]]"`, `[[order|text]]`.
    private static func isLink(_ reference: SiteReference, _ file: SourceFile) -> Bool {
        let text = file.text(reference.range).drop { $0 == "\"" || $0 == "'" }
        return text.hasPrefix("[") || text.hasPrefix(reference.written + "|")
    }

    // MARK: Spelling

    /// In the quotation marks that stand there; nothing where something else than a scalar on one line stands there.
    private func yaml(_ new: String, _ range: Range<Int>) -> String? {
        let text = file.text(range)
        let style: YAMLSpelling.Style
        switch text.first {
        case "\"": style = .double
        case "'": style = .single
        case "|", ">", nil: return nil
        default:
            guard text == reference.written || reference.form == .yamlFile && !text.contains("\n") else { return nil }
            style = .plain
        }
        return YAMLSpelling.scalar(new, style, isInList: true)
    }

    /// A path as an address: encoded as the one before was, or only where a sign would mean something.
    private static func address(_ path: String, asIn old: String) -> String {
        if old.contains("%") { return PercentEncoding.encoded(path) }
        return path.unicodeScalars.reduce(into: "") { text, scalar in
            if " <>()\\\"&%#?|".unicodeScalars.contains(scalar) {
                text += PercentEncoding.encoded(String(scalar))
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }

    // MARK: Places

    private static func range(of name: String.UTF8View.SubSequence, in range: Range<Int>, _ file: SourceFile) -> Range<
        Int
    >? {
        let name = Array(name)
        guard !name.isEmpty, range.count >= name.count else { return nil }
        for start in range.lowerBound...(range.upperBound - name.count)
        where file.bytes[start..<start + name.count].elementsEqual(name) {
            return start..<start + name.count
        }
        return nil
    }

    /// The part of an address before `?` and `#`.
    private static func path(in range: Range<Int>, _ file: SourceFile) -> Range<Int> {
        let end = range.first { file.bytes[$0] == UInt8(ascii: "#") || file.bytes[$0] == UInt8(ascii: "?") }
        return range.lowerBound..<(end ?? range.upperBound)
    }

    /// Without the backslashes before signs (CommonMark 0.30, 2.4).
    private static func decoded(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            if character == "\\", let next = rest.first, next.isASCII, next.isPunctuation || next.isSymbol { continue }
            result.append(character)
        }
        return result
    }
}

/// The addresses of `[label]: address` in a text.
private struct LinkDefinitions {
    let addresses: [Range<Int>]

    init(_ file: SourceFile) {
        var code: [Range<Int>] = []
        let parsed = MarkdownParser.parse(file: file, body: FrontMatter.find(in: file).0?.body)
        for node in parsed.document.nodes {
            if case .codeBlock = node.kind { code.append(node.range) }
        }
        var found: [Range<Int>] = []
        var line = 0
        while line < file.bytes.count {
            let range = file.lineRange(from: line)
            if !code.contains(where: { $0.contains(line) }) {
                found += Self.address(in: range, file).map { [$0] } ?? []
            }
            line = range.upperBound + 1
        }
        addresses = found
    }

    /// Of a line that is a definition, quotes and lists around it left aside.
    private static func address(in line: Range<Int>, _ file: SourceFile) -> Range<Int>? {
        let text = file.text(line)
        guard let match = text.firstMatch(of: /^[\s>*+\-.)0-9]*\[[^\[\]]+\]:[ \t]*(?:<([^<>]*)>|([^\s<]\S*))/),
            let address = match.1 ?? match.2
        else { return nil }
        let start = line.lowerBound + text.utf8.distance(from: text.startIndex, to: address.startIndex)
        return start..<start + address.utf8.count
    }
}
