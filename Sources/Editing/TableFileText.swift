import Catalog
import Diagnostics

/// A CSV file of records as its bytes stand on the disk: rows are changed in places, every other byte stays.
///
/// Separator, quotation marks, byte order mark, line ends, titles above the heads and empty lines are kept; what is new is
/// written as the file writes.
package struct TableFileText: Sendable {
    /// Why rows are not written.
    package enum Refusal: Error {
        /// The result would say something else: an open quotation mark, too many rows.
        case unsafe
    }

    private let raw: RawText
    private let table: CSVTable
    private let definition: TableDefinition

    /// The texts of all rows, the heads first; those that the file has not are empty.
    package let rows: [[String]]

    /// Nothing where the bytes are no text in UTF-8, or hold no rows.
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
    /// Rows that say the same stay as they are; of one that was changed the other cells do. O(bytes + rows × changes).
    package func applying(_ wanted: [[String]]) throws(Refusal) -> [UInt8] {
        let bytes = raw.applying(edits(wanted))
        guard let result = Self(bytes, path: raw.file.path, definition), result.says(wanted) else { throw .unsafe }
        return bytes
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

    /// The cells of a row as they are written, quotation marks included, spaces around left out.
    private func fields(of range: Range<Int>) -> [Range<Int>] {
        let (bytes, quote) = (raw.file.bytes, UInt8(ascii: "\""))
        var fields: [Range<Int>] = []
        var (start, index, isQuoted) = (range.lowerBound, range.lowerBound, false)
        func add(_ end: Int) {
            var field = start..<end
            func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 && byte != table.separator }
            while let first = bytes[field].first, isBlank(first) { field = field.lowerBound + 1..<field.upperBound }
            while let last = bytes[field].last, isBlank(last) { field = field.lowerBound..<field.upperBound - 1 }
            fields.append(field)
        }
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

/// How the rows of a table came to be others: which stayed, were changed, went away or were added.
enum RowPairs {
    enum Step: Equatable {
        case same(Int)
        case changed(Int, Int)
        case removed(Int)
        /// Behind a row of the old ones.
        case added(Int, behind: Int)
    }

    /// The heads are the first row of both and always a pair.
    ///
    /// Where more than a thousand rows differ they are paired in their order. O(rows × changes).
    static func all(_ old: [[String]], _ new: [[String]]) -> [Step] {
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] || start == 0 { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        let (left, right) = (Array(old[start..<old.count - end]), Array(new[start..<new.count - end]))
        var (removed, added): (Set<Int>, Set<Int>) = ([], [])
        if left.count + right.count > 1_000 {
            (removed, added) = (Set(left.indices), Set(right.indices))
        } else {
            for change in right.difference(from: left) {
                switch change {
                case .remove(let offset, _, _): removed.insert(offset)
                case .insert(let offset, _, _): added.insert(offset)
                }
            }
        }
        var steps: [Step] = []
        if let first = old.first, let head = new.first, first != head { steps.append(.changed(0, 0)) }
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            switch (removed.contains(i), added.contains(j)) {
            case (true, true): steps.append(.changed(start + i, start + j))
            case (true, false): steps.append(.removed(start + i))
            case (false, true): steps.append(.added(start + j, behind: start + i - 1))
            case (false, false): steps.append(.same(start + i))
            }
            let (isRemoved, isAdded) = (removed.contains(i), added.contains(j))
            i += isRemoved || !isAdded ? 1 : 0
            j += isAdded || !isRemoved ? 1 : 0
        }
        return steps
    }
}
