import Catalog
import Diagnostics
import Editing
import Formats
import Foundation
import Preview
import TestSupport
import Testing

@testable import Editor

private let kind = """
    id: plan
    folder: plans
    name: {one: план, few: плана, many: планов}
    title: Планы
    description: Что и когда.
    tables:
      events:
        headings: [Мероприятия, События]
        key: name
        columns:
          name: {label: Мероприятие, aliases: [Название], type: markdown, required: true}
          who: {label: Исполнители, type: list}
          term: {label: Сроки, aliases: [Дата], type: period}
          sort: {label: Вид, type: choice, choices: {own: Свой, other: Чужой}}
        views: [calendar]
      figures:
        headings: [Числа]
        columns:
          name: {label: Показатель, type: markdown}
          value: {label: Количество, type: number}
    """

private func schema() -> Schema {
    SchemaLoader.load(vocabularies: [], kinds: [SourceFile(path: "content/kinds/plan.yml", text: kind)]).0
}

private func material(_ body: String, head: String = "title: План") throws -> EditableMaterial {
    try EditableMaterial(Array("---\n\(head)\n---\n\n\(body)".utf8), path: "plans/a.md", schema())
}

private let today = CalendarDate(year: 2024, month: 9, day: 1)!

@Suite struct GridTests {
    @Test func itHasThePlacesOfItsCellsAndWhatTheyMean() throws {
        let text = try material(
            """
            ## События

            | Название | Дата | Разное |
            |---|---|---|
            | **I. Осень** | | |
            | Семинар \\| первый | сен.24 | а |
            | Круг |

            Дальше.
            """)
        let grid = try #require(Grid.all(text, schema(), edition: today).first)
        #expect(grid.id == "events" && grid.caption == "Мероприятия")
        #expect(grid.columns.map(\.id) == ["name", "term", "column-2"])
        #expect(grid.columns[0].names == ["Название", "Мероприятие", "Название"])
        #expect(grid.rows.map(\.role) == [.section, .record, .record])
        #expect(grid.rows[1].cells.map(\.text) == ["Семинар \\| первый", "сен.24", "а"])
        #expect(grid.rows[1].cells.map { text.raw.file.text($0.range) } == grid.rows[1].cells.map(\.text))
        guard case .period(let term)? = grid.rows[1].cells[1].value else {
            Issue.record("the term is not read")
            return
        }
        #expect(SiteDesk.understood(term, .ru) == "01.09.2024 — 30.09.2024")
        #expect(
            text.raw.file.text(grid.range).hasPrefix("| Название")
                && text.raw.file.text(grid.range).hasSuffix("| Круг |"))
        #expect(grid.place(of: grid.rows[1].cells[1].range.lowerBound) == "events/1/term")
    }

    @Test func aMessageAboutItsHeadsOrALineOfItNamesTheTableAndNoLineOfTheText() throws {
        let text = try material(
            """
            Текст.

            ## События

            | Мероприятие | Служебное | Сроки |
            |---|---|---|
            | Семинар | а | май 2024 |
            | Круг | а | май 2024 | лишнее |
            """)
        let grids = Grid.all(text, schema(), edition: today)
        let messages = FormMessages(
            material: text, grids: grids,
            catalog: AlbumCatalog(
                schema: schema(), materials: [], directory: MaterialDirectory([], schema())), language: .ru)
        func told(_ words: String, _ code: DiagnosticCode) throws -> String {
            let start = try #require(text.raw.file.bytes.firstRange(of: Array(words.utf8))).lowerBound
            let place = SourceLocation(text.raw.file, start..<start + words.utf8.count)
            return messages.pairs([Diagnostic(code, [words, "Мероприятия"], at: place)])[0].message.text
        }
        #expect(
            try told("Служебное", .unknownColumn)
                == "Столбца «Служебное» нет у таблицы «Мероприятия»: читатели увидят его и получат в файлах таблицы, но отборы и сравнения о нём не знают"
        )
        #expect(try told("Служебное", .namelessColumn).hasPrefix("Таблица «Мероприятия», шапка: "))
        #expect(try told("лишнее", .surplusCell).hasPrefix("Таблица «Мероприятия», строка 2: "))
        #expect(try told("Текст", .openMark).hasPrefix("Строка «Текст.»: "))
    }

    /// Whoever writes a row sees whose it is before anybody else does.
    @Test func aRowTellsWhomItConcerns() throws {
        let places = """
            title: Муниципалитеты
            label: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}
            axis: true
            entries:
              - {id: asha, name: Ашинский МР, short: Аша, type: МР}
              - {id: miass, name: Миасский ГО, short: Миасс, type: ГО}
              - {id: lubim, name: Любимский МР, type: МР}
            """
        let kinds = kind.replacing(
            "who: {label: Исполнители, type: list}",
            with: "executors: {label: Исполнители, type: list}\n      participants: {label: Участники, type: list}")
        let schema = SchemaLoader.load(
            vocabularies: [
                ("municipalities", SourceFile(path: "content/vocabularies/municipalities.yml", text: places))
            ],
            kinds: [SourceFile(path: "content/kinds/plan.yml", text: kinds)]
        ).0
        let catalog = AlbumCatalog(schema: schema, materials: [], directory: MaterialDirectory([], schema))
        let rows: [(participants: String, executors: String, said: String?)] = [
            ("школы Миасса", "ЧИРО", "0 касается: Миасский ГО"), ("Миасский ГО", "", nil),
            ("учителя", "ЧИРО", "0 касается всех: места в ячейке нет"),
            ("учителя", "Аша; методисты", "1 касается: Ашинский МР"),
            ("", "Аша; ЧИРО", "1 касается всех: исполняет и ведомство или институт региона"),
            ("школы г. Сокола", "", "0 касается всех: нет в списке — г. Сокола"),
            ("", "методисты", "1 касается всех: места в ячейке нет"),
            ("все, кроме Миасса", "Аша", "0 касается: Ашинский МР; Любимский МР"),
            ("школы области", "Аша", "0 касается всех муниципалитетов"),
            ("Буйский МР", "", "0 не касается никого из списка: Буйский МР"),
        ]
        let body =
            "## События\n\n| Мероприятие | Участники | Исполнители |\n|---|---|---|\n"
            + rows.map { "| Дело | \($0.participants) | \($0.executors) |\n" }.joined()
        let text = try EditableMaterial(Array("---\ntitle: План\n---\n\n\(body)".utf8), path: "plans/a.md", schema)
        let grid = try #require(Grid.all(text, schema, edition: today).first)
        let concerns = try #require(GridConcerns(grid, path: "plans/a.md", catalog, .ru))
        let said = grid.rows.map { concerns.text(of: $0).map { "\($0.column - 1) \($0.text)" } }
        #expect(said == rows.map(\.said))
    }

    @Test(arguments: [
        ("Текст.\n", "Текст.\n\n## Мероприятия\n\nTABLE"), ("Текст.", "Текст.\n\n## Мероприятия\n\nTABLE"),
        ("## События\n\nДальше.\n", "## События\n\nTABLE\nДальше.\n"),
    ])
    func aTableThatTheTextHasNotIsOffered(_ body: String, _ expected: String) throws {
        let text = try material(body)
        let offers = GridOffer.all(text, Grid.all(text, schema(), edition: today))
        #expect(offers.map(\.caption) == ["Мероприятия", "Числа"])
        let table = "| Мероприятие | Исполнители | Сроки | Вид |\n|---|---|---|---|\n|  |  |  |  |\n"
        let place = offers[0].offset - text.draft.body.lowerBound
        let bytes = Array(text.body.utf8)
        let now =
            String(decoding: bytes[..<place], as: UTF8.self) + offers[0].text
            + String(decoding: bytes[place...], as: UTF8.self)
        #expect(now == "\n" + expected.replacing("TABLE", with: table))
        // And it is a grid then, and offered no more.
        let after = try material(now)
        let grids = Grid.all(after, schema(), edition: today)
        #expect(grids.map(\.id) == ["events"] && grids[0].rows.count == 1)
        #expect(GridOffer.all(after, grids).map(\.caption) == ["Числа"])
    }

    @Test func everyTableOfTheTextIsOneAndTheKindKnowsWhatItLacks() throws {
        let text = try material(
            """
            | Раз | Два |
            |---|---|
            | **1** | 2 |

            ## События

            | Название | Дата |
            |---|---|
            | Семинар | |

            ## Итоги

            | Класс | Доля |
            |---|---|
            | 5А | 40 |

            Дальше.

            | Столбец 1 | Столбец 2 |
            |---|---|
            |  |  |

            - пункт

              | в пункте | нет |
              |---|---|
              | а | б |
            """)
        let grids = Grid.all(text, schema(), edition: today)
        #expect(grids.map(\.id) == ["table-1", "events", "table-2", "table-3"])
        #expect(grids.map(\.caption) == ["Таблица 1", "Мероприятия", "Итоги", "Итоги — таблица 2"])
        #expect(grids[0].columns.map(\.id) == ["column-0", "column-1"] && grids[0].rows[0].cells[0].text == "**1**")
        #expect(grids.map { $0.lacking.map(\.id.rawValue) } == [[], ["who", "sort"], [], []])
        let asked = Unfilled(material: text, grids: grids, language: .ru).all()
        #expect(
            asked.map(\.text) == [
                "В таблице «Итоги — таблица 2» столбец ещё называется «Столбец 1»",
                "В таблице «Итоги — таблица 2» столбец ещё называется «Столбец 2»",
                "В таблице «Итоги — таблица 2» пуста строка 1",
            ])
    }

    @Test func tablesInFilesOfTheirOwnAreNotOffered() throws {
        let text = try material("Текст.\n", head: "title: План\ntables: {Мероприятия: events.csv}")
        #expect(GridOffer.all(text, []).map(\.caption) == ["Числа"])
    }
}

