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

    /// The regions that a material is about as a whole: those that it names, else that of its root; none of one that
    /// concerns all of them.
    package func wholeRegions(of material: Material) -> [EntryReference] {
        let named = material.entries(CoreField.region)
        guard named.isEmpty else { return named }
        guard let root = schema.root(ofPath: material.path),
            let region = schema.roots.first(where: { $0.id == root })?.region,
            let position = schema.vocabulary(RegionAxis.vocabulary),
            let entry = schema.vocabularies[position].position(of: region)
        else { return [] }
        return [EntryReference(vocabulary: position, entry: entry)]
    }

    /// The ids of those regions.
    package func wholeRegionIDs(of material: Material) -> [EntryID] {
        wholeRegions(of: material).map { schema.entry($0).id }
    }
}
