import Glibc

/// A folder below a site's root in which a program may write for an editor: `content` or `.album-work`.
///
/// Each file is written beside its place, brought to the disk and renamed into it, so that it is the old one or the new
/// one whenever the program ends; what a killed one left is removed by whoever writes to the same folder next
/// (``PartFile``). No link is followed on the way, so nothing outside the folder is ever written.
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
        let shown = folder.path + "/" + path.text
        let parent = try sweptParent(of: path)
        let part = try PartFile(of: path.name, bytes, in: parent, path: shown)
        guard part.replace(path.name) else { throw .last(.write, shown) }
        _ = fsync(parent.descriptor)
    }

    /// Writes a file that is not there yet; false where one is.
    package func create(_ path: SitePath, _ bytes: [UInt8]) throws(FileError) -> Bool {
        let shown = folder.path + "/" + path.text
        let parent = try sweptParent(of: path)
        if faccessat(parent.descriptor, path.name, F_OK, AT_SYMLINK_NOFOLLOW) == 0 { return false }
        let part = try PartFile(of: path.name, bytes, in: parent, path: shown)
        // A second name is given only where there is none.
        guard part.stand(as: path.name) else {
            guard errno == EEXIST else { throw .last(.write, shown) }
            return false
        }
        _ = fsync(parent.descriptor)
        return true
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

    /// The folder of a path, made if need be, without what killed programs left there.
    private func sweptParent(of path: SitePath) throws(FileError) -> OpenFolder {
        let parent = try parent(of: path)
        PartFile.sweep(parent)
        return parent
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
}
