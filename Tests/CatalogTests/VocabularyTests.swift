import Diagnostics
import TestSupport
import Testing

@testable import Catalog

private func load(_ text: String) -> (vocabulary: Vocabulary?, diagnostics: [Diagnostic]) {
    VocabularyLoader.load(SourceFile(path: "content/vocabularies/v.yml", text: text), id: "v")
}

@Suite struct VocabularyTests {
    let album = SmallAlbum()
    var municipalities: Vocabulary { album.schema.vocabularies[album.schema.vocabulary("municipalities")!] }

    @Test func theSmallAlbumHasNoFaults() {
        #expect(album.schemaDiagnostics.codes == [])
        #expect(album.schema.vocabularies.map(\.id.rawValue) == ["directions", "municipalities", "sources"])
        #expect(album.schema.kinds.map(\.id.rawValue) == ["document", "practice"])
    }

    @Test func aVocabularySaysWhatAllItsEntriesHaveInCommon() {
        let (vocabulary, diagnostics) = load("title: Словарь\ndescription: Пояснения — редакции.\nentries: []\n")
        #expect(vocabulary?.description == "Пояснения — редакции." && diagnostics.isEmpty)
        #expect(load("[]").vocabulary?.description == nil)
    }

    @Test func aVocabularySaysWhetherEditorsMayAddToIt() {
        let (vocabulary, diagnostics) = load("title: Организации\ngrows: да\nentries: []\n")
        #expect(vocabulary?.grows == true && diagnostics.isEmpty)
        #expect(load("title: Муниципалитеты\nentries: []\n").vocabulary?.grows == false)
        #expect(load("title: Организации\ngrows: иногда\nentries: []\n").diagnostics.codes == ["broken-vocabulary"])
    }

    @Test(arguments: [
        "troitsk-mr", "Троицкий МР", "троицкий мр", "Троицкий муниципальный район", "Троицкий район",
        "«Троицкий  район»",
    ])
    func anEntryIsFoundByEachOfItsNames(name: String) {
        #expect(municipalities.resolve(name) == .one(1))
    }

    @Test(arguments: ["Озёрский ГО", "Озерский го", "ОЗЁРСКИЙ\u{A0}ГО", "Озе\u{308}рский ГО"])
    func caseAndYoDoNotCount(name: String) {
        #expect(municipalities.resolve(name) == .one(2))
    }

    @Test func aBareNameOfTwoMunicipalitiesListsBoth() {
        let found = album.practice("municipalities: Троицкий").diagnostics
        #expect(found.codes == ["ambiguous-value"])
        #expect(found[0].candidates == ["Троицкий ГО", "Троицкий МР"])
    }

    @Test func aNameThatTwoEntriesShareIsAmbiguousAndHintedAt() {
        let (vocabulary, diagnostics) = load(
            "[{id: a, name: Первый, aliases: [Общий]}, {id: b, name: Второй, short: общий}]")
        #expect(vocabulary?.resolve("Общий") == .several([0, 1]))
        #expect(diagnostics.codes == ["doubled-name"] && diagnostics[0].related.count == 1)
    }

    /// Three municipalities of a region that is not there are one mistake, which names the regions that are.
    @Test func whatSeveralEntriesNameAndNoneHasIsToldOnce() {
        let files = [
            (
                "municipalities",
                "- {id: a, name: А МР, region: tula}\n- {id: b, name: Б МР, region: tula}\n- {id: c, name: В МР, region: tula}\n"
            ),
            ("regions", "- {id: tulskaia-oblast, name: Тульская область}\n- {id: perm, name: Пермский край}\n"),
        ].map { (id: VocabularyID($0.0), file: SourceFile(path: "content/vocabularies/\($0.0).yml", text: $0.1)) }
        let told = SchemaLoader.load(vocabularies: files, kinds: []).1.filter { $0.code == .unknownValue }
        #expect(told.count == 1 && told.first?.related.count == 2, "\(told)")
        #expect(told.first?.candidates == ["tulskaia-oblast", "perm"])
    }

    /// «Уфа» is near to no name and begins a word of one.
    @Test func namesThatHoldTheWordAreOfferedWhereNoneIsNear() {
        let (vocabulary, _) = load(
            (1...13).map { "- {id: v\($0), name: Местный-\($0) район}\n" }.joined()
                + "- {id: ufa, name: Городской округ город Уфа}\n")
        #expect(vocabulary?.suggestions(for: "Уфа") == ["Городской округ город Уфа"])
        #expect(vocabulary?.suggestions(for: "Уфалей") == [])
    }

