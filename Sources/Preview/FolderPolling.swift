import Files

/// Notices changes by looking at every file's size, times and place on the disk now and then.
///
/// It works alike on every file system, network shares and editors that replace files included; a thousand materials are
/// looked over in a few milliseconds. The time at which the disk changed a file counts too: no program can set it back,
/// so that a copy of the same size and date is noticed. Several changes in a row are told as one, once nothing more has
/// changed between two looks, but no later than ``longestPause`` looks after the first.
struct FolderPolling: Sendable {
    fileprivate struct Mark: Hashable {
        let entry: FileEntry
        let source: FolderWatcher.Source
    }

    /// What stood there at one moment.
    struct Look: Sendable, Hashable {
        fileprivate let marks: Set<Mark>
    }

    /// Looks for which a change waits at most when more go on coming.
    private static let longestPause = 3

    private let sources: @Sendable () -> [FolderWatcher.Source]
    private let interval: Duration

    init(_ sources: @escaping @autoclosure @Sendable () -> [FolderWatcher.Source], interval: Duration) {
        self.sources = sources
        self.interval = interval
    }

    /// Looks at everything now.
    ///
    /// What cannot be listed counts as not there: it comes back as a change.
    func look() -> Look {
        Look(marks: Set(sources().flatMap { source in entries(source).map { Mark(entry: $0, source: source) } }))
    }

    private func entries(_ source: FolderWatcher.Source) -> [FileEntry] {
        switch source.kind {
        case .file:
            let (folder, name) = source.parts
            guard let folder = try? DiskFileSystem(root: folder), let path = try? SitePath(name),
                let entry = try? folder.entry(path)
            else { return [] }
            return [entry]
        case .folder(let includesHidden):
            guard let folder = try? DiskFileSystem(root: source.path),
                let listing = try? folder.list(.root, includingHidden: includesHidden)
            else { return [] }
            // A folder's own time says nothing that its files don't.
            return listing.entries.filter { $0.kind != .folder }
        }
    }

    /// Calls `onChange` after each change, one call at a time, until the task is cancelled.
    ///
    /// - Parameter first: what is known already.
    func run(from first: Look, onChange: @Sendable () async -> Void) async throws {
        var known = first
        while true {
            try await Task.sleep(for: interval)
            var now = look()
            guard now != known else { continue }
            for _ in 0..<Self.longestPause {
                let before = now
                try await Task.sleep(for: interval)
                now = look()
                if now == before { break }
            }
            known = now
            await onChange()
        }
    }
}
