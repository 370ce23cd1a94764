import Catalog
import Testing

@testable import Linking

@Suite struct AbbreviationTests {
    private let terms = glossary(
        """
        - {id: fgos, name: ФГОС, expansion: федеральный государственный образовательный стандарт}
        - {id: fgos-noo, name: ФГОС НОО, expansion: стандарт начального образования}
        - {id: oo, name: ОО, aliases: [ООО], expansion: образовательная организация}
        - {id: album, name: Альбом, description: не сокращение}
        """)

    private func found(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Abbreviations(terms).matches(in: bytes).map { match in
            String(decoding: bytes[match.range], as: UTF8.self) + " → \(match.entry.entry.offset)"
        }
    }

    @Test func theLongestAbbreviationAtAPlaceWins() {
        #expect(found("По ФГОС НОО и ФГОС") == ["ФГОС НОО → 1", "ФГОС → 0"])
        #expect(found("ФГОС\u{A0}НОО, ФГОС\nНОО") == ["ФГОС\u{A0}НОО → 1", "ФГОС\nНОО → 1"])
        #expect(found("ФГОС, НОО") == ["ФГОС → 0"])
    }

    @Test func anAbbreviationIsAWordOfItsOwn() {
        #expect(found("ФГОСы, ООО-школа, фгос, Фгос, ЗООО").isEmpty)
        #expect(found("«ФГОС»; (ОО)/ООО.") == ["ФГОС → 0", "ОО → 2", "ООО → 2"])
    }

    @Test(arguments: ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{AD}\u{200B}"])
    func whatNobodySeesPartsNoWord(mark: String) {
        #expect(found("По Ф\(mark)ГОС Н\(mark)ОО, ОО") == ["Ф\(mark)ГОС Н\(mark)ОО → 1", "ОО → 2"])
        #expect(found("ФГОС\(mark), \(mark)ОО") == ["ФГОС → 0", "ОО → 2"])
        #expect(found("ФГОС\(mark)ы") == [])
        let names = MunicipalityNames(vocabulary("- {id: mr, name: Троицкий МР, full: Троицкий район}"))
        #expect(names.matches(in: Array("Тро\(mark)иц\(mark)кий рай\(mark)он".utf8)).map(\.entry) == [0])
    }

    @Test func anEntryWithoutAnExpansionIsNoAbbreviation() {
        #expect(found("Альбом").isEmpty)
        #expect(Abbreviations(Schema(vocabularies: [], kinds: [])).matches(in: Array("ФГОС".utf8)).isEmpty)
        let opening = Abbreviations(terms).markup(of: EntryReference(vocabulary: 0, entry: 2)).opening
        #expect(String(decoding: opening, as: UTF8.self) == "<abbr title=\"образовательная организация\">")
    }

    @Test func municipalitiesAreFoundByNameAndFullName() {
        let names = MunicipalityNames(
            vocabulary(
                """
                - {id: go, name: Троицкий ГО, full: Троицкий городской округ, aliases: [Троицк]}
                - {id: mr, name: Троицкий МР, full: Троицкий муниципальный район}
                """))
        let text = Array("Школа Троицка, Троицкий муниципальный район и Троицкий ГО; Троицкий".utf8)
        #expect(names.matches(in: text).map(\.entry) == [1, 0])
    }
}
