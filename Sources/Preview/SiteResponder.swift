import Files

/// What a static host would answer for a path of a site.
///
/// In comes a request's path, out goes a status, a type and bytes; no sockets here. A folder answers with its
/// `index.html`, nothing found with the site's `404.html`. A path becomes a ``SitePath`` first, and only what the site
/// consists of is there.
package struct SiteResponder: Sendable {
    package struct Answer: Sendable, Hashable {
        package var status: Int
        package var contentType: String
        package var bytes: [UInt8]
        /// Where to ask instead, for a folder without its slash.
        package var location: String?
        /// Whether the same address will never have other bytes.
        package var isForever = false
        /// A Content-Security-Policy of its own, beside that of all answers.
        package var policy: String?

        package init(
            status: Int, contentType: String, bytes: [UInt8], location: String? = nil, isForever: Bool = false,
            policy: String? = nil
        ) {
            self.status = status
            self.contentType = contentType
            self.bytes = bytes
            self.location = location
            self.isForever = isForever
            self.policy = policy
        }
    }

    private let site: any PreviewedSite

    package init(site: any PreviewedSite) { self.site = site }

    /// The answer for a percent-encoded path that begins with `/`, without its query.
    package func answer(_ encodedPath: String) -> Answer {
        guard let decoded = PercentEncoding.decoded(encodedPath), decoded.hasPrefix("/"), !decoded.contains("//") else {
            return notFound()
        }
        let isFolder = decoded.hasSuffix("/")
        guard let path = try? SitePath(String(decoded.dropFirst().dropLast(isFolder && decoded != "/" ? 1 : 0))) else {
            return notFound()
        }
        do throws(FileError) {
            guard try site.hasFolder(path) else {
                return isFolder ? notFound() : try file(path) ?? notFound()
            }
            guard isFolder else {
                return Answer(status: 301, contentType: "text/plain", bytes: [], location: encodedPath + "/")
            }
            guard let index = try? path.appending("index.html") else { return notFound() }
            return try file(index) ?? notFound()
        } catch {
            return refused(error)
        }
    }

    private func file(_ path: SitePath) throws(FileError) -> Answer? {
        try site.bytes(at: path).map { bytes in
            Answer(
                status: 200, contentType: ContentType.of(path), bytes: bytes,
                isForever: site.isNamedByContent(path))
        }
    }

    private func notFound() -> Answer {
        do throws(FileError) {
            guard var page = try file(SitePath(literal: "404.html")) else {
                return Answer(status: 404, contentType: "text/plain; charset=utf-8", bytes: Array("404\n".utf8))
            }
            page.status = 404
            return page
        } catch {
            return refused(error)
        }
    }

    /// A file of the sources that went away or cannot be read since the site was made.
    private func refused(_ error: FileError) -> Answer {
        Answer(
            status: error.isMissing ? 404 : 503, contentType: "text/plain; charset=utf-8",
            bytes: Array("\(error.path)\n".utf8))
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
