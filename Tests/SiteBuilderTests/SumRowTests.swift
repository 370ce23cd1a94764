import Testing

@testable import SiteBuilder

/// A row that sums up the others of its table.
@Suite struct SumRowTests {
    private static func plan(_ rows: String, chart: String = "") -> String {
        "---\ntitle: План\nsummary: Числа\ndirections: [Знание]\n---\n## Числа\n\n| Показатель | Количество | Доля |\n|---|---|---|\n\(rows)\(chart)"
    }

    private static let rows = "| Округа | 22 | |\n| Районы | 11 | |\n| Муниципалитеты, всего | 33 | 85 % |\n"

    private func site(_ text: String) throws -> SampleSite {
        let site = try SampleSite(["content/roadmaps/plan.md": text])
        // Its theme shows the pictures of tables.
        let drawn = "Golden/tables-are-drawn-as-their-kind-declares/site/themes"
        try site.lay(SampleSite.tests.appendingPathComponent(drawn), into: "themes/")
        let kind = try site.folder.text("content/kinds/roadmap.yml")
        try site.folder.write(kind + "    views: [chart]\n", to: "content/kinds/roadmap.yml")
        let report = try site.build()
        #expect(report.codes.isEmpty, "\(report.text)")
        return site
    }

    @Test func theSumHasNoBarAmongItsPartsAndStaysARecord() throws {
        let site = try site(Self.plan(Self.rows))
        let page = try site.page("roadmaps/plan.html")
        let picture = try #require(page.firstMatch(of: /(?s)<svg.*?<\/svg>/)).0
        #expect(picture.contains("Округа") && picture.contains("Районы") && !picture.contains("Муниципалитеты"))
        let lines = try site.page("data/roadmaps/plan.csv").split(separator: "\r\n")
        #expect(lines.last.map { $0.contains("Муниципалитеты, всего") && $0.hasSuffix("85%") } == true, "\(lines)")
        #expect(try site.page("data/roadmaps/plan.json").contains("\"share\":85"))
    }

    /// On a phone each row is a card, whose cells say their columns: «Итого» is no number.
    @Test func theNameOfASumIsNotCalledByItsColumn() throws {
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Числа\ndirections: [Знание]\n---\n## Числа\n\n"
                + "| № | Показатель | Количество |\n|---|---|---|\n| 1 | Округа | 22 |\n| 2 | Районы | 11 |\n"
                + "| Итого | | 33 |\n"
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        let report = try site.build()
        #expect(report.summary != nil, "\(report.text)")
        let page = try site.page("roadmaps/plan.html").withoutBreaks
        #expect(page.contains("data-label=\"№\">1<"), "\(page)")
        let sum = try #require(page.matches(of: /<t[hd][^>]*>Итого</).first?.output)
        #expect(!sum.contains("data-label"), "\(sum)")
        #expect(page.contains("data-label=\"Количество\">33<"), "\(page)")
    }

    @Test func aChartOfTheTableLeavesTheSumOutToo() throws {
        let chart = "\n```chart\nназвание: Сколько\nтаблица: #Числа\nчисла: Количество\n```\n"
        let page = try site(Self.plan(Self.rows, chart: chart)).page("roadmaps/plan.html")
        let pictures = page.matches(of: /(?s)<svg.*?<\/svg>/).map { String($0.0) }
        #expect(pictures.count == 2 && pictures.allSatisfy { !$0.contains("Муниципалитеты") })
    }

    @Test func aSumThatStandsAloneIsShown() throws {
        let chart = "\n```chart\nвид: доли\nназвание: Доля\nтаблица: #Числа\nчисла: Доля\n```\n"
        let page = try site(Self.plan(Self.rows, chart: chart)).page("roadmaps/plan.html")
        #expect(page.matches(of: /(?s)<svg.*?<\/svg>/).contains { $0.0.contains("Муниципалитеты, всего") })
    }
}
