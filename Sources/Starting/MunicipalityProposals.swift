import Diagnostics
import Languages

/// A remark on what was pasted or approved, for the person in front of it.
package struct StartingNote: Error, Sendable, Hashable {
    package let reason: Bilingual
    package let arguments: [String]
    /// Nothing can be made before this is put right.
    package let isRefusal: Bool

    init(_ reason: Bilingual, _ arguments: [String], isRefusal: Bool = false) {
        self.reason = reason
        self.arguments = arguments
        self.isRefusal = isRefusal
    }

    package func text(_ language: Language) -> String { reason.text(language, arguments) }
}

/// A municipality as it will stand in the vocabulary.
package struct MunicipalityProposal: Sendable, Hashable {
    /// Where it was pasted.
    package let line: Int
    package var name: MunicipalityName
    package var code: String?
    var latitude: Double?
    var longitude: Double?
    var neighbours: [String] = []
    /// None where nothing is known of its place while others have one.
    package fileprivate(set) var cell: TileCell?

    /// The code as it will stand in the vocabulary; one of as many digits as ОКТМО has is named so.
    package var shownCode: String? {
        code.map { code in
            let digits = code.filter { !$0.isWhitespace }
            return [8, 11].contains(digits.count) && digits.allSatisfy(\.isNumber) ? "ОКТМО " + digits : code
        }
    }
}

