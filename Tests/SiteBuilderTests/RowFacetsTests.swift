import Testing

@testable import SiteBuilder

/// What a row of a roadmap is found by.
@Suite struct RowFacetsTests {
    @Test func aRowIsFoundByItsExecutorsAndItsCoExecutors() throws {
        let site = try SampleSite([
            "content/roadmaps/plan.md": """
            ---
            title: План
            summary: Дела
            directions: [Знание]
            ---
            ## Мероприятия

            | Мероприятие | Исполнители | Соисполнители | Сроки |
            |---|---|---|---|
            | Съезд | Министерство | Институт; Методисты | 11 мая 2023 |
            """
        ])
        let kind = try site.folder.text("content/kinds/roadmap.yml").replacing(
            "      term: {", with: "      co-executors: {label: Соисполнители, type: list}\n      term: {")
        try site.folder.write(kind, to: "content/kinds/roadmap.yml")
        let report = try site.build()
        #expect(report.codes.isEmpty, "\(report.text)")
        let calendar = try site.page("data/calendar.ics").replacing("\r\n ", with: "")
        #expect(calendar.contains("Исполнители: Министерство\\nСоисполнители: Институт\\; Методисты"), "\(calendar)")
    }

    /// What stands in the column is said as written, once: «отменено» is what became of the row.
    @Test func aRowSaysWhetherItTookPlaceAndWhoseItIs() throws {
        let site = try SampleSite([
            "content/roadmaps/plan.md": """
            ---
            title: План
            summary: Дела
            directions: [Знание]
            municipalities: [Ашинский МР]
            ---
            ## Мероприятия

            | Мероприятие | Сроки | Проведено |
            |---|---|---|
            | Съезд | 11 мая 2023 | да, 50 человек |
            | Слёт | 12 мая 2023 | отменено |
            | Форум | 13 мая 2023 | |
            | Круг | 14 мая 2023 | нет в источнике |
            """
        ])
        let kind = try site.folder.text("content/kinds/roadmap.yml").replacing(
            "      term: {", with: "      done: {label: Отметка, aliases: [Проведено], type: text}\n      term: {")
        try site.folder.write(kind, to: "content/kinds/roadmap.yml")
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        let report = try site.build()
        #expect(report.codes.isEmpty, "\(report.text)")
        let page = try site.page("calendar.html").withoutBreaks
        let marks = page.matches(of: #/<p class="row-mark">(.*?)</p>/#).map { String($0.1) }
        #expect(marks == ["<span class=\"quiet\">Проведено:</span> да, 50 человек"], "\(marks)")
        #expect(page.contains("<p class=\"row-change\">отменено</p>"))
        let calendar = try site.page("data/calendar.ics").replacing("\r\n ", with: "")
        #expect(calendar.contains("Проведено: да\\, 50 человек\\nПлан\\nМуниципалитет: Ашинский МР\r\n"), "\(calendar)")
        #expect(calendar.matches(of: /отменено/).count == 1 && !calendar.contains("нет в источнике"), "\(calendar)")
    }
}

/// How many rows a filter counts.
@Suite struct FilteredRowTests {
    @Test func onlyRecordsAreCountedAndFound() throws {
        let events = (1...4).map { "| Семинар \($0) | май 202\($0) | ЦРО\($0 == 4 ? "; ИРО" : "") |\n" }
        let site = try SampleSite([
            "content/roadmaps/plan.md": """
            ---
            title: План
            summary: Дела
            directions: [Знание]
            ---
            ## Мероприятия

            | Мероприятие | Сроки | Исполнители |
            |---|---|---|
            | 1 | 2 | 3 |
            | Раздел 1 | | |
            \(events.joined())| Итого: 4 | | |
            """
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        try site.build()
        let page = try site.page("roadmaps/plan.html")
        let rows = page.matches(of: #/<tr id="events-([^"]*)"([^>]*)>/#)
        #expect(rows.count == 7)
        #expect(rows.count { $0.2.contains("data-tokens") } == 4, "\(rows.map(\.0))")
        #expect(page.contains("ЦРО (4)") && page.contains("ИРО (1)"))
    }
}
