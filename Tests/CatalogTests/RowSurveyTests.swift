import Diagnostics
import TestSupport
import Testing

@testable import Catalog

/// What is said of the rows of a CSV file taken together.
@Suite struct RowSurveyTests {
    private static let head = "Мероприятие;Сроки;Исполнители;Результат\n"

    private func rows(_ text: String) -> Sheet { Sheet(text, table: 1) }

    // MARK: Heads

    @Test func valuesUnderNoHeadAreTold() {
        let sheet = rows("Мероприятие;Сроки;;Результат\nСеминар;01.09.2023;15.09.2023;План\n")
        #expect(sheet.diagnostics.codes == ["nameless-column"] && sheet.diagnostics[0].arguments == ["3"])
        #expect(rows("Мероприятие;Сроки;;Результат\nСеминар;01.09.2023;;План\n").diagnostics.isEmpty)
        #expect(rows("Мероприятие;Сроки;Результат\nСеминар;01.09.2023 – 15.09.2023;План\n").diagnostics.isEmpty)
    }

    @Test func numbersOfRowsNeedNoHead() {
        #expect(rows(";Мероприятие;Сроки\n1;Семинар;май 2023\n2.;Форум;июнь 2023\n").diagnostics.isEmpty)
    }

    @Test func theSecondLineOfAHeadIsNoRecord() {
        let sheet = rows("Мероприятие;Сроки;;Результат\n;начало;конец;\nСеминар;01.09.2023;15.09.2023;План\n")
        #expect(sheet.diagnostics.codes == ["second-head"] && sheet.names == ["Семинар"])
        #expect(sheet.diagnostics[0].arguments == ["«начало», «конец»", "«начало» → «Сроки»", "«конец»"])
        let message = sheet.diagnostics[0].code.message.text(.ru, sheet.diagnostics[0].arguments)
        #expect(message.contains("прочитано «начало» → «Сроки», а «конец» в данные не попадёт"))
        #expect(sheet.table?.records.map(\.role) == [.head, .record])
    }

    // MARK: Names in cells

    private func executors(_ cell: String) -> (value: FieldValue?, codes: [String]) {
        let sheet = rows(Self.head + "Семинар;май 2023;\(cell);План\n")
        return (sheet.table?.records.first?.cells[2].value, sheet.diagnostics.codes)
    }

    @Test(arguments: [
        ("\"МОУО,\nРМА,\nшколы\"", ["МОУО", "РМА", "школы"]), ("\"МОУО;\nРМА;\nшколы;\"", ["МОУО", "РМА", "школы"]),
        ("\"МОУО; РМА,\"", ["МОУО", "РМА"]), ("\"РМА , \"", ["РМА"]), ("\"МОУО\n, РМА\"", ["МОУО", "РМА"]),
        ("\"МОУО,\nРМА,\nЦРО\"", ["МОУО", "РМА", "ЦРО"]),
        ("\"МОУО,\n,\nРМА\"", ["МОУО", "РМА"]), ("\"Школа № 5, Миасс\"", ["Школа № 5, Миасс"]),
    ])
    func aCommaAtTheEndOfALineBelongsToNoName(cell: String, names: [String]) {
        #expect(executors(cell).value == .list(names) && executors(cell).codes == [])
    }

    @Test func commasWithinALineArePartedByTheEditor() {
        #expect(executors("\"РМА,\nМОУО, ЦРО,\"").codes == ["commas-in-list"])
        #expect(executors("\"МОУО, РМА,\"").codes == ["commas-in-list"])
    }

    @Test func aCommaAtTheEndOfAnItemOfAFieldBelongsToNoName() {
        let read = SmallAlbum().practice("directions:\n  - Знание,\n  - Здоровье;\nmunicipalities: Троицкий МР,")
        #expect(read.diagnostics.codes == [])
    }

    @Test(arguments: ["-//-", "то же", "–||–", "—//—", "там же"])
    func aMarkThatPointsAtAnotherRowIsNoName(cell: String) {
        #expect(executors(cell).value == nil && executors(cell).codes == ["repeated-term"])
        let (names, told) = executors("\"МОУО; \(cell)\"")
        #expect(names == .list(["МОУО"]) && told == ["repeated-term"])
    }

    // MARK: Rows that are no records

    @Test(arguments: ["1;2;3;4\n", ";1;2;3\n", "1;2;3;4;;\n"])
    func aRowThatNumbersTheColumnsIsNoRecord(row: String) {
        let sheet = rows(Self.head + row + "Семинар;май 2023;МОУО;План\n")
        #expect(sheet.names == ["Семинар"] && sheet.table?.records.map(\.role) == [.numbering, .record])
        #expect(sheet.diagnostics.codes.filter { $0 != "cell-count" } == ["no-record"])
    }

