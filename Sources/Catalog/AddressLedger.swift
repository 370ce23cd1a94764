import Diagnostics
import Files
import Formats

/// The addresses that a site has published: people have linked to them, printed them, written them into orders.
///
/// The file `addresses.tsv` beside `album.yml` holds them, one a line in the order of their bytes: the address, the edition
/// that had it first, of what was withdrawn the day, the reason, the title and the page to go to instead, and of what has moved
/// there the address at which it was published first. Programs write it (`album build --record`,
/// `album publish`, `album retire`); it is kept with the sources, and a build refuses to lose what it names.
package struct AddressLedger: Sendable, Equatable {
    /// A published address.
    package struct Entry: Sendable, Equatable {
        package let address: SiteAddress
        /// The edition that was the first to have it.
        package let since: CalendarDate
        /// That it was withdrawn on purpose; nothing while it is to stay.
        package var withdrawal: Withdrawal?
        /// Where what stands there was published first, at another address; nothing of what began here.
        ///
        /// Programs that follow the site know it by that address for good (``identity(of:formerly:)``).
        package var first: SiteAddress? = nil
    }

    /// Why nothing but a note stands at an address.
    package struct Withdrawal: Sendable, Equatable {
        package let day: CalendarDate
        /// For readers; nothing where none was given.
        package let reason: String?
        /// What stood there; nothing where nobody noted it.
        package let title: String?
        /// The page that readers are led to instead; nothing where there is none.
        package let successor: SiteAddress?

        /// A text as the list can have it, on one line; nothing where it has no words.
        package static func line(_ text: String) -> String? {
            let words = text.split(whereSeparator: \.isWhitespace)
            return words.isEmpty ? nil : words.joined(separator: " ")
        }

        package init(day: CalendarDate, reason: String?, title: String? = nil, successor: SiteAddress? = nil) {
            (self.day, self.reason, self.title, self.successor) = (day, reason, title, successor)
        }
    }

    /// Where it lies, below the site's folder.
    private static let place = SitePath(literal: "addresses.tsv")
    package static var path: String { place.text }
    /// Bytes that the file may have: a million addresses.
    private static let largestSize = 64 << 20
    /// The first line: what the columns are.
    private static let heading = "address\tsince\twithdrawn\treason\ttitle"
    /// A further column, where a page leads on: lists without such stay as they are.
    private static let headingOfSuccessors = "\tinstead"
    /// The last column, where a page has moved.
    private static let headingOfFirst = "\tfirst"

    /// In the order of their addresses, each once.
    package private(set) var entries: [Entry] = []

    package init() {}

    // MARK: Reading and writing

    /// The file of a site, with what keeps it from being a text; nothing where there is none.
    package static func file(
        in site: some FileSystem
    ) throws(FileError) -> (file: SourceFile?, diagnostics: [Diagnostic])? {
        guard try site.entry(place) != nil else { return nil }
        return try TextLoader.load(place, of: site, atMost: largestSize)
    }

    /// Writes it in the place of what is there.
    package func write(to site: DiskFileSystem) throws(FileError) {
        try SourceFolder(".", of: site.root).write(Self.place, Array(text.utf8))
    }

    /// Reads the file; a line that is none is told and left out.
    package static func read(_ file: SourceFile) -> (ledger: AddressLedger, diagnostics: [Diagnostic]) {
        var found: [SiteAddress: Entry] = [:]
        var diagnostics: [Diagnostic] = []
        for range in file.lines(in: 0..<file.bytes.count) where !range.isEmpty {
            let line = file.text(range)
            if line.hasPrefix("address\t") { continue }
            if let entry = entry(line), found[entry.address] == nil {
                found[entry.address] = entry
            } else {
                let told = String(line.prefix(60)).replacing("\t", with: " ")
                diagnostics.append(Diagnostic(.brokenLedger, [told], at: SourceLocation(file, range)))
            }
        }
        var ledger = AddressLedger()
        ledger.entries = found.values.sorted { $0.address < $1.address }
        return (ledger, diagnostics)
    }

    private static func entry(_ line: String) -> Entry? {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard (2...7).contains(cells.count), !cells[0].isEmpty, let since = CalendarDate(iso: cells[1]) else {
            return nil
        }
        var entry = Entry(address: SiteAddress(String(cells[0])), since: since)
        if cells.count > 6, !cells[6].isEmpty { entry.first = SiteAddress(String(cells[6])) }
        guard cells.count > 2, !cells[2].isEmpty else {
            return cells.dropFirst(3).prefix(3).allSatisfy(\.isEmpty) ? entry : nil
        }
        guard let day = CalendarDate(iso: cells[2]) else { return nil }
        func text(_ column: Int) -> String? {
            cells.count > column && !cells[column].isEmpty ? String(cells[column]) : nil
        }
        entry.withdrawal = Withdrawal(
            day: day, reason: text(3), title: text(4), successor: text(5).map { SiteAddress($0) })
        return entry
    }

    /// The file, with a line end at its end.
    package var text: String {
        let lines = entries.map { entry in
            var cells = [entry.address.text, entry.since.description]
            if let withdrawal = entry.withdrawal {
                cells += [withdrawal.day.description, withdrawal.reason ?? "", withdrawal.title ?? ""]
                cells.append(withdrawal.successor?.text ?? "")
            }
            if let first = entry.first { cells += Array(repeating: "", count: 6 - cells.count) + [first.text] }
            while cells.last?.isEmpty == true { cells.removeLast() }
            return cells.joined(separator: "\t")
        }
        let hasMoved = entries.contains { $0.first != nil }
        let leadsOn = hasMoved || entries.contains { $0.withdrawal?.successor != nil }
        let heading =
            Self.heading + (leadsOn ? Self.headingOfSuccessors : "") + (hasMoved ? Self.headingOfFirst : "")
        return ([heading] + lines).joined(separator: "\n") + "\n"
    }

    // MARK: Which addresses stay

    /// Of the files of a built site those that others link to and that are to stay: pages and files for download.
    ///
    /// Books of albums are among them, though not every build makes them. None of them are what is made of another and goes with it (the files
    /// of a page have its name and one more, the script of a picture is called as it is with `.js` behind), what hangs on how many there are (`practices/index.2.html`), files of the program, and `404.html`.
    package static func permanent(among addresses: some Sequence<SiteAddress>) -> [SiteAddress] {
        let all = Set(addresses)
        return all.filter { address in
            let name = address.text.split(separator: "/").last ?? ""
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            if address.isInProgramFolder || address == SitePages.notFound || programFiles.contains(address.text)
                || OnlineFiles.contain(address.text)
            {
                return false
            }
            if let made = address.ofScript, all.contains(made) { return false }
            // The coverage of a region is a page of its own, whatever its name begins with.
            if parts.last == "html" { return parts.dropLast().last == "coverage" || !isBeside(address, among: all) }
            return true
        }.sorted()
    }

    /// Whether a page stands beside another, whose name its own begins with: `practices/kvest.print.html`; and not
    /// `municipalities/perm.kungur-mo.html`, as there is no `municipalities/perm.html`.
    private static func isBeside(_ address: SiteAddress, among all: Set<SiteAddress>) -> Bool {
        var stem = address.stem
        while let point = stem.lastIndex(of: "."), !stem[point...].contains("/") {
            stem = stem[..<point]
            if all.contains(SiteAddress("\(stem).html")) { return true }
        }
        return false
    }

    /// Whether a file is a book that a build made of an album: it has the name of the album's page.
    private static func isBook(_ address: SiteAddress, among all: Set<SiteAddress>) -> Bool {
        address.pageOfBook.map(all.contains) ?? false
    }

    /// The books among the files of a site; O(files), at little cost where nothing is named as books are.
    package static func books(among all: some Collection<SiteAddress>) -> Set<SiteAddress> {
        guard all.contains(where: { address in bookEndings.contains { address.text.hasSuffix($0) } }) else { return [] }
        let known = Set(all)
        return known.filter { isBook($0, among: known) }
    }

    fileprivate static let bookEndings = [".epub", ".pdf"]

    /// What the program writes beside the pages.
    private static let programFiles: Set<String> = [
        "manifest.json", "edition.js", "edition.json", "sitemap.xml", "robots.txt",
    ]

    // MARK: Asking

    /// The edition that was the first to have an address; nothing where none is known to have had it.
    ///
    /// O(log n).
    package func since(_ address: SiteAddress) -> CalendarDate? { entry(address)?.since }

    /// What it says of an address; nothing where it does not have it.
    ///
    /// O(log n).
    package func entry(_ address: SiteAddress) -> Entry? {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].address < address { low = middle + 1 } else { high = middle }
        }
        return low < entries.count && entries[low].address == address ? entries[low] : nil
    }

    /// Where readers of a withdrawn address are led on to; nothing where no page was named, or where the last of them is gone.
    ///
    /// That is the page that was named instead of it, and where that was withdrawn in its turn, the one that was named instead of that.
    /// O(pages on the way × log n).
    /// - Parameter living: the page that readers find by an address, there or where it has moved; nothing where there is none.
    package func successor<Found>(of address: SiteAddress, living: (SiteAddress) -> Found?) -> Found? {
        var seen: Set = [address]
        var next = entry(address)?.withdrawal?.successor
        while let named = next, seen.insert(named).inserted {
            if let found = living(named) { return found }
            next = entry(named)?.withdrawal?.successor
        }
        return nil
    }

    /// All pages that were named instead of a withdrawn address, each behind the one that it stands for.
    package func successors(of address: SiteAddress) -> [SiteAddress] {
        var named: [SiteAddress] = []
        _ = successor(of: address) { next -> SiteAddress? in
            named.append(next)
            return nil
        }
        return named
    }

    /// Those that were withdrawn and name an address as the one to go to instead.
    package func replaced(by address: SiteAddress) -> [Entry] {
        entries.filter { $0.withdrawal?.successor == address && $0.address != address }
    }

    /// By which address programs know a page for good, and since when it is published: where it was first, whatever its
    /// address is today.
    ///
    /// A page that no edition has had yet is known by a former address that one has had, else by its own. That is what
    /// ``recording(_:of:moves:)`` writes down, so that the answer stays. Lists that were written before it did say it by the
    /// days alone. O(former addresses × log n).
    /// - Parameter former: its former addresses, the first of them first.
    package func identity(
        of address: SiteAddress, formerly former: [SiteAddress]
    ) -> (address: SiteAddress, since: CalendarDate?) {
        let present = entry(address)
        if let first = present?.first { return (first, entry(first)?.since ?? present?.since) }
        var earliest: Entry?
        for former in former.lazy.compactMap({ self.entry($0) }) {
            if earliest.map({ former.since < $0.since }) ?? true { earliest = former }
        }
        guard let earliest, present.map({ earliest.since < $0.since }) ?? true else { return (address, present?.since) }
        return (earliest.first ?? earliest.address, earliest.since)
    }

    /// The other addresses of what stands at these, or stood: where it was published first, and wherever it was until today;
    /// each once, with the one of these that it goes with.
    ///
    /// O(entries + moves).
    /// - Parameter moves: former addresses and where their pages are, as far as an edition says it; the list alone does not
    ///   know a page that leads on to one that was there before it.
    package func otherAddresses(
        of addresses: [SiteAddress], moves: [(from: SiteAddress, to: SiteAddress)] = []
    ) -> [(address: SiteAddress, of: SiteAddress)] {
        let origins = Dictionary(
            addresses.map { (entry($0)?.first ?? $0, $0) }, uniquingKeysWith: { first, _ in first })
        let own = Set(addresses)
        let moved = Dictionary(
            moves.filter { own.contains($0.to) }.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
        return entries.compactMap { entry in
            if own.contains(entry.address) { return nil }
            let of = moved[entry.address] ?? origins[entry.address] ?? entry.first.flatMap { origins[$0] }
            return of.map { (entry.address, $0) }
        }
    }

    // MARK: Changing

    /// The same with addresses that an edition has.
    /// - Parameter moves: former addresses and where their pages are in it, those of a page from the first on.
    package func recording(
        _ addresses: some Sequence<SiteAddress>, of edition: CalendarDate,
        moves: [(from: SiteAddress, to: SiteAddress)] = []
    ) -> AddressLedger {
        var result = self
        var known = Set(entries.map(\.address))
        let former = Dictionary(grouping: moves, by: \.to).mapValues { $0.map(\.from) }
        for address in addresses where known.insert(address).inserted {
            let first = identity(of: address, formerly: former[address] ?? []).address
            result.entries.append(
                Entry(address: address, since: edition, first: first == address ? nil : first))
        }
        result.entries.sort { $0.address < $1.address }
        return result
    }

    /// The same with an address that is to stay again; nothing where it is not withdrawn.
    package func restoring(_ address: SiteAddress) -> AddressLedger? {
        guard let position = entries.firstIndex(where: { $0.address == address && $0.withdrawal != nil }) else {
            return nil
        }
        var result = self
        result.entries[position].withdrawal = nil
        return result
    }

    /// The same with those that led readers on to an address leading them on to where its page has moved.
    package func leading(to new: SiteAddress, insteadOf old: SiteAddress) -> AddressLedger {
        var result = self
        for position in entries.indices {
            guard let withdrawal = entries[position].withdrawal, withdrawal.successor == old else { continue }
            result.entries[position].withdrawal = Withdrawal(
                day: withdrawal.day, reason: withdrawal.reason, title: withdrawal.title, successor: new)
        }
        return result
    }

    /// The same with an address withdrawn; nothing where the ledger has none such.
    package func withdrawing(_ address: SiteAddress, _ withdrawal: Withdrawal) -> AddressLedger? {
        guard let position = entries.firstIndex(where: { $0.address == address }) else { return nil }
        var result = self
        result.entries[position].withdrawal = withdrawal
        return result
    }
}

