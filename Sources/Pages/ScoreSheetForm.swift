import Bodies
import Catalog
import Formats
import Languages
import Theming

/// Fields into which a reader enters the points of a score sheet.
///
/// A position without positions below it has a field for each parameter and for the penalty; the others have sums. A
/// penalty is entered with or without its sign.
struct ScoreSheetForm {
    let page: Page
    let table: CompiledTable
    let definition: TableDefinition
    private let meanings: [String: String]

    /// - Parameter index: position of the material that the table belongs to.
    init(page: Page, table: CompiledTable, definition: TableDefinition, index: MaterialIndex) {
        self.page = page
        self.table = table
        self.definition = definition
        meanings = Self.meanings(page, index)
    }

    /// Nothing where the table has no maxima.
    func view() -> ScoreSheetView? {
        guard definition.views.contains(.scoreSheet), let key = table.column(definition.key, of: definition),
            let maximum = table.column("maximum", of: definition)
        else { return nil }
        let rows = table.records.filter { $0.cells.count == table.columns.count }
        let above = above(rows, key)
        let groups = Set(above.compactMap(\.self))
        return ScoreSheetView(
            id: "points-\(table.id)",
            rows: rows.indices.map { index in
                let limit = rows[index].cells[maximum].value?.measure
                return ScoreRowView(
                    id: "points-\(rows[index].anchor)", name: rows[index].cells[key].text,
                    level: level(of: index, above), above: above[index], maximum: limit?.plainDecimal,
                    fields: groups.contains(index) ? [] : fields(of: rows[index], limit: limit))
            })
    }

    /// The position above each, as the column `parent` names it.
    private func above(_ rows: [CompiledTable.Row], _ key: Int) -> [Int?] {
        guard let parent = table.column("parent", of: definition) else { return rows.map { _ in nil } }
        let places = Dictionary(
            rows.indices.map { (NameFolding.fold(rows[$0].cells[key].text), $0) },
            uniquingKeysWith: { first, _ in first })
        return rows.indices.map { index in
            let place = places[NameFolding.fold(rows[index].cells[parent].text)]
            return place == index ? nil : place
        }
    }

    /// From 1; a circle of positions, which is reported, ends where it began.
    private func level(of index: Int, _ above: [Int?]) -> Int {
        var path: Set<Int> = [index]
        var place = above[index]
        while let next = place, path.insert(next).inserted { place = above[next] }
        return path.count
    }

    private func fields(of row: CompiledTable.Row, limit: Double?) -> [ScoreFieldView] {
        let columns = table.columns.indices.compactMap { position -> (position: Int, id: FieldID)? in
            guard let field = table.columns[position].definition.map({ definition.columns[$0] }),
                field.type == .number, field.id != "maximum", field.id != "level"
            else { return nil }
            return (position, field.id)
        }
        func decimal(_ points: Double) -> String { NumberText.decimal(points, page.wording.language) }
        return columns.compactMap { position, id in
            let field: (least: Double, most: Double?, limit: String)
            switch row.cells[position].value {
            case .number(let points):
                let word = points < 0 ? Word.scorePenalty : Word.scoreLimit
                field = (min(0, points), max(0, points), page.wording.strings.text(word, decimal(abs(points))))
            // The source has lost the number: none is made up, the limit of the position alone is known.
            case .absentInSource:
                let known = limit.map { page.wording.strings.text(Word.scoreUnknownOf, decimal($0)) }
                field = (0, nil, known ?? page.wording.word(.scoreUnknown))
            default: return nil
            }
            let title = table.columns[position].title
            return ScoreFieldView(
                name: "\(row.anchor).\(id)", label: title, about: meanings[NameFolding.fold(title)], limit: field.limit,
                least: field.least.plainDecimal, most: field.most?.plainDecimal)
        }
    }

    /// What each parameter means, by its folded name: the material's table `parameters`, its key and the column behind.
    private static func meanings(_ page: Page, _ index: MaterialIndex) -> [String: String] {
        let kind = page.album.catalog.kind(of: page.album.catalog.materials[index])
        var meanings: [String: String] = [:]
        for table in page.album.compiled[index].tables {
            let definition = kind.tables[table.definition]
            guard definition.id == "parameters", let key = table.column(definition.key, of: definition),
                let meaning = table.column("meaning", of: definition)
            else { continue }
            for row in table.rows where row.cells.count == table.columns.count {
                meanings[NameFolding.fold(row.cells[key].text)] = row.cells[meaning].text
            }
        }
        return meanings
    }
}
