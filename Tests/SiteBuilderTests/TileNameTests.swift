import Testing

@testable import SiteBuilder

@Suite struct TileNameTests {
    /// What stands on the tiles of a map of these municipalities.
    private func names(_ municipalities: [(name: String, type: String)]) throws -> [String] {
        let entries = municipalities.enumerated().map { index, municipality in
            "  - {id: m\(index), name: \(municipality.name), type: \(municipality.type), tile: [\(index + 1), 1]}\n"
        }
        let site = try SampleSite([
            "content/vocabularies/municipalities.yml": """
            title: Муниципалитеты
            label: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}
            axis: true
            entries:
            \(entries.joined())
            """
        ])
        try site.build()
        let tiles = try site.page("coverage.html").matches(of: /<text>([^<]*)<\/text>/).map { String($0.1) }
        return Array(tiles.prefix(municipalities.count))
    }

    @Test func longNamesStandInTwoLines() throws {
        #expect(
            try names([
                ("Уйский МР", "МР"), ("Ашинский МР", "МР"), ("Катав-Ивановский МР", "МР"), ("Локомотивный ГО", "ГО"),
                ("Переславль-Залесский ГО", "ГО"),
            ]) == ["Уйский", "Ашинский", "Катав- Ивановский", "Локомо- тивный", "Переславль- Залесский"])
    }

    @Test func namesThatBeginAlikeAreWhole() throws {
        #expect(
            try names([("Верхнеуральский МР", "МР"), ("Верхнеуфалейский ГО", "ГО")])
                == ["Верхне- уральский", "Верхне- уфалейский"])
    }

    @Test func namesThatAreAlikeShowTheirSort() throws {
        #expect(try names([("Троицкий ГО", "ГО"), ("Троицкий МР", "МР")]) == ["Троицкий ГО", "Троицкий МР"])
    }

    @Test func whatTwoLinesDoNotHoldIsCut() throws {
        #expect(try names([("Llanfairpwllgwyngyll МР", "МР")]) == ["Llanfairp."])
    }
}
