import Testing

@testable import Catalog

@Suite struct KindNameTests {
    private static let kinds = [
        "id: practice\nfolder: practices\nname: {one: практика, few: практики, many: практик}\ntitle: Практики\n",
        "id: roadmap\nfolder: roadmaps\nname: {one: дорожная карта, few: дорожные карты, many: дорожных карт}\n"
            + "aliases: [план]\n",
        "id: document\nname: {one: документ, few: документа, many: документов}\naliases: [приказ, письмо, план работы]\n",
        "id: event\nname: {one: событие, few: события, many: событий}\naliases: [план]\n",
    ]

    private let schema = SmallAlbum(kinds: kinds).schema

    private func found(_ text: String) -> [String] {
        KindNames(schema.kinds).resolve(text).map { schema.kinds[$0].id.rawValue }.sorted()
    }

    @Test(arguments: [
        ("practice", "practice"), ("PRACTICE", "practice"), ("practices", "practice"), ("Практики", "practice"),
        ("практику", "practice"), ("ПРАКТИКАМИ", "practice"), ("дорожную карту", "roadmap"),
        ("Дорожных  карт", "roadmap"), ("дорожная-карта", "roadmap"), ("приказ", "document"), ("приказы", "document"),
        ("письмом", "document"), ("документов", "document"), ("событие", "event"), ("событий", "event"),
        ("событиями", "event"), ("план работы", "document"),
    ])
    func aKindIsFoundByAnyOfItsNamesInAnyForm(name: String, kind: String) {
        #expect(found(name) == [kind])
    }

    @Test func aNameOfTwoKindsGivesBothAndAnotherWordNone() {
        #expect(found("планы") == ["event", "roadmap"])
        for word in ["", "практикум", "прак", "карта", "документация", "praktika"] { #expect(found(word) == []) }
    }

    @Test func aFieldThatANewOneCannotBeginWithIsTold() {
        let faults = SmallAlbum(kinds: ["id: one\nnew: [date, dat]\n"]).schemaDiagnostics
        #expect(faults.codes == ["broken-kind"])
        #expect(faults.first?.candidates.first == "date")
    }

    @Test func anExampleForAFieldThatTheKindLacksIsTold() {
        let faults = SmallAlbum(kinds: ["id: one\nexamples: {title: Квест, sumary: Что это}\n"]).schemaDiagnostics
        #expect(faults.codes == ["broken-kind"])
        #expect(faults.first?.candidates.first == "summary")
    }
}
