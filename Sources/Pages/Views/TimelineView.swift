import Theming

/// Rows over time: each with its term and name in words and a bar that shows the same.
///
/// The words are text of the page, which wraps, is read aloud and breaks between pages of paper; the bars are inline
/// SVG as wide as their place.
struct TimelineView: View {
    /// Beginning of the ids in it.
    var id: String
    var title: String
    var about: String
    /// What dashed outlines mean; none where there are none.
    var note: String?
    /// The scale above the bars.
    var axis: RawHTML
    /// Upright lines behind the bars.
    var grid: RawHTML
    var rows: [TimelineRowView]
    /// The rows are stretches of time.
    var isOverview: Bool

    init(
        id: String, title: String, about: String, note: String? = nil, axis: RawHTML, grid: RawHTML,
        rows: [TimelineRowView],
        isOverview: Bool = false
    ) {
        self.id = id
        self.title = title
        self.about = about
        self.note = note
        self.axis = axis
        self.grid = grid
        self.rows = rows
        self.isOverview = isOverview
    }

    static let schema = ViewSchema<TimelineView>(
        "timeline", "Rows over time: words and bars",
        [
            .text("id", "Beginning of the ids in it") { $0.id },
            .text("title", "What it shows") { $0.title },
            .text("about", "What it says, in a sentence") { $0.about },
            .text("note", "What dashed outlines mean") { $0.note },
            .html("axis", "The scale above the bars, an SVG") { $0.axis },
            .html("grid", "Upright lines behind the bars, an SVG") { $0.grid },
            .list("rows", "The rows") { $0.rows },
            .flag("is_overview", "The rows are stretches of time") { $0.isOverview },
        ])
}

/// A row of a timeline; where rows are too many, a stretch of time with the number of those that begin in it.
struct TimelineRowView: View {
    /// The term, or the stretch of time.
    var term: String
    /// None for a stretch of time.
    var name: String?
    /// «отменено», «Перенесено на май»; none: it is as planned.
    var change: String?
    /// Id of the table's row that it shows; none for a stretch of time.
    var row: String?
    /// How many rows begin in a stretch of time.
    var count: String?
    /// The days of a stretch of time, for a filter to count anew.
    var days: RowMarksView?
    /// The bar, an SVG.
    var bar: RawHTML

    init(
        term: String, name: String? = nil, change: String? = nil, row: String? = nil, count: String? = nil,
        days: RowMarksView? = nil, bar: RawHTML
    ) {
        self.term = term
        self.name = name
        self.change = change
        self.row = row
        self.count = count
        self.days = days
        self.bar = bar
    }

    static let schema = ViewSchema<TimelineRowView>(
        "timeline row", "A row of a timeline, or a stretch of time with the number of rows that begin in it",
        [
            .text("term", "The term, or the stretch of time") { $0.term },
            .text("name", "Name of the row") { $0.name },
            .text("change", "That it was called off or moved to another time, in words") { $0.change },
            .text("row", "Id of the table's row that it shows") { $0.row },
            .text("count", "How many rows begin in a stretch of time") { $0.count },
            .record("days", "The days of a stretch of time") { $0.days },
            .html("bar", "The bar, an SVG") { $0.bar },
        ])
}