@Suite struct BlockReadingTests {
    private func read(_ json: String, _ change: (inout BlockReading.Wishes) -> Void = { _ in }) throws -> BlockReading {
        let schema = schema()
        let definition = schema.kinds[try #require(schema.kind("plan"))].tables[0]
        var wishes = BlockReading.Wishes()
        change(&wishes)
        return BlockReading(try #require(PastedBlock(json)), definition, wishes)
    }

    private static let block = """
        {"cells": [["План на год", "", "", ""], ["№ п/п", "Название", "Дата", "Кабинет"], ["", "", "", ""],
                   ["I. Осень", "", "", ""], ["1", "Семинар", "45536", "5"], ["2", "Круг", "скоро", ""],
                   ["3", "Тайна", "сен.24", ""], ["", "Итого", "3", ""]],
         "strong": [[3, 0]], "links": [[4, 1, "https://example.org/a"], [5, 1, "javascript:alert(1)"]],
         "merges": [[0, 0, 1, 4], [3, 0, 1, 4], [4, 3, 2, 1]], "hidden": [6]}
        """

    @Test func headsColumnsAndRowsAreGuessed() throws {
        let reading = try read(Self.block)
        #expect(reading.head == 1)
        #expect(reading.columns.map(\.definition) == [nil, 0, 2, nil])
        #expect(reading.columns.map(\.isRowNumber) == [true, false, false, false])
        #expect(reading.rows.map(\.number) == [0, 1, 3, 4, 5, 6, 7])
        #expect(
            reading.rows.map(\.role) == [
                .title, .heads, .row(.section), .row(.record), .row(.record), .row(.record), .row(.total),
            ])
        #expect(reading.rows[3].cells == ["1", "[Семинар](https://example.org/a)", "01.09.2024", "5"])
        #expect(reading.rows[4].cells == ["2", "Круг", "скоро", ""])
        #expect(reading.rows.map(\.termCount) == [0, 0, 0, 1, 0, 1, 0] && reading.rows[4].unreadTerms == ["скоро"])
        #expect(reading.rows.map(\.isHidden) == [false, false, false, false, false, true, false])
        #expect(
            reading.mergeCount == 1 && reading.mergedCells == 2 && reading.filledCount == 0
                && reading.days == ["45536 → 01.09.2024"])
    }

