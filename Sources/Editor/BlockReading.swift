import Catalog
import Formats
import Importing

/// What a pasted block is to a table of a kind: where its heads are, which columns they name, what its rows are.
struct BlockReading: Sendable {
    /// What somebody has decided; the rest is guessed.
    struct Wishes: Sendable {
        /// Which row holds the heads.
        enum Head: Sendable, Equatable {
            case guessed, absent
            /// A row of the block as it was sent.
            case row(Int)
        }

        var head = Head.guessed
        /// The columns of the grid from the chosen cell on: what the columns of a block without heads are.
        var beside: [String] = []
        /// For each column of the block that of the table; nothing for one that is left out.
        var columns: [FieldID?]?
        var fillsMerged = false
        /// Whether columns of years become rows; where nobody has said it, as far as that is certain.
        var turnsYears: Bool?
        /// Whether the table has nothing in it yet: then a block is likelier to bring its heads.
        var isIntoEmpty = false
    }

    enum Role: Sendable, Equatable {
        /// Above the heads.
        case title
        case heads
        case row(RowRole)
    }

    struct Row: Sendable {
        let number: Int
        let role: Role
        let isHidden: Bool
        /// Whether it is a section that its words alone do not make one: without bold letters it would be a record.
        let needsBold: Bool
        /// In Markdown.
        let cells: [String]
        /// Of a record: how many of its terms have their place in a calendar.
        let termCount: Int
        /// The terms that are not understood.
        let unreadTerms: [String]
        /// The terms that lack a year.
        let yearlessTerms: [String]
    }

    /// The row of the heads as it was sent.
    let head: Int?
    let columns: [TableFit.Column]
    /// How many columns without head and text are left out; none where there are no heads.
    let emptyColumnCount: Int
    let rows: [Row]
    /// Blocks of cells that were merged, those of titles, heads and sections left out.
    let mergeCount: Int
    /// The cells of these.
    let mergedCells: Int
    /// How many of these were filled.
    let filledCount: Int
    /// What stood over several columns of a head in two rows: «2024».
    let groups: [String]
    /// The years whose columns became rows, or could; none of most blocks.
    let years: [String]
    let isTurned: Bool
    /// Heads that are columns of another table of the kind: «План» of the values, pasted into the numbers.
    let others: [OtherFormHeads]
    /// Numbers that were read as days: «45536 → 01.09.2024».
    let days: [String]

    /// O(cells + heads × names).
    init(_ block: PastedBlock, _ definition: TableDefinition, _ wishes: Wishes) {
        var table: ForeignTable
        let head: Int?
        let turned = Self.turned(block, definition, wishes)
        years = turned?.years ?? []
        isTurned = turned.map { wishes.turnsYears ?? $0.isCertain } ?? false
        if let turned, isTurned {
            (table, groups, head) = (turned.table, [], turned.head)
            emptyColumnCount = 0
        } else {
            (table, groups, head) = Self.layout(of: block, definition, wishes, headOfYears: turned?.head)
            emptyColumnCount = head == nil ? 0 : Self.width(block.whole) - Self.width(table)
        }
        let allMerges = table.merges
        filledCount = wishes.fillsMerged ? table.fillMerged(below: head).count : 0
        let columns = Self.columns(of: table, definition, head, wishes)
        days = table.readDays(of: definition, columns: columns.map(\.definition), below: head).map(\.text)
        others = definition.headsOfOtherForm(
            columns.map { $0.definition == nil ? $0.title : "" })
        let below = table.fitRows[(head.map { $0 + 1 } ?? 0)...]
        let roles = TableFit.roles(of: below, columns, definition)
        let termColumns = columns.indices.filter { column in
            columns[column].definition.map { definition.columns[$0].type == .period } ?? false
        }
        let allRoles = table.rows.indices.map { place -> Role in
            head.map { place < $0 } ?? false
                ? .title : place == head ? .heads : .row(roles[place - below.startIndex] ?? .record)
        }
        let merges = allMerges.filter { merge in
            (merge.row..<merge.row + merge.height).contains {
                allRoles.indices.contains($0) && allRoles[$0] == .row(.record)
            }
                && merge.width < Self.width(table)
        }
        (mergeCount, mergedCells) = (merges.count, merges.reduce(0) { $0 + $1.width * $1.height })
        rows = table.rows.enumerated().map { place, row in
            let role = allRoles[place]
            let isRecord = role == .row(.record)
            let texts = isRecord ? termColumns.map { row.cells[$0].line }.filter { !$0.isEmpty } : []
            let terms = TermCount(texts)
            return Row(
                number: block.number(of: row), role: role, isHidden: block.hidden.contains(block.number(of: row)),
                needsBold: role == .row(.section)
                    && !(row.cells.first { !$0.text.isEmpty }.map { RowTitle.isOne($0.line) } ?? false),
                cells: row.cells.enumerated().map { column, cell in
                    termColumns.contains(column) ? cell.markdown.replacing("<br>", with: " ") : cell.markdown
                }, termCount: terms.placed, unreadTerms: terms.unread, yearlessTerms: terms.yearless)
        }
        self.head = head.map { block.number(of: table.rows[$0]) }
        self.columns = columns
    }

