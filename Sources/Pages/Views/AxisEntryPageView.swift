import Theming

/// The page of a direction, a municipality or an RMA direction: what is here, what is due, what is missing.
struct AxisEntryPageView: TemplateView {
    var frame: PageFrame
    /// Word for the axis above the title: «Направление».
    var axis: String
    var title: String
    /// Colour and letter of a direction, 0 for axes without colours.
    var hue: Int
    var letter: String?
    /// One or two sentences.
    var description: String?
    /// Full name, aliases, region, office, in which groups and albums.
    var facts: [FactView]
    /// Counts by kind; each leads to the group below.
    var figures: [FigureView]
    /// Materials by kind.
    var groups: [CardGroupView]
    /// Said instead of groups when there are no materials at all.
    var empty: EmptyView?
    /// What is due here.
    var due: [Fragment<RowView>]
    /// Heading of what is due; none where no row concerns the entry.
    var dueTitle: String?
    /// Said where nothing is due: the row below is the one that ended last.
    var dueNone: String?
    /// Said over `dueWithin`; none where that is empty.
    var dueWithinTitle: String?
    /// Rows of which no more is known than a time that has not ended.
    var dueWithin: [Fragment<RowView>]
    /// Said over `overdue`; none where that is empty.
    var overdueTitle: String?
    /// Rows of a municipality whose term passed and of which nobody says what came of them.
    var overdue: [Fragment<RowView>] = []
    /// All of them in the calendar; none where the calendar cannot be narrowed down to the entry.
    var dueAll: LinkView?
    /// The other axis: municipalities of a direction, directions of a municipality.
    var crossTitle: String
    /// What the numbers of the other axis mean.
    var crossNote: String?
    var present: [CrossEntryView]
    var missing: [CrossEntryView]
    /// «Пока ничего нет у 12 муниципалитетов», heading of `missing`.
    var missingTitle: String
    /// How to fill the gaps.
    var missingHelp: LinkView?
    /// A municipality beside others.
    var comparison: LinkView?
    /// Documents it rests on, neighbours with the same gaps filled, chapters of albums: each under its heading.
    var links: [LinkGroupView]
    var downloads: [DownloadView]
    /// Over the groups; none where there is little to choose from.
    var filter: FilterView?
    /// Of a region of several: its municipalities.
    var map: TileMapView?
    /// The way from there to its matrix.
    var coverage: LinkView?

    init(
        frame: PageFrame, axis: String, title: String, hue: Int = 0, letter: String? = nil, description: String? = nil,
        facts: [FactView] = [], figures: [FigureView] = [], groups: [CardGroupView] = [], empty: EmptyView? = nil,
        due: [Fragment<RowView>] = [], dueTitle: String? = nil, dueNone: String? = nil, dueWithinTitle: String? = nil,
        dueWithin: [Fragment<RowView>] = [],
        dueAll: LinkView? = nil, crossTitle: String = "",
        crossNote: String? = nil, present: [CrossEntryView] = [], missing: [CrossEntryView] = [],
        missingTitle: String = "", missingHelp: LinkView? = nil, comparison: LinkView? = nil,
        links: [LinkGroupView] = [], downloads: [DownloadView] = []
    ) {
        self.frame = frame
        self.axis = axis
        self.title = title
        self.hue = hue
        self.letter = letter
        self.description = description
        self.facts = facts
        self.figures = figures
        self.groups = groups
        self.empty = empty
        self.due = due
        self.dueTitle = dueTitle
        self.dueNone = dueNone
        self.dueWithinTitle = dueWithinTitle
        self.dueWithin = dueWithin
        self.dueAll = dueAll
        self.crossTitle = crossTitle
        self.crossNote = crossNote
        self.present = present
        self.missing = missing
        self.missingTitle = missingTitle
        self.missingHelp = missingHelp
        self.comparison = comparison
        self.links = links
        self.downloads = downloads
    }

    /// Only where the axis has colours.
    private var cover: CoverView? { hue == 0 ? nil : CoverView(id: "cover", hues: [hue]) }

