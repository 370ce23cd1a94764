import Files
import Foundation
import Packaging
import TestSupport
import Testing

/// A folder with a small built site in `public`.
private func builtSite(_ texts: [String: String] = ["index.html": "<p>", "документы/a.html": "a", "a.png": "PNG"])
    throws -> TemporaryFolder
{
    let folder = try TemporaryFolder(["public/.gitkeep": ""])
    let output = try OutputTransaction(replacing: folder.path("public"))
    for (path, text) in texts { try output.write(SitePath(path), text) }
    _ = try output.commit()
    return folder
}

/// What a program prints, from the folder it is run in.
func run(_ arguments: [String], in folder: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
}

@Suite struct BundleTests {
    @Test func whatOnlyTheWebHasStaysThere() throws {
        let folder = try builtSite([
            "index.html": "<p>", "practices/a.html": "a", "practices/a.html.md": "# a", "llms.txt": "# A",
            "notes.md": "заметки",
        ])
        _ = try Bundle.write(site: folder.path("public"), to: folder.path("site.zip"))
        let names = try run(["unzip", "-Z1", "site.zip"], in: folder.path)
        #expect(!names.contains("a.html.md") && !names.contains("llms.txt"), "\(names)")
        #expect(names.contains("practices/a.html") && names.contains("notes.md"))
        #expect(try Verify.archive(folder.path("site.zip")).isWhole)
    }

    @Test func theArchiveHoldsWhatTheManifestListsSortedAndUndated() throws {
        let folder = try builtSite()
        let report = try Bundle.write(site: folder.path("public"), to: folder.path("site.zip"))
        #expect(report.fileCount == 5)
        #expect(try folder.bytes("site.zip").count == report.byteCount)
        let script = """
            import zipfile
            for i in zipfile.ZipFile("site.zip").infolist():
                print(i.filename, i.date_time, oct(i.external_attr >> 16), i.compress_type, len(i.extra))
            """
        #expect(
            try run(["python3", "-c", script], in: folder.path) == """
                OPEN.html (1980, 1, 1, 0, 0, 0) 0o100644 8 0
                a.png (1980, 1, 1, 0, 0, 0) 0o100644 0 0
                index.html (1980, 1, 1, 0, 0, 0) 0o100644 8 0
                manifest.json (1980, 1, 1, 0, 0, 0) 0o100644 8 0
                ОТКРЫТЬ.html (1980, 1, 1, 0, 0, 0) 0o100644 8 0
                документы/a.html (1980, 1, 1, 0, 0, 0) 0o100644 8 0

                """)
    }

    @Test func theSameSiteGivesTheSameBytes() throws {
        let archives = try (0..<2).map { _ in
            let folder = try builtSite()
            _ = try Bundle.write(site: folder.path("public"), to: folder.path("site.zip"))
            return try folder.bytes("site.zip")
        }
        #expect(archives[0] == archives[1])
    }

    @Test func anArchiveInsideTheSiteIsRefused() throws {
        let folder = try builtSite()
        for output in ["public/site.zip", "public/документы/../site.zip"] {
            #expect(throws: PackagingError.outputInsideSite(path: folder.path(output))) {
                try Bundle.write(site: folder.path("public"), to: folder.path(output))
            }
        }
    }

    @Test func aSiteThatWasChangedAfterItsBuildIsRefusedAndTheOldArchiveStays() throws {
        let folder = try builtSite()
        try folder.write("old", to: "site.zip")
        try folder.write("changed", to: "public/index.html")
        let error = #expect(throws: PackagingError.self) {
            try Bundle.write(site: folder.path("public"), to: folder.path("site.zip"))
        }
        guard case .siteDiffers(_, let verification) = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
        #expect(verification.changed.map(\.text) == ["index.html"])
        #expect(try folder.text("site.zip") == "old")
        #expect(try folder.files().filter { $0.contains("partial") }.isEmpty)
    }

    @Test func anArchiveWithADamagedManifestIsDamagedAndNoOtherFile() throws {
        let folder = try builtSite()
        _ = try Bundle.write(site: folder.path("public"), to: folder.path("site.zip"))
        var bytes = try folder.bytes("site.zip")
        // The first time it is named is before its own bytes.
        let name = try #require(bytes.firstRange(of: Array("manifest.json".utf8)))
        bytes[name.upperBound + 40] ^= 0xFF
        try folder.write(bytes, to: "site.zip")
        #expect(throws: PackagingError.damagedManifest(path: folder.path("site.zip"))) {
            try Verify.archive(folder.path("site.zip"))
        }
    }

    @Test func whatAKilledRunLeftIsRemoved() throws {
        let folder = try builtSite()
        try folder.write("", to: ".site.zip.album-partial.Ab12Cd")
        _ = try Bundle.write(site: folder.path("public"), to: folder.path("site.zip"))
        #expect(try folder.files().filter { $0.contains("partial") }.isEmpty)
    }

    @Test func aFolderWithoutManifestIsNoSite() throws {
        let folder = try TemporaryFolder(["home/letter.txt": "", "app/manifest.json": "{}"])
        #expect(throws: PackagingError.noManifest(path: folder.path("home"))) {
            try Bundle.write(site: folder.path("home"), to: folder.path("x.zip"))
        }
        #expect(throws: PackagingError.unreadableManifest(path: folder.path("app"), .notAManifest(byteOffset: 1))) {
            try Verify.copy(at: folder.path("app"))
        }
    }
}

