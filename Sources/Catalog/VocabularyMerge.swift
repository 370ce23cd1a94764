import Diagnostics
import Formats
import Languages

/// Puts the vocabularies of a site and its roots together, by the ids of their entries.
///
/// - An entry that is there already and says the same is that one. One that says something else is told with both places,
///   and the first holds: the site's, else that of the root which stands before. What the first does not say at all comes
///   of the next that does.
/// - A place (a municipality, an organisation) of a root is a place of its own, for two regions have namesakes: its id is
///   always qualified, `perm.leninsky-mr`. Were it so only where two are alike, one more region would change the
///   addresses of another. It is the site's where the site has one of this id in the same region.
/// - A municipality of a root belongs to the root's region; one that names another region is refused.
/// - The regions are an axis where a root has one.
struct VocabularyMerge {
    private struct Part {
        /// Where its own entries stand in the whole, by vocabulary.
        var own: [VocabularyID: [EntryID]] = [:]
        var entries: [VocabularyID: [VocabularyEntry]] = [:]
    }

    private let site: [VocabularyID: Vocabulary]
    /// Headings of those that a root has brought.
    private var heads: [VocabularyID: Vocabulary]
    /// In the order of the whole.
    private var entries: [VocabularyID: [VocabularyEntry]]
    private var positions: [VocabularyID: [EntryID: Int]]
    /// The first entry of each number.
    private var numbers: [VocabularyID: [Int: VocabularyEntry]]
    private var parts: [RootID: Part] = [:]
    /// The regions of the roots.
    private var regions: [RootID: EntryID] = [:]
    /// Which roots have a list, and which of these have an entry in it.
    private var lists: [VocabularyID: [RootID: Set<EntryID>]] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    /// Vocabularies whose entries are places.
    static let ofPlaces: Set<VocabularyID> = ["municipalities", "organisations"]

