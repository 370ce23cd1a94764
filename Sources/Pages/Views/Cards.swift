import AlbumModel
import Linking
import Theming

/// A material in a list.
///
/// Rendered once for each depth of address and placed as a fragment.
struct CardView: TemplateView {
    var title: String
    var url: Href
    var kind: KindView
    /// «муниципальный»; none where the material has no level.
    var level: String?
    var summary: String?
    /// Directions, without links (a link inside a card's link area confuses).
    var chips: [ChipView]
    var municipalities: [String]
    /// «май 2023 г.»; none where the material has no date.
    var date: String?
    /// `2023-05`, for `<time>`; none where it cannot be said in that form.
    var machineDate: String?
    /// «прошло обсуждение и экспертизу», «утратил силу»; none where nothing is said.
    var state: String?
    /// «только описание»: what its kind wants said before it is opened; none where there is nothing to say.
    var note: String?
    /// For the filter of a list; none where there is no filter.
    var marks: RowMarksView?
    /// Of an album in the list of albums; none elsewhere.
    var cover: CoverView?

    init(
        title: String, url: Href, kind: KindView, level: String? = nil, summary: String? = nil,
        chips: [ChipView] = [], municipalities: [String] = [], date: String? = nil, machineDate: String? = nil,
        state: String? = nil, note: String? = nil, marks: RowMarksView? = nil
    ) {
        self.note = note
        self.marks = marks
        self.title = title
        self.url = url
        self.kind = kind
        self.level = level
        self.summary = summary
        self.chips = chips
        self.municipalities = municipalities
        self.date = date
        self.machineDate = machineDate
        self.state = state
    }

    static let template = "partials/card"
    static let schema = ViewSchema<CardView>(
        "card", "A material in a list",
        [
            .text("title", "Title of the material") { $0.title },
            .text("url", "Relative address") { $0.url.text },
            .record("kind", "Its kind") { $0.kind },
            .text("level", "Its level, one word") { $0.level },
            .text("summary", "Its summary") { $0.summary },
            .list("chips", "Its directions") { $0.chips },
            .text("hue", "Number of the colour of its first direction: class `hue-N`") {
                String($0.chips.first?.hue ?? 0)
            },
            .texts("municipalities", "Names of its municipalities") { $0.municipalities },
            .text("date", "Its date in words") { $0.date },
            .text("machine_date", "Its date for machines") { $0.machineDate },
            .text("state", "How far it was discussed, or that it is no longer in force") { $0.state },
            .text("note", "What its kind wants said of it: that only a description is here") { $0.note },
            .record("marks", "What a filter compares") { $0.marks },
            .record("cover", "Its cover and spine, where it stands as a book in the list of albums") { $0.cover },
        ])
}

/// Cards under a heading: the practices of a direction, the model decisions of a municipality.
struct CardGroupView: View {
    /// None: the cards stand without a heading of their own.
    var title: String?
    /// Anchor of the heading.
    var id: String?
    /// «12 практик»; none where the number says nothing.
    var count: String?
    var cards: [Fragment<CardView>]
    /// The full list, where only the newest cards stand here; none: all are here.
    var more: LinkView?
    /// Said in place of cards.
    var empty: EmptyView?

    init(
        _ title: String?, id: String? = nil, count: String? = nil, cards: [Fragment<CardView>], more: LinkView? = nil,
        empty: EmptyView? = nil
    ) {
        self.more = more
        self.title = title
        self.id = id
        self.count = count
        self.cards = cards
        self.empty = empty
    }

    static let schema = ViewSchema<CardGroupView>(
        "card group", "Cards under a heading",
        [
            .text("title", "The heading") { $0.title },
            .text("id", "Anchor of the heading") { $0.id },
            .text("count", "How many, in words") { $0.count },
            .fragments("cards", "The cards, rendered") { $0.cards },
            .record("more", "The full list, where only the newest stand here") { $0.more },
            .record("empty", "Said in place of cards") { $0.empty },
        ])
}

