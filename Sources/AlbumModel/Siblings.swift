import Catalog

/// The materials before and behind one in the list of its kind; the first has none before it, the last none behind.
package struct Siblings: Sendable {
    package let previous: MaterialIndex?
    package let next: MaterialIndex?

    /// Of all published materials, in the order of lists; O(materials × log materials).
    static func all(of facts: Album.Facts) -> [MaterialIndex: Siblings] {
        let byKind = Dictionary(grouping: facts.published) { facts.catalog.materials[$0].kind }
        var siblings: [MaterialIndex: Siblings] = [:]
        siblings.reserveCapacity(facts.published.count)
        for (_, materials) in byKind {
            let listed = materials.sorted { facts.listRanks[$0] < facts.listRanks[$1] }
            for (place, material) in listed.enumerated() {
                siblings[material] = Siblings(
                    previous: place > 0 ? listed[place - 1] : nil,
                    next: place + 1 < listed.count ? listed[place + 1] : nil)
            }
        }
        return siblings
    }
}
