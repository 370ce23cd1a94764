import Archives
import Files
import Glibc
import Signatures

/// A built site as one deterministic ZIP: what is handed out on a stick or linked for download.
///
/// In goes a folder with its `manifest.json`; the archive holds the files it lists, sorted, two pages that say where to
/// begin, and a manifest of its own, so dot-files that were kept for the web server stay out. An update holds only what an
/// earlier archive has not, and a note of what it renews (``UpdateNote``). The same site gives the same bytes on machines
/// with the same zlib. It is written beside its place and renamed: an older archive stays whole when anything fails.
package enum Bundle {
    /// What was written.
    package struct Report: Sendable, Hashable {
        /// Files of the site in the archive, as whoever checks it counts them: without manifest, signature and note.
        package let fileCount: Int
        /// Size of the archive.
        package let byteCount: Int
        /// Files of the earlier archive that the site has no more; 0 for a whole copy.
        package let removedCount: Int
        /// Whether it is an update of a copy that is the same already.
        package let changesNothing: Bool
    }

    /// Formats that are packed already: deflating them again costs time and gains nothing.
    private static let compressedExtensions: Set<String> = [
        "png", "jpg", "jpeg", "webp", "avif", "gif", "woff", "woff2", "zip", "gz", "docx", "xlsx", "pptx", "odt", "ods",
        "epub", "mp3", "mp4", "webm",
    ]

    /// Packs the site in the folder `site` into the file `output`.
    ///
    /// Throws when the folder isn't as it was built, when it is a lenient build or one with drafts, when a name can't stand
    /// on every disk, or when `output` lies inside it.
    ///
    /// - Parameters:
    ///   - earlier: an archive that readers have: the new one is an update of it.
    ///   - key: signs the manifest, and of an update what it renews.
    package static func write(
        site: String, to output: String, since earlier: String? = nil, signedWith key: SecretKey? = nil
    ) throws(PackagingError) -> Report {
        let files = try reporting { () throws(FileError) in try DiskFileSystem(root: site) }
        let place = try place(of: output)
        guard place.folder != files.root, !place.folder.utf8.starts(with: (files.root + "/").utf8) else {
            throw .outputInsideSite(path: output)
        }
        let tree = try PackedTree(files, try fitManifest(of: files, site))
        let update = try earlier.map { (earlier) throws(PackagingError) in try UpdatePlan(from: earlier, to: tree) }
        let partial = ".\(place.name).album-partial"
        // Two that write one archive would take each other's part away.
        let turn = try reporting { () throws(FileError) in try FolderTurn(place.folder) }
        defer { withExtendedLifetime(turn) {} }
        removeLeftovers(partial, in: place.folder)
        var count = 0
        do throws(PackagingError) {
            let path = place.folder + "/" + partial
            count = try archiving { () throws(ArchiveError) in try pack(files, tree, update, key, to: path) }
            guard rename(place.folder + "/" + partial, place.folder + "/" + place.name) == 0 else {
                throw .file(FileError(.replace, output, .system(errno)))
            }
        } catch {
            removeLeftovers(partial, in: place.folder)
            throw error
        }
        var status = stat()
        guard stat(place.folder + "/" + place.name, &status) == 0 else {
            throw .file(FileError(.read, output, .system(errno)))
        }
        return Report(
            fileCount: count, byteCount: Int(status.st_size), removedCount: update?.removed.count ?? 0,
            changesNothing: update?.changesNothing ?? false)
    }

    /// The manifest of a folder that is as it was built and fit to be handed out.
    static func fitManifest(of files: DiskFileSystem, _ site: String) throws(PackagingError) -> Manifest {
        let manifest = try Verify.manifest(of: files)
        guard manifest.state.isFit else { throw .unfit(path: site, manifest.state) }
        let verification = try Verify.folder(site)
        guard verification.isWhole else { throw .siteDiffers(path: site, verification) }
        let seen = try UnfitPages.state(of: files, manifest)
        guard seen.isFit else { throw .unfit(path: site, seen) }
        return manifest
    }

    /// How many files of the site the archive has.
    private static func pack(
        _ files: DiskFileSystem, _ tree: PackedTree, _ update: UpdatePlan?, _ key: SecretKey?, to path: String
    ) throws(ArchiveError) -> Int {
        var writer = try ZIPWriter(path)
        var added = tree.added
        added[Manifest.path] = tree.manifestBytes
        added[UpdateNote.path] = update?.note
        if let key {
            added[Manifest.signaturePath] = Array(CopySignature.make(of: tree, with: key).text.utf8)
            added[UpdateNote.signaturePath] = update.map { Array($0.signature(with: key).text.utf8) }
        }
        let listed = update?.entries ?? tree.manifest.entries
        let own: Set = [Manifest.path, Manifest.signaturePath, UpdateNote.path, UpdateNote.signaturePath]
        let names = Set(listed.map(\.path)).union(own)
            .filter { added[$0] != nil || tree.manifest.byPath[$0] != nil }
        for file in names.sorted() {
            if let bytes = added[file] {
                try writer.add(file.text, bytes)
            } else {
                let isCompressed = compressedExtensions.contains(file.pathExtension.lowercased())
                try writer.add(file.text, from: files.absolutePath(file), isCompressed: isCompressed)
            }
        }
        try writer.close()
        return names.subtracting(own).count
    }

    /// The folder of `output`, links followed, and its name.
    private static func place(of output: String) throws(PackagingError) -> (folder: String, name: String) {
        let parts = output.split(separator: "/")
        guard let name = parts.last.map(String.init), name != ".", name != "..", !output.hasSuffix("/") else {
            throw .file(FileError(.write, output, .notAFile))
        }
        let parent = (output.hasPrefix("/") ? "/" : "./") + parts.dropLast().joined(separator: "/")
        let folder = try reporting { () throws(FileError) in try DiskFileSystem(root: parent).root }
        var status = stat()
        if stat(folder + "/" + name, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw .file(FileError(.write, output, .notAFile))
        }
        return (folder, name)
    }

    /// Removes `partial` and what libzip calls `partial.XXXXXX` while it writes; a killed run leaves them.
    private static func removeLeftovers(_ partial: String, in folder: String) {
        guard let handle = opendir(folder) else { return }
        defer { closedir(handle) }
        var names: [String] = []
        while let found = readdir(handle) {
            withUnsafePointer(to: &found.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { names.append(String(cString: $0)) }
            }
        }
        for name in names where name.hasPrefix(partial) { unlink(folder + "/" + name) }
    }
}
