import Archives
import Files
import Formats
import Glibc
import Programs

/// Why a book could not be written.
package enum BookError: Error, Hashable, Sendable {
    /// libzip could not write; the text is its own, in English.
    case archive(reason: String)
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
        let composed = try ComposedBook(book, as: format, picture: picture)
        let bytes = try composed.bytes()
        do throws(FileError) { try SingleFile.replace(path, with: bytes) } catch { throw .file(error) }
        return Report(byteCount: bytes.count, lostLinks: composed.lostLinks, lostPictures: composed.lostPictures)
    }
}

/// A book of which all but the last step is done: what it is made of is known, so that one that was made of the same can be
/// taken over.
package struct ComposedBook: Sendable {
    /// What the last step makes the book of.
    private enum Material: Sendable {
        case archive([EPUB.Entry])
        case text(String, PDFMaker)
    }

    private let book: Book
    private let material: Material
    /// Links whose page is neither in the book nor at an address that is known: their text stays.
    package let lostLinks: Int
    /// Pictures that books do not have, by path.
    package let lostPictures: [String]

    /// - Parameter picture: the bytes of a picture by its path below the site's root.
    package init(
        _ book: Book, as format: BookFile.Format, picture: (String) throws(FileError) -> [UInt8]
    ) throws(BookError) {
        self.book = book
        var bound = EPUB.bound(book)
        var pictures: [[UInt8]] = []
        do throws(FileError) {
            for source in bound.pictures { pictures.append(try picture(source)) }
        } catch {
            throw .file(error)
        }
        switch format {
        case .epub: material = .archive(EPUB(bound, pictures: pictures).entries)
        case .pdf:
            guard let maker = PDFMaker.find() else { throw .noProgram }
            let data = zip(bound.pictures, pictures).map { path, bytes in
                let text = String(decoding: Base64.encoded(bytes), as: UTF8.self)
                return (path, "data:\(EPUB.mediaType(of: path) ?? "");base64,\(text)")
            }
            let byPath = Dictionary(data, uniquingKeysWith: { first, _ in first })
            bound = PagedBook.bound(book) { byPath[$0] }
            material = .text(PagedBook(bound: bound).text, maker)
        }
        (lostLinks, lostPictures) = (bound.lostLinks, bound.lostPictures)
    }

    /// Of all that its bytes hang on, a program of the machine among it.
    package var stamp: UInt64 {
        var hash = StableHash()
        switch material {
        case .archive(let entries):
            for entry in entries {
                hash.add(entry.name)
                entry.bytes.withUnsafeBytes { hash.add($0) }
            }
        case .text(let text, let maker):
            hash.add(text)
            hash.add(book.identifier)
            hash.add(maker.stamp)
        }
        return hash.stamp
    }

    /// The last step.
    package func bytes() throws(BookError) -> [UInt8] {
        switch material {
        case .text(let text, let maker): return try maker.bytes(of: text, identifier: book.identifier)
        case .archive(let entries):
            do throws(ArchiveError) {
                return try ZIPWriter.bytes { writer throws(ArchiveError) in
                    for entry in entries { try writer.add(entry.name, entry.bytes, isStored: entry.isStored) }
                }
            } catch {
                throw .archive(reason: error.reason)
            }
        }
    }
}
