import AlbumModel
import Books
import Catalog
import Diagnostics
import Files
import Pages

/// A site as a shelf of books: what can be chosen of it, and the books of what was chosen.
package struct SiteBooks: Sendable {
    private let linked: LinkedSite

    private var album: Album { linked.album }
    package var catalog: AlbumCatalog { album.catalog }
    /// The albums of the site, in the order of the catalog.
    package var albums: [AlbumContents] { album.albums }
    /// The vocabularies of places and of directions, where the site has a coverage.
    package var places: VocabularyIndex? { album.coverage?.rowVocabulary }
    package var directions: VocabularyIndex? { album.coverage?.columnVocabulary }

    /// Reads a site up to link; nothing when it may not be published.
    package static func load(
        _ request: BuildRequest
    ) throws(FileError) -> (books: SiteBooks?, diagnostics: [Diagnostic]) {
        let (linked, diagnostics) = try SiteBuild.linked(request)
        return (linked.map { SiteBooks(linked: $0) }, diagnostics)
    }

    /// Published materials that belong to one of the entries of each vocabulary that is named, and to one of the kinds where some are
    /// given, in the order of lists; what tells of the site itself is none.
    package func materials(of entries: [EntryReference], kinds: Set<KindIndex>) -> [MaterialIndex] {
        let sorts = Dictionary(grouping: entries, by: \.vocabulary).values
        let found = album.published.filter { index in
            let material = catalog.materials[index]
            return !catalog.kind(of: material).roles.isAside && (kinds.isEmpty || kinds.contains(material.kind))
                && sorts.allSatisfy { entries in
                    entries.contains { material.axes.contains($0) || catalog.regions(of: material).contains($0) }
                }
        }
        return album.listed(found)
    }

    /// Published materials whose pages stand at some addresses, in their order; what tells of the site itself is none.
    package func materials(at addresses: [SiteAddress]) -> [MaterialIndex] {
        let byAddress = Dictionary(
            album.published.map { (catalog.materials[$0].address, $0) }, uniquingKeysWith: { first, _ in first })
        return addresses.compactMap { byAddress[$0] }.filter {
            !catalog.kind(of: catalog.materials[$0]).roles.isAside
        }
    }

    /// Whether a material is published.
    package func isPublished(_ index: MaterialIndex) -> Bool { Set(album.published).contains(index) }

    package func book(_ selection: BookSelection) -> Book { BookPages(linked.home, selection).book() }

    /// Writes a selection as a book.
    package func write(
        _ selection: BookSelection, as format: BookFile.Format, to path: String
    ) throws(BookError) -> BookFile.Report {
        try BookFile.write(book(selection), as: format, to: path) { picture throws(FileError) in
            try linked.publishedBytes(at: picture)
        }
    }
}
