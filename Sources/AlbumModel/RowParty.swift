import Catalog
import Languages

/// Somebody whom a row of a roadmap names: a name as written, or an entry of a vocabulary.
///
/// A municipality is one by any of its names; an office of one stays as it is written and is its own.
package struct RowParty: Sendable, Hashable {
    /// Whose somebody is, by what stands in the name.
    package enum Whose: Sendable, Hashable {
        /// Of municipalities of the site: itself, or an office or a school of one.
        case of([EntryReference])
        /// Of a municipality that the site does not have: one that has left, or of another region.
        case elsewhere
        /// Of all there are: «все муниципалитеты», «школы области».
        case everybody
        /// Such as each has, whoever is named beside: «учителя», «школы».
        case locals
        /// Of none, or nobody can say: a ministry, an institute.
        case anybody
    }

    /// As written; of an entry its name with its region, where there are several (``VocabularyEntry/distinctName``).
    package let name: String
    /// Nothing for a name that is but text.
    package let entry: EntryReference?
    package let whose: Whose
    /// Whether it names municipalities that the site does not have, maybe beside some that it has.
    package let namesElsewhere: Bool

    init(_ name: String, entry: EntryReference? = nil, whose: Whose = .anybody, namesElsewhere: Bool = false) {
        (self.name, self.entry, self.whose) = (name, entry, whose)
        self.namesElsewhere = namesElsewhere || whose == .elsewhere
    }

    /// The municipalities of the site whose it alone is: none of one elsewhere; nothing where it may be of all.
    var places: [EntryReference]? {
        switch whose {
        case .of(let places): places
        case .elsewhere: []
        case .everybody, .locals, .anybody: nil
        }
    }

    /// Those of one cell, read by the list of municipalities: where one is a bare name of it, «Вологда», a bare name beside
    /// it is a municipality too, one that the site does not have.
    static func read(
        _ people: [RowParty], _ places: VocabularyIndex?, _ regions: [EntryID], _ catalog: AlbumCatalog
    ) -> [RowParty] {
        let read = people.map { $0.read(places, regions, catalog) }
        let all = read.flatMap(\.self)
        guard people.count > 1,
            zip(people, read).contains(where: { $0.entry == nil && $1.contains { $0.entry != nil } })
        else { return all }
        return all.map { party in
            party.entry == nil && party.whose == .anybody && PlaceMentions.mayBePlace(party.name)
                ? RowParty(party.name, whose: .elsewhere) : party
        }
    }

    /// What a name says by the list of municipalities: one of them, or several with commas or «и» between them («Миасс и
    /// Златоуст»); else itself, and whose it is.
    ///
    /// One that several regions have is that of the material's.
    private func read(_ places: VocabularyIndex?, _ regions: [EntryID], _ catalog: AlbumCatalog) -> [RowParty] {
        guard let places else { return [self] }
        if let entry { return [entry.vocabulary == places ? RowParty(name, entry: entry, whose: .of([entry])) : self] }
        let vocabulary = catalog.schema.vocabularies[places]
        func meant(_ entries: [EntryIndex]) -> EntryReference? {
            let own = entries.filter { entry in
                entries.count == 1 || vocabulary.entries[entry].region.map(regions.contains) ?? false
            }
            return own.count == 1 ? EntryReference(vocabulary: places, entry: own[0]) : nil
        }
        func place(_ name: String) -> RowParty? {
            let found: [EntryIndex] =
                switch vocabulary.resolve(name) {
                case .one(let entry): [entry]
                case .several(let entries): entries
                case .none: []
                }
            return meant(found).map { RowParty(catalog.schema.entry($0).distinctName, entry: $0, whose: .of([$0])) }
        }
        if let whole = place(name) { return [whole] }
        let parts = name.split(separator: ",").flatMap { String($0).split(separator: " и ") }.map { part in
            place(String(part.drop { $0 == " " }))
        }
        if parts.count > 1, parts.allSatisfy({ $0 != nil }) { return parts.compactMap(\.self) }
        switch vocabulary.mentions(in: name) {
        case .none: return [self]
        case .locals(let hasUnknown): return [RowParty(name, whose: .locals, namesElsewhere: hasUnknown)]
        case .every(let chosen, let but, let hasUnknown):
            let excepted = Set(but.flatMap(\.self))
            let all = vocabulary.entries.indices.filter { entry in
                regions.isEmpty || vocabulary.entries[entry].region.map(regions.contains) ?? true
            }
            let left = all.filter { (chosen?.contains($0) ?? true) && !excepted.contains($0) }
            let isAll = left.isEmpty || left.count == all.count
            let whose: Whose = isAll ? .everybody : .of(left.map { EntryReference(vocabulary: places, entry: $0) })
            return [RowParty(name, whose: whose, namesElsewhere: hasUnknown)]
        case .unknown: return [RowParty(name, whose: .elsewhere)]
        case .known(let found, let hasUnknown):
            let entries = found.map(meant)
            return entries.contains(nil)
                ? [self] : [RowParty(name, whose: .of(entries.compactMap(\.self)), namesElsewhere: hasUnknown)]
        }
    }
}
