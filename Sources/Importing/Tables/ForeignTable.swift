import Catalog
import Diagnostics
import Formats

/// A table from elsewhere: a sheet, a table of a document, a block that was pasted.
///
/// All rows are as long as the longest. What was merged has its text in the first cell, and ``merges`` says so.
package struct ForeignTable: Sendable, Hashable {
    package struct Cell: Sendable, Hashable {
        /// As a reader sees it; lines are parted by line ends.
        package var text: String
        /// The same in Markdown, in one line.
        package var markdown: String
        /// Whether all of it is bold.
        package var isStrong: Bool

        package init(_ text: String, markdown: String? = nil, isStrong: Bool = false) {
            self.text = text
            self.markdown = markdown ?? MarkdownText.cell(text)
            self.isStrong = isStrong
        }

        /// One that leads somewhere, where its address may be published.
        package init(_ text: String, link address: String, isStrong: Bool) {
            self.init(text, markdown: MarkdownText.link(MarkdownText.cell(text), to: address), isStrong: isStrong)
        }

        static let empty = Cell("")

        /// In one line.
        package var line: String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
    }

    package struct Row: Sendable, Hashable {
        /// Where it stands in the source.
        package let place: Told
        package var cells: [Cell]

        package init(place: Told, cells: [Cell]) {
            self.place = place
            self.cells = cells
        }

        var isEmpty: Bool { cells.allSatisfy(\.text.isEmpty) }
    }

    /// Cells that are one in the source, by positions in ``rows``.
    package struct Merge: Sendable, Hashable {
        package let row: Int
        package let column: Int
        package let height: Int
        package let width: Int

        package init(row: Int, column: Int, height: Int, width: Int) {
            self.row = row
            self.column = column
            self.height = height
            self.width = width
        }
    }

    /// How it is called: the name of a sheet, the heading above it.
    package var name: String
    package private(set) var rows: [Row]
    package private(set) var merges: [Merge]
    /// What was noticed on the way.
    package var losses: [Loss] = []

    /// - Parameter keepsEmpty: whether rows and columns without any text stay.
    package init(name: String, rows: [Row], merges: [Merge] = [], keepsEmpty: Bool = false) {
        self.name = name
        self.rows = rows
        self.merges = merges
        let width = rows.reduce(0) { max($0, $1.cells.count) }
        for index in self.rows.indices {
            self.rows[index].cells += Array(repeating: .empty, count: width - rows[index].cells.count)
        }
        if !keepsEmpty { dropEmpty() }
    }

    /// Takes away rows and columns without any text.
    private mutating func dropEmpty() {
        let rowMap = Self.places(rows.map { !$0.isEmpty })
        let width = rows.first?.cells.count ?? 0
        let columnMap = Self.places((0..<width).map { column in rows.contains { !$0.cells[column].text.isEmpty } })
        rows = rows.indices.filter { rowMap[$0] != nil }.map { row in
            Row(
                place: rows[row].place,
                cells: (0..<width).filter { columnMap[$0] != nil }.map { rows[row].cells[$0] })
        }
        merges = merges.compactMap { merge in
            let kept = (merge.row..<merge.row + merge.height).compactMap {
                rowMap.indices.contains($0) ? rowMap[$0] : nil
            }
            let columns = (merge.column..<merge.column + merge.width).compactMap {
                columnMap.indices.contains($0) ? columnMap[$0] : nil
            }
            guard let row = kept.first, let column = columns.first, kept.count * columns.count > 1 else { return nil }
            return Merge(row: row, column: column, height: kept.count, width: columns.count)
        }
    }

    /// Where each thing that stays comes to stand.
    private static func places(_ stays: [Bool]) -> [Int?] {
        var next = 0
        return stays.map { stays in
            defer { if stays { next += 1 } }
            return stays ? next : nil
        }
    }

    /// The merged cells from the heads on that can be filled: not those that go over all columns, titles and sections.
    func fillable(below head: Int?) -> [Merge] {
        merges.filter { merge in
            merge.row >= head ?? 0 && merge.width < (rows.first?.cells.count ?? 0)
                && !rows[merge.row].cells[merge.column].text.isEmpty
        }
    }

    /// Puts the text of merged cells into each of them, from the heads on.
    ///
    /// Gives the places of what was filled.
    package mutating func fillMerged(below head: Int?) -> [Told] {
        var filled: [Told] = []
        for merge in fillable(below: head) {
            let cell = rows[merge.row].cells[merge.column]
            for row in merge.row..<merge.row + merge.height {
                for column in merge.column..<merge.column + merge.width { rows[row].cells[column] = cell }
            }
            filled.append(rows[merge.row].place)
        }
        merges = merges.filter { $0.width == rows.first?.cells.count }
        return filled
    }

    /// How far down heads are looked for.
    private static let mostTitleRows = 15
    private static let longestHead = 60

    /// With two rows of heads made one, and the names that stood over several columns; as it is where they are no heads.
    ///
    /// Rows of records may look like heads in two rows: «Старт | | Отдел» above «Игра | Зал | ». O(cells of the first rows).
    ///
    /// - Parameter head: the position of the heads of a table.
    package func joiningHeads(_ head: (ForeignTable) -> Int?) -> (table: ForeignTable, groups: [String]) {
        var joined = self
        let groups = joined.joinHeads()
        let place = zip(joined.rows, rows).enumerated().first { $1.0 != $1.1 }?.offset
        return !groups.isEmpty && head(joined) == place ? (joined, groups) : (self, [])
    }

    /// Makes one row of heads of two: «2024» over «план» and «факт» becomes «план (2024)», «факт (2024)».
    ///
    /// The upper row has a name over several columns, with nothing beside it, and the lower one names just these columns.
    /// Under several names the upper one comes first, «2024: план», so that columns of one name are told apart.
    /// Gives the names that stood over several columns. O(cells of the first rows).
    package mutating func joinHeads() -> [String] {
        for (row, next) in zip(rows.indices, rows.indices.dropFirst()).prefix(Self.mostTitleRows) {
            let groups = groups(in: row, over: next)
            guard !groups.isEmpty else { continue }
            let names = groups.map { rows[row].cells[$0.lowerBound].line }
            for (group, name) in zip(groups, names) {
                for column in group {
                    let own = rows[next].cells[column].line
                    rows[row].cells[column] = Cell(groups.count == 1 ? "\(own) (\(name))" : "\(name): \(own)")
                }
            }
            rows.remove(at: next)
            merges = merges.filter { $0.row < row || $0.row > next }.map { merge in
                merge.row < row
                    ? merge
                    : Merge(row: merge.row - 1, column: merge.column, height: merge.height, width: merge.width)
            }
            return names
        }
        return []
    }

    /// The columns that a row of heads names together; nothing where the next row is none of heads.
    private func groups(in row: Int, over next: Int) -> [Range<Int>] {
        let (upper, lower) = (rows[row].cells, rows[next].cells)
        var groups: [Range<Int>] = []
        var column = 0
        while column < upper.count {
            let start = column
            column += 1
            while column < upper.count, upper[column].text.isEmpty, !lower[column].text.isEmpty { column += 1 }
            let isOne = merges.isEmpty || merges.contains { $0.row == row && $0.column == start && $0.width > 1 }
            if column - start > 1, isOne, !upper[start].text.isEmpty, !lower[start].text.isEmpty {
                groups.append(start..<column)
            } else if !lower[start..<column].allSatisfy(\.text.isEmpty) {
                return []
            }
        }
        let isNamed = groups.joined().allSatisfy { column in
            let text = lower[column].line
            return text.contains(where: \.isLetter) && text.count <= Self.longestHead
        }
        let hasOthers = upper.indices.contains { column in
            !upper[column].text.isEmpty && !groups.contains { $0.contains(column) }
        }
        return isNamed && hasOthers ? groups : []
    }

    /// A number of General format in a column of terms is the day that Excel keeps it as.
    ///
    /// Gives what was read so, with its place.
    /// - Parameter columns: the positions in the definition of the columns of the table.
    package mutating func readDays(
        of definition: TableDefinition, columns: [Int?], below head: Int?
    ) -> [(place: Told, text: String)] {
        var read: [(place: Told, text: String)] = []
        for (column, position) in columns.enumerated() {
            guard let position, [.period, .date].contains(definition.columns[position].type) else { continue }
            for row in rows.indices.dropFirst(head.map { $0 + 1 } ?? 0) {
                let text = rows[row].cells[column].text
                // From 2000 to 2049: four digits are a year.
                guard text.utf8.count == 5, let serial = Int(text), (36_526..<54_789).contains(serial),
                    let day = CalendarDate.spreadsheet(serial)
                else { continue }
                rows[row].cells[column] = Cell(day.numeric)
                read.append((rows[row].place, "\(text) → \(day.numeric)"))
            }
        }
        return read
    }

    /// As the reader of record tables looks at them.
    package var fitRows: [TableFit.Row] {
        rows.map { row in
            TableFit.Row(row.cells.map(\.line), isStrong: row.cells.first { !$0.text.isEmpty }?.isStrong ?? false)
        }
    }
}