    init(_ site: [Vocabulary]) {
        self.site = Dictionary(site.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        heads = self.site
        entries = self.site.mapValues { Array($0.entries) }
        numbers = entries.mapValues { entries in
            Dictionary(
                entries.compactMap { entry in entry.number.map { ($0, entry) } },
                uniquingKeysWith: { first, _ in first })
        }
        positions = entries.mapValues { entries in
            Dictionary(entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    private var ids: [VocabularyID] { heads.keys.sorted() }

    /// All vocabularies with all their entries, sorted by id.
    var whole: [Vocabulary] { vocabularies(of: entries) }

    /// All of them as the site's own materials name them: a name of the site's own comes before one of a root.
    var ofSite: [Vocabulary] { vocabularies(of: entries, preferring: .site) }

    /// The same with the entries of the site and of one root alone.
    func part(of root: RootID) -> [Vocabulary] {
        let own = parts[root]?.entries ?? [:]
        return vocabularies(of: site.mapValues { Array($0.entries) }.merging(own) { $0 + $1 }, preferring: .root(root))
    }

    /// - Parameter owner: names of its entries come before all others, where there are some.
    private func vocabularies(
        of entries: [VocabularyID: [VocabularyEntry]], preferring owner: EntryOwner? = nil
    ) -> [Vocabulary] {
        let named = PlaceRegions(entries, ofRoots: regions)
        return ids.compactMap { id in
            let list = (entries[id] ?? []).map { entry in
                var entry = entry
                entry.ofRegions = regions(of: entry.id, id)
                return entry
            }
            return heads[id]?.with(
                Self.ofPlaces.contains(id) ? Self.named(list, id, named) : list,
                preferring: owner.flatMap { owner in list.contains { EntryOwner($0) == owner } ? owner : nil })
        }
    }

    /// The regions of the roots that have an entry: in their lists, or in that of the site where they have none; no region where
    /// all of them do, of one that no root names, and of one that an album of no region has.
    private func regions(of entry: EntryID, _ vocabulary: VocabularyID) -> Set<EntryID> {
        guard !Self.ofPlaces.contains(vocabulary), let lists = lists[vocabulary] else { return [] }
        let isOfSite = site[vocabulary]?.position(of: entry) != nil
        let isNamed = lists.values.contains { $0.contains(entry) }
        let having = parts.keys.filter { lists[$0]?.contains(entry) ?? isOfSite }
        guard isNamed, having.count < parts.count, having.allSatisfy({ regions[$0] != nil }) else { return [] }
        return Set(having.compactMap { regions[$0] })
    }

    /// Every municipality with its region; an organisation only where another is called alike, since its name is official.
    private static func named(
        _ list: [VocabularyEntry], _ vocabulary: VocabularyID, _ regions: PlaceRegions
    ) -> [VocabularyEntry] {
        if vocabulary == "municipalities" { return list.map(regions.named) }
        let counts = list.reduce(into: [:]) { $0[NameFolding.fold($1.name), default: 0] += 1 }
        return list.map { counts[NameFolding.fold($0.name), default: 0] > 1 ? regions.named($0) : $0 }
    }

    /// Where the entries of a root's part stand in the whole.
    func positions(of root: RootID) -> ByteReader.Positions? {
        guard let part = parts[root], part.own.values.contains(where: { !$0.isEmpty }) else { return nil }
        let lists = ids.map { id in
            (count: site[id]?.entries.count ?? 0, own: (part.own[id] ?? []).map { positions[id]?[$0] })
        }
        return { list, position in
            guard lists.indices.contains(list) else { return nil }
            let (count, own) = lists[list]
            if position < count { return position }
            return own.indices.contains(position - count) ? own[position - count] : nil
        }
    }

    // MARK: Taking one root

    /// Takes the vocabularies of one root.
    mutating func take(_ vocabularies: [Vocabulary], of root: ContentRoot) {
        var part = Part()
        // Who is the site's and who is the root's, before entries name each other.
        var names: [VocabularyID: [EntryID: EntryID]] = [:]
        for vocabulary in vocabularies where Self.ofPlaces.contains(vocabulary.id) {
            for entry in vocabulary.entries where !isOfSite(placed(entry, vocabulary.id, root), vocabulary.id) {
                names[vocabulary.id, default: [:]][entry.id] = EntryID("\(root.id).\(entry.id)")
            }
        }
        for vocabulary in vocabularies {
            heads[vocabulary.id] = heads[vocabulary.id] ?? vocabulary
            lists[vocabulary.id, default: [:]][root.id] = Set(vocabulary.entries.map(\.id))
            for entry in vocabulary.entries {
                take(placed(entry, vocabulary.id, root), vocabulary.id, names, root, &part)
            }
        }
        parts[root.id] = part
        regions[root.id] = root.region
        // Materials of several regions are told apart by them.
        if root.region != nil, let regions = heads[RegionAxis.vocabulary] {
            heads[RegionAxis.vocabulary] = regions.asAxis()
        }
    }

    /// A municipality with its region.
    private func placed(_ entry: VocabularyEntry, _ vocabulary: VocabularyID, _ root: ContentRoot) -> VocabularyEntry {
        guard vocabulary == "municipalities", entry.region == nil else { return entry }
        var entry = entry
        entry.region = root.region
        return entry
    }

    /// Whether the site has the same place.
    private func isOfSite(_ entry: VocabularyEntry, _ vocabulary: VocabularyID) -> Bool {
        guard let own = site[vocabulary], let position = own.position(of: entry.id) else { return false }
        let other = own.entries[position]
        return entry.region == other.region && (entry.region != nil || entry.name == other.name)
    }

    /// Once for all places of one root that name the same region.
    private mutating func tell(
        _ entry: VocabularyEntry, of region: EntryID, _ vocabulary: VocabularyID, _ root: ContentRoot, _ own: EntryID
    ) {
        let others = [region.rawValue, root.id.rawValue, own.rawValue]
        if let told = diagnostics.firstIndex(where: {
            $0.code == .placeOfOtherRegion && $0.arguments.dropFirst() == others[...]
        }) {
            diagnostics[told] = diagnostics[told].withMore(related: [entry.location])
        } else {
            diagnostics.append(Diagnostic(.placeOfOtherRegion, [entry.name] + others, at: entry.location))
        }
    }

    private mutating func take(
        _ written: VocabularyEntry, _ vocabulary: VocabularyID, _ names: [VocabularyID: [EntryID: EntryID]],
        _ root: ContentRoot, _ part: inout Part
    ) {
        var written = written
        if let region = written.region, let own = root.region, region != own, Self.ofPlaces.contains(vocabulary) {
            tell(written, of: region, vocabulary, root, own)
            // Materials name it all the same: it is no second fault that they do.
            written.region = own
        }
        if let known = known(written.id, vocabulary), names[vocabulary]?[written.id] == nil {
            let (here, there) = (EntrySaying(written), EntrySaying(known))
            if here.contradicts(there) {
                diagnostics.append(
                    Diagnostic(
                        .entryOfRootDiffers, [written.id.rawValue, known.name, here.differences(from: there)],
                        at: written.location, related: [known.location]))
            }
            if let position = positions[vocabulary]?[written.id] {
                entries[vocabulary]?[position].complete(with: written)
            }
            // The site's stands in every part already.
            if known.root == nil { return }
        }
        var entry = written
        func named(_ id: EntryID?, _ vocabulary: VocabularyID) -> EntryID? { id.map { names[vocabulary]?[$0] ?? $0 } }
        entry.root = root.id
        entry.parent = named(entry.parent, vocabulary)
        entry.successor = named(entry.successor, vocabulary)
        entry.municipality = named(entry.municipality, "municipalities")
        if let qualified = names[vocabulary]?[entry.id] {
            entry.was = PastName.qualified(entry.was, entry.id, of: root)
            (entry.ownID, entry.id) = (entry.id, qualified)
        }
        part.own[vocabulary, default: []].append(entry.id)
        part.entries[vocabulary, default: []].append(entry)
        tellNumber(entry, vocabulary)
        if positions[vocabulary]?[entry.id] == nil {
            positions[vocabulary, default: [:]][entry.id] = entries[vocabulary]?.count ?? 0
            entries[vocabulary, default: []].append(entry)
        }
    }

    /// A number tells an entry from others where its colour and its letter stand: two of one vocabulary have no one number.
    private mutating func tellNumber(_ entry: VocabularyEntry, _ vocabulary: VocabularyID) {
        guard let number = entry.number, !Self.ofPlaces.contains(vocabulary) else { return }
        guard let other = numbers[vocabulary]?[number] else {
            numbers[vocabulary, default: [:]][number] = entry
            return
        }
        guard other.id != entry.id else { return }
        diagnostics.append(
            Diagnostic(
                .numberOfRootTaken, [String(number), entry.name, other.name], at: entry.location,
                related: [other.location]))
    }

    /// The entry of an id that holds so far.
    private func known(_ id: EntryID, _ vocabulary: VocabularyID) -> VocabularyEntry? {
        positions[vocabulary]?[id].flatMap { entries[vocabulary]?[$0] }
    }
}

/// Which region each place of some vocabularies is of: its own, else that of its municipality, else of its root.
///
/// Called as these vocabularies call it: what another root says is nothing to those of one.
private struct PlaceRegions {
    private let names: [EntryID: String]
    private let municipalities: [EntryID: EntryID]
    private let roots: [RootID: EntryID]

    /// O(entries).
    init(_ entries: [VocabularyID: [VocabularyEntry]], ofRoots roots: [RootID: EntryID]) {
        names = Dictionary(
            (entries[RegionAxis.vocabulary] ?? []).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        municipalities = Dictionary(
            (entries["municipalities"] ?? []).compactMap { place in place.region.map { (place.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        self.roots = roots
    }

    /// A place with the name of its region.
    func named(_ place: VocabularyEntry) -> VocabularyEntry {
        var place = place
        let region =
            place.region ?? place.municipality.flatMap { municipalities[$0] } ?? place.root.flatMap { roots[$0] }
        place.regionName = region.flatMap { names[$0] }
        return place
    }
}
