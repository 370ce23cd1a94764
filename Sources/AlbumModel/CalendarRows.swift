import Bodies
import Catalog
import Formats

/// Something that is due: a row of a table that declares the view `calendar`, or a material that is an event itself.
package struct CalendarRow: Sendable {
    /// Where it is told.
    package enum Source: Sendable, Hashable {
        /// A row of the material's table at this position; the anchor is the row's on its page.
        case row(table: Int, anchor: String)
        /// The material as a whole, of a kind whose materials are events (``FieldRoles/Event``).
        case material

        /// Position of its table; nothing for a material as a whole.
        package var table: Int? { if case .row(let table, _) = self { table } else { nil } }
    }

    /// Position of its material.
    package let material: MaterialIndex
    package let source: Source
    /// What is to be done.
    package let name: String
    /// Nothing where its roadmap names no term.
    package private(set) var period: Period?
    /// What it can be found by.
    package private(set) var facets: RowFacets
    /// What is expected of it, in a cell of its table.
    package let result: CompiledTable.Cell?
    /// Where an event takes place, as written; nothing for rows of roadmaps, and where it is not said.
    package let venue: String?
    /// Materials that are events which its cells name: the row tells of them.
    ///
    /// Of an event the materials that it names.
    let named: [MaterialIndex]

    /// The same at the days of the event that it tells of, which are known better.
    func at(_ term: Period?) -> CalendarRow {
        var row = self
        row.period = term
        row.facets.period = term
        return row
    }
}

extension CalendarRow {
    /// Its term, where it has a day of its own.
    package var term: Period? { period.flatMap { $0.sortKey == nil || $0.isOpen ? nil : $0 } }

    /// Whether it has a day of its own.
    package var isDated: Bool { term != nil }

    /// Its term, where a calendar program can show it: what lasts a year, or of which no more than a year is known,
    /// would stand over every other event.
    package var eventTerm: Period? { term.flatMap { $0.isYearAlone || $0.lastsAYear ? nil : $0 } }

    /// Whether no more is known than a time within which it lies, and that time has not ended on a day.
    ///
    /// «В течение года» in a roadmap of two years, «2023 год», «постоянно»; not a row without a term.
    func isWithinItsTime(on day: CalendarDate) -> Bool {
        guard let period, period.isOpen || period.isYearAlone else { return false }
        return (period.end ?? day) >= day
    }
}

extension Period {
    /// Whether nothing is known but a year or several: what happens within it may last a day.
    package var isYearAlone: Bool { precision == .year || precision == .schoolYear || precision == .years }

    /// Whether its last day is the one before the anniversary of its first, or later.
    var lastsAYear: Bool {
        guard let start, let next = end?.next else { return false }
        return (next.year - 1, next.month, next.day) >= (start.year, start.month, start.day)
    }
}

