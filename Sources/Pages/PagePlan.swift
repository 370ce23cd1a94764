import Catalog
import Theming

/// A page that is to be made: its address and how.
package struct PagePlan: Sendable {
    /// Where it stands, below the site's root.
    package let address: String
    /// Makes its bytes, UTF-8; from any thread.
    package let render: @Sendable () -> [UInt8]
}

/// Every page of a site, in a fixed order.
package struct PagePlans {
    let context: SiteContext

    package init(context: SiteContext) {
        self.context = context
    }

    /// All pages; an address may occur twice where materials collide.
    package func all() -> [PagePlan] {
        let pages = materials() + orders() + albums() + kinds() + axes() + fixed()
        return pages + redirects(taken: pages.map(\.address))
    }

    /// All pages, each address once, for lenient builds: the site's own pages before materials, the earlier material
    /// before the later.
    package func firstOfEachAddress() -> [PagePlan] {
        let pages = kinds() + axes() + fixed() + orders() + materials() + albums()
        var seen: Set<String> = []
        return (pages + redirects(taken: pages.map(\.address))).filter { seen.insert($0.address).inserted }
    }

    /// Addresses of the pages that are no materials.
    package func generatedAddresses() -> [String] {
        let editions = context.album.albums.map {
            SitePages.printEdition(of: context.album.catalog.materials[$0.album].address)
        }
        return editions + (kinds() + axes() + fixed() + orders()).map(\.address)
    }

    private func redirects(taken: [String]) -> [PagePlan] {
        let pages = RedirectPages(context: context)
        return RedirectPages.all(context, taken: taken).map { address, material in
            plan(address) { pages.view(address, material) }
        }
    }

    private func plan<Page: TemplateView>(_ address: String, _ view: @escaping @Sendable () -> Page) -> PagePlan {
        let theme = context.theme
        return PagePlan(address: address) { theme.render(view()) }
    }

    private func materials() -> [PagePlan] {
        let albums = Set(context.album.albums.map(\.album))
        return context.album.published.filter { !albums.contains($0) }.map { index in
            let page = MaterialPage(context: context, index: index)
            return plan(context.album.catalog.materials[index].address) { page.view() }
        }
    }

    /// Crosswalks by each of their numberings.
    private func orders() -> [PagePlan] {
        context.album.published.flatMap { index in
            TableOrder.all(context, index).map { order in
                let page = TableOrderPage(context: context, index: index, order: order)
                return plan(order.address) { page.view() }
            }
        }
    }

    private func albums() -> [PagePlan] {
        context.album.albums.flatMap { contents in
            let page = AlbumPage(context: context, contents: contents)
            let edition = AlbumEdition(context: context, contents: contents)
            return [plan(page.address) { page.view() }, plan(edition.address) { edition.view() }]
        }
    }

    private func kinds() -> [PagePlan] {
        let groups = Dictionary(
            uniqueKeysWithValues: context.album.byKind(context.album.published).map { ($0.kind, $0.materials) })
        return context.album.catalog.kinds.indices.flatMap { position -> [PagePlan] in
            let kind = context.album.catalog.kinds[position]
            let materials = context.album.listed(groups[position] ?? [])
            if kind.roles.citation != nil, materials.count <= 500 {
                let page = DocumentListPage(context: context, kind: kind, materials: materials)
                return [plan(SitePages.list(kind)) { page.view() }]
            }
            let pages = KindListPages(context: context, kind: position)
            return KindListPages.addresses(of: kind, count: materials.count).enumerated().map { part, address in
                plan(address) { pages.view(part: part, materials: materials) }
            }
        }
    }

    private func axes() -> [PagePlan] {
        context.album.catalog.vocabularies.indices.filter { context.album.catalog.vocabularies[$0].isAxis }.flatMap {
            vocabulary in
            let list = AxisListPage(context: context, vocabulary: vocabulary)
            let axis = context.album.catalog.vocabularies[vocabulary]
            return [plan(SitePages.list(axis)) { list.view() }]
                + axis.entries.indices.flatMap { entry($0, of: vocabulary) }
        }
    }

    private func entry(_ position: Int, of vocabulary: Int) -> [PagePlan] {
        let reference = EntryReference(vocabulary: vocabulary, entry: position)
        guard let address = context.album.address(of: reference) else { return [] }
        let page = AxisEntryPage(context: context, reference: reference)
        var plans = [plan(address) { page.view() }]
        for (position, materials) in context.album.byKind(context.album.materials(of: reference))
        where materials.count > AxisEntryPage.cardLimit {
            let kind = context.album.catalog.kinds[position]
            guard let address = context.album.fullList(of: reference, kind: kind) else { continue }
            let list = EntryListPage(context: context, reference: reference, kind: kind, materials: materials)
            plans.append(plan(address) { list.view(address) })
        }
        return plans
    }

    private func fixed() -> [PagePlan] {
        let home = HomePage(context: context)
        let calendar = CalendarPage(context: context)
        let plain = PlainPages(context: context)
        var plans = [
            plan(SitePages.home) { home.view() }, plan(SitePages.calendar) { calendar.view() },
            plan(SitePages.search) { plain.search() }, plan(SitePages.glossary) { plain.glossary() },
            plan(SitePages.notFound) { plain.notFound() },
        ]
        let handbook = HandbookPages(context: context)
        plans += HandbookPages.Page.allCases.map { page in
            plan(HandbookPages.address(page)) { handbook.view(page) }
        }
        if let coverage = context.album.coverage {
            let page = CoveragePage(context: context, coverage: coverage)
            plans.append(plan(SitePages.coverage) { page.view() })
        }
        return plans
    }
}
