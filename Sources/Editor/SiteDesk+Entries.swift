import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// Entries that are added to a vocabulary while somebody fills in a field.
extension SiteDesk {
    /// Writes an entry into the file of its vocabulary and answers with what a field is to say; else why not, with entries
    /// that are alike.
    func addEntry(_ form: FormData, _ site: SiteFiles) throws(FileError) -> SiteResponder.Answer {
        let catalog = site.catalog
        guard let position = form["vocabulary"].flatMap({ catalog.schema.vocabulary(VocabularyID($0)) }),
            catalog.schema.vocabularies[position].grows
        else { return plain(404, .notThere) }
        let vocabulary = catalog.schema.vocabularies[position]
        let values = EntryKey.asked(in: vocabulary, catalog.schema).map { asked in
            (asked, (form[asked.key.rawValue] ?? "").split { $0.isWhitespace }.joined(separator: " "))
        }
        if let missing = values.first(where: { $0.0.isNeeded && $0.1.isEmpty }) {
            return told(.entryMissing, missing.0.key.label.text(language), at: missing.0.key)
        }
        let given = values.filter { !$0.1.isEmpty }.map { (key: $0.0.key, value: $0.1) }
        let alike = alike(given.filter { [.name, .short, .full].contains($0.key) }.map(\.value), vocabulary)
        let isTaken = given.contains {
            vocabulary.resolve($0.value) != .none && [.name, .short, .full].contains($0.key)
        }
        if isTaken || !alike.isEmpty && !form.has("sure") {
            return told(isTaken ? .entryTaken : .entryAlike, alike: alike, mayInsist: !isTaken)
        }
        let named = given.first { $0.key == .municipality }.map(\.value)
        let place = named.flatMap { Self.municipality($0, catalog.schema) }
        if let named, place == nil { return told(.entryPlace, named, at: .municipality) }
        return try writeEntry(given, place, vocabulary)
    }

    private static func municipality(_ name: String, _ schema: Schema) -> VocabularyEntry? {
        guard let all = EntryKey.municipalities(schema), case .one(let index) = all.resolve(name) else { return nil }
        return all.entries[index]
    }

    /// - Parameter place: the municipality that was named; its region goes along where entries have one.
    private func writeEntry(
        _ given: [(key: EntryKey, value: String)], _ place: VocabularyEntry?, _ vocabulary: Vocabulary
    ) throws(FileError) -> SiteResponder.Answer {
        guard let path = try? SitePath(vocabulary.path), let name = given.first?.value else {
            return plain(404, .notThere)
        }
        let base = try root.read(path)
        var keys = [(key: "id", value: Self.freeID(name, vocabulary))]
        for (key, value) in given {
            keys.append((key.rawValue, key == .municipality ? place?.id.rawValue ?? value : value))
            guard key == .municipality, let region = place?.region,
                vocabulary.entries.contains(where: { $0.region != nil })
            else { continue }
            keys.append(("region", region.rawValue))
        }
        let group = given.first { $0.key == .group }?.value
        guard let text = VocabularyText(base, path: vocabulary.path, id: vocabulary.id),
            let bytes = try? text.adding(keys, to: group)
        else { return told(.entryUnsafe, vocabulary.title) }
        if let fault = try newError(of: bytes, path) { return told(.entryFault, fault) }
        // A list that only roots have is written in none of them.
        guard vocabulary.path.hasPrefix("content/") else { return told(.entryUnsafe, vocabulary.title) }
        let below = String(vocabulary.path.dropFirst("content/".count))
        guard try write(bytes, over: base, at: below) else { return told(.conflict) }
        saved()
        guard let read = VocabularyText(bytes, path: vocabulary.path, id: vocabulary.id)?.vocabulary,
            let entry = read.entries.first(where: { $0.id.rawValue == keys[0].value })
        else { return told(.entryUnsafe, vocabulary.title) }
        let pick = Self.pick(entry, read)
        var json = JSONWriter()
        Self.write(pick, to: &json)
        return Self.json(200, json)
    }

    /// The first error that the site has with a text and not without it.
    func newError(of bytes: [UInt8], _ path: SitePath) throws(FileError) -> String? {
        func told(_ diagnostic: Diagnostic) -> String {
            diagnostic.code.message.text(language, diagnostic.arguments)
        }
        let known = Set(state.withLock { $0.errors }.map { $0.location.path + told($0) })
        let made = try make(UnsavedFiles([root.absolutePath(path): bytes]))
        return made.diagnostics.first { $0.severity == .error && !known.contains($0.location.path + told($0)) }.map(
            told)
    }

    /// Entries with a name that somebody may have meant: one letter apart, or the same words in another order.
    private func alike(_ names: [String], _ vocabulary: Vocabulary) -> [Pick] {
        let suggester = NameSuggester(vocabulary.entries.flatMap(\.allNames))
        func words(_ name: String) -> Set<Substring> {
            Set(NameFolding.fold(name).split { !$0.isLetter && !$0.isNumber })
        }
        var near = Set(names.flatMap { suggester.nearest(to: $0) })
        for name in names {
            let wanted = words(name)
            for other in vocabulary.entries.flatMap(\.allNames) where words(other) == wanted { near.insert(other) }
        }
        return vocabulary.entries.filter { entry in entry.allNames.contains { near.contains($0) } }.prefix(5)
            .map { Self.pick($0, vocabulary) }
    }

    private static func freeID(_ name: String, _ vocabulary: Vocabulary) -> String {
        let slug = Address.newID(of: name, limit: 40)
        let base = slug.first?.isLetter == true ? slug : "entry" + (slug.isEmpty ? "" : "-" + slug)
        var (id, number) = (base, 2)
        while vocabulary.resolve(id) != .none {
            id = "\(base)-\(number)"
            number += 1
        }
        return id
    }

    /// - Parameter key: what has to be typed otherwise.
    private func told(
        _ word: EditorWord, _ argument: String = "", at key: EntryKey? = nil, alike: [Pick] = [],
        mayInsist: Bool = false
    ) -> SiteResponder.Answer {
        var json = JSONWriter()
        json.object { json in
            json.member("said", word.text(language, argument))
            json.member("mayInsist", mayInsist)
            if let key { json.member("key", key.rawValue) }
            json.key("alike")
            json.array { json in
                alike.forEach { Self.write($0, to: &json) }
            }
        }
        return Self.json(422, json)
    }
}
