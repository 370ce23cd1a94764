import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Languages

/// The names of an entry of a vocabulary.
struct EntryValues: EditedValues {
    let vocabulary: Vocabulary
    let schema: Schema
    let id: EntryID
    let path: SitePath

    /// What a former name is not remembered with, as a form sends it.
    static let slip = "_slip"
    static let name = "name"
    private static let (type, aliases, was, tile) = ("type", "aliases", "was", "tile")
    private static let names = [name, "full", "short"]

    /// Nothing of a vocabulary that only roots have.
    init?(_ vocabulary: Vocabulary, _ id: EntryID, _ schema: Schema) {
        guard vocabulary.path.hasPrefix("content/"), let path = try? SitePath(vocabulary.path) else { return nil }
        (self.vocabulary, self.schema, self.id, self.path) = (vocabulary, schema, id, path)
    }

    static func address(_ vocabulary: VocabularyID, _ id: EntryID) -> String {
        "/_edit/lists/\(PercentEncoding.encoded(vocabulary.rawValue))/\(PercentEncoding.encoded(id.rawValue))"
    }

    var address: String { Self.address(vocabulary.id, id) }

    func title(_ language: Language) -> String { vocabulary.entries.first { $0.id == id }?.name ?? id.rawValue }

    func about(_ language: Language) -> String? { ValuesWord.entry.text(language, vocabulary.title) }

    var shown: String? { vocabulary.isAxis ? "/" + SitePages.entry(vocabulary, id).text : nil }

    var fields: [ValueField] {
        let tiles = vocabulary.entries.count { $0.tile != nil }
        let tile = ValueField(key: Self.tile, label: ValuesWord.tile.wording, help: .aboutTile, isTile: true)
        return [
            field(.name, ValuesWord.name.wording, .aboutName), field(.full, ValuesWord.full.wording),
            field(.short, ValuesWord.short.wording),
            asked(.expansion, ValuesWord.expansion.wording), asked(.type, ValuesWord.type.wording),
            asked(.municipality, EntryKey.municipality.label), asked(.region, EntryKey.region.label),
            ValueField(
                key: Self.aliases, label: ValuesWord.aliases.wording, help: .aboutAliases, isList: true, lines: 3),
            // Those with the days on which they went are written by hand.
            formerNames.contains { $0.valid != nil }
                ? nil
                : ValueField(key: Self.was, label: ValuesWord.was.wording, help: .aboutWas, isList: true, lines: 2),
            field(.description, ValuesWord.entryDescription.wording, .aboutEntryDescription, lines: 3),
            tiles * 2 > vocabulary.entries.count ? tile : nil,
        ].compactMap(\.self)
    }

    private var formerNames: [PastName] {
        vocabulary.entries.first { $0.id == id }?.formerNames ?? []
    }

    /// Parts of former addresses, which are no names.
    private var formerIDs: Set<String> { Set(formerNames.filter { $0.id != nil }.map(\.text)) }

    private func asked(_ key: EntryKey, _ label: Bilingual) -> ValueField? {
        EntryKey.asked(key, in: vocabulary, schema).map { _ in field(key, label) }
    }

    /// What nearly all entries say, and this one, is not to be emptied.
    private func field(_ key: EntryKey, _ label: Bilingual, _ help: ValuesWord? = nil, lines: Int = 1) -> ValueField {
        let asked = EntryKey.asked(key, in: vocabulary, schema)
        let isSaid = vocabulary.entries.first { $0.id == id }.flatMap { key.value(of: $0) } != nil
        return ValueField(
            key: key.rawValue, label: label, help: help, isNeeded: isSaid && asked?.isNeeded ?? false,
            known: asked?.known ?? [], lines: lines)
    }

    /// The list of which the value of a field is an entry; nothing where it is none.
    private func list(of field: ValueField) -> Vocabulary? { EntryKey(rawValue: field.key)?.list(schema) }

    /// The entry of another list that a field names.
    private func named(_ name: String, in field: ValueField) -> VocabularyEntry? {
        guard let list = list(of: field), case .one(let index) = list.resolve(name) else { return nil }
        return list.entries[index]
    }

    func values(of bytes: [UInt8]) -> [String: String]? {
        guard let text = VocabularyText(bytes, path: vocabulary.path, id: vocabulary.id),
            text.vocabulary.entries.contains(where: { $0.id == id })
        else { return nil }
        return fields.reduce(into: [:]) { values, field in
            var texts = text.texts(of: field.key, in: id)
            if field.key == Self.was { texts.removeAll(where: formerIDs.contains) }
            // A file names entries of other lists by their ids, a person by their names.
            if let list = list(of: field) {
                texts = texts.map { id in list.position(of: EntryID(id)).map { list.entries[$0].distinctName } ?? id }
            }
            values[field.key] = field.tidy(texts.joined(separator: field.isTile ? ", " : "\n"))
        }
    }

