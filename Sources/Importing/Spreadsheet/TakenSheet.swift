import Diagnostics

/// A sheet as it comes in: without the columns and rows that its maker has hidden, unless they are asked for.
///
/// What readers of the workbook do not see is seldom meant for everybody: «Служебное (не печатать)», rows of last year.
struct TakenSheet {
    /// What is left of it.
    private(set) var sheet: Workbook.Sheet
    /// What is hidden, one by one, with what became of it.
    private(set) var losses: [Loss] = []
    private(set) var offers: [ImportOffer] = []

    /// O(cells + merges).
    init(_ whole: Workbook.Sheet, _ options: ImportOptions) {
        sheet = whole
        let used = Set(whole.rows.flatMap { $0.cells.map(\.column) })
        let columns = whole.hiddenColumns.intersection(used).sorted()
        for column in columns { tell(column, of: whole, isTaken: options.takesColumn(column, of: whole.name)) }
        let rows = whole.rows.filter(\.isHidden)
        let takesRows = options.takesRows(of: whole.name)
        if !rows.isEmpty { tell(rows, isTaken: takesRows) }
        let goneColumns = Set(columns.filter { !options.takesColumn($0, of: whole.name) })
        let goneRows = takesRows ? [] : Set(rows.map(\.number))
        guard !goneColumns.isEmpty || !goneRows.isEmpty else { return }
        sheet.merges = whole.merges.compactMap { narrowed($0, goneRows, goneColumns) }
        sheet.rows = sheet.rows.compactMap { row in
            var row = row
            row.cells.removeAll { goneColumns.contains($0.column) }
            return goneRows.contains(row.number) || row.cells.isEmpty ? nil : row
        }
    }

    // MARK: What is said

    private mutating func tell(_ column: Int, of whole: Workbook.Sheet, isTaken: Bool) {
        let letters = CellPlace.letters(of: column)
        // A row of one cell is a title, whatever column it begins in.
        let rows = whole.rows.filter { $0.cells.count > 1 } + whole.rows.filter { $0.cells.count == 1 }
        let cell = rows.lazy.compactMap { row in row.cells.first { $0.column == column && !$0.text.isEmpty } }.first
        let name = Self.short(cell?.text ?? "")
        losses.append(
            Loss(
                isTaken ? .shownHidden : .hiddenColumn, Told(ImportPlace.sheetColumn, whole.name, letters), name))
        offers.append(
            ImportOffer(
                choice: .column(column, sheet: whole.name), told: Told(ImportOutcome.offerColumn, letters, name),
                isTaken: isTaken))
    }

    private mutating func tell(_ rows: [Workbook.Row], isTaken: Bool) {
        for row in rows {
            let text = row.cells.first { $0.text.contains(where: \.isLetter) } ?? row.cells.first
            losses.append(
                Loss(
                    isTaken ? .shownHidden : .hiddenRow, Told(ImportPlace.sheetRow, sheet.name, String(row.number)),
                    text?.text ?? ""))
        }
        offers.append(
            ImportOffer(
                choice: .rows(sheet: sheet.name),
                told: Told(ImportOutcome.offerRows, String(rows.count), sheet.name), isTaken: isTaken))
    }

    /// A name for a label.
    static func short(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > 60 ? line.prefix(59) + "…" : line
    }

    // MARK: Merged cells

    /// What is left of merged cells: their text goes to the first that is seen, as in the program that made them.
    private mutating func narrowed(_ range: CellRange, _ rows: Set<Int>, _ columns: Set<Int>) -> CellRange? {
        // A merge may go over a million rows, of which few hold something.
        let row = (range.first.row...range.last.row).first { !rows.contains($0) }
        let column = (range.first.column...range.last.column).first { !columns.contains($0) }
        guard let row, let column else { return nil }
        let first = CellPlace(row: row, column: column)
        if first != range.first { move(range.first, to: first) }
        return CellRange(first: first, last: range.last)
    }

    private mutating func move(_ old: CellPlace, to new: CellPlace) {
        guard let from = sheet.rows.firstIndex(where: { $0.number == old.row }),
            let cell = sheet.rows[from].cells.first(where: { $0.column == old.column })
        else { return }
        let moved = cell.moved(to: new.column)
        if let to = sheet.rows.firstIndex(where: { $0.number == new.row }) {
            guard !sheet.rows[to].cells.contains(where: { $0.column == new.column }) else { return }
            sheet.rows[to].cells.append(moved)
            sheet.rows[to].cells.sort { $0.column < $1.column }
        } else {
            let place = sheet.rows.firstIndex { $0.number > new.row } ?? sheet.rows.endIndex
            sheet.rows.insert(Workbook.Row(number: new.row, isHidden: false, cells: [moved]), at: place)
        }
        if let link = sheet.links[old] { sheet.links[new] = link }
    }
}
