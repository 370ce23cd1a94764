import Formats
import Glibc

/// What the disk says of all files below a folder, in one number: names, sorts, sizes, times and places on the disk.
///
/// Two looks with the same number saw the same files. In no order, so that folders are read as the disk has them. Some
/// 2 µs a file.
package struct TreeStamp: Sendable, Hashable {
    /// Of all files; no file gives 0.
    package private(set) var stamp: UInt64 = 0
    package private(set) var count = 0
    /// The latest time at which the disk changed anything about a file: nanoseconds since 1970.
    package private(set) var latest = Int64.min
    /// The latest time at which anything was written into a file, as files say it: permissions and names that change do not count.
    package private(set) var latestWritten = Int64.min
    /// Whether there is a link, which does not tell of the file that it leads to, or a folder that cannot be read.
    package private(set) var isBlind = false

    /// From when on the bytes of a file count that was touched: its times might not tell a second change.
    private var readsSince = Int64.max

    /// Of the files below a folder, or of a file alone.
    package init(of path: String) { add(path) }

    /// The same with the bytes of all files that were touched after a look or too shortly before it to show a second
    /// change, so that nothing that was done to them since is overlooked.
    package init(of path: String, readingTouchedAt look: Int64) {
        readsSince = DiskClock.unsettled(at: look)
        add(path)
    }

    /// Adds the files below a folder, or a file alone; what is not there adds nothing.
    private mutating func add(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.isFolder {
            walk(path)
        } else {
            note(path[...], status, at: path)
        }
    }

    private mutating func walk(_ root: String) {
        // A stack of its own: depth is the disk's, not ours.
        var pending = [""]
        while let folder = pending.popLast() {
            guard let handle = opendir(folder.isEmpty ? root : root + "/" + folder) else {
                isBlind = true
                continue
            }
            defer { closedir(handle) }
            let descriptor = dirfd(handle)
            while let found = readdir(handle) {
                let name = withUnsafePointer(to: &found.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
                }
                if name == "." || name == ".." { continue }
                var status = stat()
                guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                    isBlind = true
                    continue
                }
                let path = folder.isEmpty ? name : folder + "/" + name
                if status.isFolder { pending.append(path) } else { note(path[...], status, at: root + "/" + path) }
            }
        }
    }

    private mutating func note(_ path: Substring, _ status: stat, at full: String) {
        if !status.isFile { isBlind = true }
        let touched = max(status.changedNanoseconds, status.modifiedNanoseconds)
        var hash = StableHash()
        hash.add(String(path))
        for number in [Int64(status.st_size), status.modifiedNanoseconds, status.changedNanoseconds] {
            hash.add(UInt64(bitPattern: number))
        }
        hash.add(UInt64(status.st_ino))
        hash.add(UInt64(status.st_dev))
        hash.add(UInt64(status.st_mode))
        if status.isFile, touched >= readsSince {
            do {
                try DiskFileSystem.readFile(full).withUnsafeBytes { hash.add($0) }
            } catch {
                isBlind = true
            }
        }
        stamp &+= hash.stamp
        count += 1
        latest = max(latest, touched)
        latestWritten = max(latestWritten, status.modifiedNanoseconds)
    }
}

extension TreeStamp: Storable {
    package func store(in writer: inout ByteWriter) {
        writer.word(stamp)
        writer.number(count)
        writer.number(Int(latest))
        writer.number(Int(latestWritten))
        writer.flag(isBlind)
    }

    package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        stamp = try reader.word()
        count = try reader.number()
        latest = Int64(try reader.number())
        latestWritten = Int64(try reader.number())
        isBlind = try reader.flag()
    }
}
