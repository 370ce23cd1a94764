import Catalog
import Diagnostics
import Languages

/// What a table of values says of one indicator in two ways: a reader does not know which of them holds.
extension TableChecks {
    /// Two facts of one indicator and year, a value beside a fact, words that figures deny; O(cells).
    func contradictions() -> [Diagnostic] {
        guard definition.form == .values else { return [] }
        let records = table.records.filter { $0.role == .record && $0.cells.count == table.columns.count }
        return doubledValues(records) + records.flatMap { [besideFact($0), denied($0)].compactMap(\.self) }
    }

    private func text(_ cell: RecordTable.Cell) -> String { cell.value == .absentInSource ? "" : cell.text }

    private var measures: [Int] {
        let all = definition.measures + [definition.planned, definition.reached].compactMap(\.self)
        return Set(all.compactMap { column($0) }).sorted()
    }

    /// Columns that say of what a row is: its name, year and place, not its figures and remarks.
    private var identity: [Int] {
        let key = column(definition.key)
        var others = Set(measures)
        if case .column(let id)? = definition.better, let better = column(id) { others.insert(better) }
        return table.columns.indices.filter { place in
            let column = table.columns[place]
            let isRemark = column.definition.map { definition.columns[$0].type == .markdown } ?? column.numbersRows
            return place == key || !others.contains(place) && !isRemark
        }
    }

    private func doubledValues(_ records: [RecordTable.Record]) -> [Diagnostic] {
        guard let key = column(definition.key), let year = definition.year.flatMap({ column($0) }) else { return [] }
        let identity = identity
        var first: [[String]: [Int: RecordTable.Cell]] = [:]
        var result: [Diagnostic] = []
        for record in records where !record.cells[year].text.isEmpty && !record.cells[key].text.isEmpty {
            let name = identity.map { NameFolding.fold(record.cells[$0].text) }
            for place in measures {
                let cell = record.cells[place]
                guard !text(cell).isEmpty else { continue }
                guard let earlier = first[name, default: [:]][place] else {
                    first[name, default: [:]][place] = cell
                    continue
                }
                if NameFolding.fold(earlier.text) == NameFolding.fold(cell.text) { continue }
                result.append(
                    Diagnostic(
                        .doubledFigure,
                        [
                            record.cells[key].text, record.cells[year].text, table.columns[place].title, earlier.text,
                            cell.text,
                        ], at: SourceLocation(file, cell.range), related: [SourceLocation(file, earlier.range)]))
            }
        }
        return result
    }

    /// «Значение 45» beside «Факт 40».
    private func besideFact(_ record: RecordTable.Record) -> Diagnostic? {
        guard let fact = definition.reached.flatMap({ column($0) }), !text(record.cells[fact]).isEmpty else {
            return nil
        }
        let plan = definition.planned.flatMap { column($0) }
        let other = measures.first { place in
            place != fact && place != plan && !text(record.cells[place]).isEmpty
                && NameFolding.fold(record.cells[place].text) != NameFolding.fold(record.cells[fact].text)
        }
        return other.map { place in
            report(
                .valueBesideFact,
                [
                    table.columns[place].title, record.cells[place].text, table.columns[fact].title,
                    record.cells[fact].text,
                ], record.cells[place])
        }
    }

    /// «План выполнен» beside a plan of 120 and a fact of 96.
    private func denied(_ record: RecordTable.Record) -> Diagnostic? {
        guard let plan = definition.planned.flatMap({ column($0) }),
            let fact = definition.reached.flatMap({ column($0) })
        else { return nil }
        let unit = column(RowColumn.unit.id).map { record.cells[$0].text } ?? ""
        guard let planned = PlannedValue(record.cells[plan].text, unit: unit),
            let reached = PlannedValue(record.cells[fact].text, unit: unit),
            let outcome = PlanOutcome(
                plan: planned, fact: reached, better: better(in: record)?.value,
                isPercent: PlannedValue.isPercentage(unit))
        else { return nil }
        let isMet: Bool
        switch outcome {
        case .met: isMet = true
        case .missed: isMet = false
        case .differs: return nil
        }
        let figures = Set(measures + [column(definition.key)].compactMap(\.self))
        let words = table.columns.indices.first { place in
            !figures.contains(place) && Self.saysMet(record.cells[place].text).map { $0 != isMet } ?? false
        }
        return words.map { place in
            report(
                .deniedOutcome, [record.cells[place].text, record.cells[plan].text, record.cells[fact].text],
                record.cells[place])
        }
    }

    /// «План выполнен», «цель не достигнута»; nothing of other words, of both and of «частично».
    private static func saysMet(_ text: String) -> Bool? {
        let words = NameFolding.fold(text).split { !$0.isLetter }
        if words.contains(where: { $0.hasPrefix("частичн") || $0.hasPrefix("почти") }) { return nil }
        let said = words.indices.compactMap { place -> Bool? in
            let word = words[place]
            if word.hasPrefix("недостигнут") || word.hasPrefix("невыполнен") { return false }
            guard ["выполнен", "перевыполнен", "достигнут"].contains(where: word.hasPrefix), !word.hasSuffix("ние"),
                !word.hasSuffix("ния")
            else { return nil }
            return place == words.startIndex || words[place - 1] != "не"
        }
        return Set(said).count == 1 ? said[0] : nil
    }
}
