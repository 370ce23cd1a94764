import AlbumModel
import Catalog
import Formats
import Languages
import Pages
import Theming

/// The calendars of entries whose pages were withdrawn, which people follow: a program that fetches them learns that they
/// end, where it would go on showing what it had.
struct WithdrawnCalendars {
    let album: Album
    let wording: Wording
    let pages: [PagePlan]

    /// One for each withdrawn page of an entry; O(withdrawn pages).
    func files() -> [ExportedFile] {
        let axes = album.catalog.vocabularies.filter(\.isAxis).map(\.id)
        let withdrawals = Dictionary(
            album.ledger.entries.compactMap { entry in entry.withdrawal.map { (entry.address, $0) } },
            uniquingKeysWith: { first, _ in first })
        return pages.compactMap { page in
            let parts = page.address.stem.split(separator: "/")
            guard page.standing == .withdrawn, parts.count == 2, let withdrawal = withdrawals[page.address],
                let axis = axes.first(where: { $0.rawValue == parts[0] }),
                case let id = EntryID(String(parts[1])), SitePages.entry(axis, id) == page.address,
                !isBeside(page.address)
            else { return nil }
            return ExportedFile(address: DataFiles.calendar(of: axis, id)) { bytes(page.address, withdrawal) }
        }
    }

    /// Whether it is a page beside that of an entry: a full list, the coverage of a region.
    private func isBeside(_ address: SiteAddress) -> Bool {
        guard let point = address.stem.lastIndex(of: ".") else { return false }
        let entry = SiteAddress(address.stem[..<point] + ".html")
        let ending = address.stem[address.stem.index(after: point)...]
        return RegionCoverage.address(below: entry) == address || album.catalog.kinds.contains { $0.folder == ending }
    }

    private func bytes(_ address: SiteAddress, _ withdrawal: AddressLedger.Withdrawal) -> [UInt8] {
        let title = album.configuration.title
        var writer = CalendarWriter(
            name: "\(title): \(wording.word(.pageWithdrawn))", language: wording.language.rawValue,
            edition: album.configuration.edition)
        let day = withdrawal.day
        let since = DateText(wording.language).day(day.year, day.month, day.day)
        writer.event(
            CalendarWriter.Event(
                id: "\(address.stem)#withdrawn", start: day, end: day,
                summary: wording.word(.calendarWithdrawn),
                description: [
                    title, wording.strings.text(Word.pageWithdrawnOn, since), withdrawal.reason,
                ].compactMap(\.self),
                url: album.configuration.url.map { "\($0)\(address)" }))
        writer.finish()
        return writer.bytes
    }
}
