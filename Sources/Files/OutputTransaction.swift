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
/// A file that stands in the old folder with the same bytes is linked instead (``EarlierTree``), and where the folder
/// that was replaced before is kept, the new one begins as it (``SpareTree``): then only what changed is touched. A small
/// file costs three system calls and a hash. Nothing is synced to the disk by force: a power cut is not a
/// crash of ours, and the site can be built again.
package final class OutputTransaction: OutputSink {
    /// The folder that is replaced: absolute, links followed.
    package let target: String
    private let name: String
    private let parent: OpenFolder
    private let staging: StagingFolder
    private let way: TreeExchange.Way
    private let keepsSpare: Bool
    /// The folder that is replaced, and its manifest with the bytes that it was read from.
    private struct Replaced: Sendable {
        let folder: OpenFolder
        let bytes: [UInt8]
        let manifest: Manifest
    }

    private let replaced: Replaced?
    private let earlierTree: EarlierTree?
    private let entries = Mutex<[Manifest.Entry]>([])

    /// Removes the folder that builds keep beside `target`.
    package static func removeSpare(of target: String) throws(FileError) {
        let place = try faccessat(AT_FDCWD, target, F_OK, 0) == 0 ? place(of: target) : split(target)
        guard faccessat(AT_FDCWD, place.parent, F_OK, 0) == 0 else { return }
        try SpareTree.remove(Leftovers(name: place.name), in: try OpenFolder(place.parent, .remove))
    }

    /// Sweeps what dead builds left, checks that `target` may be replaced and opens the staging folder beside it.
    ///
    /// - Parameters:
    ///   - sources: folders that the output must not be or stand in.
    ///   - keepsSpare: whether the replaced folder stays beside the new one, for the next build (``SpareTree``).
    package convenience init(
        replacing target: String, apartFrom sources: [String] = [], keepsSpare: Bool = false
    ) throws(FileError) {
        try self.init(replacing: target, apartFrom: sources, keepsSpare: keepsSpare, way: .exchange)
    }

    /// For a folder that is made anew beside another one: what both have in common is linked.
    convenience init(making target: String, beside earlier: String?) throws(FileError) {
        var tree: EarlierTree?
        // One that cannot be read only saves nothing.
        if let earlier, let folder = try? OpenFolder(earlier), let bytes = try? folder.manifestBytes(),
            let manifest = try? Manifest(parsing: bytes)
        {
            tree = EarlierTree(folder, manifest)
        }
        try self.init(replacing: target, way: .exchange, beside: tree)
    }

    init(
        replacing target: String, apartFrom sources: [String] = [], keepsSpare: Bool = false, way: TreeExchange.Way,
        beside other: EarlierTree? = nil
    ) throws(FileError) {
        let place = try Self.place(of: target)
        let path = place.parent == "/" ? "/" + place.name : place.parent + "/" + place.name
        try Self.require(path, apartFrom: sources)
        self.target = path
        self.way = way
        self.keepsSpare = keepsSpare
        name = place.name
        parent = try OpenFolder(place.parent, .write)
        let leftovers = Leftovers(name: name)
        try leftovers.recover(in: parent, keepsSpare: keepsSpare)
        if !keepsSpare { try SpareTree.remove(leftovers, in: parent) }
        let replaced = try Self.requireOurs(name, in: parent)
        self.replaced = replaced
        if let replaced { earlierTree = EarlierTree(replaced.folder, replaced.manifest) } else { earlierTree = other }
        staging = try StagingFolder(
            leftovers, in: parent, publishedAs: path, adoptsSpare: keepsSpare && earlierTree != nil)
    }

    deinit { abort() }

    package func write(_ path: SitePath, pieces: [[UInt8]]) throws(FileError) {
        guard !path.isRoot, path != Manifest.path, path != Manifest.signaturePath else {
            throw FileError(.write, path.text, .writtenTwice)
        }
        let digest = SHA256.digest(pieces)
        let count = pieces.reduce(0) { $0 + $1.count }
        let entry = Manifest.Entry(path: path, byteCount: count, digest: digest)
        if try !isKept(entry) { try staging.write(path, pieces) }
        entries.withLock { $0.append(entry) }
    }

    package var earlier: Manifest? { replaced?.manifest }

    package func stands(_ entry: Manifest.Entry) -> Bool { earlierTree?.inode(of: entry) != nil }

    package func takeOver(_ entry: Manifest.Entry) throws(FileError) -> Bool {
        guard entry.path != Manifest.path, try isKept(entry) else { return false }
        entries.withLock { $0.append(entry) }
        return true
    }

    private func isKept(_ entry: Manifest.Entry) throws(FileError) -> Bool {
        guard let earlierTree else { return false }
        return try staging.takeOver(entry, of: earlierTree)
    }

    package func commit(_ edition: EditionState) throws(FileError) -> Manifest {
        try commit(edition, signature: nil)
    }

    /// Publishes all that was written, with the signature of its manifest beside it.
    package func commit(_ edition: EditionState, signature: [UInt8]?) throws(FileError) -> Manifest {
        let manifest = Manifest(entries.withLock { $0 }, state: edition)
        do throws(FileError) {
            // The manifest last: whoever looks at the folder and finds it finds no file beside those that it names.
            try staging.sweep(leaving: manifest)
            if let signature { try staging.write(Manifest.signaturePath, [signature]) }
            try staging.write(Manifest.path, [manifest.bytes])
            guard staging.close() else { throw FileError(.replace, target, .closed) }
            // Again: others may have been at work there.
            let old = try Self.requireOurs(name, in: parent, known: replaced)
            try carryOverDotFiles(
                but: Set((old?.manifest.entries ?? []).lazy.map(\.path.text).filter { $0.first == "." }))
            let leftovers = Leftovers(name: name)
            let replaced = leftovers.replacedName(ofStaged: staging.name)
            // Held before it becomes a leftover, which another build would sweep.
            let isHeld = old?.folder.lock() ?? false
            try TreeExchange.replace(name, with: staging.name, replaced: replaced, in: parent, way: way)
            // Published: what cannot be put aside or removed now is swept by the next build.
            if isHeld, let old, old.folder.stands(as: replaced, in: parent) {
                if !keepsSpare || !SpareTree.keep(replaced, leftovers, in: parent) {
                    try? removeTree(replaced, in: parent)
                }
                old.folder.unlock()
            } else {
                // Another build has published in between, and this is its folder. What was held here it could not remove.
                if isHeld { old?.folder.unlock() }
                try? leftovers.recover(in: parent, keepsSpare: keepsSpare)
            }
            staging.root.unlock()
            stampManifest()
            return manifest
        } catch {
            _ = staging.close()
            staging.discard()
            throw error
        }
    }

    package func abort() {
        if staging.close() { staging.discard() }
    }

    // MARK: - Publishing

    /// Gives the manifest the time of now, for ``EarlierTree``.
    ///
    /// Removing the replaced folder took a name from each file that was linked, which the disk notes as a change; the
    /// build ends only then. If this fails, the next build writes what it could have linked.
    private func stampManifest() {
        _ = utimensat(parent.descriptor, name + "/" + Manifest.path.text, nil, AT_SYMLINK_NOFOLLOW)
    }

    /// Dot-files of the host; those that an earlier build published went with it.
    private func carryOverDotFiles(but published: Set<String>) throws(FileError) {
        while faccessat(parent.descriptor, name, F_OK, 0) == 0 {
            let old = Published(try OpenFolder(name, in: parent, .replace))
            // One that another build has replaced meanwhile has dot-files of its own as a spare.
            var carried: [[CChar]] = []
            do throws(FileError) {
                for file in try old.folder.names() where file[0] == CChar(UInt8(ascii: ".")) {
                    carried.append(file)
                    try linkTree(file, at: text(file), from: old.folder, to: staging.root, but: published)
                }
                if old.isAsItWas(name, in: parent) { return }
            } catch {
                if old.isAsItWas(name, in: parent) { throw error }
            }
            for file in carried { try removeTree(text(file), in: staging.root) }
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
        _ name: String, in parent: OpenFolder, known: Replaced? = nil
    ) throws(FileError) -> Replaced? {
        while let seen = try published(name, in: parent).map({ Published($0) }) {
            do throws(FileError) {
                let own = try ownSite(in: seen.folder, known)
                if seen.isAsItWas(name, in: parent) { return own }
            } catch {
                if seen.isAsItWas(name, in: parent) { throw error }
            }
        }
        return nil
    }

    /// A published folder as it was when somebody began to look at it.
    private struct Published {
        let folder: OpenFolder
        /// Which manifest it has, each publication writes its own: inode and time of change; nothing where there is none.
        private let edition: [Int]?

        init(_ folder: OpenFolder) {
            self.folder = folder
            edition = Self.edition(of: folder)
        }

        private static func edition(of folder: OpenFolder) -> [Int]? {
            guard let status = try? folder.status(Array(Manifest.path.text.utf8CString)) else { return nil }
            return [Int(bitPattern: UInt(status.st_ino)), status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
        }

        /// Whether it stands there still: one that was replaced may be published again, as another build's spare, but
        /// with another manifest.
        func isAsItWas(_ name: String, in parent: OpenFolder) -> Bool {
            folder.stands(as: name, in: parent) && Self.edition(of: folder) == edition
        }
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

    /// A folder of ours with its manifest; nil when it is empty but for dot-files.
    private static func ownSite(in folder: OpenFolder, _ known: Replaced?) throws(FileError) -> Replaced? {
        if try folder.names().allSatisfy({ $0[0] == CChar(UInt8(ascii: ".")) }) { return nil }
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try folder.manifestBytes()
        } catch {
            // What is no file of ours says whose folder it is; that the machine fails does not.
            let foreign: [FileError.Cause] = [ENOENT, ELOOP, ENOTDIR, EISDIR].map { .system($0) } + [.notAFile]
            throw foreign.contains(error.cause) ? FileError(.replace, folder.path, .foreignFolder) : error
        }
        guard let manifest = known?.bytes == bytes ? known?.manifest : try? Manifest(parsing: bytes)
        else { throw FileError(.replace, folder.path, .foreignFolder) }
        if let foreign = try ForeignFiles(published: manifest).first(in: folder) {
            throw FileError(.replace, folder.path + "/" + foreign, .foreignFile)
        }
        return Replaced(folder: folder, bytes: bytes, manifest: manifest)
    }
}
