import Testing

@testable import Languages

@Suite struct NameFoldingTests {
    @Test(arguments: [
        ("Учитель. Школьная команда", "учитель. школьная команда"),
        ("ЁЛКА Ёж ёж", "елка еж еж"),
        ("АБВ ПРС ЯЮЭ", "абв прс яюэ"),
        ("«500+» “x” „y‟ \"z\"", "500+ x y z"),
        ("Каменск–Уральский — ГО", "каменск-уральский - го"),
        ("  много\t\n пробелов\u{A0}\u{202F} здесь  ", "много пробелов здесь"),
        ("Гимназия №5", "гимназия № 5"), ("Гимназия № 5", "гимназия № 5"),
        ("пере\u{AD}нос и нуле\u{200B}вая ширина", "перенос и нулевая ширина"),
        ("на\u{2060}зва\u{FEFF}ние\u{200E} \u{202B}с зна\u{2066}ками\u{2069}\u{202C}", "название с знаками"),
        ("MiXed Latin", "mixed latin"), ("already-folded-7", "already-folded-7"), ("", ""),
        ("日本 ñ", "日本 ñ"),
    ])
    func namesAreFoldedToWhatAPersonReads(name: String, folded: String) {
        #expect(NameFolding.fold(name) == folded)
    }

    @Test func lettersWrittenAsTwoCodePointsAreTheSameLetters() {
        #expect(NameFolding.fold("Озе\u{308}рскии\u{306}") == NameFolding.fold("Озёрский"))
    }

    @Test func foldingTwiceChangesNothing() {
        for name in ["«Ёлка»  №5", "Троицкий ГО", "А — б", "№ ", " №№1"] {
            let once = NameFolding.fold(name)
            #expect(NameFolding.fold(once) == once)
        }
    }
}
