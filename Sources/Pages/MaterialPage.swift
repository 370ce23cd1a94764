import Bodies
import Catalog
import Formats
import Linking
import Theming

/// The page of a material of any kind.
struct MaterialPage {
    let page: Page
    let index: MaterialIndex

    private var material: Material { page.album.catalog.materials[index] }
    private var kind: Kind { page.album.catalog.kind(of: material) }

    func view() -> MaterialView {
        let content = page.album.content(of: index)
        let body = page.album.body(of: index, at: BodyPlace(page: page.address))
        let facts = MaterialFacts(page: page, index: index)
        let tables = RecordTables(page: page, index: index, body: body)
        let charts = ChartFigures(page: page, index: index)
        let list = SitePages.list(kind)
        var view = MaterialView(
            frame: page.frame(
                title: page.album.pageTitle(of: index), description: material.summary,
                breadcrumbs: [(kind.title, list)],
                current: list),
            kind: page.kindView(material), level: page.level(of: material), title: material.title,
            summary: material.summary.isEmpty ? nil : material.summary,
            officialTitle: page.album.officialTitle(of: material),
            notices: notices(), strip: facts.strip(), facts: facts.facts(), contents: contents(content),
            parts: content.parts.compactMap { part in
                switch part {
                case .html(let html): BodyPartView(html: RawHTML(body.html(html)))
                case .table(let table): BodyPartView(table: tables.view(table))
                case .chart(let chart): charts.html(chart).map { BodyPartView(html: $0) }
                }
            },
            downloads: facts.downloads(), links: MaterialLinks(page: page, index: index).groups(),
            related: page.album.related[index].map { page.card($0) }, neighbours: neighbours())
        view.frame = page.frame(view.frame, of: index)
        view.history = page.history(of: index)
        view.citation = MaterialCitation(index, page.album).map { page.view($0) }
        view.isScored = view.parts.contains { $0.table?.scoreSheet != nil }
        view.isWorkedWith = view.parts.contains { $0.table?.worksheet != nil }
        view.isTabular = view.parts.contains { $0.table != nil || $0.html.map(Self.hasTable) ?? false }
        view.scans = facts.scans()
        view.share = page.wantedLink(material)
        view.model = model
        view.isFiltered = view.parts.contains { $0.table?.filter != nil }
        return view
    }

    /// A draft is no model yet.
    private var model: ModelView? {
        guard kind.adapting != nil, !material.isDraft else { return nil }
        return ModelView(
            share: kind.sharing.map { LinkView($0.heading, page.url(to: SitePages.sharing(kind))) })
    }

    private static let table = BytePattern("<table")

    private static func hasTable(_ html: RawHTML) -> Bool {
        var text = html.text
        return text.withUTF8 { table.first(in: $0, from: 0) != nil }
    }

    private func notices() -> [NoticeView] {
        var notices: [NoticeView] = []
        if material.isDraft { notices.append(NoticeView(.warning, RawHTML(escaping: page.wording.word(.draftNotice)))) }
        if let repealed { notices.append(NoticeView(.warning, repealed)) }
        for diagnostic in page.faults(of: index) {
            let message = diagnostic.code.message.text(page.album.configuration.language, diagnostic.arguments)
            notices.append(NoticeView(.fault, RawHTML(escaping: message)))
        }
        return notices
    }

    /// That the document is no longer in force, and what repealed it, in the words of its kind.
    private var repealed: RawHTML? {
        guard page.album.lifecycle.isRepealed(index), let wording = page.album.lifecycle.wording(of: index) else {
            return nil
        }
        var html = HTMLEscaping.html(page.wording.heading(wording)) + "."
        let links = page.album.lifecycle.repealing(index).compactMap { later in
            let link = page.link(to: later)
            return link.url.map { "<a href=\"\(HTMLEscaping.html($0.text))\">\(HTMLEscaping.html(link.title))</a>" }
        }
        if let label = kind.roles.lifecycle.flatMap({ kind.field($0.repealedBy) })?.label, !links.isEmpty {
            html += " \(HTMLEscaping.html(label)): \(links.joined(separator: ", "))."
        }
        return RawHTML(html)
    }

    /// Fewer than three headings need no contents.
    private func contents(_ content: BodyContent) -> [OutlineView] {
        let entries = content.outline.filter { $0.level <= 3 }
        guard entries.count >= 3 else { return [] }
        return entries.map { OutlineView($0.text, .place($0.anchor), level: max($0.level, 2)) }
    }

    /// Its place in each album that has it, and in the list of its kind.
    private func neighbours() -> [NeighboursView] {
        let places = page.album.places(of: index).map { place in
            let album = page.album.catalog.directory.listings[place.album]
            let albumURL = page.url(to: album.address)
            return NeighboursView(
                label: page.wording.word(.inAlbum), album: LinkView(album.title, albumURL),
                chapter: place.chapter.map { chapter in
                    LinkView(
                        page.wording.strings.text(Word.chapter, String(chapter.number), chapter.title),
                        albumURL.at(chapter.anchor))
                },
                previous: place.previous.map { page.link(to: $0) }, next: place.next.map { page.link(to: $0) })
        }
        // One way on: who reads an album stays in it. What stands at a door, or alone in its list, has nobody beside it.
        guard places.isEmpty, kind.roles.door == nil else { return places }
        let siblings = page.album.siblings(of: index)
        guard siblings.previous != nil || siblings.next != nil else { return [] }
        let titles = [siblings.previous, index, siblings.next].map { sibling in
            sibling.map { page.album.catalog.directory.listings[$0].title }
        }
        // Whose it is is asked only where titles do not tell it.
        func link(_ sibling: MaterialIndex) -> LinkView {
            let title = page.album.catalog.directory.listings[sibling].title
            return page.link(to: sibling, namesPlace: titles.count { $0 == title } > 1)
        }
        return [
            NeighboursView(
                label: page.wording.word(.inList), album: LinkView(kind.title, page.url(to: SitePages.list(kind))),
                previous: siblings.previous.map(link), next: siblings.next.map(link))
        ]
    }
}
