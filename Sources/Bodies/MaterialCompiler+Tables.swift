import AlbumMarkdown
import Catalog
import Diagnostics
import Formats
import Linking

/// A record table of a material, and where it goes on the page.
struct PlacedTable {
    enum Place {
        /// It stands in the text as a pipe table: the position of its node.
        case node(Int)
        /// It comes from a file: the position of the node before which it goes, or of the end.
        case before(Int)

        var node: Int? { if case .node(let node) = self { node } else { nil } }

        /// Places in the order of the page.
        var order: Int {
            switch self {
            case .node(let node): node * 2 + 1
            case .before(let node): node * 2
            }
        }
    }

    let table: RecordTable
    /// The text that holds its cells.
    let text: MaterialText
    let place: Place
    /// The heading it stands under.
    let caption: String
}

extension MaterialCompiler {
    /// The tables of the body and those of CSV files, in the order of the page; and the tables of the body that would be
    /// some under the right heading.
    func readTables(
        _ body: MaterialText, _ material: Material, _ tableFiles: [String: SourceFile], _ kind: Kind,
        _ compiled: inout Compilation
    ) -> (tables: [PlacedTable], unclaimed: [UnclaimedTable]) {
        guard !kind.tables.isEmpty else { return ([], []) }
        var reader = RecordTableReader(
            document: body.parsed.document, file: body.file, kind: kind, values: values(body.file, material))
        var tables = reader.tables().map { table in
            PlacedTable(
                table: table, text: body, place: .node(table.node),
                caption: body.parsed.outline.last { $0.node < table.node }?.text
                    ?? kind.tables[table.definition].headings[0])
        }
        for tableFile in material.tableFiles {
            guard
                let placed = readTable(
                    tableFile, tableFiles[tableFile.path], &reader, body, material, tables, &compiled)
            else { continue }
            tables.append(placed)
        }
        compiled.diagnostics += reader.diagnostics.filter { !material.isDraft || !Self.ofUnfinished.contains($0.code) }
        for placed in tables {
            let definition = kind.tables[placed.table.definition]
            compiled.diagnostics +=
                TableChecks(table: placed.table, definition: definition, file: placed.text.file).diagnostics()
            if let places = municipalities?.vocabulary {
                compiled.diagnostics +=
                    RowOwners(
                        table: placed.table, definition: definition, file: placed.text.file, material: material,
                        schema: schema, places: places
                    ).diagnostics()
            }
        }
        let ordered = tables.enumerated()
            .sorted { ($0.element.place.order, $0.offset) < ($1.element.place.order, $1.offset) }
            .map(\.element)
        return (ordered, reader.unclaimed)
    }

    /// What nobody needs to be told of a draft.
    private static let ofUnfinished: Set<DiagnosticCode> = [.missingCell, .noRows, .linkToDraft]

    private func values(_ file: SourceFile, _ material: Material) -> ValueReader {
        ValueReader(
            schema: schema, file: file,
            edition: edition, frame: material.timeFrame, day: material.date?.start ?? material.timeFrame?.start)
    }

    // MARK: Files

    /// The table of one file.
    private func readTable(
        _ tableFile: Material.TableFile, _ file: SourceFile?, _ reader: inout RecordTableReader,
        _ body: MaterialText, _ material: Material, _ tables: [PlacedTable], _ compiled: inout Compilation
    ) -> PlacedTable? {
        let definition = schema.kinds[material.kind].tables[tableFile.definition]
        compiled.body.sources.insert(tableFile.path)
        // One that is not there is told with the links; one that is no text was told when it was read.
        guard let file, let (text, uneven) = readCells(tableFile, file, definition, material, &compiled),
            let table = reader.table(
                in: text.parsed.document, text.file, tableFile.definition, values: values(text.file, material),
                uneven: uneven)
        else { return nil }
        let own = tables.first { $0.place.node != nil && $0.table.definition == tableFile.definition }
        if let own {
            compiled.diagnostics.append(
                Self.twice(own, table, text.file, definition, at: SourceLocation(body.file, tableFile.range)))
        }
        return place(table, tableFile, definition, text, body, &compiled)
    }

    /// Tells a table that the text has too, and where the two of them differ.
    private static func twice(
        _ own: PlacedTable, _ table: RecordTable, _ file: SourceFile, _ definition: TableDefinition,
        at place: SourceLocation
    ) -> Diagnostic {
        guard let difference = TableComparison(own.table, table, definition).difference else {
            return Diagnostic(.tableTwice, [definition.headings[0]], at: place)
        }
        let places = [
            difference.first.map { SourceLocation(own.text.file, $0) },
            difference.second.map { SourceLocation(file, $0) },
        ]
        return Diagnostic(
            .tablesDiffer, [definition.headings[0], difference.row], at: place, related: places.compactMap(\.self))
    }

