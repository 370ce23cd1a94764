import Files
import Formats
import Glibc

/// The file of the running program: what another program has kept is not for this one.
struct ProgramFile {
    private static let path = "/proc/self/exe"

    /// Tells it from other files, and from itself after a change.
    let place: UInt64

    /// Nothing where the system does not tell.
    static var current: ProgramFile? {
        var status = stat()
        guard fstatat(AT_FDCWD, path, &status, 0) == 0 else { return nil }
        var hash = StableHash()
        for number in [
            Int(status.st_dev), Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
            status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
        ] {
            hash.add(UInt64(bitPattern: Int64(number)))
        }
        return ProgramFile(place: hash.stamp)
    }

    /// Of its bytes; of its place where they cannot be read.
    var stamp: UInt64 { (try? DiskFileSystem.readFile(Self.path)).map { StableHash.stamp($0) } ?? place }
}
