import AlbumModel
import Catalog
import Diagnostics
import Files
import Pages

/// Whether a site still has every address that it has published.
enum LedgerCheck {
    /// At most so many addresses of a folder are named in one message.
    private static let mostNamed = 3

    /// A book of an album that the ledger has: a build that is asked for books makes it, and others do not.
    struct PublishedBook: Sendable {
        let address: SiteAddress
        /// Where an album that has moved would have it today, else the same.
        let present: SiteAddress
        let place: SourceLocation
        let isWithdrawn: Bool
    }

    /// What is told of books that readers have had and a build has not made, and of those that were withdrawn and are made again.
    /// - Parameters:
    ///   - made: the books of the build.
    ///   - failed: those that could not be made, which is told elsewhere.
    static func diagnostics(
        _ books: [PublishedBook], made: Set<SiteAddress>, failed: Set<SiteAddress>
    ) -> [Diagnostic] {
        let back = books.filter { $0.isWithdrawn && made.contains($0.address) }.map {
            Diagnostic(.addressBack, [$0.address.text], at: $0.place)
        }
        let lost = books.filter { !$0.isWithdrawn && !made.contains($0.present) && !failed.contains($0.present) }
        guard let first = lost.first else { return back }
        let names = lost.prefix(mostNamed).map { "«\($0.address)»" }.joined(separator: ", ")
        let rest = lost.count > mostNamed ? ", … (+\(lost.count - mostNamed))" : ""
        return back + [
            Diagnostic(
                .bookNotMade, [names + rest, lost.map(\.address.text).joined(separator: " ")], at: first.place)
        ]
    }

    /// Addresses that are lost, told once a folder; and those that were withdrawn and are there again.
    ///
    /// Drafts count as gone: readers do not see them.
    /// - Parameter files: addresses of all that is no page.
    /// - Returns: what is told, all addresses that are lost, those that are there again, and books, of which a build knows when
    ///   it has made its own.
    static func diagnostics(
        _ read: ReadLedger, _ plans: PagePlans, _ schema: Schema, files: some Sequence<SiteAddress>
    ) -> (told: [Diagnostic], lost: [SiteAddress], back: [SiteAddress], books: [PublishedBook]) {
        let (ledger, file) = (read.ledger, read.file)
        let living = plans.addressesOfReaders().union(files)
        let places = places(of: file)
        func place(_ address: SiteAddress) -> SourceLocation { places[address] ?? SourceLocation(path: file.path) }
        var gone = ledger.entries.filter { $0.withdrawal == nil && !living.contains($0.address) }
        let books = books(ledger, plans, living, place)
        if ledger.entries.contains(where: { $0.address.pageOfBook != nil }) {
            let known = Set(books.map(\.address))
            gone.removeAll { entry in
                guard let page = entry.address.pageOfBook else { return false }
                // What became of the page became of what has its name.
                return known.contains(entry.address) || ledger.entry(page) != nil && !living.contains(page)
            }
        }
        let returned = ledger.entries.filter { $0.withdrawal != nil && living.contains($0.address) }.map(\.address)
        let back = told(back: returned, schema, place) + replacedByWithdrawn(ledger, living, place)
        // Every build asks, and seldom is one lost.
        if gone.isEmpty { return (back, [], returned, books) }
        let published = Set(ledger.entries.map(\.address))
        // Scripts of pictures go with them; lists that were made before say them too.
        let missing = gone.filter { !($0.address.ofScript.map(published.contains) ?? false) }
        if missing.isEmpty { return (back, [], returned, books) }
        let moved = MovedRoots(missing.map(\.address), schema, news: living.subtracting(published))
        let renamed = moved.roots.map { gone, root in
            Diagnostic(.goneRoot, [root.first.text, gone, root.now], at: place(root.first))
        }
        let named = Dictionary(grouping: living.sorted()) { $0.text.split(separator: "/").last }
        let unmoved = missing.filter { !moved.addresses.contains($0.address) }
        let removed = removedAlbums(unmoved, schema, living, moved: Set(moved.roots.keys))
        let withdrawn = removed.sorted { $0.key < $1.key }.map { id, entries in
            Diagnostic(
                .albumRemoved, [id, String(entries.count), shortened(entries)], at: place(entries[0].address))
        }
        let lost = unmoved.filter { entry in
            !removed.keys.contains { entry.address.isOf(album: $0) || entry.address.isOfRegion($0) }
        }
        let folders = Dictionary(grouping: lost) { $0.address.text.split(separator: "/").dropLast() }
        let dropped = folders.values.map { entries in
            let place = place(entries[0].address)
            guard entries.count > 1 else {
                // Where a file of this name is now.
                let alike = named[entries[0].address.text.split(separator: "/").last] ?? []
                return Diagnostic(
                    .addressLost, [shortened(entries), "\(entries[0].since)"], at: place, candidates: alike.map(\.text))
            }
            return Diagnostic(.addressesLost, [shortened(entries)], at: place)
        }
        return (renamed + withdrawn + dropped + back, missing.map(\.address), returned, books)
    }

