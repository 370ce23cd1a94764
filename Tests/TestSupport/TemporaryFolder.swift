import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// When a file was written, since 1970; before it where the seconds are negative.
package struct FileTime: Sendable, Hashable {
    package let seconds: Int
    package let nanoseconds: Int

    package init(seconds: Int, nanoseconds: Int = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }
}

/// A folder that a test writes from a dictionary and that goes with it.
///
/// ```swift
/// let folder = try TemporaryFolder(["content/a.md": "# А\n"])
/// ```
package final class TemporaryFolder: Sendable {
    /// Absolute, without symbolic links, without a slash at the end.
    package let path: String

    /// Writes texts by relative path; folders are made as needed.
    package init(_ files: [String: String] = [:]) throws {
        let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        path = base.appendingPathComponent("album-test-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit {
        // Nobody is left to tell; the system empties its temporary folder itself.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The absolute path of `name`.
    package func path(_ name: String) -> String { path + "/" + name }

    /// Writes a text file.
    package func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    /// Writes bytes.
    package func write(_ bytes: [UInt8], to name: String) throws {
        let file = URL(fileURLWithPath: path(name))
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// A symbolic link `name` whose text is `destination`.
    package func link(_ name: String, to destination: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: destination)
    }

    package func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
    }

    package func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    package func contains(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// Gives a file another name, in place of what has it.
    package func move(_ name: String, to other: String) throws {
        if contains(other) { try remove(other) }
        try FileManager.default.moveItem(atPath: path(name), toPath: path(other))
    }

    /// When a file was last written, as the disk has it; anybody may set it.
    package func time(of name: String) throws -> FileTime {
        var status = stat()
        guard lstat(path(name), &status) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        return FileTime(seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }

    package func setTime(_ time: FileTime, of name: String) throws {
        let times = [timespec](repeating: timespec(tv_sec: time.seconds, tv_nsec: time.nanoseconds), count: 2)
        guard utimensat(AT_FDCWD, path(name), times, AT_SYMLINK_NOFOLLOW) == 0 else {
            throw POSIXError(.init(rawValue: errno) ?? .EIO)
        }
    }

    package func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

    /// Every file below `name`, dot-files too, as sorted relative paths; symbolic links are not followed.
    package func files(below name: String = "") throws -> [String] {
        let root = name.isEmpty ? path : path(name)
        guard let walker = FileManager.default.enumerator(atPath: root) else { return [] }
        var found: [String] = []
        for case let file as String in walker
        where walker.fileAttributes?[.type] as? FileAttributeType != .typeDirectory {
            found.append(file)
        }
        return found.sorted()
    }

    /// Path → text of every file below `name`: what a test compares a whole tree with.
    package func texts(below name: String = "") throws -> [String: String] {
        var texts: [String: String] = [:]
        for file in try files(below: name) { texts[file] = try text(name.isEmpty ? file : name + "/" + file) }
        return texts
    }
}
