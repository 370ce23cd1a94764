import Formats

/// Keeps an index up to date: pages and what is known of the build before go in, files come out.
///
///     let update = try IndexBuilder.update(pages, configuration: configuration, store: store, using: map) { id in
///         … SearchDocument …                    // asked for only where the stamp is another one, or for a neighbour's text
///     } write: { file in … }                    // from any thread; only what is not there yet
///     // update.paths: all files of the index
///
/// The files are a pure function of the pages and the configuration: the same bytes at any number of jobs, and from a
/// store as from nothing. It never touches a disk, starts no thread and knows no materials.
package enum IndexBuilder {
    /// Makes the files that have changed, and writes them; from nothing, all.
    ///
    /// - Parameters:
    ///   - pages: in the order of `SearchDocument.precedes`, those aside last; a page's place is its id.
    ///   - store: what is known of the build before, and is noted for the next.
    ///   - document: a page by its id; called from any thread.
    ///   - write: takes a finished file; called from any thread.
    /// - Throws: what the store or `write` throws first.
    package static func update<Store: IndexStore>(
        _ pages: [IndexedPage], configuration: SearchConfiguration, store: Store,
        using parallel: some ParallelMap = SequentialMap(), document: @escaping @Sendable (Int) -> SearchDocument,
        write: @escaping @Sendable (SearchFile) throws(Store.Failure) -> Void
    ) throws(Store.Failure) -> IndexUpdate {
        func update(from before: IndexState?) throws(IndexFault<Store.Failure>) -> IndexUpdate {
            let outlet = Outlet(isHolding: before != nil, write: write)
            let build = IndexBuild(
                pages: pages, configuration: configuration, store: store, parallel: parallel, document: document,
                outlet: outlet, before: before ?? .none)
            return try build.run()
        }
        do throws(IndexFault<Store.Failure>) {
            if let before = try state(in: store) {
                do throws(IndexFault<Store.Failure>) {
                    return try update(from: before)
                } catch {
                    // What is damaged is made anew; what the machine refuses is told.
                    guard case .damaged = error else { throw error }
                }
            }
            do { try store.removeAll() } catch { throw .refused(error) }
            return try update(from: nil)
        } catch {
            switch error {
            case .refused(let failure): throw failure
            case .damaged: preconditionFailure("nothing was read that could be damaged")
            }
        }
    }

    private static func state<Store: IndexStore>(in store: Store) throws(IndexFault<Store.Failure>) -> IndexState? {
        do throws(Store.Failure) {
            guard let bytes = try store.read(StateKey.state) else { return nil }
            do throws(DamagedState) { return try IndexState(bytes) } catch { return nil }
        } catch {
            throw .refused(error)
        }
    }
}

/// What ends an update before its time.
enum IndexFault<Failure: Error & Sendable>: Error {
    /// What was kept is not what was written.
    case damaged
    /// The store, or whoever takes the files, cannot.
    case refused(Failure)
}

/// The keys of a store.
enum StateKey {
    static let state: [UInt8] = [0x73]

    static func bucket(_ key: BucketKey) -> [UInt8] { [0x62] + key.bytes }
    static func words(_ key: BucketKey) -> [UInt8] { [0x77] + key.bytes }
    static func rows(ofFolder number: Int) -> [UInt8] { [0x72] + "\(number)".utf8 }
    static func signature(of address: some Sequence<UInt8>) -> [UInt8] { [0x64] + address }
}
