import Glibc

/// A file anywhere, by its path.
package enum SingleFile {
    /// Writes it beside its place and then into it: an older one stays whole when anything fails, and of two who write at once
    /// the later one's stays.
    ///
    /// What killed programs left beside it goes.
    package static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
        guard !name.isEmpty else { throw FileError(.write, path, .system(EISDIR)) }
        let above = path[..<name.startIndex]
        let folder: OpenFolder
        do throws(FileError) {
            folder = try OpenFolder(above.isEmpty ? "." : String(above), .write)
        } catch {
            throw FileError(.write, path, error.cause)
        }
        PartFile.sweep(folder)
        let part = try PartFile(of: String(name), bytes, in: folder, path: path)
        guard part.replace(String(name)) else { throw .last(.write, path) }
        _ = fsync(folder.descriptor)
    }
}
