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

    @Test func aYearOverBothIsTheYearOfEachRow() throws {
        let placed = try placed([
            ["Показатели на год", "", "", ""], ["Показатель", "Единица", "2024", ""], ["", "", "план", "факт"],
            ["Доля школ", "%", "90", "87,5"],
        ])
        let table = try #require(ImportedTable(placed))
        #expect(table.columns.map { $0.id?.rawValue } == ["name", "unit", "year", "plan", "fact"])
        #expect(table.rows.map(\.cells) == [["Доля школ", "%", "2024", "90", "87,5"]])
        #expect(
            placed.losses.contains { $0.sort == .turnedYears && $0.text.contains("план (2024)") }, "\(placed.losses)")
        #expect(placed.rowCount == 4 && placed.titles == ["Показатели на год"])
    }

    @Test func whatStandsOverSeveralColumnsAndIsNoYearIsTold() throws {
        let placed = try placed([
            ["Показатель", "Единица", "Школы", ""], ["", "", "план", "факт"], ["Доля школ", "%", "90", "87,5"],
        ])
        let table = try #require(ImportedTable(placed))
        #expect(table.columns.map { $0.id?.rawValue } == ["name", "unit", "plan", "fact"])
        #expect(placed.losses.contains { $0.sort == .groupHead && $0.text == "Школы" }, "\(placed.losses)")
        #expect(placed.outcome.years == nil)
    }

    private static let wide = [
        ["№ п/п", "Показатель", "2023", "", "2024", "", "Примечание"], ["", "", "план", "факт", "план", "факт", ""],
        ["1", "2", "3", "4", "5", "6", "7"], ["Наставничество", "", "", "", "", "", ""],
        ["1", "Доля школ", "80", "79", "90", "", "по отчёту"], ["2", "Кружки", "", "", "5", "6", ""],
        ["3", "Слёты", "", "", "", "", ""], ["", "Итого", "85", "", "95", "", ""],
    ]

    @Test func columnsOfYearsBecomeARowForEachYear() throws {
        let placed = try placed(Self.wide)
        let table = try #require(ImportedTable(placed))
        #expect(table.columns.map { $0.id?.rawValue } == [nil, "name", "year", "plan", "fact", "note"])
        #expect(placed.cells.first == ["№ п/п", "Показатель", "Год", "План", "Факт", "Примечание"])
        #expect(
            table.rows.map(\.cells) == [
                ["Наставничество", "", "", "", "", ""],
                ["1", "Доля школ", "2023", "80", "79", "по отчёту"], ["1", "Доля школ", "2024", "90", "", "по отчёту"],
                ["2", "Кружки", "2024", "5", "6", ""], ["3", "Слёты", "", "", "", ""],
                ["", "Итого", "2023", "85", "", ""], ["", "Итого", "2024", "95", "", ""],
            ])
        #expect(table.rows.map(\.role) == [.section, .record, .record, .record, .record, .total, .total])
        #expect(placed.outcome.years == TableOutcome.Years(names: ["2023", "2024"], isCertain: true, isTurned: true))
        #expect(placed.outcome.sourceRowCount == 3 && placed.outcome.sourceOtherCount == 2)
        #expect(placed.rowCount == 8 && placed.outcome.others == ["Наставничество", "Итого"])
        #expect(placed.losses.map(\.sort).contains(.columnNumbers))
    }

    @Test func columnsOfYearsStayWhereSomebodySaysSo() throws {
        let options = ImportOptions(choices: [.wide])
        let placed = PlacedTable(table(Self.wide), try OfficeFiles.kind("indicators"), options)
        #expect(placed.outcome.years?.isTurned == false)
        #expect(placed.cells.first?[2...5] == ["2023: план", "2023: факт", "2024: план", "2024: факт"])
    }

    @Test(arguments: [
        ["Показатель", "План 2023", "Факт 2023", "План на 2024 год", "Факт за 2024 г."],
        ["Показатель", "2023 год: план", "2023 год: факт", "2024: план", "2024: факт"],
        ["Показатель", "План (2023)", "Факт (2023)", "план, 2024", "факт, 2024"],
        ["Показатель", "2022/23: план", "2022/23: факт", "2023/24 учебный год: план", "2023/24 учебный год: факт"],
    ])
    func headsThatSayAYearAreKnownHoweverTheySayIt(heads: [String]) throws {
        let placed = try placed([heads, ["Доля школ", "80", "79", "90", "87,5"]])
        #expect(placed.cells.first == ["Показатель", "Год", "План", "Факт"])
        #expect(placed.cells.dropFirst().map { Array($0[2...]) } == [["80", "79"], ["90", "87,5"]])
        #expect(placed.outcome.years?.isCertain == true)
    }

    /// What is not certain is done only when somebody asks for it.
    @Test(arguments: [
        ["Показатель", "2022", "2023", "2024"], ["Показатель", "2023: план", "2024: план", "2024: источник"],
        ["Показатель", "2023: плн", "2023: фактт", "2024: факт"],
    ])
    func whatIsGuessedIsOffered(heads: [String]) throws {
        let rows = [heads, ["Доля школ", "80", "79", "90"]]
        let kind = try OfficeFiles.kind("indicators")
        let plain = PlacedTable(table(rows), kind)
        guard let years = plain.outcome.years else { return #expect(heads[1].hasSuffix("плн")) }
        #expect(!years.isCertain && !years.isTurned && plain.cells.first == heads)
        let turned = PlacedTable(table(rows), kind, ImportOptions(choices: [.years]))
        #expect(turned.outcome.years?.isTurned == true && turned.cells.count > 2, "\(turned.cells)")
        #expect(turned.cells.first?.contains("Год") == true)
    }

    @Test(arguments: [
        ["Показатель", "Год", "План 2023", "План 2024"], ["Показатель", "План", "План 2023", "Факт 2024"],
        ["Показатель", "План 2023", "План на 2023 год", "Факт"], ["Класс", "План 2023", "План 2024", "Факт"],
        ["Показатель", "План 2023–2024, 2025", "Значение", "Факт"],
    ])
    func otherHeadsAreNoColumnsOfYears(heads: [String]) throws {
        let kind = try OfficeFiles.kind("indicators")
        #expect(TurnedTable(table([heads, ["Доля школ", "80", "79", "90"]]), kind.tables) == nil)
    }

    @Test func mergedCellsGoAlong() throws {
        var rows = table([
            ["Показатель", "Единица", "2023", "", "2024", ""], ["", "", "план", "факт", "план", "факт"],
            ["Доля", "%", "1", "2", "3", "4"], ["Школы", "", "5", "6", "7", "8"],
        ])
        rows = ForeignTable(
            name: "Лист1", rows: rows.rows,
            merges: [
                .init(row: 0, column: 0, height: 2, width: 1), .init(row: 0, column: 1, height: 2, width: 1),
                .init(row: 0, column: 2, height: 1, width: 2), .init(row: 0, column: 4, height: 1, width: 2),
                .init(row: 2, column: 1, height: 2, width: 1),
            ])
        let kind = try OfficeFiles.kind("indicators")
        let filled = PlacedTable(rows, kind, ImportOptions(fillsMerged: true))
        #expect(filled.cells.map { $0[1] } == ["Единица", "%", "%", "%", "%"], "\(filled.cells)")
        let parted = PlacedTable(rows, kind)
        #expect(parted.cells.map { $0[1] } == ["Единица", "%", "%", "", ""] && parted.outcome.mergeCount == 1)
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
