import AlbumMarkdown
import Diagnostics

/// A table whose rows are records: typed, linked to, exported.
package struct RecordTable: Sendable {
    /// A column as it stands in the text.
    package struct Column: Sendable {
        /// The head, as written.
        package let title: String
        /// Position in ``TableDefinition/columns``; nothing for a column that the kind does not know.
        package let definition: Int?

        /// Whether it is there to number the rows: «№ п/п».
        package var numbersRows: Bool { definition == nil && ColumnHeads.isRowNumber(title) }

        package init(title: String, definition: Int?) {
            self.title = title
            self.definition = definition
        }
    }

    /// One row.
    package struct Record: Sendable {
        /// Unique within its page; made of the row's key, so that it stays when rows are moved.
        package let anchor: String
        /// One for each column of the table; fewer where a wide table has too many missing ones.
        package let cells: [Cell]
        /// Only records are data: the others are shown in their place.
        package let role: RowRole
    }

    /// One cell.
    package struct Cell: Sendable {
        /// Nothing when it is empty, or holds what the column does not take.
        package let value: FieldValue?
        /// Plain text.
        package let text: String
        /// Position in the document's nodes, for rendering.
        package let node: Int
        package let range: Range<Int>
    }

    /// Position in ``Kind/tables``.
    package let definition: Int
    /// Unique within its page: the definition's id, with a number from the second on.
    package let id: String
    /// Position of the table in the document's nodes.
    package let node: Int
    package let columns: [Column]
    package let records: [Record]

    /// Position of the column with a definition.
    package func column(_ definition: Int) -> Int? { columns.firstIndex { $0.definition == definition } }
}

