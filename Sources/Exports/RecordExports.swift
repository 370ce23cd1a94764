import AlbumModel
import Bodies
import Catalog
import Formats
import Linking
import Pages

/// The records of a material's tables as files: CSV for spreadsheets, JSON for programs.
///
/// On a site of several regions each record says of which it is, behind its own columns, so that files of several regions
/// can be put together: names in CSV, ids as `regions` in JSON.
struct RecordExports: Sendable {
    let album: Album
    let index: MaterialIndex

    private var material: Material { album.catalog.materials[index] }

    /// All files.
    func files() -> [ExportedFile] {
        album.compiled[index].tables.indices.flatMap { position in
            let id = album.compiled[index].tables[position].id
            func address(_ format: String) -> SiteAddress {
                DataFiles.records(ofPage: material.address, table: position, id: id, format)
            }
            return [
                ExportedFile(address: address("csv"), of: material.address) { csv(position) },
                ExportedFile(address: address("json"), of: material.address) { json(position) },
            ]
        }
    }

    /// A column of a file.
    private struct Column {
        /// What the kind says of it; nothing for a column of which it says nothing.
        let definition: FieldDefinition?
        /// Position in the table.
        let position: Int
        /// For people.
        let label: String
        /// For programs, unique among the columns.
        let key: String
    }

    /// All columns in the order of the table, also that which numbers the rows: whoever takes the file takes the table.
    private func columns(_ table: CompiledTable) -> [Column] {
        let definition = album.catalog.kind(of: material).tables[table.definition]
        var keys = Set(definition.columns.map(\.id.rawValue))
        return table.columns.enumerated().map { position, column in
            if let field = column.definition.map({ definition.columns[$0] }) {
                return Column(definition: field, position: position, label: field.label, key: field.id.rawValue)
            }
            let named = column.title.isEmpty ? [] : [column.title, "\(column.title) \(position + 1)"]
            return Column(
                definition: nil, position: position, label: column.title,
                key: named.first { keys.insert($0).inserted } ?? "column-\(position + 1)")
        }
    }

    private func csv(_ position: Int) -> [UInt8] {
        let table = album.compiled[index].tables[position]
        let columns = columns(table)
        var writer = CSVWriter()
        let regions = regions.map { album.catalog.schema.entry($0).name }.joined(separator: "; ")
        writer.row(columns.map(\.label) + [regionLabel].compactMap(\.self))
        for row in table.records {
            writer.row(
                columns.map { column in
                    column.position < row.cells.count ? plainText(row.cells[column.position], column.definition) : ""
                } + (regionLabel == nil ? [] : [regions]))
        }
        return writer.bytes
    }

    private func json(_ position: Int) -> [UInt8] {
        let table = album.compiled[index].tables[position]
        let columns = columns(table)
        var json = JSONWriter()
        json.lines(table.records) { json, row in
            json.object { json in
                json.member("id", row.anchor)
                for column in columns where column.position < row.cells.count {
                    json.key(column.key)
                    write(row.cells[column.position], to: &json)
                }
                if regionLabel != nil, !columns.contains(where: { $0.key == "regions" }) {
                    json.key("regions")
                    json.strings(regions.map { album.catalog.schema.entry($0).id.rawValue })
                }
            }
        }
        json.endLine()
        return json.bytes
    }

    private var regions: [EntryReference] { album.catalog.regions(of: material) }

    /// The heading of the column of regions; none on a site of one.
    private var regionLabel: String? {
        guard let axis = album.catalog.regionAxis, album.regionCoverage != nil else { return nil }
        let name = album.catalog.vocabularies[axis].label.one
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// A cell for a spreadsheet; empty where it holds no name of a list, or the dash that says that there is nothing.
    private func plainText(_ cell: CompiledTable.Cell, _ field: FieldDefinition?) -> String {
        switch cell.value {
        case nil where field?.type == .list || ValueReader.isDash(cell.text): ""
        case .number(let number): Self.decimal(number)
        case .share(let number): Self.decimal(number) + "%"
        case .list(let items): items.joined(separator: "; ")
        case .period(let period): period.text
        case .absentInSource: FieldValue.absenceMark
        default:
            album.catalog.names(referredToBy: cell.value, withdrawn: album.marked(withdrawn:))?.joined(separator: "; ")
                ?? cell.text
        }
    }

    private func id(of material: MaterialIndex) -> String { album.catalog.materials[material].id.rawValue }

    private static func decimal(_ number: Double) -> String { number.plainDecimal.replacing(".", with: ",") }

    /// A cell for a program; shares are numbers of per cent.
    private func write(_ cell: CompiledTable.Cell, to json: inout JSONWriter) {
        switch cell.value {
        case nil: json.null()
        case .number(let number), .share(let number): json.number(decimal: number.plainDecimal)
        case .flag(let flag): json.flag(flag)
        case .list(let items): json.strings(items)
        case .entries(let entries): json.strings(entries.map { album.catalog.schema.entry($0).id.rawValue })
        case .materials:
            let materials = album.catalog.materials(namedBy: cell.value)
            // A name that leads nowhere is told, and no value.
            if materials.isEmpty { json.null() } else { json.strings(materials.map { id(of: $0) }) }
        case .date(let date): json.string(date.description)
        case .period(let period):
            json.object { json in
                json.member("text", period.text)
                for (name, day) in [("start", period.start), ("end", period.end)] {
                    json.key(name)
                    if let day { json.string(day.description) } else { json.null() }
                }
                json.member("open", period.isOpen)
            }
        case .absentInSource: json.string(FieldValue.absenceMark)
        default: json.string(cell.text)
        }
    }
}
