import Linking
import SiteBuilder
import Theming

@testable import Pages

// In tests a link may be written as its text; in the program nowhere.

extension Href: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .web(value) }
}

/// Each page twice: with nothing optional, and with everything.
struct Samples {
    let theme: Theme
    /// Text that must be escaped wherever it stands.
    private let text = "<b>опасно & \"так\""

    var pages: [(name: String, html: [UInt8])] {
        [
            ("home, bare", render(HomeView(frame: frame(bare: true), title: text, lead: text, directions: []))),
            ("home", render(home)),
            (
                "list",
                render(list)
            ),
            ("list, bare", render(KindListView(frame: frame(), title: text, groups: [], empty: empty))),
            (
                "axis list",
                render(axisList)
            ),
            ("documents", render(documents)), ("direction", render(direction)),
            ("direction, bare", render(AxisEntryPageView(frame: frame(), axis: text, title: text, empty: empty))),
            ("coverage", render(coverage)), ("comparison", render(comparison)), ("calendar", render(calendar)),
            (
                "calendar, bare",
                render(
                    CalendarView(
                        frame: frame(), title: text, lead: text, day: "2023-12-01", dayText: text, years: [],
                        empty: empty))
            ),
            ("album", render(album)), ("album print", render(print)), ("material", render(material)),
            (
                "material, bare",
                render(MaterialView(frame: frame(bare: true), kind: kind, title: text, parts: []))
            ),
            ("search", render(SearchView(frame: frame(), title: text, former: text, indexes: [links]))),
            ("glossary", render(glossary)),
            (
                "plain",
                render(
                    PlainView(
                        frame: frame(), title: text, contents: [OutlineView(text, "#a")], body: html, links: [links]))
            ),
            ("not found", render(NotFoundView(frame: frame(), title: text, text: text, links: [link]))),
            ("table order", render(TableOrderView(frame: frame(), title: text, table: table))),
            ("site map", render(SiteMapView(frame: frame(), title: text, groups: [links]))),
        ]
    }

    private var html: RawHTML { RawHTML("<p>Текст</p>") }
    private func render(_ page: some TemplateView) -> [UInt8] { theme.render(page).html }
    private func fragment<Part: TemplateView>(_ part: Part) -> Fragment<Part> { theme.fragment(part).html }

    private var link: LinkView { LinkView(text, "a.html", note: text) }
    private var links: LinkGroupView { LinkGroupView(text, id: "a", links: [link, LinkView(text)], empty: text) }
    private var chip: ChipView { ChipView(text, "a.html", hue: 2, letter: "Зд") }
    private var kind: KindView { KindView(id: "practice", word: text, url: "a.html") }
    private var empty: EmptyView { EmptyView(text, help: link) }
    private var entry: DirectionEntryView {
        var entry = DirectionEntryView(chip: chip, count: text, about: text)
        entry.cover = cover
        return entry
    }

    private var gap: CrossEntryView {
        var gap = CrossEntryView(chip: chip, count: 0)
        gap.holders = [link]
        gap.nobody = text
        return gap
    }

    private var figure: FigureView { FigureView("5", text, url: "a.html") }
    private var download: DownloadView { DownloadView(text, "a.csv", format: "CSV", size: text) }
    private var fact: FactView { FactView(text, [link, LinkView(text)], chips: [chip]) }
    private var group: CardGroupView { CardGroupView(text, id: "g", count: text, cards: [card], empty: nil) }

    private var cover: CoverView { CoverView(id: "b", hues: [2, 3]) }

    private var card: Fragment<CardView> {
        var card = CardView(
            title: text, url: "a.html", kind: kind, level: text, summary: text, chips: [chip],
            municipalities: [text, text], date: text, machineDate: "2023", marks: marks)
        card.cover = cover
        return fragment(card)
    }

    private var row: Fragment<RowView> {
        fragment(
            RowView(
                name: html, url: "a.html#r", term: text, machineDate: "2023-02", change: text,
                participants: [text, text],
                executors: [text], result: html, chips: [chip], marks: marks, roadmap: link))
    }

    private var table: RecordTableView {
        let cell = CellView(label: text, content: html, isNumber: true, isMissing: true)
        var view = RecordTableView(
            id: "t", caption: text, columns: [ColumnView(text), ColumnView(text, isNumber: true)],
            rows: [RecordRowView(id: "r", head: CellView(label: text, content: html), cells: [cell])],
            downloads: [download], filter: filter, timeline: timeline, picture: RawHTML("<svg></svg>"),
            scoreSheet: scoreSheet, worksheet: worksheet, note: text)
        view.map = map
        return view
    }

    private var map: TileMapView {
        let tile = TileView(
            column: 1, row: 2, short: "Аша", title: text, url: "a.html", step: 3, value: text, figure: "3")
        var map = TileMapView(
            id: "m", title: text, about: text, tiles: [tile], columns: 3, rows: 3, legend: [LegendStepView(0, text)])
        map.bars = [
            MapBarView(title: text, url: "a.html", figure: "3", share: 100),
            MapBarView(title: text, figure: "1", share: 33),
        ]
        map.barsRest = text
        return map
    }

