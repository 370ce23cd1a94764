import Files
import Pages
import Search

/// The files of the search: partitions are made in parallel and then merged.
struct SearchIndex: Sendable {
    let home: Page

    /// Where all of them stand.
    static let folder = "search"

    /// Whether a path can only be one of these: scripts below `search/`.
    static func owns(_ path: SitePath) -> Bool {
        path.text.utf8.starts(with: "\(folder)/".utf8) && path.pathExtension == "js"
    }

    /// Makes the files and hands each over as soon as it is finished, in no order and from any thread.
    func make(
        _ parallel: Parallel, _ take: @Sendable (SitePath, [UInt8]) throws(FileError) -> Void
    ) throws(FileError) {
        let search = SearchPages(home: home)
        let pages = search.pages()
        // Large ones merge faster; several for each thread share the work out. The index is the same whatever the size.
        let batches = Parallel.batches(of: pages.count, size: min(1024, max(128, pages.count / 8)))
        let partitions = try parallel.map(batches, grain: 1) { _, batch throws(FileError) in
            var partition = IndexPartition()
            for id in batch { partition.add(search.document(pages[id]), id: id) }
            for file in partition.takeTextShards() { try take(SiteFiles.path(file.path), file.bytes) }
            return partition
        }
        let files = IndexWriter.write(partitions, configuration: search.configuration, using: parallel)
        try parallel.forEach(files) { _, file throws(FileError) in try take(SiteFiles.path(file.path), file.bytes) }
    }
}

extension Parallel: ParallelMap {
    package func map<Result: Sendable>(count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        map(Array(0..<count), grain: 1) { _, index in body(index) }
    }
}
