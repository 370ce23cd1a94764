import Diagnostics
import Files
import Store
import TestSupport
import Testing

@testable import SiteBuilder

/// What is wrong in a draft is told and keeps nobody else's material from publication.
@Suite struct DraftFaultsTests {
    private static let path = "content/practices/igra.md"

    private func site(_ text: String, _ files: [String: String] = [:]) throws -> SampleSite {
        try SampleSite(
            ["content/practices/kvest.md": SampleSite.practice("Квест"), Self.path: text].merging(files) { $1 })
    }

    private func practice(_ line: String, _ body: String = "", draft: String = "да") -> String {
        SampleSite.practice("Игра").replacing("title:", with: "draft: \(draft)\n\(line)\ntitle:") + body
    }

    /// Errors of all stages: of reading a field, of the body, of links, of files and of tables.
    private static let faults: [(line: String, body: String, code: String)] = [
        ("updated: однажды", "", "bad-date"),
        ("directions: [Нет такого]", "", "unknown-value"),
        ("", "\nСНИЛС 112-233-445 95\n", "insurance-number"),
        ("", "\n[[practices/net-takoi]]\n", "unknown-reference"),
        ("", "\n![Фото](net.png)\n", "missing-file"),
        ("attachments: [pustoi.pdf]", "", "empty-attachment"),
        ("", "\nСноска[^1].\n", "unknown-footnote"),
    ]

    @Test(arguments: faults.indices) func anErrorOfADraftIsToldAndHindersNothing(number: Int) throws {
        let fault = Self.faults[number]
        let site = try site(practice(fault.line, fault.body), ["content/practices/pustoi.pdf": ""])
        let report = try site.build()
        let told = report.diagnostics.filter { $0.code.name == fault.code }
        #expect(!told.isEmpty && told.allSatisfy(\.isOfDraft), "\(report.diagnostics.map(\.code.name))")
        #expect(report.summary != nil)
        #expect(DiagnosticCounts(report.diagnostics).errors == 0)
        #expect(try site.page("practices/kvest.html").contains("Квест"))
        #expect(!(try site.output().keys.contains { $0.contains("igra") || $0.contains("pustoi") }))

        let published = try site.build { $0.includesDrafts = true }
        #expect(published.summary == nil && DiagnosticCounts(published.diagnostics).errors > 0)
        try site.folder.write(practice(fault.line, fault.body, draft: "нет"), to: Self.path)
        #expect(try site.build().summary == nil)
    }

    @Test func whatIsToldOfADraftIsToldByAWarmBuildToo() throws {
        let site = try site(practice("updated: однажды"))
        for _ in 0..<2 {
            let report = try site.build { $0.store = BuildStore.open(site.folder.path(".album-cache")) }
            #expect(report.summary != nil)
            #expect(report.diagnostics.filter { $0.code == .badDate }.map(\.isOfDraft) == [true])
        }
    }

    /// Nobody knows whether the author wants it published, or another material loses its place.
    @Test(arguments: [
        ("draft: пожалуй", "wrong-type"), ("draft: да\ndraft: нет", "duplicate-key"),
        ("draft: да\nsummary: \"не закрыто", "broken-yaml"), ("draft: да\nid: practices/kvest", "duplicate-id"),
    ])
    func whatConcernsTheSiteHindersPublication(lines: String, code: String) throws {
        let text = SampleSite.practice("Игра").replacing("title:", with: "\(lines)\ntitle:")
        let report = try site(text).build()
        #expect(report.summary == nil)
        #expect(
            report.diagnostics.contains { $0.code.name == code && !$0.isOfDraft },
            "\(report.diagnostics.map(\.code.name))")
    }

    @Test func aDraftThatTakesTheAddressOfAnotherHindersPublication() throws {
        let report = try site("", ["content/practices/KVEST.md": practice("")]).build()
        #expect(report.summary == nil)
        #expect(report.diagnostics.contains { $0.code.name == "colliding-address" && !$0.isOfDraft })
    }

    /// One message stands for all places of one cause; that of a published material must not hide in a draft's.
    @Test func oneCauseInADraftAndInAPublishedMaterialHindersPublication() throws {
        let link = "\n[[practices/net-takoi]]\n"
        let site = try site(practice("", link), ["content/practices/kvest.md": SampleSite.practice("Квест") + link])
        let report = try site.build()
        #expect(report.summary == nil)
        #expect(Set(report.diagnostics.filter { $0.code == .unknownReference }.map(\.isOfDraft)) == [true, false])
    }

    @Test func aFileThatAPublishedMaterialShowsTooHindersPublication() throws {
        let line = "attachments: [pustoi.pdf]"
        let kvest = SampleSite.practice("Квест").replacing("title:", with: line + "\ntitle:")
        let site = try site(practice(line), ["content/practices/kvest.md": kvest, "content/practices/pustoi.pdf": ""])
        #expect(try site.build().summary == nil)
    }
}
