import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Copies that are handed out, signed, checked and renewed, as people do it at a terminal.
@Suite(.serialized) struct UpdateCommandTests {
    /// A site with two editions packed: `old.zip`, `new.zip`, `update.zip`.
    private func editions(_ extra: [String] = [], files: Int = 3) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        for number in 0..<files { try write("Первый", number, in: folder) }
        try pack("old.zip", extra, in: folder)
        try write("Второй", 0, in: folder)
        try folder.remove("site/content/practices/p1.md")
        try pack("new.zip", extra, in: folder)
        try pack("update.zip", extra + ["--since", "old.zip"], in: folder)
        return folder
    }

    private func write(_ word: String, _ number: Int, in folder: TemporaryFolder) throws {
        try folder.write(
            "---\ntitle: \(word) \(number)\nsummary: Игра\n---\nТекст\n", to: "site/content/practices/p\(number).md")
    }

    private func pack(_ name: String, _ extra: [String], in folder: TemporaryFolder) throws {
        #expect(try Program.run(["build", "--root", "site"], in: folder.path).status == 0)
        let pack = try Program.run(["pack", "--root", "site", "--output", name] + extra, in: folder.path)
        #expect(pack.status == 0, "\(pack.messages)")
    }

    private func unpack(_ archive: String, to copy: String, in folder: TemporaryFolder) throws {
        let status = system("python3 -m zipfile -e '\(folder.path(archive))' '\(folder.path(copy))'")
        #expect(status == 0)
    }

    @Test func aSignedCopyIsRenewedUnderAPathWithBlanksAndCyrillic() throws {
        let folder = try TemporaryFolder()
        let made = try Program.run(["keygen"], in: folder.path)
        #expect(made.status == 0 && made.messages.contains("album.pub: открытый ключ"), "\(made.messages)")
        #expect(
            try FileManager.default.attributesOfItem(atPath: folder.path("album.key"))[.posixPermissions] as? Int
                == 0o600)
        let again = try Program.run(["keygen"], in: folder.path)
        #expect(again.status == 2 && again.messages.contains("album.key уже есть"))
        let key = folder.path("album.key")
        let site = try editions(["--sign", key])
        try unpack("old.zip", to: "Мои копии/альбом", in: site)
        let pub = folder.path("album.pub")
        let before = try Program.run(["verify", "Мои копии/альбом", "--key", pub], in: site.path)
        #expect(before.status == 0 && before.messages.contains("подпись подлинная, ключ "), "\(before.messages)")
        let update = try Program.run(["update", "Мои копии/альбом", "update.zip", "--key", pub], in: site.path)
        #expect(update.status == 0 && update.messages.contains("обновлено файлов"), "\(update.messages)")
        try unpack("new.zip", to: "whole", in: site)
        #expect(try site.texts(below: "Мои копии/альбом") == site.texts(below: "whole"))
        let twice = try Program.run(["update", "Мои копии/альбом", "update.zip"], in: site.path)
        #expect(twice.status == 0 && twice.messages.contains("это издание здесь уже есть"))
        let other = try Program.run(["keygen", "--name", "other"], in: folder.path)
        #expect(other.status == 0)
        let forged = try Program.run(["verify", "new.zip", "--key", folder.path("other.pub")], in: site.path)
        #expect(forged.status == 5 && forged.messages.contains("подписано другим ключом"), "\(forged.messages)")
    }

    @Test func aLockedKeySignsWithItsPasswordOnly() throws {
        let folder = try TemporaryFolder()
        func run(_ arguments: [String], password: String?, in folder: TemporaryFolder) throws -> Program.Run {
            try Program.run(
                arguments, in: folder.path, environment: password.map { ["ALBUM_KEY_PASSWORD": $0] } ?? [:])
        }
        #expect(try run(["keygen", "--password"], password: "кодовое слово", in: folder).status == 0)
        let site = try TemporaryFolder()
        try SmallSite.lay(in: site)
        #expect(try Program.run(["build", "--root", "site"], in: site.path).status == 0)
        let arguments = ["pack", "--root", "site", "--output", "b.zip", "--sign", folder.path("album.key")]
        let wrong = try run(arguments, password: "другое", in: site)
        #expect(wrong.status == 2 && wrong.messages.contains("пароль не подходит"), "\(wrong.messages)")
        let missing = try run(arguments, password: nil, in: site)
        #expect(missing.status == 2 && missing.messages.contains("ключ закрыт паролем"), "\(missing.messages)")
        #expect(!site.contains("b.zip"))
        #expect(try run(arguments, password: "кодовое слово", in: site).status == 0)
    }

    @Test func whatIsNoUpdateOrNotOfThisCopySaysWhatToDo() throws {
        let site = try editions()
        try unpack("old.zip", to: "copy", in: site)
        let whole = try Program.run(["update", "copy", "new.zip"], in: site.path)
        #expect(whole.status == 2 && whole.messages.contains("это не обновление"), "\(whole.messages)")
        try unpack("new.zip", to: "new", in: site)
        let (old, new) = (try site.texts(below: "copy"), try site.texts(below: "new"))
        let kept = try #require(old.keys.filter { old[$0] == new[$0] && $0.hasSuffix(".html") }.min())
        try site.write("испорчено", to: "copy/" + kept)
        let damaged = try Program.run(["update", "copy", "update.zip"], in: site.path)
        #expect(damaged.status == 5 && damaged.messages.contains(kept), "\(damaged.messages)")
        let nothing = try Program.run(["update", "site", "update.zip"], in: site.path)
        #expect(nothing.status == 2 && nothing.messages.contains("manifest.json"), "\(nothing.messages)")
    }

    @Test func anUpdateKilledAtAnyMomentLeavesTheOldCopyOrTheNew() throws {
        let site = try editions(files: 40)
        try unpack("old.zip", to: "old", in: site)
        try unpack("new.zip", to: "new", in: site)
        let (old, new) = (try site.texts(below: "old"), try site.texts(below: "new"))
        try unpack("old.zip", to: "copies/copy", in: site)
        let begin = Date()
        #expect(try Program.run(["update", "copies/copy", "update.zip"], in: site.path).status == 0)
        let usual = Date().timeIntervalSince(begin)
        var (killed, renewed) = (0, 0)
        for round in 0..<50 {
            try site.remove("copies")
            try unpack("old.zip", to: "copies/copy", in: site)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: try #require(Program.path))
            process.arguments = ["update", "copies/copy", "update.zip"]
            process.currentDirectoryURL = URL(fileURLWithPath: site.path)
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32(usual * 0.7e6 * Double(round) / 50))
            if process.isRunning { killed += 1 }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let found = try site.texts(below: "copies/copy")
            #expect(found == old || found == new, "round \(round)")
            if found == new { renewed += 1 }
            let after = try Program.run(["update", "copies/copy", "update.zip"], in: site.path)
            #expect(after.status == 0, "round \(round): \(after.messages)")
            let left = try FileManager.default.contentsOfDirectory(atPath: site.path("copies"))
            #expect(try site.texts(below: "copies/copy") == new && left == ["copy"], "round \(round): \(left)")
        }
        #expect(killed > 10, "\(killed) were killed at work, \(renewed) were done")
    }
}
