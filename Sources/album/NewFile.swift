import Files

#if canImport(Glibc)
    import Glibc
#endif

/// Writes source files for editors.
///
/// Never over an existing one.
enum NewFile {
    /// Makes the folders on the way and the file; throws when there is one already.
    static func write(_ text: String, to path: String) throws(FileError) { try write(Array(text.utf8), to: path) }

    /// The same for bytes.
    ///
    /// - Parameter isSecret: whether nobody else may read it.
    static func write(_ content: [UInt8], to path: String, isSecret: Bool = false) throws(FileError) {
        try makeFolders(of: path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isSecret ? 0o600 : 0o644)
        guard descriptor >= 0 else { throw FileError(.write, path, .system(errno)) }
        defer { close(descriptor) }
        var bytes = content[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError(.write, path, .system(errno))
            }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Makes the folders that a file is to stand in.
    static func makeFolders(of path: String) throws(FileError) {
        var folder = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
            folder += folder.isEmpty && !part.isEmpty && !path.hasPrefix("/") ? String(part) : "/" + part
            if part.isEmpty { folder = path.hasPrefix("/") && folder == "/" ? "" : folder }
            guard !folder.isEmpty, mkdir(folder, 0o755) != 0, errno != EEXIST else { continue }
            throw FileError(.createFolder, folder, .system(errno))
        }
    }
}
