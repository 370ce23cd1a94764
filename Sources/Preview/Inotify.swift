// Sources of events may be used from any thread; the library does not say so in Swift.
@preconcurrency import Dispatch
import Glibc
import Synchronization

/// The kernel's notices of changes in folders, inotify(7); a folder is watched without those below it.
///
/// Notices are taken out of the kernel's queue as they come and kept until ``take()``.
final class Inotify: Sendable {
    /// What happened, in a watched folder or to it.
    struct Notice: Sendable {
        let watch: Int32
        let mask: UInt32
        /// The name in the folder; empty for the folder itself.
        let name: String

        func says(_ bits: Int32) -> Bool { mask & UInt32(bitPattern: bits) != 0 }

        /// Whether it is about a folder in the watched one.
        var isOfFolder: Bool { mask & UInt32(IN_ISDIR) != 0 }
    }

    /// A file that is written tells when it is closed, not at each piece.
    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF
            | Int32(IN_ONLYDIR))

    /// Says that there is something to take.
    let signals: AsyncStream<Void>
    private let descriptor: Int32
    private let source: any DispatchSourceRead
    private let notices: Kept

    /// Throws when the system allows no more of them.
    init() throws(FolderWatcher.Hindrance) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw .refused(errno) }
        let (signals, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let notices = Kept()
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor)
        source.setEventHandler {
            notices.add(Self.read(descriptor))
            continuation.yield()
        }
        source.setCancelHandler { close(descriptor) }
        source.activate()
        self.descriptor = descriptor
        self.signals = signals
        self.source = source
        self.notices = notices
    }

    deinit { source.cancel() }

    /// Watches a folder, links followed, and gives its number, the same one each time; nothing when there is no such
    /// folder or it may not be read.
    func watch(_ folder: String) throws(FolderWatcher.Hindrance) -> Int32? {
        let watch = inotify_add_watch(descriptor, folder, Self.mask)
        if watch >= 0 { return watch }
        switch errno {
        case ENOENT, ENOTDIR, EACCES, ELOOP, ENAMETOOLONG: return nil
        // No room among the watches, and none on a disk.
        case ENOSPC: throw .tooManyFolders
        default: throw .refused(errno)
        }
    }

    /// Watches a folder no more; one that is gone is not watched anyway.
    func forget(_ watch: Int32) { inotify_rm_watch(descriptor, watch) }

    /// What happened since the last call.
    func take() -> [Notice] { notices.take() }

    /// All that is in the queue.
    private static func read(_ descriptor: Int32) -> [Notice] {
        var notices: [Notice] = []
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: MemoryLayout<inotify_event>.alignment) { buffer in
            while true {
                let count = Glibc.read(descriptor, buffer.baseAddress!, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                notices += parse(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
        return notices
    }

    /// Each is a head of fixed size and a name that is filled up with zero bytes.
    private static func parse(_ bytes: UnsafeRawBufferPointer) -> [Notice] {
        var notices: [Notice] = []
        var offset = 0
        while offset + MemoryLayout<inotify_event>.size <= bytes.count {
            let head = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
            let start = offset + MemoryLayout<inotify_event>.size
            let name = bytes[start..<start + Int(head.len)].prefix { $0 != 0 }
            notices.append(Notice(watch: head.wd, mask: head.mask, name: String(decoding: name, as: UTF8.self)))
            offset = start + Int(head.len)
        }
        return notices
    }

    /// Notices on their way from the one thread to the other.
    private final class Kept: Sendable {
        private let notices = Mutex<[Notice]>([])

        func add(_ more: [Notice]) { notices.withLock { $0 += more } }

        func take() -> [Notice] {
            notices.withLock { notices in
                defer { notices = [] }
                return notices
            }
        }
    }
}
