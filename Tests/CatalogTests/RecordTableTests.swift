import AlbumMarkdown
import Diagnostics
import Formats
import TestSupport
import Testing

@testable import Catalog

/// What reading the tables of one roadmap gives.
private struct Reading {
    static let roadmap = """
        id: roadmap
        folder: roadmaps
        tables:
          events:
            headings: [Мероприятия, События]
            key: name
            columns:
              name: {label: Название, aliases: [Мероприятие], type: markdown, required: true}
              executors: {label: Исполнители, type: list}
              term: {label: Сроки, type: period}
              number: {label: Число, type: number}
              directions: {label: Направления, type: references, to: directions}
              link: {label: Материал, type: references, to: any}
              document: {label: Документ, type: reference, to: document}
        """

    let tables: [RecordTable]
    let diagnostics: [Diagnostic]
    private let catalog: AlbumCatalog

    init(_ body: String, year: Int? = nil) {
        let album = SmallAlbum(kinds: [Self.roadmap, SmallAlbum.material, SmallAlbum.document])
        (catalog, _) = album.read([
            "documents/order-1.md": "---\ntitle: Приказ\nsummary: а\n---\n",
            "documents/order-2.md": "---\ntitle: Приказ 2\nsummary: а\n---\n",
        ])
        let file = SourceFile(path: "content/roadmaps/a.md", text: body)
        let reading = ValueReader(
            schema: album.schema, file: file,
            edition: CalendarDate(year: 2024, month: 1, day: 1)!,
            frame: year.flatMap { TimeFrame.around(Period.parse(String($0))) })
        var reader = RecordTableReader(
            document: MarkdownParser.parse(file: file).document, file: file,
            kind: album.schema.kinds[album.schema.kind("roadmap")!], values: reading)
        tables = reader.tables()
        let references = ReferenceCheck(catalog)
        let values = tables.flatMap(\.records).flatMap(\.cells).map(\.value)
        diagnostics = reader.diagnostics + values.flatMap { references.diagnostics($0, in: file.path, of: nil) }
    }

    /// The materials that the cells of one column name.
    func materials(_ column: Int) -> [[MaterialIndex]] { values(column).map { catalog.materials(namedBy: $0) } }

    /// The values of one column.
    func values(_ column: Int) -> [FieldValue?] { tables.first?.records.map { $0.cells[column].value } ?? [] }
}

@Suite struct RecordTableTests {
    /// Names of a cell are parted by semicolons: that is the way out there.
    @Test func namesThatCommasPartAreTold() {
        let reading = Reading(
            "## События\n\n| Название | Направления |\n|---|---|\n| Слёт | Знание, Здоровье |\n| Бег | Знание; Здоровье |\n"
        )
        #expect(reading.diagnostics.map(\.code.name) == ["joined-values"])
        let told = reading.diagnostics.first.map { $0.code.remedy.text(.ru, $0.arguments) }
        #expect(told == "перечислите их через точку с запятой: Знание; Здоровье")
    }

    @Test func aTableUnderItsHeadingIsRecords() {
        let reading = Reading(
            """
            ## Мероприятия

            | Мероприятие | Исполнители | Сроки |
            |---|---|---|
            | Старт *проекта* | Школа № 5; ЧИРО ; | I квартал (февраль-март) |
            | Итоги | нет в источнике | |
            """, year: 2023)
        #expect(reading.diagnostics.isEmpty && reading.tables.map(\.id) == ["events"])
        #expect(reading.values(0) == [.markdown("Старт проекта"), .markdown("Итоги")])
        #expect(reading.values(1) == [.list(["Школа № 5", "ЧИРО"]), .absentInSource])
        guard case .period(let term)? = reading.values(2)[0] else {
            Issue.record("no term")
            return
        }
        #expect(term.start?.description == "2023-02-01" && reading.values(2)[1] == nil)
    }

