import Testing

@testable import AlbumMarkdown

/// An unseen character is told however it is written: raw ones are found when a file is loaded, these in its text.
@Suite struct SpelledCharacterTests {
    @Test(arguments: [
        ("Так &#1; и так", ["control-character: &#1;"]), ("&#x7f; и &#X7F;", ["control-character: &#x7f;"]),
        ("[так](&#x1;а)", ["control-character: &#x1;"]), ("![так](а.png \"&#8;\")", ["control-character: &#8;"]),
        ("| а |\n| - |\n| &#x85; |", ["control-character: &#x85;"]),
        ("Так &#xFFFE;", ["control-character: &#xFFFE;"]),
        ("а &#x202E; б", ["direction-mark: &#x202E;"]), ("&#000001; `&#1;`", ["control-character: &#000001;"]),
    ])
    func oneThatIsSpelledIsTold(text: String, expected: [String]) {
        #expect(problems(text).filter { $0.contains("&#") } == expected)
    }

    @Test(arguments: [
        "`&#1;`", "    &#1;", "&#160; &#13; &#10; &#9;", "&#1", "&#x;", "&#+1;", "&#-1;", "&# 1;", "\\&#1;",
        "&#123456789;",
    ])
    func whatSpellsNoneIsNotTold(text: String) {
        #expect(problems(text) == [])
    }

    @Test func oneInAHeadingIsTold() {
        #expect(problems("## Так &#xFFFF;") == ["control-character: &#xFFFF;"])
    }

    @Test(arguments: ["а&#1;б", "а&#x85;б", "а&#xFFFE;б", "[а](<b&#2;>)", "![а&#31;](b.png)"])
    func noneComesIntoThePage(text: String) {
        let html = page(text).utf8
        #expect(
            String(validating: html, as: UTF8.self)?.unicodeScalars.allSatisfy { $0 >= " " || $0 == "\n" } == true,
            "\(html)")
        #expect(!html.contains(0x7F))
    }

    @Test func eachIsCounted() {
        #expect(read("&#1; &#x1; &#2;").diagnostics.map(\.arguments) == [["0001", "2"], ["0002", "1"]])
    }
}
