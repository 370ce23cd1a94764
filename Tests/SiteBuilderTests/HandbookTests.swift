import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@testable import Pages
@testable import SiteBuilder

@Suite struct HandbookTests {
    /// Headings of kinds in the order of the page.
    private static func examples(on page: String) -> [(kind: String, text: String)] {
        page.components(separatedBy: "<h2 id=\"kind-").dropFirst().compactMap { chapter in
            guard let kind = chapter.split(separator: "\"").first,
                let code = chapter.components(separatedBy: "<pre tabindex=\"0\"><code>").dropFirst().first
            else { return nil }
            let text = code.components(separatedBy: "</code>")[0]
            let decoded = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            return (String(kind), decoded.reduce(text) { $0.replacing($1.0, with: $1.1) })
        }
    }

    @Test func theSearchKnowsNoExamples() {
        let sample = Markup.joined([.paragraph(.text("Сообщение")), .sample("нет значения «Здаровье»")])
        #expect(sample.text == "Сообщение\n")
        #expect(sample.html.contains("Здаровье"))
    }

    @Test func theExampleOfEveryKindIsAMaterialWithoutAnErrorOrAWarning() throws {
        let own = try OwnSite.shared.get()
        let page = String(decoding: try #require(own.files["handbook/fields.html"]), as: UTF8.self)
        let examples = Self.examples(on: page)
        let folder = try TemporaryFolder()
        for name in ["album.yml", "content", "themes"] {
            let source = SampleSite.repository.appendingPathComponent(name).resolvingSymlinksInPath()
            try FileManager.default.copyItem(atPath: source.path, toPath: folder.path(name))
        }
        for (kind, text) in examples {
            // It is pasted as a draft; what its editor publishes has no message either.
            #expect(text.hasPrefix("---\ndraft: да\ntitle"))
            let file = text.replacing("---\ndraft: да\n", with: "---\nkind: \(kind)\n")
            try folder.write(file, to: "content/examples/\(kind).md")
        }
        let root = try DiskFileSystem(root: folder.path)
        let report = try SiteBuild.run(BuildRequest(root: root, parallel: Parallel(jobs: 2)))
        let worse = report.diagnostics.filter { $0.severity != .hint }
        #expect(worse.isEmpty, "\(DiagnosticPrinter(language: .ru).report(worse))")
        #expect(examples.count > 8)
    }

    @Test func everyCodeOfAnEditorsConcernHasItsPlace() throws {
        let page = try #require(try OwnSite.shared.get().pages["handbook/diagnostics.html"])
        let themes = Set(DiagnosticCode.themingCodes)
        let missing = DiagnosticCode.all.filter { !themes.contains($0) && !page.ids.contains($0.name) }
        #expect(missing.isEmpty, "\(missing.map(\.name))")
    }

    @Test func theHandbookIsFoundByTheSearch() throws {
        let own = try OwnSite.shared.get()
        let found = own.files.filter { $0.key.hasPrefix("search/") }.contains { _, bytes in
            String(decoding: bytes, as: UTF8.self).contains("handbook/fields.html")
        }
        #expect(found)
    }

    /// The guide was one long page once; links to its sections lead to a sentence and a link to the text.
    @Test func everySectionThatTheGuideHadStillHasItsAnchorAndAWayOn() throws {
        let page = try #require(try OwnSite.shared.get().pages["pages/for-editors.html"])
        let former = [
            "kak-nachat", "iz-word-i-excel", "chto-lezhit-v-faile", "kak-dobavit-praktiku-failom",
            "kak-priniat-prislannoe", "kak-dobavit-dorozhnuiu-kartu", "kak-dobavit-dokument", "polia-shapki",
            "spiski-znachenii", "daty-i-sroki", "ssylki", "vydelennoe-mesto-znaki-i-snoski", "tablitsy-i-kartinki",
            "esli-sborka-ostanovilas",
        ]
        #expect(former.allSatisfy(page.ids.contains), "\(former.filter { !page.ids.contains($0) })")
        let own = try OwnSite.shared.get()
        let html = String(decoding: try #require(own.files["pages/for-editors.html"]), as: UTF8.self)
        for id in former {
            let section = html.components(separatedBy: "<h2 id=\"\(id)\"").dropFirst().first ?? ""
            let text = section.components(separatedBy: "<h2 id=")[0]
            #expect(text.contains("href=\"editors-"), "\(id)")
        }
    }

    @Test func placesOfAMessageAreShownOpen() {
        #expect(HandbookDiagnostics.openPlaces("в таблице «{2}» нет столбца «{1}»") == "в таблице «…» нет столбца «…»")
    }

    @Test(arguments: [
        ("Знание", "Знание"), ("Учитель. Школьная команда", "Учитель. Школьная команда"), ("2023-05-11", "2023-05-11"),
        ("02/2807", "\"02/2807\""), ("a: b", "\"a: b\""), ("кавычка \" и \\", "\"кавычка \\\" и \\\\\""),
    ])
    func aValueIsQuotedWhereYAMLNeedsIt(text: String, scalar: String) {
        #expect(HandbookExample.scalar(text) == scalar)
    }
}
