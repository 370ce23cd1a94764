import Linking
import Theming

/// An album: cover, chapters, what it holds.
struct AlbumView: TemplateView {
    var frame: PageFrame
    var title: String
    var summary: String?
    /// «9 глав, 24 материала».
    var extent: String
    var facts: [FactView]
    /// Text of the album itself, before the chapters.
    var introduction: RawHTML?
    var chapters: [ChapterView]
    /// The edition on one page.
    var printURL: Href
    /// Books of the album; empty while none are made.
    var books: [DownloadView]
    /// Files and data; empty while there are none.
    var downloads: [DownloadView]
    /// How it is cited.
    var citation: CitationView?
    /// When it was changed; none where that is not told.
    var history: HistoryView?
    /// Cited in, rests on and the like.
    var links: [LinkGroupView]

    init(
        frame: PageFrame, title: String, summary: String? = nil, extent: String, facts: [FactView] = [],
        introduction: RawHTML? = nil, chapters: [ChapterView], printURL: Href, books: [DownloadView] = [],
        downloads: [DownloadView] = [],
        links: [LinkGroupView] = []
    ) {
        self.frame = frame
        self.title = title
        self.summary = summary
        self.extent = extent
        self.facts = facts
        self.introduction = introduction
        self.chapters = chapters
        self.printURL = printURL
        self.books = books
        self.downloads = downloads
        self.links = links
    }

    private var cover: CoverView { CoverView(id: "cover", hues: chapters.map(\.hue)) }

    static let template = "pages/album"
    static let schema = ViewSchema<AlbumView>(
        "album", "An album with its chapters",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the album") { $0.title },
            .text("summary", "Its summary") { $0.summary },
            .record("cover", "Its cover and spine, in the colours of its chapters") { $0.cover },
            .text("extent", "How many chapters and materials") { $0.extent },
            .list("facts", "Where, when, directions, level, group, source …") { $0.facts },
            .html("introduction", "Text of the album itself") { $0.introduction },
            .list("chapters", "The chapters") { $0.chapters },
            .text("print_url", "Relative address of the edition on one page") { $0.printURL.text },
            .list("books", "Books of the album: EPUB, PDF") { $0.books },
            .list("downloads", "Files and data") { $0.downloads },
            .record("citation", "How it is cited") { $0.citation },
            .record("history", "When it was changed") { $0.history },
            .list("links", "Further links in groups") { $0.links },
        ])
}

/// A chapter of an album.
struct ChapterView: View {
    /// «1», «2»: as printed.
    var number: String
    var title: String
    var id: String
    /// Number of the direction's colour, 0…12.
    var hue: Int
    /// Letter of the direction; none for a chapter without direction.
    var letter: String?
    /// The direction's page.
    var direction: LinkView?
    var count: String?
    var cards: [Fragment<CardView>]
    /// What is near its subject without being part of the album.
    var related: [Fragment<CardView>]
    /// What it names and was withdrawn from publication: said, without a card.
    var withdrawn: [LinkView]
    var empty: EmptyView?

    init(
        number: String, title: String, id: String, hue: Int = 0, letter: String? = nil, direction: LinkView? = nil,
        count: String? = nil, cards: [Fragment<CardView>], related: [Fragment<CardView>] = [],
        withdrawn: [LinkView] = [], empty: EmptyView? = nil
    ) {
        self.related = related
        self.withdrawn = withdrawn
        self.number = number
        self.title = title
        self.id = id
        self.hue = hue
        self.letter = letter
        self.direction = direction
        self.count = count
        self.cards = cards
        self.empty = empty
    }

    static let schema = ViewSchema<ChapterView>(
        "chapter", "A chapter of an album",
        [
            .text("number", "Number of the chapter") { $0.number },
            .text("title", "Its title") { $0.title },
            .text("id", "Anchor of the chapter") { $0.id },
            .text("hue", "Number of its colour: class `hue-N`") { String($0.hue) },
            .text("letter", "Letter of the direction") { $0.letter },
            .record("direction", "The direction's page") { $0.direction },
            .text("count", "Number of materials, in words") { $0.count },
            .fragments("cards", "Its materials") { $0.cards },
            .fragments("related", "What is near its subject without being part of the album") { $0.related },
            .list("withdrawn", "What it names and was withdrawn: titles without links") { $0.withdrawn },
            .record("empty", "Said when the chapter is empty") { $0.empty },
        ])
}

