import CZip
import Glibc

/// Writes an archive of files on disk.
///
/// This file, with ``ZIPReader`` in it, is the only one that knows libzip.
///
/// The bytes depend on names and contents alone: entries stand in the order they are added, at 1980-01-01 (the
/// earliest time ZIP knows), as plain files that everybody may read. Contents are read when ``close()`` writes, one
/// file at a time, so memory does not grow with the site.
package struct ZIPWriter: ~Copyable {
    private let archive: OpaquePointer
    private let path: String
    private var isOpen = true

    /// The level of zlib that is nearly as small as 9 and several times as fast.
    private static let level: UInt32 = 6
    private static let januaryFirst1980: UInt16 = 0x0021
    private static let plainFileReadableByAll: UInt32 = 0o100644 << 16

    package init(_ path: String) throws(ArchiveError) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            throw ArchiveError(path: path, reason: reason(code))
        }
        self.archive = archive
        self.path = path
    }

    private init(_ archive: OpaquePointer) {
        self.archive = archive
        path = ""
    }

    /// The bytes of an archive that is made in memory.
    package static func bytes(
        _ fill: (inout ZIPWriter) throws(ArchiveError) -> Void
    ) throws(ArchiveError) -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        func failure() -> ArchiveError { ArchiveError(path: "", reason: String(cString: zip_error_strerror(&error))) }
        guard let whole = zip_source_buffer_create(nil, 0, 0, &error) else { throw failure() }
        // Closing the archive gives its source up, and what was written is still to be read from it.
        zip_source_keep(whole)
        defer { zip_source_free(whole) }
        guard let archive = zip_open_from_source(whole, ZIP_TRUNCATE, &error) else {
            zip_source_free(whole)
            throw failure()
        }
        var writer = ZIPWriter(archive)
        try fill(&writer)
        try writer.close()
        return try ZIPReader.bytes(of: whole)
    }

    deinit { if isOpen { zip_discard(archive) } }

    /// Adds the file at `source` under `name`; `isCompressed` says that its format is packed already.
    package mutating func add(_ name: String, from source: String, isCompressed: Bool) throws(ArchiveError) {
        guard let content = zip_source_file(archive, source, 0, 0) else { throw failure() }
        try add(name, content, isCompressed: isCompressed)
    }

    /// Adds a file with these bytes under `name`; `isStored` keeps them as they are.
    package mutating func add(_ name: String, _ bytes: [UInt8], isStored: Bool = false) throws(ArchiveError) {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let content = ZIPReader.source(of: bytes, &error) else {
            throw ArchiveError(path: path, reason: String(cString: zip_error_strerror(&error)))
        }
        try add(name, content, isCompressed: isStored)
    }

    private mutating func add(
        _ name: String, _ content: OpaquePointer, isCompressed: Bool
    ) throws(ArchiveError) {
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
    package mutating func close() throws(ArchiveError) {
        guard zip_close(archive) == 0 else { throw failure() }
        isOpen = false
    }

    private func failure() -> ArchiveError {
        ArchiveError(path: path, reason: String(cString: zip_strerror(archive)))
    }
}

