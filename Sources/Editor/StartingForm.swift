import Diagnostics
import Files
import Languages
import Starting

/// What the page of a new site has sent, as answers.
struct StartingForm {
    /// Names of its fields.
    enum Field: String, CaseIterable {
        case region, genitive, directions, own, municipalities, neighbours, colours, contact, department
    }

    let form: FormData
    let language: Language
    /// What stands against making the site, and what should be known.
    private(set) var refusals: [String] = []
    private(set) var notes: [String] = []
    /// Nothing where the region or the list cannot be read.
    private(set) var proposals: MunicipalityProposals?
    /// Which rows of the list ``proposals`` are, in their order; a row that was dropped keeps its place in the list.
    private(set) var kept: [Int] = []
    private(set) var dropped: [Int] = []
    /// Nothing where something stands against it.
    private(set) var answers: StartingAnswers?

    init(_ form: FormData, _ language: Language) {
        self.form = form
        self.language = language
        read()
    }

    subscript(field: Field) -> String {
        let typed = form[field.rawValue] ?? ""
        // Shown with the rest before it is written, so that somebody approves it.
        if field == .department, typed.isEmpty { return answers?.department ?? "" }
        return typed
    }

    /// What the list is made of: rows that were mended hold for the very same text.
    var listStamp: String {
        SiteDesk.digest(Array((self[.region] + "\n" + self[.municipalities] + "\n" + self[.neighbours]).utf8))
    }

    private mutating func read() {
        let region = region()
        let directions = directions()
        let colours = colours()
        let contact = self[.contact].contains(where: \.isNewline) ? nil : self[.contact]
        if contact == nil { refusals.append(StartingReason.badContact.text(language, [self[.contact]])) }
        guard let region else { return }
        var proposals = MunicipalityProposals(
            MunicipalityList.read(self[.municipalities]), region: region,
            borders: MunicipalityList.borders(self[.neighbours]))
        kept = Array(proposals.all.indices)
        if form["_listed"] == listStamp { mend(&proposals) }
        for note in proposals.notes {
            if note.isRefusal { refusals.append(note.text(language)) } else { notes.append(note.text(language)) }
        }
        self.proposals = proposals
        guard refusals.isEmpty, let directions else { return }
        answers = StartingAnswers(
            region: region, directions: directions, municipalities: proposals, colours: colours,
            contact: contact.flatMap { $0.isEmpty ? nil : $0 },
            department: region.department(typed: form[Field.department.rawValue] ?? ""),
            edition: StartingAnswers.today)
    }

    private mutating func region() -> RegionName? {
        guard var region = RegionName.read(self[.region]) else {
            refusals.append(StartingReason.noRegion.text(language, []))
            return nil
        }
        let genitive = self[.genitive].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !genitive.isEmpty { region.genitive = genitive }
        return region
    }

    private mutating func directions() -> DirectionList? {
        guard self[.directions] == "own" else { return .nine }
        let (list, notes) = DirectionList.read(self[.own])
        refusals += notes.filter(\.isRefusal).map { $0.text(language) }
        self.notes += notes.filter { !$0.isRefusal }.map { $0.text(language) }
        return list
    }

    private mutating func colours() -> [StartingColour] {
        let colours = writtenColours()
        notes += StartingPalette.notes(colours).map { $0.text(language) }
        return colours
    }

    private mutating func writtenColours() -> [StartingColour] {
        self[.colours].split { $0 == "," || $0.isWhitespace }.compactMap { part in
            if let colour = StartingColour(String(part)) { return colour }
            refusals.append(StartingReason.badColour.text(language, [String(part)]))
            return nil
        }
    }

    /// Rows as a person has mended them, all at once, once those are gone that were dropped: from the last, so that those
    /// before keep their places.
    private mutating func mend(_ proposals: inout MunicipalityProposals) {
        var mended: [Int: MunicipalityName] = [:]
        for index in proposals.all.indices.reversed() {
            func value(_ part: StartingPage.Part) -> String? {
                form[part.field(index)].map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            }
            if form.has(StartingPage.Part.drop.field(index)) { continue }
            var name = proposals.all[index].name
            // What the other parts of the row were made of.
            let shown = form[StartingPage.shownName(index)] ?? name.name
            name.name = shown
            if let text = value(.full) { name.full = text.isEmpty ? nil : text }
            if let text = value(.short) { name.short = text.isEmpty ? nil : text }
            if let text = value(.aliases) {
                name.aliases = text.split(separator: ",").map { part in
                    part.split(separator: " ").joined(separator: " ")
                }.filter { !$0.isEmpty }
            }
            if let text = value(.type) { name.type = MunicipalityType.named(text) }
            if let text = value(.address) { name.rename(id: text) }
            if let text = value(.name), text != shown, !name.rename(to: text) {
                refusals.append(StartingReason.noName.text(language, [String(proposals.all[index].line), text]))
            }
            if name != proposals.all[index].name { mended[index] = name }
        }
        for index in proposals.all.indices.reversed() where form.has(StartingPage.Part.drop.field(index)) {
            proposals.remove(index)
            kept.remove(at: index)
            dropped.append(index)
        }
        let names = kept.enumerated().compactMap { place, row in mended[row].map { (place, $0) } }
        proposals.replace(Dictionary(uniqueKeysWithValues: names))
        for (place, name) in names where proposals.all[place].name.id != name.id {
            refusals.append(StartingReason.sharedID.text(language, [name.id, name.name]))
        }
    }
}
