import Catalog
import Files
import Formats
import Languages

/// Which pages of the build before still are what they were: those of which no question has another answer.
struct PageTraces: Sendable {
    /// A page as it stands in the published folder.
    private struct Published: Storable, Sendable {
        let byteCount: Int
        let digest: SHA256Digest

        init(_ entry: Manifest.Entry) {
            byteCount = entry.byteCount
            digest = entry.digest
        }

        func store(in writer: inout ByteWriter) {
            writer.number(byteCount)
            digest.store(in: &writer)
        }

        init(from reader: inout ByteReader) throws(ByteReader.Damage) {
            byteCount = try reader.number()
            digest = try SHA256Digest(from: &reader)
        }
    }

    let traces: Traces

    /// A page as it was made before, where nothing that it asked has another answer.
    func carriedOver(_ page: SiteFiles.Page) -> Manifest.Entry? {
        traces.carriedOver(page.thing, as: Published.self).map {
            Manifest.Entry(path: page.path, byteCount: $0.byteCount, digest: $0.digest)
        }
    }

    /// Makes a page and notes what it asked.
    func made(_ page: SiteFiles.Page) -> [UInt8] {
        let log = ReadLog()
        let bytes = page.bytes(log)
        traces.note(page.thing, log)
        return bytes
    }

    /// Why a page was made again, or was not.
    func explanation(of address: String, _ files: SiteFiles, _ language: Language) -> [String] {
        let page = (files.pages + files.exports).first { $0.path.text == address }
        return Explanation(
            address: address, isPlanned: page != nil, changes: page.flatMap { traces.changes(of: $0.thing) }
        )
        .lines(files.catalog, language)
    }

    /// What is kept of a page that was published.
    static func kept(_ entry: Manifest.Entry) -> [UInt8] { Published(entry).stored }
}
