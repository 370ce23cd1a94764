import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing

@testable import Importing

/// What programs put on the clipboard, as they write it.
@Suite(.enabled(if: OfficeFiles.hasPandoc, OfficeFiles.pandocIsMissing)) struct PastedTests {
    private func fragment(_ html: String, kind: String? = "practice", behind text: String = "") throws
        -> ImportedFragment
    {
        try OfficeFiles.importing(kind: kind).fragment(
            ofHTML: Array(html.utf8), slug: "tekst", at: FragmentPlace(behind: text))
    }

    private func fragment(file: String, kind: String? = "practice", behind text: String = "") throws -> ImportedFragment
    {
        try fragment(
            String(decoding: OfficeFiles.bytes("pasted/\(file).html"), as: UTF8.self), kind: kind, behind: text)
    }

    @Test func wordsListsTablesAndMarksComeOut() throws {
        let found = try fragment(file: "word")
        #expect(
            found.markdown == """
                ## Цель

                Научить педагогов **видеть результат** и *обсуждать* его сразу.

                ## Задачи

                - Разобрать показатели
                  - региональные
                - Собрать команду

                Порядок:

                1. Начать
                2. Закончить, см. [план](https://example.org/plan)

                Было вписано.

                ## Ход

                | Этап | Действия | Сроки |
                | --- | --- | --- |
                | Разминка | Знакомство<br>команд | сентябрь 2023 |
                """)
        let places = found.report.places(.ru)
        for told in [
            "удалённое в режиме правки не перенесено: «вычеркнуто»", "примечание не перенесено: «проверить срок»",
            "цвет не перенесён", "clip_image002.png",
        ] { #expect(places.contains { $0.contains(told) }, "\(told) is not among \(places)") }
        #expect(!places.contains { $0.contains("текст не перенесён") })
        #expect(found.report.summary(.ru).count == 6)
        #expect(found.report.summary(.ru).contains("над таблицей добавлен заголовок «Ход»"))
        #expect(places.contains("таблица 1: над таблицей добавлен заголовок «Ход»"), "\(places)")
    }

    @Test func headingsGoBelowTheSectionUnlessTheyAreOnes() throws {
        let html = "<h1>Первое</h1><p>а</p><h2>Второе</h2><p>б</p>"
        #expect(try fragment(html).markdown == "## Первое\n\nа\n\n### Второе\n\nб")
        #expect(try fragment(html, behind: "## Цель\n").markdown == "### Первое\n\nа\n\n#### Второе\n\nб")
        let named = "<h3>Цель</h3><p>а</p><p><b>Задачи</b></p><p>Участники: все</p>"
        #expect(
            try fragment(named, behind: "## Ход\n").markdown == "## Цель\n\nа\n\n## Задачи\n\nУчастники: все")
    }

    @Test func aTableThatTheKindKnowsIsThatTable() throws {
        let table = """
            | Мероприятие | Исполнители | Сроки |
            | --- | --- | --- |
            | Семинар | Отдел | 15.10.2024 |
            | Форум<br>и выставка | Отдел \\| школа | ноя.24 |
            """
        let title = "План мероприятий на 2024 год\n\n"
        #expect(try fragment(file: "excel", kind: "roadmap").markdown == "## Мероприятия\n\n" + title + table)
        // Under its own heading no second one is put.
        let found = try fragment(file: "excel", kind: "roadmap", behind: "Введение.\n\n## Мероприятия\n\n")
        #expect(found.markdown == title + table)
        #expect(found.report.places(.ru).contains { $0.contains("цвет не перенесён") })
        #expect(!found.report.places(.ru).contains { $0.contains("текст не перенесён") })
    }

    @Test func notesOfWordAreNotes() throws {
        let page = """
            <p class=MsoNormal>Так<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
            class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a>
            и так<a style='mso-footnote-id:ftn2' href="#_ftn2" name="_ftnref2">[2]</a>.</p>
            <div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
            <div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1'
            href="#_ftnref1" name="_ftn1" title="">[1]</a> Первая <b>сноска</b>.</p></div>
            <div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a style='mso-footnote-id:ftn2'
            href="#_ftnref2" name="_ftn2" title="">[2]</a> Вторая.</p></div></div>
            """
        let found = try fragment(page)
        #expect(found.markdown == "Так[^1] и так[^2].\n\n[^1]: Первая **сноска**.\n\n[^2]: Вторая.")
        #expect(found.report.summary(.ru).isEmpty)
        // A page that is taken in as a whole has them too, but for its title.
        let titled =
            "<html><h1>Квест<a style='mso-footnote-id:ftn1' href=\"#_ftn1\">[1]</a></h1><h2>Цель</h2>\(page)</html>"
        let material = try OfficeFiles.importing(kind: "practice").material(of: Array(titled.utf8), named: "а.html")
        #expect(material.title == "Квест" && material.text.contains("title: \"Квест\"\n"))
        #expect(material.text.contains("Так[^1] и так[^2].") && material.text.hasSuffix("\n[^2]: Вторая.\n"))
    }

    /// What a line of the text says goes before what the title tells.
    @Test func theTitleOfADocumentFillsItsNumberAndDay() throws {
        let title = "<html><h1>Приказ от 12.03.2025 № 45 «О чтении»</h1>"
        let importing = try OfficeFiles.importing(kind: "document")
        let plain = try importing.material(of: Array("\(title)<p>Текст.</p></html>".utf8), named: "а.html").text
        for line in ["number: \"45\"\n", "date: \"12.03.2025\"\n", "official-title: \"О чтении\"\n"] {
            #expect(plain.contains(line), "\(plain)")
        }
        let said = "\(title)<p>Номер: 45-ОД</p><p>Текст.</p></html>"
        let other = try importing.material(of: Array(said.utf8), named: "а.html").text
        #expect(other.contains("number: \"45-ОД\"\n") && other.contains("date: \"12.03.2025\"\n"), "\(other)")
    }

    /// A table of names and values gives fields to a material; a piece of a text has none.
    @Test func noWordGoesIntoFields() throws {
        let found = try fragment(
            "<table><tr><td>Участники</td><td>все</td></tr><tr><td>Место</td><td>школа</td></tr></table>")
        #expect(found.markdown.contains("Участники | все") && found.markdown.contains("Место | школа"))
    }

    @Test func googleSaysWhatIsBoldInStyles() throws {
        let found = try fragment(file: "google", kind: nil)
        #expect(
            found.markdown == """
                ## Что сделали

                Обычный и **жирный** *курсив*

                - пункт один
                - пункт два

                ![схема](tekst-1.png)
                """)
        #expect(found.pictures.map(\.name) == ["tekst-1.png"] && found.report.summary(.ru).isEmpty)
    }

    @Test func libreOfficeIsReadToo() throws {
        let found = try fragment(file: "libreoffice", kind: nil)
        #expect(
            found.markdown == """
                ## Ход

                Начало **важно** и **тоже**.

                1. раз
                2. два
                   - внутри

                | А | Б |
                | --- | --- |
                | 1 | 2 |
                |  | 3 |
                """)
        #expect(found.report.summary(.ru) == ["объединённые ячейки разделены, текст остался в первой"])
    }

    @Test func aPageOfTheWebLeavesItsScriptsBehind() throws {
        let found = try fragment(file: "web", kind: nil)
        #expect(
            found.markdown == """
                ## Новости

                Прошёл [форум](https://example.org/forum?a=1&b=2): 2 \\< 3.\\
                Вторая строка.

                3. третий
                4. четвёртый

                > Сказано.

                Ещё
                """)
        let places = found.report.places(.ru)
        for told in ["https://example.org/logo.png", "javascript:void(0)", "«скрыто»", "цвет"] {
            #expect(places.contains { $0.contains(told) }, "\(told) is not among \(places)")
        }
        #expect(!places.contains { $0.contains("alert") })
    }

    @Test(arguments: [
        "<", "<!--", "<p style=\"mso-list:l0 level1\">", "<span style='mso-list:Ignore'>", "</b></b></span>",
        "2 < 3 > 1",
        "<p style='mso-list:l0 level9'><span style='mso-list:Ignore'>1.</span>а<p style='mso-list:l0 level1'>",
    ])
    func whatIsBrokenIsReadAsFarAsItGoes(html: String) throws {
        #expect(try fragment("<p>до</p>" + html + "<p>после</p>").markdown.hasPrefix("до"))
    }
}
