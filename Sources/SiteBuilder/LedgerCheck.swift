import AlbumModel
import Catalog
import Diagnostics
import Files
import Pages

/// Whether a site still has every address that it has published.
enum LedgerCheck {
    /// At most so many addresses of a folder are named in one message.
    private static let mostNamed = 3

    /// Addresses that are lost, told once a folder; and those that were withdrawn and are there again.
    ///
    /// Drafts count as gone: readers do not see them.
    /// - Parameter files: addresses of all that is no page.
    static func diagnostics(
        _ read: ReadLedger, _ plans: PagePlans, _ schema: Schema, files: some Sequence<SiteAddress>
    ) -> [Diagnostic] {
        let (ledger, file) = (read.ledger, read.file)
        let living = plans.addressesOfReaders().union(files)
        let places = places(of: file)
        func place(_ address: SiteAddress) -> SourceLocation { places[address] ?? SourceLocation(path: file.path) }
        let missing = ledger.entries.filter { $0.withdrawal == nil && !living.contains($0.address) }
        let back = ledger.entries.filter { $0.withdrawal != nil && living.contains($0.address) }
            .map { Diagnostic(.addressBack, [$0.address.text], at: place($0.address)) }
        // Every build asks, and seldom is one lost.
        if missing.isEmpty { return back }
        let published = Set(ledger.entries.map(\.address))
        let moved = MovedRoots(missing.map(\.address), schema, news: living.subtracting(published))
        let renamed = moved.roots.map { gone, root in
            Diagnostic(.goneRoot, [root.first.text, gone, root.now], at: place(root.first))
        }
        let named = Dictionary(grouping: living.sorted()) { $0.text.split(separator: "/").last }
        let lost = missing.filter { !moved.addresses.contains($0.address) }
        let folders = Dictionary(grouping: lost) { $0.address.text.split(separator: "/").dropLast() }
        let dropped = folders.values.map { entries in
            let names = entries.prefix(mostNamed).map { "«\($0.address)»" }.joined(separator: ", ")
            let rest = entries.count - mostNamed
            let place = place(entries[0].address)
            guard entries.count > 1 else {
                // Where a file of this name is now.
                let alike = named[entries[0].address.text.split(separator: "/").last] ?? []
                return Diagnostic(
                    .addressLost, [names, "\(entries[0].since)"], at: place, candidates: alike.map(\.text))
            }
            return Diagnostic(.addressesLost, [rest > 0 ? "\(names), … (+\(rest))" : names], at: place)
        }
        return renamed + dropped + back
    }

    private static func places(of file: SourceFile) -> [SiteAddress: SourceLocation] {
        Dictionary(
            file.lines(in: 0..<file.bytes.count).map { range in
                (SiteAddress(String(file.text(range).prefix { $0 != "\t" })), SourceLocation(file, range))
            }, uniquingKeysWith: { first, _ in first })
    }
}

/// Albums that `roots` calls otherwise than an edition did: another has what stood below an id that none has.
private struct MovedRoots {
    /// By the id that is gone: the album that has most of its addresses, and the first of these.
    private(set) var roots: [String: (now: String, first: SiteAddress)] = [:]
    /// All that another album has.
    private(set) var addresses: Set<SiteAddress> = []

    /// - Parameter news: addresses that no edition has published: what a known album has is no other's.
    init(_ missing: [SiteAddress], _ schema: Schema, news: Set<SiteAddress>) {
        // `perm/practices/kvest.html`, `municipalities/perm.kungur-go.html`
        let beginnings = [""] + schema.vocabularies.filter(\.isAxis).map { "\($0.id)/" }
        var found: [String: [String: [SiteAddress]]] = [:]
        for address in missing {
            for beginning in beginnings where address.text.hasPrefix(beginning) {
                let rest = address.text.dropFirst(beginning.count)
                // `regions/perm.html` is a region's, whatever album has it.
                guard let end = rest.firstIndex(where: { $0 == "/" || $0 == "." }), rest[end...] != ".html" else {
                    continue
                }
                let gone = String(rest[..<end])
                if schema.roots.contains(where: { $0.id.rawValue == gone }) { continue }
                for root in schema.roots where news.contains(SiteAddress("\(beginning)\(root.id)\(rest[end...])")) {
                    found[gone, default: [:]][root.id.rawValue, default: []].append(address)
                }
            }
        }
        for (gone, albums) in found {
            let most = albums.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
            guard let (now, known) = most, let first = known.min() else { continue }
            roots[gone] = (now, first)
            addresses.formUnion(known)
        }
    }
}
