import Files
import Formats

/// What a built site says of its edition in `edition.json`: the day, what is withdrawn, and where pages have moved.
///
/// `{"edition":"2024-02-01","withdrawn":["practices/kvest.html"],"moved":{"practices/igra.html":"practices/regata.html"}}`
package struct EditionFile: Sendable {
    /// `2024-02-01`.
    package private(set) var day = ""
    /// Addresses of what is withdrawn.
    package private(set) var withdrawn: [String] = []
    /// Former addresses and where their pages are, in the order of the site.
    package private(set) var moves: [(from: String, to: String)] = []

    private static let path = SitePath(literal: "edition.json")

    /// Reads it; a site without one says nothing.
    package static func read(_ files: DiskFileSystem) throws(FileError) -> EditionFile {
        var edition = EditionFile()
        guard try files.entry(path) != nil else { return edition }
        var reader = JSONReader(try files.read(path))
        guard edition.read(&reader) else { throw FileError(.read, path.text, .foreignFile) }
        return edition
    }

    /// Whether it is understood.
    private mutating func read(_ reader: inout JSONReader) -> Bool {
        func text(_ reader: inout JSONReader) -> String? { reader.string().map { String(decoding: $0, as: UTF8.self) } }
        guard reader.skip("{"), reader.skip(key: "edition"), let day = text(&reader) else { return false }
        self.day = day
        while reader.skip(",") {
            if reader.skip(key: "withdrawn") {
                guard reader.skip("[") else { return false }
                while let address = text(&reader) {
                    withdrawn.append(address)
                    if !reader.skip(",") { break }
                }
                guard reader.skip("]") else { return false }
            } else if reader.skip(key: "moved") {
                guard reader.skip("{") else { return false }
                while let from = text(&reader) {
                    guard reader.skip(":"), let to = text(&reader) else { return false }
                    moves.append((from, to))
                    if !reader.skip(",") { break }
                }
                guard reader.skip("}") else { return false }
            } else {
                return false
            }
        }
        return reader.skip("}")
    }
}
