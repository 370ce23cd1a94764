import Linking
import Theming

/// The page of a material of any kind.
struct MaterialView: TemplateView {
    var frame: PageFrame
    var kind: KindView
    var level: String?
    var title: String
    var summary: String?
    /// Full official title of a document; none for other kinds.
    var officialTitle: String?
    /// A repealed document, a draft, a fault in a lenient build: said above the text.
    var notices: [NoticeView]
    /// Where, when, directions: one line below the summary.
    var strip: [FactView]
    /// Format, group, source and whatever else its kind asks.
    var facts: [FactView]
    /// Headings of the body; fewer than three: better left empty.
    var contents: [OutlineView]
    /// The body in order: HTML and record tables.
    var parts: [BodyPartView]
    /// It has a sheet into which a reader enters points: the page needs its script.
    var isScored = false
    /// It has a sheet whose rows a reader works through.
    var isWorkedWith = false
    /// It has rows that a reader narrows down: the page needs the script of filters.
    var isFiltered = false
    /// It has tables, which a reader takes away as a workbook.
    var isTabular = false
    /// Where its text can be sent, which the album lacks.
    var share: LinkView?
    /// It is there to be adapted by others: how it is taken.
    var model: ModelView?
    /// Data of the record tables, attachments beside the material.
    var downloads: [DownloadView]
    /// The files of a document, at its top.
    var scans: [DownloadView] = []
    /// How it is cited; none for what leads to others or tells of the site.
    var citation: CitationView?
    /// When it was changed; none where that is not told.
    var history: HistoryView?
    /// Cited in, rests on, shown in: each under its heading.
    var links: [LinkGroupView]
    var related: [Fragment<CardView>]
    /// Place in its albums: one for each.
    var neighbours: [NeighboursView]

    init(
        frame: PageFrame, kind: KindView, level: String? = nil, title: String, summary: String? = nil,
        officialTitle: String? = nil, notices: [NoticeView] = [], strip: [FactView] = [], facts: [FactView] = [],
        contents: [OutlineView] = [], parts: [BodyPartView], downloads: [DownloadView] = [],
        links: [LinkGroupView] = [], related: [Fragment<CardView>] = [], neighbours: [NeighboursView] = []
    ) {
        self.frame = frame
        self.kind = kind
        self.level = level
        self.title = title
        self.summary = summary
        self.officialTitle = officialTitle
        self.notices = notices
        self.strip = strip
        self.facts = facts
        self.contents = contents
        self.parts = parts
        self.downloads = downloads
        self.links = links
        self.related = related
        self.neighbours = neighbours
    }

    static let template = "pages/material"
    static let schema = ViewSchema<MaterialView>(
        "material", "The page of a material",
        [
            .record("frame", "What every page has") { $0.frame },
            .record("kind", "Its kind") { $0.kind },
            .text("level", "Its level, one word") { $0.level },
            .text("title", "Title of the material") { $0.title },
            .text("summary", "Its summary") { $0.summary },
            .text("official_title", "Full official title of a document") { $0.officialTitle },
            .list("notices", "Said above the text") { $0.notices },
            .list("strip", "Where, when, directions") { $0.strip },
            .list("facts", "All other facts") { $0.facts },
            .list("contents", "Headings of the body") { $0.contents },
            .list("parts", "The body: HTML and record tables in order") { $0.parts },
            .flag("is_fillable", "It has a sheet that a reader fills in") { $0.isScored || $0.isWorkedWith },
            .flag("is_scored", "It has a sheet into which a reader enters points") { $0.isScored },
            .flag("is_worked_with", "It has a sheet whose rows a reader works through") { $0.isWorkedWith },
            .flag("is_filtered", "It has rows that a reader narrows down") { $0.isFiltered },
            .flag("is_tabular", "It has tables") { $0.isTabular },
            .record("share", "Where its text can be sent, which the album lacks") { $0.share },
            .record("model", "How it is taken as a model, where its kind is there for that") { $0.model },
            .list("downloads", "Data and attachments") { $0.downloads },
            .list("scans", "The first files of a document, for the top of its page") { $0.scans },
            .record("citation", "How it is cited") { $0.citation },
            .record("history", "When it was changed") { $0.history },
            .list("links", "Cited in, rests on … under their headings") { $0.links },
            .fragments("related", "Related materials") { $0.related },
            .list("neighbours", "Place in its albums") { $0.neighbours },
        ])
}

/// How a material is taken as a model for one of one's own.
struct ModelView: View {
    /// The page with a form in which readers put one together; nothing where the kind has none.
    var share: LinkView?

    static let schema = ViewSchema<ModelView>(
        "model", "How a material is taken as a model for one of one's own",
        [.record("share", "The page with a form for one of one's own") { $0.share }])
}

/// A piece of a body: either HTML or a record table.
struct BodyPartView: View {
    var html: RawHTML?
    var table: RecordTableView?

    /// Compiled Markdown.
    init(html: RawHTML) { self.html = html }

    /// A record table.
    init(table: RecordTableView) { self.table = table }

    static let schema = ViewSchema<BodyPartView>(
        "body part", "A piece of a body: either HTML or a record table",
        [
            .html("html", "Compiled Markdown") { $0.html },
            .record("table", "A record table") { $0.table },
        ])
}

/// A heading in the contents.
struct OutlineView: View {
    var title: String
    /// `#anchor`.
    var url: Href
    /// 2 or 3.
    var level: Int

    init(_ title: String, _ url: Href, level: Int = 2) {
        self.title = title
        self.url = url
        self.level = level
    }

    static let schema = ViewSchema<OutlineView>(
        "outline", "A heading in the contents",
        [
            .text("title", "Text of the heading") { $0.title },
            .text("url", "Its anchor with `#`") { $0.url.text },
            .text("level", "2 or 3: class `level-N`") { String($0.level) },
        ])
}

/// Something to know before reading.
struct NoticeView: View {
    /// How much it weighs; picks the look.
    enum Weight: String, Sendable { case note, warning, fault }
    var weight: Weight
    var text: RawHTML

    init(_ weight: Weight, _ text: RawHTML) {
        self.weight = weight
        self.text = text
    }

    static let schema = ViewSchema<NoticeView>(
        "notice", "Something to know before reading",
        [
            .text("weight", "note, warning or fault: class `notice-…`") { $0.weight.rawValue },
            .html("text", "What it says") { $0.text },
        ])
}

/// Place of a material in an album, or in the list of its kind.
struct NeighboursView: View {
    /// «В альбоме», «Ещё в разделе».
    var label: String
    var album: LinkView
    /// «Здоровье»; none: the album has no chapters.
    var chapter: LinkView?
    var previous: LinkView?
    var next: LinkView?

    init(label: String, album: LinkView, chapter: LinkView? = nil, previous: LinkView? = nil, next: LinkView? = nil) {
        self.label = label
        self.album = album
        self.chapter = chapter
        self.previous = previous
        self.next = next
    }

    static let schema = ViewSchema<NeighboursView>(
        "neighbours", "Place of a material in an album, or in the list of its kind",
        [
            .text("label", "What it is the place in") { $0.label },
            .record("album", "The album or the list") { $0.album },
            .record("chapter", "The chapter") { $0.chapter },
            .record("previous", "The material before it") { $0.previous },
            .record("next", "The material after it") { $0.next },
        ])
}
