import AlbumMarkdown
import Bodies
import Catalog
import Diagnostics
import Languages

/// Links to a place on another page, checked now that all pages are known.
package enum AnchorCheck {
    /// One diagnostic for each place that is not there; O(uses).
    package static func diagnostics(
        _ site: LoadedSite, _ compiled: PerMaterial<CompiledMaterial>,
        _ links: PerMaterial<BodyLinks>
    ) -> [Diagnostic] {
        var result: [Diagnostic] = []
        for links in links {
            for use in links.anchorUses where !compiled[use.target].anchors.contains(use.anchor) {
                let known = compiled[use.target].anchors
                let wanted = use.anchor
                result.append(
                    Diagnostic(
                        .brokenAnchor, [site.catalog.materials[use.target].title, wanted],
                        at: use.place,
                        candidates: candidates(for: wanted, among: known)))
            }
        }
        return result
    }

    /// The anchor of the heading that was written as it reads, else those nearest.
    private static func candidates(for wanted: String, among known: Set<String>) -> [String] {
        let slug = Transliteration.slug(wanted)
        return known.contains(slug) ? [slug] : NameSuggester(known.sorted()).nearest(to: wanted)
    }
}
