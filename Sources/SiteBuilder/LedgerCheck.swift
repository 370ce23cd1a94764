import AlbumModel
import Catalog
import Diagnostics
import Files
import Pages

/// Whether a site still has every address that it has published.
enum LedgerCheck {
    /// At most so many addresses of a folder are named in one message.
    private static let named = 3

    /// Addresses that are lost, told once a folder; and those that were withdrawn and are there again.
    ///
    /// Drafts count as gone: readers do not see them.
    /// - Parameter files: addresses of all that is no page.
    static func diagnostics(_ read: ReadLedger, _ plans: PagePlans, files: some Sequence<SiteAddress>) -> [Diagnostic] {
        let (ledger, file) = (read.ledger, read.file)
        let living = plans.addressesOfReaders().union(files)
        let places = places(of: file)
        func place(_ address: SiteAddress) -> SourceLocation { places[address] ?? SourceLocation(path: file.path) }
        let lost = ledger.entries.filter { $0.withdrawal == nil && !living.contains($0.address) }
        let folders = Dictionary(grouping: lost) { $0.address.text.split(separator: "/").dropLast() }
        let dropped = folders.values.map { entries in
            let names = entries.prefix(named).map { "«\($0.address)»" }.joined(separator: ", ")
            let rest = entries.count - named
            let place = place(entries[0].address)
            guard entries.count > 1 else { return Diagnostic(.addressLost, [names, "\(entries[0].since)"], at: place) }
            return Diagnostic(.addressesLost, [rest > 0 ? "\(names), … (+\(rest))" : names], at: place)
        }
        let back = ledger.entries.filter { $0.withdrawal != nil && living.contains($0.address) }
        return dropped + back.map { Diagnostic(.addressBack, [$0.address.text], at: place($0.address)) }
    }

    private static func places(of file: SourceFile) -> [SiteAddress: SourceLocation] {
        Dictionary(
            file.lines(in: 0..<file.bytes.count).map { range in
                (SiteAddress(String(file.text(range).prefix { $0 != "\t" })), SourceLocation(file, range))
            }, uniquingKeysWith: { first, _ in first })
    }
}
