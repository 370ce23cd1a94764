import Formats
import Languages

/// Days in the parentheses behind a term.
///
/// ```
/// day    = D.M[.Y] | D/M/Y | D-M-Y | YYYY-MM-DD        without a year at the beginning of a remark, or where it speaks
///                                                      of a change: «перенесено на 15.12», «факт 20.12»
/// other  = "от" day                                    that of a document
///        | moved … ("с" | "со") day                    the one that was left
/// ```
struct RemarkDates {
    private let remark: [TermToken]
    private let speaksOfMove: Bool
    private let speaksOfChange: Bool

    /// - Parameter remark: the tokens between the parentheses.
    init(_ remark: [TermToken]) {
        self.remark = remark
        let words = remark.compactMap { if case .word(let word) = $0.kind { word } else { nil } }
        speaksOfMove = words.contains { RowState.said(by: $0) == .moved }
        speaksOfChange = speaksOfMove || words.contains { $0.hasPrefix("факт") }
    }

    /// Whether the remark names a day or a month that says more of the term.
    ///
    /// O(tokens).
    var isDated: Bool { namesAMonth || !days.isEmpty }

    /// Whether all that is dated in it are days in numbers, with their years, within some bounds.
    func lies(within bounds: ClosedRange<CalendarDate>) -> Bool {
        guard !namesAMonth else { return false }
        return days.allSatisfy { day in day.map(bounds.contains) ?? false }
    }

    private var namesAMonth: Bool {
        remark.contains { if case .word(let word) = $0.kind { MonthNames.numbers[word] != nil } else { false } }
    }

    /// Days in numbers, those without a year as nothing.
    private var days: [CalendarDate?] {
        var found: [CalendarDate?] = []
        var index = 0
        while index < remark.count {
            guard let (day, length) = day(at: index) else {
                index += 1
                continue
            }
            if !isOther(at: index) { found.append(day) }
            index += length
        }
        return found
    }

    private func number(_ index: Int, _ digits: ClosedRange<Int>) -> Int? {
        guard index < remark.count, case .number(let value, let count) = remark[index].kind, digits.contains(count)
        else { return nil }
        return value
    }

    private func day(at index: Int) -> (CalendarDate?, length: Int)? {
        guard index + 2 < remark.count, case .mark(let separator) = remark[index + 1].kind,
            "./-".unicodeScalars.contains(separator)
        else { return nil }
        let isWhole = index + 4 < remark.count && remark[index + 3].kind == .mark(separator)
        if isWhole, let year = number(index, 4...4), let month = number(index + 2, 2...2),
            let day = number(index + 4, 2...2)
        {
            return (CalendarDate(year: year, month: month, day: day), 5)
        }
        guard let day = number(index, 1...2), let month = number(index + 2, 1...2), (1...31).contains(day),
            (1...12).contains(month)
        else { return nil }
        if isWhole, let year = number(index + 4, 4...4) ?? number(index + 4, 2...2).map({ 2000 + $0 }) {
            return (CalendarDate(year: year, month: month, day: day), 5)
        }
        guard separator == ".", index == 0 || speaksOfChange else { return nil }
        return (nil, 3)
    }

    /// Whether the day at a place is that of a document, or the one that was left.
    private func isOther(at index: Int) -> Bool {
        guard index > 0, case .word(let word) = remark[index - 1].kind else { return false }
        return word == "от" || (speaksOfMove && (word == "с" || word == "со"))
    }
}
