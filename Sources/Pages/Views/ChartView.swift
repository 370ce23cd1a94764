import Theming

/// A chart in a text: title, picture, and the table that says the same.
///
/// Rendered on its own and placed as a fragment, since it may stand within a list or a quotation.
struct ChartView: TemplateView {
    /// Anchor, and beginning of the ids in the picture.
    var id: String
    var title: String
    var about: String?
    /// Inline SVG.
    var picture: RawHTML
    var columns: [ColumnView]
    var rows: [RecordRowView]
    /// The record table that the numbers come from; none: they stand in the chart itself.
    var source: LinkView?

    init(
        id: String, title: String, about: String? = nil, picture: RawHTML, columns: [ColumnView],
        rows: [RecordRowView], source: LinkView? = nil
    ) {
        self.id = id
        self.title = title
        self.about = about
        self.picture = picture
        self.columns = columns
        self.rows = rows
        self.source = source
    }

    static let template = "partials/chart"
    static let schema = ViewSchema<ChartView>(
        "chart", "A chart in a text: title, picture, and the table that says the same",
        [
            .text("id", "Anchor, and beginning of the ids in the picture") { $0.id },
            .text("title", "What it shows") { $0.title },
            .text("about", "What it says, in a sentence") { $0.about },
            .html("picture", "Inline SVG") { $0.picture },
            .list("columns", "Columns of its table") { $0.columns },
            .list("rows", "Rows of its table; their ids are empty") { $0.rows },
            .record("source", "The record table that the numbers come from") { $0.source },
        ])
}
