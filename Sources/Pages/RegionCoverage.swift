import AlbumModel
import Catalog
import Linking
import Theming

/// The coverage of a site of several regions, rolled up: `coverage.html` has regions × directions, and each region a
/// matrix and maps of its own municipalities, `regions/perm.coverage.html`.
///
/// The sums agree: what a region has in the one is what its municipalities and the region as a whole have in the other,
/// each material counted once.
package struct RegionCoverage {
    let page: Page
    let region: EntryReference
    let coverage: Coverage

    /// The regions that have municipalities, each with the address of its matrix; none where regions are no axis.
    package static func regions(_ album: Album) -> [(region: EntryReference, address: SiteAddress)] {
        guard let coverage = album.regionCoverage else { return [] }
        return album.catalog.vocabularies[coverage.rowVocabulary].shown.compactMap { entry in
            let region = EntryReference(vocabulary: coverage.rowVocabulary, entry: entry)
            guard !album.municipalities(of: region).isEmpty else { return nil }
            return address(of: region, album).map { (region, $0) }
        }
    }

    /// The matrix of a region.
    static func address(of region: EntryReference, _ album: Album) -> SiteAddress? {
        album.address(of: region).map { address(below: $0) }
    }

    /// The same by the address of the region's page.
    package static func address(below region: SiteAddress) -> SiteAddress { region.companion("coverage.html") }

    /// The page of the whole site: of regions where they are an axis, else of municipalities.
    static func whole(_ page: Page, _ coverage: Coverage) -> CoveragePage {
        guard let regions = page.album.regionCoverage else {
            return CoveragePage(page: page, coverage: page.album.coverage ?? coverage)
        }
        return CoveragePage(
            page: page, coverage: regions,
            rest: .withoutRegion(regions, page.wording))
    }

    func view() -> CoverageView {
        CoveragePage(
            page: page, coverage: coverage, only: page.album.municipalities(of: region), region: region,
            rest: Self.rest(of: region, coverage, page.album, page.wording)
        ).view()
    }

    /// What the region has and none of its municipalities.
    ///
    /// What many municipalities of a region name is the region's own and nobody's else: they take part in it, and it
    /// stands in this row all the same.
    package static func rest(
        of region: EntryReference, _ coverage: Coverage, _ album: Album, _ wording: Wording
    ) -> CoverageRest? {
        guard let regions = album.regionCoverage else { return nil }
        let municipalities = album.municipalities(of: region)
        let placed = Coverage.Part.allCases.map { part in
            municipalities.reduce(into: Set<MaterialIndex>()) { $0.formUnion(coverage.materials(part, row: $1)) }
        }
        return CoverageRest(wording.word(.regionWhole), note: wording.word(.regionWholeNote)) { part, column in
            let own =
                column.map { regions.materials(part, row: region.entry, column: $0) }
                ?? regions.materials(part, row: region.entry)
            return own.filter { !placed[part.rawValue].contains($0) }
        }
    }
}

/// What belongs to no row of a matrix, as a row behind them.
package struct CoverageRest {
    package let title: String
    /// What that is.
    let note: String
    /// Materials of a column, or all of them.
    private let materials: (Coverage.Part, EntryIndex?) -> [MaterialIndex]

    init(_ title: String, note: String, _ materials: @escaping (Coverage.Part, EntryIndex?) -> [MaterialIndex]) {
        (self.title, self.note) = (title, note)
        self.materials = materials
    }

    /// Materials that count and belong to no region.
    package static func withoutRegion(_ regions: Coverage, _ wording: Wording) -> CoverageRest {
        CoverageRest(wording.word(.noRegion), note: wording.word(.noRegionNote)) { part, column in
            regions.unplaced(part, column: column)
        }
    }

    package var isEmpty: Bool { Coverage.Part.allCases.allSatisfy { count($0) == 0 } }

    /// How many materials it has; of a column, or all of them.
    package func count(_ part: Coverage.Part, column: EntryIndex? = nil) -> Int { materials(part, column).count }
}
