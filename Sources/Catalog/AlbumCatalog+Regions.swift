/// Regions, where a site has several albums.
extension AlbumCatalog {
    /// The vocabulary of regions, where it is an axis: materials have pages by region then.
    package var regionAxis: VocabularyIndex? {
        guard let position = schema.vocabulary(RegionAxis.vocabulary), schema.vocabularies[position].isAxis else {
            return nil
        }
        return position
    }

    /// All regions that a material belongs to, in the order of the vocabulary; none where these are no axis.
    package func regions(of material: Material) -> [EntryReference] {
        guard let axis = regionAxis else { return [] }
        return material.axes.filter { $0.vocabulary == axis }
    }

    /// The region that a material is about as a whole: the one that it names, else that of its root.
    package func region(of material: Material) -> EntryReference? {
        if let named = material.entries(CoreField.region).first { return named }
        guard let root = schema.root(ofPath: material.path),
            let region = schema.roots.first(where: { $0.id == root })?.region,
            let position = schema.vocabulary(RegionAxis.vocabulary),
            let entry = schema.vocabularies[position].position(of: region)
        else { return nil }
        return EntryReference(vocabulary: position, entry: entry)
    }
}
