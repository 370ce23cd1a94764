import Glibc

/// Tells of changes in a site's sources.
///
/// The kernel tells (``FolderEvents``); where it cannot, on a network share or when its limits are reached, every file is
/// looked at now and then (``FolderPolling``). Watching begins when the watcher is made: what changes after that is told
/// by ``run(onChange:)``, so a watcher that is made before a build misses nothing.
///
/// ```swift
/// let watcher = FolderWatcher([.file("/site/album.yml"), .folder("/site/content")]) { reason in … }
/// build()
/// try await watcher.run { build() }
/// ```
package struct FolderWatcher: Sendable {
    /// A file or folder to be watched; it need not be there yet, and may be a link.
    package struct Source: Sendable, Hashable {
        enum Kind: Sendable, Hashable {
            case file
            /// With all folders below it.
            case folder(includesHidden: Bool)
        }

        /// Absolute.
        let path: String
        let kind: Kind

        package static func file(_ path: String) -> Source { Source(path: path, kind: .file) }

        /// - Parameter includesHidden: whether names that begin with a dot count.
        package static func folder(_ path: String, includesHidden: Bool = false) -> Source {
            Source(path: path, kind: .folder(includesHidden: includesHidden))
        }

        /// The folder that it stands in, and its name there.
        var parts: (folder: String, name: String) {
            guard let slash = path.lastIndex(of: "/") else { return (".", path) }
            return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
        }

        /// Where it stands when all links are followed; nothing when there is no such thing.
        var target: String? {
            guard let real = realpath(path, nil) else { return nil }
            defer { free(real) }
            return String(cString: real)
        }
    }

    /// Why the kernel cannot tell of changes.
    package enum Hindrance: Error, Sendable, Hashable {
        /// A source lies on a file system of this type, which others may change unseen.
        case remote(path: String, type: String)
        /// The system lets nobody watch so many folders.
        case tooManyFolders
        /// The system refused, with this `errno`.
        case refused(Int32)
    }

    private enum Manner: Sendable {
        case events(FolderEvents)
        case polling(FolderPolling.Look)
    }

    private let manner: Manner
    private let polling: FolderPolling
    private let onHindrance: @Sendable (Hindrance) -> Void

    /// Begins to watch.
    ///
    /// - Parameters:
    ///   - sources: asked for anew whenever one of them or a folder below it comes, goes or, being a file, changes: what is
    ///     watched may depend on what they say.
    ///   - onHindrance: told when files have to be looked at now and then.
    package init(
        _ sources: @escaping @autoclosure @Sendable () -> [Source],
        onHindrance: @escaping @Sendable (Hindrance) -> Void = { _ in }
    ) {
        self.init(sources(), mounts: Mounts.ofThisMachine(), interval: .milliseconds(300), onHindrance: onHindrance)
    }

    init(
        _ sources: @escaping @autoclosure @Sendable () -> [Source], mounts: Mounts, interval: Duration,
        onHindrance: @escaping @Sendable (Hindrance) -> Void
    ) {
        self.onHindrance = onHindrance
        polling = FolderPolling(sources(), interval: interval)
        do throws(Hindrance) {
            for source in sources() {
                if let type = mounts.remoteType(of: source.target ?? source.path) {
                    throw .remote(path: source.path, type: type)
                }
            }
            manner = .events(try FolderEvents(sources()))
        } catch {
            onHindrance(error)
            manner = .polling(polling.look())
        }
    }

    /// Calls `onChange` after each change, one call at a time, until the task is cancelled.
    ///
    /// Changes in a row are told as one; what changes during a call leads to another one.
    package func run(onChange: @Sendable () async -> Void) async throws {
        switch manner {
        case .polling(let first): try await polling.run(from: first, onChange: onChange)
        case .events(let events):
            do {
                try await events.run(onChange: onChange)
            } catch let hindrance as Hindrance {
                onHindrance(hindrance)
                let first = polling.look()
                // What changed up to now may have been told, or not.
                await onChange()
                try await polling.run(from: first, onChange: onChange)
            }
        }
    }
}
