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
    private struct Record: Sendable {
        let byteCount: Int
        let modified: Int64
        let changed: Int64
        let inode: UInt64
        /// Of its bytes.
        let stamp: UInt64

        func describes(_ entry: FileEntry) -> Bool {
            byteCount == entry.byteCount && modified == entry.modified && changed == entry.changed
                && inode == entry.inode
        }
    }

    private var known: [String: Record] = [:]
    /// When this build began to look, nanoseconds since 1970.
    private let begin: Int64

    /// What the build before has kept; nothing of damaged entries.
    init(_ store: BuildStore?) {
        begin = DiskClock.now
        guard let bytes = store?.value("files", in: .sources) else { return }
        var reader = ByteReader(bytes)
        known = (try? Self.read(&reader)) ?? [:]
    }

    private static func read(_ reader: inout ByteReader) throws(ByteReader.Damage) -> [String: Record] {
        let records = try reader.list { reader throws(ByteReader.Damage) in
            (
                try reader.text(),
                Record(
                    byteCount: try reader.number(), modified: Int64(try reader.number()),
                    changed: Int64(try reader.number()), inode: try reader.word(), stamp: try reader.word())
            )
        }
        return Dictionary(records) { first, _ in first }
    }

    /// The stamp of a file's bytes without reading them; nothing where they have to be read.
    func stamp(of entry: FileEntry) -> UInt64? {
        guard entry.kind == .file, let record = known[entry.path.text], record.describes(entry) else { return nil }
        return record.stamp
    }

    /// Keeps the stamps of files as they are now; those that were touched just now are left out.
    static func keep(_ stamps: [(entry: FileEntry, stamp: UInt64)], since before: SourceStamps, in store: BuildStore) {
        let settled = stamps.filter { file in
            file.entry.kind == .file
                && DiskClock.isSettled(max(file.entry.modified, file.entry.changed), at: before.begin)
        }
        var writer = ByteWriter()
        writer.list(settled) { writer, file in
            writer.text(file.entry.path.text)
            writer.number(file.entry.byteCount)
            writer.number(Int(file.entry.modified))
            writer.number(Int(file.entry.changed))
            writer.word(file.entry.inode)
            writer.word(file.stamp)
        }
        store.set("files", writer.bytes, in: .sources)
    }
}
