import Catalog
import Diagnostics
import Editing
import Foundation
import TestSupport
import Testing

@testable import Editor

/// What a form asks, tells and takes back, over the repository's own site.
@Suite struct FormTests {
    private static let path = "practices/asha-msoko.md"
    private static let address = "/_edit/material/practices/asha-msoko"

    private static func new(_ changes: [String: String], _ button: String = "_save") -> [(String, String)] {
        let form = [
            "field.title": "Квест для учителей", "field.summary": "Учителя прошли четыре станции.",
            "_body": "\n## Цель\n\nПонять критерии.\n",
        ].merging(changes) { $1 }
        return [("_token", Desk.token), ("_base", "")] + form.sorted { $0.key < $1.key } + [(button, "1")]
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    // MARK: Asked before publishing

    @Test func aWholeNewMaterialIsPublishedByOnePress() async throws {
        let desk = try Desk()
        let answer = await desk.post("/_edit/new", query: "kind=practice", Self.new([:]))
        #expect(answer.status == 303 && answer.location == "/practices/kvest-dlia-uchitelei.html", "\(answer.text)")
    }

    @Test(arguments: [
        (["field.summary": ""], "поле «Кратко» пусто"),
        (["_body": "\n## Цель\n\nЦель.\n\n## Ход\n\n## Результаты\n"], "под заголовками: «Ход», «Результаты»"),
        (
            ["_body": "\n## Цель\n\nЦель.\n\n## Ход\n\n| Этап | Что делают |\n|---|---|\n|  |  |\n"],
            "таблице «Ход» нет ни одной"
        ),
        (["field.title": "Как Ашинский район обновил муниципальную систему оценки качества"], "ещё один материал"),
    ])
    func whatIsLeftOpenIsAskedBeforeItIsPublished(changes: [String: String], told: String) async throws {
        let desk = try Desk()
        let form = Self.new(changes)
        let before = try desk.folder.files(below: "content")
        let asked = await desk.post("/_edit/new", query: "kind=practice", form)
        #expect(asked.status == 422 && asked.text.contains(told), "\(asked.text)")
        #expect(asked.text.contains("name=\"_sure\"") && asked.text.contains("<title>Проверьте: "))
        #expect(try desk.folder.files(below: "content") == before)
        #expect(await desk.post("/_edit/new", query: "kind=practice", form + [("_sure", "1")]).status == 303)
    }

    @Test(arguments: [
        ("## **Цель**\n\nЦель.\n\n## `Ход`\n\n## Результаты\n", "«Ход», «Результаты»", "## **Цель**\n\nЦель.\n"),
        // One that the kind asks for would be missed.
        ("## Цель\n\n## Ход\n", "«Ход»", "## Цель\n"),
        (
            "## Задачи\n\n### Первая\n\n## Ход\n\n| Этап | Что делают |\n|---|---|\n|  |  |\n\n## Цель\n\nЦель.\n",
            "«Задачи», «Первая», «Ход»", "## Цель\n\nЦель.\n"
        ),
        (
            "Слова.\n\n## Цель\n\n```\n# нет\n```\n\n## 😀\n\n## Ход\n\nХод.\n", "«😀»",
            "Слова.\n\n## Цель\n\n```\n# нет\n```\n\n## Ход\n\nХод.\n"
        ),
        ("## Цель\n\n### Первая\n\nЦель.\n\n## Ход\n\n| Этап | Срок |\n|---|---|\n| Раз |  |\n", nil, ""),
    ])
    func emptySectionsAreNamedWithWhatIsToBeCut(body: String, names: String?, rest: String) async throws {
        let desk = try Desk()
        let answer = await desk.post("/_edit/check", Self.new(["_body": body]) + [("_key", "new/practice")])
        let empty = try json(answer.text)["empty"] as? [String: Any]
        guard let names else { return #expect(empty == nil) }
        #expect(empty?["label"] as? String == "Убрать пустые разделы: " + names)
        var units = Array(body.utf16)
        for cut in try #require(empty?["cuts"] as? [[String: Int]]).reversed() {
            units.removeSubrange(try #require(cut["start"])..<(try #require(cut["end"])))
        }
        #expect(String(decoding: units, as: UTF16.self) == rest)
    }

    @Test func allThatACheckSaysIsAskedBeforeADocumentIsPublished() async throws {
        let desk = try Desk()
        let form = Self.new([
            "field.date": "позавчера", "_body": "\n![](zal.png)\n", "field.official-title": "",
        ])
        let asked = await desk.post("/_edit/new", query: "kind=document", form).text
        let list = try #require(asked.firstMatch(of: /class="answer.*?<\/div>/.dotMatchesNewlines())?.0)
        for told in ["«Официальное название» не заполнено", "Дата: «позавчера» — не дата", "нет описания"] {
            #expect(list.contains(told), "\(told): \(list)")
        }
        let practice = Self.new(["field.date": "позавчера"]) + [("_key", "new/practice")]
        let told = await desk.post("/_edit/check", practice).text
        #expect(told.contains("В поле «Дата» не понято «позавчера»"), "\(told)")
    }

    /// By its level a list of indicators is of all municipalities: nobody has to look for the field.
    @Test func whoseAMaterialOfTheRegionIsIsAskedOpenly() async throws {
        let desk = try Desk()
        for (kind, isAsked) in [("indicators", true), ("document", true), ("practice", false)] {
            let page = await desk.get("/_edit/new", query: "kind=\(kind)").text
            let open = page.split(separator: "<details class=\"rest\">").first.map(String.init) ?? ""
            #expect(!isAsked || open.contains("name=\"field.level\""), "\(kind): \(open)")
            #expect(page.contains("когда здесь стоит «федеральный», «региональный»") == isAsked, "\(kind)")
        }
    }

    @Test func namesOfPeopleAmongOrganisersAreTold() async throws {
        let desk = try Desk()
        let form = Self.new(["field.organisers": "Петров И.И., методист"])
        let answer = await desk.post("/_edit/check", form + [("_key", "new/practice")]).text
        #expect(answer.contains("Среди организаторов назван человек"), "\(answer)")
        let asked = await desk.post("/_edit/new", query: "kind=practice", form)
        #expect(asked.status == 422 && asked.text.contains("Среди организаторов назван человек"))
    }

    @Test func aPublishedMaterialIsAskedAboutWhatIsNewAlone() async throws {
        let desk = try Desk()
        let schema = try desk.schema()
        let path = "content/" + Self.path
        try desk.folder.write(try desk.folder.text(path) + "\n## Пусто\n\n![](zal.png)\n", to: path)
        try desk.folder.write("", to: "content/practices/zal.png")
        let body = try desk.folder.text(path).components(separatedBy: "\n---\n")[1]
        let form = try desk.form(Self.path, ["_body": "Слово.\n\n" + body], schema: schema)
        let answer = await desk.post("/_edit/check", form + [("_key", Self.path)])
        let asks = try json(answer.text)["asks"] as? [Any]
        #expect(asks?.isEmpty == true, "\(answer.text)")
    }

    /// Rows that part a table, sum it up or sign it, and a column that the kind has not: told at their places, and it is right so.
    @Test(arguments: [
        ("| **I. Осень** | | |\n| Семинар | май 2024 | Отдел |", []),
        ("| Семинар | май 2024 | Отдел |\n| Итого: 1 | | |", []),
        ("| Семинар | май 2024 | Отдел |\n| Директор ЦРО Н.Н. Петрова | | |", []),
        ("| Семинар | май 2024 | Отдел |\n| Итого: 5 | | |", ["не сходится"]),
        ("| | май 2024 | Отдел |", ["Мероприятия, строка 1, «Наименование мероприятия»"]),
    ])
    func whatIsForInformationAloneIsNotAsked(rows: String, asked: [String]) async throws {
        let desk = try Desk()
        for head in ["Исполнители", "Кабинет"] {
            let table = "\n## Мероприятия\n\n| Мероприятие | Сроки | \(head) |\n|---|---|---|\n\(rows)\n"
            let form = Self.new(["_body": table, "field.date": "2024-05-01", "field.directions": "Знание"])
            let told = try json(await desk.post("/_edit/check", form + [("_key", "new/roadmap")]).text)
            let asks = (told["asks"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
            let page = await desk.post("/_edit/new", query: "kind=roadmap", form).text
            let list = page.firstMatch(of: /class="answer.*?<\/ul>/.dotMatchesNewlines()).map { String($0.0) } ?? ""
            #expect(!list.contains("«»"), "\(list)")
            #expect(!asks.contains { $0.contains("Кабинет") || $0.contains("«»") }, "\(asks)")
            let ofRows = asks.filter { $0.contains("строк") || $0.contains("сходится") || $0.contains("чейк") }
            #expect(ofRows.count == asked.count, "\(rows): \(asks)")
            for words in asked { #expect(list.contains(words), "\(words): \(list)") }
            let all = (told["messages"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
            #expect(head != "Кабинет" || all.contains { $0.contains("Столбца «Кабинет» нет") }, "\(all)")
        }
    }

    /// A name that is nearly that of a column is hardly meant so.
    @Test func aColumnThatIsNearlyOneOfTheKindIsAskedAbout() async throws {
        let desk = try Desk()
        let table =
            "\n## Мероприятия\n\n| Мероприятие | Сроки | Испалнитель |\n|---|---|---|\n| Семинар | май 2024 | Отдел |\n"
        let form = Self.new(["_body": table]) + [("_key", "new/roadmap")]
        let asks = try json(await desk.post("/_edit/check", form).text)["asks"] as? [[String: Any]] ?? []
        #expect(asks.contains { ($0["text"] as? String ?? "").contains("Испалнитель") }, "\(asks)")
    }

    /// Nothing that stands nowhere is quoted: neither a head without a name nor a heading without words.
    @Test func noMessageQuotesWhatIsEmpty() async throws {
        let desk = try Desk()
        let body = """

            ##

            ## Мероприятия

            | Мероприятие | Сроки | |
            |---|---|---|
            | Семинар | май 2024 | #ССЫЛКА! |
            | | | |

            ## Прочее

            | | Столбец 2 |
            |---|---|
            | | |

            ##
            """
        let form = Self.new(["_body": body])
        let told = await desk.post("/_edit/check", form + [("_key", "new/roadmap")]).text
        #expect(!told.contains("«»") && told.contains("ошибка формулы"), "\(told)")
        let page = await desk.post("/_edit/new", query: "kind=roadmap", form).text
        let list = try #require(page.firstMatch(of: /class="answer.*?<\/ul>/.dotMatchesNewlines())?.0)
        #expect(!list.contains("«»") && list.contains("Мероприятия, строка 1, столбец 3: "), "\(list)")
    }

    // MARK: Put aside

    @Test func whatWasTypedSinceIsPutAsideForWhatComesBack() async throws {
        let desk = try Desk()
        func send(_ title: String, _ button: String) async {
            _ = await desk.post("/_edit/keep", Self.new(["field.title": title]) + [("_key", "new/practice")])
            _ = await desk.post("/_edit/new", query: "kind=practice", Self.new(["field.title": title], button))
        }
        await send("Первое", "_forget")
        #expect(await desk.get("/_edit/new", query: "kind=practice").text.contains("Набранное убрано: «Первое»."))
        _ = await desk.post("/_edit/keep", Self.new(["field.title": "Второе"]) + [("_key", "new/practice")])
        #expect(await desk.get("/_edit/new", query: "kind=practice").text.contains("раньше: «Первое»."))
        await send("Второе", "_recall")
        let back = await desk.get("/_edit/new", query: "kind=practice").text
        #expect(back.contains("value=\"Первое\"") && back.contains("раньше: «Второе»."), "\(back)")
        await send("Первое", "_recall")
        #expect(await desk.get("/_edit/new", query: "kind=practice").text.contains("value=\"Второе\""))
    }

    @Test func anEmptyFormTakesThePlaceOfNothingThatWasPutAside() async throws {
        let desk = try Desk()
        _ = await desk.post("/_edit/new", query: "kind=practice", Self.new([:], "_forget"))
        let page = await desk.get("/_edit/new", query: "kind=practice").text
        let body = try #require(page.firstMatch(of: /name="_body"[^>]*>\n([^<]*)</)?.1)
        let empty = ["field.title": "", "field.summary": "", "_body": String(body)]
        _ = await desk.post("/_edit/new", query: "kind=practice", Self.new(empty, "_forget"))
        #expect(await desk.get("/_edit/new", query: "kind=practice").text.contains("«Квест для учителей»"))
    }

    @Test func nobodyIsAskedAboutADraft() async throws {
        let desk = try Desk()
        let form = Self.new(["field.summary": "", "_body": "\n## Цель\n"], "_draft")
        #expect(await desk.post("/_edit/new", query: "kind=practice", form).status == 303)
    }

    /// What the published text has already was answered once.
    @Test func whatWasPublishedSoIsNotAskedAgain() async throws {
        let desk = try Desk()
        let text = try desk.folder.text("content/" + Self.path)
        try desk.folder.write(text + "\n## Результаты\n", to: "content/" + Self.path)
        desk.desk.show(try desk.remake())
        let form = try desk.form(Self.path, ["field.place": ""], schema: try desk.schema())
        #expect(await desk.post(Self.address, form + [("_save", "1")]).status == 303)
    }

    @Test(arguments: ["31.02.2024", "31.02", "30 февраля", "31.13.2024"])
    func aDayThatNoCalendarHasIsAnErrorBesideItsField(day: String) async throws {
        let desk = try Desk()
        let refused = await desk.post("/_edit/new", query: "kind=practice", Self.new(["field.date": day]))
        #expect(refused.status == 422 && refused.text.contains("data-message-for=\"date\"><p class=\"error\">"))
        #expect(refused.text.contains("<title>Ошибка: ") && refused.text.contains("href=\"#field-date\""))
        let check = await desk.post(
            "/_edit/check", Self.new(["field.date": day]) + [("_key", "new/practice")])
        #expect(try json(check.text)["understood"] as? [String: String] == [:])
    }

    @Test func aDateThatIsNoDayIsToldSo() async throws {
        let desk = try Desk()
        let check = await desk.post(
            "/_edit/check", Self.new(["field.date": "30 февраля"]) + [("_key", "new/document")])
        #expect(check.text.contains("Такого дня нет: «30 февраля»"), "\(check.text)")
    }

    /// The year of the edition is none that somebody meant who wrote none.
    @Test func noYearIsSuggestedThatNobodyMeant() async throws {
        let desk = try Desk()
        let check = await desk.post(
            "/_edit/check", Self.new(["field.date": "15 октября"]) + [("_key", "new/practice")])
        #expect(check.text.contains("Допишите год") && !check.text.contains("2023"), "\(check.text)")
    }

    // MARK: Candidates

    @Test func acandidateReplacesTheWrongWordsWhereverTheyStand() async throws {
        let desk = try Desk()
        let table = "| Этап | Что делают | Срок |\n|---|---|---|\n| Раз | Два | 31.02.2024 |\n"
        let form = Self.new([
            "field.municipalities": "Саткинский МР\nАшинский МРР", "field.format": "квест-игр",
            "_body": "\n## Цель\n\nСмотрите [[asha-msok]].\n\n## Ход\n\n" + table,
        ])
        let answer = await desk.post("/_edit/check", form + [("_key", "new/practice")])
        let messages = try #require(try json(answer.text)["messages"] as? [[String: Any]])
        var mended: [String: String] = [:]
        for message in messages {
            guard let wrong = message["wrong"] as? [String: Any], let place = message["for"] as? String,
                let candidate = (message["candidates"] as? [[String: String]])?.first?["value"]
            else { continue }
            let name = place.contains("/") || place == "_body" ? "_body" : "field." + place
            let value = Array((form.first { $0.0 == name }?.1 ?? "").utf16)
            let (start, end) = (wrong["start"] as? Int ?? 0, wrong["end"] as? Int ?? 0)
            #expect(String(decoding: value[start..<end], as: UTF16.self) == wrong["text"] as? String, "\(place)")
            mended[place] = String(decoding: value[..<start] + Array(candidate.utf16) + value[end...], as: UTF16.self)
        }
        #expect(mended["municipalities"] == "Саткинский МР\nАшинский МР")
        #expect(mended["steps/0/term"]?.contains("| Раз | Два | 29.02.2024 |") == true, "\(messages)")
        #expect(mended["format"] == "квест-игра")
        #expect(mended["_body"]?.contains("[[asha-msoko]]") == true, "\(messages)")
    }

    // MARK: Put aside

    @Test func whatWasForgottenCanBeHadBack() async throws {
        let desk = try Desk()
        let form = Self.new(["field.participants": "Учителя"])
        let forget = form.filter { $0.0 != "_save" } + [("_forget", "1")]
        #expect(await desk.post("/_edit/new", query: "kind=practice", forget).status == 303)
        let empty = await desk.get("/_edit/new", query: "kind=practice")
        #expect(!empty.text.contains("value=\"Квест для учителей\"") && empty.text.contains("name=\"_recall\""))
        let recall = [("_token", Desk.token), ("_recall", "1")]
        #expect(await desk.post("/_edit/new", query: "kind=practice", recall).status == 303)
        let back = await desk.get("/_edit/new", query: "kind=practice")
        #expect(back.text.contains("value=\"Квест для учителей\"") && !back.text.contains("name=\"_recall\""))
        #expect(await desk.post("/_edit/new", query: "kind=practice", form).status == 303)
        #expect(await !desk.get("/_edit/new", query: "kind=practice").text.contains("Квест для учителей\""))
    }

    // MARK: The list

    @Test func theListTellsDraftsAndWhatIsNotSaved() async throws {
        let desk = try Desk()
        #expect(await !desk.get("/_edit/").text.contains("class=\"mark\""))
        let form = try desk.form(Self.path, schema: try desk.schema())
        _ = await desk.post("/_edit/keep", form + [("_key", Self.path)])
        #expect(await !desk.get("/_edit/").text.contains("class=\"mark\""))
        let changed = form.map { $0.0 == "field.place" ? ($0.0, "Не сохранено") : $0 }
        _ = await desk.post("/_edit/keep", changed + [("_key", Self.path)])
        #expect(await desk.get("/_edit/").text.contains("есть несохранённое"))
        _ = await desk.post("/_edit/keep", Self.new([:]) + [("_key", "new/practice")])
        #expect(await desk.get("/_edit/").text.contains("Начато и не сохранено"))
        let draft = Self.new([:], "_draft")
        #expect(await desk.post("/_edit/new", query: "kind=practice", draft).status == 303)
        #expect(await desk.get("/_edit/").text.contains("черновик, читатели его не видят"))
    }

    // MARK: History

    @Test func anEarlierTextIsReadAsAWholeAndBroughtBack() async throws {
        let desk = try Desk()
        let schema = try desk.schema()
        let before = try desk.folder.bytes("content/" + Self.path)
        let form = try desk.form(Self.path, ["field.participants": "Учителя района"], schema: schema)
        #expect(await desk.post(Self.address, form + [("_save", "1")]).status == 303)
        let history = await desk.get(Self.address.replacing("material", with: "history"))
        #expect(history.text.contains("<h4>Участники</h4>") && history.text.contains("<ins>Учителя "))
        #expect(history.text.contains("Сохранено сегодня в ") && !history.text.contains("UTC"))
        #expect(history.text.contains("href=\"\(Self.address)\""))
        let second = try #require(try desk.folder.files(below: ".album-work/history").first?.split(separator: "/").last)
        let whole = await desk.get(Self.address.replacing("material", with: "earlier"), query: "at=\(second)")
        #expect(whole.text.contains("<dt>Участники</dt>") && whole.text.contains("name=\"_at\" value=\"\(second)\""))
        let base = try #require(whole.text.firstMatch(of: /name="_base" value="([0-9a-f]+)"/)?.1)
        let back = [("_token", Desk.token), ("_at", String(second)), ("_base", String(base))]
        #expect(await desk.post(Self.address.replacing("material", with: "history"), back).status == 303)
        #expect(try desk.folder.bytes("content/" + Self.path) == before)
    }

    @Test func whatIsBroughtBackStaysPublished() async throws {
        let desk = try Desk()
        let schema = try desk.schema()
        let path = "content/" + Self.path
        try desk.folder.write(try desk.folder.text(path).replacing("\ntitle:", with: "\ndraft: да\ntitle:"), to: path)
        desk.desk.show(try desk.remake())
        let form = try desk.form(Self.path, ["field.participants": "Учителя района"], schema: schema)
        #expect(await desk.post(Self.address, form + [("_save", "1")]).status == 303)
        #expect(try !desk.folder.text(path).contains("draft:"))
        let second = try #require(try desk.folder.files(below: ".album-work/history").first?.split(separator: "/").last)
        let history = Self.address.replacing("material", with: "history")
        let whole = await desk.get(Self.address.replacing("material", with: "earlier"), query: "at=\(second)")
        let base = try #require(whole.text.firstMatch(of: /name="_base" value="([0-9a-f]+)"/)?.1)
        let back = [("_token", Desk.token), ("_at", String(second)), ("_base", String(base))]
        let answer = await desk.post(history, back)
        #expect(answer.location == history + "?back=1")
        #expect(await desk.get(history, query: "back=1").text.contains("Текст возвращён"))
        let now = try desk.folder.text(path)
        #expect(!now.contains("draft:") && !now.contains("Учителя района"))
    }

    /// The program was started anew: what was typed is there, nothing is written.
    @Test func aFormWithTheTokenOfAnotherProgramIsShownAgain() async throws {
        let desk = try Desk()
        let before = try desk.folder.text("content/" + Self.path)
        let form = try desk.form(Self.path, ["field.participants": "Учителя <района>"], schema: try desk.schema())
            .map { $0.0 == "_token" ? ($0.0, "чужое") : $0 }
        let answer = await desk.post(Self.address, form + [("_save", "1")])
        #expect(answer.status == 403 && answer.text.contains("программу перезапустили"))
        #expect(answer.text.contains("Учителя &lt;района&gt;") && answer.text.contains("value=\"\(Desk.token)\""))
        #expect(try desk.folder.text("content/" + Self.path) == before)
        #expect(await desk.post("/_edit/new", query: "kind=practice", form + [("_save", "1")]).status == 403)
        #expect(
            await desk.post("/_edit/removed", [("_token", "чужое"), ("_at", "1")]).text.contains("откройте её заново"))
    }

    // MARK: Entries

    @Test func anEntryIsAddedToAListThatMayGrow() async throws {
        let desk = try Desk()
        let file = "content/vocabularies/organisations.yml"
        let before = try desk.folder.text(file)
        func send(_ pairs: [(String, String)]) async -> (status: Int, text: String) {
            let answer = await desk.post("/_edit/entry", [("_token", Desk.token)] + pairs)
            return (answer.status, answer.text)
        }
        let school = [
            ("vocabulary", "organisations"), ("name", "МАОУ «Лицей № 97»"), ("type", "школа"), ("group", "Школы"),
            ("municipality", "Миасский ГО"),
        ]
        let added = await send(school)
        #expect(added.status == 200 && added.text.contains("\"value\":\"МАОУ «Лицей № 97»\""), "\(added.text)")
        let after = try desk.folder.text(file)
        let lines = after.split(separator: "\n", omittingEmptySubsequences: false).difference(
            from: before.split(separator: "\n", omittingEmptySubsequences: false))
        #expect(lines.removals.isEmpty && lines.insertions.count == 6, "\(lines)")
        // The same once more, and nearly the same.
        #expect(await send(school).status == 422)
        let near = await send([
            ("vocabulary", "organisations"), ("name", "МАОУ «Лицей № 96»"), ("type", "школа"), ("group", "Школы"),
            ("municipality", "Миасский ГО"),
        ])
        #expect(
            near.status == 422 && near.text.contains("\"mayInsist\":true") && near.text.contains("№ 97"), "\(near.text)"
        )
        // Lists that may not grow.
        #expect(await send([("vocabulary", "municipalities"), ("name", "Новый МР"), ("type", "МР")]).status == 404)
        #expect(try desk.folder.text(file) == after)
        let form = Self.new(["field.place": "МАОУ «Лицей № 97»"])
        #expect(await desk.post("/_edit/new", query: "kind=practice", form).status == 303)
    }

    @Test func aListToPickFromHasAllNamesOfItsEntries() async throws {
        let desk = try Desk()
        let answer = await desk.get("/_edit/list", query: "kind=practice&field=municipalities")
        let picks = try #require(try json(answer.text)["picks"] as? [[String: Any]])
        let asha = try #require(picks.first { $0["label"] as? String == "Ашинский МР" })
        #expect((asha["names"] as? [String])?.contains("Ашинский муниципальный район") == true)
        #expect(try json(answer.text)["grows"] == nil)
        let places = await desk.get("/_edit/list", query: "kind=practice&field=place")
        #expect(try json(places.text)["grows"] != nil)
        let materials = await desk.get("/_edit/list", query: "kind=practice&field=rests-on")
        let documents = try #require(try json(materials.text)["picks"] as? [[String: Any]])
        #expect(
            documents.allSatisfy { $0["label"] as? String != $0["value"] as? String && $0["value"] as? String != "" })
        // An order is known by its number and day.
        #expect(
            documents.contains { pick in
                (pick["detail"] as? String)?.contains("№ ") ?? false
                    && (pick["names"] as? [String] ?? []).contains { $0.hasPrefix("от ") && $0.contains(" № ") }
            }, "\(documents)")
    }
}
