import Foundation
import TestSupport
import Testing

@testable import Files

@Suite struct PublishedTreeTests {
    private func manifest(_ paths: [String]) throws -> Manifest {
        Manifest(
            try paths.map {
                Manifest.Entry(path: try SitePath($0), byteCount: 1, digest: SHA256.digest(Array("x".utf8)))
            })
    }

    private func remove(_ paths: [String], in folder: TemporaryFolder) throws -> PublishedTree.Report {
        let manifest = try manifest(paths)
        try folder.write(manifest.bytes, to: "public/manifest.json")
        return try PublishedTree(manifest, in: DiskFileSystem(root: folder.path("public"))).remove()
    }

    @Test func whatIsListedGoesWithTheFoldersThatAreEmptyThenAndTheRestStays() throws {
        let folder = try TemporaryFolder([
            "public/index.html": "x", "public/a/b/c.html": "x", "public/a/d.html": "x", "public/a-b.html": "x",
            "public/e/own.txt": "x", "public/e/f.html": "x", "public/.gitkeep": "",
        ])
        let report = try remove(
            ["index.html", "a/b/c.html", "a/d.html", "a-b.html", "e/f.html", "gone.html", "gone/x.html"], in: folder)
        #expect(report == PublishedTree.Report(removed: 6, kept: []))
        #expect(try folder.files(below: "public") == [".gitkeep", "e/own.txt"])
        #expect(!folder.contains("public/a"))
    }

    @Test func noLinkIsFollowedAndNoFolderIsTakenForAFile() throws {
        let folder = try TemporaryFolder(["outside/x.html": "x", "outside/deep/y.html": "x", "public/dir/z/k": "x"])
        try folder.link("public/link", to: "../outside")
        try folder.write("x", to: "public/in/k")
        try folder.link("public/in/deep", to: "../../outside/deep")
        try folder.link("public/page.html", to: "../outside/x.html")
        let report = try remove(["link/x.html", "in/deep/y.html", "dir/z", "page.html", "in/k/l.html"], in: folder)
        #expect(report.kept.map(\.text) == ["dir/z", "in/deep/y.html", "link/x.html"])
        #expect(try folder.files(below: "outside") == ["deep/y.html", "x.html"])
        #expect(!folder.contains("public/page.html") && folder.contains("public/in/k"))
    }
}

@Suite struct EarlierTreeTests {
    private func build(_ folder: TemporaryFolder, _ texts: [String: String]) throws {
        let output = try OutputTransaction(replacing: folder.path("public"))
        for (path, text) in texts { try output.write(SitePath(path), text) }
        _ = try output.commit()
    }

    private func inode(_ folder: TemporaryFolder, _ name: String) throws -> UInt64 {
        try #require(try DiskFileSystem(root: folder.path).entry(SitePath(name))).inode
    }

    @Test func aFileThatNobodyTouchedIsLinkedInEveryLaterBuild() throws {
        let folder = try TemporaryFolder()
        try build(folder, ["a.html": "a", "b/c.html": "c"])
        let first = try inode(folder, "public/b/c.html")
        for _ in 0..<3 {
            try build(folder, ["a.html": "a", "b/c.html": "c"])
            #expect(try inode(folder, "public/b/c.html") == first)
        }
    }

    @Test func aFileThatWasChangedAtEqualSizeAndTimeIsWrittenAnew() throws {
        let folder = try TemporaryFolder()
        try build(folder, ["a.html": "a", "b.html": "b"])
        for attempt in 0..<2 {
            // The kernel's clock goes in steps of some milliseconds.
            usleep(20_000)
            let path = folder.path("public/a.html")
            let date = try #require(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try handle.write(contentsOf: Data("x".utf8))
            try handle.close()
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
            try build(folder, ["a.html": "a", "b.html": "b"])
            #expect(try folder.text("public/a.html") == "a", "attempt \(attempt)")
        }
    }
}