/// All municipalities of a new site, made by rule and approved by a person.
///
/// No two have one id or one name. A short name or alias that fits several belongs to none of them: in a material it would be
/// refused as ambiguous.
package struct MunicipalityProposals: Sendable {
    package private(set) var all: [MunicipalityProposal] = []
    /// What a person should know before approving.
    package private(set) var notes: [StartingNote] = []
    /// At most so many names stand in one note.
    private static let mostNamed = 6
    /// Told when the text was read; what is looked at again is apart from them.
    private var readingNotes: [StartingNote] = []

    /// - Parameters:
    ///   - region: whose names tables put behind those of municipalities.
    ///   - borders: who borders on whom, where that stands in a list of its own.
    package init(
        _ rows: [MunicipalityRow], region: RegionName, borders: [(name: String, neighbours: [String])] = []
    ) {
        // Of a list with a star before each item it is the item's mark; before a few it is that of a footnote.
        let areStarred = rows.count { $0.name.hasPrefix("*") } * 2 >= rows.count
        for row in rows.map(\.withTownApart) {
            if row.isRemark || !areStarred && row.name.hasPrefix("*") {
                readingNotes.append(StartingNote(StartingReason.noRow, [String(row.line), row.name]))
                continue
            }
            guard var name = MunicipalityName.read(row.name, type: row.type, region: region.allNames) else {
                readingNotes.append(StartingNote(StartingReason.noName, [String(row.line), row.name], isRefusal: true))
                continue
            }
            if !row.full.isEmpty, row.full != name.name { name.full = row.full }
            if !row.town.isEmpty { name.take(town: row.town) }
            if !row.short.isEmpty { name.short = row.short }
            name.rename(id: row.id)
            all.append(
                MunicipalityProposal(
                    line: row.line, name: name, code: row.code.isEmpty ? nil : row.code, latitude: row.latitude,
                    longitude: row.longitude, neighbours: row.neighbours))
        }
        if all.isEmpty { readingNotes.append(StartingNote(StartingReason.noMunicipality, [], isRefusal: true)) }
        let untyped = all.filter { proposal in
            proposal.name.type == nil && !proposal.name.aliases.contains { $0.hasPrefix("г. ") }
        }.map(\.name.name)
        if !untyped.isEmpty {
            let rest = untyped.count - Self.mostNamed
            let named = untyped.prefix(Self.mostNamed).joined(separator: ", ")
            readingNotes.append(StartingNote(StartingReason.untyped, [rest > 0 ? "\(named), … (+\(rest))" : named]))
        }
        for (name, neighbours) in borders { take(neighbours, of: name) }
        settle()
        layOut()
    }

    private mutating func take(_ neighbours: [String], of name: String) {
        let spelled = [name, MunicipalityName.read(name)?.name].compactMap(\.self).map { NameFolding.fold($0) }
        let found = all.indices.filter { index in
            all[index].name.allNames.contains { spelled.contains(NameFolding.fold($0)) }
        }
        if found.count == 1 {
            all[found[0]].neighbours += neighbours
        } else {
            readingNotes.append(StartingNote(StartingReason.unknownBorder, [name]))
        }
    }

    /// Whether a site can be made of them.
    package var isSound: Bool { !notes.contains(where: \.isRefusal) }

    /// Whether the text is a list of municipalities at all; else it has to be pasted anew.
    package var isReadable: Bool {
        !notes.contains { [StartingReason.noName, StartingReason.noMunicipality].contains($0.reason) }
    }

    /// A person's correction of one of them.
    package mutating func replace(_ index: Int, by name: MunicipalityName) { replace([index: name]) }

    /// Corrections of several at once: two may have changed their ids with each other.
    package mutating func replace(_ names: [Int: MunicipalityName]) {
        for (index, name) in names { all[index].name = name }
        settle()
    }

    /// Leaves one out; the map closes up.
    package mutating func remove(_ index: Int) {
        all.remove(at: index)
        if all.isEmpty { readingNotes.append(StartingNote(StartingReason.noMunicipality, [], isRefusal: true)) }
        settle()
        layOut()
    }

    // MARK: One name, one meaning

    private mutating func settle() {
        notes = readingNotes + doubledPlaces()
        settleIDs()
        var owners: [String: [Int]] = [:]
        for (index, proposal) in all.enumerated() {
            for text in Set(proposal.name.spellings.map { NameFolding.fold($0) }) {
                owners[text, default: []].append(index)
            }
        }
        for (text, indices) in owners.sorted(by: { $0.key < $1.key }) where indices.count > 1 {
            let named = indices.filter { NameFolding.fold(all[$0].name.name) == text }
            if named.count > 1 {
                let lines = named.map { String(all[$0].line) }.joined(separator: ", ")
                notes.append(
                    StartingNote(StartingReason.doubledName, [all[named[0]].name.name, lines], isRefusal: true))
                continue
            }
            // Told as a name that stands twice.
            guard Set(indices.map { NameFolding.fold(all[$0].name.name) }).count > 1 else { continue }
            let shown =
                all[indices[0]].name.spellings.first { NameFolding.fold($0) == text } ?? text
            let before = indices.map { all[$0].name }
            // A city owns its own name, whoever else has its administration there.
            let owners = indices.filter { !all[$0].name.isCentre(text) }
            for index in indices where owners.count != 1 || index != owners[0] { all[index].name.forget(text) }
            guard before != indices.map({ all[$0].name }) else { continue }
            let note =
                if owners.count == 1 {
                    StartingNote(
                        StartingReason.keptName,
                        [
                            shown, all[owners[0]].name.name,
                            indices.filter { $0 != owners[0] }.map { all[$0].name.name }.joined(separator: ", "),
                        ])
                } else {
                    StartingNote(
                        StartingReason.sharedName, [shown, indices.map { all[$0].name.name }.joined(separator: ", ")])
                }
            // Once forgotten it is not found again: it stays told.
            readingNotes.append(note)
            notes.append(note)
        }
    }

    /// Names that differ by their sort alone, of which at most one says exactly what it is: one place, written twice in other words.
    private func doubledPlaces() -> [StartingNote] {
        let places = Dictionary(grouping: all) { NameFolding.fold($0.name.place) }
        return places.values.compactMap { proposals -> [MunicipalityProposal]? in
            let exact = Set(proposals.compactMap(\.name.type).filter { ![.district, .okrug].contains($0) })
            let names = Set(proposals.map { NameFolding.fold($0.name.name) })
            // A town and the district around it are often called alike.
            let hasTown = proposals.contains { $0.name.aliases.contains { $0.hasPrefix("г. ") } }
            let hasDistrict = proposals.contains { [.district, .municipalDistrict].contains($0.name.type) }
            if proposals.count == 2, hasTown, hasDistrict { return nil }
            return names.count > 1 && exact.count < 2 ? proposals : nil
        }.sorted { $0[0].line < $1[0].line }.map { proposals in
            StartingNote(
                StartingReason.doubledPlace,
                [
                    proposals.map(\.name.name).joined(separator: ", "),
                    proposals.map { String($0.line) }.joined(separator: ", "),
                ])
        }
    }

    private mutating func settleIDs() {
        var counts: [String: Int] = [:]
        for proposal in all { counts[proposal.name.id, default: 0] += 1 }
        var taken: Set<String> = Set(counts.filter { $0.value == 1 }.keys)
        for index in all.indices where counts[all[index].name.id, default: 0] > 1 {
            let (id, long) = (all[index].name.id, all[index].name.longID)
            var (next, number) = (taken.contains(id) ? long : id, 2)
            while taken.contains(next) {
                next = "\(long)-\(number)"
                number += 1
            }
            taken.insert(next)
            all[index].name.id = next
        }
    }

    // MARK: The map

    private mutating func layOut() {
        let (cells, notes) = TileLayout.cells(of: all)
        for index in all.indices { all[index].cell = cells[index] }
        readingNotes.removeAll { TileLayout.reasons.contains($0.reason) }
        readingNotes += notes
        self.notes.removeAll { TileLayout.reasons.contains($0.reason) }
        self.notes += notes
    }
}

