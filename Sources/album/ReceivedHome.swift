import Bodies
import Catalog
import Editor
import Files

/// Where a draft is edited that was received: in the site, or in the album that it belongs to.
struct ReceivedHome {
    /// Nothing for the site's own content.
    let album: ContentRoot?
    /// The address of its running server.
    let server: String?
    /// The command that shows its forms.
    let serving: String

    /// Where a page about a material is or will be.
    ///
    /// At a running server, or at that of `album serve` when nobody says otherwise. An album's own server knows its
    /// materials without its id.
    /// - Parameter page: the address of that page below the server's.
    func address(_ page: (MaterialID) -> String, _ id: MaterialID) -> String {
        let prefix = album.map { "\($0.id)/" } ?? ""
        let own = id.rawValue.hasPrefix(prefix) ? MaterialID(String(id.rawValue.dropFirst(prefix.count))) : id
        return (server ?? "http://127.0.0.1:8000") + page(own)
    }
}

/// The homes of drafts of a site.
struct ReceivedHomes {
    private let roots: [ContentRoot]
    private let files: DiskFileSystem
    private let option: RootOption

    init(_ site: LoadedSite, _ files: DiskFileSystem, root option: RootOption) {
        roots = site.catalog.schema.roots
        self.files = files
        self.option = option
    }

    /// That of the album `root`, or of the site itself.
    func home(of root: RootID?) throws -> ReceivedHome {
        guard let album = roots.first(where: { $0.id == root }) else {
            return ReceivedHome(
                album: nil, server: try WorkFolder(root: files.root).serverAddress(), serving: "album serve")
        }
        let path = (option.given.map { $0 + "/" } ?? option.prefixOfPaths) + album.folder.text
        return ReceivedHome(
            album: album, server: try WorkFolder(root: files.absolutePath(album.folder)).serverAddress(),
            serving: "album serve --root \(path)")
    }
}
