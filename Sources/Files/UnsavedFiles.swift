/// Texts that somebody is writing and that no file has yet: a tree of files is read as if they were saved.
///
/// ```swift
/// let typed = UnsavedFiles([root.absolutePath(path): bytes])
/// let tree = try DiskFileSystem(root: root.root, unsaved: typed)
/// ```
package struct UnsavedFiles: Sendable {
    private let bytes: [String: [UInt8]]
    /// Absolute paths of files that are to go.
    private let removed: Set<String>

    /// - Parameters:
    ///   - bytes: by absolute path, all links followed.
    ///   - removed: absolute paths of files that are read as if they were gone.
    package init(_ bytes: [String: [UInt8]] = [:], without removed: Set<String> = []) {
        self.bytes = bytes
        self.removed = removed
    }

    var isEmpty: Bool { bytes.isEmpty && removed.isEmpty }

    /// Whether a file is read as if it were gone.
    func isRemoved(_ path: String) -> Bool { !removed.isEmpty && removed.contains(path) }

    subscript(path: String) -> [UInt8]? { bytes.isEmpty ? nil : bytes[path] }

    /// As if it had been written just now, so that nobody takes it for unchanged.
    static func entry(_ path: SitePath, _ bytes: [UInt8]) -> FileEntry {
        FileEntry(path: path, kind: .file, byteCount: bytes.count, modified: DiskClock.now, changed: DiskClock.now)
    }

    /// What a listing of a folder has besides the files that are there.
    /// - Parameter root: the absolute path of the tree.
    func entries(below folder: SitePath, of root: String, but present: Set<SitePath>) -> [FileEntry] {
        bytes.compactMap { path, bytes in
            guard path.hasPrefix(root + "/"), let path = try? SitePath(String(path.dropFirst(root.count + 1))),
                folder.isRoot || path.text.hasPrefix(folder.text + "/"), !present.contains(path)
            else { return nil }
            return Self.entry(path, bytes)
        }
    }
}
