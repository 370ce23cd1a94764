import Archives
import Files

/// The check of a ZIP against the manifest in it.
///
/// Hidden files count here: a web server keeps some of its own in a folder, and nobody needs any in an archive.
enum ArchiveCheck {
    static func run(_ path: String) throws(PackagingError) -> Verification {
        let archive = try OpenedArchive(path)
        var found = Verification(of: archive.manifest)
        var unseen = archive.manifest.byPath
        var systems: SystemFiles?
        for (index, entry) in archive.reader.entries.enumerated() where index != archive.manifestPlace {
            if entry.name.hasSuffix("/"), entry.byteCount == 0 { continue }
            let path = archive.sitePath(of: entry)
            if let path, let listed = unseen.removeValue(forKey: path) {
                if !archive.isSame(index, listed) { found.changed.append(path) }
            } else if path != Manifest.signaturePath {
                systems = systems ?? SystemFiles(besides: archive.manifest, below: archive.prefix)
                if !entry.isPlain || systems?.contains(entry.name) != true { found.extra.append(entry.name) }
            }
        }
        found.missing = unseen.keys.sorted()
        found.changed.sort()
        found.extra.sort()
        return found
    }
}
