import TestSupport
import Testing

@testable import SiteBuilder

/// What the page of a municipality says of rows of roadmaps: whose they are, and which ones were left undone.
@Suite struct PlaceRowTests {
    private func page(_ rows: [String], edition: String = "2023-06-01") throws -> String {
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\ndirections: [Знание]\nperiod: 2022-2023\n---\n## Мероприятия\n\n"
                + "| Мероприятие | Сроки | Участники | Проведено |\n|---|---|---|---|\n"
                + rows.map { "| \($0) |\n" }.joined()
        ])
        let kind = try site.folder.text("content/kinds/roadmap.yml").replacing(
            "      term: {", with: "      done: {label: Отметка, aliases: [Проведено], type: text}\n      term: {")
        try site.folder.write(kind, to: "content/kinds/roadmap.yml")
        let config = try site.folder.text("album.yml").replacing("edition: 2023-06-01", with: "edition: \(edition)")
        try site.folder.write(config, to: "album.yml")
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        let report = try site.build()
        #expect(report.codes.isEmpty, "\(report.text)")
        return try site.page("municipalities/asha-mr.html").withoutBreaks
    }

    /// The items of rows, each by its name.
    private func row(_ name: String, _ page: String) throws -> Substring {
        try #require(page.split(separator: "<li class=\"row\"").dropFirst().first { $0.contains(name) }, "\(page)")
    }

    @Test func whatIsCommonToAllIsToldApartFromWhatIsItsOwn() throws {
        let page = try page([
            "Общее | июль 2023 | учителя |", "Своё | июль 2023 | Аша |", "Двоих | июль 2023 | Аша; Троицкий ГО |",
        ])
        #expect(try row("Общее", page).contains("Касается:</span> <span class=\"listed\"><span>всех муниципалитетов<"))
        #expect(try !row("Своё", page).contains("Касается:"))
        #expect(try row("Двоих", page).contains("<span>Ашинский МР; Троицкий ГО<"), "\(page)")
    }

    @Test func whatWasLeftUndoneStaysOnThePage() throws {
        let page = try page([
            "Впереди | июль 2023 | Аша |", "Забытое | март 2023 | Аша |", "Сделанное | март 2023 | Аша | да",
            "Отменённое | март 2023 | Аша | отменено", "Давнее | январь 2022 | Аша |",
        ])
        let over = try #require(page.range(of: "Срок прошёл")).upperBound
        let (ahead, overdue) = (page[..<over], page[over...])
        #expect(ahead.contains("Впереди") && overdue.contains("Забытое"), "\(page)")
        #expect(!page.contains("Сделанное") && !page.contains("Отменённое") && !page.contains("Давнее"), "\(page)")
    }

    /// What a municipality planned and reached stands on its page in numbers, with the way to the table.
    @Test func plansAndFactsOfAMunicipalityAreOnItsPage() throws {
        func indicators(_ place: String) -> String {
            "---\ntitle: Показатели: \(place)\nsummary: Числа\nmunicipalities: [\(place)]\n---\n## План и факт\n\n"
                + "| Показатель | План | Факт | Год |\n|---|---|---|---|\n"
                + "| Наставники | не ниже 90 | 95 | 2022 |\n| Музеи | не ниже 10 | | 2022 |\n"
        }
        let site = try SampleSite([
            "content/kinds/indicators.yml": """
            id: indicators
            folder: indicators
            name: {one: перечень показателей, few: перечня показателей, many: перечней показателей}
            title: Показатели
            order: 9
            tables:
              values:
                headings: [План и факт]
                key: name
                form: values
                columns:
                  name: {label: Показатель, type: markdown, required: true}
                  plan: {label: План, type: text}
                  fact: {label: Факт, type: text}
                  year: {label: Год, type: text}
                measures: [plan, fact]
                year: year
                plan: plan
                fact: fact
            """,
            "content/indicators/asha.md": indicators("Ашинский МР").replacing("Показатели: ", with: "Числа района "),
            "content/indicators/troitsk.md": indicators("Троицкий ГО").replacing("Показатели: ", with: "Числа округа "),
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        let report = try site.build()
        #expect(report.summary != nil, "\(report.text)")
        let page = try site.page("municipalities/asha-mr.html").withoutBreaks
        let group = try #require(page.range(of: "План и факт показателей")).upperBound
        #expect(page[group...].contains("indicators/asha.html#values\">Числа района Ашинский МР"), "\(page)")
        #expect(page[group...].contains("Строк с планом: 2, из них с фактом: 1."), "\(page)")
        #expect(!page[group...].contains("Числа округа"))
    }
}
