import Bodies
import Catalog
import Linking

/// The linked facts of a site: read by every page and export, changed by none.
///
/// Materials are named by their positions in the catalog, entries of vocabularies by ``EntryReference``. It knows no
/// words and no HTML of pages: what a reader sees is made of it elsewhere.
package final class Album: Sendable {
    /// What `album.yml` says.
    package let configuration: Configuration
    /// All materials with their values, drafts too, and the schema.
    package let catalog: AlbumCatalog
    /// What others need of the bodies, in the order of the catalog.
    package let compiled: [CompiledMaterial]
    private let contents: BodyContents
    /// Where their links lead, in the same order.
    package let links: [BodyLinks]
    /// Shows bodies on pages.
    private let filler: BodyFiller
    private let charts: ChartNumbers
    /// Positions of the materials that are published, in the order of the catalog.
    package let published: [Int]
    /// Who refers to each material.
    package let backlinks: Backlinks
    /// Which documents are in force.
    package let lifecycle: Lifecycle
    /// The nearest materials of each.
    package let related: [[Int]]
    /// What there is of each municipality and direction; none where the site has no such vocabularies.
    package let coverage: Coverage?
    /// What holds for every municipality of a region without naming it.
    package let binding: BindingMaterials
    /// All rows of roadmaps.
    package let rows: RoadmapRows
    /// The albums with their chapters.
    package let albums: [AlbumContents]
    /// Sizes of files below `content/`, in bytes, by path.
    package let fileSizes: [String: Int]
    /// Published materials of each entry of an axis, in the order of the catalog.
    private let entryMaterials: [EntryReference: [Int]]
    /// Place of each material in lists: the newest first, then by title.
    private let listRanks: [Int]

    /// Gathers what was worked out; nothing is worked out here but the materials of each entry, O(materials × axes).
    package init(
        configuration: Configuration, catalog: AlbumCatalog, compiled: [CompiledMaterial], contents: BodyContents,
        links: [BodyLinks],
        filler: BodyFiller, charts: ChartNumbers, published: [Int], backlinks: Backlinks, lifecycle: Lifecycle,
        related: [[Int]], coverage: Coverage?, binding: BindingMaterials,
        rows: RoadmapRows, albums: [AlbumContents], fileSizes: [String: Int], listRanks: [Int]
    ) {
        self.configuration = configuration
        self.catalog = catalog
        self.compiled = compiled
        self.contents = contents
        self.links = links
        self.filler = filler
        self.charts = charts
        self.published = published
        self.backlinks = backlinks
        self.lifecycle = lifecycle
        self.related = related
        self.coverage = coverage
        self.binding = binding
        self.rows = rows
        self.albums = albums
        self.fileSizes = fileSizes
        self.listRanks = listRanks
        var entryMaterials: [EntryReference: [Int]] = [:]
        for index in published {
            for axis in catalog.materials[index].axes { entryMaterials[axis, default: []].append(index) }
        }
        self.entryMaterials = entryMaterials
    }

    // MARK: Materials

    /// The published material that the configuration names.
    package func material(_ named: Configuration.Named?) -> Material? {
        guard let named, case .one(let material) = catalog.directory.resolve(named.name) else { return nil }
        return catalog.materials[material]
    }

    /// The material that tells editors how to add one, if the site has it.
    package var guide: Material? { material(configuration.guide) }

    /// The title of a material's page: unique in the site, where two materials may be called alike.
    package func pageTitle(of index: Int) -> String {
        let material = catalog.materials[index]
        if case .several = catalog.directory.resolve(material.title) { return "\(material.title) (\(material.id))" }
        return material.title
    }

    /// The directions of a material: the entries of the coverage's columns.
    package func directions(of material: Material) -> [EntryReference] {
        guard let column = coverage?.columnVocabulary else { return [] }
        return material.axes.filter { $0.vocabulary == column }
    }

    /// The municipalities of a material: the entries of the coverage's rows.
    package func municipalities(of material: Material) -> [EntryReference] {
        guard let row = coverage?.rowVocabulary else { return [] }
        return material.axes.filter { $0.vocabulary == row }
    }

    /// The official title, where the kind of a material has one.
    package func officialTitle(of material: Material) -> String? {
        guard let field = catalog.kind(of: material).roles.citation?.title, case .text(let text)? = material[field]
        else { return nil }
        return text
    }

    /// How far a material was discussed and examined, where its kind tells.
    package func review(of material: Material) -> String? {
        guard let roles = catalog.kind(of: material).roles.review, case .choice(_, let label)? = material[roles.state]
        else { return nil }
        return label
    }

    /// What its kind wants said on the card, in the short form where there is one: «только описание».
    ///
    /// None where the kind names no such field, or the material does not fill it.
    package func note(of material: Material) -> String? {
        guard let field = catalog.kind(of: material).roles.card?.note else { return nil }
        if case .choice(_, let label)? = material[field] { return label }
        return material.entries(field).first.map { entry in
            let entry = catalog.schema.entry(entry)
            return entry.short ?? entry.name
        }
    }

    // MARK: Bodies

    /// What is shown of a body and found in it; read where it was put aside.
    package func content(of index: Int) -> BodyContent { contents[index] }

    /// The body of a material on a page.
    package func body(of index: Int, at place: BodyPlace) -> ShownBody {
        ShownBody(index, compiled[index], at: place, filler)
    }

    /// The numbers of a chart of a material; nothing where it has a fault, which is reported.
    package func numbers(of chart: WrittenChart, in index: Int) -> ChartTable? { charts.table(of: chart, in: index) }

    // MARK: Lists

    /// Published materials of an entry of an axis, in the order of the catalog.
    package func materials(of reference: EntryReference) -> [Int] { entryMaterials[reference] ?? [] }

    /// Materials in the order in which lists show them: the newest first, then by title.
    package func listed(_ materials: [Int]) -> [Int] {
        materials.map { ($0, listRanks[$0]) }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// Of a set of materials, those of each kind, in the order of the kinds.
    package func byKind(_ materials: [Int]) -> [(kind: Int, materials: [Int])] {
        var groups = [[Int]](repeating: [], count: catalog.kinds.count)
        for material in materials { groups[catalog.materials[material].kind].append(material) }
        return groups.enumerated().filter { !$0.element.isEmpty }.map { ($0.offset, $0.element) }
    }

    // MARK: Entries of axes

    /// The page of an entry of an axis; nothing for another vocabulary.
    package func address(of reference: EntryReference) -> String? {
        let vocabulary = catalog.vocabularies[reference.vocabulary]
        return vocabulary.isAxis ? SitePages.entry(vocabulary, vocabulary.entries[reference.entry]) : nil
    }

    /// The name of an entry, made unique among the titles of all axes: an RMA direction may be called as another.
    package func uniqueTitle(of reference: EntryReference) -> String {
        let vocabulary = catalog.vocabularies[reference.vocabulary]
        return "\(vocabulary.entries[reference.entry].name) — \(vocabulary.label.one)"
    }

    /// The region an entry belongs to, in words.
    package func regionName(of entry: VocabularyEntry) -> String? {
        guard let region = entry.region, let regions = catalog.vocabulary("regions"),
            let position = regions.position(of: region)
        else { return nil }
        return regions.entries[position].name
    }

    /// Whether a row concerns an entry of an axis, as the filter of the calendar has it: it names the entry, or it names
    /// no municipality and so concerns all of its region.
    package func concerns(_ row: RoadmapRow, _ reference: EntryReference) -> Bool {
        if row.facets.axes.contains(reference) { return true }
        guard reference.vocabulary == coverage?.rowVocabulary,
            !row.facets.axes.contains(where: { $0.vocabulary == reference.vocabulary })
        else { return false }
        guard let region = catalog.materials[row.material].entries("region").first else { return true }
        return catalog.schema.entry(region).id == catalog.schema.entry(reference).region
    }

    /// The address of the full list of an entry's materials of one kind.
    package func fullList(of reference: EntryReference, kind: Kind) -> String? {
        address(of: reference).map { String($0.dropLast(".html".utf8.count)) + ".\(kind.folder).html" }
    }
}
