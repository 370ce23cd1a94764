import Files
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

    /// Makes the files and hands each over as soon as it is finished, in no order and from any thread.
    func make(
        _ parallel: Parallel, _ take: @escaping @Sendable (SitePath, [UInt8]) throws(FileError) -> Void
    ) throws(FileError) {
        let search = SearchPages(home: home)
        // Nothing is kept between builds, so no stamp is compared.
        let pages = search.addresses.map { IndexedPage(address: $0, stamp: 0) }
        _ = try IndexBuilder.update(
            pages, configuration: search.configuration, store: NoIndexStore<FileError>(), using: parallel
        ) {
            search.document(search.pages[$0])
        } write: { file throws(FileError) in
            try take(SiteFiles.path(file.path), file.bytes)
        }
    }
}

extension Parallel: ParallelMap {
    package func map<Result: Sendable>(count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        map(Array(0..<count), grain: 1) { _, index in body(index) }
    }
}
