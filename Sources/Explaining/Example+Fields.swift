extension Example {
    /// Slips of fields and links, the commonest of texts and tables, and those of `album.yml`.
    static let common: [Example] = frontMatter + references + text + tables + configuration

    private static let frontMatter = [
        Example(
            "yaml-anchor", .practice, "format: квест-игра", wrote: "format: *квест", mended: "format: \"квест-игра\""),
        Example("duplicate-key", .practice, "format: квест-игра", wrote: "format: квест-игра\nformat: квест-игра"),
        Example("unknown-field", .practice, "format:", wrote: "фомат:"),
        Example("missing-title", .practice, "title: Квест-игра «Найди критерий»\n", wrote: ""),
        Example(
            "missing-field", .document, "official-title: О плане мероприятий по чтению\n", wrote: "",
            mended: "official-title: нет в источнике\n"),
        Example("unknown-value", .practice, "[Знание]", wrote: "[Знания]"),
        Example(
            "ambiguous-value", .practice, "municipalities: [Ашинский МР]", wrote: "municipalities: [Троицкий]",
            mended: "municipalities: [Троицкий ГО]"),
        Example("bad-date", .document, "date: 2024-09-02", wrote: "date: вчера", mended: "date: 2 сентября 2024"),
        Example("unknown-kind", .practice, "title: К", wrote: "kind: игра\ntitle: К"),
        Example("doubled-value", .practice, "[Знание]", wrote: "[Знание, Знание]"),
        Example(
            "joined-values", .practice, "directions: [Знание]", wrote: "directions: Знание, Здоровье",
            mended: "directions: [Знание, Здоровье]"),
        Example("unterminated-front-matter", .event, "part-of: karta\n---\n", wrote: "part-of: karta\n"),
        Example("other-kind", .roadmap, "approved-by: prikaz-215", wrote: "approved-by: kvest"),
    ]

    private static let references = [
        Example("unknown-reference", .event, "[[kvest|", wrote: "[[kves|"),
        Example("broken-link", .practice, "../events/seminar.md", wrote: "../events/seminars.md"),
        Example("broken-anchor", .practice, "../events/seminar.md", wrote: "../events/seminar.md#zaiavka"),
        Example("link-outside", .practice, "../events/seminar.md", wrote: "../../../seminar.md"),
        Example("missing-file", .document, "[prikaz-215.pdf]", wrote: "[prikaz-216.pdf]"),
        Example("missing-file", .event, "(foto.png)", wrote: "(foto1.png)"),
        Example("unsafe-address", .practice, "../events/seminar.md", wrote: "javascript:1"),
        Example(
            "remote-picture", .event, "![Учителя за столами](foto.png)",
            wrote: "![Учителя за столами](foto.png) ![План](https://example.org/a.png)",
            mended: "![Учителя за столами](foto.png) [План](https://example.org/a.png)"),
        Example("missing-alt", .event, "![Учителя за столами]", wrote: "![]"),
    ]

    private static let text = [
        Example("raw-html", .practice, "Складывают общий лист", wrote: "Складывают <u>общий</u> лист"),
        Example("top-heading", .practice, "## Результаты", wrote: "# Результаты"),
        Example("skipped-heading-level", .practice, "## Результаты", wrote: "#### Результаты"),
        Example(
            "unknown-footnote", .practice, "Листом пользуются все.", wrote: "Листом пользуются все[^1].",
            mended: "Листом пользуются все[^1].\n\n[^1]: Учителя трёх параллелей.\n\n"),
        Example(
            "unused-footnote", .practice, "Листом пользуются все.",
            wrote: "Листом пользуются все.\n\n[^1]: Учителя трёх параллелей.\n\n",
            mended: "Листом пользуются все[^1].\n\n[^1]: Учителя трёх параллелей.\n\n"),
        Example("missing-section", .practice, "## Цель\n\nНаучить детей оценивать свою работу.\n\n", wrote: ""),
        Example(
            "empty-wiki-link", .practice, "Листом пользуются все.", wrote: "Листом пользуются все [[ ]].",
            mended: "Листом пользуются все [[karta]]."),
        Example(
            "unmarked-municipality", .practice, "Игра прошла на двух параллелях.",
            wrote: "Игру придумал Троицкий ГО.", mended: "Игра прошла."),
    ]

    private static let tables = [
        Example("bad-number", .event, "| Подано | 30 |", wrote: "| Подано | много |", mended: "| Подано | 1234 |"),
        Example(
            "missing-cell", .roadmap, "| Диагностика |", wrote: "| |", mended: "| нет в источнике |"),
        Example(
            "surplus-cell", .event, "| Подано | 30 |", wrote: "| Подано | 30 | всего |",
            mended: "| Подано \\| всего | 30 |"),
        Example(
            "nameless-column", .roadmap, "| Наименование мероприятия | Участники |",
            wrote: "| Наименование мероприятия | |"),
        Example(
            "second-head", .roadmap,
            "| Сроки | Ожидаемый результат |\n|---|---|---|---|---|\n| Семинар | Координаторы |",
            wrote: "| Сроки | |\n|---|---|---|---|---|\n| | | | начало | итог |\n| Семинар | Координаторы |"),
        Example(
            "footer-row", .roadmap, "| Справка |\n", wrote: "| Справка |\n| Исп. Петрова М.И., тел. 2-15-30 | | | | |\n"
        ),
        Example("narrow-column", .roadmap, "март 2024", wrote: "########"),
        Example(
            "share-without-sign", .event,
            "| Показатель | Количество |\n|---|---|\n| Подано | 30 |\n| Принято | 24 |\n",
            wrote: "| Показатель | Доля |\n|---|---|\n| Подано | 100% |\n| Принято | 0,8 |\n",
            mended: "| Показатель | Доля |\n|---|---|\n| Подано | 100% |\n| Принято | 80% |\n"),
        Example("no-such-month", .roadmap, "март 2024", wrote: "03.31.2024", mended: "31.03.2024"),
        Example("distant-year", .roadmap, "март 2024", wrote: "март 1924"),
        Example(
            "duration-without-beginning", .roadmap, "март 2024", wrote: "в течение 3 дней", mended: "до 14 мая 2025"),
        Example(
            "ambiguous-year", .roadmap, "март 2024", wrote: "август 2024/25 учебного года", mended: "август 2024"),
        Example(
            "field-without-year", .event, "date: 2024-10-17", wrote: "date: 17 октября", mended: "date: 17 октября 2024"
        ),
        Example(
            "misspelt-term", .roadmap, "март 2024", wrote: "1V квартал 2024", mended: "IV квартал 2024"),
        Example("repeated-term", .roadmap, "март 2024", wrote: "-//-"),
        Example("repeated-term", .roadmap, "МОУО; методисты РМА", wrote: "-//-"),
        Example("unknown-period", .roadmap, "март 2024", wrote: "понедельник", mended: "15 мая 2024"),
        Example("unknown-period", .roadmap, "март 2024", wrote: "в среду", mended: "еженедельно по средам"),
        Example(
            "date-outside-term", .roadmap, "март 2024", wrote: "до 01.03.2024 (перенесено на 15.03.2024)",
            mended: "до 15.03.2024 (перенесено)"),
        Example(
            "date-outside-term", .roadmap, "март 2024", wrote: "март 2024 (перенесено с мая 2024)",
            mended: "март 2024 (перенесено)"),
        Example("unknown-period", .roadmap, "март 2024", wrote: "когда-нибудь", mended: "май 2023"),
        Example(
            "missing-table", .event, "| Показатель | Количество |\n|---|---|\n| Подано | 30 |\n| Принято | 24 |\n",
            wrote: "Их было тридцать.\n"),
    ]

    private static let configuration = [
        Example("unknown-menu-item", .configuration, "menu: [directions,", wrote: "menu: [direktions,"),
        Example("missing-theme", .configuration, "theme: album", wrote: "theme: albom"),
        Example("unknown-page", .configuration, "output: public", wrote: "output: public\nabout: about"),
    ]
}
