import Catalog
import Diagnostics
import Languages

/// A table with columns for each year as a kind has it that has one column for the year: a row for each.
///
/// ```
/// | Показатель | 2023: план | 2023: факт | 2024: план |      | Показатель | Год  | План | Факт |
/// | Доля школ  | 80         | 79         | 90         |  →   | Доля школ  | 2023 | 80   | 79   |
///                                                             | Доля школ  | 2024 | 90   |      |
/// ```
/// A year in which all cells of a row are empty makes no row, and a row without any value stays one. What stands over
/// several columns, «2023» above «план» and «факт», is part of the heads of these (``ForeignTable/joiningHeads(_:)``).
package struct TurnedTable: Sendable {
    package let table: ForeignTable
    /// As they are written, in the order of the columns: «2023», «2023/24».
    package let years: [String]
    /// The heads that say a year, as they stood.
    package let heads: [String]
    /// Whether nothing in it has to be guessed: each head of a year names a column of the kind as it is, no two of them the
    /// same, and no cells of theirs are merged.
    package let isCertain: Bool
    /// The row of the heads in ``table``.
    package let head: Int
    /// How many rows the source has, and where its heads stand.
    let sourceRows: Int
    let place: Told
    /// Rows that number the columns of the source, which are others now.
    let numberings: [(place: Told, text: String)]

    /// Nothing where a table has no columns of years, or the kind no column for them.
    ///
    /// O(cells + heads × names of the first rows).
    package init?(_ table: ForeignTable, _ definitions: [TableDefinition]) {
        var joined = table
        let isJoined = !joined.joinHeads().isEmpty
        for candidate in isJoined ? [joined, table] : [table] {
            for definition in definitions {
                guard let columns = YearColumns(candidate, definition) else { continue }
                self.init(candidate, definition, columns, sourceRows: table.rows.count)
                return
            }
        }
        return nil
    }

    private init(
        _ source: ForeignTable, _ definition: TableDefinition, _ columns: YearColumns, sourceRows: Int
    ) {
        self.sourceRows = sourceRows
        (years, heads, head) = (columns.years, columns.heads, columns.head)
        place = source.rows[columns.head].place
        let fit = TableFit(source.fitRows, definition, head: columns.head)
        var rows: [ForeignTable.Row] = source.rows[..<columns.head].map(columns.title)
        rows.append(columns.headRow(source.rows[columns.head], definition))
        // Where each row of the source comes to stand.
        var places: [Range<Int>] = []
        var numberings: [(place: Told, text: String)] = []
        for (row, role) in zip(source.rows.dropFirst(columns.head + 1), fit.roles) {
            let made = columns.rows(of: row, role)
            if role == .numbering {
                numberings.append((row.place, row.cells.map(\.line).filter { !$0.isEmpty }.joined(separator: " ")))
            }
            places.append(rows.count..<rows.count + made.count)
            rows += made
        }
        let below = source.merges.filter { $0.row > columns.head }
        let whole = source.rows[columns.head].cells.count
        let crossing = below.filter { merge in
            merge.width < whole && columns.touches(merge.column..<merge.column + merge.width)
        }
        isCertain = columns.isCertain && crossing.isEmpty
        let merges = below.compactMap { merge -> ForeignTable.Merge? in
            let last = min(merge.row - columns.head - 1 + merge.height - 1, places.count - 1)
            let (first, end) = (places[merge.row - columns.head - 1], places[last])
            guard !first.isEmpty, !end.isEmpty else { return nil }
            if merge.width == whole {
                return ForeignTable.Merge(
                    row: first.lowerBound, column: 0, height: end.upperBound - first.lowerBound, width: columns.width)
            }
            guard !columns.touches(merge.column..<merge.column + merge.width) else { return nil }
            // Each row of its first year has the text already.
            let row = first.upperBound - 1
            let (height, column) = (end.upperBound - row, columns.place(ofShared: merge.column))
            return height * merge.width > 1
                ? ForeignTable.Merge(row: row, column: column, height: height, width: merge.width) : nil
        }
        var table = ForeignTable(name: source.name, rows: rows, merges: merges, keepsEmpty: true)
        table.losses =
            source.losses
            + crossing.map {
                Loss(.mergedCells, source.rows[$0.row].place, source.rows[$0.row].cells[$0.column].line)
            }
        (self.table, self.numberings) = (table, numberings)
    }

    /// What is told of it: the heads that became values.
    var losses: [Loss] {
        [Loss(.turnedYears, place, heads.joined(separator: "», «"))]
            + numberings.map { Loss(.columnNumbers, $0.place, $0.text) }
    }
}

