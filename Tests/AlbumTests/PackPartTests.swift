import Foundation
import TestSupport
import Testing

/// `album pack` with a part of the site, and what it says of updates and signatures.
@Suite struct PackPartTests {
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        let axis = "label: {one: н, few: н, many: н}\naxis: true\nentries:\n"
        try folder.write(
            "title: Направления\n" + axis + "  - {id: znanie, name: Знание}\n  - {id: zdorove, name: Здоровье}\n",
            to: "site/content/vocabularies/directions.yml")
        for (name, direction) in [("kvest", "Знание"), ("pohod", "Здоровье")] {
            try folder.write(
                "---\ntitle: \(name)\nsummary: Игра\ndirections: [\(direction)]\n---\nТекст\n",
                to: "site/content/practices/\(name).md")
        }
        #expect(try Program.run(["build", "--root", "site"], in: folder.path).status == 0)
        return folder
    }

    private func pack(_ folder: TemporaryFolder, _ output: String, _ more: [String]) throws -> Program.Run {
        try Program.run(["pack", "--root", "site", "--output", output] + more, in: folder.path)
    }

    @Test func aPartIsRenewedToTheSamePartAlone() throws {
        let folder = try site()
        #expect(try pack(folder, "whole.zip", []).status == 0)
        let part = try pack(folder, "part.zip", ["--direction", "Знание"])
        #expect(part.status == 0, "\(part.messages)")
        #expect(try Program.run(["verify", "part.zip"], in: folder.path).status == 0)
        let same = try pack(folder, "update.zip", ["--direction", "znanie", "--since", "part.zip"])
        #expect(same.status == 0 && same.messages.contains("ничего не изменилось"), "\(same.messages)")
        for (since, more) in [
            ("whole.zip", ["--direction", "znanie"]), ("part.zip", ["--direction", "zdorove"]), ("part.zip", []),
        ] {
            let refused = try pack(folder, "no.zip", more + ["--since", since])
            #expect(refused.status == 2 && refused.messages.contains("к той же части"), "\(refused.messages)")
            #expect(!folder.contains("no.zip"))
        }
        let again = try pack(folder, "no.zip", ["--direction", "znanie", "--since", "update.zip"])
        #expect(again.status == 2 && again.messages.contains("это обновление, а не копия"), "\(again.messages)")
    }

    @Test(arguments: [
        (["--direction", "Знания"], "Похоже на: «Знание»"), (["--album", "нет"], "альбома «нет» нет"),
        (["--site", "site/public", "--direction", "znanie"], "часть собирается заново"),
    ])
    func aPartThatThereIsNotIsAFaultOfUsage(options: [String], told: String) throws {
        let folder = try site()
        let run = try pack(folder, "no.zip", options)
        #expect(run.status == 2 && run.messages.contains(told), "\(run.status) \(run.messages)")
        #expect(!folder.contains("no.zip"))
    }

    @Test func aPartIsNotPublishedInPlaceOfTheWhole() throws {
        let folder = try site()
        #expect(try pack(folder, "part.zip", ["--direction", "znanie"]).status == 0)
        #expect(try Program.run(["pack", "--root", "site", "--output", "a.zip"], in: folder.path).status == 0)
        let unpack = Process()
        unpack.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        unpack.arguments = ["unzip", "-q", folder.path("part.zip"), "-d", folder.path("part")]
        try unpack.run()
        unpack.waitUntilExit()
        let run = try Program.run(["publish", "server", "--root", "site", "--site", "part"], in: folder.path)
        #expect(run.status == 2 && run.messages.contains("это часть альбома"), "\(run.status) \(run.messages)")
    }

    @Test func theSizeOfTheSitesFileIsSaidBesideItsLink() throws {
        let folder = try site()
        func build() throws -> String {
            #expect(try Program.run(["build", "--root", "site"], in: folder.path).status == 0)
            return try folder.text("site/public/index.html").replacing("\u{A0}", with: " ")
        }
        let unnamed = try Program.run(["pack", "--root", "site"], in: folder.path)
        #expect(unnamed.status == 2 && unnamed.messages.contains("bundle"), "\(unnamed.messages)")
        let text = try folder.text("site/album.yml")
        try folder.write("\(text)\nbundle: {file: a.zip, url: \"https://a.example/a.zip\"}\n", to: "site/album.yml")
        #expect(try build().contains(">Сайт одним файлом (ZIP)<"))
        let packed = try Program.run(["pack", "--root", "site"], in: folder.path)
        #expect(packed.status == 0 && packed.messages.contains("site/a.zip"), "\(packed.messages)")
        let said = /(>Сайт одним файлом \(ZIP, около )[0-9]+( КБ\)<)/
        let page = try build()
        #expect(page.contains(said), "\(page)")
        // Once more: the size is said in the file now, which is some bytes longer by it; then the pages stay as they are.
        #expect(try Program.run(["pack", "--root", "site"], in: folder.path).status == 0)
        let second = try build()
        #expect(second.replacing(said) { $0.1 + $0.2 } == page.replacing(said) { $0.1 + $0.2 })
        #expect(try Program.run(["pack", "--root", "site"], in: folder.path).status == 0)
        #expect(try build() == second)
        try folder.write("\(text)\nbundle: {file: /tmp/a.zip}\n", to: "site/album.yml")
        let elsewhere = try Program.run(["pack", "--root", "site"], in: folder.path)
        #expect(elsewhere.status == 2 && elsewhere.messages.contains("«/tmp/a.zip»"), "\(elsewhere.messages)")
        let part = try Program.run(["pack", "--root", "site", "--direction", "znanie"], in: folder.path)
        #expect(part.status == 2 && part.messages.contains("--output"), "\(part.messages)")
    }

    @Test func aSignatureIsToldOf() throws {
        let folder = try site()
        #expect(try Program.run(["keygen"], in: folder.path).status == 0)
        let signed = try pack(folder, "a.zip", ["--sign", "album.key", "--direction", "znanie"])
        #expect(signed.status == 0 && signed.messages.contains("подписано ключом"), "\(signed.messages)")
        let verified = try Program.run(["verify", "a.zip"], in: folder.path)
        #expect(verified.status == 0 && verified.messages.contains("--key"), "\(verified.messages)")
    }

    @Test func aProgramThatIsNotWhereItIsNamedIsToldOf() throws {
        let folder = try site()
        let zim = try Program.run(
            ["zim", "--root", "site", "--output", "a.zim"], in: folder.path,
            environment: ["ALBUM_ZIMWRITERFS": "/nowhere/zimwriterfs"])
        #expect(zim.status == 2 && zim.messages.contains("«/nowhere/zimwriterfs»"), "\(zim.messages)")
    }

    @Test func aFolderThatIsMadeForKeysIsToldOf() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(["keygen", "--name", "kliuchi/album"], in: folder.path)
        #expect(run.status == 0 && run.messages.contains("kliuchi: папки не было, она сделана"), "\(run.messages)")
    }

    @Test(arguments: ["book", "search", "redirects"]) func helpHasNoWordsOfTheParser(command: String) throws {
        let folder = try TemporaryFolder()
        let run = try Program.run([command, "--help"], in: folder.path)
        let text = run.messages + run.output
        #expect(text.contains("КАК ВЫЗВАТЬ") && !text.contains("<options>") && !text.contains("default:"), "\(text)")
    }
}
