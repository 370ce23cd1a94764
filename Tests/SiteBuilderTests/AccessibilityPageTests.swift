import TestSupport
import Testing

@testable import SiteBuilder

/// What a site says of how it can be read by everybody.
@Suite struct AccessibilityPageTests {
    private static let report =
        #"{"date": "2023-05-30", "standard": "WCAG 2.1 AA", "program": "axe-core 4.10", "checks": 22, "failed": 0}"#

    private func page(_ site: SampleSite) throws -> String { try site.page("accessibility.html") }

    @Test func whatNobodyCheckedIsSaidToBeUnchecked() throws {
        let site = try SampleSite([:])
        try site.build()
        #expect(try page(site).contains("не проверялась"))
    }

    @Test func theOutcomeOfACheckIsSaidAndARebuildFollowsIt() throws {
        let site = try SampleSite(["accessibility.json": Self.report])
        try site.build()
        #expect(try page(site).contains("30 мая 2023 г.: страницы проверены на соответствие WCAG 2.1 AA"))
        #expect(try page(site).contains("Проверок — 22, все пройдены."))
        try site.folder.write(Self.report.replacing("\"failed\": 0", with: "\"failed\": 3"), to: "accessibility.json")
        try site.build()
        #expect(try page(site).contains("Проверок — 22, не пройдено — 3.") && !page(site).contains("все пройдены"))
    }

    @Test(arguments: [
        (#"{"date": "вчера", "standard": "W", "program": "p", "checks": 1, "failed": 0}"#, "вчера"),
        (#"{"date": "2023-05-30", "standard": "W", "program": "p", "checks": 2, "failed": 3}"#, "failed"),
        (#"{"date": "2023-05-30", "checks": 2, "failed": 1}"#, "standard"), ("{", "1:"), ("", "пуст"),
    ])
    func aBrokenReportIsTold(text: String, told: String) throws {
        let site = try SampleSite(["accessibility.json": text])
        let report = try site.build()
        #expect(report.text.contains("accessibility.json") && report.text.contains(told), "\(report.text)")
        #expect(!site.folder.contains("public/index.html"))
    }
}
