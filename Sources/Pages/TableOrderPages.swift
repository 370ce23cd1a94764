import AlbumModel
import Bodies
import Catalog
import Linking
import Theming

/// A crosswalk in the order of one of its numberings, on a page of its own: `indicators/list.by-number-139.html`.
///
/// The column of the numbering stands first, the other numbers behind it; rows without a number come last. It needs no
/// script, prints, and has an address that can be passed on.
struct TableOrder: Sendable {
    /// Position among the tables of the material.
    let table: Int
    /// Position among the columns of that table.
    let column: Int
    let address: SiteAddress

    /// One for each numbering of the crosswalks of a material that have two of them at least.
    static func all(_ album: Album, _ index: MaterialIndex) -> [TableOrder] {
        let material = album.catalog.materials[index]
        let kind = album.catalog.kind(of: material)
        let tables = album.compiled[index].tables
        return tables.indices.flatMap { position -> [TableOrder] in
            let definition = kind.tables[tables[position].definition]
            guard definition.views.contains(.crosswalk) else { return [] }
            let numberings = tables[position].numberings(of: definition)
            guard numberings.count > 1 else { return [] }
            return numberings.map { column, id in
                let name = position == 0 ? "\(id)" : "\(tables[position].id)-\(id)"
                return TableOrder(
                    table: position, column: column,
                    address: material.address.companion("by-\(name).html"))
            }
        }
    }

    /// Positions of the columns, this one and the other numberings first.
    func columns(of table: CompiledTable, _ definition: TableDefinition) -> [Int] {
        let numbers = table.numberings(of: definition).map(\.column)
        let first = [column] + numbers.filter { $0 != column }
        return first + table.columns.indices.filter { !first.contains($0) }
    }

    /// The rows by their number in this column.
    func rows(of table: CompiledTable) -> [CompiledTable.Row] {
        func number(_ row: CompiledTable.Row) -> Double {
            if column < row.cells.count, case .number(let number)? = row.cells[column].value {
                number
            } else {
                .infinity
            }
        }
        return table.rows.map { ($0, number($0)) }.enumerated()
            .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
    }
}

extension CompiledTable {
    /// Columns of the numberings, with their ids, in the order of the table.
    fileprivate func numberings(of definition: TableDefinition) -> [(column: Int, id: FieldID)] {
        columns.enumerated().compactMap { position, column in
            guard let id = column.definition.map({ definition.columns[$0].id }), definition.numberings.contains(id)
            else { return nil }
            return (position, id)
        }
    }
}

/// The page of one order of a table.
struct TableOrderPage {
    let page: Page
    let index: MaterialIndex
    let order: TableOrder

    func view() -> TableOrderView {
        let material = page.album.catalog.materials[index]
        let kind = page.album.catalog.kind(of: material)
        let column = page.album.compiled[index].tables[order.table].columns[order.column].title
        let title = page.wording.strings.text(Word.pageTableOrder, material.title, column)
        let body = page.album.body(of: index, at: BodyPlace(page: page.address))
        let tables = RecordTables(page: page, index: index, body: body)
        return TableOrderView(
            frame: page.frame(
                title: page.wording.strings.text(Word.pageTableOrder, page.album.pageTitle(of: index), column),
                breadcrumbs: [(kind.title, SitePages.list(kind)), (material.title, material.address)],
                current: SitePages.list(kind)),
            title: title, table: tables.view(order.table, in: order))
    }
}
