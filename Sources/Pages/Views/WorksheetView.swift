import Theming

/// Fields into which a reader enters something for each row of a table; hidden until the theme's script shows them.
struct WorksheetView: View {
    var sheet: SheetView
    /// How the rows that are settled are summed up; none where nothing settles a row.
    var doneLabel: String?
    /// How the rows that are left to do are summed up.
    var openLabel: String?
    var rows: [WorksheetRowView]

    init(sheet: SheetView, doneLabel: String? = nil, openLabel: String? = nil, rows: [WorksheetRowView]) {
        self.sheet = sheet
        self.doneLabel = doneLabel
        self.openLabel = openLabel
        self.rows = rows
    }

    static let schema = ViewSchema<WorksheetView>(
        "worksheet", "What a reader enters for each row of a table, hidden until a script shows it",
        [
            .record("sheet", "What the sheet is") { $0.sheet },
            .text("done_label", "How settled rows are summed up; absent where nothing settles a row") { $0.doneLabel },
            .text("open_label", "How the rows that are left to do are summed up") { $0.openLabel },
            .list("rows", "The rows with their fields") { $0.rows },
        ])
}

/// A row of a worksheet.
struct WorksheetRowView: View {
    var id: String
    /// The row of the table: links lead there.
    var anchor: String
    var name: RawHTML
    /// What it is about, in a sentence.
    var about: String?
    /// Its other cells.
    var cells: [CellView]
    var fields: [WorksheetFieldView]
    /// Where it leads: chapters, model decisions.
    var links: [LinkGroupView]

    init(
        id: String, anchor: String, name: RawHTML, about: String? = nil, cells: [CellView] = [],
        fields: [WorksheetFieldView], links: [LinkGroupView] = []
    ) {
        self.id = id
        self.anchor = anchor
        self.name = name
        self.about = about
        self.cells = cells
        self.fields = fields
        self.links = links
    }

    static let schema = ViewSchema<WorksheetRowView>(
        "worksheet row", "A row of a worksheet with its fields",
        [
            .text("id", "Unique on the page") { $0.id },
            .text("anchor", "The row of the table, to which links lead") { $0.anchor },
            .html("name", "What names the row") { $0.name },
            .text("about", "What it is about, in a sentence") { $0.about },
            .list("cells", "Its other cells") { $0.cells },
            .list("fields", "What is entered") { $0.fields },
            .list("links", "Where it leads") { $0.links },
        ])
}

/// Something that is entered for a row.
struct WorksheetFieldView: View {
    /// Unique in its sheet; stays when rows are moved.
    var name: String
    var label: String
    var help: String?
    /// All that may be chosen; none where something is written.
    var choices: [WorksheetChoiceView]
    /// A text of several lines.
    var isLong: Bool
    var isDate: Bool

    init(
        name: String, label: String, help: String? = nil, choices: [WorksheetChoiceView] = [], isLong: Bool = false,
        isDate: Bool = false
    ) {
        self.name = name
        self.label = label
        self.help = help
        self.choices = choices
        self.isLong = isLong
        self.isDate = isDate
    }

    static let schema = ViewSchema<WorksheetFieldView>(
        "worksheet field", "Something that is entered for a row",
        [
            .text("name", "Unique in its sheet") { $0.name },
            .text("label", "What is entered") { $0.label },
            .text("help", "A sentence about it") { $0.help },
            .list("choices", "All that may be chosen; none where something is written") { $0.choices },
            .flag("is_long", "A text of several lines") { $0.isLong },
            .flag("is_date", "A day") { $0.isDate },
        ])
}

/// Something that may be chosen for a row.
struct WorksheetChoiceView: View {
    var value: String
    var label: String
    /// It settles the row: true or false where the field decides, absent where it does not.
    var settles: Bool?

    init(value: String, label: String, settles: Bool? = nil) {
        self.value = value
        self.label = label
        self.settles = settles
    }

    static let schema = ViewSchema<WorksheetChoiceView>(
        "worksheet choice", "Something that may be chosen for a row",
        [
            .text("value", "Its name in what is kept") { $0.value },
            .text("label", "What a reader sees") { $0.label },
            .flag("is_done", "It settles the row") { $0.settles == true },
            .flag("is_open", "It leaves the row to be done") { $0.settles == false },
        ])
}
