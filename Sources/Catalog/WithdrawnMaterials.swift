import Diagnostics
import Formats
import Languages

/// Materials that were withdrawn from publication, by the names that others know them by.
///
/// Whoever still names one learns that it was withdrawn, when, and what to name instead: that is another thing than a name
/// that nothing ever had, or a draft that is still to come.
package struct WithdrawnMaterials: Sendable {
    /// A material that was withdrawn, as the list of addresses has it.
    package struct Listing: Sendable, Hashable {
        package let address: SiteAddress
        /// As it was called; nothing where nobody noted it.
        package let title: String?
        package let day: CalendarDate
        /// The pages that were named instead, the next of each that was withdrawn in its turn behind it; none where none was
        /// named, or where the last of them was withdrawn and none was named instead of it.
        package let successors: [SiteAddress]

        /// Whether readers learn the same of both: a material that was renamed is withdrawn at all of its addresses.
        func saysTheSame(as other: Listing) -> Bool {
            (title, day, successors) == (other.title, other.day, other.successors)
        }
    }

    private var byAddress: [SiteAddress: Listing] = [:]
    /// By the last parts of their addresses and by their titles.
    private var byName: [String: [Listing]] = [:]
    private var roots: Set<RootID> = []
    /// Below the folders of kinds alone stands what a name may mean.
    private var folders: [String: KindIndex] = [:]
    /// Of all that is told of them.
    package private(set) var stamp: UInt64 = 0

    /// None.
    package init() {}

    /// O(addresses).
    package init(_ ledger: AddressLedger, _ schema: Schema) {
        for (position, kind) in schema.kinds.positioned {
            for folder in [kind.id.rawValue, kind.folder] { folders[folder] = position }
        }
        roots = Set(schema.roots.map(\.id))
        var hash = StableHash()
        for entry in ledger.entries {
            guard let withdrawal = entry.withdrawal, entry.address.text.hasSuffix(".html") else { continue }
            let listing = Listing(
                address: entry.address, title: withdrawal.title, day: withdrawal.day,
                successors: ledger.successors(of: entry.address))
            byAddress[entry.address] = listing
            hash.add("\(listing)")
            guard kind(of: entry.address) != nil else { continue }
            let last = MaterialDirectory.lastPart(String(entry.address.stem))
            let names = [last, withdrawal.title.map { NameFolding.fold($0) }].compactMap(\.self)
            for name in Set(names) { byName[name, default: []].append(listing) }
        }
        if !byAddress.isEmpty { stamp = hash.stamp }
    }

    package var isEmpty: Bool { byAddress.isEmpty }

    /// The one at an address.
    package func at(_ address: SiteAddress) -> Listing? { byAddress[address] }

    /// The one that a name meant: by its id, the last part of it or its title; nothing where several are called so of
    /// which readers learn different things.
    ///
    /// - Parameters:
    ///   - kinds: of which it may be; nothing for any.
    ///   - root: that of the material which names it.
    func named(_ text: String, kinds: Set<KindIndex>?, from root: RootID?) -> Listing? {
        func fits(_ listing: Listing) -> Bool {
            kinds.map { kinds in kind(of: listing.address).map(kinds.contains) ?? false } ?? true
        }
        let path = text + ".md"
        for place in [root.map { "\($0)/\(path)" }, path].compactMap(\.self) {
            if let found = byAddress[Address.page(ofPath: place)], fits(found) { return found }
        }
        let last = MaterialDirectory.lastPart(String(Address.page(ofPath: path).stem))
        for name in [text.contains("/") ? nil : last, NameFolding.fold(text)].compactMap(\.self) {
            let found = (byName[name] ?? []).filter(fits)
            let own = root.map { root in found.filter { $0.address.text.hasPrefix("\(root)/") } } ?? []
            let meant = own.isEmpty ? found : own
            if let first = meant.first, meant.allSatisfy({ $0.saysTheSame(as: first) }) { return first }
        }
        return nil
    }

    /// The kind whose folder an address is in; nothing of pages that are no materials.
    private func kind(of address: SiteAddress) -> KindIndex? {
        let parts = address.text.split(separator: "/").dropLast()
        let isOfRoot = parts.first.map { roots.contains(RootID(String($0))) } ?? false
        return (isOfRoot ? parts.dropFirst() : parts).first.flatMap { folders[String($0)] }
    }
}

extension MaterialDirectory {
    /// The material that a name meant until it was withdrawn; nothing where readers find one of this name.
    ///
    /// Whoever shows it has asked what the name means, which is noted.
    package func withdrawn(_ text: String, kind: KindIndex? = nil, from root: RootID? = nil)
        -> WithdrawnMaterials.Listing?
    {
        if withdrawnMaterials.isEmpty { return nil }
        switch resolve(text, kind: kind, from: root) {
        case .one(let index): return withdrawn(index)
        case .several: return nil
        case .none:
            if isLeftOut(text, from: root) { return nil }
            return withdrawnMaterials.named(text, kinds: kind.map { kinds(extending: $0) }, from: root)
        }
    }

    /// The same of the file at a path below `content/`.
    package func withdrawn(ofPath path: String) -> WithdrawnMaterials.Listing? {
        if withdrawnMaterials.isEmpty { return nil }
        return position(ofPath: path).map { withdrawn($0) } ?? withdrawnMaterials.at(Address.page(ofPath: path))
    }

    /// A material that readers do not see any more, since it was withdrawn and its file is a draft.
    package func withdrawn(_ index: MaterialIndex) -> WithdrawnMaterials.Listing? {
        isHidden(index) ? withdrawnMaterials.at(listings[index].address) : nil
    }
}

extension MaterialDirectory {
    /// What is told of a name of what was withdrawn: since when, and what stands in its place.
    ///
    /// - Parameters:
    ///   - written: how it is named, for one whose title nobody noted.
    ///   - source: the material that names it; nothing where that is none.
    ///   - name: how the material that has taken its place is named there.
    package func diagnostic(
        _ withdrawn: WithdrawnMaterials.Listing, named written: String, by source: MaterialIndex?,
        at place: SourceLocation, candidate name: (MaterialIndex) -> String
    ) -> Diagnostic {
        let told = [withdrawn.title ?? written, "\(withdrawn.day)"]
        for successor in withdrawn.successors {
            guard let found = present(at: successor) else { continue }
            // Nobody names a material in its own place.
            if found == source { return Diagnostic(.linkToReplacedHere, told, at: place) }
            let candidates = [name(found)]
            return Diagnostic(
                .linkToReplaced, told + [listings[found].title], at: place, candidates: candidates)
        }
        // Of a page that is no material nothing is known here but its address.
        guard let last = withdrawn.successors.last, withdrawnMaterials.at(last) == nil else {
            return Diagnostic(.linkToWithdrawn, told, at: place)
        }
        return Diagnostic(.linkToReplaced, told + [last.text], at: place)
    }

    /// The material that readers find by an address, there or where it has moved.
    private func present(at address: SiteAddress) -> MaterialIndex? {
        func isFormer(_ path: String) -> Bool { Address.page(ofPath: path + ".md") == address }
        let shown = listings.positioned.filter { !isHidden($0.0) }
        return (shown.first { $1.address == address } ?? shown.first { $1.formerPaths.contains(where: isFormer) })?.0
    }
}
