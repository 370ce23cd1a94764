import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// Entries that leave a vocabulary, and those that come back.
extension SiteDesk {
    /// Takes an entry out of its list, and its page off the site, unless another place would be wrong without it.
    func remove(
        _ entry: EntryValues, _ bytes: [UInt8], _ page: ValuesPage, _ site: SiteFiles
    ) throws(FileError) -> SiteResponder.Answer {
        var page = page
        page.isRemoving = true
        guard let text = VocabularyText(bytes, path: entry.vocabulary.path, id: entry.vocabulary.id),
            let without = try? text.removing(entry.id)
        else {
            page.refusals = [ValuesWord.unsafe.text(language)]
            return Self.html(422, page.html())
        }
        let trial = try trial(UnsavedFiles([root.absolutePath(entry.path): without]), takesOff: true)
        guard trial.errors.isEmpty else {
            page.refusals = [ValuesWord.inUse.text(language)]
            page.places = places(of: trial.errors, site)
            return Self.html(422, page.html())
        }
        guard try replace(entry, bytes, with: without) else {
            page.notices = [ValuesWord.changed.text(language)]
            return Self.html(409, page.html())
        }
        try withdraw(trial.withdrawn, site)
        saved()
        return Self.redirect(
            to: NewEntryValues.address(entry.vocabulary.id) + "?saved=" + ValuesSaid.removed.rawValue)
    }

    private static let mostPlaces = 20

    /// The first places that errors are about; a material may name an entry several times.
    func places(of errors: [Diagnostic], _ site: SiteFiles) -> [(said: String, form: String?)] {
        var places: [(said: String, form: String?)] = []
        for place in errors.map({ place(of: $0, site) })
        where !places.contains(where: { $0.said == place.said }) && places.count < Self.mostPlaces {
            places.append(place)
        }
        return places
    }

    /// Who names the entry, or else what would be wrong, and the form where it is mended: of a material, also of one that has
    /// the file as a table, or of an entry of another list.
    private func place(of error: Diagnostic, _ site: SiteFiles) -> (said: String, form: String?) {
        let catalog = site.catalog
        let message = error.code == .unknownValue ? "" : ": " + error.code.message.text(language, error.arguments)
        let path = String(error.location.path.dropFirst("content/".count))
        let owner =
            catalog.directory.position(ofPath: path)
            ?? catalog.materials.firstIndex { $0.tableFiles.contains { $0.path == path } }
        if let owner {
            let material = catalog.materials[owner]
            let title = NameFolding.fold(material.title)
            let isAlone = catalog.materials.count { NameFolding.fold($0.title) == title } == 1
            let name = isAlone ? "«\(material.title)»" : "«\(material.title)» (\(material.id.rawValue))"
            return (name + message, Self.address(.material, of: material.id))
        }
        for vocabulary in catalog.schema.vocabularies where vocabulary.path == error.location.path {
            let place = error.location.range?.lowerBound ?? 0
            guard let entry = vocabulary.entries.last(where: { ($0.location.range?.lowerBound ?? 0) <= place }) else {
                continue
            }
            let name = "«\(entry.name)» (\(vocabulary.title))"
            return (name + message, EntryValues(vocabulary, entry.id, catalog.schema)?.address)
        }
        return (told(error, site), nil)
    }

    /// Writes an entry into its list again, as it was before a save.
    func bringBack(
        _ id: EntryID, at second: Int, _ list: NewEntryValues, _ bytes: [UInt8], _ page: ValuesPage
    ) throws(FileError) -> SiteResponder.Answer {
        var page = page
        let vocabulary = list.vocabulary
        guard let earlier = try work.replaced(list.kept, at: second),
            let old = VocabularyText(earlier, path: vocabulary.path, id: vocabulary.id),
            let now = VocabularyText(bytes, path: vocabulary.path, id: vocabulary.id),
            let whole = try? now.bringingBack(id, of: old),
            case let trial = try trial(UnsavedFiles([root.absolutePath(list.path): whole])), trial.errors.isEmpty
        else {
            page.refusals = [ValuesWord.notBack.text(language)]
            return Self.html(422, page.html())
        }
        guard try replace(list, bytes, with: whole) else {
            page.notices = [ValuesWord.changed.text(language)]
            return Self.html(409, page.html())
        }
        try restore(trial.returned)
        saved()
        return Self.redirect(to: EntryValues.address(vocabulary.id, id) + "?saved=" + ValuesSaid.back.rawValue)
    }

    /// Entries that the list had before one of its last saves and has no more, those first that left last.
    func removedEntries(_ list: NewEntryValues, _ now: [UInt8]) throws(FileError) -> [ValuesPage.Removed] {
        let vocabulary = list.vocabulary
        guard let text = VocabularyText(now, path: vocabulary.path, id: vocabulary.id) else { return [] }
        var known = Set(text.vocabulary.entries.map(\.id))
        var found: [ValuesPage.Removed] = []
        for second in try work.saves(of: list.kept).prefix(Self.mostSaves) {
            guard let bytes = try work.replaced(list.kept, at: second),
                let earlier = VocabularyText(bytes, path: vocabulary.path, id: vocabulary.id)
            else { continue }
            for entry in earlier.vocabulary.entries where known.insert(entry.id).inserted {
                found.append(
                    ValuesPage.Removed(id: entry.id, name: entry.name, second: second, time: time(second)))
            }
        }
        return found
    }

    private static let mostSaves = 50
}
