import Glibc

/// The turn to write a file beside its place in a folder: whoever else asks for it waits until it ends with its owner.
///
/// A disk without locks makes nobody wait.
package final class FolderTurn {
    private let folder: OpenFolder

    /// Waits for its turn.
    ///
    /// - Parameter path: of the folder.
    package init(_ path: String) throws(FileError) {
        folder = try OpenFolder(path, .write)
        while flock(folder.descriptor, LOCK_EX) != 0, errno == EINTR {}
    }
}
