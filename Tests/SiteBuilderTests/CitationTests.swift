import Foundation
import Store
import Testing

@testable import SiteBuilder

/// «Как сослаться»: what a page gives to be copied, and the same for programs.
@Suite struct CitationTests {
    private func site(url: String?) throws -> SampleSite {
        let site = try SampleSite([
            "content/practices/regata.md": SampleSite.practice(
                "Регата", "directions: [Знание]\nmunicipalities: [Ашинский МР]\ndate: 2022-05-11"),
            "content/practices/chernovik.md": SampleSite.practice("Черновик", "draft: да"),
            "content/documents/prikaz.md":
                "---\ntitle: О чтении.\nsummary: О чтении\nnumber: 02/45\ndate: 2022-03-12\n---\n\nТекст.\n",
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "standard/album/")
        let text = try site.folder.text("album.yml").replacing("theme: small", with: "theme: album")
        try site.folder.write(url.map { "\(text)\nurl: \($0)\n" } ?? text, to: "album.yml")
        let report = try site.build { $0.includesDrafts = true }
        #expect(report.summary != nil, "\(report.text)")
        return site
    }

    private func citation(_ site: SampleSite, _ page: String) throws -> String? {
        try site.page(page).firstMatch(of: /<p class="cite-text"[^>]*>(.*?)<\/p>/).map {
            String($0.1).replacing("\u{A0}", with: " ")
        }
    }

    @Test func aPracticeIsCitedAsThePartOfASite() throws {
        let site = try site(url: "https://album.example.org/a/")
        #expect(
            try citation(site, "practices/regata.html")
                == "Регата : практика / Ашинский муниципальный район. – Текст : электронный // Малый альбом : [сайт]. – 2023. "
                + "– URL: https://album.example.org/a/practices/regata.html (дата обращения: <span data-today>__.__.____</span>)."
        )
        let order = try #require(try citation(site, "documents/prikaz.html"))
        #expect(
            order.hasPrefix("О чтении : документ от 12 марта 2022 г. № 02/45. – Текст : электронный // "), "\(order)")
    }

    /// «приказ», and who has issued it: not «документ» of nobody.
    @Test func aDocumentIsCitedByItsSortAndIssuer() throws {
        let site = try SampleSite([
            "content/documents/prikaz.md":
                "---\ntitle: О чтении\nsummary: О чтении\nnumber: 02/45\ndate: 2022-03-12\nsort: приказ\n"
                + "issuer: Министерство образования\n---\n\nТекст.\n"
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "standard/album/")
        let text = try site.folder.text("album.yml").replacing("theme: small", with: "theme: album")
        try site.folder.write(text, to: "album.yml")
        let kind = try site.folder.text("content/kinds/document.yml")
            .replacing("citation: {", with: "citation: {type: sort, issuer: issuer, ")
            .replacing(
                "  date: {",
                with: "  sort: {label: Вид, type: text}\n  issuer: {label: Кто издал, type: list}\n  date: {")
        try site.folder.write(kind, to: "content/kinds/document.yml")
        try site.build()
        let order = try #require(try citation(site, "documents/prikaz.html"))
        #expect(
            order.hasPrefix("О чтении : приказ от 12 марта 2022 г. № 02/45 / Министерство образования. – Текст"),
            "\(order)")
    }

    @Test func withoutAnAddressNoneIsGivenAndNoDayOfAccess() throws {
        let site = try site(url: nil)
        #expect(
            try citation(site, "practices/regata.html")
                == "Регата : практика / Ашинский муниципальный район. – Текст : электронный // Малый альбом. – 2023.")
        let page = try site.page("practices/regata.html")
        #expect(!page.contains("citations.json") && !page.contains("DC.title"))
        #expect(!site.folder.contains("public/data/citations.json"))
    }

    /// A later edition changes no citation of what was there before.
    @Test func theYearIsOfTheEditionThatWasTheFirst() throws {
        let site = try site(url: "https://album.example.org/a/")
        #expect(try citation(site, "practices/regata.html")?.contains(" – 2023. ") == true)
        #expect(try !site.page("practices/regata.html").contains("datePublished"))
        try site.folder.write(
            "address\tsince\twithdrawn\treason\ttitle\npractices/regata.html\t2021-09-01\n", to: "addresses.tsv")
        let report = try site.build()
        #expect(report.summary != nil, "\(report.text)")
        let page = try site.page("practices/regata.html")
        #expect(try citation(site, "practices/regata.html")?.contains(" – 2021. ") == true)
        #expect(page.contains("\"datePublished\":\"2021-09-01\"") && page.contains("content=\"2021-09-01\""), "\(page)")
        // What the list does not have yet is of this edition; a document was published by others.
        #expect(try citation(site, "documents/prikaz.html")?.contains(" – 2023. ") == true)
        #expect(try !site.page("documents/prikaz.html").contains("datePublished"))
        #expect(try site.folder.text("public/data/citations.json").contains("[[2021]]"))
    }

    /// Another line of the list of addresses makes the page of its material again, and that of no other.
    @Test func aChangedListMakesThePagesAgainThatSayIt() throws {
        let site = try site(url: "https://album.example.org/a/")
        func build() throws -> BuildReport {
            try site.build { $0.store = BuildStore.open(site.folder.path(".album-cache")) }
        }
        func record(_ day: String) throws {
            try site.folder.write(
                "address\tsince\twithdrawn\treason\ttitle\ndocuments/prikaz.html\t2022-04-01\n"
                    + "practices/regata.html\t\(day)\n", to: "addresses.tsv")
        }
        try record("2021-09-01")
        #expect(try build().summary != nil)
        #expect(try citation(site, "practices/regata.html")?.contains(" – 2021. ") == true)
        try record("2020-09-01")
        #expect(try build().summary?.made == 1)
        #expect(try citation(site, "practices/regata.html")?.contains(" – 2020. ") == true)
        #expect(try site.folder.text("public/data/citations.json").contains("[[2020]]"))
    }

    @Test func draftsAreNotCited() throws {
        let site = try site(url: "https://album.example.org/a/")
        #expect(try citation(site, "practices/chernovik.html") == nil)
        let file = try site.folder.text("public/data/citations.json")
        #expect(!file.contains("Черновик"))
        let entries = try #require(
            try JSONSerialization.jsonObject(with: Data(file.utf8)) as? [[String: Any]])
        let order = try #require(entries.first { $0["type"] as? String == "legislation" })
        #expect(order["number"] as? String == "02/45")
        #expect((order["issued"] as? [String: [[Int]]])?["date-parts"] == [[2022, 3, 12]])
    }
}
