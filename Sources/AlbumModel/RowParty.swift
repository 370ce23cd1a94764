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
        /// Of the region, whose work is for all: a ministry, an institute.
        case region
        /// Of municipalities, and nobody can say of which: «пилотные районы», «Вологда и другие».
        case unclear
        /// Of none, or nobody can say: «Иванов».
        case anybody
    }

    /// As written; of an entry its name with its region, where there are several (``VocabularyEntry/distinctName``).
    package let name: String
    /// Nothing for a name that is but text.
    package let entry: EntryReference?
    package let whose: Whose
    /// The municipalities and towns that it names and the site does not have, as written, maybe beside some that it has.
    package let unknown: [String]
    /// The municipalities that an office of the region is named with, «Вологодский МО, институт».
    package let beside: [EntryReference]
    /// Those that it leaves out and the site does not have, «все, кроме Буйского района»: nobody is left out for them.
    package let unexcepted: [String]
    /// Of what it says of a sort of municipalities, «городские округа»: those of which nobody can say whether they are of it.
    package let unsorted: [EntryReference]

    init(
        _ name: String, entry: EntryReference? = nil, whose: Whose = .anybody, unknown: [String] = [],
        unexcepted: [String] = [], unsorted: [EntryReference] = [], beside: [EntryReference] = []
    ) {
        (self.name, self.entry, self.whose, self.beside) = (name, entry, whose, beside)
        (self.unknown, self.unexcepted, self.unsorted) = (unknown, unexcepted, unsorted)
    }

    /// The municipalities of the site whose it alone is: none of one elsewhere; nothing where it may be of all.
    package var places: [EntryReference]? {
        switch whose {
        case .of(let places): places
        case .elsewhere: []
        case .everybody, .locals, .region, .unclear, .anybody: nil
        }
    }

    /// Whether its words may mean somebody of one municipality, though they name none: «Школы Красноуфимска», «Станция».
    ///
    /// Several people of a sort are everybody's, «координаторы», and so is who is named as a person.
    package var isUnclear: Bool {
        switch whose {
        case .of, .elsewhere, .region: false
        case .unclear: true
        case .everybody: unknown.isEmpty && unexcepted.isEmpty && PlaceMentions.hasOtherNames(name)
        case .locals: unknown.isEmpty && (PlaceMentions.hasOtherNames(name) || PlaceMentions.isOneOfMany(name))
        case .anybody: !PlaceMentions.arePeople(name) || PlaceMentions.hasOtherNames(name)
        }
    }

    /// Those of one cell, read by the list of municipalities.
    ///
    /// Where one is a bare name of it, «Вологда», a bare name beside it is a municipality too, one that the site does not
    /// have. An exception is one from what stands before it: «все; кроме Вологды».
    static func read(
        _ written: [RowParty], _ places: VocabularyIndex?, _ regions: [EntryID], _ catalog: AlbumCatalog
    ) -> [RowParty] {
        let list = places.map { catalog.schema.vocabularies[$0] }
        let people = written.reduce(into: [RowParty]()) { people, party in
            if let last = people.last, last.entry == nil,
                PlaceMentions.beginsWithException(party.name) || PlaceMentions.endsWithList(last.name)
                    // «все, кроме Миасса; Аша»: of all she is already.
                    || list?.exceptsOfAll(last.name) ?? false
                        && (party.entry != nil || list?.isNames(party.name) ?? false)
            {
                people[people.count - 1] = RowParty(last.name + ", " + party.name)
            } else {
                people.append(party)
            }
        }
        let hasSort = people.contains { PlaceMentions.isSort($0.name) }
        let read = people.map { party in
            // «МР; МО; ГО»: beside sorts it is one.
            hasSort && PlaceMentions.mayBeSort(party.name)
                ? RowParty(party.name).read(places, regions, catalog, as: PlaceMentions.municipalOkrugs)
                : party.read(places, regions, catalog)
        }
        let all = resolved(read.flatMap(\.self))
        guard people.count > 1,
            zip(people, read).contains(where: { $0.entry == nil && $1.contains { $0.party.entry != nil } })
        else { return all }
        return all.map { party in
            party.entry == nil && party.whose == .anybody && PlaceMentions.mayBePlace(party.name)
                ? RowParty(party.name, whose: .elsewhere, unknown: [party.name]) : party
        }
    }

    /// «Муниципальные координаторы» are everybody's, and beside a municipality its own.
    private static func resolved(_ read: [(party: RowParty, isOfEach: Bool)]) -> [RowParty] {
        let hasPlace = read.contains { $0.party.places?.isEmpty == false }
        return read.map { party, isOfEach in
            isOfEach ? RowParty(party.name, whose: hasPlace ? .locals : .everybody) : party
        }
    }

    /// What a name says by the list of municipalities: one of them, or several with commas or «и» between them («Миасс и
    /// Златоуст»); else itself, and whose it is.
    ///
    /// One that several regions have is that of the material's.
    ///
    /// - Parameter meaning: the words that its name stands for, where it does not say that itself.
    /// - Returns: each with whether it is of each municipality by its name.
    private func read(
        _ places: VocabularyIndex?, _ regions: [EntryID], _ catalog: AlbumCatalog, as meaning: String? = nil
    ) -> [(party: RowParty, isOfEach: Bool)] {
        guard let places else { return [(self, false)] }
        if let entry {
            return [(RowParty(name, entry: entry, whose: entry.vocabulary == places ? .of([entry]) : .region), false)]
        }
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
        if let whole = place(name) { return [(whole, false)] }
        let parts = name.split(separator: ",").flatMap { String($0).split(separator: " и ") }.map { part in
            place(String(part.drop { $0 == " " }))
        }
        if parts.count > 1, parts.allSatisfy({ $0 != nil }) { return parts.compactMap(\.self).map { ($0, false) } }
        let found = vocabulary.mentions(in: meaning ?? name)
        return [(said(by: found, places, regions, vocabulary, meant), found == .everyLocals)]
    }

    /// What words say that are no name of the list.
    ///
    /// - Parameter meant: the one of namesakes.
    private func said(
        by found: PlaceMentions.Finding, _ places: VocabularyIndex, _ regions: [EntryID], _ vocabulary: Vocabulary,
        _ meant: ([EntryIndex]) -> EntryReference?
    ) -> RowParty {
        switch found {
        case .none: return self
        case .unclear: return RowParty(name, whose: .unclear)
        case .ofRegion(let beside):
            let named = beside.compactMap(meant)
            return RowParty(name, whose: .region, beside: named.count == beside.count ? named : [])
        case .everyLocals: return RowParty(name, whose: .everybody)
        case .locals(let unknown): return RowParty(name, whose: .locals, unknown: unknown)
        case .every(let chosen, let but, let unknown, let unsorted):
            let excepted = Set(but.flatMap(\.self))
            func references(_ entries: [EntryIndex]) -> [EntryReference] {
                entries.map { EntryReference(vocabulary: places, entry: $0) }
            }
            func isHere(_ entry: EntryIndex) -> Bool {
                regions.isEmpty || vocabulary.entries[entry].region.map(regions.contains) ?? true
            }
            let all = vocabulary.entries.indices.filter(isHere)
            let left = all.filter { (chosen?.contains($0) ?? true) && !excepted.contains($0) }
            // Of whom all are excepted nobody is left.
            let isAll = left.count == all.count || left.isEmpty && excepted.isEmpty
            return RowParty(
                name, whose: isAll ? .everybody : .of(references(left)), unexcepted: unknown,
                unsorted: references(unsorted.filter(isHere)))
        case .unknown(let names): return RowParty(name, whose: .elsewhere, unknown: names)
        case .known(let found, let unknown):
            let entries = found.map(meant)
            return entries.contains(nil)
                ? self : RowParty(name, whose: .of(entries.compactMap(\.self)), unknown: unknown)
        }
    }
}
