import AlbumModel
import Catalog
import Theming

extension AxisEntryPage {
    /// Its other names, where it is, since when.
    func facts() -> [FactView] {
        var facts: [FactView] = []
        func add(_ word: Word, _ text: String?) {
            if let text, text != entry.name { facts.append(FactView(page.wording.word(word), [LinkView(text)])) }
        }
        facts += historyFacts()
        add(.factFull, entry.full)
        // A direction's letter is its number.
        if page.hue(of: reference) == 0 {
            add(.factNumber, entry.number.map { String($0) })
        }
        add(.factType, entry.type)
        let place = municipality
        if let place { facts.append(FactView(page.wording.heading(place.label), [place.link])) }
        if let region = page.album.region(of: entry), page.album.address(of: region) != nil {
            facts.append(FactView(page.wording.word(.factRegion), [page.link(to: region)]))
        } else {
            add(.factRegion, page.album.regionName(of: entry) ?? place.flatMap { page.album.regionName(of: $0.entry) })
        }
        add(.factCode, entry.code)
        add(.factValid, page.span(entry.valid))
        if let url = entry.url { facts.append(FactView(page.wording.word(.factLink), [LinkView(url, .web(url))])) }
        if !entry.aliases.isEmpty { add(.factAliases, entry.aliases.joined(separator: "; ")) }
        let namesakes = page.album.catalog.vocabularies[reference.vocabulary].namesakes(of: reference.entry)
        if !namesakes.isEmpty {
            let links = namesakes.map { page.link(to: EntryReference(vocabulary: reference.vocabulary, entry: $0)) }
            facts.append(FactView(page.wording.word(.factNamesakes), links))
        }
        return facts
    }

    /// Where an organisation is.
    private var municipality: (label: String, entry: VocabularyEntry, link: LinkView)? {
        let catalog = page.album.catalog
        guard let id = entry.municipality, let position = catalog.schema.vocabulary("municipalities"),
            let own = catalog.vocabularies[position].position(of: id)
        else { return nil }
        let vocabulary = catalog.vocabularies[position]
        return (
            vocabulary.label.one, vocabulary.entries[own],
            page.link(to: EntryReference(vocabulary: position, entry: own))
        )
    }
}
