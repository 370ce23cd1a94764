import Files
import Foundation
import TestSupport
import Testing

@testable import Preview

/// A site of texts, in memory.
struct TextSite: PreviewedSite {
    /// By path.
    let texts: [String: String]

    func bytes(at path: SitePath) throws(FileError) -> [UInt8]? {
        if path.text == "gone.txt" { throw FileError(.read, path.text, .system(ENOENT)) }
        if path.text == "closed.txt" { throw FileError(.read, path.text, .system(EACCES)) }
        return texts[path.text].map { Array($0.utf8) }
    }

    func isNamedByContent(_ path: SitePath) -> Bool { path.text.hasPrefix("assets/") }

    func hasFolder(_ path: SitePath) throws(FileError) -> Bool {
        path.isRoot || texts.keys.contains { $0.hasPrefix(path.text + "/") }
    }
}

private let site = TextSite(texts: [
    "index.html": "<body>home</body>", "404.html": "<body>none</body>", "a/index.html": "a", "a/стр.html": "s",
    "search/0.bin": "b", "assets/a.1f.css": "c", ".well-known/security.txt": "k",
])

@Suite struct SiteResponderTests {
    let responder = SiteResponder(site: site)

    @Test func filesAndFoldersAnswerAsOnAStaticHost() {
        #expect(responder.answer("/").bytes == Array("<body>home</body>".utf8))
        #expect(responder.answer("/a/").bytes == Array("a".utf8))
        #expect(responder.answer("/a").location == "/a/")
        #expect(responder.answer("/a/%D1%81%D1%82%D1%80.html").contentType == "text/html; charset=utf-8")
        #expect(responder.answer("/search/0.bin").contentType == "application/octet-stream")
        #expect(responder.answer("/.well-known/security.txt").bytes == Array("k".utf8))
    }

    @Test(arguments: [
        "/nothing", "/../etc/passwd", "/a/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/%2Fetc", "/%zz", "/%ff", "",
        "/index.html/", "/a/%00", "/search/", "*",
    ])
    func whatIsNotThereOrOutsideGetsTheSitesOwnPage(path: String) {
        let answer = responder.answer(path)
        #expect(answer.status == 404)
        #expect(answer.bytes == Array("<body>none</body>".utf8))
    }

