import Diagnostics
import Formats
import Testing

@testable import Importing

@Suite struct WorkbookTests {
    @Test func cellsHaveTheirValuesAndTextsAsAnEditorWouldWriteThem() throws {
        let book = try WorkbookReader.read(try OfficeFiles.bytes("roadmap.xlsx"))
        #expect(book.sheets.map(\.name) == ["План", "Старое"])
        #expect(book.sheets.map(\.isHidden) == [false, true])
        let sheet = try #require(book.sheets.first)
        let terms = sheet.rows.compactMap { row in row.cells.first { $0.column == 3 }?.text }
        #expect(
            terms == [
                "Сроки (дата)", "15.10.2024", "сентябрь 2024", "45536", "15.10.2024 0:00", "2024-12-20 00:00:00",
                "сен.24", "I квартал 2025", "03.03.2025 10:30", "в течение года", "до 15 мая 2025", "май 2025",
                "01.06.2025",
            ])
        let first = try #require(sheet.rows.first { $0.number == 5 })
        #expect(first.cells[3].value == .date(try #require(CalendarDate(iso: "2024-10-15"))))
        #expect(first.cells[4].lacksResult)
        #expect(sheet.comments == [.init(place: CellPlace(row: 5, column: 1), text: "проверить название")])
        #expect(sheet.colouredCells.map(\.description) == ["B6"])
        #expect(sheet.rows.filter(\.isHidden).map(\.number) == [8])
        #expect(sheet.merges.count == 4)
    }

    @Test(arguments: [("A1", 1, 0), ("Z10", 10, 25), ("AA2", 2, 26), ("$B$7", 7, 1)])
    func placesOfCellsAreRead(text: String, row: Int, column: Int) {
        #expect(CellPlace(text) == CellPlace(row: row, column: column))
        #expect(CellPlace(row: row, column: column).description == text.replacing("$", with: ""))
    }

    @Test(arguments: ["", "7", "B", "B0", "ZZZZ1", "B7:C8", "Я1", "B99999999999999999999"])
    func whatIsNoPlaceIsNone(text: String) { #expect(CellPlace(text) == nil) }
}

