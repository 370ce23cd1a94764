/// The regions that materials belong to without naming them, where the site has `regions` as an axis.
///
/// A municipality belongs to its region, and so does a material of it; a material of a root that names neither belongs to
/// the root's.
package enum RegionAxis {
    package static let vocabulary: VocabularyID = "regions"
    /// What a region decides, among the levels at which materials bind all of theirs.
    static let level: EntryID = "regional"

    /// The axes of a material with those regions; O(axes + regions).
    ///
    static func completed(_ axes: [EntryReference], _ schema: Schema) -> [EntryReference] {
        guard let position = schema.vocabulary(vocabulary), case let regions = schema.vocabularies[position],
            regions.isAxis
        else { return axes }
        var found = axes
        func add(_ id: EntryID?) {
            guard let entry = id.flatMap({ regions.position(of: $0) }) else { return }
            let region = EntryReference(vocabulary: position, entry: entry)
            if !found.contains(region) { found.append(region) }
        }
        for axis in axes { add(schema.entry(axis).region) }
        if !found.contains(where: { $0.vocabulary == position }) { add(schema.root?.region) }
        return found.sorted()
    }
}

extension Material {
    /// Whether it is of a level at which materials of its kind hold for all of a region (``Kind/bindingLevels``), unless
    /// they name whom they concern.
    package func holdsForItsRegion(_ schema: Schema) -> Bool {
        let levels = schema.kinds[kind].bindingLevels
        return !levels.isEmpty && entries(CoreField.level).contains { levels.contains(schema.entry($0).id) }
    }
}
