/// Paths of files below `content/`.
package enum SourcePath {
    /// A path that stands relative to a folder, as a path below the root; nothing when it climbs out.
    ///
    /// `(inFolderOf: "practices/kvest.md", "../documents/order.md")` gives `documents/order.md`.
    /// - Parameter root: that of the file, whose folder no path leaves: `/documents/order.md` stands below it too.
    package static func resolve(inFolderOf file: String, _ path: String, of root: RootID? = nil) -> String? {
        guard let root else { return resolve(inFolderOf: file, path) }
        let folder = root.rawValue + "/"
        guard file.hasPrefix(folder) else { return nil }
        return resolve(inFolderOf: String(file.dropFirst(folder.count)), path).map { folder + $0 }
    }

    private static func resolve(inFolderOf file: String, _ path: String) -> String? {
        let slash = UInt8(ascii: "/")
        var parts = path.utf8.first == slash ? [] : Array(file.utf8).split(separator: slash).dropLast()
        for part in Array(path.utf8).split(separator: slash) {
            if part.elementsEqual(".".utf8) { continue }
            if part.elementsEqual("..".utf8) {
                if parts.popLast() == nil { return nil }
            } else {
                parts.append(part)
            }
        }
        return String(decoding: Array(parts.joined(separator: [slash])), as: UTF8.self)
    }
}
