import Formats

/// A date or a term as people write it, with what can be computed from it.
///
/// `text` is what the editor wrote and what readers see; the bounds serve order, calendars and filters.
package struct Period: Hashable, Sendable {
    /// How exact the expression is.
    package enum Precision: Int, Sendable, Hashable {
        case day
        case days
        case month
        case quarter
        case halfYear
        case year
        case schoolYear
        case years
        /// «в течение года», «постоянно»: no date of its own.
        case open
        /// Kept as text: the expression was not understood.
        case unknown
    }

    /// As written, white space normalised.
    package let text: String
    package let precision: Precision
    /// First day, when known.
    ///
    /// «до 15 сентября 2023» has none.
    package let start: CalendarDate?
    /// Last day, when known.
    package let end: CalendarDate?

    /// What an editor should be told of the expression; absent where all is well.
    ///
    /// One that was not understood has one always; of those that were, only a term that lacks its year.
    package let problem: TermProblem?
    /// Whether the text says more than its point of time: a remark, a day of the week, an hour.
    ///
    /// Such a text is shown as it is written. What a spreadsheet adds of its own («0:00») and «г.» say nothing more.
    package let saysMore: Bool

    package init(
        text: String, precision: Precision, start: CalendarDate? = nil, end: CalendarDate? = nil,
        problem: TermProblem? = nil, saysMore: Bool = false
    ) {
        self.text = text
        self.precision = precision
        self.start = start
        self.end = end
        self.problem = problem
        self.saysMore = saysMore
    }

    /// An expression that was not understood.
    init(text: String, problem: TermProblem) { self.init(text: text, precision: .unknown, problem: problem) }

    /// Whether it lasts without an end of its own.
    package var isOpen: Bool { precision == .open }
    /// Whether the expression was understood.
    package var isUnderstood: Bool { precision != .unknown }
    /// The day by which it is sorted: its first, or else its last.
    package var sortKey: CalendarDate? { start ?? end }

    /// Reads an expression; see ``PeriodParser`` for the grammar.
    /// - Parameter year: the year that expressions without one belong to, if the surroundings name one.
    package static func parse(_ text: String, year: Int? = nil) -> Period {
        parse(text, in: year.map { TermYear.calendar($0) })
    }

    /// Reads an expression whose unwritten years are those of the surroundings.
    static func parse(_ text: String, in year: TermYear?) -> Period {
        var parser = PeriodParser(text: text)
        return parser.parse(in: year)
    }

    /// Reads an expression that stands in a table of its own time.
    package static func parse(_ text: String, in frame: TimeFrame?) -> Period { frame?.period(text) ?? parse(text) }

    /// The day that a text names, and nothing but a day with its year: «9 декабря 2022 г.»; see ``PeriodParser``.
    package static func day(_ text: String) -> CalendarDate? {
        var parser = PeriodParser(text: text)
        return parser.day()
    }

    /// Whether it is written as a time within which something happens: «в течение 2023 года».
    package var isWithin: Bool { ["в течен", "на протяж"].contains { text.lowercased().hasPrefix($0) } }

    /// Whether the text names the day of both ends, in words, and a year, and joins them into one span: «30 ноября 2023 –
    /// 1 декабря 2023»; «март–май 2023» names no days, «14 и 17 мая» is no span, figures alone stay as a source has them.
    package var namesBothDays: Bool {
        guard let start, let end, !text.contains(where: { [",", ";"].contains($0) }), !text.contains(" и ") else {
            return false
        }
        guard text.contains(where: \.isLetter) else { return false }
        var numbers = text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
        for number in [start.day, end.day, end.year] {
            guard let place = numbers.firstIndex(of: number) else { return false }
            numbers.remove(at: place)
        }
        return true
    }

    /// As readers see it where it is not worded anew: a span is typed with a hyphen and printed with a dash.
    package var typographicText: String { isUnderstood ? TermTypography.dashed(text) : text }
}