    /// A blank that is written says that a row is one of cells; whatever its words look like.
    @Test(arguments: ["Раздел 1", "Итого: 5", "**I. Осень**", "ПОДГОТОВКА", "Директор ЦРО Н.Н. Петрова"])
    func aRowThatSaysSoIsARecord(words: String) {
        let head = "## Мероприятия\n\n| Мероприятие | Исполнители | Сроки |\n|---|---|---|\n| Старт | МОУО | 2024 |\n"
        let plain = Reading(head + "| \(words) | | |\n")
        #expect(plain.tables[0].records.last?.role != .record)
        let marked = Reading(head + "| \(words) | | &nbsp; |\n")
        #expect(marked.tables[0].records.last?.role == .record && marked.diagnostics.isEmpty, "\(marked.diagnostics)")
        #expect(marked.values(2)[1] == nil && marked.tables[0].records[1].cells[2].text.isEmpty)
    }

    @Test func aTableBelongsToTheNearestHeadingThatIsDeclared() {
        let table = "| Название |\n|---|\n| А |\n\n"
        let reading = Reading("\(table)## События\n\n### Осень\n\n\(table)## Другое\n\n\(table)# События\n\n\(table)")
        #expect(reading.tables.map(\.id) == ["events", "events-2"])
        #expect(Reading("## Другое\n\n\(table)").tables.isEmpty)
    }

    @Test func aTextRightUnderATableIsNoRecord() {
        let reading = Reading("## События\n\n| Название | Сроки |\n|---|---|\n| А | 2023 |\nТекст под таблицей.\n")
        #expect(reading.tables.first?.records.map(\.role) == [.record, .text] && reading.diagnostics.isEmpty)
    }

    @Test func aSignatureUnderAPipeTableIsToldToo() {
        let reading = Reading(
            "## События\n\n| Название | Сроки |\n|---|---|\n| А | 2023 |\n| Директор ЦРО Н.Н. Петрова | |\n")
        #expect(reading.tables.first?.records.map(\.role) == [.record, .footer])
        #expect(reading.diagnostics.codes == ["footer-row"])
    }

    @Test func anUnknownColumnIsAWarningWithTheNearestName() {
        let text = MarkedText("## События\n\n| Название | ⟦Срки⟧ | |\n|---|---|---|\n| А | 2023 | б |\n")
        let reading = Reading(text.text)
        #expect(reading.diagnostics.codes == ["unknown-column", "nameless-column"])
        #expect(reading.diagnostics.texts == ["Срки", "б"])
        #expect(reading.diagnostics[0].candidates == ["Сроки"])
        #expect(reading.values(1) == [.text("2023")])
    }

    @Test func aMissingColumnIsReportedAtTheHead() {
        let reading = Reading("## События\n\n| Сроки |\n|---|\n| 2023 |\n")
        #expect(reading.diagnostics.codes == ["missing-column"])
        #expect(reading.diagnostics[0].arguments == ["Название", "Мероприятия"])
    }

    @Test func anEmptyCellThatIsWishedForIsReported() {
        let reading = Reading("## События\n\n| Название | Сроки |\n|---|---|\n| | 2023 |\n")
        #expect(reading.diagnostics.codes == ["missing-cell"] && reading.diagnostics[0].arguments == ["Название"])
    }

    @Test func aBadNumberIsReportedInItsOwnCell() {
        let text = MarkedText("## События\n\n| Название | Число |\n|---|---|\n| Ёж | ⟦много⟧ |\n| Уж | −12,5 |\n")
        let reading = Reading(text.text)
        #expect(reading.diagnostics.codes == ["bad-number"])
        #expect(reading.diagnostics[0].location.range == text.ranges[0])
        #expect(reading.values(1) == [nil, .number(-12.5)])
    }

    @Test func eachItemOfAListHasAPlaceOfItsOwn() {
        let text = MarkedText(
            "## События\n\n| Название | Направления |\n|---|---|\n| А | Знание; ⟦Здоровь⟧ ; Здоровье |\n")
        let reading = Reading(text.text)
        #expect(reading.diagnostics.codes == ["unknown-value"])
        #expect(reading.diagnostics[0].location.range == text.ranges[0])
        guard case .entries(let entries)? = reading.values(1)[0] else {
            Issue.record("no entries")
            return
        }
        #expect(entries.map(\.entry) == [0, 1])
    }

