extension Example {
    /// Slips of front matters that are not fields themselves, of marks, terms and tables.
    static let more: [Example] = moreFields + morePrivacy + moreMarks + moreSections + moreTerms + moreTables

    private static let moreFields = [
        Example(
            "broken-yaml", .practice, "format: квест-игра", wrote: "format:квест-игра", mended: "format: квест-игра"),
        Example("broken-yaml", .practice, "format: квест-игра", wrote: "  format: квест-игра"),
        Example("broken-yaml", .practice, "format: квест-игра", wrote: "format: \"квест-игра"),
        Example("broken-yaml", .practice, "format: квест-игра", wrote: "format: \"квест\" игра"),
        Example(
            "broken-yaml", .practice, "summary: За один урок команды", wrote: "summary: За один урок\nкоманды"),
        Example(
            "cut-value", .practice, "title: Квест-игра «Найди критерий»", wrote: "title: Квест #3",
            mended: "title: \"Квест #3\""),
        Example(
            "missing-summary", .practice, "summary: За один урок команды придумали критерии для своих проектов.\n",
            wrote: ""),
        Example(
            "empty-summary", .practice, "summary: За один урок команды придумали критерии для своих проектов.",
            wrote: "summary:"),
        Example(
            "absent-own-words", .practice, "summary: За один урок команды придумали критерии для своих проектов.",
            wrote: "summary: нет в источнике"),
        Example(
            "long-summary", .practice, "summary: За один урок",
            wrote: "summary: " + String(repeating: "Команды искали критерии и спорили о них. ", count: 12)),
        Example("empty-field", .document, "official-title: О плане мероприятий по чтению", wrote: "official-title:"),
        Example(
            "unclear-draft", .roadmap, "approved-by: prikaz-215\n---\n\nПо", wrote: "draft:\n---\n\nПо",
            mended: "---\n\nПо"),
        Example(
            "dashed-fence", .practice, "---\ntitle: Квест-игра", wrote: "–––\ntitle: Квест-игра"),
        Example("dashed-fence", .practice, "---\ntitle: Квест-игра", wrote: "----\ntitle: Квест-игра"),
        Example("missing-front-matter", .practice, "---\ntitle: Квест-игра", wrote: "\n\n---\ntitle: Квест-игра"),
        Example("dashed-fence", .event, "part-of: karta\n---\n", wrote: "part-of: karta\n—-\n"),
        Example("wrong-type", .practice, "format: квест-игра", wrote: "format: [квест, игра]", mended: "format: квест"),
        Example(
            "unknown-choice", .document, "document-type: приказ", wrote: "status: новый\ndocument-type: приказ",
            mended: "status: действует\ndocument-type: приказ"),
        Example(
            "attached-address", .document, "attachments: [prikaz-215.pdf]\n---\n",
            wrote: "attachments: [prikaz-215.pdf, \"https://example.org/a.pdf\"]\n---\n",
            mended: "attachments: [prikaz-215.pdf]\n---\n\n[План](https://example.org/a.pdf)\n"),
        Example(
            "former-address", .practice, "date: 12", wrote: "aliases: [events/seminar.html]\ndate: 12",
            mended: "aliases: [practices/kvest-igra.html]\ndate: 12"),
        Example(
            "unknown-table", .roadmap, "approved-by: prikaz-215",
            wrote: "tables: {event: plan.csv}\napproved-by: prikaz-215", mended: "approved-by: prikaz-215"),
    ]

    private static let morePrivacy = [
        Example(
            "mobile-phone", .practice, "Листом пользуются все.", wrote: "Листом пользуются все, тел. 8 912 345-67-89.",
            mended: "Листом пользуются все, тел. 8 (351) 263-00-00."),
        Example(
            "private-email", .practice, "Листом пользуются все.", wrote: "Пишите на metodist@mail.ru.",
            mended: "Пишите на metodist@school.example.org."),
        Example(
            "insurance-number", .practice, "Листом пользуются все.", wrote: "СНИЛС 112-233-445 95.",
            mended: "Лист есть."),
        Example(
            "passport-number", .practice, "Листом пользуются все.", wrote: "Паспорт 7505 123456.", mended: "Лист есть."),
        Example(
            "child-with-class", .practice, "Листом пользуются все.",
            wrote: "Лист придумала Иванова Мария, 7 «Б» класс.", mended: "Лист придумала ученица 7 класса."),
        Example(
            "birth-date", .practice, "Листом пользуются все.",
            wrote: "Лист придумала Иванова Мария, 12.05.2012 года рождения.", mended: "Лист придумала ученица 7 класса."
        ),
        Example(
            "named-organiser", .practice, "format: квест", wrote: "organisers: [методист Петров И. С.]\nformat: квест",
            mended: "organisers: [методист]\nformat: квест"),
        Example(
            "broken-privacy-allow", .practice, "format: квест", wrote: "privacy-allow: [{text: \"a\"}]\nformat: квест"),
        Example(
            "idle-privacy-allow", .practice, "format: квест",
            wrote: "privacy-allow: [{text: \"8 912 345-67-89\", reason: \"номер школы\"}]\nformat: квест"),
    ]

