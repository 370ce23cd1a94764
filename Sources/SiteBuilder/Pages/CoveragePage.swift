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
            title: link.title, url: link.url ?? "", cells: cells, count: coverage.materials(row: row).count,
            filled: coverage.filled(row: row))
    }
}