extension SiteAddress {
    /// The file that a script beside it holds: `foto.jpg` of `foto.jpg.js`; nothing of what is called otherwise.
    package var ofScript: SiteAddress? {
        let made = text.hasSuffix(".js") ? text.dropLast(".js".count) : ""
        return made.split(separator: "/").last?.contains(".") ?? false ? SiteAddress(String(made)) : nil
    }
}

extension SiteAddress {
    /// The page of the album that a book of this name would be made of; nothing of what is named as no book.
    package var pageOfBook: SiteAddress? {
        bookEnding.map { SiteAddress(text.dropLast($0.utf8.count) + ".html") }
    }

    private var bookEnding: String? { AddressLedger.bookEndings.first(where: text.hasSuffix) }

    /// A book of the same format of another album's page.
    package func ofBook(of page: SiteAddress) -> SiteAddress {
        SiteAddress(page.stem + (bookEnding ?? ""))
    }
}

extension SiteAddress {
    /// Where it stands below an album of a site of several, as far as its form says: `perm/practices/kvest.html`,
    /// `municipalities/perm.kungur-go.html`.
    package enum AlbumForm: Sendable, Equatable {
        /// In the album's folder.
        case folder(String)
        /// Among the entries of a vocabulary, which others than albums may have such names in.
        case entry(String)
    }

    /// Nothing of an address that no album has.
    package var albumForm: AlbumForm? {
        let parts = text.split(separator: "/")
        if parts.count > 2 { return .folder(String(parts[0])) }
        guard parts.count == 2, let point = parts[1].firstIndex(of: "."), parts[1][point...] != ".html" else {
            return nil
        }
        return .entry(String(parts[1][..<point]))
    }

    /// Whether its form is that of an address of an album.
    package func isOf(album id: String) -> Bool { albumForm == .folder(id) || albumForm == .entry(id) }
}

extension SiteAddress {
    /// Whether it is a page of the region of this id: its own, or its coverage.
    package func isOfRegion(_ id: String) -> Bool {
        text == "\(RegionAxis.vocabulary)/\(id).html" || text == "\(RegionAxis.vocabulary)/\(id).coverage.html"
    }
}

/// A ledger as it was read, with its file for the places of what is wrong.
package struct ReadLedger: Sendable {
    package let ledger: AddressLedger
    package let file: SourceFile

    package init(_ ledger: AddressLedger, _ file: SourceFile) {
        self.ledger = ledger
        self.file = file
    }
}
