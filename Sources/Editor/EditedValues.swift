import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Languages

/// Some values of one file that are edited on a page of their own.
protocol EditedValues {
    /// The file, below the site's root.
    var path: SitePath { get }
    /// Where the page stands.
    var address: String { get }
    /// In the order of the page.
    var fields: [ValueField] { get }
    func title(_ language: Language) -> String

    /// What is edited, in a line below the title; nothing where the title says it.
    func about(_ language: Language) -> String?

    /// The page of the site that shows it, from its root; nothing where none is its own.
    var shown: String? { get }

    /// What a file says, by the keys of the fields; nothing where it cannot be read.
    func values(of bytes: [UInt8]) -> [String: String]?

    /// The field of which a value cannot be, and why; nothing where all can be.
    func fault(in values: [String: String], _ language: Language) -> (key: String, said: String)?

    /// The file with other values; nothing where it cannot be written so.
    /// - Parameter options: what else the form was sent with.
    func changed(_ bytes: [UInt8], to values: [String: String], _ options: FormData) -> [UInt8]?
}

/// A field of such a page.
struct ValueField {
    let key: String
    let label: ValuesWord
    var help: ValuesWord?
    var isNeeded = false
    /// Whether each line is a value.
    var isList = false
    /// Lines of its control.
    var lines = 1

    var name: String { "value." + key }

    /// A value as it is written: without blanks around it, on one line but in lists, where empty lines and doubles go.
    func tidy(_ typed: String) -> String {
        func tidy(_ line: Substring) -> String { line.split { $0.isWhitespace }.joined(separator: " ") }
        guard isList else { return tidy(typed[...]) }
        var seen: Set<String> = []
        return typed.split(separator: "\n").map(tidy).filter { !$0.isEmpty && seen.insert($0).inserted }
            .joined(separator: "\n")
    }

    /// What makes a key say a value.
    func change(to value: String) -> KeyChange {
        if value.isEmpty { return .remove(key) }
        return .set(key, isList ? .list(value.split(separator: "\n").map(String.init)) : .text(value))
    }
}

/// What `album.yml` says of the site in words.
struct SiteValues: EditedValues {
    let path = SitePath(literal: "album.yml")
    let address: String = SiteValues.address
    static let address = "/_edit/site"
    private static let edition = "edition"

    let fields: [ValueField] = [
        ValueField(key: "title", label: .siteTitle, help: .aboutSiteTitle, isNeeded: true),
        ValueField(key: "description", label: .siteDescription, help: .aboutSiteDescription, lines: 3),
        ValueField(key: SiteValues.edition, label: .siteEdition, help: .aboutSiteEdition, isNeeded: true),
        ValueField(key: "contact", label: .siteContact, help: .aboutSiteContact, lines: 2),
    ]

    func title(_ language: Language) -> String { ValuesWord.theSite.text(language) }

    func about(_ language: Language) -> String? { nil }

    var shown: String? { "/" }

    func values(of bytes: [UInt8]) -> [String: String]? {
        guard let text = ConfigurationText(bytes) else { return nil }
        return fields.reduce(into: [:]) { values, field in
            let said = field.tidy(text.text(of: field.key) ?? "")
            values[field.key] = field.key == Self.edition ? Self.day(said)?.numeric ?? said : said
        }
    }

    private static func day(_ text: String) -> CalendarDate? {
        let period = Period.parse(text)
        return period.precision == .day && period.start == period.end ? period.start : nil
    }

    func fault(in values: [String: String], _ language: Language) -> (key: String, said: String)? {
        let said = values[Self.edition] ?? ""
        return Self.day(said) == nil ? (Self.edition, ValuesWord.noDay.text(language, said)) : nil
    }

    func changed(_ bytes: [UInt8], to values: [String: String], _ options: FormData) -> [UInt8]? {
        guard let text = ConfigurationText(bytes), let now = self.values(of: bytes) else { return nil }
        let changes = fields.filter { values[$0.key] != now[$0.key] }.map { field in
            let value = values[field.key] ?? ""
            return field.change(to: field.key == Self.edition ? Self.day(value)?.description ?? value : value)
        }
        return try? text.changing(changes, order: fields.map(\.key))
    }
}