    @Test func onlyWhatIsNamedByItsBytesIsForever() {
        #expect(responder.answer("/assets/a.1f.css").isForever)
        for path in ["/", "/search/0.bin", "/nothing"] { #expect(!responder.answer(path).isForever) }
    }

    @Test func aFileThatWentAwayOrCannotBeReadIsToldByItsPath() {
        #expect(responder.answer("/gone.txt").status == 404)
        #expect(responder.answer("/closed.txt").status == 503)
        #expect(responder.answer("/closed.txt").bytes == Array("closed.txt\n".utf8))
    }
}

@Suite(.timeLimit(.minutes(5))) struct LivePreviewTests {
    let preview = LivePreview(session: "s")

    private func text(_ path: String) async -> String {
        String(decoding: await preview.answer(path).bytes, as: UTF8.self)
    }

    private func script(_ build: String) -> String {
        "<script src=\"\(PreviewAssets.scriptPath)\" data-build=\"\(build)\"></script>"
    }

    @Test func pagesGetTheReloadScriptAndOtherFilesDoNot() async {
        preview.show(site: site, notice: nil)
        #expect(await text("/") == "<body>home\(script("s-1"))</body>")
        #expect(await text("/a/") == "a\(script("s-1"))")
        #expect(await text("/nothing") == "<body>none\(script("s-1"))</body>")
        #expect(await text("/search/0.bin") == "b")
        let answer = await preview.answer(PreviewAssets.scriptPath)
        #expect(answer.contentType == "text/javascript; charset=utf-8" && answer.isForever)
        #expect(await !preview.answer("/.album-preview/worker.js").isForever)
    }

    @Test func whoKnowsAnotherBuildIsAnsweredAtOnce() async {
        preview.show(site: site, notice: nil)
        for known in ["", "s-0", "s-2", "other-1"] {
            #expect(await text("/.album-preview/after/" + known) == "s-1")
        }
    }

    @Test func whoKnowsThisBuildIsAnsweredWithTheNext() async {
        preview.show(site: site, notice: nil)
        await withTaskGroup(of: String.self) { group in
            for _ in 0..<100 { group.addTask { await text("/.album-preview/after/s-1") } }
            try? await Task.sleep(for: .milliseconds(20))
            preview.show(site: nil, notice: nil)
            for await answer in group { #expect(answer == "s-2") }
        }
    }

    @Test func aRequestIsNotHeldForEver() async {
        let preview = LivePreview(session: "s", patience: .milliseconds(10))
        preview.show(site: site, notice: nil)
        #expect(await preview.answer("/.album-preview/after/s-1").bytes == Array("s-1".utf8))
    }

    @Test func aRequestThatIsGivenUpWaitsNoLonger() async {
        preview.show(site: site, notice: nil)
        let held = Task { await text("/.album-preview/after/s-1") }
        held.cancel()
        #expect(await held.value == "s-1")
    }

    @Test func aNoticeStandsOnEveryPageEscapedUntilItGoes() async {
        preview.show(site: site, notice: nil)
        let notice = LivePreview.Notice(
            language: .ru, title: "Ошибка", text: "a.yml: <b> & </pre><script>")
        preview.show(site: nil, notice: notice)
        #expect(await text("/").hasPrefix("<body>home<link"))
        #expect(await text("/").contains("<p>Ошибка</p><pre>a.yml: &lt;b&gt; &amp; &lt;/pre&gt;&lt;script&gt;</pre>"))
        #expect(await text("/").contains("role=\"alert\" lang=\"ru\"><button type=\"button\" hidden>Закрыть</button>"))
        preview.show(site: nil, notice: .init(language: .en, title: "Fault", text: "a.yml"))
        #expect(await text("/").contains("lang=\"en\"><button type=\"button\" hidden>Close</button><p>Fault</p>"))
        preview.show(site: nil, notice: nil)
        #expect(await !text("/").contains("Fault"))
        #expect(await text("/").contains("home"))
    }

    @Test func withoutAnySiteThereIsAPageThatWaits() async {
        #expect(await preview.answer("/").status == 503)
        preview.show(site: nil, notice: .init(language: .ru, title: "Ошибка", text: "album.yml"))
        #expect(await text("/x").contains("<p>Ошибка</p>"))
        #expect(await text("/x").contains(script("s-1")))
    }
}

@Suite struct RequestHeadTests {
    @Test func methodPathAndHostAreRead() throws {
        for end in ["\r\n", "\n"] {
            let text = ["GET /a%20b?q=1 HTTP/1.1", "X: y", "hOsT:\t LocalHost:80 ", "", ""].joined(separator: end)
            let head = try #require(RequestHead(Array(text.utf8)[...]))
            #expect(head.method == "GET" && head.path == "/a%20b" && head.hosts == ["localhost:80"])
        }
    }

    @Test(arguments: [
        "", "\r\n", "GET /\r\n\r\n", "GET / HTTP/2.0\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET / x HTTP/1.1\r\n\r\n",
        " GET / HTTP/1.1\r\n\r\n", "G(T / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\nA: b\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\n: a\r\n\r\n",
        "\u{16}\u{3}\u{1}\r\n\r\n",
    ])
    func whatIsNoHTTPIsNoHead(text: String) {
        #expect(RequestHead(Array(text.utf8)[...]) == nil)
    }
}

@Suite struct PreviewServerTests {
    @Test(.timeLimit(.minutes(5))) func anotherProgramsClientIsAnsweredUntilTheServerIsStopped() async throws {
        let preview = LivePreview(session: "s")
        preview.show(site: site, notice: nil)
        let server = try PreviewServer(preview: preview, port: 0)
        let running = Task { try await server.run() }
        let script = """
            import sys, urllib.request, urllib.error
            for path in sys.argv[2:]:
                try: r = urllib.request.urlopen(sys.argv[1] + path)
                except urllib.error.HTTPError as e: r = e
                print(r.status, r.headers["Content-Type"], len(r.read()))
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, "http://127.0.0.1:\(server.port)", "/?q=1", "/x", "/a"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(
            String(decoding: data, as: UTF8.self) == """
                200 text/html; charset=utf-8 92
                404 text/html; charset=utf-8 92
                200 text/html; charset=utf-8 76

                """)
        running.cancel()
        _ = await running.result
    }
}
