import AlbumModel
import Bodies
import Books
import Catalog
import Languages
import Linking
import Theming

/// The page of an album.
struct AlbumPage {
    let page: Page
    let contents: AlbumContents

    var address: SiteAddress { material.address }

    private var material: Material { page.album.catalog.materials[contents.album] }

    /// «8 глав, 24 материала».
    static func extent(_ contents: AlbumContents, _ page: Page) -> String {
        let chapters = page.wording.strings.counted(contents.chapters.count, CountWord.chapters)
        return "\(chapters), \(page.wording.strings.counted(contents.readingOrder.count, CountWord.materials))"
    }

    func view() -> AlbumView {
        let kind = page.album.catalog.kind(of: material)
        let facts = MaterialFacts(page: page, index: contents.album)
        var view = AlbumView(
            frame: page.frame(
                title: page.album.pageTitle(of: contents.album), description: material.summary,
                breadcrumbs: [(kind.title, SitePages.list(kind))], current: SitePages.list(kind)),
            title: material.title, summary: material.summary, extent: Self.extent(contents, page),
            facts: facts.strip() + facts.facts(),
            introduction: introduction(at: BodyPlace(page: page.address)).map { RawHTML($0) },
            chapters: zip(contents.chapters, page.hues(of: contents)).enumerated().map {
                chapter($0 + 1, $1.0, hue: $1.1)
            },
            printURL: page.url(to: SitePages.printEdition(of: address)), books: books(),
            downloads: facts.downloads() + tableDownloads(),
            links: MaterialLinks(page: page, index: contents.album).groups())
        view.frame = page.frame(view.frame, of: contents.album)
        view.history = page.history(of: contents.album)
        view.citation = MaterialCitation(contents.album, page.album).map { page.view($0) }
        return view
    }

    private func books() -> [DownloadView] {
        page.books(of: contents.album).map { book in
            let word: Word =
                switch book.format {
                case .epub: .bookEPUB
                case .pdf: .bookPDF
                }
            return DownloadView(
                page.wording.word(word), page.url(to: book.address), format: book.format.rawValue.uppercased(),
                size: NumberText.bytes(book.byteCount, page.wording.language))
        }
    }

    /// The chapters as data.
    private func tableDownloads() -> [DownloadView] {
        let body = page.album.body(of: contents.album, at: BodyPlace(page: page.address))
        let tables = RecordTables(page: page, index: contents.album, body: body)
        return page.album.compiled[contents.album].tables.indices.flatMap { tables.downloads($0) }
    }

    /// The text of an album without its table of chapters and the heading above it, which would stand over nothing.
    func introduction(at place: BodyPlace) -> String? {
        let body = page.album.body(of: contents.album, at: place)
        var html = ""
        for part in page.album.content(of: contents.album).parts {
            switch part {
            case .html(let text): html += body.html(text)
            case .table: html = Self.withoutLastHeading(html)
            case .chart(let chart):
                html += ChartFigures(page: page, index: contents.album).html(chart)?.text ?? ""
            }
        }
        return html.isEmpty ? nil : html
    }

    /// Takes a heading of level 2 off the end.
    ///
    /// Its anchor stays, since links may lead to it.
    static func withoutLastHeading(_ html: String) -> String {
        guard let start = html.ranges(of: "<h2").last?.lowerBound, let end = html[start...].firstRange(of: "</h2>"),
            html[end.upperBound...].utf8.allSatisfy({ $0 <= 0x20 })
        else { return html }
        let id = html[start...].firstRange(of: "id=\"").map { html[$0.upperBound...].prefix { $0 != "\"" } }
        return html[..<start] + (id.map { "<div id=\"\($0)\"></div>\n" } ?? "")
    }

    private func chapter(_ number: Int, _ chapter: AlbumContents.Chapter, hue: Int) -> ChapterView {
        let isEmpty = chapter.materials.isEmpty
        let withdrawn = page.withdrawn(of: chapter)
        return ChapterView(
            number: String(number), title: chapter.title, id: chapter.anchor,
            hue: hue,
            letter: chapter.direction.map { page.album.catalog.schema.letter(of: $0) },
            direction: chapter.direction.map { page.link(to: $0) },
            count: isEmpty ? nil : page.wording.strings.counted(chapter.materials.count, CountWord.materials),
            cards: chapter.materials.map { page.card($0) },
            related: chapter.related.map { page.card($0) }, withdrawn: withdrawn,
            empty: isEmpty && withdrawn.isEmpty ? EmptyView(page.wording.word(.emptyChapter), help: page.help()) : nil)
    }
}

extension Page {
    /// What a chapter names and was withdrawn: its title, which says so and leads nowhere.
    func withdrawn(of chapter: AlbumContents.Chapter) -> [LinkView] { chapter.withdrawn.map(withdrawn) }

    /// The title of what was withdrawn, said to be so.
    func withdrawn(_ title: String) -> LinkView { LinkView("\(title) (\(wording.word(.withdrawn)))") }
}
