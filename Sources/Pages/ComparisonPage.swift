import Catalog
import Linking
import Theming

/// `compare.html`: two to four municipalities side by side.
///
/// A script puts the columns in, from a file for each municipality (``DataFiles/comparison(of:_:)``), so that the page
/// stays small however many there are; the page has the rows.
struct ComparisonPage {
    let page: Page
    let coverage: Coverage

    func view() -> ComparisonView {
        let rows = page.album.catalog.vocabularies[coverage.rowVocabulary]
        let columns = page.album.catalog.vocabularies[coverage.columnVocabulary]
        let title = page.wording.word(.pageComparison)
        let lead = page.wording.word(.pageComparisonLead)
        let places = rows.shown.sortedByName { rows.entries[$0].name }.compactMap {
            position -> ComparedPlaceView? in
            let reference = EntryReference(vocabulary: coverage.rowVocabulary, entry: position)
            guard let url = page.album.address(of: reference) else { return nil }
            return ComparedPlaceView(
                id: rows.entries[position].id.rawValue, title: rows.entries[position].distinctName,
                url: page.url(to: url), data: page.url(to: DataFiles.comparison(of: rows, rows.entries[position])),
                former: page.formerValues(of: reference))
        }
        return ComparisonView(
            frame: page.frame(
                title: title, description: lead,
                breadcrumbs: [(page.wording.word(.pageCoverage), SitePages.coverage)], current: SitePages.coverage),
            title: title, lead: lead, coverage: page.url(to: SitePages.coverage), places: places,
            directions: columns.shown.map { position in
                ComparedDirectionView(
                    id: columns.entries[position].id.rawValue,
                    chip: page.chip(EntryReference(vocabulary: coverage.columnVocabulary, entry: position)))
            })
    }
}

extension Page {
    /// Ids that an entry had before and no other has now.
    func formerValues(of reference: EntryReference) -> [String] {
        let vocabulary = album.catalog.vocabularies[reference.vocabulary]
        return vocabulary.formerIDs(of: reference.entry).compactMap(\.id).filter { vocabulary.position(of: $0) == nil }
            .map(\.rawValue)
    }

    /// Whether there are municipalities to be compared.
    package var hasComparison: Bool {
        album.hasSeveralPlaces
    }

    /// The way to the comparison, with entries chosen where they are given; nothing where nothing can be compared.
    func comparison(of entries: [VocabularyEntry] = []) -> LinkView? {
        guard hasComparison else { return nil }
        let url = url(to: SitePages.comparison)
        return LinkView(
            wording.word(entries.isEmpty ? .compareAll : .compareOne),
            entries.isEmpty
                ? url : url.asking("m=" + entries.map { Self.encoded($0.id.rawValue) }.joined(separator: ",")))
    }
}
