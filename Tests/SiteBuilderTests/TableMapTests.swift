import Testing

@testable import SiteBuilder

/// A record table on the tiles of the municipalities that its rows name.
@Suite struct TableMapTests {
    private static let template = """
        {{#map}}{{title}} | {{about}} |{{#tiles}} [{{title}}, {{step}}, {{figure}}, {{value}}]{{/tiles}}|\
        {{#legend}} <{{step}} {{label}}>{{/legend}}|{{#bars}} {{title}} {{figure}} {{share}};{{/bars}}
        {{/map}}
        """

    /// The line of the map on the page of a material with a table of the given rows and columns.
    private func map(_ columns: String, _ rows: String, tiles: String? = nil) throws -> String? {
        let site = try SampleSite([
            "content/roadmaps/otbor.md":
                "---\ntitle: Отбор\nsummary: Кто участвовал\ndirections: [Знание]\n---\n## Участие\n\n\(rows)",
            "themes/small/templates/partials/table.mustache": Self.template,
        ])
        let kind = try site.folder.text("content/kinds/roadmap.yml")
        try site.folder.write(
            kind + """
                  participation:
                    heading: Участие
                    key: municipality
                    columns:
                      municipality: {label: Муниципалитет, type: reference, to: municipalities, required: true}
                \(columns)
                    views: [map]

                """, to: "content/kinds/roadmap.yml")
        if let tiles {
            let path = "content/vocabularies/municipalities.yml"
            try site.folder.write(try site.folder.text(path).replacing("tile: [3, 1]", with: tiles), to: path)
        }
        let report = try site.build()
        #expect(report.codes.isEmpty, "\(report.text)")
        return try site.page("roadmaps/otbor.html").split(separator: "\n").first { $0.contains("Участие — карта") }
            .map(String.init)
    }

    private static let choice =
        "      state: {label: Участие, type: choice, choices: {yes: участвовал, part: отчасти, no: не участвовал}}"

    @Test func aChoiceFillsTheTilesFromTheFirstToTheLast() throws {
        let line = try map(
            Self.choice,
            "| Муниципалитет | Участие |\n|---|---|\n| Ашинский МР | участвовал |\n| Троицкий ГО | отчасти |\n")
        #expect(
            line == "Участие — карта | участвовал — 1, отчасти — 1, нет в таблице — 1. |"
                + " [Ашинский МР, 4, ✓, участвовал] [Троицкий ГО, 2, ±, отчасти] [Троицкий МР, none, , нет в таблице]|"
                + " <4 участвовал> <2 отчасти> <none нет в таблице>|"
                + " участвовал 1 100; отчасти 1 100; нет в таблице 1 100;")
    }

    @Test func aNumberFillsThemByItsSizeAndTheHighestOfSeveralRowsCounts() throws {
        let line = try map(
            "      value: {label: Заявок, type: number}",
            "| Муниципалитет | Заявок |\n|---|---|\n| Ашинский МР | 12,5 |\n| Троицкий ГО | 3 |\n| Троицкий ГО | 1 |\n| Троицкий МР | 0 |\n"
        )
        #expect(
            line?.contains("[Ашинский МР, 4, 12,5, 12,5] [Троицкий ГО, 1, 3, 3] [Троицкий МР, 0, 0, 0]") == true,
            "\(line ?? "")")
    }

    @Test func aTableWithoutAMeasureCountsItsRows() throws {
        let line = try map(
            "      name: {label: Что, type: text}",
            "| Муниципалитет | Что |\n|---|---|\n| Ашинский МР | а |\n| Ашинский МР | б |\n| Троицкий ГО | в |\n")
        #expect(
            line?.contains("[Ашинский МР, 4, 2, 2] [Троицкий ГО, 2, 1, 1] [Троицкий МР, none, , нет в таблице]")
                == true,
            "\(line ?? "")")
    }

    @Test func whoIsNotOnTheMapIsNamed() throws {
        let rows =
            "| Муниципалитет | Участие |\n|---|---|\n| Ашинский МР | участвовал |\n| Троицкий МР | участвовал |\n"
        #expect(try map(Self.choice, rows, tiles: "short: Троицк")?.contains("Вне карты — ещё Троицкий МР.") == true)
    }
}
