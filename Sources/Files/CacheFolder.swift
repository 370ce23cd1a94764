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
        } else if !status.isFolder {
            return nil
        }
        self.path = path
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
