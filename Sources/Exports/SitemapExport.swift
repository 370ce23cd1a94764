import Catalog
import Formats
import Pages
import Theming

/// `sitemap.xml` (sitemaps.org 0.9) and `robots.txt`; only a site with an address of its own has them.
package enum SitemapExport {
    /// Both files, path and text.
    package static func files(of url: String, pages: [PagePlan]) -> [(path: String, text: String)] {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">",
        ]
        for page in pages.map(\.address).sorted() where page != SitePages.notFound {
            let address = HTMLEscaping.html(url + (page == SitePages.home ? "" : page))
            lines.append("<url><loc>\(address)</loc></url>")
        }
        lines.append("</urlset>")
        return [
            (DataFiles.sitemap, lines.joined(separator: "\n") + "\n"),
            (DataFiles.robots, "User-agent: *\nAllow: /\nSitemap: \(url)\(DataFiles.sitemap)\n"),
        ]
    }
}
