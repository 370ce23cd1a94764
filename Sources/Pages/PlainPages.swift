import AlbumModel
import Catalog
import Languages
import Linking
import Theming

/// `search.html`, `glossary.html`, `404.html`, `check-copy.html`: pages that stand on no material.
struct PlainPages {
    let page: Page

    /// Without JavaScript its indexes lead on.
    /// - Parameter former: see ``formerValues(_:)``.
    func search(former: String) -> SearchView {
        let title = page.wording.word(.pageSearch)
        var indexes: [LinkGroupView] = []
        if let coverage = page.album.coverage {
            // Of several regions each leads to its municipalities.
            let places = page.album.regionCoverage?.rowVocabulary ?? coverage.rowVocabulary
            for vocabulary in [coverage.columnVocabulary, places] {
                let axis = page.album.catalog.vocabularies[vocabulary]
                indexes.append(
                    LinkGroupView(
                        axis.title,
                        links: axis.shown.map {
                            page.link(to: EntryReference(vocabulary: vocabulary, entry: $0))
                        }))
            }
        }
        let kinds = page.album.byKind(page.album.published).map { kind, materials in
            LinkView(
                page.album.catalog.kinds[kind].title,
                page.url(to: SitePages.list(page.album.catalog.kinds[kind])),
                note: NumberText.grouped(materials.count, page.wording.language))
        }
        indexes.append(LinkGroupView(page.wording.word(.byKind), links: kinds))
        return SearchView(
            frame: page.frame(title: title), title: title, former: former.isEmpty ? nil : former, indexes: indexes)
    }

    /// Values of facets under ids that their entries had before, `regions:perm=regions:prikamie`, parted by spaces: kept
    /// addresses of a search name them.
    static func formerValues(_ album: Album) -> String {
        var values: [String] = []
        for vocabulary in album.catalog.vocabularies where vocabulary.isAxis || vocabulary.id == "levels" {
            for (position, entry) in vocabulary.entries.positioned {
                let former = vocabulary.formerIDs(of: position).compactMap(\.id)
                for id in former where vocabulary.position(of: id) == nil {
                    values.append("\(vocabulary.id):\(id)=\(vocabulary.id):\(entry.id)")
                }
            }
        }
        return values.joined(separator: " ")
    }

    func notFound() -> NotFoundView {
        let title = page.wording.word(.pageNotFound)
        let links =
            [LinkView(page.wording.word(.pageHome), SitePages.home.url(belowRoot: page.album.configuration.basePath))]
            + page.menu.map { LinkView($0.title, $0.address.url(belowRoot: page.album.configuration.basePath)) }
        return NotFoundView(
            frame: page.frame(title: title), title: title, text: page.wording.word(.pageNotFoundText),
            links: links)
    }

    /// What is in the folder of a copy is found out by a script of its own.
    func copyCheck() -> CopyCheckView {
        let title = page.wording.word(.pageCopyCheck)
        return CopyCheckView(frame: page.frame(title: title), title: title)
    }

    // MARK: Glossary

    func glossary() -> GlossaryView {
        let title = page.wording.word(.pageGlossary)
        let lead = page.wording.word(.pageGlossaryLead)
        let common = page.album.catalog.vocabulary("glossary")?.description
        var view = GlossaryView(
            frame: page.frame(title: title, description: lead), title: title,
            lead: [lead, common].compactMap(\.self).joined(separator: " "), letters: letters())
        view.filter = MaterialFilter.ofWords(
            view.letters.map(\.terms.count).reduce(0, +), noun: page.wording.word(.filterTerms), page: page)
        return view
    }

    private func letters() -> [GlossaryLetterView] {
        guard let glossary = page.album.catalog.vocabulary("glossary") else { return [] }
        let uses = uses(count: glossary.entries.count)
        var groups: [(letter: String, terms: [TermView])] = []
        for position in Array(glossary.entries.indices).sortedByName({ glossary.entries[$0].name }) {
            let entry = glossary.entries[position]
            let letter = Self.letter(of: entry.name, page.wording.language)
            let term = TermView(
                entry.name, id: entry.id.rawValue, expansion: entry.expansion,
                definition: entry.description.map { RawHTML(escaping: $0) },
                links: uses[position].prefix(Self.mostUses).map { page.link(to: $0) },
                more: LinkView(
                    page.wording.word(.glossaryFind),
                    page.searchURL(entry.name))
            )
            if groups.last?.letter == letter {
                groups[groups.count - 1].terms.append(term)
            } else {
                groups.append((letter, [term]))
            }
        }
        return groups.enumerated().map { number, group in
            GlossaryLetterView(group.letter, id: "letter-\(number + 1)", terms: group.terms)
        }
    }

    /// What a material's page says beside its body, titles of materials that its facts name among it.
    private func head(of material: Material) -> [String] {
        material.fields.flatMap { field -> [String] in
            switch field.value {
            case .text(let text) where field.id != CoreField.id && field.id != CoreField.kind: [text]
            case .markdown(let text): [text]
            case .list(let items): items
            case .materials:
                page.album.catalog.names(referredToBy: field.value, withdrawn: page.album.marked(withdrawn:)) ?? []
            case .citations(let citations): citations.map(\.locator)
            default: []
            }
        } + [material.title, material.summary]
    }

    /// The letter a term stands under: quotes do not count, figures stand together, and so do Latin letters among Russian
    /// ones, which are not told apart at a glance.
    static func letter(of name: String, _ language: Language) -> String {
        guard let first = name.first(where: { $0.isLetter || $0.isNumber }) else { return "…" }
        if first.isNumber { return "0–9" }
        return language != .en && first.isASCII ? "A–Z" : first.uppercased()
    }

    /// So many materials are named; the search finds them all, within other words too.
    private static let mostUses = 5

    /// For each abbreviation the materials that use it: in their titles, summaries and texts of the front matter as well
    /// as in their bodies.
    private func uses(count: Int) -> Indexed<EntryIndex, [MaterialIndex]> {
        var result = Indexed<EntryIndex, [MaterialIndex]>(repeating: [], count: count)
        let known = Abbreviations(page.album.catalog.schema)
        for index in page.album.published {
            let head = head(of: page.album.catalog.materials[index]).flatMap { text in
                known.matches(in: Array(text.utf8)).map(\.entry)
            }
            for entry in Set(page.album.abbreviations(of: index) + head) { result[entry.entry].append(index) }
        }
        return result
    }
}
