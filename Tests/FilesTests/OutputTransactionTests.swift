import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Files

@Suite struct OutputTransactionTests {
    @Test func aCommitPublishesAllFilesWithTheirManifest() throws {
        let folder = try TemporaryFolder()
        let output = try OutputTransaction(replacing: folder.path("site/public"))
        try output.write(SitePath("a/b/c.html"), "текст")
        try output.write(SitePath("index.html"), pieces: [Array("ab".utf8), [], Array("c".utf8)])
        #expect(!folder.contains("site/public"))
        let manifest = try output.commit()
        #expect(
            try folder.files() == ["site/public/a/b/c.html", "site/public/index.html", "site/public/manifest.json"])
        #expect(try folder.text("site/public/index.html") == "abc")
        #expect(try Manifest(parsing: folder.bytes("site/public/manifest.json")) == manifest)
        #expect(manifest.entries.map(\.byteCount) == [10, 3])
        #expect(manifest.entries[1].digest == SHA256.digest(Array("abc".utf8)))
    }

    @Test(arguments: [TreeExchange.Way.exchange, .twoRenames])
    func aCommitReplacesTheWholeOldTreeButItsDotFiles(way: TreeExchange.Way) throws {
        let folder = try TemporaryFolder([
            "public/.gitkeep": "", "public/.well-known/a/x.txt": "x", "public/.nojekyll": "old",
        ])
        try folder.link("public/.link", to: "nowhere")
        for text in ["one", "two"] {
            let output = try OutputTransaction(replacing: folder.path("public"), way: way)
            try output.write(SitePath("\(text).html"), text)
            try output.write(SitePath(".nojekyll"), text)
            _ = try output.commit()
        }
        #expect(
            try folder.files() == [
                "public/.gitkeep", "public/.link", "public/.nojekyll", "public/.well-known/a/x.txt",
                "public/manifest.json", "public/two.html",
            ])
        #expect(try folder.text("public/.nojekyll") == "two")
    }

    @Test func aDotFileThatABuildPublishedGoesWithIt() throws {
        let folder = try TemporaryFolder(["public/.well-known/acme.txt": "of the host"])
        for names in [[".nojekyll", ".well-known/security.txt"], [], ["index.html"]] {
            let output = try OutputTransaction(replacing: folder.path("public"))
            for name in names { try output.write(SitePath(name), name) }
            _ = try output.commit()
            #expect(
                try folder.files()
                    == (["public/.well-known/acme.txt", "public/manifest.json"] + names.map { "public/" + $0 }).sorted()
            )
        }
    }

    @Test func theSameFilesGiveTheSameTreeFromAnyThreads() throws {
        let folder = try TemporaryFolder()
        var trees: [[String: String]] = []
        for threads in [1, 4] {
            let output = try OutputTransaction(replacing: folder.path("public"))
            let paths = try (0..<2000).map { try SitePath("folder-\($0 % 301)/page-\($0).html") }
            let failures = Failures()
            DispatchQueue.concurrentPerform(iterations: threads) { thread in
                for index in stride(from: thread, to: paths.count, by: threads) {
                    do { try output.write(paths[index], "page \(index)") } catch { failures.add(error) }
                }
            }
            #expect(failures.all.isEmpty)
            _ = try output.commit()
            trees.append(try folder.texts(below: "public"))
        }
        #expect(trees[0] == trees[1])
        #expect(trees[0].count == 2001)
    }

    @Test func anAbortLeavesNothingAndTheOldTreeWhole() throws {
        let folder = try TemporaryFolder()
        let first = try OutputTransaction(replacing: folder.path("public"))
        try first.write(SitePath("a.html"), "a")
        _ = try first.commit()
        let before = try folder.texts()
        let second = try OutputTransaction(replacing: folder.path("public"))
        try second.write(SitePath("b.html"), "b")
        second.abort()
        #expect(try folder.texts() == before)
        do {
            let third = try OutputTransaction(replacing: folder.path("public"))
            try third.write(SitePath("c.html"), "c")
        }
        #expect(try folder.texts() == before)
        #expect(throws: FileError.self) { try second.write(SitePath("d.html"), "d") }
        #expect(throws: FileError.self) { try second.commit() }
        #expect(try folder.texts() == before)
    }

    @Test func aFolderThatIsNotOursIsRefused() throws {
        let folder = try TemporaryFolder([
            "home/letter.txt": "dear", "app/manifest.json": #"{"name":"app"}"#, "file": "", "kept/.gitkeep": "",
        ])
        for name in ["home", "app"] {
            #expect(throws: FileError(.replace, folder.path(name), .foreignFolder)) {
                try OutputTransaction(replacing: folder.path(name))
            }
        }
        #expect(throws: FileError(.replace, folder.path("file"), .notAFolder)) {
            try OutputTransaction(replacing: folder.path("file"))
        }
        try OutputTransaction(replacing: folder.path("kept")).abort()
        #expect(try folder.files() == ["app/manifest.json", "file", "home/letter.txt", "kept/.gitkeep"])
    }

    @Test func aFileThatWasNotPublishedIsNeverRemoved() throws {
        let folder = try TemporaryFolder()
        let first = try OutputTransaction(replacing: folder.path("public"))
        try first.write(SitePath("a/page.html"), "1")
        _ = try first.commit()
        try folder.write("", to: "public/a/.DS_Store")
        try OutputTransaction(replacing: folder.path("public")).abort()
        for foreign in ["public/letter.txt", "public/a/b/letter.txt"] {
            try folder.write("dear", to: foreign)
            let before = try folder.texts()
            #expect(throws: FileError(.replace, folder.path(foreign), .foreignFile)) {
                try OutputTransaction(replacing: folder.path("public"))
            }
            #expect(try folder.texts() == before)
            try folder.remove(foreign)
        }
        // One that comes while the site is being built.
        let second = try OutputTransaction(replacing: folder.path("public"))
        try second.write(SitePath("a/page.html"), "2")
        try folder.write("dear", to: "public/letter.txt")
        #expect(throws: FileError(.replace, folder.path("public/letter.txt"), .foreignFile)) { try second.commit() }
        #expect(try folder.text("public/a/page.html") == "1")
    }

    @Test func theSourcesAreNoPlaceForTheOutput() throws {
        let folder = try TemporaryFolder(["content/a.md": "a"])
        try folder.link("way", to: "content")
        for name in ["content", "content/site", "way/site"] {
            #expect(throws: FileError(.replace, folder.path(name.replacing("way", with: "content")), .amongSources)) {
                try OutputTransaction(replacing: folder.path(name), apartFrom: [folder.path("content")])
            }
        }
        try OutputTransaction(replacing: folder.path("contents"), apartFrom: [folder.path("content")]).abort()
        #expect(try folder.files() == ["content/a.md", "way"])
    }

    @Test func aPathIsWrittenOnce() throws {
        let folder = try TemporaryFolder()
        let output = try OutputTransaction(replacing: folder.path("public"))
        try output.write(SitePath("a/b.html"), "1")
        for path in ["a/b.html", "a", "manifest.json"] {
            let error = #expect(throws: FileError.self) { try output.write(SitePath(path), "2") }
            #expect(error?.cause == .writtenTwice)
        }
    }

    @Test func whatAKilledBuildLeftIsSweptButNotALivingOne() throws {
        let folder = try TemporaryFolder([
            ".public.album-new-99999999-0/a/b.html": "", ".public.album-old-99999999-0/x.html": "", ".public.mine": "",
            "public/.gitkeep": "",
        ])
        let living = try OutputTransaction(replacing: folder.path("public"))
        try living.write(SitePath("a.html"), "a")
        let other = try OutputTransaction(replacing: folder.path("public"))
        other.abort()
        _ = try living.commit()
        #expect(try folder.files() == [".public.mine", "public/.gitkeep", "public/a.html", "public/manifest.json"])
    }

    @Test func aBuildKilledBetweenTwoRenamesIsMendedByTheNext() throws {
        let folder = try TemporaryFolder([".public.album-old-1-0/x.html": "x", ".public.album-new-1-0/y.html": "y"])
        let page = Manifest.Entry(path: try SitePath("x.html"), byteCount: 1, digest: SHA256.digest(Array("x".utf8)))
        try folder.write(Manifest([page]).bytes, to: ".public.album-old-1-0/manifest.json")
        try OutputTransaction(replacing: folder.path("public")).abort()
        #expect(try folder.files() == ["public/manifest.json", "public/x.html"])
    }

    @Test func aLinkToTheOutputFolderStays() throws {
        let folder = try TemporaryFolder(["www/site/.gitkeep": ""])
        try folder.link("public", to: "www/site")
        let output = try OutputTransaction(replacing: folder.path("public"))
        try output.write(SitePath("a.html"), "a")
        _ = try output.commit()
        #expect(try folder.text("public/a.html") == "a")
        #expect(try folder.files(below: "www") == ["site/.gitkeep", "site/a.html", "site/manifest.json"])
    }

    @Test func memoryPublishesTheSameAsTheDisk() throws {
        let folder = try TemporaryFolder(["assets/logo.svg": "<svg/>"])
        let source = try DiskFileSystem(root: folder.path)
        let disk = try OutputTransaction(replacing: folder.path("public"))
        let memory = MemoryOutput()
        for sink in [disk, memory] as [any OutputSink] {
            try sink.write(SitePath("b/c.html"), "c")
            try sink.copy(SitePath("assets/logo.svg"), of: source, to: SitePath("logo.svg"))
            _ = try sink.commit()
        }
        let texts = Dictionary(
            uniqueKeysWithValues: memory.files.map { ($0.key.text, String(decoding: $0.value, as: UTF8.self)) })
        #expect(try folder.texts(below: "public") == texts)
        #expect(memory.text("logo.svg") == "<svg/>")
    }
}

