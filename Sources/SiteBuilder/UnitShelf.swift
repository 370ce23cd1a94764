import Bodies
import Synchronization

/// What several builds of one run have read of each material: values, so that the site of an earlier build keeps its own.
///
/// From any thread.
package final class UnitShelf: Sendable {
    struct Kept: Sendable {
        let key: UnitKey
        let unit: MaterialUnit
        let content: BodyContent
    }

    private let kept = Mutex<[String: Kept]>([:])
    private let stamps = Mutex(SourceStamps())
    private let values = Mutex<[String: (stamp: UInt64, value: any Sendable)]>([:])

    package init() {}

    /// What was last put there under the path of a material.
    func take(_ path: String) -> Kept? { kept.withLock { $0[path] } }

    func put(_ path: String, _ unit: Kept) { kept.withLock { $0[path] = unit } }

    /// The stamps of the files as they were last read.
    var sourceStamps: SourceStamps {
        get { stamps.withLock { $0 } }
        set { stamps.withLock { $0 = newValue } }
    }

    /// What was last kept under a name, where it was made of the same (``BuildMemory``).
    func value<Value: Sendable>(_ name: String, of stamp: UInt64, as type: Value.Type) -> Value? {
        values.withLock { values in values[name].flatMap { $0.stamp == stamp ? $0.value as? Value : nil } }
    }

    func keep(_ name: String, _ value: some Sendable, of stamp: UInt64) {
        values.withLock { $0[name] = (stamp, value) }
    }

    /// Throws away what belongs to no material any more.
    func leaveOnly(_ paths: [String]) {
        kept.withLock { kept in
            // No more than there are materials: a path that is gone makes place for none.
            guard kept.count > paths.count else { return }
            let present = Set(paths)
            kept = kept.filter { present.contains($0.key) }
        }
    }
}
