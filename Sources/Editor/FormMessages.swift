import Catalog
import Diagnostics
import Editing
import Formats
import Languages

/// Makes messages for the form of one material of what a build tells of it.
struct FormMessages {
    let material: EditableMaterial
    let grids: [Grid]
    let catalog: AlbumCatalog
    let language: Language

    /// In the order of their places, each with what it is made of: all that a check tells of the material.
    func pairs(_ diagnostics: [Diagnostic]) -> [(message: FormMessage, diagnostic: Diagnostic)] {
        diagnostics.filter { $0.location.path == material.raw.file.path && Self.isTold($0) }.sortedForPrinting()
            .map { (message(Self.sharpened($0)), $0) }
    }

    /// Hints too, since somebody's name is one; but for those that only whoever sees the file can follow.
    static func isTold(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.severity != .hint || !DiagnosticCode.unknownToForms.contains(diagnostic.code)
    }

    /// Days that no calendar has: a site is built with them, but nobody means to publish one.
    private static let impossible: Set<DiagnosticCode> = [.noSuchDay, .noSuchMonth]

    /// «31.02» has no year, and in no year there is such a day: that is what is wrong with it.
    private static func sharpened(_ diagnostic: Diagnostic) -> Diagnostic {
        guard [.fieldWithoutYear, .termWithoutYear, .badDate].contains(diagnostic.code),
            let text = diagnostic.arguments.first,
            case .noSuchDay(let right)? = Period.parse(text, year: leapYear).problem
        else { return diagnostic }
        return Diagnostic(.noSuchDay, [text, right], at: diagnostic.location, candidates: [right])
    }

    /// Has all days that any year has.
    private static let leapYear = 2024

    /// Candidates of these are made with the year of the edition, which nobody meant, or for a file.
    private static let withoutCandidates: Set<DiagnosticCode> = [.fieldWithoutYear, .termWithoutYear, .commaInName]

    private func message(_ diagnostic: Diagnostic) -> FormMessage {
        let place = place(of: diagnostic)
        let code = diagnostic.code
        let said = said(diagnostic, place)
        let text = place == "_body" ? placeInText(of: diagnostic, said) + said : said
        let wrong = wrong(diagnostic, place)
        var message = FormMessage(
            place: place, code: code, severity: Self.impossible.contains(code) ? .error : code.severity,
            text: Self.sentence(text), remedy: Self.sentence(code.formRemedy.text(language, diagnostic.arguments)),
            candidates: Self.withoutCandidates.contains(code) ? [] : candidates(diagnostic, place),
            wrong: wrong)
        message.essence = "\(code.name) \(said)"
        message.addition = addition(diagnostic)
        return message
    }

    /// A place that the text names and no field.
    private func addition(_ diagnostic: Diagnostic) -> FormMessage.Addition? {
        guard diagnostic.code == .unmarkedMunicipality, let name = diagnostic.arguments.first,
            let field = material.kind.fields.first(where: { field in
                field.type.holdsSeveral && field.type.vocabulary == EntryKey.ofMunicipalities
            })
        else { return nil }
        return FormMessage.Addition(
            field: field.id, value: name, label: FormWord.addToField.text(language, field.label, name))
    }

    /// A field of time has a name of its own, and is no term of a table.
    private func said(_ diagnostic: Diagnostic, _ place: String) -> String {
        if diagnostic.code == .unknownPeriod, let field = material.kind.field(FieldID(place)),
            let text = diagnostic.arguments.first
        {
            return FormWord.timeNotUnderstood.text(language, field.label, text)
        }
        return diagnostic.code.formMessage.text(language, diagnostic.arguments)
    }

    /// Several names of one thing are one candidate.
    private func candidates(_ diagnostic: Diagnostic, _ place: String) -> [FormMessage.Candidate] {
        var labels: Set<String> = []
        return diagnostic.candidates.map { candidate($0, diagnostic, place) }.filter {
            labels.insert($0.label).inserted
        }
    }

    /// The first words of the line that a message is about; nothing of an empty one.
    ///
    /// A form has no numbers of lines.
    private func quoted(_ offset: Int) -> String? {
        let file = material.raw.file
        let written = file.text(file.lineRange(from: offset))
        let line = written.hasPrefix("#") ? ReadableText.words(written) : ReadableText.text(written)
        let words = line.split { $0.isWhitespace }
        var text = ""
        for word in words {
            guard text.count + word.count < Self.longestQuotation else {
                return text.isEmpty ? String(word) : text + "…"
            }
            text += text.isEmpty ? String(word) : " " + word
        }
        return text.isEmpty ? nil : text
    }

    private static let longestQuotation = 40

