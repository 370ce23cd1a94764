import Glibc

/// A tree of files in memory: what tests and examples read instead of a disk.
///
/// ```swift
/// let files = try MemoryFileSystem(["content/a.md": "# А\n"])
/// ```
package struct MemoryFileSystem: FileSystem {
    private var files: [SitePath: [UInt8]] = [:]
    private var links: [SitePath: FileEntry.LinkTarget] = [:]

    package init() {}

    /// Texts by path.
    package init(_ texts: [String: String]) throws(SitePathError) {
        for (name, text) in texts { files[try SitePath(name)] = Array(text.utf8) }
    }

    /// Bytes by path.
    package init(_ files: [SitePath: [UInt8]]) { self.files = files }

    /// Adds or replaces a file.
    package mutating func write(_ bytes: [UInt8], to path: SitePath) { files[path] = bytes }

    /// Adds a symbolic link.
    package mutating func link(_ path: SitePath, to target: FileEntry.LinkTarget) { links[path] = target }

    package func read(_ path: SitePath) throws(FileError) -> [UInt8] {
        if let bytes = files[path] { return bytes }
        if case .file(let target) = links[path] { return try read(target) }
        throw FileError(.read, path.text, isFolder(path) ? .notAFile : .system(ENOENT))
    }

    package func readBeginning(
        _ path: SitePath, atMost limit: Int
    ) throws(FileError) -> (bytes: [UInt8], byteCount: Int) {
        let bytes = try read(path)
        return (Array(bytes.prefix(limit)), bytes.count)
    }

    package func entry(_ path: SitePath) throws(FileError) -> FileEntry? {
        if let bytes = files[path] { return FileEntry(path: path, kind: .file, byteCount: bytes.count, modified: 0) }
        if let target = links[path] { return FileEntry(path: path, kind: .link(target), byteCount: 0, modified: 0) }
        return isFolder(path) ? FileEntry(path: path, kind: .folder, byteCount: 0, modified: 0) : nil
    }

    package func list(_ folder: SitePath, includingHidden: Bool) throws(FileError) -> Listing {
        guard isFolder(folder) else { throw FileError(.list, folder.text, .system(ENOENT)) }
        var found: Set<SitePath> = []
        for path in Array(files.keys) + Array(links.keys) where isBelow(path, folder) {
            var next = path
            while next != folder, found.insert(next).inserted { next = next.parent }
        }
        var entries: [FileEntry] = []
        for path in found.sorted() where includingHidden || !relative(path, to: folder).hasDotName {
            if let entry = try entry(path) { entries.append(entry) }
        }
        return Listing(entries: entries, problems: [])
    }

    private func isFolder(_ path: SitePath) -> Bool {
        path.isRoot || files.keys.contains { isBelow($0, path) } || links.keys.contains { isBelow($0, path) }
    }

    private func isBelow(_ path: SitePath, _ folder: SitePath) -> Bool {
        folder.isRoot || path.text.utf8.starts(with: (folder.text + "/").utf8)
    }

    private func relative(_ path: SitePath, to folder: SitePath) -> Substring.UTF8View {
        path.text[...].utf8.dropFirst(folder.isRoot ? 0 : folder.text.utf8.count + 1)
    }
}

extension Substring.UTF8View {
    fileprivate var hasDotName: Bool { split(separator: UInt8(ascii: "/")).contains { $0.first == UInt8(ascii: ".") } }
}
