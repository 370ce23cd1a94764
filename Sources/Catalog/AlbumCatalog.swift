/// The loaded album: immutable, and the base of everything that follows.
package struct AlbumCatalog: Sendable {
    package let schema: Schema
    package let directory: MaterialDirectory
    private let allMaterials: PerMaterial<Material>
    private let log: ReadLog?

    package init(schema: Schema, materials: [Material], directory: MaterialDirectory) {
        self.schema = schema
        self.directory = directory
        allMaterials = Indexed(materials)
        log = nil
    }

    private init(_ catalog: AlbumCatalog, _ log: ReadLog) {
        schema = catalog.schema.read(log)
        directory = catalog.directory.read(log)
        allMaterials = catalog.allMaterials
        self.log = log
    }

    /// The same for a part of a site that has no pages of some entries.
    package func withholding(_ entries: Set<EntryReference>) -> AlbumCatalog {
        AlbumCatalog(schema: schema.withholding(entries), materials: Array(allMaterials), directory: directory)
    }

    /// The same as a page reads it.
    package func read(_ log: ReadLog) -> AlbumCatalog { AlbumCatalog(self, log) }

    /// Sorted by path; a position here is how the rest of the program names a material.
    package var materials: ReadList<PerMaterial<Material>> { ReadList(allMaterials, log) { .material($0) } }

    package var vocabularies: Indexed<VocabularyIndex, Vocabulary> { schema.vocabularies }
    package var kinds: Indexed<KindIndex, Kind> { schema.kinds }

    /// The kind of a material.
    package func kind(of material: Material) -> Kind { schema.kinds[material.kind] }

    /// The names of the entries or the titles of the materials that a value refers to; nothing for other values.
    package func names(referredToBy value: FieldValue?, withdrawn: (String) -> String) -> [String]? {
        switch value {
        case .entries(let entries): entries.map { schema.entry($0).name }
        case .materials: shown(of: value).isEmpty ? nil : shown(of: value).map { title(of: $0, withdrawn) }
        default: nil
        }
    }

    /// Positions of the materials that a value names, each once; names of which there is none are left out.
    package func materials(namedBy value: FieldValue?) -> [MaterialIndex] {
        guard case .materials(let names)? = value else { return [] }
        var found: [MaterialIndex] = []
        for name in names {
            if let target = directory.target(of: name), !found.contains(target) { found.append(target) }
        }
        return found
    }

    /// What readers are shown of a name.
    package enum ShownName: Sendable, Hashable {
        /// A material that they find.
        case material(MaterialIndex)
        /// One that was withdrawn, by its title or, where nobody noted it, as it is named.
        case withdrawn(title: String)
    }

    /// What readers are shown of the materials that a value names, each once; names of which there never was any are left out.
    package func shown(of value: FieldValue?) -> [ShownName] {
        guard case .materials(let names)? = value else { return [] }
        var shown: [ShownName] = []
        for name in names {
            let one: ShownName? =
                if let target = directory.target(of: name) {
                    .material(target)
                } else {
                    directory.withdrawn(name.text, kind: name.kind, from: name.root).map {
                        .withdrawn(title: $0.title ?? name.text)
                    }
                }
            if let one, !shown.contains(one) { shown.append(one) }
        }
        return shown
    }

    private func title(of name: ShownName, _ withdrawn: (String) -> String) -> String {
        switch name {
        case .material(let index): directory.listings[index].title
        case .withdrawn(let title): withdrawn(title)
        }
    }

    /// The same of a field of a material.
    package func materials(namedIn id: FieldID, of material: Material) -> [MaterialIndex] {
        materials(namedBy: material[id])
    }

    /// The materials that one rests on: those of its fields with `basis`, each once.
    package func basis(of material: MaterialIndex) -> [MaterialIndex] {
        var result: [MaterialIndex] = []
        for field in materials[material].fields {
            guard case .materials = field.value, kind(of: materials[material]).field(field.id)?.isBasis == true
            else { continue }
            for target in materials(namedBy: field.value) where !result.contains(target) { result.append(target) }
        }
        return result
    }

    /// A vocabulary by its id.
    package func vocabulary(_ id: VocabularyID) -> Vocabulary? {
        schema.vocabulary(id).map { schema.vocabularies[$0] }
    }
}
