import Diagnostics
import TestSupport
import Testing

@testable import SiteBuilder

/// A table that stands in the text and in a file.
@Suite struct TableTwiceTests {
    private func told(_ csv: String) throws -> [Diagnostic] {
        let site = try SampleSite([
            "content/roadmaps/plan.md": """
            ---
            title: План
            summary: Что и когда.
            date: 2024
            tables: {events: plan.csv}
            ---

            ## Мероприятия

            | Мероприятие | Сроки |
            |---|---|
            | Форум | май 2024 |
            | Съезд | июнь 2024 |

            """,
            "content/roadmaps/plan.csv": csv,
        ])
        return try SiteBuild.check(try site.request()).diagnostics
            .filter { ["table-twice", "tables-differ"].contains($0.code.name) }
    }

    @Test(arguments: [
        "Мероприятие;Сроки\nФорум;май 2024\nСъезд;июнь 2024\n",
        "Сроки;Мероприятие\nМай 2024;Форум\nиюнь 2024;«Съезд»\n",
        "Мероприятие;Сроки;Участники\nФорум;май 2024;\nСъезд;июнь 2024;\nИтого: 2;;\n",
    ])
    func oneThatSaysTheSameIsToldAsTwice(csv: String) throws {
        #expect(try told(csv).map(\.code.name) == ["table-twice"])
    }

    @Test(arguments: [
        ("Мероприятие;Сроки\nФорум;май 2024\nСъезд;июль 2024\n", "Съезд", 2),
        ("Мероприятие;Сроки\nСбор;май 2024\nСъезд;июнь 2024\n", "Форум", 2),
        ("Мероприятие;Сроки\nФорум;май 2024\n", "Съезд", 1),
        ("Мероприятие;Сроки\nФорум;май 2024\nСъезд;июнь 2024\nСбор;май 2024\n", "Сбор", 1),
        ("Мероприятие;Сроки;Участники\nФорум;май 2024;Школы\nСъезд;июнь 2024;\n", "Форум", 2),
    ])
    func oneThatDiffersIsToldWithItsFirstDifference(csv: String, row: String, places: Int) throws {
        let told = try told(csv)
        #expect(told.map(\.code.name) == ["tables-differ"])
        #expect(told.first?.arguments == ["Мероприятия", row])
        #expect(told.first?.related.count == places)
        #expect(told.first?.location.path == "content/roadmaps/plan.md")
    }
}
