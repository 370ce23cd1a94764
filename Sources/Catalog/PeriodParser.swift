/// Reads Russian expressions of dates and terms.
///
/// Grammar, case and ё/е folded, all dashes alike; a trailing `г.`, `гг.`, `год`, `года`, `годы`, `годах` is optional:
/// ```
/// period   = iso | numeric | days | month | quarter | half | years | open
/// iso      = YYYY-MM-DD | YYYY-MM
/// numeric  = DD.MM.YY[YY] [- DD.MM.YY[YY]]
/// days     = [с] D month [YYYY] [-|по D month [YYYY]] | D-D month [YYYY]
/// deadline = до (D month [YYYY] | DD.MM.YYYY | конца YYYY)
/// month    = month [- month] [YYYY]
/// quarter  = [с] roman [- roman] (квартал|кв.) [YYYY] ["(" month [- month] ")"]      roman = I…IV | 1…4
/// half     = (I|II|1|2|первое|второе) полугодие [YYYY]
/// years    = [в] YYYY | YYYY(-|/)YY[YY] [учебный|уч.]
/// open     = (в течение [YYYY]|постоянно|ежегодно|ежемесячно|ежеквартально|весь период|бессрочно) anything
/// ```
/// What follows in parentheses is a note and does not count. A year that is not written comes from the context;
/// without one a quarter, a month or a day without a year stays open.
struct PeriodParser {
    private let text: String
    private let contextYear: Int?
    private var tokens: [Token]
    private var index = 0

    private enum Token: Equatable {
        case number(Int, digits: Int)
        case word(String)
        case dash
        case slash
        case dot
    }

