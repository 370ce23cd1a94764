import Bodies
import Catalog
import Formats
import Languages
import Theming

/// Fields into which a reader enters the points of a score sheet.
///
/// A position without positions below it has a field for each parameter and for the penalty; the others have sums. Where
/// a column of stages names some, each column whose points can be shared out evenly has a field for each of them. A
/// penalty of whole points is chosen.
struct ScoreSheetForm {
    let page: Page
    let table: CompiledTable
    let definition: TableDefinition
    private let index: MaterialIndex
    private var points: PointColumns { definition.sheet.points }
    private let meanings: [String: String]

    /// - Parameter index: position of the material that the table belongs to.
    init(page: Page, table: CompiledTable, definition: TableDefinition, index: MaterialIndex) {
        self.page = page
        self.table = table
        self.definition = definition
        self.index = index
        meanings = Self.meanings(page, index, definition.sheet.points)
    }

    /// Nothing where the table has no maxima.
    func view() -> ScoreSheetView? {
        guard definition.views.contains(.scoreSheet), let key = table.column(definition.key, of: definition),
            let maximum = table.column(points.maximum, of: definition)
        else { return nil }
        let rows = table.records.filter { $0.cells.count == table.columns.count }
        let above = above(rows, key)
        let groups = Set(above.compactMap(\.self))
        return ScoreSheetView(
            sheet: SheetView(
                id: "points-\(table.id)", page: page, index: index,
                subject: definition.sheet.subject),
            rows: rows.indices.map { index in
                let limit = rows[index].cells[maximum].value?.measure
                return ScoreRowView(
                    id: "points-\(rows[index].anchor)", name: rows[index].cells[key].text,
                    level: level(of: index, above), above: above[index], maximum: limit?.plainDecimal,
                    parts: groups.contains(index) ? [] : parts(of: rows[index], limit: limit))
            })
    }

    /// The position above each, as the column `parent` names it.
    private func above(_ rows: [CompiledTable.Row], _ key: Int) -> [Int?] {
        guard let parent = table.column(points.parent, of: definition) else { return rows.map { _ in nil } }
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

    /// A column of points with what it gives in a row.
    private struct Points {
        let id: FieldID
        let title: String
        /// None where the source has lost it.
        let most: Double?
    }

    private func points(of row: CompiledTable.Row) -> [Points] {
        table.columns.indices.compactMap { position in
            guard let field = table.columns[position].definition.map({ definition.columns[$0] }),
                points.isParameter(field) || field.id == points.penalty && field.type == .number
            else { return nil }
            switch row.cells[position].value {
            case .number(let points): return Points(id: field.id, title: table.columns[position].title, most: points)
            case .absentInSource: return Points(id: field.id, title: table.columns[position].title, most: nil)
            default: return nil
            }
        }
    }

    /// Of each stage, what it gives for itself; behind them what only the whole position has.
    private func parts(of row: CompiledTable.Row, limit: Double?) -> [ScorePartView] {
        let all = points(of: row)
        var stages: [String] = []
        if let column = table.column(points.stages, of: definition), case .list(let names)? = row.cells[column].value {
            stages = names
        }
        let shared = stages.count > 1 ? all.filter { $0.most.map { Self.isEven($0, stages.count) } ?? false } : []
        var parts = stages.enumerated().map { place, stage in
            ScorePartView(
                id: "stage-\(row.anchor)-\(place + 1)", stage: stage,
                fields: shared.map { points in
                    field(
                        Points(id: points.id, title: points.title, most: points.most.map { $0 / Double(stages.count) }),
                        of: row, limit: limit, stage: (place + 1, stage))
                })
        }
        parts.removeAll(where: \.fields.isEmpty)
        let whole = all.filter { points in !shared.contains { $0.id == points.id } }
        if !whole.isEmpty {
            parts.append(
                ScorePartView(
                    id: "stage-\(row.anchor)-0", fields: whole.map { field($0, of: row, limit: limit, stage: nil) }))
        }
        return parts
    }

    /// Whether each of so many stages gets a whole number of points.
    private static func isEven(_ points: Double, _ stages: Int) -> Bool {
        points.truncatingRemainder(dividingBy: Double(stages)) == 0
    }

    private func decimal(_ points: Double) -> String { NumberText.decimal(points, page.wording.language) }

    private func field(
        _ points: Points, of row: CompiledTable.Row, limit: Double?, stage: (place: Int, name: String)?
    ) -> ScoreFieldView {
        let name = "\(row.anchor).\(points.id)"
        var field = ScoreFieldView(
            name: stage.map { "\(name).\($0.place)" } ?? name, label: points.title, stage: stage?.name,
            former: stage == nil ? nil : name, about: meanings[NameFolding.fold(points.title)], limit: "", least: "0",
            most: nil)
        guard let most = points.most else {
            // The source has lost the number: none is made up, the limit of the position alone is known.
            let known = limit.map { page.wording.strings.text(Word.scoreUnknownOf, decimal($0)) }
            field.limit = known ?? page.wording.word(.scoreUnknown)
            return field
        }
        field.limit = page.wording.strings.text(most < 0 ? Word.scorePenalty : Word.scoreLimit, decimal(abs(most)))
        field.least = min(0, most).plainDecimal
        field.most = max(0, most).plainDecimal
        field.choices = penalties(most)
        return field
    }

    /// Each whole number of points that can be taken off; none where a penalty is no whole number, and for points.
    private func penalties(_ most: Double) -> [ScoreChoiceView] {
        guard most < 0, Self.isEven(most, 1), most >= -Self.longestPenalty else { return [] }
        return [ScoreChoiceView(value: "", label: page.wording.word(.scoreTakeNothing))]
            + (1...Int(-most)).map { taken in
                ScoreChoiceView(
                    value: "-\(taken)",
                    label: page.wording.strings.text(
                        Word.scoreTake, page.wording.strings.counted(taken, CountWord.points)))
            }
    }

    /// More points than these are written.
    private static let longestPenalty = 20.0

    /// What each parameter means, by its folded name: the material's table that the kind names, its key and a column.
    private static func meanings(
        _ page: Page, _ index: MaterialIndex, _ points: PointColumns
    ) -> [String: String] {
        let kind = page.album.catalog.kind(of: page.album.catalog.materials[index])
        var meanings: [String: String] = [:]
        for table in page.album.compiled[index].tables {
            let definition = kind.tables[table.definition]
            guard definition.id == points.meaningsTable, let key = table.column(definition.key, of: definition),
                let meaning = table.column(points.meaning, of: definition)
            else { continue }
            for row in table.rows where row.cells.count == table.columns.count {
                meanings[NameFolding.fold(row.cells[key].text)] = row.cells[meaning].text
            }
        }
        return meanings
    }
}
