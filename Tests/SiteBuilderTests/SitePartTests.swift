import Catalog
import Files
import Foundation
import Search
import TestSupport
import Testing

@testable import SiteBuilder

/// A part of the repository's own site: its links and its search are whole.
@Suite struct SitePartTests {
    private struct Part {
        let report: SitePart.Report
        let files: [String: [UInt8]]
        let pages: [String: LinkScanner]

        /// - Parameter url: what `album.yml` says of the site's address.
        init(url: String?, _ choose: (SiteFiles) throws -> SitePart) throws {
            let root = SampleSite.repository
            let folder = try TemporaryFolder()
            for name in ["content", "themes"] {
                try FileManager.default.copyItem(
                    at: root.appendingPathComponent(name), to: URL(fileURLWithPath: folder.path(name)))
            }
            let configuration = try String(contentsOf: root.appendingPathComponent("album.yml"), encoding: .utf8)
            try folder.write(configuration + (url.map { "url: \($0)\n" } ?? ""), to: "album.yml")
            let site = try SiteBuild.assemble(
                BuildRequest(root: try DiskFileSystem(root: folder.path), parallel: Parallel(jobs: 2)))
            report = try choose(#require(site.files)).write(to: folder.path("part"))
            var files: [String: [UInt8]] = [:]
            for path in try folder.files(below: "part") { files[path] = try folder.bytes("part/" + path) }
            self.files = files
            pages = files.filter { $0.key.hasSuffix(".html") }.mapValues { LinkScanner($0) }
        }

        func text(_ path: String) throws -> String { String(decoding: try #require(files[path]), as: UTF8.self) }
    }

    private static func entry(_ id: String, _ vocabulary: VocabularyID, _ files: SiteFiles) throws -> EntryReference {
        let position = try #require(files.catalog.schema.vocabulary(vocabulary))
        let entry = try #require(files.catalog.vocabularies[position].position(of: EntryID(id)))
        return EntryReference(vocabulary: position, entry: entry)
    }

    private static func asha(_ files: SiteFiles) throws -> SitePart {
        SitePart(files, entries: [try entry("asha-mr", "municipalities", files)], albums: [])
    }

    @Test(arguments: [nil, "https://album.example/a/"])
    func everyLinkOfAPartLeadsToAFileOfItOrToTheSite(url: String?) throws {
        let part = try Part(url: url, Self.asha)
        var outward = 0
        for (path, page) in part.pages {
            for address in page.addresses {
                if let url, address.hasPrefix(url), address != url, !address.hasSuffix(path) { outward += 1 }
                guard let (file, _) = OwnSite.target(of: address, on: path) else { continue }
                #expect(part.files[file] != nil, "\(path): \(address)")
            }
        }
        #expect(part.report.outwardLinks > 100 && part.report.site == url)
        #expect(url == nil ? outward == 0 : outward > 100)
        #expect(part.files["practices/index.html"] != nil && part.files["compare.html"] == nil)
        #expect(
            !part.files.keys.contains { $0.hasPrefix("handbook/") || $0.hasPrefix("share/") || $0.hasSuffix(".atom") })
    }

    @Test func aPartSaysWhatItIs() throws {
        let part = try Part(url: nil, Self.asha)
        for path in part.pages.keys where path != "index.html" {
            let text = try part.text(path).withoutBreaks
            #expect(text.matches(of: /Это часть альбома: Ашинский МР\./).count == 1, "\(path)")
        }
        #expect(try part.text("index.html").withoutBreaks.matches(of: /Это часть альбома: Ашинский МР\./).count == 2)
    }

    @Test func theSearchFindsWhatGoesAlongAndNothingElse() throws {
        let part = try Part(url: nil, Self.asha)
        let engine = try SearchEngine { part.files[$0] }
        let whole = try OwnSite.shared.get()
        let all = try SearchEngine { whole.files[$0] }
        for query in ["практика", "приказ", "дорожная карта", "Ашинский", "квест"] {
            let found = engine.search(query, limit: 1000, isExact: true).results.map(\.url)
            let expected = all.search(query, limit: 1000, isExact: true).results.map(\.url).filter {
                part.files[$0] != nil
            }
            #expect(Set(found) == Set(expected), "\(query)")
            #expect(!found.isEmpty || query == "квест", "\(query)")
        }
    }

    @Test func whatBelongsToAPartGoesAlong() throws {
        let asha = try Part(url: nil, Self.asha)
        let whole = try OwnSite.shared.get()
        for address in try #require(whole.pages["municipalities/asha-mr.html"]).addresses {
            guard let (file, _) = OwnSite.target(of: address, on: "municipalities/asha-mr.html"),
                file.hasPrefix("practices/") || file.hasPrefix("roadmaps/") || file.hasPrefix("events/")
            else { continue }
            #expect(asha.files[file] != nil, "\(file)")
        }
        let album = try Part(url: nil) { files in
            SitePart(files, entries: [], albums: Array(files.albums.prefix(1)))
        }
        #expect(album.files.count < whole.files.count / 2 && album.report.materials > 2)
    }

    @Test func aPartIsTheSameEachTime() throws {
        #expect(try Part(url: nil, Self.asha).files == Part(url: nil, Self.asha).files)
    }
}
