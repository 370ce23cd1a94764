import Bodies
import Catalog

/// What the cell of ``RowColumn/done`` says: «Проведено», «да».
package struct RowMark: Sendable, Hashable {
    /// The head of its column.
    package let label: String
    /// As written.
    package let text: String
}

/// What a row of the calendar can be found by.
package struct RowFacets: Sendable {
    /// For whom it is.
    package let participants: [RowParty]
    /// Who does it.
    package let executors: [RowParty]
    /// Who helps them; a row is found by either.
    package let coExecutors: [RowParty]
    /// Those that ``RowColumn/concerns`` names, where it says anything.
    ///
    /// Else of each axis the entries that its cells name, else its roadmap's: of these only such as the materials have that
    /// its cells name, if there are any.
    ///
    /// Of a roadmap that names no place, those that the row names alone: its participants, where some of them are of places
    /// (``RowParty/Whose``), else all who carry it out, where these are and nobody says that all take part.
    ///
    /// To places so named those of ``coExecutors`` are added: their row it is too.
    ///
    /// Of an axis that the roadmap does not name: those of the materials that its cells name, else those of the roadmap's
    /// group, as the stages of a group concern its members alone. Whom it concerns is said by events and groups alone: a
    /// practice of one municipality may be an example to all others.
    package let axes: [EntryReference]
    /// Whether ``RowColumn/concerns`` says whom it concerns: then nobody else named in it says that.
    package let saysWhom: Bool
    /// Whether it is of municipalities alone that the site does not have: then it concerns nobody here.
    package let isElsewhere: Bool
    /// Its term as read.
    package internal(set) var period: Period?
    /// Whether it has taken place or never will, as its cells say: then it is not due, whatever its term.
    package let isDone: Bool
    /// Whether it was called off or moved to another time.
    package let change: RowChange?
    /// What stands in its column of what has taken place; nothing where ``change`` says it.
    package let mark: RowMark?

    /// Reads them off one row of a table that belongs to `material`.
    ///
    /// O(cells).
    /// - Parameter places: the axis of whom a row concerns.
    package init(
        _ row: CompiledTable.Row, of table: CompiledTable, _ definition: TableDefinition, _ material: Material,
        _ catalog: AlbumCatalog, places: VocabularyIndex?
    ) {
        // A row may be shorter than its table.
        func cell(_ column: RowColumn) -> CompiledTable.Cell? {
            table.column(column.id, of: definition).flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
        }
        let regions = catalog.wholeRegionIDs(of: material)
        func parties(_ column: RowColumn) -> [RowParty] {
            Self.people(cell(column)?.value, catalog, places, regions)
        }
        (participants, executors, coExecutors) = (parties(.participants), parties(.executors), parties(.coExecutors))
        change = RowChange(row, of: table, definition)
        mark = Self.mark(cell(.done), table.column(RowColumn.done.id, of: definition).map { table.columns[$0] }, change)
        isDone = change?.state == .cancelled || (cell(.done).map { Self.isDone($0.text) } ?? false)
        period = row.cells.lazy.compactMap(\.value?.asPeriod).first
        let own = row.cells.flatMap { cell -> [EntryReference] in
            guard case .entries(let entries)? = cell.value else { return [] }
            return entries.filter { catalog.vocabularies[$0.vocabulary].isAxis }
        }
        let named = row.cells.flatMap { catalog.materials(namedBy: $0.value) }.flatMap { index in
            let material = catalog.materials[index]
            let saysWhom = catalog.kind(of: material).coverage == .takingPart
            return material.axes.filter {
                saysWhom || ($0.vocabulary != places && $0.vocabulary != catalog.regionAxis)
            }
        }
        let group = Self.group(of: material, catalog)
        let said = places.flatMap { Self.said(cell(.concerns)?.value, $0, regions, catalog) }
        saysWhom = said != nil
        let namesPlaces = (material.axes + named + group + own).contains { $0.vocabulary == places }
        // Who only helps makes no event of one place a common one.
        let whom = namesPlaces ? nil : Self.whom(participants, executors.isEmpty ? coExecutors : executors)
        let helping = coExecutors.compactMap(\.places).flatMap(\.self)
        isElsewhere = said?.isNobody ?? (whom == [] && helping.isEmpty)
        let told = Self.axes(own: own + (whom ?? []), named: named, roadmap: material.axes, group: group)
        if let said {
            axes = told.filter { $0.vocabulary != places } + said.places
            return
        }
        // Of places alone it is theirs too who help; what is common to all stays so.
        let isOfPlaces = whom == [] || told.contains { $0.vocabulary == places }
        axes = told + (isOfPlaces ? Set(helping).subtracting(told).sorted() : [])
    }

    /// Whether it concerns all of a list of places, as far as its roadmap's region goes; nobody is left out where there is no
    /// such list.
    package func isCommon(to places: VocabularyIndex?) -> Bool {
        !isElsewhere && !axes.contains { $0.vocabulary == places }
    }

    /// Who is named in a cell.
    /// - Parameters:
    ///   - places: the list of municipalities.
    ///   - regions: of the material, by which namesakes are told apart.
    package static func people(
        _ value: FieldValue?, _ catalog: AlbumCatalog, _ places: VocabularyIndex?, _ regions: [EntryID]
    ) -> [RowParty] {
        RowParty.read(parties(value, catalog), places, regions, catalog)
    }

    /// The places alone that a row is for: those of who takes part, else of who carries it out.
    ///
    /// None of them is on the site where the list is empty. Nothing where it may be for others too, as what «все
    /// муниципалитеты» take part in, or what an institute of the region carries out with some. Who else is named beside a
    /// place takes nothing from it: «Вологда; учителя», «Вологда; г. Сокол», «Вологда; Иванов».
    package static func whom(_ participants: [RowParty], _ executors: [RowParty]) -> [EntryReference]? {
        func places(_ people: [RowParty], beside isBeside: (RowParty) -> Bool) -> [EntryReference]? {
            let named = people.filter { $0.places != nil }
            guard !named.isEmpty, people.allSatisfy({ $0.places != nil || isBeside($0) }) else { return nil }
            let places = named.compactMap(\.places).flatMap(\.self)
            // Beside one that the site does not have they may be anybody's.
            return places.isEmpty && named.count < people.count ? nil : places
        }
        guard !participants.contains(where: { $0.whose == .everybody }) else { return nil }
        // An office of the region that takes part takes nothing from those that it is named with.
        let taking = participants.map { $0.beside.isEmpty ? $0 : RowParty($0.name, whose: .of($0.beside)) }
        return places(taking) { _ in true } ?? places(executors) { $0.whose != .region && $0.whose != .everybody }
    }

    /// Whom a row says to be for.
    private enum Said {
        case everybody
        /// Nobody, where all of a type are excepted.
        case some([EntryReference])

        var places: [EntryReference] { if case .some(let places) = self { places } else { [] } }
        var isNobody: Bool { if case .some(let places) = self { places.isEmpty } else { false } }
    }

    /// Nothing where it does not say.
    private static func said(
        _ value: FieldValue?, _ places: VocabularyIndex, _ regions: [EntryID], _ catalog: AlbumCatalog
    ) -> Said? {
        switch value {
        case .entries(let entries) where entries.allSatisfy({ $0.vocabulary == places }): .some(entries)
        case .reach(let reach) where reach.isForAll: .everybody
        case .reach(let reach): .some(reach.entries(of: places, catalog.schema, regions: regions))
        default: nil
        }
    }

    /// Those of a material that is an event: who holds it, its own axes and its date; whether it took place nobody says.
    init(event material: Material, _ role: FieldRoles.Event, _ catalog: AlbumCatalog) {
        executors = Self.parties(role.host.flatMap { material[$0] }, catalog)
        (participants, coExecutors, axes, period) = ([], [], material.axes, material.date)
        (isDone, change, mark, isElsewhere, saysWhom) = (false, nil, nil, false, false)
    }

    /// «да», «Выполнено 15.11.2024», «+», «отменено»; not «не выполнено», «перенесено на май», «частично».
    package static func isDone(_ text: String) -> Bool {
        let text = text.lowercased().replacing("ё", with: "е")
        let word = text.prefix { $0.isLetter }
        return ["+", "✓", "✔"].contains { text.hasPrefix($0) } || ["да", "yes", "done", "held"].contains { word == $0 }
            || ["выполн", "исполн", "провед", "состоял", "прошл", "отмен", "cancel"].contains { word.hasPrefix($0) }
    }

    private static func mark(_ cell: CompiledTable.Cell?, _ column: RecordTable.Column?, _ change: RowChange?)
        -> RowMark?
    {
        guard let cell, let column, !cell.text.isEmpty, cell.value != .absentInSource, cell.text != change?.remark
        else { return nil }
        return RowMark(label: column.title, text: cell.text)
    }

    /// The entries of the group whose work a roadmap is.
    private static func group(of material: Material, _ catalog: AlbumCatalog) -> [EntryReference] {
        catalog.materials(namedIn: "group", of: material).flatMap { catalog.materials[$0].axes }
    }

    private static func axes(
        own: [EntryReference], named: [EntryReference], roadmap: [EntryReference], group: [EntryReference]
    ) -> [EntryReference] {
        let told = roadmap + missing(in: roadmap, of: named)
        let all = told + missing(in: told, of: group)
        let inherited = all.filter { entry in !own.contains { $0.vocabulary == entry.vocabulary } }
        let common = Set(named).intersection(inherited)
        let narrowed = Set(common.map(\.vocabulary))
        var seen: Set<EntryReference> = []
        return own.filter { seen.insert($0).inserted }
            + inherited.filter {
                (common.contains($0) || !narrowed.contains($0.vocabulary)) && seen.insert($0).inserted
            }
    }

    /// Those of `entries` of whose axis there is none.
    private static func missing(in known: [EntryReference], of entries: [EntryReference]) -> [EntryReference] {
        let axes = Set(known.map(\.vocabulary))
        return entries.filter { !axes.contains($0.vocabulary) }
    }

    private static func parties(_ value: FieldValue?, _ catalog: AlbumCatalog) -> [RowParty] {
        switch value {
        case .list(let items): items.map { RowParty($0) }
        case .text(let text), .markdown(let text): [RowParty(text)]
        case .entries(let entries): entries.map { RowParty(catalog.schema.entry($0).distinctName, entry: $0) }
        default: []
        }
    }
}

extension FieldValue {
    /// A term as it was read.
    var asPeriod: Period? { if case .period(let period) = self { period } else { nil } }
}