    func fault(in values: [String: String], _ language: Language) -> (key: String, said: String)? {
        if let text = values[Self.tile], !text.isEmpty {
            guard let tile = ValueField.tile(text) else { return (Self.tile, ValuesWord.noTile.text(language, text)) }
            if let other = vocabulary.entries.first(where: { $0.tile == tile && $0.id != id }) {
                return (Self.tile, ValuesWord.tileTaken.text(language, other.name))
            }
        }
        for field in fields where list(of: field) != nil {
            let value = values[field.key] ?? ""
            if !value.isEmpty, named(value, in: field) == nil {
                return (field.key, EditorWord.entryPlace.text(language, value))
            }
        }
        for key in Self.names + [Self.aliases, Self.was] {
            for name in (values[key] ?? "").split(separator: "\n").map(String.init) {
                guard case .one(let index) = vocabulary.resolve(name), vocabulary.entries[index].id != id else {
                    continue
                }
                return (key, ValuesWord.taken.text(language, vocabulary.entries[index].name))
            }
        }
        return nil
    }

    func ways(_ language: Language) -> [(address: String, text: String)] {
        [(NewEntryValues.address(vocabulary.id), vocabulary.title)]
    }

    func changed(_ bytes: [UInt8], to values: [String: String], _ options: FormData) -> Changed? {
        guard let text = VocabularyText(bytes, path: vocabulary.path, id: vocabulary.id),
            let now = self.values(of: bytes), let (old, new) = (now[Self.name], values[Self.name]) as? (String, String)
        else { return nil }
        let edited = fields.filter { $0.key != Self.was && values[$0.key] != now[$0.key] }
        var changes = edited.map { field in
            let value = values[field.key] ?? ""
            return field.change(to: named(value, in: field)?.id.rawValue ?? value)
        }
        let was = text.texts(of: Self.was, in: id)
        let names = NameChange(values, now, was: was, ids: formerIDs, isSlip: options.has(Self.slip))
        if names.former != was {
            if Array(names.former.dropLast()) == was, let gone = names.former.last {
                changes.append(.append(Self.was, gone))
            } else if text.isOfTexts(Self.was, in: id) {
                changes.append(names.former.isEmpty ? .remove(Self.was) : .set(Self.was, .list(names.former)))
            } else {
                // One more stands beside those with the days on which they went.
                changes += names.former.filter { !was.contains($0) }.prefix(1).map { .append(Self.was, $0) }
            }
        }
        guard let changed = try? text.changing(id, changes) else { return nil }
        // Whoever renames a district may forget what else is said of its name.
        let others = ["full", "short", Self.type].filter { values[$0] == now[$0] && now[$0] != "" }
        let isRenamed = old != new && !was.contains(new)
        return Changed(bytes: changed, address: address, unchanged: isRenamed ? others : [], respelled: names.respelled)
    }

    /// What becomes of the names that an entry had.
    private struct NameChange {
        /// What it was called before, in the order in which the names went.
        var former: [String]
        /// Names by which it is found no more, each with the one that stands for it.
        var respelled: [String: String] = [:]

        /// - Parameters:
        ///   - was: what the file says of it: former names, and among them `ids`.
        ///   - isSlip: whether a name that goes was never one.
        init(
            _ values: [String: String], _ now: [String: String], was: [String], ids: Set<String>, isSlip: Bool
        ) {
            func lines(_ key: String, of values: [String: String]) -> [String] {
                (values[key] ?? "").split(separator: "\n").map(String.init)
            }
            let current = (EntryValues.names + [EntryValues.aliases]).flatMap { lines($0, of: values) }
            let typed = values[EntryValues.was] == nil ? was : lines(EntryValues.was, of: values)
            let kept = was.filter { ids.contains($0) || typed.contains($0) } + typed.filter { !was.contains($0) }
            // A name that comes back is no former one any more.
            former = kept.filter { !current.contains($0) }
            for key in EntryValues.names {
                guard let old = now[key], !old.isEmpty, !(current + former).contains(old) else { continue }
                let new = values[key] ?? ""
                // Whatever materials may say, a name that goes is a former one: but not a slip, nor what was tried and taken back.
                if isSlip || was.contains(new) {
                    respelled[old] = new.isEmpty ? values[EntryValues.name] : new
                } else {
                    former.append(old)
                }
            }
            for old in was where !(current + former).contains(old) {
                respelled[old] = values[EntryValues.name]
            }
        }
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
                key: asked.key.rawValue, label: asked.key.label, help: asked.key == .group ? .aboutGroup : nil,
                isNeeded: asked.isNeeded, known: asked.known, lines: asked.key == .description ? 3 : 1)
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
            case .taken(.number, let other):
                return (
                    EntryKey.number.rawValue, EditorWord.numberTaken.text(language, vocabulary.entries[other].name)
                )
            case .noNumber(let text): return (EntryKey.number.rawValue, EditorWord.noNumber.text(language, text))
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
