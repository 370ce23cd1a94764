import AlbumModel
import Bodies
import Catalog
import Formats
import Languages
import Linking
import Theming

/// The record tables of a material as views.
struct RecordTables {
    let page: Page
    let index: MaterialIndex
    /// The material's body on the page.
    let body: ShownBody
    /// Before its anchors, where several materials are on the page.
    var anchorPrefix = ""

    private var material: Material { page.album.catalog.materials[index] }
    private var kind: Kind { page.album.catalog.kind(of: material) }

    /// - Parameter order: another order than that of the text.
    func view(_ position: Int, in order: TableOrder? = nil) -> RecordTableView {
        let table = page.album.compiled[index].tables[position]
        let definition = kind.tables[table.definition]
        let key = table.column(definition.key, of: definition)
        let (places, isCards) = layout(
            order?.columns(of: table, definition) ?? shownColumns(table, definition), table, key)
        let plans = PlanFigures(table, definition, page)
        // Behind the column of the fact.
        let outcomes = plans.flatMap { plans in
            plans.head.flatMap { head in places.firstIndex(of: plans.column).map { ($0 + 1, head, plans) } }
        }
        var columns = places.map { place in
            let column = table.columns[place]
            let isNumber = column.definition.map { definition.columns[$0].type.isNumeric } ?? column.numbersRows
            return ColumnView(column.title, isNumber: isNumber)
        }
        let filter = filter(position)
        let rows = (order?.rows(of: table) ?? table.rows).enumerated().compactMap { index, row -> RecordRowView? in
            // A row may be shorter than its table.
            var cells = zip(places, columns).filter { $0.0 < row.cells.count }.map { place, column in
                var view = cell(row.cells[place], column)
                view.isKey = place == key && place != places.first
                return view
            }
            // «Итого» in the column of numbers is no number of a row: a card would say «№: Итого».
            if row.role == .total, let name = cells.firstIndex(where: { !$0.content.isEmpty }) {
                if !row.cells[places[name]].text.contains(where: \.isNumber) { cells[name].label = "" }
            }
            if let (place, _, plans) = outcomes, place <= cells.count { cells.insert(plans.cell(index), at: place) }
            guard var head = cells.first else { return nil }
            // A row's head is never empty to a screen reader.
            if head.content.isEmpty { head.content = RawHTML("–") }
            return RecordRowView(
                id: anchorPrefix + row.anchor, head: head, cells: Array(cells.dropFirst()), marks: filter?.marks(index),
                title: title(row, columns.count + (outcomes == nil ? 0 : 1)))
        }
        if let (place, head, _) = outcomes { columns.insert(head, at: place) }
        let pictures = TablePictures(
            page: page, table: table, definition: definition, id: "\(anchorPrefix)picture-\(table.id)",
            anchorPrefix: anchorPrefix)
        var view = RecordTableView(
            id: anchorPrefix + table.id, caption: table.caption,
            columns: columns, rows: rows,
            downloads: downloads(position), filter: filter?.view, timeline: pictures.timeline(),
            picture: pictures.chart(), scoreSheet: scoreSheet(table, definition),
            worksheet: worksheet(table, definition), orders: orders(of: position))
        view.isCards = isCards
        view.summary = plans?.summary
        view.map =
            TableMap(page: page, table: table, definition: definition, id: "\(anchorPrefix)map-\(table.id)").view()
        return view
    }

    /// All columns; of indicators and roadmaps those in which something stands: a list has what it plans or what it reached,
    /// or both, and a plan that was only drawn up says of no row that it is done.
    private func shownColumns(_ table: CompiledTable, _ definition: TableDefinition) -> [Int] {
        let all = Array(table.columns.indices)
        let saysOfMore = definition.form != nil || definition.views.contains(.calendar)
        guard saysOfMore, !table.rows.isEmpty else { return all }
        return all.filter { place in
            table.rows.contains { place < $0.cells.count && !$0.cells[place].text.isEmpty }
        }
    }

    /// More columns than this are no table on any screen: each row is a card.
    private static let mostColumns = 10

    /// The columns that are shown, and whether the rows are cards, which are headed by what names the row.
    ///
    /// Columns in which no row has anything count only where there is room for them.
    private func layout(
        _ places: [Int], _ table: CompiledTable, _ key: Int?
    ) -> (places: [Int], isCards: Bool) {
        guard places.count > Self.mostColumns else { return (places, false) }
        let filled = places.filter { place in
            table.rows.contains { place < $0.cells.count && !$0.cells[place].text.isEmpty }
        }
        guard filled.count > Self.mostColumns, let key, filled.contains(key) else {
            return (filled.isEmpty ? places : filled, filled.count > Self.mostColumns)
        }
        return ([key] + filled.filter { $0 != key }, true)
    }

