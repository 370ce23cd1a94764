import Catalog
import Editing
import Testing

/// What the kinds of this repository take the heads of tables for.
@Suite struct OwnKindTests {
    /// Heads over what says how long something takes, or at which hour.
    private static let durations = [
        "Время", "Длительность", "Продолжительность", "Хронометраж", "Время проведения", "Длительность этапа",
        "Продолжительность (мин)", "Сколько времени",
    ]

    private static let tables = OwnContent.schema.kinds.flatMap { kind in kind.tables.map { (kind, $0) } }

    @Test(arguments: durations) func aDurationIsNoTerm(head: String) {
        for (kind, table) in Self.tables {
            let fit = TableFit([TableFit.Row([head])], table, head: 0)
            let column = fit.columns[0].definition.map { table.columns[$0] }
            #expect(column?.type != .period && column?.type != .date, "\(kind.id) \(table.id)")
        }
    }

    @Test func noTermIsCalledByADuration() {
        let stems = ["врем", "длител", "продолж", "хроном", "сколько"]
        for (kind, table) in Self.tables {
            for column in table.columns where column.type == .period || column.type == .date {
                let names = [column.label] + column.aliases
                // «С какого времени» asks for a day.
                let wrong = names.filter { name in
                    !name.lowercased().hasPrefix("с ") && stems.contains { name.lowercased().contains($0) }
                }
                #expect(wrong.isEmpty, "\(kind.id) \(table.id)")
            }
        }
    }

    @Test func aStepOfAPracticeHasItsTimeAndWhoDoesIt() throws {
        let practice = try #require(OwnContent.schema.kinds.first { $0.id == "practice" })
        let steps = try #require(practice.tables.first { $0.id == "steps" })
        func column(_ head: String) -> String? { steps.column(named: head).map { steps.columns[$0].id.rawValue } }
        for head in ["Время", "Длительность", "Продолжительность"] { #expect(column(head) == "time") }
        for head in ["Ответственный", "Кто", "Исполнитель", "Исполнители"] { #expect(column(head) == "executors") }
        for head in ["Срок", "Сроки"] { #expect(column(head) == "term") }
    }

    @Test func aNewTableHasTheColumnsThatItsKindBeginsWith() throws {
        let practice = try #require(OwnContent.schema.kinds.first { $0.id == "practice" })
        let steps = try #require(practice.tables.first { $0.id == "steps" })
        #expect(NewText.rows(steps)[0] == "| Этап | Что делают | Срок | Время |")
    }
}
