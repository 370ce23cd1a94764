import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

extension ServingTests {
    /// What `album serve` tells of faults, and where.
    @Suite struct FaultTests {
        @Test(arguments: [
            ("site/album.yml", "title: [", "album.yml"),
            (SiteOfTest.directions, "entries: [", "content/vocabularies/directions.yml"),
            ("site/content/kinds/practice.yml", "id: practice\nfields: 5\n", "content/kinds/practice.yml"),
        ])
        func aBrokenSourceOfTheWholeSiteIsShownOnTheLastGoodSiteUntilItIsPutBack(
            path: String, broken: String, named: String
        ) throws {
            let folder = try TemporaryFolder.withNewSite()
            let good = try folder.text(path)
            let served = try ServedSite(folder, "site")
            let page = try served.get("/practices/pervaia-praktika.html").body
            try folder.write(broken, to: path)
            #expect(
                try served.wait(for: "/practices/pervaia-praktika.html") {
                    $0.body.contains("album-preview-notice") && $0.body.contains(named)
                } == nil)
            let marked = try served.get("/practices/pervaia-praktika.html")
            let start = try #require(page.firstRange(of: "<script src=\"/.album-preview"))
            #expect(marked.status == 200 && marked.body.hasPrefix(page[..<start.lowerBound]), "the page of before")
            #expect(marked.body.contains("Показан сайт, каким он был до этой ошибки"))
            #expect(try served.waitForMessage("\(named):"))
            let style = try #require(marked.body.firstMatch(of: #/href="(/\.album-preview/notice\.[0-9a-f]+\.css)"/#))
            let answer = try served.get(String(style.output.1))
            #expect(answer.status == 200 && answer.headers["content-type"] == "text/css; charset=utf-8")
            try folder.write(good, to: path)
            #expect(
                try served.wait(for: "/practices/pervaia-praktika.html") {
                    !$0.body.contains("album-preview-notice")
                } == nil)
            let mended = try served.get("/practices/pervaia-praktika.html").body
            #expect(mended.replacing(#/-[0-9]+"/#, with: "") == page.replacing(#/-[0-9]+"/#, with: ""))
            #expect(try served.stop() == 0)
        }

        @Test func aConfigurationThatIsBrokenFromTheStartGivesAPageThatSaysSo() throws {
            let folder = try TemporaryFolder.withNewSite()
            let good = try folder.text("site/album.yml")
            try folder.write("title: [", to: "site/album.yml")
            let served = try ServedSite(folder, "site")
            let answer = try served.get("/practices/")
            #expect(answer.status == 503)
            #expect(answer.body.contains("Сайта ещё нет") && answer.body.contains("album.yml:"))
            #expect(answer.body.contains("<script src=\"/.album-preview/reload."))
            try folder.write(good, to: "site/album.yml")
            #expect(try served.wait(for: "/practices/") { $0.status == 200 } == nil)
            #expect(try served.stop() == 0)
        }

        @Test func anErrorInAMaterialIsShownOnItsPageAlone() throws {
            let folder = try TemporaryFolder.withNewSite()
            let served = try ServedSite(folder, "site")
            try folder.write(
                "---\ntitle: Ошибка\nsummary: с\n---\n[[propazha]]\n", to: "site/content/practices/oshibka.md")
            #expect(
                try served.wait(for: "/practices/oshibka.html") {
                    $0.body.withoutBreaks.contains("«propazha» не найден")
                } == nil)
            for page in ["/", "/practices/oshibka.html"] {
                #expect(try !served.get(page).body.contains("album-preview-notice"))
            }
            #expect(try served.stop() == 0)
        }

        @Test func aWarningOfTheWholeSiteAndAnErrorWithoutAPageAreShownOnAllPages() throws {
            let folder = try TemporaryFolder.withNewSite()
            let served = try ServedSite(folder, "site")
            #expect(try !served.get("/").body.contains("album-preview-notice"))
            try folder.write("", to: "elsewhere.md")
            try folder.link("site/content/practices/out.md", to: "../../../elsewhere.md")
            #expect(try served.wait(for: "/") { $0.body.contains("content/practices/out.md:") } == nil)
            #expect(try served.get("/").body.contains("Эти ошибки не относятся ни к одной странице"))
            try folder.remove("site/content/practices/out.md")
            #expect(try served.wait(for: "/") { !$0.body.contains("album-preview-notice") } == nil)
            try folder.write("\u{FEFF}" + folder.text(SiteOfTest.directions), to: SiteOfTest.directions)
            #expect(try served.wait(for: "/practices/") { $0.body.contains("vocabularies/directions.yml:") } == nil)
            #expect(try served.get("/practices/").body.contains("Замечания ко всему сайту"))
            #expect(try served.stop() == 0)
        }

        @Test func anEnglishSiteIsToldInEnglishEvenWhenItsConfigurationBreaks() throws {
            let folder = try TemporaryFolder.withNewSite()
            let good = try folder.text("site/album.yml")
            try folder.write("language: en\n" + good.replacing(#/(?m)^language: .*\n/#, with: ""), to: "site/album.yml")
            let served = try ServedSite(folder, "site")
            try folder.write("title: [", to: "site/album.yml")
            #expect(try served.wait(for: "/") { $0.body.contains("album-preview-notice") } == nil)
            let page = try served.get("/").body
            #expect(page.contains("lang=\"en\"><button type=\"button\" hidden>Close</button>"))
            #expect(page.contains("This is the site as it was before this error"))
            #expect(try served.stop() == 0)
        }

        @Test func aFolderWithoutConfigurationEndsWithTwo() throws {
            let folder = try TemporaryFolder(["a.md": ""])
            let run = try Program.run(["serve", "--port", "0"], in: folder.path)
            #expect(run.status == 2)
            #expect(run.messages.contains("[missing-configuration]"))
        }
    }
}
