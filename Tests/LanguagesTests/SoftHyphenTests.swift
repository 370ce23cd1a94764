import Testing

@testable import Languages

@Suite struct SoftHyphenTests {
    private func parted(_ word: String) -> String { SoftHyphens.inText(word).replacing("\u{AD}", with: "-") }

    @Test(arguments: [
        ("Исполнители", "Испол-ните-ли"), ("Совершенствование", "Совер-шенст-вова-ние"),
        ("индивидуального", "инди-виду-аль-ного"), ("Профессиональная", "Про-фес-сио-наль-ная"),
        ("муниципальными", "муни-ципаль-ными"), ("объединение", "объ-еди-нение"), ("подъездной", "подъ-езд-ной"),
    ]) func aLongWordIsPartedBySyllables(word: String, expected: String) {
        let letters = parted(word)
        #expect(letters.replacing("-", with: "") == word)
        #expect(letters.split(separator: "-").allSatisfy { $0.count >= 2 })
        let first = expected.split(separator: "-")[0]
        #expect(letters.hasPrefix("\(first)-"), "\(letters)")
    }

    @Test func everyPartHasAVowelAndEndsAreNotTornOff() {
        let words = [
            "взаимозависимость", "Минпросвещения", "Верхнеуфалейского", "агентство-производитель", "здравствующего",
        ]
        for word in words {
            let parts = parted(word).split(separator: "-")
            #expect(parts.count > 1, "\(word)")
            #expect(parts.allSatisfy { $0.contains { "аеёиоуыэюяАЕЁИОУЫЭЮЯ".contains($0) } }, "\(parts)")
            #expect(parts[0].count >= 3 && parts[parts.count - 1].count >= 3, "\(parts)")
            #expect(parts.allSatisfy { !"йьъы".contains($0.first ?? "-") }, "\(parts)")
        }
    }

    @Test(arguments: ["Сроки", "ЧИППКРОНАЦИЯ", "workshopping", "2023-2024", ""]) func whatNeedsNoHyphenHasNone(
        text: String
    ) {
        #expect(SoftHyphens.inText(text) == text)
    }

    @Test func tagsAndTextOutsideOfTablesStayAsTheyAre() {
        let cell = "<td data-label=\"Исполнители\"><a href=\"исполнители\">Исполнители</a> &lt;"
        let html = "<p>Исполнители</p><table><tr>\(cell)</tr></table><p>Исполнители</p>"
        let expected = html.replacing(">Исполнители</a>", with: ">Испол\u{AD}нители</a>")
        #expect(
            SoftHyphens.inTables(html).replacing("ни\u{AD}те", with: "ните").replacing("ните\u{AD}", with: "ните")
                == expected)
        #expect(SoftHyphens.inTables("<p>Исполнители") == "<p>Исполнители")
        #expect(SoftHyphens.inTables("<table>Исполнители").contains("\u{AD}"))
    }
}
