import Catalog
import Diagnostics
import Files
import Formats
import Languages

/// Finds the folders of the roots that `album.yml` names.
///
/// Comes in: the site's folder and the roots. Goes out: their content as a tree of its own each, which nothing leaves,
/// and where it truly is.
package struct RootSources: Sendable {
    /// By the first part of the addresses.
    private(set) var trees: [String: DiskFileSystem] = [:]
    private(set) var map = SourceMap()
    /// What each says of itself as an album of its own, where it has such a file.
    private(set) var configurations: [(root: RootID, file: SourceFile)] = []

    /// Takes what the roots have into the sources of the site.
    static func add(
        _ roots: [ContentRoot], of site: DiskFileSystem, in language: Language, to sources: inout SiteSources
    ) throws(FileError) -> RootSources {
        var result = RootSources()
        var folders: [RootID: String] = [:]
        let own = ownFolders(sources)
        for root in roots {
            // Its files would hide those of the site.
            if let path = own[root.id.rawValue] {
                sources.diagnostics.append(
                    Diagnostic(.rootFolderTaken, [path, root.id.rawValue], at: root.location))
                continue
            }
            guard let (tree, folder) = try open(root, site, &sources.diagnostics) else { continue }
            try sources.take(root, tree, shown: folder + "/")
            if let file = try configuration(of: root, site) {
                result.configurations.append((root.id, file))
                if let hint = root.otherLanguage(in: file, than: language) { sources.diagnostics.append(hint) }
            }
            result.trees[root.id.rawValue] = tree
            folders[root.id] = folder
        }
        result.map = SourceMap(folders)
        sources.materials.sort { $0.path < $1.path }
        return result
    }

    /// The content of a root, `content/` in its folder or the folder itself, with its path below the site's root.
    private static func open(
        _ root: ContentRoot, _ site: DiskFileSystem, _ diagnostics: inout [Diagnostic]
    ) throws(FileError) -> (DiskFileSystem, String)? {
        for path in [root.folder.text + "/content", root.folder.text] {
            let tree: DiskFileSystem
            do throws(FileError) {
                tree = try DiskFileSystem(root: "\(site.root)/\(path)", unsaved: site.unsaved)
            } catch {
                if error.isMissing { continue }
                throw error
            }
            // All links are followed in its root: where it is another path, a link stood on the way.
            guard tree.root == "\(site.root)/\(path)" else {
                diagnostics.append(Diagnostic(.rootOutside, [path], at: root.location))
                return nil
            }
            return (tree, path)
        }
        diagnostics.append(Diagnostic(.missingRoot, [root.folder.text], at: root.location))
        return nil
    }

    private static func configuration(
        of root: ContentRoot, _ site: DiskFileSystem
    ) throws(FileError) -> SourceFile? {
        guard let path = try? SitePath(root.folder.text + "/" + Configuration.path), try site.entry(path) != nil else {
            return nil
        }
        return try TextLoader.load(path, of: site).file
    }

    /// The folders of the site's own content, with the first file of each.
    private static func ownFolders(_ sources: SiteSources) -> [String: String] {
        let own = (sources.materials.map(\.path.text) + sources.files.keys).sorted().filter { $0.contains("/") }
        return Dictionary(own.map { (String($0.prefix { $0 != "/" }), "content/" + $0) }) { first, _ in first }
    }

    /// Roots whose addresses would begin like a list of the site or a page of an entry.
    static func taken(_ roots: [ContentRoot], _ schema: Schema) -> [Diagnostic] {
        guard !roots.isEmpty else { return [] }
        var folders: [String: String] = [:]
        for kind in schema.kinds { folders[kind.folder] = kind.folder + "/" }
        for vocabulary in schema.vocabularies { folders[vocabulary.id.rawValue] = vocabulary.id.rawValue + "/" }
        return roots.compactMap { root in
            folders[root.id.rawValue].map {
                Diagnostic(.rootFolderTaken, [$0, root.id.rawValue], at: root.location)
            }
        }
    }

    /// The folders of the roots of a site, wherever they lead, for those who look at its files before it is read.
    package static func folders(of site: DiskFileSystem) -> [String] {
        let path = SitePath(literal: "album.yml")
        // Whoever reads the site tells what is wrong with its configuration.
        guard let (bytes, _) = try? site.readBeginning(path, atMost: TextLoader.largestSize),
            bytes.firstRange(of: Array("roots".utf8)) != nil,
            let file = TextLoader.load(path: path.text, bytes: bytes).file
        else { return [] }
        return (Configuration.load(file).0?.roots ?? []).map { "\(site.root)/\($0.folder)" }
    }
}
