import Glibc
import Synchronization

/// A whole output folder, replaced in one step or not at all.
///
/// Files are written to a hidden folder beside the target, on the same file system, hashed on the way. ``commit()``
/// adds `manifest.json`, carries over the dot-files of the old folder and swaps the two; ``abort()`` removes what was
/// staged. A build that fails, is killed or runs out of disk leaves the old folder as it was; what it left beside is
/// swept by the next one. A folder that isn't ours (not empty but for dot-files and without our manifest) is never
/// replaced, nor is one with a file that no build published.
///
/// ```swift
/// let output = try OutputTransaction(replacing: "public")
/// try output.write(SitePath("index.html"), bytes)   // from any thread
/// let manifest = try output.commit()
/// ```
///
/// A file that stands in the old folder with the same bytes is linked instead (``EarlierTree``). A small file costs
/// three system calls and a hash. Nothing is synced to the disk by force: a power cut is not a
/// crash of ours, and the site can be built again.
package final class OutputTransaction: OutputSink {
    private struct State {
        var folders: [SitePath: OpenFolder] = [:]
        var made: Set<SitePath> = [.root]
        var entries: [Manifest.Entry] = []
        var isOpen = true
    }

    /// Open folders that are kept at most; files of further ones are reached from the root.
    ///
    /// Well below the 1,024 descriptors that a process commonly may have.
    private static let openFolderLimit = 200

    /// The folder that is replaced: absolute, links followed.
    package let target: String
    private let name: String
    private let stagedName: String
    private let parent: OpenFolder
    private let staged: OpenFolder
    private let way: TreeExchange.Way
    private let earlier: EarlierTree?
    private let state = Mutex(State())

    /// Sweeps what dead builds left, checks that `target` may be replaced and opens the staging folder beside it.
    ///
    /// - Parameter sources: folders that the output must not be or stand in.
    package convenience init(replacing target: String, apartFrom sources: [String] = []) throws(FileError) {
        try self.init(replacing: target, apartFrom: sources, way: .exchange)
    }

    init(replacing target: String, apartFrom sources: [String] = [], way: TreeExchange.Way) throws(FileError) {
        let place = try Self.place(of: target)
        let path = place.parent == "/" ? "/" + place.name : place.parent + "/" + place.name
        try Self.require(path, apartFrom: sources)
        self.target = path
        self.way = way
        name = place.name
        parent = try OpenFolder(place.parent, .write)
        let leftovers = Leftovers(name: name)
        try leftovers.recover(in: parent)
        earlier = try Self.requireOurs(name, in: parent).flatMap { EarlierTree($0.folder, $0.manifest) }
        (stagedName, staged) = try Self.stage(leftovers.stagedPrefix, in: parent)
    }

    deinit { abort() }

    package func write(_ path: SitePath, pieces: [[UInt8]]) throws(FileError) {
        guard !path.isRoot, path != Manifest.path else { throw FileError(.write, path.text, .writtenTwice) }
        let digest = SHA256.digest(pieces)
        let count = pieces.reduce(0) { $0 + $1.count }
        let entry = Manifest.Entry(path: path, byteCount: count, digest: digest)
        try put(path, pieces, as: entry)
        state.withLock { $0.entries.append(entry) }
    }

    package func stands(_ entry: Manifest.Entry) -> Bool { earlier?.has(entry) ?? false }

    package func keep(_ entry: Manifest.Entry) throws(FileError) -> Bool {
        guard let earlier, entry.path != Manifest.path else { return false }
        let folder = try openFolder(entry.path.parent)
        let (name, descriptor) = folder.map { (entry.path.name, $0.descriptor) } ?? (entry.path.text, staged.descriptor)
        guard earlier.link(entry, to: name, in: descriptor) else { return false }
        state.withLock { $0.entries.append(entry) }
        return true
    }

    package func commit(_ edition: EditionState) throws(FileError) -> Manifest {
        let manifest = Manifest(state.withLock { $0.entries }, state: edition)
        do throws(FileError) {
            try put(Manifest.path, [manifest.bytes])
            guard close() else { throw FileError(.replace, target, .closed) }
            let earlier = try Self.requireOurs(name, in: parent)?.manifest
            try carryOverDotFiles(but: Set((earlier?.entries ?? []).map(\.path.text)))
            let replaced = Leftovers(name: name).replacedName(ofStaged: stagedName)
            try TreeExchange.replace(name, with: stagedName, replaced: replaced, in: parent, way: way)
            // Published: what cannot be removed now is swept by the next build.
            try? removeTree(replaced, in: parent)
            stampManifest()
            return manifest
        } catch {
            _ = close()
            discard()
            throw error
        }
    }

    package func abort() {
        if close() { discard() }
    }

    // MARK: - Staging

    /// Writes a file, or links the one of the folder to be replaced where that is the same as `entry`.
    private func put(_ path: SitePath, _ pieces: [[UInt8]], as entry: Manifest.Entry? = nil) throws(FileError) {
        let folder = try openFolder(path.parent)
        let (name, descriptor) = folder.map { (path.name, $0.descriptor) } ?? (path.text, staged.descriptor)
        if let entry, let earlier, earlier.link(entry, to: name, in: descriptor) { return }
        try createFile(name, in: descriptor, path: target + "/" + path.text, pieces: pieces)
    }

    /// The staged folder at `path`, made if need be; nil when too many are open.
    private func openFolder(_ path: SitePath) throws(FileError) -> OpenFolder? {
        if path.isRoot, state.withLock({ $0.isOpen }) { return staged }
        return try state.withLock { state throws(FileError) -> OpenFolder? in
            guard state.isOpen else { throw FileError(.write, target + "/" + path.text, .closed) }
            if let folder = state.folders[path] { return folder }
            if !state.made.contains(path) { try make(path, &state.made) }
            guard state.folders.count < Self.openFolderLimit else { return nil }
            let folder = try OpenFolder(path.text, in: staged, .write)
            state.folders[path] = folder
            return folder
        }
    }

    private func make(_ path: SitePath, _ made: inout Set<SitePath>) throws(FileError) {
        var missing: [SitePath] = []
        var next = path
        while !made.contains(next) {
            missing.append(next)
            next = next.parent
        }
        for folder in missing.reversed() {
            guard mkdirat(staged.descriptor, folder.text, 0o777) == 0 else {
                throw .last(.createFolder, target + "/" + folder.text)
            }
            made.insert(folder)
        }
    }

    /// Gives the manifest the time of now, for ``EarlierTree``.
    ///
    /// Removing the replaced folder took a name from each file that was linked, which the disk notes as a change; the
    /// build ends only then. If this fails, the next build writes what it could have linked.
    private func stampManifest() {
        _ = utimensat(parent.descriptor, name + "/" + Manifest.path.text, nil, AT_SYMLINK_NOFOLLOW)
    }

    /// Ends writing; false when it was ended before.
    private func close() -> Bool {
        state.withLock { state in
            defer {
                state.isOpen = false
                state.folders = [:]
            }
            return state.isOpen
        }
    }

    /// Removes what was staged; a failure leaves it to the next build's sweep.
    private func discard() { try? removeTree(stagedName, in: parent) }

    /// Dot-files of the host; those that an earlier build published went with it.
    private func carryOverDotFiles(but published: Set<String>) throws(FileError) {
        guard faccessat(parent.descriptor, name, F_OK, 0) == 0 else { return }
        let old = try OpenFolder(name, in: parent, .replace)
        for name in try old.names() where name[0] == CChar(UInt8(ascii: ".")) {
            try linkTree(name, at: text(name), from: old, to: staged, but: published)
        }
    }

    // MARK: - Opening

    /// Parent and name of the folder meant, links followed; the parent is made if need be.
    private static func place(of target: String) throws(FileError) -> (parent: String, name: String) {
        if let real = realpath(target, nil) {
            defer { free(real) }
            return try split(String(cString: real))
        }
        guard errno == ENOENT else { throw .last(.write, target) }
        let place = try split(target)
        try makeFolders(place.parent)
        guard let real = realpath(place.parent, nil) else { throw .last(.write, place.parent) }
        defer { free(real) }
        return (String(cString: real), place.name)
    }

    /// Throws when `path`, links followed, is one of `sources` or stands in one.
    private static func require(_ path: String, apartFrom sources: [String]) throws(FileError) {
        for source in sources {
            guard let real = realpath(source, nil) else { continue }
            defer { free(real) }
            if (path + "/").hasPrefix(String(cString: real) + "/") { throw FileError(.replace, path, .amongSources) }
        }
    }

    private static func split(_ path: String) throws(FileError) -> (parent: String, name: String) {
        let parts = path.split(separator: "/")
        guard let name = parts.last, name != ".", name != ".." else { throw FileError(.replace, path, .foreignFolder) }
        let parent = parts.dropLast().joined(separator: "/")
        if path.hasPrefix("/") { return ("/" + parent, String(name)) }
        return (parent.isEmpty ? "." : parent, String(name))
    }

    private static func makeFolders(_ path: String) throws(FileError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part + "/"
            guard mkdir(made, 0o777) == 0 || errno == EEXIST else { throw .last(.createFolder, made) }
        }
    }

    /// Throws unless `name` is missing, empty but for dot-files, or a site of ours with no other files, which is the
    /// result.
    ///
    /// When another build publishes meanwhile, what was seen is of two trees, and it is looked at again.
    private static func requireOurs(
        _ name: String, in parent: OpenFolder
    ) throws(FileError) -> (folder: OpenFolder, manifest: Manifest)? {
        while let folder = try published(name, in: parent) {
            do throws(FileError) {
                let manifest = try ownManifest(in: folder)
                if folder.stands(as: name, in: parent) { return manifest.map { (folder, $0) } }
            } catch {
                if folder.stands(as: name, in: parent) { throw error }
            }
        }
        return nil
    }

    /// The folder that may be replaced; nil when there is none.
    private static func published(_ name: String, in parent: OpenFolder) throws(FileError) -> OpenFolder? {
        let path = parent.path + "/" + name
        guard faccessat(parent.descriptor, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        // The system swaps no folder that another disk stands in.
        let status = try parent.status(Array(name.utf8CString))
        if status.isFolder, try status.st_dev != parent.status(Array(".".utf8CString)).st_dev {
            throw FileError(.replace, path, .mountPoint)
        }
        do {
            return try OpenFolder(name, in: parent, .replace)
        } catch {
            throw error.cause == .system(ENOTDIR) ? FileError(.replace, path, .notAFolder) : error
        }
    }

    /// The manifest of a folder of ours; nil when it is empty but for dot-files.
    private static func ownManifest(in folder: OpenFolder) throws(FileError) -> Manifest? {
        if try folder.names().allSatisfy({ $0[0] == CChar(UInt8(ascii: ".")) }) { return nil }
        guard let bytes = try? DiskFileSystem.readFile(folder.path + "/" + Manifest.path.text),
            let manifest = try? Manifest(parsing: bytes)
        else { throw FileError(.replace, folder.path, .foreignFolder) }
        if let foreign = try ForeignFiles(published: manifest).first(in: folder) {
            throw FileError(.replace, folder.path + "/" + foreign, .foreignFile)
        }
        return manifest
    }

    /// A new, locked staging folder.
    private static func stage(_ prefix: String, in parent: OpenFolder) throws(FileError) -> (String, OpenFolder) {
        for _ in 0..<1000 {
            // No name comes again: others may still remove what had it, and two machines may have equal processes.
            let name = "\(prefix)\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
            guard mkdirat(parent.descriptor, name, 0o777) == 0 else {
                if errno == EEXIST { continue }
                throw .last(.createFolder, parent.path + "/" + name)
            }
            // Another build may take it for a leftover until it is locked: then the next name.
            guard let folder = try? OpenFolder(name, in: parent, .write), folder.lock(),
                faccessat(parent.descriptor, name, F_OK, 0) == 0
            else { continue }
            return (name, folder)
        }
        throw FileError(.createFolder, parent.path + "/" + prefix, .system(EEXIST))
    }
}
