import Files

/// Notices changes of a site's sources by looking at every file's size, times and place on the disk now and then.
///
/// Polling, because it works alike on every file system, network shares and editors that replace files included; a
/// thousand materials are looked over in a few milliseconds. The time at which the disk changed a file counts too: no
/// program can set it back, so that a copy of the same size and date is noticed. Several changes in a row are told as
/// one, once nothing more has changed between two looks, but no later than ``longestPause`` looks after the first.
package struct FolderWatcher: Sendable {
    fileprivate struct Mark: Hashable {
        let entry: FileEntry
        /// Which folder or file it was found in.
        let source: String
    }

    /// Looks for which a change waits at most when more go on coming.
    private static let longestPause = 3

    private let root: String
    private let sources: [String]
    private let interval: Duration

    /// - Parameter sources: files and folders below `root`; those that are not there yet, or are links, are watched too.
    package init(root: String, sources: [String], interval: Duration = .milliseconds(300)) {
        self.root = root
        self.sources = sources
        self.interval = interval
    }

    /// What stood there at one moment; to be taken before a build, so that nothing between the two is missed.
    package struct Look: Sendable, Hashable {
        fileprivate let marks: Set<Mark>
    }

    /// Looks at everything now.
    ///
    /// What cannot be listed counts as not there: it comes back as a change.
    package func look() -> Look {
        var marks: Set<Mark> = []
        for source in sources {
            if let folder = try? DiskFileSystem(root: "\(root)/\(source)") {
                guard let listing = try? folder.list() else { continue }
                // A folder's own time says nothing that its files don't.
                for entry in listing.entries where entry.kind != .folder {
                    marks.insert(Mark(entry: entry, source: source))
                }
            } else if let file = try? DiskFileSystem(root: root).entry(SitePath(source)) {
                marks.insert(Mark(entry: file, source: source))
            }
        }
        return Look(marks: marks)
    }

    /// Calls `onChange` after each change, one call at a time, until the task is cancelled.
    ///
    /// - Parameter first: what is known already.
    package func run(from first: Look, onChange: @Sendable () async -> Void) async throws {
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
