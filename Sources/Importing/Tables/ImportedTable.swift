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

    /// A row below the heads, and what it is.
    package struct Row: Sendable, Hashable {
        /// In Markdown.
        package let cells: [String]
        package let role: RowRole
        /// Whether it is a section that its words alone do not make one: among other rows it would be a record.
        package let needsBold: Bool
        /// Of a record.
        package let terms: TermCount
    }

    /// The id of the table in its kind.
    package let definition: String
    package let columns: [Column]
    package let rows: [Row]
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
        rows = placed.rows
        markdown = placed.markdown
    }
}
