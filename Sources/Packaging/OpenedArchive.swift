import Archives
import Files
import Glibc

/// A ZIP with a manifest in it: a whole copy of a site, or an update of one.
///
/// An archive may come from anybody. Nothing of it is held in memory but names and the manifest; no more is unpacked of
/// an entry than the manifest says it has; an archive that tells of more than its own bytes can hold is refused before.
struct OpenedArchive: ~Copyable {
    let path: String
    let reader: ZIPReader
    let manifest: Manifest
    let manifestBytes: [UInt8]
    /// Position of the manifest among the entries.
    let manifestPlace: Int
    /// The folder in the archive that holds the site, with its slash; mostly empty.
    let prefix: String

    /// How many times its packed size a site unpacks to at most: pages come to some 10, the format's limit is 1,032.
    private static let largestRatio: UInt64 = 200
    /// Below this an archive may have any ratio.
    private static let harmless: UInt64 = 64 << 20

    init(_ path: String) throws(PackagingError) {
        let size = try Self.byteCount(of: path)
        let reader = try archiving { () throws(ArchiveError) in try ZIPReader(path) }
        try Self.requireNoBomb(reader.entries, archiveByteCount: size, path)
        let place = reader.entries.enumerated()
            .filter { $0.element.name == Manifest.path.text || $0.element.name.hasSuffix("/" + Manifest.path.text) }
            .min { $0.element.name.utf8.count < $1.element.name.utf8.count }
        guard let place, place.element.isPlain else { throw .noManifest(path: path) }
        guard let bytes = Self.bytes(of: place.offset, in: reader, atMost: Manifest.largestByteCount) else {
            throw place.element.byteCount > UInt64(Manifest.largestByteCount)
                ? .unreadableManifest(path: path, .tooLarge) : .damagedManifest(path: path)
        }
        manifest = try Verify.parse(bytes, path)
        manifestBytes = bytes
        manifestPlace = place.offset
        prefix = String(decoding: place.element.name.utf8.dropLast(Manifest.path.text.utf8.count), as: UTF8.self)
        self.path = path
        self.reader = reader
    }

    /// Where an entry stands in the site, by bytes: two spellings of one letter are two names.
    ///
    /// Nothing when it is no path below ``prefix``.
    func sitePath(of entry: ZIPReader.Entry) -> SitePath? {
        guard entry.name.utf8.starts(with: prefix.utf8) else { return nil }
        return try? SitePath(String(decoding: entry.name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self))
    }

    /// Whether an entry has the bytes that are listed.
    func isSame(_ index: Int, _ listed: Manifest.Entry) -> Bool {
        let entry = reader.entries[index]
        guard entry.isPlain, entry.byteCount == UInt64(listed.byteCount) else { return false }
        var stream = SHA256.Stream()
        var count = 0
        let isRead = reader.read(index, limit: listed.byteCount + 1) {
            stream.add($0)
            count += $0.count
        }
        return isRead && count == listed.byteCount && stream.digest() == listed.digest
    }

    /// The bytes of an entry; nothing where it is damaged or has more than `limit`.
    func bytes(of index: Int, atMost limit: Int) -> [UInt8]? {
        Self.bytes(of: index, in: reader, atMost: limit)
    }

    /// The bytes of the file at a path of the site; nothing where there is none such.
    func bytes(at path: SitePath, atMost limit: Int) -> [UInt8]? {
        reader.entries.firstIndex { $0.name == prefix + path.text && $0.isPlain }.flatMap {
            bytes(of: $0, atMost: limit)
        }
    }

    private static func bytes(of index: Int, in reader: borrowing ZIPReader, atMost limit: Int) -> [UInt8]? {
        let count = reader.entries[index].byteCount
        guard count <= UInt64(limit) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(count))
        let isRead = reader.read(index, limit: Int(count) + 1) { bytes += $0 }
        return isRead && UInt64(bytes.count) == count ? bytes : nil
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
