import Archives
import Files

/// What a copy of a site has to say against its manifest.
package struct Verification: Sendable, Hashable {
    /// Files that the manifest lists.
    package var fileCount = 0
    /// What the manifest says of the build: a whole copy may still hold drafts and errors.
    package var state = EditionState.fit
    /// Listed and not there, sorted.
    package var missing: [SitePath] = []
    /// There with other bytes, sorted.
    package var changed: [SitePath] = []
    /// There and not listed, sorted; as text, since a name from elsewhere may be no ``SitePath``.
    ///
    /// What systems put there by themselves does not count, hidden files of a folder are ``hidden``.
    package var extra: [String] = []
    /// Hidden files of a folder that are there and not listed, sorted.
    ///
    /// A server keeps some beside a site, and one of them can put another page in the place of any: none is part of what
    /// is signed.
    package var hidden: [String] = []

    init(of manifest: Manifest) {
        fileCount = manifest.entries.count
        state = manifest.state
    }

    /// Whether every file is there as built, and no other.
    package var isWhole: Bool { isComplete && extra.isEmpty }

    /// Whether every file is there as built, whatever lies beside them.
    package var isComplete: Bool { missing.isEmpty && changed.isEmpty }
}

/// The check of a copy, a folder or a ZIP, against its `manifest.json`.
///
/// Every byte is hashed, in pieces: memory does not grow with files, and no more is read of one than the manifest says
/// it has. Dot-files of a folder that the manifest doesn't list are told apart from others. Nothing is written.
package enum Verify {
    /// Checks the folder or the archive at `path`.
    package static func copy(at path: String) throws(PackagingError) -> Verification {
        do {
            return try folder(path)
        } catch .file(let error) where error.cause == .notAFolder {
            return try archive(path)
        }
    }

    /// Whether an archive is an update of a copy and no copy itself.
    ///
    /// A folder is none: a copy into which somebody has unpacked an update is a copy still.
    package static func isUpdate(at path: String) -> Bool {
        guard let reader = try? ZIPReader(path) else { return false }
        return reader.entries.contains { $0.name == UpdateNote.path.text }
    }

    /// Checks a folder.
    package static func folder(_ path: String) throws(PackagingError) -> Verification {
        let files = try reporting { () throws(FileError) in try DiskFileSystem(root: path) }
        let listing = try reporting { () throws(FileError) in try files.list(.root, includingHidden: true) }
        if let problem = listing.problems.first(where: { $0.cause != .unusableName }) { throw .file(problem) }
        let manifest = try manifest(of: files)
        var found = Verification(of: manifest)
        var unlisted = Set(listing.entries.lazy.filter { $0.kind != .folder }.map(\.path))
        var kinds: [SitePath: FileEntry.Kind] = [:]
        for entry in listing.entries { kinds[entry.path] = entry.kind }
        for entry in manifest.entries {
            unlisted.remove(entry.path)
            switch kinds[entry.path] {
            case nil: found.missing.append(entry.path)
            case .file:
                let digest = try reporting { () throws(FileError) in
                    try files.digest(entry.path, byteCount: entry.byteCount)
                }
                if digest != entry.digest { found.changed.append(entry.path) }
            default: found.changed.append(entry.path)
            }
        }
        // An update may have been unpacked here by hand.
        unlisted.subtract([Manifest.path, Manifest.signaturePath, UpdateNote.path, UpdateNote.signaturePath])
        let systems = unlisted.isEmpty ? nil : SystemFiles(besides: manifest)
        for path in unlisted.sorted() where kinds[path] != .file || systems?.contains(path.text) != true {
            if path.isHidden { found.hidden.append(path.text) } else { found.extra.append(path.text) }
        }
        found.extra += listing.problems.map {
            String(decoding: $0.path.utf8.dropFirst(files.root.utf8.count + 1), as: UTF8.self)
        }
        found.extra.sort()
        return found
    }

    /// Checks a ZIP; a folder that holds the whole site inside it is fine, as after packing a copy by hand.
    package static func archive(_ path: String) throws(PackagingError) -> Verification {
        try ArchiveCheck.run(path)
    }

    /// The manifest of a built folder.
    package static func manifest(of files: DiskFileSystem) throws(PackagingError) -> Manifest {
        try parse(try manifestBytes(of: files), files.root)
    }

    /// The bytes of the manifest of a built folder.
    static func manifestBytes(of files: DiskFileSystem) throws(PackagingError) -> [UInt8] {
        let entry = try reporting { () throws(FileError) in try files.entry(Manifest.path) }
        if let entry, entry.byteCount > Manifest.largestByteCount {
            throw .unreadableManifest(path: files.root, .tooLarge)
        }
        do {
            return try files.read(Manifest.path)
        } catch {
            throw error.isMissing ? .noManifest(path: files.root) : .file(error)
        }
    }

    static func parse(_ bytes: [UInt8], _ path: String) throws(PackagingError) -> Manifest {
        do {
            return try Manifest(parsing: bytes)
        } catch {
            throw .unreadableManifest(path: path, error)
        }
    }
}
