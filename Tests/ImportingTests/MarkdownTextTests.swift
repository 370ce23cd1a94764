import AlbumMarkdown
import Diagnostics
import Testing

@testable import Importing

@Suite struct MarkdownTextTests {
    @Test(arguments: [
        ("простой текст, «кавычки» — и тире", "простой текст, «кавычки» — и тире"), ("a_b и _c_", "a_b и \\_c\\_"),
        ("[1] и *", "\\[1\\] и \\*"), ("a | b", "a \\| b"), ("R&D &amp;", "R&D \\&amp;"), ("~~x~~", "\\~\\~x\\~\\~"),
    ])
    func signsAreEscapedWhereTheyWouldMeanSomething(text: String, expected: String) {
        #expect(MarkdownText.inline(text) == expected)
    }

    @Test(arguments: [
        ("# не заголовок", "\\# не заголовок"), ("#5 номер", "#5 номер"), ("- тире", "\\- тире"), ("-5", "-5"),
        ("> знак", "\\> знак"), ("2024. Год семьи", "2024\\. Год семьи"), ("1. Первое", "1. Первое"), ("---", "\\---"),
    ])
    func linesAreGuardedAtTheirBeginning(text: String, expected: String) {
        #expect(MarkdownText.paragraph(text) == expected)
    }

    @Test(arguments: [
        ("слово", "**слово**"), (" слово ", " **слово** "), ("«Цель»", "**«Цель»**"), ("", ""), ("  ", "  "),
    ])
    func emphasisStandsAtWords(text: String, expected: String) {
        #expect(Emphasis.marked(text, "**", nil, nil) == expected)
    }

    @Test func punctuationGoesOutWhereALetterFollows() {
        #expect(Emphasis.marked("Цель:", "**", nil, "н") == "**Цель**:")
        #expect(Emphasis.marked("«да»", "**", "а", nil) == "«**да»**")
    }

    /// What is escaped reads as it was.
    @Test(arguments: [
        "*звёзды* и _черты_, [скобки](x) и `код`", "<b>тег</b> и &lt;", "a\\b", "![рисунок](x.png)", "[[ссылка]]",
        "[^1]",
        "~~нет~~", "https://example.org/a*b*c[0]", "см. https://example.org/?x=2[!ВАЖНО]*звёзды*", "1. пункт", "# знак",
        "== черта",
    ])
    func textComesBackAsItWas(text: String) {
        let file = SourceFile(path: "x.md", text: MarkdownText.paragraph(MarkdownText.inline(text)) + "\n")
        let parsed = MarkdownParser.parse(file: file)
        let shown = PlainText.body(parsed.document).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(shown == text.replacing("1. ", with: ""))
    }
}
