import Synchronization

/// Takes finished files from any thread: writes them at once, or holds them until all is known to be right.
final class Outlet<Failure: Error & Sendable>: Sendable {
    private struct State {
        var files: [SearchFile] = []
        var count = 0
        var failure: Failure?
    }

    private let state = Mutex(State())
    private let write: @Sendable (SearchFile) throws(Failure) -> Void
    private let isHolding: Bool

    init(isHolding: Bool, write: @escaping @Sendable (SearchFile) throws(Failure) -> Void) {
        self.isHolding = isHolding
        self.write = write
    }

    /// How many files were put.
    var count: Int { state.withLock { $0.count } }

    func put(_ file: SearchFile) {
        state.withLock { $0.count += 1 }
        if isHolding {
            state.withLock { $0.files.append(file) }
            return
        }
        do throws(Failure) {
            try write(file)
        } catch {
            state.withLock { $0.failure = $0.failure ?? error }
        }
    }

    /// Writes what was held.
    /// - Throws: the first failure.
    func finish(using parallel: some ParallelMap) throws(Failure) {
        let files = state.withLock { $0.files }.sorted { $0.path < $1.path }
        let failures = parallel.map(count: files.count) { number -> Failure? in
            do throws(Failure) {
                try write(files[number])
                return nil
            } catch {
                return error
            }
        }
        if let failure = state.withLock({ $0.failure }) ?? failures.lazy.compactMap(\.self).first { throw failure }
    }
}
