import Diagnostics
import Files
import Formats
import Languages

/// Another album that is part of the site: the folder of a region within that of a country.
///
/// ```yaml
/// roots:
///   - {folder: regions/perm, region: perm}           # id: the last name of the folder
///   - {folder: regions/tula-oblast, id: tula, region: tula, was: [tula-oblast]}
/// ```
/// Its folder holds `content/` or is one itself. Addresses and ids of its materials begin with its id, whatever other
/// roots there are, so that one more root changes no address. It is confined to its folder: nothing in it names a file
/// outside, nor a place of another root.
///
/// Within the program its files stand below `content/` in a folder of its id (``DiskFileSystem/mounting(_:)``); where
/// they truly are says ``SourceMap``.
package struct ContentRoot: Sendable {
    package let id: RootID
    /// Below the site's root, as written.
    package let folder: SitePath
    /// Of the vocabulary `regions`: that of its municipalities and of its materials that name none.
    package let region: EntryID?
    /// Ids that it had before, the first one first: addresses that began with one lead to those of today.
    package let was: [RootID]
    /// Where `album.yml` names it.
    package let location: SourceLocation
    /// The office that its own `album.yml` names, for its pages; nothing where there is none.
    package internal(set) var contact: String?

    package init(id: RootID, folder: SitePath, region: EntryID?, was: [RootID] = [], location: SourceLocation) {
        self.id = id
        self.folder = folder
        self.region = region
        self.was = was
        self.location = location
    }

    /// The album as that of a region, which its id names.
    package func of(_ region: EntryID) -> ContentRoot {
        ContentRoot(id: RootID(region.rawValue), folder: folder, region: region, was: was, location: location)
    }
}

/// Where the files of roots are, which the program knows below `content/`.
///
/// `content/perm/practices/kvest.md` is `regions/perm/content/practices/kvest.md`.
package struct SourceMap: Sendable {
    /// Ids of roots, with the folders of their content below the site's root.
    private let folders: [String: String]

    package init(_ folders: [RootID: String] = [:]) {
        self.folders = Dictionary(folders.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    package var isEmpty: Bool { folders.isEmpty }

    /// The path of a file as editors see it.
    package func shown(_ path: String) -> String {
        let content = "content/"
        guard !folders.isEmpty, path.hasPrefix(content) else { return path }
        let rest = path.dropFirst(content.count)
        let first = rest.prefix { $0 != "/" }
        guard let folder = folders[String(first)] else { return path }
        return folder + rest.dropFirst(first.count)
    }

    /// Whether a path, as editors see it, is that of a material or file of a root: none of its schema.
    package func isMaterial(_ path: String) -> Bool {
        folders.values.contains { folder in
            path.hasPrefix(folder + "/")
                && !["vocabularies/", "kinds/"].contains { path.dropFirst(folder.count + 1).hasPrefix($0) }
        }
    }

    /// Diagnostics with the paths that editors see.
    package func shown(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        folders.isEmpty ? diagnostics : diagnostics.map { $0.moved(shown) }
    }
}

extension Configuration {
    /// What `roots:` lists; what is no root is told and left out.
    static func roots(_ root: YAMLNode, _ reader: inout SchemaReader) -> [ContentRoot] {
        var found: [ContentRoot] = []
        for node in root[key: "roots"]?.items ?? [] {
            reader.checkKeys(of: node, at: .root)
            guard node.pairs != nil, let root = contentRoot(node, &reader) else { continue }
            if let other = found.first(where: { $0.id == root.id || $0.overlaps(root) }) {
                reader.report(RootReason.doubled, root.folder.text, other.folder.text, at: node.range)
            } else {
                found.append(root)
            }
        }
        // An address can lead to one album alone.
        var taken = Set(found.map(\.id))
        return found.map { root in
            ContentRoot(
                id: root.id, folder: root.folder, region: root.region,
                was: root.was.filter { former in
                    let isFree = taken.insert(former).inserted
                    if !isFree {
                        reader.report(RootReason.formerID, former.rawValue, at: root.location.range ?? 0..<0)
                    }
                    return isFree
                }, location: root.location)
        }
    }

    private static func contentRoot(_ node: YAMLNode, _ reader: inout SchemaReader) -> ContentRoot? {
        guard let written = reader.requiredText("folder", of: node) else { return nil }
        let place = node[key: "folder"]?.range ?? node.range
        guard let folder = try? SitePath(written.hasSuffix("/") ? String(written.dropLast()) : written),
            !folder.isRoot, !folder.isHidden, !["content", "themes", path].contains(folder.components[0])
        else {
            reader.report(RootReason.folder, written, at: place)
            return nil
        }
        let id = reader.text("id", of: node) ?? folder.name
        let idPlace = node[key: "id"]?.range ?? place
        guard reader.isIdentifier(id, at: idPlace) else { return nil }
        if ContentRoot.reservedIDs.contains(id) {
            reader.report(RootReason.reservedID, id, at: idPlace)
            return nil
        }
        let was = reader.texts("was", of: node).filter { reader.isIdentifier($0, at: node[key: "was"]?.range ?? place) }
        return ContentRoot(
            id: RootID(id), folder: folder, region: reader.text("region", of: node).map { EntryID($0) },
            was: was.map { RootID($0) }, location: SourceLocation(reader.file, node.range))
    }
}

extension ContentRoot {
    /// What is told of a root whose own `album.yml` names another language than that of the site.
    ///
    /// Nothing where it names none. All else that is wrong with that file is told where the album is looked at by itself.
    package func otherLanguage(in file: SourceFile, than language: Language) -> Diagnostic? {
        var reader = SchemaReader(file: file, code: .brokenConfiguration)
        guard let own = reader.root()?[key: "language"], let text = own.text, text != language.rawValue,
            Language(rawValue: text) != nil
        else { return nil }
        return Diagnostic(
            .languageOfRoot, [text, id.rawValue, language.rawValue], at: SourceLocation(file, own.range))
    }

    /// The office that an album's own file names.
    static func contact(in file: SourceFile) -> String? {
        var reader = SchemaReader(file: file, code: .brokenConfiguration)
        return reader.root()?[key: "contact"]?.text
    }

    /// Folders that the program or the site itself has.
    static let reservedIDs = SitePages.folders.union(["handbook", "share", "vocabularies", "kinds", "root"])

    /// Whether one lies within the other.
    func overlaps(_ other: ContentRoot) -> Bool {
        let (one, two) = (folder.text + "/", other.folder.text + "/")
        return one.hasPrefix(two) || two.hasPrefix(one)
    }

    /// Whether a folder of the site lies within it, or it within that.
    func overlaps(_ path: String) -> Bool {
        let (one, two) = (folder.text + "/", path + "/")
        return one.hasPrefix(two) || two.hasPrefix(one)
    }
}

extension Configuration {
    /// The office to ask about a page: that of the album that it belongs to, else that of the site.
    package func contact(at address: SiteAddress) -> String? {
        let root = roots.first { root in
            address.isOf(album: root.id.rawValue) || root.region.map { address.isOfRegion($0.rawValue) } ?? false
        }
        return root?.contact ?? contact
    }
}
