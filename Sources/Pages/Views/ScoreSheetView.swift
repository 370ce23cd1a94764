import Theming

/// Fields into which a reader enters the points of a score sheet; hidden until the theme's script shows it and adds up.
struct ScoreSheetView: View {
    /// Under this name the browser keeps the points.
    var id: String
    var rows: [ScoreRowView]

    init(id: String, rows: [ScoreRowView]) {
        self.id = id
        self.rows = rows
    }

    static let schema = ViewSchema<ScoreSheetView>(
        "score sheet", "Fields into which a reader enters points, hidden until a script shows them and adds up",
        [
            .text("id", "Under this name the browser keeps the points") { $0.id },
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
    var fields: [ScoreFieldView]

    init(
        id: String, name: String, level: Int, above: Int? = nil, maximum: String? = nil, fields: [ScoreFieldView] = []
    ) {
        self.id = id
        self.name = name
        self.level = level
        self.above = above
        self.maximum = maximum
        self.fields = fields
    }

    static let schema = ViewSchema<ScoreRowView>(
        "score row", "A position of a score sheet: with fields, or with the sum of the positions below it",
        [
            .text("id", "Unique on the page") { $0.id },
            .text("name", "The position") { $0.name },
            .text("level", "From 1: class `level-N`") { String($0.level) },
            .text("above", "Number of the position above among all rows, from 0") { $0.above.map(String.init) },
            .text("maximum", "How many points there are at most") { $0.maximum },
            .list("fields", "A parameter or a penalty each") { $0.fields },
        ])
}

/// A field for the points of one parameter, or of the penalty.
struct ScoreFieldView: View {
    /// Unique in its sheet; stays when rows are moved.
    var name: String
    var label: String
    /// What is looked at, in a sentence; none where the material does not say.
    var about: String?
    /// The farther end in words: «до 2», «снимают до 1»; «предел в источнике не указан» where the source has lost it.
    var limit: String
    /// In decimal form.
    var least: String
    /// None where the source has lost it.
    var most: String?

    init(
        name: String, label: String, about: String? = nil, limit: String, least: String, most: String?
    ) {
        self.name = name
        self.label = label
        self.about = about
        self.limit = limit
        self.least = least
        self.most = most
    }

    static let schema = ViewSchema<ScoreFieldView>(
        "score field", "A field for the points of one parameter, or of the penalty",
        [
            .text("name", "Unique in its sheet") { $0.name },
            .text("label", "The parameter") { $0.label },
            .text("about", "What is looked at, in a sentence") { $0.about },
            .text("limit", "The farther end in words") { $0.limit },
            .text("least", "The fewest points") { $0.least },
            .text("most", "The most points; absent where the source has lost the number") { $0.most },
        ])
}
