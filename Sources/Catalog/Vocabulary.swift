import Diagnostics
import Formats
import Languages

/// A list of named things that materials refer to: directions, municipalities, organisations, abbreviations.
package struct Vocabulary: Sendable {
    /// What all who read it share; of a class, as every page has it.
    private final class Contents: Sendable {
        let id: VocabularyID
        let title: String
        let label: PluralForms
        let description: String?
        let isAxis: Bool
        let grows: Bool
        /// What programs are told that entries of a sort are, by the word under `type` of these, folded.
        let organisationTypes: [String: OrganisationType]
        let entries: Indexed<EntryIndex, VocabularyEntry>
        let positions: [EntryID: EntryIndex]
        let names: NameTable
        /// Names of the entries of one album, which come before all others where its materials are read.
        let ownNames: NameTable?
        let letters: Indexed<EntryIndex, String>
        let histories: Indexed<EntryIndex, EntryHistory>
        let formerNames: NameTable
        /// How texts name its entries in other cases and within names of offices; of an axis alone.
        let mentioned: PlaceMentions?

        init(
            id: VocabularyID, title: String, label: PluralForms, description: String?, isAxis: Bool, grows: Bool,
            organisationTypes: [String: OrganisationType], entries: [VocabularyEntry], preferring owner: EntryOwner?
        ) {
            self.id = id
            self.title = title
            self.label = label
            self.description = description
            self.isAxis = isAxis
            self.grows = grows
            self.organisationTypes = organisationTypes
            self.entries = Indexed(entries)
            positions = Dictionary(
                self.entries.positioned.map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
            names = NameTable(self.entries.mapped(\.understoodNames))
            ownNames = owner.map { owner in
                NameTable(Indexed(entries.map { EntryOwner($0) == owner ? $0.allNames : [] }))
            }
            histories = Vocabulary.histories(self.entries)
            formerNames = NameTable(self.entries.mapped { $0.was.map(\.text) })
            mentioned = isAxis && !grows ? PlaceMentions(self.entries) : nil
            letters = Vocabulary.letters(self.entries)
        }
    }

    private let contents: Contents
    /// Entries that readers of a part of the site do not see.
    private var withheld: Set<EntryIndex> = []
    /// Where it is read by a page: its position.
    private var reading: (log: ReadLog, position: VocabularyIndex)?

    package var id: VocabularyID { contents.id }
    /// Heading of its list.
    package var title: String { contents.title }
    /// What one entry is called.
    package var label: PluralForms { contents.label }
    /// What is said of all its entries together.
    package var description: String? { contents.description }
    /// Whether materials are cross-linked by it: its entries have pages then.
    package var isAxis: Bool { contents.isAxis }
    /// Whether editors add entries by themselves while they write: organisations, but no municipalities.
    package var grows: Bool { contents.grows }
    private var allEntries: Indexed<EntryIndex, VocabularyEntry> { contents.entries }
    private var names: NameTable { contents.names }
    private var mentioned: PlaceMentions? { contents.mentioned }

    init(
        id: VocabularyID, title: String, label: PluralForms, description: String? = nil, isAxis: Bool,
        grows: Bool = false, organisationTypes: [String: OrganisationType] = [:],
        entries: [VocabularyEntry], preferring owner: EntryOwner? = nil
    ) {
        contents = Contents(
            id: id, title: title, label: label, description: description, isAxis: isAxis, grows: grows,
            organisationTypes: organisationTypes, entries: entries, preferring: owner)
    }

    /// The same with other entries.
    /// - Parameter owner: names of its entries come before all others.
    func with(_ entries: [VocabularyEntry], preferring owner: EntryOwner? = nil) -> Vocabulary {
        Vocabulary(
            id: id, title: title, label: label, description: description, isAxis: isAxis, grows: grows,
            organisationTypes: contents.organisationTypes, entries: entries, preferring: owner)
    }

    /// The same with pages of its entries.
    func asAxis() -> Vocabulary {
        Vocabulary(
            id: id, title: title, label: label, description: description, isAxis: true, grows: grows,
            organisationTypes: contents.organisationTypes, entries: Array(entries))
    }

    /// What programs are told that an entry is; nothing where neither its vocabulary nor its sort says it.
    ///
    /// It is noted with ``Question/vocabularies``, and its sort with ``Question/entry(_:)``.
    package func organisationType(of entry: VocabularyEntry) -> OrganisationType? {
        entry.type.flatMap { contents.organisationTypes[NameFolding.fold($0)] }
    }

    /// All of them, for stamps: the folded words in their order.
    package var sorts: [(word: String, type: OrganisationType)] {
        contents.organisationTypes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The same as a page reads it; its heading and labels are noted with ``Question/vocabularies``.
    func read(_ log: ReadLog, as position: VocabularyIndex) -> Vocabulary {
        var vocabulary = self
        vocabulary.reading = (log, position)
        return vocabulary
    }

    /// In the order of the file, which is the order in which readers see them.
    package var entries: ReadList<Indexed<EntryIndex, VocabularyEntry>> {
        guard let (log, position) = reading else { return ReadList(allEntries) }
        log.note(.vocabulary(position))
        return ReadList(allEntries, log) { .entry(EntryReference(vocabulary: position, entry: $0)) }
    }

    /// Entries that readers see, in the order of the file: all of them, in a part of a site those that it has.
    package var shown: [EntryIndex] { entries.indices.filter { !withheld.contains($0) } }

    /// The same for a part of a site that has no pages of some entries.
    func withholding(_ entries: Set<EntryIndex>) -> Vocabulary {
        var vocabulary = self
        vocabulary.withheld = entries
        return vocabulary
    }

    /// How many entries stand before one.
    package func place(of entry: EntryIndex) -> Int {
        if let (log, own) = reading { log.note(.vocabulary(own)) }
        return entry.offset
    }

    /// What stands for an entry where there is no room for its name: its number, else the first letter of the name, or
    /// two where another name begins alike.
    package func letter(of entry: EntryIndex) -> String {
        if let (log, own) = reading { log.note(.letter(EntryReference(vocabulary: own, entry: entry))) }
        return contents.letters[entry]
    }

    private static func letters(_ entries: Indexed<EntryIndex, VocabularyEntry>) -> Indexed<EntryIndex, String> {
        func name(_ entry: VocabularyEntry) -> String { entry.short ?? entry.name }
        let alike = entries.reduce(into: [:]) { $0[name($1).prefix(1), default: 0] += 1 }
        return entries.mapped { entry in
            if let number = entry.number { return String(number) }
            return String(name(entry).prefix(alike[name(entry).prefix(1), default: 0] > 1 ? 2 : 1))
        }
    }

    /// One entry, by its position.
    func entry(_ position: EntryIndex) -> VocabularyEntry {
        if let (log, own) = reading { log.note(.entry(EntryReference(vocabulary: own, entry: position))) }
        return allEntries[position]
    }

    /// Others that readers call by a name of an entry, in the order of the file: «Троицкий» is a town and a district.
    package func namesakes(of entry: EntryIndex) -> [EntryIndex] {
        if let (log, own) = reading { log.note(.namesakes(EntryReference(vocabulary: own, entry: entry))) }
        let own = Set(allEntries[entry].readersNames.map { NameFolding.fold($0) })
        let alike = own.flatMap { name -> [EntryIndex] in
            if case .several(let entries) = names.resolve(name) { entries } else { [] }
        }
        // Ids and codes are names too, and to editors alone.
        return Set(alike).filter { other in
            other != entry && allEntries[other].readersNames.contains { own.contains(NameFolding.fold($0)) }
        }.sorted()
    }

    /// The ids that an entry had before: where its page stood, and by what addresses with a choice in them name it.
    package func formerIDs(of entry: EntryIndex) -> [PastName] {
        if let (log, own) = reading { log.note(.formerIDs(EntryReference(vocabulary: own, entry: entry))) }
        return allEntries[entry].was.filter { $0.id != nil }
    }

    /// What an entry was before, and what became of it.
    package func history(of entry: EntryIndex) -> EntryHistory {
        if let (log, own) = reading { log.note(.history(EntryReference(vocabulary: own, entry: entry))) }
        return contents.histories[entry]
    }

    /// Finds the entry that a text names: by id, name, full or short name, or alias, case and ё/е folded; where there is
    /// none, by a former one.
    ///
    /// Pages resolve no names: these were when materials were read. O(length).
    package func resolve(_ text: String) -> NameMatch<EntryIndex> {
        precondition(reading == nil, "a page resolves no names")
        if let own = contents.ownNames?.resolve(text), own != .none { return own }
        let found = names.resolve(text)
        return found == .none ? contents.formerNames.resolve(text) : found
    }

    /// What a name of somebody says of the entries whose it is: ``PlaceMentions``; nothing where it is no axis.
    package func mentions(in text: String) -> PlaceMentions.Finding {
        precondition(reading == nil, "a page resolves no names")
        return mentioned?.find(in: text) ?? .none
    }

    /// What a text says that stands behind «кроме».
    func excepted(in text: String) -> PlaceMentions.Finding { mentioned?.excepted(text) ?? .none }

    /// Whether a text excepts some of all municipalities.
    package func exceptsOfAll(_ text: String) -> Bool { mentioned?.exceptsOfAll(text) ?? false }

    /// Whether a text is nothing but names of municipalities.
    package func isNames(_ text: String) -> Bool {
        if case .known(_, unknown: [])? = mentioned?.whole(text) { true } else { false }
    }

    /// The entries that are shown but some, of these regions where there are any; in the order of the list.
    package func shown(but left: Set<EntryIndex>, of regions: [EntryID]) -> [EntryIndex] {
        shown.filter { !left.contains($0) && (regions.isEmpty || entries[$0].region.map(regions.contains) ?? true) }
    }

    /// Words for the sorts of municipalities that the list has, where it has several: «городские округа».
    package var sortNames: [String] { mentioned?.sortNames ?? [] }

    /// The former name by which a text names an entry; nothing where it is one of today.
    func formerName(_ text: String, of entry: EntryIndex) -> PastName? {
        guard names.resolve(text) == .none else { return nil }
        let wanted = NameFolding.fold(text)
        return allEntries[entry].was.first { NameFolding.fold($0.text) == wanted }
    }

    /// The entries that a text names by what they are called today.
    func owners(of text: String) -> [EntryIndex] {
        switch names.resolve(text) {
        case .one(let entry): [entry]
        case .several(let entries): entries
        case .none: []
        }
    }

    /// Position of an entry by its id.
    package func position(of id: EntryID) -> EntryIndex? {
        let position = contents.positions[id]
        if let (log, own) = reading {
            log.note(position.map { .entry(EntryReference(vocabulary: own, entry: $0)) } ?? .vocabulary(own))
        }
        return position
    }

    /// Names that the editor may have meant, the nearest first, one for each entry; of a short list all, when none is near.
    package func suggestions(for text: String) -> [String] {
        var told: Set<EntryID> = []
        let near = NameSuggester(entries.flatMap(\.allNames)).likely(text, limit: 12).filter { name in
            let owners = owners(of: name)
            // Namesakes of several regions have names of their own.
            guard owners.count == 1 || owners.contains(where: { entries[$0].regionName == nil }) else { return false }
            return owners.contains { told.insert(entries[$0].id).inserted }
        }
        let nearest = Array(near.prefix(3))
        return nearest.isEmpty && entries.count <= Self.shortList ? entries.map { briefName(of: $0) } : nearest
    }

    /// What people call an entry; a municipality without the words for its sort too: «Ашинский» of «Ашинский район».
    package func spokenNames(of entry: EntryIndex) -> [String] {
        let names = entries[entry].readersNames
        guard let mentioned, mentioned.official[entry] != nil else { return names }
        return names.flatMap { [$0, PlaceSort.leaving($0)] }
    }

    /// The municipalities whose names are near to one in any case, whatever sort it is said to be of; the nearest first, three at
    /// most.
    package func near(_ name: String) -> [String] {
        (mentioned?.near(name) ?? []).prefix(3).map { entries[$0].distinctName }
    }

    /// A name for an editor to choose: the short one where the name itself is a whole sentence.
    private func briefName(of entry: VocabularyEntry) -> String {
        guard entry.name.count > Self.longName else { return entry.distinctName }
        let short = [entry.short].compactMap(\.self) + entry.aliases
        return short.first { $0.count <= Self.longName && resolve($0) != .none } ?? entry.id.rawValue
    }

    private static let longName = 60

    /// The file it is written in.
    package var path: String { entries.first?.location.path ?? "content/vocabularies/\(id).yml" }

    /// The line that would add an entry of this name at the end of the file.
    package func entryLine(for name: String) -> String {
        let slug = Address.newID(of: name, limit: 30)
        let id =
            slug.isEmpty || position(of: EntryID(slug)) != nil
            ? "\(slug.isEmpty ? "entry" : slug)-\(entries.count + 1)" : slug
        let quote = name.contains("\"") ? "'" : "\""
        let written = quote == "'" ? name.replacing("'", with: "''") : name.replacing("\\", with: "\\\\")
        return "\(listIndent)- {id: \(id), name: \(quote)\(written)\(quote)}"
    }

    /// The spaces before the items of the file's list.
    private var listIndent: String {
        guard let place = entries.last?.location, let file = place.file, let range = place.range else { return "  " }
        let lines = file.bytes[..<range.lowerBound].split(separator: 0x0A, omittingEmptySubsequences: false)
        let line = lines.last { $0.first { $0 != 0x20 } == UInt8(ascii: "-") } ?? []
        return String(repeating: " ", count: line.prefix { $0 == 0x20 }.count)
    }

    private static let shortList = 12

    /// Folded names that fit more than one entry, with the positions of these.
    var sharedNames: [(name: String, entries: [EntryIndex])] { names.sharedNames }
}

/// Whose entries of a merged vocabulary are.
enum EntryOwner: Equatable {
    /// The site's own files.
    case site
    case root(RootID)

    init(_ entry: VocabularyEntry) { self = entry.root.map { .root($0) } ?? .site }
}
