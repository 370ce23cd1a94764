import Glibc

/// A folder of this run alone below the system's temporary one: mode 0700, removed at the end.
///
/// It is `album-preview-<random>` and locked while its owner lives. What a killed run left is swept by the next one:
/// folders of that name, of this user, that nobody has locked.
///
/// ```swift
/// let folder = try PrivateFolder()
/// // … build into folder.path + "/site" …
/// try folder.remove()
/// ```
package final class PrivateFolder: Sendable {
    /// Absolute, links followed.
    package let path: String
    private let name: String
    private let parent: OpenFolder
    private let lock: OpenFolder

    private static let prefix = "album-preview-"

    /// Makes a folder below `parent`: below `TMPDIR`, or `/tmp` when that is not set.
    package convenience init() throws(FileError) {
        let named = getenv("TMPDIR").map { String(cString: $0) }
        try self.init(below: named.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp")
    }

    /// Makes a folder below `parent` after sweeping what dead runs left there.
    package init(below parent: String) throws(FileError) {
        guard let real = realpath(parent, nil) else { throw .last(.createFolder, parent) }
        defer { free(real) }
        let folder = try OpenFolder(String(cString: real), .write)
        try Self.sweep(folder)
        (name, lock) = try Self.make(in: folder)
        path = lock.path
        self.parent = folder
    }

    /// A new, locked folder.
    private static func make(in folder: OpenFolder) throws(FileError) -> (String, OpenFolder) {
        for _ in 0..<100 {
            // mkdtemp makes it with mode 0700.
            var template = Array("\(folder.path)/\(prefix)XXXXXX".utf8CString)
            guard mkdtemp(&template) != nil else { throw .last(.createFolder, folder.path) }
            let name = String(decoding: text(template).utf8.suffix(prefix.utf8.count + 6), as: UTF8.self)
            // Another run may take it for a leftover until it is locked: then the next name.
            if let made = try? OpenFolder(name, in: folder, .write), made.lock(),
                faccessat(folder.descriptor, name, F_OK, 0) == 0
            {
                return (name, made)
            }
        }
        throw FileError(.createFolder, folder.path + "/" + prefix, .system(EEXIST))
    }

    /// Removes it with all it holds.
    package func remove() throws(FileError) { try removeTree(name, in: parent) }

    private static func sweep(_ folder: OpenFolder) throws(FileError) {
        for name in try folder.names() where text(name).hasPrefix(prefix) {
            // Somebody else's, or gone meanwhile: not ours to sweep.
            guard let status = try? folder.status(name), status.isFolder, status.st_uid == geteuid(),
                let left = try? OpenFolder(text(name), in: folder), left.lock()
            else { continue }
            try removeTree(text(name), in: folder)
        }
    }
}
