import Catalog

/// What a field says, in the words that readers see: names of entries and titles of materials for what a file calls them.
struct ReadableValue {
    private let catalog: AlbumCatalog

    init(_ catalog: AlbumCatalog) { self.catalog = catalog }

    /// - Parameter text: the lines of the field's control.
    func text(_ text: String, of field: FieldDefinition) -> String {
        text.split(separator: "\n").map { line($0, of: field) }.joined(separator: "\n")
    }

    private func line(_ line: Substring, of field: FieldDefinition) -> String {
        let name = String(line)
        switch field.type {
        case .reference(.vocabulary(let id)), .references(.vocabulary(let id)): return entry(name, id) ?? name
        case .reference, .references:
            guard case .one(let index) = catalog.directory.resolve(name) else { return name }
            return catalog.directory.listings[index].title
        case .citation(let id):
            guard let comma = line.firstIndex(of: ","), let source = entry(String(line[..<comma]), id) else {
                return entry(name, id) ?? name
            }
            return source + line[comma...]
        default: return name
        }
    }

    private func entry(_ name: String, _ vocabulary: VocabularyID) -> String? {
        guard let names = catalog.vocabulary(vocabulary), case .one(let index) = names.resolve(name) else { return nil }
        return names.entries[index].handyName
    }
}
