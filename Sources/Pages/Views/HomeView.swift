import Linking
import Theming

/// `index.html`: what is here, at a glance.
struct HomeView: TemplateView {
    var frame: PageFrame
    var title: String
    /// One sentence under the title.
    var lead: String
    /// Queries for a beginning.
    var examples: [LinkView]
    var directions: [DirectionEntryView]
    /// Ways in by who one is and by what there is to do.
    var doors: [DoorGroupView]
    var figures: [FigureView]
    /// None while no municipality has a tile, and where there are several regions.
    var map: TileMapView?
    /// The regions, where there are several.
    var regions: RegionOverviewView?
    /// Next rows of the roadmaps, counted from the edition's date; the latest where nothing is due.
    var due: [Fragment<RowView>]
    /// «Мероприятия на 1 декабря 2023 года и позже»; without the day where nothing is due, which is said below.
    var dueTitle: String?
    /// Said where nothing is due: the row below is the one that ended last.
    var dueNone: String?
    /// Said over `dueWithin`; none where that is empty.
    var dueWithinTitle: String?
    /// Rows of which no more is known than a time that has not ended.
    var dueWithin: [Fragment<RowView>]
    var albums: [BookView]
    /// «Новое на 1 декабря 2023 года»; «Последние по дате» where the site does not know what is new.
    var newestTitle: String
    var newest: [Fragment<CardView>]
    /// Kinds of material with counts, the way in for those who know what they look for.
    var kinds: [LinkView]
    /// Links for editors.
    var editors: [LinkView]
    /// Which part of a site it is, and of which edition; none for a whole one.
    var part: String?

    init(
        frame: PageFrame, title: String, lead: String, examples: [LinkView] = [], directions: [DirectionEntryView],
        doors: [DoorGroupView] = [], figures: [FigureView] = [],
        map: TileMapView? = nil, due: [Fragment<RowView>] = [], dueTitle: String? = nil,
        dueNone: String? = nil, dueWithinTitle: String? = nil, dueWithin: [Fragment<RowView>] = [],
        albums: [BookView] = [],
        newestTitle: String = "", newest: [Fragment<CardView>] = [], kinds: [LinkView] = [], editors: [LinkView] = []
    ) {
        self.frame = frame
        self.title = title
        self.lead = lead
        self.examples = examples
        self.directions = directions
        self.doors = doors
        self.figures = figures
        self.map = map
        self.due = due
        self.dueTitle = dueTitle
        self.dueNone = dueNone
        self.dueWithinTitle = dueWithinTitle
        self.dueWithin = dueWithin
        self.albums = albums
        self.newestTitle = newestTitle
        self.newest = newest
        self.kinds = kinds
        self.editors = editors
    }

    static let template = "pages/home"
    static let schema = ViewSchema<HomeView>(
        "home", "The home page",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Name of the album") { $0.title },
            .text("lead", "One sentence under the title") { $0.lead },
            .text("part", "Which part of a site it is, and of which edition; nothing for a whole one") { $0.part },
            .list("examples", "Queries for a beginning") { $0.examples },
            .list("directions", "The directions with counts") { $0.directions },
            .list("doors", "Ways in by who one is and by what there is to do") { $0.doors },
            .list("figures", "Numbers that matter") { $0.figures },
            .record("map", "The tile map of coverage") { $0.map },
            .record("regions", "The regions of a site of several, in place of the map") { $0.regions },
            .fragments("due", "Next rows of the roadmaps") { $0.due },
            .text("due_title", "Heading of what is due; absent on a site without roadmaps") { $0.dueTitle },
            .text("due_none", "Said where nothing is due; the row below ended last") { $0.dueNone },
            .text("due_within_title", "Said over `due_within`; absent where that is empty") { $0.dueWithinTitle },
            .fragments("due_within", "Rows of which no more is known than a time that has not ended") { $0.dueWithin },
            .list("albums", "The albums as books") { $0.albums },
            .text("newest_title", "Heading of the newest materials") { $0.newestTitle },
            .fragments("newest", "The newest materials") { $0.newest },
            .list("kinds", "Kinds of material with counts") { $0.kinds },
            .list("editors", "Links for editors") { $0.editors },
        ])
}

/// A direction in the legend of the home page and in the list of an axis.
struct DirectionEntryView: View {
    /// Colour and letter; its url is the entry's page.
    var chip: ChipView
    /// «12 материалов»; none: not counted.
    var count: String?
    /// One sentence; none: left out.
    var about: String?
    /// For the filter of a list; none where there is no filter.
    var marks: RowMarksView?
    /// In its colour, where the list shows covers; none elsewhere.
    var cover: CoverView?

    init(chip: ChipView, count: String? = nil, about: String? = nil) {
        self.chip = chip
        self.count = count
        self.about = about
    }

    static let schema = ViewSchema<DirectionEntryView>(
        "axis entry", "A direction or municipality in a list",
        [
            .record("chip", "Colour, letter, name and address") { $0.chip },
            .text("count", "Number of its materials, in words") { $0.count },
            .text("about", "One sentence") { $0.about },
            .record("cover", "Its cover, in the list of directions") { $0.cover },
            .record("marks", "What a filter compares") { $0.marks },
        ])
}

/// An album as a book on a shelf.
struct BookView: View {
    var title: String
    var url: Href
    var summary: String?
    /// In the colours of its chapters.
    var cover: CoverView
    /// «9 глав, 24 материала».
    var extent: String

    init(title: String, url: Href, summary: String? = nil, cover: CoverView, extent: String) {
        self.title = title
        self.url = url
        self.summary = summary
        self.cover = cover
        self.extent = extent
    }

    static let schema = ViewSchema<BookView>(
        "book", "An album as a book on a shelf",
        [
            .text("title", "Title of the album") { $0.title },
            .text("url", "Relative address") { $0.url.text },
            .text("summary", "Its summary") { $0.summary },
            .record("cover", "Its cover and spine, in the colours of its chapters") { $0.cover },
            .text("extent", "How many chapters and materials") { $0.extent },
        ])
}

/// Doors of one sort.
struct DoorGroupView: View {
    /// «Кто вы».
    var title: String
    var doors: [DoorView]

    init(_ title: String, _ doors: [DoorView]) {
        self.title = title
        self.doors = doors
    }

    static let schema = ViewSchema<DoorGroupView>(
        "door group", "Ways in of one sort",
        [
            .text("title", "What they are sorted by") { $0.title },
            .list("doors", "The ways in") { $0.doors },
        ])
}

/// A way into the album.
struct DoorView: View {
    /// «Учителю».
    var title: String
    var url: Href
    var summary: String
    /// Its first ways; the others are on its own page.
    var ways: [DoorWayView]

    static let schema = ViewSchema<DoorView>(
        "door", "A way into the album",
        [
            .text("title", "For whom or what") { $0.title },
            .text("url", "Its own page") { $0.url.text },
            .text("summary", "One sentence") { $0.summary },
            .list("ways", "The first ways on") { $0.ways },
        ])
}

/// A way on from a door.
struct DoorWayView: View {
    /// A link.
    var content: RawHTML

    init(_ content: RawHTML) { self.content = content }

    static let schema = ViewSchema<DoorWayView>(
        "door way", "A way on from a door", [.html("content", "The cell that leads there") { $0.content }])
}
