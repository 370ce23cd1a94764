import AlbumModel
import Catalog
import Languages
import Theming

/// `calendar.html`.
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
                fragment: page.row(row, marks: view == nil ? nil : filter.marks(index)))
        }
        let title = page.wording.word(.pageCalendar)
        return CalendarView(
            frame: page.frame(title: title, description: page.calendarLead), title: title,
            lead: page.calendarLead,
            years: years(placed.compactMap { placed in placed.row.years.map { ($0, placed) } }),
            open: placed.filter { $0.row.period != nil && $0.row.years == nil }.map(\.fragment),
            unknown: placed.filter { $0.row.period == nil }.map(\.fragment), filter: view,
            downloads: [page.calendarDownload()].compactMap(\.self),
            empty: rows.isEmpty ? EmptyView(page.wording.word(.emptyCalendar), help: page.help()) : nil)
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
                periods.append(CalendarPeriodView(page.wording.word(.filterOpen), id: "t\(years.id)-open", rows: open))
            }
            return CalendarYearView(years.title(page.wording.strings), id: "y\(years.id)", periods: periods)
        }
    }

    private func title(_ span: CalendarSpan) -> String {
        let dates = DateText(page.wording.language)
        return switch span {
        case .month(_, let month): dates.monthTitle(month)
        case .quarter(_, let quarter): dates.quarter(quarter)
        case .year: page.wording.word(.calendarLong)
        }
    }
}

extension RoadmapRow {
    /// The years under which the calendar has it; none where its term names none.
    fileprivate var years: CalendarYears? { period.flatMap { CalendarYears($0) } }
}
