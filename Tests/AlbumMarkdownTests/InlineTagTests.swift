import Testing

@testable import AlbumMarkdown

/// A few tags of HTML pass as themselves.
@Suite struct InlineTagTests {
    @Test(arguments: [
        ("м<sup>2</sup>", "<p>м<sup>2</sup></p>\n"), ("H<SUB>2</SUB >O", "<p>H<sub>2</sub>O</p>\n"),
        ("<kbd>Ctrl</kbd>", "<p><kbd>Ctrl</kbd></p>\n"),
        ("<small>*мелко*</small>", "<p><small><em>мелко</em></small></p>\n"),
        ("раз<br>два", "<p>раз<br>\nдва</p>\n"), ("раз<br/>два<BR />три", "<p>раз<br>\nдва<br>\nтри</p>\n"),
        ("*м<sup>2</sup>* ~~x<sub>1</sub>~~", "<p><em>м<sup>2</sup></em> <del>x<sub>1</sub></del></p>\n"),
        ("<sup>a<sub>b</sub>c</sup>", "<p><sup>a<sub>b</sub>c</sup></p>\n"),
        ("[м<sup>2</sup>](https://example.org)", "<p><a href=\"https://example.org\">м<sup>2</sup></a></p>\n"),
        ("<sup></sup>", "<p><sup></sup></p>\n"),
        ("<sup>[](https://example.org)</sup>", "<p><sup><a href=\"https://example.org\"></a></sup></p>\n"),
    ])
    func tagsWithoutAttributesPass(text: String, html: String) {
        #expect(page(text) == html)
        #expect(problems(text) == [])
    }

    @Test func tagsPassInHeadingsAndCells() {
        #expect(page("## Ход<br>м<sup>2</sup>").contains(">Ход<br>\nм<sup>2</sup></h2>"))
        #expect(page("| а<br>б |\n|---|\n| м<sup>2</sup> |").contains("<th scope=\"col\">а<br>\nб</th>"))
        #expect(page("| а<br>б |\n|---|\n| м<sup>2</sup> |").contains("<td>м<sup>2</sup></td>"))
    }

    @Test(arguments: [
        ("<sup>2", "<p>&lt;sup&gt;2</p>\n", ["raw-html: <sup>"]),
        ("2</sup>", "<p>2&lt;/sup&gt;</p>\n", ["raw-html: </sup>"]),
        ("<sup>a<sub>b</sup>c</sub>", "<p><sup>a&lt;sub&gt;b</sup>c&lt;/sub&gt;</p>\n", ["raw-html: <sub>"]),
        ("<sup>*a</sup>b*", "<p>&lt;sup&gt;<em>a&lt;/sup&gt;b</em></p>\n", ["raw-html: <sup>"]),
        (
            "<sup class=\"x\">2</sup>", "<p>&lt;sup class=&quot;x&quot;&gt;2&lt;/sup&gt;</p>\n",
            ["raw-html: <sup class=\"x\">"]
        ),
        (
            "<sup>a<sup id=x>b</sup>c</sup>", "<p><sup>a&lt;sup id=x&gt;b&lt;/sup&gt;c</sup></p>\n",
            ["raw-html: <sup id=x>"]
        ),
        ("раз<br class=x>два", "<p>раз&lt;br class=x&gt;два</p>\n", ["raw-html: <br class=x>"]),
        ("а</br>б", "<p>а&lt;/br&gt;б</p>\n", ["raw-html: </br>"]),
        ("<sup/>2", "<p>&lt;sup/&gt;2</p>\n", ["raw-html: <sup/>"]),
        ("<b>так</b>", "<p>&lt;b&gt;так&lt;/b&gt;</p>\n", ["raw-html: <b>"]),
        ("`<sup>2</sup>` \\<br>", "<p><code>&lt;sup&gt;2&lt;/sup&gt;</code> &lt;br&gt;</p>\n", []),
    ])
    func otherTagsAreTextAndTold(text: String, html: String, expected: [String]) {
        #expect(page(text) == html)
        #expect(problems(text) == expected)
    }

    @Test(arguments: [
        ("<br>", "<p><br>\n</p>\n"), ("а\n\n<br>\n\nб", "<p>а</p>\n<p><br>\n</p>\n<p>б</p>\n"),
        ("<small>\nмелко *так*\n</small>", "<p><small>\nмелко <em>так</em>\n</small></p>\n"),
        ("> <br>\n> два", "<blockquote>\n<p><br>\n\nдва</p>\n</blockquote>\n"),
    ])
    func aTagAloneOnItsLinePassesToo(text: String, html: String) {
        #expect(page(text) == html)
        #expect(problems(text) == [])
    }

    @Test func aTagAloneOnItsLineDoesNotMoveWhatFollows() {
        #expect(sources("а\n\n> <br>\n> *два*\n\n*три*", { $0 == .emphasis }) == ["*два*", "*три*"])
        #expect(problems("<sup class=x>\nа\n</sup>") == ["raw-html: <sup class=x>\nа\n</sup>"])
        #expect(problems("<sup>\nа") == ["raw-html: <sup>"])
    }

    @Test func plainTextHasNoTags() {
        let parsed = read("## Ход<br>дня\n\nпл. 5 м<sup>2</sup><br>и <kbd>Esc</kbd>")
        #expect(PlainText.body(parsed.document) == "Ход дня\nпл. 5 м2 и Esc")
        #expect(parsed.outline.map(\.text) == ["Ход дня"])
    }

    @Test func manyTagsWithoutPartnerTakeNoLongTime() {
        let text = String(repeating: "<sup><sub></kbd>", count: 20_000)
        #expect(read(text).document.nodes.count > 60_000)
    }

    @Test func aBreakThatIsATagBeginsNoNote() {
        let html = page("раз<br>[^1]: два\n\n[^1]: три")
        #expect(html.contains("раз<br>\n<sup class=\"footnote-ref\">"))
    }

    @Test func anElementPointsAtItsSource() {
        let isElement: (Document.Kind) -> Bool = { if case .element = $0 { true } else { false } }
        #expect(
            sources("| м<sup>*2*</sup> |\n|---|\n| а\\|<kbd>б</kbd> |", isElement) == [
                "<sup>*2*</sup>", "<kbd>б</kbd>",
            ])
        #expect(sources("раз<br>два", { $0 == .lineBreak }) == ["<br>"])
    }
}
