import AlbumModel
import Catalog
import Formats
import Languages

/// What pages say of themselves to programs: Open Graph (ogp.me) for previews of links, schema.org as JSON-LD 1.1.
///
/// Only a site with an address of its own has any of it: both name pages by whole addresses.
struct LinkedData {
    let page: Page
    /// The address of the site, with a slash at the end.
    let site: String

    /// Nothing for a site without an address.
    init?(_ page: Page) {
        guard let site = page.album.configuration.url else { return nil }
        self.page = page
        self.site = site
    }

    /// Of any page.
    /// - Parameters:
    ///   - breadcrumbs: titles and addresses from below the home page down to its parent.
    func ofPage(title: String, description: String?, breadcrumbs: [(String, SiteAddress)]) -> String {
        var facts = [
            ("og:type", page.address == SitePages.home ? "website" : "article"), ("og:title", title),
            ("og:site_name", page.album.configuration.title), ("og:url", url(of: page.address)),
            ("og:locale", Self.locale(page.wording.language)),
        ]
        if let description, !description.isEmpty { facts.append(("og:description", description)) }
        let tags = facts.map { name, value in
            "<meta property=\"\(name)\" content=\"\(HTMLEscaping.html(value))\">"
        }.joined()
        guard page.address != SitePages.home else { return tags }
        let home = (page.wording.word(.pageHome), SitePages.home)
        let steps = [home] + breadcrumbs + [(title, page.address)]
        return tags
            + Self.script { json in
                json.member("@context", "https://schema.org")
                json.member("@type", "BreadcrumbList")
                json.key("itemListElement")
                json.array { json in
                    for (number, step) in steps.enumerated() {
                        json.object { json in
                            json.member("@type", "ListItem")
                            json.member("position", number + 1)
                            json.member("name", step.0)
                            json.member("item", url(of: step.1))
                        }
                    }
                }
            }
    }

    func url(of address: SiteAddress) -> String {
        address.url(onSite: site)
    }

    private static func locale(_ language: Language) -> String {
        switch language {
        case .ru: "ru_RU"
        case .en: "en_GB"
        case .tt: "tt_RU"
        }
    }

    /// A block of data, which no browser runs; no text in it can end it.
    static func script(_ members: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        json.object(members)
        return "<script type=\"application/ld+json\">\(json.text.replacing("<", with: "\\u003C"))</script>"
    }
}
