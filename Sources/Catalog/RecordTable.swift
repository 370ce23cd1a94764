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
    }

    /// One row.
    package struct Record: Sendable {
        /// Unique within its page; made of the row's key, so that it stays when rows are moved.
        package let anchor: String
        /// One for each column of the table.
        package let cells: [Cell]
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
    private let document: Document
    private let file: SourceFile
    private let kind: Kind
    private var values: ValueReader
    private var anchors: Set<String> = []
    private var ids: [String: Int] = [:]
    private var problems: [Diagnostic] = []

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
        for index in document.children(of: 0) {
            switch document.nodes[index].kind {
            case .heading(let level):
                headings.removeAll { $0.level >= level }
                headings.append((level, NameFolding.fold(PlainText.inline(document, index))))
            case .table:
                if let definition = definition(under: headings.map(\.text)) {
                    result.append(table(at: index, definition))
                }
            default: continue
            }
        }
        return result
    }

    /// The kind's tables for which the text has none.
    package func missing(_ tables: [RecordTable]) -> [TableDefinition] {
        kind.tables.enumerated().filter { position, _ in !tables.contains { $0.definition == position } }.map(\.element)
    }

    private func definition(under headings: [String]) -> Int? {
        for heading in headings.reversed() {
            if let position = kind.tables.firstIndex(where: { $0.headings.contains { NameFolding.fold($0) == heading } }
            ) {
                return position
            }
        }
        return nil
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
        let columns = columns(head, definition)
        var keys: [String: Int] = [:]
        let records = rows.dropFirst().map { row in record(row, columns, definition, &keys) }
        return RecordTable(definition: position, id: id, node: node, columns: columns, records: records)
    }

    private mutating func columns(_ head: Int, _ definition: TableDefinition) -> [RecordTable.Column] {
        var columns: [RecordTable.Column] = []
        for cell in document.children(of: head) {
            let title = PlainText.inline(document, cell)
            let position = definition.column(named: title)
            if position == nil, !title.isEmpty {
                problems.append(
                    Diagnostic(
                        .unknownColumn, [title, definition.headings[0]], at: place(cell),
                        candidates: NameSuggester(definition.columns.map(\.label)).nearest(to: title)))
            }
            let isDouble = position != nil && columns.contains { $0.definition == position }
            columns.append(RecordTable.Column(title: title, definition: isDouble ? nil : position))
        }
        for (position, column) in definition.columns.enumerated()
        where column.isRequired && !columns.contains(where: { $0.definition == position }) {
            problems.append(Diagnostic(.missingColumn, [column.label, definition.headings[0]], at: place(head)))
        }
        return columns
    }

    private mutating func record(
        _ row: Int, _ columns: [RecordTable.Column], _ definition: TableDefinition, _ keys: inout [String: Int]
    ) -> RecordTable.Record {
        var cells: [RecordTable.Cell] = []
        var key = ""
        for (position, node) in document.children(of: row).enumerated() where position < columns.count {
            let field = columns[position].definition.map { definition.columns[$0] }
            let cell = cell(node, field)
            if field?.id == definition.key { key = cell.text }
            cells.append(cell)
        }
        return RecordTable.Record(anchor: anchor(definition.id, key), cells: cells)
    }

    private mutating func cell(_ node: Int, _ field: FieldDefinition?) -> RecordTable.Cell {
        let range = document.nodes[node].range
        let text = PlainText.inline(document, node)
        guard let field else { return RecordTable.Cell(value: .text(text), text: text, node: node, range: range) }
        if text.isEmpty {
            if field.isRequired { problems.append(Diagnostic(.missingCell, [field.label], at: place(node))) }
            return RecordTable.Cell(value: nil, text: "", node: node, range: range)
        }
        let items = field.type.takesSeveral ? parts(of: range) : [ValueReader.Item(text: text, range: range)]
        return RecordTable.Cell(value: values.value(of: items, field), text: text, node: node, range: range)
    }

    /// The items of a cell: separated by `;`, without white space and the brackets of `[[id|text]]`.
    private func parts(of range: Range<Int>) -> [ValueReader.Item] {
        var items: [ValueReader.Item] = []
        for piece in file.bytes[range].split(separator: UInt8(ascii: ";")) {
            var piece = piece
            while let first = piece.first, first <= 0x20 { piece.removeFirst() }
            while let last = piece.last, last <= 0x20 { piece.removeLast() }
            if piece.starts(with: [0x5B, 0x5B]), piece.suffix(2).elementsEqual([0x5D, 0x5D]) {
                piece = piece.dropFirst(2).dropLast(2)
                if let bar = piece.firstIndex(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\\") }) {
                    piece = piece[..<bar]
                }
            }
            guard !piece.isEmpty else { continue }
            items.append(
                ValueReader.Item(text: String(decoding: piece, as: UTF8.self), range: piece.startIndex..<piece.endIndex)
            )
        }
        return items
    }

    /// `events-formirovanie-komplekta`: the beginning of the key, whole words, at most 40 characters.
    private mutating func anchor(_ table: String, _ key: String) -> String {
        let slug = Address.shortSlug(of: key, limit: 40)
        let base = "\(table)-\(slug.isEmpty ? "row" : slug)"
        var anchor = base
        var number = 2
        while !anchors.insert(anchor).inserted {
            anchor = "\(base)-\(number)"
            number += 1
        }
        return anchor
    }

    private func place(_ node: Int) -> SourceLocation { SourceLocation(file, document.nodes[node].range) }
}

extension FieldType {
    /// Whether a cell of this type holds items separated by `;`.
    package var takesSeveral: Bool {
        switch self {
        case .list, .references, .citation: true
        default: false
        }
    }
}
