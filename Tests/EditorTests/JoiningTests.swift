import Foundation
import Testing

@testable import Editor

/// A newer version of a material, or a text that was sent for one, goes into it from a draft.
@Suite struct JoiningTests {
    private static let published = "model-decisions/model-soprovozhdeniia.md"
    private static let draft = "model-decisions/tekst.md"
    private static let address = "/_edit/joining/model-decisions/tekst"

    private func desk(_ text: String, at path: String = Self.draft) throws -> Desk {
        let desk = try Desk()
        try desk.folder.write(text, to: "content/" + path)
        desk.desk.show(try desk.remake())
        return desk
    }

    private static let sent = """
        ---
        title: "Присланный текст модели"
        for-whom: Директора школ
        draft: да
        ---

        К материалу [[model-decisions/model-soprovozhdeniia]].

        Модель стоит на трёх опорах.

        ![Схема](skhema-modeli.png)

        """

    /// What the buttons of the page send, with the parts that are ticked.
    private func form(_ page: String, but left: [String] = []) throws -> [(String, String)] {
        var pairs: [(String, String)] = [("_token", Desk.token)]
        for name in ["_base", "_draft"] {
            let value = page.firstMatch(of: try Regex("name=\"\(name)\" value=\"([0-9a-f]+)\""))?[1].substring
            pairs.append((name, String(value ?? "")))
        }
        for match in page.matches(of: /name="_take" value="([^"]+)" checked/) where !left.contains(String(match.1)) {
            pairs.append(("_take", String(match.1)))
        }
        return pairs
    }

    @Test func aNewerVersionIsListedAsOneAndItsTitleIsNoFault() async throws {
        let title = "Как Ашинский район обновил муниципальную систему оценки качества"
        let path = "practices/novaia.md"
        let desk = try desk(
            "---\ntitle: \(title)\nsummary: Кратко.\ndraft: да\n---\n\n## Цель\n\nДругая.\n", at: path)
        let list = await desk.get("/_edit/").text
        #expect(list.contains("похоже на новую версию: «\(title)»"), "\(list)")
        let form = try desk.form(path, schema: try desk.schema()) + [("_key", path)]
        #expect(await !desk.post("/_edit/check", form).text.contains("обавьте в название"))
        let asked = await desk.post("/_edit/check", form + [("_ready", "1")]).text
        #expect(asked.contains("ещё один материал") && !asked.contains("обавьте в название"), "\(asked)")
    }

    @Test func aTextThatWasSentForAMaterialGoesIntoItAndTheDraftIntoTheBin() async throws {
        let desk = try desk(Self.sent)
        try desk.folder.write("PNG", to: "content/model-decisions/skhema-modeli.png")
        let before = try desk.folder.text("content/" + Self.published)
        let shown = await desk.get("/_edit/material/model-decisions/tekst").text
        #expect(shown.contains("Это текст к материалу «") && shown.contains("href=\"\(Self.address)\""))

        let page = await desk.get(Self.address).text
        #expect(page.contains("Модель стоит на трёх опорах.") && page.contains("Внести: Текст"))
        #expect(page.contains("останется как есть") && page.contains("«Полнота текста»"))
        // What it is called is known better, what it lacked is taken.
        #expect(!page.contains("value=\"field.title\" checked"))
        #expect(!page.contains("К материалу [["))

        let answer = await desk.post(Self.address, try form(page) + [("_join", "1")])
        #expect(answer.status == 303 && answer.location == "/model-decisions/model-soprovozhdeniia.html")
        let after = try desk.folder.text("content/" + Self.published)
        #expect(after.hasSuffix("\n\n## Текст\n\nМодель стоит на трёх опорах.\n\n![Схема](skhema-modeli.png)\n"))
        // Every byte of the text that was there stays.
        let body = try #require(before.firstRange(of: "\n---\n")).upperBound
        #expect(after.contains(before[body...].trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(!after.contains("К материалу") && !after.contains("draft:"))
        #expect(!desk.folder.contains("content/" + Self.draft))
        #expect(desk.folder.contains("content/model-decisions/skhema-modeli.png"))
        #expect(await desk.get("/_edit/").text.contains("Присланный текст модели"))
        #expect(try desk.folder.files(below: ".album-work/history/" + Self.published).count == 1)
    }

    @Test func aNewerVersionKeepsTheAddressAndWhatItDoesNotSay() async throws {
        let old = try Desk().folder.text("content/practices/asha-msoko.md")
        let title = try #require(old.firstMatch(of: /title: (.+)/)?.1)
        let desk = try desk(
            "---\ntitle: \(title)\nsummary: Новое о практике.\ndraft: да\n---\n\n## Новый раздел\n\nСлова.\n",
            at: "practices/asha-msoko-2.md")
        let address = "/_edit/joining/practices/asha-msoko-2"
        let shown = await desk.get("/_edit/material/practices/asha-msoko-2").text
        #expect(shown.contains("Похоже на новую версию опубликованного материала «"))
        let page = await desk.get(address).text
        let answer = await desk.post(address, try form(page, but: ["field.summary"]) + [("_join", "1")])
        #expect(answer.status == 303, "\(answer.text)")
        let text = try desk.folder.text("content/practices/asha-msoko.md")
        #expect(
            text == old + "\n## Новый раздел\n\nСлова.\n" && !desk.folder.contains("content/practices/asha-msoko-2.md"))
    }

    @Test func whatIsPutIntoTheFormSavesNothing() async throws {
        let desk = try desk(Self.sent)
        let before = try desk.folder.text("content/" + Self.published)
        let page = await desk.get(Self.address).text
        let answer = await desk.post(Self.address, try form(page) + [("_open", "1")])
        #expect(answer.status == 303 && answer.location == "/_edit/material/model-decisions/model-soprovozhdeniia")
        #expect(try desk.folder.text("content/" + Self.published) == before)
        #expect(desk.folder.contains("content/" + Self.draft))
        let opened = await desk.get("/_edit/material/model-decisions/model-soprovozhdeniia").text
        #expect(opened.contains("Модель стоит на трёх опорах.") && opened.contains("ещё не сохранено"))
        // And nothing is put over what was typed there.
        let again = await desk.get(Self.address).text
        #expect(again.contains("В форме материала есть несохранённое") && !again.contains("name=\"_join\""))
    }

    @Test func nothingIsPutOverWhatHasChangedMeanwhile() async throws {
        let desk = try desk(Self.sent)
        let form = try form(await desk.get(Self.address).text)
        let other = try desk.folder.text("content/" + Self.published) + "\nЕщё строка.\n"
        try desk.folder.write(other, to: "content/" + Self.published)
        #expect(await desk.post(Self.address, form + [("_join", "1")]).status == 409)
        #expect(try desk.folder.text("content/" + Self.published) == other)
        #expect(desk.folder.contains("content/" + Self.draft))
        #expect(await desk.post(Self.address, [("_join", "1")]).status == 403)
    }

    @Test func whoPublishesTheDraftIsAskedAboutTheLine() async throws {
        let desk = try desk(Self.sent)
        let form = try desk.form(Self.draft, schema: try desk.schema())
        let answer = await desk.post("/_edit/material/model-decisions/tekst", form + [("_save", "1")])
        #expect(answer.status == 422 && answer.text.contains("на сайте её увидят все"))
        #expect(try desk.folder.text("content/" + Self.draft) == Self.sent)
    }

    @Test func theTextIsPartedAtItsHeadingsAndMadeUpOfItsParts() {
        let body = "Начало.\n\n```\n## не раздел\n```\n## Цель \n\nА.\n\n### Ниже\n\n## Ход\nБ."
        let parts = BodySection.all(body)
        #expect(parts.map(\.heading) == [nil, "Цель", "Ход"] && parts.map(\.text).joined() == body)
        #expect(BodySection.all("").isEmpty)
        let new = BodySection(heading: "Цель", text: "## Цель\n\nВ.")
        #expect(parts[1].saying(new).text == "## Цель\n\nВ.\n\n")
    }
}
