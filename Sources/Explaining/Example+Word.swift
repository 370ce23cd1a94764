extension Example {
    /// What a word processor leaves in a text.
    static let word = [
        Example(
            "near-heading", .practice, "## Ход\n\n1.", wrote: "Слова.\nХод практики\n1.", mended: "Слова.\n## Ход\n1."),
        Example(
            "near-heading", .practice, "2. Складывают общий лист.\n",
            wrote: "2. Складывают общий лист.\nУчастники\nВсе.\n",
            mended: "2. Складывают общий лист.\n## Участники\nВсе.\n"),
        Example(
            "near-heading", .practice, "Научить детей", wrote: "Задачи:\nнаучить детей",
            mended: "Как все.\n\n## Задачи\nнаучить детей"),
        Example(
            "sunken-paragraph", .practice, "2. Складывают общий лист.\n",
            wrote: "2. Складывают общий лист.\n\n    Ключевые идеи — листы.\n",
            mended: "2. Складывают общий лист.\n\nКлючевые идеи — листы.\n"),
        Example(
            "sunken-paragraph", .practice, "2. Складывают общий лист.\n",
            wrote: "2. Складывают общий лист.\n\n    Ключевые идеи — листы.\n",
            mended: "2. Складывают общий лист.\n\n## Ключевые идеи\nКлючевые идеи — листы.\n"),
        Example(
            "pasted-list", .practice, "1. Команды получают по три проекта.\n2. Складывают общий лист.",
            wrote: "\u{F0B7}\tКоманды получают по три проекта.\n\u{F0B7}\tСкладывают общий лист.",
            mended: "- Команды получают по три проекта.\n- Складывают общий лист."),
        Example(
            "glued-number", .practice, "1. Команды получают по три проекта.\n2. Складывают общий лист.",
            wrote: "-Команды получают по три проекта.\n-Складывают общий лист.",
            mended: "- Команды получают по три проекта.\n- Складывают общий лист."),
        Example(
            "numbered-lines", .practice, "1. Команды получают по три проекта.\n2. Складывают общий лист.",
            wrote: "1.1. Команды получают по три проекта.\n1.2. Складывают общий лист.",
            mended: "1.1. Команды получают по три проекта.\n\n1.2. Складывают общий лист."),
        Example("renumbered-item", .practice, "2. Складывают общий", wrote: "3. Складывают общий"),
        Example(
            "renumbered-item", .practice, "2. Складывают общий лист.\n", wrote: "3. Складывают общий лист.\n",
            mended: "\n3\\. Складывают общий лист.\n\n"),
        Example(
            "underlined-text", .practice, "Листом пользуются все.", wrote: "Листом пользуются\nвсе.\n-----\n\nКонец.",
            mended: "Листом пользуются\nвсе.\n\n---\n\nКонец."),
        Example(
            "underlined-text", .practice, "Листом пользуются все.", wrote: "Все.\n\nЛисты\n=====\n\nКонец.",
            mended: "Все.\n\n## Листы\n\nКонец."),
        Example("font-sign", .practice, "Листом пользуются все.", wrote: "Листом \u{F0E0} пользуются все."),
        Example(
            "list-in-note", .practice, "Листом пользуются все.", wrote: "Листом все[^1].\n\n[^1]:\n- школы\n- сады\n\n",
            mended: "Листом все[^1].\n\n[^1]: Кто это:\n\n    - школы\n    - сады\n\n"),
        Example(
            "table-under-other-heading", .event, "## Заявки\n\n| Показатель", wrote: "## Сколько\n\n| Показатель",
            mended: "## Числа\n\n| Показатель"),
        Example(
            "unseen-blank", .practice, "1. Команды получают по три проекта.\n2. Складывают общий лист.",
            wrote: "-\u{A0}Команды получают по три проекта.",
            mended: "- Команды получают по три проекта."),
        Example(
            "table-without-head", .event, "| Показатель | Количество |\n", wrote: "",
            mended: "| Показатель | Количество |\n"),
        Example("missing-cells", .roadmap, "| март 2024 | План |", wrote: "| март 2024 |", mended: "| март 2024 | |"),
        Example("direction-mark", .practice, "Листом пользуются все.", wrote: "Листом \u{202E}пользуются все."),
        Example("unseen-character", .practice, "Листом пользуются все.", wrote: "Листом\u{3164}пользуются все."),
        Example("control-character", .practice, "Листом пользуются все.", wrote: "Листом\u{0B}пользуются все."),
        Example("link-to-draft", .practice, "format: квест-игра", wrote: "format: квест-игра\ndraft: да"),
        Example("near-column", .event, "| Показатель | Количество |", wrote: "| Показатель (что) | Количество |"),
        Example("missing-front-matter", .event, "---\ntitle", wrote: "title"),
    ]
}
