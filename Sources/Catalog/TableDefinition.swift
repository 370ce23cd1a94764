import Languages

/// A table whose rows are records.
///
/// ```yaml
/// indicators:
///   headings: [Показатели, Перечень показателей]     numbers before them and marks behind them are passed over
///   key: name
///   columns:
///     number: {label: № Р-139, aliases: ["139"], type: number}
///     name: {label: Показатель, aliases: [Наименование показателя], type: markdown, required: true}
///     plan: {label: План, type: number}
///   form: numbering                                  rows of indicators by their numbers (`IndicatorForm`)
///   numberings: [number]
///   other-columns: no                                yes: columns that are not named here are not told
///   new: [name, plan]                                the columns that a new table begins with; all without it
///   views: [crosswalk]
/// ```
/// A table that readers fill in says what they enter: ``SheetDefinition``.
///
/// The `aliases` of a column are the other heads that mean it: «Ответственные» for «Исполнители».
package struct TableDefinition: Sendable {
    /// Views that a record table can be shown in, beside the table itself.
    package enum View: String, Sendable, CaseIterable {
        case timeline, calendar, crosswalk, chart, map, scoreSheet = "score-sheet", chapters, review, worksheet
    }

    package let id: String
    /// Headings under which the table stands, the first is the usual one.
    package let headings: [String]
    /// The column whose text names a row in its anchor.
    package let key: FieldID
    package internal(set) var columns: [FieldDefinition]
    package let views: Set<View>
    /// The columns of numbers by which the rows of a crosswalk are found; other numbers are just values.
    package internal(set) var numberings: [FieldID] = []
    /// How rows tell of indicators; nothing for a table of anything else.
    package internal(set) var form: IndicatorForm?
    /// Of the form ``IndicatorForm/values``: the columns of what was planned and reached, the one of a bare number first.
    package internal(set) var measures: [FieldID] = []
    /// Of that form: the column of the year.
    package internal(set) var year: FieldID?
    /// Of that form: the column of what was planned.
    package internal(set) var planned: FieldID?
    /// Of that form: the column of what was reached.
    package internal(set) var reached: FieldID?
    /// Of that form: which value is the better one, where the kind says it.
    package internal(set) var better: BetterRule?
    /// Tables of the same kind in the other form.
    var otherForm: [OtherForm] = []
    /// Whether columns that it does not name are as good as others, and not told.
    package internal(set) var acceptsOtherColumns = false
    /// The columns that a new table begins with; all of them where none is named.
    var beginning: [FieldID] = []
    /// What readers enter into its rows.
    package internal(set) var sheet = SheetDefinition()
    private let columnNames: [String: Int]
    /// The headings, folded.
    private let foldedHeadings: [String]
    /// The words of each column's label and aliases, folded, in the order of the columns.
    let columnWords: [(words: [String], column: Int)]

    init(
        id: String, headings: [String], key: FieldID?, columns: [FieldDefinition], views: Set<View>
    ) {
        self.id = id
        self.headings = headings
        self.key = key ?? columns.first?.id ?? ""
        self.columns = columns
        self.views = views
        columnNames = FieldDefinition.names(of: columns)
        foldedHeadings = headings.map { HeadingName.fold($0) }
        columnWords = columns.enumerated().flatMap { position, column in
            ([column.label] + column.aliases).map { (HeadingName.words(of: $0), position) }
        }
    }

    /// The columns that a new table has, in their order; the others may be added to it.
    package var newColumns: [FieldDefinition] {
        beginning.isEmpty ? columns : columns.filter { beginning.contains($0.id) }
    }

    /// Whether a text names the table: its id or one of its headings.
    package func isNamed(_ text: String) -> Bool { id == text || isHeading(HeadingName.fold(text)) }

    /// Whether a folded heading is one of its own.
    package func isHeading(_ folded: String) -> Bool { foldedHeadings.contains(folded) }

    /// Position of the column that a head names by its id, label or an alias, whatever marks stand behind it.
    package func column(named head: String) -> Int? {
        let folded = NameFolding.fold(head)
        return columnNames[folded] ?? columnNames[HeadingName.bare(folded)]
    }

    /// Position of a column by its id.
    package func column(_ id: FieldID) -> Int? { columns.firstIndex { $0.id == id } }
}