    @Test func aSectionIsBoldWhereItsWordsAloneWouldMakeItARecord() throws {
        let reading = try read(
            """
            {"cells": [["№ п/п", "Название", "Дата"], ["", "Раздел 1. Начало", ""], ["1", "Семинар", "сен.24"],
                       ["", "Работа с кадрами", ""], ["2", "Круг", "окт.24"]], "strong": [[1, 1], [3, 1]]}
            """)
        #expect(reading.rows.map(\.role)[1] == .row(.section) && reading.rows.map(\.role)[3] == .row(.section))
        #expect(reading.rows.map(\.needsBold) == [false, false, false, true, false])
        #expect(reading.rows[1].cells[1] == "Раздел 1. Начало")
    }

    @Test func whatSomebodyHasDecidedIsFollowed() throws {
        let filled = try read(Self.block) { $0.fillsMerged = true }
        #expect(filled.filledCount == 1 && filled.rows[4].cells[3] == "5")
        let other = try read(Self.block) { $0.columns = [nil, "name", nil, "who"] }
        #expect(other.columns.map(\.definition) == [nil, 0, nil, 1] && other.rows.map(\.termCount).max() == 0)
        let headless = try read(Self.block) { wishes in
            wishes.head = .absent
            wishes.beside = ["name", "who"]
        }
        #expect(headless.head == nil && headless.columns.map(\.definition) == [0, 1, nil, nil])
        #expect(headless.rows.count == 8 && !headless.rows.contains { $0.role == .heads || $0.role == .title })
        #expect(try read(Self.block) { $0.head = .row(0) }.head == 0)
    }

