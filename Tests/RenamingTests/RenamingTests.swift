import Catalog
import Diagnostics
import Files
import SiteBuilder
import TestSupport
import Testing

@testable import Renaming

/// A material gets another name: what changes in its site, and what must not.
@Suite struct RenamingTests {
    private static let kvest = """
        ---
        title: Квест
        summary: Игра
        directions: [Знание]
        attachments: [kvest-plan.docx, obshchii.docx]
        ---

        ![Схема](kvest.svg) и [сама на себя](kvest.md#khod), [[kvest#khod]], [семинар](../events/seminar.md).

        ## Ход

        Текст.

        """

    /// Every form in which a material can be named.
    private static let naming = """
        ---
        title: Семинар
        summary: Разбор
        date: 17 октября 2024
        # Порядок важен.
        part-of: karta
        shown-in: ["kvest", 'practices/kvest' ,  kvest-2]   # и второй
        ---

        См. [[kvest]], [[practices/kvest|игру]], [[ kvest#khod ]], [[Квест]], [[kvest-2]], `[[kvest]]`.

        [Первая](../practices/kvest.md), [вторая](../practices/kvest.html#khod), [третья](<../practices/kvest> "Имя"),
        [четвёртая](/practices/kvest.md), [пятая][к], [план](../practices/kvest-plan.docx), [шестая](../practices/kvest-2.md).

        [к]: ../practices/kvest.md "Квест"

        ```
        [[kvest]] и [к]: ../practices/kvest.md
        ```

        ![Схема](../practices/kvest.svg)

        """

    private static let karta = """
        ---
        title: Карта
        summary: План
        date: 2024
        ---

        ## Мероприятия

        | Наименование мероприятия | Участники | Исполнители | Сроки | Ожидаемый результат | Материал |
        |---|---|---|---|---|---|
        | Игра [[kvest]] | Школы | МОУО | май 2024 | Лист | kvest; kvest-2 |

        """

    private static let files = [
        "content/practices/kvest.md": kvest,
        "content/practices/kvest-2.md": """
        ---
        title: Второй квест
        summary: Игра
        directions: [Знание]
        ---
        ![Фото](kvest-2.svg)

        """,
        "content/practices/kvest.svg": svg, "content/practices/kvest-2.svg": svg,
        "content/practices/kvest-plan.docx": "план", "content/practices/obshchii.docx": "общее",
        "content/events/seminar.md": naming, "content/roadmaps/karta.md": karta,
    ]
    private static let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>"

    /// Pages that were withdrawn lead on to where it is now.
    @Test func theListOfAddressesLeadsOnToTheNewName() throws {
        let site = try RenamedSite(["content/practices/kvest.md": "---\ntitle: Квест\nsummary: Игра\n---\n\nТекст.\n"])
        func ledger(_ address: String) -> String {
            "address\tsince\twithdrawn\treason\ttitle\tinstead\npractices/igra.html\t2022-09-01\t2023-01-10\t\tИгра\t"
                + "\(address)\npractices/kvest.html\t2022-09-01\npractices/slet.html\t2022-09-01\t2023-01-10\n"
        }
        try site.folder.write(ledger("practices/kvest.html"), to: "addresses.tsv")
        try site.rename("kvest", to: "regata")
        #expect(try site.folder.text("addresses.tsv") == ledger("practices/regata.html"))
        #expect(try site.plan("regata", to: "kvest-2").changes.contains { $0.from == "addresses.tsv" && !$0.isMove })
    }

