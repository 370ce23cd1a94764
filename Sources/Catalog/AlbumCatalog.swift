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

    /// The materials that one rests on: those of its fields with `basis`, each once.
    package func basis(of material: Int) -> [Int] {
        var result: [Int] = []
        for field in materials[material].fields {
            guard case .materials(let targets) = field.value,
                kind(of: materials[material]).field(field.id)?.isBasis == true
            else { continue }
            for target in targets where !result.contains(target) { result.append(target) }
        }
        return result
    }

    /// A vocabulary by its id.
    package func vocabulary(_ id: VocabularyID) -> Vocabulary? {
        schema.vocabulary(id).map { schema.vocabularies[$0] }
    }
}