/// An album on one page, for reading straight through and for print.
struct AlbumPrintView: TemplateView {
    var frame: PageFrame
    var title: String
    var summary: String?
    /// «Челябинская область · 2023 г.»; none where neither is said.
    var imprint: String?
    var introduction: RawHTML?
    var chapters: [PrintChapterView]
    /// The album's page.
    var album: LinkView

    init(
        frame: PageFrame, title: String, summary: String? = nil, imprint: String? = nil, introduction: RawHTML? = nil,
        chapters: [PrintChapterView], album: LinkView
    ) {
        self.frame = frame
        self.title = title
        self.summary = summary
        self.imprint = imprint
        self.introduction = introduction
        self.chapters = chapters
        self.album = album
    }

    private var cover: CoverView { CoverView(id: "cover", hues: chapters.map(\.hue)) }

    static let template = "pages/album-print"
    static let schema = ViewSchema<AlbumPrintView>(
        "album print", "An album on one page",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the album") { $0.title },
            .text("summary", "Its summary") { $0.summary },
            .record("cover", "Its cover and spine, in the colours of its chapters") { $0.cover },
            .text("imprint", "Where and when it was made") { $0.imprint },
            .html("introduction", "Text of the album itself") { $0.introduction },
            .list("chapters", "The chapters with their materials") { $0.chapters },
            .record("album", "The album's page") { $0.album },
        ])
}

/// A chapter in the edition on one page.
struct PrintChapterView: View {
    var number: String
    var title: String
    var id: String
    var hue: Int
    var materials: [PrintMaterialView]
    /// What is near its subject without being part of the album: named, not printed.
    var related: [LinkView]
    /// What it names and was withdrawn from publication: said, not printed.
    var withdrawn: [LinkView]

    init(
        number: String, title: String, id: String, hue: Int = 0, materials: [PrintMaterialView],
        related: [LinkView] = [], withdrawn: [LinkView] = []
    ) {
        self.related = related
        self.withdrawn = withdrawn
        self.number = number
        self.title = title
        self.id = id
        self.hue = hue
        self.materials = materials
    }

    static let schema = ViewSchema<PrintChapterView>(
        "print chapter", "A chapter in the edition on one page",
        [
            .text("number", "Number of the chapter") { $0.number },
            .text("title", "Its title") { $0.title },
            .text("id", "Anchor of the chapter") { $0.id },
            .text("hue", "Number of its colour: class `hue-N`") { String($0.hue) },
            .list("materials", "Its materials") { $0.materials },
            .list("related", "What is near its subject: named, not printed") { $0.related },
            .list("withdrawn", "What it names and was withdrawn: titles without links") { $0.withdrawn },
        ])
}

/// A material in the edition on one page.
struct PrintMaterialView: View {
    var title: String
    /// Anchor, unique on the page.
    var id: String
    var kind: KindView
    /// «муниципальный уровень · Ашинский МР · 2018»; none: nothing known.
    var about: String?
    var summary: String?
    /// The body; its headings begin at level 4 and its anchors are prefixed with `id`.
    var parts: [BodyPartView]
    /// The chapter in which it is printed, where that is an earlier one; then `parts` is empty.
    var elsewhere: LinkView?

    init(
        title: String, id: String, kind: KindView, about: String? = nil, summary: String? = nil, parts: [BodyPartView],
        elsewhere: LinkView? = nil
    ) {
        self.title = title
        self.id = id
        self.kind = kind
        self.about = about
        self.summary = summary
        self.parts = parts
        self.elsewhere = elsewhere
    }

    static let schema = ViewSchema<PrintMaterialView>(
        "print material", "A material in the edition on one page",
        [
            .text("title", "Title of the material") { $0.title },
            .text("id", "Anchor of the material") { $0.id },
            .record("kind", "Its kind") { $0.kind },
            .text("about", "Level, municipality, date in one line") { $0.about },
            .text("summary", "Its summary") { $0.summary },
            .list("parts", "Its body") { $0.parts },
            .record("elsewhere", "The earlier chapter in which it is printed, instead of a body") { $0.elsewhere },
        ])
}
