import Catalog
import Diagnostics
import Files

/// Everything that a build reads, found but not yet understood.
///
/// Comes in: a folder with `album.yml`. Goes out: the list of its parts, and what is wrong with the files as files.
struct SiteSources: Sendable {
    /// A Markdown file below `content/`.
    struct MaterialFile: Sendable {
        /// Below `content/`.
        let path: String
        let sitePath: SitePath
    }

    var configuration: SourceFile?
    var vocabularies: [(id: VocabularyID, file: SourceFile)] = []
    var kinds: [SourceFile] = []
    /// Sorted by path.
    var materials: [MaterialFile] = []
    /// Other files below `content/`: pictures, attachments, tables; path below `content/` and size.
    var files: [String: FileEntry] = [:]
    var diagnostics: [Diagnostic] = []

    /// Files of these names are for editors and never published.
    private static let notes: Set<String> = ["NOTES.md", "README.md"]

    /// Looks at the whole tree. Throws what the machine does wrong; what an editor did is a diagnostic.
    static func discover(_ root: some FileSystem) throws(FileError) -> SiteSources {
        var sources = SiteSources()
        let configurationPath = SitePath(literal: "album.yml")
        guard try root.entry(configurationPath) != nil else {
            sources.diagnostics.append(
                Diagnostic(.missingConfiguration, at: SourceLocation(path: configurationPath.text)))
            return sources
        }
        sources.configuration = try sources.text(configurationPath, root)
        let content = SitePath(literal: "content")
        guard try root.entry(content) != nil else {
            sources.diagnostics.append(Diagnostic(.missingSchema, ["content"], at: SourceLocation(path: content.text)))
            return sources
        }
        let listing = try root.list(content)
        for problem in listing.problems {
            sources.diagnostics.append(
                Diagnostic(.unreadableFile, ["\(problem.cause)"], at: SourceLocation(path: problem.path)))
        }
        for entry in listing.entries { try sources.take(entry, root) }
        return sources
    }

    private mutating func take(_ entry: FileEntry, _ root: some FileSystem) throws(FileError) {
        switch entry.kind {
        case .folder, .link(.folder): return
        case .link(.outside), .link(.missing):
            diagnostics.append(Diagnostic(.symlinkOutside, at: SourceLocation(path: entry.path.text)))
            return
        case .other: return
        case .file, .link(.file): break
        }
        let path = String(entry.path.text.dropFirst("content/".utf8.count))
        if path.hasPrefix("vocabularies/") || path.hasPrefix("kinds/") {
            try takeSchema(entry, path, root)
        } else if entry.path.pathExtension == "md" {
            if !Self.notes.contains(entry.path.name) { materials.append(MaterialFile(path: path, sitePath: entry.path)) }
        } else {
            files[path] = entry
        }
    }

    private mutating func takeSchema(_ entry: FileEntry, _ path: String, _ root: some FileSystem) throws(FileError) {
        guard entry.path.pathExtension == "yml" || entry.path.pathExtension == "yaml" else { return }
        guard let file = try text(entry.path, root) else { return }
        if path.hasPrefix("kinds/") {
            kinds.append(file)
        } else {
            let name = entry.path.name
            let id = VocabularyID(String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]))
            vocabularies.append((id, file))
        }
    }

    private mutating func text(_ path: SitePath, _ root: some FileSystem) throws(FileError) -> SourceFile? {
        let (file, found) = TextLoader.load(path: path.text, bytes: try root.read(path))
        diagnostics += found
        return file
    }
}
