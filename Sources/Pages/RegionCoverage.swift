import AlbumModel
import Catalog
import Linking
import Theming

/// The coverage of a site of several regions, rolled up: `coverage.html` has regions × directions, and each region a
/// matrix and maps of its own municipalities, `regions/perm.coverage.html`.
struct RegionCoverage {
    let page: Page
    let region: EntryReference
    let coverage: Coverage

    /// The regions that have municipalities, each with the address of its matrix; none where regions are no axis.
    static func regions(_ album: Album) -> [(region: EntryReference, address: SiteAddress)] {
        guard let coverage = album.regionCoverage else { return [] }
        return album.catalog.vocabularies[coverage.rowVocabulary].entries.indices.compactMap { entry in
            let region = EntryReference(vocabulary: coverage.rowVocabulary, entry: entry)
            guard !municipalities(of: region, album).isEmpty else { return nil }
            return address(of: region, album).map { (region, $0) }
        }
    }

    /// The matrix of a region.
    static func address(of region: EntryReference, _ album: Album) -> SiteAddress? {
        album.address(of: region).map { $0.companion("coverage.html") }
    }

    /// The rows of the coverage that belong to a region, in the order of the vocabulary.
    static func municipalities(of region: EntryReference, _ album: Album) -> [EntryIndex] {
        guard let rows = album.coverage?.rowVocabulary else { return [] }
        let (entries, id) = (album.catalog.vocabularies[rows].entries, album.catalog.schema.entry(region).id)
        return entries.indices.filter { entries[$0].region == id }
    }

    func view() -> CoverageView {
        let name = page.album.catalog.schema.entry(region).name
        return CoveragePage(
            page: page, coverage: coverage, only: Self.municipalities(of: region, page.album),
            title: "\(page.wording.word(.pageCoverage)): \(name)"
        ).view()
    }
}

extension CoverageMaps {
    /// The rows of which it tells.
    func shown(_ all: Range<EntryIndex>) -> [EntryIndex] { only ?? Array(all) }
}
