import Catalog
import Diagnostics

/// Makes the body of a material of a workbook: a section for each table that the kind has, one for each other sheet.
///
/// One sheet comes in by itself: the one that holds the kind's table, else the first that is seen.
struct WorkbookComposer {
    let kind: Kind
    let options: ImportOptions
    private(set) var title: String?
    private(set) var body: [String] = []
    private(set) var losses: [Loss] = []
    private(set) var outcomes: [TableOutcome] = []
    private(set) var offers: [ImportOffer] = []
    private(set) var tables: [ImportedTable] = []
    /// The sheets that came in, as they did.
    private(set) var sheets: [Workbook.Sheet] = []
    /// Rows that are in the material: titles, heads and all below.
    private(set) var rowCount = 0

    /// The words of the material, and those that other words were put for.
    var plain: String {
        let told = losses.filter { [.renamedColumn, .serialDay, .turnedYears, .columnNumbers].contains($0.sort) }.map(
            \.text)
        return ([title ?? ""] + body + told).joined(separator: "\n").replacing("<br>", with: " ")
    }

    init(kind: Kind, options: ImportOptions) {
        self.kind = kind
        self.options = options
    }

    mutating func compose(_ workbook: Workbook) {
        let all = workbook.sheets.filter { !$0.rows.isEmpty }.map { (whole: $0, taken: TakenSheet($0, options)) }
        let main = main(of: all.filter { !$0.whole.isHidden }.map(\.taken.sheet))
        var placed: [(name: String, table: PlacedTable)] = []
        for (whole, taken) in all {
            let isTaken = whole.name == main || options.takes(whole)
            if whole.name != main { tell(whole, isTaken: isTaken, beside: main ?? "") }
            guard isTaken else { continue }
            losses += taken.losses
            offers += taken.offers
            sheets.append(taken.sheet)
            let table = ForeignTable(taken.sheet)
            if table.rows.isEmpty {
                losses += table.losses
            } else {
                placed.append((whole.name, PlacedTable(table, kind, options)))
            }
        }
        title = placed.first { $0.name == main }?.table.outcome.titles.first { !$0.isEmpty }
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

    /// The name of the sheet that comes in by itself.
    private func main(of sheets: [Workbook.Sheet]) -> String? {
        let weights = sheets.map { sheet in
            let table = ForeignTable(sheet)
            let turned = TurnedTable(table, kind.tables)?.table ?? table
            return PlacedTable.best(of: kind.tables, for: turned).map { PlacedTable.weight($0.fit) } ?? 0
        }
        let most = weights.max() ?? 0
        return zip(sheets, weights).first { $1 == most }?.0.name
    }

    private mutating func tell(_ sheet: Workbook.Sheet, isTaken: Bool, beside main: String) {
        let place = Told(ImportPlace.sheet, sheet.name)
        let told = Told(sheet.isHidden ? ImportOutcome.offerHiddenSheet : ImportOutcome.offerSheet, sheet.name)
        offers.append(ImportOffer(choice: .sheet(sheet.name), told: told, isTaken: isTaken, isOfHidden: sheet.isHidden))
        guard !isTaken || sheet.isHidden else { return }
        let text = sheet.isHidden ? sheet.rows.first?.cells.first?.text ?? "" : main
        losses.append(Loss(isTaken ? .shownHidden : sheet.isHidden ? .hiddenSheet : .otherSheet, place, text))
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
        if let imported = ImportedTable(table) { tables.append(imported) }
    }
}
