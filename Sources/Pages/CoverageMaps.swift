import Catalog
import Linking
import Theming

/// Tile maps of the region by a measure.
struct CoverageMaps {
    let page: Page
    var coverage: Coverage?
    /// The rows that it shows; nothing: all.
    var only: [EntryIndex]?

    /// One for each measure, that of one's own materials first; nothing without tiles.
    ///
    /// Regions without tiles are bars.
    func maps() -> [TileMapView] { maps(first: .materials) }

    private func maps(first measure: Coverage.Measure?) -> [TileMapView] {
        guard let coverage = coverage ?? page.album.coverage else { return [] }
        let shown = shown(coverage)
        let isOfRegions = coverage.rowVocabulary == page.album.regionCoverage?.rowVocabulary
        let placed = placed(shown, coverage)
        guard !placed.isEmpty || isOfRegions else { return [] }
        var maps = Coverage.Measure.allCases.map { map($0, coverage, placed, of: shown, ofRegions: isOfRegions) }
        let first = measure ?? coverage.telling
        maps[Coverage.Measure.allCases.firstIndex(of: first) ?? 0].isChosen = true
        return maps
    }

    /// The one that stands alone on a page: by the same measure on all pages of the site.
    func chosen() -> TileMapView? { maps(first: nil).first(where: \.isChosen) }

    /// Of each region that has tiles the map of its municipalities, all by one measure in the same steps and as wide as
    /// each other.
    static func ofRegions(
        _ regions: [(region: EntryReference, rows: [EntryIndex])], _ coverage: Coverage, _ page: Page
    ) -> [(region: EntryReference, map: TileMapView)] {
        let all = regions.map { region, rows in
            let maps = CoverageMaps(page: page, coverage: coverage, only: rows)
            return (region: region, maps: maps, placed: maps.placed(rows, coverage))
        }.filter { !$0.placed.isEmpty }
        let placed = all.flatMap(\.placed)
        let measure = coverage.telling
        let steps = MapSteps(placed.map { coverage.value(measure, row: $0) })
        var views = all.map { region, maps, placed in
            var map = maps.map(measure, coverage, placed, of: maps.shown(coverage), steps: steps)
            map.id += "-\(page.album.catalog.schema.entry(region).id)"
            map.isChosen = true
            return (region: region, map: map)
        }
        let columns = views.map(\.map.columns).max() ?? 1
        for index in views.indices { views[index].map.columns = columns }
        return views
    }

    /// The rows of which it tells.
    private func shown(_ coverage: Coverage) -> [EntryIndex] {
        only ?? page.album.catalog.vocabularies[coverage.rowVocabulary].shown
    }

    /// Those that have a tile; none where two have the same, as those of several regions may.
    private func placed(_ shown: [EntryIndex], _ coverage: Coverage) -> [EntryIndex] {
        let placed = shown.filter { entry($0, coverage).tile != nil }
        // The one tile of a part is no map.
        if placed.count == 1, page.album.part != nil { return [] }
        return Set(placed.compactMap { entry($0, coverage).tile }).count == placed.count ? placed : []
    }

    private func entry(_ row: EntryIndex, _ coverage: Coverage) -> VocabularyEntry {
        page.album.catalog.schema.entry(EntryReference(vocabulary: coverage.rowVocabulary, entry: row))
    }

    /// So many that have no tile are named.
    private static let mostBeyond = 5

