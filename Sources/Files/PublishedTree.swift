import Glibc

/// Takes a published site out of its folder: the files that its manifest lists, and the folders that are empty then.
///
/// Folders are opened one below the other and no link is followed, so that neither a manifest from elsewhere nor a link
/// among the folders can make it remove anything outside.
package struct PublishedTree: Sendable {
    /// What was done.
    package struct Report: Sendable, Hashable {
        /// Files that are gone now, the manifest too.
        package var removed = 0
        /// Listed files that were left: a link or a file stands where a folder was, or a folder where a file was; sorted.
        package var kept: [SitePath] = []
    }

    private let root: OpenFolder
    private let manifest: Manifest

    /// The site of `manifest` in the folder of `files`.
    package init(_ manifest: Manifest, in files: DiskFileSystem) throws(FileError) {
        root = try OpenFolder(files.root, .remove)
        self.manifest = manifest
    }

    /// Removes the files, then the folders that are empty, the manifest last.
    ///
    /// Throws what the machine refuses; the manifest is there still then, and it can be called again.
    package func remove() throws(FileError) -> Report {
        var report = Report()
        var folders: Set<SitePath> = []
        let groups = Dictionary(grouping: manifest.entries.map(\.path), by: \.parent)
        for (folder, files) in groups.sorted(by: { $0.key < $1.key }) {
            guard let open = try open(folder) else {
                report.kept += files.filter { exists($0) }
                continue
            }
            for file in files { try remove(file, in: open, &report) }
            var next = folder
            while !next.isRoot, folders.insert(next).inserted { next = next.parent }
        }
        // The innermost first: a path is longer than those of the folders it stands in.
        for folder in folders.sorted(by: >) {
            // One that still holds something stays.
            if let parent = try open(folder.parent) { unlinkat(parent.descriptor, folder.name, AT_REMOVEDIR) }
        }
        report.kept.sort()
        try remove(Manifest.path, in: root, &report)
        return report
    }

    private func remove(_ file: SitePath, in folder: OpenFolder, _ report: inout Report) throws(FileError) {
        if unlinkat(folder.descriptor, file.name, 0) == 0 {
            report.removed += 1
        } else if errno == EISDIR || errno == EPERM {
            report.kept.append(file)
        } else if errno != ENOENT {
            throw .last(.remove, folder.path + "/" + file.name)
        }
    }

    /// The folder at `path`; nothing when there is none, or no folder of the site's own.
    private func open(_ path: SitePath) throws(FileError) -> OpenFolder? {
        var folder = root
        for component in path.components {
            do throws(FileError) {
                folder = try OpenFolder(component, in: folder, .remove)
            } catch {
                guard [.system(ENOENT), .system(ENOTDIR), .system(ELOOP)].contains(error.cause) else { throw error }
                return nil
            }
        }
        return folder
    }

    /// Whether something stands at `path`, wherever links lead: what is not there was not kept either.
    private func exists(_ path: SitePath) -> Bool { faccessat(root.descriptor, path.text, F_OK, 0) == 0 }
}
