import Diagnostics
import Formats

/// What is wrong with the rows of one table taken together: each matter is told once, with all its places.
///
/// Rows that are no records, the second line of a head, columns without a head, cells that a spreadsheet left empty
/// below a merged one, shares of which some lack their «%». O(cells).
struct RowSurvey {
    /// A row as it stands in the text.
    struct Row {
        let range: Range<Int>
        let cells: [Range<Int>]
        let texts: [String]
        let role: RowRole
        /// Whether it is told already that its cells do not fit the heads.
        let isUneven: Bool
        /// Whether it is set off as a title by who wrote it.
        let isMarked: Bool
    }

    private let columns: [RecordTable.Column]
    private let definition: TableDefinition
    private let sorter: RowSorter
    private let file: SourceFile
    /// Whether the table comes from a spreadsheet.
    private let isFile: Bool
    private var recordCount = 0
    /// Those since the last title or total.
    private var recordsOfPart = 0
    /// Whether some row has more than its name.
    private var isFilled = false
    private var found: [Diagnostic] = []
    private var others: [(place: SourceLocation, text: String)] = []
    private var hasSecondHead = false
    private var nameless: [Int: NamelessColumn] = [:]
    private var gaps: ColumnGaps
    private var shares: [Int: [Share]] = [:]
    private var commas: CommaLists

    private struct NamelessColumn {
        let first: Range<Int>
        var holdsNumbers = true
    }

    private struct Share {
        let text: String
        let range: Range<Int>
        let value: Double

        var hasSign: Bool { text.utf8.contains(UInt8(ascii: "%")) }
    }

    init(
        _ columns: [RecordTable.Column], _ definition: TableDefinition, sorter: RowSorter, file: SourceFile,
        isFile: Bool
    ) {
        self.columns = columns
        self.definition = definition
        self.sorter = sorter
        self.file = file
        self.isFile = isFile
        commas = CommaLists(columns, definition)
        gaps = ColumnGaps(
            columns.indices.filter { position in
                guard position != sorter.key, let field = columns[position].definition else { return false }
                return !definition.columns[field].isRequired
            })
    }

    mutating func add(_ row: Row) {
        guard let first = row.texts.firstIndex(where: { !$0.isEmpty }) else { return }
        switch row.role {
        case .record: addRecord(row)
        case .section, .total:
            if row.role == .total { compareCount(row.texts[first], row.cells[first]) }
            recordsOfPart = 0
            if row.role == .total || !row.isMarked {
                others.append((place(row.cells[first]), Self.shortened(row.texts[first])))
            }
            gaps.breakOff()
        case .numbering: others.append((place(row.range), row.texts.filter { !$0.isEmpty }.joined(separator: " | ")))
        case .head:
            hasSecondHead = true
            found.append(secondHead(row))
        case .footer:
            let text = row.texts.filter { !$0.isEmpty }.joined(separator: " ")
            found.append(Diagnostic(.footerRow, [Self.shortened(text)], at: place(row.range)))
        case .text: break  // Told when the text was read.
        }
    }

    /// Says which columns above the second line of a head are read all the same, and what is lost.
    private func secondHead(_ row: Row) -> Diagnostic {
        let filled = row.texts.indices.filter { !row.texts[$0].isEmpty }
        func list(_ names: [String]) -> String { names.joined(separator: ", ") }
        func isRead(_ position: Int) -> Bool { columns[position].definition != nil }
        func quoted(_ position: Int) -> String { "«\(row.texts[position])»" }
        let all = list(filled.map(quoted))
        let read = filled.filter(isRead).map { "\(quoted($0)) → «\(columns[$0].title)»" }
        guard !read.isEmpty else { return Diagnostic(.secondHead, [all], at: place(row.range)) }
        let lost = list(filled.filter { !isRead($0) }.map(quoted))
        return Diagnostic(.secondHead.worded(for: .headPartlyRead), [all, list(read), lost], at: place(row.range))
    }

