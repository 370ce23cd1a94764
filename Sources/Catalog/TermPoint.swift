import Formats

/// The year that an expression belongs to.
package enum TermYear: Hashable, Sendable {
    case calendar(Int)
    /// September of `first` to August of the year after it.
    case school(first: Int)

    /// The calendar year of a month of it.
    func year(ofMonth month: Int) -> Int {
        switch self {
        case .calendar(let year): year
        case .school(let first): month >= 9 ? first : first + 1
        }
    }
}

/// A stretch of time that an expression names as one: a day, a month, a quarter, a year.
///
/// `year` is absent where the expression does not write it: then the surroundings have to.
struct TermPoint {
    enum Shape {
        /// From a day of a month to a day of the same or a later one; `lastDay` is absent for the end of the month.
        case months(first: Int, firstDay: Int, last: Int, lastDay: Int?)
        /// December to February: begins in the year and ends in the next one.
        case winter
        /// I or II; of a calendar year or of a school year.
        case half(Int)
        /// I to IV, of a school year: «III четверть».
        case schoolTerm(Int)
        /// Both ends count.
        case years(Int, Int)
        case schoolYear(first: Int)
        /// First day, first day of the second half, last day of a year; of a school year September, January and May.
        case partOfYear(Int)
        /// First, middle or last month of a longer stretch.
        indirect case part(Int, of: Shape)
    }

    /// An end of a stretch that has a name of its own: «начало учебного года», «конец I полугодия».
    enum Edge {
        case beginning, end

        /// Nothing for the middle.
        init?(third: Int) {
            switch third {
            case 1: self = .beginning
            case 3: self = .end
            default: return nil
            }
        }
    }

    var shape: Shape
    var precision: Period.Precision
    var year: TermYear?
    var edge: Edge?
    /// The token that names the day, and the one that names the month where it is a number.
    var dayToken: Int?
    /// The first of two neighbouring years that are written without a word, «2024-2025»: a school year may be meant.
    var pairedYear: Int?

    /// A month or several.
    init(_ precision: Period.Precision, months: ClosedRange<Int>, year: TermYear? = nil) {
        shape = .months(first: months.lowerBound, firstDay: 1, last: months.upperBound, lastDay: nil)
        self.precision = precision
        self.year = year
    }

    init(_ precision: Period.Precision, _ shape: Shape, year: TermYear? = nil, edge: Edge? = nil) {
        self.shape = shape
        self.edge = edge
        self.precision = precision
        self.year = year
    }

    /// September, January or May.
    init(partOfSchoolYear third: Int, year: TermYear?) {
        let month = [9, 1, 5][third - 1]
        self.init(.month, months: month...month, year: year)
        edge = Edge(third: third)
    }

    init(day: Int, month: Int, year: TermYear?, token: Int) {
        shape = .months(first: month, firstDay: day, last: month, lastDay: day)
        precision = .day
        self.year = year
        dayToken = token
    }

    /// Whether it needs a year and has none.
    var lacksYear: Bool {
        switch shape {
        case .years, .schoolYear: false
        default: year == nil
        }
    }

    /// Whether it is a year or several, of school or of the calendar.
    var isYears: Bool {
        switch shape {
        case .years, .schoolYear: true
        default: false
        }
    }

    /// Whether it lies elsewhere in a school year than in one of the calendar.
    var dependsOnSortOfYear: Bool { Self.dependsOnSortOfYear(shape) }

    private static func dependsOnSortOfYear(_ shape: Shape) -> Bool {
        switch shape {
        case .half, .partOfYear: true
        case .part(_, let whole): dependsOnSortOfYear(whole)
        default: false
        }
    }

    /// Whether «до» stops before it: before a month or a year, and never before the end of one.
    var isLeftOutBeforeDeadline: Bool {
        switch edge {
        case .beginning?: true
        case .end?: false
        case nil: precision != .days
        }
    }

    /// The month in which it begins; of a half or a term of a year, which has no month of its own, the year's first.
    var firstMonth: Int { Self.firstMonth(shape) }

    private static func firstMonth(_ shape: Shape) -> Int {
        switch shape {
        case .months(let first, _, _, _): first
        case .winter: 12
        case .half(let number): number * 6 - 5
        case .schoolTerm(let number): [9, 11, 1, 4][number - 1]
        case .years: 1
        case .schoolYear: 9
        case .partOfYear(let third): [1, 7, 12][third - 1]
        case .part(_, let whole): firstMonth(whole)
        }
    }

