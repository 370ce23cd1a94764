import Diagnostics

/// A mistake that no small change of one text makes: told by what there was and what there is once it is mended.
package struct Case: Sendable {
    package let code: String
    package let before: Bilingual
    package let after: Bilingual

    /// What is written, which is the same in both languages.
    init(_ code: String, _ before: String, _ after: String) {
        self.code = code
        self.before = Bilingual(ru: before, en: before)
        self.after = Bilingual(ru: after, en: after)
    }

    /// What is done.
    init(_ code: String, ru: (String, String), en: (String, String)) {
        self.code = code
        before = Bilingual(ru: ru.0, en: en.0)
        after = Bilingual(ru: ru.1, en: en.1)
    }

    /// Every one.
    package static let all: [Case] = written + files + pictures + site + roots + addresses
}

extension Case {
    private static let written =
        [
            Case(
                "other-form",
                "## Показатели\n\n| № Р-139 | Показатель | План | Факт |\n|---|---|---|---|\n| 20 | Охват | 80 | 85 |",
                "## Значения показателей\n\n| Показатель | План | Факт |\n|---|---|---|\n| Охват | 80 | 85 |"),
            Case(
                "comma-in-name", "attachments: [Приказ № 215, приложение.pdf]",
                "attachments: [\"Приказ № 215, приложение.pdf\"]"),
            Case(
                "ended-entry", "date: 12 октября 2024\nmunicipalities: [Симское ГП]",
                "date: 12 октября 2024\nmunicipalities: [Ашинский МО]"),
            Case(
                "former-name", "date: 12 октября 2024\nmunicipalities: [Ашинский МР]",
                "date: 12 октября 2024\nmunicipalities: [Ашинский МО]"),
            Case("no-value", "number: —", "number: \"215\""),
            Case(
                "ambiguous-reference", "approved-by: plan", "approved-by: documents/plan"),
            Case(
                "rests-on-repealed", "rests-on: [prikaz-2019]\n# в prikaz-2019.md: status: утратил силу",
                "rests-on: [prikaz-2023]"),
            Case(
                "contradicting-status", "# prikaz-2019.md\nstatus: действует\n# prikaz-2023.md\nrepeals: [prikaz-2019]",
                "# prikaz-2019.md\nstatus: утратил силу\n# prikaz-2023.md\nrepeals: [prikaz-2019]"),
            Case("term-without-year", "| Семинар | март |", "| Семинар | март 2024 |"),
            Case(
                "guessed-year", "date: 14.08.2026\n| Семинар | март |",
                "date: 14.08.2026\nperiod: 2026/27 учебный год\n| Семинар | март |"),
            Case("ambiguous-school-year", "| Семинар | сентябрь |", "| Семинар | сентябрь 2023/24 учебного года |"),
            Case("short-year", "| Семинар | 10.15 |", "| Семинар | октябрь 2015 |"),
            Case("time-without-day", "| Семинар | 10:00 |", "| Семинар | 15 мая 2025, 10:00 |"),
            Case("date-remark", "date: 02.09.2024 (в новой редакции)", "date: 02.09.2024"),
            Case(
                "table-without-heading", "tables: {events: plan.csv}\n---\n\nПо плану работают все.",
                "tables: {events: plan.csv}\n---\n\nПо плану работают все.\n\n## Мероприятия"),
            Case("empty-table", "# plan.csv\n", "# plan.csv\nМероприятие;Сроки\nСеминар;март 2024"),
            Case(
                "cell-count", "Мероприятие;Сроки;Итог\nСеминар;слёт;март 2024;План",
                "Мероприятие;Сроки;Итог\n\"Семинар; слёт\";март 2024;План"),
            Case("csv-quote", "Школа \"Лидер\";март 2024", "\"Школа \"\"Лидер\"\"\";март 2024"),
            Case(
                "table-twice",
                "tables: {events: plan.csv}\n\n## Мероприятия\n\n| Мероприятие | Сроки |\n|---|---|\n| Семинар | март 2024 |",
                "tables: {events: plan.csv}\n\n## Мероприятия"),
            Case(
                "tables-differ", "# plan.csv\nСеминар;март 2024\n# karta.md\n| Семинар | май 2024 |",
                "# plan.csv\nСеминар;май 2024"),
            Case(
                "title-rows", "План мероприятий на 2024 год;;\nМероприятие;Сроки;Итог", "Мероприятие;Сроки;Итог"),
            Case(
                "title-year", "period: 2024\n# plan.csv\nПлан мероприятий на 2023 год;;", "period: 2023"),
            Case(
                "empty-below-filled", "Семинар;МОУО;март 2024\nСлёт;;май 2024",
                "Семинар;МОУО;март 2024\nСлёт;МОУО;май 2024"),
            Case(
                "merged-cells", "Семинар;МОУО;март 2024\nСлёт;;", "Семинар;МОУО;март 2024\nСлёт;МОУО;май 2024"),
            Case(
                "count-differs", "| Семинар | март |\n| Итого мероприятий: 2 | |",
                "| Семинар | март |\n| Итого мероприятий: 1 | |"),
            Case(
                "position-sum", "| Позиция | Максимум | П1 | П2 |\n|---|---|---|---|\n| Цели | 5 | 2 | 2 |",
                "| Позиция | Максимум | П1 | П2 |\n|---|---|---|---|\n| Цели | 4 | 2 | 2 |"),
            Case(
                "position-sum-exceeded", "| Цели | 3 | 2 | 2 | нет в источнике |",
                "| Цели | 5 | 2 | 2 | нет в источнике |"),
            Case(
                "group-sum",
                "| Позиция | Входит в | Максимум |\n|---|---|---|\n| Раздел | | 9 |\n| Цели | Раздел | 4 |",
                "| Позиция | Входит в | Максимум |\n|---|---|---|\n| Раздел | | 4 |\n| Цели | Раздел | 4 |"),
            Case(
                "group-sum-exceeded", "| Раздел | | 3 |\n| Цели | Раздел | 4 |",
                "| Раздел | | 4 |\n| Цели | Раздел | 4 |"),
            Case(
                "positive-penalty", "| Позиция | Штраф |\n|---|---|\n| Цели | 1 |",
                "| Позиция | Штраф |\n|---|---|\n| Цели | −1 |"),
            Case("unknown-parent", "| Цели | Раздел первый | 4 |", "| Цели | Раздел 1 | 4 |"),
            Case(
                "doubled-number", "| 12 | Доля учителей |\n| 12 | Доля школ |",
                "| 12 | Доля учителей |\n| 13 | Доля школ |"),
            Case("missing-number", "| | Доля школ |", "| нет в источнике | Доля школ |"),
            Case("unnumbered-row", "| | | Доля школ |", "| 13 | 7 | Доля школ |"),
            Case(
                "contrary-bound",
                "| Показатель | План | Что лучше |\n|---|---|---|\n| Доля школ | не ниже 90 | меньше |",
                "| Показатель | План | Что лучше |\n|---|---|---|\n| Доля школ | не ниже 90 | больше |"),
            Case(
                "doubled-figure",
                "| Показатель | Факт | Год |\n|---|---|---|\n| Доля школ | 85,5 | 2026 |\n| Доля школ | 78 | 2026 |",
                "| Показатель | Факт | Год |\n|---|---|---|\n| Доля школ | 85,5 | 2026 |"),
            Case(
                "value-beside-fact", "| Показатель | Значение | Факт |\n|---|---|---|\n| Доля школ | 45 | 40 |",
                "| Показатель | Факт |\n|---|---|\n| Доля школ | 40 |"),
            Case(
                "denied-outcome",
                "| Показатель | План | Факт | Пояснение |\n|---|---|---|---|\n| Школы | не ниже 120 | 96 | План выполнен |",
                "| Показатель | План | Факт | Пояснение |\n|---|---|---|---|\n| Школы | не ниже 120 | 96 | План не выполнен |"
            ),
            Case(
                "uncompared-fact", "| Показатель | План | Факт |\n|---|---|---|\n| Доля школ | 90 | почти 90 |",
                "| Показатель | План | Факт | Пояснение |\n|---|---|---|---|\n| Доля школ | 90 | 89 | почти |"),
        ] + charts