/// Errors of several threads.
private final class Failures: Sendable {
    private let errors = Mutex<[any Error]>([])
    var all: [any Error] { errors.withLock { $0 } }
    func add(_ error: any Error) { errors.withLock { $0.append(error) } }
}

/// A small file system in memory that ends with the test; needs the right to mount.
private struct SmallDisk: ~Copyable {
    let path: String

    init?(on folder: TemporaryFolder) {
        path = folder.path
        guard mount("tmpfs", path, "tmpfs", 0, "size=2m") == 0 else { return nil }
    }

    deinit { umount2(path, Int32(MNT_DETACH)) }
}

@Suite struct FullDiskTests {
    @Test func aDiskIsNotReplacedAndItsFoldersAre() throws {
        let folder = try TemporaryFolder()
        guard let disk = SmallDisk(on: folder) else { return print("skipped: mounting is not allowed here") }
        let error = #expect(throws: FileError.self) { try OutputTransaction(replacing: disk.path) }
        #expect(error?.cause == .mountPoint)
        let output = try OutputTransaction(replacing: disk.path + "/site")
        try output.write(SitePath("a.html"), "a")
        _ = try output.commit()
    }

    @Test func aFullDiskLeavesTheEarlierSiteWhole() throws {
        let folder = try TemporaryFolder()
        guard let disk = SmallDisk(on: folder) else { return }
        let target = disk.path + "/public"
        let first = try OutputTransaction(replacing: target)
        for index in 0..<10 { try first.write(SitePath("\(index).html"), "page \(index)") }
        _ = try first.commit()
        let before = try folder.texts()

        let second = try OutputTransaction(replacing: target)
        let page = [UInt8](repeating: 0x20, count: 100_000)
        let error = #expect(throws: FileError.self) {
            for index in 0..<100 { try second.write(SitePath("a/\(index).html"), page) }
        }
        #expect(error?.isDiskFull == true)
        #expect(error?.path.hasPrefix(target + "/a/") == true)
        second.abort()
        #expect(try folder.texts() == before)
    }

    @Test func aDiskThatFillsAtTheCommitLeavesTheEarlierSiteWhole() throws {
        let folder = try TemporaryFolder()
        guard let disk = SmallDisk(on: folder) else { return }
        let target = disk.path + "/public"
        _ = try OutputTransaction(replacing: target).commit()
        let before = try folder.texts()
        let second = try OutputTransaction(replacing: target)
        for index in 0..<400 { try second.write(SitePath("\(index).html"), [UInt8](repeating: 0x20, count: 4096)) }
        try folder.write([UInt8](repeating: 0, count: 300_000), to: "filler")
        // Whatever room is left now is less than the manifest needs.
        while (try? folder.write([UInt8](repeating: 0, count: 4096), to: "filler-\(Int.random(in: 0..<1 << 40))"))
            != nil
        {}
        let error = #expect(throws: FileError.self) { try second.commit() }
        #expect(error?.isDiskFull == true)
        #expect(try folder.texts(below: "public") == before.mapKeys { String($0.dropFirst("public/".count)) })
    }
}

extension Dictionary where Key == String {
    fileprivate func mapKeys(_ rename: (String) -> String) -> [String: Value] {
        Dictionary(uniqueKeysWithValues: map { (rename($0.key), $0.value) })
    }
}
