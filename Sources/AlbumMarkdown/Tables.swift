/// The rows and cells of a pipe table, found on the raw lines of a paragraph.
///
/// ```
/// table     = header delimiter { row }
/// delimiter = [ "|" ] { ":"? "-"+ ":"? } separated by "|" [ "|" ]
/// row       = [ "|" ] cell { "|" cell } [ "|" ]     a pipe inside a cell is written \|
/// ```
/// Header and delimiter have the same number of cells; lines before the header stay a paragraph. Missing cells are
/// empty, surplus ones are dropped, as in GFM. The pipe of `[[id|text]]`, which GFM does not know, parts no cells.
struct TableLayout {
    struct Row {
        /// The content of the row's line.
        let range: Range<Int>
        /// Without the spaces around; empty at the row's end where the cell is missing.
        let cells: [Range<Int>]
    }

    /// How many lines of the paragraph stand before the header.
    let precedingLines: Int
    let alignments: [Alignment]
    /// The header first.
    let rows: [Row]

    typealias Text = UnsafeBufferPointer<UInt8>

    /// Rows that were found elsewhere.
    init(rows: [Row]) {
        precedingLines = 0
        alignments = [Alignment](repeating: .none, count: rows.first?.cells.count ?? 0)
        self.rows = rows
    }

    /// Finds the first delimiter row under a header with as many cells.
    init?(lines: ArraySlice<Range<Int>>, in text: Text) {
        for line in lines.indices.dropFirst() {
            guard let alignments = Self.alignments(in: text, lines[line]) else { continue }
            let header = Self.cells(in: text, lines[line - 1])
            guard header.count == alignments.count, Self.hasPipe(text, lines[line - 1], lines[line]) else { continue }
            self.alignments = alignments
            precedingLines = line - 1 - lines.startIndex
            var rows = [Row(range: lines[line - 1], cells: header)]
            var added = 0
            for row in lines[(line + 1)...] {
                rows.append(Row(range: row, cells: Self.cells(in: text, row, count: alignments.count, &added)))
            }
            self.rows = rows
            return
        }
        return nil
    }

    private static func hasPipe(_ text: Text, _ header: Range<Int>, _ delimiter: Range<Int>) -> Bool {
        text[header].contains(UInt8(ascii: "|")) || text[delimiter].contains(UInt8(ascii: "|"))
    }

    /// The alignments that a delimiter row states; nothing where the line is none.
    private static func alignments(in text: Text, _ line: Range<Int>) -> [Alignment]? {
        let line = trimmed(text, line)
        guard line.allSatisfy({ text[$0] == UInt8(ascii: "-") || "|: \t".utf8.contains(text[$0]) }) else { return nil }
        var result: [Alignment] = []
        for cell in cells(in: text, line) {
            guard let alignment = alignment(text[cell]) else { return nil }
            result.append(alignment)
        }
        return result.isEmpty ? nil : result
    }

    private static func alignment(_ cell: Slice<Text>) -> Alignment? {
        let isLeft = cell.first == UInt8(ascii: ":")
        let isRight = cell.count > 1 && cell.last == UInt8(ascii: ":")
        let hyphens = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
        guard !hyphens.isEmpty, hyphens.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
        return isLeft ? (isRight ? .center : .left) : (isRight ? .right : Alignment.none)
    }

    /// How many missing cells one table gets: a wide header over many short rows must not fill the memory.
    private static let mostAddedCells = 100_000

    private static func cells(in text: Text, _ line: Range<Int>, count: Int, _ added: inout Int) -> [Range<Int>] {
        var result = cells(in: text, line)
        if result.count > count { result.removeSubrange(count...) }
        let end = trimmed(text, line).upperBound
        while result.count < count, added < mostAddedCells {
            result.append(end..<end)
            added += 1
        }
        return result
    }

    /// Splits a line at its pipes.
    static func cells(in text: Text, _ line: Range<Int>) -> [Range<Int>] {
        let line = trimmed(text, line)
        var result: [Range<Int>] = []
        var start = line.lowerBound
        if start < line.upperBound, text[start] == UInt8(ascii: "|") { start += 1 }
        var index = start
        while index < line.upperBound {
            if text[index] == UInt8(ascii: "\\"), index + 1 < line.upperBound, text[index + 1] == UInt8(ascii: "|") {
                index += 2
                continue
            }
            if let end = wikiLinkEnd(text, index, line.upperBound) {
                index = end
                continue
            }
            if text[index] == UInt8(ascii: "|") {
                result.append(trimmed(text, start..<index))
                start = index + 1
            }
            index += 1
        }
        if start < line.upperBound { result.append(trimmed(text, start..<line.upperBound)) }
        return result
    }

    /// The end of a `[[…]]` that begins at `start`: no brackets inside, so that a line is read in linear time.
    private static func wikiLinkEnd(_ text: Text, _ start: Int, _ limit: Int) -> Int? {
        let opening = UInt8(ascii: "[")
        let closing = UInt8(ascii: "]")
        guard start + 1 < limit, text[start] == opening, text[start + 1] == opening else { return nil }
        var index = start + 2
        while index < limit, text[index] != opening, text[index] != closing { index += 1 }
        guard index + 1 < limit, text[index] == closing, text[index + 1] == closing else { return nil }
        return index + 2
    }

    /// Without the blanks at both ends, no-break spaces and what nobody sees among them.
    private static func trimmed(_ text: Text, _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let length = text[start].isMarkdownSpace ? 1 : text[start] < 0xC2 ? 0 : blankLength(text, start, end)
            if length == 0 { break }
            start += length
        }
        while end > start {
            if text[end - 1].isMarkdownSpace {
                end -= 1
            } else if text[end - 1] >= 0x80, end - start > 1, blankLength(text, end - 2, end) == 2 {
                end -= 2
            } else if text[end - 1] >= 0x80, end - start > 2, blankLength(text, end - 3, end) == 3 {
                end -= 3
            } else {
                break
            }
        }
        return start..<end
    }

    /// How many bytes the blank has that begins at a place: a no-break space, a soft hyphen, U+200B…U+200F, U+2060,
    /// U+FEFF; 0 where none begins.
    private static func blankLength(_ text: Text, _ start: Int, _ limit: Int) -> Int {
        switch text[start] {
        case 0xC2: start + 1 < limit && (text[start + 1] == 0xA0 || text[start + 1] == 0xAD) ? 2 : 0
        case 0xE2:
            start + 2 < limit
                && ((text[start + 1] == 0x80 && 0x8B...0x8F ~= text[start + 2])
                    || (text[start + 1] == 0x81 && text[start + 2] == 0xA0))
                ? 3 : 0
        case 0xEF: start + 2 < limit && text[start + 1] == 0xBB && text[start + 2] == 0xBF ? 3 : 0
        default: 0
        }
    }
}
