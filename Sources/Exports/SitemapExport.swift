import Catalog
import Formats
import Pages

/// `sitemap.xml` (sitemaps.org 0.9) and `robots.txt`; only a site with an address of its own has them.
enum SitemapExport {
    /// Both files.
    ///
    /// - Parameter pages: the addresses of all pages.
    static func files(of url: String, pages: [SiteAddress]) -> [ExportedFile] {
        [
            ExportedFile(address: DataFiles.sitemap) { Array(sitemap(of: url, pages).utf8) },
            ExportedFile(address: DataFiles.robots) {
                Array("User-agent: *\nAllow: /\nSitemap: \(url)\(DataFiles.sitemap)\n".utf8)
            },
        ]
    }

    private static func sitemap(of url: String, _ pages: [SiteAddress]) -> String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">",
        ]
        for page in pages.sorted() where page != SitePages.notFound {
            let address = HTMLEscaping.html(url + (page == SitePages.home ? "" : page.text))
            lines.append("<url><loc>\(address)</loc></url>")
        }
        lines.append("</urlset>")
        return lines.joined(separator: "\n") + "\n"
    }
}
