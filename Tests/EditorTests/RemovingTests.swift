import Foundation
import Starting
import Testing

@testable import Editor

/// Drafts that nobody wants leave the site and can be had back.
@Suite struct RemovingTests {
    private static let path = "practices/chernovik.md"
    private static let address = "/_edit/material/practices/chernovik"
    private static let text = """
        ---
        title: Черновик квеста
        summary: О чём он.
        draft: да
        ---

        ![Зал](zal-kvesta.png)

        [Приказ](prikaz-obshchii.pdf)

        """

    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.folder.write(Self.text, to: "content/" + Self.path)
        try desk.folder.write("PNG", to: "content/practices/zal-kvesta.png")
        try desk.folder.write("PDF", to: "content/practices/prikaz-obshchii.pdf")
        let other = try desk.folder.text("content/practices/asha-msoko.md")
        try desk.folder.write(other + "\n[Приказ](prikaz-obshchii.pdf)\n", to: "content/practices/asha-msoko.md")
        desk.desk.show(try desk.remake())
        return desk
    }

    @Test func aDraftIsRemovedWithItsOwnFilesAndComesBack() async throws {
        let desk = try desk()
        let form = try desk.form(Self.path, schema: try desk.schema())
        #expect(await desk.get(Self.address).text.contains("name=\"_delete\""))
        let before = Set(try desk.folder.files(below: "content"))
        let answer = await desk.post(Self.address, form + [("_delete", "1")])
        #expect(answer.status == 303 && answer.location?.hasPrefix("/_edit/?removed=") == true)
        let gone = before.subtracting(try desk.folder.files(below: "content"))
        #expect(gone == [Self.path, "practices/zal-kvesta.png"])
        let list = await desk.get("/_edit/")
        #expect(list.text.contains("Удалённые черновики и файлы") && list.text.contains("Черновик квеста"))

        let at = try #require(list.text.firstMatch(of: /name="_at" value="(\d+)"/)?.1)
        let sent = [("_token", Desk.token), ("_at", String(at))]
        #expect(await desk.post("/_edit/removed", sent + [("_back", "1")]).status == 303)
        #expect(try Set(desk.folder.files(below: "content")) == before)
        #expect(try desk.folder.text("content/" + Self.path) == Self.text)
        #expect(await !desk.get("/_edit/").text.contains("Удалённые черновики и файлы"))
    }

    @Test func whatWasTypedInADraftComesBackWithIt() async throws {
        let desk = try desk()
        let form = try desk.form(Self.path, schema: try desk.schema())
        let typed = form.map { ($0.0, $0.0 == "field.summary" ? "Набрано и не сохранено." : $0.1) }
        #expect(await desk.post("/_edit/keep", typed + [("_key", Self.path)]).status == 200)
        #expect(await desk.post(Self.address, typed + [("_delete", "1")]).status == 303)
        let at = try #require(await desk.get("/_edit/").text.firstMatch(of: /name="_at" value="(\d+)"/)?.1)
        let sent = [("_token", Desk.token), ("_at", String(at))]
        #expect(await desk.post("/_edit/removed", sent + [("_back", "1")]).status == 303)
        #expect(try desk.folder.text("content/" + Self.path) == Self.text)
        #expect(await desk.get(Self.address).text.contains("Набрано и не сохранено."))
        #expect(try desk.folder.files(below: ".album-work/unfinished").isEmpty)
        // What is removed for good is nowhere.
        #expect(await desk.post(Self.address, typed + [("_delete", "1")]).status == 303)
        let next = try #require(await desk.get("/_edit/").text.firstMatch(of: /name="_at" value="(\d+)"/)?.1)
        let wish = [("_token", Desk.token), ("_at", String(next)), ("_wipe", "1")]
        #expect(await desk.post("/_edit/removed", wish).status == 303)
        #expect(try desk.folder.files(below: ".album-work/unfinished").isEmpty)
    }

    @Test func whatIsPublishedOrHasChangedIsNotRemoved() async throws {
        let desk = try desk()
        let published = try desk.form("practices/asha-msoko.md", schema: try desk.schema())
        #expect(await desk.post("/_edit/material/practices/asha-msoko", published + [("_delete", "1")]).status == 409)
        #expect(await !desk.get("/_edit/material/practices/asha-msoko").text.contains("name=\"_delete\""))
        let form = try desk.form(Self.path, schema: try desk.schema())
        try desk.folder.write(Self.text + "Ещё строка.\n", to: "content/" + Self.path)
        #expect(await desk.post(Self.address, form + [("_delete", "1")]).status == 409)
        #expect(try desk.folder.text("content/" + Self.path).contains("Ещё строка"))
    }

    @Test func nothingIsOverwrittenByWhatComesBack() async throws {
        let desk = try desk()
        let form = try desk.form(Self.path, schema: try desk.schema())
        #expect(await desk.post(Self.address, form + [("_delete", "1")]).status == 303)
        try desk.folder.write("Другой", to: "content/practices/zal-kvesta.png")
        let at = try #require(await desk.get("/_edit/").text.firstMatch(of: /name="_at" value="(\d+)"/)?.1)
        let sent = [("_token", Desk.token), ("_at", String(at))]
        #expect(await desk.post("/_edit/removed", sent + [("_back", "1")]).status == 409)
        #expect(try desk.folder.text("content/practices/zal-kvesta.png") == "Другой")
        #expect(!desk.folder.contains("content/" + Self.path))
        // For good, and nothing that nobody has the token for.
        #expect(await desk.post("/_edit/removed", [("_at", String(at)), ("_wipe", "1")]).status == 403)
        #expect(await desk.post("/_edit/removed", sent + [("_wipe", "1")]).status == 303)
        #expect(try desk.folder.files(below: ".album-work/removed").isEmpty)
    }

    @Test func earlierTextsAreWipedOutWhereSomebodyWantsIt() async throws {
        let desk = try desk()
        let form = try desk.form(Self.path, ["field.summary": "Иначе."], schema: try desk.schema())
        #expect(await desk.post(Self.address, form + [("_draft", "1")]).status == 303)
        let history = Self.address.replacing("material", with: "history")
        #expect(await desk.get(history).text.contains("Стереть прежние тексты"))
        #expect(await desk.post(history, [("_token", Desk.token), ("_wipe", "1")]).status == 303)
        #expect(await !desk.get(history).text.contains("О чём он"))
        #expect(try desk.folder.text("content/" + Self.path).contains("Иначе."))
    }

    /// Its address was published: readers are told that it is withdrawn, and nobody has to do so by a command.
    @Test func whatLeavesTheSiteIsWithdrawnAndStaysAgainWhenItIsBack() async throws {
        let desk = try Desk()
        let path = "practices/nash-opyt.md"
        try desk.folder.write(
            "---\ntitle: Наш опыт\nsummary: О чём он.\ndirections: [Знание]\nmunicipalities: [Ашинский МР]\n---\n\n[План](nash-plan.csv)\n",
            to: "content/" + path)
        // What it alone leads to goes and comes with it.
        try desk.folder.write("Дело;Срок\nИгра;май 2023\n", to: "content/practices/nash-plan.csv")
        let others = "address\tsince\twithdrawn\treason\ttitle\npractices/asha-msoko.html\t2023-01-01\n"
        try desk.folder.write(
            others + "practices/nash-opyt.html\t2023-01-01\npractices/nash-plan.csv\t2023-01-01\n",
            to: "addresses.tsv")
        desk.desk.show(try desk.remake())
        let form = try desk.form(path, schema: try desk.schema())
        let off = await desk.post("/_edit/material/practices/nash-opyt", form + [("_draft", "1")])
        #expect(off.status == 303, "\(off.text.suffix(1500))")
        #expect(try desk.folder.text("content/" + path).contains("draft: да"))
        let day = max(try #require(try desk.remake().files?.edition), StartingAnswers.today)
        #expect(
            try desk.folder.text("addresses.tsv") == others
                + "practices/nash-opyt.html\t2023-01-01\t\(day)\t\tНаш опыт\npractices/nash-plan.csv\t2023-01-01\t\(day)\n"
        )

        desk.desk.show(try desk.remake())
        let again = try desk.form(path, schema: try desk.schema())
        let on = await desk.post("/_edit/material/practices/nash-opyt", again + [("_save", "1"), ("_sure", "1")])
        #expect(on.status == 303, "\(on.text.suffix(1500))")
        #expect(
            try desk.folder.text("addresses.tsv") == others
                + "practices/nash-opyt.html\t2023-01-01\npractices/nash-plan.csv\t2023-01-01\n")
        desk.desk.show(try desk.remake())
        let history = await desk.get("/_edit/history/practices/nash-opyt").text
        #expect(history.contains("Черновик опубликован.") && history.contains("Материал убран с сайта"))
    }

    /// What others have lost before is no reason to refuse what brings something back.
    @Test func whatComesBackIsSavedWhileOthersAreLost() async throws {
        let desk = try Desk()
        let path = "practices/nash-opyt.md"
        try desk.folder.write(
            "---\ntitle: Наш опыт\nsummary: О чём он.\ndirections: [Знание]\nmunicipalities: [Ашинский МР]\ndraft: да\n---\n\nТекст.\n",
            to: "content/" + path)
        desk.desk.show(try desk.remake())
        let form = try desk.form(path, schema: try desk.schema())
        try desk.folder.write(
            "address\tsince\twithdrawn\treason\ttitle\npractices/gone.html\t2023-01-01\npractices/nash-opyt.html\t2023-01-01\n",
            to: "addresses.tsv")
        desk.desk.show(try desk.remake())
        let on = await desk.post("/_edit/material/practices/nash-opyt", form + [("_save", "1"), ("_sure", "1")])
        #expect(on.status == 303, "\(on.text.suffix(1500))")
    }

    /// Whoever comes by an old link learns why it is gone, and where to go on; a refused press loses nothing that was typed.
    @Test func whyAMaterialLeavesAndWhatToReadInsteadIsAsked() async throws {
        let desk = try Desk()
        let (path, address) = ("practices/nash-opyt.md", "/_edit/material/practices/nash-opyt")
        try desk.folder.write(
            "---\ntitle: Наш опыт\nsummary: О чём он.\ndirections: [Знание]\nmunicipalities: [Ашинский МР]\n---\n\nТекст.\n",
            to: "content/" + path)
        desk.desk.show(try desk.remake())
        // Nobody has a link to it: nobody is told.
        #expect(await !desk.get(address).text.contains("name=\"_reason\""))
        try desk.folder.write(
            "address\tsince\twithdrawn\treason\ttitle\npractices/nash-opyt.html\t2023-01-01\n", to: "addresses.tsv")
        desk.desk.show(try desk.remake())
        let page = await desk.get(address).text
        #expect(page.contains("name=\"_reason\"") && page.contains("name=\"_successor\""))
        #expect(page.contains("data-further=\".withdrawing") && !page.contains("На него ссылаются"))
        // Whose readers will be told of it is said before; nobody reads a draft.
        for (name, draft) in [("sosednii", ""), ("chernovik", "draft: да\n")] {
            try desk.folder.write(
                "---\ntitle: Опыт \(name)\nsummary: О чём он.\ndirections: [Знание]\n\(draft)---\n\n[[nash-opyt]] и [[nash-opyt]].\n",
                to: "content/practices/\(name).md")
        }
        desk.desk.show(try desk.remake())
        let named = await desk.get(address).text
        #expect(named.contains("На него ссылаются: «Опыт sosednii». У этих ссылок"), "\(named)")
        #expect(await desk.get("/_edit/list", query: "kind=practice&field=_successor").text.contains("asha-msoko"))
        let form =
            try desk.form(path, schema: try desk.schema()) + [("_draft", "1"), ("_reason", "Положение\u{A0}отменено.")]
        for name in ["такого нет", "practices/nash-opyt"] {
            let refused = await desk.post(address, form + [("_successor", name)])
            #expect(refused.status == 422 && refused.text.contains("нельзя: такого опубликованного материала нет"))
            #expect(
                refused.text.contains("value=\"Положение\u{A0}отменено.\"")
                    && refused.text.contains("value=\"\(name)\""))
        }
        #expect(await desk.post(address, form + [("_successor", "asha-msoko")]).status == 303)
        let line = try #require(try desk.folder.text("addresses.tsv").split(separator: "\n").last)
        #expect(line.hasSuffix("\tПоложение отменено.\tНаш опыт\tpractices/asha-msoko.html"), "\(line)")
    }

    /// A picture that was published is taken out of a text as any other words are, and comes back with them.
    @Test func aPublishedFileLeavesWithTheWordsThatLedToIt() async throws {
        let desk = try Desk()
        let path = "practices/nash-opyt.md"
        let text =
            "---\ntitle: Наш опыт\nsummary: О чём он.\ndirections: [Знание]\nmunicipalities: [Ашинский МР]\n---\n\n"
        try desk.folder.write(text + "![Зал](zal.png)\n", to: "content/" + path)
        try desk.folder.write("PNG", to: "content/practices/zal.png")
        let own = ["nash-opyt.html", "zal.png"].map { "practices/\($0)\t2023-01-01\n" }
        let ledger = "address\tsince\twithdrawn\treason\ttitle\n" + own.joined()
        try desk.folder.write(ledger, to: "addresses.tsv")
        desk.desk.show(try desk.remake())
        let form = try desk.form(path, ["_body": "Без картинки.\n"], schema: try desk.schema())
        let off = await desk.post("/_edit/material/practices/nash-opyt", form + [("_save", "1"), ("_sure", "1")])
        #expect(off.status == 303, "\(off.text.suffix(1500))")
        let day = max(try #require(try desk.remake().files?.edition), StartingAnswers.today)
        let gone = ledger.replacing("zal.png\t2023-01-01", with: "zal.png\t2023-01-01\t\(day)")
        #expect(try desk.folder.text("addresses.tsv") == gone)

        desk.desk.show(try desk.remake())
        let history = "/_edit/history/practices/nash-opyt"
        let page = await desk.get(history).text
        let at = try #require(page.firstMatch(of: /at=(\d+)/)?.1)
        let earlier = await desk.get("/_edit/earlier/practices/nash-opyt", query: "at=\(at)").text
        let base = try #require(earlier.firstMatch(of: /name="_base" value="([^"]*)"/)?.1)
        let sent = [("_token", Desk.token), ("_base", String(base)), ("_at", String(at))]
        #expect(await desk.post(history, sent).status == 303)
        #expect(try desk.folder.text("content/" + path).contains("zal.png"))
        #expect(try desk.folder.text("addresses.tsv") == ledger)
    }

    @Test func aFileThatNothingRefersToIsRemovedByTheListAndComesBack() async throws {
        let desk = try desk()
        try desk.folder.write("PDF", to: "content/practices/staryi.pdf")
        desk.desk.show(try desk.remake())
        let list = await desk.get("/_edit/").text
        #expect(list.contains("value=\"practices/staryi.pdf\"") && !list.contains("value=\"practices/zal-kvesta.png\""))
        // Only such a file, and none that is in use.
        let token = ("_token", Desk.token)
        #expect(await desk.post("/_edit/removed", [token, ("_file", "practices/zal-kvesta.png")]).status == 409)
        #expect(await desk.post("/_edit/removed", [token, ("_file", "../album.yml")]).status == 409)
        let answer = await desk.post("/_edit/removed", [token, ("_file", "practices/staryi.pdf")])
        #expect(answer.status == 303)
        #expect(try !desk.folder.files(below: "content").contains("practices/staryi.pdf"))
        desk.desk.show(try desk.remake())
        let query = try #require(answer.location?.split(separator: "?").last.map(String.init))
        let after = await desk.get("/_edit/", query: query).text
        #expect(after.contains("Файл «practices/staryi.pdf» удалён.") && !after.contains("name=\"_file\""), "\(after)")
        let at = try #require(after.firstMatch(of: /name="_at" value="(\d+)"/)?.1)
        let back = await desk.post("/_edit/removed", [token, ("_at", String(at)), ("_back", "1")])
        #expect(try desk.folder.text("content/practices/staryi.pdf") == "PDF")
        let said = try #require(back.location?.split(separator: "?").last.map(String.init))
        #expect(await desk.get("/_edit/", query: said).text.contains("Файл «practices/staryi.pdf» возвращён."))
    }
}
