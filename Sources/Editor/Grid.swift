import AlbumMarkdown
import Catalog
import Diagnostics
import Editing
import Formats
import Languages

/// A record table of a text, with the places of its cells: what a grid shows and where it writes.
struct Grid: Sendable {
    struct Cell: Sendable {
        /// Bytes of the file between the bars, blanks around the text left out.
        let range: Range<Int>
        /// As it is written, in Markdown.
        let text: String
        /// What the site reads in it; nothing where it is empty, or holds what the column does not take.
        let value: FieldValue?
    }

    struct Column: Sendable {
        let id: String
        /// All names by which a head means the column, the one in the text first.
        let names: [String]
        /// Nothing for one that the kind does not know.
        let field: FieldDefinition?
    }

    struct Row: Sendable {
        let cells: [Cell]
        /// Nothing for a row without any text.
        let role: RowRole?
    }

    let id: String
    let caption: String
    let definition: TableDefinition
    /// Bytes of the file from the heads to the end of the last row.
    let range: Range<Int>
    let columns: [Column]
    let rows: [Row]

    /// The record tables that stand in the text of a material; O(text).
    static func all(_ material: EditableMaterial, _ schema: Schema, edition: CalendarDate) -> [Grid] {
        let (file, kind) = (material.raw.file, material.kind)
        guard !kind.tables.isEmpty else { return [] }
        let document = MarkdownParser.parse(file: file, body: material.draft.body).document
        var reader = RecordTableReader(
            document: document, file: file, kind: kind,
            values: ValueReader(schema: schema, file: file, edition: edition))
        return reader.tables().map { Grid($0, document, file, kind.tables[$0.definition]) }
    }

    private init(_ table: RecordTable, _ document: Document, _ file: SourceFile, _ definition: TableDefinition) {
        (id, caption, self.definition) = (table.id, definition.headings[0], definition)
        var range = document.nodes[table.node].range
        while let last = file.bytes[range].last, last == 0x0A || last == 0x0D {
            range = range.lowerBound..<range.upperBound - 1
        }
        self.range = range
        columns = table.columns.enumerated().map { position, column in
            let field = column.definition.map { definition.columns[$0] }
            return Column(
                id: field?.id.rawValue ?? "column-\(position)",
                names: [column.title] + (field.map { [$0.label] + $0.aliases } ?? []), field: field)
        }
        var records: [Int: RecordTable.Record] = [:]
        for record in table.records { if let first = record.cells.first { records[first.node] = record } }
        rows = document.children(of: table.node).dropFirst().map { row in
            let nodes = Array(document.children(of: row).prefix(table.columns.count))
            let record = nodes.first.flatMap { records[$0] }
            let cells = nodes.enumerated().map { position, node in
                let range = document.nodes[node].range
                let value = record.flatMap { position < $0.cells.count ? $0.cells[position].value : nil }
                return Cell(range: range, text: file.text(range), value: value)
            }
            return Row(cells: cells, role: record?.role)
        }
    }

    /// The row, counted from 0, on whose line a byte of the file stands; nothing for the heads.
    func row(of offset: Int, in file: SourceFile) -> Int? {
        let line = file.position(at: offset).line
        return rows.firstIndex { row in
            row.cells.first.map { file.position(at: $0.range.lowerBound).line == line } ?? false
        }
    }

    /// The cell that holds a byte of the file.
    func place(of offset: Int) -> String? {
        for (number, row) in rows.enumerated() {
            for (column, cell) in zip(columns, row.cells)
            where cell.range.contains(offset) || cell.range.lowerBound == offset {
                return "\(id)/\(number)/\(column.id)"
            }
        }
        return nil
    }
}

/// A table that the kind of a material knows and its text has not.
struct GridOffer: Sendable {
    let caption: String
    /// Where it is put in, in bytes of the file.
    let offset: Int
    /// What is put in: the heads and an empty row, a heading above them where there is none.
    let text: String

    /// In the order of the kind.
    ///
    /// Those that stand in files of their own are left out. O(text).
    static func all(_ material: EditableMaterial, _ grids: [Grid]) -> [GridOffer] {
        let (file, kind, body) = (material.raw.file, material.kind, material.draft.body)
        let inFiles = material.tables.map { NameFolding.fold($0) }
        let document = MarkdownParser.parse(file: file, body: body).document
        return kind.tables.filter { table in
            !grids.contains { $0.definition.id == table.id }
                && !inFiles.contains { $0 == NameFolding.fold(table.id) || table.isNamed($0) }
        }.map { table in
            let rows = NewText.rows(table).joined(separator: "\n")
            let heading = document.children(of: 0).first { node in
                guard case .heading = document.nodes[node].kind else { return false }
                return table.isHeading(HeadingName.fold(PlainText.inline(document, node)))
            }
            if let heading {
                let end = file.lineRange(from: document.nodes[heading].range.upperBound - 1).upperBound
                return GridOffer(caption: table.headings[0], offset: end, text: "\n\n" + rows)
            }
            let gap = body.isEmpty || file.bytes[body].last == 0x0A ? "\n" : "\n\n"
            return GridOffer(
                caption: table.headings[0], offset: body.upperBound,
                text: gap + "## \(table.headings[0])\n\n" + rows + "\n")
        }
    }
}
