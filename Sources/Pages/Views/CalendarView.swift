import Theming

/// `calendar.html`: the rows of all roadmaps by time, what is ahead first, open-ended rows apart.
struct CalendarView: TemplateView {
    var frame: PageFrame
    var title: String
    var lead: String
    /// The edition's day: `2023-12-01`.
    var day: String
    /// «1 декабря 2023 года».
    var dayText: String
    /// On the edition's day and later; none where there are no rows at all.
    var now: CalendarYearView?
    /// What was, the latest first.
    var years: [CalendarYearView]
    /// Rows with open-ended terms.
    var open: [CalendarRunView]
    /// Rows whose roadmaps name no term.
    var unknown: [CalendarRunView]
    /// Narrows the rows down, to the reader's own municipality first of all.
    var filter: FilterView?
    var downloads: [DownloadView]
    var empty: EmptyView?

    init(
        frame: PageFrame, title: String, lead: String, day: String, dayText: String, now: CalendarYearView? = nil,
        years: [CalendarYearView],
        open: [CalendarRunView] = [], unknown: [CalendarRunView] = [], filter: FilterView? = nil,
        downloads: [DownloadView] = [],
        empty: EmptyView? = nil
    ) {
        self.frame = frame
        self.title = title
        self.lead = lead
        self.day = day
        self.dayText = dayText
        self.now = now
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
            .text("day", "The edition's day, `2023-12-01`") { $0.day },
            .text("day_text", "The edition's day in words") { $0.dayText },
            .record("now", "What is due on the edition's day and later") { $0.now },
            .list("years", "What was, by year, the latest first") { $0.years },
            .list("open", "Rows with open-ended terms") { $0.open },
            .list("unknown", "Rows without a term") { $0.unknown },
            .record("filter", "Narrows the rows down") { $0.filter },
            .list("downloads", "The rows as files") { $0.downloads },
            .record("empty", "Said when there are no rows") { $0.empty },
        ])
}

/// A year with its quarters, or all that is ahead.
struct CalendarYearView: View {
    /// «2023 год», «На 1 декабря 2023 года и позже».
    var title: String
    var id: String
    var parts: [CalendarPartView]
    /// «7 мероприятий».
    var count: String
    /// It is over, and folded.
    var isPast: Bool
    /// Said where there are no rows.
    var none: String?

    init(
        _ title: String, id: String, parts: [CalendarPartView], count: String, isPast: Bool = false,
        none: String? = nil
    ) {
        self.title = title
        self.id = id
        self.parts = parts
        self.count = count
        self.isPast = isPast
        self.none = none
    }

    static let schema = ViewSchema<CalendarYearView>(
        "calendar year", "A year with its quarters, or all that is ahead",
        [
            .text("title", "The year") { $0.title },
            .text("id", "Anchor of the heading") { $0.id },
            .list("parts", "Quarters, then what lasts longer") { $0.parts },
            .text("count", "How many rows, in words") { $0.count },
            .flag("is_past", "It is over, and folded") { $0.isPast },
            .text("none", "Said where there are no rows") { $0.none },
        ])
}

/// A quarter with its months, or what lasts longer than one.
struct CalendarPartView: View {
    /// «IV квартал», «Только год или срок дольше квартала».
    var title: String
    var id: String
    /// Its months have headings of their own.
    var isQuarter: Bool
    var periods: [CalendarPeriodView]

    init(_ title: String, id: String, isQuarter: Bool, periods: [CalendarPeriodView]) {
        self.title = title
        self.id = id
        self.isQuarter = isQuarter
        self.periods = periods
    }

    static let schema = ViewSchema<CalendarPartView>(
        "calendar part", "A quarter with its months, or what lasts longer than one",
        [
            .text("title", "The quarter") { $0.title },
            .text("id", "Anchor of the heading") { $0.id },
            .flag("is_quarter", "It is a quarter") { $0.isQuarter },
            .list("periods", "Its months with their rows") { $0.periods },
        ])
}

/// A month with its rows, or those of a quarter that name none.
struct CalendarPeriodView: View {
    /// «Май»; none of rows that name no month.
    var title: String?
    /// Of its heading; none where it has no title.
    var id: String?
    var runs: [CalendarRunView]

    init(_ title: String?, id: String?, runs: [CalendarRunView]) {
        self.title = title
        self.id = id
        self.runs = runs
    }

    static let schema = ViewSchema<CalendarPeriodView>(
        "calendar period", "A month with its rows, or those of a quarter that name none",
        [
            .text("title", "The month; absent where rows name none") { $0.title },
            .text("id", "Anchor of the heading; absent with it") { $0.id },
            .list("runs", "The rows, roadmap by roadmap") { $0.runs },
        ])
}

/// Rows of one roadmap that follow each other, or events.
struct CalendarRunView: View {
    var roadmap: LinkView
    var rows: [Fragment<RowView>]

    static let schema = ViewSchema<CalendarRunView>(
        "calendar run", "Rows of one roadmap that follow each other, or events",
        [
            .record("roadmap", "The roadmap, or the list of events, named once for the rows") { $0.roadmap },
            .fragments("rows", "The rows") { $0.rows },
        ])
}
