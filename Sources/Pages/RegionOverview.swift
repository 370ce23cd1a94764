import AlbumModel
import Catalog
import Linking
import Theming

/// The regions of a site of several, on its home page: a map of each, or, where there are too many of them, each as a row
/// of its directions.
struct RegionOverview {
    let page: Page

    /// More maps push all else off the page.
    static let mostMaps = 6

    /// Nothing on a site of one region.
    func view() -> RegionOverviewView? {
        guard let regions = page.album.regionCoverage, let coverage = page.album.coverage else { return nil }
        let shown = shown(regions)
        guard shown.count > 1 else { return nil }
        let maps = CoverageMaps.ofRegions(shown, coverage, page)
        var view = RegionOverviewView(
            title: page.wording.word(.pageCoverage), url: page.url(to: SitePages.coverage))
        if maps.isEmpty || maps.count > Self.mostMaps {
            view.note = page.wording.word(.regionStripNote)
            view.strips = shown.map { strip($0.region, regions) }
        } else {
            view.note = maps[0].map.title
            view.maps = maps.map {
                RegionMapView(region: page.link(to: $0.region), coverage: matrix($0.region), map: $0.map)
            }
            let mapped = Set(maps.map(\.region))
            view.others = shown.filter { !mapped.contains($0.region) }.map { strip($0.region, regions) }
        }
        return view
    }

    /// Regions that have municipalities or materials, by their names.
    private func shown(_ coverage: Coverage) -> [(region: EntryReference, rows: [EntryIndex])] {
        let entries = page.album.catalog.vocabularies[coverage.rowVocabulary].entries
        return entries.indices.map { EntryReference(vocabulary: coverage.rowVocabulary, entry: $0) }
            .map { (region: $0, rows: page.album.municipalities(of: $0)) }
            .filter { !$0.rows.isEmpty || !page.album.materials(of: $0.region).isEmpty }
            .sortedByName { page.album.catalog.schema.entry($0.region).name }
    }

    /// The way to the matrix and the maps of a region; none where it has no municipalities.
    private func matrix(_ region: EntryReference) -> LinkView? {
        guard !page.album.municipalities(of: region).isEmpty,
            let address = RegionCoverage.address(of: region, page.album)
        else { return nil }
        return LinkView(page.wording.word(.regionMatrixLink), page.url(to: address))
    }

    private func strip(_ region: EntryReference, _ coverage: Coverage) -> RegionStripView {
        let columns = page.album.catalog.vocabularies[coverage.columnVocabulary].shown
        let cells = columns.enumerated().map { place, column in
            let chip = page.chip(EntryReference(vocabulary: coverage.columnVocabulary, entry: column))
            return RegionCellView(
                place: place, hue: chip.hue, title: chip.title,
                count: coverage.materials(.own, row: region.entry, column: column).count)
        }
        let own = coverage.materials(.own, row: region.entry).count
        return RegionStripView(
            region: page.link(to: region), coverage: matrix(region), figure: String(own),
            about: page.wording.strings.text(
                Word.regionStrip, String(cells.count { $0.count > 0 }), String(cells.count), String(own)),
            cells: cells)
    }
}
