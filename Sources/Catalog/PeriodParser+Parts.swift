/// Parts of longer stretches: of months, quarters, halves and years.
extension PeriodParser {
    /// «начало сентября», «вторая неделя октября», «конец 2024 года», «1 декада мая».
    mutating func part() -> TermPoint? {
        if case .word(let word)? = peek(), let third = TermPart.thirds[word] {
            advance()
            if let month = monthName() {
                return TermPart.third(third, ofMonth: month).map { TermPoint(.days, $0, year: year()) }
            }
            return partOfYear(third) ?? partOfNumbered(third)
        }
        guard let number = ordinalNumber() else { return nil }
        if word(startingWith: "недел") {
            guard let month = monthName() else { return nil }
            return TermPart.week(number, ofMonth: month).map { TermPoint(.days, $0, year: year()) }
        }
        if word(startingWith: "декад") {
            guard let month = monthName() else { return nil }
            return TermPart.third(number, ofMonth: month).map { TermPoint(.days, $0, year: year()) }
        }
        guard word(startingWith: "половин"), let month = monthName() else { return nil }
        return TermPart.half(number, ofMonth: month).map { TermPoint(.days, $0, year: year()) }
    }

    /// «конец 2024 года» is its last day, «начало» its first; «конец учебного года» is May, when lessons end.
    private mutating func partOfYear(_ third: Int) -> TermPoint? {
        let start = index
        if case .word(let word)? = peek(), TermWords.current.contains(word) {
            advance()
            _ = take(".")
        }
        if isSchool() { return TermPoint(partOfSchoolYear: third, year: year()) }
        index = start
        let year = year()
        guard index > start else { return nil }
        if case .school? = year { return TermPoint(partOfSchoolYear: third, year: year) }
        return TermPoint(.days, .partOfYear(third), year: year, edge: TermPoint.Edge(third: third))
    }

    /// «конец I полугодия», «конец лета»: the last month.
    private mutating func partOfNumbered(_ third: Int) -> TermPoint? {
        guard let whole = numbered() ?? season() else { return nil }
        if third == 2, whole.precision != .quarter { return nil }
        return TermPoint(.month, .part(third, of: whole.shape), year: whole.year, edge: TermPoint.Edge(third: third))
    }
}

/// Parts of a month.
enum TermPart {
    /// «начало», «в середине», «конца»: first, middle and last ten days.
    static let thirds: [String: Int] = [
        "начало": 1, "начале": 1, "начала": 1, "началу": 1, "середина": 2, "середине": 2, "середины": 2, "конец": 3,
        "конце": 3, "конца": 3, "концу": 3, "окончания": 3, "окончанию": 3,
    ]

    static func third(_ number: Int, ofMonth month: Int) -> TermPoint.Shape? {
        guard (1...3).contains(number) else { return nil }
        let last = number == 3 ? nil : number * 10
        return .months(first: month, firstDay: number * 10 - 9, last: month, lastDay: last)
    }

    /// Seven days each; a fifth has what is left.
    static func week(_ number: Int, ofMonth month: Int) -> TermPoint.Shape? {
        guard (1...5).contains(number) else { return nil }
        let last = number == 5 ? nil : number * 7
        return .months(first: month, firstDay: number == 5 ? 29 : number * 7 - 6, last: month, lastDay: last)
    }

    static func half(_ number: Int, ofMonth month: Int) -> TermPoint.Shape? {
        guard (1...2).contains(number) else { return nil }
        return .months(first: month, firstDay: number == 1 ? 1 : 16, last: month, lastDay: number == 1 ? 15 : nil)
    }
}
