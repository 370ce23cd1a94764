import Linking
import Theming

/// `search.html`; without JavaScript its indexes lead on.
struct SearchView: TemplateView {
    var frame: PageFrame
    var title: String
    /// Values of facets under former ids, with those of today, for the script.
    var former: String?
    /// By direction, by municipality, by kind, by year.
    var indexes: [LinkGroupView]

    init(frame: PageFrame, title: String, former: String?, indexes: [LinkGroupView]) {
        self.frame = frame
        self.title = title
        self.former = former
        self.indexes = indexes
    }

    static let template = "pages/search"
    static let schema = ViewSchema<SearchView>(
        "search", "The search page",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .text("former", "Values under former ids, with those of today, for the script") { $0.former },
            .list("indexes", "Ways in without search") { $0.indexes },
        ])
}

/// `glossary.html`.
struct GlossaryView: TemplateView {
    var frame: PageFrame
    var title: String
    var lead: String?
    var letters: [GlossaryLetterView]
    /// Above the terms; none where there are few.
    var filter: FilterView?

    init(frame: PageFrame, title: String, lead: String? = nil, letters: [GlossaryLetterView]) {
        self.frame = frame
        self.title = title
        self.lead = lead
        self.letters = letters
    }

    static let template = "pages/glossary"
    static let schema = ViewSchema<GlossaryView>(
        "glossary", "Abbreviations and terms",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .text("lead", "What the page is for") { $0.lead },
            .list("letters", "The terms by letter") { $0.letters },
            .record("filter", "What narrows the terms down") { $0.filter },
        ])
}

/// Terms under a letter.
struct GlossaryLetterView: View {
    var letter: String
    var id: String
    var terms: [TermView]

    init(_ letter: String, id: String, terms: [TermView]) {
        self.letter = letter
        self.id = id
        self.terms = terms
    }

    static let schema = ViewSchema<GlossaryLetterView>(
        "glossary letter", "Terms under a letter",
        [
            .text("letter", "The letter") { $0.letter },
            .text("id", "Anchor of the letter") { $0.id },
            .list("terms", "The terms") { $0.terms },
        ])
}

/// A term or an abbreviation.
struct TermView: View {
    var term: String
    var id: String
    /// What an abbreviation stands for.
    var expansion: String?
    var definition: RawHTML?
    /// Where it is used.
    var links: [LinkView]
    /// «и ещё 3», leading to the search; none where all stand here.
    var more: LinkView?

    init(
        _ term: String, id: String, expansion: String? = nil, definition: RawHTML? = nil, links: [LinkView] = [],
        more: LinkView? = nil
    ) {
        self.term = term
        self.id = id
        self.expansion = expansion
        self.definition = definition
        self.links = links
        self.more = more
    }

    static let schema = ViewSchema<TermView>(
        "term", "A term or an abbreviation",
        [
            .text("term", "The term") { $0.term },
            .text("id", "Its anchor") { $0.id },
            .text("expansion", "What an abbreviation stands for") { $0.expansion },
            .html("definition", "What it means") { $0.definition },
            .list("links", "Where it is used") { $0.links },
            .record("more", "How many more use it, leading to the search") { $0.more },
        ])
}

/// A page with a text and nothing else: about, how to add a material.
struct PlainView: TemplateView {
    var frame: PageFrame
    var title: String
    var summary: String?
    var contents: [OutlineView]
    var body: RawHTML
    /// Further ways, below the text.
    var links: [LinkGroupView]
    /// Where it has moved to; none: it has not.
    var movedTo: Href?

    init(
        frame: PageFrame, title: String, summary: String? = nil, contents: [OutlineView] = [], body: RawHTML,
        links: [LinkGroupView] = [], movedTo: Href? = nil
    ) {
        self.frame = frame
        self.title = title
        self.summary = summary
        self.contents = contents
        self.body = body
        self.links = links
        self.movedTo = movedTo
    }

    static let template = "pages/plain"
    static let schema = ViewSchema<PlainView>(
        "plain", "A page with a text and nothing else",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .text("summary", "Its summary") { $0.summary },
            .list("contents", "Headings of the text") { $0.contents },
            .html("body", "The text") { $0.body },
            .list("links", "Further links in groups") { $0.links },
            .text("moved_to", "Where the page has moved to; absent where it has not") { $0.movedTo?.text },
        ])
}

/// `404.html`; the frame's `root` and all its links begin with `/`.
struct NotFoundView: TemplateView {
    var frame: PageFrame
    var title: String
    var text: String
    /// Where to go from here.
    var links: [LinkView]

    init(frame: PageFrame, title: String, text: String, links: [LinkView]) {
        self.frame = frame
        self.title = title
        self.text = text
        self.links = links
    }

    static let template = "pages/not-found"
    static let schema = ViewSchema<NotFoundView>(
        "not found", "The page for addresses that do not exist",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .text("text", "What happened and what to do") { $0.text },
            .list("links", "Where to go from here") { $0.links },
        ])
}

/// `check-copy.html`: the files of a folder against its manifest, by a script.
struct CopyCheckView: TemplateView {
    var frame: PageFrame
    var title: String

    static let template = "pages/check-copy"
    static let schema = ViewSchema<CopyCheckView>(
        "copy check", "The page that says whether a copy of the site is whole",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
        ])
}

/// The map of the site: every page of the menu's depth, in groups.
struct SiteMapView: TemplateView {
    var frame: PageFrame
    var title: String
    var groups: [LinkGroupView]

    init(frame: PageFrame, title: String, groups: [LinkGroupView]) {
        self.frame = frame
        self.title = title
        self.groups = groups
    }

    static let template = "pages/site-map"
    static let schema = ViewSchema<SiteMapView>(
        "site map", "The map of the site",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .list("groups", "The pages in groups") { $0.groups },
        ])
}

/// A record table in another order than its text has it.
struct TableOrderView: TemplateView {
    var frame: PageFrame
    var title: String
    var table: RecordTableView

    init(frame: PageFrame, title: String, table: RecordTableView) {
        self.frame = frame
        self.title = title
        self.table = table
    }

    static let template = "pages/table-order"
    static let schema = ViewSchema<TableOrderView>(
        "table order", "A record table in another order than its text has it",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .record("table", "The table") { $0.table },
        ])
}
