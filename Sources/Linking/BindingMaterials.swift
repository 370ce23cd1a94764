import Catalog

/// Materials that hold for all municipalities of their region without naming any: orders of a ministry, federal laws.
///
/// A kind says at which levels its materials do (``Kind/bindingLevels``). One of a working group is the group's and
/// binds nobody else; one that is no longer or not yet in force binds nobody.
package struct BindingMaterials: Sendable {
    /// In the order of the catalog, with the regions that each names.
    private let materials: [(index: MaterialIndex, regions: [EntryID])]
    private var log: ReadLog?

    /// The same as a page reads it.
    package func read(_ log: ReadLog) -> BindingMaterials {
        var binding = self
        binding.log = log
        return binding
    }

    /// O(materials × fields).
    package init(_ catalog: AlbumCatalog, rows: VocabularyIndex?, published: [MaterialIndex], lifecycle: Lifecycle) {
        materials = published.filter { index in
            let material = catalog.materials[index]
            return material.holdsForItsRegion(catalog.schema)
                && !material.axes.contains { $0.vocabulary == rows } && !lifecycle.isRepealed(index)
                && !lifecycle.isPending(index)
                && !Self.isOfSome(material, catalog)
        }.map { index in
            (index, catalog.wholeRegionIDs(of: catalog.materials[index]))
        }
    }

    /// Whether a material names one in which some take part: a group, an event.
    private static func isOfSome(_ material: Material, _ catalog: AlbumCatalog) -> Bool {
        material.fields.contains { field in
            catalog.materials(namedBy: field.value).contains {
                catalog.kind(of: catalog.materials[$0]).coverage == .takingPart
            }
        }
    }

    /// Those that hold in a region: its own, and such as name none; a place of no region has the latter alone.
    package func materials(in region: EntryID?) -> [MaterialIndex] {
        log?.note(.binding(region))
        return materials.filter { $0.regions.isEmpty || region.map($0.regions.contains) ?? false }.map(\.index)
    }
}