extension ForeignTable {
    /// A sheet of a workbook.
    package init(_ sheet: Workbook.Sheet) {
        var rows: [Row] = []
        var places: [Int: Int] = [:]
        for row in sheet.rows {
            var cells: [Cell] = []
            for cell in row.cells {
                while cells.count < cell.column { cells.append(.empty) }
                let address = sheet.links[CellPlace(row: row.number, column: cell.column)]
                let link = address.flatMap { MarkdownText.link(MarkdownText.cell(cell.text), to: $0) }
                cells.append(Cell(cell.text, markdown: link, isStrong: cell.isBold))
            }
            places[row.number] = rows.count
            rows.append(Row(place: Told(ImportPlace.sheetRow, sheet.name, String(row.number)), cells: cells))
        }
        let merges = sheet.merges.compactMap { range -> Merge? in
            let within = (range.first.row...min(range.last.row, range.first.row + SheetReader.mostRows)).compactMap {
                places[$0]
            }
            guard let first = within.first, places[range.first.row] == first else { return nil }
            return Merge(
                row: first, column: range.first.column, height: within.count,
                width: range.last.column - range.first.column + 1)
        }
        self.init(name: sheet.name, rows: rows, merges: merges)
        losses = Self.losses(of: sheet)
    }

    /// What a sheet has that no table of a text can have.
    private static func losses(of sheet: Workbook.Sheet) -> [Loss] {
        func place(_ place: CellPlace) -> Told { Told(ImportPlace.cell, sheet.name, place.description) }
        let whole = Told(ImportPlace.sheet, sheet.name)
        var losses = sheet.comments.map { Loss(.comment, place($0.place), $0.text) }
        losses += sheet.drawings.map { Loss($0.sort == .textBox ? .textBox : .sheetDrawing, whole, $0.text) }
        for row in sheet.rows {
            for cell in row.cells {
                let at = place(CellPlace(row: row.number, column: cell.column))
                if cell.lacksResult { losses.append(Loss(.noResult, at)) }
                if case .error(let text) = cell.value { losses.append(Loss(.formulaError, at, text)) }
                if let address = sheet.links[CellPlace(row: row.number, column: cell.column)],
                    MarkdownText.link("", to: address) == nil
                {
                    losses.append(Loss(.link, at, address))
                }
            }
        }
        let coloured = sheet.colouredCells.map(\.description)
        if !coloured.isEmpty { losses.append(Loss(.colour, whole, coloured.joined(separator: ", "))) }
        return losses
    }
}