    @Test func withoutHeadsEachCellHasItsPlace() throws {
        let reading = try read(
            """
            {"cells": [["Старт", "Приветствие", "", "5 мин"], ["", "", "", ""], ["Игра", "Станции", "", "20 мин"]]}
            """
        ) { $0.beside = ["name", "who"] }
        #expect(reading.head == nil && reading.columns.map(\.definition) == [0, 1, nil, nil])
        #expect(reading.emptyColumnCount == 0)
        #expect(
            reading.rows.map(\.cells) == [
                ["Старт", "Приветствие", "", "5 мин"], ["", "", "", ""], ["Игра", "Станции", "", "20 мин"],
            ])
    }

    @Test func belowHeadsEmptyColumnsAreLeftOutAndCounted() throws {
        let reading = try read(
            """
            {"cells": [["", "Название", "", "Дата", ""], ["", "Семинар", "", "сен.24", ""]]}
            """)
        #expect(reading.head == 0 && reading.columns.map(\.definition) == [0, 2] && reading.emptyColumnCount == 3)
        #expect(reading.rows[1].cells == ["Семинар", "сен.24"])
    }

    @Test(arguments: [false, true])
    func rowsThatLookLikeHeadsInTwoRowsStayApart(hasHeads: Bool) throws {
        let heads = hasHeads ? "[\"Название\", \"Кто\", \"Дата\"], " : ""
        let reading = try read(
            """
            {"cells": [\(heads)["Старт", "", "Зал"], ["Игра", "Станции", ""], ["Итоги", "Круг", "Зал"]]}
            """)
        #expect(reading.groups.isEmpty && reading.head == (hasHeads ? 0 : nil))
        #expect(
            reading.rows.suffix(3).map(\.cells) == [
                ["Старт", "", "Зал"], ["Игра", "Станции", ""], ["Итоги", "Круг", "Зал"],
            ])
    }

    private static let indicators = """
        id: indicators
        folder: indicators
        name: {one: перечень, few: перечня, many: перечней}
        title: Показатели
        description: Числа.
        tables:
          indicators:
            headings: [Показатели]
            key: name
            columns:
              name: {label: Показатель, type: markdown, required: true}
              plan: {label: План, type: text}
              fact: {label: Факт, type: text}
              year: {label: Год, type: text}
            form: values
            measures: [plan, fact]
            year: year
        """

    private func readWide(_ json: String, _ change: (inout BlockReading.Wishes) -> Void = { _ in }) throws
        -> BlockReading
    {
        let file = SourceFile(path: "content/kinds/indicators.yml", text: Self.indicators)
        let definition = try #require(SchemaLoader.load(vocabularies: [], kinds: [file]).0.kinds.first).tables[0]
        var wishes = BlockReading.Wishes()
        change(&wishes)
        return BlockReading(try #require(PastedBlock(json)), definition, wishes)
    }

    /// The heads of plan and fact are no rows of the table of numbers: the block says which table it is of.
    @Test func columnsOfTheOtherFormAreHeadsAndSayWhereTheyBelong() throws {
        let own = """
            id: indicators
            tables:
              list:
                heading: Показатели
                key: name
                columns: {number: {label: № Р-139, type: number}, name: {label: Показатель, type: text}}
                form: numbering
                numberings: [number]
              values:
                heading: Значения показателей
                key: name
                columns: {name: {label: Показатель, type: text}, plan: {label: План, type: text}, fact: {label: Факт, type: text}}
                form: values
                measures: [plan, fact]
            """
        let file = SourceFile(path: "content/kinds/indicators.yml", text: own)
        let kind = try #require(SchemaLoader.load(vocabularies: [], kinds: [file]).0.kinds.first)
        let block = try #require(
            PastedBlock(#"{"cells": [["Показатель", "План", "Факт"], ["Доля школ", "80", "79"]]}"#))
        let reading = BlockReading(block, kind.tables[0], BlockReading.Wishes())
        #expect(reading.head == 0)
        #expect(reading.columns.map(\.definition) == [1, nil, nil])
        #expect(reading.others.map(\.heading) == ["Значения показателей"] && reading.others.map(\.heads) == [[1, 2]])
        #expect(BlockReading(block, kind.tables[1], BlockReading.Wishes()).others.isEmpty)
    }

    private static let years = """
        {"cells": [["Показатель", "2023", "", "2024", ""], ["", "план", "факт", "план", "факт"],
                   ["Доля школ", "80", "79", "90", "87,5"]]}
        """

    @Test func columnsOfYearsAreReadAsRowsUnlessSomebodyWantsThemAsTheyAre() throws {
        let reading = try readWide(Self.years)
        #expect(reading.head == 0 && reading.years == ["2023", "2024"] && reading.isTurned && reading.groups.isEmpty)
        #expect(reading.columns.map(\.definition) == [0, 3, 1, 2])
        #expect(
            reading.rows.map(\.cells) == [
                ["Показатель", "Год", "План", "Факт"], ["Доля школ", "2023", "80", "79"],
                ["Доля школ", "2024", "90", "87,5"],
            ])
        let wide = try readWide(Self.years) { wishes in
            wishes.turnsYears = false
            wishes.isIntoEmpty = true
        }
        #expect(!wide.isTurned && wide.years == ["2023", "2024"] && wide.head == 0 && wide.groups == ["2023", "2024"])
        #expect(wide.columns.map(\.title) == ["Показатель", "2023: план", "2023: факт", "2024: план", "2024: факт"])
        let again = try readWide(Self.years) { wishes in
            wishes.head = .row(0)
            wishes.turnsYears = true
        }
        #expect(again.isTurned && again.rows.count == 3)
        let rows = try readWide(Self.years) { $0.head = .absent }
        #expect(rows.years.isEmpty && rows.rows.count == 3 && rows.rows[1].cells[1] == "план")
    }

    /// Cells that are merged over others, or a table that is empty yet, say that two rows are heads.
    @Test(arguments: [("", false, nil), ("", true, 0), (", \"merges\": [[0, 1, 1, 2], [0, 3, 1, 2]]", false, 0)])
    func headsInTwoRowsOfUnknownNamesAreGuessed(merges: String, isIntoEmpty: Bool, head: Int?) throws {
        let reading = try readWide(
            """
            {"cells": [["Класс", "Осень", "", "Весна", ""], ["", "сдали", "нет", "сдали", "нет"], ["5А", "1", "2", "3", "4"]]\(merges)}
            """
        ) { $0.isIntoEmpty = isIntoEmpty }
        #expect(reading.head == head)
        #expect(reading.groups.isEmpty == (head == nil) && reading.rows.count == (head == nil ? 3 : 2))
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"cells\": []}", "{\"cells\": [[]]}", "{\"cells\": 5}", "не JSON", "{\"cells\": [[\"а\"]]",
    ])
    func whatIsNoBlockIsRefused(_ json: String) { #expect(PastedBlock(json) == nil) }

    @Test func placesThatTheBlockHasNotAreLeftOut() throws {
        let reading = try read(
            """
            {"cells": [["а", "б"]], "strong": [[7, 7], [1]], "links": [[0]], "merges": [[0, 0, 9, 9], [5, 0, 1, 2], [0, 0, 0, 0]], "hidden": [99]}
            """)
        #expect(reading.mergeCount == 0 && reading.rows.count == 1)
    }
}