    /// The block with a row for each year, unless somebody has said that its heads stand elsewhere.
    private static func turned(
        _ block: PastedBlock, _ definition: TableDefinition, _ wishes: Wishes
    ) -> TurnedTable? {
        guard wishes.head != .absent, let turned = TurnedTable(block.table, [definition]) else { return nil }
        guard case .row(let number) = wishes.head else { return turned }
        return block.number(of: turned.table.rows[turned.head]) == number ? turned : nil
    }

    /// Whether two rows are heads though the kind knows none of their columns: one name stands over several others in
    /// cells that are merged, or several names do so above all rows of a table that is empty yet.
    private static func areHeads(
        _ groups: [String], in block: PastedBlock, joined: ForeignTable, _ wishes: Wishes
    ) -> Int? {
        guard !groups.isEmpty, joined.rows.count > 1,
            let place = zip(joined.rows, block.table.rows).enumerated().first(where: { $1.0 != $1.1 })?.offset
        else { return nil }
        let isMerged = block.table.merges.contains { $0.row == place && $0.width > 1 }
        return isMerged || (wishes.isIntoEmpty && place == 0 && groups.count > 1) ? place : nil
    }

    /// The cells that are read: without heads all of them at their places, below heads those that say something.
    private static func layout(
        of block: PastedBlock, _ definition: TableDefinition, _ wishes: Wishes, headOfYears: Int?
    ) -> (table: ForeignTable, groups: [String], head: Int?) {
        var joined = block.table
        let names = joined.joinHeads()
        if let headOfYears {
            let isJoined = joined.rows[headOfYears] != block.table.rows[headOfYears]
            return (isJoined ? joined : block.table, isJoined ? names : [], headOfYears)
        }
        if wishes.head == .guessed, TableFit(block.table.fitRows, definition) == nil,
            let place = areHeads(names, in: block, joined: joined, wishes),
            head(of: joined, block, definition, wishes) == nil
        {
            return (joined, names, place)
        }
        let (table, groups) = block.table.joiningHeads { head(of: $0, block, definition, wishes) }
        guard let head = head(of: table, block, definition, wishes) else { return (block.whole, [], nil) }
        return (table, groups, head)
    }

    private static func width(_ table: ForeignTable) -> Int { table.rows.first?.cells.count ?? 0 }

    /// The position of the heads in the table.
    private static func head(
        of table: ForeignTable, _ block: PastedBlock, _ definition: TableDefinition, _ wishes: Wishes
    ) -> Int? {
        switch wishes.head {
        case .guessed: TableFit(table.fitRows, definition)?.head
        case .absent: nil
        case .row(let number): table.rows.firstIndex { block.number(of: $0) == number }
        }
    }

    private static func columns(
        of table: ForeignTable, _ definition: TableDefinition, _ head: Int?, _ wishes: Wishes
    ) -> [TableFit.Column] {
        let width = width(table)
        func position(_ id: FieldID) -> Int? { definition.columns.firstIndex { $0.id == id } }
        let guessed: [TableFit.Column] =
            if let head {
                TableFit(table.fitRows, definition, head: head).columns
            } else {
                (0..<width).map { column in
                    let id = column < wishes.beside.count ? wishes.beside[column] : ""
                    return TableFit.Column(title: "", definition: position(FieldID(id)))
                }
            }
        guard let wished = wishes.columns, wished.count == width else { return guessed }
        return zip(guessed, wished).map { TableFit.Column(title: $0.title, definition: $1.flatMap(position)) }
    }
}
