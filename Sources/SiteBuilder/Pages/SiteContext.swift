import Bodies
import Catalog
import Diagnostics
import Languages
import Linking
import Theming

/// Everything that page constructors read; nothing that they may change.
struct SiteContext: Sendable {
    let configuration: Configuration
    let catalog: AlbumCatalog
    let compiled: [CompiledMaterial]
    /// Positions of the materials that are published, in the order of the catalog.
    let published: [Int]
    let backlinks: Backlinks
    let lifecycle: Lifecycle
    /// The nearest materials of each.
    let related: [[Int]]
    let coverage: Coverage?
    /// What holds for every municipality of a region without naming it.
    let binding: BindingMaterials
    let rows: RoadmapRows
    let albums: [AlbumContents]
    let theme: Theme
    /// Sizes of files below `content/`.
    let fileSizes: [String: Int]
    /// Published materials of each entry of an axis, in the order of the catalog.
    let entryMaterials: [EntryReference: [Int]]
    /// Place of each heading under which others refer, in the order of the schema.
    let headingRanks: [String: Int]
    /// Place of each material in lists: the newest first, then by title.
    let listRanks: [Int]
    /// Cards of all materials, rendered once for each depth of address that occurs.
    var cards: [Int: [Fragment<CardView>]] = [:]
    /// Errors of materials whose pages are published in spite of them, in the order of their places.
    var faults: [Int: [Diagnostic]] = [:]

    var strings: Strings { theme.strings }
    var language: Language { strings.language }

    // MARK: Words

    func word(_ word: Word) -> String { strings.text(word) }

    /// «12 практик».
    func counted(_ count: Int, _ kind: Kind) -> String { counted(count, kind.name) }

    /// A date or a term as a reader sees it.
    func text(_ period: Period) -> String {
        let dates = DateText(language)
        // «с 1 сентября» is more than a day, «в течение 2023 года» other than a year, «12 октября 2024 (суббота)» says
        // more than its day: such stand as written.
        guard let start = period.start, period.end != nil, !period.isWithin, !period.saysMore else {
            return period.typographicText
        }
        switch period.precision {
        case .day: return dates.day(start.year, start.month, start.day)
        case .month: return dates.month(start.year, start.month)
        case .year: return dates.year(start.year)
        default: return period.typographicText
        }
    }

    /// For `<time datetime>`; nothing where the expression has no such form.
    func machineText(_ period: Period) -> String? {
        guard let start = period.start else { return nil }
        switch period.precision {
        case .day: return start.description
        case .month: return String(start.description.prefix(7))
        case .year: return String(start.description.prefix(4))
        default: return nil
        }
    }

    // MARK: Links

    /// A link from a page to a material; one to a document that is no longer in force says so.
    func link(to material: Int, from page: String, note: String? = nil) -> LinkView {
        let target = catalog.materials[material]
        let repealed = lifecycle.isRepealed(material) ? lifecycle.wording(of: material) : nil
        return LinkView(target.title, RelativeAddress.make(from: page, to: target.address), note: note ?? repealed)
    }

    /// The page of an entry of an axis; nothing for another vocabulary.
    func address(of reference: EntryReference) -> String? {
        let vocabulary = catalog.vocabularies[reference.vocabulary]
        return vocabulary.isAxis ? SitePages.entry(vocabulary, vocabulary.entries[reference.entry]) : nil
    }

    /// An entry as a link, or as text where it has no page.
    func link(to reference: EntryReference, from page: String) -> LinkView {
        let entry = catalog.schema.entry(reference)
        return LinkView(entry.name, address(of: reference).map { RelativeAddress.make(from: page, to: $0) })
    }

    /// A direction in its colour.
    ///
    /// `page` none: without a link, for cards.
    func chip(_ reference: EntryReference, from page: String?) -> ChipView {
        let entry = catalog.schema.entry(reference)
        let url = page.flatMap { page in address(of: reference).map { RelativeAddress.make(from: page, to: $0) } }
        return ChipView(
            entry.name, url, hue: Hues.hue(of: reference, catalog, configuration),
            letter: Hues.letter(of: reference, catalog))
    }

