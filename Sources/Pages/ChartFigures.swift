import Bodies
import Catalog
import Drawings
import Linking
import Theming

/// The charts in the text of a material, rendered.
struct ChartFigures {
    let page: Page
    let index: MaterialIndex
    var anchorPrefix = ""

    /// Nothing where the chart has a fault, which is reported.
    func html(_ position: Int) -> RawHTML? {
        let chart = page.album.compiled[index].charts[position]
        guard let table = page.album.numbers(of: chart, in: index) else { return nil }
        return page.fragment(view(chart, table, id: anchorPrefix + WrittenChart.anchor(position))).html
    }

    private func view(_ chart: WrittenChart, _ table: ChartTable, id: String) -> ChartView {
        let head = table.texts[0]
        let picture = BarChart(
            form: chart.form, title: chart.title, about: chart.about,
            parts: head.count > 2 ? Array(head.dropFirst()) : [], unit: chart.unit, rows: table.rows)
        let columns = head.enumerated().map { ColumnView($0.element, isNumber: $0.offset > 0) }
        let finding = ChartFinding(form: chart.form, table: table, strings: page.wording.strings).text
        let title = finding.map { page.wording.strings.text(Word.chartFinding, chart.title, $0) } ?? chart.title
        return ChartView(
            id: id, title: title, about: chart.about.isEmpty ? nil : chart.about,
            picture: RawHTML(picture.svg(id: id, page.wording.language)), columns: columns,
            rows: table.texts.dropFirst().map { texts in
                let cells = zip(texts, columns).map { text, column in
                    CellView(label: column.label, content: RawHTML(escaping: text), isNumber: column.isNumber)
                }
                return RecordRowView(id: "", head: cells[0], cells: Array(cells.dropFirst()))
            },
            source: table.source.map(source))
    }

    private func source(_ material: MaterialIndex, _ table: String) -> LinkView {
        let target = page.album.catalog.materials[material]
        let caption = page.album.compiled[material].tables.first { $0.id == table }?.caption ?? table
        // On its own page the table is a place; in an edition on one page the material's page has it.
        let url = page.url(to: target.address).at(table)
        return material == index
            ? LinkView(caption, page.address == target.address ? .place(table) : url)
            : LinkView("\(caption) — \(target.title)", url)
    }
}
