import Formats

/// Reads Russian expressions of dates and terms, whole or not at all.
///
/// Grammar, case and ё/е folded, all dashes alike, quotation marks passed over:
/// ```
/// term     = recurring | [during] point | span | serial
/// span     = [с] point (- | по | до | и) point | [с] number (- | по | и) point      «с 1 по 3 марта», «I–II квартал»
///          | с point [по настоящее время]  | после point                              no known end
///          | (до | к | не позднее) point                                              no known beginning
/// during   = в течение | в течении | на протяжении
/// point    = date | part | [месяц] month | quarter | half | schoolterm | season | years
/// date     = YYYY-MM-DD | YYYY.MM.DD | YYYY-MM | D.M[.Y] | M.YYYY | D/M/Y | D-M-YYYY | D[.] month | D-month-Y
/// part     = (начало | середина | конец) (month | quarter | half | schoolterm | season | year)
///          | (number | ordinal) (неделя | декада | половина) month                   the school year ends in May
/// month    = name in any case | short name [.]                                        «сен.24» is September 2024
/// quarter  = (I…IV | 1…4 | ordinal) (квартал | кв.)
/// half     = (I | II | 1 | 2 | ordinal) полугодие
/// schoolterm = (I…IV | 1…4 | ordinal) четверть
/// season   = зима | весна | лето | осень
/// years    = YYYY | YYYY(-|/)YY[YY] [учебный | уч. | у.]                               «2024/25» is a school year
/// year     = [в | -] YYYY [г.] | [в | -] YYYY(-|/)YY[YY] учебный год | текущего года   behind any point
/// recurring = [до | к | с] number числа [ежемесячно | каждого месяца] |
///             (постоянно | ежемесячно | раз в … | по мере … | по плану … | по средам …) words without a date
/// serial   = five digits, as a spreadsheet counts days                                «45536» is 1 September 2024
/// ```
/// Days of the week, times of day («10:00», behind a date «10.00» too), «отменено» and «перенесено на» may stand anywhere. What stands in parentheses is a remark: months or dates in it
/// narrow the term, «I квартал (февраль-март)»; a remark with a date that does not lie in the term is not understood.
/// O(scalars), but for a misspelt word, which is looked for among some hundred words.
struct PeriodParser {
    let text: String
    let scalars: [Unicode.Scalar]
    private(set) var tokens: [TermToken] = []
    private(set) var remarks: [[TermToken]] = []
    var index = 0
    /// How far any try came: where what is not understood begins.
    private(set) var furthest = 0
    /// Whether the text says more than what the grammar takes of it: a remark, a day of the week, an hour.
    private let saysMore: Bool
    /// No term is longer, in scalars: what is, is a text that stands where one belongs, and is not looked into.
    static let longest = 1000
    var isTooLong: Bool { scalars.count > Self.longest }

    init(text: String) {
        self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        scalars = Array(self.text.unicodeScalars)
        let all = scalars.count > Self.longest ? [] : TermToken.all(in: scalars)
        (tokens, remarks) = Self.apart(all)
        let timed = Self.withoutWeekdays(Self.withoutStates(tokens))
        let shown = Self.withoutMidnight(self.text).unicodeScalars.count
        let bare = Self.withoutTimes(timed)
        saysMore =
            !remarks.isEmpty || timed.count < tokens.count
            || Self.withoutTimes(timed.filter { $0.range.lowerBound < shown }).count
                < timed.count { $0.range.lowerBound < shown }
        tokens = bare
    }

    /// The day of an expression that names one with its year; nothing for any other.
    ///
    /// Looks for no misspelt words.
    mutating func day() -> CalendarDate? {
        guard !isTooLong, let span = span(), index == tokens.count, case .point(let point) = span.form,
            point.precision == .day,
            case .success(let bounds) = point.bounds(in: nil)
        else { return nil }
        return bounds.start
    }

    /// The period where unwritten years are those of the surroundings; with a problem unless it is read whole.
    mutating func parse(in year: TermYear?) -> Period { read(in: year) ?? misfit() }

