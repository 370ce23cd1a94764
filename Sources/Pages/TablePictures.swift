import AlbumModel
import Bodies
import Catalog
import Drawings
import Theming

/// The pictures above a record table, as its kind declares: a timeline or a chart.
struct TablePictures {
    let page: Page
    let table: CompiledTable
    let definition: TableDefinition
    /// Beginning of the ids in the picture; unique on the page.
    let id: String
    /// Before the anchors of rows, on a page that is not their own.
    var anchorPrefix = ""

    private func position(_ type: FieldType) -> Int? {
        table.columns.firstIndex { column in column.definition.map { definition.columns[$0].type == type } ?? false }
    }

    /// The column whose texts name the rows.
    private var key: Int? { table.column(definition.key, of: definition) }

    /// Nothing where the kind asks for none, no row has a day or several rows have one and the same term.
    func timeline() -> TimelineView? {
        guard definition.views.contains(.timeline), let term = position(.period), let key else { return nil }
        // A table may be named by its terms; then the next column says what happened.
        let name = key == term ? table.columns.indices.first { $0 != term } ?? term : key
        let rows = table.records.compactMap { row -> Timeline.Row? in
            guard row.cells.count == table.columns.count, case .period(let period)? = row.cells[term].value,
                period.isUnderstood
            else { return nil }
            return Timeline.Row(
                name: row.cells[name].text, term: page.wording.text(period), period: period,
                change: page.wording.changeText(RowChange(row, of: table, definition)),
                anchor: anchorPrefix + row.anchor)
        }
        guard rows.count < 3 || rows.contains(where: { $0.term != rows[0].term }) else { return nil }
        return Timeline(rows: rows, caption: table.caption, id: id, strings: page.wording.strings).view()
    }

    /// Shares when there are two at least, else numbers: both on one picture would have no common measure.
    ///
    /// A sum stands not among its parts. Nothing where the kind asks for none, or where all values are equal.
    func chart() -> RawHTML? {
        guard definition.views.contains(.chart) else { return nil }
        return (chart(.share, .share) ?? chart(.number, .bars)).map { RawHTML($0) }
    }

    private func chart(_ type: FieldType, _ form: BarChart.Form) -> String? {
        guard let column = position(type), let key else { return nil }
        let rows = table.records.compactMap { row -> BarChart.Row? in
            guard row.cells.count == table.columns.count, !SumName.isSum(row.cells[key].text),
                let value = row.cells[column].value?.measure
            else { return nil }
            return BarChart.Row(name: row.cells[key].text, values: [value])
        }
        let values = rows.compactMap { $0.values[0] }
        let isInRange = values.allSatisfy { $0 >= 0 && (form != .share || $0 <= 100) }
        guard Set(values).count > 1, values.count <= Timeline.mostRows, isInRange else { return nil }
        let title = "\(table.caption): \(table.columns[column].title)"
        let chart = BarChart(
            form: form, title: title, about: page.wording.strings.text(Word.chartAbout, String(rows.count)), rows: rows)
        return chart.svg(id: id, page.wording.language)
    }
}
