import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// `album serve` from outside: the program, a client, files that change.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ServeTests {
    private static let practice = "site/content/practices/pervaia-praktika.md"
    private static let directions = "site/content/vocabularies/directions.yml"

    private func newSite() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let run = try Program.run(["init", "site"], in: folder.path)
        #expect(run.status == 0, "\(run.messages)")
        return folder
    }

    private func replace(_ old: String, with new: String, in path: String, of folder: TemporaryFolder) throws {
        let text = try folder.text(path)
        try #require(text.contains(old), "\(path) has \(old)")
        try folder.write(text.replacing(old, with: new), to: path)
    }

    // MARK: Drafts stay here

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func draftsAndFaultsAreShownAndNothingIsWrittenButAFolderOfItsOwn(signal: Int32) throws {
        let folder = try newSite()
        try folder.write(
            "---\ntitle: Тайна\nsummary: с\ndraft: да\n---\nТекст\n", to: "site/content/practices/taina.md")
        try folder.write(
            "---\ntitle: Ошибка\nsummary: с\n---\n[[propazha]]\n", to: "site/content/practices/oshibka.md")
        let before = try folder.files(below: "site")
        let served = try ServedSite(folder, "site")
        #expect(try served.get("/practices/taina.html").body.contains("Это черновик"))
        #expect(try served.get("/practices/oshibka.html").body.contains("материал «propazha» не найден"))
        #expect(try folder.files(below: "site") == before)
        let own = try FileManager.default.contentsOfDirectory(atPath: folder.path("tmp"))
        #expect(own.count == 1)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("tmp/\(own[0])"))[.posixPermissions]
        #expect(mode as? Int == 0o700)
        #expect(try Program.run(["pack", "--root", "site", "--output", "a.zip"], in: folder.path).status == 4)
        #expect(try served.stop(signal) == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("tmp")) == [])
        #expect(try folder.files(below: "site") == before)
        #expect(!folder.contains("a.zip"))
    }

    @Test func whatStandsInPublicIsLeftAsItWasBuilt() throws {
        let folder = try newSite()
        #expect(try Program.run(["build", "--root", "site"], in: folder.path).status == 0)
        let before = try folder.texts(below: "site/public")
        let served = try ServedSite(folder, "site")
        try folder.write(
            "---\ntitle: Тайна\nsummary: с\ndraft: да\n---\nТекст\n", to: "site/content/practices/taina.md")
        #expect(try served.wait(for: "/practices/taina.html") { $0.status == 200 } == nil)
        #expect(try served.stop() == 0)
        #expect(try folder.texts(below: "site/public") == before)
        #expect(try Program.run(["pack", "--root", "site", "--output", "a.zip"], in: folder.path).status == 0)
    }

    @Test func aFolderThatAKilledRunLeftIsSwept() throws {
        let folder = try newSite()
        let killed = try ServedSite(folder, "site")
        #expect(try killed.stop(SIGKILL) == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("tmp")).count == 1)
        let served = try ServedSite(folder, "site")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("tmp")).count == 1)
        #expect(try served.stop() == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("tmp")) == [])
    }

    // MARK: Changes

    @Test func aChangeOfEverySourceIsShown() throws {
        let folder = try newSite()
        let served = try ServedSite(folder, "site")
        try folder.write(
            "---\ntitle: Новая\nsummary: с\nattachments: [list.pdf]\n---\nТекст\n",
            to: "site/content/practices/novaia.md")
        try folder.write("%PDF-1.4 один", to: "site/content/practices/list.pdf")
        #expect(try served.wait(for: "/practices/list.pdf") { $0.body.hasSuffix("один") } == nil)
        try folder.write("%PDF-1.4 два и три", to: "site/content/practices/list.pdf")
        #expect(try served.wait(for: "/practices/list.pdf") { $0.body.hasSuffix("три") } == nil)
        try folder.remove("site/content/practices/novaia.md")
        try folder.remove("site/content/practices/list.pdf")
        #expect(try served.wait(for: "/practices/novaia.html") { $0.status == 404 } == nil)

        let title = try #require(try folder.text("site/album.yml").firstMatch(of: /(?m)^title: .*$/)).output
        try replace(String(title), with: "title: Другое имя", in: "site/album.yml", of: folder)
        #expect(try served.wait(for: "/") { $0.body.contains("Другое имя") } == nil)

        try replace(
            "name: Знание", with: "name: Иное направление, aliases: [Знание]", in: Self.directions, of: folder)
        #expect(try served.wait(for: "/directions/") { $0.body.contains("Иное направление") } == nil)

        let kind = try #require(try folder.files(below: "site/content/kinds").first { $0.hasPrefix("practice") })
        let kindTitle = try #require(
            try folder.text("site/content/kinds/\(kind)").firstMatch(of: /(?m)^title: .*$/)
        ).output
        try replace(String(kindTitle), with: "title: Опыт школ", in: "site/content/kinds/\(kind)", of: folder)
        #expect(try served.wait(for: "/practices/") { $0.body.contains("Опыт школ") } == nil)

        try folder.write("<li class=\"own\">{{title}}</li>\n", to: "site/themes/album/templates/partials/card.mustache")
        #expect(try served.wait(for: "/practices/") { $0.body.contains("<li class=\"own\">") } == nil)
        #expect(try served.stop() == 0)
    }

    @Test func anotherFileOfTheSameSizeAndDateIsNoticed() throws {
        let folder = try newSite()
        let path = folder.path(Self.practice)
        let text = try folder.text(Self.practice)
        let date = try #require(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
        let title = try #require(text.firstMatch(of: /title: (.*)/)).output.1
        let other = String(title.reversed())
        let served = try ServedSite(folder, "site")
        try folder.write(text.replacing(title, with: other), to: "copy.md")
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: folder.path("copy.md"))
        try #require(rename(folder.path("copy.md"), path) == 0)
        #expect(try served.wait(for: "/practices/pervaia-praktika.html") { $0.body.contains(other) } == nil)
        // In place too: the same file, size and date.
        try folder.write(text, to: Self.practice)
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        #expect(try served.wait(for: "/practices/pervaia-praktika.html") { $0.body.contains(title) } == nil)
        #expect(try served.stop() == 0)
    }

    @Test func editsThatNeverPauseStillGetABuild() throws {
        let folder = try newSite()
        let served = try ServedSite(folder, "site")
        let end = Date(timeIntervalSinceNow: 60)
        var count = 0
        var isSeen = false
        while !isSeen, Date() < end {
            count += 1
            try folder.write(
                "---\ntitle: Правка\nsummary: с\n---\nПравка номер \(count)\n", to: "site/content/practices/pravka.md")
            usleep(50_000)
            if count % 10 == 0 { isSeen = try served.get("/practices/pravka.html").status == 200 }
        }
        #expect(isSeen, "no build in \(count) edits")
        #expect(try served.stop() == 0)
    }

    // MARK: Faults

    @Test(arguments: [
        ("site/album.yml", "title: [", "album.yml"), (directions, "entries: [", "content/vocabularies/directions.yml"),
        ("site/content/kinds/practice.yml", "id: practice\nfields: 5\n", "content/kinds/practice.yml"),
    ])
    func aBrokenSourceOfTheWholeSiteIsShownOnTheLastGoodSiteUntilItIsPutBack(
        path: String, broken: String, named: String
    ) throws {
        let folder = try newSite()
        let good = try folder.text(path)
        let served = try ServedSite(folder, "site")
        let page = try served.get("/practices/pervaia-praktika.html").body
        try folder.write(broken, to: path)
        #expect(
            try served.wait(for: "/practices/pervaia-praktika.html") {
                $0.body.contains("album-preview-fault") && $0.body.contains(named)
            } == nil)
        let marked = try served.get("/practices/pervaia-praktika.html")
        let start = try #require(page.firstRange(of: "<script src=\"/.album-preview"))
        #expect(marked.status == 200 && marked.body.hasPrefix(page[..<start.lowerBound]), "the page of before")
        #expect(marked.body.contains("Показан сайт, каким он был до этой ошибки"))
        #expect(try served.messages().contains("\(named):"))
        #expect(try served.get("/.album-preview/fault.css").headers["content-type"] == "text/css; charset=utf-8")
        try folder.write(good, to: path)
        #expect(
            try served.wait(for: "/practices/pervaia-praktika.html") {
                !$0.body.contains("album-preview-fault")
            } == nil)
        #expect(try served.get("/practices/pervaia-praktika.html").body == page)
        #expect(try served.stop() == 0)
    }

    @Test func aConfigurationThatIsBrokenFromTheStartGivesAPageThatSaysSo() throws {
        let folder = try newSite()
        let good = try folder.text("site/album.yml")
        try folder.write("title: [", to: "site/album.yml")
        let served = try ServedSite(folder, "site")
        let answer = try served.get("/practices/")
        #expect(answer.status == 503)
        #expect(answer.body.contains("Сайта ещё нет") && answer.body.contains("album.yml:"))
        #expect(answer.body.contains("/.album-preview/reload.js"))
        try folder.write(good, to: "site/album.yml")
        #expect(try served.wait(for: "/practices/") { $0.status == 200 } == nil)
        #expect(try served.stop() == 0)
    }

    @Test func anErrorInAMaterialIsShownOnItsPageAlone() throws {
        let folder = try newSite()
        let served = try ServedSite(folder, "site")
        try folder.write(
            "---\ntitle: Ошибка\nsummary: с\n---\n[[propazha]]\n", to: "site/content/practices/oshibka.md")
        #expect(try served.wait(for: "/practices/oshibka.html") { $0.body.contains("«propazha» не найден") } == nil)
        for page in ["/", "/practices/oshibka.html"] {
            #expect(try !served.get(page).body.contains("album-preview-fault"))
        }
        #expect(try served.stop() == 0)
    }

    @Test func aFolderWithoutConfigurationEndsWithTwo() throws {
        let folder = try TemporaryFolder(["a.txt": ""])
        let run = try Program.run(["serve", "--port", "0"], in: folder.path)
        #expect(run.status == 2)
        #expect(run.messages.contains("[missing-configuration]"))
    }

    // MARK: The server

    @Test func aTabNoticesThatTheProgramWasStartedAnew() throws {
        let folder = try newSite()
        var builds: Set<String> = []
        for _ in 0..<2 {
            let served = try ServedSite(folder, "site")
            let build = try served.get("/.album-preview/build.js").body
            #expect(build.wholeMatch(of: /albumPreviewBuild\("[a-z0-9]+-1"\);\n/) != nil)
            #expect(builds.insert(build).inserted)
            let shown = try #require(build.firstMatch(of: /"(.*)"/)).output.1
            #expect(try served.get("/.album-preview/reload.js").body.contains("const shown = \"\(shown)\""))
            #expect(try served.stop() == 0)
        }
    }

    @Test func aTakenPortGivesTheNextFreeOne() throws {
        let folder = try newSite()
        let first = try ServedSite(folder, "site")
        let second = try ServedSite(folder, "site", port: first.port, log: "second.log")
        #expect(second.port > first.port)
        #expect(try second.messages().contains("порт \(first.port) занят: сайт откроется на порту \(second.port)"))
        #expect(try second.get("/").status == 200)
        #expect(try first.get("/").status == 200)
        #expect(try second.stop() == 0)
        #expect(try first.stop() == 0)
    }

    @Test func onlyRequestsOfThisMachineAreAnswered() throws {
        let folder = try newSite()
        let served = try ServedSite(folder, "site")
        func status(_ host: String) throws -> Int { try served.send("GET / HTTP/1.1\r\n\(host)\r\n\r\n").status }
        for name in ["127.0.0.1", "localhost", "LocalHost", "[::1]"] {
            #expect(try status("Host: \(name):\(served.port)") == 200, "\(name)")
        }
        for host in [
            "evil.example", "evil.example:\(served.port)", "127.0.0.1", "127.0.0.1:1",
            "127.0.0.1.evil.example:\(served.port)", "127.0.0.1@evil.example:\(served.port)", "",
        ] {
            let answer = try served.send("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")
            #expect(answer.status == 421 && !answer.body.contains("<"), "\(host)")
        }
        #expect(try status("X: y") == 400)
        #expect(try status("Host: 127.0.0.1:\(served.port)\r\nHost: 127.0.0.1:\(served.port)") == 400)
        let headers = try served.get("/").headers
        #expect(headers["content-security-policy"] == "frame-ancestors 'self'")
        #expect(headers["cross-origin-resource-policy"] == "same-origin")
        #expect(headers["x-content-type-options"] == "nosniff")
        #expect(headers["cache-control"] == "no-store")
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND", "get", "BREW"] {
            let answer = try served.get("/", method: method)
            #expect(answer.status == 405 && answer.headers["allow"] == "GET, HEAD", "\(method)")
        }
        let head = try served.get("/", method: "HEAD")
        #expect(head.status == 200 && head.body.isEmpty)
        #expect(head.headers["content-length"] == String(try served.get("/").body.utf8.count))
        #expect(try served.stop() == 0)
    }

    @Test func aHeadWithoutEndIsRefusedInLinearTimeAndOthersAreAnswered() throws {
        let folder = try newSite()
        let served = try ServedSite(folder, "site")
        let start = ContinuousClock.now
        for size in [17_000, 1_000_000, 8_000_000] {
            let long = String(repeating: "a", count: size)
            #expect(try served.get("/" + long).status == 431)
            #expect(try served.get("/", headers: ["X: \(long)"]).status == 431)
        }
        let many = (0..<3000).map { "H\($0): x" }
        #expect(try served.get("/", headers: many).status == 431)
        #expect(try served.get("/", headers: ["X: " + String(repeating: "a", count: 15_000)]).status == 200)
        #expect(ContinuousClock.now - start < .seconds(60))
        let silent = try (0..<600).map { _ in try RawConnection(port: served.port) }
        // More than are taken at a time: the others come to it when these are closed.
        #expect(try served.get("/").status == 200)
        // Closed by the server after ten seconds: no byte comes, and no thirty seconds pass.
        let closing = ContinuousClock.now
        for connection in silent { #expect(try connection.exchange([]).isEmpty) }
        #expect(ContinuousClock.now - closing < .seconds(29))
        #expect(try served.stop() == 0)
    }
}
