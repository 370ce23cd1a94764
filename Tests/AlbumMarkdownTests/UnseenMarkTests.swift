import Testing

@testable import AlbumMarkdown

/// Blanks that nobody sees break markup: this is told, once for each mark.
@Suite struct UnseenMarkTests {
    @Test(arguments: [
        ("-\u{A0}раз\n-\u{A0}два", "unseen-blank: -\u{A0}раз"),
        ("\u{200B}- раз\n\u{200B}- два", "unseen-blank: \u{200B}- раз"),
        ("1.\u{A0}Раз\n2.\u{A0}Два", "unseen-blank: 1.\u{A0}Раз"),
        ("Так\n\n\u{FEFF}1. Раз", "unseen-blank: \u{FEFF}1. Раз"),
        ("\u{A0}> так", "unseen-blank: \u{A0}> так"), ("\u{A0}* раз", "unseen-blank: \u{A0}* раз"),
        ("\u{2060}```", "unseen-blank: \u{2060}```"), ("- раз\n-\u{A0}два", "unseen-blank: -\u{A0}два"),
    ])
    func markupThatABlankBreaksIsTold(text: String, expected: String) {
        #expect(problems(text).first == expected)
    }

    @Test func oneIsToldForEachMarkAndFile() {
        let parsed = read("-\u{A0}раз\n-\u{A0}два\n\nТекст\n\n-\u{A0}три\n\n1.\u{A0}четыре")
        #expect(parsed.diagnostics.map(\.arguments) == [["-", "3"], ["1.", "1"]])
    }

    @Test(arguments: [
        "—\u{A0}Да, — сказал он.", "*\u{A0}по данным школ", "5\u{A0}м, 10\u{A0}кг", "\u{AD}слово", "1.\u{A0}5 раз",
        "- раз\u{A0}два", "«-\u{A0}»", "–\u{A0}так", "\u{A0}так и было", "+7\u{A0}351",
    ])
    func whatBreaksNoMarkupIsNotTold(text: String) {
        #expect(problems(text) == [])
    }

    @Test func anchorsPassOverWhatNobodySees() {
        #expect(read("## Ре\u{AD}зуль\u{200B}та\u{2060}ты").outline.map(\.anchor) == ["rezultaty"])
    }
}
