import Files
import Synchronization

/// The output of a lenient build, where two files may want one address: the first to come has it.
///
/// The collision was reported before; without this the preview of a whole site would stop for two files of one name.
/// Pages are written in parallel, so ``PagePlans`` settles beforehand which of them comes.
final class FirstComeSink: OutputSink {
    private let sink: any OutputSink
    private let taken = Mutex<Set<SitePath>>([])

    init(_ sink: any OutputSink) { self.sink = sink }

    func write(_ path: SitePath, pieces: [[UInt8]]) throws(FileError) {
        guard path != Manifest.path, taken.withLock({ $0.insert(path).inserted }) else { return }
        try sink.write(path, pieces: pieces)
    }

    func keep(_ entry: Manifest.Entry) throws(FileError) -> Bool {
        guard try sink.keep(entry) else { return false }
        taken.withLock { _ = $0.insert(entry.path) }
        return true
    }

    func commit(_ state: EditionState) throws(FileError) -> Manifest { try sink.commit(state) }

    func abort() { sink.abort() }
}
