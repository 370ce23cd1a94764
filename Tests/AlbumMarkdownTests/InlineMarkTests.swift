import AlbumMarkdown
import Testing

@Suite struct InlineMarkTests {
    @Test func strikethroughFollowsTheFlankingRules() {
        #expect(
            page("~a~ ~~b *c*~~ ~~ d ~~ ~~~e~~~ ~~f~") == """
                <p><del>a</del> <del>b <em>c</em></del> ~~ d ~~ ~~~e~~~ ~~f~</p>

                """)
    }

    @Test func escapedTildesAreText() {
        #expect(page("\\~\\~a\\~\\~ и &#126;b~") == "<p>~~a~~ и ~b~</p>\n")
        #expect(page("\\* «&laquo;\\&» ~a~ &amp; ~b~") == "<p>* ««&amp;» <del>a</del> &amp; <del>b</del></p>\n")
    }

    @Test func strikethroughDoesNotCrossOtherMarks() {
        #expect(page("*a ~~b* c~~") == "<p><em>a ~~b</em> c~~</p>\n")
        #expect(page("[a ~~b~~](c.md)") == "<p><a href=\"c.md\">a <del>b</del></a></p>\n")
    }

    @Test func wikiLinksHaveATargetAndMayHaveALabel() {
        let parsed = read("[[order_02_07]] и [[ a/b | *с текстом* ]]")
        #expect(parsed.links.map(\.destination) == ["order_02_07", "a/b"])
        #expect(parsed.links.map(\.kind) == [.wiki, .wiki])
        #expect(PlainText.inline(parsed.document, 0) == "order_02_07 и с текстом")
    }

    @Test(arguments: ["[[]]", "[[a", "a]]", "[[|b]]", "[[a\nb]]", "\\[[a]]", "`[[a]]`", "[[a|[b](c.md)]]"])
    func whatIsNoWikiLinkStaysText(_ text: String) {
        #expect(read(text).links.allSatisfy { $0.kind != .wiki })
    }

    @Test(arguments: [
        ("см. https://example.ru/a_b_c.", "https://example.ru/a_b_c"),
        ("(http://example.ru/a_(b))", "http://example.ru/a_(b)"),
        ("«https://example.ru/_x_y»", "https://example.ru/_x_y"),
        ("*https://example.ru*", "https://example.ru"),
        ("www.example.ru/?a=1&b=2;", "http://www.example.ru/?a=1&b=2"),
        ("https://example.ru/&nbsp;", "https://example.ru/"),
        ("https://пример.рф/путь, далее", "https://пример.рф/путь"),
        ("пишите: rmc.a-b@mail.example.ru.", "mailto:rmc.a-b@mail.example.ru"),
        ("<https://example.ru/x>", "https://example.ru/x"),
    ])
    func bareAddressesAreLinks(_ text: String, _ address: String) {
        #expect(read(text).links.map(\.destination) == [address])
    }

    @Test(arguments: ["http://", "www.", "wwww.a.ru", "a@b", "@a.ru", "xhttps://a.ru", "`https://a.ru`", "https:// a"])
    func whatIsNoAddressStaysText(_ text: String) {
        #expect(read(text).links.isEmpty)
    }

    @Test func noAddressIsLinkedInsideALink() {
        #expect(read("[см. https://b.ru](a.md)").links.map(\.destination) == ["a.md"])
    }

    @Test func tasksAreCheckboxes() {
        #expect(
            page("- [ ] раз\n- [x] **два**\n- [y] три\n- [x]\n") == """
                <ul>
                <li class="task"><input disabled="" type="checkbox" aria-label="не выполнено"> раз</li>
                <li class="task"><input checked="" disabled="" type="checkbox" aria-label="выполнено"> \
                <strong>два</strong></li>
                <li>[y] три</li>
                <li>[x]</li>
                </ul>

                """)
    }

    @Test func onlyTheFirstParagraphOfAnItemMakesATask() {
        #expect(!page("- a\n\n  [x] b\n").contains("checkbox"))
        #expect(page("1. > [x] b\n").contains("[x]"))
        #expect(page("> - [X] b\n").contains("checked"))
    }

    @Test func footnotesAreNumberedByTheirFirstMention() {
        let text = "Раз[^b], два[^a], снова[^b].\n\n[^a]: Первая *запись*.\n[^b]: Вторая,\nв две строки.\n"
        #expect(
            page(text) == """
                <p>Раз<sup class="footnote-ref"><a href="#fn-1" id="fnref-1">1</a></sup>, \
                два<sup class="footnote-ref"><a href="#fn-2" id="fnref-2">2</a></sup>, \
                снова<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2">1</a></sup>.</p>
                <section class="footnotes" aria-label="Примечания">
                <ol>
                <li id="fn-1">Вторая,
                в две строки. <a class="footnote-back" href="#fnref-1" aria-label="Назад к тексту">↩</a></li>
                <li id="fn-2">Первая <em>запись</em>. \
                <a class="footnote-back" href="#fnref-2" aria-label="Назад к тексту">↩</a></li>
                </ol>
                </section>

                """)
    }

    @Test func aNoteOfOneWordIsNoReferenceDefinition() {
        #expect(page("a[^1]\n\n[^1]: Источник\n").contains("<li id=\"fn-1\">Источник "))
    }

    @Test func footnotesWithoutCounterpartAreReported() {
        #expect(problems("a[^1] `[^3]`\n\n[^2]: b\n") == ["unknown-footnote: [^1]", "unused-footnote: [^2]: b"])
        #expect(page("a[^1]") == "<p>a[^1]</p>\n")
    }
}
