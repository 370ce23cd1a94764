import AlbumModel
import Bodies
import Catalog
import Linking
import Theming

/// An album on one page: each material is printed once, at its first chapter, and links between them stay on the page.
struct AlbumEdition {
    let page: Page
    let contents: AlbumContents
    private var address: SiteAddress { page.address }
    /// Where each material is printed, by its position.
    private let anchors: [MaterialIndex: String]

    init(page: Page, contents: AlbumContents) {
        self.page = page
        self.contents = contents
        var anchors: [MaterialIndex: String] = [:]
        for chapter in contents.chapters {
            for material in chapter.materials where anchors[material] == nil {
                anchors[material] = Self.anchor(page.album.catalog.materials[material].address, in: chapter)
            }
        }
        self.anchors = anchors
    }

    private static func anchor(_ address: SiteAddress, in chapter: AlbumContents.Chapter) -> String {
        chapter.anchor + "-" + address.stem.replacing("/", with: "-")
    }

    func view() -> AlbumPrintView {
        let album = page.album.catalog.materials[contents.album]
        let kind = page.album.catalog.kind(of: album)
        let title = page.wording.strings.text(Word.pagePrintEdition, page.album.pageTitle(of: contents.album))
        return AlbumPrintView(
            frame: page.frame(
                title: title,
                breadcrumbs: [(kind.title, SitePages.list(kind)), (album.title, album.address)],
                current: SitePages.list(kind)),
            title: album.title, summary: album.summary, imprint: imprint(album), introduction: introduction(),
            chapters: zip(contents.chapters, page.hues(of: contents)).enumerated().map {
                chapter($0 + 1, $1.0, hue: $1.1)
            },
            album: LinkView(page.wording.word(.albumByChapters), page.url(to: album.address)))
    }

    /// Where the album was made, its municipalities or else its region, and when.
    private func imprint(_ album: Material) -> String? {
        let places = page.album.municipalities(of: album).map { page.album.catalog.schema.entry($0).distinctName }
        let regions = album.entries(CoreField.region).map { page.album.catalog.schema.entry($0).name }
        let said = (places.isEmpty ? regions : places) + [album.date.map { page.wording.text($0) }].compactMap(\.self)
        return said.isEmpty ? nil : said.joined(separator: " · ")
    }

    /// The text of the album itself: its headings and anchors stay as they are.
    private func introduction() -> RawHTML? {
        var place = BodyPlace(page: address)
        place.printed = anchors
        return AlbumPage(page: page, contents: contents).introduction(at: place).map { RawHTML($0) }
    }

    private func chapter(_ number: Int, _ chapter: AlbumContents.Chapter, hue: Int) -> PrintChapterView {
        PrintChapterView(
            number: String(number), title: chapter.title, id: chapter.anchor,
            hue: hue,
            materials: chapter.materials.map { material($0, in: chapter) },
            related: chapter.related.map { page.link(to: $0) }, withdrawn: page.withdrawn(of: chapter))
    }

    private func material(_ index: MaterialIndex, in chapter: AlbumContents.Chapter) -> PrintMaterialView {
        let anchor = Self.anchor(page.album.catalog.materials[index].address, in: chapter)
        let material = PrintedMaterial(page: page, index: index, anchor: anchor, printed: anchors, headingShift: 2)
        guard let printed = anchors[index], printed != anchor else { return material.view() }
        var view = material.head()
        view.elsewhere = LinkView(firstChapter(of: index), .place(printed))
        return view
    }

    /// The chapter where a material is printed that several chapters have.
    private func firstChapter(of material: MaterialIndex) -> String {
        let position = contents.chapters.firstIndex { $0.materials.contains(material) } ?? 0
        return page.wording.strings.text(Word.chapter, String(position + 1), contents.chapters[position].title)
    }
}
