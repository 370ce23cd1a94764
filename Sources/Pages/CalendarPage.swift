import AlbumModel
import Catalog
import Languages
import Theming

/// `calendar.html`: what is due on the edition's day and later, then what was, the latest first; years that are over are
/// folded.
struct CalendarPage {
    /// Id of the element that holds the rows.
    private static let target = "calendar"

    let page: Page

    func view() -> CalendarView {
        let rows = page.album.rows.rows
        let filter = RowFilter(rows.map { ($0.facets, $0.material) }, page: page)
        let view = filter.view(target: Self.target, isMine: true)
        let placed = rows.enumerated().map { index, row in
            Placed(
                row: row,
                fragment: page.row(row, marks: view == nil ? nil : filter.marks(index), namesRoadmap: false))
        }
        let title = page.wording.word(.pageCalendar)
        let dated = placed.filter { $0.row.years != nil }
        return CalendarView(
            frame: page.frame(title: title, description: page.calendarLead), title: title,
            lead: page.calendarLead, day: page.album.configuration.edition.description, dayText: page.editionText,
            now: rows.isEmpty ? nil : now(dated.filter(isAhead)),
            years: years(dated.filter { !isAhead($0) }),
            open: runs(placed.filter { $0.row.period != nil && $0.row.years == nil }),
            unknown: runs(placed.filter { $0.row.period == nil }), filter: view,
            downloads: [page.countedCalendarDownload()].compactMap(\.self),
            empty: rows.isEmpty
                ? EmptyView(
                    page.wording.word(page.album.part == nil ? .emptyCalendar : .emptyPartCalendar), help: page.help())
                : nil)
    }

    private struct Placed {
        let row: CalendarRow
        let fragment: Fragment<RowView>
    }

    // MARK: What is ahead

    /// Whether it ends on the edition's day or later, or may do so; not what took place before its term ended.
    private func isAhead(_ placed: Placed) -> Bool {
        let tookPlace = placed.row.facets.isDone && placed.row.facets.change == nil
        return !tookPlace && placed.row.period?.end.map { $0 >= page.album.configuration.edition } ?? true
    }

    /// The nearest first: quarters that are named with their years, then what may be over, since no more is known than
    /// its year.
    private func now(_ rows: [Placed]) -> CalendarYearView {
        let within = rows.filter { $0.row.term?.isYearAlone ?? false }
        let exact = rows.filter { !($0.row.term?.isYearAlone ?? false) }
        let last =
            within.isEmpty
            ? []
            : [
                CalendarPartView(
                    page.wording.word(.calendarWithin), id: Group.ahead.id("within"), isQuarter: false,
                    periods: [CalendarPeriodView(nil, id: nil, runs: runs(within))])
            ]
        let none: Word = rows.isEmpty ? .dueNone : .dueNoneExact
        return CalendarYearView(
            page.wording.strings.text(Word.calendarAhead, page.editionText), id: "now",
            parts: parts(exact, of: .ahead) + last, count: counted(rows),
            none: !exact.contains(where: \.row.isDated) ? page.wording.strings.text(none, page.editionText) : nil)
    }

    // MARK: What was

    /// By the years in which rows lie, the latest first; there by quarter and month, then what lasts longer, and last what
    /// has no days of its own.
    private func years(_ rows: [Placed]) -> [CalendarYearView] {
        let byYears = Dictionary(grouping: rows) { $0.row.years }
        let thisYear = page.album.configuration.edition.year
        return byYears.compactMap { years, rows in years.map { ($0, rows) } }
            .sorted { CalendarYears.precedes($0.0, $1.0) }.map { years, rows in
                let isPast = years.last.map { $0 < thisYear } ?? false
                let title = years.title(page.wording.strings)
                return CalendarYearView(
                    isPast ? title : page.wording.strings.text(Word.calendarEarlier, title), id: "y\(years.id)",
                    parts: parts(rows, of: .past(years)), count: counted(rows), isPast: isPast)
            }
    }

