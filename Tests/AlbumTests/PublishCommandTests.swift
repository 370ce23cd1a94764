import Foundation
import TestSupport
import Testing

@Suite struct PublishCommandTests {
    /// Two builds of a small site, `old` and `new`.
    private func editions() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        for number in 0..<30 {
            try folder.write(
                "---\ntitle: Практика \(number)\nsummary: Одна из многих\n---\n## Ход\n\nТекст\n",
                to: "site/content/practices/p\(number).md")
        }
        for (name, day) in [("old", "2024-01-01"), ("new", "2024-02-01")] {
            if name == "new" {
                try folder.write(
                    "---\ntitle: Новая практика\nsummary: Новое\n---\n## Ход\n\nТекст\n",
                    to: "site/content/practices/novaia.md")
            }
            let build = try Program.run(
                ["build", "--root", "site", "--edition", day, "--output", name], in: folder.path)
            #expect(build.status == 0, "\(build.messages)")
        }
        return folder
    }

    @Test func aSiteIsPublishedAndTakenBack() throws {
        let folder = try editions()
        let first = try Program.run(["publish", "srv", "--site", "old", "--precompress"], in: folder.path)
        #expect(first.status == 0 && first.messages.contains("издание 0001-2024-01-01-"), "\(first.messages)")
        let again = try Program.run(["publish", "srv", "--site", "old", "--precompress"], in: folder.path)
        #expect(again.status == 0 && again.messages.contains("уже опубликовано"))
        let second = try Program.run(["publish", "srv", "--site", "new", "--precompress"], in: folder.path)
        #expect(second.status == 0 && folder.contains("srv/current/practices/novaia.html.gz"), "\(second.messages)")
        let back = try Program.run(["rollback", "srv"], in: folder.path)
        #expect(back.status == 0 && back.messages.contains("0001-2024-01-01") && back.messages.contains("было 0002"))
        #expect(!folder.contains("srv/current/practices/novaia.html"))
        let shown = try Program.run(["publish", "srv", "--site", "new", "--precompress"], in: folder.path)
        #expect(shown.status == 0 && shown.messages.contains("снова показано (было 0001"), "\(shown.messages)")
        #expect(try Program.run(["rollback", "srv"], in: folder.path).status == 0)
        let none = try Program.run(["rollback", "srv"], in: folder.path)
        #expect(none.status == 2 && none.messages.contains("прежнего издания нет; есть: 0001"), "\(none.messages)")
        #expect(try Program.run(["verify", "srv/current/"], in: folder.path).status == 0)
        let drafts = try Program.run(
            ["build", "--root", "site", "--drafts", "--output", "drafts"], in: folder.path)
        #expect(drafts.status == 0)
        let refused = try Program.run(["publish", "srv", "--site", "drafts"], in: folder.path)
        #expect(refused.status == 5 && refused.messages.contains("черновики"), "\(refused.messages)")
    }

    /// Whoever only gave others leave to read a file has changed nothing; whoever wrote into one has.
    @Test func otherPermissionsAreNoOtherMaterials() throws {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        let file = "site/content/practices/pervaia-praktika.md"
        #expect(try Program.run(["build", "--root", "site"], in: folder.path).status == 0)
        func publish() throws -> String {
            let run = try Program.run(["publish", "srv", "--root", "site"], in: folder.path)
            #expect(run.status == 0, "\(run.messages)")
            return run.messages
        }
        #expect(try !publish().contains("взято собранное"))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path(file))
        let touched = try publish()
        #expect(touched.contains("если у них изменились не только права доступа"), "\(touched)")
        #expect(!touched.contains("материалы изменились после сборки"), "\(touched)")
        try folder.write(try folder.text(file) + "\nЕщё.\n", to: file)
        #expect(try publish().contains("материалы изменились после сборки"))
    }

    /// A correction of the same day is published, and whoever does it learns that its day tells nobody so.
    @Test func anEditionOfTheSameDayOrAnEarlierOneIsTold() throws {
        let folder = try editions()
        func publish(_ site: String) throws -> Program.Run {
            try Program.run(["publish", "srv", "--site", site], in: folder.path)
        }
        let first = try publish("old")
        #expect(first.status == 0 && !first.messages.contains("день издания"), "\(first.messages)")
        let later = try publish("new")
        #expect(later.status == 0 && !later.messages.contains("день издания"), "\(later.messages)")
        try folder.write(
            "---\ntitle: Новая практика\nsummary: Исправлено\n---\n## Ход\n\nТекст\n",
            to: "site/content/practices/novaia.md")
        let build = ["build", "--root", "site", "--output", "new", "--edition"]
        #expect(try Program.run(build + ["2024-02-01"], in: folder.path).status == 0)
        let same = try publish("new")
        #expect(same.status == 0 && same.messages.contains("издание 0003-2024-02-01-"), "\(same.messages)")
        #expect(same.messages.contains("день издания тот же, что у прежнего (0002-2024-02-01-"), "\(same.messages)")
        #expect(same.messages.contains("album build --edition ДЕНЬ"))
        let again = try publish("new")
        #expect(again.status == 0 && !again.messages.contains("день издания"), "\(again.messages)")
        #expect(try Program.run(build + ["2024-01-15"], in: folder.path).status == 0)
        let earlier = try publish("new")
        #expect(
            earlier.messages.contains("день издания раньше, чем у прежнего (0003-2024-02-01-"), "\(earlier.messages)")
    }

    @Test func whatWasWithdrawnDoesNotComeBackUnasked() throws {
        let folder = try editions()
        func run(_ arguments: [String]) throws -> Program.Run { try Program.run(arguments, in: folder.path) }
        func build() throws { #expect(try run(["build", "--root", "site"]).status == 0) }
        try build()
        #expect(try run(["publish", "srv", "--root", "site"]).status == 0)
        #expect(try run(["publish", "other", "--root", "site"]).status == 0)
        try folder.remove("site/content/practices/p7.md")
        #expect(try run(["retire", "practices/p7.html", "--root", "site", "--reason", "Ошибка."]).status == 0)
        // What was built before has it still.
        let stale = try run(["publish", "other", "--root", "site"])
        #expect(stale.status == 5 && stale.messages.contains("practices/p7.html"), "\(stale.messages)")
        #expect(stale.messages.contains("album build, затем album publish"))
        try build()
        #expect(try folder.text("site/public/edition.json").contains("\"withdrawn\":[\"practices/p7.html\"]"))
        #expect(try run(["publish", "srv", "--root", "site"]).status == 0)
        // From wherever it is asked: the editions say it themselves.
        let back = try run(["rollback", "srv"])
        #expect(back.status == 5 && back.messages.contains("practices/p7.html"), "\(back.messages)")
        #expect(back.messages.contains("--with-withdrawn"))
        #expect(try folder.text("srv/current/practices/p7.html").contains("Снято с публикации"))
        let beside = try run(["rollback", "other", "--to", "0001", "--root", "site"])
        #expect(beside.status == 5, "\(beside.messages)")
        let asked = try run(["rollback", "srv", "--with-withdrawn"])
        let page = try folder.text("srv/current/practices/p7.html")
        #expect(asked.status == 0 && !page.contains("Снято"))
        // An edition that has the note and no page comes back at will.
        try folder.write("---\ntitle: Ещё\nsummary: Новое\n---\n## Ход\n\nТекст\n", to: "site/content/practices/e.md")
        try build()
        #expect(try run(["publish", "srv", "--root", "site"]).status == 0)
        #expect(try run(["rollback", "srv", "--to", "0002", "--root", "site"]).status == 0)
    }

    @Test func aPublicationKilledAtAnyMomentShowsTheOldEditionOrTheNew() throws {
        let folder = try editions()
        func publish(_ site: String) throws -> Program.Run {
            try Program.run(["publish", "srv", "--site", site, "--precompress"], in: folder.path)
        }
        #expect(try publish("old").status == 0)
        let old = try folder.texts(below: "srv/current/")
        let begin = Date()
        #expect(try publish("new").status == 0)
        let usual = Date().timeIntervalSince(begin)
        let new = try folder.texts(below: "srv/current/")
        var (killed, renewed) = (0, 0)
        for round in 0..<50 {
            try folder.remove("srv")
            #expect(try publish("old").status == 0)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: try #require(Program.path))
            process.arguments = ["publish", "srv", "--site", "new", "--precompress"]
            process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32(usual * 1.1e6 * Double(round) / 50))
            if process.isRunning { killed += 1 }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let found = try folder.texts(below: "srv/current/")
            #expect(found == old || found == new, "round \(round)")
            if found == new { renewed += 1 }
            let after = try publish("new")
            #expect(after.status == 0, "round \(round): \(after.messages)")
            // Beside the editions stands which of them readers had before.
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path("srv/editions"))
                .filter { !$0.hasSuffix(".before") }
            #expect(try folder.texts(below: "srv/current/") == new && left.count == 2, "round \(round): \(left)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("srv")).count == 2)
        }
        #expect(killed > 10, "\(killed) were killed at work, \(renewed) were done")
    }
}
