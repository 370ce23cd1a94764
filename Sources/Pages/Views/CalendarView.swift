import Theming

/// `calendar.html`: the rows of all roadmaps by year, month and quarter, open-ended rows apart.
struct CalendarView: TemplateView {
    var frame: PageFrame
    var title: String
    var lead: String
    var years: [CalendarYearView]
    /// Rows with open-ended terms.
    var open: [Fragment<RowView>]
    /// Rows whose roadmaps name no term.
    var unknown: [Fragment<RowView>]
    /// Narrows the rows down, to the reader's own municipality first of all.
    var filter: FilterView?
    var downloads: [DownloadView]
    var empty: EmptyView?

    init(
        frame: PageFrame, title: String, lead: String, years: [CalendarYearView], open: [Fragment<RowView>] = [],
        unknown: [Fragment<RowView>] = [], filter: FilterView? = nil, downloads: [DownloadView] = [],
        empty: EmptyView? = nil
    ) {
        self.frame = frame
        self.title = title
        self.lead = lead
        self.years = years
        self.open = open
        self.unknown = unknown
        self.filter = filter
        self.downloads = downloads
        self.empty = empty
    }

    static let template = "pages/calendar"
    static let schema = ViewSchema<CalendarView>(
        "calendar", "The rows of all roadmaps by time",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .text("lead", "What the page shows, in a sentence") { $0.lead },
            .list("years", "Years with their months and quarters") { $0.years },
            .fragments("open", "Rows with open-ended terms") { $0.open },
            .fragments("unknown", "Rows without a term") { $0.unknown },
            .record("filter", "Narrows the rows down") { $0.filter },
            .list("downloads", "The rows as files") { $0.downloads },
            .record("empty", "Said when there are no rows") { $0.empty },
        ])
}

/// A year with its months and quarters.
struct CalendarYearView: View {
    /// «2023 год».
    var title: String
    var id: String
    var periods: [CalendarPeriodView]

    init(_ title: String, id: String, periods: [CalendarPeriodView]) {
        self.title = title
        self.id = id
        self.periods = periods
    }

    static let schema = ViewSchema<CalendarYearView>(
        "calendar year", "A year with its months and quarters",
        [
            .text("title", "The year") { $0.title },
            .text("id", "Anchor of the heading") { $0.id },
            .list("periods", "Months and quarters with their rows") { $0.periods },
        ])
}

/// A month or quarter with its rows.
struct CalendarPeriodView: View {
    /// «Май», «I квартал», «Только год или срок дольше квартала».
    var title: String
    var id: String
    var rows: [Fragment<RowView>]

    init(_ title: String, id: String, rows: [Fragment<RowView>]) {
        self.title = title
        self.id = id
        self.rows = rows
    }

    static let schema = ViewSchema<CalendarPeriodView>(
        "calendar period", "A month or quarter with its rows",
        [
            .text("title", "The month or quarter") { $0.title },
            .text("id", "Anchor of the heading") { $0.id },
            .fragments("rows", "The rows") { $0.rows },
        ])
}