    @Test func allThatNamesItIsMendedAndNothingElse() throws {
        let site = try RenamedSite(Self.files)
        try site.rename("kvest", to: "regata")
        #expect(
            try site.folder.text("content/events/seminar.md")
                == Self.naming.replacing("[\"kvest\", 'practices/kvest' ,", with: "[\"regata\", 'practices/regata' ,")
                .replacing("См. [[kvest]], [[practices/kvest|", with: "См. [[regata]], [[practices/regata|")
                .replacing("[[ kvest#khod ]]", with: "[[ regata#khod ]]")
                .replacing("(../practices/kvest.", with: "(../practices/regata.")
                .replacing("(<../practices/kvest>", with: "(<../practices/regata>")
                .replacing("(/practices/kvest.md", with: "(/practices/regata.md")
                .replacing("(../practices/kvest-plan", with: "(../practices/regata-plan")
                .replacing("\n[к]: ../practices/kvest.md \"", with: "\n[к]: ../practices/regata.md \""))
        #expect(
            try site.folder.text("content/roadmaps/karta.md")
                == Self.karta.replacing("[[kvest]]", with: "[[regata]]").replacing("kvest; ", with: "regata; "))
        #expect(
            try site.folder.text("content/practices/regata.md")
                == Self.kvest.replacing("[kvest-plan.docx,", with: "[regata-plan.docx,")
                .replacing("(kvest.svg)", with: "(regata.svg)").replacing("(kvest.md#", with: "(regata.md#")
                .replacing("[[kvest#", with: "[[regata#")
                .replacing("obshchii.docx]\n", with: "obshchii.docx]\n")
                .replacing("attachments:", with: "aliases: [practices/kvest.html]\nattachments:"))
        #expect(try site.folder.text("album.yml").contains("about: \"regata\" # страница\n"))
        let files = try site.folder.files(below: "content/practices")
        #expect(
            files == [
                "kvest-2.md", "kvest-2.svg", "obshchii.docx", "regata-plan.docx", "regata.md", "regata.svg",
            ])
        #expect(try site.output()["practices/kvest.html"] != nil)
    }

    @Test(arguments: [
        ("kvest", "practices/2024/igra"), ("practices/kvest.md", "practices/2024/igra.md"),
        ("content/practices/kvest.md", "content/practices/2024/igra.md"), ("Квест", "practices/2024/igra"),
        ("practices/kvest", "practices/2024/igra"),
    ])
    func aMaterialMovesToAnotherFolderOfItsKind(old: String, new: String) throws {
        let site = try RenamedSite(Self.files)
        try site.rename(old, to: new)
        let text = try site.folder.text("content/practices/2024/igra.md")
        #expect(text.contains("attachments: [igra-plan.docx, \"../obshchii.docx\"]"))
        #expect(
            text.contains(
                "![Схема](igra.svg) и [сама на себя](igra.md#khod), [[igra#khod]], [семинар](../../events/seminar.md)"))
        #expect(text.contains("aliases: [practices/kvest.html]"))
        #expect(try site.folder.text("content/events/seminar.md").contains("[Первая](../practices/2024/igra.md)"))
    }

    @Test func linksInTheFrontMatterStayLinks() throws {
        let head = "shown-in: [\"[[kvest]]\", '[[practices/kvest|игра]]', [[kvest-2]]]"
        let seminar = "---\ntitle: Семинар\nsummary: Разбор\ndate: 17 октября 2024\n\(head)\n---\n\nТекст.\n"
        let site = try RenamedSite(Self.files.merging(["content/events/seminar.md": seminar]) { $1 })
        try site.rename("kvest", to: "regata")
        try site.rename("kvest-2", to: "vtoroi")
        #expect(
            try site.folder.text("content/events/seminar.md")
                == seminar.replacing("[[kvest]]", with: "[[regata]]").replacing(
                    "practices/kvest|", with: "practices/regata|"
                )
                .replacing("[[kvest-2]]", with: "[[vtoroi]]"))
    }

    @Test func aFolderAloneKeepsTheName() throws {
        let site = try RenamedSite(Self.files)
        try site.rename("kvest", to: "practices/2024/")
        #expect(site.folder.contains("content/practices/2024/kvest.md"))
        // A name that is the last part of the id is still right.
        #expect(try site.folder.text("content/events/seminar.md").contains("См. [[kvest]], [[practices/2024/kvest|"))
    }

    @Test func bareFormerNamesAreWrittenOutWhereTheFolderChanges() throws {
        var files = Self.files
        files["content/practices/kvest.md"] = Self.kvest.replacing(
            "directions:", with: "aliases:\n  - staryi\n  - /a/b.html\ndirections:")
        let site = try RenamedSite(files)
        try site.rename("kvest", to: "practices/2024/kvest")
        #expect(
            try site.folder.text("content/practices/2024/kvest.md").contains(
                "aliases:\n  - practices/staryi\n  - /a/b.html\n  - practices/kvest.html\n"))
        #expect(try site.output()["practices/staryi.html"] != nil)
    }

    @Test func thereAndBackLeavesTheFormerAddressAlone() throws {
        let site = try RenamedSite(Self.files)
        try site.rename("kvest", to: "regata")
        try site.rename("regata", to: "kvest")
        var expected = Self.files
        expected["content/practices/kvest.md"] = Self.kvest.replacing(
            "attachments:", with: "aliases: [practices/regata.html]\nattachments:")
        for (path, text) in expected { #expect(try site.folder.text(path) == text) }
    }

    @Test func lineEndsAndTheMarkAtTheBeginningStay() throws {
        var files = Self.files
        let windows = "\u{FEFF}" + Self.naming.replacing("\n", with: "\r\n")
        files["content/events/seminar.md"] = windows
        let site = try RenamedSite(files)
        try site.rename("kvest", to: "regata")
        let text = try site.folder.text("content/events/seminar.md")
        #expect(text.hasPrefix("\u{FEFF}---\r\n") && text.contains("[[regata]]") && !text.contains("[[kvest]], [["))
        #expect(text.replacing("\r\n", with: "").utf8.contains(0x0A) == false)
    }

    @Test func cellsOfACSVFileAndChartsNameMaterials() throws {
        var files = Self.files
        files["content/roadmaps/karta.md"] = """
            ---
            title: Карта
            summary: План
            date: 2024
            tables: {events: karta.csv}
            ---

            ## Мероприятия

            """
        files["content/roadmaps/karta.csv"] =
            "Наименование мероприятия;Сроки;Материал\n\"Игра; \"\"[[kvest]]\"\"\";май 2024;\"kvest; kvest-2\"\n"
        files["content/practices/kvest-2.md"]? += "\n```chart\nназвание: Числа\nтаблица: karta\n```\n"
        let site = try RenamedSite(files)
        try site.rename("kvest", to: "regata")
        #expect(
            try site.folder.text("content/roadmaps/karta.csv")
                == "Наименование мероприятия;Сроки;Материал\n\"Игра; \"\"[[regata]]\"\"\";май 2024;\"regata; kvest-2\"\n"
        )
        // One in an encoding of its own keeps it.
        let encoding = SpreadsheetEncoding.legacy(.windows1251)
        let text = try site.folder.text("content/roadmaps/karta.csv")
        try site.folder.write(try #require(encoding.bytes(ofUTF8: Array(text.utf8))), to: "content/roadmaps/karta.csv")
        let plan = try site.plan("regata", to: "kvest-2023")
        #expect(plan.diff.contains("\n+\"Игра; \"\"[[kvest-2023]]"), "\(plan.diff)")
        try plan.write(to: try site.root)
        let renamed = Array(text.replacing("regata", with: "kvest-2023").utf8)
        #expect(try site.folder.bytes("content/roadmaps/karta.csv") == encoding.bytes(ofUTF8: renamed))
        // The file of the table is called after the roadmap.
        try site.rename("karta", to: "plan")
        #expect(try site.folder.text("content/roadmaps/plan.md").contains("tables: {events: plan.csv}"))
        #expect(site.folder.contains("content/roadmaps/plan.csv"))
        #expect(try site.folder.text("content/practices/kvest-2.md").contains("таблица: plan\n"))
    }

    @Test func aNameThatTwoWouldHaveIsWrittenWithItsFolder() throws {
        var files = Self.files
        files["content/practices/2023/regata.md"] = "---\ntitle: Регата\nsummary: Игра\n---\nТекст.\n"
        let site = try RenamedSite(files)
        try site.rename("kvest", to: "regata")
        let text = try site.folder.text("content/events/seminar.md")
        #expect(text.contains("См. [[practices/regata]], [[practices/regata|"))
    }

    @Test func anIDOfItsOwnStaysUnlessItIsThatOfTheFile() throws {
        var files = Self.files
        files["content/practices/kvest.md"] = Self.kvest.replacing("summary:", with: "id: nash-kvest\nsummary:")
            .replacing("[[kvest#khod]]", with: "")
        files["content/events/seminar.md"] = "---\ntitle: Семинар\nsummary: Разбор\n---\n[[nash-kvest]]\n"
        files["content/roadmaps/karta.md"] = nil
        let site = try RenamedSite(files)
        try site.folder.write(
            try site.folder.text("album.yml").replacing("about: \"kvest\"", with: "about: nash-kvest"), to: "album.yml")
        try site.rename("nash-kvest", to: "regata")
        #expect(try site.folder.text("content/events/seminar.md").contains("[[nash-kvest]]"))
        #expect(try site.folder.text("content/practices/regata.md").contains("id: nash-kvest\n"))
        try site.folder.write(
            try site.folder.text("content/practices/regata.md").replacing("id: nash-kvest", with: "id: regata"),
            to: "content/practices/regata.md")
        try site.folder.write(
            "---\ntitle: Семинар\nsummary: Разбор\n---\n[[regata]]\n", to: "content/events/seminar.md")
        try site.folder.write(
            try site.folder.text("album.yml").replacing("about: nash-kvest", with: "about: regata"), to: "album.yml")
        try site.rename("regata", to: "igra")
        #expect(try site.folder.text("content/practices/igra.md").contains("id: igra\n"))
        #expect(try site.folder.text("content/events/seminar.md").contains("[[igra]]"))
    }

    @Test func theLeaveForAPictureNamesItAnew() throws {
        var files = Self.files
        files["content/practices/kvest.md"] = Self.kvest.replacing(
            "directions:", with: "privacy-allow:\n  - {text: kvest-foto.jpg, reason: школа известна}\ndirections:"
        )
        .replacing("![Схема](kvest.svg)", with: "![Фото](kvest-foto.jpg)")
        files["content/practices/kvest.svg"] = nil
        files["content/events/seminar.md"] = nil
        files["content/practices/kvest-foto.jpg"] = "\u{7F}"
        let site = try RenamedSite(files)
        try site.rename("kvest", to: "regata")
        let text = try site.folder.text("content/practices/regata.md")
        #expect(text.contains("- {text: regata-foto.jpg, reason: школа известна}"))
        #expect(text.contains("![Фото](regata-foto.jpg)"))
    }

    // MARK: Refused

    @Test(arguments: [
        ("kvest", "kvest-2", "файл content/practices/kvest-2.md уже есть"),
        ("kvest", "kvest", "материал уже так и называется"), ("kvest", "practices/kvest.md", "уже так и называется"),
        ("kvest", "events/kvest", "папка другого вида"), ("kvest", "nowhere/kvest", "папка другого вида"),
        ("kvest", "../kvest", "не годится"), ("kvest", "practices/.skrytyi", "не годится"), ("kvest", "", "не годится"),
        ("kvest", "practices/index", "адрес practices/index.html занят страницей сайта"),
        ("kvst", "regata", "материала «kvst» нет; возможно: kvest"),
    ])
    func aNameThatWouldHarmIsRefused(old: String, new: String, said: String) throws {
        let site = try RenamedSite(Self.files)
        let before = try site.texts()
        let refusal = try site.refusal(old, to: new)
        #expect(refusal?.text.contains(said) == true, "\(refusal?.text ?? "–")")
        #expect(try site.texts() == before)
    }

    @Test func whereTheSiteWouldSayMoreNothingIsWritten() throws {
        var files = Self.files
        // `[[seminar]]` is one material now, and would be two.
        files["content/practices/kvest-2.md"]? += "\n[[seminar]]\n"
        let site = try RenamedSite(files)
        let refusal = try site.refusal("kvest", to: "practices/seminar")
        #expect(refusal?.codes == ["ambiguous-reference"])
        #expect(refusal?.text.contains("ничего не изменено") == true)
        #expect(try site.texts() == (try RenamedSite(files).texts()))
    }

    @Test func whatCameMeanwhileIsNotWrittenOver() throws {
        let site = try RenamedSite(Self.files)
        let plan = try site.plan("kvest", to: "regata")
        // The last of the new files is there suddenly: the first of them goes again.
        try site.folder.write("чужое", to: "content/practices/regata.svg")
        let before = try site.texts()
        #expect(throws: RenamingError.self) { try plan.write(to: try site.root) }
        #expect(try site.texts() == before)
        try site.folder.remove("content/practices/regata.svg")
        try site.folder.write(Self.naming + "Новое.\n", to: "content/events/seminar.md")
        let changed = try site.texts()
        #expect(throws: RenamingError.self) { try plan.write(to: try site.root) }
        #expect(try site.texts() == changed)
    }

    @Test func aDiffSaysWhatWouldBeWritten() throws {
        let site = try RenamedSite(Self.files)
        let plan = try site.plan("kvest-2", to: "regata")
        #expect(
            plan.diff.contains(
                """
                rename from content/practices/kvest-2.md
                rename to content/practices/regata.md
                --- a/content/practices/kvest-2.md
                +++ b/content/practices/regata.md
                @@ -2,5 +2,6 @@
                 title: Второй квест
                 summary: Игра
                 directions: [Знание]
                +aliases: [practices/kvest-2.html]
                 ---
                -![Фото](kvest-2.svg)
                +![Фото](regata.svg)
                rename from content/practices/kvest-2.svg
                rename to content/practices/regata.svg

                """))
        #expect(try site.texts() == (try RenamedSite(Self.files).texts()))
    }
}
