import Languages
import Linking
import Theming

/// What every page has around its own content.
///
/// The edition's date is not here: it stands in one file only, so that a new edition changes no other page.
struct PageFrame: View {
    /// Language of the site: `ru`.
    var lang: String
    /// Title of the page for the browser, unique in the site, without the site's name.
    var title: String
    var siteTitle: String
    /// One sentence for search engines; none: left out.
    var description: String?
    /// Absolute address; none while `album.yml` has no `url:`.
    var canonical: String?
    /// Way from the page to the root of the site: `""`, `"../"`; `"/"`, or the path of `url:`, on
    /// 404.html alone.
    var root: String
    var menu: [MenuItemView]
    /// From the home page down to the page's parent, without the page itself; empty on the home page.
    var breadcrumbs: [LinkView]
    /// Atom feeds that belong to the page; empty while there is no `url:`.
    var feeds: [LinkView]
    /// The same feeds as JSON.
    var jsonFeeds: [LinkView] = []
    /// Links in the foot: about, glossary, site map, the bundle for a USB stick.
    var footer: [LinkView]
    /// Office to write to, plain text, no persons.
    var contact: String?
    /// More for `<head>`: OpenGraph, JSON-LD, Dublin Core.
    var metadata: RawHTML?
    /// Which part of a site it is; none for a whole one.
    var part: String?
    /// Where the whole is; none while `album.yml` has no `url:`.
    var partWhole: String?

    /// How much of a line its title takes in the largest letters: one of several lines is set smaller.
    private var titleLength: String? {
        switch title.count {
        case ...55: nil
        case ...100: "long"
        default: "longest"
        }
    }

    init(
        lang: String = "ru", title: String, siteTitle: String, description: String? = nil, canonical: String? = nil,
        root: String, menu: [MenuItemView] = [], breadcrumbs: [LinkView] = [], feeds: [LinkView] = [],
        footer: [LinkView] = [], contact: String? = nil, metadata: RawHTML? = nil
    ) {
        self.lang = lang
        self.title = title
        self.siteTitle = siteTitle
        self.description = description
        self.canonical = canonical
        self.root = root
        self.menu = menu
        self.breadcrumbs = breadcrumbs
        self.feeds = feeds
        self.footer = footer
        self.contact = contact
        self.metadata = metadata
    }

    static let schema = ViewSchema<PageFrame>(
        "frame", "What every page has around its own content",
        [
            .text("lang", "Language of the site") { $0.lang },
            .text("title", "Title of the page for the browser, unique in the site") { $0.title },
            .text("title_length", "long or longest, where it takes several lines") { $0.titleLength },
            .text("site_title", "Name of the site") { $0.siteTitle },
            .text("description", "One sentence for search engines") { $0.description },
            .text("canonical", "Absolute address of the page") { $0.canonical },
            .text("root", "Way from the page to the root of the site") { $0.root },
            .list("menu", "Items of the main menu") { $0.menu },
            .list("breadcrumbs", "From the home page to the page's parent") { $0.breadcrumbs },
            .list("feeds", "Atom feeds of the page") { $0.feeds },
            .list("json_feeds", "The same feeds as JSON") { $0.jsonFeeds },
            .list("footer", "Links in the foot") { $0.footer },
            .text("contact", "Office to write to") { $0.contact },
            .html("metadata", "OpenGraph, JSON-LD") { $0.metadata },
            .text("part", "Which part of a site it is; nothing for a whole one") { $0.part },
            .text("part_whole", "Where the whole of the part is on the web") { $0.partWhole },
        ])
}

/// An item of the main menu.
struct MenuItemView: View {
    var title: String
    var url: Href
    /// The page is this item or stands below it.
    var current: Bool

    init(_ title: String, _ url: Href, current: Bool = false) {
        self.title = title
        self.url = url
        self.current = current
    }

    static let schema = ViewSchema<MenuItemView>(
        "menu item", "An item of the main menu",
        [
            .text("title", "Its name") { $0.title },
            .text("url", "Relative address") { $0.url.text },
            .flag("current", "The page is this item or stands below it") { $0.current },
        ])
}
