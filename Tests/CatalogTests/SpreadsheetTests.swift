import AlbumMarkdown
import Diagnostics
import TestSupport
import Testing

@testable import Catalog

@Suite struct SpreadsheetTests {
    @Test(arguments: [
        "Мероприятие;Сроки\nФорум;май 2024\n", "sep=;\nМероприятие;Сроки\nФорум;май 2024\n",
        "sep=,\nМероприятие,Сроки\nФорум,май 2024\n", "Мероприятие\tСроки\nФорум\tмай 2024\n",
        "sep=\t\nМероприятие\tСроки\nФорум\tмай 2024\n", "Мероприятие,Сроки\r\nФорум,май 2024\r\n",
        "\u{FEFF}Мероприятие;Сроки;;\nФорум;май 2024;;\n;;;\n", "№ п/п\tМероприятие\tСроки\n1\tФорум\tмай 2024",
    ])
    func everySeparatorIsRead(text: String) {
        let sheet = Sheet(text)
        #expect(sheet.diagnostics.isEmpty && sheet.names == ["Форум"], "\(sheet.diagnostics.map(\.arguments))")
    }

    @Test func everyEncodingOfSpreadsheetsIsRead() {
        let text = "Мероприятие;Сроки\r\n«Ёлка» № 5 — форум;май 2024\r\n"
        let units = Array(text.utf16)
        let low = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let high = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        // The same in the code page of old Windows programs, letter by letter.
        let named: [Unicode.Scalar: UInt8] = ["«": 0xAB, "»": 0xBB, "Ё": 0xA8, "ё": 0xB8, "№": 0xB9, "—": 0x97]
        let ansi = text.unicodeScalars.map { scalar in
            named[scalar] ?? (scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x410 + 0xC0))
        }
        for bytes in [Array(text.utf8), [0xFF, 0xFE] + low, [0xFE, 0xFF] + high, low, high, ansi] {
            let sheet = Sheet(bytes)
            #expect(sheet.diagnostics.isEmpty && sheet.names == ["«Ёлка» № 5 — форум"], "\(bytes.prefix(4))")
        }
    }

    @Test func damagedUTF8IsNotTakenForAnotherEncoding() {
        let bytes = Array("Мероприятие;Сроки\nФорум школьных команд;май 2024\n".utf8) + [0xD0, 0x0A]
        #expect(SpreadsheetText.utf8(bytes) == bytes && Sheet(bytes).diagnostics.codes == ["bad-utf8"])
    }

    @Test(arguments: ["План на 2024 год;;\n", "План на 2024 год\n\n", ";;\nПлан, утверждён;;\n;;\nПриложение 1;;\n"])
    func aTitleAboveTheHeadIsToldAndTheRowsAreRead(title: String) {
        let sheet = Sheet(title + "Мероприятие;Участники;Сроки\nФорум;Школы;май 2024\n")
        #expect(sheet.names == ["Форум"] && sheet.diagnostics.codes == ["title-rows"])
        let line = title.utf8.count { $0 == 0x0A } + 1
        #expect(sheet.diagnostics.first?.arguments.last == String(line))
    }

    @Test func partsAndSumsAreNoRecordsAndToldOnce() {
        let sheet = Sheet(
            "№;Мероприятие;Участники;Сроки\nI. Начало;;;\n1;Форум;Школы;май 2024\n;РАЗДЕЛ 2;;\n2;Съезд;Школы;июнь 2024\nИтого;2;;\n;Всего: 2;;\n"
        )
        #expect(sheet.names == ["Форум", "Съезд"] && sheet.diagnostics.codes == ["no-record"])
        #expect(sheet.table?.records.map(\.role) == [.section, .record, .section, .record, .total, .total])
        #expect(sheet.diagnostics[0].related.count == 3)
    }

    @Test func aNumberOfAllIsARecordAmongNumbers() {
        let sheet = Sheet("Показатель;Количество\nВсего участников;36\nВсего;40\nИтого:;40\n", table: 2)
        #expect(sheet.names == ["Всего участников"] && sheet.diagnostics.codes == ["no-record"])
    }

    @Test(arguments: [
        "Всего участников", "Специалисты, всего", "3. Всего школ:", "ИТОГО", "Муниципалитеты в группе, итого",
    ])
    func aNameOfAllIsThatOfASum(name: String) { #expect(SumName.isSum(name)) }

    @Test(arguments: ["Участники", "Всеобуч", "Итоговые работы", "Школы, всего района", "Не всего", ""])
    func anotherNameIsThatOfAPart(name: String) { #expect(!SumName.isSum(name)) }

    @Test func cellsThatWereMergedAreTold() {
        let sheet = Sheet("Мероприятие;Участники;Сроки\nФорум;Школы;май 2024\nСъезд;;\n")
        #expect(sheet.diagnostics.codes == ["merged-cells"] && sheet.names == ["Форум", "Съезд"])
        #expect(
            Sheet("Мероприятие;Участники;Сроки\nФорум;Школы;май 2024\nСъезд;нет в источнике;\n").diagnostics.isEmpty)
    }

    @Test func tooManyAndTooFewCellsAreToldAndTheRowIsKept() {
        let sheet = Sheet("Мероприятие;Участники;Сроки\nФорум;Школы\nСъезд;Школы;май 2024;ещё\nСлёт;Школы;май 2024;;\n")
        #expect(sheet.diagnostics.codes == ["missing-cells", "cell-count"])
        #expect(sheet.names == ["Форум", "Съезд", "Слёт"])
        // Each export has what stands there, and nothing of it is judged.
        let odd = Sheet("Мероприятие;Участники;Сроки\nСъезд;Школы;май 2024;ещё\nСлёт;Школы;когда-нибудь;ещё\n")
        #expect(odd.diagnostics.codes == ["cell-count", "cell-count"])
        #expect(odd.table?.records.flatMap(\.cells).allSatisfy { $0.value != nil } == true)
    }

    @Test(arguments: [
        "#ССЫЛКА!", "#REF!", "#Н/Д", "#N/A", "#ДЕЛ/0!", "#DIV/0!", "#ЗНАЧ!", "#ИМЯ?", "#ЧИСЛО!",
    ])
    func anErrorOfAFormulaIsNoValue(error: String) {
        let sheet = Sheet("Мероприятие;Участники;Сроки\nФорум;Школы;\(error)\n")
        #expect(sheet.diagnostics.codes == ["spreadsheet-error"])
        #expect(sheet.table?.records[0].cells[2].value == nil)
    }

    @Test func aColumnTooNarrowForItsValuesIsTold() {
        let sheet = Sheet("Мероприятие;Участники;Сроки\nФорум;Школы;########\n")
        #expect(sheet.diagnostics.codes == ["narrow-column"] && sheet.table?.records[0].cells[2].value == nil)
    }

    @Test func linesWithinACellPartTheItemsOfAList() {
        let sheet = Sheet("Мероприятие;Участники;Сроки\n\"Форум\nшкол\";\"Школы\n8 классы; дети\";май 2024\n")
        #expect(sheet.diagnostics.isEmpty && sheet.names == ["Форум школ"])
        #expect(sheet.table?.records[0].cells[1].value == .list(["Школы", "8 классы", "дети"]))
    }

    @Test(
        arguments: [
            ("%PDF-1.7\n", FileSignature.pdf), ("PK\u{3}\u{4}xl/workbook.xml", .excelBook),
            ("PK\u{3}\u{4}word/document.xml", .wordDocument), ("PK\u{3}\u{4}ppt/presentation.xml", .presentation),
            ("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.text", .openText), ("PK\u{3}\u{4}a.txt", .archive),
            ("{\\rtf1", .richText),
        ] as [(String, FileSignature)])
    func aFileOfAnotherSortIsNamed(text: String, signature: FileSignature) {
        #expect(FileSignature(Array(text.utf8)) == signature)
        let (file, found) = TextLoader.load(path: "content/a.md", bytes: Array(text.utf8))
        #expect(file == nil && found.codes == ["not-text"])
    }

    @Test func anOldOfficeFileIsNamed() {
        #expect(FileSignature([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]) == .oldOffice)
        #expect(FileSignature(Array("PK — пункт приказа".utf8)) == nil && FileSignature([]) == nil)
    }
}
