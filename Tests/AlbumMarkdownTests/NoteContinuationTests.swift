import Testing

@testable import AlbumMarkdown

/// What is indented behind a note belongs to it.
@Suite struct NoteContinuationTests {
    /// The list items of the notes, without the way back.
    private func notes(_ text: String) -> String {
        let html = page(text)
        guard let start = html.firstRange(of: "<ol>\n<li id"), let end = html.firstRange(of: "</ol>\n</section>") else {
            return html
        }
        return String(html[start.lowerBound..<end.lowerBound].dropFirst(5))
            .replacing(#/ <a class="footnote-back"[^>]*>↩</a>/#, with: "↩")
    }

    @Test(arguments: [
        ("    Второй.", "<p>Второй.↩</p>\n"), ("\tВторой.", "<p>Второй.↩</p>\n"),
        ("    Второй\n    абзац.\n\n\n    Третий.", "<p>Второй\nабзац.</p>\n<p>Третий.↩</p>\n"),
        ("    - а\n    - б", "<ul>\n<li>а</li>\n<li>б</li>\n</ul>\n↩"),
        ("    ```\n    код\n\n    дальше\n    ```", "<pre><code>код\n\nдальше\n</code></pre>\n↩"),
        ("        x = 1", "<pre><code>x = 1\n</code></pre>\n↩"),
        (
            "    [сайт][s] и **так**\n\n[s]: https://example.org",
            "<p><a href=\"https://example.org\">сайт</a> и <strong>так</strong>↩</p>\n"
        ),
        ("    https://example.org/a_b", "<p><a href=\"https://example.org/a_b\">https://example.org/a_b</a>↩</p>\n"),
    ])
    func indentedBlocksBelongToTheNote(blocks: String, html: String) {
        let text = "Так[^1].\n\n[^1]: Первый.\n\n\(blocks)\n"
        #expect(notes(text) == "<li id=\"fn-1\">\n<p>Первый.</p>\n\(html)</li>\n")
        #expect(problems(text) == [])
    }

    @Test func aNoteOfOneParagraphIsWrittenAsBefore() {
        #expect(notes("Так[^1].\n\n[^1]: Первый.\n\nТекст.") == "<li id=\"fn-1\">Первый.↩</li>\n")
    }

    @Test func aTableMayStandInANote() {
        let html = notes(
            "Так[^1].\n\n[^1]: Первый.\n\n    | а | б |\n    |---|---|\n    | [x][s] | 2 |\n\n[s]: https://example.org")
        #expect(html.contains("<td><a href=\"https://example.org\">x</a></td>"))
    }

    @Test func theLastOfSeveralNotesGoesOn() {
        #expect(
            notes("Так[^1], и[^2].\n\n[^1]: Раз.\n[^2]: Два.\n\n    Ещё.\n\nТекст")
                == "<li id=\"fn-1\">Раз.↩</li>\n<li id=\"fn-2\">\n<p>Два.</p>\n<p>Ещё.↩</p>\n</li>\n")
    }

    @Test func aNoteInANoteIsMentionedThereAndStandsByItself() {
        #expect(
            notes("Так[^1].\n\n[^1]: Раз.\n\n    Ещё[^2].\n\n[^2]: Два.")
                == "<li id=\"fn-1\">\n<p>Раз.</p>\n<p>Ещё<sup class=\"footnote-ref\"><a href=\"#fn-2\" id=\"fnref-2\">2</a></sup>.↩</p>\n</li>\n<li id=\"fn-2\">Два.↩</li>\n"
        )
        #expect(problems("Так[^1], и[^2].\n\n[^1]: Раз.\n\n    [^2]: Два.") == [])
        #expect(problems("Так[^1], и[^2].\n\n[^1]: Раз.\n\n    Ещё.\n    [^2]: Два.") == [])
    }

    @Test func inQuotesAndListsItIsTheSame() {
        #expect(
            notes("> Так[^1].\n>\n> [^1]: Раз.\n>\n>     Ещё.")
                == "<li id=\"fn-1\">\n<p>Раз.</p>\n<p>Ещё.↩</p>\n</li>\n")
        #expect(
            notes("- Так[^1].\n\n  [^1]: Раз.\n\n      Ещё.") == "<li id=\"fn-1\">\n<p>Раз.</p>\n<p>Ещё.↩</p>\n</li>\n")
    }

    @Test func codeElsewhereStaysCode() {
        #expect(page("Так[^1].\n\n[^1]: Раз.\n\nТекст.\n\n    x = 1").contains("<pre><code>x = 1\n"))
        #expect(page("Так[^1].\n\n[^1]: Раз.\n\n```\nx = 1\n```").contains("</p>\n<pre><code>x = 1\n"))
        #expect(page("Так[^1].\n\n[^1]: Раз.\n| а |\n|---|\n\n    x = 1").contains("<pre><code>x = 1\n"))
    }

    @Test func theBlocksPointAtTheirSource() {
        let text = "Так[^1].\n\n[^1]: Первый.\n\n    Второй *абзац*\n    и ~~ещё~~.\n\n[s]: https://example.org\n"
        #expect(sources(text, { $0 == .emphasis || $0 == .strikethrough }) == ["*абзац*", "~~ещё~~"])
        #expect(sources(text, { $0 == .paragraph }).last == "Второй *абзац*\n    и ~~ещё~~.")
    }

    @Test func theWordsAreFound() {
        #expect(PlainText.body(read("Так[^1].\n\n[^1]: Раз.\n\n    Ещё.").document) == "Так.\nРаз.\nЕщё.")
    }
}
