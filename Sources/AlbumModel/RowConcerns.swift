import Catalog

/// Which rows of the calendar are of which material and concern which entries of axes, so that none has to look through all.
struct RowConcerns: Sendable {
    /// Positions among all rows, by the entry that a row names, or the region of its material.
    private let named: [EntryReference: [Int]]
    /// Of rows that name no municipality, by the regions of their material: they concern all of these.
    private let common: [EntryID?: [Int]]
    private let ofMaterial: [MaterialIndex: [Int]]
    private let municipalities: VocabularyIndex?
    private let catalog: AlbumCatalog

    /// O(rows × axes of a row).
    init(_ facts: Album.Facts) {
        let (catalog, municipalities) = (facts.catalog, facts.coverage?.rowVocabulary)
        let regionAxis = catalog.regionAxis
        var named: [EntryReference: [Int]] = [:]
        var common: [EntryID?: [Int]] = [:]
        for (position, row) in facts.rows.rows.enumerated() {
            let material = catalog.materials[row.material]
            let regions = material.axes.filter { $0.vocabulary == regionAxis }
            for entry in Set(row.facets.axes + regions) { named[entry, default: []].append(position) }
            if row.facets.isCommon(to: municipalities) {
                let regions = catalog.wholeRegionIDs(of: material)
                for region in regions { common[region, default: []].append(position) }
                if regions.isEmpty { common[nil, default: []].append(position) }
            }
        }
        ofMaterial = Dictionary(grouping: facts.rows.rows.indices) { facts.rows.rows[$0].material }
        (self.catalog, self.municipalities, self.named, self.common) = (catalog, municipalities, named, common)
    }

    /// Of all rows those of a material, in their order.
    func rows(in index: MaterialIndex, among all: CalendarRows) -> [CalendarRow] {
        (ofMaterial[index] ?? []).map { all.rows[$0] }
    }

    /// Of all rows those that concern an entry, in their order.
    func rows(of reference: EntryReference, among all: CalendarRows) -> CalendarRows {
        var positions = named[reference] ?? []
        if reference.vocabulary == catalog.regionAxis { positions = (positions + (common[nil] ?? [])).sorted() }
        if reference.vocabulary == municipalities {
            let region = catalog.schema.entry(reference).region
            positions += common[nil] ?? []
            if let region { positions += common[region] ?? [] }
            positions.sort()
        }
        return CalendarRows(sorted: positions.map { all.rows[$0] })
    }
}
