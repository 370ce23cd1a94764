import Archives
import Files
import Glibc

/// The check of a ZIP against the manifest in it.
///
/// An archive may come from anybody. Nothing of it is held in memory but names and the manifest; no more is unpacked of
/// an entry than the manifest says it has; an archive that tells of more than its own bytes can hold is refused before.
enum ArchiveCheck {
    /// How many times its packed size a site unpacks to at most: pages come to some 10, the format's limit is 1,032.
    private static let largestRatio: UInt64 = 200
    /// Below this an archive may have any ratio.
    private static let harmless: UInt64 = 64 << 20

    static func run(_ path: String) throws(PackagingError) -> Verification {
        let size = try byteCount(of: path)
        let archive = try archiving { () throws(ArchiveError) in try ZIPReader(path) }
        try requireNoBomb(archive.entries, archiveByteCount: size, path)
        let place = archive.entries.enumerated()
            .filter { $0.element.name == Manifest.path.text || $0.element.name.hasSuffix("/" + Manifest.path.text) }
            .min { $0.element.name.utf8.count < $1.element.name.utf8.count }
        guard let place, place.element.isPlain else { throw .noManifest(path: path) }
        var bytes: [UInt8] = []
        let limit = min(Manifest.largestByteCount, Int(clamping: place.element.byteCount))
        let isRead = archive.read(place.offset, limit: limit) { bytes += $0 }
        guard isRead, UInt64(bytes.count) == place.element.byteCount else { throw .noManifest(path: path) }
        let manifest = try Verify.parse(bytes, path)
        let prefix = String(decoding: place.element.name.utf8.dropLast(Manifest.path.text.utf8.count), as: UTF8.self)
        return check(archive, against: manifest, below: prefix, manifestAt: place.offset)
    }

    private static func check(
        _ archive: borrowing ZIPReader, against manifest: Manifest, below prefix: String, manifestAt place: Int
    ) -> Verification {
        var found = Verification(of: manifest)
        var unseen = manifest.byPath
        for (index, entry) in archive.entries.enumerated() where index != place {
            if entry.name.hasSuffix("/"), entry.byteCount == 0 { continue }
            let path = path(of: entry.name, below: prefix)
            if let path, let listed = unseen.removeValue(forKey: path) {
                if !isSame(archive, index, listed) { found.changed.append(path) }
            } else if path?.isHidden != true {
                found.extra.append(entry.name)
            }
        }
        found.missing = unseen.keys.sorted()
        found.changed.sort()
        found.extra.sort()
        return found
    }

    /// By bytes: two spellings of one letter are two names.
    ///
    /// Nothing when it is no path below `prefix`.
    private static func path(of name: String, below prefix: String) -> SitePath? {
        guard name.utf8.starts(with: prefix.utf8) else { return nil }
        return try? SitePath(String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self))
    }

    private static func isSame(_ archive: borrowing ZIPReader, _ index: Int, _ listed: Manifest.Entry) -> Bool {
        let entry = archive.entries[index]
        guard entry.isPlain, entry.byteCount == UInt64(listed.byteCount) else { return false }
        var stream = SHA256.Stream()
        var count = 0
        let isRead = archive.read(index, limit: listed.byteCount + 1) {
            stream.add($0)
            count += $0.count
        }
        return isRead && count == listed.byteCount && stream.digest() == listed.digest
    }

    /// Entries that together are larger than the archive lie over each other; one that unpacks to very much more than
    /// it is was made for that.
    private static func requireNoBomb(
        _ entries: [ZIPReader.Entry], archiveByteCount: UInt64, _ path: String
    ) throws(PackagingError) {
        var packed: UInt64 = 0
        var unpacked: UInt64 = 0
        for entry in entries {
            let (packedSum, isPackedTooMuch) = packed.addingReportingOverflow(entry.packedByteCount)
            let (unpackedSum, isUnpackedTooMuch) = unpacked.addingReportingOverflow(entry.byteCount)
            guard !isPackedTooMuch, !isUnpackedTooMuch else { throw .bomb(path: path) }
            (packed, unpacked) = (packedSum, unpackedSum)
        }
        let ratio = unpacked / max(1, archiveByteCount)
        if packed > archiveByteCount || unpacked > harmless && ratio >= largestRatio { throw .bomb(path: path) }
    }

    private static func byteCount(of path: String) throws(PackagingError) -> UInt64 {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .file(FileError(.read, path, .system(errno))) }
        return UInt64(max(0, status.st_size))
    }
}
