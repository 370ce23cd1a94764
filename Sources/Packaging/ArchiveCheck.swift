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
        for (index, entry) in archive.reader.entries.enumerated() where index != archive.manifestPlace {
            if entry.name.hasSuffix("/"), entry.byteCount == 0 { continue }
            let path = archive.sitePath(of: entry)
            if let path, let listed = unseen.removeValue(forKey: path) {
                if !archive.isSame(index, listed) { found.changed.append(path) }
            } else if path != Manifest.signaturePath {
                found.extra.append(entry.name)
            }
        }
        found.missing = unseen.keys.sorted()
        found.changed.sort()
        found.extra = found.extra.filter { !SystemFiles.contains($0) && !SystemFiles.isHidden($0) }.sorted()
        return found
    }
}