    private func map(
        _ measure: Coverage.Measure, _ coverage: Coverage, _ placed: [EntryIndex], of shown: [EntryIndex],
        ofRegions: Bool = false, steps given: MapSteps? = nil
    ) -> TileMapView {
        let counted = placed.isEmpty ? shown : placed
        let values = counted.map { coverage.value(measure, row: $0) }
        let steps = given ?? MapSteps(values)
        let about = page.wording.strings.text(
            measure.about(ofRegions: ofRegions), String(values.count { $0 > 0 }), String(counted.count))
        var view = TileMapView(
            id: "map-\(measure.rawValue)", title: page.wording.word(measure.title(ofRegions: ofRegions)),
            about: about + (placed.isEmpty ? "" : beyond(shown, measure, coverage)),
            tiles: placed.isEmpty ? [] : tiles(placed, values, steps, measure, coverage),
            columns: placed.compactMap { entry($0, coverage).tile?.column }.max() ?? 1,
            rows: placed.compactMap { entry($0, coverage).tile?.row }.max() ?? 1,
            legend: placed.isEmpty ? [] : steps.legend(none: page.wording.word(.legendNone)))
        view.bars = bars(shown, measure, coverage)
        let none = shown.count - view.bars.count
        view.barsRest = none == 0 ? nil : page.wording.strings.text(Word.mapBarsRest, String(none))
        return view
    }

    private func tiles(
        _ placed: [EntryIndex], _ values: [Int], _ steps: MapSteps, _ measure: Coverage.Measure, _ coverage: Coverage
    ) -> [TileView] {
        let names = TileNames.of(placed.map { entry($0, coverage) })
        return placed.indices.map { index in
            let (entry, value) = (entry(placed[index], coverage), values[index])
            return TileView(
                column: (entry.tile?.column ?? 1) - 1, row: (entry.tile?.row ?? 1) - 1, short: names[index].first,
                rest: names[index].second, title: entry.name, url: url(placed[index], coverage),
                step: steps.step(of: value), value: page.wording.strings.counted(value, measure.noun),
                figure: value == 0 ? "–" : String(value))
        }
    }

    /// Who has some and no tile, in words.
    private func beyond(_ shown: [EntryIndex], _ measure: Coverage.Measure, _ coverage: Coverage) -> String {
        let beyond = shown.filter { entry($0, coverage).tile == nil && coverage.value(measure, row: $0) > 0 }.map {
            entry($0, coverage).name
        }
        var named = Array(beyond.prefix(Self.mostBeyond))
        if beyond.count > named.count {
            named.append(page.wording.strings.text(Word.andMore, String(beyond.count - named.count)))
        }
        return named.isEmpty ? "" : " " + page.wording.strings.text(Word.mapBeyond, named.joined(separator: ", "))
    }

    /// Those that have no tile are bars as the others are.
    private func bars(_ shown: [EntryIndex], _ measure: Coverage.Measure, _ coverage: Coverage) -> [MapBarView] {
        let bars = shown.map { (row: $0, name: entry($0, coverage).name, value: coverage.value(measure, row: $0)) }
            .filter { $0.value > 0 }.sorted { ($1.value, $0.name) < ($0.value, $1.name) }
        let highest = bars.first?.value ?? 1
        return bars.map { row, name, value in
            MapBarView(
                title: name, url: url(row, coverage), figure: String(value), share: max(2, value * 100 / highest))
        }
    }

    private func url(_ row: EntryIndex, _ coverage: Coverage) -> Href? {
        page.link(to: EntryReference(vocabulary: coverage.rowVocabulary, entry: row)).url
    }
}

/// How measures are called.
extension Coverage.Measure {
    fileprivate var noun: CountWord { self == .directions ? .directions : .materials }

    fileprivate func title(ofRegions: Bool) -> Word {
        switch self {
        case .materials: ofRegions ? .regionMapMaterials : .mapMaterials
        case .directions: ofRegions ? .regionMapDirections : .mapDirections
        case .part: ofRegions ? .regionMapPart : .mapPart
        }
    }

    fileprivate func about(ofRegions: Bool) -> Word {
        switch self {
        case .materials: ofRegions ? .regionMapMaterialsAbout : .mapMaterialsAbout
        case .directions: ofRegions ? .regionMapDirectionsAbout : .mapDirectionsAbout
        case .part: ofRegions ? .regionMapPartAbout : .mapPartAbout
        }
    }
}
