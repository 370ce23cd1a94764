import Files
import Foundation
import Signatures
import TestSupport
import Testing

@testable import Packaging

/// A copy that is renewed by an update: old or new, never between.
@Suite struct UpdateTests {
    private static let first = ["index.html": "<title>Альбом</title>", "a.html": "a", "b.html": "b", "c/d.html": "d"]
    private static let second = [
        "index.html": "<title>Альбом</title>", "a.html": "A", "c/d.html": "d", "c/e.html": "e",
    ]

    /// `old.zip`, `update.zip` and `new.zip` of two editions, and the first unpacked in `copy`.
    private func editions(signedWith key: SecretKey? = nil) throws -> TemporaryFolder {
        let folder = try TemporaryFolder(["public/.gitkeep": ""])
        try build(Self.first, in: folder)
        _ = try Bundle.write(site: folder.path("public"), to: folder.path("old.zip"), signedWith: key)
        try build(Self.second, in: folder)
        _ = try Bundle.write(site: folder.path("public"), to: folder.path("new.zip"), signedWith: key)
        let report = try Bundle.write(
            site: folder.path("public"), to: folder.path("update.zip"), since: folder.path("old.zip"), signedWith: key)
        #expect(report.removedCount == 1 && report.fileCount == 2)
        try unpack("old.zip", to: "copy", in: folder)
        return folder
    }

    private func build(_ texts: [String: String], in folder: TemporaryFolder) throws {
        let output = try OutputTransaction(replacing: folder.path("public"))
        for (path, text) in texts { try output.write(SitePath(path), text) }
        _ = try output.commit()
    }

    private func unpack(_ archive: String, to copy: String, in folder: TemporaryFolder) throws {
        _ = try run(["python3", "-m", "zipfile", "-e", archive, copy], in: folder.path)
    }

    private func texts(_ folder: TemporaryFolder, _ copy: String) throws -> [String: String] {
        try folder.texts(below: copy)
    }

    @Test func aCopyBecomesTheNewEdition() throws {
        let folder = try editions()
        let outcome = try Update.apply(folder.path("update.zip"), to: folder.path("copy"))
        #expect(outcome == .renewed(fileCount: 6, broughtCount: 2))
        try unpack("new.zip", to: "whole", in: folder)
        #expect(try texts(folder, "copy") == texts(folder, "whole"))
        #expect(try Verify.folder(folder.path("copy")).isWhole)
        #expect(try Update.apply(folder.path("update.zip"), to: folder.path("copy")) == .hadItAlready)
    }

