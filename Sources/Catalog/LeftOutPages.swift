import Languages

/// Pages of roots that the whole site leaves out, by what materials of their roots call them.
///
/// A root's pages about itself and its doors are right where the root is an album by itself. A site of several albums has
/// its own; links to those of a root lead to the site's page of the same id, or are plain text.
struct LeftOutPages: Sendable {
    /// The ids within their roots, by the names of each root.
    private var byName: [RootID: [String: String]] = [:]
    private var byTitle: [RootID: [String: String]] = [:]
    private var byPath: [String: String] = [:]

    init(_ listings: [MaterialDirectory.Listing]) {
        for listing in listings {
            guard let root = listing.root else { continue }
            func own(_ name: String) -> String {
                name.hasPrefix("\(root)/") ? String(name.dropFirst(root.rawValue.utf8.count + 1)) : name
            }
            let id = own(listing.id.rawValue)
            let names = [id, MaterialDirectory.lastPart(id)] + listing.formerPaths.map(own)
            for name in names + listing.formerPaths.map({ MaterialDirectory.lastPart($0) }) {
                if byName[root]?[name] == nil { byName[root, default: [:]][name] = id }
            }
            byTitle[root, default: [:]][NameFolding.fold(listing.title)] = id
            let paths = [listing.path, MaterialFileName.proper(listing.path)] + listing.formerPaths.map { $0 + ".md" }
            for path in paths { byPath[path] = id }
        }
    }

    /// The id within its root of the page that a name means there.
    func id(of name: String, in root: RootID?) -> String? {
        guard let root else { return nil }
        return byName[root]?[name] ?? byTitle[root]?[NameFolding.fold(name)]
    }

    /// The same by the path of its file below `content/`.
    func id(ofPath path: String) -> String? { byPath[path] }

    /// Of their files, below `content/`.
    var paths: some Sequence<String> { byPath.keys }
}
