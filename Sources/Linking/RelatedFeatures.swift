import Catalog
import Languages

/// What of a material tells which others are near: its axes, and the words of its title and summary.
package enum RelatedFeatures {
    /// Words shorter than this say little; longer ones are compared by their beginning, which stands in for a stem.
    private static let stemLength = 7

    /// Numbers what the materials have, so that equal things have equal numbers.
    ///
    /// O(words).
    /// - Parameter stems: those of each material.
    package static func of(
        _ catalog: AlbumCatalog, _ published: Set<MaterialIndex>, stems: PerMaterial<[[UInt8]]>
    ) -> PerMaterial<RelatedMaterials.Features> {
        var entryNumbers: [EntryReference: Int] = [:]
        var termNumbers: [[UInt8]: Int] = [:]
        let features = catalog.materials.positioned.map { index, material in
            // A way into the album is near to everything and about nothing.
            guard published.contains(index), !catalog.kind(of: material).roles.isAside else {
                return RelatedMaterials.Features(entries: [], terms: [])
            }
            let entries = material.axes.map { number($0, in: &entryNumbers) }
            var terms: [Int] = []
            for stem in stems[index] {
                let term = number(stem, in: &termNumbers)
                if !terms.contains(term) { terms.append(term) }
            }
            return RelatedMaterials.Features(entries: entries, terms: terms)
        }
        return Indexed(features)
    }

    private static func number<Key: Hashable>(_ key: Key, in numbers: inout [Key: Int]) -> Int {
        if let known = numbers[key] { return known }
        numbers[key] = numbers.count
        return numbers.count - 1
    }

    /// The first seven letters of each word of at least five in a material's title and summary.
    package static func stems(of material: Material) -> [[UInt8]] {
        let bytes = Array(NameFolding.fold(material.title + " " + material.summary).utf8)
        return bytes.split { $0 < 0x80 && !(0x61...0x7A).contains($0) }.compactMap { word in
            let letters = word.reduce(into: 0) { if $1 & 0xC0 != 0x80 { $0 += 1 } }
            guard letters >= 5 else { return nil }
            var count = 0
            var end = word.startIndex
            while end < word.endIndex, count < stemLength {
                end += 1
                while end < word.endIndex, word[end] & 0xC0 == 0x80 { end += 1 }
                count += 1
            }
            return Array(word[..<end])
        }
    }
}