/// The rows of all roadmaps and all events, in the order of time.
package struct CalendarRows: Sendable {
    /// Dated rows first by their beginning, open-ended ones and such without a term behind them; then by material and
    /// place in the table.
    package let rows: [CalendarRow]

    /// Orders the rows of all materials, which come in the order of the catalog; O(rows log rows).
    ///
    /// An event that a row tells of stands there alone (``SameEvents``).
    package init(_ rows: [CalendarRow]) {
        self.rows = SameEvents(rows).rowsOfCalendar.enumerated()
            .sorted { left, right in
                switch (left.element.period?.sortKey, right.element.period?.sortKey) {
                case (let first?, let second?): first == second ? left.offset < right.offset : first < second
                case (.some, nil): true
                case (nil, .some): false
                case (nil, nil): left.offset < right.offset
                }
            }
            .map(\.element)
    }

    /// Rows that stand in the order of time already.
    init(sorted rows: [CalendarRow]) { self.rows = rows }

    /// What is due on the day of an edition, at most `limit` rows.
    ///
    /// Ahead is what ends then or later, or begins then or later where it has no end; what goes on comes before what
    /// begins later, the nearest end first. One that began earlier and has no end is no news, nor one that is done. Of which no more is
    /// known than a year, or the time of its table, it cannot be said: such rows stand apart while that time lasts.
    package func due(on edition: CalendarDate, limit: Int) -> Due {
        guard !rows.isEmpty else { return .noRows }
        let dated = rows.compactMap { row in row.term.map { (row: row, term: $0) } }
        let ahead = ahead(dated.filter { !$0.term.isYearAlone && !$0.row.facets.isDone }, on: edition)
        let within = rows.filter { !$0.facets.isDone && $0.isWithinItsTime(on: edition) }
        guard ahead.isEmpty, within.isEmpty else {
            return .rows(
                ahead: Array(ahead.prefix(limit)), within: Array(within.prefix(max(0, limit - ahead.count))))
        }
        // Of several that ended on one day, as of one year alone, none is the last.
        // What is done before its term ends has not ended either.
        // What was called off did not end.
        let ended = dated.filter { row in
            row.row.facets.change?.state != .cancelled && row.term.end.map { $0 < edition } ?? false
        }
        let last = ended.compactMap(\.term.end).max()
        let latest = ended.filter { $0.term.end == last }.map(\.row)
        // Whatever its state: nothing at all has a later term, so that it can be said without the day of an edition.
        let until = dated.compactMap { $0.term.end ?? $0.term.start }.max()
        return .nothing(latest: latest.count > limit ? [] : latest, until: until)
    }

    /// How many are due, by a term of their own or within one.
    package func countDue(on edition: CalendarDate) -> Int {
        guard case .rows(let ahead, let within) = due(on: edition, limit: .max) else { return 0 }
        return ahead.count + within.count
    }

    /// Those whose term passed within a year before a day and of which nothing is said: neither that they took place nor
    /// that they were called off or moved; the latest first, at most `limit`.
    ///
    /// An event that is a material is over with its day. O(rows log rows).
    package func overdue(on edition: CalendarDate, limit: Int) -> [CalendarRow] {
        let over = rows.compactMap { row -> (row: CalendarRow, end: CalendarDate)? in
            guard row.source != .material, !row.facets.isDone, row.facets.mark == nil, row.facets.change == nil,
                let end = row.term?.end, end < edition, edition.dayNumber - end.dayNumber <= Self.year
            else { return nil }
            return (row, end)
        }
        return over.enumerated().sorted { ($1.element.end, $0.offset) < ($0.element.end, $1.offset) }
            .prefix(limit).map(\.element.row)
    }

    private static let year = 366

    private func ahead(_ dated: [(row: CalendarRow, term: Period)], on edition: CalendarDate) -> [CalendarRow] {
        let ahead = dated.filter { ($0.term.end ?? $0.term.start ?? edition) >= edition }
        // A deadline without a beginning is due at its end.
        let keys = ahead.map { row in
            (max(row.term.start ?? row.term.end ?? edition, edition), row.term.end ?? row.term.start)
        }
        let order = ahead.indices.sorted { left, right in
            let (first, second) = (keys[left], keys[right])
            if first.0 != second.0 { return first.0 < second.0 }
            if let one = first.1, let other = second.1, one != other { return one < other }
            return left < right
        }
        return order.map { ahead[$0].row }
    }

    /// What is due, or that nothing is.
    package enum Due {
        /// No row was asked for: there is nothing to say of time.
        case noRows
        /// What is due by a term of its own, and what may be, since the time within which it lies lasts; not both
        /// are empty.
        case rows(ahead: [CalendarRow], within: [CalendarRow])
        /// Nothing is due; the rows that ended last, where so many can be shown, and the day after which nothing has a term: none
        /// where no row has one.
        case nothing(latest: [CalendarRow], until: CalendarDate?)
    }

    /// The rows of one material, in the order in which they stand there; of an event with a date, the event before them.
    package static func rows(
        of index: MaterialIndex, _ material: CompiledMaterial, _ catalog: AlbumCatalog, places: VocabularyIndex?
    ) -> [CalendarRow] {
        let kind = catalog.kind(of: catalog.materials[index])
        let event = kind.roles.event.flatMap { self.event(index, $0, catalog) }
        return [event].compactMap(\.self)
            + material.tables.enumerated().flatMap { position, table in
                let definition = kind.tables[table.definition]
                guard definition.views.contains(.calendar) else { return [CalendarRow]() }
                return rows(of: table, definition, material: index, table: position, catalog, places: places)
            }
    }

    /// A material as an event; nothing where it has no date.
    private static func event(_ index: MaterialIndex, _ role: FieldRoles.Event, _ catalog: AlbumCatalog) -> CalendarRow?
    {
        let material = catalog.materials[index]
        guard let date = material.date else { return nil }
        let venue: String? = if case .text(let place)? = role.place.flatMap({ material[$0] }) { place } else { nil }
        return CalendarRow(
            material: index, source: .material, name: material.title, period: date,
            facets: RowFacets(event: material, role, catalog), result: nil,
            venue: venue, named: material.fields.flatMap { catalog.materials(namedBy: $0.value) })
    }

    /// The rows of one table, with a term and without.
    private static func rows(
        of table: CompiledTable, _ definition: TableDefinition, material: MaterialIndex, table position: Int,
        _ catalog: AlbumCatalog, places: VocabularyIndex?
    ) -> [CalendarRow] {
        guard let nameColumn = table.column(definition.key, of: definition) else { return [] }
        let result = table.column(RowColumn.result.id, of: definition)
        return table.records.compactMap { row in
            guard row.cells.count == table.columns.count else { return nil }
            let facets = RowFacets(
                row, of: table, definition, catalog.materials[material], catalog, places: places)
            return CalendarRow(
                material: material, source: .row(table: position, anchor: row.anchor),
                name: row.cells[nameColumn].text, period: facets.period, facets: facets,
                result: result.flatMap { self.result(row.cells[$0]) }, venue: nil,
                named: row.cells.flatMap { catalog.materials(namedBy: $0.value) }
                    .filter { catalog.kind(of: catalog.materials[$0]).roles.event != nil })
        }
    }

    private static func result(_ cell: CompiledTable.Cell) -> CompiledTable.Cell? {
        cell.value == nil || cell.value == .absentInSource ? nil : cell
    }
}
