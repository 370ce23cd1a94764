import AlbumModel
import Catalog
import Formats
import Pages

/// A file for programs that is to be made: its address and how.
package struct ExportedFile: Sendable {
    /// Where it stands, below the site's root.
    package let address: SiteAddress
    /// Whose file it is; nothing: the whole site's.
    let page: SiteAddress?
    /// Makes its bytes, and notes what they hang on where ``isTraced`` says so; from any thread.
    package let bytes: @Sendable (ReadLog) -> [UInt8]
    /// Whether it is noted all that its bytes hang on: it need not be made while the answers are what they were.
    package let isTraced: Bool

    /// A file that every build makes.
    init(address: SiteAddress, of page: SiteAddress? = nil, bytes: @escaping @Sendable () -> [UInt8]) {
        self.init(address: address, page: page, isTraced: false) { _ in bytes() }
    }

    /// A file that is made when an answer of those that it noted is another one.
    init(address: SiteAddress, of page: SiteAddress? = nil, traced bytes: @escaping @Sendable (ReadLog) -> [UInt8]) {
        self.init(address: address, page: page, isTraced: true, bytes: bytes)
    }

    private init(
        address: SiteAddress, page: SiteAddress?, isTraced: Bool, bytes: @escaping @Sendable (ReadLog) -> [UInt8]
    ) {
        self.address = address
        self.page = page
        self.isTraced = isTraced
        self.bytes = bytes
    }

    /// The same where it stood when its page was at another address.
    ///
    /// A program that has it from there, a calendar that follows it, is led nowhere by a page. Nothing for a page of other
    /// programs, which had no such file.
    fileprivate func file(ofFormer former: SiteAddress) -> ExportedFile? {
        guard let page, former.text.hasSuffix(".html"), former.text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        guard let ending = address.ending(ofFileOf: page) else {
            preconditionFailure("\(address) is named by another page than \(page)")
        }
        return ExportedFile(
            address: DataFiles.file(ofPage: former, ending), page: page, isTraced: isTraced, bytes: bytes)
    }
}

/// Every file of a site that is made for programs, in a fixed order.
package enum SiteExports {
    /// - Parameter pages: all of them.
    package static func all(_ home: Page, pages: [PagePlan]) -> [ExportedFile] {
        let album = home.album
        var files =
            album.configuration.url.map {
                SitemapExport.files(
                    of: $0, pages: pages.filter { $0.standing == .present }.map(\.address), changed: changed(album))
            } ?? []
        files +=
            album.configuration.url.map { site in
                FeedExports(
                    album: album, moves: pages.moves, language: home.wording.language.rawValue, site: site
                ).files()
            } ?? []
        if let site = album.configuration.url, album.part == nil {
            if let security = album.configuration.security {
                files.append(
                    ExportedFile(address: DataFiles.security) {
                        SecurityExport.bytes(security, site: site, language: home.wording.language.rawValue)
                    })
            }
            files.append(
                ExportedFile(address: DataFiles.overview) { Array(OverviewExport(home: home, site: site).text.utf8) })
        }
        if album.configuration.url != nil {
            files.append(
                ExportedFile(address: DataFiles.citations) {
                    CitationExport.bytes(album, language: home.wording.language.rawValue)
                })
        }
        for index in album.published where !album.compiled[index].tables.isEmpty {
            files += RecordExports(album: album, index: index).files()
        }
        let calendars = CalendarExports(home: home).files()
        files += calendars
        files +=
            WithdrawnCalendars(
                album: album, wording: home.wording, pages: pages, present: Set(calendars.map(\.address))
            ).files()
        if let coverage = album.coverage {
            files.append(
                ExportedFile(address: DataFiles.coverage) { CoverageExport.bytes(album, home.wording, coverage) })
            if let regions = album.regionCoverage {
                files.append(
                    ExportedFile(address: DataFiles.regionCoverage) {
                        CoverageExport.bytes(album, home.wording, regions)
                    })
            }
            if home.hasComparison {
                files += ComparisonExports(home: home).files()
            }
        }
        files += former(files, pages.moves)
        let edition = album.configuration.edition
        return files + [
            ExportedFile(address: DataFiles.edition) {
                var json = JSONWriter()
                json.object { json in
                    json.member("edition", edition.description)
                    let withdrawn = album.ledger.entries.filter { $0.withdrawal != nil }.map(\.address.text)
                    if !withdrawn.isEmpty {
                        json.key("withdrawn")
                        json.strings(withdrawn)
                    }
                    // A record of what is published tells by it what has moved from what is new.
                    let moves = pages.moves.filter { $0.from.text.hasSuffix(".html") }
                    if moves.isEmpty { return }
                    json.key("moved")
                    json.object { json in for move in moves { json.member(move.from.text, move.to.text) } }
                }
                return json.bytes + [0x0A]
            },
            ExportedFile(address: DataFiles.editionScript) { Array("self.AlbumEdition=\"\(edition)\";\n".utf8) },
        ]
    }

    /// When the materials of an album were changed last, by the addresses of their pages.
    private static func changed(_ album: Album) -> [SiteAddress: CalendarDate] {
        Dictionary(
            album.published.compactMap { index in
                album.changes(of: index).map { (album.catalog.materials[index].address, $0.last) }
            }, uniquingKeysWith: max)
    }

    /// Files of pages that have moved, at their former addresses where nothing else stands; O(files + moves).
    private static func former(
        _ files: [ExportedFile], _ moves: [(from: SiteAddress, to: SiteAddress)]
    ) -> [ExportedFile] {
        if moves.isEmpty { return [] }
        let former = Dictionary(grouping: moves, by: \.to).mapValues { $0.map(\.from) }
        var taken = Set(files.map(\.address))
        return files.flatMap { file in
            (file.page.flatMap { former[$0] } ?? []).compactMap { file.file(ofFormer: $0) }
                .filter { taken.insert($0.address).inserted }
        }
    }
}
