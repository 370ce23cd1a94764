import Catalog
import Files
import Synchronization

/// The files of a site, each made when it is asked for: what `album serve` shows.
///
/// The bytes are those that a build would write. The files of the search are made all at once by the first who asks for
/// one of them, and so is the manifest; others who ask meanwhile wait. From any thread.
package final class SiteOnDemand: Sendable {
    private let site: SiteFiles
    private let files: [SitePath: SiteFiles.File]
    private let folders: Set<SitePath>
    private let search = Mutex<[SitePath: [UInt8]]?>(nil)
    private let manifest = Mutex<[UInt8]?>(nil)

    package init(_ site: SiteFiles) {
        self.site = site
        var files: [SitePath: SiteFiles.File] = [:]
        var folders: Set<SitePath> = [.root]
        let pages = (site.pages + site.exports).map { page in
            SiteFiles.File(path: page.path) { () throws(FileError) in page.bytes(ReadLog()) }
        }
        for file in pages + site.others {
            files[file.path] = file
            Self.addFolders(of: file.path, to: &folders)
        }
        self.files = files
        self.folders = folders
    }

    /// The bytes of the file at `path`; nothing when the site has none.
    package func bytes(at path: SitePath) throws(FileError) -> [UInt8]? {
        if let file = files[path] { return try file.bytes() }
        if path == Manifest.path { return try manifestBytes() }
        return SearchIndex.owns(path) ? try searchFiles()[path] : nil
    }

    /// Whether the name of the file at `path` changes with its bytes.
    package func isNamedByContent(_ path: SitePath) -> Bool { files[path]?.isNamedByContent ?? false }

    /// Whether the site has a file below `path`.
    package func hasFolder(_ path: SitePath) throws(FileError) -> Bool {
        if folders.contains(path) { return true }
        guard path.components.first == SearchIndex.folder else { return false }
        var folders: Set<SitePath> = []
        for file in try searchFiles().keys { Self.addFolders(of: file, to: &folders) }
        return folders.contains(path)
    }

    /// The paths of all files.
    package func paths() throws(FileError) -> [SitePath] {
        try Array(files.keys) + searchFiles().keys + [Manifest.path]
    }

    private static func addFolders(of path: SitePath, to folders: inout Set<SitePath>) {
        var folder = path.parent
        while folders.insert(folder).inserted, !folder.isRoot { folder = folder.parent }
    }

    private func searchFiles() throws(FileError) -> [SitePath: [UInt8]] {
        try search.withLock { made throws(FileError) in
            if let made { return made }
            let files = Mutex<[SitePath: [UInt8]]>([:])
            try site.search.make(site.parallel) { path, bytes in files.withLock { $0[path] = bytes } }
            let result = files.withLock { $0 }
            made = result
            return result
        }
    }

    private func manifestBytes() throws(FileError) -> [UInt8] {
        try manifest.withLock { made throws(FileError) in
            if let made { return made }
            let entries =
                try site.parallel.map(Array(files.values)) { _, file throws(FileError) in
                    Self.entry(file.path, try file.bytes())
                } + searchFiles().map { Self.entry($0.key, $0.value) }
            let bytes = Manifest(entries, state: site.state).bytes
            made = bytes
            return bytes
        }
    }

    private static func entry(_ path: SitePath, _ bytes: [UInt8]) -> Manifest.Entry {
        Manifest.Entry(path: path, byteCount: bytes.count, digest: SHA256.digest(bytes))
    }
}
