import Archives
import Files
import Glibc

/// A built site as one deterministic ZIP: what is handed out on a stick or linked for download.
///
/// In goes a folder with its `manifest.json`; the archive holds the manifest and exactly the files it lists, sorted, so
/// dot-files that were kept for the web server stay out. The same site gives the same bytes on machines with the same
/// zlib. It is written beside its place and renamed: an older archive stays whole when anything fails.
package enum Bundle {
    /// What was written.
    package struct Report: Sendable, Hashable {
        /// Files in the archive, the manifest too.
        package let fileCount: Int
        /// Size of the archive.
        package let byteCount: Int
    }

    /// Formats that are packed already: deflating them again costs time and gains nothing.
    private static let compressedExtensions: Set<String> = [
        "png", "jpg", "jpeg", "webp", "avif", "gif", "woff", "woff2", "zip", "gz", "docx", "xlsx", "pptx", "odt", "ods",
        "epub", "mp3", "mp4", "webm",
    ]

    /// Packs the site in the folder `site` into the file `output`.
    ///
    /// Throws when the folder isn't as it was built, when it is a lenient build or one with drafts, or when `output` lies
    /// inside it.
    package static func write(site: String, to output: String) throws(PackagingError) -> Report {
        let files = try reporting { () throws(FileError) in try DiskFileSystem(root: site) }
        let place = try place(of: output)
        guard place.folder != files.root, !place.folder.utf8.starts(with: (files.root + "/").utf8) else {
            throw .outputInsideSite(path: output)
        }
        let manifest = try Verify.manifest(of: files)
        guard manifest.state == .fit else { throw .unfit(path: site, manifest.state) }
        let verification = try Verify.folder(site)
        guard verification.isWhole else { throw .siteDiffers(path: site, verification) }
        let seen = try UnfitPages.state(of: files, manifest)
        guard seen == .fit else { throw .unfit(path: site, seen) }
        let partial = ".\(place.name).album-partial"
        removeLeftovers(partial, in: place.folder)
        do throws(PackagingError) {
            let path = place.folder + "/" + partial
            try archiving { () throws(ArchiveError) in try pack(files, manifest, to: path) }
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
        return Report(fileCount: manifest.entries.count + 1, byteCount: Int(status.st_size))
    }

    private static func pack(_ files: DiskFileSystem, _ manifest: Manifest, to path: String) throws(ArchiveError) {
        var writer = try ZIPWriter(path)
        for file in (manifest.entries.map(\.path) + [Manifest.path]).sorted() {
            let isCompressed = compressedExtensions.contains(file.pathExtension.lowercased())
            try writer.add(file.text, from: files.absolutePath(file), isCompressed: isCompressed)
        }
        try writer.close()
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
