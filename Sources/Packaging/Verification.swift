import Files

/// What a copy of a site has to say against its manifest.
package struct Verification: Sendable, Hashable {
    /// Files that the manifest lists.
    package var fileCount = 0
    /// Listed and not there, sorted.
    package var missing: [SitePath] = []
    /// There with other bytes, sorted.
    package var changed: [SitePath] = []
    /// There and not listed, sorted; as text, since a name from elsewhere may be no ``SitePath``.
    package var extra: [String] = []

    /// Whether every file is there as built, and no other.
    package var isWhole: Bool { missing.isEmpty && changed.isEmpty && extra.isEmpty }
}

/// The check of a copy, a folder or a ZIP, against its `manifest.json`.
///
/// Every byte is hashed. Dot-files that the manifest doesn't list are not the site's and are left alone. Nothing is
/// written.
package enum Verify {
    /// Checks the folder or the archive at `path`.
    package static func copy(at path: String) throws(PackagingError) -> Verification {
        do {
            return try folder(path)
        } catch .file(let error) where error.cause == .notAFolder {
            return try archive(path)
        }
    }

    /// Checks a folder.
    package static func folder(_ path: String) throws(PackagingError) -> Verification {
        let files = try reporting { () throws(FileError) in try DiskFileSystem(root: path) }
        let listing = try reporting { () throws(FileError) in try files.list(.root, includingHidden: true) }
        if let problem = listing.problems.first(where: { $0.cause != .unusableName }) { throw .file(problem) }
        let manifest = try manifest(of: files)
        var found = Verification(fileCount: manifest.entries.count)
        var unlisted = Set(listing.entries.lazy.filter { $0.kind != .folder }.map(\.path))
        var kinds: [SitePath: FileEntry.Kind] = [:]
        for entry in listing.entries { kinds[entry.path] = entry.kind }
        for entry in manifest.entries {
            unlisted.remove(entry.path)
            switch kinds[entry.path] {
            case nil: found.missing.append(entry.path)
            case .file:
                let bytes = try reporting { () throws(FileError) in try files.read(entry.path) }
                if !entry.isDescribing(bytes) { found.changed.append(entry.path) }
            default: found.changed.append(entry.path)
            }
        }
        found.extra = unlisted.filter { $0 != Manifest.path && !$0.isHidden }.map(\.text)
        found.extra += listing.problems.map { String($0.path.dropFirst(files.root.count + 1)) }
        found.extra.sort()
        return found
    }

    /// Checks a ZIP; a folder that holds the whole site inside it is fine, as after packing a copy by hand.
    package static func archive(_ path: String) throws(PackagingError) -> Verification {
        let archive = try ZIPReader(path)
        let name = Manifest.path.text
        let place = archive.names.enumerated()
            .filter { $0.element == name || $0.element.hasSuffix("/" + name) }
            .min { $0.element.utf8.count < $1.element.utf8.count }
        guard let place else { throw .noManifest(path: path) }
        // More than any manifest, less than what a hostile archive could unpack to.
        guard let bytes = archive.read(place.offset, limit: 1 << 28) else { throw .noManifest(path: path) }
        let manifest = try parse(bytes, path)
        let prefix = String(place.element.dropLast(name.count))
        return check(archive, against: manifest, below: prefix)
    }

    private static func check(_ archive: borrowing ZIPReader, against manifest: Manifest, below prefix: String)
        -> Verification
    {
        var found = Verification(fileCount: manifest.entries.count)
        var unseen = manifest.byPath
        for (index, name) in archive.names.enumerated()
        where !name.hasSuffix("/") && name != prefix + Manifest.path.text {
            let inner = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
            if let inner, let path = try? SitePath(inner), let entry = unseen.removeValue(forKey: path) {
                let bytes = archive.read(index, limit: entry.byteCount + 1)
                if bytes.map(entry.isDescribing) != true { found.changed.append(path) }
            } else if inner.flatMap({ try? SitePath($0) })?.isHidden != true {
                found.extra.append(name)
            }
        }
        found.missing = unseen.keys.sorted()
        found.changed.sort()
        found.extra.sort()
        return found
    }

    /// The manifest of a built folder.
    static func manifest(of files: DiskFileSystem) throws(PackagingError) -> Manifest {
        let bytes: [UInt8]
        do {
            bytes = try files.read(Manifest.path)
        } catch {
            throw error.isMissing ? .noManifest(path: files.root) : .file(error)
        }
        return try parse(bytes, files.root)
    }

    private static func parse(_ bytes: [UInt8], _ path: String) throws(PackagingError) -> Manifest {
        do {
            return try Manifest(parsing: bytes)
        } catch {
            throw .unreadableManifest(path: path, error)
        }
    }
}

extension Manifest.Entry {
    /// Whether a file of these bytes is the one meant.
    func isDescribing(_ bytes: [UInt8]) -> Bool { bytes.count == byteCount && SHA256.digest(bytes) == digest }
}
