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
    private let facts = Mutex<FrontMatterFacts?>(nil)

    package init() {}

    /// What was last put there under the path of a material.
    func take(_ path: String) -> Kept? { kept.withLock { $0[path] } }

    func put(_ path: String, _ unit: Kept) { kept.withLock { $0[path] = unit } }

    /// What hangs on the front matter of all of them, as it was last worked out.
    var frontMatterFacts: FrontMatterFacts? {
        get { facts.withLock { $0 } }
        set { facts.withLock { $0 = newValue } }
    }

    /// Throws away what belongs to no material any more.
    func leaveOnly(_ paths: [String]) {
        let present = Set(paths)
        kept.withLock { kept in kept = kept.filter { present.contains($0.key) } }
    }
}
