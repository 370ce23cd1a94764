import Files
import Foundation
import TestSupport
import Testing

@testable import Packaging

/// Archives that somebody made: what is no copy is told, and none costs more than its size.
@Suite struct ArchiveCheckTests {
    /// Runs Python with the built site of one page in `public` and returns the folder, where it wrote `x.zip`.
    private func archive(_ script: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let output = try OutputTransaction(replacing: folder.path("public"))
        try output.write(SitePath("index.html"), "<p>")
        try output.write(SitePath("a.html"), "a")
        _ = try output.commit()
        let head = """
            import zipfile, struct, zlib
            M = open("public/manifest.json", "rb").read()
            P, A = b"<p>", b"a"
            def entry(z, name, data, mode=0o100644, system=3):
                i = zipfile.ZipInfo(name); i.create_system = system; i.external_attr = mode << 16
                i.compress_type = zipfile.ZIP_DEFLATED; z.writestr(i, data)
            z = zipfile.ZipFile("x.zip", "w")

            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-W", "ignore", "-c", head + script + "\nz.close()\n"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return folder
    }

    private static let whole = """
        entry(z, "a.html", A); entry(z, "index.html", P); entry(z, "manifest.json", M)
        """

    @Test(arguments: [
        whole, whole.replacing(#", ""#, with: #", "kopia/"#), whole + "\nentry(z, 'folder/', b'', 0o40755)",
        whole.replacing("A)", with: "A, 0)").replacing("P)", with: "P, 0, 0)"),
        // What systems put into archives by themselves.
        whole.replacing(#", ""#, with: #", "kopia/"#) + "\nentry(z, '__MACOSX/kopia/._a.html', b'x')",
        whole + "\nentry(z, '.DS_Store', b'x'); entry(z, '__MACOSX/._a.html', b'x'); entry(z, '._a.html', b'x')",
    ])
    func aCopyThatAnotherProgramPackedIsWhole(script: String) throws {
        let folder = try archive(script)
        let found = try Verify.archive(folder.path("x.zip"))
        #expect(found.isWhole && found.fileCount == 2, "\(found)")
    }

    @Test(arguments: [
        // A page as a link, and with the right to run as its owner.
        (whole.replacing("P)", with: "P, 0o120777)"), ["index.html"], []),
        (whole.replacing("P)", with: "P, 0o104755)"), ["index.html"], []),
        (whole.replacing("P)", with: "b'<q>')"), ["index.html"], []),
        (whole.replacing("P)", with: "b'<p>' + bytes(1000))"), ["index.html"], []),
        (whole.replacing("P)", with: "b'')"), ["index.html"], []),
        // A folder with content, and what would be written elsewhere.
        (whole + "\nentry(z, 'evil.html/', b'evil')", [], ["evil.html/"]),
        (whole + "\nentry(z, '../evil.html', b'evil')", [], ["../evil.html"]),
        // Hidden files, and among them those of a web server, which nobody needs in an archive.
        (whole + "\nentry(z, '.htaccess', b'evil')", [], [".htaccess"]),
        (whole + "\nentry(z, 'a/.x/evil.html', b'evil')", [], ["a/.x/evil.html"]),
        // Pages that have names of what systems put there, or lie beside it.
        (whole + "\nentry(z, '__MACOSX/index.html', b'evil')", [], ["__MACOSX/index.html"]),
        (whole + "\nentry(z, '__MACOSX/._evil.html', b'evil')", [], ["__MACOSX/._evil.html"]),
        (whole + "\nentry(z, 'thumbs.db/evil.html', b'evil')", [], ["thumbs.db/evil.html"]),
        (whole + "\nentry(z, '.DS_Store/evil.html', b'evil')", [], [".DS_Store/evil.html"]),
        (whole + "\nentry(z, '$RECYCLE.BIN/x.exe', b'evil')", [], ["$RECYCLE.BIN/x.exe"]),
        (whole + "\nentry(z, 'thumbs.db', b'a.html', 0o120777)", [], ["thumbs.db"]),
        (whole.replacing(#", ""#, with: #", "kopia/"#) + "\nentry(z, 'kopia/.env', b'', 0o104755)", [], ["kopia/.env"]),
    ])
    func whatIsNotAsBuiltIsTold(script: String, changed: [String], extra: [String]) throws {
        let folder = try archive(script)
        let found = try Verify.archive(folder.path("x.zip"))
        #expect(found.changed.map(\.text) == changed)
        #expect(found.extra == extra)
    }

    @Test(arguments: ["entry(z, 'manifest.json', M)", "entry(z, 'a.html', b'evil')", "entry(z, 'a.html', A)"])
    func anArchiveWithOneNameTwiceIsDamaged(line: String) throws {
        let folder = try archive(Self.whole + "\n" + line)
        let error = #expect(throws: PackagingError.self) { try Verify.archive(folder.path("x.zip")) }
        guard case .archive = error else { return #expect(Bool(false), "\(String(describing: error))") }
    }

    @Test func aSecondManifestFurtherDownIsNotTheSites() throws {
        let folder = try archive(Self.whole + "\nentry(z, 'b/manifest.json', M)")
        #expect(try Verify.archive(folder.path("x.zip")).extra == ["b/manifest.json"])
    }

    @Test func anArchiveThatUnpacksToVeryMuchIsRefusedUnread() throws {
        let folder = try archive(Self.whole + "\nentry(z, 'bomb.html', bytes(400 << 20))")
        let start = ContinuousClock.now
        #expect(throws: PackagingError.bomb(path: folder.path("x.zip"))) { try Verify.archive(folder.path("x.zip")) }
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func entriesThatShareOneBodyAreRefused() throws {
        // Every line of the directory points at the same large body.
        let script = """
            D = bytes(range(256)) * 8192
            z = open("x.zip", "wb")
            body = zlib.compress(D, 9)[2:-4]; crc = zlib.crc32(D)
            def local(n): return struct.pack("<IHHHHHIIIHH", 0x04034b50, 20, 0, 8, 0, 33, crc, len(body), len(D), len(n), 0) + n
            z.write(local(b"0") + body); start = z.tell()
            for i in range(200):
                n = b"%d" % i
                z.write(struct.pack("<IHHHHHHIIIHHHHHII", 0x02014b50, 20, 20, 0, 8, 0, 33, crc, len(body), len(D), len(n), 0, 0, 0, 0, 0, 0) + n)
            end = z.tell()
            z.write(struct.pack("<IHHHHIIH", 0x06054b50, 0, 0, 200, 200, end - start, start, 0))
            """
        let folder = try archive(script)
        #expect(throws: PackagingError.self) { try Verify.archive(folder.path("x.zip")) }
    }

    @Test func aFileInTheFolderThatIsLargerThanTheManifestSaysIsNotRead() throws {
        let folder = try archive(Self.whole)
        // Sixty-four gigabytes, of which the disk holds nothing.
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("public/a.html")))
        try handle.truncate(atOffset: 64 << 30)
        try handle.close()
        let found = try Verify.folder(folder.path("public"))
        #expect(found.changed.map(\.text) == ["a.html"])
    }
}
