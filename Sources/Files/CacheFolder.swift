import Glibc

/// A folder for what may be thrown away, beside the files that it was made of.
package struct CacheFolder: Sendable {
    /// As it was named.
    package let path: String

    /// Takes or makes a folder; nothing when that cannot be, or when a link stands in its place: who wrote the other files
    /// shall not lead the program elsewhere.
    package init?(_ path: String) {
        var status = stat()
        if lstat(path, &status) != 0 {
            guard errno == ENOENT, mkdir(path, 0o777) == 0 else { return nil }
            Self.keepOutOfRepositories(path)
        } else if !status.isFolder {
            return nil
        }
        self.path = path
    }

    /// Nobody shall commit it by accident; where that cannot be said, nothing is lost.
    private static func keepOutOfRepositories(_ path: String) {
        let descriptor = open("\(path)/.gitignore", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { return }
        _ = Glibc.write(descriptor, "*\n", 2)
        close(descriptor)
    }

    /// Whether a name is free, or that of a file in the folder itself.
    package func isUsable(_ name: String) -> Bool {
        var status = stat()
        return lstat("\(path)/\(name)", &status) == 0 ? status.isFile && status.st_nlink == 1 : errno == ENOENT
    }

    /// Removes files; those that are not there are no fault.
    package func remove(_ names: [String]) {
        for name in names { unlink("\(path)/\(name)") }
    }
}