    private func frame(bare: Bool = false) -> PageFrame {
        if bare { return PageFrame(title: text, siteTitle: text, root: "") }
        return PageFrame(
            title: text, siteTitle: text, description: text, canonical: "https://example.org/a.html", root: "../",
            menu: [MenuItemView(text, "a.html", current: true)], breadcrumbs: [link], feeds: [link], footer: [link],
            contact: text, metadata: RawHTML("<meta property=\"og:type\" content=\"article\">"))
    }

    private var regions: RegionOverviewView {
        var view = RegionOverviewView(title: text, url: "c.html")
        let cell = RegionCellView(place: 0, hue: 2, title: text, count: 3)
        let strip = RegionStripView(region: link, coverage: link, figure: "3", about: text, cells: [cell])
        view.note = text
        view.maps = [RegionMapView(region: link, coverage: link, map: map)]
        (view.strips, view.others) = ([strip], [strip])
        return view
    }

    private var home: HomeView {
        var view = HomeView(
            frame: frame(), title: text, lead: text, directions: [entry], figures: [figure], map: map, due: [row],
            dueTitle: text, dueNone: text,
            albums: [BookView(title: text, url: "a.html", summary: text, cover: cover, extent: text)],
            newest: [card], kinds: [link], editors: [link])
        view.regions = regions
        return view
    }

    private var marks: RowMarksView { RowMarksView(tokens: ["a", "b"], from: "2023-05-01", to: "2023-05-31") }

    private var filter: FilterView {
        FilterView(
            target: "events", noun: text, words: text,
            fields: [
                FilterFieldView(
                    name: "period", label: text, keptAs: "k", note: text,
                    options: [
                        FilterOptionView(value: "2023-05", label: text, count: 2, marks: marks, former: ["2023-5"])
                    ])
            ])
    }

    private var chart: ChartView {
        ChartView(
            id: "chart--1", title: text, about: text, picture: RawHTML("<svg></svg>"), columns: [ColumnView(text)],
            rows: [RecordRowView(id: "", head: CellView(label: text, content: html), cells: [])], source: link)
    }

    private func sheet(_ id: String) -> SheetView {
        SheetView(
            id: id, page: "a.html", title: text, edition: "2023-12-01", subject: text, names: [text], another: text)
    }

    private var worksheet: WorksheetView {
        let choice = WorksheetChoiceView(value: "a", label: text, settles: true)
        let fields = [
            WorksheetFieldView(
                name: "a.state", label: text, choices: [choice, WorksheetChoiceView(value: "b", label: text)]),
            WorksheetFieldView(name: "a.step", label: text, help: text, isLong: true),
            WorksheetFieldView(name: "a.term", label: text, isDate: true),
            WorksheetFieldView(name: "a.who", label: text),
        ]
        return WorksheetView(
            sheet: sheet("work"), doneLabel: text, openLabel: text,
            rows: [
                WorksheetRowView(
                    id: "work-a", anchor: "a", name: html, about: text, cells: [CellView(label: text, content: html)],
                    fields: fields, links: [links])
            ])
    }

    private var scoreSheet: ScoreSheetView {
        let field = ScoreFieldView(name: "a.p", label: text, about: text, limit: text, least: "0", most: "1")
        let penalty = ScoreFieldView(
            name: "a.q.1", label: text, stage: text, former: "a.q", limit: text, least: "-1", most: "0",
            choices: [ScoreChoiceView(value: "", label: text), ScoreChoiceView(value: "-1", label: text)])
        return ScoreSheetView(
            sheet: sheet("points"),
            rows: [
                ScoreRowView(id: "points-a", name: text, level: 1, maximum: "2"),
                ScoreRowView(
                    id: "points-b", name: text, level: 2, above: 0,
                    parts: [
                        ScorePartView(id: "s", stage: text, fields: [field]), ScorePartView(id: "r", fields: [penalty]),
                    ]),
            ])
    }

    private var timeline: TimelineView {
        let bar = RawHTML("<svg></svg>")
        return TimelineView(
            id: "picture", title: text, about: text, axis: bar, grid: bar,
            rows: [
                TimelineRowView(term: text, name: text, change: text, row: "a", bar: bar),
                TimelineRowView(term: text, count: "2", days: marks, bar: bar),
            ])
    }

    private var list: KindListView {
        var list = KindListView(frame: frame(), title: text, description: text, parts: [link], groups: [group])
        list.filter = filter
        list.family = [link]
        return list
    }

    private var axisList: AxisListView {
        var entry = entry
        entry.marks = marks
        var list = AxisListView(frame: frame(), title: text, groups: [AxisGroupView(text, entries: [entry])])
        list.filter = filter
        return list
    }

