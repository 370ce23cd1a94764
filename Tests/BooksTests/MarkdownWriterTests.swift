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
        ("<pre><code class=\"language-md\">```\nx\n```\n</code></pre>", "````md\n```\nx\n```\n````"),
        (
            "<p>да<sup class=\"footnote-ref\"><a href=\"#n\">1</a></sup></p><section class=\"footnotes\"><ol>"
                + "<li id=\"n\"><p>Нота <a class=\"footnote-back\" href=\"#r\">↩</a></p></li></ol></section>",
            "да[^1]\n\n[^1]: Нота"
        ),
        (
            "<ul><li class=\"task\"><input checked=\"\" type=\"checkbox\"> Сделано</li></ul><ul><li>м<sup>2</sup></li></ul>",
            "- [x] Сделано\n\n<!-- -->\n\n- м<sup>2</sup>"
        ),
        ("<p>для<strong>«всех»</strong>нас, <code>a`b</code></p>", "для<strong>«всех»</strong>нас, ``a`b``"),
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
        let spanned =
            "<table><caption>Итог</caption><tr><td rowspan=\"2\">а</td><td>б</td></tr><tr><td>в</td></tr></table>"
        #expect(markdown(spanned) == "**Итог**\n\n|  |  |\n| --- | --- |\n| а | б |\n|  | в |")
        #expect(
            markdown("<table><caption class=\"hidden-label\">А</caption><tr><td>1</td></tr></table>").hasPrefix("|"))
        #expect(markdown("<table><tr><td>1</td></tr></table>") == "|  |\n| --- |\n| 1 |")
    }
}
