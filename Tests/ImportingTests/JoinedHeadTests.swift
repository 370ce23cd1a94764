import Catalog
import Diagnostics
import Testing

@testable import Importing

/// Heads in two rows: «2024» over «план» and «факт».
@Suite struct JoinedHeadTests {
    private func table(_ rows: [[String]]) -> ForeignTable {
        ForeignTable(
            name: "Лист1",
            rows: rows.enumerated().map { number, texts in
                ForeignTable.Row(
                    place: Told(ImportPlace.sheetRow, "Лист1", String(number + 1)), cells: texts.map { .init($0) })
            })
    }

    private func placed(_ rows: [[String]]) throws -> PlacedTable {
        PlacedTable(table(rows), try OfficeFiles.kind("indicators"))
    }

    @Test func rowsBelowTheHeadsAreNoHeads() throws {
        let placed = try placed([
            ["Показатель", "Единица", "План"], ["Доля", "", "90"], ["Школы", "штук", ""], ["Кружки", "штук", "5"],
        ])
        #expect(placed.cells.count == 4 && placed.losses.isEmpty, "\(placed.cells) \(placed.losses)")
        let words = try placedRows([["Показатель", "Единица", "План"], ["Доля", "", "все"], ["Школы", "штук", ""]])
        #expect(words == [["Показатель", "Единица", "План"], ["Доля", "", "все"], ["Школы", "штук", ""]])
    }

    private func placedRows(_ rows: [[String]]) throws -> [[String]] { try placed(rows).cells }

    @Test func planAndFactAreTwoColumns() throws {
        let placed = try placed([
            ["Показатель", "Единица", "План", "Факт"], ["Доля школ", "%", "90", "87,5"],
        ])
        let columns = try #require(ImportedTable(placed)).columns.map { $0.id?.rawValue }
        #expect(columns == ["name", "unit", "plan", "fact"])
        #expect(placed.losses.isEmpty, "\(placed.losses)")
    }

    @Test func aStepOfAPracticeHasItsTimeAndNoTerm() throws {
        let rows = [["Этап", "Действия", "Время", "Кто"], ["Разминка", "Знакомство", "10 мин", "Ведущий, учителя"]]
        let placed = PlacedTable(table(rows), try OfficeFiles.kind("practice"))
        let columns = try #require(ImportedTable(placed)).columns.map { $0.id?.rawValue }
        #expect(columns == ["step", "action", "time", "executors"])
        #expect(!placed.outcome.hasTerms && placed.losses.isEmpty, "\(placed.losses)")
    }

    @Test func aYearOverBothIsToldAndNothingIsMixed() throws {
        let placed = try placed([
            ["Показатели на год", "", "", ""], ["Показатель", "Единица", "2024", ""], ["", "", "план", "факт"],
            ["Доля школ", "%", "90", "87,5"],
        ])
        let table = try #require(ImportedTable(placed))
        #expect(table.columns.map { $0.id?.rawValue } == ["name", "unit", "plan", "fact"])
        #expect(table.rows.map(\.cells) == [["Доля школ", "%", "90", "87,5"]])
        #expect(placed.losses.contains { $0.sort == .groupHead && $0.text == "2024" }, "\(placed.losses)")
        #expect(placed.rowCount == 4)
    }

    @Test func columnsOfSeveralYearsKeepTheirYears() throws {
        let placed = try placed([
            ["Показатель", "2023", "", "2024", ""], ["", "план", "факт", "план", "факт"],
            ["Доля школ", "80", "79", "90", "87,5"],
        ])
        #expect(placed.cells.first == ["Показатель", "2023: план", "2023: факт", "2024: план", "2024: факт"])
        #expect(placed.cells.last == ["Доля школ", "80", "79", "90", "87,5"])
    }

    @Test(arguments: [
        [["План", "", ""], ["Мероприятие", "Сроки", "Исполнители"], ["Семинар", "май 2024", "Отдел"]],
        [["Показатель", "Единица", "Значение"], ["Раздел 1", "", ""], ["Доля", "%", "5"]],
        [["Показатель", "Единица", "Значение"], ["Итого", "", "5"], ["Доля", "%", "5"]],
        [["Показатель", "Значение", ""], ["", "5", "6"], ["Доля", "5", "6"]],
    ])
    func otherRowsAreNoHeads(rows: [[String]]) {
        var table = table(rows)
        #expect(table.joinHeads().isEmpty && table.rows.count == rows.count)
    }
}
