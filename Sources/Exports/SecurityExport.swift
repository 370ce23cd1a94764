import Catalog

/// `.well-known/security.txt` (RFC 9116): whom to tell of a hole in the site's safety.
enum SecurityExport {
    /// Lines end as the RFC allows, with a line feed.
    static func bytes(_ security: SecurityContact, site: String, language: String) -> [UInt8] {
        let lines =
            security.contacts.map { "Contact: \($0)" } + [
                // The whole day counts, wherever a reader is.
                "Expires: \(security.expires)T23:59:59Z",
                "Preferred-Languages: \(language)",
                "Canonical: \(DataFiles.security.url(onSite: site))",
            ]
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
