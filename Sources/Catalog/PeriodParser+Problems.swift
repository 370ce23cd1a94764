/// What is said of an expression that the grammar does not take.
extension PeriodParser {
    func fault(_ fault: TermFault) -> Period {
        switch fault {
        case .noYear: Period(text: text, precision: .open, problem: .noYear)
        case .eitherYear(let year): Period(text: text, precision: .open, problem: .eitherYear(year, year + 1))
        case .reversed: Period(text: text, problem: .reversed)
        case .noSuchDate: Period(text: text, problem: .notUnderstood(part: text))
        case .noSuchMonth(let month): Period(text: text, problem: .noSuchMonth(month, right: withDayFirst(month)))
        case .noSuchDay(let token, let last):
            Period(text: text, problem: .noSuchDay(right: replacing(tokens[token].range, with: String(last))))
        }
    }

    /// Nothing that the grammar knows: a misspelt word where one makes it so, else the part that is left over.
    func misfit() -> Period {
        if isTooLong { return Period(text: text, problem: .notUnderstood(part: text)) }
        if TermSpelling.isDitto(text) { return Period(text: text, problem: .repeated) }
        if let right = withLongYears() { return Period(text: text, problem: .shortYear(right: right)) }
        if tokens.isEmpty, isTime() { return Period(text: text, problem: .timeAlone) }
        if isWeekdayAlone { return Period(text: text, problem: .weekdayAlone) }
        if let misspelt = misspeltNumber() { return misspelt }
        if let misspelt = misspeltWord() { return misspelt }
        guard furthest < tokens.count else { return Period(text: text, problem: .notUnderstood(part: text)) }
        let rest = scalars[tokens[furthest].range.lowerBound...]
        return Period(text: text, problem: .notUnderstood(part: String(String.UnicodeScalarView(rest))))
    }

    /// How many words are looked at that may be misspelt: who misspells more wrote something else.
    private static let mostMisspelt = 4

    /// A word that is written otherwise in an expression which is understood.
    private func misspeltWord() -> Period? {
        let words = tokens.lazy.compactMap { token -> (range: Range<Int>, right: String)? in
            guard case .word(let word) = token.kind, let right = TermSpelling.nearest(to: word) else { return nil }
            return (token.range, right)
        }
        for (range, right) in words.prefix(Self.mostMisspelt) {
            var other = PeriodParser(text: replacing(range, with: right))
            if other.read(in: .calendar(2000))?.isUnderstood == true {
                let written = String(String.UnicodeScalarView(scalars[range]))
                return Period(text: text, problem: .misspelt(word: written, right: right))
            }
        }
        return nil
    }

    /// «IY квартал», «1V квартал», «Ш квартал»: letters and digits that look like a Roman number where one belongs.
    private func misspeltNumber() -> Period? {
        var (start, tries) = (0, 0)
        for word in scalars.split(separator: " ", omittingEmptySubsequences: false) {
            let range = start..<start + word.count
            start = range.upperBound + 1
            guard tries < Self.mostMisspelt, let right = RomanNumber.meant(by: word) else { continue }
            tries += 1
            var other = PeriodParser(text: replacing(range, with: right))
            if other.readsWhole() {
                let written = String(String.UnicodeScalarView(word))
                return Period(text: text, problem: .misspelt(word: written, right: right))
            }
        }
        return nil
    }

    /// «09.2024 – 05.2025» of «09.24 – 05.25», «март 2027» of «март 27»: months of years in two digits, which may be times of
    /// day or days as well.
    ///
    /// Nothing of any other expression.
    private func withLongYears() -> String? {
        let words = text.split(separator: " ")
        if words.count == 2, let year = Int(words[1]), words[1].utf8.count == 2, year > 12 {
            let right = "\(words[0]) 20\(year)"
            if Period.parse(right).precision == .month { return right }
        }
        let marks = text.split { "-–—".contains($0) }.map { $0.filter { !$0.isWhitespace } }
        guard (1...2).contains(marks.count) else { return nil }
        let months = marks.map { mark -> String? in
            guard let found = mark.wholeMatch(of: /(\d{1,2})\.(\d\d)/), let month = Int(found.1),
                let year = Int(found.2),
                (1...12).contains(month), year > 12
            else { return nil }
            return "\(found.1).20\(found.2)"
        }
        let known = months.compactMap(\.self)
        return known.count == marks.count ? known.joined(separator: " – ") : nil
    }

    /// Whether nothing but a time of day is written.
    private func isTime() -> Bool {
        let all = TermToken.all(in: scalars)
        return all.indices.contains { Self.timeLength(all, at: $0, behindDate: true) > 0 }
    }

    /// «13.01.2023» of «01.13.2023»: the date with day and month in their places; nothing where that is none either.
    private func withDayFirst(_ month: Int) -> String? {
        guard let place = tokens.indices.first(where: { isNumber($0, month) }), place >= 2,
            case .number(let day, 1...2) = tokens[place - 2].kind, (1...12).contains(day)
        else { return nil }
        var changed = scalars
        changed.replaceSubrange(tokens[place].range, with: scalars[tokens[place - 2].range])
        changed.replaceSubrange(tokens[place - 2].range, with: scalars[tokens[place].range])
        return String(String.UnicodeScalarView(changed))
    }

    private func isNumber(_ place: Int, _ value: Int) -> Bool {
        if case .number(value, 1...2) = tokens[place].kind { true } else { false }
    }

    private func replacing(_ range: Range<Int>, with word: String) -> String {
        var changed = scalars
        changed.replaceSubrange(range, with: Array(word.unicodeScalars))
        return String(String.UnicodeScalarView(changed))
    }

    func remarkText() -> String {
        let ranges = remarks.compactMap { remark in
            remark.first.flatMap { first in remark.last.map { first.range.lowerBound..<$0.range.upperBound } }
        }
        guard let first = ranges.first else { return text }
        return String(String.UnicodeScalarView(scalars[first]))
    }
}
