import Catalog
import Diagnostics

/// A CSV file of records as its bytes stand on the disk: rows are changed in places, every other byte stays.
///
/// Encoding, separator, quotation marks, byte order mark, line ends, titles above the heads and empty lines are kept; what is new is
/// written as the file writes.
package struct TableFileText: Sendable {
    /// Why rows are not written.
    package enum Refusal: Error, Equatable {
        /// The result would say something else: an open quotation mark, too many rows.
        case unsafe
        /// A letter that the encoding of the file lacks, with the name of the encoding.
        case unwritable(Unicode.Scalar, String)
    }

    private let raw: RawText
    private let table: CSVTable
    private let definition: TableDefinition

    /// The texts of all rows, the heads first; those that the file has not are empty.
    package let rows: [[String]]

    /// Nothing where the bytes are no text in an encoding of spreadsheets, or hold no rows.
    ///
    /// O(bytes).
    package init?(_ bytes: [UInt8], path: String, _ definition: TableDefinition) {
        guard let raw = RawText(bytes, path: path) else { return nil }
        let table = CSVTable(raw.file, definition)
        guard !table.rows.isEmpty else { return nil }
        (self.raw, self.table, self.definition) = (raw, table, definition)
        rows = table.rows.map { row in row.cells.map { raw.file.text($0).replacing("\"\"", with: "\"") } }
    }

    /// The bytes of the file with these rows in place of its own, the heads first.
    ///
    /// Rows that say the same stay as they are; of one that was changed the other cells do. Columns that came, went or were
    /// moved are known by their heads (``ColumnPairs``): the cells of the others stay as they are written.
    /// Empty rows at the end that the file has not are no rows.
    /// O(bytes + rows × changes).
    package func applying(_ given: [[String]]) throws(Refusal) -> [UInt8] {
        let empty = Self.emptyTail(given) - Self.emptyTail(rows)
        let wanted = Array(given.dropLast(max(0, min(empty, given.count - 1))))
        if let head = wanted.first, let sources = ColumnPairs.all(rows[0], head) {
            guard let arranged = Self(try written(arranged(sources, head)), path: raw.file.path, definition),
                arranged.rows.first == head
            else { throw .unsafe }
            return try arranged.applying(wanted)
        }
        let bytes = try written(edits(wanted))
        guard let result = Self(bytes, path: raw.file.path, definition), result.says(wanted) else { throw .unsafe }
        return bytes
    }

    /// How many rows at the end say nothing.
    private static func emptyTail(_ rows: [[String]]) -> Int {
        rows.reversed().prefix { $0.allSatisfy(\.isEmpty) }.count
    }

    private func written(_ edits: [TextEdit]) throws(Refusal) -> [UInt8] {
        if let letter = raw.unwritable(edits) { throw .unwritable(letter, raw.encoding.name) }
        return raw.applying(edits)
    }

    /// Whether it has these texts, missing cells as empty ones, rows without any text left out.
    private func says(_ wanted: [[String]]) -> Bool {
        func bare(_ rows: [[String]]) -> [[String]] {
            rows.map { row in Array(row.prefix((row.lastIndex { !$0.isEmpty } ?? -1) + 1)) }.filter { !$0.isEmpty }
        }
        return bare(rows) == bare(wanted)
    }

    /// The cell that holds a byte of the text, by positions in ``rows``; nothing where none does.
    package func cell(at offset: Int) -> (row: Int, column: Int)? {
        guard let row = table.rows.firstIndex(where: { $0.range.contains(offset) || $0.range.upperBound == offset })
        else { return nil }
        let column = table.rows[row].cells.firstIndex { $0.contains(offset) || $0.lowerBound == offset }
        return column.map { (row, $0) }
    }

    // MARK: Rows

    private func edits(_ wanted: [[String]]) -> [TextEdit] {
        var edits: [TextEdit] = []
        var added: [Int: String] = [:]
        for step in RowPairs.all(rows, wanted) {
            switch step {
            case .same: continue
            case .changed(let old, let new): edits += self.edits(of: old, to: wanted[new])
            case .removed(let old): edits.append(TextEdit(range: line(old), text: ""))
            case .added(let new, let behind): added[behind, default: ""] += "\n" + line(wanted[new])
            }
        }
        return edits
            + added.map { behind, text in
                let end = table.rows[behind].range.upperBound
                return TextEdit(range: end..<end, text: text)
            }
    }

    /// A row with the end of the line before it.
    private func line(_ row: Int) -> Range<Int> {
        let range = table.rows[row].range
        return max(0, range.lowerBound - 1)..<range.upperBound
    }

    private func line(_ texts: [String]) -> String {
        texts.map { written($0) }.joined(separator: String(UnicodeScalar(table.separator)))
    }

    /// What makes the cells of a row say something else.
    private func edits(of row: Int, to texts: [String]) -> [TextEdit] {
        let fields = fields(of: table.rows[row].range)
        var edits: [TextEdit] = []
        for (column, text) in texts.enumerated() where column < fields.count {
            let old = column < rows[row].count ? rows[row][column] : ""
            guard old != text else { continue }
            let isQuoted = raw.file.bytes[fields[column]].first == UInt8(ascii: "\"")
            edits.append(TextEdit(range: fields[column], text: written(text, isQuoted: isQuoted)))
        }
        let last = (texts.lastIndex { !$0.isEmpty } ?? -1) + 1
        if last > fields.count {
            let separator = String(UnicodeScalar(table.separator))
            let end = table.rows[row].range.upperBound
            let text = texts[fields.count..<last].map { separator + written($0) }.joined()
            edits.append(TextEdit(range: end..<end, text: text))
        }
        return edits
    }

    /// The file with its columns in another order: for each the one that it was, nothing for a new one, which is empty
    /// below its head.
    private func arranged(_ sources: [Int?], _ head: [String]) -> [TextEdit] {
        let separator = String(UnicodeScalar(table.separator))
        return table.rows.enumerated().map { place, row in
            let old = parts(of: row.range).map { raw.file.text($0) }
            var cells = sources.enumerated().map { column, source -> String? in
                guard let source else { return place == 0 ? written(head[column]) : "" }
                return source < old.count ? old[source] : nil
            }
            // A row that ends before its heads do, or goes on behind them, still does.
            if old.count < rows[0].count { cells.removeLast(cells.reversed().prefix { ($0 ?? "").isEmpty }.count) }
            let all = cells.map { $0 ?? "" } + old.dropFirst(rows[0].count)
            return TextEdit(range: row.range, text: all.joined(separator: separator))
        }
    }

    /// The cells of a row as they are written, quotation marks included, spaces around left out.
    private func fields(of range: Range<Int>) -> [Range<Int>] {
        let bytes = raw.file.bytes
        func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 && byte != table.separator }
        return parts(of: range).map { part in
            var field = part
            while let first = bytes[field].first, isBlank(first) { field = field.lowerBound + 1..<field.upperBound }
            while let last = bytes[field].last, isBlank(last) { field = field.lowerBound..<field.upperBound - 1 }
            return field
        }
    }

    /// What stands between the separators of a row.
    private func parts(of range: Range<Int>) -> [Range<Int>] {
        let (bytes, quote) = (raw.file.bytes, UInt8(ascii: "\""))
        var fields: [Range<Int>] = []
        var (start, index, isQuoted) = (range.lowerBound, range.lowerBound, false)
        func add(_ end: Int) { fields.append(start..<end) }
        while index < range.upperBound {
            if bytes[index] == quote {
                let isFirst = bytes[start..<index].allSatisfy { $0 <= 0x20 }
                if isQuoted || isFirst { isQuoted.toggle() }
            } else if bytes[index] == table.separator, !isQuoted {
                add(index)
                start = index + 1
            }
            index += 1
        }
        add(range.upperBound)
        return fields
    }

    /// A text as a cell: quoted where it has to be, or where the cell was.
    private func written(_ text: String, isQuoted: Bool = false) -> String {
        let isPlain = text.utf8.allSatisfy { $0 != table.separator && $0 != UInt8(ascii: "\"") && $0 != 0x0A }
        if isPlain, !isQuoted, !text.hasPrefix("'") { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
