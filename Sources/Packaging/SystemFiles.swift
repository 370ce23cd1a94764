import Files

/// Files that systems put into folders and on sticks by themselves: pictures of folders, a wastebasket, an index.
///
/// `check-copy.js` has the same list; files that begin with a dot count nowhere.
enum SystemFiles {
    private static let names: Set<String> = [
        "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "system volume information", "$recycle.bin",
        "__macosx", "lost.dir", "wpsettings.dat", "indexervolumeguid",
    ]

    /// Whether a path from elsewhere is that of such a file, or of one in such a folder.
    static func contains(_ path: String) -> Bool {
        path.split(separator: "/").contains { names.contains($0.lowercased()) }
    }
}
