import AlbumModel
import Bodies
import Books
import Catalog
import Formats
import Linking
import Theming

/// A book of an album that the site has to take away.
package struct MadeBook: Sendable, Hashable {
    package let format: BookFile.Format
    package let address: SiteAddress
    package let byteCount: Int

    package init(format: BookFile.Format, address: SiteAddress, byteCount: Int) {
        self.format = format
        self.address = address
        self.byteCount = byteCount
    }

    /// What is told of it, for stamps.
    package var told: String { "\(address) \(byteCount)" }
}

/// What a book is made of.
package enum BookSelection: Sendable {
    /// An album with its chapters, by its place among the albums.
    case album(AlbumContents)
    /// Materials in the order of lists, in chapters by their kinds.
    ///
    /// - `title`: what they have in common, in words.
    /// - `subject`: the same for programs.
    /// - `about`: by what they were chosen, in words.
    case materials([MaterialIndex], title: String, subject: String, about: String)
}

/// A selection of materials as a book, each of them once.
package struct BookPages {
    private let page: Page
    private let selection: BookSelection

    /// - Parameter home: the home page of the site.
    package init(_ home: Page, _ selection: BookSelection) {
        page = home
        self.selection = selection
    }

    private struct Chapter {
        let title: String
        /// Whether its number is said.
        let isNumbered: Bool
        let materials: [MaterialIndex]
    }

    private var album: Album { page.album }

    /// The book; O(length of its texts).
    package func book() -> Book {
        let chapters = chapters()
        let printed = Dictionary(
            uniqueKeysWithValues: chapters.flatMap(\.materials).enumerated().map { ($1, "m\($0 + 1)") })
        let texts = chapters.enumerated().flatMap { number, chapter -> [Book.Part] in
            [head(of: chapter, number + 1)] + chapter.materials.map { material($0, printed) }
        }
        return Book(
            title: title, publisher: album.configuration.title, summary: description,
            language: page.wording.language.rawValue, date: album.configuration.edition.description,
            site: album.configuration.url, subject: subject, parts: [titlePage(printed)] + texts,
            words: Book.Words(
                contents: page.wording.word(.bookContents), page: page.wording.word(.bookPage),
                accessibility: page.wording.word(.bookAccessibility)))
    }

    private func head(of chapter: Chapter, _ number: Int) -> Book.Part {
        let eyebrow = chapter.isNumbered ? page.wording.strings.text(Word.bookChapter, String(number)) : nil
        let title = chapter.isNumbered ? "\(number). \(chapter.title)" : chapter.title
        return part(
            BookPartView(title: chapter.title, id: "c\(number)", eyebrow: eyebrow), isInChapter: false, titled: title)
    }

    private func material(_ index: MaterialIndex, _ printed: [MaterialIndex: String]) -> Book.Part {
        let material = PrintedMaterial(
            page: page, index: index, anchor: printed[index] ?? "", printed: printed, headingShift: 0, isInBook: true)
        let shown = material.view()
        let facts = MaterialFacts(page: page, index: index, printed: printed)
        let repealed = album.lifecycle.isRepealed(index) ? album.lifecycle.wording(of: index) : nil
        let view = BookPartView(
            title: shown.title, id: shown.id,
            eyebrow: [shown.kind.word, page.level(of: album.catalog.materials[index])].compactMap(\.self)
                .joined(separator: " · "),
            summary: shown.summary, officialTitle: album.officialTitle(of: album.catalog.materials[index]),
            notice: repealed.map { page.wording.heading($0) + "." }, facts: facts.inBook(), parts: shown.parts,
            address: address(of: index))
        return part(view, isInChapter: true, titled: shown.title)
    }

    private func part(_ view: BookPartView, isInChapter: Bool, titled title: String) -> Book.Part {
        Book.Part(
            anchor: view.id, title: title, isInChapter: isInChapter, html: page.fragment(view).html.text)
    }

    private func titlePage(_ printed: [MaterialIndex: String]) -> Book.Part {
        let view = BookTitleView(
            title: title, summary: summary, selection: choice, extent: extent, site: album.configuration.title,
            edition: page.wording.strings.text(Word.bookEdition, page.editionText),
            introduction: introduction(printed), contact: album.configuration.contact,
            url: album.configuration.url)
        return Book.Part(anchor: "title", title: title, isInChapter: false, html: page.fragment(view).html.text)
    }

    // MARK: What it is of

    private var title: String {
        switch selection {
        case .album(let contents): album.catalog.materials[contents.album].title
        case .materials(_, let title, _, _): title
        }
    }

    private var summary: String? {
        switch selection {
        case .album(let contents):
            let summary = album.catalog.materials[contents.album].summary
            return summary.isEmpty ? nil : summary
        case .materials: return nil
        }
    }

    /// By what its materials were chosen, which whoever takes the book into their hands sees, whatever it is called.
    private var choice: String? {
        guard case .materials(_, _, _, let about) = selection else { return nil }
        return page.wording.strings.text(Word.bookSelection, about)
    }

    /// How much it holds.
    private var extent: String {
        switch selection {
        case .album(let contents): AlbumPage.extent(contents, page)
        case .materials(let materials, _, _, _):
            page.wording.strings.counted(materials.count, CountWord.materials)
        }
    }

    /// What it is about and how much it holds, for programs.
    private var description: String {
        [summary, choice, extent].compactMap(\.self).map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
            .joined(separator: ". ")
    }

    private var subject: String {
        switch selection {
        case .album(let contents): album.catalog.materials[contents.album].address.text
        case .materials(_, _, let subject, _): subject
        }
    }

    private func introduction(_ printed: [MaterialIndex: String]) -> RawHTML? {
        guard case .album(let contents) = selection else { return nil }
        var place = BodyPlace(page: page.address)
        (place.anchorPrefix, place.printed) = ("title-", printed)
        return AlbumPage(page: page, contents: contents).introduction(at: place).map { RawHTML($0) }
    }

    private func chapters() -> [Chapter] {
        switch selection {
        case .album(let contents):
            var seen: Set<MaterialIndex> = []
            return contents.chapters.map { chapter in
                Chapter(
                    title: chapter.title, isNumbered: true,
                    materials: chapter.materials.filter { seen.insert($0).inserted })
            }
        case .materials(let materials, _, _, _):
            return album.byKind(materials).map { kind, materials in
                Chapter(title: album.catalog.kinds[kind].title, isNumbered: false, materials: album.listed(materials))
            }
        }
    }

    /// Where the site has it, for who reads on paper.
    private func address(of index: MaterialIndex) -> String? {
        album.configuration.url.map { $0 + album.catalog.materials[index].address.text }
    }
}