/// Reads an archive.
package struct ZIPReader: ~Copyable {
    /// What the archive's directory tells of an entry.
    package struct Entry: Sendable {
        /// A folder's ends with a slash.
        package let name: String
        /// Its size unpacked and packed.
        package let byteCount: UInt64
        package let packedByteCount: UInt64
        /// A plain file without special rights, or nothing said of it.
        package let isPlain: Bool
    }

    private let archive: OpaquePointer

    /// In the order of the archive.
    package let entries: [Entry]

    /// Throws when it is no archive, or when its directory and its entries tell two stories.
    package init(_ path: String) throws(ArchiveError) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code) else {
            throw ArchiveError(path: path, reason: reason(code))
        }
        self.archive = archive
        entries = (0..<max(0, zip_get_num_entries(archive, 0))).map { Self.entry(UInt64($0), of: archive) }
    }

    /// An archive in memory, which is copied.
    package init(bytes: [UInt8]) throws(ArchiveError) {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = Self.source(of: bytes, &error) else {
            throw ArchiveError(path: "", reason: String(cString: zip_error_strerror(&error)))
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
            zip_source_free(source)
            throw ArchiveError(path: "", reason: String(cString: zip_error_strerror(&error)))
        }
        self.archive = archive
        entries = (0..<max(0, zip_get_num_entries(archive, 0))).map { Self.entry(UInt64($0), of: archive) }
    }

    deinit { zip_discard(archive) }

    private static func entry(_ index: UInt64, of archive: OpaquePointer) -> Entry {
        var status = zip_stat_t()
        zip_stat_init(&status)
        let isKnown = zip_stat_index(archive, index, UInt32(ZIP_FL_ENC_GUESS), &status) == 0
        var system: UInt8 = 0
        var attributes: UInt32 = 0
        let hasAttributes = zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0
        let mode = attributes >> 16
        let isPlain =
            !hasAttributes || system != UInt8(ZIP_OPSYS_UNIX) || mode == 0
            || [0, 0o100000].contains(mode & 0o170000) && mode & 0o7000 == 0
        return Entry(
            name: isKnown ? status.name.map { String(cString: $0) } ?? "" : "", byteCount: isKnown ? status.size : 0,
            packedByteCount: isKnown ? status.comp_size : 0, isPlain: isPlain)
    }

    /// Gives the content of an entry to `body`, piece by piece of at most 64 KB and not beyond `limit` bytes; false when
    /// it is damaged.
    package func read(_ index: Int, limit: Int, _ body: (UnsafeRawBufferPointer) -> Void) -> Bool {
        guard let file = zip_fopen_index(archive, UInt64(index), 0) else { return false }
        defer { zip_fclose(file) }
        return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { piece in
            var left = limit
            while left > 0 {
                let got = Int(zip_fread(file, piece.baseAddress, UInt64(min(piece.count, left))))
                if got < 0 { return false }
                if got == 0 { break }
                body(UnsafeRawBufferPointer(rebasing: piece[..<got]))
                left -= got
            }
            return true
        }
    }
}

extension ZIPReader {
    /// The same archive with another content of one of its entries; in memory.
    ///
    /// - Parameter index: position in ``entries``.
    package static func replacing(
        _ index: Int, with content: [UInt8], in archive: [UInt8]
    ) throws(ArchiveError) -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        func failure() -> ArchiveError { ArchiveError(path: "", reason: String(cString: zip_error_strerror(&error))) }
        guard let whole = source(of: archive, &error) else { throw failure() }
        // Closing the archive gives its source up, and what was written is still to be read from it.
        zip_source_keep(whole)
        defer { zip_source_free(whole) }
        guard let opened = zip_open_from_source(whole, 0, &error) else {
            zip_source_free(whole)
            throw failure()
        }
        guard let part = source(of: content, &error) else {
            zip_discard(opened)
            throw failure()
        }
        guard zip_file_replace(opened, UInt64(index), part, 0) == 0 else {
            zip_source_free(part)
            zip_discard(opened)
            throw ArchiveError(path: "", reason: "zip_file_replace")
        }
        guard zip_close(opened) == 0 else {
            zip_discard(opened)
            throw ArchiveError(path: "", reason: "zip_close")
        }
        return try bytes(of: whole)
    }

    /// A source that owns a copy of some bytes, which libzip frees with malloc's counterpart.
    fileprivate static func source(of bytes: [UInt8], _ error: inout zip_error_t) -> OpaquePointer? {
        let copy = UnsafeMutableRawPointer(calloc(max(1, bytes.count), 1))
        bytes.withUnsafeBytes { if let start = $0.baseAddress { copy?.copyMemory(from: start, byteCount: $0.count) } }
        guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
            free(copy)
            return nil
        }
        return source
    }

    fileprivate static func bytes(of source: OpaquePointer) throws(ArchiveError) -> [UInt8] {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_source_open(source) == 0 else { throw ArchiveError(path: "", reason: "zip_source_open") }
        defer { zip_source_close(source) }
        guard zip_source_stat(source, &status) == 0 else { throw ArchiveError(path: "", reason: "zip_source_stat") }
        let size = Int(status.size)
        var got = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            got = Int(zip_source_read(source, buffer.baseAddress, UInt64(size)))
            count = max(0, got)
        }
        guard got == size else { throw ArchiveError(path: "", reason: "zip_source_read") }
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
