import Catalog
import Languages
import Linking
import Theming

/// `coverage.html`.
struct CoveragePage {
    let context: SiteContext
    let coverage: Coverage

    private var rows: Vocabulary { context.album.catalog.vocabularies[coverage.rowVocabulary] }
    private var columns: Vocabulary { context.album.catalog.vocabularies[coverage.columnVocabulary] }

    func view() -> CoverageView {
        let page = SitePages.coverage
        let empty = rows.entries.indices.filter { coverage.materials(.own, row: $0).isEmpty }
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
        let views = ordered.map { row($0, chips, page) }
        let sums = views.map(\.sums).reduce(MatrixSums(filled: 0, own: 0, part: 0)) { sum, row in
            MatrixSums(filled: sum.filled + row.filled, own: sum.own + row.own, part: sum.part + row.part)
        }
        let distinct = Coverage.Part.allCases.map {
            NumberText.grouped(coverage.materials($0).count, context.language)
        }
        return MatrixView(
            caption: context.word(.matrixCaption), columns: chips, rows: views,
            totals: columns.entries.indices.map { column in
                cell(
                    chips[column], own: coverage.sum(.own, column: column),
                    part: coverage.sum(.takingPart, column: column))
            }, sums: sums, distinct: context.strings.text(Word.matrixDistinct, distinct[0], distinct[1]))
    }

    private func row(_ row: Int, _ chips: [ChipView], _ page: String) -> MatrixRowView {
        let link = context.link(to: reference(row: row), from: page)
        let cells = chips.enumerated().map { column, chip in
            cell(
                chip, own: coverage.materials(.own, row: row, column: column).count,
                part: coverage.materials(.takingPart, row: row, column: column).count,
                url: "\(link.url ?? "")#\(columns.entries[column].id)")
        }
        return MatrixRowView(
            title: link.title, url: link.url ?? "", cells: cells,
            sums: MatrixSums(
                filled: coverage.filled(row: row), own: coverage.materials(.own, row: row).count,
                part: coverage.materials(.takingPart, row: row).count))
    }

    private func cell(_ chip: ChipView, own: Int, part: Int, url: String? = nil) -> MatrixCellView {
        MatrixCellView(
            count: own, part: part,
            about: context.strings.text(Word.matrixCell, chip.title, String(own), String(part)),
            url: own + part == 0 ? nil : url, hue: chip.hue, label: chip.title, letter: chip.letter)
    }
}
