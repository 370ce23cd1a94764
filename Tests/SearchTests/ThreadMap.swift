import Dispatch
import Synchronization

@testable import Search

/// A map of several threads, for the tests of builders.
struct ThreadMap: ParallelMap {
    let threads: Int

    func map<Result: Sendable>(count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        let results = Mutex<[Int: Result]>([:])
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
            for number in stride(from: thread, to: count, by: threads) {
                let result = body(number)
                results.withLock { $0[number] = result }
            }
        }
        return results.withLock { results in (0..<count).map { results[$0]! } }
    }
}
