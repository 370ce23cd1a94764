import AlbumMarkdown
import Testing

@Suite struct RandomTextTests {
    /// Marks of all kinds in any order: nothing may trap, and the tree must be one.
    @Test func anyMixtureOfMarksGivesATree() {
        let marks = [
            "*", "**", "_", "~", "~~", "`", "``", "[", "]", "[[", "]]", "|", "\\", "\n", "\n\n", "\n> ", "- ", "1. ",
            "    ",
            "\t", "#", "a", "ж ", "[^1]", "\n[^1]: ", "[a]: b\n", "https://a.ru", "a@b.ru", "&amp;", "&nope;", "<b>",
            "<!--",
            "-->", "<https://x.y>", "![", "](x)", "](x\n'y')", "|---|---|\n", "| a | b |\n", "\n---\n", "[x] ", "\u{1}",
            "```\n", "\n> [!NOTE]", "\n\n    ", "<sup>", "</sup>", "<br>", "\n\n<br>\n", "</sub>", "<sub>", "<sup a=b>",
            "\n\n[^1]: a\n\n    ",
        ]
        var state: UInt64 = 1
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        for _ in 0..<2000 {
            let text = (0...random(25)).map { _ in marks[random(marks.count)] }.joined()
            let parsed = read(text)
            let document = parsed.document
            #expect(document.nodes[0].end == document.nodes.count, "\(text)")
            for index in document.nodes.indices {
                #expect(
                    document.children(of: index).allSatisfy { document.nodes[$0].end <= document.nodes[index].end },
                    "\(text)")
                #expect(document.nodes[index].range.upperBound <= text.utf8.count, "\(document.nodes[index]) \(text)")
            }
            _ = html(parsed, HTMLOptions()) + PlainText.body(document)
            #expect(document.textRuns().allSatisfy { !$0.nodes.isEmpty })
        }
    }
}
