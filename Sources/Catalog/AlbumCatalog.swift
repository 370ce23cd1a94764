/// The loaded album: immutable, and the base of everything that follows.
package struct AlbumCatalog: Sendable {
    package let schema: Schema
    /// Sorted by path; a position here is how the rest of the program names a material.
    package let materials: [Material]
    package let directory: MaterialDirectory

    package init(schema: Schema, materials: [Material], directory: MaterialDirectory) {
        self.schema = schema
        self.materials = materials
        self.directory = directory
    }

    package var vocabularies: [Vocabulary] { schema.vocabularies }
    package var kinds: [Kind] { schema.kinds }

    /// The kind of a material.
    package func kind(of material: Material) -> Kind { schema.kinds[material.kind] }

    /// The names of the entries or the titles of the materials that a value refers to; nothing for other values.
    package func names(referredToBy value: FieldValue?) -> [String]? {
        switch value {
        case .entries(let entries): entries.map { schema.entry($0).name }
        case .materials(let positions): positions.map { materials[$0].title }
        default: nil
        }
    }

    /// A vocabulary by its id.
    package func vocabulary(_ id: VocabularyID) -> Vocabulary? {
        schema.vocabulary(id).map { schema.vocabularies[$0] }
    }
}
