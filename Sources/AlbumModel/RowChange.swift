import Bodies
import Catalog

/// What a row says of itself that was called off or moved to another time.
package struct RowChange: Sendable {
    /// Called off or moved.
    package let state: RowState
    /// The remark as written; nothing where a term or a name says it, which stand beside it anyway.
    package let remark: String?

    /// Reads it off the cells of one row: its mark of execution, its term, its name, and remarks in other columns.
    ///
    /// Nothing where the row is as planned. O(cells).
    package init?(_ row: CompiledTable.Row, of table: CompiledTable, _ definition: TableDefinition) {
        var found: RowChange?
        for (cell, column) in zip(row.cells, table.columns) where !cell.text.isEmpty {
            guard let change = RowChange(cell, column, definition) else { continue }
            // Who calls a thing off has the last word.
            if found == nil || change.state == .cancelled && found?.state == .moved { found = change }
        }
        guard let found else { return nil }
        self = found
    }

    private init(_ state: RowState, remark: String? = nil) { (self.state, self.remark) = (state, remark) }

    private init?(_ cell: CompiledTable.Cell, _ column: RecordTable.Column, _ definition: TableDefinition) {
        guard let position = column.definition else {
            guard let state = RowState(remark: cell.text) else { return nil }
            self.init(state, remark: cell.text)
            return
        }
        let field = definition.columns[position]
        let isMark = field.id == RowColumn.done.id
        switch field.type {
        case .period:
            guard let state = RowState(term: cell.text) else { return nil }
            self.init(state)
        case _ where field.id == definition.key:
            guard let state = RowState(name: cell.text) else { return nil }
            self.init(state)
        case .text, .markdown, .choice:
            guard let state = RowState(remark: cell.text, takesNouns: isMark) else { return nil }
            self.init(state, remark: cell.text)
        default: return nil
        }
    }
}
