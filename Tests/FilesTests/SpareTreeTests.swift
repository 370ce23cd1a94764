import Foundation
import Glibc
import TestSupport
import Testing

@testable import Files

@Suite struct SpareTreeTests {
    /// Publishes files by path, as a build that keeps a spare does; unchanged ones are asked to be kept.
    private func publish(_ files: [String: String], in folder: TemporaryFolder) throws {
        let output = try OutputTransaction(replacing: folder.path("public"), keepsSpare: true)
        for (path, text) in files {
            let bytes = Array(text.utf8)
            let entry = try Manifest.Entry(path: SitePath(path), byteCount: bytes.count, digest: SHA256.digest(bytes))
            if try !output.takeOver(entry) { try output.write(SitePath(path), bytes) }
        }
        let manifest = try output.commit()
        #expect(manifest.entries.map(\.path.text) == files.keys.sorted())
    }

    /// What stands in the output, and nothing else beside it than one spare.
    private func expectPublished(_ files: [String: String], in folder: TemporaryFolder) throws {
        var published = try folder.texts(below: "public")
        published["manifest.json"] = nil
        #expect(published == files)
        let beside = Set(try folder.files().compactMap { $0.split(separator: "/").first })
        #expect(beside.subtracting(["public", ".public.album-spare"]).isEmpty)
    }

    private func inode(_ path: String, in folder: TemporaryFolder) throws -> UInt64 {
        var status = stat()
        try #require(lstat(folder.path(path), &status) == 0)
        return UInt64(status.st_ino)
    }

