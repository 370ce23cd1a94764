import Explaining
import TestSupport
import Testing

/// Texts as they come out of a word processor, without empty lines and with signs of its own.
@Suite struct WordTextTests {
    /// What is told of a practice with a body, as code, line and the words that the excerpt begins with.
    private func told(_ body: String) throws -> [String] {
        let folder = try RemedySite().folder
        let path = SampleSite.File.practice.rawValue
        let head = try folder.text(path).split(separator: "---\n", omittingEmptySubsequences: false)[1]
        // The lines of the body are counted from its own first one.
        let first = head.split(separator: "\n", omittingEmptySubsequences: false).count + 3
        try folder.write("---\n\(head)---\n\n" + body + "\n[[karta]] и [[seminar]].\n", to: path)
        return try ToldProblem.all(in: folder).map { "\($0.code) \(($0.line ?? 0) - first + 1)" }
    }

    private static let pasted = """
        Игра прошла в школе № 5.
        Цель
        Научить педагогов читать.
        Задачи
        1. Первая.
        2. Вторая.
        Участники
        Учителя.

        """

    @Test func headingsThatSankIntoParagraphsAndItemsAreToldWhereTheyStand() throws {
        #expect(try told(Self.pasted) == ["near-heading 2", "near-heading 4", "near-heading 7"])
        let mended = ["Цель", "Задачи", "Участники"].reduce(Self.pasted) { text, name in
            text.replacing("\n\(name)\n", with: "\n## \(name)\n")
        }
        #expect(try told(mended) == [])
    }

    @Test(arguments: [
        "Цель практики:\nтекст", "Задачи:\nвзять и сделать", "Участники\n2 педагога.", "Организаторы:\nМОУО",
        "Ход практики\n| Этап | Что делают |\n|---|---|\n| А | Б |", "**Организаторы**\nтекст",
        "1. Задачи\nВзять и сделать.",
        "Слова.\n**Участники**\nУчителя.", "**Задачи:** взять.\n", "Слова\nУчастники", "- Пункт\nУчастники\nУчителя.",
        "- Пункт\n\n    Участники", "Слова\n Ключевые идеи \nслова", "Ожидаемые результаты  \nСлова",
    ])
    func aNameAloneOnItsLineIsTold(text: String) throws {
        let isGoal = text.hasPrefix("Цель")
        let place = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { line in
            ["Цель", "Задачи", "Участники", "Организаторы", "Ход", "Ключевые", "Ожидаемые"].contains {
                line.contains($0)
            }
        }
        #expect(
            try told(text + "\n\n" + (isGoal ? "" : "## Цель\n\nНаучить.\n"))
                == ["near-heading \((place ?? 0) + 1)"])
    }

    @Test(arguments: [
        "- Участники\n- Задачи", "Пришли все\nучастники\nи учителя.",
        "В игре были учителя, ученики и другие гости, а также их\nУчастники",
        "Учителя и другие\nУчастники.", "> Участники\n> Учителя", "- Участники\n  и учителя",
        "- Пункт.\n\n    Абзац о пункте.", "- Пункт.\n\n    участники получили листы.",
    ])
    func whatIsProseIsNotTold(text: String) throws {
        #expect(try told(text + "\n\n## Цель\n\nНаучить.\n") == [])
    }

    @Test func aParagraphThatSankIntoAnItemIsTold() throws {
        let end = "\n\n## Цель\n\nНаучить.\n"
        #expect(
            try told("1)\tРаз.\n2)\tДва.\n\n    Ключевые идеи игры — листы.\(end)") == ["sunken-paragraph 4"])
        #expect(try told("1)\tРаз.\n2)\tДва.\n\nКлючевые идеи игры — листы.\(end)") == [])
        #expect(try told("1)\tРаз.\n2)\tДва.\n\n## Ключевые идеи\nКлючевые идеи игры — листы.\(end)") == [])
        #expect(try told("- Раз.\n\n  Ход: листы.\(end)") == ["sunken-paragraph 3"])
    }

    @Test func aRuleThatMakesAHeadingIsTold() throws {
        let text = "Игра прошла\nв школе.\n-----\n\nСлова.\n\nЦель\n----\n\nНаучить.\n"
        #expect(try told(text) == ["underlined-text 3"])
        #expect(try told(text.replacing("\n-----\n", with: "\n")) == [])
        #expect(try told(text.replacing("\n-----\n", with: "\n\n---\n")) == [])
        #expect(try told("## " + text.replacing("\n-----\n", with: "\n")) == [])
        #expect(try told("> Игра\n> ---\n\nСлова.\n\n## Цель\n\nНаучить.\n") == ["underlined-text 2"])
    }

    @Test func aTableRightUnderAHeadingOfAnotherNameIsToldAtTheHeading() throws {
        let table = "| Этап | Что делают |\n|---|---|\n| А | Б |\n"
        let start = "Игра.\n\n## Цель\n\nНаучить.\n\n"
        #expect(try told(start + "## Как шли\n\n" + table) == ["table-under-other-heading 7"])
        #expect(try told(start + "## Ход\n\n" + table) == [])
        #expect(try told(start + "## Как шли\n\nТак.\n\n" + table) == ["table-under-other-heading 11"])
    }

    @Test func aTableUnderAnotherHeadingIsToldAtItsHead() throws {
        let text =
            "Игра.\n\n## Цель\n\nНаучить.\n\n## Ожидаемые результаты\n\nСлова.\n| Этап | Что делают |\n|---|---|\n| А | Б |\n"
        #expect(try told(text) == ["table-under-other-heading 10"])
        #expect(try told(text.replacing("| Этап", with: "## Ход\n\n| Этап")) == [])
        let bare = text.replacing("Слова.\n", with: "")
        #expect(try told(bare) == ["table-under-other-heading 9"])
        #expect(
            try told(
                bare.replacing("| Этап", with: "## Ход\n\n| Этап").replacing("## Ожидаемые результаты\n", with: ""))
                == [])
    }
}