    /// The directions of a material: the entries of the coverage's columns.
    func directions(of material: Material) -> [EntryReference] {
        guard let column = coverage?.columnVocabulary else { return [] }
        return material.axes.filter { $0.vocabulary == column }
    }

    /// The municipalities of a material: the entries of the coverage's rows.
    func municipalities(of material: Material) -> [EntryReference] {
        guard let row = coverage?.rowVocabulary else { return [] }
        return material.axes.filter { $0.vocabulary == row }
    }

    /// The word for a kind, leading to its list unless `page` is none.
    func kindView(_ material: Material, from page: String?) -> KindView {
        let kind = catalog.kind(of: material)
        return KindView(
            id: kind.id.rawValue, word: kind.name.one,
            url: page.map { RelativeAddress.make(from: $0, to: SitePages.list(kind)) })
    }

    /// The official title, where the kind of a material has one.
    func officialTitle(of material: Material) -> String? {
        guard let field = catalog.kind(of: material).roles.citation?.title, case .text(let text)? = material[field]
        else { return nil }
        return text
    }

    /// How far a material was discussed and examined, where its kind tells.
    func review(of material: Material) -> String? {
        guard let roles = catalog.kind(of: material).roles.review, case .choice(_, let label)? = material[roles.state]
        else { return nil }
        return label
    }

    /// What its kind wants said on the card, in the short form where there is one: «только описание».
    ///
    /// None where the kind names no such field, or the material does not fill it.
    func note(of material: Material) -> String? {
        guard let field = catalog.kind(of: material).roles.card?.note else { return nil }
        if case .choice(_, let label)? = material[field] { return label }
        return material.entries(field).first.map { entry in
            let entry = catalog.schema.entry(entry)
            return entry.short ?? entry.name
        }
    }

    /// The level in words, said to be one: it stands beside the kind and is no adjective of it.
    func level(of material: Material) -> String? {
        material.entries("level").first.map { strings.text(Word.levelNamed, catalog.schema.entry($0).name) }
    }

    /// The page that tells editors how to add a material, if the site has one.
    func help(from page: String) -> LinkView? {
        guide.map { LinkView(word(.howToAdd), RelativeAddress.make(from: page, to: $0.address)) }
    }

    /// The material that tells editors how to add one, if the site has it.
    var guide: Material? { material(configuration.guide) }

    /// The published material that the configuration names.
    func material(_ named: Configuration.Named?) -> Material? {
        guard let named, case .one(let material) = catalog.directory.resolve(named.name) else { return nil }
        return catalog.materials[material]
    }

    /// The title of a material's page: unique in the site, where two materials may be called alike.
    func pageTitle(of index: Int) -> String {
        let material = catalog.materials[index]
        if case .several = catalog.directory.resolve(material.title) { return "\(material.title) (\(material.id))" }
        return material.title
    }

