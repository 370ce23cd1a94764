import AlbumModel
import Bodies
import Catalog
import Formats
import Linking
import Theming

/// What a reader enters for each row of a table, as its kind declares it, and where the row leads.
///
/// A row whose cells name an entry of an axis leads to what the site has of it: the chapters of albums that are about it,
/// and its materials of the kinds under `leads`.
struct WorksheetForm {
    let page: Page
    let table: CompiledTable
    let definition: TableDefinition
    /// Position of the material that the table belongs to.
    let index: MaterialIndex
    /// The material's body on the page.
    let body: ShownBody

    /// Nothing where the table is no worksheet.
    func view() -> WorksheetView? {
        guard definition.views.contains(.worksheet), let key = table.column(definition.key, of: definition) else {
            return nil
        }
        let sheet = definition.sheet
        let rows = table.records.filter { $0.cells.count == table.columns.count }
        return WorksheetView(
            sheet: SheetView(id: "work-\(table.id)", page: page, index: index, subject: sheet.subject),
            doneLabel: sheet.deciding.map { $0.doneLabel ?? page.wording.word(.sheetDone) },
            openLabel: sheet.deciding.map { $0.openLabel ?? page.wording.word(.sheetOpen) },
            rows: rows.map { row in
                let entries = entries(of: row)
                return WorksheetRowView(
                    id: "work-\(row.anchor)", anchor: row.anchor, name: RawHTML(body.html(row.cells[key])),
                    about: entries.first.flatMap { page.album.catalog.schema.entry($0).description },
                    cells: cells(of: row, key), fields: sheet.entries.map { field($0, row) },
                    links: entries.flatMap(links))
            })
    }

    /// What stands in the row beside its name.
    private func cells(of row: CompiledTable.Row, _ key: Int) -> [CellView] {
        row.cells.indices.filter { $0 != key && !row.cells[$0].text.isEmpty }.map { place in
            let isMissing = row.cells[place].value == .absentInSource
            let html = isMissing ? HTMLEscaping.html(page.wording.word(.absent)) : body.html(row.cells[place])
            return CellView(label: table.columns[place].title, content: RawHTML(html), isMissing: isMissing)
        }
    }

    private func field(_ entry: SheetDefinition.Entry, _ row: CompiledTable.Row) -> WorksheetFieldView {
        var field = WorksheetFieldView(name: "\(row.anchor).\(entry.id)", label: entry.label, help: entry.help)
        switch entry.form {
        case .choice(let choices):
            field.choices = choices.map { choice in
                WorksheetChoiceView(
                    value: choice.id, label: choice.label,
                    settles: entry.done.isEmpty ? nil : entry.done.contains(choice.id))
            }
        case .lines: field.isLong = true
        case .date: field.isDate = true
        case .text: break
        }
        return field
    }

    // MARK: Where a row leads

    /// Entries of axes that the row names, each once.
    private func entries(of row: CompiledTable.Row) -> [EntryReference] {
        var entries: [EntryReference] = []
        for cell in row.cells {
            guard case .entries(let named)? = cell.value else { continue }
            entries += named.filter { page.album.address(of: $0) != nil && !entries.contains($0) }
        }
        return entries
    }

    private func links(of entry: EntryReference) -> [LinkGroupView] {
        definition.sheet.leads.compactMap { id in
            guard let position = page.album.catalog.schema.kind(id) else { return nil }
            let kind = page.album.catalog.kinds[position]
            let links = kind.hasChapters ? chapters(of: entry, kind) : materials(of: entry, kind)
            let title = kind.hasChapters ? page.wording.word(.sheetChapters) : kind.title
            return links.isEmpty ? nil : LinkGroupView(title, links: links)
        }
    }

    /// The chapters that are about an entry, with their albums.
    private func chapters(of entry: EntryReference, _ kind: Kind) -> [LinkView] {
        page.album.albums.flatMap { contents -> [LinkView] in
            let album = page.album.catalog.materials[contents.album]
            guard page.album.catalog.kind(of: album).extends(kind.id) else { return [] }
            let title = page.album.catalog.directory.listings[contents.album].title
            return contents.chapters.enumerated().filter { $0.element.direction == entry }.map { place, chapter in
                LinkView(
                    page.wording.strings.text(Word.chapter, String(place + 1), chapter.title),
                    page.url(to: album.address).at(chapter.anchor), note: title)
            }
        }
    }

    /// The entry's materials of a kind; what is there of their texts is said, and those that have most of it stand first.
    private func materials(of entry: EntryReference, _ kind: Kind) -> [LinkView] {
        let own = page.album.listed(page.album.materials(of: entry)).filter {
            page.album.catalog.kind(of: page.album.catalog.materials[$0]).extends(kind.id)
        }
        let ranked = own.enumerated().map { place, material in
            let facts = page.album.catalog.materials[material]
            let rank =
                kind.roles.card.flatMap {
                    facts.entries($0.note).first.map { entry in
                        page.album.catalog.vocabularies[entry.vocabulary].place(of: entry.entry)
                    }
                } ?? 0
            return (rank: rank, place: place, link: page.link(to: material, note: page.album.note(of: facts)))
        }
        return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.link)
    }
}
