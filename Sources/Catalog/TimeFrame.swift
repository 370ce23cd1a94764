import Formats
import Languages

/// The time that the tables of a material speak of: terms that name no year belong to it.
///
/// «I квартал» in a roadmap of 2023 is the first quarter of 2023, «октябрь» in one of the school year 2022/23 the
/// October of 2022. In a roadmap of 2023-2024 «I квартал» may be either: it stays open, and lasts as long as the frame.
package struct TimeFrame: Hashable, Sendable, Storable {
    package let start: CalendarDate
    package let end: CalendarDate
    /// Where nothing says whether a year of the calendar or a school year is meant: the day from which it was guessed.
    package let guessedFrom: CalendarDate?

    package func store(in writer: inout ByteWriter) {
        start.store(in: &writer)
        end.store(in: &writer)
        writer.optional(guessedFrom)
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        self.init(
            try CalendarDate(from: &reader), try CalendarDate(from: &reader), guessedFrom: try reader.optional())
    }

    /// The frame that a period names; nothing when an end is missing.
    package init?(_ period: Period) {
        guard let start = period.start, let end = period.end else { return nil }
        self.init(start, end)
    }

    private init(_ start: CalendarDate, _ end: CalendarDate, guessedFrom: CalendarDate? = nil) {
        self.start = start
        self.end = end
        self.guessedFrom = guessedFrom
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
            return TimeFrame(first, last, guessedFrom: date.start)
        }
    }

    /// The frame that a plan has by its date alone: twelve months from that of a day on, since nothing of a plan was due
    /// before it was approved; longer terms stand for themselves.
    package static func following(_ date: Period) -> TimeFrame? {
        guard let frame = around(date), let first = frame.guessedFrom else { return around(date) }
        let last =
            first.month == 1
            ? CalendarDate.last(ofMonth: 12, year: first.year)
            : CalendarDate.last(ofMonth: first.month - 1, year: first.year + 1)
        guard let start = CalendarDate.first(ofMonth: first.month, year: first.year), let last else { return nil }
        return TimeFrame(start, last, guessedFrom: first)
    }

    /// The year or school year that a title says: «на 2026/27 учебный год», «в 2023 году», «на 2023–2024 годы»; nothing of
    /// one that names several, or a day.
    package static func named(in title: String) -> TimeFrame? {
        // Most titles name no year of this century: they are not read any further.
        guard zip(title.utf8, title.utf8.dropFirst()).contains(where: { $0 == (UInt8(ascii: "2"), UInt8(ascii: "0")) })
        else { return nil }
        let found = title.matches(
            of: /(?:^|[^\d.])(20\d\d)(?:\s?[\/–—-]\s?(20\d\d|\d\d)(?!\d))?(?:-?[а-я]{0,2})?\s?(уч|год|гг?\.)/
                .ignoresCase())
        guard found.count == 1, let match = found.first, let first = Int(match.1) else { return nil }
        let before = title[..<match.1.startIndex].split { !$0.isLetter && !$0.isNumber }.last
        // «от 9 декабря 2022 года» is the day of a document.
        if let before, MonthNames.numbers[NameFolding.fold(before)] != nil { return nil }
        let last = match.2.flatMap { Int($0.suffix(2)) }.map { first / 100 * 100 + $0 }
        if match.3.lowercased() == "уч" {
            return last == first + 1 ? TimeFrame(Period.parse("\(first)/\(first + 1) учебный год")) : nil
        }
        guard let start = CalendarDate.first(ofMonth: 1, year: first),
            let end = CalendarDate.last(ofMonth: 12, year: last ?? first), start <= end
        else { return nil }
        return TimeFrame(start, end)
    }

    /// A frame of more years than this settles no year: a table of a century has no «I квартал».
    private static let mostYears = 12

    /// Reads an expression; see ``PeriodParser`` for the grammar.
    ///
    /// In a school year every month lies in one of its two calendar years, but for August, which plans have before it as
    /// well. In other frames the year is the one in
    /// which the term lies whole, else in which it begins, else which it touches; where several fit, the term is open
    /// and lasts as long as the frame.
    func period(_ text: String) -> Period {
        let plain = Period.parse(text)
        guard plain.isOpen, plain.sortKey == nil else {
            // «2024-2025» beside terms of a school year.
            guard plain.precision == .years, let schoolYear else { return plain }
            return Period.parse(text, in: .school(first: schoolYear))
        }
        if case .eitherYear? = plain.problem { return plain }
        let whole = Period(text: plain.text, precision: .open, start: start, end: end)
        guard plain.problem == .noYear else { return whole }
        if let either = eitherSort(text, plain) { return either }
        if let schoolYear {
            let term = Period.parse(text, in: .school(first: schoolYear))
            return term.problem == .noYear ? whole : term
        }
        let found = (start.year...min(end.year, start.year + Self.mostYears)).map { Period.parse(text, year: $0) }
            .filter { !$0.isOpen }
        if let fault = found.first, found.allSatisfy({ $0.problem != nil }) { return fault }
        for fits in [contains, begins, overlaps] {
            let fitting = found.filter { $0.problem == nil && fits($0) }
            if fitting.count == 1 { return fitting[0] }
            if fitting.count > 1 { return whole }
        }
        return whole
    }

    /// «1 полугодие» in a material that a day alone dates: January to June, or September to December.
    private func eitherSort(_ text: String, _ plain: Period) -> Period? {
        guard let guessedFrom else { return nil }
        var parser = PeriodParser(text: text)
        guard parser.dependsOnSortOfYear() else { return nil }
        // From summer on plans are of the school year that follows.
        let school = guessedFrom.month >= 6 ? guessedFrom.year : guessedFrom.year - 1
        return Period(
            text: plain.text, precision: .open, start: start, end: end,
            problem: .eitherSort(calendar: guessedFrom.year, school: school))
    }

    /// The year in which a school year begins, where the frame is one.
    private var schoolYear: Int? {
        start.month == 9 && start.day == 1 && end.year == start.year + 1 && [5, 6, 8].contains(end.month)
            ? start.year : nil
    }

    private func contains(_ period: Period) -> Bool {
        begins(period) && (period.end ?? start) <= end && (period.end ?? start) >= start
    }

    private func begins(_ period: Period) -> Bool {
        guard let first = period.start ?? period.end else { return false }
        return first >= start && first <= end
    }

    private func overlaps(_ period: Period) -> Bool { (period.end ?? end) >= start && (period.start ?? start) <= end }
}
