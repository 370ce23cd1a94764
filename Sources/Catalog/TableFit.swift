import Diagnostics

/// How a table from elsewhere fits a definition: where its heads are, which columns they name, what its rows are.
///
/// It knows what the reader of record tables knows (``ColumnHeads``, ``RowSorter``), so that what is taken in is read as
/// it was announced. Besides, a head that nearly names a column (``ColumnHeads/nearPosition(_:_:)``) is taken for it.
package struct TableFit: Sendable {
    /// A row as plain texts.
    package struct Row: Sendable {
        package let texts: [String]
        /// Whether its first text is set in bold as a whole.
        package let isStrong: Bool

        package init(_ texts: [String], isStrong: Bool = false) {
            self.texts = texts
            self.isStrong = isStrong
        }
    }

    /// A column of the table.
    package struct Column: Sendable, Hashable {
        /// The head, as written.
        package let title: String
        /// Position in ``TableDefinition/columns``; nothing for one that the definition does not know.
        package let definition: Int?
        /// Whether the reader of record tables takes the head for the column as it is.
        package let isNamed: Bool
        /// «№ п/п»: it numbers the rows.
        package let isRowNumber: Bool
    }

    /// Position of the row of heads; what stands above it are titles.
    package let head: Int
    package let columns: [Column]
    /// What the rows below the heads are; nothing for one without any text.
    package let roles: [RowRole?]
    /// Whether the table has the column that names its rows.
    package let hasKey: Bool

    /// How many columns of the definition there are.
    package var knownCount: Int { columns.count { $0.definition != nil } }

    /// How far down a head is looked for.
    private static let mostTitleRows = 15

    /// Nothing where fewer than two columns are known, or one of a definition that has no more.
    ///
    /// Columns of a table of the other form (``IndicatorForm``) count too: that they stand under the wrong heading makes them
    /// no rows.
    ///
    /// O(cells + heads × names).
    package init?(_ rows: [Row], _ definition: TableDefinition, isFile: Bool = true) {
        let scores = rows.prefix(Self.mostTitleRows).map { row in
            Set(row.texts.compactMap { $0.isEmpty ? nil : ColumnHeads.nearPosition($0, definition) }).count
                + definition.headsOfOtherForm(row.texts).reduce(0) { $0 + $1.heads.count }
        }
        guard let most = scores.max(), most >= min(2, definition.columns.count), let head = scores.firstIndex(of: most)
        else { return nil }
        self.init(rows, definition, head: head, isFile: isFile)
    }

    /// With the heads in a row that somebody has pointed out.
    ///
    /// O(cells + heads × names).
    package init(_ rows: [Row], _ definition: TableDefinition, head: Int, isFile: Bool = true) {
        self.head = head
        let place = SourceLocation(path: "")
        let titles = rows[head].texts
        let heads = ColumnHeads(
            titles.map { ColumnHeads.Head(title: $0, place: place) }, definition, row: place)
        var positions = heads.positions
        for (column, title) in titles.enumerated() where positions[column] == nil && !title.isEmpty {
            guard let near = ColumnHeads.nearPosition(title, definition), !positions.contains(near) else { continue }
            positions[column] = near
        }
        columns = titles.indices.map { column in
            Column(
                title: titles[column], definition: positions[column],
                isNamed: heads.positions[column] != nil && definition.column(named: titles[column]) != nil,
                isRowNumber: ColumnHeads.isRowNumber(titles[column]))
        }
        let below = rows[(head + 1)...]
        let sorter = Self.sorter(of: below, columns, definition, isFile: isFile)
        hasKey = sorter.key != nil
        roles = Self.roles(of: below, sorter)
    }

    /// What rows are whose columns are known otherwise; nothing for one without any text.
    ///
    /// O(cells).
    package static func roles(
        of rows: ArraySlice<Row>, _ columns: [Column], _ definition: TableDefinition, isFile: Bool = true
    ) -> [RowRole?] {
        roles(of: rows, sorter(of: rows, columns, definition, isFile: isFile))
    }

    private static func sorter(
        of rows: ArraySlice<Row>, _ columns: [Column], _ definition: TableDefinition, isFile: Bool
    ) -> RowSorter {
        RowSorter(
            columns.map { RecordTable.Column(title: $0.title, definition: $0.definition) }, definition,
            rows: rows.map(\.texts), isFile: isFile)
    }

    private static func roles(of rows: ArraySlice<Row>, _ sorter: RowSorter) -> [RowRole?] {
        sorter.roles(of: rows.map { RowSorter.Line(texts: $0.texts, isText: false, isStrong: $0.isStrong) })
    }
}

extension TableFit.Column {
    /// One that somebody has named.
    ///
    /// - Parameter definition: its position in ``TableDefinition/columns``; nothing for one that it has not.
    package init(title: String, definition: Int?) {
        self.init(
            title: title, definition: definition, isNamed: definition != nil,
            isRowNumber: definition == nil && ColumnHeads.isRowNumber(title))
    }
}
