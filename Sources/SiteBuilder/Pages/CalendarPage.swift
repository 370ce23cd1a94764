import Catalog
import Theming

/// `calendar.html`.
struct CalendarPage {
    let context: SiteContext

    func view() -> CalendarView {
        let page = SitePages.calendar
        let rows = context.rows.rows
        let dated = rows.filter { $0.period.sortKey != nil && !$0.period.isOpen }
        let open = rows.filter { $0.period.sortKey == nil || $0.period.isOpen }
        let title = context.word(.pageCalendar)
        return CalendarView(
            frame: context.frame(page, title: title, description: context.word(.pageCalendarLead)), title: title,
            lead: context.word(.pageCalendarLead), periods: periods(dated, page),
            open: open.map { context.row($0, on: page) }, filters: filters(rows, page),
            downloads: [context.calendarDownload(from: page)].compactMap(\.self),
            empty: rows.isEmpty ? EmptyView(context.word(.emptyCalendar), help: context.help(from: page)) : nil)
    }

    /// A span of the calendar under one heading.
    private struct Span: Hashable {
        let title: String
        let id: String
    }

    private func periods(_ rows: [RoadmapRow], _ page: String) -> [CalendarPeriodView] {
        var order: [Span] = []
        var bySpan: [Span: [RoadmapRow]] = [:]
        for row in rows {
            guard let span = span(of: row.period) else { continue }
            if bySpan[span] == nil { order.append(span) }
            bySpan[span, default: []].append(row)
        }
        return order.map { span in
            CalendarPeriodView(span.title, id: span.id, rows: (bySpan[span] ?? []).map { context.row($0, on: page) })
        }
    }

    /// The month of what lies in one, the quarter of a quarter, else the year of its beginning.
    private func span(of period: Period) -> Span? {
        guard let day = period.sortKey else { return nil }
        let dates = DateText(context.language)
        let liesInMonth = period.end.map { $0.year == day.year && $0.month == day.month } ?? true
        if liesInMonth {
            return Span(title: dates.monthTitle(day.year, day.month), id: "m\(day.year)-\(day.month)")
        }
        if period.precision == .quarter {
            let quarter = (day.month + 2) / 3
            return Span(title: dates.quarter(quarter, year: day.year), id: "q\(day.year)-\(quarter)")
        }
        return Span(title: context.strings.text(Word.yearTitle, String(day.year)), id: "y\(day.year)")
    }

    /// Ways to what is due in one municipality or direction.
    private func filters(_ rows: [RoadmapRow], _ page: String) -> [LinkGroupView] {
        guard let coverage = context.coverage else { return [] }
        return [coverage.rowVocabulary, coverage.columnVocabulary].compactMap { vocabulary in
            var counts: [Int: Int] = [:]
            for row in rows {
                for axis in context.catalog.materials[row.material].axes where axis.vocabulary == vocabulary {
                    counts[axis.entry, default: 0] += 1
                }
            }
            guard !counts.isEmpty else { return nil }
            let links = counts.keys.sorted().map { entry in
                var link = context.link(to: EntryReference(vocabulary: vocabulary, entry: entry), from: page)
                link.note = counts[entry].map { NumberText.grouped($0, context.language) }
                return link
            }
            return LinkGroupView(context.catalog.vocabularies[vocabulary].title, links: links)
        }
    }
}
