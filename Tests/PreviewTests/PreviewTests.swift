import Files
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Preview

private let site: [String: String] = [
    "index.html": "<body>home</body>", "404.html": "<body>none</body>", "a/index.html": "a", "a/стр.html": "s",
    "search/0.bin": "b",
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
        "/index.html/", "/a/%00",
    ])
    func whatIsNotThereOrOutsideGetsTheSitesOwnPage(path: String) {
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

@Suite struct PreviewServerTests {
    @Test(.timeLimit(.minutes(1))) func pagesAreServedOverHTTPWithTheReloadScript() async throws {
        let reload = LiveReload()
        let server = PreviewServer(site: try MemoryFileSystem(site), port: 0, reload: reload)
        let running = Task { try await server.run() }
        let base = "http://127.0.0.1:\(try await server.port())"
        func page(_ path: String) throws -> String {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            let script = """
                import sys, urllib.request, urllib.error
                try: r = urllib.request.urlopen(sys.argv[1])
                except urllib.error.HTTPError as e: r = e
                print(r.status, r.headers["Content-Type"], r.read().decode(), end="")
                """
            process.arguments = ["python3", "-c", script, base + path]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let data = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return String(decoding: data, as: UTF8.self)
        }
        #expect(
            try page("/?q=1") == "200 text/html; charset=utf-8 <body>home"
                + "<script src=\"/.album-preview/reload.js\"></script></body>")
        #expect(try page("/x").hasPrefix("404 text/html; charset=utf-8 <body>none"))
        #expect(try page("/a").hasSuffix(" a<script src=\"/.album-preview/reload.js\"></script>"))
        #expect(try page(LiveReload.buildPath).hasSuffix(" albumPreviewBuild(1);\n"))
        reload.siteWasRebuilt()
        #expect(try page(LiveReload.buildPath).hasSuffix(" albumPreviewBuild(2);\n"))
        await server.stop()
        running.cancel()
    }

    @Test(.timeLimit(.minutes(1))) func aWatcherTellsOfChangesOnce() async throws {
        let folder = try TemporaryFolder(["content/a.md": "a"])
        let watcher = FolderWatcher(folders: [try DiskFileSystem(root: folder.path)], interval: .milliseconds(20))
        let (changes, continuation) = AsyncStream.makeStream(of: Void.self)
        let watching = Task { try await watcher.run { continuation.yield() } }
        try await Task.sleep(for: .milliseconds(100))
        try folder.write("b", to: "content/b.md")
        try folder.write("aa", to: "content/a.md")
        var iterator = changes.makeAsyncIterator()
        await iterator.next()
        watching.cancel()
        _ = await watching.result
        continuation.finish()
        #expect(await iterator.next() == nil)
    }
}
