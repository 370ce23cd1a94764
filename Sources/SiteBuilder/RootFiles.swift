import Bodies
import Catalog
import Diagnostics
import Files

/// Files that a host or a search engine wants at the site's root: `content/root/` is copied there unchanged.
///
/// What a browser runs as a page is copied only when `album.yml` names it, so that nobody publishes a script by
/// putting a file into a folder:
/// ```yaml
/// root-files: [yandex_0123456789abcdef.html]
/// ```
enum RootFiles {
    static let folder = "root"

    /// Whether an entry below `content/` lies there.
    static func holds(_ path: String) -> Bool { path.hasPrefix(folder + "/") }

    /// Names that systems and Git leave in a folder.
    private static func isLeftBehind(_ path: SitePath) -> Bool {
        path.components.contains { $0 == ".DS_Store" || $0 == ".git" || $0 == ".gitkeep" || $0.hasPrefix("._") }
    }

    /// The files, hidden ones like `.nojekyll` too, by their address; whatever cannot be listed is a diagnostic.
    static func discover(_ content: some FileSystem) throws(FileError) -> ([SiteAddress: FileEntry], [Diagnostic]) {
        guard let root = try? SitePath(folder), try content.entry(root)?.kind == .folder else { return ([:], []) }
        let listing = try content.list(root, includingHidden: true)
        var files: [SiteAddress: FileEntry] = [:]
        for entry in listing.entries where !isLeftBehind(entry.path) {
            switch entry.kind {
            case .file, .link(.file):
                files[SiteAddress(String(entry.path.text.dropFirst(folder.count + 1)))] = entry
            default: continue
            }
        }
        let problems = listing.problems.map {
            MachineMessage.unreadable($0, at: SourceLocation(path: $0.path))
        }
        return (files, problems)
    }

    /// Those that a build copies: what may run only where `album.yml` names it, in a lenient build too.
    static func copied(_ files: [SiteAddress: FileEntry], _ configuration: Configuration) -> [SiteAddress: FileEntry] {
        files.filter { !isUnnamed($0.key, $0.value, configuration) }
    }

    /// Whether a file may run and `album.yml` does not name it.
    private static func isUnnamed(_ address: SiteAddress, _ entry: FileEntry, _ configuration: Configuration) -> Bool {
        PublishedFileCheck.isActive(entry.path) && !configuration.rootFiles.contains { $0.name == address.text }
    }

    /// - Parameter taken: addresses of all that the program writes, in lower case.
    static func diagnostics(
        _ files: [SiteAddress: FileEntry], _ configuration: Configuration, taken: Set<SiteAddress>
    ) -> [Diagnostic] {
        var result: [Diagnostic] = []
        for (address, entry) in files.sorted(by: { $0.key < $1.key }) {
            let place = SourceLocation(path: "content/" + entry.path.text)
            if isTaken(address.lowercased(), taken) {
                result.append(Diagnostic(.rootAddressTaken, [address.text], at: place))
            } else if isUnnamed(address, entry, configuration) {
                result.append(Diagnostic(.unnamedRootFile, [address.text], at: place))
            }
        }
        for file in configuration.rootFiles where files[SiteAddress(file.name)] == nil {
            let candidates = NameSuggester(files.keys.map(\.text).sorted()).nearest(to: file.name)
            result.append(Diagnostic(.missingRootFile, [file.name], at: file.place, candidates: candidates))
        }
        return result
    }

    /// An address is taken by a page or file of it, by a page that its folder would be, and by folders of the program.
    private static func isTaken(_ address: SiteAddress, _ taken: Set<SiteAddress>) -> Bool {
        if address.isInProgramFolder { return true }
        let parts = address.text.split(separator: "/")
        return (1...parts.count).contains { taken.contains(SiteAddress(parts.prefix($0).joined(separator: "/"))) }
    }
}