    /// The period, with a problem where its parts disagree; nil when the grammar does not take it.
    mutating func read(in year: TermYear?) -> Period? {
        if isTooLong { return nil }
        if let serial = serialDate() {
            // Nobody reads a number of days: readers see the date.
            return Period(text: serial.numeric, precision: .day, start: serial, end: serial)
        }
        guard let span = span().map({ inSchoolYear($0, year) }), index == tokens.count else {
            if isDuration() { return Period(text: text, problem: .duration) }
            if isRecurring() { return period((.open, nil, nil)) }
            let reached = furthest
            if isList() { return Period(text: text, problem: .several) }
            furthest = reached
            return nil
        }
        do {
            let bounds = try span.bounds(in: year)
            guard let narrowed = narrowed(bounds, year) else {
                return Period(text: text, problem: .elsewhere(part: remarkText()))
            }
            return period(narrowed)
        } catch {
            return fault(error)
        }
    }

    /// Whether the grammar takes all of it.
    mutating func readsWhole() -> Bool { !isTooLong && span() != nil && index == tokens.count }

    private func period(_ bounds: TermSpan.Bounds) -> Period {
        Period(
            text: Self.withoutMidnight(text), precision: bounds.precision, start: bounds.start, end: bounds.end,
            saysMore: saysMore)
    }

    // MARK: Lists

    /// «март, октябрь», «1, 8 и 15 октября»: several terms with nothing but commas and «и» between them.
    private mutating func isList() -> Bool {
        index = 0
        var count = 0
        while index < tokens.count {
            guard count == 0 || take(",") || take(";") || takeWord("и") else { return false }
            count += 1
            let start = index
            if span() == nil {
                index = start
                guard number(1...2) != nil else { return false }
            }
        }
        return count > 1
    }

    // MARK: Spans

    mutating func span() -> TermSpan? {
        index = min(index, tokens.count)
        if takeWords("в", "течение") || takeWords("в", "течении") || takeWords("на", "протяжении") {
            guard let point = point() else { return nil }
            return TermSpan(form: .point(point))
        }
        if let deadline = deadline() { return deadline }
        if takeWord("после") { return point().map { TermSpan(form: .after($0)) } }
        let isFrom = takeWord("с") || takeWord("со") || takeWords("начиная", "с") || takeWord("от")
        if let first = shortHead() { return first }
        guard let first = point() else { return nil }
        let start = index
        if isFrom {
            _ = take(",")
            if takeWords("по", "настоящее", "время") || takeWords("по", "н", "в") || takeWords("и", "далее") {
                _ = take(".")
                return TermSpan(form: .from(first))
            }
            index = start
        }
        if let neighbour = neighbour(of: first) { return TermSpan(form: .between(first, neighbour)) }
        guard connects(isFrom), let last = point() else {
            index = start
            return TermSpan(form: isFrom ? .from(first) : .point(first))
        }
        return TermSpan(form: .between(first, last))
    }

    /// «и апрель» of «март и апрель»: the month behind the first one; nothing of another.
    private mutating func neighbour(of first: TermPoint) -> TermPoint? {
        let start = index
        guard first.precision == .month, takeWord("и") || take(","), let next = point(), next.precision == .month,
            next.firstMonth == first.firstMonth % 12 + 1
        else {
            index = start
            return nil
        }
        return next
    }

    /// Between the ends of a span; «и» joins neighbours alone, «24 и 25 марта».
    private mutating func connects(_ isFrom: Bool) -> Bool {
        if isFrom, take(",") { return takeWord("по") || takeWord("до") }
        return take("-") || takeWord("по") || (isFrom && takeWord("до"))
    }

    private mutating func deadline() -> TermSpan? {
        let start = index
        let isExcluding = takeWord("до") || takeWord("к") || takeWord("ко")
        let isIncluding =
            !isExcluding
            && (takeWords("не", "позднее") || takeWords("не", "позже") || (takeWord("по") && !isWeekdayNext()))
        guard isExcluding || isIncluding else { return nil }
        guard let point = point() else {
            index = start
            return nil
        }
        return TermSpan(form: .until(point, excluded: isExcluding && point.isLeftOutBeforeDeadline))
    }

