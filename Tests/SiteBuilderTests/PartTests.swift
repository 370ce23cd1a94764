import AlbumModel
import Catalog
import Files
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// Parts of the repository's own site, as `album pack` builds them.
@Suite struct PartTests {
    /// A part that was built.
    private struct Built {
        let files: [String: [UInt8]]
        let summary: BuildSummary
        let searched: Set<String>

        init(_ choices: [SitePart.Choice]) throws {
            let output = try TemporaryFolder()
            var request = BuildRequest(
                root: try DiskFileSystem(root: SampleSite.repository.path), parallel: Parallel(jobs: 2),
                output: output.path("site"))
            request.part = SitePart(choices)
            summary = try #require(try SiteBuild.run(request).summary)
            searched = Set(
                try #require(try SiteBuild.linked(request).0.map { SearchPages(home: $0.home).addresses.map(\.text) }))
            var files: [String: [UInt8]] = [:]
            for path in try output.files(below: "site") { files[path] = try output.bytes("site/" + path) }
            self.files = files
        }

        func text(_ path: String) throws -> String { String(decoding: try #require(files[path]), as: UTF8.self) }
    }

    private static let choices: [[SitePart.Choice]] = [
        [.entry("municipalities", "asha-mr")], [.entry("directions", "znanie")], [.album("albums/municipal-album")],
        [.entry("municipalities", "asha-mr"), .entry("directions", "vospitanie")],
    ]

    @Test(arguments: choices) func everyLinkOfAPartLeadsSomewhere(choices: [SitePart.Choice]) throws {
        let part = try Built(choices)
        let pages = part.files.filter { $0.key.hasSuffix(".html") }.mapValues { LinkScanner($0) }
        var broken: [String] = []
        for (path, page) in pages {
            for address in page.addresses {
                guard let (file, anchor) = OwnSite.target(of: address, on: path) else { continue }
                if part.files[file] == nil { broken.append("\(path): \(address)") }
                guard let anchor, !anchor.isEmpty, let target = pages[file] else { continue }
                if !target.ids.contains(anchor.removingPercentEncoding ?? anchor) {
                    broken.append("\(path): \(address)")
                }
            }
        }
        #expect(broken.isEmpty, "\(broken.count): \(broken.sorted().prefix(20).joined(separator: "\n"))")
        #expect(part.summary.elsewhere > 0)
    }

    @Test(arguments: choices) func theSearchFindsWhatThePartHasAndNothingElse(choices: [SitePart.Choice]) throws {
        let part = try Built(choices)
        #expect(part.searched.subtracting(part.files.keys).isEmpty)
        let materials = part.files.keys.filter { path in
            path.hasSuffix(".html")
                && FileManager.default.fileExists(
                    atPath: SampleSite.repository.path + "/content/" + path.dropLast(5) + ".md")
        }
        #expect(!materials.isEmpty && materials.count >= part.summary.counts.materials)
        #expect(Set(materials).isSubset(of: part.searched))
    }

    /// A part that two sorts of choice narrow says nothing of what the album lacks.
    @Test func whatAPartHasNotIsNoGapOfTheAlbum() throws {
        let narrow = try Built([.entry("municipalities", "asha-mr"), .entry("directions", "znanie")])
        func page(_ part: Built) throws -> String {
            try part.text("municipalities/asha-mr.html").replacing("\u{AD}", with: "")
                .replacing(/\u{A0}|&nbsp;/, with: " ")
        }
        let asha = try page(narrow)
        #expect(asha.contains("В этой части альбома таких материалов нет"), "\(asha)")
        #expect(!asha.contains("Без своих материалов") && !asha.contains("Здесь ещё нет"))
        #expect(try page(try Built([.entry("municipalities", "asha-mr")])).contains("Без своих материалов"))
    }

    @Test func aMunicipalityHasWhatNamesItAndWhatThisRestsOn() throws {
        let part = try Built([.entry("municipalities", "asha-mr")])
        for path in ["practices/asha-msoko.html", "documents/order-02-654.html", "pages/about.html"] {
            #expect(part.files[path] != nil, "\(path)")
        }
        for path in [
            "municipalities/magnitogorsk-go.html", "practices/pecha-kucha-500.html", "pages/for-editors.html",
            "handbook/fields.html",
        ] {
            #expect(part.files[path] == nil, "\(path)")
        }
        let home = try part.text("index.html")
        #expect(home.contains("class=\"notice copy-part\"") && home.contains("class=\"copy-part\""))
        #expect(home.contains("Ашинский МР</h1>"), "the title is that of the whole")
        #expect(!home.contains("Челябинской области"), "the lead is that of the whole")
        let form = try part.text("share/practices.html")
        #expect(form.contains("Ашинский МР") && !form.contains("Брединский МР"))
        let matrix = String(decoding: try #require(part.files["data/coverage.csv"]), as: UTF8.self)
        #expect(matrix.split(whereSeparator: \.isNewline).count == 2)
        #expect(try part.text("manifest.json").contains(#""part":"municipalities/asha-mr","#))
    }

    /// As in the filters of the search: two directions are either, a direction and a municipality are both.
    @Test func choicesOfOneSortWidenAndThoseOfAnotherNarrow() throws {
        func materials(_ choices: SitePart.Choice...) throws -> Set<String> {
            let site = try SampleSite([
                "content/practices/both.md": SampleSite.practice(
                    "Обе", "directions: [Знание]\nmunicipalities: [Ашинский МР]"),
                "content/practices/place.md": SampleSite.practice(
                    "Место", "directions: [Здоровье]\nmunicipalities: [Ашинский МР]"),
                "content/practices/direction.md": SampleSite.practice("Одно", "directions: [Знание]"),
            ])
            let report = try site.build { $0.part = SitePart(choices) }
            #expect(report.summary != nil, "\(report.diagnostics)")
            return Set(
                ["both", "place", "direction"].filter { site.folder.contains("public/practices/\($0).html") })
        }
        let znanie = SitePart.Choice.entry("directions", "znanie")
        let zdorove = SitePart.Choice.entry("directions", "zdorove")
        let asha = SitePart.Choice.entry("municipalities", "asha-mr")
        #expect(try materials(znanie) == ["both", "direction"])
        #expect(try materials(znanie, zdorove) == ["both", "direction", "place"])
        #expect(try materials(znanie, asha) == ["both"])
        #expect(try materials(asha, znanie, zdorove) == ["both", "place"])
    }

    @Test func theMenuOfAPartHasWhatThePartHas() throws {
        let home = try Built([.album("albums/team-album")]).text("index.html")
        for address in ["municipalities/index.html", "coverage.html", "calendar.html"] {
            #expect(!home.contains("href=\"\(address)\""), "\(address)")
        }
        for address in ["albums/index.html", "directions/index.html"] {
            #expect(home.contains("href=\"\(address)\""), "\(address)")
        }
    }

    @Test func thePartIsTheSameBytesEachTime() throws {
        #expect(try Built([.album("albums/municipal-album")]).files == Built([.album("albums/municipal-album")]).files)
    }

    /// The materials are read once: names are understood in the midst of the build.
    @Test func aPartIsChosenOnceTheMaterialsAreRead() throws {
        let site = try SampleSite([
            "content/practices/kvest.md": SampleSite.practice("Квест", "directions: [Знание]"),
            "content/practices/regata.md": SampleSite.practice("Регата", "directions: [Здоровье]"),
        ])
        let report = try site.build { request in
            request.choosesPart = { catalog, _ in
                catalog.materials.count == 2 ? SitePart([.entry("directions", "znanie")]) : nil
            }
        }
        #expect(report.summary?.counts.materials == 1, "\(report.diagnostics)")
        #expect(try site.folder.text("public/manifest.json").contains(#""part":"directions/znanie","#))
        let none = try site.build { $0.choosesPart = { _, _ in nil } }
        #expect(none.summary == nil && none.diagnostics.isEmpty)
    }

    @Test func whatIsWrongElsewhereIsNothingToAPart() throws {
        let site = try SampleSite([
            "content/practices/kvest.md": SampleSite.practice("Квест", "directions: [Знание]"),
            "content/practices/faulty.md": SampleSite.practice("Ошибка", body: "[[propazha]]"),
        ])
        let report = try site.build { $0.part = SitePart([.entry("directions", "znanie")]) }
        #expect(report.summary != nil, "\(report.diagnostics)")
    }

    @Test func linksLeadToTheSiteOrAreText() throws {
        let page = Array(
            #"<p><a class="x" href="../a/b.html?q=1#c">B</a> <a href="d.html">D</a> <a href="https://e.ru/">E</a></p>"#
                .utf8)
        func settled(_ site: String?) -> String {
            let links = ElsewhereLinks(site: site, words: ("в сети", "нет"), present: ["p/d.html"])
            return String(decoding: links.settled(page, at: SiteAddress("p/index.html")), as: UTF8.self)
        }
        let rest = #" <a href="d.html">D</a> <a href="https://e.ru/">E</a></p>"#
        #expect(
            settled("https://s.ru/")
                == #"<p><a class="x" href="https://s.ru/a/b.html?q=1#c" data-elsewhere="" title="в сети">B</a>"# + rest)
        #expect(settled(nil) == #"<p><span data-elsewhere="" title="нет">B</span>"# + rest)
    }
}
