import Catalog
import Files
import Formats
import Search
import Store
import Synchronization

/// What a build keeps of the search index for the next one: the state of the index, the documents of which it was made, and
/// the files that it consists of.
///
/// A document has a version of its own: the same as before where no question that it asked has another answer, else one that
/// no document ever had.
struct SearchMemory: Sendable {
    /// A version of a document.
    private struct Version: Storable, Sendable {
        let number: UInt64
        /// Of what all documents depend on besides what they ask.
        let salt: UInt64

        init(number: UInt64, salt: UInt64) {
            self.number = number
            self.salt = salt
        }

        func store(in writer: inout ByteWriter) {
            writer.word(number)
            writer.word(salt)
        }

        init(from reader: inout ByteReader) throws(ByteReader.Damage) {
            number = try reader.word()
            salt = try reader.word()
        }
    }

    private let store: BuildStore
    private let name: String
    private let traces: Traces
    private let salt: UInt64
    private let versions = VersionList()
    /// The files of the index before.
    private let earlier: [String: Manifest.Entry]

    private final class VersionList: Sendable {
        let byAddress = Mutex<[String: Version]>([:])
    }

    /// Nothing where nothing is kept.
    init?(_ request: BuildRequest, _ files: SiteFiles, _ traces: Traces) {
        guard let store = request.store else { return nil }
        self.store = store
        name = "search-" + request.traceName
        self.traces = traces
        salt = files.search.salt
        let bytes = store.value(name + "-files", in: .search)
        earlier = bytes.flatMap { try? Self.files(ByteReader($0)) } ?? [:]
    }

    /// Forgets the index before unless all its files stand where `stands` looks: what is not written again has to be there.
    func begin(_ stands: (Manifest.Entry) -> Bool) {
        if earlier.isEmpty || !earlier.values.allSatisfy(stands) { state.removeAll() }
    }

    /// Where the index keeps its state.
    var state: KeptIndex { KeptIndex(store: store, prefix: name + ":") }

    /// The version of a page's document.
    /// - Parameter subject: what the page is of (``PagePlan/subject``).
    func version(of address: String, subject: String) -> UInt64 {
        let before = traces.carriedOver(.document(address, subject: subject), as: Version.self).flatMap {
            $0.salt == salt ? $0 : nil
        }
        let version = before ?? Version(number: UInt64.random(in: 1...UInt64.max), salt: salt)
        versions.byAddress.withLock { $0[address] = version }
        return version.number
    }

    /// Notes what a document has asked.
    func note(_ address: String, subject: String, _ log: ReadLog) {
        traces.note(.document(address, subject: subject), log)
    }

    /// A file of the index before.
    func file(_ path: String) -> Manifest.Entry? { earlier[path] }

    /// What is kept of a page's document.
    func kept(_ address: String) -> [UInt8]? { versions.byAddress.withLock { $0[address]?.stored } }

    /// Keeps the paths of all files, as they were published.
    func keep(_ paths: [String], _ entries: [SitePath: Manifest.Entry]) {
        var writer = ByteWriter()
        writer.list(paths.compactMap { path in (try? SitePath(path)).flatMap { entries[$0] } }) { writer, entry in
            writer.text(entry.path.text)
            writer.number(entry.byteCount)
            entry.digest.store(in: &writer)
        }
        store.set(name + "-files", writer.bytes, in: .search)
    }

    private static func files(_ bytes: ByteReader) throws(ByteReader.Damage) -> [String: Manifest.Entry] {
        var reader = bytes
        let entries = try reader.list { reader throws(ByteReader.Damage) in
            guard let path = try? SitePath(try reader.text()) else { throw ByteReader.Damage() }
            return Manifest.Entry(path: path, byteCount: try reader.number(), digest: try SHA256Digest(from: &reader))
        }
        return Dictionary(entries.map { ($0.path.text, $0) }) { first, _ in first }
    }
}

/// The state of an index in the store of the build.
struct KeptIndex: IndexStore {
    typealias Failure = FileError

    let store: BuildStore
    let prefix: String

    var isKept: Bool { store.isWorking }

    func read(_ key: [UInt8]) -> [UInt8]? { store.value(name(key), in: .search) }
    func write(_ key: [UInt8], _ bytes: [UInt8]) { store.set(name(key), bytes, in: .search) }
    func remove(_ key: [UInt8]) { store.remove(name(key), in: .search) }

    func removeAll() {
        for name in store.names(in: .search) where name.hasPrefix(prefix) { store.remove(name, in: .search) }
    }

    /// A key is bytes, a name a text: each byte is a character.
    private func name(_ key: [UInt8]) -> String {
        prefix + String(String.UnicodeScalarView(key.map { Unicode.Scalar($0) }))
    }
}
