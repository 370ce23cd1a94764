import Foundation
import TestSupport
import Testing

@testable import Search
@testable import SiteBuilder

/// What the repository's own site says of what it does not have.
@Suite struct OwnWordsTests {
    let site: OwnSite

    init() throws { site = try OwnSite.shared.get() }

    /// A page as a person reads it.
    private func html(_ path: String) throws -> String {
        String(decoding: try #require(site.files[path], "\(path)"), as: UTF8.self).withoutBreaks
    }

    /// Materials below `content/`: address without `.html` → lines of its file.
    private func materials() throws -> [String: [String]] {
        let content = SampleSite.repository.appendingPathComponent("content")
        let paths = try #require(FileManager.default.enumerator(atPath: content.path)).compactMap { $0 as? String }
        var result: [String: [String]] = [:]
        for path in paths where path.hasSuffix(".md") && path.contains("/") {
            let text = try String(contentsOf: content.appendingPathComponent(path), encoding: .utf8)
            result[String(path.dropLast(".md".count))] = text.components(separatedBy: "\n")
        }
        #expect(result.count > 100)
        return result
    }

    @Test func theTextOfAMaterialSaysNothingOfSlidesAndScans() throws {
        // These pages are about the sources, or tell how to write of them.
        let about: Set<String> = ["pages/about", "pages/editors-fields", "pages/wanted"]
        let remarks = ["на слайд", "слайде", "скане", "скан ", "в источнике", "источник "]
        var found: [String] = []
        for (name, lines) in try materials() where !about.contains(name) {
            for line in lines where !line.hasPrefix("source-note:") && !line.hasPrefix("  - \"00") {
                if line.hasPrefix("source:") { continue }
                let text = line.lowercased().replacing("нет в источнике", with: "").replacing(
                    "так в источнике", with: "")
                for remark in remarks where text.contains(remark) { found.append("\(name): \(line)") }
            }
        }
        #expect(found.isEmpty, "\(found.sorted().joined(separator: "\n"))")
    }

    @Test func aReaderIsToldTheNameOfATalkAndNotItsNumber() {
        let numbered = site.files(".html").filter {
            String(decoding: $0.bytes, as: UTF8.self).withoutBreaks.contains("Источник 00")
        }
        #expect(numbered.isEmpty, "\(numbered.map(\.path))")
    }

    @Test func whatHasNoTextStandsInTheListOfWhatIsWanted() throws {
        let lists = site.sortedPages.filter { $0.path.hasPrefix("texts/description-only") }
        let listed = Set(
            lists.flatMap { path, page in page.addresses.compactMap { OwnSite.target(of: $0, on: path)?.path } })
        let wanted = try materials().filter { $0.value.contains("text: только описание") }.map(\.key)
        #expect(wanted.count == 21)
        #expect(wanted.filter { !listed.contains($0 + ".html") } == [])
        let page = try #require(site.pages["pages/wanted.html"])
        #expect(page.addresses.contains("../texts/description-only.html"))
    }

    @Test func theSearchSaysWhatHasOnlyADescription() {
        let said = LetterExchange.exchanged(Array("модельное решение, только описание".utf8))
        let index = site.files.filter { $0.key.hasPrefix("search") && $0.value.firstRange(of: said) != nil }
        #expect(!index.isEmpty)
    }

    @Test func quotationMarksDoNotCloseTwiceInTheSourceOfAMaterial() throws {
        let doubled = try materials().filter { _, lines in
            lines.contains { ($0.hasPrefix("source") || $0.hasPrefix("  - \"00")) && $0.contains("»»") }
        }
        #expect(doubled.isEmpty, "\(doubled.keys.sorted())")
    }

    @Test func everyModelDecisionSaysWhetherItsTextIsHere() throws {
        let silent = try materials().filter { name, lines in
            name.hasPrefix("model-decisions/") && !lines.contains { $0.hasPrefix("text: ") }
        }
        #expect(silent.isEmpty, "\(silent.keys.sorted())")
    }

    @Test func anAlbumPrintsItsOwnMaterialsOnceAndNamesTheOthers() throws {
        for (album, count) in [("team-album", 8), ("municipal-album", 3)] {
            let path = "albums/\(album).print.html"
            let page = try #require(site.pages[path])
            #expect(page.tags.filter { $0.name == "article" }.count == count, "\(path)")
            #expect(try html(path).contains("По теме"), "\(path)")
        }
    }

    @Test(arguments: ["team-album", "municipal-album"])
    func anAlbumSaysWhereAndWhenItIsAndWhatItIsAbout(album: String) throws {
        let html = try html("albums/\(album).html")
        for label in ["Где", "Когда", "Направления"] { #expect(html.contains("<dt>\(label)</dt>"), "\(label)") }
    }

    @Test func eachAlbumOfTheListHasItsOwnCover() throws {
        let list = try #require(site.pages["albums/index.html"])
        #expect(list.tags.count { $0.name == "svg" && $0["class"] == "cover-art" } == 2)
        for album in ["team-album", "municipal-album"] {
            #expect(try html("albums/index.html").contains("id=\"cover-albums-\(album)--"), "\(album)")
        }
        let home = try html("index.html")
        #expect(!home.contains("card-book"))
    }

    @Test(arguments: ["varna-mr", "kizil-mr", "lokomotivny-go", "nagaybak-mr", "plast-mr", "troitsk-mr", "uy-mr"])
    func aMunicipalityOfTheListUnderSixteenPercentSaysHowItIsRead(id: String) throws {
        let html = try html("municipalities/\(id).html")
        #expect(html.contains("редакция прочла его как список муниципалитетов"), "\(id)")
    }
}
