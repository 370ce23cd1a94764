import Theming

/// An option of a filter whose rows are not counted yet.
struct FilterChoice {
    let value: String
    let label: String
    let marks: RowMarksView
    /// Values under which former addresses have it; asked for only where it is an option.
    var former: () -> [String] = { [] }
}

/// Counts the rows that a choice leaves, as the theme's script does.
struct MarkCounter {
    private let rows: [RowMarksView]
    private let counts: [String: Int]

    init(_ rows: [RowMarksView]) {
        self.rows = rows
        counts = rows.reduce(into: [:]) { counts, row in for token in row.tokens { counts[token, default: 0] += 1 } }
    }

    /// The choices that leave rows; nothing where a field of them would leave every row whatever is chosen.
    func options(_ choices: [FilterChoice]) -> [FilterOptionView]? {
        let options = choices.compactMap { choice -> FilterOptionView? in
            let count = count(choice.marks)
            return count == 0
                ? nil
                : FilterOptionView(
                    value: choice.value, label: choice.label, count: count, marks: choice.marks,
                    former: choice.former())
        }
        return options.count > 1 && options.contains { $0.count < rows.count } ? options : nil
    }

    /// The values of a field that every row has.
    func common(in field: String) -> [String] {
        (rows.first?.tokens ?? []).filter { $0.hasPrefix(field + ":") && counts[$0] == rows.count }
            .map { String($0.dropFirst(field.count + 1)) }
    }

    /// The tokens of one choice exclude each other, so that their numbers add up; days are compared row by row.
    ///
    /// A row with one of the tokens has no days.
    func count(_ choice: RowMarksView) -> Int {
        guard let first = choice.from, let last = choice.to else {
            return choice.tokens.reduce(0) { $0 + (counts[$1] ?? 0) }
        }
        let tokens = choice.tokens.reduce(0) { $0 + (counts[$1] ?? 0) }
        return rows.reduce(into: tokens) { count, row in
            if let from = row.from, let to = row.to, from <= last, to >= first { count += 1 }
        }
    }
}
