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

    /// A vocabulary by its id.
    package func vocabulary(_ id: VocabularyID) -> Vocabulary? {
        schema.vocabulary(id).map { schema.vocabularies[$0] }
    }
}
