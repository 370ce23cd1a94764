import AlbumModel
import Catalog
import Languages

/// How the people in the rows of a table are understood: whom a row of a plan for all concerns, in words beside the cell
/// that decides it.
///
/// A plan of some municipalities is theirs, whatever its rows say: nothing is said of those.
struct GridConcerns {
    private let catalog: AlbumCatalog
    private let places: VocabularyIndex
    private let regions: [EntryID]
    private let columns: [RowColumn: Int]
    /// The column that says it expressly.
    private let concerns: Int?
    private let language: Language
    /// Whether nothing but the cells of people says whom a row concerns: a group says it for its whole plan.
    private let isSaidByRows: Bool
    /// More are told by those that are left out, and counted where these are more too.
    private static let mostNamed = 5

    /// Nothing for a table that no calendar shows, and for one of a plan that names its municipalities.
    /// - Parameter path: of the material, below `content/`.
    init?(_ grid: Grid, path: String, _ catalog: AlbumCatalog, _ language: Language) {
        guard let places = catalog.schema.vocabulary(EntryKey.ofMunicipalities),
            grid.definition?.views.contains(.calendar) ?? false
        else { return nil }
        let material = catalog.directory.position(ofPath: path).map { catalog.materials[$0] }
        if let material, material.axes.contains(where: { $0.vocabulary == places }) { return nil }
        let columns = RowColumn.people.compactMap { column in
            grid.columns.firstIndex { $0.id == column.rawValue }.map { (column, $0) }
        }
        guard !columns.isEmpty else { return nil }
        self.columns = Dictionary(uniqueKeysWithValues: columns)
        concerns = grid.columns.firstIndex { $0.id == RowColumn.concerns.rawValue }
        regions = material.map { catalog.wholeRegionIDs(of: $0) } ?? []
        isSaidByRows = material.map { catalog.materials(namedIn: "group", of: $0).isEmpty } ?? true
        (self.catalog, self.places, self.language) = (catalog, places, language)
    }

    /// The cell that decides whom a row concerns, and what it says; nothing where it names just as the list does, and where
    /// another cell may say whom, as an event that is named does.
    func text(of row: Grid.Row) -> (column: Int, text: String)? {
        guard row.role == .record else { return nil }
        if let concerns, row.cells.indices.contains(concerns), !row.cells[concerns].text.isEmpty {
            return said(row, concerns).map { (concerns, $0) }
        }
        func people(_ column: RowColumn) -> [RowParty] {
            guard let place = columns[column], row.cells.indices.contains(place) else { return [] }
            return RowFacets.people(row.cells[place].value, catalog, places, regions)
        }
        let (participants, named, helpers) = (people(.participants), people(.executors), people(.coExecutors))
        let executors = named.isEmpty ? helpers : named
        let isSaid = participants.contains { $0.whose == .everybody }
        let decides: RowColumn =
            isSaid || RowFacets.whom(participants, []) != nil
            ? .participants : named.isEmpty ? .coExecutors : .executors
        let whom = RowFacets.whom(participants, executors)
        if whom == nil, !isSaid { return silence(of: row, participants, executors, decides) }
        guard let column = columns[decides], row.cells.indices.contains(column) else { return nil }
        let written = row.cells[column].text
        guard let whom else {
            return (column, PlaceWord.concernsAll.text(language, catalog.vocabularies[places].label.many))
        }
        let helping = helpers.flatMap { helper -> [EntryReference] in
            if case .of(let places) = helper.whose { places } else { [] }
        }
        if whom.isEmpty, helping.isEmpty { return (column, PlaceWord.concernsNobody.text(language, written)) }
        var seen: Set<EntryReference> = []
        let entries = (whom + helping).filter { seen.insert($0).inserted }
        let names = entries.map { catalog.schema.entry($0).distinctName }.joined(separator: "; ")
        guard names != written else { return nil }
        return (column, summary(entries, names))
    }

    /// What its own column says of a row: whom sorts and exceptions mean; nothing where it names them itself.
    private func said(_ row: Grid.Row, _ column: Int) -> String? {
        guard case .reach(let reach)? = row.cells[column].value else { return nil }
        guard !reach.isForAll else {
            return PlaceWord.concernsAll.text(language, catalog.vocabularies[places].label.many)
        }
        let entries = reach.entries(of: places, catalog.schema, regions: regions)
        if entries.isEmpty { return PlaceWord.concernsNobody.text(language, row.cells[column].text) }
        return summary(entries, entries.map { catalog.schema.entry($0).distinctName }.joined(separator: "; "))
    }

    /// A few by name, most by those that are left out, others by their number.
    private func summary(_ entries: [EntryReference], _ names: String) -> String {
        guard entries.count > Self.mostNamed else { return PlaceWord.concerns.text(language, names) }
        let vocabulary = catalog.schema.vocabularies[places]
        let left = vocabulary.shown(but: Set(entries.map(\.entry)), of: regions)
        guard !left.isEmpty, left.count <= Self.mostNamed else {
            return PlaceWord.concerns.text(
                language, catalog.vocabularies[places].label.counted(entries.count, language))
        }
        let but = left.map { vocabulary.entries[$0].distinctName }.joined(separator: "; ")
        return PlaceWord.concernsAllBut.text(language, but)
    }

    /// Why a row is everybody's though nobody says so, beside the cell that would tell whose it is; nothing of a row without
    /// words and of one whose other cells may say it.
    private func silence(
        of row: Grid.Row, _ participants: [RowParty], _ executors: [RowParty], _ executing: RowColumn
    ) -> (column: Int, text: String)? {
        let saysOtherwise = row.cells.contains { cell in
            if case .entries(let entries)? = cell.value, entries.contains(where: { $0.vocabulary == places }) {
                return true
            }
            return !catalog.materials(namedBy: cell.value).isEmpty
        }
        guard isSaidByRows, !saysOtherwise, row.cells.contains(where: { !$0.text.isEmpty }) else { return nil }
        if executors.contains(where: { $0.places != nil }), let column = columns[executing] {
            return (column, PlaceWord.concernsAllByRegion.text(language))
        }
        var seen: Set<String> = []
        let unknown = (participants + executors).flatMap(\.unknown).filter { seen.insert($0).inserted }
        let isOfParticipants =
            !participants.isEmpty && (unknown.isEmpty || participants.contains { !$0.unknown.isEmpty })
        guard let column = columns[isOfParticipants ? .participants : executing] ?? columns.values.min() else {
            return nil
        }
        if unknown.isEmpty, (participants + executors).contains(where: \.isUnclear) {
            return (column, PlaceWord.concernsAllUnclear.text(language))
        }
        return (
            column,
            unknown.isEmpty
                ? PlaceWord.concernsAllBySilence.text(language)
                : PlaceWord.concernsAllUnknown.text(language, unknown.joined(separator: "; "))
        )
    }
}
