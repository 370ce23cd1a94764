import Diagnostics

/// The rows of a CSV file with the places of their cells.
///
/// ```
/// file   = [ "sep=" separator LF ] row { LF row } [ LF ]   CR LF and a byte order mark are gone before
/// row    = cell { separator cell }                         empty rows count not
/// cell   = { space } ( '"' { any | '""' } '"' | { any but separator and LF } ) { space }
/// ```
/// This is RFC 4180 with the separators that spreadsheets write: `;` where the comma is decimal, tabs in «Текст
/// Юникод». The separator is the one named in the first line, else the one that most lines hold.
///
/// The head is the row that knows most columns; what stands above it, a title mostly, is told and left out. Empty
/// columns behind the last head are none. An apostrophe in front of a cell marks it as a text and is none of it. O(bytes).
package struct CSVTable: Sendable {
    package struct Row: Sendable {
        package let range: Range<Int>
        /// Between the quotation marks and without the spaces around; empty at the row's end where the cell is missing.
        package let cells: [Range<Int>]
    }

    /// The heads first; all rows have as many cells as they.
    package private(set) var rows: [Row] = []
    package private(set) var diagnostics: [Diagnostic] = []
    /// Where rows begin that have more or fewer cells than heads: their values may stand in wrong columns.
    package private(set) var unevenRows: Set<Int> = []

    /// What stands above the heads.
    package private(set) var titles: [Range<Int>] = []

    /// More than this is no table to look at on a page.
    private static let mostColumns = 100
    private static let mostRows = 20_000
    /// How far down a head is looked for.
    private static let mostTitleRows = 15

    private let file: SourceFile
    /// What parts cells.
    package private(set) var separator = UInt8(ascii: ",")
    private var index = 0
    /// A quotation mark was opened and not closed: what follows it are no rows.
    private var hasOpenQuote = false
    private var isHuge = false

    /// - Parameter definition: the table whose heads are looked for; without one the first row is the head.
    package init(_ file: SourceFile, _ definition: TableDefinition? = nil) {
        self.file = file
        if let (named, end) = Self.namedSeparator(file) {
            (separator, index) = (named, end)
        } else {
            separator = CSVSeparator.most(file.bytes)
        }
        var found: [Row] = []
        while index < file.bytes.count {
            let row = readRow()
            guard row.cells.contains(where: { !$0.isEmpty }), !hasOpenQuote else { continue }
            if isTooLarge(row, after: found.count) {
                isHuge = true
                break
            }
            found.append(row)
        }
        if let definition { dropTitle(&found, definition) }
        fit(found)
        if rows.isEmpty, !isHuge { diagnostics.append(Diagnostic(.emptyTable, at: SourceLocation(path: file.path))) }
    }

    /// `sep=;`: a line by which Excel knows the separator.
    private static func namedSeparator(_ file: SourceFile) -> (separator: UInt8, end: Int)? {
        let line = file.lineRange(from: 0)
        let bytes = file.bytes[line]
        guard bytes.count >= 5, bytes.prefix(4).elementsEqual("sep=".utf8),
            CSVSeparator.all.contains(bytes[bytes.startIndex + 4])
        else { return nil }
        return (bytes[bytes.startIndex + 4], min(line.upperBound + 1, file.bytes.count))
    }

    // MARK: Rows

    /// Takes away the rows above the head.
    private mutating func dropTitle(_ found: inout [Row], _ definition: TableDefinition) {
        let scores = found.prefix(Self.mostTitleRows).map { row in
            row.cells.count { definition.column(named: text($0)) != nil }
        }
        guard let most = scores.max(), let head = scores.firstIndex(of: most), head > 0,
            most >= min(2, definition.columns.count)
        else { return }
        let lines = [found[0], found[head]].map { String(file.position(at: $0.range.lowerBound).line) }
        report(.titleRows, lines, found[0].range)
        titles = found[..<head].map(\.range)
        found.removeFirst(head)
    }

    /// Gives all rows as many cells as there are heads; what is too much or too little is told.
    private mutating func fit(_ found: [Row]) {
        guard let head = found.first, let last = head.cells.lastIndex(where: { !$0.isEmpty }) else { return }
        let count = last + 1
        for row in found {
            var cells = row.cells
            if let surplus = cells.dropFirst(count).first(where: { !$0.isEmpty }) {
                let arguments = [String(cells.count), String(count), String(UnicodeScalar(separator))]
                unevenRows.insert(row.range.lowerBound)
                report(.cellCount, arguments, surplus.lowerBound..<row.range.upperBound)
            } else if cells.count < count {
                let empty = String(repeating: String(UnicodeScalar(separator)), count: count - cells.count)
                unevenRows.insert(row.range.lowerBound)
                report(.missingCells, [String(cells.count), String(count), empty], row.range)
            }
            if cells.count > count { cells.removeSubrange(count...) }
            while cells.count < count { cells.append(row.range.upperBound..<row.range.upperBound) }
            rows.append(Row(range: row.range, cells: cells))
        }
    }

    private mutating func isTooLarge(_ row: Row, after count: Int) -> Bool {
        let width = (row.cells.lastIndex { !$0.isEmpty } ?? 0) + 1
        let isWide = width > Self.mostColumns
        guard isWide || count > Self.mostRows else { return false }
        let code = DiagnosticCode.hugeTable.because(isWide ? TableExtent.columns : TableExtent.rows)
        report(code, [String(isWide ? Self.mostColumns : Self.mostRows)], row.range)
        return true
    }

    private func text(_ cell: Range<Int>) -> String { file.text(cell).replacing("\"\"", with: "\"") }

    // MARK: Cells

    private mutating func readRow() -> Row {
        let start = index
        var cells: [Range<Int>] = []
        repeat { cells.append(readCell()) } while take(separator)
        let end = index
        _ = take(UInt8(ascii: "\n"))
        return Row(range: start..<end, cells: cells)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < file.bytes.count, file.bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func readCell() -> Range<Int> {
        while index < file.bytes.count, file.bytes[index] != separator,
            file.bytes[index] == 0x20 || file.bytes[index] == 0x09
        {
            index += 1
        }
        return withoutTextMark(take(UInt8(ascii: "\"")) ? readQuoted() : trimmed(readPlain()))
    }

    /// Without the apostrophe in front, by which spreadsheets take a cell for a text: `'+7`, `'01`.
    private func withoutTextMark(_ cell: Range<Int>) -> Range<Int> {
        let mark = UInt8(ascii: "'")
        guard cell.count > 1, file.bytes[cell.lowerBound] == mark, !file.bytes[cell].dropFirst().contains(mark) else {
            return cell
        }
        return cell.lowerBound + 1..<cell.upperBound
    }

    private mutating func readPlain() -> Range<Int> {
        let start = index
        while index < file.bytes.count, file.bytes[index] != separator, file.bytes[index] != UInt8(ascii: "\n") {
            index += 1
        }
        return start..<index
    }

    /// What stands between two quotation marks; the first was taken.
    private mutating func readQuoted() -> Range<Int> {
        let start = index
        let quote = UInt8(ascii: "\"")
        while let end = file.bytes[index...].firstIndex(of: quote) {
            index = end + 1
            if take(quote) { continue }
            let rest = trimmed(readPlain())
            if !rest.isEmpty { report(.csvQuote.because(CSVReason.behind), [], rest) }
            return trimmed(start..<end)
        }
        index = file.bytes.count
        hasOpenQuote = true
        report(.csvQuote.because(CSVReason.open), [], start - 1..<start)
        return trimmed(start..<index)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while !range.isEmpty, file.bytes[range.lowerBound] <= 0x20 { range = range.lowerBound + 1..<range.upperBound }
        while !range.isEmpty, file.bytes[range.upperBound - 1] <= 0x20 {
            range = range.lowerBound..<range.upperBound - 1
        }
        return range
    }

    private mutating func report(_ code: DiagnosticCode, _ arguments: [String], _ range: Range<Int>) {
        diagnostics.append(Diagnostic(code, arguments, at: SourceLocation(file, range)))
    }
}

/// The separators of spreadsheets.
enum CSVSeparator {
    /// In the order in which they are preferred.
    static let all = [UInt8(ascii: ";"), 0x09, UInt8(ascii: ",")]
    /// So many lines tell.
    private static let mostLines = 50

    /// The separator that most lines hold outside quotation marks; the first of equals, the comma where none is.
    ///
    /// O(bytes of those lines).
    static func most(_ bytes: [UInt8]) -> UInt8 {
        var counts = [0, 0, 0]
        var isHeld = [false, false, false]
        var isQuoted = false
        var lines = 0
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A {
                for place in counts.indices where isHeld[place] { counts[place] += 1 }
                isHeld = [false, false, false]
                lines += 1
                if lines == mostLines { break }
            } else if let place = all.firstIndex(of: byte) {
                isHeld[place] = true
            }
        }
        for place in counts.indices where isHeld[place] { counts[place] += 1 }
        let most = counts.max() ?? 0
        return counts.firstIndex { $0 == most && most > 0 }.map { all[$0] } ?? UInt8(ascii: ",")
    }
}
