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
    private var document: Document
    private var file: SourceFile
    private let kind: Kind
    private var values: ValueReader
    /// Whether a quotation mark in a cell is written twice.
    private var doublesQuotes = false
    private var anchors: Set<String> = []
    /// The last number given to each beginning of an anchor.
    private var bases: [String: Int] = [:]
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
                if let definition = definition(under: headings.map(\.text)), knowsAColumn(of: index, definition) {
                    result.append(table(at: index, definition))
                }
            default: continue
            }
        }
        return result
    }

    /// The table that a CSV file holds, further to those of the text; nothing when it has no rows.
    ///
    /// - Parameter document: the cells of the file.
    package mutating func table(
        in document: Document, _ file: SourceFile, _ definition: Int, values: ValueReader
    ) -> RecordTable? {
        problems += self.values.diagnostics
        (self.document, self.file, self.values, doublesQuotes) = (document, file, values, true)
        return document.children(of: 0).first { _ in true }.map { table(at: $0, definition) }
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

    /// Whether at least one head is a column of the definition: a table without one is a plain table of the text.
    private func knowsAColumn(of node: Int, _ definition: Int) -> Bool {
        var rows = document.children(of: node)
        guard let head = rows.next() else { return false }
        return document.children(of: head).contains {
            kind.tables[definition].column(named: PlainText.inline(document, $0)) != nil
        }
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
        let items = field.type.takesItems ? items(in: range) : [ValueReader.Item(text: text, range: range)]
        return RecordTable.Cell(value: values.value(of: items, field), text: text, node: node, range: range)
    }

    /// The items of a cell: separated by `;`, without white space.
    private func items(in range: Range<Int>) -> [ValueReader.Item] {
        file.bytes[range].split(separator: UInt8(ascii: ";")).compactMap { piece in
            var piece = piece
            while let first = piece.first, first <= 0x20 { piece.removeFirst() }
            while let last = piece.last, last <= 0x20 { piece.removeLast() }
            guard !piece.isEmpty else { return nil }
            let name = RecordLink.name(in: Array(piece))
            return ValueReader.Item(
                text: doublesQuotes ? name.replacing("\"\"", with: "\"") : name,
                range: piece.startIndex..<piece.endIndex)
        }
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
    fileprivate var takesItems: Bool {
        switch self {
        case .list, .reference, .references, .citation: true
        default: false
        }
    }
}

/// A name in a cell, which may be written as a link.
///
/// `[[id]]`, `[[id|text]]` and `[text](../documents/id.md#place)` name the material that they lead to.
private enum RecordLink {
    static func name(in item: [UInt8]) -> String {
        if item.starts(with: Array("[[".utf8)), item.suffix(2).elementsEqual("]]".utf8) {
            let inner = item.dropFirst(2).dropLast(2)
            return text(inner.prefix { $0 != UInt8(ascii: "|") && $0 != UInt8(ascii: "\\") })
        }
        if item.first == UInt8(ascii: "["), item.last == UInt8(ascii: ")"),
            let bracket = item.firstIndex(of: UInt8(ascii: "]")), bracket + 1 < item.count,
            item[bracket + 1] == UInt8(ascii: "(")
        {
            return id(ofPath: text(item[(bracket + 2)...].dropLast().prefix { $0 != UInt8(ascii: "#") }))
        }
        return text(item[...])
    }

    /// `../documents/order.md` → `documents/order`.
    private static func id(ofPath path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != ".." && $0 != "." }
        let joined = parts.joined(separator: "/")
        return joined.hasSuffix(".md") ? String(joined.dropLast(3)) : joined
    }

    /// A bar within a cell is written `\|`.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        for byte in bytes {
            if byte == UInt8(ascii: "|"), result.last == UInt8(ascii: "\\") { result.removeLast() }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
