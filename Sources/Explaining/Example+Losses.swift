extension Example {
    private static let head = """
        | Наименование мероприятия | Участники | Исполнители | Сроки | Ожидаемый результат |
        |---|---|---|---|---|

        """

    private static let lastRow = "| Диагностика | Школы | МОУО | II квартал 2024 | Справка |\n"

    private static let quoted =
        (head + "| Семинар | Координаторы | МОУО; методисты РМА | март 2024 | План |\n" + lastRow)
        .split(separator: "\n").map { "> \($0)\n" }.joined()

    /// Mistakes by which a table or a row of it is no data.
    static let lost = [
        Example(
            "pressed-table", .roadmap, head, wrote: "- первый год\n- второй год\n" + head,
            mended: "- первый год\n- второй год\n\n" + head),
        Example("pressed-table", .roadmap, head, wrote: "> Вот план:\n" + head, mended: "> Вот план:\n\n" + head),
        Example(
            "nested-table", .roadmap,
            head + "| Семинар | Координаторы | МОУО; методисты РМА | март 2024 | План |\n" + lastRow,
            wrote: "> Вот план:\n>\n" + quoted),
        Example(
            "text-in-table", .roadmap, lastRow, wrote: lastRow + "Сроки уточняются.\n",
            mended: lastRow + "\nСроки уточняются.\n"),
        Example("footer-row", .roadmap, lastRow, wrote: lastRow + "| Директор ЦРО Н.Н. Петрова | | | | |\n"),
        Example(
            "footer-row", .roadmap, lastRow, wrote: lastRow + "| * по согласованию | | | | |\n",
            mended: lastRow + "\n\\* по согласованию\n"),
        Example(
            "commas-in-list", .roadmap, "МОУО; методисты РМА", wrote: "МОУО, ЦРО", mended: "МОУО; ЦРО"),
        Example(
            "term-in-two-columns", .roadmap,
            head + "| Семинар | Координаторы | МОУО; методисты РМА | март 2024 | План |\n" + lastRow,
            wrote:
                "| Мероприятие | Дата начала | Дата окончания |\n|---|---|---|\n| Слёт | 1 мая 2024 | 15 мая 2024 |\n",
            mended: "| Мероприятие | Сроки |\n|---|---|\n| Слёт | 1 мая 2024 – 15 мая 2024 |\n"),
        Example(
            "no-record", .roadmap, lastRow, wrote: lastRow + "| Всего часов | | | | 12 |\n",
            mended: lastRow + "| Беседы, всего 12 часов | Школы | МОУО | май 2024 | Справка |\n"),
        Example(
            "table-under-other-heading", .roadmap, "## Мероприятия\n\n" + head, wrote: "## План\n\n" + head,
            mended: "## Мероприятия\n\n" + head),
    ]
}
