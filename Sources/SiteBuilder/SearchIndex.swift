import Catalog
import Files
import Formats
import Pages
import Search

/// The files of the search.
struct SearchIndex: Sendable {
    let home: Page

    /// Where all of them stand.
    static let folder = "search"

    /// Whether a path can only be one of these: scripts below `search/`.
    static func owns(_ path: SitePath) -> Bool {
        path.text.utf8.starts(with: "\(folder)/".utf8) && path.pathExtension == "js"
    }

    /// Of what all documents depend on besides what they ask: the values of the facets.
    var salt: UInt64 {
        var hash = StableHash()
        for facet in SearchPages(home: home).configuration.facets {
            hash.add(facet.id)
            for value in facet.values { hash.add(value.id) }
        }
        return hash.stamp
    }

    /// Makes the files and hands each over as soon as it is finished, in no order and from any thread.
    func make(
        _ parallel: Parallel, _ take: @escaping @Sendable (SitePath, [UInt8]) throws(FileError) -> Void
    ) throws(FileError) {
        _ = try update(parallel, NoIndexStore<FileError>(), nil, take)
    }

    /// Makes the files that are not as they were, and hands each over; the paths of all files.
    func update(
        _ parallel: Parallel, _ memory: SearchMemory,
        _ take: @escaping @Sendable (SitePath, [UInt8]) throws(FileError) -> Void
    ) throws(FileError) -> [String] {
        try update(parallel, memory.state, memory, take)
    }

    private func update<Store: IndexStore<FileError>>(
        _ parallel: Parallel, _ store: Store, _ memory: SearchMemory?,
        _ take: @escaping @Sendable (SitePath, [UInt8]) throws(FileError) -> Void
    ) throws(FileError) -> [String] {
        let search = SearchPages(home: home)
        let pages = zip(search.addresses, search.pages).map { address, page in
            let stamp = memory?.version(of: address.text, subject: search.subject(of: page)) ?? 0
            return IndexedPage(address: address.text, stamp: stamp)
        }
        return try IndexBuilder.update(pages, configuration: search.configuration, store: store, using: parallel) {
            id in
            let log = ReadLog()
            let document = search.document(search.pages[id], log)
            memory?.note(search.addresses[id].text, subject: search.subject(of: search.pages[id]), log)
            return document
        } write: { file throws(FileError) in
            try take(SiteFiles.path(SiteAddress(file.path)), file.bytes)
        }.paths
    }
}

extension Parallel: ParallelMap {
    package func map<Result: Sendable>(count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        map(Array(0..<count), grain: 1) { _, index in body(index) }
    }
}
