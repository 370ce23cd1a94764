import Diagnostics
import Languages

/// Signs at the beginning of a line that made a quote or an item of what was a number or a note.
///
/// ```
/// quote = ">" number …       each line that has the mark: «> 5 чел.»; no date, no year, no long sentence
/// plus  = "+" number …       each item of the list: «+ 7 (351) …»
/// star  = "*" word …         the only item of its list, of one line, where no list of the text has stars: a note
/// ```
/// O(bytes of quotes and such lists).
struct LeadingSigns {
    private let file: SourceFile
    private var found: [Diagnostic] = []
    /// Single items behind a star.
    private var stars: [Diagnostic] = []
    private var hasStarLists = false
    /// Where the outermost item that is open ends, by nodes.
    private var itemEnd = 0

    init(file: SourceFile) {
        self.file = file
    }

    var diagnostics: [Diagnostic] { hasStarLists ? found : found + stars }

    /// Takes a list of bullets.
    mutating func readList(_ document: Document, _ index: Int) {
        let isNested = index < itemEnd
        itemEnd = max(itemEnd, document.nodes[index].end)
        let items = document.children(of: index).map { document.nodes[$0] }
        guard let first = items.first, let mark = file.bytes[first.range].first else { return }
        switch mark {
        case UInt8(ascii: "+"):
            let isNumbers = items.allSatisfy { afterMark($0.range).first?.isASCIIDigit ?? false }
            if isNumbers { found.append(diagnostic(first.range)) }
        case UInt8(ascii: "*"):
            guard items.count == 1, !isNested else {
                hasStarLists = hasStarLists || items.count > 1
                return
            }
            if isNote(first) { stars.append(diagnostic(first.range)) }
        default: break
        }
    }

    /// Takes a quote that is no alert.
    mutating func readQuote(_ document: Document, _ index: Int) {
        let node = document.nodes[index]
        // Quotes of quotes are none of these, so that no line is read once for each of its marks.
        guard index + 1 < node.end, case .paragraph = document.nodes[index + 1].kind,
            document.nodes[index + 1].end == node.end
        else { return }
        let lines = file.lines(in: node.range).filter { !file.bytes[$0].allSatisfy(\.isMarkdownSpace) }
        guard let first = lines.first, isAmount(afterMark(first)),
            lines.dropFirst().allSatisfy({ !isMarked($0) || isAmount(afterMark($0)) })
        else { return }
        found.append(diagnostic(first))
    }

    private func diagnostic(_ range: Range<Int>) -> Diagnostic {
        let line = range.clamped(to: file.lineRange(from: range.lowerBound))
        let words = file.text(line).prefix(40)
        return Diagnostic(
            .leadingSign, [String(words.prefix(1)), String(words)], at: SourceLocation(file, line))
    }

    /// What stands behind the sign and blanks, of which there are a few.
    private func afterMark(_ range: Range<Int>) -> ArraySlice<UInt8> {
        let marks = file.bytes[range].prefix(8).prefix {
            $0.isSpaceOrTab || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "+")
        }
        return file.bytes[marks.endIndex..<range.upperBound]
    }

    private func isMarked(_ line: Range<Int>) -> Bool {
        file.bytes[line].first { !$0.isSpaceOrTab } == UInt8(ascii: ">")
    }

    /// An item that is a remark: one line that begins with a letter.
    private func isNote(_ item: Node) -> Bool {
        guard case .item(nil) = item.kind else { return false }
        let text = file.bytes[item.range].dropFirst().drop { $0.isSpaceOrTab }
        guard let first = text.first, first.isASCIILetter || first >= 0x80 else { return false }
        return !text.drop { $0 != UInt8(ascii: "\n") }.contains { !$0.isMarkdownSpace }
    }

    /// A number before a few words, and no date or year, with which sentences begin.
    private func isAmount(_ text: ArraySlice<UInt8>) -> Bool {
        let digits = text.prefix { $0.isASCIIDigit }
        guard !digits.isEmpty, text.count <= 120 else { return false }
        if digits.count == 4, digits.first == UInt8(ascii: "1") || digits.first == UInt8(ascii: "2") { return false }
        let word = text.dropFirst(digits.count).drop { $0.isSpaceOrTab }
        return !MonthNames.beginnings.contains { word.starts(with: $0.utf8) }
    }
}
