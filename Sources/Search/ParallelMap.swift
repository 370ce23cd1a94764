/// A map over 0..<count whose results keep their order, however many threads do the work.
///
/// The builder hands in its own; this module starts no threads.
package protocol ParallelMap: Sendable {
    /// The results of `body` for 0..<count, in that order.
    func map<Result: Sendable>(count: Int, _ body: @Sendable (Int) -> Result) -> [Result]
}

/// The map of a single thread.
package struct SequentialMap: ParallelMap {
    package init() {}

    package func map<Result: Sendable>(count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        (0..<count).map { body($0) }
    }
}
