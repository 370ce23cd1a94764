import Catalog
import Diagnostics

/// Links to a place on another page, checked now that all pages are known.
enum AnchorCheck {
    static func diagnostics(_ site: LoadedSite, _ compiled: [CompiledMaterial]) -> [Diagnostic] {
        var result: [Diagnostic] = []
        for material in compiled {
            for use in material.anchorUses where !compiled[use.target].anchors.contains(use.anchor) {
                let known = compiled[use.target].anchors
                let wanted = use.anchor
                result.append(
                    Diagnostic(
                        .brokenAnchor, [site.catalog.materials[use.target].title, wanted],
                        at: use.place,
                        candidates: NameSuggester(known.sorted()).nearest(to: wanted)))
            }
        }
        return result
    }
}