    /// Whether it holds August and no month before it but July: at the seam of two school years, before the one and in
    /// the other.
    var isAtSeam: Bool {
        guard case .months(let first, _, let last, _) = shape else { return false }
        return first == 8 || first == 7 && last == 9
    }

    /// First and last day in a year, or why there are none.
    func bounds(in surroundings: TermYear?) -> Result<(start: CalendarDate, end: CalendarDate), TermFault> {
        switch shape {
        case .years(let first, let last): return whole(first, 1, last, 12)
        case .schoolYear(let first): return whole(first, 9, first + 1, 8)
        default: break
        }
        guard let year = year ?? surroundings else { return .failure(.noYear) }
        switch shape {
        case .months(let first, let firstDay, let last, let lastDay):
            if case .school(let first) = year, isAtSeam { return .failure(.eitherYear(first)) }
            let own = year.year(ofMonth: first)
            return days((own, first, firstDay), (own, last, lastDay))
        case .winter:
            let first = year.year(ofMonth: 12)
            return whole(first, 12, first + 1, 2)
        case .half(let number): return half(number, year)
        case .schoolTerm(let number):
            let (first, last) = [(9, 10), (11, 12), (1, 3), (4, 5)][number - 1]
            return whole(year.year(ofMonth: first), first, year.year(ofMonth: last), last)
        case .partOfYear(let third): return partOfYear(third, year)
        case .part(let third, let whole):
            return TermPoint(.days, whole, year: year).bounds(in: nil).flatMap { part(third, of: $0) }
        case .years, .schoolYear: return .failure(.noYear)
        }
    }

    private func partOfYear(
        _ third: Int, _ year: TermYear
    ) -> Result<(start: CalendarDate, end: CalendarDate), TermFault> {
        switch year {
        case .calendar(let year):
            let (month, day) = [(1, 1), (7, 1), (12, 31)][third - 1]
            return days((year, month, day), (year, month, day))
        // «до конца года» in a plan of a school year: December, or May.
        case .school: return .failure(.noYear)
        }
    }

    /// The first month of it, the one behind that, or the last.
    private func part(
        _ third: Int, of whole: (start: CalendarDate, end: CalendarDate)
    ) -> Result<(start: CalendarDate, end: CalendarDate), TermFault> {
        let month = third == 3 ? whole.end : whole.start
        let number = month.month + (third == 2 ? 1 : 0)
        return self.whole(month.year, number, month.year, number)
    }

    /// Halves of a school year are September to December and January to May, when lessons end.
    private func half(_ number: Int, _ year: TermYear) -> Result<(start: CalendarDate, end: CalendarDate), TermFault> {
        switch year {
        case .calendar(let year): whole(year, number * 6 - 5, year, number * 6)
        case .school(let first): number == 1 ? whole(first, 9, first, 12) : whole(first + 1, 1, first + 1, 5)
        }
    }

    private func whole(_ year: Int, _ month: Int, _ lastYear: Int, _ lastMonth: Int)
        -> Result<(start: CalendarDate, end: CalendarDate), TermFault>
    {
        days((year, month, 1), (lastYear, lastMonth, nil))
    }

    private func days(_ first: (year: Int, month: Int, day: Int), _ last: (year: Int, month: Int, day: Int?))
        -> Result<(start: CalendarDate, end: CalendarDate), TermFault>
    {
        guard (1...12).contains(first.month) else { return .failure(.noSuchMonth(first.month)) }
        guard (1...9999).contains(first.year), (1...9999).contains(last.year) else { return .failure(.noSuchDate) }
        let length = CalendarDate.length(of: last.month, in: last.year)
        let day = min(last.day ?? length, precision == .day ? 31 : length)
        guard let start = CalendarDate(year: first.year, month: first.month, day: first.day),
            let end = CalendarDate(year: last.year, month: last.month, day: day)
        else {
            guard let dayToken else { return .failure(.noSuchDate) }
            return .failure(.noSuchDay(token: dayToken, last: CalendarDate.length(of: first.month, in: first.year)))
        }
        return .success((start, end))
    }
}

/// Why a point of time has no bounds.
enum TermFault: Error {
    case noYear
    /// A month that may lie before a school year or at its end; the calendar year in which that begins.
    case eitherYear(Int)
    case noSuchDate
    case noSuchMonth(Int)
    /// `token` names the day; `last` is the last day that its month has.
    case noSuchDay(token: Int, last: Int)
    case reversed
}
