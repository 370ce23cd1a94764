import Diagnostics
import TestSupport
import Testing

@testable import Catalog

/// Former names and successors of entries: in the vocabulary, and where materials name what was before.
@Suite struct EntryHistoryTests {
    private static let towns = """
        title: Города
        axis: true
        entries:
          - {id: asha-mo, name: Ашинский МО, was: [{name: Ашинский МР, to: 2023}, asha-mr], valid: {from: 2024}}
          - {id: miass, name: Миасский ГО, was: [Миасс], valid: {from: 2010}}
          - {id: ozersk, name: Озёрский ГО, was: [Сороковка]}
          - {id: sim-gp, name: Симское ГП, valid: {to: 2022}, successor: sim-go}
          - {id: sim-go, name: Симский ГО, valid: {to: 30 июня 2024}, successor: asha-mo}
          - {id: mars, name: Марс, valid: {to: май 2020}}
          - {id: left, name: Левый, was: [Единый]}
          - {id: right, name: Правый, was: [Единый]}
        """
    private static let kind = """
        id: practice
        folder: practices
        name: {one: практика, few: практики, many: практик}
        fields:
          title: {label: Название, type: text, required: true}
          date: {label: Дата, type: period}
          period: {label: Период, type: period}
          towns: {label: Города, type: references, to: towns}
        """
    private let album = SmallAlbum(vocabularies: ["towns": towns], kinds: [kind])
    private var towns: Vocabulary { album.schema.vocabularies[0] }

    private func told(_ names: String, _ lines: String) -> [Diagnostic] {
        album.read(["practices/a.md": "---\ntitle: А\ntowns: [\(names)]\n\(lines)\n---\nТекст.\n"]).diagnostics
            .filter { $0.code.name != "missing-summary" }
    }

    @Test func theVocabularyHasNoFaults() { #expect(album.schemaDiagnostics.codes == []) }

    @Test(arguments: [("Ашинский МР", 0), ("asha-mr", 0), ("ашинский  мр", 0), ("Сороковка", 2), ("Симское ГП", 3)])
    func anEntryIsFoundByAFormerNameOrID(name: String, entry: Int) {
        #expect(towns.resolve(name) == .one(EntryIndex(entry)))
    }

    @Test func aFormerNameOfTwoEntriesIsAmbiguous() {
        #expect(towns.resolve("Единый") == .several([6, 7]))
        #expect(told("Единый", "date: 2024").codes == ["ambiguous-value"])
    }

    @Test func entriesKnowWhatTheyTookOver() {
        #expect(towns.history(of: 3).successor == 4 && towns.history(of: 4).predecessors == [3])
        #expect(towns.history(of: 0).predecessors == [4] && towns.history(of: 5).successor == nil)
    }

    @Test(arguments: [
        ("Ашинский МР", "date: 12 марта 2024", "former-name 2024 Ашинский МО"),
        ("Ашинский МР", "date: 2023", ""), ("asha-mr", "date: 2024", ""), ("Ашинский МО", "date: 2010", ""),
        ("Ашинский МР", "", ""), ("Ашинский МР", "period: 2024-2025", "former-name 2024 Ашинский МО"),
        ("Ашинский МР", "period: 2023-2025", ""),
        // Without an end of its own a former name ends where the one of today begins.
        ("Миасс", "date: 2012", "former-name 2010 Миасский ГО"), ("Миасс", "date: 2009", ""),
        ("Сороковка", "date: 2024", ""),
        ("Симское ГП", "date: 2022", ""), ("Симское ГП", "date: май 2023", "ended-entry 2023 Симский ГО"),
        ("Симское ГП", "date: 1 июля 2024", "ended-entry 01.07.2024 Ашинский МО"),
        ("Симский ГО", "date: 1 июля 2024", "ended-entry 01.07.2024 Ашинский МО"),
        ("Симский ГО", "date: 30 июня 2024", ""), ("Симский ГО", "date: до 1 июля 2025", ""),
        ("Марс", "date: июнь 2020", "ended-entry 31.05.2020"),
    ])
    func whatIsPastIsToldWhereTheDateSaysSo(name: String, lines: String, expected: String) {
        let found = told(name, lines)
        #expect(
            found.map { ([$0.code.name] + $0.arguments.dropFirst()).joined(separator: " ") }
                == (expected.isEmpty ? [] : [expected]))
        #expect(found.allSatisfy { $0.severity == .hint })
    }

    @Test func itIsToldOnceOfEachEntry() {
        #expect(
            told("Симское ГП, Марс, sim-gp", "date: 2024").codes == ["ended-entry", "ended-entry", "doubled-value"])
    }

    @Test(arguments: [
        ("- {id: a, name: А, valid: {to: 2020}, successor: ⟦b⟧}", "unknown-successor"),
        ("- {id: a, name: А, valid: {to: 2020}, successor: ⟦a⟧}", "successor-circle"),
        ("- {id: a, name: А, successor: ⟦b⟧}\n- {id: b, name: Б}", "endless-entry"),
        ("- {id: a, name: А, was: [⟦Б⟧]}\n- {id: b, name: Б}", "former-name-taken"),
        ("- {id: a, name: А, was: [⟦b⟧]}\n- {id: b, name: Б}", "former-name-taken"),
        ("- {id: a, name: А, was: [⟦[⟧Б]]}", "broken-vocabulary"),
        ("- {id: a, name: А, was: [⟦{⟧to: 2020}]}", "broken-vocabulary"),
        ("- {id: a, name: А, was: [{name: Б, to: ⟦давно⟧}]}", "broken-vocabulary"),
        ("- {id: a, name: А, was: [{name: Б, ⟦till⟧: 2020}]}", "unknown-field"),
    ])
    func aFaultIsToldWhereItStands(marked: String, code: String) {
        let text = MarkedText(marked)
        let found = load(text.text).diagnostics
        #expect(found.codes == [code])
        #expect(found.first?.location.range == text.ranges[0])
    }

    @Test func aCircleIsToldOnceAndHasNoSuccessors() {
        let (vocabulary, found) = load(
            """
            - {id: a, name: А, valid: {to: 2020}, successor: b}
            - {id: b, name: Б, valid: {to: 2020}, successor: c}
            - {id: c, name: В, valid: {to: 2020}, successor: b}
            """)
        #expect(found.map { $0.arguments[0] } == ["b → c → b"])
        #expect((0..<3).map { vocabulary?.history(of: EntryIndex($0)).successor } == [1, nil, nil])
    }

    @Test func aNameInPlaceOfAnIDIsSuggestedAsTheID() {
        let found = load("- {id: a, name: А, valid: {to: 2020}, successor: Второй}\n- {id: b, name: Второй}")
        #expect(found.diagnostics[0].candidates == ["b"])
    }

    /// One that was taken means the entry of today.
    @Test func aNameOfTodayGoesBeforeAFormerOne() {
        #expect(load("- {id: a, name: А, was: [Б]}\n- {id: b, name: Б}").vocabulary?.resolve("Б") == .one(1))
    }

    private func load(_ text: String) -> (vocabulary: Vocabulary?, diagnostics: [Diagnostic]) {
        VocabularyLoader.load(SourceFile(path: "content/vocabularies/v.yml", text: text), id: "v")
    }
}
