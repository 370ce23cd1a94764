import Files
import TestSupport
import Testing

@Suite struct FileSystemTests {
    @Test func aFolderIsListedWithAllLevelsSortedWithoutHiddenNames() throws {
        let folder = try TemporaryFolder(["b.md": "bb", "a/c.md": "", "a/.git/x": "", ".DS_Store": "", "a-b.md": ""])
        let listing = try DiskFileSystem(root: folder.path).list()
        #expect(listing.entries.map(\.path.text) == ["a", "a-b.md", "a/c.md", "b.md"])
        #expect(listing.entries.map(\.kind) == [.folder, .file, .file, .file])
        #expect(listing.entries.last?.byteCount == 2)
        #expect(listing.problems.isEmpty)
        let all = try DiskFileSystem(root: folder.path).list(.root, includingHidden: true)
        #expect(all.entries.map(\.path.text).contains("a/.git/x"))
    }

    @Test func linksSayWhereTheyLead() throws {
        let folder = try TemporaryFolder(["root/a/x.md": "text", "secret": "s"])
        try folder.link("root/inside", to: "a/x.md")
        try folder.link("root/dir", to: "a")
        try folder.link("root/outside", to: "../secret")
        try folder.link("root/missing", to: "nothing")
        try folder.link("root/circle", to: "circle")
        let files = try DiskFileSystem(root: folder.path("root"))
        let kinds = Dictionary(uniqueKeysWithValues: try files.list().entries.map { ($0.path.text, $0.kind) })
        #expect(kinds["inside"] == .link(.file(try SitePath("a/x.md"))))
        #expect(kinds["dir"] == .link(.folder(try SitePath("a"))))
        #expect(kinds["outside"] == .link(.outside("../secret")))
        #expect(kinds["missing"] == .link(.missing("nothing")))
        #expect(kinds["circle"] == .link(.missing("circle")))
        #expect(kinds["dir/x.md"] == nil)
        #expect(try files.read(SitePath("inside")) == Array("text".utf8))
        #expect(try files.read(SitePath("dir/x.md")) == Array("text".utf8))
        try folder.link("root/up", to: "..")
        for path in ["outside", "up/secret"] {
            #expect(throws: FileError(.read, folder.path("root/" + path), .outsideRoot)) {
                try files.read(SitePath(path))
            }
        }
    }

    @Test func filesAreReadWhole() throws {
        let big = [UInt8](repeating: 7, count: 300_001)
        let folder = try TemporaryFolder(["empty": ""])
        try folder.write(big, to: "big")
        let files = try DiskFileSystem(root: folder.path)
        #expect(try files.read(SitePath("big")) == big)
        #expect(try files.read(SitePath("empty")).isEmpty)
        #expect(try DiskFileSystem.readFile("/proc/self/status").count > 100)
    }

    @Test func whatCannotBeReadSaysWhichAndWhy() throws {
        let folder = try TemporaryFolder(["a/b": ""])
        let files = try DiskFileSystem(root: folder.path)
        let missing = #expect(throws: FileError.self) { try files.read(SitePath("x")) }
        #expect(missing?.isMissing == true)
        #expect(missing?.path == folder.path("x"))
        #expect(throws: FileError(.read, folder.path("a"), .notAFile)) { try files.read(SitePath("a")) }
        #expect(try files.entry(SitePath("x")) == nil)
        #expect(try files.entry(SitePath("a/b"))?.kind == .file)
        #expect(throws: FileError.self) { try DiskFileSystem(root: folder.path("nowhere")) }
        #expect(throws: FileError(.list, folder.path("a/b"), .notAFolder)) {
            try DiskFileSystem(root: folder.path("a/b"))
        }
    }

    @Test func memoryBehavesAsTheDisk() throws {
        let texts = ["b.md": "bb", "a/c.md": "x", "a/.git/x": "", ".hidden": ""]
        let folder = try TemporaryFolder(texts)
        let disk = try DiskFileSystem(root: folder.path)
        let memory = try MemoryFileSystem(texts)
        for root in [SitePath.root, try SitePath("a")] {
            for isAll in [true, false] {
                let left = try disk.list(root, includingHidden: isAll).entries.map { "\($0.path) \($0.kind)" }
                let right = try memory.list(root, includingHidden: isAll).entries.map { "\($0.path) \($0.kind)" }
                #expect(left == right)
            }
        }
        #expect(try memory.read(SitePath("a/c.md")) == Array("x".utf8))
        #expect(throws: FileError(.read, "a", .notAFile)) { try memory.read(SitePath("a")) }
        #expect(throws: FileError.self) { try memory.list(SitePath("nowhere")) }
    }

    @Test func aFileThatIsToGoIsNotThere() throws {
        let folder = try TemporaryFolder(["a.md": "а", "b.md": "б"])
        let root = try DiskFileSystem(root: folder.path).root
        let tree = try DiskFileSystem(
            root: root, unsaved: UnsavedFiles([root + "/c.md": Array("в".utf8)], without: [root + "/a.md"]))
        #expect(try tree.list().entries.map(\.path.text) == ["b.md", "c.md"])
        #expect(try tree.entry(SitePath("a.md")) == nil)
        #expect { try tree.read(SitePath("a.md")) } throws: { ($0 as? FileError)?.isMissing == true }
        #expect { try tree.readBeginning(SitePath("a.md"), atMost: 1) } throws: {
            ($0 as? FileError)?.isMissing == true
        }
        #expect(folder.contains("a.md"))
    }
}
