import Catalog
import Diagnostics
import Files

/// Everything that a build reads, found but not yet understood.
///
/// Comes in: a folder with `album.yml`. Goes out: the list of its parts, and what is wrong with the files as files.
struct SiteSources: Sendable {
    var configuration: SourceFile?
    /// The list of published addresses; nothing where the site keeps none.
    var ledger: SourceFile?
    /// What was found of the pages.
    var accessibility: SourceFile?
    var vocabularies: [(id: VocabularyID, file: SourceFile)] = []
    var kinds: [SourceFile] = []
    /// Other albums that are part of the site, with the files of their schemas.
    var roots: [(root: ContentRoot, files: MergedSchema.Files)] = []
    /// Sorted by path.
    var materials: [FileEntry] = []
    /// Other files below `content/`: pictures, attachments, tables; path below `content/` and size.
    var files: [String: FileEntry] = [:]
    /// Files for the site's root, by their address.
    var rootFiles: [SiteAddress: FileEntry] = [:]
    /// Paths of materials that are told to be copies of others.
    var copies: Set<String> = []
    var diagnostics: [Diagnostic] = []

    /// Files of these names are for editors and never published.
    private static let notes: Set<String> = ["NOTES.md", "README.md"]

    /// How a text file begins that is a material all the same: Notepad calls what it saves `.txt`.
    private static let frontMatterMarks = ["---\n", "---\r\n", "\u{FEFF}---"].map { Array($0.utf8) }

    /// Looks at the whole tree; throws what the machine does wrong, while what an editor did is a diagnostic.
    ///
    /// - Parameter content: the folder `content`, nothing when there is none. It is a tree of its own, so that a link
    ///   which leaves it is seen as such.
    static func discover(_ root: some FileSystem, content: (some FileSystem)?) throws(FileError) -> SiteSources {
        var sources = SiteSources()
        let configurationPath = SitePath(literal: "album.yml")
        guard try root.entry(configurationPath) != nil else {
            sources.diagnostics.append(
                Diagnostic(.missingConfiguration, at: SourceLocation(path: configurationPath.text)))
            return sources
        }
        sources.configuration = try sources.text(configurationPath, shown: "", root)
        if let (file, found) = try AddressLedger.file(in: root) {
            sources.ledger = file
            sources.diagnostics += found
        }
        let accessibilityPath = SitePath(literal: "accessibility.json")
        if try root.entry(accessibilityPath) != nil {
            sources.accessibility = try sources.text(accessibilityPath, shown: "", root)
        }
        guard let content else {
            sources.diagnostics.append(Diagnostic(.missingSchema, ["content"], at: SourceLocation(path: "content")))
            return sources
        }
        let listing = try content.list()
        for problem in listing.problems {
            sources.diagnostics.append(
                MachineMessage.unreadable(problem, at: SourceLocation(path: problem.path)))
        }
        let folder = Folder(
            name: "", content: "content/", schema: "content/", names: Set(listing.entries.map(\.path.text)))
        for entry in listing.entries where !RootFiles.holds(entry.path.text) {
            try sources.take(entry, content, folder)
        }
        let (rootFiles, problems) = try RootFiles.discover(content)
        sources.rootFiles = rootFiles
        sources.diagnostics += problems
        return sources
    }

    /// The site's own content, or that of a root.
    private struct Folder {
        /// What paths begin with within the program: `perm/`.
        let name: String
        /// What paths of materials and files begin with in diagnostics.
        let content: String
        /// The same of vocabularies and kinds, which are read once and for all: where they truly are.
        let schema: String
        /// Paths of all that there is.
        let names: Set<String>
    }

    /// Takes what a root has: its materials and files below its id, the files of its schema by themselves.
    ///
    /// - Parameter shown: where the content truly is, with a slash at the end.
    mutating func take(_ root: ContentRoot, _ content: some FileSystem, shown: String) throws(FileError) {
        let listing = try content.list()
        diagnostics += listing.problems.map { MachineMessage.unreadable($0, at: SourceLocation(path: $0.path)) }
        let (own, ownKinds) = (vocabularies, kinds)
        (vocabularies, kinds) = ([], [])
        let folder = Folder(
            name: "\(root.id)/", content: "content/\(root.id)/", schema: shown,
            names: Set(listing.entries.map(\.path.text)))
        for entry in listing.entries where !RootFiles.holds(entry.path.text) { try take(entry, content, folder) }
        if listing.entries.contains(where: { RootFiles.holds($0.path.text) }) {
            diagnostics.append(Diagnostic(.rootFilesOfRoot, at: SourceLocation(path: shown + RootFiles.folder)))
        }
        roots.append((root, MergedSchema.Files(vocabularies: vocabularies, kinds: kinds)))
        (vocabularies, kinds) = (own, ownKinds)
    }

