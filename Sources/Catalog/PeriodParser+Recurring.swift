import Formats
import Languages

/// Terms without a grammar of days: what comes again and again, and the days that a spreadsheet counts.
extension PeriodParser {
    /// What comes again and again, or when it is needed: words alone, no date among them.
    func isRecurring() -> Bool {
        let words = tokens.map { token -> String? in if case .word(let word) = token.kind { word } else { nil } }
        if words.isEmpty { return isOfEachWeek || RowState(term: text) == .cancelled }
        if isDayOfEachMonth(words) { return true }
        guard let first = words[0] ?? (words.count > 1 ? words[1] : nil) else { return false }
        let second = words.count > 1 ? words[1] : nil
        let isLasting =
            TermWords.recurring.contains(first) || (first == "раз" || second == "раз" || second == "раза")
            || (first == "по"
                && [
                    "мере", "плану", "графику", "согласованию", "отдельному", "запросу", "необходимости",
                    "итогам", "факту", "заявкам", "запросам", "результатам", "положению",
                ].contains(second ?? ""))
            || (first == "в"
                && ["течение", "течении", "соответствии", "зависимости", "рамках", "сроки"].contains(second ?? ""))
            || (first == "на" && second == "протяжении") || (first == "согласно") || (first == "при" && second != nil)
            || ((first == "каждый" || first == "каждую" || first == "каждое" || first == "каждые"))
        return isLasting && !tokens.indices.contains { isDated($0) }
    }

    /// «до 20 числа», «20-го числа каждого месяца», «с 1 по 5 число ежемесячно».
    private func isDayOfEachMonth(_ words: [String?]) -> Bool {
        guard words.contains(where: { $0.map(TermWords.dayNumber.contains) ?? false }),
            words.compactMap(\.self).allSatisfy(TermWords.aroundDayNumber.contains)
        else { return false }
        let numbers = tokens.compactMap { token -> Int? in
            if case .number(let value, _) = token.kind { value } else { nil }
        }
        return !numbers.isEmpty && numbers.allSatisfy((1...31).contains)
    }

    /// «в течение 3 дней», «в течение месяца», «в течение года со дня приказа»: how long, and since nobody says when.
    func isDuration() -> Bool {
        let words = tokens.map { token -> String in if case .word(let word) = token.kind { word } else { "" } }
        let beginnings = [["в", "течение"], ["в", "течении"], ["на", "протяжении"]]
        guard words.count > 2, beginnings.contains(Array(words[..<2])) else { return false }
        let rest = words[2...]
        if rest.contains(where: { $0.hasPrefix("кажд") }) { return false }
        let units = ["дня", "дней", "недел", "месяц", "час", "сут", "минут", "квартала", "лет", "полуго", "декад"]
        if rest.contains(where: { word in units.contains { word.hasPrefix($0) } }) { return true }
        return rest.contains { ["после", "дня", "момента", "даты"].contains($0) }
    }

    /// «по средам», «пн, ср, пт», «по пятницам, 14:00»; a single «понедельник» is that of one week.
    private var isOfEachWeek: Bool {
        let words = TermToken.all(in: scalars).compactMap { if case .word(let word) = $0.kind { word } else { nil } }
        let days = words.filter(TermWords.weekdays.contains)
        let isPlural = days.contains { day in Self.pluralEndings.contains { day.hasSuffix($0) } }
        return days.count > 1 || isPlural || (!days.isEmpty && words.contains("по"))
    }

    /// Whether a single day of a week is named and nothing else.
    var isWeekdayAlone: Bool {
        let words = TermToken.all(in: scalars).compactMap { if case .word(let word) = $0.kind { word } else { nil } }
        return tokens.allSatisfy { $0.kind == .word("в") || $0.kind == .word("во") }
            && words.contains(where: TermWords.weekdays.contains)
    }

    /// «среды» and «субботы» may be many, too.
    private static let pluralEndings = ["ам", "ям", "ами", "ями", "ах", "ях", "и", "ы", "ов", "ий"]

    /// A month, a quarter that is numbered, a number of more than two digits.
    func isDated(_ place: Int) -> Bool {
        switch tokens[place].kind {
        case .word(let word):
            if MonthNames.numbers[word] != nil { return true }
            guard word.hasPrefix("квартал") || word.hasPrefix("полугод"), place > 0 else { return false }
            switch tokens[place - 1].kind {
            case .number: return true
            case .word(let before): return RomanNumber.values[before] != nil || TermWords.ordinals[before] != nil
            case .mark: return false
            }
        case .number(_, let digits): return digits > 2
        case .mark: return false
        }
    }

    func serialDate() -> CalendarDate? {
        guard case .number(let serial, 5)? = tokens.first?.kind, (20_000...80_000).contains(serial) else { return nil }
        if tokens.count == 1 { return .spreadsheet(serial) }
        guard tokens.count == 3, tokens[1].kind == .mark(",") || tokens[1].kind == .mark("."),
            case .number = tokens[2].kind
        else { return nil }
        return .spreadsheet(serial)
    }
}
