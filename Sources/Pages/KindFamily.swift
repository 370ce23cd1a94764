import Catalog
import Languages
import Theming

extension Page {
    /// The lists of kinds that extend a kind, and of those that it extends, with how many materials each has.
    ///
    /// A material stands in the list of its own kind alone, so that every number counts it once; the list of a kind leads
    /// to what is of that kind too. O(materials).
    func family(of kind: Kind) -> [LinkView] {
        let relatives = album.catalog.kinds.positioned.filter { _, other in
            other.id != kind.id && (other.extends(kind.id) || kind.extends(other.id))
        }
        guard !relatives.isEmpty else { return [] }
        let counts = Dictionary(
            uniqueKeysWithValues: album.byKind(album.published).map { ($0.kind, $0.materials.count) })
        return relatives.map { position, other in
            LinkView(
                other.title, url(to: SitePages.list(other)),
                note: NumberText.grouped(counts[position] ?? 0, wording.language))
        }
    }
}
