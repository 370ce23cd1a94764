import Foundation
import TestSupport
import Testing

/// The command `album mv` as a person calls it.
@Suite struct RenameCommandTests {
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SharedCases.layOwn(
            ["content/kinds", "content/vocabularies", "themes"], into: URL(fileURLWithPath: folder.path))
        try folder.write("title: Альбом\nedition: 2024-12-01\nabout: kvest\n", to: "album.yml")
        try folder.write(
            "---\ntitle: Квест\nsummary: Игра\n---\nТекст.\n", to: "content/practices/kvest.md")
        try folder.write(
            "---\ntitle: Игра\nsummary: Игра\n---\nСм. [[kvest]].\n", to: "content/practices/igra.md")
        return folder
    }

    @Test func aMaterialIsRenamedFromItsFolder() throws {
        let site = try site()
        let run = try Program.run(["mv", "kvest.md", "regata"], in: site.path + "/content/practices")
        #expect(run.status == 0 && run.output.isEmpty)
        #expect(
            run.messages == """
                ../../content/practices/kvest.md → ../../content/practices/regata.md
                Исправлено ссылок: 2, других файлов: 2.
                Прежний адрес practices/kvest.html ведёт на новую страницу.

                """)
        #expect(try site.text("content/practices/igra.md").contains("См. [[regata]]."))
        #expect(try site.text("album.yml").contains("about: regata\n"))
        let build = try Program.run(["build"], in: site.path)
        #expect(build.status == 0, "\(build.messages)")
        #expect(site.contains("public/practices/kvest.html") && site.contains("public/practices/regata.html"))
    }

    @Test func aDiffIsShownAndNothingWritten() throws {
        let site = try site()
        let run = try Program.run(["mv", "practices/kvest", "practices/regata", "--dry-run"], in: site.path)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output.contains("rename from content/practices/kvest.md\nrename to content/practices/regata.md\n"))
        #expect(run.output.contains("-См. [[kvest]].\n+См. [[regata]].\n"))
        #expect(run.messages.contains("Исправится ссылок: 2"))
        #expect(site.contains("content/practices/kvest.md") && !site.contains("content/practices/regata.md"))
    }

    @Test(arguments: [
        (["mv", "kvest", "igra"], "файл content/practices/igra.md уже есть"),
        (["mv", "net", "igra2"], "материала «net» нет"), (["mv", "kvest"], "не хватает"),
    ])
    func whatCannotBeIsSaidInRussian(arguments: [String], said: String) throws {
        let site = try site()
        let run = try Program.run(arguments, in: site.path)
        #expect(run.status == 2 && run.messages.contains(said), "\(run.messages)")
    }
}
