/// The time that the tables of a material speak of: terms that name no year belong to it.
///
/// «I квартал» in a roadmap of 2023 is the first quarter of 2023, «октябрь» in one of the school year 2022/23 the
/// October of 2022. In a roadmap of 2023-2024 «I квартал» may be either: it stays open, and lasts as long as the frame.
package struct TimeFrame: Hashable, Sendable {
    package let start: CalendarDate
    package let end: CalendarDate

    /// The frame that a period names; nothing when an end is missing.
    package init?(_ period: Period) {
        guard let start = period.start, let end = period.end else { return nil }
        self.init(start, end)
    }

    private init(_ start: CalendarDate, _ end: CalendarDate) {
        self.start = start
        self.end = end
    }

    /// The frame that a material has by its date alone: a day stands for its year, longer terms for themselves.
    package static func around(_ date: Period) -> TimeFrame? {
        guard let frame = TimeFrame(date) else { return nil }
        switch date.precision {
        case .year, .schoolYear, .years: return frame
        default:
            guard let first = CalendarDate.first(ofMonth: 1, year: frame.start.year),
                let last = CalendarDate.last(ofMonth: 12, year: frame.end.year)
            else { return nil }
            return TimeFrame(first, last)
        }
    }

    /// A frame of more years than this settles no year: a table of a century has no «I квартал».
    private static let mostYears = 12

    /// Reads an expression; see ``PeriodParser`` for the grammar.
    func period(_ text: String) -> Period {
        let plain = Period.parse(text)
        guard plain.isOpen, plain.sortKey == nil else { return plain }
        let found = (start.year...min(end.year, start.year + Self.mostYears)).map { Period.parse(text, year: $0) }
            .filter { !$0.isOpen && overlaps($0) }
        return found.count == 1 ? found[0] : Period(text: plain.text, precision: .open, start: start, end: end)
    }

    private func overlaps(_ period: Period) -> Bool { (period.end ?? end) >= start && (period.start ?? start) <= end }
}
