import Theming

/// Fields by which a reader narrows rows down; hidden until the theme's script shows them.
struct FilterView: View {
    /// Id of the element whose rows it narrows down.
    var target: String
    /// What the rows are, many of them: «мероприятий», «практик».
    var noun: String
    /// What is called the box in which words of a row are typed; none: rows are found by fields alone.
    var words: String?
    var fields: [FilterFieldView]
    /// What other pages of the kind, or former ones of this address, can be narrowed down by.
    var absent: [AbsentFieldView] = []

    init(target: String, noun: String, words: String? = nil, fields: [FilterFieldView]) {
        self.target = target
        self.noun = noun
        self.words = words
        self.fields = fields
    }

    static let schema = ViewSchema<FilterView>(
        "filter", "Fields by which a reader narrows rows down, hidden until a script shows them",
        [
            .text("target", "Id of the element whose rows it narrows down") { $0.target },
            .text("noun", "What the rows are, many of them, in the genitive") { $0.noun },
            .text("words", "Label of the box in which words of a row are typed") { $0.words },
            .list("fields", "What rows can be found by") { $0.fields },
            .list("absent", "What they cannot be found by here, so that a choice of it in an address is told") {
                $0.absent
            },
        ])
}

/// A field that a filter does not have here, since it would tell no rows apart.
struct AbsentFieldView: View {
    /// Its name in addresses.
    var name: String
    var label: String
    /// What all rows have, so that choosing it leaves them all; former values too.
    var values: [String]

    static let schema = ViewSchema<AbsentFieldView>(
        "absent field", "A field that a filter does not have here",
        [
            .text("name", "Its name in the address of the page") { $0.name },
            .text("label", "What it is called") { $0.label },
            .text("values", "What all rows have, parted by spaces") { $0.values.joined(separator: " ") },
        ])
}

/// One thing that rows can be found by: participants, terms, directions.
struct FilterFieldView: View {
    /// Its name in the address of the page.
    var name: String
    var label: String
    /// Name under which the browser keeps the choice; none: it is not kept.
    var keptAs: String?
    /// A remark on what is shown besides.
    var note: String?
    var options: [FilterOptionView]

    init(
        name: String, label: String, keptAs: String? = nil, note: String? = nil, options: [FilterOptionView]
    ) {
        self.name = name
        self.label = label
        self.keptAs = keptAs
        self.note = note
        self.options = options
    }

    static let schema = ViewSchema<FilterFieldView>(
        "filter field", "One thing that rows can be found by",
        [
            .text("name", "Its name in the address of the page") { $0.name },
            .text("label", "What it is called") { $0.label },
            .text("kept_as", "Name under which the browser keeps the choice") { $0.keptAs },
            .text("note", "A remark on what is shown besides") { $0.note },
            .list("options", "What can be chosen") { $0.options },
        ])
}

/// A choice: rows match when they have one of its tokens or overlap its days.
struct FilterOptionView: View {
    /// What stands in the address of the page.
    var value: String
    var label: String
    /// How many rows it leaves.
    var count: Int
    var marks: RowMarksView
    /// Values under which former addresses of the page have it.
    var former: [String]

    init(value: String, label: String, count: Int, marks: RowMarksView, former: [String] = []) {
        self.former = former
        self.value = value
        self.label = label
        self.count = count
        self.marks = marks
    }

    static let schema = ViewSchema<FilterOptionView>(
        "filter option", "A choice of a filter",
        [
            .text("value", "What stands in the address of the page") { $0.value },
            .text("label", "What is chosen") { $0.label },
            .text("count", "How many rows it leaves") { String($0.count) },
            .record("marks", "What rows must have") { $0.marks },
            .text("former", "Values under which former addresses have it, with spaces between") {
                $0.former.isEmpty ? nil : $0.former.joined(separator: " ")
            },
        ])
}

/// What a script compares: words that stand for values, and the days of a term.
struct RowMarksView: View {
    var tokens: [String]
    /// First and last day, ISO 8601; none without days of its own.
    var from: String?
    var to: String?

    init(tokens: [String], from: String? = nil, to: String? = nil) {
        self.tokens = tokens
        self.from = from
        self.to = to
    }

    static let schema = ViewSchema<RowMarksView>(
        "row marks", "What a filter compares: words that stand for values, and the days of a term",
        [
            .text("tokens", "Words that stand for values, with spaces between") { $0.tokens.joined(separator: " ") },
            .text("from", "First day, ISO 8601") { $0.from },
            .text("to", "Last day, ISO 8601") { $0.to },
        ])
}
