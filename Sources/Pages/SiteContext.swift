import AlbumModel
import Bodies
import Catalog
import Diagnostics
import Languages
import Linking
import Theming

/// Everything that page constructors read; nothing that they may change.
package struct SiteContext: Sendable {
    /// The linked facts of the site.
    package let album: Album
    /// Templates, strings and assets.
    package let theme: Theme
    /// Place of each heading under which others refer, in the order of the schema.
    package let headingRanks: [String: Int]
    /// Cards of all materials, rendered once for each depth of address that occurs.
    package var cards: [Int: [Fragment<CardView>]] = [:]
    /// Errors of materials whose pages are published in spite of them, in the order of their places.
    package var faults: [Int: [Diagnostic]] = [:]

    package init(album: Album, theme: Theme, headingRanks: [String: Int], cards: [Int: [Fragment<CardView>]] = [:], faults: [Int: [Diagnostic]] = [:]) {
        self.album = album
        self.theme = theme
        self.headingRanks = headingRanks
        self.cards = cards
        self.faults = faults
    }

    /// Texts that the program puts on pages.
    package var strings: Strings { theme.strings }
    /// Of those texts.
    package var language: Language { strings.language }

    // MARK: Words

    /// One of those texts.
    package func word(_ word: Word) -> String { strings.text(word) }

    /// «12 практик».
    package func counted(_ count: Int, _ kind: Kind) -> String { counted(count, kind.name) }

    /// A date or a term as a reader sees it.
    package func text(_ period: Period) -> String {
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
    package func link(to material: Int, from page: String, note: String? = nil) -> LinkView {
        let target = album.catalog.materials[material]
        let repealed = album.lifecycle.isRepealed(material) ? album.lifecycle.wording(of: material) : nil
        return LinkView(target.title, RelativeAddress.make(from: page, to: target.address), note: note ?? repealed)
    }

    /// An entry as a link, or as text where it has no page.
    package func link(to reference: EntryReference, from page: String) -> LinkView {
        let entry = album.catalog.schema.entry(reference)
        return LinkView(entry.name, album.address(of: reference).map { RelativeAddress.make(from: page, to: $0) })
    }

    /// A direction in its colour.
    ///
    /// `page` none: without a link, for cards.
    func chip(_ reference: EntryReference, from page: String?) -> ChipView {
        let entry = album.catalog.schema.entry(reference)
        let url = page.flatMap { page in album.address(of: reference).map { RelativeAddress.make(from: page, to: $0) } }
        return ChipView(
            entry.name, url, hue: Hues.hue(of: reference, album.catalog, album.configuration),
            letter: Hues.letter(of: reference, album.catalog))
    }

    /// The word for a kind, leading to its list unless `page` is none.
    func kindView(_ material: Material, from page: String?) -> KindView {
        let kind = album.catalog.kind(of: material)
        return KindView(
            id: kind.id.rawValue, word: kind.name.one,
            url: page.map { RelativeAddress.make(from: $0, to: SitePages.list(kind)) })
    }

    /// The level in words, said to be one: it stands beside the kind and is no adjective of it.
    package func level(of material: Material) -> String? {
        material.entries("level").first.map { strings.text(Word.levelNamed, album.catalog.schema.entry($0).name) }
    }

    /// The page that tells editors how to add a material, if the site has one.
    package func help(from page: String) -> LinkView? {
        album.guide.map { LinkView(word(.howToAdd), RelativeAddress.make(from: page, to: $0.address)) }
    }

    /// A name as a heading: its first letter large.
    package func heading(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

    /// Compiled HTML whose tables show hyphens where their columns are narrow; languages but Russian have those of the
    /// browsers.
    func hyphenatedTables(_ html: String) -> String { language == .ru ? SoftHyphens.inTables(html) : html }

    /// The same for the text of one cell.
    func hyphenated(_ html: String) -> String { language == .ru ? SoftHyphens.inText(html) : html }

    // MARK: Fragments

    /// The card of a material as it looks `depth` folders below the root.
    package func cardView(_ index: Int, depth: Int) -> CardView {
        let material = album.catalog.materials[index]
        let root = String(repeating: "../", count: depth)
        let directions = album.directions(of: material)
        return CardView(
            title: material.title, url: root + material.address, kind: kindView(material, from: nil),
            level: level(of: material), summary: material.summary.isEmpty ? nil : material.summary,
            chips: directions.count > Self.longestOnCard ? [] : directions.map { chip($0, from: nil) },
            municipalities: countedIfMany(directions, showsFew: false) + places(of: material),
            date: material.date.map { text($0) }, machineDate: material.date.flatMap { machineText($0) },
            state: album.lifecycle.isRepealed(index) ? album.lifecycle.wording(of: index) : album.review(of: material),
            note: album.note(of: material))
    }

    /// More directions or municipalities than this are counted on cards and rows, not named.
    private static let longestOnCard = Coverage.mostAuthors

    /// The names of a few entries, or «36 муниципалитетов».
    private func countedIfMany(_ entries: [EntryReference], showsFew: Bool) -> [String] {
        guard entries.count > Self.longestOnCard, let first = entries.first else {
            return showsFew ? entries.map { album.catalog.schema.entry($0).name } : []
        }
        return [counted(entries.count, album.catalog.vocabularies[first.vocabulary].label)]
    }

    /// Whose a material is: «Ашинский МР»; who only takes part stands behind a word: «участие: 36 муниципалитетов».
    private func places(of material: Material) -> [String] {
        let entries = album.municipalities(of: material)
        let names = countedIfMany(entries, showsFew: true)
        guard Coverage.part(of: album.catalog.kind(of: material), rows: entries.count) == .takingPart else {
            return names
        }
        return [strings.text(Word.takesPart, names.joined(separator: ", "))]
    }

    /// The rendered card of a material for a page.
    package func card(_ index: Int, on page: String) -> Fragment<CardView> {
        let depth = Self.depth(of: page)
        return cards[depth]?[index] ?? theme.fragment(cardView(index, depth: depth))
    }

    /// The term of a row that stands apart from its table: a year that its table leaves open is said to be.
    private func rowTerm(_ period: Period) -> String {
        period.possibleTerms.isEmpty ? text(period) : strings.text(Word.timelineUnknownYear, text(period))
    }

    /// A roadmap row for a page.
    package func row(_ row: RoadmapRow, on page: String, marks: RowMarksView? = nil) -> Fragment<RowView> {
        let material = album.catalog.materials[row.material]
        let address = RelativeAddress.make(from: page, to: material.address)
        let directions = row.facets.axes.filter { $0.vocabulary == album.coverage?.columnVocabulary }
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
    package func more(_ count: Int, _ url: String) -> LinkView? {
        count > 0 ? LinkView(strings.text(Word.andMore, NumberText.grouped(count, language)), url) : nil
    }

    /// How many folders a page lies below the root.
    package static func depth(of page: String) -> Int { page.utf8.reduce(into: 0) { if $1 == UInt8(ascii: "/") { $0 += 1 } } }
}
