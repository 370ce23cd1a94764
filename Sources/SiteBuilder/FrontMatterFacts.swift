import Bodies
import Catalog
import Formats
import Languages
import Linking

/// What of the links hangs on the front matter of all materials and on nothing else: worked out again only when some of
/// it has changed.
///
/// Numbers are positions in the list of materials, whose paths are in the stamp.
struct FrontMatterFacts: Storable, Sendable {
    /// Of the front matter of all materials, and of which are published.
    private let stamp: UInt64
    /// The nearest materials of each.
    let related: PerMaterial<[MaterialIndex]>
    /// Place of each material in lists: the newest first, then by title.
    let listRanks: PerMaterial<Int>

    /// Those of the build before where they hold, else new ones.
    static func of(_ site: LoadedSite, published: [MaterialIndex], _ request: BuildRequest) -> FrontMatterFacts {
        let stamp = stamp(of: site, published)
        if let kept = request.shelf?.frontMatterFacts ?? kept(request), kept.stamp == stamp,
            kept.related.count == site.catalog.materials.count, kept.listRanks.count == kept.related.count
        {
            return kept
        }
        let facts = FrontMatterFacts(
            stamp: stamp, related: related(site.catalog, Set(published), request.parallel),
            listRanks: listRanks(site.catalog, request.parallel))
        request.shelf?.frontMatterFacts = facts
        request.store?.set(name(request), facts.stored, in: .traces)
        return facts
    }

    private static func name(_ request: BuildRequest) -> String { "front-matter-" + request.traceName }

    private static func kept(_ request: BuildRequest) -> FrontMatterFacts? {
        request.store?.value(name(request), in: .traces).flatMap { try? FrontMatterFacts(stored: $0) }
    }

    private static func stamp(of site: LoadedSite, _ published: [MaterialIndex]) -> UInt64 {
        var hash = StableHash()
        for (material, stamps) in zip(site.catalog.materials, site.unitStamps) {
            hash.add(material.path)
            hash.add(stamps.material)
        }
        for index in published { hash.add(UInt64(index.offset)) }
        return hash.stamp
    }

    /// The newest first, then by title.
    private static func listRanks(_ catalog: AlbumCatalog, _ parallel: Parallel) -> PerMaterial<Int> {
        let keys = parallel.map(catalog.materials, grain: 64) { _, material in
            (material.date?.sortKey, Collation.key(material.title))
        }
        let order = catalog.materials.indices.sorted { left, right in
            let (first, second) = (keys[left], keys[right])
            if first.0 != second.0 {
                guard let firstDate = first.0 else { return false }
                guard let secondDate = second.0 else { return true }
                return firstDate > secondDate
            }
            return first.1 == second.1 ? left < right : first.1 < second.1
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
            related.nearest(to: MaterialIndex(batch.lowerBound)..<MaterialIndex(batch.upperBound), limit: 4)
        }
        return Indexed(nearest.flatMap(\.self))
    }

    // MARK: Bytes

    private init(stamp: UInt64, related: PerMaterial<[MaterialIndex]>, listRanks: PerMaterial<Int>) {
        self.stamp = stamp
        self.related = related
        self.listRanks = listRanks
    }

    func store(in writer: inout ByteWriter) {
        writer.word(stamp)
        writer.list(related) { $0.numbers($1.map(\.offset)) }
        writer.numbers(listRanks.elements)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        stamp = try reader.word()
        related = Indexed(
            try reader.list { reader throws(ByteReader.Damage) in try reader.numbers().map(MaterialIndex.init) })
        listRanks = Indexed(try reader.numbers())
    }
}
