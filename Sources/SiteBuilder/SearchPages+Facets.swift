import AlbumModel
import Catalog
import Linking
import Pages
import Search

/// By what the results of the search can be filtered.
extension SearchPages {
    /// A facet: how many values it has stands in the configuration, which of them a material has is found here.
    struct Facet: Sendable {
        let configuration: SearchConfiguration.Facet
        let values: @Sendable (Material) -> [Int]
        /// The values of pages that are no materials: only what they are is counted, so that the number of a direction
        /// is that of its materials, here as on every page.
        var ofSite: [Int] = []
        /// The values of the page of an entry; nothing: those of ``ofSite``.
        var ofEntry: (@Sendable (EntryReference, Page) -> [Int])?
    }

    static func facets(_ home: Page) -> [Facet] {
        var facets: [Facet] = []
        if let coverage = home.album.coverage {
            facets.append(axis(coverage.columnVocabulary, home))
            facets.append(axis(coverage.rowVocabulary, home))
        }
        if let regions = home.album.catalog.regionAxis, regions != home.album.coverage?.rowVocabulary {
            facets.append(self.regions(regions, home))
        }
        facets.append(kinds(home))
        if let levels = home.album.catalog.schema.vocabulary("levels") { facets.append(level(levels, home)) }
        facets.append(years(home))
        return facets
    }

    /// - Parameter aliases: further names of an entry by which its value is asked for.
    private static func axis(
        _ vocabulary: VocabularyIndex, _ home: Page, aliases: (VocabularyEntry) -> [String] = { _ in [] }
    ) -> Facet {
        let axis = home.album.catalog.vocabularies[vocabulary]
        return Facet(
            configuration: .init(
                id: axis.id.rawValue, label: axis.title,
                values: axis.entries.indices.map { position in
                    let entry = axis.entries[position]
                    // Kept commands and addresses name entries by the ids of then.
                    let former = axis.formerIDs(of: position).compactMap(\.id?.rawValue)
                    var value = value(entry, entry.distinctName, aliases: aliases(entry) + former)
                    value.spoken = axis.spokenNames(of: position)
                    return value
                }),
            values: { material in material.axes.filter { $0.vocabulary == vocabulary }.map(\.entry.offset) })
    }

    /// Of a region are its own page and those of its places too: who looks in one region finds what is called as in others.
    private static func regions(_ axis: VocabularyIndex, _ home: Page) -> Facet {
        let vocabulary = home.album.catalog.vocabularies[axis]
        // The region's own names go first: a root of the same id may be of another region.
        let roots = home.album.catalog.schema.roots.filter { vocabulary.resolve($0.id.rawValue) == .none }
        var facet = self.axis(axis, home) { region in
            let own = home.album.catalog.schema.roots.filter { $0.region == region.id }.flatMap(\.was).map(\.rawValue)
            return roots.filter { $0.region == region.id }.map(\.id.rawValue) + own
        }
        facet.ofEntry = { reference, home in
            if reference.vocabulary == axis { return [reference.entry.offset] }
            let region = home.album.region(of: home.album.catalog.schema.entry(reference))
            return region.map { [$0.entry.offset] } ?? []
        }
        return facet
    }

    private static func value(
        _ entry: VocabularyEntry, _ label: String? = nil, aliases: [String] = []
    ) -> SearchConfiguration.Facet.Value {
        let label = label ?? entry.name
        let names =
            [label == entry.name ? nil : entry.name, entry.short, entry.full].compactMap(\.self) + entry.aliases
            + aliases
        return .init(id: entry.id.rawValue, label: label, aliases: names)
    }

    private static func kinds(_ home: Page) -> Facet {
        let kinds = home.album.catalog.kinds
        return Facet(
            configuration: .init(
                id: "kind", label: home.wording.word(.byKind),
                values: kinds.map { .init(id: $0.id.rawValue, label: $0.title, aliases: [$0.name.one, $0.folder]) }
                    + [.init(id: "site", label: home.wording.word(.searchSitePages))]),
            values: { [$0.kind.offset] }, ofSite: [kinds.count])
    }

    private static func level(_ vocabulary: VocabularyIndex, _ home: Page) -> Facet {
        let levels = home.album.catalog.vocabularies[vocabulary]
        return Facet(
            configuration: .init(
                id: "level", label: levels.title,
                values: levels.entries.map { value($0) }),
            values: { material in material.entries(CoreField.level).map(\.entry.offset) })
    }

    /// Years that occur, the latest first.
    private static func years(_ home: Page) -> Facet {
        let years = Set(
            home.album.published.compactMap { MaterialFacets.years(of: home.album.catalog.materials[$0]) }.joined()
        ).sorted(by: >)
        let positions = Dictionary(uniqueKeysWithValues: years.enumerated().map { ($1, $0) })
        return Facet(
            configuration: .init(
                id: "year", label: home.wording.word(.byYear),
                values: years.map { year in
                    .init(
                        id: String(year), label: String(year),
                        spoken: ["год", "г"].map { "\(year) \($0)" } + [String(year)])
                }
            ),
            values: { material in MaterialFacets.years(of: material)?.compactMap { positions[$0] } ?? [] })
    }
}
