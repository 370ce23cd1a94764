import Editor
import Files
import Synchronization

/// Tells other commands where a site is shown, as long as this lives.
final class Announcement: Sendable {
    private let files: DiskFileSystem
    private let state = Mutex((origin: "", held: HeldFile?.none))

    init(_ files: DiskFileSystem) { self.files = files }

    /// Known once a port is open.
    func stands(at origin: String) { state.withLock { $0.origin = origin } }

    /// A folder in which nobody may write is shown all the same: commands then say how it is opened.
    func make() {
        state.withLock { state in
            do {
                state.held = try WorkFolder(root: files.root).announce(state.origin)
            } catch {
                state.held = nil
            }
        }
    }
}
