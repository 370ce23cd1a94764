import Catalog
import Formats
import Pages

/// `sitemap.xml` (sitemaps.org 0.9) and `robots.txt`; only a site with an address of its own has them.
enum SitemapExport {
    /// Both files.
    ///
    /// - Parameters:
    ///   - pages: the addresses of all pages.
    ///   - changed: when a page was changed last, where that is known: of others nothing is said, since search engines that
    ///     were told what is not so believe nothing more.
    static func files(of url: String, pages: [SiteAddress], changed: [SiteAddress: CalendarDate]) -> [ExportedFile] {
        [
            ExportedFile(address: DataFiles.sitemap) { Array(sitemap(of: url, pages, changed).utf8) },
            ExportedFile(address: DataFiles.robots) {
                Array("User-agent: *\nAllow: /\nSitemap: \(url)\(DataFiles.sitemap)\n".utf8)
            },
        ]
    }

    private static func sitemap(
        of url: String, _ pages: [SiteAddress], _ changed: [SiteAddress: CalendarDate]
    ) -> String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">",
        ]
        for page in pages.sorted() where page != SitePages.notFound {
            let address = HTMLEscaping.html(url + (page == SitePages.home ? "" : page.text))
            let day = changed[page].map { "<lastmod>\($0)</lastmod>" } ?? ""
            lines.append("<url><loc>\(address)</loc>\(day)</url>")
        }
        lines.append("</urlset>")
        return lines.joined(separator: "\n") + "\n"
    }
}
