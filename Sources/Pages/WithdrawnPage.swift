import AlbumModel
import Books
import Catalog
import Formats
import Languages
import Theming

/// The page at an address whose material was withdrawn: whoever comes by an old link learns so.
struct WithdrawnPage {
    let page: Page
    let withdrawal: AddressLedger.Withdrawal
    /// Where readers find what they came for; nothing where nobody said so, or the site has no such page any more.
    let successor: Successor?

    /// A page that stands for one that was withdrawn.
    struct Successor {
        let address: SiteAddress
        let title: String
    }

    /// One that was withdrawn, as the list of addresses has it.
    struct Withdrawn {
        let entry: AddressLedger.Entry
        let withdrawal: AddressLedger.Withdrawal
        let successor: Successor?

        /// All that its page says.
        var subject: String {
            let words = [
                withdrawal.day.description, withdrawal.reason, withdrawal.title, successor?.address.text,
                successor?.title,
            ]
            return words.compactMap(\.self).joined(separator: " ")
        }
    }

    /// Pages that were withdrawn, but those that are there again; a file that was no page has nothing to say.
    /// - Parameter moved: former addresses, and where their pages are today.
    static func all(_ album: Album, living: Set<SiteAddress>, moved: [SiteAddress: SiteAddress]) -> [Withdrawn] {
        // A file that is a folder today, or the other way round, cannot stand there: what lives goes before.
        var taken = FormerAddress.Taken(living.union(moved.keys))
        let withdrawn = album.ledger.entries.compactMap { entry -> (AddressLedger.Entry, AddressLedger.Withdrawal)? in
            guard let withdrawal = entry.withdrawal, entry.address.text.hasSuffix(".html"),
                let former = FormerAddress("/" + entry.address.text, of: SitePages.home),
                former.address == entry.address,
                taken.take(former)
            else { return nil }
            return (entry, withdrawal)
        }
        let successors = withdrawn.map { entry, _ in
            album.ledger.successor(of: entry.address) { moved[$0] ?? (living.contains($0) ? $0 : nil) }
        }
        let titles = titles(Set(successors.compactMap(\.self)), album)
        return zip(withdrawn, successors).map { withdrawn, address in
            Withdrawn(
                entry: withdrawn.0, withdrawal: withdrawn.1,
                successor: address.map { Successor(address: $0, title: titles[$0] ?? $0.text) })
        }
    }

    /// Of the pages that stand for others; empty where none does.
    static func titles(_ wanted: Set<SiteAddress>, _ album: Album) -> [SiteAddress: String] {
        if wanted.isEmpty { return [:] }
        let catalog = album.catalog
        var titles: [SiteAddress: String] = [:]
        for kind in catalog.kinds where wanted.contains(SitePages.list(kind)) {
            titles[SitePages.list(kind)] = kind.title
        }
        for vocabulary in catalog.vocabularies where vocabulary.isAxis {
            let list = SitePages.list(vocabulary)
            if wanted.contains(list) { titles[list] = vocabulary.title }
            for entry in vocabulary.entries {
                let address = SitePages.entry(vocabulary, entry)
                if wanted.contains(address) { titles[address] = entry.distinctName }
            }
        }
        for index in album.published where wanted.contains(catalog.materials[index].address) {
            titles[catalog.materials[index].address] = catalog.materials[index].title
        }
        return titles
    }

    init(_ withdrawn: Withdrawn, page: Page) {
        (self.page, withdrawal, successor) = (page, withdrawn.withdrawal, withdrawn.successor)
    }

    private var insteadWord: String { page.wording.word(.pageWithdrawnInstead) }

    func view() -> PlainView {
        let title = page.wording.word(.pageWithdrawn)
        let named = withdrawal.title.map { "\(title): \($0)" } ?? title
        var frame = page.frame(title: "\(named) (\(page.address))")
        // What stood there is said to programs too: whoever withdraws it once more finds it in the built site.
        let subject = withdrawal.title.map { "<meta name=\"dcterms.title\" content=\"\(HTMLEscaping.html($0))\">" }
        frame.metadata = RawHTML("<meta name=\"robots\" content=\"noindex\">" + (subject ?? ""))
        let told = told.map { "<p>\(HTMLEscaping.html($0))</p>" }
        let instead = successor.map {
            let link = HTMLEscaping.html(page.url(to: $0.address).text)
            return "<p>\(HTMLEscaping.html(insteadWord)) <a href=\"\(link)\">\(HTMLEscaping.html($0.title))</a></p>"
        }
        let links = [
            list, LinkView(page.wording.word(.pageSearch), page.url(to: SitePages.search)),
            LinkView(page.wording.word(.pageHome), page.url(to: SitePages.home)),
        ].compactMap(\.self)
        return PlainView(
            frame: frame, title: title, body: RawHTML(told.joined() + (instead ?? "")),
            links: [LinkGroupView(page.wording.word(.pageWithdrawnWays), links: links)])
    }

    /// The same as Markdown, for programs that know the page so (``MaterialTwin``).
    func twin(onSite site: String) -> String {
        let instead = successor.map {
            let link = "[\(MarkdownWriter.escaped($0.title))](<\($0.address.url(onSite: site))>)"
            return MarkdownWriter.escaped(insteadWord) + " " + link
        }
        return
            ([MarkdownWriter.heading(MarkdownWriter.escaped(page.wording.word(.pageWithdrawn)), level: 1)]
            + told.map(MarkdownWriter.line) + [instead].compactMap(\.self)).joined(separator: "\n\n") + "\n"
    }

    /// What stood there, since when it is gone and why.
    private var told: [String] {
        let day = page.wording.strings.text(
            Word.pageWithdrawnOn,
            DateText(page.wording.language).day(withdrawal.day.year, withdrawal.day.month, withdrawal.day.day))
        return [subject, day, withdrawal.reason].compactMap(\.self)
    }

    /// What stood there and whose it was, as far as the list of addresses and the address tell: «Квест (Пермский край)».
    private var subject: String? {
        let name = [withdrawal.title, region.map { withdrawal.title == nil ? $0 : "(\($0))" }]
        let text = name.compactMap(\.self).joined(separator: " ")
        return text.isEmpty ? nil : text
    }

    /// The names of the folders that it stood in.
    private var folders: [Substring] { page.address.text.split(separator: "/").dropLast() }

    /// The region whose album had it, where the site knows one of that id.
    private var region: String? {
        guard let first = folders.first, let axis = page.album.catalog.regionAxis else { return nil }
        let regions = page.album.catalog.vocabularies[axis]
        // An album may be called otherwise than its region, and may have been.
        let root = page.album.catalog.schema.roots.first { root in
            ([root.id] + root.was).contains { $0.rawValue == first }
        }
        return regions.position(of: root?.region ?? EntryID(String(first))).map { regions.entries[$0].name }
    }

    /// The list that it stood in; nothing where the site has none such any more.
    private var list: LinkView? {
        let catalog = page.album.catalog
        guard let folder = folders.last else { return nil }
        if let kind = catalog.kinds.first(where: { $0.folder == folder }),
            page.album.published.contains(where: { catalog.kind(of: catalog.materials[$0]).id == kind.id })
        {
            return LinkView(kind.title, page.url(to: SitePages.list(kind)))
        }
        return catalog.vocabularies.first { $0.isAxis && $0.id.rawValue == folder }.map {
            LinkView($0.title, page.url(to: SitePages.list($0)))
        }
    }
}
