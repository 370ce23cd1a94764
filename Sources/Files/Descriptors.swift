import Glibc

// Thin wrappers of system calls on open folders, which throw what went wrong with the path a person knows.

/// An open folder, closed with its owner.
///
/// Paths given to it are relative and must not escape: they are ``SitePath``s
/// or names that `readdir` returned.
final class OpenFolder: Sendable {
    let descriptor: Int32
    /// As people know it.
    let path: String

    /// Opens the folder at `path`.
    init(_ path: String, _ operation: FileError.Operation = .list) throws(FileError) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        self.path = path
        if descriptor < 0 { throw .last(operation, path) }
    }

    /// Opens a folder inside another; links aren't followed.
    init(_ name: String, in folder: OpenFolder, _ operation: FileError.Operation = .list) throws(FileError) {
        descriptor = openat(folder.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        path = folder.path + "/" + name
        if descriptor < 0 { throw .last(operation, path) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Takes the lock that goes with this folder's descriptor; false when somebody else has it.
    func lock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

    /// Gives the lock back.
    func unlock() { _ = flock(descriptor, LOCK_UN) }

    /// A name in a folder, as bytes that system calls take.
    struct Entry: Sendable {
        enum Kind: Sendable {
            case file
            case folder
            case other
        }

        let name: [CChar]
        let kind: Kind
        let inode: UInt64
    }

    /// What is in it but `.` and `..`, unsorted; links aren't followed.
    func entries() throws(FileError) -> [Entry] {
        try read(.list) { name, type, inode throws(FileError) in
            let kind: Entry.Kind
            switch Int(type) {
            case Int(DT_REG): kind = .file
            case Int(DT_DIR): kind = .folder
            // Some file systems leave it open.
            case Int(DT_UNKNOWN):
                let status = try status(name)
                kind = status.isFile ? .file : status.isFolder ? .folder : .other
            default: kind = .other
            }
            return Entry(name: name, kind: kind, inode: inode)
        }
    }

    /// Names in it but `.` and `..`, unsorted.
    func names(_ operation: FileError.Operation = .list) throws(FileError) -> [[CChar]] {
        try read(operation) { name, _, _ in name }
    }

    private func read<Element>(
        _ operation: FileError.Operation,
        _ element: ([CChar], _ type: UInt8, _ inode: UInt64) throws(FileError) -> Element
    ) throws(FileError) -> [Element] {
        // The stream owns and closes its descriptor.
        let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0, let stream = fdopendir(own) else { throw .last(operation, path) }
        defer { closedir(stream) }
        var elements: [Element] = []
        errno = 0
        while let found = readdir(stream) {
            let name = withUnsafePointer(to: &found.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
                }
            }
            if !Self.isDots(name) {
                elements.append(try element(name, found.pointee.d_type, UInt64(found.pointee.d_ino)))
            }
            errno = 0
        }
        guard errno == 0 else { throw .last(operation, path) }
        return elements
    }

    private static func isDots(_ name: [CChar]) -> Bool {
        name == [0x2E, 0] || name == [0x2E, 0x2E, 0]
    }

    /// Whether it is this folder that has a name in another one.
    func stands(as name: String, in folder: OpenFolder) -> Bool {
        var (own, named) = (stat(), stat())
        return fstat(descriptor, &own) == 0
            && fstatat(folder.descriptor, name, &named, AT_SYMLINK_NOFOLLOW) == 0
            && own.st_dev == named.st_dev && own.st_ino == named.st_ino
    }

    /// The bytes of a file in it, whatever has become of its own name.
    func read(_ name: String) throws(FileError) -> [UInt8] {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { throw .last(.read, path + "/" + name) }
        defer { close(file) }
        let (bytes, code) = DiskFileSystem.readWhole(file, expecting: 0)
        guard code == 0 else { throw FileError(.read, path + "/" + name, .system(code)) }
        return bytes
    }

    /// The bytes of the manifest in it; what is no file, or larger than a manifest may be, is not read.
    func manifestBytes() throws(FileError) -> [UInt8] {
        let status = try status(Array(Manifest.path.text.utf8CString))
        guard status.isFile, status.st_size <= Manifest.largestByteCount else {
            throw FileError(.read, path + "/" + Manifest.path.text, .notAFile)
        }
        return try read(Manifest.path.text)
    }

    /// Size, kind and times of `name`; links aren't followed.
    func status(_ name: [CChar]) throws(FileError) -> stat {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            throw .last(.list, path + "/" + text(name))
        }
        return status
    }
}