/// A row of a roadmap where it stands outside its table: on the home page, in the calendar, at a direction.
///
/// Rendered once for each depth of address and placed as a fragment.
struct RowView: TemplateView {
    /// The event's name, inline HTML.
    var name: RawHTML
    /// The row in its roadmap; none: the name is not linked.
    var url: Href?
    /// The term in words: «май 2023 г.».
    var term: String
    /// Start for `<time>`: `2023-02`; none for open-ended terms.
    var machineDate: String?
    /// The term has no end in the source: «в течение года».
    var isOpen: Bool
    /// «отменено», «Перенесено на май», that it stands in a draft; none: it is as planned.
    var change: String?
    /// Whether it took place, as the row says: «Проведено», «да»; none: it says nothing of it.
    var mark: RowMark?
    /// Whom it concerns, where it stands among rows of others: «всех муниципалитетов»; none where that is seen.
    var reach: String?
    var participants: [String]
    var executors: [String]
    var coExecutors: [String]
    var result: RawHTML?
    var chips: [ChipView]
    /// For the filter of the calendar; none where there is no filter.
    var marks: RowMarksView?
    /// Whose row it is, for files of calendar programs: «Муниципалитет: Миасский ГО».
    var place: String?
    /// The regions of its roadmap, for the same.
    var regions: [String]
    /// It is an event itself and stands in no roadmap.
    var isEvent: Bool
    /// Where an event takes place; none: it is not said.
    var venue: String?
    /// The roadmap it stands in; of an event the list of events.
    var roadmap: LinkView?

    init(
        name: RawHTML, url: Href? = nil, term: String, machineDate: String? = nil, isOpen: Bool = false,
        change: String? = nil, mark: RowMark? = nil, reach: String? = nil, participants: [String] = [],
        executors: [String] = [],
        coExecutors: [String] = [],
        result: RawHTML? = nil, chips: [ChipView] = [],
        marks: RowMarksView? = nil, place: String? = nil, regions: [String] = [], isEvent: Bool = false,
        venue: String? = nil, roadmap: LinkView? = nil
    ) {
        self.name = name
        self.url = url
        self.term = term
        self.machineDate = machineDate
        self.isOpen = isOpen
        self.change = change
        self.mark = mark
        self.reach = reach
        self.participants = participants
        self.executors = executors
        self.coExecutors = coExecutors
        self.result = result
        self.chips = chips
        self.marks = marks
        self.place = place
        self.regions = regions
        self.isEvent = isEvent
        self.venue = venue
        self.roadmap = roadmap
    }

    static let template = "partials/row"
    static let schema = ViewSchema<RowView>(
        "row", "A row of a roadmap outside its table, or an event",
        [
            .html("name", "Name of the event") { $0.name },
            .text("url", "Relative address of the row in its roadmap") { $0.url?.text },
            .text("term", "The term in words") { $0.term },
            .text("machine_date", "Start of the term for machines") { $0.machineDate },
            .flag("is_open", "The term has no end") { $0.isOpen },
            .text("change", "That it was called off or moved to another time, in words") { $0.change },
            .text("mark", "What it says of its having taken place, as written") { $0.mark?.text },
            .text("mark_label", "The head of the column that says it") { $0.mark?.label },
            .text("reach", "Whom it concerns beside the place whose page it is") { $0.reach },
            .texts("participants", "Who takes part") { $0.participants },
            .texts("executors", "Who carries it out") { $0.executors },
            .texts("co_executors", "Who helps them") { $0.coExecutors },
            .html("result", "Expected result") { $0.result },
            .list("chips", "Directions of the row") { $0.chips },
            .record("marks", "What a filter compares") { $0.marks },
            .text("place", "Whose row it is, for files of calendar programs") { $0.place },
            .text("regions", "The regions of its roadmap for the same, parted by bars") {
                $0.regions.isEmpty ? nil : $0.regions.joined(separator: "|")
            },
            .flag("is_event", "It is an event and stands in no roadmap") { $0.isEvent },
            .text("venue", "Where an event takes place") { $0.venue },
            .record("roadmap", "The roadmap it stands in") { $0.roadmap },
        ])
}
