import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Languages

/// The names of an entry of a vocabulary.
struct EntryValues: EditedValues {
    let vocabulary: Vocabulary
    let id: EntryID
    let path: SitePath

    /// What a former name is not remembered with, as a form sends it.
    static let slip = "_slip"
    private static let (name, type, aliases, was) = ("name", "type", "aliases", "was")

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
        let types = vocabulary.entries.compactMap(\.type).reduce(into: [String]()) { known, type in
            if !known.contains(type) { known.append(type) }
        }
        let type = ValueField(key: Self.type, label: EntryKey.type.label, known: types)
        return [
            ValueField(key: Self.name, label: ValuesWord.name.wording, help: .aboutName, isNeeded: true),
            ValueField(key: "full", label: ValuesWord.full.wording),
            ValueField(key: "short", label: ValuesWord.short.wording),
        ] + (hasExpansions ? [ValueField(key: "expansion", label: ValuesWord.expansion.wording)] : [])
            + (types.isEmpty ? [] : [type]) + [
                ValueField(
                    key: Self.aliases, label: ValuesWord.aliases.wording, help: .aboutAliases, isList: true, lines: 3),
                ValueField(
                    key: "description", label: ValuesWord.entryDescription.wording, help: .aboutEntryDescription,
                    lines: 3),
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

    func ways(_ language: Language) -> [(address: String, text: String)] {
        [(NewEntryValues.address(vocabulary.id), vocabulary.title)]
    }

    func changed(_ bytes: [UInt8], to values: [String: String], _ options: FormData) -> Changed? {
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
        guard let changed = try? text.changing(id, changes) else { return nil }
        // Whoever renames a district may forget what else is said of its name.
        let left = old == new ? [] : ["full", "short", Self.type].filter { values[$0] == now[$0] && now[$0] != "" }
        return Changed(bytes: changed, address: address, unchanged: left)
    }
}

/// An entry that a list has not yet: the page of the list itself.
struct NewEntryValues: EditedValues {
    let vocabulary: Vocabulary
    let schema: Schema
    let path: SitePath

    /// Nothing of a vocabulary that only roots have.
    init?(_ vocabulary: Vocabulary, _ schema: Schema) {
        guard vocabulary.path.hasPrefix("content/"), let path = try? SitePath(vocabulary.path) else { return nil }
        (self.vocabulary, self.schema, self.path) = (vocabulary, schema, path)
    }

    static func address(_ vocabulary: VocabularyID) -> String {
        "/_edit/lists/\(PercentEncoding.encoded(vocabulary.rawValue))"
    }

    var address: String { Self.address(vocabulary.id) }

    func title(_ language: Language) -> String { vocabulary.title }

    func about(_ language: Language) -> String? { nil }

    var shown: String? { nil }

    func ways(_ language: Language) -> [(address: String, text: String)] { [] }

    var fields: [ValueField] {
        EntryKey.asked(in: vocabulary, schema).map { asked in
            ValueField(
                key: asked.key.rawValue, label: asked.key.label, isNeeded: asked.isNeeded, known: asked.known,
                lines: asked.key == .description ? 3 : 1)
        }
    }

    /// Nothing is said of it yet.
    func values(of bytes: [UInt8]) -> [String: String]? {
        VocabularyText(bytes, path: vocabulary.path, id: vocabulary.id).map { _ in [:] }
    }

    func fault(in values: [String: String], _ language: Language) -> (key: String, said: String)? {
        do throws(NewEntry.Fault) {
            let new = try entry(values)
            if let fault = new.taken ?? new.unknown { throw fault }
            return nil
        } catch {
            switch error {
            case .missing(let key):
                return (key.rawValue, ValuesWord.missing.text(language, key.label.text(language)))
            case .taken(let key, let other):
                return (key.rawValue, ValuesWord.taken.text(language, vocabulary.entries[other].name))
            case .unknown(let key, let value):
                return (key.rawValue, EditorWord.entryPlace.text(language, value))
            case .unsafe: return nil
            }
        }
    }

    func changed(_ bytes: [UInt8], to values: [String: String], _ options: FormData) -> Changed? {
        guard let (bytes, id) = try? entry(values).written(in: bytes) else { return nil }
        return Changed(bytes: bytes, address: EntryValues.address(vocabulary.id, id), said: .added)
    }

    private func entry(_ values: [String: String]) throws(NewEntry.Fault) -> NewEntry {
        try NewEntry(vocabulary, schema) { values[$0.rawValue] ?? "" }
    }
}
