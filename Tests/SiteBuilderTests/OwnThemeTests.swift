import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// A few materials with the theme that the program brings, in which readers see them.
///
/// ```
/// OwnTheme/site/       laid over Common/, whose own theme is not used here
/// OwnTheme/expected/   one page of each kind
/// ```
@Suite struct OwnThemeTests {
    private static let folder = SampleSite.tests.appendingPathComponent("OwnTheme")

    private static let pinned = [
        "index.html", "practices/kvest.html", "roadmaps/karta.html", "documents/order-02-2807.html",
        "practices/index.html", "directions/znanie.html", "municipalities/asha-mr.html", "coverage.html",
        "calendar.html", "glossary.html", "search.html", "404.html",
    ]

    private func built() throws -> SampleSite {
        let site = try SampleSite()
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "standard/album/")
        try site.lay(Self.folder.appendingPathComponent("site"))
        let report = try site.build()
        #expect(report.text == "", "\(report.text)")
        return site
    }

    @Test func eachKindOfPageIsAsReadersSeeIt() throws {
        let site = try built()
        for path in Self.pinned {
            do {
                try Golden.expect(
                    try site.folder.text("public/" + path),
                    matchesFile: Self.folder.appendingPathComponent("expected/" + path).path)
            } catch {
                Issue.record(error)
            }
        }
        let expected = try FileManager.default.subpathsOfDirectory(
            atPath: Self.folder.appendingPathComponent("expected").path)
        #expect(expected.filter { $0.hasSuffix(".html") }.sorted() == Self.pinned.sorted(), "a page nobody makes")
    }

    @Test func everyPictureHasADescriptionAndASize() throws {
        let site = try built()
        var count = 0
        for (path, bytes) in try site.output() where path.hasSuffix(".html") {
            for tag in LinkScanner(bytes).tags where tag.name == "img" {
                count += 1
                #expect(tag["alt"]?.isEmpty == false, "\(path): \(tag["src"] ?? "")")
                let size = [tag["width"], tag["height"]].map { $0.flatMap { Int($0) } ?? 0 }
                #expect(size.allSatisfy { $0 > 0 }, "\(path): \(tag["src"] ?? "") is \(size)")
            }
        }
        #expect(count > 0, "no picture was looked at")
    }
}