    /// What stands before a message about a place of the text: the table that its grid shows, and its row, or the line.
    ///
    /// The rows of a grid have numbers too: a line of the text that is one of a table would be looked for there.
    private func placeInText(of diagnostic: Diagnostic, _ said: String) -> String {
        guard let offset = diagnostic.location.range?.lowerBound, offset >= start else { return "" }
        if let grid = grids.first(where: { $0.range.contains(offset) }) {
            if let row = grid.row(of: offset, in: material.raw.file) {
                return PlaceWord.rowOfTable.text(language, grid.caption, String(row + 1)) + ": "
            }
            return said.contains("«\(grid.caption)»") || said.contains("\"\(grid.caption)\"")
                ? "" : PlaceWord.headOfTable.text(language, grid.caption) + ": "
        }
        // The name of a picture stands in the message: to say it twice helps nobody.
        guard let words = quoted(offset), words != (diagnostic.arguments.first ?? "") + ")" else { return "" }
        return EditorWord.atWords.text(language, words) + " "
    }

    /// With a capital at its beginning, since it stands by itself.
    static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private var start: Int { material.draft.body.lowerBound }

    // MARK: What stands there

    private func wrong(_ diagnostic: Diagnostic, _ place: String) -> FormMessage.Wrong? {
        guard let range = diagnostic.location.range, !range.isEmpty else { return nil }
        let named = diagnostic.arguments.first
        if range.lowerBound >= start {
            guard range.upperBound <= material.draft.body.upperBound else { return nil }
            let words = narrowed(range, to: named)
            let file = material.raw.file
            let offset = file.text(start..<words.lowerBound).utf16.count
            let text = file.text(words)
            return FormMessage.Wrong(range: offset..<offset + text.utf16.count, text: text)
        }
        let items = material.items(of: FieldID(place))
        guard let index = items.firstIndex(where: { $0.range.overlaps(range) }) else { return nil }
        let item = items[index].text
        let words = named.flatMap { $0.isEmpty ? nil : item.firstRange(of: $0) } ?? item.startIndex..<item.endIndex
        let offset =
            items[..<index].reduce(0) { $0 + $1.text.utf16.count + 1 } + item[..<words.lowerBound].utf16.count
        let text = String(item[words])
        return FormMessage.Wrong(range: offset..<offset + text.utf16.count, text: text)
    }

    /// The part of a place that holds the words that a message names; all of it where it holds them not as they are.
    private func narrowed(_ range: Range<Int>, to words: String?) -> Range<Int> {
        guard let words, !words.isEmpty else { return range }
        return material.raw.file.bytes[range].firstRange(of: Array(words.utf8)) ?? range
    }

    // MARK: Candidates

    private func candidate(_ text: String, _ diagnostic: Diagnostic, _ place: String) -> FormMessage.Candidate {
        let label: String? =
            if let vocabulary = vocabulary(of: place) {
                EntryLabel(vocabulary).label(of: text)
            } else if case .one(let index) = catalog.directory.resolve(text) {
                catalog.directory.listings[index].title
            } else {
                nil
            }
        return FormMessage.Candidate(value: text, label: label ?? text)
    }

    private func vocabulary(of place: String) -> Vocabulary? {
        let parts = place.split(separator: "/").map(String.init)
        let field =
            parts.count == 3
            ? material.kind.tables.first { $0.id == parts[0] }?.columns.first { $0.id.rawValue == parts[2] }
            : material.kind.field(FieldID(place))
        switch field?.type {
        case .reference(.vocabulary(let id)), .references(.vocabulary(let id)), .citation(let id):
            return catalog.schema.vocabulary(id).map { catalog.schema.vocabularies[$0] }
        default: return nil
        }
    }

    // MARK: Places

    private func place(of diagnostic: Diagnostic) -> String {
        guard let range = diagnostic.location.range else { return named(diagnostic) ?? "_body" }
        if range.lowerBound >= start {
            return grids.lazy.compactMap { $0.place(of: range.lowerBound) }.first ?? "_body"
        }
        if let field = material.field(at: range.lowerBound),
            Typed.shown(material.kind).contains(where: { $0.id == field })
        {
            return field.rawValue
        }
        return named(diagnostic) ?? "_body"
    }

    /// What is missing is named and stands nowhere.
    private func named(_ diagnostic: Diagnostic) -> String? {
        switch diagnostic.code {
        case .missingTitle, .sameTitle: CoreField.title.rawValue
        case .missingSummary, .emptySummary: CoreField.summary.rawValue
        default:
            diagnostic.arguments.compactMap { material.kind.field(named: $0) }.first
                .map { material.kind.fields[$0].id.rawValue }
        }
    }
}

/// How entries of a vocabulary are shown to whoever chooses among them.
struct EntryLabel {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The name of the entry that a text names, with its long form; nothing where none or several are named.
    func label(of text: String) -> String? {
        guard case .one(let index) = vocabulary.resolve(text) else { return nil }
        let entry = vocabulary.entries[index]
        return [entry.handyName, Self.detail(entry)].compactMap(\.self).joined(separator: " — ")
    }

    /// What tells an entry from one of the same name: its long form, its sort, its group.
    static func detail(_ entry: VocabularyEntry) -> String? {
        let parts = [
            [entry.name, entry.distinctName].contains(entry.handyName) ? nil : entry.name, entry.full, entry.expansion,
            entry.type, entry.group,
        ]
        .compactMap(\.self)
        return parts.isEmpty ? nil : parts.prefix(2).joined(separator: ", ")
    }
}
