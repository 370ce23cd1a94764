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

    /// What a table is to be.
    package struct Options: Sendable {
        /// Whether each of merged cells gets the text of the first.
        package var fillsMerged = false

        package init(fillsMerged: Bool = false) { self.fillsMerged = fillsMerged }
    }

    /// Which columns the heads are, and what the rows are; nothing for a plain table.
    package let fit: TableFit?
    /// The cells of the heads and of all rows below, in Markdown.
    package private(set) var cells: [[String]] = []

    /// How many rows of the source are in it, titles and heads too.
    var rowCount: Int { table.rows.count }

    private var table: ForeignTable

    /// - Parameter kind: whose tables it may be; without one it stays a plain table.
    package init(_ table: ForeignTable, _ kind: Kind?, _ options: Options = Options()) {
        self.table = table
        losses = table.losses
        let filled = options.fillsMerged ? self.table.fillMerged() : []
        let foreign = self.table
        let best = kind.flatMap { Self.best(of: $0.tables, for: foreign) }
        (definition, fit) = (best?.definition, best?.fit)
        outcome = TableOutcome(name: best?.definition.headings[0] ?? table.name, isPlain: best == nil)
        losses += filled.map { Loss(.filledCells, $0) }
        let head = fit?.head ?? Self.plainHead(self.table)
        titles = self.table.rows[..<head].map { row in
            row.cells.filter { !$0.text.isEmpty }.map(\.markdown).joined(separator: " ")
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
            func weight(_ fit: TableFit) -> Int { fit.knownCount * 2 + (fit.hasKey ? 3 : 0) }
            if best.map({ weight($0.1) < weight(fit) }) ?? true { best = (definition, fit) }
        }
        return best
    }

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
                Loss(.mergedCells, table.rows[merge.row].place, table.rows[merge.row].cells[merge.column].line))
        }
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
                if label == nil, !known.isRowNumber, !cell.text.isEmpty {
                    losses.append(Loss(.unknownColumn, heads.place, cell.line))
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
            guard role == .record else {
                outcome.others.append(row.cells.first { !$0.text.isEmpty }?.line ?? "")
                continue
            }
            outcome.rowCount += 1
            for (column, cell) in row.cells.enumerated() where isTerm(column) && !cell.text.isEmpty {
                if Period.parse(cell.line).isUnderstood {
                    outcome.termCount += 1
                } else {
                    outcome.unreadTerms.append(cell.line)
                }
            }
        }
        outcome.hasTerms = fit?.columns.indices.contains(where: isTerm) ?? false
    }
}

/// What came of a table, in a line.
package struct TableOutcome: Sendable, Hashable {
    package let name: String
    /// Whether the kind has no such table.
    package let isPlain: Bool
    package var rowCount = 0
    package var termCount = 0
    package var hasTerms = false
    /// Sections, totals and the like, by their first texts.
    package var others: [String] = []
    /// What stood above the heads.
    package var titles: [String] = []
    package var unreadTerms: [String] = []

    init(name: String, isPlain: Bool) {
        self.name = name
        self.isPlain = isPlain
    }

    /// «таблица „Мероприятия“: 12 строк, 12 сроков, пропущены над шапкой (1): „План“».
    package func line(_ language: Language) -> String {
        var text = ImportOutcome.rows[language]?.counted(rowCount, language) ?? ""
        if hasTerms { text += ", " + (ImportOutcome.terms[language]?.counted(termCount, language) ?? "") }
        let parts = [
            (ImportOutcome.noRecords, others), (ImportOutcome.titles, titles), (ImportOutcome.unread, unreadTerms),
        ]
        for (wording, names) in parts where !names.isEmpty {
            text += wording.text(language, [String(names.count), Self.list(names, language)])
        }
        if isPlain { text += ImportOutcome.plain.text(language) }
        return ImportOutcome.table.text(language, [name, text])
    }

    private static func list(_ names: [String], _ language: Language) -> String {
        let shown = names.prefix(10).map { name in
            let short = name.count > 60 ? name.prefix(59) + "…" : name[...]
            return language == .ru ? "«\(short)»" : "\"\(short)\""
        }
        return shown.joined(separator: ", ") + (names.count > 10 ? ", …" : "")
    }
}
