import Glibc

/// A folder below a site's root in which a program may write for an editor: `content` or `.album-work`.
///
/// Each file is written beside its place, brought to the disk and renamed into it, so that it is the old one or the new
/// one whenever the program ends. No link is followed on the way, so nothing outside the folder is ever written.
package struct SourceFolder: Sendable {
    let folder: OpenFolder

    /// Opens the folder `name` of a root, or makes it.
    /// - Parameter root: an absolute path.
    package init(_ name: String, of root: String) throws(FileError) {
        let parent = try OpenFolder(root, .write)
        if mkdirat(parent.descriptor, name, 0o777) != 0, errno != EEXIST {
            throw .last(.createFolder, root + "/" + name)
        }
        folder = try OpenFolder(name, in: parent, .write)
    }

    /// Opens the folder `name` of a root; nothing where there is none.
    package init?(existing name: String, of root: String) throws(FileError) {
        do throws(FileError) {
            folder = try OpenFolder(name, in: try OpenFolder(root, .read), .read)
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
    }

    /// Writes a file, in place of one that is there.
    package func write(_ path: SitePath, _ bytes: [UInt8]) throws(FileError) {
        let (parent, part) = try self.part(of: path, bytes)
        do throws(FileError) {
            guard renameat(parent.descriptor, part, parent.descriptor, path.name) == 0 else {
                throw .last(.write, folder.path + "/" + path.text)
            }
            _ = fsync(parent.descriptor)
        } catch {
            unlinkat(parent.descriptor, part, 0)
            throw error
        }
    }

    /// Writes a file that is not there yet; false where one is.
    package func create(_ path: SitePath, _ bytes: [UInt8]) throws(FileError) -> Bool {
        let (parent, part) = try self.part(of: path, bytes)
        defer { unlinkat(parent.descriptor, part, 0) }
        // A second name is given only where there is none.
        if linkat(parent.descriptor, part, parent.descriptor, path.name, 0) == 0 {
            _ = fsync(parent.descriptor)
            return true
        }
        guard errno == EEXIST else { throw .last(.write, folder.path + "/" + path.text) }
        return false
    }

    /// Removes a file; nothing happens where there is none.
    package func remove(_ path: SitePath) throws(FileError) {
        guard let parent = try existingParent(of: path) else { return }
        guard unlinkat(parent.descriptor, path.name, 0) == 0 || errno == ENOENT else {
            throw .last(.remove, folder.path + "/" + path.text)
        }
    }

    /// The bytes of a file; nothing where there is none.
    package func read(_ path: SitePath) throws(FileError) -> [UInt8]? {
        guard let parent = try existingParent(of: path) else { return nil }
        do throws(FileError) {
            return try parent.read(path.name)
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
    }

    /// The folder of a path, made if need be.
    private func parent(of path: SitePath) throws(FileError) -> OpenFolder {
        var folder = self.folder
        for name in path.parent.components {
            if mkdirat(folder.descriptor, name, 0o777) != 0, errno != EEXIST {
                throw .last(.createFolder, folder.path + "/" + name)
            }
            folder = try OpenFolder(name, in: folder, .write)
        }
        return folder
    }

    /// The folder of a path; nothing where there is none.
    private func existingParent(of path: SitePath) throws(FileError) -> OpenFolder? {
        var folder = self.folder
        for name in path.parent.components {
            do throws(FileError) {
                folder = try OpenFolder(name, in: folder, .read)
            } catch {
                guard error.isMissing else { throw error }
                return nil
            }
        }
        return folder
    }

    /// The bytes beside the place of a file, on the disk, under a name that comes only once.
    private func part(of path: SitePath, _ bytes: [UInt8]) throws(FileError) -> (parent: OpenFolder, name: String) {
        let parent = try self.parent(of: path)
        let name = ".\(path.name).album-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        try createFile(name, in: parent.descriptor, path: folder.path + "/" + path.text, pieces: [bytes])
        let file = openat(parent.descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        defer { if file >= 0 { close(file) } }
        guard file >= 0, fsync(file) == 0 else {
            let error = FileError.last(.write, parent.path + "/" + name)
            unlinkat(parent.descriptor, name, 0)
            throw error
        }
        return (parent, name)
    }
}
