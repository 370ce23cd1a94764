import Foundation
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

    /// Whatever needs scripts in a template is named on the page: a template with something new is to be added here, and to the page
    /// where that does not name it yet.
    @Test func whatNeedsScriptsIsNamed() throws {
        let named = [
            "layouts/base.mustache": "«Версия для слабовидящих»", "partials/contents.mustache": "содержания",
            "pages/album.mustache": "глав", "pages/search.mustache": "поиск", "partials/filter.mustache": "отбор",
            "partials/worksheet.mustache": "заполнение листов", "partials/score-sheet.mustache": "заполнение листов",
            "pages/calendar.mustache": "вида календаря", "partials/office-word.mustache": "Word",
            "partials/office-excel.mustache": "Excel", "partials/office-blank.mustache": "Word",
            "partials/citation.mustache": "«Скопировать»", "pages/material.mustache": "«Печать»",
            "pages/album-print.mustache": "«Печать»", "pages/compare.mustache": "сравнение",
            "pages/share.mustache": "поделиться", "pages/check-copy.mustache": "проверка копии",
        ]
        let templates = SampleSite.repository.appendingPathComponent("themes/album/templates")
        let needing = try FileManager.default.subpathsOfDirectory(atPath: templates.path).filter { path in
            guard path.hasSuffix(".mustache") else { return false }
            let text = try String(contentsOf: templates.appendingPathComponent(path), encoding: .utf8)
            return text.contains("needs-script") || text.contains("<noscript>")
        }
        #expect(Set(needing) == Set(named.keys))
        let page = try #require(try OwnSite.shared.get().files["accessibility.html"])
        let text = String(decoding: page, as: UTF8.self).replacing("\u{AD}", with: "").replacing("\u{A0}", with: " ")
        for (template, words) in named { #expect(text.contains(words), "\(template): \(words)") }
    }

    @Test func whatTheSiteDoesNotHaveIsNotNamed() throws {
        let site = try SampleSite([:])
        try site.build()
        #expect(try page(site).contains("поиск и отбор") && !page(site).contains("поделиться своим"))
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
