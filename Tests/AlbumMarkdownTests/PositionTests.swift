import AlbumMarkdown
import Diagnostics
import Testing

@Suite struct PositionTests {
    @Test func positionsCountFromTheBeginningOfTheFile() {
        let frontMatter = "---\ntitle: т\n---\n"
        let file = SourceFile(path: "a.md", text: frontMatter + "## А\n\nб\n")
        let parsed = MarkdownParser.parse(file: file, body: frontMatter.utf8.count..<file.bytes.count)
        #expect(parsed.document.nodes.dropFirst().map { file.text($0.range) } == ["## А", "А", "б", "б"])
        #expect(parsed.outline.map { file.text($0.range) } == ["## А"])
    }

    @Test func linksOverTwoLinesPointAtTheirWholeSource() {
        let text = "> - до [ссы\n>   лка](a.md\n>   \"т\") после [b](c) <https://a.ru> и ![к\n>   к](d.png)\n"
        let links = sources(text) { kind in
            switch kind {
            case .link, .image: true
            default: false
            }
        }
        #expect(links == ["[ссы\n>   лка](a.md\n>   \"т\")", "[b](c)", "<https://a.ru>", "![к\n>   к](d.png)"])
    }

    @Test func textsPointAtTheirLineWhateverStandsBefore() {
        let text = "> 1. один\n> два *три\nчетыре* `пя\n>    ть` шесть\n"
        let texts = sources(text) { if case .text = $0 { true } else { false } }
        #expect(texts == ["один", "два ", "три", "четыре", " ", " шесть"])
        #expect(sources(text) { $0 == .emphasis } == ["*три\nчетыре*"])
        #expect(sources(text) { if case .code = $0 { true } else { false } } == ["`пя\n>    ть`"])
    }

    @Test func referenceDefinitionsBeforeAParagraphDoNotMoveIt() {
        let text = "[a]: b.md\n[c]: <d e>\n  'f\n  g'\nтекст *и* [a]\n"
        #expect(sources(text) { $0 == .paragraph } == ["текст *и* [a]"])
        #expect(sources(text) { $0 == .emphasis } == ["*и*"])
        #expect(sources(text) { if case .link = $0 { true } else { false } } == ["[a]"])
    }

    @Test func marksInsideEmphasisOfThreeAreCounted() {
        let text = "***a** b* **[c](d)**"
        #expect(sources(text) { $0 == .strong } == ["**a**", "**[c](d)**"])
        #expect(sources(text) { $0 == .emphasis } == ["***a** b*"])
    }

    @Test func entitiesEscapesAndOddBackticksDoNotMoveWhatFollows() {
        let text = "a &amp;<b> \\\\ \\* &nope; &amp;lt; `` &Afr;&#x41; *c*\n``` x **d** ` e\n"
        #expect(sources(text) { $0 == .emphasis } == ["*c*"])
        #expect(sources(text) { $0 == .strong } == ["**d**"])
        #expect(sources(text) { if case .htmlInline = $0 { true } else { false } } == ["<b>"])
    }

    @Test func headingsEndWithTheirOwnMarks() {
        let text = "> ## а *б* ##\n\nв\n*г*\n---\nд\n===\n# е\n"
        #expect(
            sources(text) { if case .heading = $0 { true } else { false } }
                == ["## а *б* ##", "в\n*г*\n---", "д\n===", "# е"])
        #expect(sources(text) { if case .text = $0 { true } else { false } } == ["а ", "б", "в", "г", "д", "е"])
    }

    @Test func diagnosticsPointAtThePlace() {
        #expect(problems("- б [в](javascript:x) г\n") == ["unsafe-address: [в](javascript:x)"])
    }

    @Test func everyRangeLiesInsideTheFileAndItsParent() {
        let text =
            "> - a\n>\n>   b `c\n> d` <e\n> f>\n\n1. [x]: y\n   z\n\n\t code\n***\n| a |\n|-|\n| b |\n# h #\n<!-- \n-->\n"
        let file = SourceFile(path: "a.md", text: text)
        let document = MarkdownParser.parse(file: file).document
        for index in document.nodes.indices {
            for child in document.children(of: index) {
                let inner = document.nodes[child].range
                let outer = document.nodes[index].range
                #expect(
                    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound, "\(index) \(child)")
            }
        }
    }
}
