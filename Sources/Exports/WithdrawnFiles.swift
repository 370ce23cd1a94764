import AlbumModel
import Catalog
import Pages

/// The files for programs that went with withdrawn pages: who asks for one learns that it is gone for good, as of the page.
///
/// No list has their addresses: they follow from that of the page and from what its kind declares, so that some never were.
package struct WithdrawnFiles: Sendable {
    private let album: Album

    package init(_ album: Album) { self.album = album }

    /// All that a withdrawn page may have had, and that the site does not have, each once with that page; in the order of their addresses.
    ///
    /// O(withdrawn pages × tables).
    /// - Parameters:
    ///   - pages: addresses of withdrawn pages.
    ///   - present: what the site has.
    package func addresses(
        of pages: some Sequence<SiteAddress>, present: Set<SiteAddress>
    ) -> [(address: SiteAddress, page: SiteAddress)] {
        let found = Dictionary(
            pages.flatMap { page in files(of: page).map { ($0, page) } }, uniquingKeysWith: { first, _ in first })
        return found.filter { !present.contains($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func files(of page: SiteAddress) -> [SiteAddress] {
        let folders = page.stem.split(separator: "/").dropLast()
        guard let folder = folders.last else { return [] }
        if folders.count == 1, album.catalog.vocabularies.contains(where: { $0.isAxis && $0.id.rawValue == folder }) {
            let feed = DataFiles.file(ofPage: page, ".atom")
            return [feed, DataFiles.jsonFeed(feed), DataFiles.file(ofPage: page, ".js")]
        }
        // The folder of a kind stands first, or behind that of an album.
        let named = folders.compactMap { folder in album.catalog.kinds.first { $0.folder == folder } }.first
        guard let tables = named?.tables, !tables.isEmpty else { return [] }
        return tables.flatMap { table in
            let calendar = table.views.contains(.calendar) ? ["ics"] : []
            // That of the first table, whichever it was, is told of with the calendars.
            return ["csv", "json"].map { DataFiles.records(ofPage: page, table: 0, id: table.id, $0) }
                + (["csv", "json"] + calendar).map { DataFiles.records(ofPage: page, table: 1, id: table.id, $0) }
        }
    }
}
