import Files
import Formats
import Signatures

/// What an update renews: the edition that it begins with and the one that it leads to.
///
/// On disk as a dot-file, so that a copy into which an update is unpacked by hand is no worse for it:
/// ```
/// {"format":"album-update","version":1,"from":"8d96…","to":"e3b0…","removed":["practices/kvest.html"]}
/// ```
/// `from` and `to` are the SHA-256 of the two manifests. Where the new manifest is signed the note is signed, too: else
/// anybody could lead a copy back to an edition that was signed before, or to a part of it.
struct UpdateNote {
    static let path = SitePath(literal: ".album-update.json")
    static let signaturePath = SitePath(literal: ".album-update.json.minisig")
    /// More than any note of a site.
    static let largestByteCount = 1 << 26

    let from: SHA256Digest
    let to: SHA256Digest
    /// As they stand in the archive.
    let bytes: [UInt8]

    /// Reads the note of an update.
    init(of archive: borrowing OpenedArchive) throws(PackagingError) {
        let path = archive.path
        guard let bytes = archive.bytes(at: Self.path, atMost: Self.largestByteCount) else {
            throw .noUpdate(path: path)
        }
        var reader = JSONReader(bytes)
        guard reader.skip("{"), reader.skip(key: "format"), Self.text(&reader) == "album-update", reader.skip(","),
            reader.skip(key: "version"), reader.natural() == 1, reader.skip(","),
            reader.skip(key: "from"), let from = Self.digest(&reader), reader.skip(","),
            reader.skip(key: "to"), let to = Self.digest(&reader), to == SHA256.digest(archive.manifestBytes)
        else { throw .noUpdate(path: path) }
        self.from = from
        self.to = to
        self.bytes = bytes
    }

    private static func text(_ reader: inout JSONReader) -> String? {
        reader.string().map { String(decoding: $0, as: UTF8.self) }
    }

    private static func digest(_ reader: inout JSONReader) -> SHA256Digest? {
        reader.string().flatMap { SHA256Digest(hexadecimal: $0) }
    }
}

/// An update that is to be packed.
struct UpdatePlan {
    private let from: SHA256Digest
    private let to: SHA256Digest
    /// Files of the earlier archive that the site has no more.
    let removed: [SitePath]
    /// What the update holds: files that the earlier archive has not, or has with other bytes.
    let entries: [Manifest.Entry]

    /// - Parameter earlier: path of the archive that readers have.
    init(from earlier: String, to tree: PackedTree) throws(PackagingError) {
        let archive = try OpenedArchive(earlier)
        guard archive.bytes(at: UpdateNote.path, atMost: UpdateNote.largestByteCount) == nil else {
            // Not every reader of it has what it renews.
            throw .sinceUpdate(path: earlier)
        }
        guard archive.manifest.state.part == tree.manifest.state.part else {
            throw .otherPart(path: earlier, has: archive.manifest.state.part, wanted: tree.manifest.state.part)
        }
        let before = archive.manifest.byPath
        let after = tree.manifest.byPath
        from = SHA256.digest(archive.manifestBytes)
        to = SHA256.digest(tree.manifestBytes)
        removed = archive.manifest.entries.map(\.path).filter { after[$0] == nil }
        entries = tree.manifest.entries.filter { before[$0.path] != $0 }
    }

    /// Whether the earlier archive is this edition.
    var changesNothing: Bool { from == to }

    /// The note that goes along; what goes is what the new manifest does not list, and listed there for people.
    var note: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("format", "album-update")
            json.member("version", 1)
            json.member("from", from.hexadecimal)
            json.member("to", to.hexadecimal)
            json.key("removed")
            json.strings(removed.map(\.text))
        }
        return json.bytes + [0x0A]
    }

    /// That of the note.
    func signature(with key: SecretKey) -> Signature {
        Signature(of: note, comment: "update of \(from.hexadecimal.prefix(12))", with: key)
    }
}