    private static let moreMarks = [
        Example(
            "open-mark", .practice, "Листом пользуются все.", wrote: "Листом **пользуются все.",
            mended: "Листом **пользуются** все."),
        Example(
            "spaced-address", .practice, "(../events/seminar.md)", wrote: "(../events/seminar 1.md)",
            mended: "(<../events/seminar.md>)"),
        Example(
            "spaced-address", .practice, "(../events/seminar.md)", wrote: "(https://school5.ru/док (1).pdf)",
            mended: "(<https://school5.ru/док (1).pdf>)"),
        Example(
            "bare-address", .practice, "(../events/seminar.md)", wrote: "(www.example.org)",
            mended: "(https://www.example.org)"),
        Example(
            "bare-address", .practice, "(../events/seminar.md)", wrote: "(school5.ru/o-nas.html)",
            mended: "(https://school5.ru/o-nas.html)"),
        Example(
            "bare-address", .practice, "(../events/seminar.md)", wrote: "(https//школа5.рф)",
            mended: "(https://школа5.рф)"),
        Example(
            "unknown-title", .practice, "[[karta|дорожной карте]]", wrote: "[[Круглый стол: как измерять, зачем?]]",
            mended: "[[karta|дорожной карте]]"),
        Example(
            "joined-lines", .practice, "Листом пользуются все.", wrote: "- пункт.\nДальше — абзац.",
            mended: "- пункт.\n\nДальше — абзац."),
        Example(
            "swallowed-signs", .practice, "Листом пользуются все.", wrote: "Дата: __.__.2023.",
            mended: "Дата: \\_\\_.\\_\\_.2023."),
        Example(
            "swallowed-signs", .practice, "Листом пользуются все.", wrote: "Лист 5*3*2 см.", mended: "Лист 5×3×2 см."),
        Example(
            "local-path", .practice, "Листом пользуются все.", wrote: "Лист: C:\\Мои документы\\list.docx",
            mended: "Лист есть."),
        Example(
            "leading-sign", .practice, "Листом пользуются все.", wrote: "> 5 чел. пользуются листом.",
            mended: "\\> 5 чел. пользуются листом."),
        Example(
            "parted-link", .practice, "Листом пользуются все.", wrote: "Есть [лист] (https://example.org/a).",
            mended: "Есть [лист](https://example.org/a)."),
        Example(
            "swallowed-signs", .practice, "Листом пользуются все.", wrote: "Пользуются ~100~ детей.",
            mended: "Пользуются ≈100 детей."),
        Example("open-wiki-link", .practice, "[[karta|дорожной карте]]", wrote: "[[karta|дорожной карте]"),
        Example(
            "word-footnote", .practice, "Листом пользуются все.", wrote: "Листом пользуются все[1].",
            mended: "Листом пользуются все[^1].\n\n[^1]: Учителя.\n\n"),
        Example("heading-anchor", .practice, "## Ход", wrote: "## Ход {#hod}"),
        Example("foreign-mark", .practice, "## Ход", wrote: "[TOC]\n\n## Ход"),
        Example(
            "pasted-list", .practice, "1. Команды получают по три проекта.\n2. Складывают общий лист.",
            wrote: "• Команды получают по три проекта.\n• Складывают общий лист.",
            mended: "- Команды получают по три проекта.\n- Складывают общий лист."),
        Example(
            "pasted-table", .practice, "1. Команды", wrote: "Этап\tСрок\nПервый\tмай\n\n1. Команды",
            mended: "| Этап | Срок |\n| --- | --- |\n| Первый | май |\n\n1. Команды"),
        Example(
            "indented-prose", .practice, "Листом пользуются все.", wrote: "Лист есть.\n\n    Листом пользуются все.",
            mended: "Лист есть.\n\nЛистом пользуются все."),
        Example(
            "open-fence", .practice, "Листом пользуются все.", wrote: "```\nЛистом пользуются все.",
            mended: "```\nЛистом пользуются все.\n```\n"),
        Example("mixed-letters", .practice, "Листом пользуются", wrote: "Лиcтом пользуются"),
        Example(
            "empty-alert", .practice, "## Ход", wrote: "> [!NOTE]\n\n## Ход", mended: "> [!NOTE]\n> Важно.\n\n## Ход"),
        Example(
            "merge-marker", .practice, "Листом пользуются все.",
            wrote: "<<<<<<< HEAD\nЛистом пользуются все.\n=======\nЛист есть.\n>>>>>>> x"),
        Example("edit-link", .practice, "(../events/seminar.md)", wrote: "(https://docs.google.com/document/d/1/edit)"),
    ]

