import Diagnostics
import Formats

/// Finds lines that were meant for a table and made none: the first cause of each is told, at its line.
///
/// ```
/// bars      = line that begins with "|" and ends with it, or holds three of them, or has two "|" beside another such
/// delimiter = line of "|", ":", spaces, hyphens and the dashes that word processors put for them
/// tabs      = line with a tab behind its first character, beside another such
/// ```
/// Only paragraphs are looked at: code and true tables hold no such lines. O(bytes of paragraphs).
struct BrokenTables {
    private let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []
    /// Where the last table, or what was to be one, ended in the nodes.
    private var tableEnd: Int?
    private var reportedEnd: Int?

    init(file: SourceFile) {
        self.file = file
    }

    /// Takes a table or a paragraph; they come in the order of the text.
    mutating func read(_ node: Document.Node, at index: Int) {
        switch node.kind {
        case .table: tableEnd = node.end
        case .paragraph: readParagraph(node, at: index)
        default: break
        }
    }

    private mutating func readParagraph(_ node: Document.Node, at index: Int) {
        guard
            file.bytes.firstIndex(of: UInt8(ascii: "|"), in: node.range) != nil
                || file.bytes.firstIndex(of: 0x09, in: node.range) != nil
        else { return }
        let lines = lines(of: node.range)
        let bars = lines.map { self.bars(in: $0) }
        if let problem = problem(lines, bars, followsTable: tableEnd == index) {
            if reportedEnd != index { diagnostics.append(problem) }
            reportedEnd = node.end
            if tableEnd == index { tableEnd = node.end }
        } else if let place = tabs(in: lines) {
            diagnostics.append(Diagnostic(.pastedTable, at: SourceLocation(file, place)))
        }
    }

    private func problem(_ lines: [Range<Int>], _ bars: [Int], followsTable: Bool) -> Diagnostic? {
        let delimiter = lines.indices.first { bars[$0] > 0 && isDelimiter(lines[$0]) }
        let rows = lines.indices.filter { isRow($0, lines, bars) }
        if let delimiter { return problem(lines, delimiter: delimiter) }
        guard let first = rows.first else { return nil }
        if followsTable, first == 0 { return Diagnostic(.tornTable, at: SourceLocation(file, lines[0])) }
        return Diagnostic(
            .tableWithoutDelimiter, [Self.delimiter(cells(in: lines[first]))], at: SourceLocation(file, lines[first]))
    }

    private func problem(_ lines: [Range<Int>], delimiter: Int) -> Diagnostic? {
        let place = SourceLocation(file, lines[delimiter])
        guard delimiter > 0 else {
            let count = max(1, cells(in: lines[0]))
            let head = "|" + String(repeating: " … |", count: count)
            return Diagnostic(.tableWithoutHead, [head], at: place)
        }
        let count = cells(in: lines[delimiter - 1])
        return Diagnostic(
            .brokenDelimiter, [String(count), file.text(lines[delimiter]), Self.delimiter(count)], at: place)
    }

    private static func delimiter(_ count: Int) -> String { "|" + String(repeating: " --- |", count: max(1, count)) }

    // MARK: Lines

    /// Without the marks of quotes and the indentation in front, and without white space but tabs behind.
    private func lines(of range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            // The last line too reaches to its end: a paragraph ends before the tab behind it.
            let end = file.bytes[start...].firstIndex(of: 0x0A) ?? file.bytes.count
            var first = start
            while first < end, file.bytes[first].isMarkdownSpace || file.bytes[first] == UInt8(ascii: ">") {
                first += 1
            }
            var last = end
            while last > first, file.bytes[last - 1] == 0x20 { last -= 1 }
            if first < last { result.append(first..<last) }
            start = end + 1
        }
        return result
    }

    /// How many bars part a line; none where it holds code, in which a bar is a letter.
    private func bars(in line: Range<Int>) -> Int {
        guard !file.bytes[line].contains(UInt8(ascii: "`")) else { return 0 }
        let isLed = file.bytes[line.lowerBound] == UInt8(ascii: "|")
        let isClosed = file.bytes[line].last { !$0.isMarkdownSpace } == UInt8(ascii: "|")
        return max(0, cells(in: line) - 1) + (isLed ? 1 : 0) + (isClosed ? 1 : 0)
    }

    private func cells(in line: Range<Int>) -> Int {
        file.bytes.withUnsafeBufferPointer { TableLayout.cells(in: $0, line).count }
    }

    private func isRow(_ place: Int, _ lines: [Range<Int>], _ bars: [Int]) -> Bool {
        guard bars[place] >= 2 else { return false }
        if file.bytes[lines[place].lowerBound] == UInt8(ascii: "|") {
            return bars[place] >= 3 || file.bytes[lines[place]].last { !$0.isMarkdownSpace } == UInt8(ascii: "|")
        }
        return [place - 1, place + 1].contains { bars.indices.contains($0) && bars[$0] == bars[place] }
    }

    /// UTF-8 of the dashes and minus signs that stand for hyphens.
    private static let dashes: [[UInt8]] = ["‐", "‑", "‒", "–", "—", "―", "−", "─"].map { Array($0.utf8) }

    private func isDelimiter(_ line: Range<Int>) -> Bool {
        var index = line.lowerBound
        var hasDash = false
        while index < line.upperBound {
            let byte = file.bytes[index]
            if "|: \t".utf8.contains(byte) {
                index += 1
            } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "_") {
                (index, hasDash) = (index + 1, true)
            } else if let dash = Self.dashes.first(where: { file.bytes[index..<line.upperBound].starts(with: $0) }) {
                (index, hasDash) = (index + dash.count, true)
            } else {
                return false
            }
        }
        return hasDash
    }

    /// The first of two lines at least that hold tabs between or behind their words.
    private func tabs(in lines: [Range<Int>]) -> Range<Int>? {
        let tabbed = lines.filter { file.bytes[$0].contains(0x09) && !isListItem($0) }
        return tabbed.count > 1 ? tabbed[0] : nil
    }

    /// Whether the only tab of a line stands behind a mark of a list, as word processors paste them: «•», «o»,
    /// «1)», «а.», «1.1».
    private func isListItem(_ line: Range<Int>) -> Bool {
        let parts = file.bytes[line].split(separator: 0x09, omittingEmptySubsequences: false)
        guard parts.count == 2, let mark = String(validating: parts[0], as: UTF8.self), !mark.isEmpty else {
            return false
        }
        if mark == "o" { return true }
        if mark.firstMatch(of: /^\d{1,2}(?:\.\d{1,2})+[.)]?$/) != nil { return true }
        let letters = mark.filter { $0.isLetter || $0.isNumber }
        return mark.count <= 4 && (letters.isEmpty || letters.count < mark.count && ".)".contains(mark.last ?? " "))
    }
}