    /// The cells of a CSV file and where its uneven rows begin; nothing when it is not there or no text, which is told.
    private func readCells(
        _ tableFile: Material.TableFile, _ file: SourceFile, _ definition: TableDefinition, _ material: Material,
        _ compiled: inout Compilation
    ) -> (text: MaterialText, uneven: Set<Int>)? {
        let csv = CSVTable(file, definition)
        compiled.diagnostics += csv.diagnostics
        compiled.diagnostics += TitleYear.diagnostic(csv.titles, of: file, frame: material.timeFrame).map { [$0] } ?? []
        guard !csv.rows.isEmpty else { return nil }
        let parsed = MarkdownParser.parse(file: file, rows: csv.rows.map { ($0.range, $0.cells) })
        return (read(parsed, file, .table(tableFile.path), &compiled), csv.unevenRows)
    }

    /// At the end of the section that the table's heading begins, before the next heading of any level.
    private func place(
        _ table: RecordTable, _ tableFile: Material.TableFile, _ definition: TableDefinition, _ text: MaterialText,
        _ body: MaterialText, _ compiled: inout Compilation
    ) -> PlacedTable {
        let document = body.parsed.document
        let end = document.nodes.count
        guard let position = body.parsed.outline.firstIndex(where: { definition.isNamed($0.text) }) else {
            compiled.diagnostics.append(
                Diagnostic(
                    .tableWithoutHeading, [definition.headings[0]], at: SourceLocation(body.file, tableFile.range)))
            return PlacedTable(table: table, text: text, place: .before(end), caption: definition.headings[0])
        }
        let tops = Set(document.children(of: 0))
        let next = body.parsed.outline[(position + 1)...].first { tops.contains($0.node) }?.node
        return PlacedTable(
            table: table, text: text, place: .before(next ?? end), caption: body.parsed.outline[position].text)
    }

    // MARK: Rows

    /// Renders the cells.
    func compile(_ tables: [PlacedTable], of kind: Kind, _ compiled: inout Compilation) {
        for placed in tables {
            let table = placed.table
            let definition = kind.tables[table.definition]
            let people =
                definition.views.contains(.calendar)
                ? RowColumn.people.compactMap { definition.column($0.id).flatMap { table.column($0) } } : []
            compiled.body.anchors.insert(table.id)
            compiled.body.anchors.formUnion(table.records.map(\.anchor))
            var renderer = HTMLRenderer(placed.text.parsed, options: placed.text.options)
            let rows = table.records.map { record in
                CompiledTable.Row(
                    anchor: record.anchor,
                    cells: record.cells.map { cell in
                        renderer.output.removeAll(keepingCapacity: true)
                        // It says what the row is, and shows nothing.
                        let isMark = RecordMark.isOne(placed.text.file.bytes[cell.range])
                        if !isMark { renderer.renderContent(of: cell.node) }
                        let pieces = renderer.output.contains(0) ? pieces(of: cell, in: placed.text) : []
                        if !pieces.isEmpty { compiled.body.hasLinksInCells = true }
                        return CompiledTable.Cell(
                            value: cell.value, text: cell.text, html: String(decoding: renderer.output, as: UTF8.self),
                            pieces: pieces)
                    }, role: record.role,
                    people: record.cells.count == table.columns.count ? people.map { record.cells[$0].range } : [])
            }
            compiled.body.tables.append(
                CompiledTable(
                    definition: table.definition, id: table.id, caption: placed.caption, columns: table.columns,
                    rows: rows, source: placed.text.source))
        }
    }

    /// The words of a cell with names in the places of links; none where it has no links, or names materials as its column does.
    private func pieces(of cell: RecordTable.Cell, in text: MaterialText) -> [CompiledTable.Cell.Piece] {
        if text.slots.links.isEmpty { return [] }
        if case .materials? = cell.value { return [] }
        let document = text.parsed.document
        var links = PlainText.LinkTexts()
        var names: [BodyContent.NamedText] = []
        func slot(_ name: BodyContent.NamedText) -> String {
            names.append(name)
            return "\0\(names.count - 1)\0"
        }
        for node in cell.node..<document.nodes[cell.node].end {
            guard let number = text.slots.links[node] else { continue }
            switch document.nodes[node].kind {
            case .wikiLink(let target):
                links.add(node, of: document) {
                    slot(.init(names: .link(number), otherwise: document.string(target)))
                } ending: {
                    slot(.init(names: .mark(number), otherwise: ""))
                }
            case .link: links.endings[node] = slot(.init(names: .mark(number), otherwise: ""))
            default: break
            }
        }
        if links.isEmpty { return [] }
        let words = PlainText.inline(document, cell.node, links)
        return words.split(separator: "\0", omittingEmptySubsequences: false).enumerated().compactMap { place, piece in
            if place % 2 == 0 { return piece.isEmpty ? nil : .text(String(piece)) }
            return Int(piece).map { .name(names[$0]) }
        }
    }
}
