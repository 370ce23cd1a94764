import Theming

/// `calendar.html`: the rows of all roadmaps by month or quarter, open-ended rows apart.
package struct CalendarView: TemplateView {
    package var frame: PageFrame
    package var title: String
    package var lead: String
    package var periods: [CalendarPeriodView]
    /// Rows with open-ended terms.
    package var open: [Fragment<RowView>]
    /// Plain links: municipalities and directions with what is due there.
    package var filters: [LinkGroupView]
    package var downloads: [DownloadView]
    package var empty: EmptyView?

    package init(
        frame: PageFrame, title: String, lead: String, periods: [CalendarPeriodView], open: [Fragment<RowView>] = [],
        filters: [LinkGroupView] = [], downloads: [DownloadView] = [], empty: EmptyView? = nil
    ) {
        self.frame = frame
        self.title = title
        self.lead = lead
        self.periods = periods
        self.open = open
        self.filters = filters
        self.downloads = downloads
        self.empty = empty
    }

    package static let template = "pages/calendar"
    package static let schema = Schema<CalendarView>(
        "calendar", "The rows of all roadmaps by time",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .text("lead", "What the page shows, in a sentence") { $0.lead },
            .list("periods", "Months and quarters with their rows") { $0.periods },
            .fragments("open", "Rows with open-ended terms") { $0.open },
            .list("filters", "Links to what is due at an entry of an axis") { $0.filters },
            .list("downloads", "The rows as files") { $0.downloads },
            .record("empty", "Said when there are no rows") { $0.empty },
        ])
}

/// A month or quarter with its rows.
package struct CalendarPeriodView: View {
    /// «Май 2023», «I квартал 2023».
    package var title: String
    package var id: String
    package var rows: [Fragment<RowView>]

    package init(_ title: String, id: String, rows: [Fragment<RowView>]) {
        self.title = title
        self.id = id
        self.rows = rows
    }

    package static let schema = Schema<CalendarPeriodView>(
        "calendar period", "A month or quarter with its rows",
        [
            .text("title", "The month or quarter") { $0.title },
            .text("id", "Anchor of the heading") { $0.id },
            .fragments("rows", "The rows") { $0.rows },
        ])
}
