import Catalog

/// Colours of directions.
package enum Hues {
    /// 1…9 by the order of the vocabulary; 0 for entries of another one and from the tenth on.
    package static func hue(of reference: EntryReference, _ catalog: AlbumCatalog, _ configuration: Configuration)
        -> Int
    {
        let vocabulary = catalog.vocabularies[reference.vocabulary]
        guard vocabulary.id == configuration.coverageColumns else { return 0 }
        let place = vocabulary.place(of: reference.entry)
        return place < 9 ? place + 1 : 0
    }
}
