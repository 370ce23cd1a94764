import AlbumModel
import Bodies
import Catalog
import Diagnostics
import Languages
import Linking
import Theming

/// What one page is made of: the facts of the album and the words, seen from the page's address.
///
/// Constructors of pages ask it and nothing else.
package struct Page: Sendable {
    /// What all pages of a site share.
    private final class Shared: Sendable {
        let theme: Theme
        let headingRanks: [String: Int]
        let cards = CardShelf()
        let faults: [MaterialIndex: [Diagnostic]]
        let books: [MaterialIndex: [MadeBook]]

        init(
            theme: Theme, headingRanks: [String: Int], faults: [MaterialIndex: [Diagnostic]] = [:],
            books: [MaterialIndex: [MadeBook]] = [:]
        ) {
            self.theme = theme
            self.headingRanks = headingRanks
            self.faults = faults
            self.books = books
        }
    }

    /// The linked facts of the site.
    package let album: Album
    /// Strings, dates, counts.
    package let wording: Wording
    /// Where the page stands, below the site's root.
    let address: SiteAddress
    private let shared: Shared

    /// What it has asked.
    private let log: ReadLog?

    /// The home page of a site.
    package init(_ album: Album, _ theme: Theme) {
        self.init(
            album, Wording(theme.strings), SitePages.home,
            Shared(theme: theme, headingRanks: MaterialLinks.headingRanks(album.catalog.schema)), nil)
    }

    private init(_ album: Album, _ wording: Wording, _ address: SiteAddress, _ shared: Shared, _ log: ReadLog?) {
        self.album = album
        self.wording = wording
        self.address = address
        self.shared = shared
        self.log = log
    }

    /// Another page of the same site.
    func at(_ address: SiteAddress) -> Page { Page(album, wording, address, shared, log) }

    /// The same page; what it asks is noted from now on.
    package func read(_ log: ReadLog) -> Page {
        log.note(.theme)
        return Page(album.read(log), wording, address, shared, log)
    }

    /// The same with the errors of materials whose pages are published in spite of them, in the order of their places.
    package func with(faults: [MaterialIndex: [Diagnostic]]) -> Page {
        Page(album, wording, address, Shared(theme: theme, headingRanks: headingRanks, faults: faults), log)
    }

    /// The same with the books that were made of its albums.
    package func with(books: [MaterialIndex: [MadeBook]]) -> Page {
        Page(
            album, wording, address,
            Shared(theme: theme, headingRanks: headingRanks, faults: shared.faults, books: books), log)
    }

    /// Templates, strings and assets.
    package var theme: Theme { shared.theme }
    /// Place of each heading under which others refer, in the order of the schema.
    var headingRanks: [String: Int] {
        log?.note(.kinds)
        return shared.headingRanks
    }
    /// Errors of a material whose page is published in spite of them.
    package func faults(of material: MaterialIndex) -> [Diagnostic] {
        log?.note(.faults(material))
        return shared.faults[material] ?? []
    }

    /// The books that were made of an album; empty where none were asked for.
    package func books(of album: MaterialIndex) -> [MadeBook] {
        log?.note(.books(album))
        return shared.books[album] ?? []
    }

    /// The way from here to a page or a file of the site.
    func url(to address: SiteAddress) -> Href { address.url(from: self.address) }

    // MARK: Links

    /// What the search finds for a query.
    func searchURL(_ query: String) -> Href { url(to: SitePages.search).asking("q=" + Self.encoded(query)) }

    /// A text as a part of an address: all but letters and digits of ASCII as `%XX`.
    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            if scalar.properties.isAlphabetic && byte < 0x80 || (0x30...0x39).contains(byte) { return String(scalar) }
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
        }.joined()
    }

    /// A link to a material; one to a document that is no longer in force says so.
    /// - Parameter namesPlace: whether its place is said where the site has several regions.
    func link(to material: MaterialIndex, note: String? = nil, namesPlace: Bool = false) -> LinkView {
        let target = album.catalog.directory.listings[material]
        let repealed = album.lifecycle.isRepealed(material) ? album.lifecycle.wording(of: material) : nil
        // Of a site of one region its front matter is not asked for.
        let isOfSeveral = namesPlace && album.regionCoverage != nil
        let place = isOfSeveral ? placeInSeveral(album.catalog.materials[material]) : nil
        let notes = [place, note ?? repealed].compactMap(\.self)
        return LinkView(
            target.title, url(to: target.address), note: notes.isEmpty ? nil : notes.joined(separator: ", "))
    }

    /// An entry as a link, or as text where it has no page.
    /// - Parameter isInRegion: whether all that is shown there is of one region, which need not be said.
    func link(to reference: EntryReference, isInRegion: Bool = false, note: String? = nil) -> LinkView {
        let entry = album.catalog.schema.entry(reference)
        return LinkView(
            isInRegion ? entry.name : entry.distinctName, album.address(of: reference).map { url(to: $0) }, note: note)
    }

    /// Number of an entry's colour, 0…12; 0 where it has none.
    func hue(of reference: EntryReference) -> Int { Hues.hue(of: reference, album.catalog, album.configuration) }

    /// The colours of an album's chapters, in their order: each that of its direction; one without has that of the album
    /// itself, if it has but one.
    func hues(of contents: AlbumContents) -> [Int] {
        let own = album.directions(of: album.catalog.materials[contents.album])
        let usual = own.count == 1 ? hue(of: own[0]) : 0
        return contents.chapters.map { chapter in chapter.direction.map { hue(of: $0) } ?? usual }
    }

    /// The cover of an album, as one of several of its page.
    func cover(of contents: AlbumContents) -> CoverView {
        // Of an address, since an id may hold any letters.
        let name = album.catalog.materials[contents.album].address.text.prefix { $0 != "." }.map {
            $0 == "/" ? "-" : $0
        }
        return CoverView(id: "cover-" + String(name), hues: hues(of: contents))
    }

    /// A direction in its colour; a card has it without a link.
    /// - Parameter isInRegion: whether its region need not be said.
    func chip(_ reference: EntryReference, isLink: Bool = true, isInRegion: Bool = false) -> ChipView {
        let entry = album.catalog.schema.entry(reference)
        let address = isLink ? album.address(of: reference) : nil
        return ChipView(
            isInRegion ? entry.name : entry.distinctName, address.map { url(to: $0) }, hue: hue(of: reference),
            letter: album.catalog.schema.letter(of: reference))
    }

    /// The word for a kind, leading to its list but on a card.
    func kindView(_ material: Material, isLink: Bool = true) -> KindView {
        let kind = album.catalog.kind(of: material)
        return KindView(
            id: kind.id.rawValue, word: kind.name.one,
            url: isLink ? url(to: SitePages.list(kind)) : nil)
    }

    /// The level in words, said to be one: it stands beside the kind and is no adjective of it.
    func level(of material: Material) -> String? {
        material.entries(CoreField.level).first.map {
            wording.strings.text(Word.levelNamed, album.catalog.schema.entry($0).name)
        }
    }

    /// The page that tells editors how to add a material, if the site has one.
    func help() -> LinkView? {
        album.guide.map { LinkView(wording.word(.howToAdd), url(to: $0.address)) }
    }

    // MARK: Templates

    /// A view as a page in UTF-8; the templates that it is made with are noted.
    func render(_ view: some TemplateView) -> [UInt8] {
        let (html, templates) = theme.render(view)
        log?.note(templates.lazy.map { .template($0) })
        return wording.typeset(html)
    }

    /// A view rendered once; its templates are noted.
    func fragment<Part: TemplateView>(_ part: Part) -> Fragment<Part> {
        let (html, templates) = theme.fragment(part)
        log?.note(templates.lazy.map { .template($0) })
        return html
    }

    // MARK: Fragments

    /// The card of a material as it looks `depth` folders below the root.
    func cardView(_ index: MaterialIndex, depth: Int) -> CardView {
        let material = album.catalog.materials[index]
        let directions = album.directions(of: material)
        return CardView(
            title: material.title, url: material.address.url(fromDepth: depth), kind: kindView(material, isLink: false),
            level: level(of: material), summary: material.summary.isEmpty ? nil : material.summary,
            chips: directions.count > Self.longestOnCard ? [] : directions.map { chip($0, isLink: false) },
            municipalities: countedIfMany(directions, showsFew: false) + places(of: material),
            date: material.date.map { wording.text($0) },
            machineDate: material.date.flatMap { wording.machineText($0) },
            state: material.isDraft
                ? wording.word(.draftMark)
                : album.lifecycle.isRepealed(index) ? album.lifecycle.wording(of: index) : album.review(of: material),
            note: album.note(of: material))
    }

    /// More directions or municipalities than this are counted on cards and rows, not named.
    static let longestOnCard = Coverage.mostAuthors

    /// The names of a few entries, or «36 муниципалитетов».
    private func countedIfMany(_ entries: [EntryReference], showsFew: Bool) -> [String] {
        guard entries.count > Self.longestOnCard, let first = entries.first else {
            return showsFew ? entries.map { album.catalog.schema.entry($0).distinctName } : []
        }
        return [wording.counted(entries.count, album.catalog.vocabularies[first.vocabulary].label)]
    }

    /// Whose a material is: «Ашинский МР»; who only takes part stands behind a word: «участие: 36 муниципалитетов».
    private func places(of material: Material) -> [String] {
        let entries = album.municipalities(of: material)
        let names = countedIfMany(entries, showsFew: true) + regions(of: material)
        guard album.coverage?.part(of: material, album.catalog) == .takingPart else {
            return names
        }
        return [wording.strings.text(Word.takesPart, names.joined(separator: ", "))]
    }

    /// The place of a material in a list that has it in no other way, where the site has several regions.
    func placeInSeveral(_ material: Material) -> String? {
        guard album.regionCoverage != nil, case let places = places(of: material), !places.isEmpty else { return nil }
        return places.joined(separator: ", ")
    }

    /// Which region a material is of, where the site has several and the names of its places do not say it.
    private func regions(of material: Material) -> [String] {
        guard let axis = album.regionCoverage?.rowVocabulary else { return [] }
        let places = album.municipalities(of: material)
        let said =
            places.count > Self.longestOnCard ? [] : places.map { album.region(of: album.catalog.schema.entry($0)) }
        return countedIfMany(material.axes.filter { $0.vocabulary == axis && !said.contains($0) }, showsFew: true)
    }

    /// The rendered card of a material; rendered once for each depth of address.
    /// - Parameters:
    ///   - isMarked: whether a filter stands above its list.
    ///   - isBook: whether its cover is drawn, if it is an album.
    func card(_ index: MaterialIndex, isMarked: Bool = false, isBook: Bool = false) -> Fragment<CardView> {
        let place = CardShelf.Place(material: index, depth: address.depth, isMarked: isMarked, isBook: isBook)
        let card = shared.cards.card(at: place) {
            let log = ReadLog()
            let page = Page(album.read(log), wording, address, shared, log)
            var view = page.cardView(index, depth: place.depth)
            if isMarked { view.marks = MaterialFacets(index, page).marks }
            if isBook { view.cover = page.album.albums.first { $0.album == index }.map { page.cover(of: $0) } }
            return CardShelf.Card(html: page.fragment(view), questions: log.questions)
        }
        log?.note(card.questions)
        return card.html
    }

    /// «и ещё 3» behind a list that names only some; nothing where it names all.
    func more(_ count: Int, _ url: Href) -> LinkView? {
        count > 0 ? LinkView(wording.strings.text(Word.andMore, NumberText.grouped(count, wording.language)), url) : nil
    }
}