    private static let moreSections = [
        Example("near-heading", .practice, "## Ход\n", wrote: "**Ход**\n"),
        Example("near-heading", .practice, "## Ход\n", wrote: "##Ход\n"),
        Example("heading-mark", .practice, "## Цель", wrote: "## Цель:"),
        Example("misnamed-section", .practice, "## Цель", wrote: "## Цел", mended: "## Цель"),
        Example("doubled-section", .practice, "## Ход", wrote: "## Цель\n\nЕщё одна.\n\n## Ход"),
        Example(
            "empty-section", .practice, "Научить детей оценивать свою работу.", wrote: "", mended: "Нет в источнике."),
        Example(
            "empty-optional-section", .practice,
            "1. Команды получают по три проекта.\n2. Складывают общий лист.\n", wrote: ""),
        Example("empty-heading", .practice, "## Ход", wrote: "##\n\n## Ход"),
    ]

    private static let moreTerms = [
        Example("no-such-day", .roadmap, "март 2024", wrote: "31 февраля 2024", mended: "29 февраля 2024"),
        Example("misspelt-term", .roadmap, "март 2024", wrote: "феврвль 2024", mended: "февраль 2024"),
        Example(
            "reversed-term", .roadmap, "март 2024", wrote: "01.05.2024 – 01.03.2024", mended: "01.03.2024 – 01.05.2024"),
        Example("several-terms", .roadmap, "март 2024", wrote: "март 2024; июнь 2024", mended: "март 2024"),
        Example("distant-year", .roadmap, "март 2024", wrote: "март 2204"),
    ]

    private static let moreTables = [
        Example("broken-delimiter", .event, "|---|---|", wrote: "|—|—|", mended: "| --- | --- |"),
        Example("table-without-delimiter", .event, "|---|---|\n", wrote: "", mended: "| --- | --- |\n"),
        Example("torn-table", .event, "| Подано | 30 |\n", wrote: "| Подано | 30 |\n\n"),
        Example("foreign-columns", .event, "| Показатель | Количество |", wrote: "| Что | Сколько |"),
        Example(
            "doubled-column", .event, "| Показатель | Количество |\n|---|---|\n| Подано | 30 |\n| Принято | 24 |",
            wrote: "| Показатель | Количество | Количество |\n|---|---|---|\n| Подано | 30 | 1 |\n| Принято | 24 | 1 |",
            mended: "| Показатель | Количество |\n|---|---|\n| Подано | 30 |"),
        Example(
            "nameless-column", .event, "| Показатель | Количество |", wrote: "| | Количество |",
            mended: "| Показатель | Количество |"),
        Example(
            "missing-column", .event, "| Показатель | Количество |\n|---|---|\n| Подано | 30 |\n| Принято | 24 |",
            wrote: "| Количество |\n|---|\n| 30 |\n| 24 |"),
        Example("no-rows", .event, "| Подано | 30 |\n| Принято | 24 |", wrote: "|  |  |"),
        Example(
            "spreadsheet-error", .event, "| Подано | 30 |", wrote: "| Подано | #ДЕЛ/0! |", mended: "| Подано | 30 |"),
        Example(
            "unknown-column", .event, "| Показатель | Количество |\n|---|---|\n| Подано | 30 |\n| Принято | 24 |",
            wrote:
                "| Показатель | Количество | Цвет |\n|---|---|---|\n| Подано | 30 | синий |\n| Принято | 24 | серый |",
            mended: "| Показатель | Количество |\n|---|---|\n| Подано | 30 |"),
    ]
}
