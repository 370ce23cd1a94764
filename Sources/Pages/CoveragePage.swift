import Catalog
import Languages
import Linking
import Theming

/// `coverage.html`.
struct CoveragePage {
    let page: Page
    let coverage: Coverage
    /// The rows that it shows; nothing: all.
    var only: [EntryIndex]?
    /// Whose these are; nothing: the whole site's.
    var region: EntryReference?
    /// What belongs to none of its rows.
    var rest: CoverageRest?

    private var shown: [EntryIndex] { only ?? rows.shown }
    private var rows: Vocabulary { page.album.catalog.vocabularies[coverage.rowVocabulary] }
    private func name(_ row: EntryIndex) -> String { page.album.catalog.schema.entry(reference(row: row)).name }
    private var columns: Vocabulary { page.album.catalog.vocabularies[coverage.columnVocabulary] }

    func view() -> CoverageView {
        let empty = shown.filter { coverage.materials(.own, row: $0).isEmpty }
        let whole = page.wording.word(.pageCoverage)
        let title = region.map { "\(whole): \(page.album.catalog.schema.entry($0).name)" } ?? whole
        let lead = page.wording.word(
            page.album.part != nil ? .partCoverageLead : isByRegion ? .regionCoverageLead : .pageCoverageLead)
        var view = CoverageView(
            frame: page.frame(
                title: title, description: lead, breadcrumbs: breadcrumbs, current: SitePages.coverage),
            title: title, lead: lead,
            maps: CoverageMaps(page: page, coverage: coverage, only: only).maps(),
            matrix: matrix(), comparison: page.comparison(),
            whole: region == nil ? nil : LinkView(page.wording.word(.wholeCoverage), page.url(to: SitePages.coverage)),
            downloads: downloads,
            // Who has nothing in a part may have much elsewhere.
            gaps: empty.isEmpty || page.album.part != nil
                ? nil
                : LinkGroupView(
                    page.wording.word(isByRegion ? .withoutRegionMaterials : .withoutMaterials), id: "gaps",
                    links: empty.map { page.link(to: reference(row: $0), isInRegion: only != nil) }),
            help: page.help())
        view.isByRegion = isByRegion
        return view
    }

    private var breadcrumbs: [(String, SiteAddress)] {
        guard let region, let address = page.album.address(of: region) else { return [] }
        let regions = page.album.catalog.vocabularies[region.vocabulary]
        return [
            (regions.title, SitePages.list(regions)), (page.album.catalog.schema.entry(region).name, address),
        ]
    }

    /// The numbers as files; that of the municipalities is of all regions.
    private var downloads: [DownloadView] {
        func file(_ title: Word, _ address: SiteAddress) -> DownloadView {
            DownloadView(page.wording.word(title), page.url(to: address), format: "CSV")
        }
        if isByRegion {
            return [
                file(.regionMatrixCaption, DataFiles.regionCoverage), file(.matrixCaptionOfAll, DataFiles.coverage),
            ]
        }
        return [file(region == nil ? .matrixCaption : .matrixCaptionOfAll, DataFiles.coverage)]
    }

    /// Whether its rows are regions and not municipalities.
    private var isByRegion: Bool { coverage.rowVocabulary == page.album.regionCoverage?.rowVocabulary }

    private func reference(row: EntryIndex) -> EntryReference {
        EntryReference(vocabulary: coverage.rowVocabulary, entry: row)
    }
    private func reference(column: EntryIndex) -> EntryReference {
        EntryReference(vocabulary: coverage.columnVocabulary, entry: column)
    }

    private func matrix() -> MatrixView {
        let chips = columns.shown.map { (column: $0, chip: page.chip(reference(column: $0))) }
        let ordered = shown.sortedByName(name)
        let views = ordered.map { row($0, chips) } + [rest.flatMap { row(of: $0, chips) }].compactMap(\.self)
        let sums = views.map(\.sums).reduce(MatrixSums(own: 0, part: 0)) { sum, row in
            MatrixSums(own: sum.own + row.own, part: sum.part + row.part)
        }
        let distinct = Coverage.Part.allCases.map {
            NumberText.grouped(self.distinct($0) + (rest?.count($0) ?? 0), page.wording.language)
        }
        var matrix = MatrixView(
            caption: page.wording.word(isByRegion ? .regionMatrixCaption : .matrixCaption), columns: chips.map(\.chip),
            rows: views,
            totals: chips.map { column, chip in
                cell(
                    chip, own: sum(.own, column: column) + (rest?.count(.own, column: column) ?? 0),
                    part: sum(.takingPart, column: column) + (rest?.count(.takingPart, column: column) ?? 0))
            }, sums: sums,
            distinct: page.wording.strings.text(
                isByRegion ? Word.regionMatrixDistinct : Word.matrixDistinct, distinct[0], distinct[1])
                + (rest.flatMap { $0.isEmpty ? nil : " " + $0.note } ?? ""))
        matrix.isByRegion = isByRegion
        return matrix
    }

    /// Materials of all its rows, each once.
    private func distinct(_ part: Coverage.Part) -> Int {
        guard let only else { return coverage.materials(part).count }
        return only.reduce(into: Set<MaterialIndex>()) { $0.formUnion(coverage.materials(part, row: $1)) }.count
    }

    private func sum(_ part: Coverage.Part, column: EntryIndex) -> Int {
        guard let only else { return coverage.sum(part, column: column) }
        return only.reduce(0) { $0 + coverage.materials(part, row: $1, column: column).count }
    }

    /// The page behind a row: of a region that has one, its own matrix.
    private func link(to row: EntryIndex) -> LinkView {
        let link = page.link(to: reference(row: row), isInRegion: only != nil)
        guard isByRegion,
            !page.album.municipalities(of: reference(row: row)).isEmpty,
            let address = RegionCoverage.address(of: reference(row: row), page.album)
        else { return link }
        return LinkView(link.title, page.url(to: address))
    }

    private func row(_ row: EntryIndex, _ chips: [(column: EntryIndex, chip: ChipView)]) -> MatrixRowView {
        let link = link(to: row)
        let isRolledUp = link.url?.text != page.link(to: reference(row: row)).url?.text
        let cells = chips.map { column, chip in
            cell(
                chip, own: coverage.materials(.own, row: row, column: column).count,
                part: coverage.materials(.takingPart, row: row, column: column).count,
                url: isRolledUp ? link.url : link.url?.at(columns.entries[column].id.rawValue))
        }
        return MatrixRowView(
            title: link.title, url: link.url, cells: cells, filled: coverage.filled(row: row),
            sums: MatrixSums(
                own: coverage.materials(.own, row: row).count,
                part: coverage.materials(.takingPart, row: row).count))
    }

    /// Nothing where all belongs to a row.
    private func row(of rest: CoverageRest, _ chips: [(column: EntryIndex, chip: ChipView)]) -> MatrixRowView? {
        guard !rest.isEmpty else { return nil }
        let cells = chips.map { column, chip in
            cell(chip, own: rest.count(.own, column: column), part: rest.count(.takingPart, column: column))
        }
        return MatrixRowView(
            title: rest.title, url: nil, cells: cells, filled: cells.count { $0.count > 0 },
            sums: MatrixSums(own: rest.count(.own), part: rest.count(.takingPart)))
    }

    private func cell(_ chip: ChipView, own: Int, part: Int, url: Href? = nil) -> MatrixCellView {
        MatrixCellView(
            count: own, part: part,
            about: page.wording.strings.text(Word.matrixCell, chip.title, String(own), String(part)),
            url: own + part == 0 ? nil : url, hue: chip.hue, label: chip.title, letter: chip.letter)
    }
}
