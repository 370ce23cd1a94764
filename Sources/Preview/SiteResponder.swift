import Files

/// What a static host would answer for a path of a built site.
///
/// In comes a request's path, out goes a status, a type and bytes; no sockets here. A folder answers with its
/// `index.html`, nothing found with the site's `404.html`. A path cannot escape: it becomes a ``SitePath`` first, and a
/// symbolic link that leads out of the site is not followed. Names that begin with a dot are not the site's: a repository's
/// `.git` or a `.htpasswd` in the folder is not there for anybody.
package struct SiteResponder: Sendable {
    package struct Answer: Sendable, Hashable {
        package var status: Int
        package var contentType: String
        package var bytes: [UInt8]
        /// Where to ask instead, for a folder without its slash.
        package var location: String?
    }

    private let files: any FileSystem

    package init(files: any FileSystem) { self.files = files }

    /// The answer for a percent-encoded path that begins with `/`, without its query.
    package func answer(_ encodedPath: String) -> Answer {
        guard let decoded = PercentEncoding.decoded(encodedPath), decoded.hasPrefix("/"), !decoded.contains("//") else {
            return notFound()
        }
        let isFolder = decoded.hasSuffix("/")
        let text = decoded.dropFirst().dropLast(isFolder && decoded != "/" ? 1 : 0)
        do {
            let path = try SitePath(String(text))
            guard !path.isHidden else { return notFound() }
            let entry = try files.entry(path)
            if path.isRoot || entry?.kind == .folder {
                guard isFolder else {
                    return Answer(status: 301, contentType: "text/plain", bytes: [], location: encodedPath + "/")
                }
                return try file(try path.appending("index.html")) ?? notFound()
            }
            return isFolder ? notFound() : try file(path) ?? notFound()
        } catch {
            return notFound()
        }
    }

    private func file(_ path: SitePath) throws(FileError) -> Answer? {
        guard let entry = try files.entry(path), entry.isReadable else { return nil }
        return Answer(status: 200, contentType: ContentType.of(path), bytes: try files.read(path))
    }

    private func notFound() -> Answer {
        // A site without a page for it, or one that is being replaced, still gets an answer.
        let page = (try? file(SitePath(literal: "404.html"))).flatMap { $0 }
        return Answer(
            status: 404, contentType: page?.contentType ?? "text/plain; charset=utf-8",
            bytes: page?.bytes ?? Array("404\n".utf8))
    }
}

/// The types of the files that a site has, as the IANA registry names them.
package enum ContentType {
    private static let byExtension = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8", "json": "application/json", "txt": "text/plain; charset=utf-8",
        "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8", "ics": "text/calendar; charset=utf-8",
        "xml": "application/xml", "atom": "application/atom+xml", "svg": "image/svg+xml", "png": "image/png",
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
        "ico": "image/vnd.microsoft.icon", "woff2": "font/woff2", "pdf": "application/pdf", "zip": "application/zip",
        "epub": "application/epub+zip", "webmanifest": "application/manifest+json", "wasm": "application/wasm",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "mp3": "audio/mpeg", "mp4": "video/mp4",
    ]

    /// The type for a file's name; plain bytes when it is unknown.
    package static func of(_ path: SitePath) -> String {
        byExtension[path.pathExtension.lowercased()] ?? "application/octet-stream"
    }
}