/// The names of an entry of a vocabulary.
struct EntryValues: EditedValues {
    let vocabulary: Vocabulary
    let id: EntryID
    let path: SitePath

    /// What a former name is not remembered with, as a form sends it.
    static let slip = "_slip"
    private static let (name, aliases, was) = ("name", "aliases", "was")

    /// Nothing of a vocabulary that only roots have.
    init?(_ vocabulary: Vocabulary, _ id: EntryID) {
        guard vocabulary.path.hasPrefix("content/"), let path = try? SitePath(vocabulary.path) else { return nil }
        (self.vocabulary, self.id, self.path) = (vocabulary, id, path)
    }

    static func address(_ vocabulary: VocabularyID, _ id: EntryID) -> String {
        "/_edit/lists/\(PercentEncoding.encoded(vocabulary.rawValue))/\(PercentEncoding.encoded(id.rawValue))"
    }

    var address: String { Self.address(vocabulary.id, id) }

    func title(_ language: Language) -> String { vocabulary.entries.first { $0.id == id }?.name ?? id.rawValue }

    func about(_ language: Language) -> String? { ValuesWord.entry.text(language, vocabulary.title) }

    var shown: String? { vocabulary.isAxis ? "/" + SitePages.entry(vocabulary, id).text : nil }

    var fields: [ValueField] {
        let hasExpansions = vocabulary.entries.contains { $0.expansion != nil }
        return [
            ValueField(key: Self.name, label: .name, help: .aboutName, isNeeded: true),
            ValueField(key: "full", label: .full), ValueField(key: "short", label: .short),
        ] + (hasExpansions ? [ValueField(key: "expansion", label: .expansion)] : []) + [
            ValueField(key: Self.aliases, label: .aliases, help: .aboutAliases, isList: true, lines: 3),
            ValueField(key: "description", label: .entryDescription, help: .aboutEntryDescription, lines: 3),
        ]
    }

    func values(of bytes: [UInt8]) -> [String: String]? {
        guard let text = VocabularyText(bytes, path: vocabulary.path, id: vocabulary.id),
            text.vocabulary.entries.contains(where: { $0.id == id })
        else { return nil }
        return fields.reduce(into: [:]) { values, field in
            values[field.key] = field.tidy(text.texts(of: field.key, in: id).joined(separator: "\n"))
        }
    }

    func fault(in values: [String: String], _ language: Language) -> (key: String, said: String)? {
        guard case .one(let index) = vocabulary.resolve(values[Self.name] ?? ""), vocabulary.entries[index].id != id
        else {
            return nil
        }
        return (Self.name, ValuesWord.taken.text(language, vocabulary.entries[index].name))
    }

    func changed(_ bytes: [UInt8], to values: [String: String], _ options: FormData) -> [UInt8]? {
        guard let text = VocabularyText(bytes, path: vocabulary.path, id: vocabulary.id),
            let now = self.values(of: bytes), let (old, new) = (now[Self.name], values[Self.name]) as? (String, String)
        else { return nil }
        var changes = fields.filter { values[$0.key] != now[$0.key] }.map { $0.change(to: values[$0.key] ?? "") }
        let was = text.texts(of: Self.was, in: id)
        let others = ["full", "short", Self.aliases].flatMap {
            (values[$0] ?? "").split(separator: "\n").map(String.init)
        }
        let isForgotten = old == new || options.has(Self.slip) || (others + was).contains(old)
        let kept = was.filter { $0 != new } + (isForgotten ? [] : [old])
        if kept.count < was.count + (isForgotten ? 0 : 1), text.isOfTexts(Self.was, in: id) {
            // A name that comes back is no former one any more.
            changes.append(kept.isEmpty ? .remove(Self.was) : .set(Self.was, .list(kept)))
        } else if !isForgotten {
            changes.append(.append(Self.was, old))
        }
        return try? text.changing(id, changes)
    }
}