/// The columns of a table that say a year in their heads.
private struct YearColumns {
    struct Column {
        let place: Int
        let year: String
        /// The column of the definition that its values are of.
        let definition: Int
    }

    let head: Int
    let years: [String]
    let heads: [String]
    let isCertain: Bool
    private let columns: [Column]
    private let yearColumn: Int
    /// Positions in the definition of the columns of values, in the order in which they come first.
    private let values: [Int]
    /// The columns that each year has as they are, in their order.
    private let shared: [Int]

    /// How far down heads are looked for.
    private static let mostTitleRows = 15

    init?(_ table: ForeignTable, _ definition: TableDefinition) {
        guard let year = definition.year.flatMap(definition.column(_:)),
            let key = definition.column(definition.key)
        else { return nil }
        for row in table.rows.indices.prefix(Self.mostTitleRows) {
            if let found = Self(table.rows[row].cells.map(\.line), row, definition, year: year, key: key) {
                self = found
                return
            }
        }
        return nil
    }

    private init?(_ titles: [String], _ row: Int, _ definition: TableDefinition, year: Int, key: Int) {
        var columns: [Column] = []
        var isCertain = true
        var others: [Int?] = []
        for (place, title) in titles.enumerated() {
            let said = YearHead(title)
            if let said, let position = Self.position(said.rest, definition) {
                isCertain = isCertain && position.isNamed
                columns.append(Column(place: place, year: said.year, definition: position.column))
            } else {
                // «2023: источник» belongs to a year all the same.
                if said != nil { isCertain = false }
                others.append(Self.position(title, definition)?.column)
            }
        }
        var (years, values): ([String], [Int]) = ([], [])
        for column in columns {
            if !years.contains(column.year) { years.append(column.year) }
            if !values.contains(column.definition) { values.append(column.definition) }
        }
        let pairs = Set(columns.map { "\($0.year) \($0.definition)" })
        guard columns.count > 1, pairs.count == columns.count, others.contains(key), !values.contains(key),
            !values.contains(year), !others.contains(year),
            !others.contains(where: { $0.map(values.contains) ?? false })
        else { return nil }
        (self.columns, self.years, self.values, self.isCertain) = (columns, years, values, isCertain)
        (head, yearColumn) = (row, year)
        heads = columns.map { titles[$0.place] }
        shared = titles.indices.filter { place in !columns.contains { $0.place == place } }
    }

    /// A bare year, «2023», stands for the first measure of it, which is a guess.
    private static func position(_ title: String, _ definition: TableDefinition) -> (column: Int, isNamed: Bool)? {
        if title.isEmpty { return definition.measures.first.flatMap(definition.column(_:)).map { ($0, false) } }
        if let column = definition.column(named: title) { return (column, true) }
        return TableFit([TableFit.Row([title])], definition, head: 0).columns[0].definition.map { ($0, false) }
    }

    /// How many columns there are when it is turned over: those of each year, the year, those of values.
    var width: Int { shared.count + 1 + values.count }

    /// Where the year comes to stand: in place of the first column of one.
    private var yearPlace: Int { shared.count { $0 < columns[0].place } }

    func place(ofShared column: Int) -> Int {
        let place = shared.firstIndex(of: column) ?? 0
        return place < yearPlace ? place : place + 1 + values.count
    }

    func touches(_ places: Range<Int>) -> Bool { columns.contains { places.contains($0.place) } }

