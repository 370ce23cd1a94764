import Linking
import Theming

/// The list of a kind, or of any other set of materials.
struct KindListView: TemplateView {
    var frame: PageFrame
    var title: String
    var description: String?
    /// «24 практики».
    var count: String?
    /// Links to parts of the list: by year, by letter; empty: the list is short.
    var parts: [LinkView]
    var groups: [CardGroupView]
    var empty: EmptyView?
    /// Where a reader can send in another one; none: nowhere.
    var share: LinkView?
    /// What an empty form of the kind asks; none: nobody fills one in.
    var blank: String?
    /// Above the list; none where there is little to choose from.
    var filter: FilterView?
    /// Kinds that extend this one and those that it extends, with counts.
    var family: [LinkView] = []

    init(
        frame: PageFrame, title: String, description: String? = nil, count: String? = nil, parts: [LinkView] = [],
        groups: [CardGroupView], empty: EmptyView? = nil, share: LinkView? = nil
    ) {
        self.frame = frame
        self.title = title
        self.description = description
        self.count = count
        self.parts = parts
        self.groups = groups
        self.empty = empty
        self.share = share
    }

    static let template = "pages/list"
    static let schema = ViewSchema<KindListView>(
        "list", "The list of a kind",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Name of the kind in the plural") { $0.title },
            .text("description", "One sentence about the kind") { $0.description },
            .text("count", "How many, in words") { $0.count },
            .list("parts", "Links to parts of the list") { $0.parts },
            .list("groups", "The materials, in groups") { $0.groups },
            .record("empty", "Said when there are no materials") { $0.empty },
            .record("share", "Where a reader can send in another one") { $0.share },
            .text("blank", "What an empty form of the kind asks, as JSON") { $0.blank },
            .record("filter", "What narrows the list down") { $0.filter },
            .list("family", "Kinds that extend this one and those that it extends, with counts") { $0.family },
        ])
}

/// The list of an axis: all directions, all municipalities.
struct AxisListView: TemplateView {
    var frame: PageFrame
    var title: String
    var description: String?
    var groups: [AxisGroupView]
    /// Above the list; none where there is little to choose from.
    var filter: FilterView?
    /// What the regions have; none on the list of another axis, and on a site of one region.
    var regions: RegionOverviewView?

    init(frame: PageFrame, title: String, description: String? = nil, groups: [AxisGroupView]) {
        self.frame = frame
        self.title = title
        self.description = description
        self.groups = groups
    }

    static let template = "pages/axis-list"
    static let schema = ViewSchema<AxisListView>(
        "axis list", "All entries of an axis",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Name of the axis in the plural") { $0.title },
            .text("description", "One sentence about the axis") { $0.description },
            .list("groups", "The entries, in groups") { $0.groups },
            .record("filter", "What narrows the list down") { $0.filter },
            .record("regions", "What the regions have, on the list of regions") { $0.regions },
        ])
}

/// Entries of an axis under a heading of their own.
struct AxisGroupView: View {
    /// None: the axis has no groups.
    var title: String?
    var entries: [DirectionEntryView]

    init(_ title: String?, entries: [DirectionEntryView]) {
        self.title = title
        self.entries = entries
    }

    static let schema = ViewSchema<AxisGroupView>(
        "axis group", "Entries of an axis under a heading",
        [
            .text("title", "The heading") { $0.title },
            .list("entries", "The entries") { $0.entries },
        ])
}

/// Documents with who cites them.
struct DocumentListView: TemplateView {
    var frame: PageFrame
    var title: String
    var description: String?
    var count: String?
    var groups: [DocumentGroupView]
    /// What an empty form of the kind asks; none: nobody fills one in.
    var blank: String?
    /// Above the list; none where there is little to choose from.
    var filter: FilterView?
    /// Kinds that extend this one and those that it extends, with counts.
    var family: [LinkView] = []

    init(
        frame: PageFrame, title: String, description: String? = nil, count: String? = nil, groups: [DocumentGroupView]
    ) {
        self.frame = frame
        self.title = title
        self.description = description
        self.count = count
        self.groups = groups
    }

    static let template = "pages/documents"
    static let schema = ViewSchema<DocumentListView>(
        "documents", "Documents with who cites them",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Name of the list") { $0.title },
            .text("description", "One sentence about it") { $0.description },
            .text("count", "How many, in words") { $0.count },
            .list("groups", "The documents, in groups") { $0.groups },
            .text("blank", "What an empty form of the kind asks, as JSON") { $0.blank },
            .record("filter", "What narrows the list down") { $0.filter },
            .list("family", "Kinds that extend this one and those that it extends, with counts") { $0.family },
        ])
}

/// Documents of one type, issuer or year.
struct DocumentGroupView: View {
    var title: String?
    var id: String?
    /// «12 документов»; none where the number says nothing.
    var count: String?
    var documents: [DocumentEntryView]

    init(_ title: String?, id: String? = nil, count: String? = nil, documents: [DocumentEntryView]) {
        self.title = title
        self.id = id
        self.count = count
        self.documents = documents
    }

    static let schema = ViewSchema<DocumentGroupView>(
        "document group", "Documents under a heading",
        [
            .text("title", "The heading") { $0.title },
            .text("id", "Anchor of the heading") { $0.id },
            .text("count", "How many, in words") { $0.count },
            .list("documents", "The documents") { $0.documents },
        ])
}

/// A document in the list.
struct DocumentEntryView: View {
    /// Short: «Приказ … от 09.12.2022 № 02/2807».
    var title: String
    var url: Href
    /// Full official title.
    var officialTitle: String?
    /// «действует», «проект»; none: not known.
    var state: String?
    var citedIn: [LinkView]
    /// «и ещё 3», leading to the document's page, which names all; none where all stand here.
    var more: LinkView?
    /// «9 декабря 2022 г.»; none where the document has no date.
    var date: String?
    /// `2022-12-09`, for `<time>`.
    var machineDate: String?
    /// «02/2807»; none where the document has none.
    var number: String?
    /// «Пермский край»; none where the site has one region, and of what belongs to none.
    var place: String?
    /// For the filter; none where there is no filter.
    var marks: RowMarksView?

    init(
        title: String, url: Href, officialTitle: String? = nil, state: String? = nil, citedIn: [LinkView] = [],
        more: LinkView? = nil
    ) {
        self.title = title
        self.url = url
        self.officialTitle = officialTitle
        self.state = state
        self.citedIn = citedIn
        self.more = more
    }

    static let schema = ViewSchema<DocumentEntryView>(
        "document entry", "A document in the list",
        [
            .text("title", "Short title") { $0.title },
            .text("url", "Relative address") { $0.url.text },
            .text("official_title", "Full official title") { $0.officialTitle },
            .text("state", "In force, draft, repealed") { $0.state },
            .list("cited_in", "Materials whose pages mention it") { $0.citedIn },
            .record("more", "How many more mention it, leading to all") { $0.more },
            .text("date", "Its date in words") { $0.date },
            .text("machine_date", "Its date for machines") { $0.machineDate },
            .text("number", "Its number") { $0.number },
            .text("place", "Its place, where the site has several regions") { $0.place },
            .record("marks", "What a filter compares") { $0.marks },
        ])
}
