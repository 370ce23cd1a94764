import Glibc

/// A file that a running program holds: others read it only as long as that program runs.
///
/// The system gives the lock of a file back however its program ends, so that nothing is believed of one that was killed.
package final class HeldFile: Sendable {
    private let descriptor: Int32

    fileprivate init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }
}

extension SourceFolder {
    /// Writes a file and holds it; nothing where another program does.
    package func hold(_ name: SitePath, _ bytes: [UInt8]) throws(FileError) -> HeldFile? {
        let file = openat(
            folder.descriptor, name.text, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw .last(.write, folder.path + "/" + name.text) }
        let held = HeldFile(file)
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else { return nil }
        guard ftruncate(file, 0) == 0,
            bytes.withUnsafeBytes({ pwrite(file, $0.baseAddress, $0.count, 0) }) == bytes.count
        else { throw .last(.write, folder.path + "/" + name.text) }
        return held
    }

    /// The bytes of a file that a running program holds; nothing where none does.
    package func held(_ name: SitePath) throws(FileError) -> [UInt8]? {
        let file = openat(folder.descriptor, name.text, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        guard flock(file, LOCK_SH | LOCK_NB) != 0 else { return nil }
        return try read(name)
    }
}
