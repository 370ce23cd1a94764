import Catalog
import Files

/// What a link on a page leads by: the way to another page or file of the site, to a place on the page, or out of the
/// site.
///
/// It is right on the page that it was made for alone, as `../practices/kvest.html` is; where it leads is a
/// ``SiteAddress``.
package struct Href: Hashable, Sendable, CustomStringConvertible {
    /// As it stands in the attribute, not yet escaped.
    package let text: String

    fileprivate init(_ text: String) { self.text = text }

    package var description: String { text }

    /// To a place on the page itself.
    package static func place(_ anchor: String) -> Href { Href("#" + anchor) }

    /// Out of the site, to an address that an editor wrote.
    package static func web(_ address: String) -> Href { Href(address) }

    /// To a place on the page that it leads to.
    package func at(_ anchor: String) -> Href { Href(text + "#" + anchor) }

    /// With a question for the page that it leads to.
    /// - Parameter question: without its mark: `q=ФГОС`.
    package func asking(_ question: String) -> Href { Href(text + "?" + question) }
}

extension SiteAddress {
    /// The way from a page to this page or file.
    package func url(from page: SiteAddress) -> Href { Href(RelativeAddress.make(from: page.text, to: text)) }

    /// The way from every page that lies so many folders below the root.
    package func url(fromDepth depth: Int) -> Href { Href(String(repeating: "../", count: depth) + text) }

    /// The way from a page that may be shown at any address.
    /// - Parameter path: where the site's root lies on its server: `/` or `/album/`.
    package func url(belowRoot path: String) -> Href { Href(path + text) }

    /// As an address on the web has it (RFC 3986): all but unreserved characters and the slash as `%XX`.
    package var encoded: String { PercentEncoding.encoded(text) }

    /// The whole address on the web; that of the home page is the site's own.
    /// - Parameter site: the address of the site, with a slash at the end.
    package func url(onSite site: String) -> String { self == SitePages.home ? site : site + encoded }

    /// The way from this page up to the site's root: `""`, `"../"`, `"../../"`.
    package var wayToRoot: String { String(repeating: "../", count: depth) }
}
