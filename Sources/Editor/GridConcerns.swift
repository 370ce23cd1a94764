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
    private let language: Language
    /// More are counted.
    private static let mostNamed = 6

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
        regions = material.map { catalog.wholeRegionIDs(of: $0) } ?? []
        (self.catalog, self.places, self.language) = (catalog, places, language)
    }

    /// The cell that decides whom a row concerns, and what it says; nothing where it names nobody, or just as the list does.
    func text(of row: Grid.Row) -> (column: Int, text: String)? {
        guard row.role == .record else { return nil }
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
        guard let column = columns[decides], row.cells.indices.contains(column) else { return nil }
        let written = row.cells[column].text
        guard let whom = RowFacets.whom(participants, executors) else {
            let label = catalog.vocabularies[places].label.many
            return isSaid ? (column, PlaceWord.concernsAll.text(language, label)) : nil
        }
        let helping = helpers.flatMap { helper -> [EntryReference] in
            if case .of(let places) = helper.whose { places } else { [] }
        }
        if whom.isEmpty, helping.isEmpty { return (column, PlaceWord.concernsNobody.text(language, written)) }
        var seen: Set<EntryReference> = []
        let entries = (whom + helping).filter { seen.insert($0).inserted }
        let names = entries.map { catalog.schema.entry($0).distinctName }.joined(separator: "; ")
        guard names != written else { return nil }
        let shown =
            entries.count > Self.mostNamed
            ? catalog.vocabularies[places].label.counted(entries.count, language) : names
        return (column, PlaceWord.concerns.text(language, shown))
    }
}