    /// A name as a heading: its first letter large.
    func heading(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

    /// Compiled HTML whose tables show hyphens where their columns are narrow; languages but Russian have those of the
    /// browsers.
    func hyphenatedTables(_ html: String) -> String { language == .ru ? SoftHyphens.inTables(html) : html }

    /// The same for the text of one cell.
    func hyphenated(_ html: String) -> String { language == .ru ? SoftHyphens.inText(html) : html }

    // MARK: Fragments

    /// The card of a material as it looks `depth` folders below the root.
    func cardView(_ index: Int, depth: Int) -> CardView {
        let material = catalog.materials[index]
        let root = String(repeating: "../", count: depth)
        let directions = directions(of: material)
        return CardView(
            title: material.title, url: root + material.address, kind: kindView(material, from: nil),
            level: level(of: material), summary: material.summary.isEmpty ? nil : material.summary,
            chips: directions.count > Self.longestOnCard ? [] : directions.map { chip($0, from: nil) },
            municipalities: countedIfMany(directions, showsFew: false) + places(of: material),
            date: material.date.map { text($0) }, machineDate: material.date.flatMap { machineText($0) },
            state: lifecycle.isRepealed(index) ? lifecycle.wording(of: index) : review(of: material),
            note: note(of: material))
    }

    /// More directions or municipalities than this are counted on cards and rows, not named.
    private static let longestOnCard = Coverage.mostAuthors

    /// The names of a few entries, or «36 муниципалитетов».
    private func countedIfMany(_ entries: [EntryReference], showsFew: Bool) -> [String] {
        guard entries.count > Self.longestOnCard, let first = entries.first else {
            return showsFew ? entries.map { catalog.schema.entry($0).name } : []
        }
        return [counted(entries.count, catalog.vocabularies[first.vocabulary].label)]
    }

    /// Whose a material is: «Ашинский МР»; who only takes part stands behind a word: «участие: 36 муниципалитетов».
    private func places(of material: Material) -> [String] {
        let entries = municipalities(of: material)
        let names = countedIfMany(entries, showsFew: true)
        guard Coverage.part(of: catalog.kind(of: material), rows: entries.count) == .takingPart else { return names }
        return [strings.text(Word.takesPart, names.joined(separator: ", "))]
    }

    /// The rendered card of a material for a page.
    func card(_ index: Int, on page: String) -> Fragment<CardView> {
        let depth = Self.depth(of: page)
        return cards[depth]?[index] ?? theme.fragment(cardView(index, depth: depth))
    }

    /// The term of a row that stands apart from its table: a year that its table leaves open is said to be.
    private func rowTerm(_ period: Period) -> String {
        period.possibleTerms.isEmpty ? text(period) : strings.text(Word.timelineUnknownYear, text(period))
    }

    /// A roadmap row for a page.
    func row(_ row: RoadmapRow, on page: String, marks: RowMarksView? = nil) -> Fragment<RowView> {
        let material = catalog.materials[row.material]
        let address = RelativeAddress.make(from: page, to: material.address)
        let directions = row.facets.axes.filter { $0.vocabulary == coverage?.columnVocabulary }
        return theme.fragment(
            RowView(
                name: RawHTML(escaping: row.name), url: "\(address)#\(row.anchor)",
                term: row.period.map { rowTerm($0) } ?? word(.rowWithoutTerm),
                machineDate: row.period.flatMap { machineText($0) }, isOpen: row.period?.isOpen ?? false,
                change: changeText(row.facets.change), participants: row.facets.participants,
                executors: row.facets.executors, coExecutors: row.facets.coExecutors,
                result: row.result.map {
                    RawHTML(HTMLRebase(page: material.address, target: page).moved($0))
                },
                chips: directions.count > Self.longestOnCard ? [] : directions.map { chip($0, from: page) },
                marks: marks, roadmap: LinkView(material.title, address)))
    }

    /// «и ещё 3» behind a list that names only some; nothing where it names all.
    func more(_ count: Int, _ url: String) -> LinkView? {
        count > 0 ? LinkView(strings.text(Word.andMore, NumberText.grouped(count, language)), url) : nil
    }

    /// How many folders a page lies below the root.
    static func depth(of page: String) -> Int { page.utf8.reduce(into: 0) { if $1 == UInt8(ascii: "/") { $0 += 1 } } }
}

/// Colours and letters of directions.
enum Hues {
    /// 1…9 by the order of the vocabulary; 0 for entries of another one and from the tenth on.
    static func hue(of reference: EntryReference, _ catalog: AlbumCatalog, _ configuration: Configuration) -> Int {
        let isDirection = catalog.vocabularies[reference.vocabulary].id == configuration.coverageColumns
        return isDirection && reference.entry < 9 ? reference.entry + 1 : 0
    }

    /// The first letter of the name, or two where another entry begins alike.
    static func letter(of reference: EntryReference, _ catalog: AlbumCatalog) -> String {
        let vocabulary = catalog.vocabularies[reference.vocabulary]
        let entry = vocabulary.entries[reference.entry]
        if let number = entry.number { return String(number) }
        let name = entry.short ?? entry.name
        let first = name.prefix(1)
        let alike = vocabulary.entries.reduce(into: 0) { if ($1.short ?? $1.name).hasPrefix(first) { $0 += 1 } }
        return String(name.prefix(alike > 1 ? 2 : 1))
    }
}
