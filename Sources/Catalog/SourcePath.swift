/// Paths of files below `content/`.
package enum SourcePath {
    /// A path that stands relative to a folder, as a path below the root; nothing when it climbs out.
    ///
    /// `(inFolderOf: "practices/kvest.md", "../documents/order.md")` gives `documents/order.md`.
    package static func resolve(inFolderOf file: String, _ path: String) -> String? {
        var parts = path.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map { $0 }
        for part in path.split(separator: "/", omittingEmptySubsequences: true) {
            switch part {
            case ".": continue
            case "..":
                if parts.isEmpty { return nil }
                parts.removeLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
