import AlbumMarkdown
import Testing

@Suite struct TableTests {
    @Test func aTableIsMarkedUpWithScopesAndClasses() {
        #expect(
            page("| Срок | Итог |\n|:-:|--:|\n| май | 5 |\n") == """
                <div class="table-scroll" tabindex="0">
                <table>
                <thead>
                <tr>
                <th scope="col" class="align-center">Срок</th>
                <th scope="col" class="align-right">Итог</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="align-center">май</td>
                <td class="align-right">5</td>
                </tr>
                </tbody>
                </table>
                </div>

                """)
    }

    @Test func aTableStandsInsideAListInsideAQuote() {
        let text = "> - | a | b |\n>   |---|---|\n>   | 1 | 2 |\n"
        #expect(page(text).contains("<td>2</td>"))
        #expect(page(text).contains("<blockquote>\n<ul>\n<li>\n<div"))
    }

    @Test func cellsPointAtTheirSource() {
        let text = "> - | a |  b c  |\n>   |---|---|\n>   | `x\\|y` | **z** и [q](r) |\n>   | - |\n"
        let cells = sources(text) { if case .tableCell = $0 { true } else { false } }
        #expect(cells == ["a", "b c", "`x\\|y`", "**z** и [q](r)", "-", ""])
        #expect(sources(text) { if case .link = $0 { true } else { false } } == ["[q](r)"])
        #expect(sources(text) { if case .text = $0 { true } else { false } } == ["a", "b c", "z", " и ", "q", "-"])
    }

    @Test func positionsAfterEscapedPipesStayTrue() {
        let text = "| a |\n|---|\n| x\\|y\\|z **b** ~~c~~ |\n"
        #expect(sources(text) { $0 == .strong } == ["**b**"])
        #expect(sources(text) { $0 == .strikethrough } == ["~~c~~"])
    }

    @Test func aCellThatLooksLikeABlockIsText() {
        let text = "| a | b | c |\n|---|---|---|\n| - | # x | > y |\n| 1. | ``` | ***\n"
        for cell in ["<td>-</td>", "<td># x</td>", "<td>&gt; y</td>", "<td>1.</td>", "<td>```</td>", "<td>***</td>"] {
            #expect(page(text).contains(cell))
        }
    }

    @Test func cellsKnowTheReferencesOfTheDocument() {
        let text = "| [a] |\n|---|\n| [b][x] |\n\n> [a]: one.md\n\n- [X]: two.md 'T'\n\n```\n[c]: no.md\n```\n"
        #expect(page(text).contains("<a href=\"one.md\">a</a>"))
        #expect(page(text).contains("<a href=\"two.md\" title=\"T\">b</a>"))
    }

    @Test func aReferenceBeforeTheTableDoesNotMoveItsCells() {
        let text = "[a]: one.md\n[b]:\n  two.md\n| x | [a] |\n|---|---|\n| y | [b] |\n"
        #expect(sources(text) { if case .tableCell = $0 { true } else { false } } == ["x", "[a]", "y", "[b]"])
    }

    @Test func linesBeforeTheHeaderStayAParagraph() {
        let text = "Таблица *ниже*\nшапка | b\n---|---\n1 | 2\n"
        #expect(page(text).hasPrefix("<p>Таблица <em>ниже</em></p>\n<div"))
        #expect(page(text).contains("<th scope=\"col\">шапка</th>"))
    }

    @Test func aPipeInAWikiLinkIsEscapedInATable() {
        let text = "| a |\n|---|\n| [[order\\|приказ]] |\n"
        #expect(read(text).links.map(\.destination) == ["order"])
        #expect(page(text).contains(">приказ<"))
    }

    @Test func aWikiLinkKeepsItsPipeInATable() {
        let text = "| a | b |\n|---|---|\n| [[order|приказ]] | [[x | [[[y|z]] |\n"
        #expect(read(text).links.map(\.destination) == ["order"])
        #expect(sources(text) { if case .tableCell = $0 { true } else { false } }[2...] == ["[[order|приказ]]", "[[x"])
        #expect(problems(text) == ["open-wiki-link: [[", "surplus-cell: [[[y|z]]"])
    }

    @Test func aCellThatIsNotShownIsReported() {
        #expect(problems("| a |\n|---|\n| b | c | d |\n") == ["surplus-cell: c | d"])
        #expect(problems("- > a|b\n  > -|-\n  > c|d|e\n") == ["surplus-cell: e"])
        #expect(problems("| a | b |\n|---|---|\n| c | |\n| c | | |\n||\n| c | d \\| e |\n").isEmpty)
    }

    @Test func aTextRightUnderATableIsToldAsThat() {
        let told = problems("| a | b |\n|---|---|\n| c | d |\nТекст.\n")
        #expect(told.count == 1 && told[0].hasPrefix("text-in-table"))
        #expect(problems("| a | b |\n|---|---|\n| c | d |\n\nТекст.\n").isEmpty)
        #expect(problems("| a |\n|---|\n| c |\nd\n").isEmpty)
    }

    @Test func aRowThatIsTooShortIsReported() {
        #expect(problems("| a | b | d |\n|---|---|---|\n| c |\n").first?.hasPrefix("missing-cells") == true)
        #expect(problems("a|b\n-|-\nc\n").count == 1)
        #expect(problems("a|b\n-|-\nc|\n |d\n").count == 1)
    }

    @Test func alignmentsAreReadOffTheHeader() {
        let document = read("|a|b|c|\n|:-|-|-:|\n").document
        #expect(document.alignments(ofTable: 1) == [.left, .none, .right])
    }

    @Test func manyShortRowsUnderAWideHeaderDoNotFillTheMemory() {
        let text =
            String(repeating: "|a", count: 5000) + "|\n" + String(repeating: "|-", count: 5000) + "|\n"
            + String(repeating: "|\n", count: 5000)
        #expect(read(text).document.nodes.count < 200_000)
    }

    @Test func blanksThatNobodySeesStandAroundCellsWithoutHarm() {
        let plain = page("| а | б |\n|---|---|\n| 1 |  |")
        #expect(
            page("\u{200B}| а | б |\n\u{A0}|---|---|\u{A0}\n\u{FEFF}|\u{A0}1\u{2060} | \u{A0}\u{AD} |\u{200B}") == plain
        )
        #expect(problems("\u{200B}| а | б |\n\u{A0}|---|---|\n| 1 | «так» |") == [])
    }
}
