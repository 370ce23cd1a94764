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

    /// The municipalities of a region, and the way to its matrix.
    func regionGroups() -> [LinkGroupView] {
        guard let rows = page.album.coverage?.rowVocabulary, let regionRows,
            let matrix = RegionCoverage.address(of: reference, page.album)
        else { return [] }
        let municipalities = regionRows.map { EntryReference(vocabulary: rows, entry: $0) }
        let links = municipalities.sortedByName { page.album.catalog.schema.entry($0).name }.map {
            page.link(to: $0, isInRegion: true)
        }
        return [
            LinkGroupView(
                page.album.catalog.vocabularies[rows].title, id: "of-region",
                links: [LinkView(page.wording.word(.pageCoverage), page.url(to: matrix))] + links)
        ]
    }
}
