/// Files that only a site on the web has: a copy that is packed for a stick leaves them out, and so does a list of addresses
/// that people keep.
package enum OnlineFiles {
    /// What a page as Markdown ends with behind the address of the page: `practices/kvest.html.md`.
    package static let twinEnding = ".md"
    /// What the site says of itself to programs that read texts (llmstxt.org).
    package static let overview = "llms.txt"
    /// Whom to tell of a hole in the site's safety (RFC 9116).
    package static let security = ".well-known/security.txt"

    /// Rules for web servers lie in it (`.server/nginx.conf`): a server reads them through the link to the edition that it shows,
    /// and sends nobody a file of a folder whose name begins with a full stop.
    package static let serverFolder = ".server/"

    /// Whether a path of a built site is one of them.
    package static func contain(_ path: String) -> Bool {
        path.hasSuffix(".html" + twinEnding) || path == overview || path == security
            || path.hasPrefix(serverFolder)
    }
}
