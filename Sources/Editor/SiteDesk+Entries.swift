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
        let new: NewEntry
        do throws(NewEntry.Fault) {
            new = try NewEntry(vocabulary, catalog.schema) { form[$0.rawValue] ?? "" }
        } catch {
            return told(error, vocabulary)
        }
        let alike = alike(new.names, vocabulary)
        if case .noNumber(let text)? = new.taken { return told(.noNumber(text), vocabulary) }
        if case .taken(.number, let other)? = new.taken { return told(.taken(.number, by: other), vocabulary) }
        let isTaken = new.taken != nil
        if isTaken || !alike.isEmpty && !form.has("sure") {
            return told(isTaken ? .entryTaken : .entryAlike, alike: alike, mayInsist: !isTaken)
        }
        guard let path = try? SitePath(vocabulary.path) else { return plain(404, .notThere) }
        let base = try root.read(path)
        let (bytes, id): ([UInt8], EntryID)
        do throws(NewEntry.Fault) {
            (bytes, id) = try new.written(in: base)
        } catch {
            return told(error, vocabulary)
        }
        if let fault = try trial(UnsavedFiles([root.absolutePath(path): bytes])).errors.first {
            return told(.entryFault, fault.code.message.text(language, fault.arguments))
        }
        // A list that only roots have is written in none of them.
        guard vocabulary.path.hasPrefix("content/") else { return told(.entryUnsafe, vocabulary.title) }
        let below = String(vocabulary.path.dropFirst("content/".count))
        guard try write(bytes, over: base, at: below) else { return told(.conflict) }
        saved()
        guard let read = VocabularyText(bytes, path: vocabulary.path, id: vocabulary.id)?.vocabulary,
            let entry = read.entries.first(where: { $0.id == id })
        else { return told(.entryUnsafe, vocabulary.title) }
        let pick = Self.pick(entry, read)
        var json = JSONWriter()
        Self.write(pick, to: &json)
        return Self.json(200, json)
    }

    private func told(_ fault: NewEntry.Fault, _ vocabulary: Vocabulary) -> SiteResponder.Answer {
        switch fault {
        case .missing(let key): told(.entryMissing, key.label.text(language), at: key)
        case .taken(.number, let other): told(.numberTaken, vocabulary.entries[other].name, at: .number)
        case .taken(let key, _): told(.entryTaken, at: key)
        case .noNumber(let text): told(.noNumber, text, at: .number)
        case .unknown(let key, let value): told(.entryPlace, value, at: key)
        case .unsafe: told(.entryUnsafe, vocabulary.title)
        }
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
