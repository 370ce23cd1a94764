import Theming

/// `search.html`; without JavaScript its indexes lead on.
package struct SearchView: TemplateView {
    package var frame: PageFrame
    package var title: String
    /// By direction, by municipality, by kind, by year.
    package var indexes: [LinkGroupView]

    package init(frame: PageFrame, title: String, indexes: [LinkGroupView]) {
        self.frame = frame
        self.title = title
        self.indexes = indexes
    }

    package static let template = "pages/search"
    package static let schema = ViewSchema<SearchView>(
        "search", "The search page",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .list("indexes", "Ways in without search") { $0.indexes },
        ])
}

/// `glossary.html`.
package struct GlossaryView: TemplateView {
    package var frame: PageFrame
    package var title: String
    package var lead: String?
    package var letters: [GlossaryLetterView]

    package init(frame: PageFrame, title: String, lead: String? = nil, letters: [GlossaryLetterView]) {
        self.frame = frame
        self.title = title
        self.lead = lead
        self.letters = letters
    }

    package static let template = "pages/glossary"
    package static let schema = ViewSchema<GlossaryView>(
        "glossary", "Abbreviations and terms",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .text("lead", "What the page is for") { $0.lead },
            .list("letters", "The terms by letter") { $0.letters },
        ])
}

/// Terms under a letter.
package struct GlossaryLetterView: View {
    package var letter: String
    package var id: String
    package var terms: [TermView]

    package init(_ letter: String, id: String, terms: [TermView]) {
        self.letter = letter
        self.id = id
        self.terms = terms
    }

    package static let schema = ViewSchema<GlossaryLetterView>(
        "glossary letter", "Terms under a letter",
        [
            .text("letter", "The letter") { $0.letter },
            .text("id", "Anchor of the letter") { $0.id },
            .list("terms", "The terms") { $0.terms },
        ])
}

/// A term or an abbreviation.
package struct TermView: View {
    package var term: String
    package var id: String
    /// What an abbreviation stands for.
    package var expansion: String?
    package var definition: RawHTML?
    /// Where it is used.
    package var links: [LinkView]
    /// «и ещё 3», leading to the search; none where all stand here.
    package var more: LinkView?

    package init(
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

    package static let schema = ViewSchema<TermView>(
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
package struct PlainView: TemplateView {
    package var frame: PageFrame
    package var title: String
    package var summary: String?
    package var contents: [OutlineView]
    package var body: RawHTML
    /// Further ways, below the text.
    package var links: [LinkGroupView]

    package init(
        frame: PageFrame, title: String, summary: String? = nil, contents: [OutlineView] = [], body: RawHTML,
        links: [LinkGroupView] = []
    ) {
        self.frame = frame
        self.title = title
        self.summary = summary
        self.contents = contents
        self.body = body
        self.links = links
    }

    package static let template = "pages/plain"
    package static let schema = ViewSchema<PlainView>(
        "plain", "A page with a text and nothing else",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .text("summary", "Its summary") { $0.summary },
            .list("contents", "Headings of the text") { $0.contents },
            .html("body", "The text") { $0.body },
            .list("links", "Further links in groups") { $0.links },
        ])
}

/// `404.html`; the frame's `root` and all its links begin with `/`.
package struct NotFoundView: TemplateView {
    package var frame: PageFrame
    package var title: String
    package var text: String
    /// Where to go from here.
    package var links: [LinkView]

    package init(frame: PageFrame, title: String, text: String, links: [LinkView]) {
        self.frame = frame
        self.title = title
        self.text = text
        self.links = links
    }

    package static let template = "pages/not-found"
    package static let schema = ViewSchema<NotFoundView>(
        "not found", "The page for addresses that do not exist",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .text("text", "What happened and what to do") { $0.text },
            .list("links", "Where to go from here") { $0.links },
        ])
}

/// The map of the site: every page of the menu's depth, in groups.
package struct SiteMapView: TemplateView {
    package var frame: PageFrame
    package var title: String
    package var groups: [LinkGroupView]

    package init(frame: PageFrame, title: String, groups: [LinkGroupView]) {
        self.frame = frame
        self.title = title
        self.groups = groups
    }

    package static let template = "pages/site-map"
    package static let schema = ViewSchema<SiteMapView>(
        "site map", "The map of the site",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .list("groups", "The pages in groups") { $0.groups },
        ])
}

/// A record table in another order than its text has it.
package struct TableOrderView: TemplateView {
    package var frame: PageFrame
    package var title: String
    package var table: RecordTableView

    package init(frame: PageFrame, title: String, table: RecordTableView) {
        self.frame = frame
        self.title = title
        self.table = table
    }

    package static let template = "pages/table-order"
    package static let schema = ViewSchema<TableOrderView>(
        "table order", "A record table in another order than its text has it",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .record("table", "The table") { $0.table },
        ])
}
