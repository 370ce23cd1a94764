import Files

/// Notices changes below some folders by looking at sizes and times every now and then.
///
/// Polling, because it works alike on every file system, network shares and editors that replace files included; a
/// thousand materials are looked over in a few milliseconds. Several changes in a row are told as one, once nothing
/// more has changed between two looks.
package struct FolderWatcher: Sendable {
    private struct Mark: Hashable {
        let entry: FileEntry
        let folder: Int
    }

    private let folders: [any FileSystem]
    private let interval: Duration

    package init(folders: [any FileSystem], interval: Duration = .milliseconds(300)) {
        self.folders = folders
        self.interval = interval
    }

    /// Calls `onChange` after each change, one call at a time, until the task is cancelled.
    package func run(onChange: @Sendable () async -> Void) async throws {
        var known = marks()
        while true {
            try await Task.sleep(for: interval)
            var now = marks()
            guard now != known else { continue }
            var before: Set<Mark>
            repeat {
                before = now
                try await Task.sleep(for: interval)
                now = marks()
            } while now != before
            known = now
            await onChange()
        }
    }

    /// A folder that cannot be listed counts as empty: it comes back as a change.
    private func marks() -> Set<Mark> {
        var marks: Set<Mark> = []
        for (index, folder) in folders.enumerated() {
            guard let listing = try? folder.list() else { continue }
            // A folder's own time says nothing that its files don't.
            for entry in listing.entries where entry.kind != .folder { marks.insert(Mark(entry: entry, folder: index)) }
        }
        return marks
    }
}
