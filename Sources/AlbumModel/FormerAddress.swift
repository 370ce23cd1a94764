import Catalog
import Files

/// An address that a page had before, as old links have it: a path below the site's root.
package struct FormerAddress: Hashable, Sendable {
    /// Below the site's root.
    package let path: String

    /// Endings that a server gives out as a page.
    private static let pageEndings = [".html", ".htm", ".xhtml"]

    /// Reads what an editor wrote.
    ///
    /// `/practices/old`, `practices/old.md` and `practices/old.html` are one address; `practices/old/` is the page of a
    /// folder, `practices/old/index.html`. Letters stay as they are, `%D0%BA` is `к`.
    /// The mere name of a file, `old`, is one in the folder of `page`, the material's address today. Nothing when it is
    /// no path, or holds what Windows takes in no name.
    package init?(_ written: String, of page: String) {
        guard let decoded = PercentEncoding.decoded(written),
            !decoded.utf8.contains(where: { "<>:\"|*?#\\".utf8.contains($0) })
        else { return nil }
        let parts = decoded.split(separator: "/")
        guard !parts.isEmpty, !parts.contains(where: { $0 == ".." || $0 == "." }) else { return nil }
        let folder = FormerName.isBare(decoded) ? page.lastIndex(of: "/").map { String(page[...$0]) } ?? "" : ""
        var path = folder + parts.joined(separator: "/")
        if decoded.hasSuffix("/") {
            path += "/" + SitePages.home
        } else if !Self.pageEndings.contains(where: { path.lowercased().hasSuffix($0) }) {
            path = String(MaterialFileName.stem(path)) + ".html"
        }
        guard (try? SitePath(path)) != nil else { return nil }
        self.path = path
    }

    /// The folders on the way to it, outermost first.
    private var folders: [String] {
        let parts = path.lowercased().split(separator: "/").dropLast()
        return parts.indices.map { parts[...$0].joined(separator: "/") }
    }

    /// Addresses as a disk knows them: letter case does not count, and a file is no folder.
    package struct Taken {
        private var files: Set<String>
        private var folders: Set<String> = []

        /// Those of all pages.
        package init(_ addresses: some Sequence<String>) { files = Set(addresses.map { $0.lowercased() }) }

        /// Takes an address unless it is taken, would need a page as a folder, or lies where the program writes.
        package mutating func take(_ address: FormerAddress) -> Bool {
            let way = address.folders
            if let first = way.first, SitePages.folders.contains(first) { return false }
            guard !files.contains(address.path.lowercased()), !folders.contains(address.path.lowercased()),
                !way.contains(where: { files.contains($0) })
            else { return false }
            files.insert(address.path.lowercased())
            folders.formUnion(way)
            return true
        }
    }
}
