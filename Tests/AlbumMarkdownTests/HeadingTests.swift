import AlbumMarkdown
import Languages
import Testing

@Suite struct HeadingTests {
    @Test func anchorsAreTransliteratedAndUnique() {
        let outline = read("## Сроки\n## Сроки 2\n## Сроки\n### *Ещё* `код` & [ссылка](a.md)\n## …\n## Сроки\n").outline
        #expect(outline.map(\.anchor) == ["sroki", "sroki-2", "sroki-3", "eshche-kod-ssylka", "section", "sroki-4"])
        #expect(outline.map(\.level) == [2, 2, 2, 3, 2, 2])
        #expect(outline[3].text == "Ещё код & ссылка")
    }

    @Test func headingsCarryTheirAnchorAndALinkToThemselves() {
        let expected = """
            <h2 id="p-sroki">Сроки <a class="heading-link" href="#p-sroki" aria-label="Ссылка на этот раздел">#</a></h2>

            """
        #expect(page("## Сроки") { ($0.linksHeadings, $0.anchorPrefix) = (true, "p-") } == expected)
    }

    @Test func aFirstLevelHeadingMovesAllOthersDownAndIsReported() {
        #expect(page("# A\n## B\n") == "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n")
        #expect(problems("# A\n## B\n") == ["top-heading: # A"])
    }

    @Test func aSkippedLevelIsReported() {
        #expect(problems("## A\n#### B\n## C\n### D\n") == ["skipped-heading-level: #### B"])
        #expect(problems("### A\n") == ["skipped-heading-level: ### A"])
    }

    @Test func levelsCanBeMovedForAPageOfSeveralDocuments() {
        #expect(page("## A\n###### B\n") { $0.headingShift = 1 } == "<h3 id=\"a\">A</h3>\n<h6 id=\"b\">B</h6>\n")
    }

    @Test(arguments: [
        ("Щучий ключ, 2-й этап", "shchuchii-kliuch-2-i-etap"), ("ОБЪЕЗД", "obieezd"), ("Ёжик и йод", "ezhik-i-iod"),
        ("жхцчшщъыьэюя", "zhkhtschshshchieyeiuia"), ("Café — №1", "caf-1"), ("й", "i"), ("", ""), ("«…»", ""),
    ])
    func transliterationFollowsThePassportRules(_ text: String, _ slug: String) {
        #expect(Transliteration.slug(text) == slug)
    }

    @Test func anchorsOfTenThousandEqualHeadingsAreAllDifferent() {
        let anchors = read(String(repeating: "## Раздел\n", count: 10_000)).outline.map(\.anchor)
        #expect(Set(anchors).count == 10_000)
        #expect(anchors.last == "razdel-10000")
    }
}
