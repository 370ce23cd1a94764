import Catalog
import Diagnostics
import Files
import Formats
import Packaging
import SiteBuilder

/// The list of published addresses of a site, beside its `album.yml`.
enum LedgerFile {
    /// Adds the addresses of a built site, and says how many are new.
    ///
    /// The file is made with the first of them.
    static func record(site: String, root: DiskFileSystem) throws {
        let files = try DiskFileSystem(root: site)
        let manifest = try Verify.manifest(of: files)
        guard manifest.state == .fit else { throw PackagingError.unfit(path: site, manifest.state) }
        let said = try EditionFile.read(files)
        guard let edition = CalendarDate(iso: said.day) else { throw FileError(.read, site, .foreignFile) }
        let ledger = try read(root) ?? AddressLedger()
        let addresses = AddressLedger.permanent(among: manifest.entries.map { SiteAddress($0.path.text) })
        let moves = said.moves.map { (from: SiteAddress($0.from), to: SiteAddress($0.to)) }
        let recorded = ledger.recording(addresses, of: edition, moves: moves)
        guard recorded != ledger else { return }
        try recorded.write(to: root)
        Terminal.message(
            "\(AddressLedger.path): новых адресов — \(recorded.entries.count - ledger.entries.count); "
                + "сохраните файл вместе с материалами")
    }

    /// Those of an album and of the region that is called as it is, such as are withdrawn or such as are not; none where there
    /// is no list.
    static func addresses(ofAlbum id: String, areWithdrawn: Bool, root: DiskFileSystem) throws -> [SiteAddress] {
        let entries = try read(root)?.entries ?? []
        return entries.filter {
            ($0.withdrawal != nil) == areWithdrawn && ($0.address.isOf(album: id) || $0.address.isOfRegion(id))
        }.map(\.address)
    }

    /// Places of all that is withdrawn; none where there is no list.
    static func withdrawn(root: DiskFileSystem) throws -> Set<SitePath> {
        Set(
            (try read(root)?.entries ?? []).filter { $0.withdrawal != nil }.compactMap {
                try? SitePath($0.address.text)
            })
    }

    /// Lets withdrawn addresses stay again, all or none.
    static func restore(_ addresses: [SiteAddress], root: DiskFileSystem) throws {
        try change(root, addresses) { $0.restoring($1) }
    }

    /// The edition that was the first to have each address; nothing where there is no list.
    static func published(root: DiskFileSystem) throws -> [SiteAddress: CalendarDate] {
        Dictionary(
            (try read(root)?.entries ?? []).map { ($0.address, $0.since) }, uniquingKeysWith: { first, _ in first })
    }

    /// Books of albums that readers have had and that an edition has not, though it has their pages; none where there is no list.
    /// - Parameters:
    ///   - edition: all of its addresses.
    ///   - moves: former addresses, and where their pages are in it.
    static func unmadeBooks(
        in edition: Set<SiteAddress>, moves: [(from: SiteAddress, to: SiteAddress)], root: DiskFileSystem
    ) throws -> [SiteAddress] {
        let moved = Dictionary(moves.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
        return (try read(root)?.entries ?? []).compactMap { entry in
            guard entry.withdrawal == nil, !edition.contains(entry.address),
                let page = entry.address.pageOfBook, edition.contains(page),
                !(moved[page].map { edition.contains(entry.address.ofBook(of: $0)) } ?? false)
            else { return nil }
            return entry.address
        }
    }

    /// What is said of each withdrawn address; nothing where there is no list.
    static func withdrawals(root: DiskFileSystem) throws -> [SiteAddress: AddressLedger.Withdrawal] {
        Dictionary(
            (try read(root)?.entries ?? []).compactMap { entry in entry.withdrawal.map { (entry.address, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The other addresses of what stood at these (``AddressLedger/otherAddresses(of:moves:)``); none where there is no list.
    static func otherAddresses(
        of addresses: [SiteAddress], moves: [(from: SiteAddress, to: SiteAddress)], root: DiskFileSystem
    ) throws -> [(address: SiteAddress, of: SiteAddress)] {
        try read(root)?.otherAddresses(of: addresses, moves: moves) ?? []
    }

    /// Pages that were withdrawn and name one of these as the one to go to instead, by it; without those among them.
    static func replaced(
        by addresses: [SiteAddress], root: DiskFileSystem
    ) throws -> [(successor: SiteAddress, pages: [SiteAddress])] {
        guard let ledger = try read(root) else { return [] }
        let own = Set(addresses)
        return addresses.compactMap { address in
            let pages = ledger.replaced(by: address).map(\.address).filter { !own.contains($0) }
            return pages.isEmpty ? nil : (address, pages)
        }
    }

    /// Withdraws addresses, all or none.
    static func withdraw(
        _ addresses: [SiteAddress], root: DiskFileSystem, _ withdrawal: (SiteAddress) -> AddressLedger.Withdrawal
    ) throws {
        try change(root, addresses) { $0.withdrawing($1, withdrawal($1)) }
    }

    /// - Parameter changed: the ledger with an address changed; nothing where it has none such, or where nothing is to be changed.
    private static func change(
        _ root: DiskFileSystem, _ addresses: [SiteAddress],
        _ changed: (AddressLedger, SiteAddress) -> AddressLedger?
    ) throws {
        guard var ledger = try read(root) else {
            Terminal.message("\(AddressLedger.path): списка нет; его делает album build --record или album publish")
            throw ExitStatus.usage
        }
        var unknown: [SiteAddress] = []
        for address in addresses {
            if let next = changed(ledger, address) {
                ledger = next
            } else {
                unknown.append(address)
            }
        }
        let suggester = NameSuggester(ledger.entries.map(\.address.text))
        for address in unknown {
            guard ledger.entry(address) == nil else {
                Terminal.message(Terminal.printable("\(address.text): не снят с публикации, возвращать нечего"))
                continue
            }
            let near =
                ledger.entries.map(\.address.text).first { $0.hasSuffix("/\(address.text).html") }
                ?? suggester.nearest(to: address.text).first
            let hint = near.map { "; похоже на \($0)" } ?? ""
            Terminal.message(Terminal.printable("\(AddressLedger.path): адреса «\(address.text)» нет\(hint)"))
        }
        if !unknown.isEmpty { throw ExitStatus.usage }
        try ledger.write(to: root)
    }

    /// Nothing where there is none; one that is damaged is not written over.
    private static func read(_ root: DiskFileSystem) throws -> AddressLedger? {
        guard let (file, faults) = try AddressLedger.file(in: root) else { return nil }
        let (ledger, broken) = file.map(AddressLedger.read) ?? (AddressLedger(), [])
        guard file != nil, broken.isEmpty else {
            Terminal.note(DiagnosticPrinter(language: .ru).report(faults + broken))
            throw ExitStatus(ofRefusalBy: faults, otherwise: .usage)
        }
        return ledger
    }
}
