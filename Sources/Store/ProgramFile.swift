import Files
import Formats
import Glibc

/// The files of the running program, its own and those of the libraries that it runs with: what another program has kept
/// is not for this one, and a library that the system has renewed makes another program of it.
struct ProgramFile {
    private static let own = "/proc/self/exe"

    /// The program's own file first.
    private let paths: [String]
    /// Tells them from other files, and from themselves after a change.
    let place: UInt64

    /// Nothing where the system does not tell.
    static var current: ProgramFile? {
        let paths = [own] + libraries
        var hash = StableHash()
        for path in paths {
            var status = stat()
            guard fstatat(AT_FDCWD, path, &status, 0) == 0 else { return nil }
            for number in [
                Int(status.st_dev), Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec,
                status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
            ] {
                hash.add(UInt64(bitPattern: Int64(number)))
            }
        }
        return ProgramFile(paths: paths, place: hash.stamp)
    }

    /// Of their bytes; of their places where one cannot be read.
    var stamp: UInt64 {
        var hash = StableHash()
        for path in paths {
            guard let bytes = try? DiskFileSystem.readFile(path) else { return place }
            hash.add(StableHash.stamp(bytes))
        }
        return hash.stamp
    }

    /// Paths of the libraries that are loaded, sorted: what the system has put into memory to be run from files (proc(5)).
    private static var libraries: [String] {
        let maps = (try? DiskFileSystem.readFile("/proc/self/maps")) ?? []
        let paths = maps.split(separator: UInt8(ascii: "\n")).compactMap { line -> String? in
            let columns = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
            guard columns.count == 6, columns[1].contains(UInt8(ascii: "x")) else { return nil }
            let path = String(decoding: columns[5].drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
            return path.hasPrefix("/") && path.contains(".so") ? path : nil
        }
        return Set(paths).sorted()
    }
}
