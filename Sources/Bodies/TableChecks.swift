import Catalog
import Diagnostics
import Formats
import Languages

/// What the rows of a record table must agree on, by the views that its kind declares.
///
/// Which columns of a score sheet say what its kind declares (``PointColumns``). The
/// maximum of a position is the sum of its positive parameters, that of a position with others below it the sum of
/// theirs; a penalty stands apart. «нет в источнике» makes a sum the least that is known.
///
/// In a crosswalk each of the numberings that its kind names numbers the rows: none twice, none missing. A plan with a
/// bound agrees with which value is the better one, a fact beside a plan in figures is a figure, and nothing says another
/// thing than they do. O(cells).
struct TableChecks {
    let table: RecordTable
    let definition: TableDefinition
    let file: SourceFile

    func diagnostics() -> [Diagnostic] {
        (definition.views.contains(.scoreSheet) ? sums() : [])
            + (definition.views.contains(.crosswalk) ? numbers() : []) + plans() + contradictions()
    }

    func column(_ id: FieldID) -> Int? { definition.column(id).flatMap { table.column($0) } }

    private var points: PointColumns { definition.sheet.points }

    /// Places of the columns of parameters.
    private var parameterColumns: [Int] {
        table.columns.indices.filter { position in
            table.columns[position].definition.map { points.isParameter(definition.columns[$0]) } ?? false
        }
    }

    func report(_ code: DiagnosticCode, _ arguments: [String], _ cell: RecordTable.Cell) -> Diagnostic {
        Diagnostic(code, arguments, at: SourceLocation(file, cell.range))
    }

    // MARK: Score sheets

    /// A sum of which some members may be unknown.
    private struct Sum {
        var known = 0.0
        var isWhole = true
        var count = 0

        mutating func add(_ value: FieldValue?) {
            switch value {
            case .number(let number):
                known += max(0, number)
                count += 1
            case .absentInSource:
                isWhole = false
                count += 1
            default: break
            }
        }

        func agrees(with maximum: Double) -> Bool {
            count == 0 || (isWhole ? abs(known - maximum) < 1e-9 : known <= maximum + 1e-9)
        }
    }

    private func sums() -> [Diagnostic] {
        guard let key = column(definition.key), let maximum = column(points.maximum) else { return [] }
        let parent = column(points.parent)
        let parameters = parameterColumns
        let records = table.records.filter { $0.role == .record && $0.cells.count == table.columns.count }
        let names = records.map { NameFolding.fold($0.cells[key].text) }
        var below = Dictionary(names.map { ($0, Sum()) }, uniquingKeysWith: { first, _ in first })
        var result: [Diagnostic] = []
        for record in records {
            guard let cell = parent.map({ record.cells[$0] }), !cell.text.isEmpty, cell.value != .absentInSource else {
                continue
            }
            let name = NameFolding.fold(cell.text)
            if below[name]?.add(record.cells[maximum].value) == nil {
                let all = records.map { $0.cells[key].text }
                result.append(
                    Diagnostic(
                        .unknownParent, [cell.text], at: SourceLocation(file, cell.range),
                        candidates: NameSuggester(all).nearest(to: cell.text)))
            }
        }
        for (record, name) in zip(records, names) {
            result += check(record, maximum, parameters, below: below[name] ?? Sum())
            if let cell = column(points.penalty).map({ record.cells[$0] }), case .number(let points)? = cell.value,
                points > 0
            {
                result.append(report(.positivePenalty, [cell.text], cell))
            }
        }
        return result
    }

    private func check(
        _ record: RecordTable.Record, _ maximum: Int, _ parameters: [Int], below: Sum
    ) -> [Diagnostic] {
        let cell = record.cells[maximum]
        guard case .number(let points)? = cell.value else { return [] }
        var own = Sum()
        for position in parameters { own.add(record.cells[position].value) }
        func told(_ sum: Sum) -> [String] { [points.plainDecimal, sum.known.plainDecimal] }
        var result: [Diagnostic] = []
        if !own.agrees(with: points) {
            result.append(report(own.isWhole ? .positionSum : .positionSumExceeded, told(own), cell))
        }
        if !below.agrees(with: points) {
            result.append(report(below.isWhole ? .groupSum : .groupSumExceeded, told(below), cell))
        }
        return result
    }

    // MARK: Plans and facts

    private func plans() -> [Diagnostic] {
        guard let plan = definition.planned.flatMap({ column($0) }) else { return [] }
        let (fact, unit) = (definition.reached.flatMap { column($0) }, column(RowColumn.unit.id))
        return table.records.filter { $0.role == .record && $0.cells.count == table.columns.count }
            .flatMap { record -> [Diagnostic] in
                let unit = unit.map { record.cells[$0].text } ?? ""
                guard let planned = PlannedValue(record.cells[plan].text, unit: unit) else { return [] }
                let contrary = contrary(planned, record).map {
                    report(.contraryBound, [record.cells[plan].text, $0], record.cells[plan])
                }
                let uncompared = fact.map { record.cells[$0] }.flatMap { cell -> Diagnostic? in
                    guard !cell.text.isEmpty, cell.value != .absentInSource else { return nil }
                    let reached = PlannedValue(cell.text, unit: unit)
                    return reached?.bound == nil && reached != nil ? nil : report(.uncomparedFact, [cell.text], cell)
                }
                return [contrary, uncompared].compactMap(\.self)
            }
    }

    /// What says that the other value is the better one than a plan's bound does; nothing where both agree.
    private func contrary(_ plan: PlannedValue, _ record: RecordTable.Record) -> String? {
        guard let bound = plan.bound, let better = better(in: record), bound.better != better.value else { return nil }
        return better.told
    }

    /// Which value is the better one in a row, and what says so.
    func better(in record: RecordTable.Record) -> (value: BetterValue, told: String)? {
        switch definition.better {
        case nil: nil
        case .all(let value): (value, "better")
        case .column(let id):
            column(id).flatMap { place in
                guard case .choice(let choice, _)? = record.cells[place].value else { return nil }
                return BetterValue(rawValue: choice).map { ($0, table.columns[place].title) }
            }
        }
    }

    // MARK: Crosswalks

    private func numbers() -> [Diagnostic] {
        let columns = definition.numberings.compactMap { column($0) }
        var first: [Int: [Double: RecordTable.Cell]] = [:]
        var result: [Diagnostic] = []
        for record in table.records where record.role == .record && record.cells.count == table.columns.count {
            let empty = columns.filter { record.cells[$0].text.isEmpty }
            if !columns.isEmpty, empty.count == columns.count {
                let head = record.cells[column(definition.key) ?? columns[0]]
                result.append(report(.unnumberedRow, [], head.text.isEmpty ? record.cells[columns[0]] : head))
            } else {
                result += empty.map { report(.missingNumber, [table.columns[$0].title], record.cells[$0]) }
            }
            for position in columns {
                let cell = record.cells[position]
                guard case .number(let number)? = cell.value else { continue }
                if let earlier = first[position, default: [:]].updateValue(cell, forKey: number) {
                    result.append(
                        Diagnostic(
                            .doubledNumber, [number.plainDecimal, table.columns[position].title],
                            at: SourceLocation(file, cell.range), related: [SourceLocation(file, earlier.range)]))
                }
            }
        }
        return result
    }
}