    private func row(
        _ row: ForeignTable.Row, year: ForeignTable.Cell, _ own: [ForeignTable.Cell]
    ) -> ForeignTable.Row {
        var cells = shared.map { row.cells[$0] }
        cells.insert(contentsOf: [year] + own, at: yearPlace)
        return ForeignTable.Row(place: row.place, cells: cells)
    }

    func headRow(_ heads: ForeignTable.Row, _ definition: TableDefinition) -> ForeignTable.Row {
        func cell(_ column: Int) -> ForeignTable.Cell { .init(definition.columns[column].label) }
        return row(heads, year: cell(yearColumn), values.map(cell))
    }

    /// A row that stands above the heads.
    func title(_ title: ForeignTable.Row) -> ForeignTable.Row {
        let filled = title.cells.filter { !$0.text.isEmpty }
        guard filled.count > width else { return ForeignTable.Row(place: title.place, cells: filled) }
        let rest = filled[(width - 1)...]
        let last = ForeignTable.Cell(
            rest.map(\.text).joined(separator: " "), markdown: rest.map(\.markdown).joined(separator: " "))
        return ForeignTable.Row(place: title.place, cells: filled.prefix(width - 1) + [last])
    }

    /// What becomes of a row below the heads.
    func rows(of row: ForeignTable.Row, _ role: RowRole?) -> [ForeignTable.Row] {
        if role == .numbering { return [] }
        let isOfYears = role == .record || role == .total
        let filled = row.cells.filter { !$0.text.isEmpty }
        if !isOfYears, columns.contains(where: { !row.cells[$0.place].text.isEmpty }) {
            return [ForeignTable.Row(place: row.place, cells: Array(filled.prefix(width)))]
        }
        let made = years.compactMap { year -> ForeignTable.Row? in
            let own = values.map { value in
                columns.first { $0.year == year && $0.definition == value }.map { row.cells[$0.place] } ?? .empty
            }
            return own.allSatisfy(\.text.isEmpty) ? nil : self.row(row, year: .init(year), own)
        }
        return made.isEmpty ? [self.row(row, year: .empty, values.map { _ in .empty })] : made
    }
}

/// A head that says a year: «2023: план», «Факт (2024)», «План на 2024 год», «2023/24 учебный год: факт».
struct YearHead {
    /// As it is written: «2023», «2023/24».
    let year: String
    /// What is said besides.
    let rest: String

    /// Words that say no more than that it is a year.
    private static let words: Set<String> = [
        "год", "года", "году", "г", "гг", "годы", "на", "за", "в", "учебный", "учебного", "уч", "year",
    ]

    /// Nothing of a head without a year, or with several.
    init?(_ title: String) {
        var years: [String] = []
        var rest = ""
        var left = title[...]
        while let first = left.first {
            guard first.isASCII, first.isNumber else {
                rest.append(first)
                left = left.dropFirst()
                continue
            }
            var number = String(left.prefix { $0.isASCII && $0.isNumber })
            left = left.dropFirst(number.count)
            let isYear = number.count == 4 && (number.hasPrefix("19") || number.hasPrefix("20"))
            if isYear, let sign = left.first, "/–-".contains(sign) {
                let next = left.dropFirst().prefix { $0.isASCII && $0.isNumber }
                if next.count == 2 || next.count == 4 {
                    number += String(sign) + next
                    left = left.dropFirst(1 + next.count)
                }
            }
            if isYear { years.append(number) } else { rest += number }
        }
        guard years.count == 1 else { return nil }
        year = years[0]
        let kept = rest.replacing("( )", with: "").replacing("()", with: "").split(separator: " ").filter { word in
            !Self.words.contains(NameFolding.fold(word.filter { $0.isLetter }))
                || word.contains { !$0.isLetter && !".:,".contains($0) }
        }
        self.rest = kept.joined(separator: " ").trimmed(of: " :;,.–—-")
    }
}

extension String {
    /// Without some characters at both ends.
    fileprivate func trimmed(of characters: String) -> String {
        var text = drop { characters.contains($0) }
        while let last = text.last, characters.contains(last) { text = text.dropLast() }
        return String(text)
    }
}
