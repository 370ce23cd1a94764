import Catalog
import Diagnostics
import Editing
import Files
import Foundation
import Importing
import Languages
import Preview
import SiteBuilder
import TestSupport
import Testing

@testable import Editor

@Suite struct SiteDeskTests {
    private static let path = "practices/asha-msoko.md"
    private static let address = "/_edit/material/practices/asha-msoko"

    @Test(arguments: [("Саткинскй", "Саткинский МР"), ("миаский", "Миасский ГО")])
    func whatAMisspeltNameMayMeanIsFound(words: String, name: String) async throws {
        let desk = try Desk()
        let query = "kind=practice&field=municipalities&near=" + PercentEncoding.encoded(words)
        let answer = await desk.get("/_edit/list", query: query).text
        #expect(answer.contains("\"value\":\"\(name)\""), "\(answer)")
    }

    @Test func aFormThatIsSentBackAsItCameChangesNoByte() async throws {
        let desk = try Desk()
        let schema = try desk.schema()
        let content = try desk.folder.files(below: "content").filter { $0.hasSuffix(".md") && $0.contains("/") }
        for path in content.sorted() {
            let before = try desk.folder.bytes("content/" + path)
            let text = try EditableMaterial(before, path: path, schema)
            let typed = Typed(
                FormData(
                    encoded: Array(
                        try desk.form(path, schema: schema).map {
                            "\(PercentEncoding.encoded($0.0))=\(PercentEncoding.encoded($0.1))"
                        }
                        .joined(separator: "&").utf8)))
            #expect(typed.changes(of: text).isEmpty && typed.body == text.body, "\(path)")
        }
        let before = try desk.folder.bytes("content/" + Self.path)
        let answer = await desk.post(Self.address, try desk.form(Self.path, schema: schema) + [("_save", "1")])
        #expect(answer.status == 303 && answer.location == "/practices/asha-msoko.html", "\(answer.text)")
        #expect(try desk.folder.bytes("content/" + Self.path) == before)
    }

    @Test func aSaveWritesWhatWasChangedAndKeepsWhatWasReplaced() async throws {
        let desk = try Desk()
        let schema = try desk.schema()
        let before = try desk.folder.text("content/" + Self.path)
        let windows = "\u{FEFF}" + before.replacing("\n", with: "\r\n")
        try desk.folder.write(windows, to: "content/" + Self.path)
        let answer = await desk.post(
            Self.address, try desk.form(Self.path, ["field.participants": "Учителя"], schema: schema) + [("_save", "1")]
        )
        #expect(answer.status == 303, "\(answer.text)")
        let expected = windows.replacing(
            "participants: Управление образованием Ашинского муниципального района; в региональном конкурсе — и образовательные организации района",
            with: "participants: Учителя")
        #expect(try desk.folder.bytes("content/" + Self.path) == Array(expected.utf8))
        let kept = try desk.folder.files(below: ".album-work/history")
        #expect(kept.count == 1 && kept[0].hasPrefix(Self.path + "/"))
        #expect(try desk.folder.bytes(".album-work/history/" + kept[0]) == Array(windows.utf8))
        // And the way back.
        let history = Self.address.replacing("material", with: "history")
        #expect(await desk.get(history).text.contains("<ins>Учителя</ins>"))
        let second = String(kept[0].dropFirst(Self.path.count + 1))
        let base = SHA256.digest(try desk.folder.bytes("content/" + Self.path)).hexadecimal
        let back = [("_token", Desk.token), ("_at", second), ("_base", base)]
        #expect(await desk.post(history, back).status == 303)
        #expect(try desk.folder.bytes("content/" + Self.path) == Array(windows.utf8))
        #expect(await desk.post(history, back).status == 409)
        #expect(try desk.folder.files(below: ".album-work/history").count == 2)
    }

    @Test func whatIsFaultyIsRefusedWithItsMessageAndMayBeADraft() async throws {
        let desk = try Desk()
        let schema = try desk.schema()
        let before = try desk.folder.bytes("content/" + Self.path)
        let form = try desk.form(Self.path, ["field.municipalities": "Ашинский МРР"], schema: schema)
        let refused = await desk.post(Self.address, form + [("_save", "1")])
        #expect(refused.status == 422)
        #expect(refused.text.contains("data-message-for=\"municipalities\"><p class=\"error\">"))
        #expect(refused.text.contains(">\nАшинский МРР</textarea>"))
        #expect(try desk.folder.bytes("content/" + Self.path) == before)
        #expect(await desk.post(Self.address, form + [("_draft", "1")]).status == 303)
        #expect(try desk.folder.text("content/" + Self.path).contains("\ndraft: да\n"))
        let ready = try desk.form(Self.path, ["field.municipalities": "Ашинский МР"], schema: schema)
        #expect(await desk.post(Self.address, ready + [("_save", "1")]).status == 303)
        #expect(try desk.folder.bytes("content/" + Self.path) == before)
    }

