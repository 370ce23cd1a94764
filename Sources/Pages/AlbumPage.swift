import AlbumModel
import Catalog
import Linking
import Theming

/// The page of an album.
struct AlbumPage {
    let context: SiteContext
    let contents: AlbumContents

    var address: String { material.address }

    private var material: Material { context.album.catalog.materials[contents.album] }

    /// «8 глав, 24 материала».
    static func extent(_ contents: AlbumContents, _ context: SiteContext) -> String {
        let chapters = context.strings.counted(contents.chapters.count, CountWord.chapters)
        return "\(chapters), \(context.strings.counted(contents.readingOrder.count, CountWord.materials))"
    }

    func view() -> AlbumView {
        let kind = context.album.catalog.kind(of: material)
        let facts = MaterialFacts(context: context, index: contents.album, page: address)
        return AlbumView(
            frame: context.frame(
                address, title: context.album.pageTitle(of: contents.album), description: material.summary,
                breadcrumbs: [(kind.title, SitePages.list(kind))], current: SitePages.list(kind)),
            title: material.title, summary: material.summary, extent: Self.extent(contents, context),
            facts: facts.facts(), introduction: introduction().map { RawHTML($0) },
            chapters: contents.chapters.enumerated().map { chapter($0 + 1, $1) },
            printURL: RelativeAddress.make(from: address, to: SitePages.printEdition(of: address)),
            downloads: facts.downloads() + tableDownloads(),
            links: MaterialLinks(context: context, index: contents.album, page: address).groups())
    }

    /// The chapters as data.
    private func tableDownloads() -> [DownloadView] {
        let tables = RecordTables(context: context, index: contents.album, page: material.address)
        return context.album.compiled[contents.album].tables.indices.flatMap { tables.downloads($0) }
    }

    /// The text of an album without its table of chapters and the heading above it, which would stand over nothing.
    func introduction() -> String? {
        var html = ""
        for part in context.album.compiled[contents.album].parts {
            switch part {
            case .html(let text): html += text
            case .table: html = Self.withoutLastHeading(html)
            case .chart(let chart):
                html += ChartFigures(context: context, index: contents.album, page: address).html(chart)?.text ?? ""
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

    private func chapter(_ number: Int, _ chapter: AlbumContents.Chapter) -> ChapterView {
        let isEmpty = chapter.materials.isEmpty
        return ChapterView(
            number: String(number), title: chapter.title, id: chapter.anchor,
            hue: chapter.direction.map { Hues.hue(of: $0, context.album.catalog, context.album.configuration) } ?? 0,
            letter: chapter.direction.map { Hues.letter(of: $0, context.album.catalog) },
            direction: chapter.direction.map { context.link(to: $0, from: address) },
            count: isEmpty ? nil : context.strings.counted(chapter.materials.count, CountWord.materials),
            cards: chapter.materials.map { context.card($0, on: address) },
            related: chapter.related.map { context.card($0, on: address) },
            empty: isEmpty ? EmptyView(context.word(.emptyChapter), help: context.help(from: address)) : nil)
    }
}
