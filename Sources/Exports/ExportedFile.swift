import AlbumModel
import Catalog
import Pages

/// A file for programs that is to be made: its address and how.
package struct ExportedFile: Sendable {
    /// Where it stands, below the site's root.
    package let address: SiteAddress
    /// Makes its bytes; from any thread.
    package let bytes: @Sendable () -> [UInt8]
}

/// Every file of a site that is made for programs, in a fixed order.
package enum SiteExports {
    /// - Parameter pages: all of them.
    package static func all(_ home: Page, pages: [PagePlan]) -> [ExportedFile] {
        let album = home.album
        var files =
            album.configuration.url.map {
                SitemapExport.files(of: $0, pages: pages.filter { $0.standing == .present }.map(\.address))
            } ?? []
        files +=
            album.configuration.url.map { site in
                FeedExports(
                    album: album, moves: pages.moves, language: home.wording.language.rawValue, site: site
                ).files()
            } ?? []
        for index in album.published where !album.compiled[index].tables.isEmpty {
            files += RecordExports(album: album, index: index).files()
        }
        files += CalendarExports(album: album, wording: home.wording).files()
        if let coverage = album.coverage {
            files.append(
                ExportedFile(address: DataFiles.coverage) { CoverageExport.bytes(album, home.wording, coverage) })
            if home.hasComparison {
                files += ComparisonExports(album: album, wording: home.wording, coverage: coverage).files()
            }
        }
        let edition = album.configuration.edition
        return files + [
            ExportedFile(address: DataFiles.edition) { Array("{\"edition\":\"\(edition)\"}\n".utf8) },
            ExportedFile(address: DataFiles.editionScript) { Array("self.AlbumEdition=\"\(edition)\";\n".utf8) },
        ]
    }
}
