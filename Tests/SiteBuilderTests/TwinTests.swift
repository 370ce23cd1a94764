import Foundation
import Testing

/// Pages as Markdown, and `llms.txt`.
@Suite struct TwinTests {
    private func site(url: String?) throws -> SampleSite {
        let site = try SampleSite([
            "content/practices/regata.md": SampleSite.practice(
                "Регата *лучших*", "directions: [Знание]\nmunicipalities: [Ашинский МР]",
                body: "Как [[kvest]]. Есть [файл](plan.csv).\n\n| А | Б |\n|---|---|\n| 1 | 2 |"),
            "content/practices/kvest.md": SampleSite.practice("Квест"),
            "content/practices/plan.csv": "а;б\n1;2\n",
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "standard/album/")
        let text = try site.folder.text("album.yml").replacing("theme: small", with: "theme: album")
        try site.folder.write(url.map { "\(text)\nurl: \($0)\n" } ?? text, to: "album.yml")
        return site
    }

    @Test func aTwinSaysWhatItsPageSays() throws {
        let site = try site(url: "https://album.example.org/a/")
        let report = try site.build()
        #expect(report.summary != nil, "\(report.text)")
        let twin = try site.folder.text("public/practices/regata.html.md")
        #expect(twin.hasPrefix("# Регата \\*лучших\\*\n\n> Игра\n\n- Вид: практика\n"), "\(twin)")
        #expect(twin.contains("[Квест](https://album.example.org/a/practices/kvest.html.md)"))
        #expect(twin.contains("[файл](https://album.example.org/a/practices/plan.csv)"))
        #expect(twin.contains("| А | Б |\n| --- | --- |\n| 1 | 2 |"))
        #expect(twin.contains("municipalities/asha-mr.html)") && !twin.contains("title:"))
        let overview = try site.folder.text("public/llms.txt")
        #expect(overview.hasPrefix("# Малый альбом\n\n> Сайт, на котором проверяют программу.\n"))
        #expect(overview.contains("- [Квест](https://album.example.org/a/practices/kvest.html.md): Игра\n"))
        // They are no pages for readers.
        #expect(try !site.folder.text("public/sitemap.xml").contains(".md"))
        #expect(report.summary?.counts.pages == (try self.site(url: nil).build().summary?.counts.pages))
    }

    @Test func withoutAnAddressThereAreNone() throws {
        let site = try site(url: nil)
        try site.build()
        #expect(try site.folder.files(below: "public").allSatisfy { !$0.hasSuffix(".md") && $0 != "llms.txt" })
    }
}
