import Books
import Catalog
import Files
import Formats
import Pages
import Store

/// A book that could not be made.
package struct LostBook: Sendable {
    package let address: SiteAddress
    package let error: BookError
}

/// The books of a site's albums, made before its pages, which tell their sizes.
struct AlbumBooks {
    /// What pages tell of them, by album.
    private(set) var made: [MaterialIndex: [MadeBook]] = [:]
    /// Their bytes.
    private(set) var files: [(address: SiteAddress, bytes: [UInt8])] = []
    private(set) var lost: [LostBook] = []

    /// One that was made of the same by the build before is taken over.
    init(_ linked: LinkedSite, _ request: BuildRequest) throws(FileError) {
        let wanted = linked.album.albums.flatMap { contents in
            BookFile.Format.allCases.filter(request.books.contains).map { (contents: contents, format: $0) }
        }
        let outcomes = request.parallel.map(wanted, grain: 1) { _, one in
            let album = linked.album.catalog.materials[one.contents.album].address
            let address = album.companion(one.format.rawValue)
            let book = BookPages(linked.home, .album(one.contents)).book()
            return (address, Self.bytes(of: book, one.format, address, linked, request.memory))
        }
        for (one, (address, outcome)) in zip(wanted, outcomes) {
            switch outcome {
            case .success(let bytes):
                files.append((address, bytes))
                made[one.contents.album, default: []].append(
                    MadeBook(format: one.format, address: address, byteCount: bytes.count))
            case .failure(.file(let error)): throw error
            case .failure(let error): lost.append(LostBook(address: address, error: error))
            }
        }
    }

    private static func bytes(
        of book: Book, _ format: BookFile.Format, _ address: SiteAddress, _ linked: LinkedSite, _ memory: BuildMemory
    ) -> Result<[UInt8], BookError> {
        do throws(BookError) {
            let composed = try ComposedBook(book, as: format) { picture throws(FileError) in
                try linked.publishedBytes(at: picture)
            }
            return .success(
                try memory.value("book-\(address)", of: composed.stamp) { () throws(BookError) in
                    KeptBytes(try composed.bytes())
                }.bytes)
        } catch {
            return .failure(error)
        }
    }
}

/// Bytes that the next build may take over.
private struct KeptBytes: Storable, Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func store(in writer: inout ByteWriter) { writer.data(bytes) }

    init(from reader: inout ByteReader) throws(ByteReader.Damage) { bytes = try reader.data() }
}
