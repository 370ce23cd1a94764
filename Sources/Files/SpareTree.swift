import Glibc

/// The folder that was replaced at the last publication, kept hidden beside the output: the next build takes it for its
/// staging folder, where most files stand already.
///
/// Of its bytes nothing is believed. A file counts as the wanted one when it is one file with that of the published
/// folder (two names of one inode), of which ``EarlierTree`` knows whether it is what the manifest says. Whatever else
/// stands there is removed or made anew, so that a spare of any age, of a build that was killed (``Leftovers``) or one that
/// somebody altered costs time and nothing more. Who takes it, and who removes a folder that may become one, holds its lock.
struct SpareTree: Sendable {
    /// Inodes of the files, by their paths.
    let inodes: [String: UInt64]
    /// Paths of the folders.
    let folders: Set<String>

    /// Puts a replaced folder aside, out of sight of Git; false where that cannot be.
    static func keep(_ replaced: String, _ leftovers: Leftovers, in parent: OpenFolder) -> Bool {
        let ignore = "\(replaced)/.gitignore"
        do throws(FileError) {
            try removeTree(ignore, in: parent)
            try createFile(ignore, in: parent.descriptor, path: ignore, pieces: [Array("*\n".utf8)])
        } catch {
            return false
        }
        return renameat(parent.descriptor, replaced, parent.descriptor, leftovers.spareName) == 0
    }

    /// Removes the spare, if there is one that nobody has taken.
    static func remove(_ leftovers: Leftovers, in parent: OpenFolder) throws(FileError) {
        let name = leftovers.spareName
        guard faccessat(parent.descriptor, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0 else { return }
        // Somebody's file, or a folder that went meanwhile.
        guard let folder = try? OpenFolder(name, in: parent) else { return try removeTree(name, in: parent) }
        guard folder.lock(), folder.stands(as: name, in: parent) else { return }
        // Under a name of its own, since another build may put a spare there meanwhile.
        let own = leftovers.replacedName(ofStaged: StagingFolder.stagedName(leftovers.stagedPrefix))
        // Its lock lasts as long as the folder is open.
        try withExtendedLifetime(folder) { () throws(FileError) in
            guard renameat(parent.descriptor, name, parent.descriptor, own) == 0 else {
                throw .last(.remove, parent.path + "/" + name)
            }
            try removeTree(own, in: parent)
        }
    }

    /// Keeps or removes a folder that was replaced, or that a killed build left, unless another build has it.
    /// - Parameter leftovers: nothing to remove it in any case.
    static func dispose(of name: String, _ leftovers: Leftovers?, in parent: OpenFolder) throws(FileError) {
        guard let folder = try? OpenFolder(name, in: parent), folder.lock() else { return }
        try withExtendedLifetime(folder) { () throws(FileError) in
            guard folder.stands(as: name, in: parent) else { return }
            if let leftovers, keep(name, leftovers, in: parent) { return }
            try removeTree(name, in: parent)
        }
    }

    /// Looks through the folder that was kept; what is neither file nor folder is removed, and so are dot-files, which the
    /// host may have changed.
    init(_ root: OpenFolder) throws(FileError) {
        var inodes: [String: UInt64] = [:]
        var folders: Set<String> = []
        var pending = [""]
        while let path = pending.popLast() {
            let folder = path.isEmpty ? root : try OpenFolder(path, in: root)
            for entry in try folder.entries() {
                let name = text(entry.name)
                let inner = path.isEmpty ? name : path + "/" + name
                switch entry.kind {
                case _ where path.isEmpty && name.hasPrefix("."): try removeTree(name, in: root)
                case .file: inodes[inner] = entry.inode
                case .folder:
                    folders.insert(inner)
                    pending.append(inner)
                case .other: try removeTree(name, in: folder)
                }
            }
        }
        self.inodes = inodes
        self.folders = folders
    }
}
