import AlbumModel
import Catalog
import Theming

/// A page that is to be made: its address and how.
package struct PagePlan: Sendable {
    /// Where it stands, below the site's root.
    package let address: SiteAddress
    /// What it is the page of: a page of another subject at the same address is another one.
    package let subject: String
    /// What readers find there.
    package let standing: Standing
    /// Makes its bytes, UTF-8, and notes what it asked; from any thread.
    package let render: @Sendable (ReadLog) -> [UInt8]

    /// What readers find at the address of a page.
    package enum Standing: Sendable, Hashable {
        case present
        /// It leads on to where the page is now.
        case moved(to: SiteAddress)
        /// It says that there is nothing any more.
        case withdrawn
        /// Another page as Markdown, for programs alone.
        case twin(of: SiteAddress)
    }
}

extension Sequence<PagePlan> {
    /// Former addresses, and where each leads on to.
    package var moves: [(from: SiteAddress, to: SiteAddress)] {
        compactMap { plan in
            guard case .moved(let to) = plan.standing else { return nil }
            return (plan.address, to)
        }
    }
}

/// Every page of a site, in a fixed order.
package struct PagePlans {
    /// The home page; the others are made from it.
    private let home: Page
    private var album: Album { home.album }

    package init(_ home: Page) { self.home = home }

    /// All pages; an address may occur twice where materials collide.
    package func all() -> [PagePlan] {
        let pages = materials() + orders() + albums() + kinds() + axes() + fixed()
        return pages + formerPages(taken: pages.map(\.address)) + twins()
    }

    /// All pages, each address once, for lenient builds: the site's own pages before materials, the earlier material
    /// before the later.
    package func firstOfEachAddress() -> [PagePlan] {
        let pages = kinds() + axes() + fixed() + orders() + materials() + albums()
        var seen: Set<SiteAddress> = []
        return (pages + formerPages(taken: pages.map(\.address)) + twins()).filter { seen.insert($0.address).inserted }
    }

    /// Where readers find something, or are led to it.
    package func addressesOfReaders() -> Set<SiteAddress> {
        let drafts = Set(album.published.map { album.catalog.materials[$0] }.filter(\.isDraft).map(\.address))
        let shown = firstOfEachAddress().filter { plan in
            switch plan.standing {
            case .present, .moved: true
            case .withdrawn, .twin: false
            }
        }
        return Set(shown.map(\.address)).subtracting(drafts)
    }

    /// Where readers of withdrawn addresses are led on to, with what stands there; of those that lead on.
    package func successors(of withdrawn: [SiteAddress]) -> [SiteAddress: (address: SiteAddress, title: String)] {
        let living = addressesOfReaders()
        let moved = Dictionary(
            firstOfEachAddress().moves.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
        let found = withdrawn.compactMap { address in
            album.ledger.successor(of: address) { moved[$0] ?? (living.contains($0) ? $0 : nil) }.map { (address, $0) }
        }
        let titles = WithdrawnPage.titles(Set(found.map(\.1)), album)
        return Dictionary(
            found.map { ($0, (address: $1, title: titles[$1] ?? $1.text)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where readers find an album, or are led to one, and the address of its page.
    package func albumsOfReaders() -> [SiteAddress: SiteAddress] {
        let albums = album.albums.map { album.catalog.materials[$0.album] }.filter { !$0.isDraft }.map(\.address)
        let present = Set(albums)
        let moves = firstOfEachAddress().moves.filter { present.contains($0.to) }
        return Dictionary(
            albums.map { ($0, $0) } + moves.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
    }

    /// Addresses of the pages that are no materials.
    package func generatedAddresses() -> [SiteAddress] {
        let editions = album.albums.map { SitePages.printEdition(of: album.catalog.materials[$0.album].address) }
        return editions + (kinds() + axes() + fixed() + orders()).map(\.address)
    }

    /// - Parameters:
    ///   - name: by which what it shows is told from others of its sort; none where it is the only one.
    ///   - standing: what readers find there.
    ///   - asked: what was asked to plan it; what `view` asks is noted besides.
    private func plan<View: TemplateView>(
        _ address: SiteAddress, of name: String = "", _ asked: [Question] = [], standing: PagePlan.Standing = .present,
        _ view: @escaping @Sendable (Page) -> View
    ) -> PagePlan {
        let page = home.at(address)
        return PagePlan(address: address, subject: "\(View.self) \(name)", standing: standing) { log in
            log.note(asked)
            let page = page.read(log)
            return page.render(view(page))
        }
    }

    /// Addresses at which nothing else stands today.
    private func formerPages(taken: [SiteAddress]) -> [PagePlan] {
        // Nobody knows a part by the addresses that its pages had.
        if album.part != nil { return [] }
        let site = album.configuration.url
        let redirects = RedirectPage.all(album, taken: taken).flatMap { address, target in
            let (name, asked) = subject(of: target)
            let page = RedirectPage(page: home.at(address), target: target)
            let twin = site.flatMap { page.twin(onSite: $0) }.map { noteTwin(of: address, $0) }
            return [
                plan(address, of: name, asked, standing: .moved(to: page.present.address)) {
                    RedirectPage(page: $0, target: target).view()
                }
            ] + [twin].compactMap(\.self)
        }
        let moved = Dictionary(redirects.moves.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
        // Their twins stand there too.
        let living = Set(taken).union(redirects.map(\.address))
        return redirects
            + WithdrawnPage.all(album, living: living, moved: moved).flatMap { one in
                let twin = site.map { WithdrawnPage(one, page: home.at(one.entry.address)).twin(onSite: $0) }
                return [
                    plan(one.entry.address, of: one.subject, standing: .withdrawn) {
                        WithdrawnPage(one, page: $0).view()
                    }
                ] + (twin.map { [noteTwin(of: one.entry.address, $0)] } ?? [])
            }
    }

    /// What stands as Markdown where a page did: a note, which is all that it hangs on.
    private func noteTwin(of address: SiteAddress, _ text: String) -> PagePlan {
        PagePlan(address: address.twin, subject: "note \(text)", standing: .twin(of: address)) { _ in Array(text.utf8) }
    }

    private func subject(of target: RedirectPage.Target) -> (name: String, asked: [Question]) {
        switch target {
        case .material(let index): (album.catalog.materials[index].path, [.material(index)])
        case .companion(let index, let address):
            ("\(album.catalog.materials[index].path) \(address)", [.material(index)])
        case .entry(let reference): (album.catalog.schema.entryName(of: reference), [])
        case .coverage(let reference): (album.catalog.schema.entryName(of: reference) + " coverage", [])
        case .list(let reference, let kind):
            (
                "\(album.catalog.schema.entryName(of: reference)) \(album.catalog.kinds[kind].id)",
                [.materials(of: reference)]
            )
        }
    }

    private func materials() -> [PagePlan] {
        let albums = Set(album.albums.map(\.album))
        return album.published.filter { !albums.contains($0) }.map { index in
            let material = album.catalog.materials[index]
            return plan(material.address, of: material.path, [.material(index)]) {
                MaterialPage(page: $0, index: index).view()
            }
        }
    }

    /// The pages of materials as Markdown; none where the site has no address, since nobody looks for them on a disk.
    private func twins() -> [PagePlan] {
        guard let site = album.configuration.url, album.part == nil else { return [] }
        let contents = Dictionary(album.albums.map { ($0.album, $0) }, uniquingKeysWith: { first, _ in first })
        let addresses = Set(album.published.map { album.catalog.materials[$0].address })
        return album.published.map { index in
            let material = album.catalog.materials[index]
            let album = contents[index]
            let page = home.at(material.address)
            return PagePlan(
                address: material.address.twin, subject: "twin \(material.path)", standing: .twin(of: material.address)
            ) { log in
                // The site's address is of the configuration: a twin has no frame that asks for it.
                log.note([.configuration, .material(index)] + (album == nil ? [] : [.albums]))
                return MaterialTwin(page: page.read(log), index: index, contents: album, site: site, twins: addresses)
                    .bytes()
            }
        }
    }

    /// Crosswalks by each of their numberings.
    private func orders() -> [PagePlan] {
        album.published.flatMap { index in
            TableOrder.all(album, index).map { order in
                plan(order.address, of: album.catalog.materials[index].path, [.material(index), .body(index)]) {
                    TableOrderPage(page: $0, index: index, order: order).view()
                }
            }
        }
    }

    private func albums() -> [PagePlan] {
        album.albums.flatMap { contents in
            let (address, path) = (
                album.catalog.materials[contents.album].address, album.catalog.materials[contents.album].path
            )
            return [
                plan(address, of: path, [.albums]) { AlbumPage(page: $0, contents: contents).view() },
                plan(SitePages.printEdition(of: address), of: path, [.albums]) {
                    AlbumEdition(page: $0, contents: contents).view()
                },
            ]
        }
    }

    /// What lists of materials are planned by.
    private static let ofLists: [Question] = [.published, .order, .kinds]

    private func kinds() -> [PagePlan] {
        let groups = Dictionary(uniqueKeysWithValues: album.byKind(album.published).map { ($0.kind, $0.materials) })
        return album.catalog.kinds.indices.flatMap { position -> [PagePlan] in
            let kind = album.catalog.kinds[position]
            let materials = album.listed(groups[position] ?? [])
            if materials.isEmpty, album.part != nil { return [] }
            if kind.roles.citation != nil, materials.count <= 500 {
                return [
                    plan(SitePages.list(kind), of: kind.id.rawValue, Self.ofLists) {
                        DocumentListPage(page: $0, kind: kind, materials: materials).view()
                    }
                ]
            }
            return KindListPage.addresses(of: kind, count: materials.count).enumerated().map { part, address in
                plan(address, of: "\(kind.id.rawValue) \(part)", Self.ofLists) {
                    KindListPage(page: $0, kind: position, part: part, materials: materials).view()
                }
            }
        }
    }

    private func axes() -> [PagePlan] {
        album.catalog.vocabularies.positioned.filter { $1.isAxis }.flatMap { vocabulary, axis in
            [plan(SitePages.list(axis), of: axis.id.rawValue) { AxisListPage(page: $0, vocabulary: vocabulary).view() }]
                + axis.shown.flatMap { entry(EntryReference(vocabulary: vocabulary, entry: $0)) }
        }
    }

    private func entry(_ reference: EntryReference) -> [PagePlan] {
        guard let address = album.address(of: reference) else { return [] }
        let name = album.catalog.schema.entryName(of: reference)
        var plans = [plan(address, of: name) { AxisEntryPage(page: $0, reference: reference).view() }]
        for (position, materials) in AxisEntryPage.longGroups(of: reference, album) {
            let kind = album.catalog.kinds[position]
            guard let address = album.fullList(of: reference, kind: kind) else { continue }
            plans.append(
                plan(address, of: "\(name) \(kind.id.rawValue)", [.kinds, .listed(of: reference)]) {
                    EntryListPage(page: $0, reference: reference, kind: kind, materials: materials).view()
                })
        }
        return plans
    }

    /// Where readers write what they send in.
    private func sharing() -> [PagePlan] {
        let kinds = home.sharingKinds
        let list = plan(SitePages.sharingIndex) { SharingListPage(page: $0).view() }
        return (kinds.count > 1 ? [list] : [])
            + kinds.map { kind, sharing in
                plan(SitePages.sharing(kind), of: kind.id.rawValue, [.kinds]) {
                    SharingPage(page: $0, kind: kind, sharing: sharing).view()
                }
            }
    }

    private func fixed() -> [PagePlan] {
        let former = PlainPages.formerValues(album)
        var plans = [
            plan(SitePages.home) { HomePage(page: $0).view() },
            plan(SitePages.calendar) { CalendarPage(page: $0).view() },
            plan(SitePages.search, of: former) { PlainPages(page: $0).search(former: former) },
            plan(SitePages.glossary) { PlainPages(page: $0).glossary() },
            plan(SitePages.notFound) { PlainPages(page: $0).notFound() },
            plan(SitePages.copyCheck) { PlainPages(page: $0).copyCheck() },
            plan(SitePages.accessibility, of: album.accessibility.map { "\($0)" } ?? "") {
                AccessibilityPage(page: $0).view()
            },
        ]
        if let details = album.configuration.organisation {
            plans.append(plan(SitePages.organisation) { OrganisationPage(page: $0, details: details).view() })
        }
        plans += home.handbookParts.map { part in
            plan(HandbookPages.address(part), of: "\(part)") { HandbookPages(page: $0).view(part) }
        }
        plans += sharing()
        if let coverage = album.coverage {
            plans.append(
                plan(SitePages.coverage) {
                    RegionCoverage.whole($0, coverage).view()
                })
            plans += RegionCoverage.regions(album).map { region, address in
                plan(address, of: album.catalog.schema.entryName(of: region)) {
                    RegionCoverage(page: $0, region: region, coverage: $0.album.coverage ?? coverage).view()
                }
            }
            if home.hasComparison {
                plans.append(
                    plan(SitePages.comparison) {
                        ComparisonPage(page: $0, coverage: $0.album.coverage ?? coverage).view()
                    })
            }
        }
        return plans
    }
}
