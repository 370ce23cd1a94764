import Diagnostics

/// The rows of a CSV file with the places of their cells.
///
/// ```
/// file   = row { LF row } [ LF ]                    CR LF and a byte order mark are gone before
/// row    = cell { separator cell }                  the first one holds the heads; empty ones count not
/// cell   = { space } ( '"' { any | '""' } '"' | { any but separator and LF } ) { space }
/// ```
/// This is RFC 4180 with the separator `;`, which spreadsheets write where the comma is decimal: the separator is the
/// one of the two that parts the heads. O(bytes).
package struct CSVTable: Sendable {
    package struct Row: Sendable {
        package let range: Range<Int>
        /// Between the quotation marks and without the spaces around.
        package let cells: [Range<Int>]
    }

    /// The heads first; all rows have as many cells as they: others are told and left out.
    package private(set) var rows: [Row] = []
    package private(set) var diagnostics: [Diagnostic] = []

    /// More than this is no table to look at on a page.
    private static let mostColumns = 100
    private static let mostRows = 20_000

    private let file: SourceFile
    private var separator = UInt8(ascii: ",")
    private var index = 0
    /// A quotation mark was opened and not closed: what follows it are no rows.
    private var hasOpenQuote = false

    package init(_ file: SourceFile) {
        self.file = file
        separator = Self.separator(of: file.bytes)
        while index < file.bytes.count {
            let row = readRow()
            guard row.cells.contains(where: { !$0.isEmpty }), !hasOpenQuote else { continue }
            if isTooLarge(row) { return }
            if fits(row) { rows.append(row) }
        }
        if rows.isEmpty { diagnostics.append(Diagnostic(.emptyTable, at: SourceLocation(path: file.path))) }
    }

    /// `;` when the first line with anything in it holds one outside quotation marks, else `,`.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        var isQuoted = false
        for byte in bytes.drop(while: { $0 <= 0x20 }) {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ";") where !isQuoted: return byte
            case UInt8(ascii: "\n") where !isQuoted: return UInt8(ascii: ",")
            default: continue
            }
        }
        return UInt8(ascii: ",")
    }

    /// Whether a row has as many cells as there are heads; one that has not is told.
    private mutating func fits(_ row: Row) -> Bool {
        guard let count = rows.first?.cells.count, row.cells.count != count else { return true }
        let place = row.cells.count > count ? row.cells[count].lowerBound..<row.range.upperBound : row.range
        report(.cellCount, [String(row.cells.count), String(count), String(UnicodeScalar(separator))], place)
        return false
    }

    private mutating func isTooLarge(_ row: Row) -> Bool {
        let isWide = row.cells.count > Self.mostColumns
        guard isWide || rows.count > Self.mostRows else { return false }
        let code = DiagnosticCode.hugeTable.because(isWide ? TableExtent.columns : TableExtent.rows)
        report(code, [String(isWide ? Self.mostColumns : Self.mostRows)], row.range)
        return true
    }

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
        while index < file.bytes.count, file.bytes[index] == 0x20 || file.bytes[index] == 0x09 { index += 1 }
        return take(UInt8(ascii: "\"")) ? readQuoted() : trimmed(readPlain())
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
