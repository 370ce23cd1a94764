import Catalog
import Theming

/// `calendar.html`.
struct CalendarPage {
    /// Id of the element that holds the rows.
    private static let target = "calendar"

    let context: SiteContext

    func view() -> CalendarView {
        let page = SitePages.calendar
        let rows = context.rows.rows
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
            lead: context.calendarLead, years: years(placed.filter(\.row.isDated)),
            open: placed.filter { $0.row.period != nil && !$0.row.isDated }.map(\.fragment),
            unknown: placed.filter { $0.row.period == nil }.map(\.fragment), filter: view,
            downloads: [context.calendarDownload(from: page)].compactMap(\.self),
            empty: rows.isEmpty ? EmptyView(context.word(.emptyCalendar), help: context.help(from: page)) : nil)
    }

    private struct Placed {
        let row: RoadmapRow
        let fragment: Fragment<RowView>
    }

    /// By the year in which rows begin, the latest first; there by month and quarter, and last what lasts longer.
    private func years(_ rows: [Placed]) -> [CalendarYearView] {
        let byYear = Dictionary(grouping: rows) { $0.row.term?.sortKey?.year ?? 0 }
        return byYear.sorted { $0.key > $1.key }.map { year, rows in
            let bySpan = Dictionary(grouping: rows) { $0.row.term.flatMap { CalendarSpan(around: $0) } ?? .year(year) }
            let spans = bySpan.keys.sorted { ($0.isYear ? 1 : 0, $0) < ($1.isYear ? 1 : 0, $1) }
            return CalendarYearView(
                context.strings.text(Word.yearTitle, String(year)), id: "y\(year)",
                periods: spans.map { span in
                    CalendarPeriodView(title(span), id: "t\(span.id)", rows: (bySpan[span] ?? []).map(\.fragment))
                })
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
