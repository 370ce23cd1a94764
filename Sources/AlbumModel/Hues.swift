import Catalog

/// Colours of directions.
package enum Hues {
    /// So many are told apart by the theme.
    package static let count = 12

    /// 1…12 by the order of the vocabulary; 0 for entries of another one and from the thirteenth on.
    package static func hue(of reference: EntryReference, _ catalog: AlbumCatalog, _ configuration: Configuration)
        -> Int
    {
        let vocabulary = catalog.vocabularies[reference.vocabulary]
        guard vocabulary.id == configuration.coverageColumns else { return 0 }
        let place = vocabulary.place(of: reference.entry)
        return place < count ? place + 1 : 0
    }
}