    private func isWeekdayNext() -> Bool {
        if case .word(let word)? = peek() { TermWords.weekdays.contains(word) } else { false }
    }

    /// «1» of «1–3 марта», «I» of «I–II квартал»: a number whose unit stands behind the second one.
    private mutating func shortHead() -> TermSpan? {
        let start = index
        let token = index
        let head = number(1...2) ?? roman()
        _ = ordinalEnding()
        guard let head, isJoined(), let last = point(), let first = sameUnit(as: last, number: head, token: token)
        else {
            index = start
            return nil
        }
        return TermSpan(form: .between(first, last))
    }

    /// A dash, «по», «до», or «и» and a comma between neighbours.
    private mutating func isJoined() -> Bool {
        if take("-") || takeWord("по") || takeWord("до") { return true }
        guard let head = previousNumber() else { return false }
        let start = index
        if takeWord("и") || take(","), let next = number(1...2) ?? roman(), next == head + 1 {
            index = start + 1
            return true
        }
        index = start
        return false
    }

    private func previousNumber() -> Int? {
        for token in tokens[..<index].reversed() {
            if case .number(let value, _) = token.kind { return value }
            if case .word(let word) = token.kind, let value = RomanNumber.values[word] { return value }
        }
        return nil
    }

    private func sameUnit(as last: TermPoint, number: Int, token: Int) -> TermPoint? {
        var first = last
        switch (last.shape, last.precision) {
        case (.months(let month, _, _, _), .day):
            return TermPoint(day: number, month: month, year: last.year, token: token)
        case (.months, .quarter) where (1...4).contains(number):
            first = TermPoint(.quarter, months: (number * 3 - 2)...(number * 3), year: last.year)
        case (.months(let month, _, _, _), .days):
            guard let shape = TermPart.week(number, ofMonth: month) else { return nil }
            first.shape = shape
        case (.half, _) where (1...2).contains(number): first.shape = .half(number)
        case (.schoolTerm, _) where (1...4).contains(number): first.shape = .schoolTerm(number)
        default: return nil
        }
        return first
    }

    // MARK: Tokens

    func peek() -> TermToken.Kind? { index < tokens.count ? tokens[index].kind : nil }

    func peek(_ offset: Int) -> TermToken.Kind? {
        tokens.indices.contains(index + offset) ? tokens[index + offset].kind : nil
    }

    mutating func advance(_ count: Int = 1) {
        index += count
        furthest = max(furthest, index)
    }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard peek() == .mark(mark) else { return false }
        advance()
        return true
    }

    mutating func takeWord(_ word: String) -> Bool {
        guard peek() == .word(word) else { return false }
        advance()
        return true
    }

    /// Takes all of the words or none.
    mutating func takeWords(_ words: String...) -> Bool {
        for (offset, word) in words.enumerated() where peek(offset) != .word(word) { return false }
        advance(words.count)
        return true
    }

    mutating func word(startingWith prefix: String) -> Bool {
        guard case .word(let word)? = peek(), word.hasPrefix(prefix) else { return false }
        advance()
        return true
    }

    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        guard case .number(let value, let count)? = peek(), digits.contains(count) else { return nil }
        advance()
        return value
    }

    mutating func roman() -> Int? {
        guard case .word(let word)? = peek(), let value = RomanNumber.values[word] else { return nil }
        advance()
        return value
    }

    /// «-й», «-го», «-я» behind a number.
    mutating func ordinalEnding() -> Bool {
        let endings: Set<String> = ["й", "ый", "ий", "го", "ого", "я", "ая", "е", "ое", "м", "ом", "ей", "ую", "ю"]
        guard peek() == .mark("-"), case .word(let word)? = peek(1), endings.contains(word) else { return false }
        advance(2)
        return true
    }
}
