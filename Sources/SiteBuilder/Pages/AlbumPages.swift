import Catalog
import Linking
import Theming

/// The page of an album and its edition on one page.
struct AlbumPages {
    let context: SiteContext
    let contents: AlbumContents

    private var material: Material { context.catalog.materials[contents.album] }

    /// «8 глав, 24 материала».
    static func extent(_ contents: AlbumContents, _ context: SiteContext) -> String {
        let chapters = context.strings.counted(contents.chapters.count, CountWord.chapters)
        return "\(chapters), \(context.strings.counted(contents.readingOrder.count, CountWord.materials))"
    }

    func page() -> AlbumView {
        let address = material.address
        let kind = context.catalog.kind(of: material)
        let facts = MaterialFacts(context: context, index: contents.album, page: address)
        return AlbumView(
            frame: context.frame(
                address, title: context.pageTitle(of: contents.album), description: material.summary,
                breadcrumbs: [(kind.title, SitePages.list(kind))], current: SitePages.list(kind)),
            title: material.title, summary: material.summary, extent: Self.extent(contents, context),
            facts: facts.facts(), introduction: introduction(contents.album),
            chapters: contents.chapters.enumerated().map { chapter($0 + 1, $1) },
            printURL: RelativeAddress.make(from: address, to: SitePages.printEdition(of: address)),
            downloads: facts.downloads() + tableDownloads(),
            links: MaterialLinks(context: context, index: contents.album, page: address).groups())
    }

    /// The chapters as data.
    private func tableDownloads() -> [DownloadView] {
        let tables = RecordTables(context: context, index: contents.album, page: material.address)
        return context.compiled[contents.album].tables.indices.flatMap { tables.downloads($0) }
    }

    /// The text of an album without its table of chapters and the heading above it, which would stand over nothing.
    private func introduction(_ index: Int) -> RawHTML? {
        var html = ""
        for part in context.compiled[index].parts {
            switch part {
            case .html(let text): html += text
            case .table: html = Self.withoutLastHeading(html)
            case .chart(let chart):
                html += ChartFigures(context: context, index: index, page: material.address).html(chart)?.text ?? ""
            }
        }
        return html.isEmpty ? nil : RawHTML(html)
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
        let address = material.address
        let isEmpty = chapter.materials.isEmpty
        return ChapterView(
            number: String(number), title: chapter.title, id: chapter.anchor,
            hue: chapter.direction.map { Hues.hue(of: $0, context.catalog, context.configuration) } ?? 0,
            letter: chapter.direction.map { Hues.letter(of: $0, context.catalog) },
            direction: chapter.direction.map { context.link(to: $0, from: address) },
            count: isEmpty ? nil : context.strings.counted(chapter.materials.count, CountWord.materials),
            cards: chapter.materials.map { context.card($0, on: address) },
            empty: isEmpty ? EmptyView(context.word(.emptyChapter), help: context.help(from: address)) : nil)
    }

    // MARK: Print

    func printEdition() -> AlbumPrintView {
        let address = SitePages.printEdition(of: material.address)
        let kind = context.catalog.kind(of: material)
        let title = context.strings.text(Word.pagePrintEdition, context.pageTitle(of: contents.album))
        return AlbumPrintView(
            frame: context.frame(
                address, title: title,
                breadcrumbs: [(kind.title, SitePages.list(kind)), (material.title, material.address)],
                current: SitePages.list(kind)),
            title: material.title, summary: material.summary, introduction: introduction(contents.album),
            chapters: contents.chapters.enumerated().map { printChapter($0 + 1, $1, on: address) },
            album: LinkView(material.title, RelativeAddress.make(from: address, to: material.address)))
    }

    private func printChapter(_ number: Int, _ chapter: AlbumContents.Chapter, on page: String) -> PrintChapterView {
        PrintChapterView(
            number: String(number), title: chapter.title, id: chapter.anchor,
            hue: chapter.direction.map { Hues.hue(of: $0, context.catalog, context.configuration) } ?? 0,
            materials: chapter.materials.map { printMaterial($0, in: chapter.anchor, on: page) })
    }

    private func printMaterial(_ index: Int, in chapter: String, on page: String) -> PrintMaterialView {
        let material = context.catalog.materials[index]
        let anchor = chapter + "-" + material.address.dropLast(".html".utf8.count).replacing("/", with: "-")
        let about =
            [context.level(of: material)].compactMap(\.self)
            + context.municipalities(of: material).map { context.catalog.schema.entry($0).name }
            + [material.date.map { context.text($0) }].compactMap(\.self)
        let edition = PrintBody(context: context, index: index, page: page, prefix: anchor + "-")
        return PrintMaterialView(
            title: material.title, id: anchor, kind: context.kindView(material, from: nil),
            about: about.isEmpty ? nil : about.joined(separator: " · "),
            summary: material.summary.isEmpty ? nil : material.summary, parts: edition.parts())
    }
}

/// The body of a material on a page that is not its own: anchors get a prefix, links are seen from there.
struct PrintBody {
    let context: SiteContext
    let index: Int
    let page: String
    let prefix: String

    func parts() -> [BodyPartView] {
        let material = context.catalog.materials[index]
        let tables = RecordTables(context: context, index: index, page: page, anchorPrefix: prefix)
        let charts = ChartFigures(context: context, index: index, page: page, anchorPrefix: prefix)
        return context.compiled[index].parts.compactMap { part in
            switch part {
            case .html(let html):
                BodyPartView(html: RawHTML(HTMLRebase.rebase(html, from: material.address, to: page, prefix: prefix)))
            case .table(let table): BodyPartView(table: tables.view(table))
            case .chart(let chart): charts.html(chart).map { BodyPartView(html: $0) }
            }
        }
    }
}
