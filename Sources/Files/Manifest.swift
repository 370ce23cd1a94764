import Formats

/// What a built site consists of: path, size and SHA-256 of every file but the manifest itself.
///
/// On disk as `manifest.json`, one file a line, sorted by the path's bytes:
/// ```
/// {"format":"album-manifest","version":1,"files":[
/// {"path":"404.html","bytes":1834,"sha256":"8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92"},
/// {"path":"index.html","bytes":5112,"sha256":"…"}
/// ]}
/// ```
/// A tree that is not fit to be handed out says so before its files: `"lenient":true,` where pages were published in
/// spite of errors, `"drafts":true,` where drafts were; one that is fit says nothing.
/// ```
/// {"format":"album-manifest","version":1,"lenient":true,"drafts":true,"files":[
/// ```
/// A part of a site says which, behind these marks: `"part":"municipalities/asha-mr",`.
///
/// It is how the builder knows its own folder, how a copy is checked and what goes into the ZIP.
package struct Manifest: Sendable, Hashable {
    /// The manifest's own place in the site.
    package static let path = SitePath(literal: "manifest.json")

    /// The place of its signature, which it cannot list.
    package static let signaturePath = SitePath(literal: "manifest.json.minisig")

    /// More than any site's: two million files.
    ///
    /// To be judged before reading.
    package static let largestByteCount = 1 << 28

    package struct Entry: Sendable, Hashable {
        package let path: SitePath
        package let byteCount: Int
        package let digest: SHA256Digest

        package init(path: SitePath, byteCount: Int, digest: SHA256Digest) {
            self.path = path
            self.byteCount = byteCount
            self.digest = digest
        }
    }

    /// Sorted by path, no path twice.
    package let entries: [Entry]
    /// What the build was allowed to publish.
    package let state: EditionState

    package init(_ entries: some Sequence<Entry>, state: EditionState = .fit) {
        self.entries = entries.sorted { $0.path < $1.path }
        self.state = state
    }

    /// Bytes of all files.
    package var byteCount: Int { entries.reduce(0) { $0 + $1.byteCount } }

    /// Entries by path.
    package var byPath: [SitePath: Entry] {
        Dictionary(entries.map { ($0.path, $0) }) { first, _ in first }
    }

    /// The file's bytes: the same for the same site on any machine.
    package var bytes: [UInt8] {
        var output = Array(#"{"format":"album-manifest","version":1,"#.utf8)
        if state.isLenient { output += #""lenient":true,"#.utf8 }
        if state.hasDrafts { output += #""drafts":true,"#.utf8 }
        if let part = state.part {
            output += #""part":"#.utf8
            JSONWriter.append(part, to: &output)
            output.append(UInt8(ascii: ","))
        }
        output += #""files":["#.utf8
        output.reserveCapacity(entries.count * 140 + 64)
        for (index, entry) in entries.enumerated() {
            output += index == 0 ? "\n".utf8 : ",\n".utf8
            output += #"{"path":"#.utf8
            JSONWriter.append(entry.path.text, to: &output)
            output += ",\"bytes\":\(entry.byteCount),\"sha256\":\"\(entry.digest.hexadecimal)\"}".utf8
        }
        output += "\n]}\n".utf8
        return output
    }

    /// Reads the file's bytes back; throws at the first byte that is not as ``bytes`` writes it.
    package init(parsing bytes: [UInt8]) throws(ManifestError) {
        var reader = ManifestReader(bytes: bytes)
        let state = try reader.head()
        self.init(try reader.entries(), state: state)
        for (left, right) in zip(entries, entries.dropFirst()) where left.path == right.path {
            throw .notAManifest(byteOffset: 0)
        }
    }
}

/// What a build was allowed to publish, and so whether its tree may be handed out, and how much of the site it is.
package struct EditionState: Sendable, Hashable {
    /// Pages were to be published in spite of errors in them.
    package var isLenient: Bool
    /// Drafts were to be published.
    package var hasDrafts: Bool
    /// Which part of the site it is: `municipalities/asha-mr`; nothing for a whole one.
    package var part: String?

    package init(isLenient: Bool, hasDrafts: Bool, part: String? = nil) {
        self.isLenient = isLenient
        self.hasDrafts = hasDrafts
        self.part = part
    }

    /// Whether it has neither drafts nor pages with errors, and so may be handed out.
    package var isFit: Bool { !isLenient && !hasDrafts }

    /// A tree without errors and drafts.
    package static let fit = EditionState(isLenient: false, hasDrafts: false)
}

/// Why bytes are no manifest.
package enum ManifestError: Error, Hashable, Sendable {
    /// Not our JSON, at this byte.
    case notAManifest(byteOffset: Int)
    /// Larger than ``Manifest/largestByteCount``.
    case tooLarge
    /// Our format of a later version.
    case unknownVersion(Int)
}

/// Reads the one shape of JSON that a manifest has; blanks between the tokens may differ, the order of keys may not.
private struct ManifestReader {
    /// More than any disk holds, and little enough for sums and products: 1 EiB.
    private static let largestTotal = 1 << 60

    private var json: JSONReader
    /// Bytes of the files read so far.
    private var total = 0

    init(bytes: [UInt8]) { json = JSONReader(bytes) }

    /// Reads what stands before the files.
    mutating func head() throws(ManifestError) -> EditionState {
        try expect("{")
        try key("format")
        try expect(string() == "album-manifest")
        try expect(",")
        try key("version")
        let version = try number()
        guard version == 1 else { throw .unknownVersion(version) }
        try expect(",")
        let (isLenient, hasDrafts) = (try mark("lenient"), try mark("drafts"))
        return EditionState(isLenient: isLenient, hasDrafts: hasDrafts, part: try part())
    }

    /// Whether the mark `key` comes next; a mark is never false, it is absent then.
    private mutating func mark(_ key: String) throws(ManifestError) -> Bool {
        guard json.skip(key: key) else { return false }
        try expect(json.skip(word: "true"))
        try expect(",")
        return true
    }

    /// Which part of a site it is; nothing where that is not said: the whole.
    private mutating func part() throws(ManifestError) -> String? {
        guard json.skip(key: "part") else { return nil }
        let part = try string()
        try expect(",")
        return part
    }

    mutating func entries() throws(ManifestError) -> [Manifest.Entry] {
        try key("files")
        try expect("[")
        var entries: [Manifest.Entry] = []
        while !json.skip("]") {
            if !entries.isEmpty { try expect(",") }
            entries.append(try entry())
        }
        try expect("}")
        try expect(json.next == nil)
        return entries
    }

    private mutating func entry() throws(ManifestError) -> Manifest.Entry {
        try expect("{")
        try key("path")
        let start = json.offset
        guard let path = try? SitePath(try string()), !path.isRoot else { throw .notAManifest(byteOffset: start) }
        try expect(",")
        try key("bytes")
        let count = try number()
        guard count <= Self.largestTotal - total else { throw .notAManifest(byteOffset: start) }
        total += count
        try expect(",")
        try key("sha256")
        let digestStart = json.offset
        guard let digest = SHA256Digest(hexadecimal: try string().utf8) else {
            throw .notAManifest(byteOffset: digestStart)
        }
        try expect("}")
        return Manifest.Entry(path: path, byteCount: count, digest: digest)
    }

    private mutating func string() throws(ManifestError) -> String {
        guard let bytes = json.string(), let string = String(validating: bytes, as: UTF8.self) else {
            throw .notAManifest(byteOffset: json.offset)
        }
        return string
    }

    private mutating func number() throws(ManifestError) -> Int {
        guard let number = json.natural() else { throw .notAManifest(byteOffset: json.offset) }
        return number
    }

    private mutating func key(_ name: String) throws(ManifestError) { try expect(json.skip(key: name)) }

    private mutating func expect(_ sign: Unicode.Scalar) throws(ManifestError) { try expect(json.skip(sign)) }

    private func expect(_ isThere: Bool) throws(ManifestError) {
        guard isThere else { throw .notAManifest(byteOffset: json.offset) }
    }
}
