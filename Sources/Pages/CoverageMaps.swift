import Catalog
import Linking
import Theming

/// Tile maps of the region by a measure.
struct CoverageMaps {
    let page: Page
    var coverage: Coverage?
    /// The rows that it shows; nothing: all.
    var only: [EntryIndex]?

    /// Materials of one's own, directions that have some, materials one takes part in; nothing without tiles.
    func maps() -> [TileMapView] {
        guard let coverage = coverage ?? page.album.coverage else { return [] }
        let entries = page.album.catalog.vocabularies[coverage.rowVocabulary].entries
        let placed = shown(entries.indices).filter { entries[$0].tile != nil }
        // The tiles of several regions lie over each other: each region has a map of its own.
        guard !placed.isEmpty, Set(placed.compactMap { entries[$0].tile }).count == placed.count else { return [] }
        var maps = [
            map("map-materials", .mapMaterials, .mapMaterialsAbout, .materials, coverage, placed) {
                coverage.materials(.own, row: $0).count
            },
            map("map-directions", .mapDirections, .mapDirectionsAbout, .directions, coverage, placed) {
                coverage.filled(row: $0)
            },
            map("map-part", .mapPart, .mapPartAbout, .materials, coverage, placed) {
                coverage.materials(.takingPart, row: $0).count
            },
        ]
        // A map of one filled tile among forty says nothing: it waits until it is asked for.
        let filled = maps.map { map in map.tiles.count { $0.step ?? 0 > 0 } }
        let telling = filled.firstIndex { $0 * 3 >= placed.count } ?? filled.firstIndex(of: filled.max() ?? 0)
        maps[telling ?? 0].isChosen = true
        return maps
    }

    /// The one that is shown first.
    func chosen() -> TileMapView? { maps().first(where: \.isChosen) }

    /// So many that have no tile are named.
    private static let mostBeyond = 5

    private func map(
        _ id: String, _ title: Word, _ about: Word, _ noun: CountWord, _ coverage: Coverage,
        _ placed: [EntryIndex], _ measure: (EntryIndex) -> Int
    ) -> TileMapView {
        let values = placed.map(measure)
        let entries = page.album.catalog.vocabularies[coverage.rowVocabulary].entries
        let names = TileNames.of(placed.map { entries[$0] })
        let steps = MapSteps(values)
        let tiles = placed.indices.map { index in
            let (position, value) = (placed[index], values[index])
            let entry = entries[position]
            return TileView(
                column: (entry.tile?.column ?? 1) - 1, row: (entry.tile?.row ?? 1) - 1, short: names[index].first,
                rest: names[index].second,
                title: entry.name,
                url: page.link(to: EntryReference(vocabulary: coverage.rowVocabulary, entry: position)).url,
                step: steps.step(of: value), value: page.wording.strings.counted(value, noun),
                figure: value == 0 ? "–" : String(value))
        }
        let filled = values.filter { $0 > 0 }.count
        let beyond = shown(entries.indices).filter { entries[$0].tile == nil && measure($0) > 0 }.map {
            entries[$0].name
        }
        var named = Array(beyond.prefix(Self.mostBeyond))
        if beyond.count > named.count {
            named.append(page.wording.strings.text(Word.andMore, String(beyond.count - named.count)))
        }
        let aboutBeyond =
            named.isEmpty ? "" : " " + page.wording.strings.text(Word.mapBeyond, named.joined(separator: ", "))
        var view = TileMapView(
            id: id, title: page.wording.word(title),
            about: page.wording.strings.text(about, String(filled), String(placed.count)) + aboutBeyond, tiles: tiles,
            columns: placed.compactMap { entries[$0].tile?.column }.max() ?? 1,
            rows: placed.compactMap { entries[$0].tile?.row }.max() ?? 1,
            legend: steps.legend(none: page.wording.word(.legendNone)))
        // Those that have no tile are bars as the others are.
        let bars = shown(entries.indices).map { (position: $0, value: measure($0)) }.filter { $0.value > 0 }
            .sorted { ($1.value, entries[$0.position].name) < ($0.value, entries[$1.position].name) }
        let highest = bars.first?.value ?? 1
        view.bars = bars.map { position, value in
            MapBarView(
                title: entries[position].name,
                url: page.link(to: EntryReference(vocabulary: coverage.rowVocabulary, entry: position)).url,
                figure: String(value),
                share: max(2, value * 100 / highest))
        }
        let none = shown(entries.indices).count - bars.count
        view.barsRest = none == 0 ? nil : page.wording.strings.text(Word.mapBarsRest, String(none))
        return view
    }
}

/// Four steps of a measure above zero, of nearly equal width.
struct MapSteps {
    private let values: [Int]
    private let highest: Int

    init(_ values: [Int]) {
        self.values = values
        highest = max(values.max() ?? 0, 1)
    }

    /// 0 for nothing, else 1…4.
    func step(of value: Int) -> Int { value == 0 ? 0 : min(4, (value * 4 + highest - 1) / highest) }

    /// Only the steps that some tile has, each with the values that it has.
    func legend(none: String) -> [LegendStepView] {
        var steps = values.contains(0) ? [LegendStepView(0, none)] : []
        for step in 1...4 {
            let own = values.filter { $0 > 0 && self.step(of: $0) == step }
            guard let first = own.min(), let last = own.max() else { continue }
            steps.append(LegendStepView(step, first == last ? "\(first)" : "\(first)–\(last)"))
        }
        return steps
    }
}
