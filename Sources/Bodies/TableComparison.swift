import Catalog
import Diagnostics
import Languages

/// What two record tables of one definition say otherwise: one of the text and one of a file.
///
/// Rows are compared in their order, cells by their columns; a column that only one of the tables has, or that the kind
/// does not know, counts where its cells are filled. O(cells).
struct TableComparison {
    /// The first difference.
    struct Difference {
        /// The key of the row, or what its first filled cell says.
        let row: String
        /// Where it stands in each of the tables; nothing where the row is missing.
        let first: Range<Int>?
        let second: Range<Int>?
    }

    /// Nothing where both say the same.
    let difference: Difference?

    init(_ first: RecordTable, _ second: RecordTable, _ definition: TableDefinition) {
        let (one, other) = (Self.records(first), Self.records(second))
        let place = zip(one, other).enumerated()
            .first { Self.values($0.element.0, first) != Self.values($0.element.1, second) }?.offset
        let row = place ?? (one.count == other.count ? nil : min(one.count, other.count))
        difference = row.map { row in
            let (left, right) = (one.dropFirst(row).first, other.dropFirst(row).first)
            let title =
                left.map { Self.title($0, first, definition) } ?? right.map { Self.title($0, second, definition) }
            return Difference(row: title ?? "", first: left.flatMap(Self.range), second: right.flatMap(Self.range))
        }
    }

    private static func records(_ table: RecordTable) -> [RecordTable.Record] {
        table.records.filter { $0.role == .record }
    }

    /// The filled cells by the column that they stand in.
    private static func values(_ record: RecordTable.Record, _ table: RecordTable) -> [Column: String] {
        let pairs = zip(table.columns, record.cells).compactMap { column, cell in
            let text = NameFolding.fold(cell.text)
            let name = column.definition.map(Column.known) ?? .other(NameFolding.fold(column.title))
            return text.isEmpty ? nil : (name, text)
        }
        return Dictionary(pairs) { $0 + "\n" + $1 }
    }

    private enum Column: Hashable {
        case known(Int)
        case other(String)
    }

    private static func title(
        _ record: RecordTable.Record, _ table: RecordTable, _ definition: TableDefinition
    ) -> String {
        let key = definition.column(definition.key).flatMap { table.column($0) }
        let text = key.flatMap { record.cells.indices.contains($0) ? record.cells[$0].text : nil } ?? ""
        return text.isEmpty ? record.cells.first { !$0.text.isEmpty }?.text ?? "" : text
    }

    private static func range(_ record: RecordTable.Record) -> Range<Int>? {
        guard let first = record.cells.first, let last = record.cells.last else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }
}
