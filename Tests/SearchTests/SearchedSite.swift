import Synchronization

@testable import Search

/// Documents whose index is brought up to date when they change, as a site's is.
struct SearchedSite {
    var documents: [SearchDocument]
    var configuration: SearchConfiguration
    /// The files of the index.
    private(set) var files: [String: [UInt8]] = [:]
    /// The paths of what the last build wrote.
    private(set) var written: Set<String> = []
    private(set) var work = IndexUpdate.Work()

    init(documents: [SearchDocument], configuration: SearchConfiguration = SearchConfiguration()) {
        self.documents = documents
        self.configuration = configuration
    }

    /// Builds the index, of which the store knows what was before.
    mutating func build(in store: some IndexStore<Never>, using parallel: some ParallelMap = SequentialMap()) {
        let sorted = documents.sorted { SearchDocument.precedes(($0.importance, $0.url), ($1.importance, $1.url)) }
        let pages = sorted.map { IndexedPage(address: $0.url, stamp: Self.stamp(of: $0)) }
        let output = Mutex<[String: [UInt8]]>([:])
        let update = IndexBuilder.update(pages, configuration: configuration, store: store, using: parallel) {
            sorted[$0]
        } write: { file in
            output.withLock { files in
                precondition(files[file.path] == nil, "\(file.path) is written twice")
                files[file.path] = file.bytes
            }
        }
        let new = output.withLock { $0 }
        written = Set(new.keys)
        work = update.work
        let all = files.merging(new) { _, new in new }
        precondition(Set(update.paths).count == update.paths.count, "a path is named twice")
        files = Dictionary(uniqueKeysWithValues: update.paths.compactMap { path in all[path].map { (path, $0) } })
        precondition(files.count == update.paths.count, "a file of the index is not there")
    }

    private static func stamp(of document: SearchDocument) -> UInt64 {
        ContentHash(of: Array("\(document)".utf8)).value
    }
}

/// A store in memory.
final class MemoryIndexStore: IndexStore {
    var entries: [[UInt8]: [UInt8]] = [:]
    private(set) var reads: [[UInt8]] = []

    var isKept: Bool { true }

    func read(_ key: [UInt8]) -> [UInt8]? {
        reads.append(key)
        return entries[key]
    }

    func write(_ key: [UInt8], _ bytes: [UInt8]) { entries[key] = bytes }
    func remove(_ key: [UInt8]) { entries[key] = nil }
    func removeAll() { entries = [:] }
    func forgetReads() { reads = [] }
}
