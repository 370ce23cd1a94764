import Diagnostics
import Languages

/// Words for a person with what they are about.
package struct Told: Sendable, Hashable {
    package let wording: Bilingual
    package let arguments: [String]

    package init(_ wording: Bilingual, _ arguments: String...) {
        self.wording = wording
        self.arguments = arguments
    }

    package func text(_ language: Language) -> String { wording.text(language, arguments) }
}

/// Something of a source that a material has not, or has otherwise.
package struct Loss: Sendable, Hashable {
    /// What it was.
    package let sort: LossSort
    /// Where it stands in the source: a paragraph, a slide, a cell.
    package let place: Told
    /// The words it has, or its name; empty where there are none.
    package let text: String
    /// What it means for what is there.
    package let more: Told?

    package init(_ sort: LossSort, _ place: Told, _ text: String = "", more: Told? = nil) {
        self.sort = sort
        self.place = place
        self.text = text
        self.more = more
    }

    /// «абзац 12: примечание не перенесено: „проверить“».
    package func line(_ language: Language) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let shown = words.count > 80 ? words.prefix(79) + "…" : words
        let wording = sort.wording.text(language, [String(shown)])
        // A wording that has a place for the words says them itself.
        let isSaid = wording != sort.wording.text(language)
        let quoted = shown.isEmpty || isSaid ? "" : language.hasRussianMessages ? ": «\(shown)»" : ": \"\(shown)\""
        return place.text(language) + ": " + wording + quoted + (more?.text(language) ?? "")
    }
}

/// What can be lost, or come out otherwise.
package enum LossSort: String, Sendable, Hashable, CaseIterable {
    case comment, deletion, textBox, boxedText, header, footer, footnote, picture, outerPicture, chart, smartArt,
        embedded
    case shape, colour, hiddenText, nestedTable, formula, text, slideNotes, hiddenSlide, media, animation, link
    case hiddenColumn, hiddenRow, hiddenSheet, otherSheet, shownHidden, mergedCells, filledCells, noResult,
        formulaError, titleRow, namingRow
    case sheetDrawing
    case serialDay, renamedColumn, unknownColumn, rowNumbers, insertion, typedList, layoutTable, style, fieldValue
    case addedHeading, groupHead, turnedYears, columnNumbers

    /// What of a source comes in only when it is asked for: told before all else.
    package var isLeftUnasked: Bool { [.hiddenColumn, .hiddenRow, .hiddenSheet, .otherSheet].contains(self) }

    /// Whether somebody has to look at it; the rest is told for completeness.
    package var isToCheck: Bool {
        switch self {
        case .colour, .titleRow, .namingRow, .renamedColumn, .rowNumbers, .typedList, .layoutTable, .style,
            .filledCells, .boxedText, .header, .footer, .animation, .columnNumbers:
            false
        default: true
        }
    }

    /// Whether the source's content is in the material all the same.
    package var isKept: Bool {
        switch self {
        case .colour, .boxedText, .shownHidden, .rowNumbers, .addedHeading, .mergedCells, .filledCells, .serialDay,
            .renamedColumn,
            .unknownColumn, .insertion, .typedList, .layoutTable, .nestedTable, .formula, .titleRow, .namingRow,
            .formulaError, .hiddenText, .style, .fieldValue, .groupHead, .turnedYears:
            true
        default: false
        }
    }

    var wording: Bilingual {
        switch self {
        case .comment: ImportLoss.comment
        case .deletion: ImportLoss.deletion
        case .textBox: ImportLoss.textBox
        case .boxedText: ImportLoss.boxedText
        case .header: ImportLoss.header
        case .footer: ImportLoss.footer
        case .footnote: ImportLoss.footnote
        case .picture: ImportLoss.picture
        case .outerPicture: ImportLoss.outerPicture
        case .chart: ImportLoss.chart
        case .smartArt: ImportLoss.smartArt
        case .embedded: ImportLoss.embedded
        case .shape: ImportLoss.shape
        case .colour: ImportLoss.colour
        case .hiddenText: ImportLoss.hiddenText
        case .nestedTable: ImportLoss.nestedTable
        case .formula: ImportLoss.formula
        case .text: ImportLoss.text
        case .slideNotes: ImportLoss.slideNotes
        case .hiddenSlide: ImportLoss.hiddenSlide
        case .media: ImportLoss.media
        case .animation: ImportLoss.animation
        case .link: ImportLoss.link
        default: tableWording
        }
    }

    private var tableWording: Bilingual {
        switch self {
        case .hiddenSheet: ImportLoss.hiddenSheet
        case .hiddenRow: ImportLoss.hiddenRow
        case .hiddenColumn: ImportLoss.hiddenColumn
        case .otherSheet: ImportLoss.otherSheet
        case .shownHidden: ImportLoss.shownHidden
        case .rowNumbers: ImportLoss.rowNumbers
        case .addedHeading: ImportLoss.addedHeading
        case .groupHead: ImportLoss.groupHead
        case .turnedYears: ImportLoss.turnedYears
        case .columnNumbers: ImportLoss.columnNumbers
        case .mergedCells: ImportLoss.mergedCells
        case .filledCells: ImportLoss.filledCells
        case .noResult: ImportLoss.noResult
        case .formulaError: ImportLoss.formulaError
        case .titleRow: ImportLoss.titleRow
        case .namingRow: ImportLoss.namingRow
        case .sheetDrawing: ImportLoss.sheetDrawing
        case .serialDay: ImportLoss.serialDay
        case .renamedColumn: ImportLoss.renamedColumn
        case .unknownColumn: ImportLoss.unknownColumn
        case .insertion: ImportLoss.insertion
        case .typedList: ImportLoss.typedList
        case .layoutTable: ImportLoss.layoutTable
        case .style: ImportLoss.style
        default: ImportLoss.fieldValue
        }
    }
}
