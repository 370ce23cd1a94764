import ArgumentParser
import Catalog
import Diagnostics

/// Names on the command line, as materials write them.
enum EntryOption {
    /// The entry that a text names; what is none or several is a fault of usage.
    static func entry(
        _ text: String, _ option: String, _ position: VocabularyIndex?, _ catalog: AlbumCatalog
    ) throws -> EntryReference {
        guard let position else { throw ValidationError("\(option): у этого сайта таких значений нет") }
        let vocabulary = catalog.vocabularies[position]
        switch vocabulary.resolve(text) {
        case .one(let entry): return EntryReference(vocabulary: position, entry: entry)
        case .several(let entries):
            let names = entries.map { "«\(vocabulary.entries[$0].distinctName)» (\(vocabulary.entries[$0].id))" }
            throw ValidationError("\(option): «\(text)» — это \(names.joined(separator: ", и "))")
        case .none:
            let near = NameSuggester(vocabulary.entries.flatMap(\.allNames)).likely(text)
            let hint = near.isEmpty ? "" : " Похоже на: \(near.map { "«\($0)»" }.joined(separator: ", "))."
            throw ValidationError("\(option): значения «\(text)» нет.\(hint)")
        }
    }

    /// The album that a text names among those of a site.
    static func album(_ text: String, _ albums: [MaterialIndex], _ catalog: AlbumCatalog) throws -> MaterialIndex {
        let known = albums.map { catalog.materials[$0] }.map { "«\($0.title)» (\($0.id))" }
        let hint = known.isEmpty ? "альбомов на этом сайте нет" : "есть: \(known.joined(separator: ", "))"
        switch catalog.directory.resolve(text) {
        case .one(let index) where albums.contains(index): return index
        case .one: throw ValidationError("--album: «\(text)» — не альбом; \(hint)")
        case .several(let indices):
            let ids = indices.map { catalog.materials[$0].id.rawValue }.joined(separator: ", ")
            throw ValidationError("--album: «\(text)» — это несколько материалов: \(ids)")
        case .none: throw ValidationError("--album: материала «\(text)» нет; \(hint)")
        }
    }
}
