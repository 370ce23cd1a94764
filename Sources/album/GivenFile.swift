import ArgumentParser
import Files

#if canImport(Glibc)
    import Glibc
#endif

/// Reads files that are named on the command line: anywhere on the disk, whatever they are called.
enum GivenFile {
    /// The bytes of a file, and no more than `limit` and one of them; one that does not exist is a fault of usage.
    static func read(_ path: String, limit: Int) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw ValidationError("файла «\(path)» нет") }
            throw FileError(.read, path, .system(errno))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw ValidationError("«\(path)» — не файл")
        }
        let size = min(Int(status.st_size), limit + 1)
        return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                if got < 0, errno == EINTR { continue }
                guard got >= 0 else { throw FileError(.read, path, .system(errno)) }
                if got == 0 { return }
                count += got
            }
        }
    }
}
