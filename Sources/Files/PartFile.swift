import Glibc

/// The bytes of a file beside its place, on the disk, under a name that comes only once; removed unless it gets its place.
///
/// It is held as long as it is being written: one that nobody holds was left by a program that was killed, and ``sweep(_:)``
/// removes it.
final class PartFile {
    private let name: String
    private let folder: OpenFolder
    private let descriptor: Int32
    private var isPlaced = false

    /// - Parameters:
    ///   - name: of the file that it becomes.
    ///   - path: of that file, for messages.
    init(of name: String, _ bytes: [UInt8], in folder: OpenFolder, path: String) throws(FileError) {
        self.folder = folder
        for _ in 0..<1000 {
            let part = ".\(name).album-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
            try createFile(part, in: folder.descriptor, path: path, pieces: [bytes])
            let file = openat(folder.descriptor, part, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
            guard file >= 0 || errno == ENOENT, file < 0 || fsync(file) == 0 else {
                let error = FileError.last(.write, path)
                if file >= 0 { close(file) }
                unlinkat(folder.descriptor, part, 0)
                throw error
            }
            // Another program may take it for a leftover until it is held: then the next name.
            if file >= 0, Self.hold(file) {
                (self.name, descriptor) = (part, file)
                return
            }
            if file >= 0 { close(file) }
            unlinkat(folder.descriptor, part, 0)
        }
        throw FileError(.write, path, .system(EEXIST))
    }

    deinit {
        if !isPlaced { unlinkat(folder.descriptor, name, 0) }
        close(descriptor)
    }

    /// Puts it in the place of a file, or where none is; false when the system refuses it, with `errno`.
    func replace(_ name: String) -> Bool {
        isPlaced = renameat(folder.descriptor, self.name, folder.descriptor, name) == 0
        return isPlaced
    }

    /// Gives it a second name, where none is; false when there is one or the system refuses it, with `errno`.
    func stand(as name: String) -> Bool { linkat(folder.descriptor, self.name, folder.descriptor, name, 0) == 0 }

    /// Whether it is this program's alone and still there; where the disk has no locks, nobody sweeps either.
    private static func hold(_ file: Int32) -> Bool {
        if flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return false }
        var status = stat()
        return fstat(file, &status) == 0 && status.st_nlink > 0
    }

    // MARK: - Leftovers

    /// Removes what killed programs left in a folder.
    ///
    /// What cannot be looked at stays: it hinders nobody.
    static func sweep(_ folder: OpenFolder) {
        guard let names = try? folder.names() else { return }
        for name in names where name[0] == CChar(UInt8(ascii: ".")) && isPart(text(name)) {
            let file = openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
            guard file >= 0 else { continue }
            if flock(file, LOCK_EX | LOCK_NB) == 0 { unlinkat(folder.descriptor, name, 0) }
            close(file)
        }
    }

    /// Whether a name is that of a part: `.kvest.md.album-4711-3141592653`.
    private static func isPart(_ name: String) -> Bool {
        name.wholeMatch(of: /\..+\.album-[0-9]+-[0-9]+/) != nil
    }
}
