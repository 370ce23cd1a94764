import Diagnostics
import TestSupport
import Testing

@testable import Catalog

/// Which rows of a spreadsheet are records.
@Suite struct RowRoleTests {
    private static let head = "Мероприятие;Сроки;Исполнители;Результат\n"
    private static let numbered = "№ п/п;Мероприятие;Сроки;Исполнители;Результат\n"

    private func roles(_ text: String) -> [RowRole] { Sheet(text, table: 1).table?.records.map(\.role) ?? [] }

    // MARK: Sums

    @Test(arguments: [
        "Всего провести 4 педсовета;2024;ЦРО;", "Всего провести 4 педсовета;май 2024;;",
        "Всего планируется слётов: 3;;ИРО;", "Всего доброго: праздник;май 2024;МОУО;", "Всего доброго!;;МОУО;",
        "Итого года: слёт;май 2024;ЦРО;", "Всего хорошего;2024;;",
    ])
    func whatIsToBeDoneIsNoSum(row: String) {
        #expect(roles(Self.head + row + "\n") == [.record])
    }

    @Test(arguments: [
        "Итого;;;", "Всего;2024;ЦРО;", "Всего: 12;;;", "Итого по разделу;;;", "Итого: 12;;;", "Итого по разделу 1;4;;",
    ])
    func aSumIsNoRecord(row: String) {
        #expect(roles(Self.head + "Семинар;май 2024;МОУО;План\n" + row + "\n") == [.record, .total])
    }

    @Test(arguments: ["Всего мероприятий;12;", "Всего провести;;12", "Всего часов;144;", "Всего по плану;;2024 год"])
    func aSumByAnyNameIsNoRecordWhereNothingIsCounted(row: String) {
        let sheet = Sheet("Мероприятие;Участники;Сроки\nСеминар;Школы;май 2024\n" + row + "\n")
        #expect(sheet.table?.records.map(\.role) == [.record, .total])
    }

    private static let two = "Мероприятие;Участники;Сроки\nСеминар;Школы;май 2024\nСлёт;Школы;июнь 2024\n"

    @Test(arguments: ["Всего: 12;;", "Итого 3;;", "Всего — 3 мероприятия;;"])
    func aCountThatIsNotThatOfTheRecordsIsTold(row: String) {
        let told = Sheet(Self.two + row + "\n").diagnostics
        #expect(told.codes.sorted() == ["count-differs", "no-record"])
        #expect(told.first { $0.code == .countDiffers }?.arguments.last == "2")
    }

    @Test(arguments: [
        "Всего: 2;;", "Всего: 12 часов;;", "Итого по разделу 5;;", "Итого;12;",
        "Раздел 2;;\nСъезд;Школы;май 2024\nИтого: 1;;",
        "Раздел 2;;\nСъезд;Школы;май 2024\nИтого по части: 1;;\nВсего: 3;;",
    ])
    func aCountOfThePartOrOfOtherThingsIsNotTold(row: String) {
        #expect(Sheet(Self.two + row + "\n").diagnostics.codes == ["no-record"])
    }

    // MARK: Footers

    @Test(arguments: [
        "Директор ЦРО Н.Н. Петрова;;;", "Директор ЦРО;;Н. Н. Петрова;",
        "Заместитель начальника Петрова-Иванова Н.Н.;;;",
        "Согласовано;;;", "УТВЕРЖДАЮ;;;", "Утверждено приказом № 5;;;", "* по согласованию;;;", ";;* даты уточняются;",
        "Согласовано;;Петрова Н.Н.;",
    ])
    func aSignatureOrANoteIsNoRecord(row: String) {
        let sheet = Sheet(Self.head + "Семинар;май 2024;МОУО;План\n" + row + "\n", table: 1)
        #expect(sheet.table?.records.map(\.role) == [.record, .footer])
        #expect(sheet.diagnostics.codes == ["footer-row"])
    }

    @Test(arguments: [
        "Методист на час;май 2024;ЦРО;", "Руководитель года;май 2024;;", "Согласовано с МОУО;май 2024;ЦРО;",
        "Встреча с Н.Н. Петровой;май 2024;;", "Директорский клуб;май 2024;;", "Утверждено положение о слёте;май 2024;;",
    ])
    func anEventThatSpeaksOfAPostIsARecord(row: String) {
        #expect(roles(Self.head + "Семинар;май 2024;МОУО;План\n" + row + "\n") == [.record, .record])
    }

    @Test(arguments: [
        "Директор ЦРО Н.Н. Петрова;;;", "Подготовил: методист Петрова Н.Н.;;;", "Составила Петрова Н.Н.;;;",
        "Согласовано;;Петрова Н.Н.;",
    ])
    func aPaperEndsWithItsSignatures(row: String) {
        let rows = Self.head + "Семинар;май 2024;МОУО;План\n\(row)\nСлёт;май 2024;МОУО;План\n"
        let told = Sheet(rows, table: 1)
        #expect(!roles(rows).contains(.footer) && !told.diagnostics.codes.contains("footer-row"))
        #expect(roles(rows + row + "\n").last == .footer)
    }

    @Test(arguments: ["* по согласованию;;;", "УТВЕРЖДАЮ;;;", "Исп. Петрова Н.Н.;;;"])
    func aNoteOrAStampIsOneAnywhere(row: String) {
        #expect(roles(Self.head + "Семинар;май 2024;МОУО;План\n\(row)\nСлёт;май 2024;;\n")[1] == .footer)
    }

    // MARK: Titles

