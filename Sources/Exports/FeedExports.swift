import AlbumModel
import Catalog
import Formats
import Pages

/// What is new, for programs that follow sites: Atom (RFC 4287) and JSON Feed 1.1 of the site, of each kind, and of each entry of
/// an axis that has materials.
///
/// Where an edition had the page that a feed tells of, the feed stays, with nothing in it once nothing is left.
///
/// New is what an edition was the first to publish, as the ledger says; a site without one has its materials in the order of
/// lists, all of the edition of today. Feeds name pages by whole addresses: only a site with one of its own has them.
struct FeedExports: Sendable {
    /// Materials of a feed at most.
    private static let length = 50

    let album: Album
    /// Former addresses of pages, and their present ones.
    let moves: [(from: SiteAddress, to: SiteAddress)]
    let language: String
    /// The address of the site, with a slash at the end.
    let site: String

    /// All files; O(materials × axes).
    func files() -> [ExportedFile] {
        let today = album.configuration.edition
        let former = Dictionary(grouping: moves, by: \.to).mapValues { $0.map(\.from) }
        let all = album.listed(album.published).filter(album.isNews)
        let dated = all.map { index in
            let address = album.catalog.materials[index].address
            let (id, since) = album.ledger.identity(of: address, formerly: former[address] ?? [])
            return Item(material: index, id: id, since: since ?? today, updated: updated(index, since: since ?? today))
        }
        // Stable: within an edition the order of lists stays.
        let news = dated.enumerated().sorted { ($1.element.since, $0.offset) < ($0.element.since, $1.offset) }
            .map(\.element)
        var feeds = [Feed(address: DataFiles.feed, title: album.configuration.title, page: SitePages.home, items: news)]
        for (position, kind) in album.catalog.kinds.positioned {
            let items = news.filter { album.catalog.materials[$0.material].kind == position }
            feeds.append(
                Feed(address: DataFiles.feed(of: kind), title: kind.title, page: SitePages.list(kind), items: items))
        }
        var ofEntries: [EntryReference: [Item]] = [:]
        for item in news {
            for entry in album.catalog.materials[item.material].axes { ofEntries[entry, default: []].append(item) }
        }
        // Whoever follows one of which nothing is left learns so, and not that the feed is gone.
        for (position, axis) in album.catalog.vocabularies.positioned where axis.isAxis {
            for entry in axis.shown {
                let reference = EntryReference(vocabulary: position, entry: entry)
                ofEntries[reference] = ofEntries[reference] ?? []
            }
        }
        for (reference, items) in ofEntries {
            guard let page = album.address(of: reference) else { continue }
            let axis = album.catalog.vocabularies[reference.vocabulary]
            let entry = album.catalog.schema.entry(reference)
            feeds.append(
                Feed(
                    address: DataFiles.feed(of: axis, entry), title: entry.distinctName, page: page, items: items,
                    isOfEntry: true))
        }
        let kept = feeds.filter { !$0.items.isEmpty || album.ledger.since($0.page) != nil }
        return kept.sorted { $0.address < $1.address }.flatMap { feed in
            let page = feed.isOfEntry ? feed.page : nil
            return [
                ExportedFile(address: feed.address, of: page) { Array(atom(feed).utf8) },
                ExportedFile(address: DataFiles.jsonFeed(feed.address), of: page) { json(feed) },
            ]
        }
    }

    private struct Item: Sendable {
        let material: MaterialIndex
        /// The address by which programs know it.
        let id: SiteAddress
        let since: CalendarDate
        /// When it was changed last, as far as that is known.
        let updated: CalendarDate
    }

    /// The day of a material's last change, as git has it or as it says itself; that of the edition that published it, where nobody
    /// knows of a later one.
    private func updated(_ index: MaterialIndex, since: CalendarDate) -> CalendarDate {
        var days = [album.changes(of: index)?.last]
        if case .date(let day)? = album.catalog.materials[index][CoreField.updated] { days.append(day) }
        return days.compactMap(\.self).reduce(since, max)
    }

    private struct Feed: Sendable {
        /// Of its Atom file.
        let address: SiteAddress
        let title: String
        /// What it tells of.
        let page: SiteAddress
        let items: ArraySlice<Item>
        /// Whether the page is an entry's, which may have had other ids.
        let isOfEntry: Bool

        init(address: SiteAddress, title: String, page: SiteAddress, items: [Item], isOfEntry: Bool = false) {
            (self.address, self.title, self.page, self.items) = (address, title, page, items.prefix(FeedExports.length))
            self.isOfEntry = isOfEntry
        }
    }

    private func title(_ feed: Feed) -> String {
        feed.page == SitePages.home ? feed.title : "\(feed.title) — \(album.configuration.title)"
    }

    private func url(_ address: SiteAddress) -> String {
        address.url(onSite: site)
    }

    // MARK: Formats

    private func atom(_ feed: Feed) -> String {
        func moment(_ day: CalendarDate) -> String { "\(day)T00:00:00Z" }
        let text = { (text: String) in HTMLEscaping.html(text) }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language)\">",
            "<id>\(text(url(feed.address)))</id>", "<title>\(text(title(feed)))</title>",
            "<updated>\(moment(feed.items.map(\.updated).max() ?? album.configuration.edition))</updated>",
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(text(url(feed.address)))\"/>",
            "<link rel=\"alternate\" type=\"text/html\" href=\"\(text(url(feed.page)))\"/>",
            "<author><name>\(text(album.configuration.title))</name></author>",
        ]
        for item in feed.items {
            let material = album.catalog.materials[item.material]
            let page = text(url(material.address))
            lines.append(
                "<entry><id>\(text(url(item.id)))</id><title>\(text(material.title))</title>"
                    + "<link rel=\"alternate\" type=\"text/html\" href=\"\(page)\"/>"
                    + "<published>\(moment(item.since))</published><updated>\(moment(item.updated))</updated>"
                    + tags(material).map { "<category term=\"\(text($0))\"/>" }.joined()
                    + (material.summary.isEmpty ? "" : "<summary>\(text(material.summary))</summary>") + "</entry>")
        }
        return (lines + ["</feed>"]).joined(separator: "\n") + "\n"
    }

    private func json(_ feed: Feed) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("version", "https://jsonfeed.org/version/1.1")
            json.member("title", title(feed))
            json.member("home_page_url", url(feed.page))
            json.member("feed_url", url(DataFiles.jsonFeed(feed.address)))
            json.member("language", language)
            json.key("items")
            json.lines(Array(feed.items)) { json, item in
                let material = album.catalog.materials[item.material]
                json.object { json in
                    json.member("id", url(item.id))
                    json.member("url", url(material.address))
                    json.member("title", material.title)
                    // A feed's item needs a text.
                    json.member("content_text", material.summary.isEmpty ? material.title : material.summary)
                    json.member("date_published", "\(item.since)T00:00:00Z")
                    json.member("date_modified", "\(item.updated)T00:00:00Z")
                    json.key("tags")
                    json.strings(tags(material))
                }
            }
        }
        json.endLine()
        return json.bytes
    }

    /// The kind, and the entries of axes.
    private func tags(_ material: Material) -> [String] {
        [album.catalog.kind(of: material).title] + material.axes.map { album.catalog.schema.entry($0).distinctName }
    }
}
