import Bodies
import Catalog
import Formats
import Languages
import Linking

/// The linked facts of a site: read by every page and export, changed by none.
///
/// Materials are named by their positions in the catalog, entries of vocabularies by ``EntryReference``. It knows no
/// words and no HTML of pages: what a reader sees is made of it elsewhere. Each page has it as ``read(_:)`` gives it:
/// then all that it is asked is noted.
package final class Album: Sendable {
    /// What was worked out for all pages; of a class, as every page has them.
    package final class Facts: Sendable {
        package let configuration: Configuration
        package let catalog: AlbumCatalog
        package let compiled: PerMaterial<CompiledMaterial>
        package let contents: BodyContents
        package let links: PerMaterial<BodyLinks>
        package let filler: BodyFiller
        /// Positions of the materials that are published, in the order of the catalog.
        package let published: [MaterialIndex]
        package let backlinks: Backlinks
        package let lifecycle: Lifecycle
        package let related: PerMaterial<[MaterialIndex]>
        package let coverage: Coverage?
        /// The same with regions as rows; nothing where these are no axis.
        package let regionCoverage: Coverage?
        package let binding: BindingMaterials
        package let rows: CalendarRows
        package let albums: [AlbumContents]
        package let fileSizes: [String: Int]
        /// What the search finds in files for download.
        package let fileTexts: FileTexts
        /// Place of each material in lists: the newest first, then by title.
        package let listRanks: PerMaterial<Int>
        package let showsDrafts: Bool
        /// What editions have published; empty where the site keeps no list of it.
        package let ledger: AddressLedger
        /// What was found when its pages were checked; nothing: nobody has.
        package let accessibility: AccessibilityReport?
        /// Which part of a site it is; nothing for a whole one.
        package let part: SitePart?
        /// When materials were changed; empty where pages do not tell it.
        package let changes: [MaterialIndex: ChangeHistory]

        package init(
            configuration: Configuration, catalog: AlbumCatalog, compiled: PerMaterial<CompiledMaterial>,
            contents: BodyContents, links: PerMaterial<BodyLinks>, filler: BodyFiller, published: [MaterialIndex],
            backlinks: Backlinks, lifecycle: Lifecycle, related: PerMaterial<[MaterialIndex]>, coverage: Coverage?,
            regionCoverage: Coverage? = nil, binding: BindingMaterials, rows: CalendarRows, albums: [AlbumContents],
            fileSizes: [String: Int], fileTexts: FileTexts = FileTexts(),
            listRanks: PerMaterial<Int>, showsDrafts: Bool, ledger: AddressLedger,
            accessibility: AccessibilityReport?, part: SitePart? = nil,
            changes: [MaterialIndex: ChangeHistory] = [:]
        ) {
            self.configuration = configuration
            self.catalog = catalog
            self.compiled = compiled
            self.contents = contents
            self.links = links
            self.filler = filler
            self.published = published
            self.backlinks = backlinks
            self.lifecycle = lifecycle
            self.related = related
            self.coverage = coverage
            self.regionCoverage = regionCoverage
            self.binding = binding
            self.rows = rows
            self.albums = albums
            self.fileSizes = fileSizes
            self.fileTexts = fileTexts
            self.listRanks = listRanks
            self.showsDrafts = showsDrafts
            self.ledger = ledger
            self.accessibility = accessibility
            self.part = part
            self.changes = changes
        }

        /// As ``Album/recent``; O(materials × log of the list).
        func recent() -> [MaterialIndex] {
            guard let beginning = ledger.entries.lazy.map(\.since).min() else { return [] }
            let today = configuration.edition
            let dated = published.compactMap { index -> (index: MaterialIndex, since: CalendarDate)? in
                guard let since = firstEdition(of: index), since > beginning, since <= today,
                    today.dayNumber - since.dayNumber <= Album.longestNew
                else { return nil }
                return (index, since)
            }
            return dated.sorted { ($1.since, listRanks[$0.index]) < ($0.since, listRanks[$1.index]) }.map(\.index)
        }

        /// As ``Album/firstEdition(of:)``; O(former addresses × log of the list).
        func firstEdition(of index: MaterialIndex) -> CalendarDate? {
            if ledger.entries.isEmpty { return nil }
            let material = catalog.materials[index]
            let former = material.formerAddresses.compactMap { FormerAddress($0, of: material.address)?.address }
            return ledger.identity(of: material.address, formerly: former).since ?? configuration.edition
        }
    }

    /// So many days something is new.
    fileprivate static let longestNew = 365

    let facts: Facts
    private let allRecent: [MaterialIndex]
    /// What editions have published: no page asks for it but by its plan.
    package var ledger: AddressLedger { facts.ledger }
    /// The same holds.
    package var accessibility: AccessibilityReport? { facts.accessibility }
    /// Who is concerned by which rows.
    let concerns: RowConcerns
    /// Rows of the coverage by their regions, in the order of the vocabulary.
    let regionRows: [EntryID: [EntryIndex]]
    /// Published materials of each entry of an axis, in the order of the catalog.
    let entryMaterials: [EntryReference: [MaterialIndex]]
    /// Who stands beside each published material in the list of its kind.
    private let allSiblings: [MaterialIndex: Siblings]
    private let log: ReadLog?
    /// All materials with their values, drafts too, and the schema.
    package let catalog: AlbumCatalog
    /// Who refers to each material.
    package let backlinks: Backlinks
    /// Which documents are in force.
    package let lifecycle: Lifecycle
    /// What holds for every municipality of a region without naming it.
    package let binding: BindingMaterials
    /// Shows bodies on pages.
    private let filler: BodyFiller

    /// Gathers what was worked out; nothing is worked out here but the materials of each entry, O(materials × axes), and
    /// who stands beside whom in lists, O(materials × log materials).
    package init(_ facts: Facts) {
        self.facts = facts
        concerns = RowConcerns(facts)
        regionRows = Self.rows(byRegionOf: facts)
        log = nil
        catalog = facts.catalog
        backlinks = facts.backlinks
        lifecycle = facts.lifecycle
        binding = facts.binding
        filler = facts.filler
        var entryMaterials: [EntryReference: [MaterialIndex]] = [:]
        for index in facts.published {
            for axis in facts.catalog.materials[index].axes { entryMaterials[axis, default: []].append(index) }
        }
        self.entryMaterials = entryMaterials
        allSiblings = Siblings.all(of: facts)
        allRecent = facts.recent()
    }

    private init(_ album: Album, _ log: ReadLog) {
        facts = album.facts
        concerns = album.concerns
        regionRows = album.regionRows
        entryMaterials = album.entryMaterials
        allSiblings = album.allSiblings
        allRecent = album.allRecent
        self.log = log
        catalog = facts.catalog.read(log)
        backlinks = facts.backlinks.read(log)
        lifecycle = facts.lifecycle.read(log)
        binding = facts.binding.read(log)
        filler = facts.filler.read(log, catalog)
    }

    /// The same as a page reads it.
    package func read(_ log: ReadLog) -> Album { Album(self, log) }

    func noting<Answer>(_ question: Question, _ answer: Answer) -> Answer {
        log?.note(question)
        return answer
    }

    /// What `album.yml` says.
    package var configuration: Configuration { noting(.configuration, facts.configuration) }
    /// What others need of the bodies, in the order of the catalog.
    package var compiled: ReadList<PerMaterial<CompiledMaterial>> {
        ReadList(facts.compiled, log) { .body($0) }
    }
    /// Which part of a site it is; nothing for a whole one: all its pages are made anew.
    package var part: SitePart? { facts.part }
    /// Positions of the materials that are published, in the order of the catalog.
    package var published: [MaterialIndex] { noting(.published, facts.published) }
    /// The same without the ways to them and what tells of the site.
    package var worked: [MaterialIndex] {
        published.filter { !catalog.kind(of: catalog.materials[$0]).roles.isAside }
    }
    /// The nearest materials of each.
    package var related: ReadList<PerMaterial<[MaterialIndex]>> {
        ReadList(facts.related, log) { .related($0) }
    }
    /// What there is of each municipality and direction; none where the site has no such vocabularies.
    package var coverage: Coverage? {
        noting(.axes, facts.coverage).map { coverage in log.map { coverage.read($0) } ?? coverage }
    }
    /// The same of each region and direction; none where regions are no axis.
    package var regionCoverage: Coverage? {
        noting(.axes, facts.regionCoverage).map { coverage in log.map { coverage.read($0) } ?? coverage }
    }
    /// All rows of roadmaps.
    ///
    /// Pages of entries ask for their own, `rows(of:)`.
    package var rows: CalendarRows { noting(.rows, facts.rows) }
    /// The albums with their chapters.
    package var albums: [AlbumContents] { noting(.albums, facts.albums) }
    /// Abbreviations that the body of a material uses, by position in the glossary; each once.
    package func abbreviations(of index: MaterialIndex) -> [EntryReference] {
        noting(.abbreviations(index), facts.links[index].abbreviations)
    }
    /// Paths below `content/` of pictures and attachments that the page of a material needs.
    package func files(of index: MaterialIndex) -> Set<String> { noting(.body(index), facts.links[index].files) }
    /// Paths below `content/` of files that a material names and no build publishes.
    package func refusedFiles(of index: MaterialIndex) -> Set<String> {
        noting(.body(index), facts.links[index].refusedFiles)
    }
    /// Whether no build publishes a file that a material names, by its path below `content/`.
    package func isRefused(_ path: String, in index: MaterialIndex) -> Bool {
        noting(.file(path), facts.links[index].refusedFiles.contains(path))
    }
    /// Whether what is left out is settings of a web server, by its name.
    package func steersServer(_ path: String) -> Bool { PublishedFileCheck.steersServer(path) }
    /// The size of a file below `content/`, in bytes; nothing where there is none.
    package func fileSize(_ path: String) -> Int? { noting(.file(path), facts.fileSizes[path]) }

    /// The words of a file for download below `content/`; nothing where they are not searched.
    package func fileText(_ path: String) -> String? { noting(.fileText(path), facts.fileTexts.text(path)) }

    /// The place of a material in each album that has it, in the order of the albums.
    package func places(of index: MaterialIndex) -> [AlbumPlace] {
        noting(.places(index), facts.albums.compactMap { AlbumPlace($0, of: index) })
    }

    /// Who stands before and behind a published material in the list of its kind.
    package func siblings(of index: MaterialIndex) -> Siblings {
        noting(.siblings(index), allSiblings[index] ?? Siblings(previous: nil, next: nil))
    }

    // MARK: Materials

    /// The material that the configuration names, where readers of this edition see it.
    package func material(_ named: Configuration.Named?) -> MaterialDirectory.Listing? {
        guard let named, case .one(let material) = catalog.directory.resolve(named.name),
            !catalog.directory.isHidden(material), part == nil || published.contains(material)
        else { return nil }
        return catalog.directory.listings[material]
    }

    /// The material that tells editors how to add one, if the site has it.
    package var guide: MaterialDirectory.Listing? { material(configuration.guide) }

    /// The title of a material's page: unique in the site, where two materials may be called alike.
    package func pageTitle(of index: MaterialIndex) -> String {
        let material = catalog.directory.listings[index]
        if let root = material.root {
            // Other regions may have the same.
            let regions = catalog.wholeRegions(of: catalog.materials[index]).map { catalog.schema.entry($0).name }
            return "\(material.title) (\(regions.isEmpty ? root.rawValue : regions.joined(separator: ", ")))"
        }
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

    /// Whether feeds tell of a material when it is new: doors and help are no news.
    package func isNews(_ material: MaterialIndex) -> Bool {
        !catalog.kind(of: catalog.materials[material]).roles.isAside
    }

    /// When a material was changed; nothing where it is not known, or not to be told.
    package func changes(of material: MaterialIndex) -> ChangeHistory? {
        noting(.changes(material), facts.changes[material])
    }

    /// The edition that was the first to have a material, at whatever address, as the list of addresses has it.
    ///
    /// Of one that is new that of today. Nothing for a site without such a list, which does not know.
    package func firstEdition(of material: MaterialIndex) -> CalendarDate? {
        noting(.changes(material), facts.firstEdition(of: material))
    }

    /// Materials that the site did not have from the beginning and has had for a year at most, as the list of addresses has it: the
    /// latest first, those of one edition in the order of lists.
    ///
    /// None for a site without such a list, which does not know.
    package var recent: [MaterialIndex] { noting(.recent, allRecent) }

    /// The official title, where the kind of a material has one and it is another than the title.
    package func officialTitle(of material: Material) -> String? {
        guard let field = catalog.kind(of: material).roles.citation?.title, case .text(let text)? = material[field],
            NameFolding.fold(text) != NameFolding.fold(material.title)
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
    package func content(of index: MaterialIndex) -> BodyContent { noting(.content(index), facts.contents[index]) }

    /// The body of a material on a page.
    package func body(of index: MaterialIndex, at place: BodyPlace) -> ShownBody {
        ShownBody(index, compiled[index], at: place, refused: facts.links[index].refusedFiles, filler)
    }

    /// The numbers of a chart of a material; nothing where it has a fault, which is reported.
    package func numbers(of chart: WrittenChart, in index: MaterialIndex) -> ChartTable? {
        ChartNumbers(catalog, compiled, showsDrafts: facts.showsDrafts).table(of: chart, in: index)
    }

    /// Where links lead.
    package var resolver: ReferenceResolver { filler.resolver }

    /// The title of what was withdrawn, with what is said of it, for plain texts.
    package func marked(withdrawn title: String) -> String { filler.marked(title) }

    // MARK: Lists

    /// Published materials of an entry of an axis, in the order of the catalog.
    package func materials(of reference: EntryReference) -> [MaterialIndex] {
        noting(.materials(of: reference), entryMaterials[reference] ?? [])
    }

    func ranked(_ materials: [MaterialIndex]) -> [MaterialIndex] {
        materials.map { ($0, facts.listRanks[$0]) }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// Materials in the order in which lists show them: the newest first, then by title.
    package func listed(_ materials: [MaterialIndex]) -> [MaterialIndex] {
        log?.note(.order)
        return ranked(materials)
    }

    /// Of a set of materials, those of each kind, in the order of the kinds.
    package func byKind(_ materials: [MaterialIndex]) -> [(kind: KindIndex, materials: [MaterialIndex])] {
        var groups = Indexed<KindIndex, [MaterialIndex]>(repeating: [], count: catalog.kinds.count)
        // Who has the list knows its kinds: they are in the list's stamp.
        for material in materials { groups[facts.catalog.materials[material].kind].append(material) }
        return groups.positioned.filter { !$1.isEmpty }.map { ($0, $1) }
    }
}
