import Catalog

/// A row of a table that declares the view `calendar`: something that is due.
struct RoadmapRow: Sendable {
    /// Position of its material.
    let material: Int
    /// Position of its table among those of the material.
    let table: Int
    let anchor: String
    let name: String
    let period: Period
    let facets: RowFacets
    /// What is expected of it, as HTML of its own page.
    let result: String?
}

/// The rows of all roadmaps, in the order of time.
struct RoadmapRows: Sendable {
    /// Dated rows first by their beginning, open-ended ones behind them; then by material and place in the table.
    let rows: [RoadmapRow]

    /// Collects the rows.
    ///
    /// O(rows log rows).
    init(_ catalog: AlbumCatalog, _ compiled: [CompiledMaterial], published: Set<Int>) {
        var rows: [RoadmapRow] = []
        for (index, material) in compiled.enumerated() where published.contains(index) {
            for (position, table) in material.tables.enumerated() {
                let definition = catalog.kind(of: catalog.materials[index]).tables[table.definition]
                guard definition.views.contains(.calendar) else { continue }
                rows += Self.rows(of: table, definition, material: index, table: position, catalog)
            }
        }
        self.rows = rows.enumerated()
            .sorted { left, right in
                switch (left.element.period.sortKey, right.element.period.sortKey) {
                case (let first?, let second?): first == second ? left.offset < right.offset : first < second
                case (.some, nil): true
                case (nil, .some): false
                case (nil, nil): left.offset < right.offset
                }
            }
            .map(\.element)
    }

    /// Rows that lie in the future of an edition, or the latest ones where nothing does; at most `limit`.
    func due(on edition: CalendarDate, limit: Int, where isWanted: (RoadmapRow) -> Bool = { _ in true }) -> (
        rows: [RoadmapRow], areAhead: Bool
    ) {
        let dated = rows.filter { $0.period.sortKey != nil && !$0.period.isOpen && isWanted($0) }
        let ahead = dated.filter { ($0.period.end ?? edition) >= edition }
        if !ahead.isEmpty { return (Array(ahead.prefix(limit)), true) }
        return (Array(dated.suffix(limit).reversed()), false)
    }

    /// The rows of one table whose terms were read.
    static func rows(
        of table: CompiledTable, _ definition: TableDefinition, material: Int, table position: Int,
        _ catalog: AlbumCatalog
    ) -> [RoadmapRow] {
        guard let nameColumn = table.column(definition.key, of: definition) else { return [] }
        let result = table.column("result", of: definition)
        return table.records.compactMap { row in
            guard row.cells.count == table.columns.count else { return nil }
            let facets = RowFacets(row, of: table, definition, catalog.materials[material], catalog)
            guard let period = facets.period else { return nil }
            return RoadmapRow(
                material: material, table: position, anchor: row.anchor, name: row.cells[nameColumn].text,
                period: period, facets: facets, result: result.flatMap { self.result(row.cells[$0]) })
        }
    }

    private static func result(_ cell: CompiledTable.Cell) -> String? {
        cell.value == nil || cell.value == .absentInSource ? nil : cell.html
    }
}
