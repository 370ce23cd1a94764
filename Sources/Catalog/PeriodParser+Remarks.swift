/// What stands beside the grammar: remarks in parentheses, days of the week, times of day.
extension PeriodParser {
    /// What stands in parentheses, and the rest.
    ///
    /// A year alone in them belongs to the term: «май (2025)».
    static func apart(_ all: [TermToken]) -> ([TermToken], [[TermToken]]) {
        var kept: [TermToken] = []
        var remarks: [[TermToken]] = []
        var index = 0
        while index < all.count {
            guard all[index].kind == .mark("("),
                let end = all[index...].firstIndex(where: { $0.kind == .mark(")") })
            else {
                kept.append(all[index])
                index += 1
                continue
            }
            let remark = Array(all[(index + 1)..<end])
            if remark.count == 1, case .number(_, 4) = remark[0].kind { kept += remark } else { remarks.append(remark) }
            index = end + 1
        }
        return (kept, remarks)
    }

    static func withoutWeekdays(_ tokens: [TermToken]) -> [TermToken] {
        var kept: [TermToken] = []
        for (index, token) in tokens.enumerated() {
            if case .word(let word) = token.kind, TermWords.weekdays.contains(word) {
                if kept.last?.kind == .mark(",") { kept.removeLast() }
                if kept.last?.kind == .word("по"), index == 1 { kept.removeLast() }
                continue
            }
            let isBehindWeekday = index > 0 && isWeekday(tokens[index - 1])
            if isBehindWeekday, token.kind == .mark(",") || token.kind == .mark(".") { continue }
            kept.append(token)
        }
        return kept
    }

    static func isWeekday(_ token: TermToken) -> Bool {
        if case .word(let word) = token.kind { TermWords.weekdays.contains(word) } else { false }
    }

    /// Without «14:00», «в 10:30–12:00 ч.», «T10:00:00Z».
    static func withoutTimes(_ tokens: [TermToken]) -> [TermToken] {
        var kept: [TermToken] = []
        var index = 0
        while index < tokens.count {
            let length = timeLength(tokens[index...])
            guard length > 0 else {
                kept.append(tokens[index])
                index += 1
                continue
            }
            while let last = kept.last?.kind,
                [.word("в"), .word("с"), .word("до"), .word("к"), .word("т"), .mark(","), .word("по"), .mark("-")]
                    .contains(last)
            { kept.removeLast() }
            index += length
        }
        return kept
    }

    /// A spreadsheet writes «0:00» behind a date; nobody meant it, unless a word or a dash leads to it: «с 10:00 до 0:00».
    static func withoutMidnight(_ text: String) -> String {
        for midnight in [" 0:00:00", " 00:00:00", " 0:00", " 00:00", "T00:00:00", "T00:00:00Z"]
        where text.hasSuffix(midnight) {
            var date = text.dropLast(midnight.count)
            if date.hasSuffix(",") { date.removeLast() }
            let leading: Set<Substring> = ["в", "с", "до", "к", "по", "и", "-", "–", "—"]
            return date.split(separator: " ").last.map(leading.contains) ?? true ? text : String(date)
        }
        return text
    }

    /// Tokens of a time of day at the beginning; none where there is no time.
    static func timeLength(_ tokens: ArraySlice<TermToken>) -> Int {
        let kinds = tokens.prefix(6).map(\.kind)
        guard kinds.count >= 3, case .number(let hour, 1...2) = kinds[0], hour < 24, kinds[1] == .mark(":"),
            case .number(let minute, 2) = kinds[2], minute < 60
        else { return 0 }
        var length = 3
        if kinds.count >= 5, kinds[3] == .mark(":"), case .number(_, 2) = kinds[4] { length = 5 }
        let behind = tokens.dropFirst(length).prefix(2).map(\.kind)
        if let first = behind.first, [.word("ч"), .word("час"), .word("часов"), .word("z")].contains(first) {
            length += behind.count > 1 && behind[1] == .mark(".") ? 2 : 1
        }
        return length
    }

    /// The bounds that dates in remarks leave; nothing when such a date lies outside the term or is none.
    func narrowed(_ bounds: TermSpan.Bounds, _ year: TermYear?) -> TermSpan.Bounds? {
        var bounds = bounds
        for remark in remarks where remark.contains(where: { isDate($0, in: remark) }) {
            guard let start = bounds.start ?? bounds.end, let range = Self.range(of: remark) else { return nil }
            var parser = PeriodParser(text: String(String.UnicodeScalarView(scalars[range])))
            let inner = parser.parse(in: year ?? .calendar(start.year))
            guard inner.isUnderstood, inner.problem == nil, let first = inner.start, let last = inner.end,
                first >= bounds.start ?? first, last <= bounds.end ?? last
            else { return nil }
            bounds = (bounds.precision, first, last)
        }
        return bounds
    }

    static func range(of tokens: [TermToken]) -> Range<Int>? {
        guard let first = tokens.first, let last = tokens.last else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }

    /// Whether a token of a remark makes it a date: a month's name, or a day and a month in numbers.
    func isDate(_ token: TermToken, in remark: [TermToken]) -> Bool {
        switch token.kind {
        case .word(let word): MonthNames.numbers[word] != nil
        case .number(_, let digits):
            digits <= 2 && remark.count >= 3 && remark[1].kind == .mark(".") && remark[0] == token
        case .mark: false
        }
    }
}