@Suite struct VerifyTests {
    @Test func aCopyAsBuiltIsWholeInAFolderAndInAZIP() throws {
        let folder = try builtSite()
        _ = try Bundle.write(site: folder.path("public"), to: folder.path("site.zip"))
        for copy in ["public", "site.zip"] {
            let found = try Verify.copy(at: folder.path(copy))
            #expect(found.isWhole && found.fileCount == (copy == "public" ? 3 : 5))
        }
    }

    @Test func missingChangedAndExtraFilesAreListed() throws {
        let folder = try builtSite(["a.html": "a", "b.html": "b", "c.html": "c", "d.html": "d"])
        try folder.remove("public/a.html")
        try folder.write("B", to: "public/b.html")
        try folder.remove("public/c.html")
        try folder.link("public/c.html", to: "d.html")
        try folder.write("x", to: "public/new/x.html")
        try folder.write("x", to: "public/.htaccess")
        let found = try Verify.folder(folder.path("public"))
        #expect(found.missing.map(\.text) == ["a.html"])
        #expect(found.changed.map(\.text) == ["b.html", "c.html"])
        #expect(found.extra == ["new/x.html"] && found.hidden == [".gitkeep", ".htaccess"])
        #expect(!found.isWhole && !found.isComplete)
    }

    /// What a stick from another system has is no fault of the copy; anything else that lies there is told.
    @Test func filesThatSystemsPutThereDoNotCount() throws {
        let folder = try builtSite(["a.html": "a"])
        for path in [
            "Thumbs.db", "practices/desktop.ini", "System Volume Information/WPSettings.dat", ".DS_Store", "._a.html",
            "._.DS_Store", "._manifest.json", "practices/.DS_Store",
        ] {
            try folder.write("x", to: "public/" + path)
        }
        #expect(try Verify.folder(folder.path("public")).isWhole)
        // Pages that are named so, or lie where such files do.
        let foreign = [
            "$RECYCLE.BIN/x.exe", "Thumbs.html", "__MACOSX/index.html", "lost.dir/a.html", "thumbs.db/evil.html",
        ]
        let hidden = [".DS_Store/evil.html", "._other.html", ".htaccess", "a/.evil.html"]
        for path in foreign.filter({ !$0.hasPrefix("thumbs") }) + hidden.dropFirst() {
            try folder.write("x", to: "public/" + path)
        }
        try folder.remove("public/Thumbs.db")
        try folder.remove("public/.DS_Store")
        try folder.write("x", to: "public/thumbs.db/evil.html")
        try folder.write("x", to: "public/.DS_Store/evil.html")
        try folder.link("public/desktop.ini", to: "a.html")
        let found = try Verify.folder(folder.path("public"))
        #expect(found.extra == (foreign + ["desktop.ini"]).sorted() && found.isComplete && !found.isWhole)
        #expect(found.hidden == (hidden + [".gitkeep"]).sorted())
    }

    @Test func aZIPPackedByHandWithItsFolderIsUnderstood() throws {
        let folder = try builtSite(["a.html": "a", "b.html": "b"])
        let script = """
            import zipfile
            with zipfile.ZipFile("hand.zip", "w") as z:
                z.writestr("public/", "")
                z.write("public/manifest.json")
                z.write("public/a.html")
                z.writestr("public/b.html", "other")
                z.writestr("../evil.html", "x")
            """
        _ = try run(["python3", "-c", script], in: folder.path)
        let found = try Verify.copy(at: folder.path("hand.zip"))
        #expect(found.changed.map(\.text) == ["b.html"])
        #expect(found.missing.isEmpty)
        #expect(found.extra == ["../evil.html"])
    }

    @Test func whatIsNoArchiveSaysSo() throws {
        let folder = try TemporaryFolder(["x.zip": "not a zip"])
        let error = #expect(throws: PackagingError.self) { try Verify.copy(at: folder.path("x.zip")) }
        guard case .archive = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(throws: PackagingError.self) { try Verify.copy(at: folder.path("nowhere")) }
    }
}
