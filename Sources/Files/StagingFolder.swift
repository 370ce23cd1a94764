import Glibc
import Synchronization

/// The hidden, locked folder in which an output is made; it begins empty, or as the spare of the build before.
///
/// From any threads, each path once.
final class StagingFolder: Sendable {
    private struct State {
        var folders: [SitePath: OpenFolder] = [:]
        var made: Set<SitePath> = [.root]
        var isOpen = true
    }

    /// Open folders that are kept at most; files of further ones are reached from the root.
    ///
    /// A fifth of the descriptors that this process may have, commonly 1,024.
    private static let openFolderLimit: Int = {
        let descriptors = sysconf(Int32(_SC_OPEN_MAX))
        // Nothing limits them.
        return descriptors < 0 ? 200 : min(descriptors / 5, 200)
    }()

    let name: String
    let root: OpenFolder
    private let parent: OpenFolder
    private let leftovers: Leftovers
    /// The folder that it will replace, for messages.
    private let target: String
    private let spare: SpareTree?
    private let state = Mutex(State())

    /// Takes the spare where there is one and nobody else has it, else makes a folder.
    init(
        _ leftovers: Leftovers, in parent: OpenFolder, publishedAs target: String, adoptsSpare: Bool
    ) throws(FileError) {
        self.parent = parent
        self.leftovers = leftovers
        self.target = target
        if adoptsSpare, let (name, root, spare) = Self.adopted(leftovers, in: parent) {
            (self.name, self.root, self.spare) = (name, root, spare)
        } else {
            (name, root) = try Self.made(leftovers.stagedPrefix, in: parent)
            spare = nil
        }
    }

    /// Writes a file.
    func write(_ path: SitePath, _ pieces: [[UInt8]]) throws(FileError) {
        let (name, descriptor) = try place(path)
        try clear(path)
        try createFile(name, in: descriptor, path: target + "/" + path.text, pieces: pieces)
    }

    /// Takes over the published file with these bytes; false where there is none such, or the file system has no links.
    func takeOver(_ entry: Manifest.Entry, of earlier: EarlierTree) throws(FileError) -> Bool {
        guard let inode = earlier.inode(of: entry) else { return false }
        if spare?.inodes[entry.path.text] == inode {
            guard state.withLock({ $0.isOpen }) else { throw closed(entry.path) }
            return true
        }
        let (name, descriptor) = try place(entry.path)
        try clear(entry.path)
        return earlier.link(entry.path, inode, to: name, in: descriptor)
    }

    /// Removes what the spare had beside the files of the manifest.
    func sweep(leaving manifest: Manifest) throws(FileError) {
        guard let spare else { return }
        var wanted: Set = [Manifest.path.text]
        for entry in manifest.entries {
            wanted.insert(entry.path.text)
            var folder = entry.path.parent
            while !folder.isRoot, wanted.insert(folder.text).inserted { folder = folder.parent }
        }
        for path in spare.inodes.keys where !wanted.contains(path) { try removeTree(path, in: root) }
        for path in spare.folders where !wanted.contains(path) { try removeTree(path, in: root) }
    }

    /// Ends writing; false when it was ended before.
    func close() -> Bool {
        state.withLock { state in
            defer {
                state.isOpen = false
                state.folders = [:]
            }
            return state.isOpen
        }
    }

    /// Gives the folder up: a spare is one again, another is removed; a failure leaves it to the next build's sweep.
    func discard() {
        if spare != nil, SpareTree.keep(name, leftovers, in: parent) { return }
        try? removeTree(name, in: parent)
    }

    // MARK: - Places

    /// How a file is reached: its folder is made if need be.
    private func place(_ path: SitePath) throws(FileError) -> (name: String, descriptor: Int32) {
        try folder(path.parent).map { (path.name, $0.descriptor) } ?? (path.text, root.descriptor)
    }

    /// Removes what the spare has at a path.
    private func clear(_ path: SitePath) throws(FileError) {
        guard let spare, spare.inodes[path.text] != nil || spare.folders.contains(path.text) else { return }
        try removeTree(path.text, in: root)
    }

    /// The folder at `path`, made if need be; nil when too many are open.
    private func folder(_ path: SitePath) throws(FileError) -> OpenFolder? {
        if path.isRoot, state.withLock({ $0.isOpen }) { return root }
        return try state.withLock { state throws(FileError) -> OpenFolder? in
            guard state.isOpen else { throw closed(path) }
            if let folder = state.folders[path] { return folder }
            if !state.made.contains(path) { try make(path, &state.made) }
            guard state.folders.count < Self.openFolderLimit else { return nil }
            let folder = try OpenFolder(path.text, in: root, .write)
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
            if spare?.inodes[folder.text] != nil { try removeTree(folder.text, in: root) }
            guard mkdirat(root.descriptor, folder.text, 0o777) == 0 || (errno == EEXIST && spare != nil) else {
                throw .last(.createFolder, target + "/" + folder.text)
            }
            made.insert(folder)
        }
    }

    private func closed(_ path: SitePath) -> FileError { FileError(.write, target + "/" + path.text, .closed) }

    // MARK: - Beginning

    /// The spare under the name of a staging folder; nothing where there is none, somebody else has it, or it cannot be
    /// looked through, which the sweep of the next build then removes.
    private static func adopted(_ leftovers: Leftovers, in parent: OpenFolder) -> (String, OpenFolder, SpareTree)? {
        guard let root = try? OpenFolder(leftovers.spareName, in: parent, .write), root.lock() else { return nil }
        for _ in 0..<1000 {
            let name = stagedName(leftovers.stagedPrefix)
            guard faccessat(parent.descriptor, name, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else { continue }
            guard renameat(parent.descriptor, leftovers.spareName, parent.descriptor, name) == 0,
                root.stands(as: name, in: parent), let spare = try? SpareTree(root)
            else { return nil }
            return (name, root, spare)
        }
        return nil
    }

    /// A new, locked folder.
    private static func made(_ prefix: String, in parent: OpenFolder) throws(FileError) -> (String, OpenFolder) {
        for _ in 0..<1000 {
            let name = stagedName(prefix)
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

    /// A name that comes only once: another build may be about to remove the one that had it before.
    static func stagedName(_ prefix: String) -> String {
        "\(prefix)\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    }
}
