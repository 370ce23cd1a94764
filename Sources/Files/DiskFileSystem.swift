import Glibc

/// The files below one folder on disk.
///
/// A file of some KB is read in about 10 µs: open, fstat, read into uninitialised memory, close. Safe to use from
/// many threads: it holds nothing but the root's path.
package struct DiskFileSystem: FileSystem {
    /// The folder, absolute, all links followed.
    package let root: String
    /// Texts that are not saved yet: they are read in place of what the disk has.
    package let unsaved: UnsavedFiles
    /// Folders elsewhere that stand in the tree under a name at its top.
    private let mounts: [String: String]

    /// Throws when there is no such folder.
    package init(root: String, unsaved: UnsavedFiles = UnsavedFiles()) throws(FileError) {
        guard let resolved = Self.realPath(root) else { throw .last(.list, root) }
        var status = stat()
        guard stat(resolved, &status) == 0 else { throw .last(.list, root) }
        guard status.isFolder else { throw FileError(.list, root, .notAFolder) }
        self.root = resolved
        self.unsaved = unsaved
        mounts = [:]
    }

    private init(_ tree: DiskFileSystem, mounts: [String: String]) {
        root = tree.root
        unsaved = tree.unsaved
        self.mounts = mounts
    }

    /// The same with other trees in it, each under a name at its top: what is read below that name is confined to that
    /// tree, links included.
    ///
    /// ```swift
    /// let content = try DiskFileSystem(root: "/site/content").mounting(["perm": perm])
    /// try content.read(SitePath("perm/practices/kvest.md"))  // /site/regions/perm/content/practices/kvest.md
    /// ```
    /// A listing of the whole has them not: each tree is listed by itself.
    package func mounting(_ trees: [String: DiskFileSystem]) -> DiskFileSystem {
        trees.isEmpty ? self : DiskFileSystem(self, mounts: trees.mapValues(\.root))
    }

    /// The absolute path of `path`.
    package func absolutePath(_ path: SitePath) -> String {
        if let (folder, rest) = mounted(path) { return rest.isEmpty ? folder : folder + "/" + rest }
        return path.isRoot ? root : (root == "/" ? "/" : root + "/") + path.text
    }

    /// The mounted folder that a path leads into, and the way on from there.
    private func mounted(_ path: SitePath) -> (folder: String, rest: Substring)? {
        if mounts.isEmpty { return nil }
        let slash = path.text.utf8.firstIndex(of: UInt8(ascii: "/")) ?? path.text.endIndex
        guard let folder = mounts[String(path.text[..<slash])] else { return nil }
        return (folder, slash == path.text.endIndex ? "" : path.text[path.text.index(after: slash)...])
    }

    /// The folder that a path is confined to.
    private func tree(of path: SitePath) -> String { mounted(path)?.folder ?? root }

    package func read(_ path: SitePath) throws(FileError) -> [UInt8] {
        let place = absolutePath(path)
        if let bytes = unsaved[place] { return bytes }
        try requireKept(place)
        return try Self.readFile(place, inside: tree(of: path))
    }

    /// All bytes of the file at a path that isn't below any root, as the command line names one.
    package static func readFile(_ path: String) throws(FileError) -> [UInt8] { try readFile(path, inside: nil) }

    package func readBeginning(
        _ path: SitePath, atMost limit: Int
    ) throws(FileError) -> (bytes: [UInt8], byteCount: Int) {
        let tree = tree(of: path)
        let path = absolutePath(path)
        if let bytes = unsaved[path] { return (Array(bytes.prefix(limit)), bytes.count) }
        try requireKept(path)
        let (descriptor, status) = try Self.openFile(path, inside: tree)
        defer { close(descriptor) }
        let (bytes, code) = Self.readAll(descriptor, expecting: min(limit, Int(status.st_size) + 1))
        guard code == 0 else { throw FileError(.read, path, .system(code)) }
        return (bytes, max(bytes.count, Int(status.st_size)))
    }

    /// A file that is to go is not there.
    private func requireKept(_ path: String) throws(FileError) {
        if unsaved.isRemoved(path) { throw FileError(.read, path, .system(ENOENT)) }
    }

    private static func readFile(_ path: String, inside root: String?) throws(FileError) -> [UInt8] {
        let (descriptor, status) = try openFile(path, inside: root)
        defer { close(descriptor) }
        let (bytes, code) = readWhole(descriptor, expecting: Int(status.st_size))
        guard code == 0 else { throw FileError(.read, path, .system(code)) }
        return bytes
    }

    /// The digest of the file at `path` when it has exactly `byteCount` bytes; nothing when it has more or fewer.
    ///
    /// Read in pieces of 64 KB and not beyond `byteCount`, so that neither memory nor time grows with what somebody put
    /// in its place.
    package func digest(_ path: SitePath, byteCount: Int) throws(FileError) -> SHA256Digest? {
        let tree = tree(of: path)
        let path = absolutePath(path)
        let (descriptor, status) = try Self.openFile(path, inside: tree)
        defer { close(descriptor) }
        guard Int(status.st_size) == byteCount else { return nil }
        var stream = SHA256.Stream()
        var done = 0
        while done < byteCount {
            let (piece, code) = Self.readAll(descriptor, expecting: min(1 << 16, byteCount - done))
            guard code == 0 else { throw FileError(.read, path, .system(code)) }
            if piece.isEmpty { return nil }
            piece.withUnsafeBytes { stream.add($0) }
            done += piece.count
        }
        return stream.digest()
    }

    /// An open file below `root`, if one is given; nothing else than a file.
    private static func openFile(_ path: String, inside root: String?) throws(FileError) -> (Int32, stat) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .last(.read, path) }
        var status = stat()
        do throws(FileError) {
            if let root, !isInside(root, descriptor, path) { throw FileError(.read, path, .outsideRoot) }
            guard fstat(descriptor, &status) == 0 else { throw .last(.read, path) }
            guard status.isFile else { throw FileError(.read, path, .notAFile) }
        } catch {
            close(descriptor)
            throw error
        }
        return (descriptor, status)
    }

    /// Whether an open file lies below `root`, whatever links led to it: asked of the kernel, so nobody can swap a
    /// link between the question and the reading.
    private static func isInside(_ root: String, _ descriptor: Int32, _ path: String) -> Bool {
        let real = linkText("/proc/self/fd/\(descriptor)") ?? realPath(path) ?? ""
        return root == "/" || real.utf8.starts(with: root.utf8) && real.utf8.dropFirst(root.utf8.count).first == 0x2F
    }

    private static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// All bytes of an open file, also of one that grew while it was read, and `errno` when reading failed.
    /// - Parameter size: what the system says of it.
    static func readWhole(_ descriptor: Int32, expecting size: Int) -> ([UInt8], Int32) {
        var (bytes, code) = readAll(descriptor, expecting: size)
        while code == 0, bytes.count >= size {
            let (more, moreCode) = readAll(descriptor, expecting: 1 << 16)
            code = moreCode
            if more.isEmpty { break }
            bytes += more
        }
        return (bytes, code)
    }

    /// Up to `count` bytes, and `errno` when reading failed.
    private static func readAll(_ descriptor: Int32, expecting count: Int) -> ([UInt8], Int32) {
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = Glibc.read(descriptor, buffer.baseAddress! + filled, count - filled)
                if got > 0 {
                    filled += got
                } else if got == 0 || errno != EINTR {
                    if got < 0 { code = errno }
                    break
                }
            }
        }
        return (bytes, code)
    }

    package func entry(_ path: SitePath) throws(FileError) -> FileEntry? {
        let place = absolutePath(path)
        if let bytes = unsaved[place] { return UnsavedFiles.entry(path, bytes) }
        if unsaved.isRemoved(place) { return nil }
        var status = stat()
        guard lstat(place, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .last(.read, place)
        }
        return entry(path, status)
    }

    package func list(_ folder: SitePath, includingHidden: Bool) throws(FileError) -> Listing {
        var listing = Listing(entries: [], problems: [])
        // A stack of its own: depth is the disk's, not ours.
        var pending = [folder]
        while let next = pending.popLast() {
            do {
                let names = try names(in: next, &listing.problems)
                for name in names where includingHidden || !name.utf8.starts(with: ".".utf8) {
                    guard let path = try? next.appending(name) else {
                        listing.problems.append(FileError(.list, absolutePath(next) + "/" + name, .unusableName))
                        continue
                    }
                    guard let entry = try entry(path) else { continue }
                    if entry.kind == .folder { pending.append(path) }
                    listing.entries.append(entry)
                }
            } catch {
                if next == folder { throw error }
                listing.problems.append(error)
            }
        }
        if !unsaved.isEmpty {
            listing.entries += unsaved.entries(below: folder, of: root, but: Set(listing.entries.map(\.path)))
        }
        listing.entries.sort { $0.path < $1.path }
        listing.problems.sort { $0.path < $1.path }
        return listing
    }

    /// The names in one folder, unsorted.
    private func names(in folder: SitePath, _ problems: inout [FileError]) throws(FileError) -> [String] {
        let path = absolutePath(folder)
        guard let handle = opendir(path) else { throw .last(.list, path) }
        defer { closedir(handle) }
        var names: [String] = []
        errno = 0
        while let found = readdir(handle) {
            let name = withUnsafePointer(to: &found.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { bytes in
                    (String(validatingCString: bytes), String(cString: bytes))
                }
            }
            if let valid = name.0 {
                if valid != ".", valid != ".." { names.append(valid) }
            } else {
                problems.append(FileError(.list, path + "/" + name.1, .unusableName))
            }
            errno = 0
        }
        guard errno == 0 else { throw .last(.list, path) }
        return names
    }

    private func entry(_ path: SitePath, _ status: stat) -> FileEntry {
        let kind: FileEntry.Kind =
            if status.isFile {
                .file
            } else if status.isFolder {
                .folder
            } else if status.isLink {
                .link(target(of: path))
            } else {
                .other
            }
        return FileEntry(
            path: path, kind: kind, byteCount: Int(status.st_size), modified: status.modifiedNanoseconds,
            changed: status.changedNanoseconds, inode: UInt64(status.st_ino))
    }

    private func target(of link: SitePath) -> FileEntry.LinkTarget {
        let path = absolutePath(link)
        let text = Self.linkText(path) ?? ""
        guard let resolved = Self.realPath(path) else { return .missing(text) }
        let tree = tree(of: link)
        let prefix = tree == "/" ? "/" : tree + "/"
        guard resolved.utf8.starts(with: prefix.utf8) else { return .outside(text) }
        let name = tree == root ? "" : link.text.prefix { $0 != "/" } + "/"
        let rest = String(decoding: resolved.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
        guard let inside = try? SitePath(name + rest)
        else { return .outside(text) }
        var status = stat()
        guard stat(resolved, &status) == 0 else { return .missing(text) }
        if status.isFolder { return .folder(inside) }
        return status.isFile ? .file(inside) : .missing(text)
    }

    /// What a symbolic link says.
    static func linkText(_ path: String) -> String? {
        withUnsafeTemporaryAllocation(byteCount: Int(PATH_MAX), alignment: 1) { buffer in
            let count = readlink(path, buffer.baseAddress!, buffer.count)
            return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
        }
    }
}

extension stat {
    var isFile: Bool { st_mode & S_IFMT == S_IFREG }
    var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
    var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
    var modifiedNanoseconds: Int64 { Self.nanoseconds(st_mtim) }
    var changedNanoseconds: Int64 { Self.nanoseconds(st_ctim) }

    /// Since 1970; a time beyond some three hundred years of that, as a file from elsewhere may have, wraps: times are
    /// compared for being the same, and ``EarlierTree`` compares seconds by themselves.
    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
