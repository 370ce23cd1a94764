import Theming

/// Fields into which a reader enters the points of a score sheet; hidden until the theme's script shows it and adds up.
package struct ScoreSheetView: View {
    /// Under this name the browser keeps the points.
    package var id: String
    package var rows: [ScoreRowView]

    package init(id: String, rows: [ScoreRowView]) {
        self.id = id
        self.rows = rows
    }

    package static let schema = ViewSchema<ScoreSheetView>(
        "score sheet", "Fields into which a reader enters points, hidden until a script shows them and adds up",
        [
            .text("id", "Under this name the browser keeps the points") { $0.id },
            .list("rows", "The positions") { $0.rows },
        ])
}

/// A position of a score sheet: with fields, or with the sum of the positions below it.
package struct ScoreRowView: View {
    package var id: String
    package var name: String
    /// From 1: how many positions it stands under, and itself.
    package var level: Int
    /// Number of the position above among all rows, from 0; none at the top.
    package var above: Int?
    /// In decimal form; none where it is not known.
    package var maximum: String?
    package var fields: [ScoreFieldView]

    package init(
        id: String, name: String, level: Int, above: Int? = nil, maximum: String? = nil, fields: [ScoreFieldView] = []
    ) {
        self.id = id
        self.name = name
        self.level = level
        self.above = above
        self.maximum = maximum
        self.fields = fields
    }

    package static let schema = ViewSchema<ScoreRowView>(
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
package struct ScoreFieldView: View {
    /// Unique in its sheet; stays when rows are moved.
    package var name: String
    package var label: String
    /// What is looked at, in a sentence; none where the material does not say.
    package var about: String?
    /// The farther end in words: «до 2», «снимают до 1»; «предел в источнике не указан» where the source has lost it.
    package var limit: String
    /// In decimal form.
    package var least: String
    /// None where the source has lost it.
    package var most: String?

    package init(
        name: String, label: String, about: String? = nil, limit: String, least: String, most: String?
    ) {
        self.name = name
        self.label = label
        self.about = about
        self.limit = limit
        self.least = least
        self.most = most
    }

    package static let schema = ViewSchema<ScoreFieldView>(
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
