import Catalog
import Files

/// An address that a page had before, as old links have it.
package struct FormerAddress: Hashable, Sendable {
    package let address: SiteAddress

    /// Endings that a server gives out as a page.
    private static let pageEndings = [".html", ".htm", ".xhtml"]

    /// Bytes of the longest that a disk takes below any folder: systems have room for 4,096 of a whole path.
    private static let longest = 1000

    /// Reads what an editor wrote.
    ///
    /// `/practices/old`, `practices/old.md` and `practices/old.html` are one address; `practices/old/` is the page of a
    /// folder, `practices/old/index.html`. Letters stay as they are, `%D0%BA` is `к`.
    /// The mere name of a file, `old`, is one in the folder of `page`, the material's address today. Nothing when it is
    /// no path, longer than a disk takes, or holds what Windows takes in no name.
    package init?(_ written: String, of page: SiteAddress) {
        guard let decoded = PercentEncoding.decoded(written),
            !decoded.utf8.contains(where: { "<>:\"|*?#\\".utf8.contains($0) })
        else { return nil }
        let parts = decoded.split(separator: "/")
        guard !parts.isEmpty, !parts.contains(where: { $0 == ".." || $0 == "." }) else { return nil }
        let folder =
            FormerName.isBare(decoded) ? page.text.lastIndex(of: "/").map { String(page.text[...$0]) } ?? "" : ""
        var path = folder + parts.joined(separator: "/")
        if decoded.hasSuffix("/") {
            path += "/" + SitePages.home.text
        } else if !Self.pageEndings.contains(where: { path.lowercased().hasSuffix($0) }) {
            path = String(MaterialFileName.stem(path)) + ".html"
        }
        guard path.utf8.count <= Self.longest, (try? SitePath(path)) != nil else { return nil }
        address = SiteAddress(path)
    }

    /// The folders on the way to it, outermost first, in lower case.
    private var folders: [SiteAddress] {
        let parts = address.lowercased().text.split(separator: "/").dropLast()
        return parts.indices.map { SiteAddress(parts[...$0].joined(separator: "/")) }
    }

    /// Addresses as a disk knows them: letter case does not count, and a file is no folder.
    package struct Taken {
        private var files: Set<SiteAddress>
        private var folders: Set<SiteAddress> = []

        /// Those of all pages.
        package init(_ addresses: some Sequence<SiteAddress>) { files = Set(addresses.map { $0.lowercased() }) }

        /// Takes an address unless it is taken, would need a page as a folder, or lies where the program writes.
        package mutating func take(_ former: FormerAddress) -> Bool {
            let (address, way) = (former.address.lowercased(), former.folders)
            guard !address.isInProgramFolder, !files.contains(address), !folders.contains(address),
                !way.contains(where: { files.contains($0) })
            else { return false }
            files.insert(address)
            folders.formUnion(way)
            return true
        }
    }
}