    @Test(arguments: ["Раздел 2:", "**Раздел 2**"])
    func aTitleThatIsSetOffIsNotTold(title: String) {
        let sheet = Sheet(Self.head + "Семинар;май 2024;МОУО;План\n\(title);;;\nСлёт;май 2024;МОУО;План\n", table: 1)
        #expect(sheet.table?.records.map(\.role) == [.record, .section, .record] && sheet.diagnostics.isEmpty)
        let bare = Sheet(Self.head + "Семинар;май 2024;МОУО;План\nРаздел 2;;;\nСлёт;май 2024;МОУО;План\n", table: 1)
        #expect(bare.diagnostics.codes == ["no-record"])
    }

    @Test func aLoneCellAmongFilledRowsIsATitle() {
        let sheet = Sheet(
            Self.numbered
                + ";Методическая работа;;;\n1;Семинар;май 2024;МОУО;План\n;Работа с детьми;;;\n2;Слёт;май 2024;МОУО;План\n",
            table: 1)
        #expect(sheet.table?.records.map(\.role) == [.section, .record, .section, .record])
        #expect(sheet.diagnostics.codes == ["no-record"])
        let rows = "Методическая работа;;;\nСеминар;май 2024;МОУО;План\nСлёт;июнь 2024;МОУО;План\n"
        #expect(roles(Self.head + rows) == [.section, .record, .record])
    }

    @Test(arguments: [";;МОУО;", ";;;Начальник", ";;Раздел 1;", ";;**МОУО**;"])
    func aLoneCellFarFromTheFirstColumnIsNoTitle(row: String) {
        #expect(roles(Self.head + "Семинар;май 2024;МОУО;План\n\(row)\nСлёт;май 2024;;\n")[1] == .record)
    }

    @Test func aRowThatHasItsNumberIsARecord() {
        let sheet = Sheet(Self.numbered + "1;Семинар;май 2024;МОУО;План\n2;Слёт;;;\n", table: 1)
        #expect(sheet.names == ["Семинар", "Слёт"] && sheet.diagnostics.codes == ["merged-cells"])
    }

    @Test func aPlanThatIsNotFilledInHasNoTitles() {
        #expect(roles(Self.head + "Семинар;;;\nСлёт;;;\nСъезд;май 2024;МОУО;План\n") == [.record, .record, .record])
    }

    // MARK: Lists

    @Test(arguments: [
        ("ЦРО, ИРО, МОУО", "ЦРО; ИРО; МОУО"), ("МБОУ СОШ № 5, ЦРО", "МБОУ СОШ № 5; ЦРО"),
        ("Петрова Н.Н., Иванов И. И.", "Петрова Н.Н.; Иванов И. И."),
    ])
    func namesBetweenCommasAreToldOnceWithTheirSemicolons(cell: String, mended: String) {
        let sheet = Sheet(Self.head + "Семинар;май 2024;\(cell);План\nСлёт;май 2024;\(cell);План\n", table: 1)
        #expect(sheet.diagnostics.codes == ["commas-in-list"])
        #expect(sheet.diagnostics.first?.arguments == [cell, "Исполнители", mended, ","])
        #expect(sheet.diagnostics.first?.related.count == 1)
        let right = Sheet(Self.head + "Семинар;май 2024;\"\(mended)\";План\n", table: 1)
        #expect(right.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("МОУО / школы", "МОУО; школы"), ("МОУО/школы", "МОУО; школы"), ("учителя / родители", "учителя; родители"),
    ])
    func namesBetweenSlashesAreToldWithTheirSemicolons(cell: String, mended: String) {
        let sheet = Sheet(Self.head + "Семинар;май 2024;\(cell);План\n", table: 1)
        #expect(sheet.diagnostics.codes == ["commas-in-list"])
        #expect(sheet.diagnostics.first?.arguments == [cell, "Исполнители", mended, "/"])
    }

    @Test(arguments: ["школы и/или сады", "обучающиеся/воспитанники", "СОШ № 5/7", "классы 9/11"])
    func slashesWithinANameAreNotTold(cell: String) {
        #expect(Sheet(Self.head + "Семинар;май 2024;\(cell);План\n", table: 1).diagnostics.isEmpty)
    }

    @Test(arguments: [
        "администрация школ № 32, 60, 38 и 51", "СОШ № 5, 6, 7", "Министерство образования, науки и спорта", "ЦРО",
        "ЦРО, город Аша", "Управление образования, методисты",
    ])
    func commasWithinANameAreNotTold(cell: String) {
        #expect(Sheet(Self.head + "Семинар;май 2024;\(cell);План\n", table: 1).diagnostics.isEmpty)
    }

    @Test func aCellThatSaysThatThereIsNothingNamesNobodyAndNoTime() {
        let sheet = Sheet(Self.head + "Семинар;не указано;нет;нет\n", table: 1)
        #expect(sheet.diagnostics.codes == ["no-value", "no-value"])
        #expect(sheet.table?.records[0].cells.map { $0.value == nil } == [false, true, true, false])
    }

    // MARK: Terms

    @Test(arguments: [
        ("Дата начала", "Дата окончания"), ("Начало", "Конец"), ("Срок начала", "Завершение"), ("С", "По"),
    ])
    func aTermInTwoColumnsIsToldOnce(first: String, second: String) {
        let sheet = Sheet("Мероприятие;\(first);\(second)\nСлёт;01.05.2024;15.05.2024\n")
        #expect(sheet.diagnostics.codes == ["term-in-two-columns"])
        #expect(sheet.diagnostics.first?.arguments == [first, second, "Сроки"])
    }
}
