import Diagnostics
import Testing

@Suite struct SuggestionTests {
    let names = NameSuggester([
        "Муниципальная группа", "Муниципальный методист", "Троицкий ГО", "Троицкий МР", "Чебаркульский ГО", "практика",
        "practice", "Щёлково",
    ])

    @Test func aSlipOfThePenFindsTheName() {
        #expect(names.nearest(to: "Муниципальная грппа").first == "Муниципальная группа")
        #expect(names.nearest(to: "практкиа") == ["практика"])
    }

    @Test func caseYoQuotesAndHyphensDoNotCount() {
        #expect(names.nearest(to: "«щелково»") == ["Щёлково"])
        #expect(names.nearest(to: "ТРОИЦКИЙ-го").first == "Троицкий ГО")
    }

    @Test func theWrongKeyboardLayoutIsUnderstood() {
        #expect(names.nearest(to: "ghfrnbrf") == ["практика"])
        #expect(names.nearest(to: "зкфсешсу") == ["practice"])
    }

    @Test func latinLookAlikesAreUnderstood() {
        // Latin «p», «a», «k» and «t».
        #expect(names.nearest(to: "пpaktиka") == ["практика"])
    }

    @Test func theBeginningOfANameFindsAllThatBeginSo() {
        #expect(names.nearest(to: "Троицкий") == ["Троицкий ГО", "Троицкий МР"])
    }

    @Test func nothingNearGivesNothing() {
        #expect(names.nearest(to: "астрономия").isEmpty)
        #expect(names.nearest(to: "").isEmpty)
        #expect(NameSuggester([String]()).nearest(to: "x").isEmpty)
    }
}
