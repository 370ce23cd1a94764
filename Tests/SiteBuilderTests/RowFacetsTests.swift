import Testing

@testable import SiteBuilder

extension SampleSite {
    /// A column that the roadmaps of the sample have not.
    fileprivate func addCoExecutors() throws {
        let kind = try folder.text("content/kinds/roadmap.yml").replacing(
            "      term: {", with: "      co-executors: {label: Соисполнители, type: list}\n      term: {")
        try folder.write(kind, to: "content/kinds/roadmap.yml")
    }
}

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
        try site.addCoExecutors()
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

/// Whom a row concerns that names a material.
@Suite struct RowConcernTests {
    /// The pages of municipalities of a site whose roadmap names two of them, and in its row a material of the first.
    private func due(_ kind: String, roadmap: String) throws -> [Bool] {
        let material =
            "---\nid: other\ntitle: Другое\nsummary: О нём\ndirections: [Знание]\nmunicipalities: [Аша]\n---\n"
        let site = try SampleSite([
            "content/\(kind)/other.md": material + "## Цель\n\nОна.\n",
            "content/roadmaps/plan.md": """
            ---
            title: План
            summary: Дела
            directions: [Знание, Здоровье]
            \(roadmap)
            ---
            ## Мероприятия

            | Мероприятие | Сроки | Материал |
            |---|---|---|
            | Съезд | июль 2023 | [[other]] |
            """,
        ])
        let kinds = try site.folder.text("content/kinds/roadmap.yml").replacing(
            "      term: {", with: "      link: {label: Материал, type: references, to: any}\n      term: {")
        try site.folder.write(kinds, to: "content/kinds/roadmap.yml")
        try site.folder.write(
            "id: event\nfolder: events\nname: {one: событие, few: события, many: событий}\ntitle: События\ncoverage: taking-part\n",
            to: "content/kinds/event.yml")
        let report = try site.build()
        #expect(!report.text.contains("ошибка"), "\(report.text)")
        return try ["asha-mr", "troitsk-go", "troitsk-mr"].map {
            try site.page("municipalities/\($0).html").contains("#events-")
        }
    }

    @Test func aRowThatNamesTheWorkOfOneConcernsAllOfItsRoadmap() throws {
        let named = "municipalities: [Аша, Троицкий ГО]"
        #expect(try due("practices", roadmap: named) == [true, true, false])
        #expect(try due("practices", roadmap: "level: региональный") == [true, true, true])
    }

    /// Who helps has the row too, in the filter and on its page; what is common to all stays so.
    @Test(arguments: [
        ("", "Аша", "Троицкий ГО; ИРО", [true, true, false]), ("", "ИРО", "Аша", [true, true, true]),
        ("", "Костромской МР", "Троицкий ГО", [false, true, false]),
        ("municipalities: [Аша]", "ИРО", "Троицкий ГО", [true, true, false]),
    ])
    func aRowStandsAtWhoHelpsToo(named: String, executor: String, helper: String, due: [Bool]) throws {
        let site = try SampleSite([
            "content/roadmaps/plan.md": """
            ---
            title: План
            summary: Дела
            directions: [Знание]
            \(named.isEmpty ? "level: региональный" : named)
            ---
            ## Мероприятия

            | Мероприятие | Сроки | Исполнители | Соисполнители |
            |---|---|---|---|
            | Съезд | июль 2023 | \(executor) | \(helper) |
            """
        ])
        try site.addCoExecutors()
        try site.build()
        let pages = try ["asha-mr", "troitsk-go", "troitsk-mr"].map {
            try site.page("municipalities/\($0).html").contains("#events-")
        }
        #expect(pages == due)
    }

    @Test func aRowThatNamesAnEventConcernsThoseWhoTakePart() throws {
        #expect(try due("events", roadmap: "municipalities: [Аша, Троицкий ГО]") == [true, false, false])
        #expect(try due("events", roadmap: "level: региональный") == [true, false, false])
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
