import Catalog
import Diagnostics
import Drawings
import Languages

/// Reads what stands in a block of a chart; see ``ChartBlock`` for the grammar.
struct ChartReader {
    private let file: SourceFile
    /// The lines between the fences, without the marks of lists and quotes before them.
    private let lines: [Range<Int>]
    private let block: Range<Int>
    private(set) var diagnostics: [Diagnostic] = []

    private var form = BarChart.Form.bars
    private var title: String?
    private var about = ""
    private var unit: String?
    private var named: NamedTable?
    private var columns: [WrittenChart.TableName.Name] = []

    private typealias NamedTable = (
        material: WrittenChart.TableName.Name?, table: WrittenChart.TableName.Name?, range: Range<Int>
    )

    /// - Parameter range: the block with its fences, in bytes of the file.
    init(file: SourceFile, range: Range<Int>) {
        self.file = file
        var lines: [Range<Int>] = []
        for piece in file.bytes[range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            lines.append(Self.trimmed(file.bytes, piece.startIndex..<piece.endIndex, quotes: true))
        }
        block = lines.first ?? range
        let isFence = lines.last.map { line in file.bytes[line].allSatisfy { $0 == 0x60 || $0 == 0x7E } } ?? false
        self.lines = Array(lines.dropFirst().dropLast(lines.count > 1 && isFence ? 1 : 0))
    }

    /// The chart; nothing where something is wrong.
    mutating func chart() -> WrittenChart? {
        let table = lines.firstIndex { !$0.isEmpty && file.bytes[$0.lowerBound] == UInt8(ascii: "|") } ?? lines.count
        for line in lines[..<table] where !line.isEmpty { setting(line) }
        let pipes = lines[table...].filter { !$0.isEmpty }.map { cells($0) }
        if title == nil { report(.chartWithoutTitle, [], block) }
        let numbers =
            named.map { named -> WrittenChart.Numbers? in
                if let head = pipes.first?.first { report(.chartWithTwoTables, [], head) }
                return .named(
                    .init(material: named.material, table: named.table, columns: columns, range: named.range))
            } ?? written(pipes).map { .written($0) }
        guard diagnostics.isEmpty, let numbers else { return nil }
        return WrittenChart(form: form, title: title ?? "", about: about, unit: unit, numbers: numbers)
    }

    /// The table in the block.
    private mutating func written(_ pipes: [[Range<Int>]]) -> ChartTable? {
        guard pipes.count > 2, let head = pipes.first, head.count > 1, isRule(pipes[1]) else {
            report(.chartWithoutTable, [], block)
            return nil
        }
        if head.count - 1 > BarChart.mostParts {
            report(.chartParts, [String(head.count - 1), String(BarChart.mostParts)], head[BarChart.mostParts + 1])
        }
        if let label = columns.first { report(.chartNumbersWithoutTable, [], label.range) }
        let rows = pipes.dropFirst(2).map { row($0, count: head.count) }
        return ChartTable(texts: [head.map { text($0) }] + rows.map(\.texts), rows: rows.map(\.row))
    }

    // MARK: Settings

    private mutating func setting(_ line: Range<Int>) {
        let colon = file.bytes[line].firstIndex(of: UInt8(ascii: ":")) ?? line.upperBound
        let name = Self.trimmed(file.bytes, line.lowerBound..<colon)
        let place = Self.trimmed(file.bytes, min(colon + 1, line.upperBound)..<line.upperBound)
        let value = text(place)
        switch NameFolding.fold(text(name)) {
        case "вид", "form":
            if let form = Self.forms[NameFolding.fold(value)] {
                self.form = form
            } else {
                report(.unknownChartForm, [value], place.isEmpty ? name : place, ["столбцы", "стопка", "доли"])
            }
        case "название", "title": if !value.isEmpty { title = value }
        case "описание", "about": about = value
        case "единица", "unit": unit = value.isEmpty ? nil : value
        case "таблица", "table": if !value.isEmpty { named = namedTable(place) }
        case "числа", "numbers": columns = pieces(of: place, at: ";").map { .init(text: text($0), range: $0) }
        default:
            report(
                .unknownChartSetting, [text(name)], name,
                ["вид", "название", "описание", "единица", "таблица", "числа"])
        }
    }