    /// An entry of a root as the program knows it.
    private static func named(_ entry: FileEntry, _ folder: Folder) -> FileEntry? {
        if folder.name.isEmpty { return entry }
        func path(_ path: SitePath) -> SitePath? { try? SitePath(folder.name + path.text) }
        guard let own = path(entry.path) else { return nil }
        var kind = entry.kind
        if case .link(.file(let target)) = kind, let target = path(target) { kind = .link(.file(target)) }
        return FileEntry(
            path: own, kind: kind, byteCount: entry.byteCount, modified: entry.modified, changed: entry.changed,
            inode: entry.inode)
    }

    private mutating func take(_ entry: FileEntry, _ content: some FileSystem, _ folder: Folder) throws(FileError) {
        switch entry.kind {
        case .folder, .link(.folder): return
        case .link(.outside), .link(.missing):
            var code = DiagnosticCode.symlinkOutside
            if case .link(.missing) = entry.kind { code = .symlinkDangling }
            diagnostics.append(Diagnostic(code, at: SourceLocation(path: folder.content + entry.path.text)))
            return
        case .other: return
        case .file, .link(.file): break
        }
        if Self.isLeftBehind(entry.path.name) { return }
        let path = entry.path.text
        if path.hasPrefix("vocabularies/") || path.hasPrefix("kinds/") {
            try takeSchema(entry, path, content, folder)
        } else if try isMaterial(entry, content) {
            if !Self.notes.contains(entry.path.name) { takeMaterial(entry, folder) }
        } else {
            files[folder.name + path] = Self.named(try Self.measured(entry, content), folder)
        }
    }

    /// Whether a file is meant as a material: by its name, or as a text that begins with a front matter.
    private func isMaterial(_ entry: FileEntry, _ content: some FileSystem) throws(FileError) -> Bool {
        if MaterialFileName.manner(entry.path.name) != .other { return true }
        guard entry.path.pathExtension.lowercased() == "txt" else { return false }
        let (bytes, _) = try content.readBeginning(entry.path, atMost: 6)
        return Self.frontMatterMarks.contains { bytes.starts(with: $0) }
    }

    /// A material under a name that is none is read all the same; beside the file of the right name it is not.
    private mutating func takeMaterial(_ entry: FileEntry, _ folder: Folder) {
        let (path, names) = (entry.path, folder.names)
        let place = SourceLocation(path: folder.content + path.text)
        let proper = MaterialFileName.proper(path.text)
        if proper == path.text {
            if let original = original(of: path.text, among: names) {
                diagnostics.append(Diagnostic(.copiedFile, [original], at: place))
                copies.insert(folder.name + path.text)
            }
        } else if names.contains(proper) {
            diagnostics.append(Diagnostic(.unreadCopy, [Self.name(proper)], at: place))
            return
        } else {
            diagnostics.append(Diagnostic(.materialExtension, [path.name, Self.name(proper)], at: place))
        }
        if let entry = Self.named(entry, folder) { materials.append(entry) }
    }

    /// The name of the file beside one that it is a copy of.
    private func original(of path: String, among names: Set<String>) -> String? {
        let ending = path[(path.lastIndex(of: ".") ?? path.endIndex)...]
        let name = Self.name(path)
        guard let stem = MaterialFileName.original(ofCopy: String(name.dropLast(ending.count))) else { return nil }
        let original = stem + ending
        return names.contains(path.dropLast(name.count) + original) ? original : nil
    }

    private static func name(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// An entry with the size of the file that is read: a link has none of its own.
    private static func measured(_ entry: FileEntry, _ content: some FileSystem) throws(FileError) -> FileEntry {
        guard case .link(.file(let target)) = entry.kind, let file = try content.entry(target) else { return entry }
        return FileEntry(path: entry.path, kind: entry.kind, byteCount: file.byteCount, modified: entry.modified)
    }

    /// Whether systems and editors leave files of this name by themselves: nobody put them there, nobody publishes them.
    private static func isLeftBehind(_ name: String) -> Bool {
        let folded = name.lowercased()
        return ["thumbs.db", "ehthumbs.db", "desktop.ini"].contains(folded)
            || folded.hasPrefix("~$") || folded.hasPrefix("~wrl")
            || ["~", ".tmp", ".bak", ".swp"].contains { folded.hasSuffix($0) }
    }

    /// A list or kind; a copy of one is told and not read, since its names would stand twice.
    private mutating func takeSchema(
        _ entry: FileEntry, _ path: String, _ content: some FileSystem, _ folder: Folder
    ) throws(FileError) {
        guard entry.path.pathExtension == "yml" || entry.path.pathExtension == "yaml" else { return }
        if let original = original(of: path, among: folder.names) {
            diagnostics.append(Diagnostic(.unreadCopy, [original], at: SourceLocation(path: folder.schema + path)))
            return
        }
        guard let file = try text(entry.path, shown: folder.schema, content) else { return }
        if path.hasPrefix("kinds/") {
            kinds.append(file)
        } else {
            let name = entry.path.name
            let id = VocabularyID(String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]))
            vocabularies.append((id, file))
        }
    }

    private mutating func text(_ path: SitePath, shown: String, _ root: some FileSystem) throws(FileError)
        -> SourceFile?
    {
        let (file, found) = try TextLoader.load(path, shown: shown, of: root)
        diagnostics += found
        return file
    }
}
