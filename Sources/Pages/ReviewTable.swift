import Catalog
import Theming

/// A table with the view `review`: each row a form of discussion or expertise, its first number the respondents.
enum ReviewTable {
    /// «Профессиональная экспертиза: 132 респондента», a line for each row of a material's review tables.
    static func respondents(of index: MaterialIndex, _ page: Page) -> [String] {
        let kind = page.album.catalog.kind(of: page.album.catalog.materials[index])
        return page.album.compiled[index].tables.flatMap { table -> [String] in
            let definition = kind.tables[table.definition]
            guard definition.views.contains(.review), let key = table.column(definition.key, of: definition),
                let number = definition.columns.first(where: { $0.type == .number }),
                let column = table.column(number.id, of: definition)
            else { return [] }
            return table.records.compactMap { row in
                guard row.cells.count == table.columns.count, case .number(let count)? = row.cells[column].value,
                    let whole = Int(exactly: count)
                else { return nil }
                return "\(row.cells[key].text): \(page.wording.strings.counted(whole, CountWord.respondents))"
            }
        }
    }
}