/// Finds the tables of a document that stand under a heading which its kind declares, and reads them.
///
/// A table belongs to the nearest heading above it, or to one that this heading stands under. O(document).
package struct RecordTableReader {
    private var document: Document
    private var file: SourceFile
    private let kind: Kind
    private var values: ValueReader
    /// Whether a quotation mark in a cell is written twice.
    private var doublesQuotes = false
    private var unevenRows: Set<Int> = []
    private var anchors: Set<String> = []
    /// The last number given to each beginning of an anchor.
    private var bases: [String: Int] = [:]
    private var ids: [String: Int] = [:]
    private var problems: [Diagnostic] = []
    /// Tables that have the heads of a definition and stand under another heading, or within an item or a quote; known after ``tables()``.
    package private(set) var unclaimed: [UnclaimedTable] = []

    package init(document: Document, file: SourceFile, kind: Kind, values: ValueReader) {
        self.document = document
        self.file = file
        self.kind = kind
        self.values = values
    }

    package var diagnostics: [Diagnostic] { problems + values.diagnostics }

    /// All record tables, in the order of the text.
    package mutating func tables() -> [RecordTable] {
        guard !kind.tables.isEmpty else { return [] }
        var result: [RecordTable] = []
        var headings: [(level: Int, text: String)] = []
        var others: [UnclaimedTable] = []
        let search = TableSearch(document: document, kind: kind)
        for index in document.children(of: 0) {
            switch document.nodes[index].kind {
            case .heading(let level):
                headings.removeAll { $0.level >= level }
                headings.append((level, HeadingName.fold(PlainText.inline(document, index))))
            case .table:
                if let definition = search.definition(under: headings.map(\.text)) {
                    if search.knowsAColumn(of: index, definition) { result.append(table(at: index, definition)) }
                } else {
                    others += search.definitions(of: index).map { UnclaimedTable(definition: $0, node: index) }
                }
            case .list, .blockQuote, .alert: others += search.nested(in: index, under: headings.map(\.text))
            default: continue
            }
        }
        let read = Set(result.map(\.definition))
        var seen: Set<Int> = []
        unclaimed = others.filter { !read.contains($0.definition) && seen.insert($0.node).inserted }
        return result
    }

    /// The table that a CSV file holds, further to those of the text; nothing when it has no rows.
    ///
    /// - Parameters:
    ///   - document: the cells of the file.
    ///   - uneven: where rows begin of which it is told that cells are missing or too many: no value is judged there.
    package mutating func table(
        in document: Document, _ file: SourceFile, _ definition: Int, values: ValueReader, uneven: Set<Int> = []
    ) -> RecordTable? {
        problems += self.values.diagnostics
        unevenRows = uneven
        (self.document, self.file, self.values, doublesQuotes) = (document, file, values, true)
        return document.children(of: 0).first { _ in true }.map { table(at: $0, definition) }
    }

    // MARK: One table

    private mutating func table(at node: Int, _ position: Int) -> RecordTable {
        let definition = kind.tables[position]
        ids[definition.id, default: 0] += 1
        let number = ids[definition.id] ?? 1
        let id = number == 1 ? definition.id : "\(definition.id)-\(number)"
        let rows = Array(document.children(of: node))
        guard let head = rows.first else {
            return RecordTable(definition: position, id: id, node: node, columns: [], records: [])
        }
        let earlier = problems.count
        let columns = columns(head, definition)
        let records = records(Array(rows.dropFirst()), columns, definition)
        // A column without a name may be the one that is missed.
        if problems[earlier...].contains(where: { $0.code == .namelessColumn }) {
            problems[earlier...].removeAll { $0.code == .missingColumn }
        }
        if records.isEmpty { problems.append(Diagnostic(.noRows, [definition.headings[0]], at: place(head))) }
        return RecordTable(definition: position, id: id, node: node, columns: columns, records: records)
    }

    private mutating func columns(_ head: Int, _ definition: TableDefinition) -> [RecordTable.Column] {
        let heads = document.children(of: head).map { cell in
            ColumnHeads.Head(title: PlainText.inline(document, cell), place: place(cell))
        }
        let known = ColumnHeads(heads, definition, row: place(head))
        problems += known.diagnostics
        return zip(heads, known.positions).map { RecordTable.Column(title: $0.title, definition: $1) }
    }

    /// The rows below the heads; what is wrong with them together is told once.
    private mutating func records(
        _ rows: [Int], _ columns: [RecordTable.Column], _ definition: TableDefinition
    ) -> [RecordTable.Record] {
        let filled = rows.map { row in
            Array(document.children(of: row).prefix(columns.count)).map {
                (node: $0, text: text(of: $0))
            }
        }
        let sorter = RowSorter(columns, definition, rows: filled.map { $0.map(\.text) }, isFile: doublesQuotes)
        var survey = RowSurvey(columns, definition, sorter: sorter, file: file, isFile: doublesQuotes)
        var records: [RecordTable.Record] = []
        let lines = zip(rows, filled).map { row, cells in
            RowSorter.Line(
                texts: cells.map(\.text), isText: isText(row, columns),
                isStrong: cells.first { !$0.text.isEmpty }.map { isStrong($0.node) } ?? false,
                saysRecord: cells.contains { isMark($0.node) })
        }
        for (place, role) in sorter.roles(of: lines).enumerated() {
            // A row without any text says nothing.
            guard let role else { continue }
            let (row, nodes, texts) = (rows[place], filled[place].map(\.node), lines[place].texts)
            survey.add(
                RowSurvey.Row(
                    range: document.nodes[row].range, cells: nodes.map { document.nodes[$0].range }, texts: texts,
                    role: role, isUneven: isUneven(nodes), isMarked: lines[place].isMarked))
            records.append(record(nodes, texts, role, columns, definition))
        }
        problems += survey.diagnostics()
        return records
    }

    /// A cell as plain text; the mark of a record is none.
    private func text(of cell: Int) -> String { isMark(cell) ? "" : PlainText.inline(document, cell) }

    private func isMark(_ cell: Int) -> Bool { RecordMark.isOne(file.bytes[document.nodes[cell].range]) }

    /// Whether a row of several columns has no bar.
    private func isText(_ row: Int, _ columns: [RecordTable.Column]) -> Bool {
        !doublesQuotes && columns.count > 1 && !file.bytes[document.nodes[row].range].contains(UInt8(ascii: "|"))
    }

    /// Whether the row has more or fewer cells than heads.
    private func isUneven(_ nodes: [Int]) -> Bool {
        nodes.first.map { unevenRows.contains(document.nodes[$0 - 1].range.lowerBound) } ?? false
    }

    /// Whether a cell is bold as a whole.
    private func isStrong(_ cell: Int) -> Bool {
        let children = Array(document.children(of: cell))
        return children.count == 1 && document.nodes[children[0]].kind == .strong
    }

    private mutating func record(
        _ nodes: [Int], _ texts: [String], _ role: RowRole, _ columns: [RecordTable.Column],
        _ definition: TableDefinition
    ) -> RecordTable.Record {
        var cells: [RecordTable.Cell] = []
        var key = ""
        let isUneven = isUneven(nodes)
        for (position, node) in nodes.enumerated() {
            let field = columns[position].definition.map { definition.columns[$0] }
            guard role == .record else {
                let range = document.nodes[node].range
                cells.append(RecordTable.Cell(value: nil, text: texts[position], node: node, range: range))
                continue
            }
            let cell = isUneven && field?.id != definition.key ? cellAsItStands(node, field) : cell(node, field)
            if field?.id == definition.key { key = cell.text }
            cells.append(cell)
        }
        return RecordTable.Record(anchor: anchor(definition.id, key), cells: cells, role: role)
    }

    /// A cell of a row with too many or too few: its value where it makes one, else its text, and nothing is said of it,
    /// since it may belong to another column.
    private mutating func cellAsItStands(_ node: Int, _ field: FieldDefinition?) -> RecordTable.Cell {
        let (told, reader) = (problems, values)
        defer { (problems, values) = (told, reader) }
        let cell = cell(node, field)
        if case .materials(let names)? = cell.value {
            let uncertain = names.map {
                MaterialName(text: $0.text, kind: $0.kind, root: $0.root, range: $0.range, isUncertain: true)
            }
            return RecordTable.Cell(value: .materials(uncertain), text: cell.text, node: node, range: cell.range)
        }
        guard cell.value == nil, !cell.text.isEmpty else { return cell }
        return RecordTable.Cell(value: .text(cell.text), text: cell.text, node: node, range: cell.range)
    }

    private mutating func cell(_ node: Int, _ field: FieldDefinition?) -> RecordTable.Cell {
        let range = document.nodes[node].range
        let text = text(of: node)
        if let code = SpreadsheetError.code(of: text) {
            problems.append(Diagnostic(code, [text], at: place(node)))
            return RecordTable.Cell(value: nil, text: text, node: node, range: range)
        }
        guard let field else { return RecordTable.Cell(value: .text(text), text: text, node: node, range: range) }
        if text.isEmpty {
            if field.isRequired { problems.append(Diagnostic(.missingCell, [field.label], at: place(node))) }
            return RecordTable.Cell(value: nil, text: "", node: node, range: range)
        }
        let items =
            field.type.takesItems
            ? CellItems(document, file, doublesQuotes: doublesQuotes).items(of: node)
            : [ValueReader.Item(text: text, range: range)]
        return RecordTable.Cell(value: values.value(of: items, field), text: text, node: node, range: range)
    }

    /// `events-formirovanie-komplekta`: the beginning of the key, whole words, at most 40 characters.
    private mutating func anchor(_ table: String, _ key: String) -> String {
        let slug = Address.shortSlug(of: key, limit: 40)
        let base = "\(table)-\(slug.isEmpty ? "row" : slug)"
        var anchor = base
        // Counted on from the last of the same beginning, else thousands of equal rows would cost their square.
        while !anchors.insert(anchor).inserted {
            bases[base, default: 1] += 1
            anchor = "\(base)-\(bases[base, default: 1])"
        }
        return anchor
    }

    private func place(_ node: Int) -> SourceLocation { SourceLocation(file, document.nodes[node].range) }
}

extension FieldType {
    /// Whether a cell of this type holds items separated by `;`, or names a material, which may be a link.
    ///
    /// Such items are names, to which no mark that parts them belongs.
    var takesItems: Bool {
        switch self {
        case .list, .reference, .references, .citation: true
        default: false
        }
    }
}
