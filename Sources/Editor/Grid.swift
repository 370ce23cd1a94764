import AlbumMarkdown
import Catalog
import Diagnostics
import Editing
import Formats
import Languages

/// A table of a text, with the places of its cells: what a grid shows and where it writes.
///
/// Most are record tables of the kind; the others are plain ones, of which nothing is known but their heads.
struct Grid: Sendable {
    struct Cell: Sendable {
        /// Bytes of the file between the bars, blanks around the text left out.
        let range: Range<Int>
        /// As it is written, in Markdown.
        let text: String
        /// What the site reads in it; nothing where it is empty, or holds what the column does not take.
        let value: FieldValue?

        /// Whether nothing stands in it that anybody sees.
        var isEmpty: Bool { text == RecordMark.text || !text.contains { !$0.isWhitespace } }
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
    /// Nothing for a plain table.
    let definition: TableDefinition?
    /// Bytes of the file from the heads to the end of the last row.
    let range: Range<Int>
    let columns: [Column]
    let rows: [Row]

    /// The tables that stand in the text of a material, in its order; O(text).
    ///
    /// Those within an item of a list or a quotation are left out: their lines do not begin with them.
    static func all(
        _ material: EditableMaterial, _ schema: Schema, edition: CalendarDate, language: Language = .ru
    ) -> [Grid] {
        let (file, kind) = (material.raw.file, material.kind)
        let document = MarkdownParser.parse(file: file, body: material.draft.body).document
        var reader = RecordTableReader(
            document: document, file: file, kind: kind,
            values: ValueReader(schema: schema, file: file, edition: edition))
        let records = Dictionary(uniqueKeysWithValues: reader.tables().map { ($0.node, $0) })
        var names = PlainNames(language: language)
        return document.children(of: 0).compactMap { node in
            switch document.nodes[node].kind {
            case .heading:
                names.heading = PlainText.inline(document, node)
                return nil
            case .table:
                guard let table = records[node] else { return Grid(node, names.next(), document, file) }
                return Grid(table, document, file, kind.tables[table.definition])
            default: return nil
            }
        }
    }

    /// Names of plain tables: an id by their order, the heading above them as a caption.
    private struct PlainNames {
        let language: Language
        var heading = ""
        private var count = 0
        private var captions: [String: Int] = [:]

        init(language: Language) { self.language = language }

        mutating func next() -> (id: String, caption: String) {
            count += 1
            let number = String(count)
            guard !heading.isEmpty else { return ("table-\(number)", GridWord.plainTable.text(language, number)) }
            captions[heading, default: 0] += 1
            let place = captions[heading] ?? 1
            return (
                "table-\(number)",
                place == 1 ? heading : GridWord.furtherTable.text(language, heading, String(place))
            )
        }
    }

    private static func range(_ node: Int, _ document: Document, _ file: SourceFile) -> Range<Int> {
        var range = document.nodes[node].range
        while let last = file.bytes[range].last, last == 0x0A || last == 0x0D {
            range = range.lowerBound..<range.upperBound - 1
        }
        return range
    }

    private init(_ node: Int, _ name: (id: String, caption: String), _ document: Document, _ file: SourceFile) {
        (id, caption, definition) = (name.id, name.caption, nil)
        range = Self.range(node, document, file)
        let lines = Array(document.children(of: node))
        let heads = lines.first.map { document.children(of: $0).map { PlainText.inline(document, $0) } } ?? []
        columns = heads.enumerated().map { Column(id: "column-\($0.offset)", names: [$0.element], field: nil) }
        rows = lines.dropFirst().map { line in
            let cells = document.children(of: line).prefix(heads.count).map { cell in
                let range = document.nodes[cell].range
                return Cell(range: range, text: file.text(range), value: nil)
            }
            return Row(cells: Array(cells), role: nil)
        }
    }

    private init(_ table: RecordTable, _ document: Document, _ file: SourceFile, _ definition: TableDefinition) {
        (id, caption, self.definition) = (table.id, definition.headings[0], definition)
        range = Self.range(table.node, document, file)
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

    /// The columns that the kind knows for it and that it has not.
    var lacking: [FieldDefinition] {
        Self.lacking(columns, definition)
    }

    /// The columns of a definition that are not among these.
    static func lacking(_ columns: [Column], _ definition: TableDefinition?) -> [FieldDefinition] {
        (definition?.columns ?? []).filter { field in !columns.contains { $0.field?.id == field.id } }
    }

    /// What a cell is called in a sentence: by its head, and by its place where the head has no name.
    func cellName(_ row: Int, _ column: String, _ language: Language) -> String {
        let place = columns.firstIndex { $0.id == column } ?? 0
        let head = columns.indices.contains(place) ? columns[place].field?.label ?? columns[place].names[0] : ""
        return head.isEmpty
            ? PlaceWord.namelessCell.text(language, caption, String(row + 1), String(place + 1))
            : PlaceWord.cell.text(language, caption, String(row + 1), head)
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
            !grids.contains { $0.definition?.id == table.id }
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
