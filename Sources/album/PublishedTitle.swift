import Books
import Catalog
import Files

/// What stood at an address, as the site says it that was built last: a build that would lose the address has not replaced it.
enum PublishedTitle {
    /// The heading of the page, or what one that says that another was withdrawn says of that; nothing where there is no page,
    /// or one that only leads on.
    ///
    /// - Parameter site: the built site.
    static func title(at address: SiteAddress, in site: DiskFileSystem) throws(FileError) -> String? {
        guard address.text.hasSuffix(".html"), let path = try? SitePath(address.text), try site.entry(path) != nil
        else {
            return nil
        }
        let page = HTMLTree(parsing: String(decoding: try site.read(path), as: UTF8.self)).elements
        if page.contains(where: { $0.name == "meta" && $0["http-equiv"] == "refresh" }) { return nil }
        // A page that says that something was withdrawn is called after nothing that stood there, and says its title apart.
        if page.contains(where: { $0.name == "meta" && $0["name"] == "robots" && $0["content"] == "noindex" }) {
            return page.first { $0.name == "meta" && $0["name"] == "dcterms.title" }
                .flatMap { $0["content"] }.flatMap(AddressLedger.Withdrawal.line)
        }
        guard let heading = page.first(where: { $0.name == "h1" }) else { return nil }
        // Whoever lists addresses needs neither places to break a word nor lines.
        let text = text(of: heading).filter { $0 != "\u{AD}" }.split(whereSeparator: \.isWhitespace)
        return text.isEmpty ? nil : text.joined(separator: " ")
    }

    private static func text(of element: HTMLTree.Element) -> String {
        element.children.map { node in
            switch node {
            case .text(let text): text
            case .element(let element): text(of: element)
            }
        }.joined()
    }
}
