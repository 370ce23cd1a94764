import Foundation
import TestSupport
import Testing

/// `album import` from outside: what it writes, what it prints, how it ends.
@Suite struct ImportCommandTests {
    private static let plan = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/office/roadmap.xlsx").path

    /// A site with a kind that takes plans.
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        let kind = """
            id: plan
            folder: plans
            name: {one: план, few: плана, many: планов}
            tables:
              events:
                headings: [Мероприятия]
                key: name
                columns:
                  name: {label: Мероприятие, aliases: [Наименование мероприятия], type: markdown, required: true}
                  term: {label: Сроки, type: period}
                  who: {label: Ответственный, type: text}
                views: [timeline, calendar]

            """
        try folder.write(kind, to: "site/content/kinds/plan.yml")
        return folder
    }

    @Test func aDryRunShowsTheMaterialAndWritesNothing() throws {
        let folder = try site()
        let before = try folder.files(below: "site")
        let run = try Program.run(["import", Self.plan, "--dry-run", "--root", "site"], in: folder.path)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output.hasPrefix("---\ntitle: \"Дорожная карта развития ВСОКО"))
        #expect(run.messages.contains("11\u{A0}строк, 11\u{A0}сроков"))
        #expect(run.messages.contains("строка 8: скрыта, не перенесена"))
        #expect(run.messages.contains("Взять и скрытые строки листа «План» (1) — ключ --hidden"), "\(run.messages)")
        #expect(try folder.files(below: "site") == before)
        let all = try Program.run(
            ["import", Self.plan, "--dry-run", "--hidden", "--all-sheets", "--fill-merged", "--root", "site"],
            in: folder.path)
        #expect(all.messages.contains("12\u{A0}строк, 12\u{A0}сроков") && all.output.contains("Черновик прошлого года"))
    }

    @Test func aDraftIsWrittenOnceAndReadWithoutErrors() throws {
        let folder = try site()
        let arguments = ["import", Self.plan, "--kind", "План", "--slug", "vsoko", "--root", "site"]
        let run = try Program.run(arguments, in: folder.path)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output == "content/plans/vsoko.md\n")
        let text = try folder.text("site/content/plans/vsoko.md")
        #expect(text.contains("\ndraft: да\n"))
        let check = try Program.run(["check", "--root", "site"], in: folder.path)
        #expect(!check.messages.contains("vsoko.md") || !check.messages.contains("ошибка"), "\(check.messages)")
        let again = try Program.run(arguments, in: folder.path)
        #expect(again.status == 2)
        #expect(again.messages.contains("занят") || again.messages.contains("уже есть"), "\(again.messages)")
        #expect(try folder.text("site/content/plans/vsoko.md") == text)
    }

    @Test func whatCannotBeTakenInIsToldAndTheRestIsDone() throws {
        let folder = try site()
        try folder.write("не книга", to: "плохой.xlsx")
        let bad = try Program.run(["import", "плохой.xlsx", Self.plan, "--root", "site"], in: folder.path)
        #expect(bad.status == 1)
        #expect(bad.messages.contains("плохой.xlsx: "))
        #expect(bad.output.hasPrefix("content/plans/"))
        let missing = try Program.run(["import", "нет.xlsx", "--root", "site"], in: folder.path)
        #expect(missing.status == 2)
        #expect(missing.messages.contains("файла «нет.xlsx» нет"))
    }
}
