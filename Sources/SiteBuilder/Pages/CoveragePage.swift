import Catalog
import Linking
import Theming

/// `coverage.html`.
struct CoveragePage {
    let context: SiteContext
    let coverage: Coverage

    private var rows: Vocabulary { context.catalog.vocabularies[coverage.rowVocabulary] }
    private var columns: Vocabulary { context.catalog.vocabularies[coverage.columnVocabulary] }

    func view() -> CoverageView {
        let page = SitePages.coverage
        let empty = rows.entries.indices.filter { coverage.materials(row: $0).isEmpty }
        let title = context.word(.pageCoverage)
        return CoverageView(
            frame: context.frame(page, title: title, description: context.word(.pageCoverageLead)), title: title,
            lead: context.word(.pageCoverageLead), maps: CoverageMaps(context: context, page: page).maps(),
            matrix: matrix(page),
            downloads: [DownloadView(context.word(.matrixCaption), "data/coverage.csv", format: "CSV")],
            gaps: empty.isEmpty
                ? nil
                : LinkGroupView(
                    context.word(.withoutMaterials), id: "gaps",
                    links: empty.map { context.link(to: reference(row: $0), from: page) }),
            help: context.help(from: page))
    }

    private func reference(row: Int) -> EntryReference {
        EntryReference(vocabulary: coverage.rowVocabulary, entry: row)
    }
    private func reference(column: Int) -> EntryReference {
        EntryReference(vocabulary: coverage.columnVocabulary, entry: column)
    }

    private func matrix(_ page: String) -> MatrixView {
        let chips = columns.entries.indices.map { context.chip(reference(column: $0), from: page) }
        let ordered = rows.entries.indices.sortedByName { rows.entries[$0].name }
        return MatrixView(
            caption: context.word(.matrixCaption), columns: chips, rows: ordered.map { row($0, chips, page) },
            totals: columns.entries.indices.map { column in
                MatrixCellView(
                    count: coverage.materials(column: column).count, hue: chips[column].hue, label: chips[column].title,
                    letter: chips[column].letter)
            },
            grandTotal: NumberText.grouped(context.published.count, context.language))
    }

    private func row(_ row: Int, _ chips: [ChipView], _ page: String) -> MatrixRowView {
        let link = context.link(to: reference(row: row), from: page)
        let cells = chips.enumerated().map { column, chip in
            let count = coverage.materials(row: row, column: column).count
            return MatrixCellView(
                count: count, url: count == 0 ? nil : "\(link.url ?? "")#\(columns.entries[column].id)", hue: chip.hue,
                label: chip.title, letter: chip.letter)
        }
        return MatrixRowView(
            title: link.title, url: link.url ?? "", cells: cells,
            total: NumberText.grouped(coverage.materials(row: row).count, context.language),
            filled: coverage.filled(row: row))
    }
}

/// Tile maps of the region by a measure.
struct CoverageMaps {
    let context: SiteContext
    let page: String

    /// Materials, then directions filled; nothing without tiles.
    func maps() -> [TileMapView] {
        guard let coverage = context.coverage else { return [] }
        let entries = context.catalog.vocabularies[coverage.rowVocabulary].entries
        let placed = entries.indices.filter { entries[$0].tile != nil }
        guard !placed.isEmpty else { return [] }
        return [
            map("map-materials", .mapMaterials, .mapMaterialsAbout, .materials, placed) {
                coverage.materials(row: $0).count
            },
            map("map-directions", .mapDirections, .mapDirectionsAbout, .directions, placed) {
                coverage.filled(row: $0)
            },
        ]
    }

    private func map(
        _ id: String, _ title: Word, _ about: Word, _ noun: CountWord, _ placed: [Int], _ measure: (Int) -> Int
    ) -> TileMapView {
        let values = placed.map(measure)
        let steps = MapSteps(values)
        let row = context.coverage?.rowVocabulary ?? 0
        let entries = context.catalog.vocabularies[row].entries
        let tiles = zip(placed, values).map { position, value in
            let entry = entries[position]
            return TileView(
                column: (entry.tile?.column ?? 1) - 1, row: (entry.tile?.row ?? 1) - 1, short: Self.short(entry),
                title: entry.name,
                url: context.link(to: EntryReference(vocabulary: row, entry: position), from: page).url ?? "",
                step: steps.step(of: value), value: context.strings.counted(value, noun),
                figure: value == 0 ? "–" : String(value))
        }
        let filled = values.filter { $0 > 0 }.count
        return TileMapView(
            id: id, title: context.word(title),
            about: context.strings.text(about, String(filled), String(placed.count)), tiles: tiles,
            columns: placed.compactMap { entries[$0].tile?.column }.max() ?? 1,
            rows: placed.compactMap { entries[$0].tile?.row }.max() ?? 1,
            legend: steps.legend(none: context.word(.legendNone)))
    }

    /// At most seven letters: «Троицк.».
    private static func short(_ entry: VocabularyEntry) -> String {
        let name = entry.short ?? entry.name.split(separator: " ").first.map(String.init) ?? entry.name
        return name.count <= 7 ? name : String(name.prefix(6)) + "."
    }
}

/// Four steps of a measure above zero, of nearly equal width.
struct MapSteps {
    private let highest: Int

    init(_ values: [Int]) { highest = max(values.max() ?? 0, 1) }

    /// 0 for nothing, else 1…4.
    func step(of value: Int) -> Int { value == 0 ? 0 : min(4, (value * 4 + highest - 1) / highest) }

    func legend(none: String) -> [LegendStepView] {
        var steps = [LegendStepView(0, none)]
        for step in 1...4 {
            let values = (1...highest).filter { self.step(of: $0) == step }
            guard let first = values.first, let last = values.last else { continue }
            steps.append(LegendStepView(step, first == last ? "\(first)" : "\(first)–\(last)"))
        }
        return steps
    }
}
