import AlbumModel
import Catalog
import Formats
import Languages
import Pages
import Theming

/// The calendars of entries and roadmaps whose pages were withdrawn, which people follow: a program that fetches them learns
/// that they end, and that a region has left, where it would go on showing what it had.
struct WithdrawnCalendars {
    let album: Album
    let wording: Wording
    let pages: [PagePlan]
    /// Where the site has calendars today.
    let present: Set<SiteAddress>

    /// One for each withdrawn page of an entry, and for each of a material of a kind whose first table a calendar shows; and
    /// where such a material is withdrawn, one for each entry that has no calendar any more.
    ///
    /// O(withdrawn pages + entries).
    func files() -> [ExportedFile] {
        let withdrawals = Dictionary(
            album.ledger.entries.compactMap { entry in entry.withdrawal.map { (entry.address, $0) } },
            uniquingKeysWith: { first, _ in first })
        if withdrawals.isEmpty { return [] }
        // A site of which all albums have left has no list of regions any more.
        let axes = album.catalog.vocabularies.filter(\.isAxis).map(\.id) + [RegionAxis.vocabulary]
        let folders = Set(
            album.catalog.kinds.filter { $0.tables.first?.views.contains(.calendar) ?? false }.map(\.folder))
        let left = Set(withdrawals.keys.compactMap(Self.albumOfRegion)).subtracting(known)
        let ofPages = pages.compactMap { page -> ExportedFile? in
            guard page.standing == .withdrawn, let withdrawal = withdrawals[page.address],
                let file = file(of: page.address, axes, folders)
            else { return nil }
            let id = Self.albumOfRegion(page.address) ?? Self.album(of: page.address)
            let region = id.flatMap { left.contains($0) ? $0 : nil }
            return ExportedFile(address: file) {
                bytes(page.address, withdrawal, region: region.map { name(ofRegion: $0, withdrawals) })
            }
        }
        let ended = ended(withdrawals.filter { isOfTable($0.key, folders) })
        let taken = Set(ofPages.map(\.address))
        return ofPages + ended.filter { !taken.contains($0.address) }
    }

    /// The calendars of entries, and that of the whole site, that have nothing to show since what they showed was withdrawn.
    ///
    /// Of an album of several those of its own entries alone.
    /// - Parameter tables: withdrawn pages of materials that calendars showed.
    private func ended(_ tables: [SiteAddress: AddressLedger.Withdrawal]) -> [ExportedFile] {
        guard let latest = tables.values.max(by: { $0.day < $1.day }) else { return [] }
        let roots = Set(album.catalog.schema.roots.map(\.id.rawValue))
        func root(_ id: Substring?) -> String? { id.map(String.init).flatMap { roots.contains($0) ? $0 : nil } }
        let concerned = Set(tables.keys.map { root($0.text.split(separator: "/").first) })
        let entries = album.catalog.vocabularies.filter(\.isAxis).flatMap { vocabulary in
            vocabulary.shown.map { vocabulary.entries[$0] }
                .filter { concerned.contains(root($0.id.rawValue.split(separator: ".").first)) }
                .map { (address: DataFiles.calendar(of: vocabulary, $0), title: String?.some($0.distinctName)) }
        }
        return (entries + [(DataFiles.calendar, nil)]).filter { !present.contains($0.address) }.map { address, title in
            let withdrawal = AddressLedger.Withdrawal(day: latest.day, reason: latest.reason, title: title)
            return ExportedFile(address: address) { bytes(address, withdrawal, region: nil) }
        }
    }

    /// Whether the page of a material stood at an address whose first table a calendar shows.
    private func isOfTable(_ address: SiteAddress, _ folders: Set<String>) -> Bool {
        let parts = address.stem.split(separator: "/")
        return parts.count > 1 && folders.contains(String(parts[parts.count - 2])) && !isBeside(address)
    }

    /// Where the calendar of a withdrawn page stood; nothing of one that had none.
    private func file(of address: SiteAddress, _ axes: [VocabularyID], _ folders: Set<String>) -> SiteAddress? {
        let parts = address.stem.split(separator: "/")
        guard parts.count > 1, let name = parts.last else { return nil }
        if parts.count == 2, let axis = axes.first(where: { $0.rawValue == parts[0] }) {
            let id = EntryID(String(name))
            let isEntry = SitePages.entry(axis, id) == address && !isBeside(address)
            return isEntry ? DataFiles.calendar(of: axis, id) : nil
        }
        guard isOfTable(address, folders) else { return nil }
        return DataFiles.file(ofPage: address, ".ics")
    }

    // MARK: Regions that have left

    /// The region of which an address is the page; nothing of others.
    private static func albumOfRegion(_ address: SiteAddress) -> String? {
        let id = address.stem.split(separator: "/").last.map(String.init) ?? ""
        return !id.contains(".") && address.isOfRegion(id) ? id : nil
    }

    /// The album whose address it was, by its form.
    private static func album(of address: SiteAddress) -> String? {
        switch address.albumForm {
        case .folder(let id), .entry(let id): id
        case nil: nil
        }
    }

    /// What the site has as an album or a region, under any of its ids.
    private var known: Set<String> {
        let roots = album.catalog.schema.roots.flatMap { [$0.id] + $0.was }.map(\.rawValue)
        let regions = album.catalog.regionAxis.map { album.catalog.vocabularies[$0].entries.map(\.id.rawValue) } ?? []
        return Set(roots + regions)
    }

    /// As it was called when it left, else its id.
    private func name(
        ofRegion id: String, _ withdrawals: [SiteAddress: AddressLedger.Withdrawal]
    ) -> String {
        withdrawals[SitePages.entry(RegionAxis.vocabulary, EntryID(id))]?.title ?? id
    }

    /// Whether it is a page beside that of an entry: a full list, the coverage of a region.
    private func isBeside(_ address: SiteAddress) -> Bool {
        guard let point = address.stem.lastIndex(of: ".") else { return false }
        let entry = SiteAddress(address.stem[..<point] + ".html")
        let ending = address.stem[address.stem.index(after: point)...]
        return RegionCoverage.address(below: entry) == address || album.catalog.kinds.contains { $0.folder == ending }
    }

    /// An address without the ending of its file.
    private func stem(_ address: SiteAddress) -> Substring {
        address.text.lastIndex(of: ".").map { address.text[..<$0] } ?? address.text[...]
    }

    /// - Parameter region: the name of the region that has left with it.
    private func bytes(_ address: SiteAddress, _ withdrawal: AddressLedger.Withdrawal, region: String?) -> [UInt8] {
        let title = album.configuration.title
        var writer = CalendarWriter(
            name: "\(title): \(wording.word(.pageWithdrawn))", language: wording.language.rawValue,
            edition: album.configuration.edition)
        let day = withdrawal.day
        let since = DateText(wording.language).day(day.year, day.month, day.day)
        writer.event(
            CalendarWriter.Event(
                id: "\(stem(address))#withdrawn", start: day, end: day,
                summary: region == nil
                    ? wording.word(.calendarWithdrawn) : wording.word(.calendarRegionLeft),
                description: [
                    title, withdrawal.title,
                    region.map { wording.strings.text(Word.calendarRegionLeftOn, $0, since) }
                        ?? wording.strings.text(Word.pageWithdrawnOn, since),
                    withdrawal.reason,
                ].compactMap(\.self),
                url: album.configuration.url.map { address.text.hasSuffix(".html") ? "\($0)\(address)" : $0 }))
        writer.finish()
        return writer.bytes
    }
}