extension MunicipalityName {
    /// «Пермский» of «Пермский МО»: what it is called by where nobody else has that adjective.
    fileprivate var head: String? {
        guard let type, name.hasSuffix(" " + type.rawValue) else { return nil }
        return String(name.dropLast(type.rawValue.count + 1))
    }

    /// The name without what says its sort: «Пермский» of «Пермский МО», «Барнаул» of «ГО город Барнаул».
    fileprivate var place: String {
        if let head { return head }
        let led = type.flatMap { name.hasPrefix($0.rawValue + " ") ? name.dropFirst($0.rawValue.count + 1) : nil }
        let words = MunicipalityWords.split(String(led ?? name[...]))
        let isMarked = words.count > 1 && MunicipalityWords.settlements[NameFolding.fold(words[0])] != nil
        return (isMarked ? words.dropFirst() : words[...]).joined(separator: " ")
    }

    /// All that must mean this one alone.
    fileprivate var spellings: [String] { allNames + (head.map { [$0] } ?? []) }

    /// All texts by which it would be found.
    package var allNames: [String] { [id, name] + [full, short].compactMap(\.self) + aliases }

    /// Another name, and what the rule makes of it in place of what it made of the former one; what the list or a person has said stays.
    ///
    /// Returns whether the text is a name.
    package mutating func rename(to text: String) -> Bool {
        guard let made = MunicipalityName.read(text) else { return false }
        let former = MunicipalityName.read(name)
        // «Череповец» for «ГО город Череповец» is the same place under less words: what was known of it stays.
        let isShortened = NameFolding.fold(name).contains(NameFolding.fold(made.name))
        if full == former?.full { full = made.full ?? (isShortened ? full : nil) }
        if short == former?.short { short = made.short ?? (isShortened ? short : nil) }
        let own = aliases.filter { alias in isShortened || former?.aliases.contains(alias) != true }
            .filter { !made.aliases.contains($0) && $0 != made.name }
        aliases = made.aliases + own
        type = made.type ?? type
        // One that others had too was numbered.
        if let former, id == former.id || id.hasPrefix(former.longID) { (id, longID) = (made.id, made.longID) }
        name = made.name
        return true
    }

    /// Another id, in letters that addresses may have.
    package mutating func rename(id text: String) {
        let slug = Transliteration.slug(text)
        if !slug.isEmpty { (id, longID) = (slug, slug) }
    }

    /// Whether a text is one of its names only because its administration sits there.
    fileprivate func isCentre(_ text: String) -> Bool {
        guard let centre = centre.map({ NameFolding.fold($0) }) else { return false }
        return text == centre
            || MunicipalityWords.settlements.values.contains { text == NameFolding.fold("\($0) \(centre)") }
    }

    /// Drops a short name or alias that, folded, is `text`.
    fileprivate mutating func forget(_ text: String) {
        if let short, NameFolding.fold(short) == text {
            // The adjective returns where a town is gone.
            self.short = isCentre(text) ? shortBeforeCentre : nil
        }
        aliases.removeAll { NameFolding.fold($0) == text }
    }

    /// The town of the administration: what people call the municipality by.
    fileprivate mutating func take(town: String) {
        let words = MunicipalityWords.split(town)
        let mark = words.count > 1 ? MunicipalityWords.settlements[NameFolding.fold(words[0])] : nil
        let plain = (mark == nil ? words[...] : words.dropFirst()).joined(separator: " ")
        guard !plain.isEmpty else { return }
        if !allNames.contains(where: { NameFolding.fold($0) == NameFolding.fold(plain) }) {
            centre = plain
            shortBeforeCentre = short
        }
        if plain != name { short = plain }
        if let mark, !aliases.contains(mark + " " + plain) { aliases.append(mark + " " + plain) }
    }
}
