import Diagnostics
import OfficeFiles
import Testing

@testable import Importing

/// What a workbook hides, and its further sheets: left out and told first, and there for whoever asks.
@Suite struct HiddenPartTests {
    private static func cell(_ column: Int, _ text: String) -> Workbook.Cell {
        Workbook.Cell(column: column, value: .text(text), text: text)
    }

    private static func row(_ number: Int, _ texts: [String], isHidden: Bool = false) -> Workbook.Row {
        Workbook.Row(
            number: number, isHidden: isHidden,
            cells: texts.enumerated().filter { !$0.element.isEmpty }.map { cell($0.offset, $0.element) })
    }

    /// Two sheets, of which the second holds the plan: a hidden first column, a hidden row, merged cells over both.
    private static var book: Workbook {
        var book = Workbook()
        var costs = Workbook.Sheet(name: "Смета", isHidden: false)
        costs.rows = [row(1, ["Статья", "Сумма"]), row(2, ["Бумага", "1500"])]
        var plan = Workbook.Sheet(name: "План", isHidden: false)
        plan.rows = [
            row(1, ["План работы"]),
            row(2, ["Служебное (не печатать)", "Мероприятие", "Ответственный", "Сроки"]),
            row(3, ["спросить Иванову", "Семинар", "Отдел", "15.10.2024"]),
            row(4, ["", "Тайное дело", "", "май 2025"], isHidden: true),
            row(5, ["", "Совет", "", "до 20 декабря"]),
        ]
        plan.hiddenColumns = [0]
        plan.merges = ["A1:D1", "C3:C5"].compactMap { CellRange($0) }
        var old = Workbook.Sheet(name: "Старое", isHidden: true)
        old.rows = [row(1, ["Черновик"])]
        book.sheets = [costs, plan, old]
        return book
    }

    private static func composed(_ options: ImportOptions = ImportOptions()) throws -> (WorkbookComposer, ImportReport)
    {
        var composer = WorkbookComposer(kind: try OfficeFiles.kind("roadmap"), options: options)
        composer.compose(book)
        return (composer, ImportReport(book, composer))
    }

