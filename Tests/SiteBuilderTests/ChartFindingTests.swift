import TestSupport
import Testing

@testable import SiteBuilder

/// What the title of a chart says of its numbers.
@Suite struct ChartFindingTests {
    private func title(_ form: String, _ table: String) throws -> String {
        let site = try SampleSite([
            "content/practices/igra.md": """
            ---
            title: Игра
            summary: О чём
            directions: [Знание]
            ---

            ```chart
            вид: \(form)
            название: Заявки

            \(table)
            ```

            """
        ])
        let report = try site.build()
        #expect(!report.codes.contains("broken-chart"), "\(report.text)")
        let page = try site.page("practices/igra.html").withoutBreaks
        return String(try #require(page.firstMatch(of: /Заявки[^<]*/)?.0))
    }

    @Test func theLargestPartOfAWholeIsNamedWithItsShare() throws {
        #expect(
            try title("стопка", "| Год | Одобрено | Отклонено |\n|---|--:|--:|\n| 2023 | 458 | 171 |")
                == "Заявки: одобрено — 458 из 629 (73 %)")
    }

    @Test func ofSeveralNumbersTheLowestAndTheHighestAreNamed() throws {
        #expect(
            try title("доли", "| Школа | Доля |\n|---|--:|\n| Первая | 85 % |\n| Вторая | 52 % |\n| Третья | 60 % |")
                == "Заявки: от 52 % (Вторая) до 85 % (Первая)")
    }

    @Test func oneNumberIsTheFinding() throws {
        #expect(try title("доли", "| Школы | Доля |\n|---|--:|\n| Области | 99,4 % |") == "Заявки: 99,4 %")
    }

    @Test func numbersThatSayNoOneThingLeaveTheTitleAsItIs() throws {
        #expect(
            try title("столбцы", "| Год | План | Факт |\n|---|--:|--:|\n| 2022 | 1 | 2 |\n| 2023 | 3 | 4 |") == "Заявки"
        )
    }
}
