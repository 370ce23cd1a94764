import Foundation
import TestSupport
import Testing

@testable import Files

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct SourceFolderTests {
    private static let path = SitePath(literal: "practices/kvest.md")
    private static let left = "content/practices/.kvest.md.album-4711-3141592653"

    private static func names(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path("content/practices")).sorted()
    }

    @Test(arguments: [false, true])
    func whatAKilledProgramLeftGoesWithTheNextThatIsWritten(creates: Bool) throws {
        let folder = try TemporaryFolder([Self.left: "half", "content/practices/.kvest.md.album-old": "an editor's"])
        let content = try SourceFolder("content", of: folder.path)
        if creates {
            #expect(try content.create(Self.path, [1]))
            #expect(try !content.create(Self.path, [2]))
        } else {
            try content.write(Self.path, [1])
        }
        #expect(try Self.names(folder) == [".kvest.md.album-old", "kvest.md"])
        #expect(try content.read(Self.path) == [1])
    }

    @Test func whatIsThereIsEnoughToSweepBesideIt() throws {
        let folder = try TemporaryFolder([Self.left: "half", "content/practices/kvest.md": "old"])
        #expect(try !SourceFolder("content", of: folder.path).create(Self.path, [1]))
        #expect(try Self.names(folder) == ["kvest.md"])
        #expect(try folder.text("content/practices/kvest.md") == "old")
    }

    @Test func whatAnotherProgramIsWritingStays() throws {
        let folder = try TemporaryFolder([Self.left: "half"])
        let held = open(folder.path(Self.left), O_RDONLY)
        defer { close(held) }
        try #require(flock(held, LOCK_EX | LOCK_NB) == 0)
        try SourceFolder("content", of: folder.path).write(Self.path, [1])
        #expect(try Self.names(folder) == [".kvest.md.album-4711-3141592653", "kvest.md"])
    }

    @Test func severalWritersOfOneFolderTakeNothingFromEachOther() throws {
        let folder = try TemporaryFolder(["content/practices/.gitkeep": ""])
        DispatchQueue.concurrentPerform(iterations: 4) { writer in
            for number in 0..<100 {
                #expect(throws: Never.self) {
                    let content = try SourceFolder("content", of: folder.path)
                    try content.write(Self.path, Array("\(writer) \(number)".utf8))
                    #expect(try content.create(SitePath("practices/\(writer)-\(number).md"), [1]))
                }
            }
        }
        #expect(try Self.names(folder).count == 402)
    }
}

@Suite struct HugeManifestTests {
    /// Eight gigabytes, of which the disk holds nothing.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(["public/manifest.json": "{", "public/index.html": ""])
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("public/manifest.json")))
        try handle.truncate(atOffset: 8 << 30)
        try handle.close()
        return folder
    }

    @Test func aFolderWithAHugeManifestIsNotOursAndIsNotRead() throws {
        let folder = try folder()
        let target = folder.path("public")
        #expect(throws: FileError(.replace, target, .foreignFolder)) { try OutputTransaction(replacing: target) }
        #expect(folder.contains("public/index.html"))
    }

    @Test func nothingIsTakenOverFromAnEditionWithAHugeManifest() throws {
        let folder = try folder()
        let output = try OutputTransaction(making: folder.path("next"), beside: folder.path("public"))
        try output.write(SitePath("index.html"), "")
        #expect(try output.commit().entries.count == 1)
    }
}

@Suite struct EditionFolderTests {
    @Test func whatAKilledPublicationLeftGoesWithTheNextOneAndOthersFilesStay() throws {
        let manifest = String(decoding: Manifest([]).bytes, as: UTF8.self)
        let folder = try TemporaryFolder([
            "srv/editions/.next.album-new-1-2/index.html": "half", "srv/editions/.next.album-old-1-2/index.html": "old",
            "srv/editions/.removed-0001-2024-01-01-0123456789ab/index.html": "",
            "srv/editions/next/manifest.json": manifest, "srv/editions/.htaccess": "",
        ])
        _ = try EditionFolder(folder.path("srv"), makes: true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("srv/editions")) == [".htaccess"])
        try folder.write("somebody's", to: "srv/editions/next/index.html")
        _ = try EditionFolder(folder.path("srv"), makes: true)
        #expect(folder.contains("srv/editions/next/index.html"))
    }

    @Test func whoComesWhileAnotherPublishesIsToldSo() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("srv")
        let first = try EditionFolder(path, makes: true)
        #expect(throws: FileError(.write, path, .held)) { _ = try EditionFolder(path, makes: true) }
        withExtendedLifetime(first) {}
    }
}