    /// Tells a total that is neither the number of all records above nor of those since the last title.
    private mutating func compareCount(_ text: String, _ range: Range<Int>) {
        guard !definition.columns.contains(where: { $0.type == .number || $0.type == .share }),
            let told = ToldCount.read(text), told != recordCount, told != recordsOfPart
        else { return }
        found.append(Diagnostic(.countDiffers, [Self.shortened(text), String(recordCount)], at: place(range)))
    }

    private mutating func addRecord(_ row: Row) {
        recordCount += 1
        recordsOfPart += 1
        let isAlone = sorter.isNameAlone(row.texts)
        if isFile, isFilled, isAlone, let key = sorter.key {
            found.append(Diagnostic(.mergedCells, [row.texts[key]], at: place(row.range)))
        }
        isFilled = isFilled || row.texts.count { !$0.isEmpty } > 2 + sorter.numbers.count
        for position in row.texts.indices where !row.texts[position].isEmpty {
            let (text, range) = (row.texts[position], row.cells[position])
            if sorter.nameless.contains(position) {
                nameless[position, default: NamelessColumn(first: range)].holdsNumbers =
                    nameless[position]?.holdsNumbers != false && text.utf8.allSatisfy { $0 == 0x2E || $0 < 0x3A }
            }
            if let field = columns[position].definition, definition.columns[field].type == .share,
                let value = ValueReader.decimal(String(text.filter { $0 != "%" }))
            {
                shares[position, default: []].append(Share(text: text, range: range, value: value))
            }
        }
        if !row.isUneven, !isAlone { gaps.add(row) }
        commas.add(row, file)
    }

    // MARK: What is told

    func diagnostics() -> [Diagnostic] {
        found + noRecords() + namelessColumns() + unsigned() + empty() + commas.diagnostics(file)
    }

    /// So many rows that are no records are named.
    private static let mostNames = 20

    private func noRecords() -> [Diagnostic] {
        guard let first = others.first else { return [] }
        let names = others.prefix(Self.mostNames).map { "«\($0.text)»" }.joined(separator: ", ")
        let rest = others.count - Self.mostNames
        return [
            Diagnostic(
                .noRecord, [rest > 0 ? names + " … +\(rest)" : names], at: first.place,
                related: others.dropFirst().map(\.place))
        ]
    }

    /// The first one may number the rows.
    private func namelessColumns() -> [Diagnostic] {
        guard !hasSecondHead, columns.contains(where: { $0.definition != nil }) else { return [] }
        return nameless.sorted { $0.key < $1.key }.filter { $0.key > 0 || !$0.value.holdsNumbers }.map {
            Diagnostic(.namelessColumn, [String($0.key + 1)], at: place($0.value.first))
        }
    }

    /// «0,85» among «100 %».
    private func unsigned() -> [Diagnostic] {
        shares.sorted { $0.key < $1.key }.flatMap { position, values -> [Diagnostic] in
            guard values.contains(where: { $0.hasSign || $0.value > 1 }) else { return [] }
            return values.filter { !$0.hasSign && $0.value > 0 && $0.value <= 1 }.map { share in
                let percent = ((share.value * 10_000).rounded() / 100).plainDecimal.replacing(".", with: ",")
                return Diagnostic(
                    .shareWithoutSign, [share.text, columns[position].title, percent + "%"], at: place(share.range))
            }
        }
    }

    private func empty() -> [Diagnostic] {
        let cells = isFile ? gaps.cells : []
        guard let first = cells.first else { return [] }
        var names: [String] = []
        for cell in cells where !names.contains(columns[cell.column].title) { names.append(columns[cell.column].title) }
        return [
            Diagnostic(
                .emptyBelowFilled, [names.map { "«\($0)»" }.joined(separator: ", ")], at: place(first.range),
                related: cells.dropFirst().map { place($0.range) })
        ]
    }

    private func place(_ range: Range<Int>) -> SourceLocation { SourceLocation(file, range) }

    /// At most 60 characters.
    private static func shortened(_ text: String) -> String { text.count > 60 ? text.prefix(59) + "…" : text }
}
