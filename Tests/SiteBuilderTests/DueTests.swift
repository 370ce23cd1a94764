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
        #expect(!page.contains("Сейчас ничего не назначено"))
    }

    @Test func whereNothingIsDueTheLastToEndIsNamedAsSuch() throws {
        let page = try home(["март 2023", "май 2022", "31 мая 2023", "10 мая 2023"])
        #expect(due(page) == ["31 мая 2023"])
        #expect(page.contains("Сейчас ничего не назначено. Последним завершилось:"))
    }

    @Test func whatHasNoDayOfItsOwnIsNeverDue() throws {
        let page = try home(["в течение года", "I квартал", "постоянно"])
        #expect(due(page).isEmpty && page.contains("Сейчас ничего не назначено."))
        #expect(!page.contains("Последним завершилось"))
    }

    @Test func whatBeganLongAgoAndHasNoEndIsNoNews() throws {
        #expect(due(try home(["с 1 сентября 2022", "с 1 сентября 2023"])) == ["с 1 сентября 2023"])
    }
}
