import AlbumModel
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
        let day = page.wording.strings.text(
            Word.pageWithdrawnOn,
            DateText(page.wording.language).day(withdrawal.day.year, withdrawal.day.month, withdrawal.day.day))
        let reason = withdrawal.reason.map { "<p>\(HTMLEscaping.html($0))</p>" } ?? ""
        let links = [
            LinkView(page.wording.word(.pageSearch), page.url(to: SitePages.search)),
            LinkView(page.wording.word(.pageHome), page.url(to: SitePages.home)),
        ]
        return PlainView(
            frame: frame, title: title, body: RawHTML("<p>\(HTMLEscaping.html(day))</p>\(reason)"),
            links: [LinkGroupView(page.wording.word(.pageWithdrawnWays), links: links)])
    }
}
