import Catalog

/// A table of a kind as it came: its columns by what they are, its rows in Markdown.
package struct ImportedTable: Sendable, Hashable {
    package struct Column: Sendable, Hashable {
        /// Nothing for one that the kind does not know.
        package let id: FieldID?
        package let title: String
        /// «№ п/п»: it numbers the rows.
        package let isRowNumber: Bool
    }

    /// The id of the table in its kind.
    package let definition: String
    package let columns: [Column]
    package let rows: [[String]]
    /// As it stands in the text.
    package let markdown: String

    /// Nothing for a plain table.
    init?(_ placed: PlacedTable) {
        guard let definition = placed.definition, let fit = placed.fit, let heads = placed.cells.first else {
            return nil
        }
        self.definition = definition.id
        columns = zip(heads, fit.columns).map { title, column in
            Column(
                id: column.definition.map { definition.columns[$0].id }, title: title, isRowNumber: column.isRowNumber)
        }
        rows = Array(placed.cells.dropFirst())
        markdown = placed.markdown
    }
}
