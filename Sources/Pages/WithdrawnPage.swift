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

    /// Pages that were withdrawn, but those that are there again; a file that was no page has nothing to say.
    static func all(
        _ album: Album, living: Set<SiteAddress>
    ) -> [(AddressLedger.Entry, AddressLedger.Withdrawal)] {
        // A file that is a folder today, or the other way round, cannot stand there: what lives goes before.
        var taken = FormerAddress.Taken(living)
        return album.ledger.entries.compactMap { entry in
            guard let withdrawal = entry.withdrawal, entry.address.text.hasSuffix(".html"),
                let former = FormerAddress("/" + entry.address.text, of: SitePages.home),
                former.address == entry.address,
                taken.take(former)
            else { return nil }
            return (entry, withdrawal)
        }
    }

    func view() -> PlainView {
        let title = page.wording.word(.pageWithdrawn)
        var frame = page.frame(title: "\(title) (\(page.address))")
        frame.metadata = RawHTML("<meta name=\"robots\" content=\"noindex\">")
        let told = told.map { "<p>\(HTMLEscaping.html($0))</p>" }
        let links = [
            list, LinkView(page.wording.word(.pageSearch), page.url(to: SitePages.search)),
            LinkView(page.wording.word(.pageHome), page.url(to: SitePages.home)),
        ].compactMap(\.self)
        return PlainView(
            frame: frame, title: title, body: RawHTML(told.joined()),
            links: [LinkGroupView(page.wording.word(.pageWithdrawnWays), links: links)])
    }

    /// The same as Markdown, for programs that know the page so (``MaterialTwin``).
    func twin() -> String {
        ([MarkdownWriter.heading(MarkdownWriter.escaped(page.wording.word(.pageWithdrawn)), level: 1)]
            + told.map(MarkdownWriter.line)).joined(separator: "\n\n") + "\n"
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
        return regions.position(of: EntryID(String(first))).map { regions.entries[$0].name }
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