@Suite struct GridRouteTests {
    private static let key = "roadmaps/asha-2016-2018.md"

    @Test func aPastedBlockIsReadForWhoKnowsTheToken() async throws {
        let desk = try Desk()
        let block = "{\"cells\": [[\"Сроки\", \"Мероприятие\"], [\"сен.24\", \"Семинар\"]]}"
        let pairs = [("_token", Desk.token), ("_key", Self.key), ("table", "events"), ("block", block)]
        let answer = await desk.post("/_edit/table", pairs)
        #expect(answer.status == 200 && answer.text.contains("\"kind\":\"roadmap\",\"head\":0"))
        #expect(answer.text.contains("{\"title\":\"Сроки\",\"column\":\"term\",\"isRowNumber\":false}"))
        #expect(
            await desk.post("/_edit/table", pairs.map { $0.0 == "_token" ? ("_token", "чужое") : $0 }).status == 403)
        for (name, value) in [("_key", "нет.md"), ("table", "нет"), ("block", "{"), ("_key", "new/нет")] {
            #expect(await desk.post("/_edit/table", pairs.map { $0.0 == name ? (name, value) : $0 }).status == 404)
        }
        #expect(await desk.get("/_edit/table").status == 404)
        #expect(
            await desk.post("/_edit/table", pairs.map { $0.0 == "_key" ? ("_key", "new/roadmap") : $0 }).status == 200)
    }

    @Test func aColumnSaysWhatMayBePicked() async throws {
        let desk = try Desk()
        func names(_ column: String) async -> SiteResponder.Answer {
            await desk.get("/_edit/names", query: "key=new%2Froadmap&table=events&column=\(column)")
        }
        let answer = await names("link")
        #expect(answer.status == 200)
        #expect(answer.text.contains("\"Как Ашинский район обновил муниципальную систему оценки качества\""))
        #expect(await names("term").text == "[]")
        #expect(await names("net").status == 404)
        #expect(await desk.get("/_edit/names", query: "key=new%2Fnet&table=events&column=link").status == 404)
    }

    @Test func aTableInAFileIsShownAndSavedIntoIt() async throws {
        let desk = try Desk()
        let (key, file) = ("events/rma-contest-2023.md", "content/events/rma-contest-2023-uchastie.csv")
        let before = try desk.folder.bytes(file)
        func shown() async throws -> [String: Any] {
            let answer = await desk.get("/_edit/tables", query: "key=\(key.replacing("/", with: "%2F"))")
            let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
            return try #require((json["tables"] as? [[String: Any]])?.first)
        }
        let table = try await shown()
        let (id, base) = (try #require(table["id"] as? String), try #require(table["base"] as? String))
        let text = try #require(table["text"] as? String)
        #expect(
            table["definition"] as? String == "participation"
                && text.hasPrefix("| Муниципалитет | Участие |\n|---|---|\n"))
        // Rows as the page sends them, one of them changed.
        var rows = text.split(separator: "\n").map { $0.dropFirst(2).dropLast(2).components(separatedBy: " | ") }
        rows.remove(at: 1)
        rows[1][1] = "не участвовал"
        func pairs(_ base: String, token: String = Desk.token, id: String) throws -> [(String, String)] {
            let json = String(decoding: try JSONSerialization.data(withJSONObject: rows), as: UTF8.self)
            return [("_token", token), ("_key", key), ("file", id), ("base", base), ("rows", json)]
        }
        #expect(await desk.post("/_edit/tables", try pairs(base, token: "чужое", id: id)).status == 403)
        #expect(await desk.post("/_edit/tables", try pairs(base, id: "нет")).status == 404)
        #expect(await desk.post("/_edit/tables", try pairs("другой", id: id)).status == 409)
        #expect(try desk.folder.bytes(file) == before)
        // What is typed is kept with the form, and shown again.
        _ = await desk.post(
            "/_edit/keep",
            [("_token", Desk.token), ("_key", key), ("file.\(id)", "| Набрано |\r\n|---|"), ("file.\(id).base", base)])
        #expect(try await shown()["kept"] as? String == "| Набрано |\n|---|")
        let answer = await desk.post("/_edit/tables", try pairs(base, id: id))
        #expect(answer.status == 200, "\(answer.text)")
        let expected = String(decoding: before, as: UTF8.self).replacing(
            "Агаповский МР;участвовал", with: "Агаповский МР;не участвовал")
        #expect(try desk.folder.text(file) == expected)
        #expect(try desk.folder.files(below: ".album-work/history").count == 1)
        #expect(try await shown()["other"] as? String == "| Набрано |\n|---|")
    }

    @Test func aTableInAFileIsUnsavedOnceItSaysSomethingElse() async throws {
        let desk = try Desk()
        let key = "events/rma-contest-2023.md"
        let form = try desk.form(key, schema: try desk.schema())
        let shown = await desk.get("/_edit/tables", query: "key=\(key.replacing("/", with: "%2F"))")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(shown.bytes)) as? [String: Any])
        let text = try #require((json["tables"] as? [[String: Any]])?.first?["text"] as? String)
        func kept(_ table: String) async -> String {
            await desk.post(
                "/_edit/keep", form + [("_key", key), ("file.participation-file-1", table)]
            ).text
        }
        let list = { await desk.get("/_edit/").text }
        #expect(await kept(text) == "{\"isUnsaved\":false,\"isBeside\":false}")
        #expect(await !list().contains("есть несохранённое"))
        #expect(await kept(text.replacing("участвовал", with: "был")) == "{\"isUnsaved\":true,\"isBeside\":false}")
        #expect(await list().contains("есть несохранённое"))
    }

    @Test func aTableInAFileIsLookedAtAsItIsTyped() async throws {
        let desk = try Desk()
        let key = "events/rma-contest-2023.md"
        let before = try desk.folder.bytes("content/events/rma-contest-2023-uchastie.csv")
        let form = try desk.form(key, schema: try desk.schema())
        let table = "| Муниципалитет | Участие |\n|---|---|\n| | |\n| Нигдейский МР | участвовал |"
        let answer = await desk.post(
            "/_edit/check", form + [("_key", key), ("file.participation-file-1", table)])
        // The empty row counts: the grid shows it.
        #expect(answer.text.contains("\"for\":\"participation-file-1/1/"), "\(answer.text)")
        #expect(answer.text.contains("\"files\":[{\"id\":\"participation-file-1\",\"rows\":[[{},{}],[{},{}]]}]"))
        #expect(try desk.folder.bytes("content/events/rma-contest-2023-uchastie.csv") == before)
    }

    @Test func rowsBecomePipesAndComeBack() {
        let rows = [["Название", "Кто"], ["а | б", "в\nг"], ["", "[[а|б]]"]]
        #expect(SiteDesk.rows(ofPipes: SiteDesk.pipes(rows)) == rows)
    }
}
