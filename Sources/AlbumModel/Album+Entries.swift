import Catalog
import Linking

/// What pages ask of an entry of an axis.
///
/// Each has a question of its own: what is changed in one region is nothing to the pages of another.
extension Album {
    /// The page of an entry of an axis; nothing for another vocabulary.
    package func address(of reference: EntryReference) -> SiteAddress? {
        let vocabulary = catalog.vocabularies[reference.vocabulary]
        return vocabulary.isAxis ? SitePages.entry(vocabulary, catalog.schema.entry(reference)) : nil
    }

    /// The name of an entry, made unique among the titles of all axes: an RMA direction may be called as another.
    package func uniqueTitle(of reference: EntryReference) -> String {
        let vocabulary = catalog.vocabularies[reference.vocabulary]
        let entry = catalog.schema.entry(reference)
        return "\(entry.distinctName) — \(vocabulary.label.one)"
    }

    /// The region an entry belongs to, in words.
    package func regionName(of entry: VocabularyEntry) -> String? {
        guard let region = entry.region, let index = catalog.schema.vocabulary("regions"),
            let position = catalog.vocabularies[index].position(of: region)
        else { return nil }
        return catalog.schema.entry(EntryReference(vocabulary: index, entry: position)).name
    }

    /// The region that a place belongs to, where regions are an axis: its own, else its municipality's or its root's.
    package func region(of entry: VocabularyEntry) -> EntryReference? {
        guard let axis = catalog.regionAxis else { return nil }
        var id = entry.region
        if id == nil, let municipality = entry.municipality, let rows = coverage?.rowVocabulary,
            let position = catalog.vocabularies[rows].position(of: municipality)
        {
            id = catalog.schema.entry(EntryReference(vocabulary: rows, entry: position)).region
        }
        id = id ?? entry.root.flatMap { root in catalog.schema.roots.first { $0.id == root }?.region }
        return id.flatMap { catalog.vocabularies[axis].position(of: $0) }.map {
            EntryReference(vocabulary: axis, entry: $0)
        }
    }

    /// The address of the full list of an entry's materials of one kind.
    package func fullList(of reference: EntryReference, kind: Kind) -> SiteAddress? {
        address(of: reference).map { $0.companion("\(kind.folder).html") }
    }

    /// Published materials of an entry of an axis, in the order in which lists show them; O(n log n).
    package func listed(of reference: EntryReference) -> [MaterialIndex] {
        noting(.listed(of: reference), ranked(entryMaterials[reference] ?? []))
    }

    /// Some of the published materials of an entry, in the order of lists.
    package func listed(_ materials: [MaterialIndex], of reference: EntryReference) -> [MaterialIndex] {
        noting(.listed(of: reference), ranked(materials))
    }

    /// The rows of the coverage that belong to a region, in the order of the vocabulary.
    package func municipalities(of region: EntryReference) -> [EntryIndex] {
        noting(.municipalities(of: region), regionRows[facts.catalog.schema.entry(region).id] ?? [])
    }

    /// All of them; O(rows).
    static func rows(byRegionOf facts: Facts) -> [EntryID: [EntryIndex]] {
        guard let rows = facts.coverage?.rowVocabulary else { return [:] }
        let places = facts.catalog.vocabularies[rows]
        return places.shown.reduce(into: [:]) { regions, row in
            if let region = places.entries[row].region { regions[region, default: []].append(row) }
        }
    }

    /// What holds for all municipalities of a region, in the order of lists; for those of none what names no region.
    package func binding(in region: EntryID?) -> [MaterialIndex] { ranked(binding.materials(in: region)) }

    // MARK: Rows of roadmaps

    /// The rows of roadmaps that concern an entry, as the filter of the calendar has it, in the order of time.
    ///
    /// A row concerns a municipality that it names, and all of its region where it names none.
    package func rows(of reference: EntryReference) -> CalendarRows {
        noting(.due(reference), concerns.rows(of: reference, among: facts.rows))
    }

    /// The rows of one material, in the order of time.
    package func rows(in index: MaterialIndex) -> [CalendarRow] {
        noting(.rowsIn(index), concerns.rows(in: index, among: facts.rows))
    }

    /// Whether there are so many rows that there is something to choose from.
    package var hasManyRows: Bool { noting(.rowTally, facts.rows.rows.count >= Self.fewestRows) }

    /// Fewer rows are seen at once.
    package static let fewestRows = 4

    /// Whether there are municipalities to be compared.
    package var hasSeveralPlaces: Bool {
        guard let rows = facts.coverage?.rowVocabulary else { return noting(.axes, false) }
        return noting(.axes, facts.catalog.vocabularies[rows].shown.count >= Self.fewestPlaces)
    }

    /// One is compared with nothing.
    package static let fewestPlaces = 2
}
