import Glibc

/// The published folder that a transaction is about to replace: files of it that are wanted again are linked, not
/// written.
///
/// A second name for bytes that are on the disk costs a fifth of writing them, and removing the old folder then frees
/// nothing. A file counts as the wanted one when the manifest says that it has the same size and SHA-256, when it still
/// has that size, and when the disk changed nothing about it since the build ended: its time of change, which no program
/// can set, is not after the manifest's time, which the transaction sets last of all. A manifest whose time somebody else
/// has set, or that is from the future, says nothing of that: the clock was set back since, or is wrong.
struct EarlierTree: Sendable {
    private let folder: OpenFolder
    private let entries: [SitePath: Manifest.Entry]
    /// Seconds and nanoseconds at which the build ended.
    private let seconds: Int
    private let nanoseconds: Int

    /// Nothing when the time of the manifest tells nothing: linking only saves time, so every file is written then.
    ///
    /// - Parameter folder: in which the manifest stands.
    init?(_ folder: OpenFolder, _ manifest: Manifest) {
        guard let status = try? folder.status(Array(Manifest.path.text.utf8CString)),
            status.modifiedNanoseconds == status.changedNanoseconds, status.modifiedNanoseconds <= DiskClock.now
        else { return nil }
        self.folder = folder
        entries = manifest.byPath
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }

    /// Gives a file of an inode a second name; false when the file system cannot, or when the file is another meanwhile.
    func link(_ path: SitePath, _ inode: UInt64, to name: String, in target: Int32) -> Bool {
        guard linkat(folder.descriptor, path.text, target, name, 0) == 0 else { return false }
        var status = stat()
        if fstatat(target, name, &status, AT_SYMLINK_NOFOLLOW) == 0, UInt64(status.st_ino) == inode { return true }
        unlinkat(target, name, 0)
        return false
    }

    /// The inode of the file with exactly these bytes; nothing where there is none.
    func inode(of entry: Manifest.Entry) -> UInt64? {
        guard let old = entries[entry.path], old.byteCount == entry.byteCount, old.digest == entry.digest else {
            return nil
        }
        var status = stat()
        guard fstatat(folder.descriptor, entry.path.text, &status, AT_SYMLINK_NOFOLLOW) == 0,
            status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == entry.byteCount, !isNewer(status.st_ctim)
        else { return nil }
        return UInt64(status.st_ino)
    }

    /// Whether something about a file was changed after the build.
    private func isNewer(_ time: timespec) -> Bool {
        (time.tv_sec, time.tv_nsec) > (seconds, nanoseconds)
    }
}