/// A name for a message.
func text(_ name: [CChar]) -> String { name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) } }

/// Writes all pieces to a new file, in one call where the system takes them so.
///
/// Throws when the file exists already: each path is written once.
func createFile(
    _ name: String, in folder: Int32, path: String, pieces: [[UInt8]]
) throws(FileError) {
    let descriptor = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
        if errno == EEXIST || errno == EISDIR { throw FileError(.write, path, .writtenTwice) }
        throw .last(.write, path)
    }
    var failure: Int32 = 0
    for piece in pieces where failure == 0 { failure = writeAll(piece, to: descriptor) }
    // Network file systems tell of a full disk only here.
    if close(descriptor) != 0, failure == 0, errno != EINTR { failure = errno }
    if failure != 0 { throw FileError(.write, path, .system(failure)) }
}

/// Writes every byte; 0 or `errno`.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
        var done = 0
        while done < buffer.count {
            let count = write(descriptor, buffer.baseAddress! + done, buffer.count - done)
            if count >= 0 {
                done += count
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}

/// Removes a name and all below it, following no links; what is gone already is no failure.
func removeTree(_ name: String, in folder: OpenFolder) throws(FileError) {
    try removeTree(Array(name.utf8CString), in: folder)
}

private func removeTree(_ name: [CChar], in folder: OpenFolder) throws(FileError) {
    let path = folder.path + "/" + text(name)
    if unlinkat(folder.descriptor, name, 0) == 0 || errno == ENOENT || errno == ENOTDIR { return }
    guard errno == EISDIR || errno == EPERM else { throw .last(.remove, path) }
    let inner: OpenFolder
    do throws(FileError) {
        inner = try OpenFolder(text(name), in: folder, .remove)
    } catch {
        // Another build removes the same.
        if error.cause == .system(ENOENT) { return }
        throw error
    }
    // As deep as the site's folders, which SitePath and PATH_MAX bound.
    for child in try inner.names(.remove) { try removeTree(child, in: inner) }
    if unlinkat(folder.descriptor, name, AT_REMOVEDIR) != 0, errno != ENOENT { throw .last(.remove, path) }
}

/// Gives `name` of one folder a second place in another: files share their bytes with the original, folders and links
/// are made anew.
///
/// - Parameters:
///   - path: of `name` below the root of both trees.
///   - left: paths of files that are not taken over.
func linkTree(
    _ name: [CChar], at path: String, from source: OpenFolder, to target: OpenFolder, but left: Set<String>
) throws(FileError) {
    if left.contains(path) { return }
    let status = try source.status(name)
    let place = target.path + "/" + text(name)
    if status.isFolder {
        guard mkdirat(target.descriptor, name, status.st_mode & 0o7777) == 0 || errno == EEXIST else {
            throw .last(.createFolder, place)
        }
        let inner = try OpenFolder(text(name), in: source)
        let innerTarget = try OpenFolder(text(name), in: target)
        for child in try inner.names() {
            try linkTree(child, at: path + "/" + text(child), from: inner, to: innerTarget, but: left)
        }
        return
    }
    if linkat(source.descriptor, name, target.descriptor, name, 0) == 0 || errno == EEXIST { return }
    guard status.isFile else { throw .last(.write, place) }
    // A file system without hard links, or another owner's file.
    let bytes = try DiskFileSystem.readFile(source.path + "/" + text(name))
    try createFile(text(name), in: target.descriptor, path: place, pieces: [bytes])
}
