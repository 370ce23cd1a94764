import Archives
import Files
import Formats
import Glibc
import Programs

/// Why a book could not be written.
package enum BookError: Error, Hashable, Sendable {
    /// libzip could not write; the text is its own, in English.
    case archive(path: String, reason: String)
    /// The machine refused.
    case file(FileError)
    /// WeasyPrint is not there.
    case noProgram
    /// It is older than ``PDFMaker/oldest``.
    case oldProgram
    /// It was stopped, or failed.
    case program(BoundedProgram.Fault)
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

    /// In what a book is written.
    package enum Format: String, Sendable, CaseIterable {
        case epub, pdf
    }

    /// Writes the book to `path`, beside its place and then into it: an older one stays whole when anything fails.
    ///
    /// - Parameter picture: the bytes of a picture by its path below the site's root.
    package static func write(
        _ book: Book, as format: Format, to path: String, picture: (String) throws(FileError) -> [UInt8]
    ) throws(BookError) -> Report {
        switch format {
        case .epub: try writeEPUB(book, to: path, picture)
        case .pdf: try writePDF(book, to: path, picture)
        }
    }

    private static func writeEPUB(
        _ book: Book, to path: String, _ picture: (String) throws(FileError) -> [UInt8]
    ) throws(BookError) -> Report {
        let bound = EPUB.bound(book)
        var pictures: [[UInt8]] = []
        for source in bound.pictures { pictures.append(try bytes(source, picture)) }
        return try replacing(path, bound) { (partial) throws(BookError) in
            do throws(ArchiveError) {
                var writer = try ZIPWriter(partial)
                for entry in EPUB(bound, pictures: pictures).entries {
                    try writer.add(entry.name, entry.bytes, isStored: entry.isStored)
                }
                try writer.close()
            } catch {
                throw .archive(path: path, reason: error.reason)
            }
        }
    }

    private static func writePDF(
        _ book: Book, to path: String, _ picture: (String) throws(FileError) -> [UInt8]
    ) throws(BookError) -> Report {
        guard let maker = PDFMaker.find() else { throw .noProgram }
        // Which pictures there are is known once the book is bound.
        var data: [String: String] = [:]
        for source in EPUB.bound(book).pictures {
            let text = String(decoding: Base64.encoded(try bytes(source, picture)), as: UTF8.self)
            data[source] = "data:\(EPUB.mediaType(of: source) ?? "");base64,\(text)"
        }
        let bound = PagedBook.bound(book) { data[$0] }
        let pdf = try maker.bytes(of: PagedBook(bound: bound).text, book)
        return try replacing(path, bound) { (partial) throws(BookError) in
            guard let file = fopen(partial, "wb") else { throw .file(FileError(.write, path, .system(errno))) }
            let written = pdf.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
            let cause = errno
            guard fclose(file) == 0, written == pdf.count else { throw .file(FileError(.write, path, .system(cause))) }
        }
    }

    /// Writes a file beside `path` and puts it in its place.
    private static func replacing(
        _ path: String, _ bound: BoundBook, _ write: (_ partial: String) throws(BookError) -> Void
    ) throws(BookError) -> Report {
        let partial = path + ".album-partial"
        do throws(BookError) {
            try write(partial)
            guard rename(partial, path) == 0 else { throw .file(FileError(.replace, path, .system(errno))) }
        } catch {
            unlink(partial)
            throw error
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
