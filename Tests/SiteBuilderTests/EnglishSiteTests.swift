import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// A whole site in English with the default theme: what the program and the theme say, they say in its language.
@Suite struct EnglishSiteTests {
    @Test func anEnglishSiteShowsNoRussianWord() throws {
        let site = try SampleSite(bare: "English")
        let report = try site.build()
        #expect(report.text == "" || !report.text.contains("error"), "\(report.text)")
        let pages = try site.output().filter { $0.key.hasSuffix(".html") }
        #expect(pages.count > 20)
        for (path, bytes) in pages.sorted(by: { $0.key < $1.key }) {
            // Editors of every language write so what a source does not have.
            var page = String(decoding: bytes, as: UTF8.self).replacing("нет в источнике", with: "")
            // The samples of keys are of one small site, which is Russian.
            if path == "handbook/schema.html" { page = page.replacing(/<code>[^<]*<\/code>/, with: "") }
            let lines = page.split(separator: "\n").filter { $0.contains(/\p{Script=Cyrillic}/) }
            #expect(lines.isEmpty, "\(path): \(lines.first ?? "")")
        }
    }
}