    @Test func numbersBelowTheFirstRecordAreARecord() {
        #expect(rows(Self.head + "Семинар;май 2023;МОУО;План\n1;2;3;4\n").names == ["Семинар", "1"])
        #expect(Sheet("Показатель;Количество\nКружок;2\n1;2\n", table: 2).names == ["Кружок", "1"])
    }

    @Test func everyRowThatIsNoRecordIsNamed() {
        let parts = (1...5).map { "Раздел \($0);;;\nСеминар \($0);май 2023;МОУО;План\n" }.joined()
        let sheet = rows(Self.head + parts + "Итого;5;;\n")
        #expect(sheet.diagnostics.codes == ["no-record"])
        #expect(
            sheet.diagnostics[0].arguments
                == ["«Раздел 1», «Раздел 2», «Раздел 3», «Раздел 4», «Раздел 5», «Итого»"])
        let long = rows(Self.head + "Раздел " + String(repeating: "а", count: 90) + ";;;\nФорум;май 2023;МОУО;План\n")
        #expect(long.diagnostics[0].arguments[0].count == 62)
    }

    @Test(arguments: [
        "Исп. Петрова М.И., тел. 2-15-30;;;", ";Исп. Петрова М.И.;тел. 2-15-30;",
        "Исполнитель: Петрова М.И., тел. 21530;;;",
    ])
    func theFooterOfAPaperIsTold(row: String) {
        let sheet = rows(Self.head + "Семинар;май 2023;МОУО;План\n" + row + "\n")
        #expect(sheet.diagnostics.codes == ["footer-row"] && sheet.names == ["Семинар"])
    }

    // MARK: Cells

    @Test func cellsLeftEmptyByAMergeAreToldOnce() {
        let sheet = rows(Self.head + "Семинар;май 2024;МОУО;План\nГостиная;июнь 2024;;\n")
        #expect(sheet.diagnostics.codes == ["empty-below-filled"])
        #expect(sheet.diagnostics[0].arguments == ["«Исполнители», «Результат»"])
        let filled = rows(Self.head + "Семинар;май 2024;МОУО;План\nГостиная;июнь 2024;МОУО;нет в источнике\n")
        #expect(filled.diagnostics.isEmpty)
    }

    @Test func aColumnThatIsOftenEmptyIsNoGap() {
        let rows = (1...6).map { "Семинар \($0);май 2024;\($0 % 2 == 0 ? "" : "МОУО");План\n" }.joined()
        #expect(self.rows(Self.head + rows).diagnostics.isEmpty)
        let parted = "Семинар;май 2024;МОУО;План\nРаздел 2;;;\nФорум;май 2024;;План\nСъезд;май 2024;МОУО;План\n"
        #expect(self.rows(Self.head + parted).diagnostics.codes == ["no-record"])
    }

    @Test func aShareWithoutItsSignIsTold() {
        let head = "Мероприятие;Сроки;Доля\n"
        let sheet = rows(head + "Семинар;май 2024;0,85\nФорум;май 2024;100%\nСъезд;май 2024;0\n")
        #expect(sheet.diagnostics.codes == ["share-without-sign"])
        #expect(sheet.diagnostics[0].arguments == ["0,85", "Доля", "85%"])
        #expect(rows(head + "Семинар;май 2024;85%\nФорум;май 2024;100%\n").diagnostics.isEmpty)
        #expect(rows(head + "Семинар;май 2024;0,85%\nФорум;май 2024;100\n").diagnostics.isEmpty)
        #expect(rows(head + "Семинар;май 2024;0,85\nФорум;май 2024;1\n").diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("15.10.1923", ["1923"]), ("ноябрь 2033", ["2033"]), ("до 2031 года", []), ("с 2010 года", []),
        ("1023", ["1023"]),
    ])
    func aTermFarFromItsTableIsTold(term: String, years: [String]) {
        let sheet = Sheet("Мероприятие;Сроки\nСеминар;\(term)\n", table: 1, frame: "2023/24 учебный год")
        #expect(sheet.diagnostics.codes == years.map { _ in "distant-year" })
        #expect(sheet.diagnostics.map { $0.arguments[1] } == years)
        let free = Sheet("Мероприятие;Сроки\nСеминар;15.10.1923\n", table: 1)
        #expect(free.diagnostics.isEmpty)
    }
}
