import AlbumMarkdown
import Diagnostics
import Testing

@Suite struct RenderingTests {
    @Test func theResolverDecidesWhereLinksLead() {
        struct Resolver: LinkResolver {
            func resolve(_ link: LinkUse) -> ResolvedLink {
                switch link.kind {
                case .wiki: ResolvedLink(address: "o.html", label: "Приказ")
                case .image: ResolvedLink(address: "i.png", attributes: [("width", "4"), ("height", "3")])
                case .link where link.destination == "no.md": .refused
                case .link: ResolvedLink(address: "x.html", title: "t", attributes: [("class", "out")])
                }
            }
        }
        #expect(
            page("[[o]] [[o|*свой*]] ![д](i.png) [a](b.md) [c](no.md)") { $0.resolver = Resolver() } == """
                <p><a href="o.html">Приказ</a> <a href="o.html"><em>свой</em></a> \
                <img src="i.png" alt="д" width="4" height="3"> \
                <a href="x.html" title="t" class="out">a</a> <span class="broken-link">c</span></p>

                """)
    }

    /// Marks every «приказ № 1», also over a line end.
    struct Marker: TextDecorator {
        func decorations(of run: TextRun, in document: Document) -> [TextDecoration] {
            let text = String(decoding: document.text[run.text.bounds], as: UTF8.self)
            return text.ranges(of: /приказ\s№\s1/).map { range in
                let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound) + run.text.bounds.lowerBound
                let count = text[range].utf8.count
                return TextDecoration(start..<start + count, opening: Array("<i>".utf8), closing: Array("</i>".utf8))
            }
        }
    }

    @Test func decorationsReachOverLineEndsButNotIntoLinksHeadingsAndCode() {
        let text =
            "## приказ № 1\n\n(приказ\n№ 1) & **приказ № 1** [приказ № 1](a.md) `приказ № 1`\nприказ № 1, приказ № 1\n"
        #expect(
            page(text) { $0.decorator = Marker() } == """
                <h2 id="prikaz-1">приказ № 1</h2>
                <p>(<i>приказ
                № 1</i>) &amp; <strong><i>приказ № 1</i></strong> <a href="a.md">приказ № 1</a> <code>приказ № 1</code>
                <i>приказ № 1</i>, <i>приказ № 1</i></p>

                """)
    }

    @Test func textRunsAreWholeAndKnowTheirSource() {
        let file = SourceFile(path: "a.md", text: "> раз *два\n> три* четыре\\\n> пять [шесть](a.md)\n")
        let document = MarkdownParser.parse(file: file).document
        let runs = document.textRuns()
        #expect(runs.map { document.string($0.text) } == ["раз ", "два\nтри", " четыре\nпять "])
        let start = runs[1].text.bounds.lowerBound
        let place = document.sourceRange(of: start + 7..<start + 13, in: runs[1])
        #expect(file.text(place) == "три")
    }

    @Test func aSubtreeCanBeReplacedOrLeftOut() {
        let parsed = read("a\n\n| b |\n|---|\n\nc\n")
        let table = parsed.document.nodes.firstIndex { if case .table = $0.kind { true } else { false } } ?? 0
        var options = HTMLOptions()
        options.replacements = [table: Array("<p>T</p>\n".utf8)]
        #expect(html(parsed, options) == "<p>a</p>\n<p>T</p>\n<p>c</p>\n")
    }

    @Test func partsOfADocumentAreRenderedByThemselves() {
        let parsed = read("a *b*\n\n- c\n\nd\n")
        let blocks = Array(parsed.document.children(of: 0))
        var renderer = HTMLRenderer(parsed)
        renderer.render(blocks[1]..<parsed.document.nodes[blocks[2]].end)
        #expect(String(decoding: renderer.output, as: UTF8.self) == "<ul>\n<li>c</li>\n</ul>\n<p>d</p>\n")
        renderer = HTMLRenderer(parsed)
        renderer.renderContent(of: blocks[0])
        #expect(String(decoding: renderer.output, as: UTF8.self) == "a <em>b</em>")
    }

    @Test func plainTextComesByHeadings() {
        let text = "Вступ *ление*.\nЕщё\n\n## Один\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n### Два\n\n`c`\n"
        let sections = PlainText.sections(of: read(text).document)
        #expect(sections.map(\.title) == ["", "Один", "Два"])
        #expect(sections.map(\.text) == ["Вступ ление. Ещё", "a\nb\nx\ty\n1\t2", "c"])
        #expect(PlainText.body(read("a\n\n## b\n\nc").document) == "a\nb\nc")
    }

    @Test func labelsStandForTargetsInPlainText() {
        let document = read("см. [[a]] и [[b|«Б»]]").document
        let link = document.nodes.indices.first { if case .wikiLink = document.nodes[$0].kind { true } else { false } }
        var links = PlainText.LinkTexts()
        links.labels[link ?? 0] = "Приказ"
        #expect(PlainText.sections(of: document, links)[0].text == "см. Приказ и «Б»")
    }

    @Test func eventsEnterAndLeaveEveryNodeOnce() {
        let document = read("> a\n").document
        #expect(
            Array(document.events())
                == [.enter(0), .enter(1), .enter(2), .enter(3), .leave(3), .leave(2), .leave(1), .leave(0)])
    }
}