@Suite struct RoadmapImportTests {
    @Test func aPlanFromExcelIsTwelveRecordsWithTwelveTermsOfWhichOneIsHidden() throws {
        let seen = try #require(try OfficeFiles.material("roadmap.xlsx").report.outcomes.first)
        #expect(seen.rowCount == 11 && seen.termCount == 11)
        let material = try OfficeFiles.material("roadmap.xlsx", ImportOptions(takesHidden: true))
        #expect(material.kind.id == "roadmap")
        #expect(material.title == "Дорожная карта развития ВСОКО на 2024/25 учебный год")
        let outcome = try #require(material.report.outcomes.first)
        #expect(outcome.rowCount == 12)
        #expect(outcome.termCount == 12)
        #expect(outcome.others == ["Раздел I. Подготовка", "Раздел II. Проведение", "Итого"])
        #expect(outcome.titles == [material.title])
        #expect(outcome.line(.ru) == "таблица «Мероприятия»: 12\u{A0}строк, 12\u{A0}сроков")
        #expect(material.report.short(.ru) == "12\u{A0}строк, 12\u{A0}сроков")
        #expect(
            material.text.contains("## Мероприятия\n\n| № п/п | Наименование мероприятия | Ответственный | Сроки |"))
        #expect(material.text.contains("\ndraft: да\n"))
        #expect(material.report.wordDifference == 0)
    }

    @Test func everythingThatIsOtherwiseIsToldWithItsPlace() throws {
        let lines = try OfficeFiles.material("roadmap.xlsx").report.lines(.ru)
        for part in [
            "лист «Старое»: скрыт, не перенесён", "лист «План», ячейка B5: примечание не перенесено",
            "лист «План», ячейка E5: у формулы нет значения",
            "лист «План», строка 8: скрыта, не перенесена: «Мероприятие 4»",
            "лист «План»: цвет не перенесён, текст остался: «B6»", "лист «План», строка 1: строка над шапкой",
            "лист «План», строка 7: число в столбце сроков прочитано как день: «45536 → 01.09.2024»",
            "лист «План», строка 5: объединённые ячейки разделены, текст остался в первой: «Методический отдел»; "
                + "столбец «Ответственный» теперь пуст в строках: «Мероприятие 2»", "«Сроки (дата) → Сроки»",
            "столбца «Примечание» у таблицы сайта нет: на странице он останется",
            "листы: в файле 2, перенесено 1, осталось 1",
            "строки-заголовки и итоги (3): «Раздел I. Подготовка», «Раздел II. Проведение», «Итого» — стоят в таблице",
            "строки с текстом: в файле 18, перенесено 16 (строк таблиц 11, заголовков и итогов 3, шапок и строк над ними "
                + "2), осталось 2",
        ] {
            #expect(lines.contains { $0.contains(part) }, "\(part) is not in \(lines)")
        }
    }

    @Test func mergedCellsAreFilledOnlyWhereThatIsAskedFor() throws {
        let empty = "| 2 | Мероприятие 2 |  | сентябрь 2024 |"
        let filled = "| 2 | Мероприятие 2 | Методический отдел | сентябрь 2024 |"
        #expect(try OfficeFiles.material("roadmap.xlsx").text.contains(empty))
        let material = try OfficeFiles.material("roadmap.xlsx", ImportOptions(choices: [.merged]))
        #expect(material.text.contains(filled))
        #expect(
            material.report.offers.map { $0.told.text(.ru) }.last
                == "Заполнить объединённые ячейки (1\u{A0}блок, 1\u{A0}пустая ячейка)")
        // A section goes over all columns and is not repeated in them.
        #expect(material.text.contains("| Раздел I. Подготовка |  |  |  |  |"))
        #expect(material.report.losses.contains { $0.sort == .filledCells })
    }
}

@Suite struct PlacedTableTests {
    private func table(_ rows: [[String]]) -> ForeignTable {
        ForeignTable(
            name: "Лист",
            rows: rows.enumerated().map { number, texts in
                ForeignTable.Row(
                    place: Told(ImportPlace.sheetRow, "Лист", String(number + 1)), cells: texts.map { .init($0) })
            })
    }

    @Test func itsCellsAreThereForAGrid() throws {
        let placed = PlacedTable(
            table([["План"], ["Мероприятие", "", "Сроки"], [], ["Совет | дело", "", "май\n2024"]]),
            try OfficeFiles.kind("roadmap"))
        #expect(placed.definition?.id == "events")
        // Empty rows and columns are none.
        #expect(placed.cells == [["Мероприятие", "Сроки"], ["Совет \\| дело", "май 2024"]])
        #expect(placed.fit?.columns.map(\.title) == ["Мероприятие", "Сроки"])
        #expect(placed.titles == ["План"])
        #expect(placed.outcome.termCount == 1)
    }

    @Test func aTableThatNoKindHasStaysAPlainOne() throws {
        let placed = PlacedTable(table([["Класс", "Учеников"], ["5", "20"]]), try OfficeFiles.kind("roadmap"))
        #expect(placed.definition == nil)
        #expect(placed.markdown == "| Класс | Учеников |\n| --- | --- |\n| 5 | 20 |")
        #expect(placed.outcome.line(.ru).hasSuffix("не узнана ни одна из таблиц этого вида"))
    }

    @Test func manyPlacesOfOneSortAreCounted() {
        var report = ImportReport()
        report.losses = (1...25).map { Loss(.colour, Told(ImportPlace.paragraph, String($0))) }
        #expect(report.details(.ru).count == 21)
        #expect(report.details(.ru).last == "цвет не перенесён, текст остался: и ещё мест — 5")
    }
}
