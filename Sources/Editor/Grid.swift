import AlbumMarkdown
import Catalog
import Diagnostics
import Editing
import Formats

/// A record table of a text, with the places of its cells: what a grid shows and where it writes.
struct Grid: Sendable {
    struct Cell: Sendable {
        /// Bytes of the file between the bars, blanks around the text left out.
        let range: Range<Int>
        /// As it is written, in Markdown.
        let text: String
    }

    let id: String
    let caption: String
    /// With all names by which a head means the column, the one in the text first.
    let columns: [(id: String, names: [String])]
    let rows: [[Cell]]

    /// The record tables that stand in the text of a material; O(text).
    static func all(_ material: EditableMaterial, _ schema: Schema, edition: CalendarDate) -> [Grid] {
        let (file, kind) = (material.raw.file, material.kind)
        guard !kind.tables.isEmpty else { return [] }
        let document = MarkdownParser.parse(file: file, body: material.draft.body).document
        var reader = RecordTableReader(
            document: document, file: file, kind: kind,
            values: ValueReader(schema: schema, file: file, edition: edition))
        return reader.tables().map { table in
            let definition = kind.tables[table.definition]
            return Grid(
                id: table.id, caption: definition.headings[0],
                columns: table.columns.enumerated().map { position, column in
                    column.definition.map { known in
                        let field = definition.columns[known]
                        return (field.id.rawValue, [column.title, field.label] + field.aliases)
                    } ?? ("column-\(position)", [column.title])
                },
                rows: document.children(of: table.node).dropFirst().map { row in
                    document.children(of: row).prefix(table.columns.count).map { cell in
                        let range = document.nodes[cell].range
                        return Cell(range: range, text: file.text(range))
                    }
                })
        }
    }

    /// The cell that holds a byte of the file.
    func place(of offset: Int) -> String? {
        for (number, row) in rows.enumerated() {
            for (column, cell) in zip(columns, row) where cell.range.contains(offset) || cell.range.lowerBound == offset
            {
                return "\(id)/\(number)/\(column.id)"
            }
        }
        return nil
    }
}