    static let template = "pages/axis-entry"
    static let schema = ViewSchema<AxisEntryPageView>(
        "axis entry page", "The page of a direction or municipality",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("axis", "Word for the axis") { $0.axis },
            .text("title", "Name of the entry") { $0.title },
            .text("hue", "Number of its colour, 0 to 12: class `hue-N`") { String($0.hue) },
            .text("letter", "Letter of a direction") { $0.letter },
            .record("cover", "A cover in its colour; absent for axes without colours") { $0.cover },
            .text("description", "One or two sentences") { $0.description },
            .list("facts", "Full name, region, groups …") { $0.facts },
            .list("figures", "Counts by kind") { $0.figures },
            .list("groups", "Materials by kind") { $0.groups },
            .record("empty", "Said when there are no materials") { $0.empty },
            .fragments("due", "Rows of roadmaps that are due here") { $0.due },
            .text("due_title", "Heading of what is due; absent where no row concerns the entry") { $0.dueTitle },
            .text("due_none", "Said where nothing is due; the row below ended last") { $0.dueNone },
            .text("due_within_title", "Said over `due_within`; absent where that is empty") { $0.dueWithinTitle },
            .fragments("due_within", "Rows of which no more is known than a time that has not ended") { $0.dueWithin },
            .text("overdue_title", "Said over `overdue`; absent where that is empty") { $0.overdueTitle },
            .fragments("overdue", "Rows whose term passed and of which nothing else is said") { $0.overdue },
            .record("due_all", "All of them in the calendar") { $0.dueAll },
            .text("cross_title", "Heading of the other axis") { $0.crossTitle },
            .text("cross_note", "What the numbers of the other axis mean") { $0.crossNote },
            .list("present", "Entries of the other axis that have something of their own") { $0.present },
            .list("missing", "Entries of the other axis that have nothing of their own") { $0.missing },
            .text("missing_title", "Heading of the gaps") { $0.missingTitle },
            .flag("is_missing_long", "There are more gaps than one takes in at a glance") { $0.missing.count > 12 },
            .record("missing_help", "How to fill the gaps") { $0.missingHelp },
            .record("comparison", "The way to a municipality beside others") { $0.comparison },
            .list("links", "Further links in groups") { $0.links },
            .list("downloads", "Data of the page as files") { $0.downloads },
            .record("filter", "What narrows the groups down") { $0.filter },
            .record("map", "The municipalities of a region, where the site has several") { $0.map },
            .record("coverage", "The way to the matrix of a region") { $0.coverage },
        ])
}

/// An entry of the other axis: a municipality of a direction, a direction of a municipality.
struct CrossEntryView: View {
    var chip: ChipView
    /// How many materials of its own both have; 0 in `missing`.
    var count: Int
    /// «участие: 3»; none where neither takes part in anything of the other.
    var part: String?
    /// Who has something there, where the page's own entry has nothing.
    var holders: [LinkView] = []
    /// Said where nobody has; none elsewhere.
    var nobody: String?

    init(chip: ChipView, count: Int, part: String? = nil) {
        self.chip = chip
        self.count = count
        self.part = part
    }

    static let schema = ViewSchema<CrossEntryView>(
        "cross entry", "An entry of the other axis",
        [
            .record("chip", "Colour, letter, name and address") { $0.chip },
            .number("count", "How many materials of one's own both have") { $0.count },
            .text("part", "In how much both take part, in words") { $0.part },
            .list("holders", "Who has something where the page's own entry has nothing") { $0.holders },
            .text("nobody", "Said where nobody else has anything either") { $0.nobody },
        ])
}

/// A fact with its label: «Дата: май 2023 г.».
struct FactView: View {
    var label: String
    var values: [LinkView]
    /// Directions stand as chips; else empty.
    var chips: [ChipView]

    /// «36 муниципалитетов»: said in place of a long list of values, which unfolds below it; none: nothing is folded.
    var folded: String?

    init(_ label: String, _ values: [LinkView] = [], chips: [ChipView] = [], folded: String? = nil) {
        self.folded = folded
        self.label = label
        self.values = values
        self.chips = chips
    }

    static let schema = ViewSchema<FactView>(
        "fact", "A fact with its label",
        [
            .text("label", "What the fact is about") { $0.label },
            .text("folded", "Said in place of a long list of values, which unfolds below it") { $0.folded },
            .list("values", "The fact: one or more links or texts") { $0.values },
            .list("chips", "The fact as directions") { $0.chips },
        ])
}
