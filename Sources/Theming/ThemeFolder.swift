import Files

/// The files of one theme, or of a site's changes to one: a value, read before the theme is loaded.
///
/// ```
/// theme.yml   templates/{layouts,pages,partials}/*.mustache   strings/ru.yml   assets/css/*.css
/// ```
package struct ThemeFolder: Sendable {
    /// How the folder is named in messages: `themes/album`.
    package let path: String
    /// Bytes by path below the folder.
    package let files: [String: [UInt8]]

    /// A folder written in a program or a test.
    package init(path: String, files: [String: [UInt8]]) {
        self.path = path
        self.files = files
    }

    /// Reads `folder` of a tree; files and folders that begin with a dot, and links, are left out.
    package init(path: String, reading folder: SitePath, of tree: any FileSystem) throws(FileError) {
        var files: [String: [UInt8]] = [:]
        let prefix = folder.isRoot ? 0 : folder.text.utf8.count + 1
        for entry in try tree.list(folder).entries where entry.kind == .file {
            files[String(decoding: entry.path.text.utf8.dropFirst(prefix), as: UTF8.self)] = try tree.read(entry.path)
        }
        self.init(path: path, files: files)
    }
}

/// A file of the theme that goes into the site as it is.
package struct ThemeAsset: Sendable {
    /// In the site, with a hash of the content in the name: `assets/css/album.3f2a1c09.css`.
    package let path: String
    package let bytes: [UInt8]
}
