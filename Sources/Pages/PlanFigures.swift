import AlbumModel
import Bodies
import Catalog
import Formats
import Languages
import Linking
import Theming

/// What became of the plans of a table of indicators, row by row and in all.
///
/// Whether a plan is reached is said where what is written makes it certain (``PlanOutcome``); else by how much the fact
/// differs. A plan whose year is over by the day of the edition and that has no fact is told. Nothing is guessed: a bare
/// number is no bound.
struct PlanFigures {
    private enum Outcome {
        case compared(PlanOutcome)
        /// Both are there, and what is written makes nothing certain.
        case uncompared
        /// The year is over, and no fact is there.
        case overdue
    }

    /// Behind which of the table's columns the outcomes stand.
    let column: Int
    private let wording: Wording
    /// By the position of the row; only of records with a plan.
    private var outcomes: [Int: Outcome] = [:]
    private var isPercent: Set<Int> = []
    private var planned = 0
    private var reached = 0

    /// Nothing for a table without plans, or of which nobody said which column has them.
    ///
    /// O(rows).
    init?(_ table: CompiledTable, _ definition: TableDefinition, _ page: Page) {
        guard let plan = definition.planned.flatMap({ table.column($0, of: definition) }) else { return nil }
        let fact = definition.reached.flatMap { table.column($0, of: definition) }
        wording = page.wording
        column = fact ?? plan
        let columns = Columns(table, definition, plan: plan, fact: fact)
        for (place, row) in table.rows.enumerated() where row.role == .record {
            guard !columns.text(of: plan, row).isEmpty else { continue }
            planned += 1
            let factText = fact.map { columns.text(of: $0, row) } ?? ""
            if factText.isEmpty {
                if columns.isOver(row, page.album.configuration.edition) { outcomes[place] = .overdue }
                continue
            }
            reached += 1
            if columns.isPercent(row) { isPercent.insert(place) }
            outcomes[place] = columns.outcome(row, factText).map { .compared($0) } ?? .uncompared
        }
        if planned == 0 { return nil }
    }

    /// The head of the column of outcomes; nothing where no row has one.
    var head: ColumnView? { outcomes.isEmpty ? nil : ColumnView(wording.word(.planOutcome)) }

    /// What became of the plan of a row; empty where there is nothing to say.
    func cell(_ row: Int) -> CellView {
        CellView(
            label: wording.word(.planOutcome), content: RawHTML(HTMLEscaping.html(text(row))), isNumber: false,
            isMissing: false)
    }

    private func text(_ row: Int) -> String {
        switch outcomes[row] {
        case nil: ""
        case .uncompared: wording.word(.planUncompared)
        case .overdue: wording.word(.planWithoutFact)
        case .compared(.met): wording.word(.planMet)
        case .compared(.missed(let difference)):
            difference == 0
                ? wording.word(.planMissed)
                : wording.strings.text(difference < 0 ? Word.planMissedLess : Word.planMissedMore, by(difference, row))
        case .compared(.differs(let difference)):
            wording.strings.text(difference < 0 ? Word.planLess : Word.planMore, by(difference, row))
        }
    }

    /// A difference without its sign, of percentages in points.
    private func by(_ difference: Double, _ row: Int) -> String {
        let number = NumberText.decimal(abs(difference), wording.language)
        return isPercent.contains(row) ? wording.strings.text(Word.planPoints, number) : number
    }

    /// How many rows have a plan and a fact, and what came of them.
    var summary: String {
        func count(_ isCounted: (Outcome) -> Bool) -> Int { outcomes.values.count(where: isCounted) }
        let met = count { if case .compared(.met) = $0 { true } else { false } }
        let missed = count { if case .compared(.missed) = $0 { true } else { false } }
        let overdue = count { if case .overdue = $0 { true } else { false } }
        var sentences = [wording.strings.text(Word.planCounts, String(planned), String(reached))]
        if met + missed > 0 {
            sentences.append(wording.strings.text(Word.planReached, String(met), String(missed)))
            let rest = reached - met - missed
            if rest > 0 { sentences.append(wording.strings.text(Word.planUnknown, String(rest))) }
        }
        if overdue > 0 { sentences.append(wording.strings.text(Word.planOverdue, String(overdue))) }
        return sentences.joined(separator: " ")
    }
}

/// Where a row of a table of values says what.
private struct Columns {
    private let plan: Int
    private let measures: [Int]
    private let year: Int?
    private let unit: Int?
    private let better: Int?
    private let rule: BetterRule?

    init(_ table: CompiledTable, _ definition: TableDefinition, plan: Int, fact: Int?) {
        func place(_ id: FieldID?) -> Int? { id.flatMap { table.column($0, of: definition) } }
        self.plan = plan
        measures = definition.measures.compactMap(place).filter { $0 != plan && $0 != fact }
        year = place(definition.year)
        unit = place(RowColumn.unit.id)
        rule = definition.better
        if case .column(let id) = definition.better { better = place(id) } else { better = nil }
    }

    /// What stands in a cell; nothing where it says that there is nothing.
    func text(of column: Int, _ row: CompiledTable.Row) -> String {
        guard column < row.cells.count, row.cells[column].value != .absentInSource else { return "" }
        return row.cells[column].text
    }

    func isPercent(_ row: CompiledTable.Row) -> Bool {
        let isOfPlan = text(of: plan, row).contains("%")
        return isOfPlan || unit.map { PlannedValue.isPercentage(text(of: $0, row)) } ?? false
    }

    /// Whether the year of a row is over, and nothing but the plan is said of it: a bare value may be the fact.
    func isOver(_ row: CompiledTable.Row, _ edition: CalendarDate) -> Bool {
        guard measures.allSatisfy({ text(of: $0, row).isEmpty }), let year else { return false }
        let period = Period.parse(text(of: year, row))
        return period.isUnderstood && (period.end.map { $0 < edition } ?? false)
    }

    func outcome(_ row: CompiledTable.Row, _ fact: String) -> PlanOutcome? {
        let unit = unit.map { text(of: $0, row) } ?? ""
        guard let planned = PlannedValue(text(of: plan, row), unit: unit),
            let reached = PlannedValue(fact, unit: unit)
        else { return nil }
        return PlanOutcome(plan: planned, fact: reached, better: value(row), isPercent: PlannedValue.isPercentage(unit))
    }

    /// Which value is the better one in a row.
    private func value(_ row: CompiledTable.Row) -> BetterValue? {
        switch rule {
        case nil: return nil
        case .all(let value): return value
        case .column:
            guard let better, better < row.cells.count, case .choice(let id, _)? = row.cells[better].value else {
                return nil
            }
            return BetterValue(rawValue: id)
        }
    }
}