    init(text: String, contextYear: Int?) {
        self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.contextYear = contextYear
        let folded = NameFolding.fold(text)
        let parts = folded.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false)
        tokens = Self.tokenize(parts.first.map(String.init) ?? "")
        if parts.count == 2 { note = Self.tokenize(parts[1].filter { $0 != ")" }) }
    }

    /// Tokens of the part in parentheses: the months of a quarter.
    private var note: [Token] = []

    mutating func parse() -> Period {
        for attempt in Self.grammar {
            index = 0
            if let found = attempt(&self) {
                skipYearWords()
                if index == tokens.count {
                    return Period(text: text, precision: found.precision, start: found.start, end: found.end)
                }
            }
        }
        return Period(text: text, precision: .unknown)
    }

    private typealias Found = (precision: Period.Precision, start: CalendarDate?, end: CalendarDate?)

    private static let grammar: [@Sendable (inout PeriodParser) -> Found?] = [
        { $0.open() }, { $0.iso() }, { $0.numeric() }, { $0.quarter() }, { $0.half() }, { $0.days() },
        { $0.deadline() },
        { $0.months() }, { $0.years() },
    ]

    // MARK: Alternatives

    private mutating func open() -> Found? {
        guard case .word(let first)? = peek() else { return nil }
        let isOpen =
            ["постоянно", "ежегодно", "ежемесячно", "ежеквартально", "еженедельно", "бессрочно", "регулярно"].contains(
                first)
            || tokens.starts(with: [.word("в"), .word("течение")])
            || tokens.starts(with: [.word("в"), .word("течении")])
            || tokens.starts(with: [.word("весь"), .word("период")])
            || tokens.starts(with: [.word("по"), .word("мере")])
            || tokens.starts(with: [.word("по"), .word("плану")])
            || tokens.starts(with: [.word("в"), .word("соответствии")])
            || tokens.starts(with: [.word("по"), .word("отдельному")])
        guard isOpen else { return nil }
        let year = tokens.compactMap { if case .number(let value, 4) = $0 { value } else { nil } }.first
        index = tokens.count
        guard let year else { return (.open, nil, nil) }
        return (.open, CalendarDate.first(ofMonth: 1, year: year), CalendarDate.last(ofMonth: 12, year: year))
    }

    private mutating func iso() -> Found? {
        guard let year = number(digits: 4), take(.dash), let month = number(digits: 2), (1...12).contains(month) else {
            return nil
        }
        guard take(.dash) else {
            // 2022-23 is a school year, 2022-09 a month: a month is never the next year's number here.
            guard month != (year + 1) % 100, index == tokens.count else { return nil }
            return (.month, .first(ofMonth: month, year: year), .last(ofMonth: month, year: year))
        }
        guard let day = number(digits: 2), let date = CalendarDate(year: year, month: month, day: day) else {
            return nil
        }
        return (.day, date, date)
    }

    private mutating func numeric() -> Found? {
        guard let first = numericDate() else { return nil }
        guard take(.dash) || take(.word("по")) else { return (.day, first, first) }
        guard let second = numericDate(), first <= second else { return nil }
        return (.days, first, second)
    }

    private mutating func numericDate() -> CalendarDate? {
        let start = index
        _ = take(.word("с"))
        guard let day = number(digits: 1...2), take(.dot), let month = number(digits: 1...2), take(.dot),
            let year = number(digits: 4) ?? number(digits: 2).map({ 2000 + $0 }),
            let date = CalendarDate(year: year, month: month, day: day)
        else {
            index = start
            return nil
        }
        skipYearWords()
        return date
    }

    private mutating func quarter() -> Found? {
        let isBeginning = take(.word("с"))
        guard let number = ordinal(upTo: 4) else { return nil }
        let last = take(.dash) ? ordinal(upTo: 4) : number
        guard let last, number <= last, word(startingWith: "квартал") || take(.word("кв")) else { return nil }
        _ = take(.dot)
        guard let year = yearOrContext() else { return (.open, nil, nil) }
        if isBeginning { return (.quarter, .first(ofMonth: number * 3 - 2, year: year), nil) }
        let months = noteMonths() ?? (number * 3 - 2)...(last * 3)
        return (.quarter, .first(ofMonth: months.lowerBound, year: year), .last(ofMonth: months.upperBound, year: year))
    }

    /// «(февраль-март)», «(март)».
    private func noteMonths() -> ClosedRange<Int>? {
        let months = note.compactMap { token -> Int? in
            if case .word(let word) = token { MonthNames.numbers[word] } else { nil }
        }
        guard let first = months.first, let last = months.last, first <= last, months.count <= 2 else { return nil }
        return first...last
    }

    private mutating func half() -> Found? {
        var number = ordinal(upTo: 2)
        if number == nil, take(.word("первое")) { number = 1 }
        if number == nil, take(.word("второе")) { number = 2 }
        guard let number, word(startingWith: "полугоди") else { return nil }
        guard let year = yearOrContext() else { return (.open, nil, nil) }
        return (.halfYear, .first(ofMonth: number * 6 - 5, year: year), .last(ofMonth: number * 6, year: year))
    }

    private mutating func days() -> Found? {
        _ = take(.word("с"))
        guard let firstDay = number(digits: 1...2) else { return nil }
        // «24 и 25 марта» are days in a row, «1 и 25 марта» are not one term.
        if take(.word("и")) {
            guard let lastDay = number(digits: 1...2), lastDay == firstDay + 1, let month = month() else { return nil }
            return span(firstDay, month, nil, lastDay, month)
        }
        if take(.dash) || take(.word("по")), let lastDay = number(digits: 1...2) {
            guard let month = month() else { return nil }
            return span(firstDay, month, nil, lastDay, month)
        }
        guard let firstMonth = month() else { return nil }
        let firstYear = year()
        skipYearWords()
        guard take(.dash) || take(.word("по")) else {
            guard let year = firstYear ?? contextYear else { return (.open, nil, nil) }
            guard let date = CalendarDate(year: year, month: firstMonth, day: firstDay) else { return nil }
            return (.day, date, date)
        }
        guard let lastDay = number(digits: 1...2), let lastMonth = month() else { return nil }
        return span(firstDay, firstMonth, firstYear, lastDay, lastMonth)
    }

    private mutating func span(_ day: Int, _ month: Int, _ year: Int?, _ lastDay: Int, _ lastMonth: Int) -> Found? {
        guard let lastYear = yearOrContext() else { return (.open, nil, nil) }
        guard let start = CalendarDate(year: year ?? lastYear, month: month, day: day),
            let end = CalendarDate(year: lastYear, month: lastMonth, day: lastDay), start <= end
        else { return nil }
        return (.days, start, end)
    }

    /// «до 15 сентября 2023 г.»: the end is known, the beginning is not.
    private mutating func deadline() -> Found? {
        guard take(.word("до")) else { return nil }
        if let date = numericDate() { return (.day, nil, date) }
        if take(.word("конца")) {
            return year().flatMap { CalendarDate.last(ofMonth: 12, year: $0) }.map { (.day, nil, $0) }
        }
        guard let day = number(digits: 1...2), let month = month() else { return nil }
        guard let year = yearOrContext() else { return (.open, nil, nil) }
        guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
        return (.day, nil, date)
    }

    private mutating func months() -> Found? {
        _ = take(.word("в")) || take(.word("с"))
        guard let first = month() else { return nil }
        let firstYear = year()
        skipYearWords()
        var last = first
        if take(.dash) || take(.word("по")) {
            guard let second = month() else { return nil }
            last = second
        }
        guard let year = year() ?? firstYear ?? contextYear else { return (.open, nil, nil) }
        guard let start = CalendarDate.first(ofMonth: first, year: firstYear ?? year),
            let end = CalendarDate.last(ofMonth: last, year: year), start <= end
        else { return nil }
        return (first == last ? .month : .days, start, end)
    }

    private mutating func years() -> Found? {
        _ = take(.word("в"))
        guard let first = number(digits: 4), first > 0 else { return nil }
        guard take(.dash) || take(.slash) else {
            return (.year, .first(ofMonth: 1, year: first), .last(ofMonth: 12, year: first))
        }
        let last: Int
        if let full = number(digits: 4) {
            last = full
        } else if let short = number(digits: 2) {
            last = first / 100 * 100 + short
        } else {
            return nil
        }
        guard first < last else { return nil }
        if word(startingWith: "учебн") || take(.word("уч")) {
            return (.schoolYear, .first(ofMonth: 9, year: first), .last(ofMonth: 8, year: last))
        }
        return (.years, .first(ofMonth: 1, year: first), .last(ofMonth: 12, year: last))
    }

    // MARK: Pieces

    private func peek() -> Token? { index < tokens.count ? tokens[index] : nil }

    private mutating func take(_ token: Token) -> Bool {
        guard peek() == token else { return false }
        index += 1
        return true
    }

    private mutating func number(digits: Int) -> Int? { number(digits: digits...digits) }

    private mutating func number(digits: ClosedRange<Int>) -> Int? {
        guard case .number(let value, let count)? = peek(), digits.contains(count) else { return nil }
        index += 1
        return value
    }

    private mutating func year() -> Int? { number(digits: 4) }

    private mutating func yearOrContext() -> Int? {
        skipConnective()
        return year() ?? contextYear
    }

    private mutating func skipConnective() { _ = take(.word("в")) }

    private mutating func month() -> Int? {
        guard case .word(let word)? = peek(), let number = MonthNames.numbers[word] else { return nil }
        index += 1
        return number
    }

    private mutating func word(startingWith prefix: String) -> Bool {
        guard case .word(let word)? = peek(), word.hasPrefix(prefix) else { return false }
        index += 1
        return true
    }

    private mutating func ordinal(upTo limit: Int) -> Int? {
        let roman = ["i": 1, "ii": 2, "iii": 3, "iv": 4]
        var value: Int?
        if case .word(let word)? = peek() { value = roman[word] }
        if case .number(let number, 1)? = peek() { value = number }
        guard let value, (1...limit).contains(value) else { return nil }
        index += 1
        return value
    }

    /// «г.», «гг.», «год», «года», «годы», «годов», «годах» and the dots after them.
    private mutating func skipYearWords() {
        while let token = peek() {
            switch token {
            case .word("г"), .word("гг"), .word("год"), .word("года"), .word("годы"), .word("годов"), .word("году"),
                .word("годах"):
                index += 1
            case .dot: index += 1
            default: return
            }
        }
    }

    private static func tokenize(_ text: String) -> [Token] {
        var tokens: [Token] = []
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first {
            if ("0"..."9").contains(first) {
                let digits = scalars.prefix { ("0"..."9").contains($0) }
                tokens.append(.number(Int(String(digits)) ?? .max, digits: digits.count))
                scalars = scalars[digits.endIndex...]
            } else if first.properties.isAlphabetic {
                let word = scalars.prefix { $0.properties.isAlphabetic }
                tokens.append(.word(String(word)))
                scalars = scalars[word.endIndex...]
            } else {
                switch first {
                case "-": tokens.append(.dash)
                case "/": tokens.append(.slash)
                case ".": tokens.append(.dot)
                default: break
                }
                scalars = scalars.dropFirst()
            }
        }
        return tokens
    }
}
