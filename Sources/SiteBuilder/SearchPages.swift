import AlbumModel
import Bodies
import Catalog
import Languages
import Linking
import Pages
import Search
import Theming

/// What the search is told of the site: the pages that can be found, and by what they can be filtered.
struct SearchPages {
    private(set) var home: Page
    /// All pages in the order of their ids: those aside last, then importance, then address.
    ///
    /// Where a lenient build has two materials for one address, the first has it here too.
    let pages: [Found]
    /// The address of each.
    let addresses: [SiteAddress]
    private let facets: [Facet]

    init(home: Page) {
        self.home = home
        facets = Self.facets(home)
        let ordered = Self.ordered(home)
        pages = ordered.map(\.page)
        addresses = ordered.map(\.address)
    }

    /// Facets, abbreviations, synonyms and the words of the interface.
    var configuration: SearchConfiguration {
        let catalog = home.album.catalog
        let abbreviations = (catalog.vocabulary("glossary").map { Array($0.entries) } ?? []).compactMap { entry in
            entry.expansion.map { SearchConfiguration.Abbreviation(short: entry.name, expansion: $0) }
        }
        let named = pages.enumerated().flatMap { id, page in names(of: page).map { (name: $0, id: id) } }
        let synonyms = (catalog.vocabulary("synonyms").map { Array($0.entries) } ?? []).map { [$0.name] + $0.aliases }
        return SearchConfiguration(
            facets: facets.map(\.configuration), abbreviations: abbreviations,
            synonyms: synonyms + PlaceNames.sets(home.album.coverage.map { catalog.vocabularies[$0.rowVocabulary] }),
            strings: strings, names: named, firstAside: pages.firstIndex(where: Self.isAside))
    }

    /// Words that the search shows on any page; those of its own page stand there.
    private var strings: [String: String] {
        [
            "whole": home.wording.word(.searchWhole), "remaining": home.wording.word(.searchRemaining),
            "remainingOne": home.wording.word(.searchRemainingOne), "replaced": home.wording.word(.searchReplaced),
            "found": home.wording.word(.searchFound),
            "nothing": home.wording.word(.searchNothing),
            "everything": home.wording.word(.searchEverything), "marks": home.wording.word(.searchMarks),
            "previous": home.wording.word(.searchPrevious), "next": home.wording.word(.searchNext),
            "unmark": home.wording.word(.searchUnmark),
            "inFile": home.wording.word(.searchInFile), "similar": home.wording.word(.searchSimilar),
            "absent": home.wording.word(.searchAbsent),
        ]
    }

    /// One page that can be found.
    enum Found: Sendable {
        case material(MaterialIndex)
        case entry(EntryReference, SiteAddress)
        case site(SiteListings.Listing)
        case handbook(HandbookPages.Part)
    }

    /// What a page is of: one of another subject at the same address is another one.
    func subject(of page: Found) -> String {
        switch page {
        case .material(let index): "material " + home.album.catalog.materials[index].path
        case .entry(let reference, _): "entry " + home.album.catalog.schema.entryName(of: reference)
        case .site: "site"
        case .handbook: "handbook"
        }
    }

    /// What is made for editors stands behind what everybody reads; their guide is a material like any other.
    private static func isAside(_ page: Found) -> Bool {
        switch page {
        case .handbook: true
        case .material, .entry, .site: false
        }
    }

    private func names(of page: Found) -> [String] {
        if case .site(let listing) = page { [listing.title] + listing.names } else { [] }
    }

    private static func ordered(_ home: Page) -> [(page: Found, address: SiteAddress)] {
        var pages = home.album.published.map { Found.material($0) }
        for (vocabulary, axis) in home.album.catalog.vocabularies.positioned where axis.isAxis {
            pages += axis.shown.map { position in
                let reference = EntryReference(vocabulary: vocabulary, entry: position)
                return .entry(reference, SitePages.entry(axis, axis.entries[position]))
            }
        }
        pages += SiteListings(page: home).all().map { .site($0) }
        pages += home.handbookParts.map { .handbook($0) }
        var taken: Set<SiteAddress> = []
        return pages.map { ($0, key($0, home)) }.filter { taken.insert($0.1.address).inserted }
            .sorted { left, right in
                let aside = (isAside(left.0), isAside(right.0))
                guard aside.0 == aside.1 else { return aside.1 }
                return SearchDocument.precedes(
                    (left.1.importance, left.1.address.text), (right.1.importance, right.1.address.text))
            }
            .map { ($0, $1.address) }
    }

    private static func key(_ page: Found, _ home: Page) -> (importance: Int, address: SiteAddress) {
        switch page {
        case .material(let index):
            let material = home.album.catalog.materials[index]
            return (home.album.catalog.kind(of: material).importance, material.address)
        case .entry(_, let address): return (6, address)
        case .site(let listing): return (7, listing.address)
        case .handbook(let page): return (0, HandbookPages.address(page))
        }
    }

    /// A page as the index sees it; what was asked for it is noted.
    func document(_ page: Found, _ log: ReadLog) -> SearchDocument {
        var reading = self
        reading.home = home.read(log)
        return reading.document(page)
    }

    private func document(_ page: Found) -> SearchDocument {
        switch page {
        case .material(let index): material(index)
        case .entry(let reference, let address): entry(reference, address)
        // Listed again, so that what it says is noted as asked.
        case .site(let listing): site(SiteListings(page: home).all().first { $0.address == listing.address } ?? listing)
        case .handbook(let page): handbook(page)
        }
    }