    @Test func whatIsHiddenIsLeftOutAndToldBeforeAllElse() throws {
        let (composer, report) = try Self.composed()
        let text = composer.body.joined(separator: "\n")
        for secret in ["Служебное", "Иванову", "Тайное", "Бумага", "Черновик"] {
            #expect(!text.contains(secret), "\(secret) came in")
        }
        #expect(composer.title == "План работы", "the text of merged cells goes to the first that is seen")
        #expect(
            report.checks(.ru).prefix(4) == [
                "лист «Смета»: не перенесён: взят только лист «План»",
                "лист «План», столбец A: скрыт, не перенесён: «Служебное (не печатать)»",
                "лист «План», строка 4: скрыта, не перенесена: «Тайное дело»",
                "лист «Старое»: скрыт, не перенесён: «Черновик»",
            ], "\(report.checks(.ru))")
        #expect(report.short(.ru) == "2\u{A0}строки, 1\u{A0}срок, 1 без года")
        #expect(
            report.checks(.ru).contains(
                "у сроков нет года (1): «до 20 декабря» — допишите его, без года их нет в календаре"))
        #expect(
            report.checks(.ru).contains {
                $0.hasSuffix("«Отдел»; столбец «Ответственный» теперь пуст в строках: «Совет»")
            }, "\(report.checks(.ru))")
    }

    @Test func eachThingThatWasLeftIsOfferedAndComesWhenItIsAskedFor() throws {
        let (_, report) = try Self.composed()
        #expect(
            report.offers.map { $0.told.text(.ru) } == [
                "Взять и лист «Смета»", "Взять и скрытый столбец A «Служебное (не печатать)»",
                "Взять и скрытые строки листа «План» (1)", "Взять и скрытый лист «Старое»",
                "Заполнить объединённые ячейки (1\u{A0}блок, 1\u{A0}пустая ячейка)",
            ])
        let words = ["Бумага", "Иванову", "Тайное", "Черновик", "Совет | Отдел"]
        for (offer, word) in zip(report.offers, words) {
            #expect(!offer.isTaken && ImportChoice(offer.choice.text) == offer.choice)
            let (composer, taken) = try Self.composed(ImportOptions(choices: [offer.choice]))
            let text = composer.body.joined(separator: "\n")
            for other in words { #expect(text.contains(other) == (other == word), "\(offer.choice): \(other)") }
            #expect(taken.offers.filter(\.isTaken).map(\.choice) == [offer.choice])
        }
        let (all, _) = try Self.composed(ImportOptions(fillsMerged: true, takesHidden: true, takesAllSheets: true))
        let text = all.body.joined(separator: "\n")
        for word in words.dropLast() { #expect(text.contains(word), "\(word)") }
    }

    @Test(arguments: [ImportOptions(), ImportOptions(takesHidden: true), ImportOptions(takesAllSheets: true)])
    func theReportAddsUp(options: ImportOptions) throws {
        let (composer, report) = try Self.composed(options)
        let words = try #require(report.counts.first { $0.name == ImportOutcome.words })
        #expect(
            words.source
                == Self.book.sheets.flatMap(\.rows).flatMap(\.cells).reduce(0) { $0 + PlainWords.count($1.text) })
        #expect(
            words.taken == composer.sheets.flatMap(\.rows).flatMap(\.cells).reduce(0) { $0 + PlainWords.count($1.text) }
        )
        let rows = try #require(report.counts.first { $0.name == ImportOutcome.rowsOfTables })
        #expect(rows.source == 8 && rows.taken == composer.rowCount)
        #expect(report.wordDifference == 0 && !report.losses.contains { $0.sort == .text })
    }

    @Test(arguments: ["", "column/F", "column/7/План", "column//План", "row/План", "merged/План", "sheet"])
    func whatIsNoChoiceIsNone(text: String) { #expect(ImportChoice(text) == nil) }

    @Test func aSheetOfWhichAllIsHiddenIsNoTable() throws {
        var book = Workbook()
        var sheet = Workbook.Sheet(name: "А", isHidden: false)
        sheet.rows = [Self.row(1, ["слово"])]
        sheet.hiddenColumns = [0]
        book.sheets = [sheet]
        var composer = WorkbookComposer(kind: try OfficeFiles.kind("roadmap"), options: ImportOptions())
        composer.compose(book)
        #expect(composer.body.isEmpty && ImportReport(book, composer).offers.count == 1)
    }
}

/// Why a file is not taken in, in the words of the menus where it can be mended.
@Suite struct ForeignFileTests {
    private static let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    @Test(arguments: [
        ("План.xls", old, "Файл → Сохранить как → Книга Excel (.xlsx)"),
        ("План.DOC", old, "Файл → Сохранить как → Документ Word (.docx)"),
        ("План.ppt", old, "Презентация PowerPoint (.pptx)"), ("План", old, "в своей программе"),
        ("План.pdf", Array("%PDF-1.4".utf8), "кнопкой «Файл или картинка»"),
        ("План.rtf", Array("{\\rtf1".utf8), "Документ Word (.docx)"),
        (
            "Фото.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46, 0x49, 0x46, 0] as [UInt8],
            "Вставьте её в текст кнопкой"
        ),
        ("Фото.heic", Array("????ftypheic".utf8), "картинка, а не документ"),
        ("План.txt", Array("слова".utf8), "не документ Word"),
    ])
    func aFileOfAnotherSortIsRefusedWithWhatToDo(name: String, bytes: [UInt8], words: String) throws {
        let failure = #expect(throws: ImportFailure.self) {
            try OfficeFiles.importing(kind: "roadmap").material(of: bytes, named: name)
        }
        let text = failure?.text(.ru) ?? ""
        #expect(text.contains(words) && text.contains("«\(name)»"), "\(text)")
    }
}
