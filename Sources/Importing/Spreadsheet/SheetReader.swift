import Formats
import OfficeFiles

/// Reads one sheet: `xl/worksheets/sheet1.xml` (ECMA-376, part 1, 18.3).
struct SheetReader: XMLHandler {
    private(set) var rows: [Workbook.Row] = []
    private(set) var merges: [CellRange] = []
    private(set) var hiddenColumns: Set<Int> = []
    /// Links of cells, by the ids of the sheet's relations.
    private(set) var links: [(place: CellPlace, relation: String)] = []
    /// Whether the sheet has more than is read of one.
    private(set) var isTooLarge = false

    private let styles: CellStyles
    private let strings: SharedStrings
    private let countsFrom1904: Bool

    private var row = Workbook.Row(number: 0, isHidden: false)
    private var column = -1
    private var type = ""
    private var style = 0
    private var hasFormula = false
    private var value = ""
    private var hasValue = false
    private var isText = false
    private var phonetic = 0
    private var cellCount = 0

    /// As many rows as a record table has at most, and the titles above it.
    static let mostRows = 20_100
    static let mostColumns = 1_000
    static let mostCells = 500_000

    init(styles: CellStyles, strings: SharedStrings, countsFrom1904: Bool) {
        self.styles = styles
        self.strings = strings
        self.countsFrom1904 = countsFrom1904
    }

    mutating func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "row":
            let number = attributes["r"].flatMap { Int($0) } ?? row.number + 1
            row = Workbook.Row(number: number, isHidden: Self.isTrue(attributes["hidden"]))
            column = -1
        case "c": openCell(attributes)
        case "f": hasFormula = true
        case "v": isText = true
        case "t": isText = phonetic == 0
        case "rPh": phonetic += 1
        case "col": hide(attributes)
        case "mergeCell":
            if merges.count < Self.mostRows, let range = attributes["ref"].flatMap({ CellRange($0) }) {
                merges.append(range)
            }
        case "hyperlink":
            guard let place = attributes["ref"].flatMap({ CellRange($0)?.first }), let id = attributes["id"] else {
                return
            }
            links.append((place, id))
        default: return
        }
    }

    mutating func end(_ name: String) {
        switch name {
        case "v", "t": isText = false
        case "rPh": phonetic -= 1
        case "c": closeCell()
        case "row": closeRow()
        default: return
        }
    }

    mutating func text(_ text: String) {
        guard isText else { return }
        hasValue = true
        value += text
    }

    private mutating func hide(_ attributes: [String: String]) {
        guard Self.isTrue(attributes["hidden"]), let first = attributes["min"].flatMap({ Int($0) }),
            let last = attributes["max"].flatMap({ Int($0) }), first > 0, first <= min(last, Self.mostColumns)
        else { return }
        hiddenColumns.formUnion(first - 1..<min(last, Self.mostColumns))
    }

    private mutating func openCell(_ attributes: [String: String]) {
        column = attributes["r"].flatMap { CellPlace($0)?.column } ?? column + 1
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        hasFormula = false
        value = ""
        hasValue = false
    }

    private mutating func closeRow() {
        guard !row.cells.isEmpty else { return }
        guard rows.count < Self.mostRows else {
            isTooLarge = true
            return
        }
        row.cells.sort { $0.column < $1.column }
        rows.append(row)
        row.cells = []
    }

    private mutating func closeCell() {
        guard let (value, text) = read() else {
            if hasFormula { add(.text(""), "", lacksResult: true) }
            return
        }
        guard !text.isEmpty else { return }
        add(value, text, lacksResult: false)
    }

    private mutating func add(_ value: Workbook.Value, _ text: String, lacksResult: Bool) {
        guard column < Self.mostColumns, cellCount < Self.mostCells else {
            isTooLarge = true
            return
        }
        cellCount += 1
        let look = styles[style]
        row.cells.append(
            Workbook.Cell(
                column: column, value: value, text: text, isBold: look.isBold, isColoured: look.isColoured,
                lacksResult: lacksResult))
    }

    /// The value of the open cell; nothing where it has none.
    private func read() -> (Workbook.Value, String)? {
        guard hasValue else { return nil }
        switch type {
        case "s":
            let text = CellLines.tidy(strings[Int(value) ?? -1])
            return (.text(text), text)
        case "str", "inlineStr":
            let text = CellLines.tidy(value)
            return (.text(text), text)
        case "b":
            let isTrue = value == "1" || value == "true"
            return (.boolean(isTrue), isTrue ? "да" : "нет")
        case "e": return (.error(value), value)
        case "d": return day() ?? (.text(value), value)
        default:
            guard let number = Self.number(value) else { return (.text(value), value) }
            return styles[style].format.read(number, countsFrom1904: countsFrom1904)
        }
    }

    /// A day of ISO 8601: `2024-10-15T00:00:00`.
    private func day() -> (Workbook.Value, String)? {
        guard let date = CalendarDate(iso: value.prefix(10)) else { return nil }
        let time = value.dropFirst(11).prefix(5)
        let isMidnight = time.isEmpty || time == "00:00"
        return (.date(date), date.numeric + (isMidnight ? "" : " " + time))
    }

    /// A number as workbooks write it: digits with a point and an exponent; neither `0x1p3` nor what is beyond all numbers.
    private static func number(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let number = Double(text), number.isFinite
        else { return nil }
        return number
    }

    static func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }
}

/// Lines of a cell's text.
enum CellLines {
    /// Spaces at the ends of lines gone, and so are empty lines; escapes of Excel (`_x000D_`) undone.
    static func tidy(_ text: String) -> String {
        let plain = text.utf8.contains(UInt8(ascii: "_")) ? text.replacing("_x000D_", with: "") : text
        return plain.split(whereSeparator: \.isNewline).map { line in
            line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }).joined(separator: " ")
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
