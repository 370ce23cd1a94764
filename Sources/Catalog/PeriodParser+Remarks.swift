import Languages

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

    /// Without «отменено» or «не состоялось» at an end, and «перенесено на» before the term that holds now.
    ///
    /// «перенесено с 12 мая» stays, and so is not understood: the term is another one.
    static func withoutStates(_ tokens: [TermToken]) -> [TermToken] {
        var kept: [TermToken] = []
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            let next = index + 1 < tokens.count ? tokens[index + 1].kind : nil
            if index + 2 == tokens.count, token.kind == .word("не"), case .word(let word)? = next,
                RowState.isHeld(word)
            {
                return withoutMarksAtEnd(kept)
            }
            index += 1
            guard case .word(let word) = token.kind, let state = RowState.said(by: word), kept.last?.kind != .word("не")
            else {
                kept.append(token)
                continue
            }
            if state == .moved, next == .word("на") {
                index += 1
            } else if next == nil {
                kept = withoutMarksAtEnd(kept)
            } else if kept.isEmpty, [.mark(","), .mark("-"), .mark(":"), .mark(".")].contains(next) {
                index += 1
            } else {
                kept.append(token)
            }
        }
        return kept
    }

    private static func withoutMarksAtEnd(_ tokens: [TermToken]) -> [TermToken] {
        var kept = tokens
        while let last = kept.last?.kind, [.mark(","), .mark("-"), .mark(":"), .mark(";")].contains(last) {
            kept.removeLast()
        }
        return kept
    }

    /// Without «14:00», «в 10:30–12:00 ч.», «10.00», «T10:00:00Z».
    static func withoutTimes(_ tokens: [TermToken]) -> [TermToken] {
        var kept: [TermToken] = []
        var index = 0
        while index < tokens.count {
            let length = timeLength(tokens, at: index, behindDate: kept.contains(where: isNumber))
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
            if kept.isEmpty, index < tokens.count, tokens[index].kind == .mark(",") { index += 1 }
        }
        return kept
    }

    private static func isNumber(_ token: TermToken) -> Bool { if case .number = token.kind { true } else { false } }

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

    /// Tokens of a time of day at a place; none where there is no time.
    ///
    /// - Parameter behindDate: whether something of the term stands before it.
    static func timeLength(_ tokens: [TermToken], at index: Int, behindDate: Bool) -> Int {
        let kinds = tokens[index...].prefix(6).map(\.kind)
        guard kinds.count >= 3, case .number(let hour, 1...2) = kinds[0], hour < 24,
            kinds[1] == .mark(":") || isDottedTime(tokens, at: index, behindDate: behindDate),
            case .number(let minute, 2) = kinds[2], minute < 60
        else { return 0 }
        var length = 3
        if kinds.count >= 5, kinds[3] == .mark(":"), case .number(_, 2) = kinds[4] { length = 5 }
        let behind = tokens[(index + length)...].prefix(2).map(\.kind)
        if let first = behind.first, [.word("ч"), .word("час"), .word("часов"), .word("z")].contains(first) {
            length += behind.count > 1 && behind[1] == .mark(".") ? 2 : 1
        }
        return length
    }

    /// Whether «10.00» is a time and no date: no month is 0 or more than 12, and behind a date «в» leads to a time.
    private static func isDottedTime(_ tokens: [TermToken], at index: Int, behindDate: Bool) -> Bool {
        func kind(_ place: Int) -> TermToken.Kind? { tokens.indices.contains(place) ? tokens[place].kind : nil }
        guard kind(index + 1) == .mark("."), case .number(let minute, 2)? = kind(index + 2) else { return false }
        // «15.10.24» and «2024.10.15» are dates.
        if kind(index + 3) == .mark("."), case .number? = kind(index + 4) { return false }
        if kind(index - 1) == .mark("."), case .number? = kind(index - 2) { return false }
        if minute == 0 { return true }
        if [.word("ч"), .word("час"), .word("часов")].contains(kind(index + 3)) { return true }
        return behindDate && (minute > 12 || kind(index - 1) == .word("в"))
    }

    /// The bounds that dates in remarks leave; nothing when such a date lies outside the term or is none.
    func narrowed(_ bounds: TermSpan.Bounds, _ year: TermYear?) -> TermSpan.Bounds? {
        var bounds = bounds
        for (remark, dates) in remarks.map({ ($0, RemarkDates($0)) }) where dates.isDated {
            guard let start = bounds.start ?? bounds.end, let range = Self.range(of: remark) else { return nil }
            var parser = PeriodParser(text: String(String.UnicodeScalarView(scalars[range])))
            let inner = parser.parse(in: year ?? .calendar(start.year))
            guard inner.isUnderstood, inner.problem == nil, let first = inner.start, let last = inner.end,
                first >= bounds.start ?? first, last <= bounds.end ?? last
            else {
                // «итоги 10.05.2026» of a term in which that day lies.
                if let end = bounds.end, start <= end, dates.lies(within: start...end) { continue }
                return nil
            }
            bounds = (bounds.precision, first, last)
        }
        return bounds
    }

    static func range(of tokens: [TermToken]) -> Range<Int>? {
        guard let first = tokens.first, let last = tokens.last else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }
}
