import Theming

/// The list of a kind, or of any other set of materials.
package struct KindListView: TemplateView {
    package var frame: PageFrame
    package var title: String
    package var description: String?
    /// «24 практики».
    package var count: String?
    /// Links to parts of the list: by year, by letter; empty: the list is short.
    package var parts: [LinkView]
    package var groups: [CardGroupView]
    package var empty: EmptyView?

    package init(
        frame: PageFrame, title: String, description: String? = nil, count: String? = nil, parts: [LinkView] = [],
        groups: [CardGroupView], empty: EmptyView? = nil
    ) {
        self.frame = frame
        self.title = title
        self.description = description
        self.count = count
        self.parts = parts
        self.groups = groups
        self.empty = empty
    }

    package static let template = "pages/list"
    package static let schema = ViewSchema<KindListView>(
        "list", "The list of a kind",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Name of the kind in the plural") { $0.title },
            .text("description", "One sentence about the kind") { $0.description },
            .text("count", "How many, in words") { $0.count },
            .list("parts", "Links to parts of the list") { $0.parts },
            .list("groups", "The materials, in groups") { $0.groups },
            .record("empty", "Said when there are no materials") { $0.empty },
        ])
}

/// The list of an axis: all directions, all municipalities.
package struct AxisListView: TemplateView {
    package var frame: PageFrame
    package var title: String
    package var description: String?
    package var groups: [AxisGroupView]

    package init(frame: PageFrame, title: String, description: String? = nil, groups: [AxisGroupView]) {
        self.frame = frame
        self.title = title
        self.description = description
        self.groups = groups
    }

    package static let template = "pages/axis-list"
    package static let schema = ViewSchema<AxisListView>(
        "axis list", "All entries of an axis",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Name of the axis in the plural") { $0.title },
            .text("description", "One sentence about the axis") { $0.description },
            .list("groups", "The entries, in groups") { $0.groups },
        ])
}

/// Entries of an axis under a heading of their own.
package struct AxisGroupView: View {
    /// None: the axis has no groups.
    package var title: String?
    package var entries: [DirectionEntryView]

    package init(_ title: String?, entries: [DirectionEntryView]) {
        self.title = title
        self.entries = entries
    }

    package static let schema = ViewSchema<AxisGroupView>(
        "axis group", "Entries of an axis under a heading",
        [
            .text("title", "The heading") { $0.title },
            .list("entries", "The entries") { $0.entries },
        ])
}

/// Documents with who cites them.
package struct DocumentListView: TemplateView {
    package var frame: PageFrame
    package var title: String
    package var description: String?
    package var count: String?
    package var groups: [DocumentGroupView]

    package init(
        frame: PageFrame, title: String, description: String? = nil, count: String? = nil, groups: [DocumentGroupView]
    ) {
        self.frame = frame
        self.title = title
        self.description = description
        self.count = count
        self.groups = groups
    }

    package static let template = "pages/documents"
    package static let schema = ViewSchema<DocumentListView>(
        "documents", "Documents with who cites them",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Name of the list") { $0.title },
            .text("description", "One sentence about it") { $0.description },
            .text("count", "How many, in words") { $0.count },
            .list("groups", "The documents, in groups") { $0.groups },
        ])
}

/// Documents of one type, issuer or year.
package struct DocumentGroupView: View {
    package var title: String?
    package var id: String?
    /// «12 документов»; none where the number says nothing.
    package var count: String?
    package var documents: [DocumentEntryView]

    package init(_ title: String?, id: String? = nil, count: String? = nil, documents: [DocumentEntryView]) {
        self.title = title
        self.id = id
        self.count = count
        self.documents = documents
    }

    package static let schema = ViewSchema<DocumentGroupView>(
        "document group", "Documents under a heading",
        [
            .text("title", "The heading") { $0.title },
            .text("id", "Anchor of the heading") { $0.id },
            .text("count", "How many, in words") { $0.count },
            .list("documents", "The documents") { $0.documents },
        ])
}

/// A document in the list.
package struct DocumentEntryView: View {
    /// Short: «Приказ … от 09.12.2022 № 02/2807».
    package var title: String
    package var url: String
    /// Full official title.
    package var officialTitle: String?
    /// «действует», «проект»; none: not known.
    package var state: String?
    package var citedIn: [LinkView]
    /// «и ещё 3», leading to the document's page, which names all; none where all stand here.
    package var more: LinkView?

    package init(
        title: String, url: String, officialTitle: String? = nil, state: String? = nil, citedIn: [LinkView] = [],
        more: LinkView? = nil
    ) {
        self.title = title
        self.url = url
        self.officialTitle = officialTitle
        self.state = state
        self.citedIn = citedIn
        self.more = more
    }

    package static let schema = ViewSchema<DocumentEntryView>(
        "document entry", "A document in the list",
        [
            .text("title", "Short title") { $0.title },
            .text("url", "Relative address") { $0.url },
            .text("official_title", "Full official title") { $0.officialTitle },
            .text("state", "In force, draft, repealed") { $0.state },
            .list("cited_in", "Materials whose pages mention it") { $0.citedIn },
            .record("more", "How many more mention it, leading to all") { $0.more },
        ])
}
