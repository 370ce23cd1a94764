import TestSupport
import Testing

@testable import SiteBuilder

/// What the home page calls due on the day of an edition.
@Suite struct DueTests {
    private func home(_ terms: [String], edition: String = "2023-06-01") throws -> String {
        let rows = terms.map { "| Дело \($0) | \($0) |\n" }.joined()
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\ndirections: [Знание]\nperiod: 2022-2023\n---\n## Мероприятия\n\n| Мероприятие | Сроки |\n|---|---|\n\(rows)"
        ])
        let config = try site.folder.text("album.yml").replacing("edition: 2023-06-01", with: "edition: \(edition)")
        try site.folder.write(config, to: "album.yml")
        let report = try site.build()
        #expect(report.codes.isEmpty, "\(report.text)")
        return try site.page("index.html")
    }

    private func due(_ page: String) -> [String] {
        page.matches(of: /#events[^"]*">Дело ([^<]*)</).map { String($0.1) }
    }

    @Test func whatEndsOnTheDayOrLaterIsDueTheNearestEndFirst() throws {
        let page = try home([
            "март 2023", "октябрь 2023", "2023", "31 мая 2023", "1 июня 2023", "до 15 июня 2023", "июль 2023",
        ])
        #expect(due(page) == ["1 июня 2023", "до 15 июня 2023", "2023", "июль 2023", "октябрь 2023"])
        #expect(page.contains("Мероприятия на 1\u{A0}июня\u{A0}2023\u{A0}г. и позже"))
        #expect(!page.contains("и позже нет"))
    }

    @Test func whereNothingIsDueTheLastToEndIsNamedAsSuch() throws {
        let page = try home(["март 2023", "май 2022", "31 мая 2023", "10 мая 2023"])
        #expect(due(page) == ["31 мая 2023"])
        #expect(page.contains("Мероприятий со сроком 1\u{A0}июня\u{A0}2023\u{A0}г. и позже нет. Последнее по сроку:"))
    }

    @Test func whatHasNoDayOfItsOwnIsNeverDue() throws {
        let page = try home(["в течение года", "I квартал", "постоянно"])
        #expect(due(page).isEmpty && page.contains("Мероприятий со сроком 1\u{A0}июня\u{A0}2023\u{A0}г. и позже нет."))
        #expect(!page.contains("Последнее по сроку"))
    }

    @Test func whatBeganLongAgoAndHasNoEndIsNoNews() throws {
        #expect(due(try home(["с 1 сентября 2022", "с 1 сентября 2023"])) == ["с 1 сентября 2023"])
    }

    // MARK: The calendar

    private func calendar(_ rows: String) throws -> SampleSite {
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\ndate: 2023-2024\n---\n## Мероприятия\n\n| Мероприятие | Сроки |\n|---|---|\n\(rows)"
        ])
        try site.build { $0.isLenient = true }
        return site
    }

    @Test func aRowWithoutATermStandsInTheCalendarUnderItsOwnHeading() throws {
        let page = try calendar(
            "| Встреча | 11 мая 2023 |\n| Переписка | нет в источнике |\n| Сбор | май 2023 |\n| Итог | июнь 2023 |\n"
        ).page("calendar.html")
        #expect(page.contains("Срок не указан") && page.contains("Переписка") && page.contains("срок не указан"))
        #expect(page.contains("Без точного срока open 1"))
    }

    @Test func aQuarterOfAnUnknownYearIsFoundInBothYearsAndInNoMonth() throws {
        let page = try calendar(
            "| Отчёт | I квартал |\n| Встреча | 11 мая 2023 |\n| Сбор | май 2023 |\n| Итог | июнь 2023 |\n| Конкурс | 2023 |\n"
        ).page("calendar.html")
        #expect(page.contains("2023 год 2023 5") && page.contains("2024 год 2024 1"), "\(page)")
        #expect(page.contains("Май\u{A0}2023 2023-05 2") && page.contains("Без точного срока open 1"), "\(page)")
    }
}