    /// The books of the ledger whose albums readers find, there or where they have moved.
    private static func books(
        _ ledger: AddressLedger, _ plans: PagePlans, _ living: Set<SiteAddress>,
        _ place: (SiteAddress) -> SourceLocation
    ) -> [PublishedBook] {
        let named = ledger.entries.filter { $0.address.pageOfBook != nil && !living.contains($0.address) }
        if named.isEmpty { return [] }
        let albums = plans.albumsOfReaders()
        return named.compactMap { entry in
            guard let page = entry.address.pageOfBook, let present = albums[page] else { return nil }
            return PublishedBook(
                address: entry.address, present: entry.address.ofBook(of: present), place: place(entry.address),
                isWithdrawn: entry.withdrawal != nil)
        }
    }

    /// Pages that were withdrawn and that others name as the one to go to instead, where readers are led nowhere so.
    private static func replacedByWithdrawn(
        _ ledger: AddressLedger, _ living: Set<SiteAddress>, _ place: (SiteAddress) -> SourceLocation
    ) -> [Diagnostic] {
        let endless = ledger.entries.filter { entry in
            guard let named = entry.withdrawal?.successor, entry.address.text.hasSuffix(".html"),
                !living.contains(entry.address), ledger.entry(named)?.withdrawal != nil
            else { return false }
            return ledger.successor(of: entry.address) { living.contains($0) ? $0 : nil } == nil
        }
        // The last of those on the way is what another page is to be named instead of.
        let named = Dictionary(grouping: endless) { ledger.successors(of: $0.address).last ?? $0.address }
        return named.sorted { $0.key < $1.key }.map { successor, entries in
            Diagnostic(.successorWithdrawn, [successor.text, shortened(entries)], at: place(entries[0].address))
        }
    }

    /// Withdrawn addresses that are there again: one message for an album, one for all others.
    private static func told(
        back: [SiteAddress], _ schema: Schema, _ place: (SiteAddress) -> SourceLocation
    ) -> [Diagnostic] {
        let albums = Dictionary(grouping: back) { address in
            // Also what stood under an id that the album had.
            schema.roots.first { root in
                ([root.id] + root.was).contains { address.isOf(album: $0.rawValue) || address.isOfRegion($0.rawValue) }
            }?.id.rawValue
        }
        // Those of no album first.
        return albums.sorted { ($0.key ?? "") < ($1.key ?? "") }.map { album, addresses in
            if addresses.count == 1 { return Diagnostic(.addressBack, [addresses[0].text], at: place(addresses[0])) }
            guard let album else {
                return Diagnostic(
                    .addressBack.worded(for: .addressesBack),
                    [String(addresses.count), addresses.map(\.text).joined(separator: " ")], at: place(addresses[0]))
            }
            return Diagnostic(
                .addressBack.worded(for: .albumBack), [album, String(addresses.count)], at: place(addresses[0]))
        }
    }

    /// Of a site of several albums those of which not one address is left, each with what it had: such an album was
    /// removed as a whole.
    private static func removedAlbums(
        _ missing: [AddressLedger.Entry], _ schema: Schema, _ living: Set<SiteAddress>, moved: Set<String>
    ) -> [String: [AddressLedger.Entry]] {
        if schema.roots.isEmpty { return [:] }
        let present = Set(living.compactMap { $0.text.split(separator: "/").first.map(String.init) })
        let gone = Set(
            missing.compactMap { entry -> String? in
                guard case .folder(let id) = entry.address.albumForm, !present.contains(id), !moved.contains(id),
                    !schema.roots.contains(where: { ([$0.id] + $0.was).contains { $0.rawValue == id } })
                else { return nil }
                return id
            })
        return Dictionary(
            gone.map { id in (id, missing.filter { $0.address.isOf(album: id) || $0.address.isOfRegion(id) }) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Addresses as «a», «b», «c», … (+4).
    private static func shortened(_ entries: [AddressLedger.Entry]) -> String {
        let names = entries.prefix(mostNamed).map { "«\($0.address)»" }.joined(separator: ", ")
        return entries.count > mostNamed ? "\(names), … (+\(entries.count - mostNamed))" : names
    }

    private static func places(of file: SourceFile) -> [SiteAddress: SourceLocation] {
        Dictionary(
            file.lines(in: 0..<file.bytes.count).map { range in
                (SiteAddress(String(file.text(range).prefix { $0 != "\t" })), SourceLocation(file, range))
            }, uniquingKeysWith: { first, _ in first })
    }
}

/// Albums that `roots` calls otherwise than an edition did: another has half of what stood below an id that none has.
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
            guard let (now, known) = most, let first = known.min(),
                known.count * 2 >= missing.count(where: { $0.isOf(album: gone) })
            else { continue }
            roots[gone] = (now, first)
            addresses.formUnion(known)
        }
    }
}