    /// The text of a row that is no record and has but one: it would be squeezed into a column of numbers.
    private func title(_ row: CompiledTable.Row, _ columns: Int) -> RowTitleView? {
        guard row.role != .record, columns > 1 else { return nil }
        let filled = row.cells.filter { !$0.text.isEmpty }
        guard filled.count == 1 else { return nil }
        return RowTitleView(content: RawHTML(body.html(filled[0])), span: columns)
    }

    /// The filter of a roadmap's table with the marks of its rows, on the material's own page.
    ///
    /// Only records have marks: a title among the rows is found by nothing and no event to be counted.
    private func filter(_ position: Int) -> (view: FilterView, marks: (Int) -> RowMarksView?)? {
        let table = page.album.compiled[index].tables[position]
        let definition = kind.tables[table.definition]
        guard page.address == material.address, definition.views.contains(.calendar) else { return nil }
        let facets = Dictionary(
            page.album.rows(in: index).map { ($0.source, $0.facets) }, uniquingKeysWith: { first, _ in first })
        let records = table.rows.indices.compactMap { row in
            facets[.row(table: position, anchor: table.rows[row].anchor)].map { (row: row, facets: $0) }
        }
        let places = Dictionary(uniqueKeysWithValues: zip(records.map(\.row), records.indices))
        let filter = RowFilter(records.map { ($0.facets, index) }, page: page)
        // Only the first table of a kind keeps short names in the address.
        return filter.view(target: table.id, prefix: table.id == definition.id ? "" : "\(table.id)-").map {
            ($0, { row in places[row].map(filter.marks) })
        }
    }

    /// The order of the text and those of the numberings, on pages of their own.
    private func orders(of position: Int) -> [LinkView] {
        let orders = TableOrder.all(page.album, index).filter { $0.table == position }
        // The edition of an album on one page has one order.
        guard !orders.isEmpty, anchorPrefix.isEmpty else { return [] }
        let table = page.album.compiled[index].tables[position]
        func link(_ title: String, _ address: SiteAddress, _ anchor: String? = nil) -> LinkView {
            let url = page.url(to: address)
            return LinkView(title, address == page.address ? nil : anchor.map { url.at($0) } ?? url)
        }
        return [link(page.wording.word(.tableAsWritten), material.address, table.id)]
            + orders.map { order in
                link(page.wording.strings.text(Word.tableOrdered, table.columns[order.column].title), order.address)
            }
    }

    /// Fields to enter points, on the material's own page.
    private func scoreSheet(_ table: CompiledTable, _ definition: TableDefinition) -> ScoreSheetView? {
        guard page.address == material.address else { return nil }
        return ScoreSheetForm(page: page, table: table, definition: definition, index: index).view()
    }

    /// What a reader enters for each row, on the material's own page.
    private func worksheet(_ table: CompiledTable, _ definition: TableDefinition) -> WorksheetView? {
        guard page.address == material.address else { return nil }
        return WorksheetForm(page: page, table: table, definition: definition, index: index, body: body).view()
    }

    /// The data of one table.
    func downloads(_ position: Int) -> [DownloadView] {
        let table = page.album.compiled[index].tables[position]
        let files = ["csv", "json"].map { format in
            let file = DataFiles.records(ofPage: material.address, table: position, id: table.id, format)
            return DownloadView(
                page.wording.strings.text(Word.downloadTable, table.caption), page.url(to: file),
                format: format.uppercased())
        }
        return files + [page.calendarDownload(of: index, table: position)].compactMap(\.self)
    }

    /// A date or a term as it is worded elsewhere; nothing where the cell holds marks of its own.
    private func term(_ cell: CompiledTable.Cell) -> String? {
        guard cell.html == HTMLEscaping.html(cell.text) else { return nil }
        switch cell.value {
        case .period(let period): return HTMLEscaping.html(page.wording.text(period))
        case .date(let date):
            return HTMLEscaping.html(DateText(page.wording.language).day(date.year, date.month, date.day))
        default: return nil
        }
    }

    private func cell(_ cell: CompiledTable.Cell, _ column: ColumnView) -> CellView {
        let isMissing = cell.value == .absentInSource
        let html = isMissing ? HTMLEscaping.html(page.wording.word(.absent)) : term(cell) ?? body.html(cell)
        return CellView(
            label: column.label, content: RawHTML(html), isNumber: column.isNumber, isMissing: isMissing)
    }
}