    private var documents: DocumentListView {
        var document = DocumentEntryView(title: text, url: "a.html", officialTitle: text, state: text, citedIn: [link])
        (document.date, document.machineDate, document.number, document.marks) = (text, "2022-12-09", text, marks)
        var list = DocumentListView(
            frame: frame(), title: text, description: text, count: text,
            groups: [DocumentGroupView(text, id: "g", documents: [document])])
        list.filter = filter
        list.family = [link]
        return list
    }

    private var direction: AxisEntryPageView {
        var page = AxisEntryPageView(
            frame: frame(), axis: text, title: text, hue: 2, letter: "Зд", description: text, facts: [fact],
            figures: [figure], groups: [group], due: [row], dueTitle: text, dueNone: text, dueAll: link,
            crossTitle: text, crossNote: text,
            present: [CrossEntryView(chip: chip, count: 2, part: text)],
            missing: [gap],
            missingTitle: text, missingHelp: link, links: [links], downloads: [download])
        page.filter = filter
        (page.map, page.coverage) = (map, link)
        return page
    }

    private var coverage: CoverageView {
        let cells = [
            MatrixCellView(count: 2, part: 1, about: text, url: "a.html", hue: 2, label: text, letter: "Зд"),
            MatrixCellView(count: 0, about: text, hue: 3, label: text, letter: "Т"),
        ]
        let sums = MatrixSums(own: 2, part: 1)
        var matrix = MatrixView(
            caption: text, columns: [chip, chip],
            rows: [MatrixRowView(title: text, url: "a.html", cells: cells, filled: 1, sums: sums)],
            totals: cells, sums: sums, distinct: text)
        matrix.isByRegion = true
        var view = CoverageView(
            frame: frame(), title: text, lead: text, figures: [figure], maps: [map], matrix: matrix,
            comparison: link, whole: link, downloads: [download], gaps: links, help: link)
        view.isByRegion = true
        return view
    }

    private var comparison: ComparisonView {
        ComparisonView(
            frame: frame(), title: text, lead: text, coverage: "c.html",
            places: [ComparedPlaceView(id: "m", title: text, url: "m.html", data: "d.js", former: ["old-m"])],
            directions: [ComparedDirectionView(id: "d", chip: chip)])
    }

    private var run: CalendarRunView { CalendarRunView(roadmap: link, rows: [row]) }

    private var calendar: CalendarView {
        CalendarView(
            frame: frame(), title: text, lead: text, day: "2023-12-01", dayText: text,
            now: CalendarYearView(text, id: "now", parts: [], count: text, none: text),
            years: [
                CalendarYearView(
                    text, id: "y",
                    parts: [
                        CalendarPartView(
                            text, id: "q", isQuarter: true,
                            periods: [CalendarPeriodView(text, id: "p", runs: [run])])
                    ], count: text, isPast: true)
            ],
            open: [run], unknown: [run], filter: filter, downloads: [download])
    }

    private var album: AlbumView {
        let chapter = ChapterView(
            number: "1", title: text, id: "c", hue: 2, letter: "Зд", direction: link, count: text, cards: [card],
            related: [card], withdrawn: [link])
        var view = AlbumView(
            frame: frame(), title: text, summary: text, extent: text, facts: [fact], introduction: html,
            chapters: [chapter, ChapterView(number: "2", title: text, id: "d", cards: [], empty: empty)],
            printURL: "a-print.html", downloads: [download], links: [links])
        view.citation = citation
        view.history = history
        return view
    }

    private var print: AlbumPrintView {
        let material = PrintMaterialView(
            title: text, id: "m", kind: kind, about: text, summary: text,
            parts: [BodyPartView(html: html), BodyPartView(table: table)])
        return AlbumPrintView(
            frame: frame(), title: text, summary: text, imprint: text, introduction: html,
            chapters: [
                PrintChapterView(
                    number: "1", title: text, id: "c", hue: 2, materials: [material], related: [link],
                    withdrawn: [link])
            ],
            album: link)
    }

    private var history: HistoryView {
        HistoryView(said: text, changes: [ChangeView(day: text, machineDay: "2023-05-11", subject: text)])
    }
    private var citation: CitationView { CitationView(text: text, accessed: text, data: "a.json") }

    private var material: MaterialView {
        var view = MaterialView(
            frame: frame(), kind: kind, level: text, title: text, summary: text, officialTitle: text,
            notices: [NoticeView(.warning, html)], facts: [fact],
            contents: [OutlineView(text, "#a"), OutlineView(text, "#b", level: 3)],
            parts: [
                BodyPartView(html: html), BodyPartView(html: fragment(chart).html), BodyPartView(table: table),
            ], downloads: [download], links: [links],
            related: [card],
            neighbours: [NeighboursView(label: text, album: link, chapter: link, previous: link, next: link)])
        view.model = ModelView(share: link)
        view.citation = citation
        view.history = history
        return view
    }

    private var glossary: GlossaryView {
        let term = TermView(text, id: "t", expansion: text, definition: html, links: [link])
        var page = GlossaryView(
            frame: frame(), title: text, lead: text, letters: [GlossaryLetterView("В", id: "v", terms: [term])])
        page.filter = filter
        return page
    }
}