    private func counted(_ rows: [Placed]) -> String {
        page.wording.strings.counted(rows.count, CountWord.events)
    }

    // MARK: Parts

    /// What stands under one heading.
    ///
    /// A year may stand in both, so that each has ids of its own.
    private enum Group: Equatable {
        /// Rows of any years, which are therefore named.
        case ahead
        /// Rows of the years that stand above.
        case past(CalendarYears)

        var namesYears: Bool { self == .ahead }

        /// Of several years with these before it: their first year may have a group of its own.
        func id(_ id: String) -> String {
            switch self {
            case .ahead: "now-\(id)"
            case .past(let years) where years.last == years.first || id.hasPrefix(years.id): "t\(id)"
            case .past(let years): "t\(years.id)-\(id)"
            }
        }
    }

    /// Quarters with their months; behind them what lasts longer than a quarter, then what has no days of its own or
    /// lasts on, by the years since when it does.
    private func parts(_ rows: [Placed], of group: Group) -> [CalendarPartView] {
        func isOpen(_ placed: Placed) -> Bool { !placed.row.isDated || placed.row.years?.last == nil }
        let open = Dictionary(grouping: rows.filter(isOpen)) { $0.row.years }.compactMap { years, rows in
            years.map { ($0, rows) }
        }
        return datedParts(rows.filter { !isOpen($0) }, of: group)
            + open.sorted { $0.0.first < $1.0.first }.map { years, rows in
                CalendarPartView(
                    group.namesYears ? years.title(page.wording.strings) : page.wording.word(.filterOpen),
                    id: group.id("\(years.id)-open"), isQuarter: false,
                    periods: [CalendarPeriodView(nil, id: nil, runs: runs(rows))])
            }
    }

    private func datedParts(_ rows: [Placed], of group: Group) -> [CalendarPartView] {
        let bySpan = Dictionary(grouping: rows) { placed in
            placed.row.term.flatMap { CalendarSpan(around: $0) } ?? .year(placed.row.years?.first ?? 0)
        }
        let byPart = Dictionary(grouping: bySpan.keys) { $0.quarter ?? $0 }
        return byPart.sorted { ($0.key.isYear ? 1 : 0, $0.key) < ($1.key.isYear ? 1 : 0, $1.key) }.map { part, spans in
            CalendarPartView(
                title(part, of: group), id: group.id(part.id), isQuarter: !part.isYear,
                periods: spans.sorted().map { span in
                    let isMonth = span != part
                    return CalendarPeriodView(
                        isMonth ? title(span, of: group) : nil, id: isMonth ? group.id(span.id) : nil,
                        runs: runs(bySpan[span] ?? []))
                })
        }
    }

    /// Rows of one roadmap that follow each other, and such events: what they stand in is named once for them.
    private func runs(_ rows: [Placed]) -> [CalendarRunView] {
        var runs: [CalendarRunView] = []
        for placed in rows {
            let source = page.source(of: placed.row)
            if let last = runs.last, last.roadmap.url == source.url, last.roadmap.note == source.note {
                runs[runs.count - 1].rows.append(placed.fragment)
            } else {
                runs.append(CalendarRunView(roadmap: source, rows: [placed.fragment]))
            }
        }
        return runs
    }

    private func title(_ span: CalendarSpan, of group: Group) -> String {
        let namesYear = group.namesYears
        let dates = DateText(page.wording.language)
        return switch span {
        case .month(let year, let month):
            namesYear ? dates.monthTitle(year, month) : dates.monthTitle(month)
        case .quarter(let year, let quarter):
            namesYear ? dates.quarter(quarter, year: year) : dates.quarter(quarter)
        case .year(let year):
            namesYear
                ? page.wording.strings.text(Word.calendarLongOf, String(year)) : page.wording.word(.calendarLong)
        }
    }
}

extension CalendarRow {
    /// The years under which the calendar has it; none where its term names none.
    fileprivate var years: CalendarYears? { period.flatMap { CalendarYears($0) } }
}
