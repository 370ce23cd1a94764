import Diagnostics
import TestSupport
import Testing

@testable import Catalog

@Suite struct ColumnHeadTests {
    private let definition: TableDefinition = {
        let text = """
            id: roadmap
            tables:
              events:
                heading: Мероприятия
                key: name
                columns:
                  name: {label: Наименование мероприятия, aliases: [Мероприятие], type: markdown, required: true}
                  executors: {label: Исполнители, aliases: [Ответственные], type: list}
                  term: {label: Сроки, aliases: [Срок], type: period}
                views: [calendar]
            """
        return SmallAlbum(kinds: [text]).schema.kinds[0].tables[0]
    }()

    private func read(_ titles: [String]) -> ColumnHeads {
        let place = SourceLocation(path: "a.csv")
        return ColumnHeads(titles.map { ColumnHeads.Head(title: $0, place: place) }, definition, row: place)
    }

    @Test(arguments: [
        ["Наименование мероприятия", "Исполнители", "Сроки"], ["МЕРОПРИЯТИЕ:", "Ответственные", "срок."],
        ["№ п/п", "Мероприятие", "Срок"], ["№", "Наименование\nмероприятия", "Сроки;"], ["1. Мероприятие", "2. Сроки"],
        ["п/п", "Мероприятие", "Сроки"], ["N п/п", "Мероприятие", "Сроки", ""], ["№№ п/п", "Мероприятие", "Сроки"],
    ])
    func whatIsKnownIsNotTold(titles: [String]) {
        let heads = read(titles)
        #expect(heads.diagnostics.isEmpty, "\(heads.diagnostics.map(\.arguments))")
        #expect(heads.positions.contains(0) && heads.positions.contains(2))
    }

    @Test func whatStandsInBracketsIsTold() {
        let heads = read(["Мероприятие", "Сроки (дата)"])
        #expect(heads.positions == [0, 2] && heads.diagnostics.codes == ["near-column"])
        #expect(heads.diagnostics[0].arguments == ["Сроки (дата)", "Сроки"])
    }

    @Test(arguments: [
        (["Мероприятие", "Срки"], "Сроки"), (["Мероприятие", "Планируемый срок выполнения"], "Сроки"),
        (["Мероприятие", "Когда"], "Сроки"), (["Что делаем", "Сроки"], "Наименование мероприятия"),
        (["Мероприятие", "Исполнитель", "Сроки"], "Исполнители"),
    ])
    func anUnknownHeadIsToldOnceWithTheColumnThatItStandsFor(titles: [String], label: String) {
        let heads = read(titles)
        #expect(heads.diagnostics.codes == ["unknown-column"], "\(heads.diagnostics.map(\.arguments))")
        #expect(heads.diagnostics.first?.candidates.first == label)
    }

    @Test func aMissedColumnIsTold() {
        #expect(read(["Мероприятие", "Исполнители"]).diagnostics.codes == ["missing-column"])
        #expect(read(["Мероприятие", "Исполнители"]).diagnostics[0].arguments == ["Сроки", "Мероприятия"])
        #expect(read(["Сроки"]).diagnostics.codes == ["missing-column"])
    }

    @Test func aSecondHeadOfAColumnIsTold() {
        let heads = read(["Мероприятие", "Сроки", "Срок"])
        #expect(heads.positions == [0, 2, nil] && heads.diagnostics.codes == ["doubled-column"])
    }

    @Test func aTableOfWhichNothingIsKnownIsToldOnce() {
        #expect(read(["Что", "Где", "Когда"]).diagnostics.codes == ["foreign-columns"])
    }
}
