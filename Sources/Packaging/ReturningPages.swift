import Files
import Formats

/// Pages and files that were withdrawn and that an edition of before still has: shown again, it would bring them back.
///
/// What was withdrawn when a site was built stands in its `edition.json`, behind the day:
/// `{"edition":"2024-02-01","withdrawn":["practices/kvest.html"]}`.
package enum ReturningPages {
    /// What an edition has of what was withdrawn since, sorted.
    ///
    /// - Parameter withdrawn: places of all that is withdrawn today.
    static func find(
        in manifest: Manifest, of files: DiskFileSystem, withdrawn: Set<SitePath>
    ) throws(FileError) -> [SitePath] {
        if withdrawn.isEmpty { return [] }
        let known = try self.withdrawn(by: files)
        return manifest.entries.map(\.path).filter { withdrawn.contains($0) && !known.contains($0) }
    }

    /// What a built site says that was withdrawn; empty where nothing was.
    static func withdrawn(by files: DiskFileSystem) throws(FileError) -> Set<SitePath> {
        let path = SitePath(literal: "edition.json")
        guard try files.entry(path) != nil else { return [] }
        var reader = JSONReader(try files.read(path))
        guard reader.skip("{"), reader.skip(key: "edition"), reader.string() != nil, reader.skip(",") else { return [] }
        guard reader.skip(key: "withdrawn"), reader.skip("[") else {
            throw FileError(.read, path.text, .foreignFile)
        }
        var found: Set<SitePath> = []
        while let name = reader.string() {
            if let place = try? SitePath(String(decoding: name, as: UTF8.self)) { found.insert(place) }
            if !reader.skip(",") { break }
        }
        return found
    }
}
