import Files

/// Files that systems put into folders, archives and on sticks by themselves: pictures of folders, looks of windows, what
/// belongs to a file on a Mac.
///
/// By their whole names, since a page may lie in a folder that is named so. `check-copy.js` has the same rule.
struct SystemFiles {
    private static let names: Set<String> = [
        "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", ".ds_store", ".directory",
    ]
    /// What Windows puts on a disk, below a folder of its own.
    private static let ofDisk: Set<String> = [
        "system volume information/wpsettings.dat", "system volume information/indexervolumeguid",
        "system volume information/tracking.log",
    ]
    /// Where a Mac puts into an archive what belongs to its files.
    private static let besides = "__MACOSX/"

    /// Files and folders of the copy, by their path in the folder or the archive.
    private let places: Set<String>

    /// - Parameter prefix: the folder that holds the copy, with its slash.
    init(besides manifest: Manifest, below prefix: String = "") {
        var places: Set<String> = []
        for listed in manifest.entries.map(\.path) + [Manifest.path, Manifest.signaturePath] {
            var path = (prefix + listed.text)[...]
            while places.insert(String(path)).inserted, let slash = path.lastIndex(of: "/") { path = path[..<slash] }
        }
        self.places = places
    }

    /// Whether a path of a plain file is that of such a file.
    func contains(_ path: String) -> Bool {
        let lowered = path.lowercased()
        let start = lowered.lastIndex(of: "/").map { lowered.index(after: $0) } ?? lowered.startIndex
        return Self.names.contains(String(lowered[start...])) || Self.ofDisk.contains(lowered) || belongsToOne(path)
    }

    /// Whether a file is that of macOS which belongs to another: `a/._b.html` to `a/b.html`.
    private func belongsToOne(_ path: String) -> Bool {
        var folder = path.hasPrefix(Self.besides) ? path.dropFirst(Self.besides.count) : path[...]
        let name = folder.lastIndex(of: "/").map { folder[folder.index(after: $0)...] } ?? folder
        guard name.hasPrefix("._") else { return false }
        folder.removeLast(name.count)
        return places.contains(String(folder + name.dropFirst(2)))
            || Self.names.contains(name.dropFirst(2).lowercased())
    }
}
