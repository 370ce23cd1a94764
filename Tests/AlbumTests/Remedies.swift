extension Remedy {
    /// A mistake for each code that a text can cause, and what its remedy says to do.
    static let all: [Remedy] = frontMatter + references + text + tables + configuration + more + word + lost

    private static let frontMatter = [
        Remedy(
            "yaml-anchor", .practice, "format: квест-игра", wrote: "format: *квест", mended: "format: \"квест-игра\""),
        Remedy("duplicate-key", .practice, "format: квест-игра", wrote: "format: квест-игра\nformat: квест-игра"),
        Remedy("unknown-field", .practice, "format:", wrote: "фомат:"),
        Remedy("missing-title", .practice, "title: Квест-игра «Найди критерий»\n", wrote: ""),
        Remedy(
            "missing-field", .document, "official-title: О плане мероприятий по чтению\n", wrote: "",
            mended: "official-title: нет в источнике\n"),
        Remedy("unknown-value", .practice, "[Знание]", wrote: "[Знания]"),
        Remedy(
            "ambiguous-value", .practice, "municipalities: [Ашинский МР]", wrote: "municipalities: [Троицкий]",
            mended: "municipalities: [Троицкий ГО]"),
        Remedy("bad-date", .document, "date: 2024-09-02", wrote: "date: вчера", mended: "date: 2 сентября 2024"),
        Remedy("unknown-kind", .practice, "title: К", wrote: "kind: игра\ntitle: К"),
        Remedy("doubled-value", .practice, "[Знание]", wrote: "[Знание, Знание]"),
        Remedy(
            "joined-values", .practice, "directions: [Знание]", wrote: "directions: Знание, Здоровье",
            mended: "directions: [Знание, Здоровье]"),
        Remedy("unterminated-front-matter", .event, "part-of: karta\n---\n", wrote: "part-of: karta\n"),
        Remedy("other-kind", .roadmap, "approved-by: prikaz-215", wrote: "approved-by: kvest"),
    ]

    private static let references = [
        Remedy("unknown-reference", .event, "[[kvest|", wrote: "[[kves|"),
        Remedy("broken-link", .practice, "../events/seminar.md", wrote: "../events/seminars.md"),
        Remedy("broken-anchor", .practice, "../events/seminar.md", wrote: "../events/seminar.md#zaiavka"),
        Remedy("link-outside", .practice, "../events/seminar.md", wrote: "../../../seminar.md"),
        Remedy("missing-file", .document, "[prikaz-215.pdf]", wrote: "[prikaz-216.pdf]"),
        Remedy("missing-file", .event, "(foto.png)", wrote: "(foto1.png)"),
        Remedy("unsafe-address", .practice, "../events/seminar.md", wrote: "javascript:1"),
        Remedy(
            "remote-picture", .event, "![Учителя за столами](foto.png)",
            wrote: "![Учителя за столами](foto.png) ![План](https://example.org/a.png)",
            mended: "![Учителя за столами](foto.png) [План](https://example.org/a.png)"),
        Remedy("missing-alt", .event, "![Учителя за столами]", wrote: "![]"),
    ]

    private static let text = [
        Remedy("raw-html", .practice, "Складывают общий лист", wrote: "Складывают <u>общий</u> лист"),
        Remedy("top-heading", .practice, "## Результаты", wrote: "# Результаты"),
        Remedy("skipped-heading-level", .practice, "## Результаты", wrote: "#### Результаты"),
        Remedy(
            "unknown-footnote", .practice, "Листом пользуются все.", wrote: "Листом пользуются все[^1].",
            mended: "Листом пользуются все[^1].\n\n[^1]: Учителя трёх параллелей.\n\n"),
        Remedy(
            "unused-footnote", .practice, "Листом пользуются все.",
            wrote: "Листом пользуются все.\n\n[^1]: Учителя трёх параллелей.\n\n",
            mended: "Листом пользуются все[^1].\n\n[^1]: Учителя трёх параллелей.\n\n"),
        Remedy("missing-section", .practice, "## Цель\n\nНаучить детей оценивать свою работу.\n\n", wrote: ""),
        Remedy(
            "empty-wiki-link", .practice, "Листом пользуются все.", wrote: "Листом пользуются все [[ ]].",
            mended: "Листом пользуются все [[karta]]."),
        Remedy(
            "unmarked-municipality", .practice, "Игра прошла на двух параллелях.",
            wrote: "Игру придумал Троицкий ГО.", mended: "Игра прошла."),
    ]

    private static let tables = [
        Remedy("bad-number", .event, "| Подано | 30 |", wrote: "| Подано | много |", mended: "| Подано | 1234 |"),
        Remedy(
            "missing-cell", .roadmap, "| Диагностика |", wrote: "| |", mended: "| нет в источнике |"),
        Remedy(
            "surplus-cell", .event, "| Подано | 30 |", wrote: "| Подано | 30 | всего |",
            mended: "| Подано \\| всего | 30 |"),
        Remedy(
            "nameless-column", .roadmap, "| Наименование мероприятия | Участники |",
            wrote: "| Наименование мероприятия | |"),
        Remedy(
            "second-head", .roadmap,
            "| Сроки | Ожидаемый результат |\n|---|---|---|---|---|\n| Семинар | Координаторы |",
            wrote: "| Сроки | |\n|---|---|---|---|---|\n| | | | начало | итог |\n| Семинар | Координаторы |"),
        Remedy(
            "footer-row", .roadmap, "| Справка |\n", wrote: "| Справка |\n| Исп. Петрова М.И., тел. 2-15-30 | | | | |\n"
        ),
        Remedy("narrow-column", .roadmap, "март 2024", wrote: "########"),
        Remedy(
            "share-without-sign", .event,
            "| Показатель | Количество |\n|---|---|\n| Подано | 30 |\n| Принято | 24 |\n",
            wrote: "| Показатель | Доля |\n|---|---|\n| Подано | 100% |\n| Принято | 0,8 |\n",
            mended: "| Показатель | Доля |\n|---|---|\n| Подано | 100% |\n| Принято | 80% |\n"),
        Remedy("no-such-month", .roadmap, "март 2024", wrote: "03.31.2024", mended: "31.03.2024"),
        Remedy("distant-year", .roadmap, "март 2024", wrote: "март 1924"),
        Remedy(
            "duration-without-beginning", .roadmap, "март 2024", wrote: "в течение 3 дней", mended: "до 14 мая 2025"),
        Remedy(
            "ambiguous-year", .roadmap, "март 2024", wrote: "август 2024/25 учебного года", mended: "август 2024"),
        Remedy(
            "field-without-year", .event, "date: 2024-10-17", wrote: "date: 17 октября", mended: "date: 17 октября 2024"
        ),
        Remedy(
            "misspelt-term", .roadmap, "март 2024", wrote: "1V квартал 2024", mended: "IV квартал 2024"),
        Remedy("repeated-term", .roadmap, "март 2024", wrote: "-//-"),
        Remedy("repeated-term", .roadmap, "МОУО; методисты РМА", wrote: "-//-"),
        Remedy("unknown-period", .roadmap, "март 2024", wrote: "понедельник", mended: "15 мая 2024"),
        Remedy("unknown-period", .roadmap, "март 2024", wrote: "в среду", mended: "еженедельно по средам"),
        Remedy(
            "date-outside-term", .roadmap, "март 2024", wrote: "до 01.03.2024 (перенесено на 15.03.2024)",
            mended: "до 15.03.2024 (перенесено)"),
        Remedy(
            "date-outside-term", .roadmap, "март 2024", wrote: "март 2024 (перенесено с мая 2024)",
            mended: "март 2024 (перенесено)"),
        Remedy("unknown-period", .roadmap, "март 2024", wrote: "когда-нибудь", mended: "май 2023"),
        Remedy(
            "missing-table", .event, "| Показатель | Количество |\n|---|---|\n| Подано | 30 |\n| Принято | 24 |\n",
            wrote: "Их было тридцать.\n"),
    ]

    private static let configuration = [
        Remedy("unknown-menu-item", .configuration, "menu: [directions,", wrote: "menu: [direktions,"),
        Remedy("missing-theme", .configuration, "theme: album", wrote: "theme: albom"),
        Remedy("unknown-page", .configuration, "output: public", wrote: "output: public\nabout: about"),
    ]
}
