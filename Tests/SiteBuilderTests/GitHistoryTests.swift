import Catalog
import Files
import Formats
import Foundation
import Store
import Testing

@testable import SiteBuilder

/// «Изменено …»: what git knows of a material.
@Suite struct GitHistoryTests {
    private static func days(_ history: ChangeHistory?) -> [String] {
        (history?.changes ?? []).map { "\($0.day) \($0.subject ?? "")" }
    }

    @Test func aFileKeepsItsHistoryThroughItsNames() throws {
        let log = """
            \u{1}2023-05-03\u{2}HEAD -> main\u{2}Правка

            M\tcontent/practices/novaia.md
            \u{1}2023-05-02\u{2}\u{2}Имя

            R090\tcontent/practices/staraia.md\tcontent/practices/novaia.md
            A\tcontent/practices/staraia.md
            \u{1}2023-05-01\u{2}\u{2}Начало

            A\tcontent/practices/staraia.md
            A\t"content/practices/\\"\\321\\217\\".md"
            \u{1}2022-01-01\u{2}\u{2}Прежняя

            D\tcontent/practices/novaia.md

            """
        let history = GitHistory(log: log)
        #expect(
            Self.days(history.changes(of: ["content/practices/novaia.md"], subjects: true))
                == ["2023-05-03 Правка", "2023-05-02 Имя", "2023-05-01 Начало"])
        #expect(Self.days(history.changes(of: ["content/practices/staraia.md"], subjects: false)) == ["2023-05-02 "])
        #expect(history.changes(of: ["content/practices/\"я\".md"], subjects: false)?.last.description == "2023-05-01")
        #expect(history.changes(of: ["content/practices/net.md"], subjects: false) == nil)
        #expect(!history.isShallow)
    }

    @Test func whereItWasCutOffNothingIsKnown() {
        let history = GitHistory(log: "\u{1}2023-05-03\u{2}grafted, HEAD -> main\u{2}Всё\n\nA\tcontent/a.md\n")
        #expect(history.isShallow && history.changes(of: ["content/a.md"], subjects: true) == nil)
    }

    // MARK: A repository

    private func git(_ site: SampleSite, _ arguments: String..., day: String = "2023-05-01") throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["git", "-C", site.folder.path, "-c", "user.name=n", "-c", "user.email=n@example.org"] + arguments
        let date = "\(day)T12:00:00+0500"
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "GIT_CONFIG_GLOBAL": "/dev/null"]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(arguments)")
    }

    private func commit(_ site: SampleSite, _ subject: String, day: String) throws {
        try git(site, "add", "album.yml", "content")
        try git(site, "commit", "-q", "-m", subject, day: day)
    }

    private func site(_ history: String) throws -> SampleSite {
        let site = try SampleSite([
            "content/practices/regata.md": SampleSite.practice("Регата"),
            "content/practices/kvest.md": SampleSite.practice("Квест"),
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "standard/album/")
        let text = try site.folder.text("album.yml").replacing("theme: small", with: "theme: album")
        try site.folder.write(text + "\nhistory: \(history)\n", to: "album.yml")
        try git(site, "init", "-q")
        try commit(site, "Начало", day: "2023-05-01")
        return site
    }

    private func said(_ site: SampleSite, _ page: String) throws -> String? {
        try site.page(page).firstMatch(of: /class="history">(?:\n<summary>)?(.*?)</).map {
            String($0.1).replacing("\u{A0}", with: " ")
        }
    }

    @Test func aCommitMakesNoPageAgainButThatOfItsMaterial() throws {
        let site = try site("да")
        func build() throws -> BuildReport {
            try site.build { $0.store = BuildStore.open(site.folder.path(".album-cache")) }
        }
        #expect(try build().codes.allSatisfy { $0 != "no-history" })
        #expect(try said(site, "practices/kvest.html") == "Изменено 1 мая 2023 г.")
        try site.folder.write(SampleSite.practice("Квест", body: "Иначе."), to: "content/practices/kvest.md")
        #expect(try build().summary?.made ?? 0 > 0)
        #expect(try said(site, "practices/kvest.html") == "Изменено 1 мая 2023 г.")
        // No file of the site changes now.
        try commit(site, "Уточнено", day: "2023-05-20")
        #expect(try build().summary?.made == 1)
        #expect(try said(site, "practices/kvest.html") == "Изменено 20 мая 2023 г. · 2 правки")
        #expect(try said(site, "practices/regata.html") == "Изменено 1 мая 2023 г.")
        #expect(try !site.page("practices/kvest.html").contains("Уточнено"))
    }

    /// What programs are told of a material is of its last change, and no edition changes it.
    @Test func programsAreToldTheDayOfTheLastChangeAndNoOther() throws {
        let site = try site("да")
        try site.folder.write(
            try site.folder.text("album.yml") + "\nurl: https://album.example.org/\n", to: "album.yml")
        try site.folder.write(SampleSite.practice("Квест", body: "Иначе."), to: "content/practices/kvest.md")
        try commit(site, "Уточнено", day: "2022-05-20")
        try site.build()
        func sitemap() throws -> String { try site.folder.text("public/sitemap.xml") }
        let urls = "<url><loc>https://album.example.org/"
        #expect(try sitemap().contains(urls + "practices/kvest.html</loc><lastmod>2023-05-01</lastmod></url>"))
        #expect(try sitemap().contains(urls + "</loc></url>"))
        let citations = try site.folder.text("public/data/citations.json")
        try site.build { $0.edition = CalendarDate(iso: "2025-02-01") }
        #expect(try site.folder.text("public/data/citations.json") == citations && citations.contains("[[2023]]"))
        #expect(try site.page("practices/kvest.html").contains(" – 2023. "))
    }

    @Test func subjectsAreShownWhereTheyAreAskedFor() throws {
        let site = try site("subjects")
        try site.build()
        let page = try site.page("practices/regata.html")
        #expect(page.contains("<time datetime=\"2023-05-01\">") && page.contains("— Начало</li>"))
    }

    @Test func aSiteThatDoesNotAskRunsNoGit() throws {
        let site = try site("нет")
        try site.build()
        #expect(try !site.page("practices/regata.html").contains("class=\"history\""))
    }
}
