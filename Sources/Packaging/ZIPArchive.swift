import CZip

/// Writes an archive of files on disk.
///
/// This file, with ``ZIPReader`` in it, is the only one that knows libzip.
///
/// The bytes depend on names and contents alone: entries stand in the order they are added, at 1980-01-01 (the
/// earliest time ZIP knows), as plain files that everybody may read. Contents are read when ``close()`` writes, one
/// file at a time, so memory does not grow with the site.
struct ZIPWriter: ~Copyable {
    private let archive: OpaquePointer
    private let path: String
    private var isOpen = true

    /// The level of zlib that is nearly as small as 9 and several times as fast.
    private static let level: UInt32 = 6
    private static let januaryFirst1980: UInt16 = 0x0021
    private static let plainFileReadableByAll: UInt32 = 0o100644 << 16

    init(_ path: String) throws(PackagingError) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            throw .archive(path: path, reason: reason(code))
        }
        self.archive = archive
        self.path = path
    }

    deinit { if isOpen { zip_discard(archive) } }

    /// Adds the file at `source` under `name`; `isCompressed` says that its format is packed already.
    mutating func add(_ name: String, from source: String, isCompressed: Bool) throws(PackagingError) {
        guard let content = zip_source_file(archive, source, 0, 0) else { throw failure() }
        let index = zip_file_add(archive, name, content, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(content)
            throw failure()
        }
        let entry = UInt64(index)
        let method = isCompressed ? ZIP_CM_STORE : ZIP_CM_DEFLATE
        guard zip_set_file_compression(archive, entry, method, isCompressed ? 0 : Self.level) == 0,
            zip_file_set_dostime(archive, entry, 0, Self.januaryFirst1980, 0) == 0,
            zip_file_set_external_attributes(
                archive, entry, 0, UInt8(ZIP_OPSYS_UNIX), Self.plainFileReadableByAll) == 0
        else { throw failure() }
    }

    /// Writes the archive.
    mutating func close() throws(PackagingError) {
        guard zip_close(archive) == 0 else { throw failure() }
        isOpen = false
    }

    private func failure() -> PackagingError {
        .archive(path: path, reason: String(cString: zip_strerror(archive)))
    }
}

/// Reads an archive.
struct ZIPReader: ~Copyable {
    private let archive: OpaquePointer

    /// Names in the order of the archive; a folder's ends with a slash.
    let names: [String]

    init(_ path: String) throws(PackagingError) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
            throw .archive(path: path, reason: reason(code))
        }
        self.archive = archive
        names = (0..<max(0, zip_get_num_entries(archive, 0))).map { index in
            zip_get_name(archive, UInt64(index), UInt32(ZIP_FL_ENC_GUESS)).map { String(cString: $0) } ?? ""
        }
    }

    deinit { zip_discard(archive) }

    /// The content of an entry, at most `limit` bytes of it; nil when it is damaged.
    func read(_ index: Int, limit: Int) -> [UInt8]? {
        guard let file = zip_fopen_index(archive, UInt64(index), 0) else { return nil }
        defer { zip_fclose(file) }
        var bytes: [UInt8] = []
        let piece = 1 << 16
        while bytes.count < limit {
            let wanted = min(piece, limit - bytes.count)
            var got = 0
            let more = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
                got = Int(zip_fread(file, buffer.baseAddress, UInt64(wanted)))
                filled = max(0, got)
            }
            if got < 0 { return nil }
            if got == 0 { break }
            bytes += more
        }
        return bytes
    }
}

/// libzip's words for the code that opening gave.
private func reason(_ code: Int32) -> String {
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    return String(cString: zip_error_strerror(&error))
}
