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
        var marked: [(mark: String, name: String)] = []
        for written in rows {
            if written.isRemark || !areStarred && written.name.hasPrefix("*") {
                readingNotes.append(StartingNote(StartingReason.noRow, [String(written.line), written.name]))
                continue
            }
            if written.isNameless {
                readingNotes.append(
                    StartingNote(StartingReason.noName, [String(written.line), written.name], isRefusal: true))
                continue
            }
            let row = written.withTownApart
            guard var name = MunicipalityName.read(row.name, type: row.type, region: region.allNames) else {
                readingNotes.append(StartingNote(StartingReason.noName, [String(row.line), row.name], isRefusal: true))
                continue
            }
            if !row.full.isEmpty, row.full != name.name { name.full = row.full }
            if !row.town.isEmpty { name.take(town: row.town) }
            if !row.short.isEmpty { name.short = row.short }
            name.rename(id: row.id)
            if !written.footnoteMark.isEmpty { marked.append((written.footnoteMark, name.name)) }
            all.append(
                MunicipalityProposal(
                    line: row.line, name: name, code: row.code.isEmpty ? nil : row.code, latitude: row.latitude,
                    longitude: row.longitude, neighbours: row.neighbours))
        }
        if all.isEmpty { readingNotes.append(StartingNote(StartingReason.noMunicipality, [], isRefusal: true)) }
        for (mark, names) in Dictionary(grouping: marked, by: \.mark).sorted(by: { $0.key < $1.key }) {
            readingNotes.append(StartingNote(StartingReason.footnoteMark, [mark, Self.quoted(names.map(\.name))]))
        }
        let untyped = all.filter { $0.name.type == nil }
        let towns = untyped.filter { proposal in proposal.name.aliases.contains { $0.hasPrefix("г. ") } }.map(
            \.name.name)
        let unsaid = untyped.map(\.name.name).filter { !towns.contains($0) }
        if !unsaid.isEmpty { readingNotes.append(StartingNote(StartingReason.untyped, [Self.quoted(unsaid)])) }
        // Among others that say their sort a town without one stands by its bare name.
        let isUsual = all.contains { proposal in
            proposal.name.type != nil && proposal.name.aliases.contains { $0.hasPrefix("г. ") }
        }
        if isUsual, !towns.isEmpty { readingNotes.append(StartingNote(StartingReason.bareTown, [Self.quoted(towns)])) }
        for (name, neighbours) in borders { take(neighbours, of: name) }
        settle()
        layOut()
    }

    /// The first of them in quotation marks, and how many more there are.
    private static func quoted(_ names: [String]) -> String {
        let rest = names.count - mostNamed
        let named = names.prefix(mostNamed).map { "«\($0)»" }.joined(separator: ", ")
        return rest > 0 ? "\(named), … (+\(rest))" : named
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
        }
        readingNotes = Self.joined(readingNotes)
        notes = readingNotes + notes.filter { !readingNotes.contains($0) }
    }

    /// One note for all abbreviations that one municipality keeps from the same others.
    private static func joined(_ notes: [StartingNote]) -> [StartingNote] {
        notes.reduce(into: []) { result, note in
            let isKept = note.reason == StartingReason.keptName
            let same = result.firstIndex {
                isKept && $0.reason == note.reason && $0.arguments.dropFirst() == note.arguments.dropFirst()
            }
            guard let same else { return result.append(note) }
            let shown = [result[same].arguments[0], note.arguments[0]].sorted { $0.count < $1.count }
            result[same] = StartingNote(
                note.reason, [shown.joined(separator: "», «")] + note.arguments.dropFirst())
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
            let id = all[index].name.id
            var (next, number) = (id, 2)
            while taken.contains(next) {
                next = "\(id)-\(number)"
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
