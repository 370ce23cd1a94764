import Linking
import Theming

/// A record table on its page: a table when wide, labelled cards when narrow.
struct RecordTableView: View {
    /// Anchor of the table.
    var id: String
    var caption: String
    var columns: [ColumnView]
    var rows: [RecordRowView]
    /// `.csv`, `.json`, `.ics` of the same rows.
    var downloads: [DownloadView]
    /// Narrows the rows down.
    var filter: FilterView?
    /// The rows over time, above the table.
    var timeline: TimelineView?
    /// The rows on the tiles of the entries that they name, above the table.
    var map: TileMapView?
    /// A chart of the rows above the table: inline SVG without inline style.
    var picture: RawHTML?
    /// Fields to enter points, above the table.
    var scoreSheet: ScoreSheetView?
    /// What a reader enters for each row, instead of the table.
    var worksheet: WorksheetView?
    /// A remark above the table: what its rows come to.
    var summary: String?
    /// A remark below the table.
    var note: String?
    /// The orders in which its rows can be read; the one that is shown has no address.
    ///
    /// Empty where there is but one.
    var orders: [LinkView]
    /// Whether it has more columns than any screen has room for: each row is a labelled card.
    var isCards = false

    init(
        id: String, caption: String, columns: [ColumnView], rows: [RecordRowView], downloads: [DownloadView] = [],
        filter: FilterView? = nil, timeline: TimelineView? = nil, picture: RawHTML? = nil,
        scoreSheet: ScoreSheetView? = nil, worksheet: WorksheetView? = nil, note: String? = nil,
        orders: [LinkView] = []
    ) {
        self.id = id
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.downloads = downloads
        self.filter = filter
        self.timeline = timeline
        self.picture = picture
        self.scoreSheet = scoreSheet
        self.worksheet = worksheet
        self.note = note
        self.orders = orders
    }

    static let schema = ViewSchema<RecordTableView>(
        "record table", "Typed rows: a table when wide, labelled cards when narrow",
        [
            .text("id", "Anchor of the table") { $0.id },
            .text("caption", "Caption of the table") { $0.caption },
            .list("columns", "Its columns") { $0.columns },
            .list("rows", "Its rows") { $0.rows },
            .list("downloads", "The same rows as files") { $0.downloads },
            .record("filter", "Narrows the rows down") { $0.filter },
            .record("timeline", "The rows over time") { $0.timeline },
            .record("map", "The rows on the tiles of the entries that they name") { $0.map },
            .html("picture", "A chart of the rows") { $0.picture },
            .record("score_sheet", "Fields to enter points") { $0.scoreSheet },
            .record("worksheet", "What a reader enters for each row") { $0.worksheet },
            .text("summary", "A remark above the table: what its rows come to") { $0.summary },
            .text("note", "A remark below the table") { $0.note },
            .list("orders", "Orders in which the rows can be read; the shown one has no address") { $0.orders },
            .flag("is_cards", "It has too many columns for a table: each row is a labelled card") { $0.isCards },
        ])
}

/// A column's head.
struct ColumnView: View {
    var label: String
    /// Numbers are set to the right, with figures of equal width.
    var isNumber: Bool

    init(_ label: String, isNumber: Bool = false) {
        self.label = label
        self.isNumber = isNumber
    }

    static let schema = ViewSchema<ColumnView>(
        "column", "A column's head",
        [
            .text("label", "Name of the column") { $0.label },
            .flag("is_number", "The column holds numbers") { $0.isNumber },
        ])
}

/// The text of a row that titles those below it.
struct RowTitleView: View {
    var content: RawHTML
    /// How many columns it goes over.
    var span: Int

    static let schema = ViewSchema<RowTitleView>(
        "row title", "The text of a row that titles those below it",
        [
            .html("content", "What it says") { $0.content },
            .text("span", "How many columns it goes over") { String($0.span) },
        ])
}

/// A row of a record table.
///
/// The first cell names the row.
struct RecordRowView: View {
    /// Stable anchor of the row.
    var id: String
    /// What titles the rows below it, or closes them: the only text of its row.
    ///
    /// Its cells are there as well.
    var title: RowTitleView?
    var head: CellView
    var cells: [CellView]
    /// What a filter compares; none where there is no filter.
    var marks: RowMarksView?

    init(
        id: String, head: CellView, cells: [CellView], marks: RowMarksView? = nil, title: RowTitleView? = nil
    ) {
        self.id = id
        self.title = title
        self.head = head
        self.cells = cells
        self.marks = marks
    }

    static let schema = ViewSchema<RecordRowView>(
        "record row", "A row of a record table",
        [
            .text("id", "Stable anchor of the row") { $0.id },
            .record("title", "The only text of a row that is no record, as wide as the table") { $0.title },
            .record("head", "The first cell, which names the row") { $0.head },
            .list("cells", "The other cells") { $0.cells },
            .record("marks", "What a filter compares") { $0.marks },
        ])
}

/// A cell of a record table.
struct CellView: View {
    /// The column's label, repeated: shown when the row becomes a card; empty where the cell is none of the column's.
    var label: String
    var content: RawHTML
    var isNumber: Bool
    /// The source does not have it: «нет в источнике», set quietly.
    var isMissing: Bool
    /// It names its row and stands behind another cell: a card is headed by it all the same.
    var isKey = false