    /// A copy may have the list of files of an edition and not the files.
    @Test func aDamagedCopyOfTheEditionIsNotHeldToHaveIt() throws {
        let folder = try editions()
        let (update, copy) = (folder.path("update.zip"), folder.path("copy"))
        _ = try Update.apply(update, to: copy)
        try folder.write("порча", to: "copy/a.html")
        try folder.remove("copy/c/e.html")
        let before = try texts(folder, "copy")
        #expect(throws: PackagingError.damaged(path: copy, [try SitePath("a.html"), try SitePath("c/e.html")])) {
            try Update.apply(update, to: copy)
        }
        #expect(try texts(folder, "copy") == before)
    }

    @Test(arguments: ["none/below/copy", "none", "none/"])
    func ofACopyThatIsNotThereNothingIsMade(path: String) throws {
        let folder = try editions()
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(throws: PackagingError.self) {
            try Update.apply(folder.path("update.zip"), to: folder.path(path))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
    }

    @Test func anUpdateUnpackedByHandLeavesWhatIsGoneAndNothingElse() throws {
        let folder = try editions()
        try unpack("update.zip", to: "copy", in: folder)
        let found = try Verify.folder(folder.path("copy"))
        #expect(found.missing.isEmpty && found.changed.isEmpty && found.extra == ["b.html"])
    }

    @Test func anotherEditionADamagedCopyAndAWholeArchiveAreRefusedAndTheCopyStays() throws {
        let folder = try editions()
        let (update, copy) = (folder.path("update.zip"), folder.path("copy"))
        #expect(throws: PackagingError.noUpdate(path: folder.path("new.zip"))) {
            try Update.apply(folder.path("new.zip"), to: copy)
        }
        try folder.write("D", to: "copy/c/d.html")
        let before = try texts(folder, "copy")
        #expect(throws: PackagingError.damaged(path: copy, [try SitePath("c/d.html")])) {
            try Update.apply(update, to: copy)
        }
        #expect(try texts(folder, "copy") == before)
        try unpack("new.zip", to: "other", in: folder)
        let manifest = try folder.text("other/manifest.json").replacing("\"bytes\":1,", with: "\"bytes\": 1,")
        try folder.write(manifest, to: "other/manifest.json")
        #expect(throws: PackagingError.otherEdition(path: folder.path("other"))) {
            try Update.apply(update, to: folder.path("other"))
        }
    }

    @Test func aFileOfTheReadersStopsItAndIsNamed() throws {
        let folder = try editions()
        try folder.write("мои заметки", to: "copy/zametki.txt")
        let error = #expect(throws: PackagingError.self) {
            try Update.apply(folder.path("update.zip"), to: folder.path("copy"))
        }
        #expect(error == .readersFile(path: folder.path("copy/zametki.txt")))
        #expect(try folder.text("copy/zametki.txt") == "мои заметки" && folder.text("copy/a.html") == "a")
    }

    /// A page as a link, or with the right to run as its owner, is none of a site, whatever its bytes are.
    @Test(arguments: ["0o120777", "0o104755", "0o102644"])
    func anEntryWithSpecialRightsIsRefusedAndTheUpdateNamed(mode: String) throws {
        let folder = try editions()
        let script = """
            import zipfile
            with zipfile.ZipFile("update.zip") as old, zipfile.ZipFile("special.zip", "w") as new:
                for entry in old.infolist():
                    if entry.filename == "a.html": entry.external_attr = \(mode) << 16
                    new.writestr(entry, old.read(entry.filename))
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let before = try texts(folder, "copy")
        let special = folder.path("special.zip")
        #expect(throws: PackagingError.damaged(path: special, [try SitePath("a.html")])) {
            try Update.apply(special, to: folder.path("copy"))
        }
        #expect(try texts(folder, "copy") == before)
    }

    @Test func anUpdateOfAnUpdateIsRefused() throws {
        let folder = try editions()
        #expect(throws: PackagingError.sinceUpdate(path: folder.path("update.zip"))) {
            try Bundle.write(
                site: folder.path("public"), to: folder.path("x.zip"), since: folder.path("update.zip"))
        }
    }

    // MARK: Signatures

    @Test func aSignatureGoesAlongWithCopiesAndUpdates() throws {
        let key = try SecretKey.make()
        let folder = try editions(signedWith: key)
        for copy in ["old.zip", "new.zip", "update.zip", "copy"] {
            #expect(try CopySignature.verify(copyAt: folder.path(copy), key.publicKey).hasPrefix("files: "))
        }
        _ = try Update.apply(folder.path("update.zip"), to: folder.path("copy"), signedBy: key.publicKey)
        #expect(try CopySignature.verify(copyAt: folder.path("copy"), key.publicKey) == "files: 6")
        #expect(try Verify.folder(folder.path("copy")).isWhole)
        try folder.write(try folder.text("copy/manifest.json") + "\n", to: "copy/manifest.json")
        #expect(throws: PackagingError.signature(path: folder.path("copy"), .forged)) {
            try CopySignature.verify(copyAt: folder.path("copy"), key.publicKey)
        }
    }

    @Test func anUpdateOfAnotherOrOfNobodyIsRefusedWhereAKeyIsAsked() throws {
        let (key, other) = (try SecretKey.make(), try SecretKey.make())
        let folder = try editions(signedWith: other)
        #expect(
            throws: PackagingError.signature(
                path: folder.path("update.zip"), .otherKey(other.number, expected: key.number))
        ) { try Update.apply(folder.path("update.zip"), to: folder.path("copy"), signedBy: key.publicKey) }
        let unsigned = try editions()
        #expect(throws: PackagingError.unsigned(path: unsigned.path("update.zip"))) {
            try Update.apply(unsigned.path("update.zip"), to: unsigned.path("copy"), signedBy: key.publicKey)
        }
        #expect(try folder.text("copy/a.html") == "a" && unsigned.text("copy/a.html") == "a")
    }

    /// What is signed may be old: only its owner says which edition follows which.
    @Test func nobodyElseLeadsACopyBackToAnEditionThatWasSigned() throws {
        let key = try SecretKey.make()
        let folder = try editions(signedWith: key)
        try unpack("new.zip", to: "current", in: folder)
        // The earlier edition as an update of the new one: all of it is signed but what it renews.
        let script = """
            import zipfile, hashlib, json
            old, new = zipfile.ZipFile("old.zip"), zipfile.ZipFile("new.zip")
            name = lambda z: hashlib.sha256(z.read("manifest.json")).hexdigest()
            note = {"format": "album-update", "version": 1, "from": name(new), "to": name(old), "removed": []}
            for target, signature in (("back.zip", None), ("forged.zip", "manifest.json.minisig")):
                with zipfile.ZipFile(target, "w") as z:
                    for entry in old.namelist(): z.writestr(entry, old.read(entry))
                    z.writestr(".album-update.json", json.dumps(note, separators=(",", ":")))
                    if signature: z.writestr(".album-update.json.minisig", old.read(signature))
            """
        _ = try run(["python3", "-c", script], in: folder.path)
        let before = try texts(folder, "current")
        #expect(throws: PackagingError.unsignedNote(path: folder.path("back.zip"))) {
            try Update.apply(folder.path("back.zip"), to: folder.path("current"), signedBy: key.publicKey)
        }
        #expect(throws: PackagingError.signature(path: folder.path("forged.zip"), .forged)) {
            try Update.apply(folder.path("forged.zip"), to: folder.path("current"), signedBy: key.publicKey)
        }
        #expect(try texts(folder, "current") == before)
        // Without a key it is taken: then nobody's word is asked for.
        _ = try Update.apply(folder.path("back.zip"), to: folder.path("current"))
        #expect(try folder.text("current/a.html") == "a")
    }

    // MARK: Names

    @Test(arguments: [
        ("con.html", PackedNames.Reason.reserved), ("a/Aux.pdf", .reserved), ("lpt1", .reserved), ("a?.html", .sign),
        ("a./b.html", .sign), ("b .html/c", nil), ("приказ.pdf", .letters), ("адрес.html", nil), ("console.html", nil),
        (String(repeating: "a", count: 161), .long),
    ])
    func aNameThatCannotStandOnEveryDiskIsRefused(name: String, reason: PackedNames.Reason?) throws {
        let path = try SitePath(name)
        let faults = PackedNames.faults([path]) { $0.pathExtension == "html" }
        #expect(faults == (reason.map { [PackedNames.Fault(path: path, reason: $0)] } ?? []))
    }

    @Test func namesThatDifferInTheSizeOfLettersAloneAreOneOnAStick() throws {
        let paths = try [SitePath("a/B.html"), SitePath("a/b.html")]
        #expect(
            PackedNames.faults(paths) { _ in false } == [PackedNames.Fault(path: paths[1], reason: .twin(paths[0]))])
    }

    @Test func theEntryPagesOpenTheHomePage() throws {
        let folder = try editions()
        let page = try folder.text("copy/ОТКРЫТЬ.html")
        #expect(try page == folder.text("copy/OPEN.html"))
        #expect(page.contains("url=index.html") && page.contains("Открыть: Альбом"))
    }
}
