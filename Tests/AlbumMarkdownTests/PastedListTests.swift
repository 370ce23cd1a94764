import Diagnostics
import Testing

@testable import AlbumMarkdown

/// Lists, rules and notes as word processors paste them.
@Suite struct PastedListTests {
    private func diagnostics(_ text: String) -> [Diagnostic] {
        MarkdownParser.parse(file: SourceFile(path: "a.md", text: text)).diagnostics
    }

    private func told(_ text: String) -> [String] {
        diagnostics(text).map { diagnostic in
            let start = diagnostic.location.range?.lowerBound ?? 0
            let line = text.utf8.prefix(start).count { $0 == 10 } + 1
            return "\(diagnostic.code.name) \(line) \(diagnostic.arguments.first ?? "")"
        }
    }

    @Test(arguments: [
        ("Задачи.\n§ первая\n§ вторая", "pasted-list 2 §"), ("✓ раз\n✓ два", "pasted-list 1 ✓"),
        ("➢\tраз\n➢\tдва", "pasted-list 1 ➢"), ("  • раз\n  • два", "pasted-list 1 •"),
        ("\u{F0B7} раз\n\u{F0B7} два", "pasted-list 1 U+F0B7"),
        ("\u{F0A7}\tраз\n\u{F0A7}\tдва", "pasted-list 1 U+F0A7"),
        ("o\tраз\no\tдва", "pasted-list 1 o"), ("- раз\no\tдва", "pasted-list 2 o"),
        ("- раз\n• два", "pasted-list 2 •"), ("> • раз\n> • два", "pasted-list 1 •"),
        ("1.пункт\n2.пункт\n3.пункт", "glued-number 1 1."), ("Цель:\n1)первый\n2)второй", "glued-number 2 1)"),
        ("-первый\n-второй", "glued-number 1 -"), ("- первый\n-второй", "glued-number 2 -"),
        ("Слова\n*первый\n*второй", "glued-number 2 *"), ("+первый\n+второй", "glued-number 1 +"),
        ("1.1. Первое\n1.2. Второе", "numbered-lines 1 1.1."), ("1.1\tПервое\n1.2\tВторое", "numbered-lines 1 1.1"),
        ("1.9. Первое\n1.10. Второе\n2. Третье", "numbered-lines 1 1.9."),
        ("1. Общее\n1.1. Первое\n2. Частное", "numbered-lines 2 1.1."),
        ("Задачи:\n2. Вторая\n3. Третья", "numbered-lines 2 2."),
        ("а. Первое\nб. Второе", "pasted-list 1 а."), ("Ход.\nI. Первое\nII. Второе", "numbered-lines 2 I."),
        ("IX. Первое\nX. Второе", "numbered-lines 1 IX."), ("Шаг 1. Первое\nШаг 2. Второе", "numbered-lines 1 Шаг 1."),
        ("Этап 1: Первое\nЭтап 2: Второе", "numbered-lines 1 Этап 1:"),
        ("1) Первый\n3) Третий", "renumbered-item 2 3)"), ("5. Пятый\n7. Седьмой", "renumbered-item 2 7."),
        ("Текст абзаца.\n=====", "underlined-text 2 ====="), ("> Текст\n> ===\n\nДальше", "underlined-text 2 ==="),
        ("Слово \u{F0E0} слово", "font-sign 1 U+F0E0"), ("- \u{F0B7} пункт", "font-sign 1 U+F0B7"),
        ("## \u{F0B7} Ход", "font-sign 1 U+F0B7"), ("| а\u{F0FC} | б |\n|---|---|\n| 1 | 2 |", "font-sign 1 U+F0FC"),
        ("Слово[^1].\n\n[^1]:\n- раз\n- два", "list-in-note 3 1"),
        ("Слово[^1].\n\n[^1]:\n1. раз\n2. два", "list-in-note 3 1"),
        ("Слово[^1].\n\n[^1]: - раз\n- два", "list-in-note 3 1"),
        ("Слово[^1].\n\n[^1]:\n    - раз\n    - два", "list-in-note 3 1"),
        ("Слово[^1].\n\n[^1]:\n\n    - раз\n    - два", "list-in-note 3 1"),
    ])
    func whatIsNoListIsToldAtItsFirstLine(text: String, expected: String) {
        #expect(told(text) == [expected])
    }

    @Test(arguments: [
        "г. Миасс\nг. Касли", "т. е. вот\nи. о. директора", "в I. четверти\nV. и", "Шаг 1. Первое",
        "Класс 5. Тема\nКласс 7. Тема", "По закону\n§ 5 главы 2\n§ 6 главы 3", "✓ Выполнено",
        "Суффиксы\n-ова-, -ева- и\n-ива-, -ыва- пишутся",
        "Записано\n-то, -либо через дефис", "1. Раз\n1. Два\n1. Три", "3. Три\n4. Четыре", "1.1. Первое\n\n1.2. Второе",
        "1\\. Раз\n\n7\\. Семь", "Текст\n\n---\n\nТекст", "## Заголовок\n---\n\nТекст", "- пункт\n---\n\nТекст",
        "Прошло в\n12.05.2024 и снова\n13.05.2024 года", "В среднем\n1.5 метра и\n2.5 метра",
        "Взяли\n5.кг и\n7.кг", "Вот\n1.пункт и\nслова\n2.пункт",
        "Рост на\n5 процентов и\n6 баллов",
        "*Курсив* и\n*ещё* слова", "* звёздочка\n* другая", "\\*Примечание",
        "Слово[^1].\n\n[^1]: Слова:\n\n    - раз\n    - два",
        "Слово[^1].\n\n[^1]: Слова.\n[^2]: Слова.\n\nСлово[^2]", "1. Раз\n\n   Абзац\n2. Два", "Закон\n- раз\n- два",
    ])
    func whatIsRightIsNotTold(text: String) {
        #expect(told(text) == [])
    }

    @Test func theWordsOfTheRemediesLeaveNothingToTell() {
        #expect(told("Задачи:\n\n2. Вторая\n3. Третья") == [])
        #expect(told("1) Первый\n\n3\\) Третий") == [])
        #expect(told("1) Первый\n2) Третий") == [])
        #expect(told("Слово[^1].\n\n[^1]: Список:\n\n    - раз\n    - два") == [])
        #expect(told("## Текст абзаца.") == [])
        #expect(told("Текст абзаца.\n\n---") == [])
    }
}
