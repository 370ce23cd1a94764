import Files

/// Files that systems put into folders and on sticks by themselves: pictures of folders, a wastebasket, an index.
///
/// `check-copy.js` has the same list; in a folder files that begin with a dot count nowhere, in an archive only those that
/// systems put there.
enum SystemFiles {
    private static let names: Set<String> = [
        "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "system volume information", "$recycle.bin",
        "__macosx", "lost.dir", "wpsettings.dat", "indexervolumeguid",
    ]

    /// What systems put into archives under hidden names, in lower case.
    private static let hidden: Set<String> = [
        ".ds_store", ".spotlight-v100", ".trashes", ".fseventsd", ".temporaryitems", ".documentrevisions-v100",
        ".directory",
    ]

    /// Whether a path in an archive is that of a hidden file of a system: of macOS `._` before any name, too.
    static func isHidden(_ path: String) -> Bool {
        path.split(separator: "/").contains { $0.hasPrefix("._") || hidden.contains($0.lowercased()) }
    }

    /// Whether a path from elsewhere is that of such a file, or of one in such a folder.
    static func contains(_ path: String) -> Bool {
        path.split(separator: "/").contains { names.contains($0.lowercased()) }
    }
}
