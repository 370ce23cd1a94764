import Testing

@testable import Languages

@Suite struct SoftHyphenTests {
    private func parted(_ word: String) -> String { SoftHyphens.inText(word).replacing("\u{AD}", with: "-") }

    private func page(_ html: String) -> String {
        String(decoding: SoftHyphens.inPage(Array(html.utf8)), as: UTF8.self)
            .replacing("\u{AD}", with: "-").replacing("\u{A0}", with: "_")
    }

    @Test(arguments: [
        "Испол-ни-тели", "Совер-шен-ство-ва-ние", "инди-ви-ду-аль-ного", "Про-фес-си-ональ-ная", "муни-ци-паль-ными",
        "объ-еди-не-ние", "раз-ра-ботка", "без-опас-ность", "меж-ве-дом-ствен-ный", "трёх-этаж-ного",
        "МЕЖ-МУ-НИ-ЦИ-ПАЛЬ-НЫЙ",
    ]) func aLongWordIsPartedAsInBooks(expected: String) {
        #expect(parted(expected.replacing("-", with: "")) == expected)
    }

    @Test func everyPartHasAVowelAndEndsAreNotTornOff() {
        let words = [
            "взаимозависимость", "Минпросвещения", "Верхнеуфалейского", "агентство-производитель", "здравствующего",
            "здоровьесбережение",
        ]
        for word in words {
            let parts = parted(word).split(separator: "-")
            #expect(parts.count > 1, "\(word)")
            #expect(parts.allSatisfy { $0.contains { "аеёиоуыэюяАЕЁИОУЫЭЮЯ".contains($0) } }, "\(parts)")
            #expect(parts[0].count >= 3 && parts[parts.count - 1].count >= 3, "\(parts)")
            #expect(parts.allSatisfy { !"йьъы".contains($0.first ?? "-") }, "\(parts)")
        }
    }

    @Test(arguments: [
        "Сроки", "ЧИППКРОДПО", "workshopping", "2023-2024", "", "методология.рф", "почта@образование",
        "образование_2024",
    ]) func whatNeedsNoHyphenHasNone(text: String) {
        #expect(SoftHyphens.inText(text) == text)
    }

    @Test func tagsAttributesAndCodeStayAsTheyAre() {
        #expect(
            page("<td data-label=\"Исполнители\"><a href=\"исполнители\">Исполнители</a> &lt;")
                == "<td data-label=\"Исполнители\"><a href=\"исполнители\">Испол-ни-тели</a> &lt;")
        for element in ["script", "style", "title", "textarea", "option", "code", "pre", "kbd", "samp", "svg"] {
            let untouched = "<\(element) a=\"b\">Исполнители в <b>Исполнители</b></\(element)>"
            #expect(page(untouched + "<p>Исполнители") == untouched + "<p>Испол-ни-тели")
        }
        #expect(page("<precious>Исполнители</precious>") == "<precious>Испол-ни-тели</precious>")
        #expect(page("<code>Исполнители") == "<code>Исполнители")
        #expect(page("<p>Исполнители <") == "<p>Испол-ни-тели <")
    }

    @Test func noPrepositionIsLeftAloneAndNoDashBeginsALine() {
        #expect(page("<p>О школе и в классе — за год, № 12") == "<p>О_школе и_в_классе_— за_год, №_12")
        #expect(page("(в классе) «и школа», дело о деле") == "(в_классе) «и_школа», дело о_деле")
        #expect(page("школа их знает") == "школа их знает")
        #expect(page("мы 5 — 6") == "мы 5_— 6")
        #expect(page("а  б") == "а  б")
    }

    @Test func yearsWithADashStayTogetherAndSoDoYearsAndTheirWord() {
        #expect(page("<p>2016–2018 гг. и 2023 г.") == "<p><span class=\"whole\">2016–2018</span>_гг. и_2023_г.")
        #expect(
            page("классы 9–11, 2–3–4") == "классы <span class=\"whole\">9–11</span>, <span class=\"whole\">2–3</span>–4"
        )
        #expect(page("<a href=\"2016–2018\">май–июнь") == "<a href=\"2016–2018\">май–июнь")
        #expect(page("<title>2016–2018 г.</title>") == "<title>2016–2018 г.</title>")
        #expect(page("89120000000–89120000001") == "89120000000–89120000001")
        #expect(page("5 гор, 5 год.") == "5 гор, 5 год.")
    }

    /// What is known of words stands in few places, which many words share.
    @Test func aWordIsPartedAlikeWhateverStoodBeforeIt() {
        var random = SystemRandomNumberGenerator()
        let syllables = ["об", "ра", "зо", "ва", "тель", "ность", "ми", "стра", "ё", "муни", "ци", "паль", "ще", "го"]
        let words = (0..<20_000).map { _ in
            (0..<Int.random(in: 3...9, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "" }
                .joined()
        }
        let alone = words.map(parted)
        #expect(words.reversed().map(parted) == alone.reversed())
        #expect(parted(words.joined(separator: " ")) == alone.joined(separator: " "))
        #expect(
            words.shuffled().prefix(500).allSatisfy {
                parted($0.uppercased()) == parted($0).uppercased() || $0.count < 12
            })
    }

    @Test func nothingButMarksIsAdded() {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "в", " ", "образовательный", "<b>", "</b>", "—", "«", "№", "1", "<code>", "</code>", "\u{AD}", "я", ".",
            "ё", "–", "2023", "г.",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let marked = String(decoding: SoftHyphens.inPage(Array(text.utf8)), as: UTF8.self)
            func plain(_ text: String) -> String {
                text.replacing("\u{AD}", with: "").replacing("\u{A0}", with: " ").replacing(
                    "<span class=\"whole\">", with: ""
                ).replacing("</span>", with: "")
            }
            #expect(plain(marked) == plain(text))
        }
    }
}
