import Testing

/// The one table in which a municipality enters its own values has the rows of both lists of indicators, each once.
@Suite struct IndicatorListsTests {
    let site: OwnSite

    init() throws { site = try OwnSite.shared.get() }

    @Test func theTableOfAllIndicatorsHasTheRowsOfBothLists() throws {
        let municipal = try rows("municipal-crosswalk")
        let regional = try rows("regional-indicators")
        let all = try rows("own-indicators")
        #expect(municipal.count == 18)
        #expect(regional.count == 23)
        #expect(all.count == 40)
        for row in municipal { #expect(all.contains(row), "\(row)") }
        for row in regional where !municipal.contains(where: { $0["139"] == row["139"] }) {
            #expect(all.contains(row), "\(row)")
        }
        for row in regional { #expect(all.contains { $0["139"] == row["139"] && $0["name"] == row["name"] }) }
    }

    /// Numbers, name, unit and directions of each row; a list without numbers by Р-293 has none.
    private func rows(_ list: String) throws -> [[String: String]] {
        let rows = CSVRows.read(try #require(site.files["data/indicators/\(list).csv"]))
        let heads = [
            "139": "№ Р-139", "293": "№ Р-293", "name": "Показатель", "unit": "Единица", "directions": "Направления",
        ]
        let head = try #require(rows.first)
        let places = heads.mapValues { label in head.firstIndex(of: label) }
        return rows.dropFirst().filter { $0.count == head.count }.map { cells in
            places.mapValues { $0.map { cells[$0] } ?? "" }
        }
    }
}
