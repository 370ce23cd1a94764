import Testing

@testable import SiteBuilder

/// What a list of materials is narrowed down by.
@Suite struct MaterialFilterTests {
    private func practices(_ count: Int, years: Int = 3) -> [String: String] {
        (1...count).reduce(into: [:]) { files, number in
            files["content/practices/p\(number).md"] = """
                ---
                title: Практика \(number)
                summary: Что сделали
                date: \(2020 + number % years)
                directions: [\(number % 2 == 0 ? "Знание" : "Здоровье")]
                ---
                """
        }
    }

    private func list(_ files: [String: String], _ path: String = "practices/index.html") throws -> String {
        let site = try SampleSite(files)
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        try site.build()
        return try site.page(path).replacing("\u{AD}", with: "")
    }

    @Test func aShortListHasNoFilter() throws {
        let page = try list(practices(7))
        #expect(!page.contains("class=\"filter") && !page.contains("data-tokens") && !page.contains("filter.js"))
    }

    @Test func aListIsNarrowedByWhatItsMaterialsHold() throws {
        let page = try list(practices(9))
        #expect(page.contains("<option value=\"znanie\" data-tokens=\"directions:znanie\">Знание (4)</option>"))
        #expect(page.contains("data-tokens=\"year:2022\">2022 (3)</option>"))
        #expect(page.matches(of: #/<li class="card[^>]* data-tokens="[^"]*year:20/#).count == 9)
        // Each has the same kind, none has a level.
        #expect(!page.contains("name=\"kind\"") && !page.contains("name=\"level\""))
    }

    @Test func aFieldWithAnotherValueForEachMaterialIsNoFilter() throws {
        #expect(try !list(practices(9, years: 9)).contains("name=\"year\""))
    }

    @Test func aDatePastedOverYearsIsFoundInEach() throws {
        var files = practices(9)
        files["content/practices/p1.md"] = files["content/practices/p1.md"]?.replacing(
            "date: 2021", with: "date: 2020-2022")
        let page = try list(files)
        #expect(page.contains("year:2020 year:2021 year:2022"))
        #expect(page.contains("data-tokens=\"year:2022\">2022 (4)</option>"))
    }

    @Test func whatHasNoDateIsFoundAsWell() throws {
        var files = practices(9)
        files["content/practices/p1.md"] = files["content/practices/p1.md"]?.replacing("date: 2021\n", with: "")
        let page = try list(files)
        #expect(page.contains("data-tokens=\"year:none\">не указано (1)</option>"))
        // All have a direction.
        #expect(!page.contains("<option value=\"none\" data-tokens=\"directions:none\""))
    }

    @Test func aPartOfALongListHasNone() throws {
        #expect(try !list(practices(61)).contains("class=\"filter"))
    }

    @Test func thePageOfADirectionIsNarrowedByAllButTheDirection() throws {
        let page = try list(
            practices(9, years: 2).mapValues { $0.replacing("Здоровье", with: "Знание") }, "directions/znanie.html")
        #expect(page.contains("name=\"year\"") && !page.contains("<select name=\"directions\""))
    }
}

/// Documents stand by the field that their kind names.
@Suite struct DocumentOrderTests {
    private func document(_ title: String, _ level: String, _ date: String) -> String {
        """
        ---
        title: \(title)
        summary: О чём
        official-title: \(title)
        number: \(title)
        date: \(date)
        level: \(level)
        ---
        """
    }

    @Test func groupsHaveTheOrderOfTheirVocabularyAndTheNewestStandsFirst() throws {
        let site = try SampleSite([
            "content/documents/a.md": document("А1", "муниципальный", "2024-01-01"),
            "content/documents/b.md": document("Б2", "региональный", "2022-05-01"),
            "content/documents/c.md": document("В3", "региональный", "2023-05-01"),
        ])
        let kind = try site.folder.text("content/kinds/document.yml")
        try site.folder.write(
            kind.replacing("date: date}", with: "date: date, group: level}"), to: "content/kinds/document.yml")
        try site.build()
        let page = try site.page("documents/index.html")
        let titles = page.matches(of: #/>(А1|Б2|В3)</#).map { String($0.1) }
        #expect(titles == ["В3", "Б2", "А1"], "\(page)")
    }
}
