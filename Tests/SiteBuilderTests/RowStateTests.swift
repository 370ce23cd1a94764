import TestSupport
import Testing

@testable import SiteBuilder

/// Rows of a plan that were called off or moved to another time.
@Suite struct RowStateTests {
    private func site(_ rows: String, heads: String = "Мероприятие | Сроки | Статус") throws -> SampleSite {
        let line = String(repeating: "---|", count: heads.split(separator: "|").count)
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\ndirections: [Знание]\ndate: 2023\n---\n## Мероприятия\n\n| \(heads) |\n|\(line)\n\(rows)"
        ])
        try site.build { $0.isLenient = true }
        return site
    }

    private func events(_ site: SampleSite) throws -> [String] {
        let calendar = try site.page("data/calendar.ics").replacing("\r\n ", with: "").replacing("\r\n", with: "\n")
        return calendar.split(separator: "BEGIN:VEVENT\n").dropFirst().map(String.init)
    }

    @Test(arguments: [
        "| Сбор | июль 2023 | Отменено |", "| Сбор | июль 2023 | отменён приказом № 5 |",
        "| Сбор | июль 2023 | Мероприятие отменено |", "| Сбор | июль 2023 (отменено) | |",
        "| Сбор | июль 2023, отменено | |", "| Сбор | Отменён: июль 2023 | |", "| Сбор (отменён) | июль 2023 | |",
    ])
    func whatWasCalledOffIsMarkedEverywhereAndNotDue(row: String) throws {
        let site = try site("\(row)\n| Слёт | август 2023 | |\n")
        let event = try #require(try events(site).first { $0.contains("SUMMARY:Сбор") })
        #expect(event.contains("STATUS:CANCELLED\n") && event.contains("DTSTART;VALUE=DATE:20230701"), "\(event)")
        #expect(try events(site).filter { $0.contains("STATUS") }.count == 1)
        #expect(try site.page("calendar.html").firstMatch(of: /Сбор.*\(.*[Оо]тмен/) != nil)
        #expect(try !site.page("index.html").contains("#events-sbor"))
        #expect(try site.page("index.html").contains("Слёт"))
    }

    @Test(arguments: [
        "| Сбор | июль 2023 | Не состоялось |", "| Сбор | июль 2023 | Мероприятие не состоялось |",
        "| Сбор (не состоялся) | июль 2023 | |", "| Сбор | июль 2023, не состоялся | |",
    ])
    func whatDidNotTakePlaceIsCalledOff(row: String) throws {
        let site = try site("\(row)\n| Слёт | август 2023 | |\n")
        let event = try #require(try events(site).first { $0.contains("SUMMARY:Сбор") })
        #expect(event.contains("STATUS:CANCELLED\n") && event.contains("DTSTART;VALUE=DATE:20230701"), "\(event)")
        #expect(try !site.page("index.html").contains("#events-sbor"))
    }

    @Test(arguments: ["-", "нет", "-//-"])
    func whatIsNoNameIsInNeitherTable(cell: String) throws {
        let heads = "Мероприятие | Сроки | Исполнители"
        let site = try site("| Сбор | июль 2023 | \(cell) |\n| Слёт | август 2023 | МОУО,<br>РМА, |\n", heads: heads)
        let rows = try site.page("data/roadmaps/plan.csv").split(whereSeparator: \.isNewline).dropFirst()
        #expect(rows == ["Сбор,июль 2023,", "Слёт,август 2023,\"МОУО; РМА\""])
        #expect(try site.page("data/roadmaps/plan.json").contains("null"))
        #expect(try !site.page("data/calendar.ics").contains("\(cell)\\n"))
    }

    @Test(arguments: [
        ("| Сбор | июль 2023 | Перенесено на сентябрь |", "20230701", "Перенесено на сентябрь"),
        ("| Сбор | июль 2023 | Перенос на сентябрь |", "20230701", "Перенос на сентябрь"),
        ("| Сбор | перенесён на июль 2023 | |", "20230701", "перенесено"),
        ("| Сбор | 30 июля 2023 (перенос с 12.07) | |", "20230730", "перенесено"),
    ])
    func whatWasMovedSaysSoInItsDescription(row: String, start: String, words: String) throws {
        let site = try site("\(row)\n")
        let event = try #require(try events(site).first)
        #expect(event.contains("DTSTART;VALUE=DATE:\(start)") && !event.contains("STATUS"), "\(event)")
        #expect(event.contains("\\n\(words)") || event.contains("DESCRIPTION:\(words)"), "\(event)")
        for page in ["calendar.html", "index.html"] {
            #expect(try site.page(page).contains("(\(words))"), "\(page)")
        }
    }

    @Test(arguments: [
        "| Сбор | июль 2023 | не отменено |", "| Отмена крепостного права | июль 2023 | по плану |",
        "| Сбор | июль 2023 | Разговор об отмене уроков |",
        "| Сбор | июль 2023 (не отменён) | |", "| Сбор | июль 2023 | Перенос не требуется |",
        "| Сбор | июль 2023 | перенос срока не требуется |", "| Сбор | июль 2023 (перенос не нужен) | |",
        "| Сбор | июль 2023 | переноса нет |",
    ])
    func whatOnlySpeaksOfItIsAsPlanned(row: String) throws {
        let site = try site("\(row)\n")
        #expect(try !events(site)[0].contains("STATUS") && !site.page("calendar.html").contains("(отмен"))
        #expect(try site.page("index.html").contains("#events-"))
    }

    @Test func aTermThatIsNothingButCalledOffIsUnderstood() throws {
        let site = try site("| Сбор | отменено | |\n| Слёт | август 2023 | |\n")
        #expect(try !site.build { $0.isLenient = true }.codes.contains("unknown-period"))
        #expect(try site.page("calendar.html").contains("Сбор") && !site.page("index.html").contains("#events-sbor"))
    }

    @Test func whatWasCalledOffIsNotTheLastToEnd() throws {
        let site = try site("| Сбор | май 2023 | отменено |\n| Слёт | апрель 2023 | |\n")
        let page = try site.page("index.html")
        #expect(page.contains("Последнее по сроку") && page.contains("Слёт") && !page.contains("#events-sbor"))
    }
}
