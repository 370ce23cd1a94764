import Languages

extension PeriodParser {
    /// A point of the grammar; where there is none, nothing is taken.
    mutating func point() -> TermPoint? {
        let start = index
        _ = takeWord("в") || takeWord("во")
        for attempt in Self.points {
            let begin = index
            if let point = attempt(&self) { return point }
            index = begin
        }
        index = start
        return nil
    }

    private static let points: [@Sendable (inout PeriodParser) -> TermPoint?] = [
        { $0.isoDate() }, { $0.numericDate() }, { $0.part() }, { $0.dayOfMonth() }, { $0.numbered() }, { $0.month() },
        { $0.season() }, { $0.years() },
    ]

    // MARK: Dates

    /// `2023-05-11`, `2023.05.11`, `2023-05`.
    private mutating func isoDate() -> TermPoint? {
        guard let year = number(4...4) else { return nil }
        let isDotted = peek() == .mark(".")
        guard take("-") || take("."), let month = number(2...2) else { return nil }
        if take(isDotted ? "." : "-") {
            let token = index
            guard let day = number(2...2), month > 0 else { return nil }
            return TermPoint(day: day, month: month, year: .calendar(year), token: token)
        }
        // 2022-23 is a school year, 2022-09 a month: a month is never the next year's number here.
        guard !isDotted, (1...12).contains(month), month != (year + 1) % 100 else { return nil }
        return TermPoint(.month, months: month...month, year: .calendar(year))
    }

    /// `11.05.2023`, `11.05`, `05.2023`, `11/05/2023`, `11-05-2023`.
    private mutating func numericDate() -> TermPoint? {
        let token = index
        guard let first = number(1...2), case .mark(let separator)? = peek(), "./-".unicodeScalars.contains(separator)
        else { return nil }
        advance()
        if separator == ".", let year = number(4...4) {
            guard (1...12).contains(first) else { return nil }
            skipYearWords()
            return TermPoint(.month, months: first...first, year: .calendar(year))
        }
        guard let month = number(1...2), month > 0 else { return nil }
        guard peek() == .mark(separator), case .number(_, let digits)? = peek(1), digits == 4 || digits == 2 else {
            // «15.05»: the year comes from elsewhere; «5-12» and «2/3» are no dates.
            guard separator == ".", month <= 12 else { return nil }
            _ = take(".")
            return TermPoint(day: first, month: month, year: year(), token: token)
        }
        advance()
        guard let written = number(4...4) ?? number(2...2).map({ 2000 + $0 }) else { return nil }
        if separator == "-", digits == 2 { return nil }
        skipYearWords()
        return TermPoint(day: first, month: month, year: .calendar(written), token: token)
    }

    private mutating func dayOfMonth() -> TermPoint? {
        let token = index
        guard let day = number(1...2) else { return nil }
        let separator = separatorBeforeMonth()
        if separator == nil { _ = ordinalEnding() }
        guard let month = monthName() else { return nil }
        return TermPoint(
            day: day, month: month, year: separator.flatMap { yearBehind($0) } ?? shortYear() ?? year(), token: token)
    }

    /// The mark of «15.сен» and «15-сен-23», as spreadsheets write days; taken.
    private mutating func separatorBeforeMonth() -> Unicode.Scalar? {
        guard case .mark(let mark)? = peek(), "./-".unicodeScalars.contains(mark), case .word(let word)? = peek(1),
            MonthNames.short[word] != nil || ["май", "мая"].contains(word) || mark == ".",
            MonthNames.numbers[word] != nil
        else { return nil }
        advance()
        return mark
    }

    /// «-23» of «15-сен-23».
    private mutating func yearBehind(_ separator: Unicode.Scalar) -> TermYear? {
        guard separator != ".", peek() == .mark(separator), case .number(let year, let digits)? = peek(1),
            digits == 2 || digits == 4
        else { return nil }
        advance(2)
        skipYearWords()
        return .calendar(digits == 2 ? 2000 + year : year)
    }

