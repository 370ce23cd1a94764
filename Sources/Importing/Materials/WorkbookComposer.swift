import Catalog
import Diagnostics

/// Makes the body of a material of a workbook: a section for each table that the kind has, one for each other sheet.
struct WorkbookComposer {
    let kind: Kind
    let options: PlacedTable.Options
    private(set) var title: String?
    private(set) var body: [String] = []
    private(set) var losses: [Loss] = []
    private(set) var outcomes: [TableOutcome] = []
    /// Rows that are in the material: titles, heads and all below.
    private(set) var rowCount = 0

    /// The words of the material, and those that other words were put for.
    var plain: String {
        let told = losses.filter { [.renamedColumn, .serialDay].contains($0.sort) }.map(\.text)
        return ([title ?? ""] + body + told).joined(separator: "\n").replacing("<br>", with: " ")
    }

    init(kind: Kind, options: PlacedTable.Options) {
        self.kind = kind
        self.options = options
    }

    mutating func compose(_ workbook: Workbook) {
        for sheet in workbook.sheets where sheet.isHidden && !sheet.rows.isEmpty {
            losses.append(Loss(.hiddenSheet, Told(ImportPlace.sheet, sheet.name), sheet.rows[0].cells[0].text))
        }
        let tables = workbook.sheets.filter { !$0.isHidden }.map { ($0.name, ForeignTable($0)) }
        losses += tables.filter { $0.1.rows.isEmpty }.flatMap { $0.1.losses }
        let placed = tables.filter { !$0.1.rows.isEmpty }.map { ($0.0, PlacedTable($0.1, kind, options)) }
        title = placed.first?.1.outcome.titles.first { !$0.isEmpty }
        for definition in kind.tables {
            let own = placed.filter { $0.1.definition?.id == definition.id }
            guard !own.isEmpty else { continue }
            body.append("## " + definition.headings[0])
            for (name, table) in own {
                if own.count > 1 { body.append("### " + MarkdownText.inline(name)) }
                write(table)
            }
        }
        for (name, table) in placed where table.definition == nil {
            body.append("## " + MarkdownText.inline(name))
            write(table)
        }
    }

    private mutating func write(_ table: PlacedTable) {
        // The first line names the material.
        body += table.titles.map { MarkdownText.paragraph($0) }.filter { !$0.isEmpty && $0 != title }
        if !table.markdown.isEmpty { body.append(table.markdown) }
        rowCount += table.rowCount
        losses += table.losses.map { loss in
            loss.sort == .titleRow && MarkdownText.paragraph(loss.text) == title.map { MarkdownText.paragraph($0) }
                ? Loss(.namingRow, loss.place, loss.text) : loss
        }
        outcomes.append(table.outcome)
    }
}
