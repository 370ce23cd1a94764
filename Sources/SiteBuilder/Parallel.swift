import Catalog
import Dispatch
import Synchronization

/// One order-keeping concurrent map: all the parallelism of a build.
///
/// The result does not depend on the number of jobs, since each element is computed from itself alone and stands where
/// its source stood.
package struct Parallel: Sendable {
    /// How many threads work at once, at least one.
    package let jobs: Int

    /// More threads than any machine has cores help nobody, and asking for all numbers of them never ends.
    package init(jobs: Int) { self.jobs = min(max(1, jobs), 1024) }

    /// Maps each element; batches of `grain` are handed out in order.
    ///
    /// Rethrows the error of the earliest element.
    package func map<Element: Sendable, Result: Sendable, Failure: Error>(
        _ elements: [Element], grain: Int = 16, _ transform: @Sendable (Int, Element) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        if jobs == 1 || elements.count <= grain {
            var results: [Result] = []
            results.reserveCapacity(elements.count)
            for (index, element) in elements.enumerated() { results.append(try transform(index, element)) }
            return results
        }
        let slots = Slots<Swift.Result<Result, Failure>>(count: elements.count)
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            while true {
                let start = next.wrappingAdd(grain, ordering: .relaxed).oldValue
                if start >= elements.count { return }
                for index in start..<min(start + grain, elements.count) {
                    slots.set(
                        index,
                        Swift.Result { () throws(Failure) -> Result in try transform(index, elements[index]) })
                }
            }
        }
        var results: [Result] = []
        results.reserveCapacity(elements.count)
        for result in slots.take() { results.append(try result.get()) }
        return results
    }

    /// Something for each element of a list, at the same positions.
    package func map<List: RandomAccessCollection, Result: Sendable, Failure: Error>(
        _ list: List, grain: Int = 16, _ transform: @Sendable (List.Index, List.Element) throws(Failure) -> Result
    ) throws(Failure) -> Indexed<List.Index, Result> where List.Index: ListIndex, List.Element: Sendable {
        Indexed(
            try map(Array(list), grain: grain) { offset, element throws(Failure) in
                try transform(List.Index(offset), element)
            })
    }

    /// Calls for each element, in no order.
    package func forEach<Element: Sendable, Failure: Error>(
        _ elements: [Element], grain: Int = 16, _ body: @Sendable (Int, Element) throws(Failure) -> Void
    ) throws(Failure) {
        _ = try map(elements, grain: grain) { index, element throws(Failure) in try body(index, element) }
    }

    /// Splits a count into consecutive ranges of at most `size`.
    package static func batches(of count: Int, size: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }
}

/// Places for results that several threads fill.
///
/// `@unchecked Sendable`: each place is written once, by the one thread that drew its index from the counter, and is
/// read only after all threads have ended.
private final class Slots<Value>: @unchecked Sendable {
    private let places: UnsafeMutableBufferPointer<Value?>

    init(count: Int) {
        places = .allocate(capacity: count)
        places.initialize(repeating: nil)
    }

    deinit {
        places.deinitialize()
        places.deallocate()
    }

    func set(_ index: Int, _ value: Value) { places[index] = value }

    func take() -> [Value] { places.map { $0! } }
}