    @Test func theTreeThatWasReplacedIsBroughtUpToDateByTheNextBuild() throws {
        let folder = try TemporaryFolder()
        var files = Dictionary(uniqueKeysWithValues: (0..<50).map { ("folder-\($0 % 5)/\($0).html", "page \($0)") })
        for step in 0..<8 {
            files["folder-1/\(step * 5 + 1).html"] = "changed \(step)"
            files["folder-\(step % 5)/\(step).html"] = nil
            files["new-\(step)/index.html"] = "new"
            if step > 1 { files["new-\(step - 2)/index.html"] = nil }
            try publish(files, in: folder)
            try expectPublished(files, in: folder)
        }
        // A file that never changed is one file in both trees.
        #expect(
            try inode("public/folder-4/49.html", in: folder)
                == inode(".public.album-spare/folder-4/49.html", in: folder))
    }

    @Test func aFileGivesWayToAFolderOfItsNameAndBack() throws {
        let folder = try TemporaryFolder()
        let shapes: [[String: String]] = [
            ["a": "file", "b/c/d": "deep"], ["a/x": "inner", "b": "file"], ["a": "file", "b/c": "other"],
            ["a/x/y": "deeper", "b/c/d": "deep"], ["a": "again"], ["a/x": "inner"],
        ]
        for files in shapes + shapes.reversed() {
            try publish(files, in: folder)
            try expectPublished(files, in: folder)
        }
    }

    /// What somebody may do to a spare between two builds.
    enum Harm: CaseIterable {
        case otherBytes, otherFile, lost, foreignFile, foreignFolder, link, folderLink, fileForFolder, dotFile, removed
    }

    @Test(arguments: Harm.allCases)
    func nothingThatWasDoneToASpareIsPublished(_ harm: Harm) throws {
        let folder = try TemporaryFolder(["outside/kept.txt": "kept"])
        let files = ["index.html": "home", "a/one.html": "one", "a/two.html": "two", "b/three.html": "three"]
        for step in 0..<2 { try publish(files.merging(["step.html": "\(step)"]) { $1 }, in: folder) }
        let spare = ".public.album-spare/"
        switch harm {
        // The inode is that of the published file too: both are made anew.
        case .otherBytes:
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path(spare + "a/one.html")))
            try file.seekToEnd()
            try file.write(contentsOf: Array("X".utf8))
        case .otherFile:
            try folder.remove(spare + "a/one.html")
            try folder.write("XXX", to: spare + "a/one.html")
        case .lost: try folder.remove(spare + "a/one.html")
        case .foreignFile: try folder.write("X", to: spare + "a/foreign.html")
        case .foreignFolder: try folder.write("X", to: spare + "foreign/index.html")
        case .link:
            try folder.remove(spare + "a/one.html")
            try folder.link(spare + "a/one.html", to: folder.path("outside/kept.txt"))
        case .folderLink:
            try folder.remove(spare + "b")
            try folder.link(spare + "b", to: folder.path("outside"))
        case .fileForFolder:
            try folder.remove(spare + "b")
            try folder.write("X", to: spare + "b")
        case .dotFile: try folder.write("X", to: spare + ".htaccess")
        case .removed: try folder.remove(spare)
        }
        try publish(files, in: folder)
        var published = try folder.texts(below: "public")
        published["manifest.json"] = nil
        #expect(published == files)
        #expect(try folder.texts(below: "outside") == ["kept.txt": "kept"])
    }

    @Test func aBuildThatKeepsNoSpareRemovesIt() throws {
        let folder = try TemporaryFolder()
        for _ in 0..<2 { try publish(["a.html": "a"], in: folder) }
        #expect(try folder.text(".public.album-spare/.gitignore") == "*\n")
        #expect(!folder.contains("public/.gitignore"))
        let output = try OutputTransaction(replacing: folder.path("public"))
        try output.write(SitePath("a.html"), "a")
        _ = try output.commit()
        #expect(!folder.contains(".public.album-spare"))
    }

    @Test func twoBuildsAtOnceDoNotShareASpare() throws {
        let folder = try TemporaryFolder()
        for _ in 0..<2 { try publish(["a.html": "a"], in: folder) }
        let first = try OutputTransaction(replacing: folder.path("public"), keepsSpare: true)
        let second = try OutputTransaction(replacing: folder.path("public"), keepsSpare: true)
        try first.write(SitePath("a.html"), "first")
        try second.write(SitePath("a.html"), "second")
        _ = try first.commit()
        try expectPublishedText("first", in: folder)
        _ = try second.commit()
        try expectPublishedText("second", in: folder)
        try publish(["a.html": "third"], in: folder)
        try expectPublishedText("third", in: folder)
    }

    private func expectPublishedText(_ text: String, in folder: TemporaryFolder) throws {
        #expect(try folder.text("public/a.html") == text)
    }

    @Test func aBuildThatIsGivenUpLeavesThePublishedTree() throws {
        let folder = try TemporaryFolder()
        for step in 0..<2 { try publish(["a.html": "a", "b/c.html": "\(step)"], in: folder) }
        let output = try OutputTransaction(replacing: folder.path("public"), keepsSpare: true)
        try output.write(SitePath("b"), "file")
        output.abort()
        try expectPublished(["a.html": "a", "b/c.html": "1"], in: folder)
    }

    /// The disk notes a change of a file when one of its names goes: what a dead build had linked must stay.
    @Test(arguments: [true, false])
    func afterABuildThatWasKilledOrGivenUpFilesAreStillKept(wasKilled: Bool) throws {
        let folder = try TemporaryFolder()
        let files = ["a.html": "a", "b/c.html": "c"]
        for _ in 0..<2 { try publish(files, in: folder) }
        if wasKilled {
            try #require(
                rename(folder.path(".public.album-spare"), folder.path(".public.album-new-7-7")) == 0)
        } else {
            let output = try OutputTransaction(replacing: folder.path("public"), keepsSpare: true)
            try output.write(SitePath("b/c.html"), "new")
            output.abort()
        }
        let output = try OutputTransaction(replacing: folder.path("public"), keepsSpare: true)
        for (path, text) in files {
            let bytes = Array(text.utf8)
            let entry = try Manifest.Entry(path: SitePath(path), byteCount: bytes.count, digest: SHA256.digest(bytes))
            // What was written anew had its old name removed.
            let isTouched = !wasKilled && text == "c"
            let isKept = try output.takeOver(entry)
            #expect(isKept || isTouched, "\(path)")
            if !isKept { try output.write(SitePath(path), bytes) }
        }
        _ = try output.commit()
        try expectPublished(files, in: folder)
    }
}
