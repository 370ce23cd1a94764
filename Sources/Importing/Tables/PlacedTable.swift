import Catalog
import Diagnostics
import Languages

/// A table from elsewhere as a kind takes it: Markdown, and what was understood of it.
package struct PlacedTable: Sendable {
    /// The table of the kind that it is; nothing for a plain one.
    package let definition: TableDefinition?
    /// What stood above the heads, as paragraphs.
    package private(set) var titles: [String] = []
    /// A pipe table.
    package private(set) var markdown = ""
    package private(set) var outcome: TableOutcome
    package private(set) var losses: [Loss]

    /// Which columns the heads are, and what the rows are; nothing for a plain table.
    package let fit: TableFit?
    /// The cells of the heads and of all rows below, in Markdown.
    package private(set) var cells: [[String]] = []
    /// The rows below the heads, with what each of them is.
    private(set) var rows: [ImportedTable.Row] = []

    /// How many rows of the source are in it, titles and heads too.
    var rowCount: Int { turned?.sourceRows ?? table.rows.count + joinedRows }
    /// What it was made of where columns of years became rows.
    private let turned: TurnedTable?
    /// Rows of heads that went into another one.
    private let joinedRows: Int

    private var table: ForeignTable

    /// - Parameter kind: whose tables it may be; without one it stays a plain table.
    package init(_ table: ForeignTable, _ kind: Kind?, _ options: ImportOptions = ImportOptions()) {
        let years = kind.flatMap { TurnedTable(table, $0.tables) }
        turned = years.flatMap { options.turns($0) ? $0 : nil }
        let (table, groups) =
            turned.map { ($0.table, []) }
            ?? table.joiningHeads { table in
                kind.flatMap { Self.best(of: $0.tables, for: table)?.fit.head } ?? Self.plainHead(table)
            }
        joinedRows = groups.isEmpty ? 0 : 1
        self.table = table
        losses = table.losses + (turned?.losses ?? [])
        let unfilled = kind.flatMap { Self.best(of: $0.tables, for: table) }
        let fillable = table.fillable(below: unfilled?.fit.head ?? Self.plainHead(table))
        let filled =
            options.fillsMerged ? self.table.fillMerged(below: unfilled?.fit.head ?? Self.plainHead(table)) : []
        let foreign = self.table
        let best = filled.isEmpty ? unfilled : kind.flatMap { Self.best(of: $0.tables, for: foreign) }
        (definition, fit) = (best?.definition, best?.fit)
        outcome = TableOutcome(name: best?.definition.headings[0] ?? table.name, isPlain: best == nil)
        outcome.years = years.map {
            TableOutcome.Years(names: $0.years, isCertain: $0.isCertain, isTurned: turned != nil)
        }
        outcome.mergeCount = fillable.count
        outcome.emptiedCellCount = fillable.reduce(0) { $0 + $1.height * $1.width - 1 }
        losses += filled.map { Loss(.filledCells, $0) }
        let head = fit?.head ?? Self.plainHead(self.table)
        titles = self.table.rows[..<head].map { row in
            row.cells.filter { !$0.text.isEmpty }.map(\.markdown).joined(separator: " ")
        }
        if !groups.isEmpty, self.table.rows.indices.contains(head) {
            losses.append(Loss(.groupHead, self.table.rows[head].place, groups.joined(separator: "», «")))
        }
        tellTitles(head)
        readDays(below: head)
        tellMerged(head)
        write(head)
        count(head)
    }

    /// The definition that knows most of the heads; of equal ones that whose rows are named, then the first.
    static func best(
        of definitions: [TableDefinition], for table: ForeignTable
    ) -> (definition: TableDefinition, fit: TableFit)? {
        let rows = table.fitRows
        var best: (TableDefinition, TableFit)?
        for definition in definitions {
            guard let fit = TableFit(rows, definition) else { continue }
            if best.map({ weight($0.1) < weight(fit) }) ?? true { best = (definition, fit) }
        }
        return best
    }

    /// How sure it is that a table is one of a definition.
    static func weight(_ fit: TableFit) -> Int { fit.knownCount * 2 + (fit.hasKey ? 3 : 0) }

    /// The first row that is as full as rows are.
    private static func plainHead(_ table: ForeignTable) -> Int {
        let counts = table.rows.prefix(15).map { row in row.cells.count { !$0.text.isEmpty } }
        let width = table.rows.first?.cells.count ?? 0
        return counts.firstIndex { $0 * 2 > width } ?? 0
    }

    private mutating func tellTitles(_ head: Int) {
        for (row, title) in zip(table.rows[..<head], titles) {
            losses.append(Loss(.titleRow, row.place, title))
            outcome.titles.append(row.cells.first { !$0.text.isEmpty }?.line ?? "")
        }
    }

    // MARK: Terms

    private mutating func readDays(below head: Int) {
        guard let definition, let fit else { return }
        let days = table.readDays(of: definition, columns: fit.columns.map(\.definition), below: head)
        losses += days.map { Loss(.serialDay, $0.place, $0.text) }
    }

    // MARK: Cells

    private mutating func tellMerged(_ head: Int) {
        for merge in table.merges where merge.row >= head {
            let role = fit.flatMap { merge.row > head ? $0.roles[merge.row - head - 1] : nil }
            if let role, role != .record { continue }
            if merge.width == table.rows[merge.row].cells.count, merge.height == 1 { continue }
            losses.append(
                Loss(
                    .mergedCells, table.rows[merge.row].place, table.rows[merge.row].cells[merge.column].line,
                    more: emptied(by: merge, head)))
        }
    }

    /// Which cells have no text any more that had a share in a merged one.
    private func emptied(by merge: ForeignTable.Merge, _ head: Int) -> Told? {
        guard merge.row > head, table.rows.indices.contains(head) else { return nil }
        func label(_ column: Int) -> String {
            let known = fit.map { $0.columns[column] }.flatMap { $0.isNamed ? nil : $0.definition }
            return known.flatMap { definition?.columns[$0].label } ?? table.rows[head].cells[column].line
        }
        let below = (merge.row + 1..<merge.row + merge.height).filter { row in
            table.rows.indices.contains(row) && (fit.map { $0.roles[row - head - 1] == .record } ?? true)
        }
        if !below.isEmpty {
            let names = below.map { row in Self.name(of: table.rows[row], but: merge.column) }
            return Told(ImportOutcome.emptiedRows, label(merge.column), TableOutcome.list(names, nil))
        }
        let columns = (merge.column + 1..<merge.column + merge.width).map(label).filter { !$0.isEmpty }
        return columns.isEmpty ? nil : Told(ImportOutcome.emptiedColumns, TableOutcome.list(columns, nil))
    }

    /// What a row is called: its first words, else its first number.
    private static func name(of row: ForeignTable.Row, but column: Int) -> String {
        let texts = row.cells.enumerated().filter { $0.offset != column && !$0.element.text.isEmpty }.map(
            \.element.line)
        return texts.first { $0.contains(where: \.isLetter) } ?? texts.first ?? "…"
    }

    private mutating func write(_ head: Int) {
        guard let heads = table.rows.dropFirst(head).first else { return }
        var titles: [String] = []
        for (column, cell) in heads.cells.enumerated() {
            var title = cell.markdown
            if let known = fit?.columns[column], let definition {
                let label = known.definition.map { definition.columns[$0].label }
                if let label, !known.isNamed {
                    losses.append(Loss(.renamedColumn, heads.place, "\(cell.line) → \(label)"))
                    title = label
                }
                if label == nil, !cell.text.isEmpty, known.isRowNumber || !definition.acceptsOtherColumns {
                    losses.append(Loss(known.isRowNumber ? .rowNumbers : .unknownColumn, heads.place, cell.line))
                }
            }
            titles.append(Self.head(title))
        }
        let rows = table.rows.dropFirst(head + 1).map { row in
            row.cells.enumerated().map { column, cell in
                isTerm(column) ? cell.markdown.replacing("<br>", with: " ") : cell.markdown
            }
        }
        cells = [titles] + rows
        let lines = [titles, titles.map { _ in "---" }] + rows
        markdown = lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    /// In one line, and not in bold: heads are bold anyway.
    private static func head(_ title: String) -> String {
        let line = title.replacing("<br>", with: " ")
        guard line.hasPrefix("**"), line.hasSuffix("**"), line.count > 4 else { return line }
        let bare = String(line.dropFirst(2).dropLast(2))
        return bare.contains("*") ? line : bare
    }

    private func isTerm(_ column: Int) -> Bool {
        guard let definition, let position = fit?.columns[column].definition else { return false }
        return definition.columns[position].type == .period
    }

    private mutating func count(_ head: Int) {
        for (place, row) in table.rows.dropFirst(head + 1).enumerated() {
            let role = fit.map { $0.roles[place] ?? .record } ?? .record
            rows.append(imported(row, role, cells[place + 1]))
            // A row of the source may be several, for its years.
            let isFurther = turned != nil && place > 0 && table.rows[head + place].place == row.place
            if !isFurther {
                if role == .record { outcome.sourceRowCount += 1 } else { outcome.sourceOtherCount += 1 }
            }
            guard role == .record else {
                if isFurther { continue }
                outcome.others.append(row.cells.first { !$0.text.isEmpty }?.line ?? "")
                continue
            }
            outcome.rowCount += 1
            for (column, cell) in row.cells.enumerated() where isTerm(column) && !cell.text.isEmpty {
                outcome.terms.add(cell.line)
            }
        }
        outcome.hasTerms = fit?.columns.indices.contains(where: isTerm) ?? false
    }

    private func imported(_ row: ForeignTable.Row, _ role: RowRole, _ texts: [String]) -> ImportedTable.Row {
        let named = row.cells.first { !$0.text.isEmpty }.map { RowTitle.isOne($0.line) } ?? false
        var terms = TermCount()
        for (column, cell) in row.cells.enumerated() where role == .record && isTerm(column) && !cell.text.isEmpty {
            terms.add(cell.line)
        }
        return ImportedTable.Row(cells: texts, role: role, needsBold: role == .section && !named, terms: terms)
    }
}