    // MARK: Months, quarters, halves, seasons

    private mutating func month() -> TermPoint? {
        guard let month = monthName() else { return nil }
        return TermPoint(.month, months: month...month, year: shortYear() ?? year())
    }

    /// «сен.24», «май’24»: two digits behind a point that stands close.
    private mutating func shortYear() -> TermYear? {
        guard index > 0, case .number(let value, 2)? = peek(),
            case .word(let name) = tokens[index - 2 >= 0 ? index - 2 : 0].kind,
            tokens[index - 1].kind == .mark("."), MonthNames.numbers[name] != nil,
            tokens[index].range.lowerBound == tokens[index - 1].range.upperBound
        else { return nil }
        advance()
        skipYearWords()
        return .calendar(2000 + value)
    }

    mutating func monthName() -> Int? {
        _ = word(startingWith: "месяц")
        guard case .word(let word)? = peek(), let number = MonthNames.numbers[word] else { return nil }
        advance()
        if peek() == .mark("."), MonthNames.short[word] != nil || isTwoDigitYearBehindPoint() { advance() }
        return number
    }

    private func isTwoDigitYearBehindPoint() -> Bool {
        guard case .number(_, 2)? = peek(1) else { return false }
        return tokens[index + 1].range.lowerBound == tokens[index].range.upperBound
    }

    /// «I квартал», «2-е полугодие», «третья четверть».
    mutating func numbered() -> TermPoint? {
        guard let number = ordinalNumber() else { return nil }
        if word(startingWith: "квартал") || takeWord("кв") {
            _ = take(".")
            guard (1...4).contains(number) else { return nil }
            return TermPoint(.quarter, months: (number * 3 - 2)...(number * 3), year: year())
        }
        if word(startingWith: "полугод") {
            guard (1...2).contains(number) else { return nil }
            return TermPoint(.halfYear, .half(number), year: year())
        }
        guard word(startingWith: "четверт"), (1...4).contains(number) else { return nil }
        return TermPoint(.days, .schoolTerm(number), year: year())
    }

    mutating func ordinalNumber() -> Int? {
        if let value = roman() {
            _ = ordinalEnding()
            return value
        }
        if let value = number(1...1) {
            _ = ordinalEnding()
            return value
        }
        guard case .word(let word)? = peek(), let value = TermWords.ordinals[word] else { return nil }
        advance()
        return value
    }

    mutating func season() -> TermPoint? {
        guard case .word(let word)? = peek() else { return nil }
        let months: ClosedRange<Int>?
        switch word {
        case "зима", "зимой", "зимы", "зиму", "зиме": months = nil
        case "весна", "весной", "весны", "весну", "весне": months = 3...5
        case "лето", "летом", "лета", "лете": months = 6...8
        case "осень", "осенью", "осени": months = 9...11
        default: return nil
        }
        advance()
        if let months { return TermPoint(.days, months: months, year: year()) }
        return TermPoint(.days, .winter, year: winterYear())
    }

    /// «зима 2024/25», «зима 2024–2025»: the year in which it begins.
    private mutating func winterYear() -> TermYear? {
        let start = index
        if let first = number(4...4), take("/") || take("-"),
            let last = number(4...4) ?? number(2...2).map({ first / 100 * 100 + $0 }), last == first + 1
        {
            skipYearWords()
            return .calendar(first)
        }
        index = start
        return year()
    }

    // MARK: Years

