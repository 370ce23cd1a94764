import Catalog
import Theming

/// Fields into which a reader enters the points of a score sheet.
///
/// Hidden until the script of the theme shows it and adds up, so that without JavaScript the table alone stands there.
/// A position without positions below it has a field for each parameter and for the penalty; the others have sums.
struct ScoreSheetForm {
    let context: SiteContext
    let table: CompiledTable
    let definition: TableDefinition
    /// Beginning of the ids; unique on the page.
    let id: String

    /// Nothing where the table has no maxima.
    func html() -> RawHTML? {
        guard definition.views.contains(.scoreSheet), let key = table.column(definition.key, of: definition),
            let maximum = table.column("maximum", of: definition)
        else { return nil }
        let parent = table.column("parent", of: definition)
        let rows = table.rows.filter { $0.cells.count == table.columns.count }
        let places = Dictionary(
            rows.indices.map { (NameFolding.fold(rows[$0].cells[key].text), $0) },
            uniquingKeysWith: { first, _ in first })
        let above = rows.indices.map { index in
            parent.flatMap { places[NameFolding.fold(rows[index].cells[$0].text)] }.flatMap { $0 == index ? nil : $0 }
        }
        let groups = Set(above.compactMap(\.self))
        let lines = rows.indices.map { index in
            let limit = rows[index].cells[maximum].value?.measure
            let fields = groups.contains(index) ? "" : fields(of: rows[index], limit: limit)
            let owner = above[index].map { " data-above=\"\($0)\"" } ?? ""
            let full = limit.map { " data-maximum=\"\($0.plainDecimal)\"" } ?? ""
            return """
                <div class="score-row" role="group" aria-labelledby="\(id)--\(index)"\(owner)\(full)>
                <p id="\(id)--\(index)">\(Escaping.html(rows[index].cells[key].text))</p>
                \(fields)<output></output>
                </div>

                """
        }
        return RawHTML(
            """
            <div class="score-sheet" data-total="\(Escaping.html(context.word(.scoreTotal)))" hidden>
            <p class="quiet">\(Escaping.html(context.word(.scoreAbout)))</p>
            \(lines.joined())<button type="button">\(Escaping.html(context.word(.scoreClear)))</button>
            </div>
            """)
    }

    private func fields(of row: CompiledTable.Row, limit: Double?) -> String {
        let skipped: Set<FieldID> = ["maximum", "level"]
        let columns = table.columns.indices.filter { position in
            guard let field = table.columns[position].definition.map({ definition.columns[$0] }) else { return false }
            return field.type == .number && !skipped.contains(field.id)
        }
        let known = columns.reduce(0) { $0 + max(0, row.cells[$1].value?.measure ?? 0) }
        return columns.map { position in
            switch row.cells[position].value {
            case .number(let points): field(table.columns[position].title, min(0, points), max(0, points))
            case .absentInSource: field(table.columns[position].title, 0, max(0, (limit ?? known) - known))
            default: ""
            }
        }.joined()
    }

    private func field(_ label: String, _ least: Double, _ most: Double) -> String {
        let (least, most) = (least.plainDecimal, most.plainDecimal)
        return "<label>\(Escaping.html(label)) <span class=\"quiet\">\(least) … \(most)</span> "
            + "<input type=\"number\" min=\"\(least)\" max=\"\(most)\" step=\"any\" inputmode=\"decimal\"></label>\n"
    }
}
