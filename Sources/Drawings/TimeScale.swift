import Formats
import Languages

/// A stretch of time laid over the width of a picture, in steps of whole months.
///
/// Its ends stand on steps: years on January, quarters on their first months.
package struct TimeScale {
    /// Months in a step.
    package let step: Int
    /// In months since the year 0.
    private let first: Int
    /// How many.
    package let steps: Int
    private let startDay: Int
    private let dayCount: Int

    private static let usualSteps = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200, 6000, 24000, 120_000]

    /// The finest scale from one day to another with at most `limit` steps.
    package init(from start: CalendarDate, to end: CalendarDate, limit: Int) {
        let begin = start.year * 12 + start.month - 1
        let finish = end.year * 12 + end.month
        var step = 1
        for candidate in Self.usualSteps {
            step = candidate
            if Self.stepCount(begin, finish, candidate) <= limit { break }
        }
        self.step = step
        first = begin / step * step
        steps = Self.stepCount(begin, finish, step)
        startDay = Self.day(ofMonth: first)
        dayCount = max(1, Self.day(ofMonth: first + steps * step) - startDay)
    }

    private static func stepCount(_ begin: Int, _ finish: Int, _ step: Int) -> Int {
        (finish + step - 1) / step - begin / step
    }

    /// Thousandths of the width at which a day begins.
    package func place(of day: CalendarDate) -> Int { place(day.number) }

    /// Thousandths of the width at which a day is over.
    package func placeAfter(_ day: CalendarDate) -> Int { place(day.number + 1) }

    private func place(_ day: Int) -> Int { min(1000, max(0, (day - startDay) * 1000 / dayCount)) }

    /// Thousandths of the width at which a step begins; `steps` is the end.
    package func place(ofStep index: Int) -> Int { place(Self.day(ofMonth: first + index * step)) }

    /// The step in which a day lies.
    package func step(of day: CalendarDate) -> Int {
        min(steps - 1, max(0, (day.year * 12 + day.month - 1 - first) / step))
    }

    /// The first and the last day of a step; nothing beyond the years that have four digits.
    package func days(ofStep index: Int) -> ClosedRange<CalendarDate>? {
        let (begin, finish) = (first + index * step, first + (index + 1) * step - 1)
        guard let start = CalendarDate(year: begin / 12, month: begin % 12 + 1, day: 1),
            let end = CalendarDate.last(ofMonth: finish % 12 + 1, year: finish / 12)
        else { return nil }
        return start...end
    }

    /// What stands at the beginning of a step: «2023», «май 2023».
    package func label(ofStep index: Int, _ language: Language) -> String {
        let month = first + index * step
        if step >= 12 { return String(month / 12) }
        return "\(DateText(language).monthName(month % 12 + 1).prefix(3))\u{A0}\(month / 12)"
    }

    /// A step as a stretch of time: a month, a quarter, a year, or from one to another.
    package func title(ofStep index: Int, _ language: Language) -> String {
        let dates = DateText(language)
        let (begin, finish) = (first + index * step, first + (index + 1) * step - 1)
        return switch step {
        case 1: dates.month(begin / 12, begin % 12 + 1)
        case 3: dates.quarter(begin % 12 / 3 + 1, year: begin / 12)
        case 12: dates.year(begin / 12)
        case ..<12: "\(dates.month(begin / 12, begin % 12 + 1)) – \(dates.month(finish / 12, finish % 12 + 1))"
        default: "\(dates.year(begin / 12)) – \(dates.year(finish / 12))"
        }
    }

    private static func day(ofMonth month: Int) -> Int { DayNumber.of(month / 12, month % 12 + 1, 1) }
}

extension CalendarDate {
    /// Days since a fixed one.
    package var number: Int { DayNumber.of(year, month, day) }
}

/// Counts days of the Gregorian calendar.
private enum DayNumber {
    /// Years begin in March here, so that the leap day is the last.
    static func of(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let month = month > 2 ? month - 3 : month + 9
        return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day
    }
}
