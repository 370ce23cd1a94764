import Theming

/// Fields into which a reader enters the points of a score sheet; hidden until the theme's script shows it and adds up.
struct ScoreSheetView: View {
    var sheet: SheetView
    var rows: [ScoreRowView]

    init(sheet: SheetView, rows: [ScoreRowView]) {
        self.sheet = sheet
        self.rows = rows
    }

    static let schema = ViewSchema<ScoreSheetView>(
        "score sheet", "Fields into which a reader enters points, hidden until a script shows them and adds up",
        [
            .record("sheet", "What the sheet is") { $0.sheet },
            .list("rows", "The positions") { $0.rows },
        ])
}

/// A position of a score sheet: with fields, or with the sum of the positions below it.
struct ScoreRowView: View {
    var id: String
    var name: String
    /// From 1: how many positions it stands under, and itself.
    var level: Int
    /// Number of the position above among all rows, from 0; none at the top.
    var above: Int?
    /// In decimal form; none where it is not known.
    var maximum: String?
    var parts: [ScorePartView]

    init(
        id: String, name: String, level: Int, above: Int? = nil, maximum: String? = nil, parts: [ScorePartView] = []
    ) {
        self.id = id
        self.name = name
        self.level = level
        self.above = above
        self.maximum = maximum
        self.parts = parts
    }

    static let schema = ViewSchema<ScoreRowView>(
        "score row", "A position of a score sheet: with fields, or with the sum of the positions below it",
        [
            .text("id", "Unique on the page") { $0.id },
            .text("name", "The position") { $0.name },
            .text("level", "From 1: class `level-N`") { String($0.level) },
            .text("above", "Number of the position above among all rows, from 0") { $0.above.map(String.init) },
            .text("maximum", "How many points there are at most") { $0.maximum },
            .list("parts", "Its fields: of each stage, or all together") { $0.parts },
        ])
}

/// The fields of a stage; where there are none, all fields of a position, and such as no stage has for itself.
struct ScorePartView: View {
    var id: String
    /// The stage; none for fields of the whole position.
    var stage: String?
    var fields: [ScoreFieldView]

    init(id: String, stage: String? = nil, fields: [ScoreFieldView]) {
        self.id = id
        self.stage = stage
        self.fields = fields
    }

    static let schema = ViewSchema<ScorePartView>(
        "score part", "The fields of a stage, or of a whole position",
        [
            .text("id", "Unique on the page") { $0.id },
            .text("stage", "The stage; absent where the fields are those of the whole position") { $0.stage },
            .list("fields", "A parameter or a penalty each") { $0.fields },
        ])
}

/// A field for the points of one parameter, or of the penalty.
struct ScoreFieldView: View {
    /// Unique in its sheet; stays when rows are moved.
    var name: String
    /// The column.
    var label: String
    /// The stage, where the column is entered for each.
    var stage: String?
    /// The name that the field had before its position had stages; none: the same.
    var former: String?
    /// What is looked at, in a sentence; none where the material does not say.
    var about: String?
    /// The farther end in words: «до 2», «снимают до 1»; «предел в источнике не указан» where the source has lost it.
    var limit: String
    /// In decimal form.
    var least: String
    /// None where the source has lost it.
    var most: String?
    /// All that may be chosen; none where points are written.
    var choices: [ScoreChoiceView]

    init(
        name: String, label: String, stage: String? = nil, former: String? = nil, about: String? = nil, limit: String,
        least: String, most: String?, choices: [ScoreChoiceView] = []
    ) {
        self.name = name
        self.label = label
        self.stage = stage
        self.former = former
        self.about = about
        self.limit = limit
        self.least = least
        self.most = most
        self.choices = choices
    }

    static let schema = ViewSchema<ScoreFieldView>(
        "score field", "A field for the points of one parameter, or of the penalty",
        [
            .text("name", "Unique in its sheet") { $0.name },
            .text("label", "The parameter") { $0.label },
            .text("stage", "The stage, where points are entered for each") { $0.stage },
            .text("former", "The name it had before its position had stages") { $0.former },
            .text("about", "What is looked at, in a sentence") { $0.about },
            .text("limit", "The farther end in words") { $0.limit },
            .text("least", "The fewest points") { $0.least },
            .text("most", "The most points; absent where the source has lost the number") { $0.most },
            .list("choices", "All that may be chosen; none where points are written") { $0.choices },
        ])
}

/// So many points of a penalty: «снять 1 балл».
struct ScoreChoiceView: View {
    /// In decimal form; none where nothing is taken off.
    var value: String
    var label: String

    init(value: String, label: String) {
        self.value = value
        self.label = label
    }

    static let schema = ViewSchema<ScoreChoiceView>(
        "score choice", "So many points of a penalty",
        [
            .text("value", "The points in decimal form; empty where none are taken off") { $0.value },
            .text("label", "The same in words") { $0.label },
        ])
}
