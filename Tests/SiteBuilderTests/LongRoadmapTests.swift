import Testing

@testable import SiteBuilder

/// A roadmap of a thousand rows, shown by the theme of this repository.
@Suite struct LongRoadmapTests {
    private static let count = 1000
    private static let months = [
        "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
        "декабрь",
    ]

    private static let rows = (1...count).map { number in
        let term = number % 50 == 0 ? "в течение года" : "\(months[number % 12]) \(2022 + number % 3)"
        return "| Мероприятие № \(number): обсуждение результатов | Методисты \(number % 12); Группа \(number % 5) "
            + "| Министерство \(number % 8) | \(term) | Справка № \(number) |"
    }

    private func site() throws -> SampleSite {
        let site = try SampleSite([
            "album.yml": """
            title: Альбом
            language: ru
            edition: 2023-06-01
            theme: album
            menu: [roadmap, calendar]
            """,
            "content/roadmaps/plan.md": """
            ---
            title: План
            summary: Тысяча строк
            directions: [Знание]
            ---
            ## Мероприятия

            | Мероприятие | Участники | Исполнители | Сроки | Результат |
            |---|---|---|---|---|
            \(Self.rows.joined(separator: "\n"))
            """,
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/album/")
        #expect(try site.build().summary != nil)
        return site
    }

    /// A row costs what its words cost and a few attributes; the picture does not grow with the rows.
    @Test func aThousandRowsStayLight() throws {
        let site = try site()
        let page = try site.page("roadmaps/plan.html")
        #expect(page.ranges(of: "<tr id=\"events-").count == Self.count)
        #expect(page.utf8.count < Self.count * 1000, "\(page.utf8.count) bytes")
        let bars = page.ranges(of: "class=\"drawing timeline-bar\"").count
        #expect((2...16).contains(bars), "\(bars) stretches of time")
        #expect(page.ranges(of: "data-counts").count == bars)
        #expect(page.contains("II квартал 2023"))
        let options = page.ranges(of: "<option").count
        #expect((20...80).contains(options), "\(options) choices")

        let calendar = try site.page("calendar.html")
        #expect(calendar.ranges(of: "<li class=\"row\"").count == Self.count)
        #expect(calendar.utf8.count < Self.count * 1400, "\(calendar.utf8.count) bytes")
    }

    /// A quarter in which nothing begins says nothing.
    @Test func aTimeWithoutRowsHasNoBar() throws {
        let site = try site()
        let text = try site.folder.text("content/roadmaps/plan.md")
        let other = Self.months.dropFirst().joined(separator: "|")
        let pattern = try Regex("(\(other)) (\\d{4})")
        try site.folder.write(
            text.replacing(pattern) { "январь \($0.output[2].substring ?? "")" }, to: "content/roadmaps/plan.md")
        #expect(try site.build().summary != nil)
        let page = try site.page("roadmaps/plan.html")
        #expect(page.ranges(of: "class=\"drawing timeline-bar\"").count == 3, "\(page.prefix(9000))")
        #expect(page.contains("I квартал 2023") && !page.contains("II квартал 2023"))
    }

    @Test func aThousandRowsAreExportedAlike() throws {
        let site = try site()
        let events = try site.page("data/roadmaps/plan.ics").ranges(of: "BEGIN:VEVENT\r\n").count
        #expect(events == Self.count - Self.count / 50)
        #expect(try site.page("data/roadmaps/plan.csv").ranges(of: "\r\n").count == Self.count + 1)
        #expect(try site.page("data/roadmaps/plan.json").ranges(of: "{\"id\":\"events-").count == Self.count)
    }
}
