import Files
import Foundation
import TestSupport
import Testing

@testable import Preview

private let site: [String: String] = [
    "index.html": "<body>home</body>", "404.html": "<body>none</body>", "a/index.html": "a", "a/стр.html": "s",
    "search/0.bin": "b", ".git/config": "secret", "a/.htpasswd": "secret",
]

@Suite struct SiteResponderTests {
    let responder: SiteResponder

    init() throws { responder = SiteResponder(files: try MemoryFileSystem(site)) }

    @Test func filesAndFoldersAnswerAsOnAStaticHost() {
        #expect(responder.answer("/").bytes == Array("<body>home</body>".utf8))
        #expect(responder.answer("/a/").bytes == Array("a".utf8))
        #expect(responder.answer("/a").location == "/a/")
        #expect(responder.answer("/a/%D1%81%D1%82%D1%80.html").contentType == "text/html; charset=utf-8")
        #expect(responder.answer("/search/0.bin").contentType == "application/octet-stream")
    }

    @Test(arguments: [
        "/nothing", "/../etc/passwd", "/a/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/%2Fetc", "/%zz", "/%ff", "",
        "/index.html/", "/a/%00", "/.git/config", "/%2egit/config", "/.git", "/.git/", "/a/.htpasswd", "*",
    ])
    func whatIsNotThereHiddenOrOutsideGetsTheSitesOwnPage(path: String) {
        let answer = responder.answer(path)
        #expect(answer.status == 404)
        #expect(answer.bytes == Array("<body>none</body>".utf8))
    }

    @Test func aLinkOutOfTheSiteIsNotFollowed() throws {
        let folder = try TemporaryFolder(["site/index.html": "", "secret": "s"])
        try folder.link("site/out", to: "../secret")
        try folder.link("site/outside", to: "..")
        let responder = SiteResponder(files: try DiskFileSystem(root: folder.path("site")))
        #expect(responder.answer("/out").status == 404)
        #expect(responder.answer("/outside/secret").status == 404)
    }
}

@Suite struct LivePreviewTests {
    let preview = LivePreview(session: "s")

    private func text(_ path: String) -> String { String(decoding: preview.answer(path).bytes, as: UTF8.self) }

    @Test func pagesGetTheReloadScriptAndOtherFilesDoNot() throws {
        preview.show(site: try MemoryFileSystem(site), fault: nil)
        let script = "<script src=\"/.album-preview/reload.js\"></script>"
        #expect(text("/") == "<body>home\(script)</body>")
        #expect(text("/a/") == "a\(script)")
        #expect(text("/nothing") == "<body>none\(script)</body>")
        #expect(text("/search/0.bin") == "b")
    }

    @Test func eachShowIsAnotherBuild() throws {
        preview.show(site: try MemoryFileSystem(site), fault: nil)
        #expect(text(LivePreview.buildPath) == "albumPreviewBuild(\"s-1\");\n")
        #expect(text(LivePreview.scriptPath).contains("const shown = \"s-1\""))
        preview.show(site: nil, fault: nil)
        #expect(text(LivePreview.buildPath) == "albumPreviewBuild(\"s-2\");\n")
    }

    @Test func aFaultStandsOnEveryPageEscapedUntilItGoes() throws {
        preview.show(site: try MemoryFileSystem(site), fault: nil)
        preview.show(site: nil, fault: .init(title: "Ошибка", text: "a.yml: <b> & </pre><script>"))
        #expect(text("/").hasPrefix("<body>home<link"))
        #expect(text("/").contains("<p>Ошибка</p><pre>a.yml: &lt;b&gt; &amp; &lt;/pre&gt;&lt;script&gt;</pre>"))
        preview.show(site: nil, fault: nil)
        #expect(!text("/").contains("Ошибка") && text("/").contains("home"))
    }

    @Test func withoutAnySiteThereIsAPageThatWaits() {
        #expect(preview.answer("/").status == 503)
        preview.show(site: nil, fault: .init(title: "Ошибка", text: "album.yml"))
        #expect(text("/x").contains("<p>Ошибка</p>") && text("/x").contains("reload.js"))
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
    @Test(.timeLimit(.minutes(1))) func anotherProgramsClientIsAnsweredUntilTheServerIsStopped() async throws {
        let preview = LivePreview(session: "s")
        preview.show(site: try MemoryFileSystem(site), fault: nil)
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
                200 text/html; charset=utf-8 66
                404 text/html; charset=utf-8 66
                200 text/html; charset=utf-8 50

                """)
        running.cancel()
        _ = await running.result
    }
}