    private mutating func years() -> TermPoint? {
        guard let first = number(4...4), first > 0 else { return nil }
        guard peek() == .mark("-") || peek() == .mark("/"), case .number(let written, let digits)? = peek(1),
            digits == 4 || digits == 2
        else {
            skipYearWords()
            return TermPoint(.year, .years(first, first))
        }
        let last = digits == 4 ? written : first / 100 * 100 + written
        // «2024 – 01.09.2025» is no span of years.
        guard first < last || (digits == 4 && first > last), peek(2) != .mark(".") || digits == 4 else { return nil }
        let isPair = (peek() == .mark("/") || digits == 2) && last == first + 1
        advance(2)
        if isSchool() {
            guard last == first + 1 else { return nil }
            return TermPoint(.schoolYear, .schoolYear(first: first))
        }
        // «2024/25» is a school year, «2024/25 гг.» and «2024-2025» are two years of the calendar.
        let areYears = if case .word(let word)? = peek() { TermWords.severalYears.contains(word) } else { false }
        skipYearWords()
        if isPair, !areYears { return TermPoint(.schoolYear, .schoolYear(first: first)) }
        var point = TermPoint(.years, .years(first, last))
        if last == first + 1, !areYears { point.pairedYear = first }
        return point
    }

    /// The year behind a point: «2023 г.», «в 2023 году», «2022/23 учебного года»; nothing where none is written, or
    /// «текущего года», which is the year of the surroundings.
    mutating func year() -> TermYear? {
        let start = index
        if isYearBehindDash() {
            advance()
            if let year = year(), !isSpanOfYears(year) { return year }
            index = start
            return nil
        }
        _ = takeWord("в") || take(",")
        if case .word(let word)? = peek(), TermWords.current.contains(word) {
            let begin = index
            advance()
            _ = take(".")
            if self.word(startingWith: "учебн") || takeWord("уч") { _ = take(".") }
            if case .word(let next)? = peek(), TermWords.years.contains(next) {
                skipYearWords()
                return nil
            }
            index = begin
        }
        guard let first = number(4...4) else {
            index = start
            skipYearWords()
            return nil
        }
        if peek() == .mark("-") || peek() == .mark("/"), case .number(let written, let digits)? = peek(1) {
            let begin = index
            let last = digits == 4 ? written : digits == 2 ? first / 100 * 100 + written : 0
            let isPair = (peek() == .mark("/") || digits == 2) && !isDay(2)
            advance(2)
            if last == first + 1, isSchool() || isPair {
                skipYearWords()
                return .school(first: first)
            }
            index = begin
        }
        if isSchool() { return .school(first: first) }
        skipYearWords()
        return .calendar(first)
    }

    /// «- 2025» of «май - 2025», and no date of another point: «май - 2025-06-01».
    private func isYearBehindDash() -> Bool {
        guard peek() == .mark("-"), case .number(_, 4)? = peek(1) else { return false }
        guard peek(2) == .mark("-") || peek(2) == .mark("."), case .number(_, 2)? = peek(3) else { return true }
        return peek(4) != peek(2)
    }

    /// «-2025» behind the year of «сентябрь - 2024-2025», which is none of a month.
    private func isSpanOfYears(_ year: TermYear) -> Bool {
        guard case .calendar = year, case .number? = peek(1) else { return false }
        return peek() == .mark("-") || peek() == .mark("/")
    }

    /// Whether the number before a place is the day of a date: «2024-25 сентября».
    private func isDay(_ offset: Int) -> Bool {
        switch peek(offset) {
        case .word(let word): MonthNames.numbers[word] != nil
        case .mark("."): if case .number? = peek(offset + 1) { true } else { false }
        default: false
        }
    }

    /// Words of a school year, «учебный год» and the short forms of it.
    mutating func isSchool() -> Bool {
        let start = index
        if word(startingWith: "учебн") || takeWord("уч") || takeWord("у") {
            _ = take(".")
            skipYearWords()
            return true
        }
        index = start
        return false
    }

    /// «г.», «гг.», «год», «года» and the dots after them.
    mutating func skipYearWords() {
        while let token = peek() {
            switch token {
            case .word(let word) where TermWords.years.contains(word): advance()
            case .mark(".") where index > 0: advance()
            default: return
            }
        }
    }
}
