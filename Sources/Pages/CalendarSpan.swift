import Catalog
import Formats
import Languages
import Theming

/// A month, a quarter or a year: what calendars are divided into.
enum CalendarSpan: Hashable, Comparable {
    case month(Int, Int)
    case quarter(Int, Int)
    case year(Int)

    /// The smallest one in which all of a term lies; nothing for a term without days or longer than a year.
    init?(around period: Period) {
        guard let start = period.start ?? period.end, let end = period.end ?? period.start, start.year == end.year
        else { return nil }
        if start.month == end.month {
            self = .month(start.year, start.month)
        } else if (start.month + 2) / 3 == (end.month + 2) / 3 {
            self = .quarter(start.year, (start.month + 2) / 3)
        } else {
            self = .year(start.year)
        }
    }

    var year: Int {
        switch self {
        case .month(let year, _), .quarter(let year, _), .year(let year): year
        }
    }

    /// The quarter that it is or lies in; none of a year.
    var quarter: CalendarSpan? {
        switch self {
        case .month(let year, let month): .quarter(year, (month + 2) / 3)
        case .quarter: self
        case .year: nil
        }
    }

    var isYear: Bool { if case .year = self { true } else { false } }

    /// `2023`, `2023-q2`, `2023-05`.
    var id: String {
        switch self {
        case .month(let year, let month): "\(year)-\(month < 10 ? "0" : "")\(month)"
        case .quarter(let year, let quarter): "\(year)-q\(quarter)"
        case .year(let year): String(year)
        }
    }

    /// Nothing beyond the years that have four digits.
    var days: ClosedRange<CalendarDate>? {
        guard let first = CalendarDate(year: year, month: months.lowerBound, day: 1),
            let last = CalendarDate.last(ofMonth: months.upperBound, year: year)
        else { return nil }
        return first...last
    }

    private var months: ClosedRange<Int> {
        switch self {
        case .month(_, let month): month...month
        case .quarter(_, let quarter): quarter * 3 - 2...quarter * 3
        case .year: 1...12
        }
    }

    /// «Май 2023», «II квартал 2023 г.», «2023 год».
    func title(_ strings: Strings) -> String {
        let dates = DateText(strings.language)
        return switch self {
        case .month(let year, let month): dates.monthTitle(year, month)
        case .quarter(let year, let quarter): dates.quarter(quarter, year: year)
        case .year(let year): strings.text(Word.yearTitle, String(year))
        }
    }

    /// Years in their order, each before its quarters, each quarter before its months.
    static func < (left: CalendarSpan, right: CalendarSpan) -> Bool { left.place < right.place }

    private var place: (Int, Int, Int) {
        (year, isYear ? 0 : (months.lowerBound + 2) / 3, months.count == 1 ? months.lowerBound : 0)
    }
}