    init(label: String, content: RawHTML, isNumber: Bool = false, isMissing: Bool = false) {
        self.label = label
        self.content = content
        self.isNumber = isNumber
        self.isMissing = isMissing
    }

    static let schema = ViewSchema<CellView>(
        "cell", "A cell of a record table",
        [
            .text("label", "The column's label; absent where the cell is none of the column's") {
                $0.label.isEmpty ? nil : $0.label
            },
            .html("content", "What the cell holds") { $0.content },
            .flag("is_number", "The column holds numbers") { $0.isNumber },
            .flag("is_missing", "The source does not have it") { $0.isMissing },
            .flag("is_key", "It names its row and stands behind another cell") { $0.isKey },
        ])
}

/// Municipalities (rows) by directions (columns): how many materials each pair has.
struct MatrixView: View {
    var caption: String
    /// Directions, in the order of the vocabulary.
    var columns: [ChipView]
    var rows: [MatrixRowView]
    /// One cell for each column.
    var totals: [MatrixCellView]
    /// Sums of the columns behind the directions.
    var sums: MatrixSums
    /// How many materials there are without those that stand in several cells: «Без повторов: …».
    var distinct: String
    /// Its rows are regions.
    var isByRegion = false

    init(
        caption: String, columns: [ChipView], rows: [MatrixRowView], totals: [MatrixCellView], sums: MatrixSums,
        distinct: String
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.totals = totals
        self.sums = sums
        self.distinct = distinct
    }

    static let schema = ViewSchema<MatrixView>(
        "matrix", "Municipalities by directions: how many materials each pair has",
        [
            .text("caption", "Caption of the table") { $0.caption },
            .list("columns", "The directions") { $0.columns },
            .list("rows", "The municipalities") { $0.rows },
            .list("totals", "Sums of the columns") { $0.totals },
            .number("count", "Sum of the column `count`") { $0.sums.own },
            .number("part", "Sum of the column `part`") { $0.sums.part },
            .text("distinct", "How many materials there are, each counted once") { $0.distinct },
            .flag("is_by_region", "Its rows are regions") { $0.isByRegion },
        ])
}

/// The numbers at the end of a row of the matrix, and their sums in its foot.
struct MatrixSums: Sendable, Equatable {
    /// Materials of one's own, each once.
    var own: Int
    /// Materials in which one takes part, each once.
    var part: Int

    init(own: Int, part: Int) {
        self.own = own
        self.part = part
    }
}

/// A municipality in the matrix.
struct MatrixRowView: View {
    var title: String
    /// Its page; none: the vocabulary has no pages.
    var url: Href?
    /// One cell for each column.
    var cells: [MatrixCellView]
    /// How many directions have something of one's own.
    var filled: Int
    var sums: MatrixSums

    init(title: String, url: Href?, cells: [MatrixCellView], filled: Int, sums: MatrixSums) {
        self.filled = filled
        self.title = title
        self.url = url
        self.cells = cells
        self.sums = sums
    }

    static let schema = ViewSchema<MatrixRowView>(
        "matrix row", "A municipality in the matrix",
        [
            .text("title", "Name of the municipality") { $0.title },
            .text("url", "Relative address of its page") { $0.url?.text },
            .list("cells", "One cell for each direction") { $0.cells },
            .number("count", "Number of its own materials, each once") { $0.sums.own },
            .number("part", "Number of materials in which it takes part, each once") { $0.sums.part },
            .number("filled", "How many directions have something of its own") { $0.filled },
        ])
}

/// A pair of direction and municipality, or a sum.
struct MatrixCellView: View {
    /// Materials of one's own; 0 is a gap.
    var count: Int
    /// Materials in which one takes part.
    var part: Int
    /// Both in words, read aloud: «Знание — своих материалов: 2; участие: 1».
    var about: String
    /// The list behind the number; none for gaps and sums.
    var url: Href?
    /// Number of the direction's colour, 0…12.
    var hue: Int
    /// Direction's name: label of the cell in a narrow table, and of the link.
    var label: String
    /// Letter of the direction.
    var letter: String

    init(
        count: Int, part: Int = 0, about: String, url: Href? = nil, hue: Int, label: String, letter: String
    ) {
        self.count = count
        self.part = part
        self.about = about
        self.url = url
        self.hue = hue
        self.label = label
        self.letter = letter
    }

    static let schema = ViewSchema<MatrixCellView>(
        "matrix cell", "A pair of direction and municipality, or a sum",
        [
            .number("count", "How many materials of one's own; 0 is a gap") { $0.count },
            .number("part", "In how many materials one takes part") { $0.part },
            .text("about", "Both in words, to be read aloud") { $0.about },
            .text("url", "Relative address of the list behind the number") { $0.url?.text },
            .text("hue", "Number of the direction's colour: class `hue-N`") { String($0.hue) },
            .text("label", "Name of the direction") { $0.label },
            .text("letter", "Letter of the direction") { $0.letter },
        ])
}