    private func site(_ listing: SiteListings.Listing) -> SearchDocument {
        SearchDocument(
            url: listing.address.text, title: listing.title, label: home.wording.word(.searchSitePage),
            summary: listing.summary,
            keywords: listing.names, body: SearchedText.withoutMarks(listing.text),
            facets: facets.map { $0.ofSite }, importance: 7)
    }

    private func material(_ index: MaterialIndex) -> SearchDocument {
        let material = home.album.catalog.materials[index]
        let kind = home.album.catalog.kind(of: material)
        let content = home.album.content(of: index)
        let text = home.album.body(of: index, at: BodyPlace(page: SitePages.search)).text(of: content)
        let label = ([kind.name.one] + [home.album.note(of: material)].compactMap(\.self)).joined(separator: ", ")
        return SearchDocument(
            url: material.address.text, title: material.title, label: label, summary: material.summary,
            headings: content.headings, keywords: keywords(material),
            names: [material.title] + numbers(material, kind),
            mentionedNames: SearchedText.quoted(
                [material.title, material.summary, text].joined(separator: "\n")),
            body: SearchedText.withoutMarks(([text] + facts(material) + terms(index)).joined(separator: "\n"))
                + files(index),
            facets: facets.map { $0.values(material) }, importance: kind.importance)
    }

    /// The number of a document, and its parts: «02/2807» is «2807» too.
    private func numbers(_ material: Material, _ kind: Kind) -> [String] {
        guard let field = kind.roles.citation?.number, case .text(let number)? = material[field] else { return [] }
        let parts = number.split { $0 == "/" || $0 == "-" || $0 == " " }.map(String.init)
        return [number] + parts.filter { $0.utf8.count > 1 && String($0) != number }
    }

    /// Names of its axes and the texts of its front matter: numbers, official titles.
    private func keywords(_ material: Material) -> [String] {
        var result: [String] = []
        for field in material.fields where field.id != CoreField.title && field.id != CoreField.summary {
            switch field.value {
            case .entries(let entries): result += entries.map { home.album.catalog.schema.entry($0).name }
            case .text(let text) where field.id != CoreField.id && field.id != CoreField.kind: result.append(text)
            default: break
            }
        }
        return result
    }

    /// The terms of its tables as readers see them where they are written otherwise: «15.12.2026» is shown as «15 декабря».
    private func terms(_ index: MaterialIndex) -> [String] {
        home.album.compiled[index].tables.flatMap { table in
            table.rows.flatMap { row in
                row.cells.compactMap { cell in
                    guard case .period(let period)? = cell.value, case let shown = home.wording.text(period),
                        shown != cell.text
                    else { return nil }
                    return shown
                }
            }
        }
    }

    /// What its page says beside its text and its keywords: dates in words, lists, remarks, files whose words are not searched.
    private func facts(_ material: Material) -> [String] {
        material.fields.flatMap { field -> [String] in
            switch field.value {
            case .list where field.id == CoreField.attachments:
                material.attachments.filter { (home.album.fileText($0.path) ?? "").isEmpty }.map {
                    $0.path.split(separator: "/").last.map(String.init) ?? $0.path
                }
            case .date(let date): [DateText(home.wording.language).day(date.year, date.month, date.day)]
            case .period(let period): [home.wording.text(period)]
            case .markdown(let text): [text]
            case .list(let items): items
            case .citations(let citations): citations.map(\.locator)
            default: []
            }
        }
    }

    /// The words of files that its page offers, each behind the file's name.
    private func files(_ index: MaterialIndex) -> String {
        home.album.files(of: index).filter(AttachedTexts.mayHaveWords).sorted().map { path in
            guard let text = home.album.fileText(path), !text.isEmpty else { return "" }
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return SearchDocument.file(named: name, SearchedText.withoutMarks(text))
        }.joined()
    }

    private func entry(_ reference: EntryReference, _ address: SiteAddress) -> SearchDocument {
        let vocabulary = home.album.catalog.vocabularies[reference.vocabulary]
        let entry = vocabulary.entries[reference.entry]
        return SearchDocument(
            url: address.text, title: entry.distinctName, label: vocabulary.label.one,
            summary: entry.description ?? "", headings: [crossTitle(reference)].compactMap(\.self),
            keywords: [entry.full, entry.code].compactMap(\.self) + entry.aliases
                + vocabulary.history(of: reference.entry).names.map(\.text),
            facets: facets.map { $0.ofEntry?(reference, home) ?? $0.ofSite }, importance: 6)
    }

    /// The heading of its page above the entries of the other axis: the direction «Здоровье» lists municipalities.
    private func crossTitle(_ reference: EntryReference) -> String? {
        guard let coverage = home.album.coverage else { return nil }
        let pairs = [
            coverage.rowVocabulary: coverage.columnVocabulary, coverage.columnVocabulary: coverage.rowVocabulary,
        ]
        return pairs[reference.vocabulary].map { home.album.catalog.vocabularies[$0].title }
    }

    private func handbook(_ page: HandbookPages.Part) -> SearchDocument {
        let pages = HandbookPages(page: home)
        // The sample of a message has words that are wrong on purpose.
        let chapters = pages.chapters(page).filter { $0.id != HandbookDiagnostics.sampleChapter }
        return SearchDocument(
            url: HandbookPages.address(page).text, title: pages.title(page),
            label: home.wording.word(.handbook).lowercased(),
            summary: pages.lead(page), headings: chapters.map(\.title),
            body: SearchedText.withoutMarks(chapters.map(\.text).joined(separator: "\n")),
            facets: facets.map { $0.ofSite }, importance: 0)
    }
}
