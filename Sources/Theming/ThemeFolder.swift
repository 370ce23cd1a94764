import Files
import Formats

/// The files of one theme, or of a site's changes to one: a value, read before the theme is loaded.
///
/// ```
/// theme.yml   templates/{layouts,pages,partials,books}/*.mustache   strings/ru.yml   assets/css/*.css
/// ```
package struct ThemeFolder: Sendable {
    /// How the folder is named in messages: `themes/album`.
    package let path: String
    /// Bytes by path below the folder.
    package let files: [String: [UInt8]]

    /// Files that are too large for a theme and were not read, with their sizes in bytes.
    package let oversized: [String: Int]

    /// A file of a theme has at most 16 MiB: a font for all of the world's letters is smaller.
    package static let largestFile = 16 << 20

    /// A folder written in a program or a test.
    package init(path: String, files: [String: [UInt8]], oversized: [String: Int] = [:]) {
        self.path = path
        self.files = files
        self.oversized = oversized
    }

    /// The stamp of all that a theme is loaded from.
    package var stamp: UInt64 {
        var hash = StableHash()
        hash.add(path)
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
            hash.add(name)
            bytes.withUnsafeBytes { hash.add($0) }
        }
        for (name, byteCount) in oversized.sorted(by: { $0.key < $1.key }) {
            hash.add(name)
            hash.add(UInt64(byteCount))
        }
        return hash.stamp
    }

    /// Reads `folder` of a tree; files and folders that begin with a dot, and links, are left out.
    package init(path: String, reading folder: SitePath, of tree: any FileSystem) throws(FileError) {
        var files: [String: [UInt8]] = [:]
        let prefix = folder.isRoot ? 0 : folder.text.utf8.count + 1
        var oversized: [String: Int] = [:]
        for entry in try tree.list(folder).entries where entry.kind == .file {
            let name = String(decoding: entry.path.text.utf8.dropFirst(prefix), as: UTF8.self)
            let (bytes, byteCount) = try tree.readBeginning(entry.path, atMost: Self.largestFile)
            if byteCount > bytes.count { oversized[name] = byteCount } else { files[name] = bytes }
        }
        self.init(path: path, files: files, oversized: oversized)
    }
}

/// A file of the theme that goes into the site as it is.
package struct ThemeAsset: Sendable {
    /// In the site, with a hash of the content in the name: `assets/css/album.3f2a1c09.css`.
    package let path: String
    package let bytes: [UInt8]
}