    @Test func theNearestNamesAreOffered() {
        #expect(municipalities.suggestions(for: "Троицкий МРР").first == "Троицкий МР")
        #expect(album.schema.vocabularies[0].suggestions(for: "Pyfybt") == ["Знание"])
    }

    @Test func ofAShortListAllAreOfferedWhenNoneIsNear() {
        #expect(
            album.schema.vocabularies[0].suggestions(for: "Цирк") == ["Знание", "Здоровье", "Муниципальная группа"])
    }

    @Test func anIdThatStandsTwiceIsAnErrorAtTheSecond() {
        let text = MarkedText("entries:\n  - {id: ⟦a⟧, name: А}\n  - {id: ⟦a⟧, name: Б}\ntitle: В\n")
        let (vocabulary, diagnostics) = load(text.text)
        #expect(vocabulary?.entries.map(\.name) == ["А"])
        #expect(diagnostics.codes == ["duplicate-entry"])
        #expect(diagnostics[0].location.range == text.ranges[1] && diagnostics[0].related[0].range == text.ranges[0])
    }

    @Test func twoInOneCellOfTheMapAreAnErrorAtTheSecond() {
        let text = MarkedText(
            "entries:\n  - {id: ⟦a⟧, name: А, tile: [2, 3]}\n  - {id: b, name: Б, tile: ⟦[2, 3]⟧}\n"
                + "  - {id: c, name: В, tile: [3, 2]}\ntitle: В\n")
        let (vocabulary, diagnostics) = load(text.text)
        #expect(vocabulary?.entries.count == 3)
        #expect(diagnostics.codes == ["shared-tile"])
        #expect(diagnostics[0].arguments == ["2", "3", "А", "Б"])
        #expect(diagnostics[0].location.range?.lowerBound == text.ranges[1].lowerBound)
        #expect(diagnostics[0].related.map(\.range) == [text.ranges[0]])
    }

    @Test func everythingOfAnEntryIsRead() throws {
        let entry = try #require(
            load(
                """
                - {id: a-1, name: А, full: Аа, short: а., aliases: [А1], group: Г, type: ГО, tile: [6, 9], number: 3,
                   valid: {from: 2017, to: май 2023}, url: "https://example.org", description: Д, expansion: Р}
                """
            ).vocabulary?.entries.first)
        #expect(entry.allNames == ["a-1", "А", "Аа", "а.", "А1"])
        #expect(entry.tile == TilePosition(column: 6, row: 9) && entry.number == 3 && entry.expansion == "Р")
        #expect(
            entry.valid?.from?.start?.description == "2017-01-01" && entry.valid?.to?.end?.description == "2023-05-31")
    }

    @Test(arguments: [
        ("- {id: ⟦Знание⟧, name: З}", "broken-vocabulary"), ("- ⟦{⟧id: a}", "broken-vocabulary"),
        ("- ⟦просто текст⟧", "broken-vocabulary"), ("⟦текст⟧", "broken-vocabulary"),
        ("⟦t⟧itle: Т", "broken-vocabulary"),
        ("- {id: a, name: ⟦[⟧б, в]}", "broken-vocabulary"), ("- {id: a, name: А, tile: ⟦[⟧0, 1]}", "broken-vocabulary"),
        ("- {id: a, name: А, number: ⟦много⟧}", "broken-vocabulary"), ("- {id: a, ⟦nme⟧: А, name: Б}", "unknown-field"),
        ("- {id: a, name: А, region: chelyabinsk, valid: {from: ⟦давно⟧}}", "broken-vocabulary"),
    ])
    func aFaultIsReportedWhereItStands(marked: String, code: String) {
        let text = MarkedText(marked)
        let found = load(text.text).diagnostics
        #expect(found.codes == [code])
        #expect(found.first?.location.range == text.ranges[0])
    }

    @Test func anEntryOfAnUnknownRegionIsReported() {
        let found = SmallAlbum(
            vocabularies: [
                "towns": "[{id: a, name: А, region: mars, parent: b}]", "regions": "[{id: ural, name: Урал}]",
            ],
            kinds: []
        ).schemaDiagnostics
        #expect(found.map { Array($0.arguments.prefix(2)) } == [["b", "towns"], ["mars", "regions"]])
    }
}
