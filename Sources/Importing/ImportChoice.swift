import Diagnostics
import Languages

/// Something of a source that comes in only when somebody asks for it: what its maker has hidden, further sheets, the
/// text of merged cells in each of them, other rows and columns.
package enum ImportChoice: Sendable, Hashable {
    /// A hidden column, from 0.
    case column(Int, sheet: String)
    /// All hidden rows of a sheet.
    case rows(sheet: String)
    case sheet(String)
    case merged
    /// A row for each year instead of columns, where that is not certain: see ``TurnedTable``.
    case years
    /// Columns for each year as they are, where a row for each would be certain.
    case wide

    /// Reads what ``text`` writes; nothing of anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        switch (parts[0], parts.count) {
        case ("merged", 1): self = .merged
        case ("years", 1): self = .years
        case ("wide", 1): self = .wide
        case ("rows", 2): self = .rows(sheet: parts[1])
        case ("sheet", 2): self = .sheet(parts[1])
        case ("column", 2):
            let more = parts[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard more.count == 2, let place = CellPlace(more[0] + "1") else { return nil }
            self = .column(place.column, sheet: String(more[1]))
        default: return nil
        }
    }

    /// In one word for a page: `column/F/План`, `rows/План`, `sheet/Смета`, `merged`, `years`, `wide`.
    package var text: String {
        switch self {
        case .column(let column, let sheet): "column/\(CellPlace.letters(of: column))/\(sheet)"
        case .rows(let sheet): "rows/\(sheet)"
        case .sheet(let name): "sheet/\(name)"
        case .merged: "merged"
        case .years: "years"
        case .wide: "wide"
        }
    }
}

/// A choice that a file leaves to whoever takes it in.
package struct ImportOffer: Sendable, Hashable {
    package let choice: ImportChoice
    /// «Взять и лист «Смета»».
    package let told: Told
    package let isTaken: Bool
    /// Whether it cannot be seen in the program that made it.
    package var isOfHidden = false
}

/// What somebody wants of a file besides what comes in by itself.
package struct ImportOptions: Sendable {
    /// Whether each of merged cells gets the text of the first.
    package var fillsMerged = false
    /// Whether hidden columns and rows come in.
    package var takesHidden = false
    /// Whether all sheets come in; hidden ones only with ``takesHidden``.
    package var takesAllSheets = false
    /// Whether columns of years become rows though it is not certain, and whether they stay though it is.
    package var turnsYears = false
    package var keepsYears = false
    /// What is wanted one by one.
    package var choices: Set<ImportChoice> = []

    package init(
        fillsMerged: Bool = false, takesHidden: Bool = false, takesAllSheets: Bool = false,
        turnsYears: Bool = false, keepsYears: Bool = false, choices: Set<ImportChoice> = []
    ) {
        self.fillsMerged = fillsMerged || choices.contains(.merged)
        self.turnsYears = turnsYears || choices.contains(.years)
        self.keepsYears = keepsYears || choices.contains(.wide)
        self.takesHidden = takesHidden
        self.takesAllSheets = takesAllSheets
        self.choices = choices
    }

    /// Whether a table is turned over.
    func turns(_ table: TurnedTable) -> Bool { table.isCertain ? !keepsYears : turnsYears }

    func takesColumn(_ column: Int, of sheet: String) -> Bool {
        takesHidden || choices.contains(.column(column, sheet: sheet))
    }

    func takesRows(of sheet: String) -> Bool { takesHidden || choices.contains(.rows(sheet: sheet)) }

    func takes(_ sheet: Workbook.Sheet) -> Bool {
        takesAllSheets && (takesHidden || !sheet.isHidden) || choices.contains(.sheet(sheet.name))
    }
}
