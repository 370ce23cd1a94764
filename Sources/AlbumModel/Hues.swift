import Catalog

/// Colours and letters of directions.
package enum Hues {
    /// 1…9 by the order of the vocabulary; 0 for entries of another one and from the tenth on.
    package static func hue(of reference: EntryReference, _ catalog: AlbumCatalog, _ configuration: Configuration)
        -> Int
    {
        let isDirection = catalog.vocabularies[reference.vocabulary].id == configuration.coverageColumns
        return isDirection && reference.entry.offset < 9 ? reference.entry.offset + 1 : 0
    }

    /// The first letter of the name, or two where another entry begins alike.
    package static func letter(of reference: EntryReference, _ catalog: AlbumCatalog) -> String {
        let vocabulary = catalog.vocabularies[reference.vocabulary]
        let entry = vocabulary.entries[reference.entry]
        if let number = entry.number { return String(number) }
        let name = entry.short ?? entry.name
        let first = name.prefix(1)
        let alike = vocabulary.entries.reduce(into: 0) { if ($1.short ?? $1.name).hasPrefix(first) { $0 += 1 } }
        return String(name.prefix(alike > 1 ? 2 : 1))
    }
}
