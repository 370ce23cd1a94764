import Catalog
import Formats
import Languages
import Linking

/// What of the links hangs on the front matter of all materials and on nothing else: worked out again only when some of
/// it has changed.
///
/// Numbers are positions in the list of materials, whose paths are in the stamp that it is kept under.
struct FrontMatterFacts: Storable, Sendable {
    /// The nearest materials of each.
    let related: PerMaterial<[MaterialIndex]>
    /// Place of each material in lists: the newest first, then by title.
    let listRanks: PerMaterial<Int>

    /// O(materials × terms).
    init(_ catalog: AlbumCatalog, published: Set<MaterialIndex>, _ parallel: Parallel) {
        related = Self.related(catalog, published, parallel)
        listRanks = Self.listRanks(catalog, parallel)
    }

    /// The newest first, then by title; before the title comes a number where the kind says that it orders them.
    private static func listRanks(_ catalog: AlbumCatalog, _ parallel: Parallel) -> PerMaterial<Int> {
        let keys = parallel.map(catalog.materials, grain: 64) { _, material in
            let place = material.place(by: catalog.kind(of: material).roles.order)
            return (material.date?.sortKey, place, Collation.key(material.title))
        }
        let order = catalog.materials.indices.sorted { left, right in
            let (first, second) = (keys[left], keys[right])
            if first.0 != second.0 {
                guard let firstDate = first.0 else { return false }
                guard let secondDate = second.0 else { return true }
                return firstDate > secondDate
            }
            if first.1 != second.1 { return first.1 < second.1 }
            return first.2 == second.2 ? left < right : first.2 < second.2
        }
        var ranks = PerMaterial<Int>(repeating: 0, count: order.count)
        for (rank, index) in order.enumerated() { ranks[index] = rank }
        return ranks
    }

    /// Materials near each other by axes and by the words of their titles and summaries.
    private static func related(
        _ catalog: AlbumCatalog, _ published: Set<MaterialIndex>, _ parallel: Parallel
    ) -> PerMaterial<[MaterialIndex]> {
        let words = parallel.map(catalog.materials, grain: 64) { index, material in
            published.contains(index) ? RelatedFeatures.stems(of: material) : []
        }
        let features = RelatedFeatures.of(catalog, published, stems: words)
        let related = RelatedMaterials(features)
        let batches = Parallel.batches(of: features.count, size: 512)
        let nearest = parallel.map(batches, grain: 1) { _, batch in
            related.nearest(to: MaterialIndex(batch.lowerBound)..<MaterialIndex(batch.upperBound), limit: 3)
        }
        return Indexed(nearest.flatMap(\.self))
    }

    // MARK: Bytes

    func store(in writer: inout ByteWriter) {
        writer.list(related) { $0.numbers($1.map(\.offset)) }
        writer.numbers(listRanks.elements)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        related = Indexed(
            try reader.list { reader throws(ByteReader.Damage) in try reader.numbers().map(MaterialIndex.init) })
        listRanks = Indexed(try reader.numbers())
    }
}
