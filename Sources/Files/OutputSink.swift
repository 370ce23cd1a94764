import Synchronization

/// Where a build's files go: a transaction on disk, or memory in tests.
///
/// Files may be written from several threads at once, each path once. Nothing is published before ``commit()``.
package protocol OutputSink: Sendable {
    /// Writes one file from pieces one behind the other; folders are made as needed.
    func write(_ path: SitePath, pieces: [[UInt8]]) throws(FileError)

    /// What was published there when the sink was made; nothing where there was no site.
    var earlier: Manifest? { get }

    /// Whether a file with exactly these bytes stands there, so that it can be kept.
    func stands(_ entry: Manifest.Entry) -> Bool

    /// Takes a file over from the tree that stands there, where it has exactly these bytes; false where it does not.
    ///
    /// It counts as written then.
    func takeOver(_ entry: Manifest.Entry) throws(FileError) -> Bool

    /// Publishes all that was written, with its manifest, which says what the tree is fit for.
    func commit(_ state: EditionState) throws(FileError) -> Manifest

    /// Drops all that was written. Does nothing after a commit.
    func abort()
}

extension OutputSink {
    /// Publishes a tree that is fit to be handed out.
    package func commit() throws(FileError) -> Manifest { try commit(.fit) }

    /// Writes one file.
    package func write(_ path: SitePath, _ bytes: [UInt8]) throws(FileError) {
        try write(path, pieces: [bytes])
    }

    /// Writes one file.
    package func write(_ path: SitePath, _ text: String) throws(FileError) {
        try write(path, pieces: [Array(text.utf8)])
    }

    /// Copies one file of `source`: an asset, an attachment.
    package func copy(_ path: SitePath, of source: some FileSystem, to destination: SitePath) throws(FileError) {
        try write(destination, pieces: [try source.read(path)])
    }
}

/// The files of a build, kept in memory.
package final class MemoryOutput: OutputSink {
    private let written = Mutex<[SitePath: [UInt8]]>([:])
    private let published = Mutex<[SitePath: [UInt8]]>([:])

    package init() {}

    /// What the last commit published, `manifest.json` too; empty before.
    package var files: [SitePath: [UInt8]] { published.withLock { $0 } }

    /// A published file as text; nil when there is none.
    package func text(_ path: String) -> String? {
        guard let path = try? SitePath(path) else { return nil }
        return files[path].map { String(decoding: $0, as: UTF8.self) }
    }

    package func write(_ path: SitePath, pieces: [[UInt8]]) throws(FileError) {
        let isNew = written.withLock { files in
            if files[path] != nil { return false }
            files[path] = pieces.count == 1 ? pieces[0] : Array(pieces.joined())
            return true
        }
        guard isNew, path != Manifest.path else { throw FileError(.write, path.text, .writtenTwice) }
    }

    /// Never anything: nothing stands there.
    package var earlier: Manifest? { nil }
    package func stands(_ entry: Manifest.Entry) -> Bool { false }
    package func takeOver(_ entry: Manifest.Entry) -> Bool { false }

    package func commit(_ state: EditionState) throws(FileError) -> Manifest {
        var files = written.withLock { files in
            defer { files = [:] }
            return files
        }
        let manifest = Manifest(
            files.map { Manifest.Entry(path: $0.key, byteCount: $0.value.count, digest: SHA256.digest($0.value)) },
            state: state)
        files[Manifest.path] = manifest.bytes
        published.withLock { $0 = files }
        return manifest
    }

    package func abort() { written.withLock { $0 = [:] } }
}
