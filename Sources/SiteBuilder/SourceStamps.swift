import Files
import Formats
import Store

/// What the bytes of source files were when a build last read them, so that only files are read of which the disk says
/// something new.
///
/// A file counts as unchanged when its size, its times, its place on the disk and its kind are those of before, and when
/// it had not been touched just before it was read: a disk's clock has a grain, and a second write within it would show
/// nothing (the «racy» files of git). A link says nothing of the file that it leads to and is always read.
struct SourceStamps: Sendable {
    /// What is kept of one file.
    private struct Record: Storable, Sendable {
        let byteCount: Int
        let modified: Int64
        let changed: Int64
        let inode: UInt64
        /// Of its bytes.
        let stamp: UInt64

        init(_ entry: FileEntry, _ stamp: UInt64) {
            byteCount = entry.byteCount
            modified = entry.modified
            changed = entry.changed
            inode = entry.inode
            self.stamp = stamp
        }

        init(from reader: inout ByteReader) throws(ByteReader.Damage) {
            byteCount = try reader.number()
            modified = Int64(try reader.number())
            changed = Int64(try reader.number())
            inode = try reader.word()
            stamp = try reader.word()
        }

        func store(in writer: inout ByteWriter) {
            for number in [byteCount, Int(modified), Int(changed)] { writer.number(number) }
            for word in [inode, stamp] { writer.word(word) }
        }

        func describes(_ entry: FileEntry) -> Bool {
            byteCount == entry.byteCount && modified == entry.modified && changed == entry.changed
                && inode == entry.inode
        }
    }

    private var known: [String: Record] = [:]
    /// When this build began to look, nanoseconds since 1970.
    private let begin: Int64

    /// Of no file.
    init() { begin = DiskClock.now }

    /// What the build before has kept; nothing of damaged entries.
    init(_ store: BuildStore?) {
        self.init()
        guard let bytes = store?.value("files", in: .sources) else { return }
        var reader = ByteReader(bytes)
        known = (try? Self.read(&reader)) ?? [:]
    }

    /// The same for a build that begins now.
    func renewed() -> SourceStamps {
        var stamps = SourceStamps()
        stamps.known = known
        return stamps
    }

    private static func read(_ reader: inout ByteReader) throws(ByteReader.Damage) -> [String: Record] {
        let records = try reader.list { reader throws(ByteReader.Damage) in
            (try reader.text(), try Record(from: &reader))
        }
        return Dictionary(records) { first, _ in first }
    }

    /// The stamp of a file's bytes without reading them; nothing where they have to be read.
    func stamp(of entry: FileEntry) -> UInt64? {
        guard entry.kind == .file, let record = known[entry.path.text], record.describes(entry) else { return nil }
        return record.stamp
    }

    /// The stamps of files as they are now; those that were touched just now are left out.
    func following(_ stamps: [(entry: FileEntry, stamp: UInt64)]) -> SourceStamps {
        var next = self
        next.known = [:]
        next.known.reserveCapacity(stamps.count)
        for (entry, stamp) in stamps
        where entry.kind == .file && DiskClock.isSettled(max(entry.modified, entry.changed), at: begin) {
            next.known[entry.path.text] = Record(entry, stamp)
        }
        return next
    }

    /// Keeps them for the next build.
    func keep(in store: BuildStore) {
        var writer = ByteWriter()
        writer.list(known) { writer, file in
            writer.text(file.key)
            file.value.store(in: &writer)
        }
        store.set("files", writer.bytes, in: .sources)
    }
}

extension FileEntry {
    /// What the disk tells of a file, as a number: equal as long as its bytes are.
    ///
    /// Nothing of a link, and of what was touched so shortly before `time` that another change might not show.
    func look(at time: Int64) -> UInt64? {
        guard kind == .file, DiskClock.isSettled(max(modified, changed), at: time) else { return nil }
        var hash = StableHash()
        for number in [Int64(byteCount), modified, changed] { hash.add(UInt64(bitPattern: number)) }
        hash.add(inode)
        return hash.stamp
    }
}
