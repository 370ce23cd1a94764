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
}
