import AlbumModel
import Bodies
import Catalog
import Linking

/// What a part of a site has.
///
/// - A direction: all that names it.
/// - A municipality: all that names it, what holds for its whole region (``BindingMaterials``), and roadmaps with rows that
///   concern it.
/// - A region: all that is of it or of one of its municipalities, and what holds for it.
/// - An album: itself and its chapters. An album that comes along with something else shows those of its chapters alone
///   that the part has.
///
/// Choices of one sort widen it, each further sort narrows it: two directions and a municipality are what that municipality has
/// of either.
///
/// With each material go the documents that it rests on or cites, and what repealed these; with all of them the page
/// about the site. Doors and help stay with the whole.
struct PartContents {
    let materials: Set<MaterialIndex>
    /// Entries of axes that have no page in it.
    let withheld: Set<EntryReference>

    /// - Parameter all: the materials of the whole site that are published, in the order of the catalog.
    init(
        _ part: SitePart, of site: LoadedSite, _ all: [MaterialIndex], _ links: PerMaterial<BodyLinks>,
        _ lifecycle: Lifecycle
    ) {
        let catalog = site.catalog
        let chooser = Chooser(site: site, all: all, lifecycle: lifecycle)
        let sorts = Dictionary(grouping: part.choices, by: \.sort).values.map { choices in
            let contents = choices.map(chooser.contents)
            return (
                materials: contents.reduce(into: Set<MaterialIndex>()) { $0.formUnion($1.materials) },
                entries: contents.reduce(into: Set<EntryReference>()) { $0.formUnion($1.entries) }
            )
        }
        var core = sorts.dropFirst().reduce(sorts.first?.materials ?? []) { $0.intersection($1.materials) }
        // A region and a municipality both say which municipalities are shown.
        let named = sorts.flatMap { Dictionary(grouping: $0.entries, by: \.vocabulary) }
        let decided = Dictionary(named.map { ($0.key, Set($0.value)) }) { $0.intersection($1) }
        let shown = Set(decided.values.flatMap(\.self)).union(
            core.flatMap { catalog.materials[$0].axes }.filter { decided[$0.vocabulary] == nil })
        let isPublished = Set(all)
        func isCited(_ index: MaterialIndex) -> Bool {
            catalog.kind(of: catalog.materials[index]).roles.citation != nil
        }
        let needed = core.flatMap { index in
            catalog.basis(of: index) + links[index].mentions.map(\.target).filter(isCited)
        }
        core.formUnion(needed.filter { isPublished.contains($0) })
        core.formUnion(core.filter(isCited).flatMap { lifecycle.repealing($0) })
        if let about = site.configuration.about, case .one(let page) = catalog.directory.resolve(about.name),
            isPublished.contains(page)
        {
            core.insert(page)
        }
        materials = core
        withheld = Set(
            catalog.vocabularies.positioned.filter { $1.isAxis }.flatMap { position, vocabulary in
                vocabulary.entries.indices.map { EntryReference(vocabulary: position, entry: $0) }
            }
        ).subtracting(shown)
    }
}

/// Finds the materials of one choice, and the entries that are its own.
private struct Chooser {
    let site: LoadedSite
    let all: [MaterialIndex]
    let lifecycle: Lifecycle

    private var catalog: AlbumCatalog { site.catalog }
    private var rows: VocabularyIndex? { catalog.schema.vocabulary(site.configuration.coverageRows) }

    /// Of vocabularies that have some of the entries no others are shown.
    func contents(of choice: SitePart.Choice) -> (materials: Set<MaterialIndex>, entries: Set<EntryReference>) {
        switch choice {
        case .album(let id):
            guard let index = catalog.directory.position(ofID: id.rawValue) else { return ([], []) }
            let albums = AlbumContents.all(catalog, site.compiled, published: Set(all))
            let chapters = albums.first { $0.album == index }?.readingOrder ?? []
            return (Set([index] + chapters), [])
        case .entry(let vocabulary, let id):
            guard let position = catalog.schema.vocabulary(vocabulary),
                let entry = catalog.vocabularies[position].position(of: id)
            else { return ([], []) }
            let reference = EntryReference(vocabulary: position, entry: entry)
            if vocabulary == RegionAxis.vocabulary { return region(reference) }
            return position == rows ? municipality(reference) : (Set(own { $0.axes.contains(reference) }), [reference])
        }
    }

    private func own(_ isWanted: (Material) -> Bool) -> [MaterialIndex] {
        all.filter { index in
            let material = catalog.materials[index]
            return isWanted(material) && !catalog.kind(of: material).roles.isAside
        }
    }

    private func region(_ region: EntryReference) -> (Set<MaterialIndex>, Set<EntryReference>) {
        let id = catalog.schema.entry(region).id
        let places = rows.map { rows in
            catalog.vocabularies[rows].entries.positioned.filter { $1.region == id }.map {
                EntryReference(vocabulary: rows, entry: $0.0)
            }
        }
        let wanted = Set([region] + (places ?? []))
        let found = own { material in
            material.axes.contains { wanted.contains($0) } || catalog.wholeRegions(of: material).contains(region)
        }
        return (Set(found).union(binding(in: id)), wanted)
    }

    private func municipality(_ place: EntryReference) -> (Set<MaterialIndex>, Set<EntryReference>) {
        let region = catalog.schema.entry(place).region
        let found = own { $0.axes.contains(place) } + binding(in: region)
        let roadmaps = all.filter { index in
            let records = CalendarRows.rows(of: index, site.compiled[index], catalog, places: rows)
            let own = catalog.wholeRegionIDs(of: catalog.materials[index])
            let isShared = own.isEmpty || region.map(own.contains) ?? false
            return records.contains { row in
                row.facets.axes.contains(place)
                    || isShared && row.facets.isCommon(to: place.vocabulary)
            }
        }
        let axis = catalog.regionAxis.flatMap { axis in
            region.flatMap { catalog.vocabularies[axis].position(of: $0) }.map {
                EntryReference(vocabulary: axis, entry: $0)
            }
        }
        return (Set(found + roadmaps), Set([place] + [axis].compactMap(\.self)))
    }

    private func binding(in region: EntryID?) -> [MaterialIndex] {
        BindingMaterials(catalog, rows: rows, published: all, lifecycle: lifecycle).materials(in: region)
            .filter { !catalog.kind(of: catalog.materials[$0]).roles.isAside }
    }
}
