import Glibc
import Synchronization

/// Tells of changes in sources as the kernel tells of them, a few milliseconds after a save is complete.
///
/// Each folder below a source has a watch of its own (``Inotify``). When a folder comes or goes, or notices were lost
/// since the kernel's queue was full, all folders are walked over again; a folder is watched before it is listed, so that
/// none of those in it is missed.
final class FolderEvents: Sendable {
    /// What counts in a watched folder.
    private struct Watch: Sendable {
        let folder: String
        /// Names that count beside those that everything does.
        var names: Set<String> = []
        var countsAll = false
        var includesHidden = false

        func counts(_ name: String) -> Bool {
            names.contains(name) || countsAll && (includesHidden || !name.hasPrefix("."))
        }
    }

    /// How often is looked whether a burst is over.
    private static let tick = Duration.milliseconds(2)
    /// A burst that never pauses is told after this time.
    private static let longestBurst = Duration.seconds(1)

    private let sources: @Sendable () -> [FolderWatcher.Source]
    private let inotify: Inotify
    private let watches = Mutex<[Int32: Watch]>([:])

    init(_ sources: @escaping @autoclosure @Sendable () -> [FolderWatcher.Source]) throws(FolderWatcher.Hindrance) {
        self.sources = sources
        inotify = try Inotify()
        try watchAll()
    }

    /// Calls `onChange` after each burst of changes, until the task is cancelled.
    func run(onChange: @Sendable () async -> Void) async throws {
        for await _ in inotify.signals {
            if try await takeBurst() { await onChange() }
        }
        try Task.checkCancellation()
    }

    /// Waits until a burst is over; whether anything in it counts.
    private func takeBurst() async throws -> Bool {
        var burst = SaveBurst()
        let clock = ContinuousClock()
        let start = clock.now
        var last = start
        while true {
            let notices = inotify.take()
            if !notices.isEmpty { last = clock.now }
            try add(notices, to: &burst)
            let now = clock.now
            if burst.isEmpty || now - last >= burst.patience || now - start >= Self.longestBurst {
                return !burst.isEmpty
            }
            try await Task.sleep(for: Self.tick)
        }
    }

    func add(_ notices: [Inotify.Notice], to burst: inout SaveBurst) throws(FolderWatcher.Hindrance) {
        var isOutdated = false
        for notice in notices {
            if notice.says(IN_Q_OVERFLOW) {
                isOutdated = true
                burst.add(.unknown)
                continue
            }
            guard let watch = watches.withLock({ $0[notice.watch] }) else { continue }
            if notice.name.isEmpty {
                // What happens to a folder itself says nothing of what is in it, but that it is gone.
                guard notice.says(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT) else { continue }
                isOutdated = true
                burst.add(.gone(watch.folder))
            } else if watch.counts(notice.name) {
                if notice.isOfFolder || !watch.countsAll { isOutdated = true }
                if let event = Self.event(notice, watch.folder + "/" + notice.name) { burst.add(event) }
            }
        }
        if isOutdated { try watchAll() }
    }

    private static func event(_ notice: Inotify.Notice, _ path: String) -> SaveBurst.Event? {
        if notice.says(IN_CLOSE_WRITE | IN_MOVED_TO | IN_ATTRIB) { return .finished(path) }
        // A folder is complete as soon as it is made; what comes into it is told for itself.
        if notice.says(IN_CREATE) { return notice.isOfFolder ? .finished(path) : .begun(path) }
        return notice.says(IN_DELETE | IN_MOVED_FROM) ? .gone(path) : nil
    }

    // MARK: Watches

    /// Watches all that is there and forgets what is no more.
    private func watchAll() throws(FolderWatcher.Hindrance) {
        var wanted: [Int32: Watch] = [:]
        for source in sources() {
            // The folder that it stands in tells when it comes, goes or leads elsewhere.
            let (folder, name) = source.parts
            try add(folder, to: &wanted) { $0.names.insert(name) }
            switch source.kind {
            case .file: try watchTarget(of: source, &wanted)
            case .folder(let includesHidden): try watchTree(source.path, includesHidden, &wanted)
            }
        }
        let known = watches.withLock { watches in
            defer { watches = wanted }
            return watches.keys
        }
        for watch in known where wanted[watch] == nil { inotify.forget(watch) }
    }

    /// The file that a link leads to changes where it stands.
    private func watchTarget(
        of source: FolderWatcher.Source, _ wanted: inout [Int32: Watch]
    ) throws(FolderWatcher.Hindrance) {
        guard let (folder, name) = source.target.map({ FolderWatcher.Source.file($0).parts }) else { return }
        try add(folder, to: &wanted) { $0.names.insert(name) }
    }

    /// Watches a folder and those below it; links below it are not followed, as nobody reads what they lead to.
    private func watchTree(
        _ root: String, _ includesHidden: Bool, _ wanted: inout [Int32: Watch]
    ) throws(FolderWatcher.Hindrance) {
        var folders = [root]
        while let folder = folders.popLast() {
            let isThere = try add(folder, to: &wanted) { watch in
                watch.countsAll = true
                watch.includesHidden = watch.includesHidden || includesHidden
            }
            guard isThere else { continue }
            folders += Self.subfolders(of: folder).filter { includesHidden || !$0.hasPrefix(".") }
                .map { folder + "/" + $0 }
        }
    }

    @discardableResult
    private func add(
        _ folder: String, to wanted: inout [Int32: Watch], _ change: (inout Watch) -> Void
    ) throws(FolderWatcher.Hindrance) -> Bool {
        guard let watch = try inotify.watch(folder) else { return false }
        change(&wanted[watch, default: Watch(folder: folder)])
        return true
    }

    /// Names of the folders in a folder; of one that cannot be listed none, as it has no watch either.
    private static func subfolders(of folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            var status = stat()
            switch Int(entry.pointee.d_type) {
            case DT_DIR: names.append(name)
            case DT_UNKNOWN where lstat(folder + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR:
                names.append(name)
            default: continue
            }
        }
        return names
    }
}
