import Formats

/// One or two points of time and how they are joined.
struct TermSpan {
    enum Form {
        case point(TermPoint)
        case between(TermPoint, TermPoint)
        /// «с 1 сентября»: no known end.
        case from(TermPoint)
        /// «после 15 мая»: begins behind it.
        case after(TermPoint)
        /// «до 15 мая»: no known beginning. A month or a year that is `excluded` does not belong to it.
        case until(TermPoint, excluded: Bool)
    }

    let form: Form

    /// The points that it joins.
    var points: [TermPoint] {
        switch form {
        case .point(let point), .from(let point), .after(let point), .until(let point, _): [point]
        case .between(let first, let last): [first, last]
        }
    }

    typealias Bounds = (precision: Period.Precision, start: CalendarDate?, end: CalendarDate?)

    /// Precision and bounds where years that are not written are those of the surroundings.
    func bounds(in year: TermYear?) throws(TermFault) -> Bounds {
        switch form {
        case .point(let point):
            let (start, end) = try point.bounds(in: year).get()
            guard start <= end else { throw .reversed }
            return (point.precision, start, end)
        case .from(let point): return (point.precision, try point.bounds(in: year).get().start, nil)
        case .after(let point): return (point.precision, try point.bounds(in: year).get().end.next, nil)
        case .until(let point, let isExcluded):
            let (start, end) = try point.bounds(in: year).get()
            return (.day, nil, isExcluded && point.precision != .day ? start.previous : end)
        case .between(let first, let last):
            let (start, end) = try Self.between(first, last, year)
            return (Self.precision(first, last), start, end)
        }
    }

    /// The ends of a span with the year of an August among them, which the other end tells: «август – сентябрь» begins
    /// before the school year, «июнь – август» ends with it.
    private static func settled(_ first: TermPoint, _ last: TermPoint, _ year: TermYear?) -> (TermPoint, TermPoint) {
        guard first.isAtSeam != last.isAtSeam else { return (first, last) }
        var (first, last) = (first, last)
        if first.isAtSeam, case .school(let begin)? = first.year ?? last.year ?? year {
            if last.lacksYear { last.year = .school(first: begin) }
            first.year = .calendar(begin)
        }
        if last.isAtSeam, case .school(let begin)? = last.year ?? first.year ?? year {
            if first.lacksYear { first.year = .school(first: begin) }
            last.year = .calendar(begin + 1)
        }
        return (first, last)
    }

    private static func precision(_ first: TermPoint, _ last: TermPoint) -> Period.Precision {
        switch (first.precision, last.precision) {
        case (.quarter, .quarter): .quarter
        case (.year, .year), (.years, .years), (.schoolYear, .schoolYear): .years
        default: .days
        }
    }

    /// Years that one end does not write are those of the other, or of the surroundings; «ноябрь – февраль» goes over
    /// New Year.
    private static func between(
        _ first: TermPoint, _ last: TermPoint, _ year: TermYear?
    ) throws(TermFault) -> (CalendarDate, CalendarDate) {
        // «с сентября по 2025 год», «2024 – май»: which year the month lies in is not said.
        guard !(first.lacksYear && last.isYears || first.isYears && last.lacksYear) else { throw .noSuchDate }
        let (first, last) = settled(first, last, year)
        let wraps = first.firstMonth > last.firstMonth
        if first.lacksYear, !last.lacksYear {
            let end = try last.bounds(in: nil).get().end
            let own = last.year ?? .calendar(end.year)
            let start = try first.bounds(in: own).get().start
            if start <= end { return (start, end) }
            guard wraps else { throw .reversed }
            return (try first.bounds(in: .calendar(start.year - 1)).get().start, end)
        }
        let start = try first.bounds(in: year).get().start
        let own = first.lacksYear ? year : first.year ?? .calendar(start.year)
        let end = try last.bounds(in: own).get().end
        if start <= end { return (start, end) }
        guard last.lacksYear else { throw .reversed }
        let sameYear = try last.bounds(in: .calendar(start.year)).get().end
        if start <= sameYear { return (start, sameYear) }
        guard wraps else { throw .reversed }
        return (start, try last.bounds(in: .calendar(start.year + 1)).get().end)
    }
}
