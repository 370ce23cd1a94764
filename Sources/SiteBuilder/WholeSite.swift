import Bodies
import Catalog
import Diagnostics
import Files

/// The site that an album is a part of, where the album is looked at by itself.
///
/// `regions/tula` is an album of its own and one of the `roots` of the site above it. A name that its own content lacks may be that
/// of a material of the whole, which works there: the site above is asked, and such a name is a note that says where to look. What
/// the whole lacks too stays an error. Nothing above is read unless a name is unknown; of the whole, front matters alone.
enum WholeSite {
    private static let ofNames: Set<DiagnosticCode> = [.unknownReference, .unknownTitle, .goneRoot]

    /// The diagnostics with names of the whole told as such.
    static func settled(
        _ diagnostics: [Diagnostic], _ request: BuildRequest
    ) throws(FileError) -> [Diagnostic] {
        guard diagnostics.contains(where: { ofNames.contains($0.code) }), let site = above(request.root) else {
            return diagnostics
        }
        var clock = StageClock()
        let (loaded, _) = try LoadedSite.load(
            site, .init(parallel: request.parallel, edition: request.edition), clock: &clock)
        guard let loaded, let root = loaded.catalog.schema.roots.first(where: { isFolder($0, request.root, site) })
        else {
            return diagnostics
        }
        let (directory, steps) = (loaded.catalog.directory, steps(root))
        return diagnostics.map { diagnostic in
            guard ofNames.contains(diagnostic.code), let name = diagnostic.arguments.first,
                case .one(let target) = directory.resolve(name, from: root.id)
            else { return diagnostic }
            return Diagnostic(
                .nameOfWholeSite, [name, directory.listings[target].title, steps], at: diagnostic.location,
                related: diagnostic.related
            ).ofDraft(diagnostic.isOfDraft)
        }
    }

    /// The nearest site above of which the album is a root.
    private static func above(_ album: DiskFileSystem) -> DiskFileSystem? {
        var path = album.root
        while path != "/", let slash = path.lastIndex(of: "/") {
            path = slash == path.startIndex ? "/" : String(path[..<slash])
            // A folder that may not be read is no site of this album.
            guard let site = try? DiskFileSystem(root: path) else { continue }
            if RootSources.folders(of: site).contains(album.root) { return site }
        }
        return nil
    }

    private static func isFolder(_ root: ContentRoot, _ album: DiskFileSystem, _ site: DiskFileSystem) -> Bool {
        "\(site.root)/\(root.folder)" == album.root
    }

    /// The way from the album to the site: `../..`.
    private static func steps(_ root: ContentRoot) -> String {
        root.folder.components.map { _ in ".." }.joined(separator: "/")
    }
}