    @Test(arguments: [
        "order-1; order-2", "[[order-1]]; [[documents/order-2\\|второй]]", "[[order-1\\|первый]];Приказ 2",
        "[первый](../documents/order-1.md); order-2",
    ])
    func referencesMayBeWrittenAsLinks(cell: String) {
        let reading = Reading("## События\n\n| Название | Материал |\n|---|---|\n| А | \(cell) |\n")
        #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.arguments))")
        #expect(reading.materials(1) == [[0, 1]])
    }

    @Test func aCellOfOneReferenceMayBeALinkToo() {
        let reading = Reading("## События\n\n| Название | Документ |\n|---|---|\n| А | [[order-2\\|приказ]] |\n")
        #expect(reading.diagnostics.isEmpty && reading.materials(1) == [[1]])
    }

    @Test func aRowsAnchorIsMadeOfItsKeyAndStaysWhenRowsMove() {
        let head = "## События\n\n| Название | Сроки |\n|---|---|\n"
        let start = "| Формирование комплекта распорядительных документов области | 2023 |\n"
        let end = "| Итоги | 2023 |\n"
        #expect(
            Reading(head + start + end).tables[0].records.map(\.anchor) == [
                "events-formirovanie-komplekta-rasporiaditelnykh", "events-itogi",
            ])
        #expect(Reading(head + end + start).tables[0].records.map(\.anchor).first == "events-itogi")
    }

    @Test func anchorsAreUniqueOnThePage() {
        let rows = "| Итоги |\n| Итоги |\n| — |\n| 日本 |\n"
        let reading = Reading(
            "## События\n\n| Название |\n|---|\n\(rows)\n## Мероприятия\n\n| Название |\n|---|\n\(rows)")
        let anchors = reading.tables.flatMap { $0.records.map(\.anchor) }
        #expect(Set(anchors).count == 8 && anchors[1] == "events-itogi-2" && anchors[2] == "events-row")
    }

    @Test func aColumnThatStandsTwiceCountsOnce() {
        let reading = Reading("## События\n\n| Название | Мероприятие |\n|---|---|\n| А | Б |\n")
        #expect(reading.tables[0].columns.map(\.definition) == [0, nil])
    }

    @Test(.timeLimit(.minutes(5))) func thousandsOfRowsOfOneNameAreReadInLinearTime() {
        let rows = String(repeating: "| Итоги | 2023 |\n", count: 4000)
        let clock = ContinuousClock()
        let duration = clock.measure {
            #expect(Reading("## События\n\n| Название | Сроки |\n|---|---|\n\(rows)").tables[0].records.count == 4000)
        }
        #expect(duration < .seconds(8))
    }

    @Test func aBreakPartsItemsAndIsASpaceInATextOfOne() {
        let reading = Reading(
            """
            ## Мероприятия

            | Мероприятие<br>(форма) | Исполнители | Сроки | Направления |
            |---|---|---|---|
            | Старт<br>проекта | Школа № 5<br/>ЧИРО; Лицей<BR>`<br>` | март<br>2024 | Знание<br>Здо\u{AD}ровье |
            | Зал 5 м<sup>2</sup> | 10<sup>а</sup> класс; ~~так~~ | май 20\u{200B}24 | Знание |
            """)
        #expect(reading.diagnostics.map(\.code.name) == ["near-column"])
        #expect(reading.tables[0].records.map { $0.cells[0].text } == ["Старт проекта", "Зал 5 м2"])
        #expect(
            reading.values(1) == [
                .list(["Школа № 5", "ЧИРО", "Лицей", "`<br>`"]), .list(["10а класс", "~~так~~"]),
            ])
        #expect(reading.values(2).first == .period(Period.parse("март 2024")))
        let starts = reading.values(2).map { value -> CalendarDate? in
            if case .period(let period)? = value { period.start } else { nil }
        }
        #expect(starts == [CalendarDate(year: 2024, month: 3, day: 1), CalendarDate(year: 2024, month: 5, day: 1)])
        if case .entries(let entries)? = reading.values(3)[0] { #expect(entries.count == 2) } else { Issue.record() }
    }
}
