import Catalog
import Diagnostics
import Files

/// Everything that a build reads, found but not yet understood.
///
/// Comes in: a folder with `album.yml`. Goes out: the list of its parts, and what is wrong with the files as files.
struct SiteSources: Sendable {
    var configuration: SourceFile?
    var vocabularies: [(id: VocabularyID, file: SourceFile)] = []
    var kinds: [SourceFile] = []
    /// Sorted by path.
    var materials: [SitePath] = []
    /// Other files below `content/`: pictures, attachments, tables; path below `content/` and size.
    var files: [String: FileEntry] = [:]
    var diagnostics: [Diagnostic] = []

    /// Files of these names are for editors and never published.
    private static let notes: Set<String> = ["NOTES.md", "README.md"]

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
        guard let content else {
            sources.diagnostics.append(Diagnostic(.missingSchema, ["content"], at: SourceLocation(path: "content")))
            return sources
        }
        let listing = try content.list()
        for problem in listing.problems {
            sources.diagnostics.append(
                Diagnostic(
                    .unreadableFile, [MachineMessage.cause(problem, .ru)], at: SourceLocation(path: problem.path)))
        }
        for entry in listing.entries { try sources.take(entry, content) }
        return sources
    }

    private mutating func take(_ entry: FileEntry, _ content: some FileSystem) throws(FileError) {
        switch entry.kind {
        case .folder, .link(.folder): return
        case .link(.outside), .link(.missing):
            var code = DiagnosticCode.symlinkOutside
            if case .link(.missing) = entry.kind { code = .symlinkDangling }
            diagnostics.append(Diagnostic(code, at: SourceLocation(path: "content/" + entry.path.text)))
            return
        case .other: return
        case .file, .link(.file): break
        }
        if Self.isLeftBehind(entry.path.name) { return }
        let path = entry.path.text
        if path.hasPrefix("vocabularies/") || path.hasPrefix("kinds/") {
            try takeSchema(entry, path, content)
        } else if entry.path.pathExtension == "md" {
            if !Self.notes.contains(entry.path.name) { materials.append(entry.path) }
        } else {
            files[path] = try Self.measured(entry, content)
        }
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

    private mutating func takeSchema(_ entry: FileEntry, _ path: String, _ content: some FileSystem) throws(FileError) {
        guard entry.path.pathExtension == "yml" || entry.path.pathExtension == "yaml" else { return }
        guard let file = try text(entry.path, shown: "content/", content) else { return }
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

extension TextLoader {
    /// The text of a file; of one that is too large no more than the limit is read.
    static func load(
        _ path: SitePath, shown: String, of files: some FileSystem,
        allowing allowed: Set<SourceFile.Irregularity> = []
    ) throws(FileError) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
        let (bytes, byteCount) = try files.readBeginning(path, atMost: largestSize + 1)
        return load(path: shown + path.text, bytes: bytes, byteCount: byteCount, allowing: allowed)
    }
}
