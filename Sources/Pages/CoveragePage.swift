import Catalog
import Languages
import Linking
import Theming

/// `coverage.html`.
struct CoveragePage {
    let page: Page
    let coverage: Coverage

    private var rows: Vocabulary { page.album.catalog.vocabularies[coverage.rowVocabulary] }
    private var columns: Vocabulary { page.album.catalog.vocabularies[coverage.columnVocabulary] }

    func view() -> CoverageView {
        let empty = rows.entries.indices.filter { coverage.materials(.own, row: $0).isEmpty }
        let title = page.wording.word(.pageCoverage)
        return CoverageView(
            frame: page.frame(title: title, description: page.wording.word(.pageCoverageLead)), title: title,
            lead: page.wording.word(.pageCoverageLead), maps: CoverageMaps(page: page).maps(),
            matrix: matrix(), comparison: page.comparison(),
            downloads: [
                DownloadView(page.wording.word(.matrixCaption), page.url(to: DataFiles.coverage), format: "CSV")
            ],
            gaps: empty.isEmpty
                ? nil
                : LinkGroupView(
                    page.wording.word(.withoutMaterials), id: "gaps",
                    links: empty.map { page.link(to: reference(row: $0)) }),
            help: page.help())
    }

    private func reference(row: EntryIndex) -> EntryReference {
        EntryReference(vocabulary: coverage.rowVocabulary, entry: row)
    }
    private func reference(column: EntryIndex) -> EntryReference {
        EntryReference(vocabulary: coverage.columnVocabulary, entry: column)
    }

    private func matrix() -> MatrixView {
        let chips = Indexed<EntryIndex, ChipView>(columns.entries.indices.map { page.chip(reference(column: $0)) })
        let ordered = rows.entries.indices.sortedByName { rows.entries[$0].name }
        let views = ordered.map { row($0, chips) }
        let sums = views.map(\.sums).reduce(MatrixSums(filled: 0, own: 0, part: 0)) { sum, row in
            MatrixSums(filled: sum.filled + row.filled, own: sum.own + row.own, part: sum.part + row.part)
        }
        let distinct = Coverage.Part.allCases.map {
            NumberText.grouped(coverage.materials($0).count, page.wording.language)
        }
        return MatrixView(
            caption: page.wording.word(.matrixCaption), columns: chips.elements, rows: views,
            totals: columns.entries.indices.map { column in
                cell(
                    chips[column], own: coverage.sum(.own, column: column),
                    part: coverage.sum(.takingPart, column: column))
            }, sums: sums, distinct: page.wording.strings.text(Word.matrixDistinct, distinct[0], distinct[1]))
    }

    private func row(_ row: EntryIndex, _ chips: Indexed<EntryIndex, ChipView>) -> MatrixRowView {
        let link = page.link(to: reference(row: row))
        let cells = chips.positioned.map { column, chip in
            cell(
                chip, own: coverage.materials(.own, row: row, column: column).count,
                part: coverage.materials(.takingPart, row: row, column: column).count,
                url: link.url?.at(columns.entries[column].id.rawValue))
        }
        return MatrixRowView(
            title: link.title, url: link.url, cells: cells,
            sums: MatrixSums(
                filled: coverage.filled(row: row), own: coverage.materials(.own, row: row).count,
                part: coverage.materials(.takingPart, row: row).count))
    }

    private func cell(_ chip: ChipView, own: Int, part: Int, url: Href? = nil) -> MatrixCellView {
        MatrixCellView(
            count: own, part: part,
            about: page.wording.strings.text(Word.matrixCell, chip.title, String(own), String(part)),
            url: own + part == 0 ? nil : url, hue: chip.hue, label: chip.title, letter: chip.letter)
    }
}
