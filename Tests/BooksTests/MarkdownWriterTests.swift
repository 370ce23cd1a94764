import Testing

@testable import Books

@Suite struct MarkdownWriterTests {
    private func markdown(_ html: String) -> String {
        MarkdownWriter { $0.hasPrefix("#") ? nil : "https://a.example/" + $0 }.text(HTMLTree(parsing: html))
    }

    @Test(arguments: [
        ("<h2 id=\"a\">Цель <a class=\"heading-link\" href=\"#a\">#</a></h2><p>Да\n нет.</p>", "## Цель\n\nДа нет."),
        ("<p><em>а</em> <strong>б </strong>в <code>x*y</code></p>", "*а* **б** в `x*y`"),
        ("<p><a href=\"b.html\">К б</a> и <a href=\"#m\">ниже</a></p>", "[К б](https://a.example/b.html) и ниже"),
        ("<p>a*b_c [d] &lt;e&gt; \\</p>", "a\\*b\\_c \\[d\\] \\<e> \\\\"),
        ("<p># не заголовок</p><p>1. не список</p><p>- и это</p>", "\\# не заголовок\n\n1\\. не список\n\n\\- и это"),
        ("<ul><li>один<ul><li>два</li></ul></li><li>три</li></ul>", "- один\n  - два\n- три"),
        ("<ol start=\"3\"><li>три</li><li>четыре</li></ol>", "3. три\n4. четыре"),
        ("<blockquote><p>а</p><p>б</p></blockquote>", "> а\n>\n> б"),
        ("<p>а<br>б</p><hr><pre><code>x &amp; y\n</code></pre>", "а\\\nб\n\n***\n\n```\nx & y\n```"),
        (
            "<figure><img src=\"f.jpg\" alt=\"Дом\"><figcaption>Дом 1</figcaption></figure>",
            "![Дом](https://a.example/f.jpg)\n\n**Дом 1**"
        ),
        ("<svg><text>нет</text></svg><button>нет</button><script>нет</script><p hidden>нет</p>", ""),
    ])
    func aPieceOfAPage(html: String, expected: String) {
        #expect(markdown(html) == expected)
    }

    @Test func aTableHasPipesAndNoneInItsCells() {
        let html =
            "<table><thead><tr><th scope=\"col\">А</th><th scope=\"col\">Б</th></tr></thead><tbody>"
            + "<tr><th scope=\"row\">1|2</th><td><ul><li>x</li><li>y</li></ul></td></tr>"
            + "<tr><th scope=\"row\" colspan=\"2\">Всё</th></tr></tbody></table>"
        #expect(markdown(html) == "| А | Б |\n| --- | --- |\n| 1\\|2 | x<br>y |\n| Всё |  |")
        #expect(markdown("<table><tr><td>1</td></tr></table>") == "|  |\n| --- |\n| 1 |")
    }
}
