import TestSupport
import Testing

@testable import AlbumModel
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
        #expect(due(page) == ["1 июня 2023", "до 15 июня 2023", "июль 2023", "октябрь 2023", "2023"])
        #expect(page.contains("Мероприятия и события на 1 июня 2023 г. и позже"))
        #expect(!page.contains("и позже нет"))
    }

    @Test func whereNothingIsDueTheLastToEndIsNamedAsSuch() throws {
        let page = try home(["март 2023", "май 2022", "31 мая 2023", "10 мая 2023"])
        #expect(due(page) == ["31 мая 2023"])
        let told = "Мероприятий и событий со сроком позже 31 мая 2023 г. нет. Последнее по сроку:"
        #expect(page.contains(told))
        // Another edition says the same: a copy is not made anew for it.
        let later = try home(["март 2023", "май 2022", "31 мая 2023", "10 мая 2023"], edition: "2023-09-01")
        #expect(later.contains(told))
    }

    @Test func whatHasNoDayOfItsOwnStandsApartWhileItsTimeLasts() throws {
        let terms = ["в течение года", "I квартал", "постоянно", "в течение 2023 года", "2023"]
        let page = try home(terms)
        #expect(Set(due(page)) == Set(terms))
        #expect(page.contains("Мероприятий и событий с точным сроком 1 июня 2023 г. и позже нет."))
        #expect(page.contains("Срок назван не точно и, возможно, ещё не прошёл:"))
        #expect(!page.contains("Последнее по сроку"))
        let later = try home(["в течение года", "I квартал", "2023"], edition: "2024-01-01")
        #expect(due(later) == ["2023"] && later.contains("нет. Последнее по сроку:"))
    }

    @Test func whatMayBeDueStandsBehindWhatIs() throws {
        let page = try home(["в течение года", "июль 2023"])
        #expect(due(page) == ["июль 2023", "в течение года"])
        #expect(page.contains("Мероприятия и события на 1") && page.contains("Срок назван не точно"))
    }

    @Test(arguments: [
        "с 1 июля 2023", "после 15 июля 2023", "до 15 июля 2023", "в течение 2023 года", "в течение июля 2023",
    ])
    func aTermThatIsMoreThanAPointOfTimeStandsAsWritten(term: String) throws {
        #expect(try home([term]).contains("\(term):"))
    }

    @Test func whatIsDoneIsWrittenInManyWays() {
        for text in [
            "да", "Выполнено", "выполнено 15.11.2024", "Проведён", "+", "✓", "отменено", "Состоялась", "прошло",
        ] {
            #expect(RowFacets.isDone(text), "\(text)")
        }
        for text in ["", "нет", "не выполнено", "перенесено на май", "частично", "нет в источнике", "дата уточняется"] {
            #expect(!RowFacets.isDone(text), "\(text)")
        }
    }

    /// On a card of the home page, and in the table, the time line, the calendar and the search index of the rest.
    @Test(arguments: [
        "10 октября (в 14.00)", "октябрь (последняя пятница)", "12.11.2023 10:00", "30 сентября 2023 (перенос с 12.09)",
        "12 октября 2023 (онлайн-встреча)", "12 октября 2023 (четверг), 10:00",
    ])
    func aTermThatSaysMoreThanItsDayStandsAsWritten(term: String) throws {
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\nperiod: 2023\n---\n## Мероприятия\n\n| Мероприятие | Сроки |\n|---|---|\n| Дело | \(term) |\n"
        ])
        _ = try site.build()
        for path in ["index.html", "roadmaps/plan.html", "calendar.html"] {
            #expect(try site.page(path).contains(term), "\(path)")
        }
        let calendar = try site.page("data/calendar.ics").replacing("\r\n ", with: "").replacing("\\", with: "")
        #expect(calendar.contains(term))
    }

    @Test func whatIsDoneIsNotDueWhateverItsTerm() throws {
        let rows = "| Съезд | в течение 2023 года | да |\n| Сбор | июль 2023 | да |\n| Итог | 2023 | нет |\n"
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\n---\n## Мероприятия\n\n| Мероприятие | Сроки | Проведено |\n|---|---|---|\n\(rows)"
        ])
        let kind = try site.folder.text("content/kinds/roadmap.yml").replacing(
            "      term: {", with: "      done: {label: Проведено, type: text}\n      term: {")
        try site.folder.write(kind, to: "content/kinds/roadmap.yml")
        try site.build { $0.isLenient = true }
        let page = try site.page("index.html")
        #expect(page.contains("с точным сроком") && page.contains("Итог") && !page.contains("Съезд"))
        #expect(!page.contains("Сбор"))
        // Where all is done, what has not ended is not the last to end.
        try site.folder.write(
            try site.folder.text("content/roadmaps/plan.md").replacing(
                "| Итог | 2023 | нет |", with: "| Итог | май 2023 | нет |"),
            to: "content/roadmaps/plan.md")
        try site.build { $0.isLenient = true }
        let later = try site.page("index.html")
        #expect(later.contains("Последнее по сроку") && later.contains("Итог") && !later.contains("Съезд"))
    }

    @Test func aRowWithoutATermIsNotSaidToBeDue() throws {
        let page = try home(["нет в источнике", "май 2023"])
        #expect(due(page) == ["май 2023"] && page.contains("Последнее по сроку"))
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

    @Test func aQuarterHasTheYearOfItsPlanAsAMonthHas() throws {
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\ndirections: [Знание]\nperiod: 2022/23 учебный год\n---\n## Мероприятия\n\n"
                + "| Мероприятие | Сроки |\n|---|---|\n| Отчёт | II квартал |\n| Съезд | сентябрь |\n| Итог | I квартал 2023 года |\n"
        ])
        #expect(try site.build().summary != nil)
        let page = try site.page("roadmaps/plan.html").replacing("\u{A0}", with: " ")
        #expect(page.contains("II квартал 2023 г.") && page.contains("сентябрь 2022 г."), "\(page)")
        #expect(page.contains("I квартал 2023 года") && !page.contains("2023 года 2023"), "\(page)")
    }

    @Test func aQuarterOfAnUnknownYearIsFoundInBothYearsAndInNoMonth() throws {
        let page = try calendar(
            "| Отчёт | I квартал |\n| Встреча | 11 мая 2023 |\n| Сбор | май 2023 |\n| Итог | июнь 2023 |\n| Конкурс | 2023 |\n"
        ).page("calendar.html")
        #expect(page.contains("2023 год 2023 5") && page.contains("2024 год 2024 1"), "\(page)")
        #expect(page.contains("Май 2023 2023-05 2") && page.contains("Без точного срока open 1"), "\(page)")
    }
}
