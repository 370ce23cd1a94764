import Testing

@testable import AlbumMarkdown

/// A block quote that begins with a mark is an alert.
@Suite struct AlertTests {
    private func alert(_ name: String, _ title: String, _ content: String) -> String {
        "<div class=\"alert alert-\(name)\" role=\"note\">\n<p class=\"alert-title\">\(title)</p>\n\(content)</div>\n"
    }

    @Test(arguments: [
        ("NOTE", "note", "Примечание"), ("tip", "tip", "Совет"), ("Important", "important", "Важно"),
        ("WARNING", "warning", "Внимание"), ("CAUTION", "caution", "Осторожно"), ("ПРИМЕЧАНИЕ", "note", "Примечание"),
        ("совет", "tip", "Совет"), ("Важно", "important", "Важно"), ("ВНИМАНИЕ", "warning", "Внимание"),
        ("ОСТОРОЖНО", "caution", "Осторожно"),
    ])
    func aQuoteThatBeginsWithAMarkIsAnAlert(mark: String, name: String, title: String) {
        let text = "> [!\(mark)]\n> Приходите **вовремя**."
        #expect(page(text) == alert(name, title, "<p>Приходите <strong>вовремя</strong>.</p>\n"))
        #expect(problems(text) == [])
    }

    @Test func theRestOfTheLineOfTheMarkIsTheBeginningOfTheText() {
        #expect(page("> [!NOTE] Раз\n> два") == alert("note", "Примечание", "<p>Раз\nдва</p>\n"))
    }

    @Test(arguments: [
        ("> [!NOTE]\n>\n> Текст", "<p>Текст</p>\n"), ("> [!NOTE]  \nТекст", "<p>Текст</p>\n"),
        ("> [!NOTE]\n> - раз", "<ul>\n<li>раз</li>\n</ul>\n"),
        ("> [!NOTE]\n> Раз\n>\n> два", "<p>Раз</p>\n<p>два</p>\n"),
        (
            "> [!NOTE]\n> См. https://example.org/a_b",
            "<p>См. <a href=\"https://example.org/a_b\">https://example.org/a_b</a></p>\n"
        ),
    ])
    func whateverMayStandInAQuoteMayStandInAnAlert(text: String, content: String) {
        #expect(page(text) == alert("note", "Примечание", content))
        #expect(problems(text) == [])
    }

    @Test func aTableMayFollowTheMark() {
        let html = page("> [!NOTE]\n> | а | б |\n> |---|---|\n> | 1 | 2 |")
        #expect(
            html.hasPrefix(
                "<div class=\"alert alert-note\" role=\"note\">\n<p class=\"alert-title\">Примечание</p>\n<div class=\"table-scroll\""
            ))
        #expect(html.contains("<td>1</td>"))
    }

    @Test func alertsStandInListsAndInQuotes() {
        #expect(page("- > [!TIP]\n  > так").contains("<p class=\"alert-title\">Совет</p>\n<p>так</p>"))
        #expect(page("> > [!TIP]\n> > так").contains("<p class=\"alert-title\">Совет</p>\n<p>так</p>"))
    }

    @Test(arguments: [
        "> \\[!NOTE]\n> так", "> `[!NOTE]`\n> так", "> Текст\n>\n> [!NOTE]", "> **[!NOTE]**\n> так",
        "> [!NOTE](https://example.org)\n> так", "> [!NOTE]\n> так\n\n[!note]: https://example.org",
    ])
    func otherQuotesStayQuotes(text: String) {
        #expect(page(text).hasPrefix("<blockquote>"))
    }

    @Test(arguments: [
        ("> [!FOO]\n> так", "foreign-mark: [!FOO]"), ("> [!ЗАМЕТКА]\n> так", "foreign-mark: [!ЗАМЕТКА]"),
        ("[!NOTE]\nтак", "foreign-mark: [!NOTE]"), ("> так\n> [!NOTE]", "foreign-mark: [!NOTE]"),
        ("> [!NOTE]\n\nтак", "empty-alert: > [!NOTE]"),
    ])
    func aMarkThatMakesNoAlertIsTold(text: String, expected: String) {
        #expect(problems(text) == [expected])
    }

    @Test func theMarkMeantIsNamed() {
        #expect(read("> [!NOTES]\n> так").diagnostics.map(\.candidates) == [["[!NOTE]"]])
    }

    @Test func theMarkStandsInNoPlainText() {
        let parsed = read("> [!ВАЖНО]\n> Приходите\n\n> [!TIP] раньше")
        #expect(PlainText.body(parsed.document) == "Приходите\nраньше")
    }

    @Test func anAlertPointsAtItsSource() {
        #expect(sources("> [!NOTE]\n> Раз\n") { $0 == .paragraph } == ["Раз"])
        #expect(sources("> [!NOTE]\n> Раз\n") { $0 == .alert(.note) } == ["> [!NOTE]\n> Раз"])
    }
}
