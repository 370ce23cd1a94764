import AlbumMarkdown
import Testing

@Suite struct SafetyTests {
    @Test func rawHTMLIsShownAsTextAndReported() {
        #expect(
            page("a <b>c</b>\n\n<div>\n*x*\n</div>\n") == """
                <p>a &lt;b&gt;c&lt;/b&gt;</p>
                <pre class="raw-html">&lt;div&gt;
                *x*
                &lt;/div&gt;
                </pre>

                """)
        #expect(problems("a <b>c</b>\n\n<div>\n") == ["raw-html: <b>", "raw-html: <div>"])
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#x0A;script:alert(1)", "&#1;javascript:alert(1)",
        "javascript&colon;alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//evil.example/x",
        "\\\\\\\\evil.example", "/\\evil.example", "ftp://example.ru/x", "&Tab;javascript:x", "C:/doc.docx",
    ])
    func anAddressThatABrowserMightRunOrLeaveTheSiteByIsRefused(_ address: String) {
        let told = problems("[a](<\(address)>)").filter { !$0.hasPrefix("control-character") }
        #expect(told == ["unsafe-address: [a](<\(address)>)"])
        #expect(page("[a](<\(address)>)") == "<p><span class=\"broken-link\">a</span></p>\n")
        #expect(page("![a](<\(address)>)") == "<p><span class=\"broken-image\">a</span></p>\n")
    }

    @Test(arguments: [
        "https://example.ru", "HTTP://example.ru", "mailto:a@b.ru", "tel:+73512000000", "../a.md#b", "#b", "a/b:c",
        "?q=a:b", "файл: отчёт.docx", "/abs.html",
    ])
    func ordinaryAddressesPass(_ address: String) {
        #expect(problems("[a](<\(address)>)") == [])
    }

    @Test func aResolverCannotBringInAnUnsafeAddress() {
        struct Evil: LinkResolver {
            func resolve(_ link: LinkUse) -> ResolvedLink { ResolvedLink(address: "javascript:x") }
        }
        #expect(page("[a](b.md)") { $0.resolver = Evil() } == "<p><span class=\"broken-link\">a</span></p>\n")
    }

    @Test func textAndAttributesAreEscaped() {
        #expect(
            page("\"a\" & <\n\n[x](b.md \"q\\\"<>\") ![\"y\" *z*](c.png)\n\n``` a\"b c\n<&>\n```\n") == """
                <p>&quot;a&quot; &amp; &lt;</p>
                <p><a href="b.md" title="q&quot;&lt;&gt;">x</a> <img src="c.png" alt="&quot;y&quot; z"></p>
                <pre><code class="language-a&quot;b">&lt;&amp;&gt;
                </code></pre>

                """)
    }

    @Test func controlBytesInTheTextMakeNoMarks() {
        #expect(
            page("\u{1}^a] \u{2}x\u{2} https://a.ru\n") == """
                <p>\u{1A}^a] \u{1A}x\u{1A} <a href="https://a.ru">https://a.ru</a></p>

                """)
    }

    @Test func anImageWithoutDescriptionIsReported() {
        #expect(problems("![](a.png) ![ок](b.png)") == ["missing-alt: ![](a.png)"])
    }
}
