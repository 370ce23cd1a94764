import Foundation
import TestSupport
import Testing

/// What may be handed out: no drafts, no pages with errors.
@Suite struct HandOutTests {
    private func site(_ text: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        try folder.write(text, to: "site/content/practices/kvest.md")
        return folder
    }

    private static let faulty = "---\ntitle: Квест\nsummary: Игра\n---\n[[propazha]]\n"
    private static let draft = "---\ntitle: Квест\nsummary: Игра\ndraft: да\n---\nТекст\n"

    @Test(arguments: [
        (["--lenient"], faulty, #""lenient":true,"#, "страницы с ошибками"),
        (["--drafts"], draft, #""drafts":true,"#, "черновики"),
        (["--lenient", "--drafts"], draft, #""lenient":true,"drafts":true,"#, "черновики и страницы с ошибками"),
    ])
    func aLenientBuildAndOneWithDraftsSaysSoAndIsNotPacked(
        flags: [String], text: String, mark: String, told: String
    ) throws {
        let folder = try site(text)
        #expect(try Program.run(["build", "--root", "site"] + flags, in: folder.path).status == 0)
        let manifest = try folder.text("site/public/manifest.json")
        #expect(manifest.hasPrefix(#"{"format":"album-manifest","version":1,"# + mark + #""files":["#))
        let pack = try Program.run(["pack", "--root", "site", "--output", "a.zip"], in: folder.path)
        #expect(pack.status == 5)
        #expect(pack.messages.contains(told) && pack.messages.contains("album build без --drafts и --lenient"))
        #expect(!folder.contains("a.zip"))
        let verify = try Program.run(["verify", "site/public"], in: folder.path)
        #expect(verify.status == 0)
        #expect(verify.messages.contains(told) && verify.messages.contains("не для раздачи"))
        // The remedy, taken literally.
        try folder.remove("site/content/practices/kvest.md")
        #expect(try Program.run(["build", "--root", "site"], in: folder.path).status == 0)
        let again = try Program.run(["pack", "--root", "site", "--output", "a.zip"], in: folder.path)
        #expect(again.status == 0, "\(again.messages)")
        let whole = try Program.run(["verify", "a.zip"], in: folder.path)
        #expect(whole.status == 0 && !whole.messages.contains("не для раздачи"))
    }

    @Test(arguments: [(faulty, "страницы с ошибками"), (draft, "черновики")])
    func aTreeThatWasServedBeforeManifestsSaidSoIsKnownByItsPages(text: String, told: String) throws {
        let folder = try site(text)
        let flags = ["--lenient", "--drafts"]
        #expect(try Program.run(["build", "--root", "site"] + flags, in: folder.path).status == 0)
        let manifest = try folder.text("site/public/manifest.json")
        try folder.write(
            manifest.replacing(#""lenient":true,"drafts":true,"#, with: ""), to: "site/public/manifest.json")
        let pack = try Program.run(["pack", "--root", "site", "--output", "a.zip"], in: folder.path)
        #expect(pack.status == 5 && pack.messages.contains(told), "\(pack.messages)")
        #expect(!folder.contains("a.zip"))
    }

    @Test func aMaterialThatQuotesTheNoticesIsPacked() throws {
        let quoted = """
            `<div class="notice notice-fault" role="note">x</div>`
            <div class="notice notice-warning" role="note">Это черновик: в опубликованном альбоме его нет.</div>
            Это черновик: в опубликованном альбоме его нет.
            """
        let folder = try site("---\ntitle: Квест\nsummary: Игра\n---\n\(quoted)\n")
        #expect(try Program.run(["build", "--root", "site"], in: folder.path).status == 0)
        let pack = try Program.run(["pack", "--root", "site", "--output", "a.zip"], in: folder.path)
        #expect(pack.status == 0, "\(pack.messages)")
    }

    // MARK: Clean

    @Test(arguments: ["é", "🏫", "Методический альбом", "plain"])
    func cleaningFindsASiteBelowAnyName(name: String) throws {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder, at: "\(name)/site")
        #expect(try Program.run(["build", "--root", "\(name)/site"], in: folder.path).status == 0)
        let run = try Program.run(["clean", "--root", "\(name)/site"], in: folder.path)
        #expect(run.status == 0)
        #expect(try folder.files(below: "\(name)/site/public") == [], "\(run.messages)")
    }

    @Test func cleaningFollowsNoLinkOutOfTheSite() throws {
        let folder = try site("---\ntitle: Квест\nsummary: Игра\n---\nТекст\n")
        #expect(try Program.run(["build", "--root", "site"], in: folder.path).status == 0)
        try folder.write("моё", to: "outside/kvest.html")
        try FileManager.default.removeItem(atPath: folder.path("site/public/practices"))
        try folder.link("site/public/practices", to: "../../outside")
        let run = try Program.run(["clean", "--root", "site"], in: folder.path)
        #expect(run.status == 0)
        #expect(run.messages.contains("practices/kvest.html: не удалено"))
        #expect(try folder.text("outside/kvest.html") == "моё")
        #expect(try folder.files(below: "site/public") == ["practices"])
    }
}
