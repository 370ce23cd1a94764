import Bodies
import Catalog
import Formats
import Linking
import Theming

/// The page of a material of any kind.
struct MaterialPage {
    let context: SiteContext
    let index: Int

    private var material: Material { context.album.catalog.materials[index] }
    private var kind: Kind { context.album.catalog.kind(of: material) }

    func view() -> MaterialView {
        let address = material.address
        let compiled = context.album.compiled[index]
        let facts = MaterialFacts(context: context, index: index, page: address)
        let tables = RecordTables(context: context, index: index, page: address)
        let charts = ChartFigures(context: context, index: index, page: address)
        let list = SitePages.list(kind)
        var view = MaterialView(
            frame: context.frame(
                address, title: context.album.pageTitle(of: index), description: material.summary,
                breadcrumbs: [(kind.title, list)],
                current: list),
            kind: context.kindView(material, from: address), level: context.level(of: material), title: material.title,
            summary: material.summary.isEmpty ? nil : material.summary,
            officialTitle: context.album.officialTitle(of: material),
            notices: notices(), facts: facts.facts(), contents: contents(compiled),
            parts: compiled.parts.compactMap { part in
                switch part {
                case .html(let html): BodyPartView(html: RawHTML(context.hyphenatedTables(html)))
                case .table(let table): BodyPartView(table: tables.view(table))
                case .chart(let chart): charts.html(chart).map { BodyPartView(html: $0) }
                }
            },
            downloads: facts.downloads(), links: MaterialLinks(context: context, index: index, page: address).groups(),
            related: context.album.related[index].map { context.card($0, on: address) }, neighbours: neighbours())
        view.isFillable = view.parts.contains { $0.table?.sheet != nil }
        view.isFiltered = view.parts.contains { $0.table?.filter != nil }
        return view
    }

    private func notices() -> [NoticeView] {
        var notices: [NoticeView] = []
        if material.isDraft { notices.append(NoticeView(.warning, RawHTML(escaping: context.word(.draftNotice)))) }
        if let repealed { notices.append(NoticeView(.warning, repealed)) }
        for diagnostic in (context.faults[index] ?? []).sortedForPrinting() {
            let message = diagnostic.code.message.text(context.album.configuration.language, diagnostic.arguments)
            notices.append(NoticeView(.fault, RawHTML(escaping: message)))
        }
        return notices
    }

    /// That the document is no longer in force, and what repealed it, in the words of its kind.
    private var repealed: RawHTML? {
        guard context.album.lifecycle.isRepealed(index), let wording = context.album.lifecycle.wording(of: index) else {
            return nil
        }
        var html = HTMLEscaping.html(context.heading(wording)) + "."
        let links = context.album.lifecycle.repealing(index).map { later in
            let link = context.link(to: later, from: material.address)
            return "<a href=\"\(HTMLEscaping.html(link.url ?? ""))\">\(HTMLEscaping.html(link.title))</a>"
        }
        if let label = kind.roles.lifecycle.flatMap({ kind.field($0.repealedBy) })?.label, !links.isEmpty {
            html += " \(HTMLEscaping.html(label)): \(links.joined(separator: ", "))."
        }
        return RawHTML(html)
    }

    /// Fewer than three headings need no contents.
    private func contents(_ compiled: CompiledMaterial) -> [OutlineView] {
        let entries = compiled.outline.filter { $0.level <= 3 }
        guard entries.count >= 3 else { return [] }
        return entries.map { OutlineView($0.text, "#" + $0.anchor, level: max($0.level, 2)) }
    }

    /// Its place in each album that has it.
    private func neighbours() -> [NeighboursView] {
        context.album.albums.compactMap { contents in
            let order = contents.readingOrder
            guard let place = contents.places[index] else { return nil }
            let album = context.album.catalog.materials[contents.album]
            let albumAddress = RelativeAddress.make(from: material.address, to: album.address)
            let chapter = contents.chapters.enumerated().first { $0.element.materials.contains(index) }
            return NeighboursView(
                album: LinkView(album.title, albumAddress),
                chapter: chapter.map { number, chapter in
                    LinkView(
                        context.strings.text(Word.chapter, String(number + 1), chapter.title),
                        "\(albumAddress)#\(chapter.anchor)")
                },
                previous: place > 0 ? context.link(to: order[place - 1], from: material.address) : nil,
                next: place + 1 < order.count ? context.link(to: order[place + 1], from: material.address) : nil)
        }
    }
}