    /// `[[material]]#table`, `[[material#table]]`, `material#table`, `#table`, `[[material]]`.
    private func namedTable(_ place: Range<Int>) -> NamedTable {
        let brackets: Set<UInt8> = [UInt8(ascii: "["), UInt8(ascii: "]")]
        func name(_ range: Range<Int>) -> WrittenChart.TableName.Name? {
            var (start, end) = (range.lowerBound, range.upperBound)
            while start < end, brackets.contains(file.bytes[start]) || file.bytes[start] <= 0x20 { start += 1 }
            while end > start, brackets.contains(file.bytes[end - 1]) || file.bytes[end - 1] <= 0x20 { end -= 1 }
            return start < end ? .init(text: text(start..<end), range: start..<end) : nil
        }
        let hash = file.bytes[place].firstIndex(of: UInt8(ascii: "#")) ?? place.upperBound
        return (
            name(place.lowerBound..<hash), name(min(hash + 1, place.upperBound)..<place.upperBound), place
        )
    }

    private func pieces(of range: Range<Int>, at separator: Character) -> [Range<Int>] {
        file.bytes[range].split { $0 == separator.asciiValue }
            .map { Self.trimmed(file.bytes, $0.startIndex..<$0.endIndex) }.filter { !$0.isEmpty }
    }

    private static let forms: [String: BarChart.Form] = [
        "столбцы": .bars, "bars": .bars, "bar": .bars, "стопка": .stacked, "stacked": .stacked, "доли": .share,
        "share": .share,
    ]

    // MARK: The table

    private mutating func row(_ cells: [Range<Int>], count: Int) -> (row: BarChart.Row, texts: [String]) {
        var texts = cells.prefix(count).map { text($0) }
        while texts.count < count { texts.append("") }
        var values: [Double?] = []
        for (position, text) in texts.enumerated().dropFirst() {
            let isKnown = !text.isEmpty && NameFolding.fold(text) != FieldValue.absenceMark
            values.append(isKnown ? value(text, cells[position]) : nil)
        }
        return (BarChart.Row(name: texts[0], values: values), texts)
    }

    private mutating func value(_ text: String, _ place: Range<Int>) -> Double? {
        guard let number = ValueReader.decimal(text.replacing("%", with: "")) else {
            report(.badNumber, [text], place)
            return nil
        }
        if number < 0 || (form == .share && number > 100) { report(.chartValue, [text], place) }
        return number
    }

    private func isRule(_ cells: [Range<Int>]) -> Bool {
        cells.allSatisfy { cell in
            !cell.isEmpty && file.bytes[cell].allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
        }
    }

    /// The cells of a line; a bar at its end closes the last.
    private func cells(_ line: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = line.lowerBound + (file.bytes[line.lowerBound] == UInt8(ascii: "|") ? 1 : 0)
        for index in start..<max(start, line.upperBound) where file.bytes[index] == UInt8(ascii: "|") {
            guard file.bytes[index - 1] != UInt8(ascii: "\\") else { continue }
            result.append(Self.trimmed(file.bytes, start..<index))
            start = index + 1
        }
        if start < line.upperBound { result.append(Self.trimmed(file.bytes, start..<line.upperBound)) }
        return result
    }

    // MARK: Pieces

    private func text(_ range: Range<Int>) -> String { file.text(range).replacing("\\|", with: "|") }

    private mutating func report(
        _ code: DiagnosticCode, _ arguments: [String], _ range: Range<Int>, _ names: [String] = []
    ) {
        let wrong = arguments.first ?? ""
        diagnostics.append(
            Diagnostic(
                code, arguments, at: SourceLocation(file, range),
                candidates: NameSuggester(names).nearest(to: wrong)))
    }

    private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>, quotes: Bool = false) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] <= 0x20 || (quotes && bytes[start] == UInt8(ascii: ">")) { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }
}
