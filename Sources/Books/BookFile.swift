import Archives
import Files
import Glibc

/// Why a book could not be written.
package enum BookError: Error, Hashable, Sendable {
    /// libzip could not write; the text is its own, in English.
    case archive(path: String, reason: String)
    /// The machine refused.
    case file(FileError)
}

/// Books as files.
package enum BookFile {
    /// What was written.
    package struct Report: Sendable, Hashable {
        /// Size of the file.
        package let byteCount: Int
        /// Links whose page is neither in the book nor at an address that is known: their text stays.
        package let lostLinks: Int
        /// Pictures in a format that books do not have, by path: what is on them is told in words.
        package let lostPictures: [String]
    }

    /// Writes the book as EPUB to `path`, beside its place and then into it: an older one stays whole when anything fails.
    ///
    /// - Parameter picture: the bytes of a picture by its path below the site's root.
    package static func writeEPUB(
        _ book: Book, to path: String, picture: (String) throws(FileError) -> [UInt8]
    ) throws(BookError) -> Report {
        let bound = EPUB.bound(book)
        var pictures: [[UInt8]] = []
        for source in bound.pictures { pictures.append(try bytes(source, picture)) }
        let partial = path + ".album-partial"
        do throws(ArchiveError) {
            var writer = try ZIPWriter(partial)
            for entry in EPUB(bound, pictures: pictures).entries {
                try writer.add(entry.name, entry.bytes, isStored: entry.isStored)
            }
            try writer.close()
        } catch {
            unlink(partial)
            throw .archive(path: path, reason: error.reason)
        }
        guard rename(partial, path) == 0 else {
            let cause = errno
            unlink(partial)
            throw .file(FileError(.replace, path, .system(cause)))
        }
        var status = stat()
        guard stat(path, &status) == 0 else { throw .file(FileError(.read, path, .system(errno))) }
        return Report(byteCount: Int(status.st_size), lostLinks: bound.lostLinks, lostPictures: bound.lostPictures)
    }

    private static func bytes(
        _ source: String, _ picture: (String) throws(FileError) -> [UInt8]
    ) throws(BookError) -> [UInt8] {
        do throws(FileError) { return try picture(source) } catch { throw .file(error) }
    }
}
