/// A name that a material had before, as editors write it under `aliases`: an address, a path or the name of a file.
package enum FormerName {
    /// Endings of pages, which sources do not have.
    private static let pageEndings = [".html", ".htm", ".xhtml"]

    /// Whether a text is the mere name of a file, as other fields name a material: `kvest-vsoko`.
    ///
    /// It stands for a file in the folder that the material is in.
    package static func isBare(_ written: String) -> Bool {
        !written.contains("/") && !pageEndings.contains { written.lowercased().hasSuffix($0) }
    }

    /// The path below `content/`, without an end, of the file whose page it was.
    static func stem(of written: String, beside path: String) -> String {
        let parts = written.split(separator: "/").joined(separator: "/")
        let ending = pageEndings.first { parts.lowercased().hasSuffix($0) } ?? ""
        let stem = String(MaterialFileName.stem(parts.dropLast(ending.count)))
        guard isBare(written), let slash = path.lastIndex(of: "/") else { return stem }
        return path[...slash] + stem
    }
}
