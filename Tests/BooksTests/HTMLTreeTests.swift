import Testing

@testable import Books

@Suite struct HTMLTreeTests {
    @Test(arguments: [
        ("<p>а &amp; б</p>", "<p>а &amp; б</p>"),
        ("<p>а<br>б<img src=\"a.png\" alt=\"\"></p>", "<p>а<br/>б<img src=\"a.png\" alt=\"\"/></p>"),
        ("<td hidden class=x>1</td>", "<td hidden=\"\" class=\"x\">1</td>"),
        ("a &nbsp;&#1040;&#x411; &lt;b&gt; &quot;", "a \u{A0}АБ &lt;b&gt; &quot;"),
        ("&copy; &; & &#xD800;", "&amp;copy; &amp;; &amp; &amp;#xD800;"),
        (
            "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0\"></path></svg>"
        ),
        // A comment and a declaration are no text.
        ("<!doctype html><!-- <p> -->а", "а"),
        // What is no tag is text.
        ("1 < 2 <3", "1 &lt; 2 &lt;3"),
        ("<p title=\"незакрыто>а", "&lt;p title=&quot;незакрыто&gt;а"),
        // Ends that nothing opened, and what is open at the end.
        ("а</b><i>б", "а<i>б</i>"),
        ("<ul><li>а</ul>б", "<ul><li>а</li></ul>б"),
        ("<a href=\"x\" href=\"y\">z</a>", "<a href=\"x\">z</a>"),
        ("\u{0}\u{1}\tа\u{FFFE}", "\tа"),
    ])
    func htmlIsWrittenAsXML(html: String, xml: String) {
        #expect(HTMLTree(parsing: html).xml == xml)
    }

    @Test func whatIsXMLIsReadAsTheSame() {
        let html = "<div id=\"a\"><p>т <em>е</em>кст &amp; <a href=\"#b\">ссылка</a></p><hr></div>"
        let tree = HTMLTree(parsing: html)
        #expect(HTMLTree(parsing: tree.xml) == tree)
    }

    @Test func aTreeOfMuchDepthIsRead() {
        let depth = 2_000
        let html = String(repeating: "<b>", count: depth) + "а" + String(repeating: "</b>", count: depth)
        #expect(HTMLTree(parsing: html).elements.count == depth)
    }

    @Test func elementsAreChangedFromTheInside() {
        let tree = HTMLTree(parsing: "<p><b>а</b><form>б</form></p>").map { element in
            element.name == "form" ? [] : element.name == "b" ? element.children : [.element(element)]
        }
        #expect(tree.xml == "<p>а</p>")
    }
}
