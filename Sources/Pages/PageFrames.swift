import Catalog
import Languages
import Linking
import Theming

extension Page {
    /// What surrounds a page.
    /// - Parameters:
    ///   - title: unique in the site.
    ///   - breadcrumbs: titles and addresses from below the home page down to its parent.
    ///   - current: the list that the menu marks as the current one.
    ///   - feed: that of what the page is of, beside that of the site.
    func frame(
        title: String, description: String? = nil, breadcrumbs: [(String, SiteAddress)] = [],
        current: SiteAddress? = nil, feed: SiteAddress? = nil
    ) -> PageFrame {
        let isNotFound = address == SitePages.notFound
        func url(_ target: SiteAddress) -> Href {
            isNotFound ? target.url(belowRoot: album.configuration.basePath) : self.url(to: target)
        }
        let home = LinkView(wording.word(.pageHome), url(SitePages.home))
        let trail = address == SitePages.home ? [] : [home] + breadcrumbs.map { LinkView($0.0, url($0.1)) }
        let said =
            isNotFound
            ? nil
            : LinkedData(self)?.ofPage(title: title, description: description, breadcrumbs: breadcrumbs)
        let hasFeeds = !isNotFound && album.configuration.url != nil
        let feeds = hasFeeds ? [(album.configuration.title, DataFiles.feed)] + (feed.map { [(title, $0)] } ?? []) : []
        var frame = PageFrame(
            lang: wording.language.rawValue, title: title, siteTitle: album.configuration.title,
            description: description,
            canonical: isNotFound
                ? nil : album.configuration.url.map { $0 + (address == SitePages.home ? "" : address.text) },
            root: isNotFound ? album.configuration.basePath : address.wayToRoot,
            menu: menu.map { MenuItemView($0.title, url($0.address), current: $0.address == (current ?? address)) },
            breadcrumbs: trail, feeds: feeds.map { LinkView($0.0, self.url(to: $0.1)) }, footer: footer(url),
            contact: album.configuration.contact(at: address), metadata: said.map { RawHTML($0) })
        frame.jsonFeeds = feeds.map { LinkView($0.0, self.url(to: DataFiles.jsonFeed($0.1))) }
        frame.part = part()
        frame.partWhole = frame.part == nil ? nil : album.configuration.url
        return frame
    }

    /// Which part of a site it is; nothing for a whole one.
    private func part() -> String? {
        album.part.map { wording.strings.text(Word.partOfSite, album.configuration.title, $0.name(in: album.catalog)) }
    }

    /// Which part it is, with the day of its edition; nothing for a whole one.
    func part(at edition: String) -> String? {
        album.part.map {
            wording.strings.text(
                Word.partOfEdition, album.configuration.title, $0.name(in: album.catalog), edition)
        }
    }

    /// The title of a part of a site; nothing for a whole one.
    var partTitle: String? {
        album.part.map { wording.strings.text(Word.partTitle, album.configuration.title, $0.name(in: album.catalog)) }
    }

    /// The pages of the handbook that there are: a part of a site has none.
    package var handbookParts: [HandbookPages.Part] { album.part == nil ? HandbookPages.Part.allCases : [] }

    /// Titles and addresses of the menu's items.
    var menu: [(title: String, address: SiteAddress)] { album.configuration.menu.compactMap { menuItem($0) } }

    /// Nothing of what a part has not.
    private func menuItem(_ id: String) -> (title: String, address: SiteAddress)? {
        if album.part != nil, isEmptyInPart(id) { return nil }
        if let vocabulary = album.catalog.vocabulary(VocabularyID(id)), vocabulary.isAxis {
            return (vocabulary.title, SitePages.list(vocabulary))
        }
        if let kind = album.catalog.schema.kind(KindID(id)) {
            if album.part != nil, !album.published.contains(where: { album.catalog.materials[$0].kind == kind }) {
                return nil
            }
            return (album.catalog.kinds[kind].title, SitePages.list(album.catalog.kinds[kind]))
        }
        switch id {
        case "coverage": return (wording.word(.pageCoverage), SitePages.coverage)
        case "calendar": return (wording.word(.pageCalendar), SitePages.calendar)
        case "search": return (wording.word(.pageSearch), SitePages.search)
        case "glossary": return (wording.word(.pageGlossary), SitePages.glossary)
        case "share": return sharingAddress()
        default: return nil
        }
    }

    /// Whether a part has no entry of an axis, no row of the coverage or nothing for the calendar.
    private func isEmptyInPart(_ id: String) -> Bool {
        if let vocabulary = album.catalog.vocabulary(VocabularyID(id)), vocabulary.isAxis {
            return vocabulary.shown.isEmpty
        }
        switch id {
        case "coverage": return album.coverage.map { $0.rows(with: .own).isEmpty } ?? true
        case "calendar": return album.rows.rows.isEmpty
        default: return false
        }
    }

    /// Whether a name of the menu means something.
    package static func isMenuItem(_ id: String, _ schema: Schema) -> Bool {
        ["coverage", "calendar", "search", "glossary"].contains(id)
            || id == "share" && schema.kinds.contains { $0.sharing != nil }
            || schema.kind(KindID(id)) != nil
            || schema.vocabularies.contains { $0.id.rawValue == id && $0.isAxis }
    }

    private func footer(_ url: (SiteAddress) -> Href) -> [LinkView] {
        var links = [LinkView(wording.word(.pageGlossary), url(SitePages.glossary))]
        if let about = album.material(album.configuration.about) {
            links.insert(LinkView(about.title, url(about.address)), at: 0)
        }
        if let guide = album.guide { links.append(LinkView(guide.title, url(guide.address))) }
        if let sharing = sharingAddress() { links.append(LinkView(sharing.title, url(sharing.address))) }
        if album.configuration.organisation != nil {
            links.append(LinkView(wording.word(.pageOrganisation), url(SitePages.organisation)))
        }
        if let bundle = album.configuration.bundle, let url = bundle.url {
            let size = bundle.byteCount.map { NumberText.bytes($0, wording.language) }
            let title = size.map { wording.strings.text(Word.downloadBundleSize, $0) } ?? wording.word(.downloadBundle)
            links.append(LinkView(title, .web(url)))
        }
        links.append(LinkView(wording.word(.pageCopyCheck), url(SitePages.copyCheck)))
        links.append(LinkView(wording.word(.pageAccessibility), url(SitePages.accessibility)))
        return links
    }
}