    @Test func whatSomebodyElseHasWrittenIsNotOverwritten() async throws {
        let desk = try Desk()
        let schema = try desk.schema()
        let form = try desk.form(Self.path, ["field.place": "Моё место"], schema: schema)
        let other = try desk.folder.text("content/" + Self.path).replacing(
            "level: муниципальный", with: "level: региональный")
        try desk.folder.write(other, to: "content/" + Self.path)
        let answer = await desk.post(Self.address, form + [("_save", "1")])
        #expect(answer.status == 409)
        #expect(answer.text.contains("value=\"Моё место\"") && answer.text.contains("<mark>региональный</mark>"))
        #expect(try desk.folder.text("content/" + Self.path) == other)
    }

    @Test func whoDoesNotKnowTheTokenWritesNothing() async throws {
        let desk = try Desk()
        let before = try desk.folder.bytes("content/" + Self.path)
        let form = try desk.form(Self.path, ["field.place": "Чужое"], schema: try desk.schema())
        for token in ["", "чужое", Desk.token + " "] {
            let pairs = form.map { $0.0 == "_token" ? ("_token", token) : $0 }
            for path in [Self.address, "/_edit/keep", "/_edit/check", "/_edit/new"] {
                #expect(
                    await desk.post(path, query: "kind=practice", pairs + [("_save", "1"), ("_key", "x.md")]).status
                        == 403)
            }
        }
        #expect(try desk.folder.bytes("content/" + Self.path) == before)
        #expect(!desk.folder.contains(".album-work"))
    }

    @Test func whatWasTypedIsThereAgainUntilItIsForgotten() async throws {
        let desk = try Desk()
        let form = try desk.form(Self.path, ["field.place": "Набрано"], schema: try desk.schema())
        #expect(await desk.post("/_edit/keep", form + [("_key", Self.path)]).status == 200)
        let again = await desk.get(Self.address)
        #expect(again.text.contains("value=\"Набрано\"") && again.text.contains("не сохранено"))
        #expect(await desk.post(Self.address, form + [("_forget", "1")]).status == 303)
        #expect(await !desk.get(Self.address).text.contains("Набрано"))
        // Nothing is kept outside the folder of work.
        _ = await desk.post("/_edit/keep", form + [("_key", "../../../naruzhu.md")])
        #expect(!desk.folder.contains("naruzhu.md") && !desk.folder.contains("content/naruzhu.md"))
    }

    @Test func aNewMaterialIsAFileOfItsOwn() async throws {
        let desk = try Desk()
        let pairs = [
            ("_token", Desk.token), ("_base", ""), ("field.title", "Практика: «новая»"), ("field.summary", "Кратко."),
            ("_body", "\r\n## Цель\r\n\r\nЦель.\r\n"), ("_draft", "1"),
        ]
        let page = await desk.get("/_edit/new", query: "kind=practice")
        #expect(
            page.status == 200 && page.text.contains("name=\"field.title\"") && page.text.contains("name=\"_body\""))
        for name in ["praktika-novaia", "praktika-novaia-2"] {
            let answer = await desk.post("/_edit/new", query: "kind=practice", pairs)
            #expect(answer.location == "/practices/\(name).html", "\(answer.text)")
            #expect(
                try desk.folder.text("content/practices/\(name).md")
                    == "---\ntitle: \"Практика: «новая»\"\nsummary: Кратко.\ndraft: да\n---\n\n## Цель\n\nЦель.\n")
        }
    }

    @Test func aLinkIsNeverWrittenThrough() async throws {
        let desk = try Desk()
        let schema = try desk.schema()
        let text = try desk.folder.bytes("content/" + Self.path)
        try desk.folder.write(String(decoding: text, as: UTF8.self), to: "content/practices/other.txt")
        try desk.folder.remove("content/" + Self.path)
        try desk.folder.link("content/" + Self.path, to: "other.txt")
        let form = try desk.form(Self.path, ["field.place": "Через ссылку"], schema: schema)
        _ = await desk.post(Self.address, form + [("_save", "1")])
        #expect(try desk.folder.bytes("content/practices/other.txt") == text)
    }

    @Test func theGridHasTheCellsOfTheText() async throws {
        let desk = try Desk()
        let path = "roadmaps/asha-2016-2018.md"
        let form = try desk.form(path, schema: try desk.schema())
        let answer = await desk.post("/_edit/check", form + [("_key", path)])
        let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
        let tables = try #require(json["tables"] as? [[String: Any]])
        let rows = try #require(tables.first?["rows"] as? [[[String: Any]]])
        let body = Array((form.first { $0.0 == "_body" }?.1 ?? "").replacing("\r\n", with: "\n").utf16)
        #expect(tables.first?["id"] as? String == "events" && rows.count > 5)
        for cell in rows.joined() {
            let (start, end) = (try #require(cell["start"] as? Int), try #require(cell["end"] as? Int))
            #expect(String(decoding: body[start..<end], as: UTF16.self) == cell["text"] as? String)
        }
    }

    @Test func aFileIsKeptBesideItsMaterialUnderACleanName() async throws {
        let desk = try Desk()
        func send(_ name: String, _ bytes: [UInt8], key: String = Self.path, token: String = Desk.token) async
            -> SiteResponder.Answer
        {
            let pairs = [("token", token), ("key", key), ("name", name)].map {
                "\($0.0)=\(PercentEncoding.encoded($0.1))"
            }
            return await desk.desk.answer(
                EditingRequest(path: "/_edit/file", query: pairs.joined(separator: "&"), body: bytes))
        }
        let scan = await send("Приказ № 215 (скан).PDF", Array("%PDF-1.4".utf8))
        #expect(scan.text == "{\"name\":\"prikaz-215-skan.pdf\",\"isPicture\":false,\"said\":\"\"}")
        #expect(await send("Приказ № 215 (скан).pdf", Array("%PDF-1.4".utf8)).text.contains("prikaz-215-skan.pdf"))
        #expect(await send("Приказ № 215 (скан).pdf", Array("%PDF-1.7".utf8)).text.contains("prikaz-215-skan-2.pdf"))
        #expect(try desk.folder.text(".album-work/files/practices/prikaz-215-skan.pdf") == "%PDF-1.4")
        // The place is overwritten where it stands: the picture is as long as before, and it is said all the same.
        let place: [UInt8] = [
            0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0,
        ]
        let exif = Array("Exif".utf8) + [0, 0] + place + [0, 1, 0, 1, 0, 2, 0, 0, 0, 2, 0x4E, 0, 0, 0, 0, 0, 0, 0]
        let photo: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + [0xFF, 0xDA, 0, 4, 0, 0, 1]
        #expect(await send("Вид.jpg", photo + [0xFF, 0xD9]).text.contains("убрано место"))
        for name in ["а.html", "а.svg", "а.exe", "а.md", "album.yml", "а", "../../а.sh", "а.p/df"] {
            #expect(await send(name, [1]).status == 422, "\(name)")
        }
        #expect(await send("а.pdf", []).status == 422)
        #expect(await send("а.pdf", [1], token: "чужое").status == 403)
        #expect(await send("а.pdf", [1], key: "../../naruzhu.md").status == 404)
        #expect(await send("../../naruzhu.pdf", Array("%PDF-1.4".utf8)).text.contains("\"name\":\"naruzhu.pdf\""))
        #expect(desk.folder.contains(".album-work/files/practices/naruzhu.pdf") && !desk.folder.contains("naruzhu.pdf"))
    }

    /// What another material breaks by is named, and nothing is written that keeps the site from being published.
    @Test func aTitleThatOthersNameIsNotTakenFromThem() async throws {
        let desk = try Desk()
        let schema = try desk.schema()
        let title = "Как Ашинский район обновил муниципальную систему оценки качества"
        let other = try desk.folder.text("content/practices/debaty-otsenivanie.md")
        try desk.folder.write(
            other.replacing("---\n\n", with: "---\n\nСмотрите [[\(title)]].\n\n", maxReplacements: 1),
            to: "content/practices/debaty-otsenivanie.md")
        desk.desk.show(try desk.remake())
        let before = try desk.folder.bytes("content/" + Self.path)
        let form = try desk.form(Self.path, ["field.title": "Другое название"], schema: schema)
        for button in ["_save", "_draft"] {
            let answer = await desk.post(Self.address, form + [(button, "1")])
            #expect(answer.status == 422 && answer.text.contains("Ошибок в других материалах из-за этой правки: 1"))
        }
        #expect(try desk.folder.bytes("content/" + Self.path) == before)
    }

    @Test func aFileWhoseFrontMatterIsBrokenIsEditedAsAWhole() async throws {
        let desk = try Desk()
        let text = try desk.folder.text("content/" + Self.path)
        let broken = text.replacing("date: 2016-2018", with: "date: [2016").replacing("\n", with: "\r\n")
        try desk.folder.write(broken, to: "content/" + Self.path)
        desk.desk.show(try desk.remake())
        let page = await desk.get(Self.address)
        #expect(page.status == 200 && page.text.contains("name=\"_raw\"") && page.text.contains("class=\"error\""))
        let base = SHA256.digest(Array(broken.utf8)).hexadecimal
        let pairs = [
            ("_token", Desk.token), ("_base", base), ("_raw", text.replacing("\n", with: "\r\n")), ("_save", "1"),
        ]
        #expect(await desk.post(Self.address, pairs).status == 303)
        #expect(try desk.folder.text("content/" + Self.path) == text.replacing("\n", with: "\r\n"))
    }

    // MARK: Texts from elsewhere

    @Test func materialsToLinkToAndTablesOfTheKindAreTold() async throws {
        let desk = try Desk()
        let answer = await desk.get("/_edit/aids", query: "key=new%2Froadmap")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
        let materials = try #require(json["materials"] as? [[String: Any]])
        let named = try #require(materials.first { $0["id"] as? String == "practices/asha-msoko" })
        #expect(named["name"] as? String == "asha-msoko" && named["isDraft"] as? Bool == false)
        #expect(["title", "kind"].allSatisfy { (named[$0] as? String)?.isEmpty == false })
        let tables = try #require(json["tables"] as? [[String: Any]])
        #expect(tables.contains { ($0["heads"] as? [String])?.contains("Сроки") == true })
        #expect(await desk.get("/_edit/aids", query: "key=new%2Fneizvestno").status == 404)
    }

    @Test(.enabled(if: Pandoc.find() != nil, "pandoc is missing: apt-get install pandoc, or name it in ALBUM_PANDOC"))
    func whatIsPastedIsAnsweredAsMarkdownAndNothingIsWritten() async throws {
        let desk = try Desk()
        let before = try desk.folder.files(below: "content")
        let html = "<p style='color:red'>Было <b>важно</b></p><p><img src='file:///C:/a.png'></p><ul><li>раз</ul>"
        let pairs = [("_token", Desk.token), ("_key", Self.path), ("_html", html), ("_before", "")]
        let answer = await desk.post("/_edit/paste", pairs)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
        #expect(json["markdown"] as? String == "Было **важно**\n\n- раз")
        #expect((json["told"] as? [String])?.contains("цвет не перенесён, текст остался") == true)
        #expect((json["places"] as? [String])?.count == 2)
        for wrong in [[("_token", "чужое")] + pairs.dropFirst(), [pairs[0], ("_key", "нет.md")] + pairs.dropFirst(2)] {
            #expect([403, 404].contains(await desk.post("/_edit/paste", wrong).status))
        }
        #expect(try desk.folder.files(below: "content") == before)
    }

    @Test func aDocumentIsAnsweredAsFieldsTextAndReport() async throws {
        let desk = try Desk()
        let before = try desk.folder.files(below: "content")
        func send(
            _ name: String, _ bytes: [UInt8], token: String = Desk.token, more: [(String, String)] = []
        ) async -> SiteResponder.Answer {
            let query = ([("token", token), ("key", "new/roadmap"), ("name", name)] + more).map {
                "\($0.0)=\(PercentEncoding.encoded($0.1))"
            }
            return await desk.desk.answer(
                EditingRequest(path: "/_edit/taken", query: query.joined(separator: "&"), body: bytes))
        }
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let book = [UInt8](try Data(contentsOf: tests.appendingPathComponent("Fixtures/office/roadmap.xlsx")))
        let answer = await send("План.xlsx", book)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
        #expect((json["fields"] as? [String: String])?["title"]?.isEmpty == false)
        #expect((json["body"] as? String)?.contains("## Мероприятия") == true)
        #expect(json["short"] as? String == "11\u{A0}строк, 11\u{A0}сроков")
        #expect((json["checks"] as? [String])?.first?.contains("скрыта, не перенесена") == true)
        #expect((json["details"] as? [String])?.contains { $0.hasPrefix("строки с текстом") } == true)
        let offers = (json["offers"] as? [[String: Any]])?.compactMap { $0["choice"] as? String }
        #expect(offers == ["rows/План", "sheet/Старое", "merged"])
        let table = try #require((json["tables"] as? [[String: Any]])?.first)
        #expect(table["definition"] as? String == "events" && (table["rows"] as? [[String: Any]])?.count == 14)
        let wanted = await send("План.xlsx", book, more: [("with", "rows/План"), ("with", "нечто")])
        #expect(wanted.text.contains("12\u{A0}строк, 12\u{A0}сроков") && wanted.text.contains("\"isTaken\":true"))
        #expect(await send("План.xlsx", book, token: "чужое").status == 403)
        let locked: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
            + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
        #expect(await send("План.xlsx", locked).text.contains("закрыт паролем"))
        #expect(await send("План.xlsx", Array(book.prefix(500))).status == 422)
        #expect(await send("План.xlsx", []).status == 422)
        #expect(try desk.folder.files(below: "content") == before)
    }
}
