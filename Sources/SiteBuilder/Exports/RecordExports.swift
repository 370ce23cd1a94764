import Catalog
import Linking

/// The records of a material's tables as files: CSV for spreadsheets, JSON for programs.
struct RecordExports {
    let context: SiteContext
    let index: Int

    private var material: Material { context.catalog.materials[index] }

    /// `data/roadmaps/rma.csv`; from the second table on with the table's id: `data/roadmaps/rma-figures.csv`.
    ///
    /// Without the extension.
    static func path(of material: Material, table: Int, in tables: [CompiledTable]) -> String {
        let base = "data/" + material.address.dropLast(".html".utf8.count)
        return table == 0 ? base : "\(base)-\(tables[table].id)"
    }

    /// All files, path and bytes.
    func files() -> [(path: String, bytes: [UInt8])] {
        context.compiled[index].tables.indices.flatMap { position in
            let path = Self.path(of: material, table: position, in: context.compiled[index].tables)
            return [("\(path).csv", csv(position)), ("\(path).json", json(position))]
        }
    }

    /// The columns that the kind knows, with their positions in the table.
    private func columns(_ table: CompiledTable) -> [(definition: FieldDefinition, position: Int)] {
        let definition = context.catalog.kind(of: material).tables[table.definition]
        return table.columns.enumerated().compactMap { position, column in
            column.definition.map { (definition.columns[$0], position) }
        }
    }

    private func csv(_ position: Int) -> [UInt8] {
        let table = context.compiled[index].tables[position]
        let columns = columns(table)
        var writer = CSVWriter()
        writer.row(columns.map(\.definition.label))
        for row in table.records {
            writer.row(
                columns.map { column in
                    column.position < row.cells.count ? plainText(row.cells[column.position], column.definition) : ""
                })
        }
        return writer.bytes
    }

    private func json(_ position: Int) -> [UInt8] {
        let table = context.compiled[index].tables[position]
        let columns = columns(table)
        var writer = JSONWriter()
        writer.array(table.records) { writer, row in
            writer.object { object in
                object.member("id", .text(row.anchor))
                for column in columns where column.position < row.cells.count {
                    object.member(column.definition.id.rawValue, jsonValue(row.cells[column.position]))
                }
            }
        }
        return writer.bytes
    }

    /// A cell for a spreadsheet; empty where it holds no name of a list, or the dash that says that there is nothing.
    private func plainText(_ cell: CompiledTable.Cell, _ field: FieldDefinition) -> String {
        switch cell.value {
        case nil where field.type == .list || ValueReader.isDash(cell.text): ""
        case .number(let number): Self.decimal(number)
        case .share(let number): Self.decimal(number) + "%"
        case .list(let items): items.joined(separator: "; ")
        case .period(let period): period.text
        case .absentInSource: FieldValue.absenceMark
        default: context.catalog.names(referredToBy: cell.value)?.joined(separator: "; ") ?? cell.text
        }
    }

    private static func decimal(_ number: Double) -> String { number.plainDecimal.replacing(".", with: ",") }

    /// A cell for a program; shares are numbers of per cent.
    private func jsonValue(_ cell: CompiledTable.Cell) -> JSONWriter.Value {
        switch cell.value {
        case nil: .null
        case .number(let number), .share(let number): .number(number.plainDecimal)
        case .flag(let flag): .flag(flag)
        case .list(let items): .texts(items)
        case .entries(let entries): .texts(entries.map { context.catalog.schema.entry($0).id.rawValue })
        case .materials(let materials): .texts(materials.map { context.catalog.materials[$0].id.rawValue })
        case .date(let date): .text(date.description)
        case .period(let period):
            .members([
                ("text", .text(period.text)), ("start", period.start.map { .text($0.description) } ?? .null),
                ("end", period.end.map { .text($0.description) } ?? .null), ("open", .flag(period.isOpen)),
            ])
        case .absentInSource: .text(FieldValue.absenceMark)
        default: .text(cell.text)
        }
    }
}
