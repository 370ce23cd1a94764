/// The cells of all tables of a document as one text, so that libcmark parses them in one go and time stays linear.
///
/// Each cell is a paragraph of one line. A form feed guards its beginning: it is no mark of any block and counts as
/// white space, so `-` stays a hyphen and `*a*` stays emphasis. The document's reference definitions follow.
struct CellText {
    /// How a mark that parts cells is written within one.
    enum Escape {
        /// `\\|` of a pipe table.
        case backslash
        /// `""` of a CSV file.
        case doubledQuote
    }

    private(set) var bytes: [UInt8] = []
    /// Where each cell's line begins in ``bytes``.
    private var lineStarts: [Int] = []
    /// Where each cell begins in the source.
    private var sources: [Int] = []
    /// Places in ``bytes`` before which a byte of an escape was left out.
    private var escapes: [Int] = []

    init(_ tables: [TableLayout], _ escape: Escape, definitions: [UInt8], _ text: CmarkParser.Bytes) {
        for row in tables.lazy.flatMap(\.rows) {
            for cell in row.cells where !cell.isEmpty { append(cell, escape, of: text) }
        }
        bytes.append(contentsOf: definitions)
    }

    private mutating func append(_ cell: Range<Int>, _ escape: Escape, of text: CmarkParser.Bytes) {
        let (first, second): (UInt8, UInt8) =
            escape == .backslash ? (UInt8(ascii: "\\"), UInt8(ascii: "|")) : (UInt8(ascii: "\""), UInt8(ascii: "\""))
        var isEscaped = false
        lineStarts.append(bytes.count)
        sources.append(cell.lowerBound)
        bytes.append(0x0C)
        for index in cell {
            let byte = text[index]
            if byte == first, !isEscaped, index + 1 < cell.upperBound, text[index + 1] == second {
                isEscaped = true
                escapes.append(bytes.count)
            } else {
                isEscaped = false
                bytes.append(byte == UInt8(ascii: "\n") ? 0x20 : byte)
            }
        }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The range of a cell's line in ``bytes``, the guard included.
    func line(_ cell: Int) -> Range<Int> {
        let end = cell + 1 < lineStarts.count ? lineStarts[cell + 1] - 2 : nil
        var last = end ?? lineStarts[cell]
        if end == nil { while bytes[last] != UInt8(ascii: "\n") { last += 1 } }
        return lineStarts[cell]..<last
    }

    /// The line, from 1, on which libcmark sees a cell.
    func lineNumber(_ cell: Int) -> Int { cell * 2 + 1 }

    /// The place in the source of a place in ``bytes`` inside a cell.
    func sourceOffset(_ place: Int, cell: Int) -> Int {
        let before = escapesBefore(place) - escapesBefore(lineStarts[cell])
        return sources[cell] + max(place - lineStarts[cell] - 1, 0) + before
    }

    /// How many backslashes were left out up to a place: a binary search.
    private func escapesBefore(_ place: Int) -> Int {
        var low = 0
        var high = escapes.count
        while low < high {
            let middle = (low + high) / 2
            if escapes[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Hands out the parsed cells of all tables, in document order.
struct CellReader {
    let cells: CellText
    let bytes: CmarkParser.Bytes
    private var paragraph: CmarkNode?

    init(_ cells: CellText, _ bytes: CmarkParser.Bytes, _ first: CmarkNode?) {
        self.cells = cells
        self.bytes = bytes
        paragraph = first
    }

    /// libcmark's paragraph of the cell that was written on a line; absent when nothing came of it.
    mutating func paragraph(onLine line: Int) -> CmarkNode? {
        while let current = paragraph {
            let start = current.startLine
            if start > line { return nil }
            paragraph = current.next
            if start == line { return current }
        }
        return nil
    }
}
