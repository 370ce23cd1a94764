/// Changes that belong together: what programs do to files in one save.
///
/// Editors move a new file over the old one, or move the old one away and write a new one, and some make a file first to
/// see whether they may. So a file that was begun, or that went away, is waited for a little; once it is there the save
/// is complete. What came and went within the burst was never meant to stay.
struct SaveBurst: Sendable {
    /// What happened to the file of a path.
    enum Event: Sendable, Hashable {
        /// It was made and is not written yet.
        case begun(String)
        /// It is complete: closed after writing, or moved here.
        case finished(String)
        /// It was removed or moved away.
        case gone(String)
        /// Something, somewhere.
        case unknown
    }

    /// Whether nothing happened so far.
    private(set) var isEmpty = true
    private var awaited: Set<String> = []
    private var arrived: Set<String> = []

    /// How long nothing more may happen until the burst is over.
    var patience: Duration { awaited.isEmpty ? .milliseconds(4) : .milliseconds(100) }

    mutating func add(_ event: Event) {
        isEmpty = false
        switch event {
        case .begun(let path):
            arrived.insert(path)
            awaited.insert(path)
        case .finished(let path):
            arrived.insert(path)
            awaited.remove(path)
        case .gone(let path):
            if arrived.remove(path) != nil {
                awaited.remove(path)
            } else {
                awaited.insert(path)
            }
        case .unknown: break
        }
    }
}
