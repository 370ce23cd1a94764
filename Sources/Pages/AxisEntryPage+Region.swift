import AlbumModel
import Catalog
import Linking
import Theming

/// What the page of a region has of its municipalities, where the site has several regions.
extension AxisEntryPage {
    /// The municipalities of a region, where the site has several; nothing on other pages.
    var regionRows: [EntryIndex]? {
        guard reference.vocabulary == page.album.regionCoverage?.rowVocabulary else { return nil }
        let rows = page.album.municipalities(of: reference)
        return rows.isEmpty ? nil : rows
    }

    /// The municipalities of a region.
    func regionGroups() -> [LinkGroupView] {
        guard let rows = page.album.coverage?.rowVocabulary, let regionRows else { return [] }
        let municipalities = regionRows.map { EntryReference(vocabulary: rows, entry: $0) }
        let links = municipalities.sortedByName { page.album.catalog.schema.entry($0).name }.map {
            page.link(
                to: $0, isInRegion: true, note: page.count(of: $0, materials: page.album.materials(of: $0).count))
        }
        return [
            LinkGroupView(page.album.catalog.vocabularies[rows].title, id: "of-region", links: links)
        ]
    }
}

extension Page {
    /// What a site of several regions has of one, in words: its municipalities, and its materials by kind, in the order of kinds.
    ///
    /// Nothing where there is neither.
    func holdings(ofRegion region: EntryReference) -> String? {
        var parts: [String] = []
        if let rows = album.coverage?.rowVocabulary {
            let count = album.municipalities(of: region).count
            if count > 0 { parts.append(wording.counted(count, album.catalog.vocabularies[rows].label)) }
        }
        let groups = album.byKind(album.materials(of: region))
        parts += groups.map { wording.counted($0.materials.count, album.catalog.kinds[$0.kind]) }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
