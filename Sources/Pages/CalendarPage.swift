import AlbumModel
import Catalog
import Languages
import Theming

/// `calendar.html`.
struct CalendarPage {
    /// Id of the element that holds the rows.
    private static let target = "calendar"

    let context: SiteContext

    func view() -> CalendarView {
        let page = SitePages.calendar
        let rows = context.album.rows.rows
        let filter = RowFilter(rows.map { ($0.facets, $0.material) }, context: context)
        let view = filter.view(target: Self.target, isMine: true)
        let placed = rows.enumerated().map { index, row in
            Placed(
                row: row,
                fragment: context.row(row, on: page, marks: view == nil ? nil : filter.marks(index)))
        }
        let title = context.word(.pageCalendar)
        return CalendarView(
            frame: context.frame(page, title: title, description: context.calendarLead), title: title,
            lead: context.calendarLead,
            years: years(placed.compactMap { placed in placed.row.years.map { ($0, placed) } }),
            open: placed.filter { $0.row.period != nil && $0.row.years == nil }.map(\.fragment),
            unknown: placed.filter { $0.row.period == nil }.map(\.fragment), filter: view,
            downloads: [context.calendarDownload(from: page)].compactMap(\.self),
            empty: rows.isEmpty ? EmptyView(context.word(.emptyCalendar), help: context.help(from: page)) : nil)
    }

    private struct Placed {
        let row: RoadmapRow
        let fragment: Fragment<RowView>
    }

    /// By the years in which rows lie, the latest first; there by month and quarter, then what lasts longer, and last what
    /// has no days of its own.
    private func years(_ rows: [(years: CalendarYears, placed: Placed)]) -> [CalendarYearView] {
        let byYears = Dictionary(grouping: rows, by: \.years)
        return byYears.sorted { CalendarYears.precedes($0.key, $1.key) }.map { years, rows in
            let dated = rows.map(\.placed).filter(\.row.isDated)
            let bySpan = Dictionary(grouping: dated) {
                $0.row.term.flatMap { CalendarSpan(around: $0) } ?? .year(years.first)
            }
            let spans = bySpan.keys.sorted { ($0.isYear ? 1 : 0, $0) < ($1.isYear ? 1 : 0, $1) }
            var periods = spans.map { span in
                CalendarPeriodView(
                    title(span), id: "t\(span.isYear ? years.id : span.id)", rows: (bySpan[span] ?? []).map(\.fragment))
            }
            let open = rows.map(\.placed).filter { !$0.row.isDated }.map(\.fragment)
            if !open.isEmpty {
                periods.append(CalendarPeriodView(context.word(.filterOpen), id: "t\(years.id)-open", rows: open))
            }
            return CalendarYearView(years.title(context.strings), id: "y\(years.id)", periods: periods)
        }
    }

    private func title(_ span: CalendarSpan) -> String {
        let dates = DateText(context.language)
        return switch span {
        case .month(_, let month): dates.monthTitle(month)
        case .quarter(_, let quarter): dates.quarter(quarter)
        case .year: context.word(.calendarLong)
        }
    }
}

extension RoadmapRow {
    /// The years under which the calendar has it; none where its term names none.
    fileprivate var years: CalendarYears? { period.flatMap { CalendarYears($0) } }
}