    private static func chart(_ lines: String...) -> String { (["```chart"] + lines + ["```"]).joined(separator: "\n") }

    private static let charts = [
        Case(
            "chart-without-table", chart("название: Заявки"),
            chart("название: Заявки", "", "| Решение | Число |", "| --- | --- |", "| Принято | 24 |")),
        Case(
            "chart-without-title", chart("| Решение | Число |", "| --- | --- |", "| Принято | 24 |"),
            chart("название: Заявки", "", "| Решение | Число |", "| --- | --- |", "| Принято | 24 |")),
        Case("unknown-chart-setting", chart("название: Заявки", "цвет: синий"), chart("название: Заявки")),
        Case("unknown-chart-form", chart("вид: круг", "название: Заявки"), chart("вид: доли", "название: Заявки")),
        Case(
            "chart-parts", "| Класс | 5 | 6 | 7 | 8 | 9 |", "| Класс | 5 | 6 | 7 |\n…\n| Класс | 8 | 9 |"),
        Case("chart-value", "| Принято | много |", "| Принято | 24 |"),
        Case(
            "chart-with-two-tables",
            chart(
                "название: Состав", "таблица: [[gruppa]]#figures", "", "| Кто | Число |", "| --- | --- |",
                "| Школы | 5 |"),
            chart("название: Состав", "таблица: [[gruppa]]#figures")),
        Case(
            "chart-numbers-without-table", chart("название: Состав", "числа: Количество"),
            chart("название: Состав", "таблица: [[gruppa]]#figures", "числа: Количество")),
        Case("unknown-chart-table", "таблица: [[gruppa]]#tablitsa", "таблица: [[gruppa]]#figures"),
        Case("unknown-chart-column", "числа: Колличество", "числа: Количество"),
    ]
}
