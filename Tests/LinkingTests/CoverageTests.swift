import Catalog
import Testing

@testable import Linking

@Suite struct CoverageTests {
    private let album = catalog(
        [
            "events/forum.md": "rows: [r1, r2]\ncolumns: [c0]",
            "pages/about.md": "rows: [r2]\ncolumns: [c2]",
            "practices/a.md": "rows: [r0, r1]\ncolumns: [c0]", "practices/b.md": "rows: [r0]\ncolumns: [c0, c2]",
            "practices/c.md": "columns: [c1]", "practices/d.md": "rows: [r2]\ncolumns: [c1]\ndraft: да",
            "practices/list.md": "rows: [r0, r1, r2, r3, r4]\ncolumns: [c1]",
        ],
        kinds: [
            kind("practice", "practices", ""), kind("event", "events", "coverage: taking-part"),
            kind("page", "pages", "coverage: none"),
        ],
        vocabularies: [
            "rows": """
            {title: Р, axis: да, entries: [{id: r0, name: а}, {id: r1, name: б}, {id: r2, name: в}, {id: r3, name: ж},
            {id: r4, name: з}]}
            """,
            "columns": "{title: С, axis: да, entries: [{id: c0, name: г}, {id: c1, name: д}, {id: c2, name: е}]}",
        ])

    private static func kind(_ id: String, _ folder: String, _ line: String) -> String {
        """
        id: \(id)
        folder: \(folder)
        \(line)
        fields:
          rows: {label: Строки, type: references, to: rows}
          columns: {label: Столбцы, type: references, to: columns}
        """
    }

    private var published: [MaterialIndex] { album.materials.indices.filter { !album.materials[$0].isDraft } }
    private var coverage: Coverage { Coverage(album, rows: 1, columns: 0, published: published) }

    private func titles(_ materials: [MaterialIndex]) -> [String] { materials.map { album.materials[$0].id.rawValue } }

    @Test func aCellHoldsTheOwnMaterialsThatHaveBoth() {
        #expect(titles(coverage.materials(.own, row: 0, column: 0)) == ["practices/a", "practices/b"])
        #expect(titles(coverage.materials(.own, row: 1, column: 0)) == ["practices/a"])
        #expect(titles(coverage.materials(.own, row: 0)) == ["practices/a", "practices/b"])
    }

    @Test func takingPartIsNoWorkOfOnesOwn() {
        #expect(titles(coverage.materials(.takingPart, row: 1, column: 0)) == ["events/forum"])
        #expect(coverage.materials(.own, row: 2).isEmpty && coverage.filled(row: 2) == 0)
        #expect(coverage.rows(with: .own) == [0, 1])
    }

    @Test func aMaterialThatNamesManyIsNobodysOwn() {
        for row in album.vocabularies[1].entries.indices {
            #expect(titles(coverage.materials(.takingPart, row: row, column: 1)) == ["practices/list"])
            #expect(coverage.materials(.own, row: row, column: 1).isEmpty)
        }
    }

    @Test func whatWasDecidedAboveIsNoneOfThoseThatItNames() {
        let kind = Self.kind("plan", "plans", "binding: [regional]").replacing(
            "fields:", with: "fields:\n  level: {label: Уровень, type: reference, to: levels}")
        let album = catalog(
            [
                "plans/local.md": "rows: [r0]\ncolumns: [c0]\nlevel: local",
                "plans/region.md": "rows: [r0]\ncolumns: [c0]\nlevel: regional",
                "plans/whole.md": "columns: [c0]\nlevel: regional",
            ],
            kinds: [kind],
            vocabularies: [
                "columns": "{title: С, axis: да, entries: [{id: c0, name: г}]}",
                "levels": "{title: У, entries: [{id: local, name: м}, {id: regional, name: р}]}",
                "rows": "{title: Р, axis: да, entries: [{id: r0, name: а}, {id: r1, name: б}]}",
            ])
        func titles(_ materials: [MaterialIndex]) -> [String] { materials.map { album.materials[$0].id.rawValue } }
        let municipalities = Coverage(album, rows: 2, columns: 0, published: Array(album.materials.indices))
        #expect(titles(municipalities.materials(.own, row: 0)) == ["plans/local"])
        #expect(titles(municipalities.materials(.takingPart, row: 0, column: 0)) == ["plans/region"])
        #expect(titles(municipalities.unplaced(.own)) == ["plans/whole"])
    }

    @Test func aKindMayCountForNeither() {
        #expect(coverage.materials(.own, row: 2, column: 2).isEmpty)
        #expect(coverage.materials(.takingPart, row: 2, column: 2).isEmpty)
    }

    @Test func aGapIsWhereNothingOfOnesOwnIs() {
        #expect(coverage.gaps(row: 0) == [1] && coverage.gaps(row: 2) == [0, 1, 2])
        #expect(coverage.gaps(column: 0) == [2, 3, 4] && coverage.filled(row: 0) == 2)
    }

    @Test func aSumIsThatOfItsCells() {
        #expect(coverage.sum(.own, column: 0) == 3 && coverage.sum(.takingPart, column: 0) == 2)
        #expect(coverage.sum(.takingPart, column: 1) == 5 && coverage.materials(.takingPart).count == 2)
    }

    @Test func aDraftCoversNothing() {
        #expect(!titles(coverage.materials(.own)).contains("practices/d"))
    }
}

@Suite struct BindingMaterialsTests {
    private let album = catalog(
        [
            "groups/g.md": "level: regional", "orders/federal.md": "level: federal",
            "orders/named.md": "level: regional\nrows: [r0]", "orders/north.md": "level: regional\nregion: north",
            "orders/of-group.md": "level: regional\ngroup: g", "orders/south.md": "level: regional\nregion: south",
            "orders/school.md": "level: school", "practices/p.md": "level: regional",
        ],
        kinds: [
            kind("order", "orders", "binding: [federal, regional]"), kind("practice", "practices", ""),
            kind("group", "groups", "coverage: taking-part"),
        ],
        vocabularies: [
            "levels": "{title: У, entries: [{id: federal, name: ф}, {id: regional, name: р}, {id: school, name: ш}]}",
            "regions": "{title: Р, entries: [{id: north, name: с}, {id: south, name: ю}]}",
            "rows": "{title: Р, axis: да, entries: [{id: r0, name: а}]}",
        ])

    private static func kind(_ id: String, _ folder: String, _ line: String) -> String {
        """
        id: \(id)
        folder: \(folder)
        \(line)
        fields:
          rows: {label: Строки, type: references, to: rows}
          level: {label: Уровень, type: reference, to: levels}
          region: {label: Регион, type: reference, to: regions}
          group: {label: Группа, type: reference, to: group}
        """
    }

    private func binding(in region: EntryID?) -> [String] {
        let published = Array(album.materials.indices)
        let binding = BindingMaterials(
            album, rows: 2, published: published, lifecycle: Lifecycle(album, published: published))
        return binding.materials(in: region).map { album.materials[$0].id.rawValue }
    }

    @Test func whatNamesNobodyHoldsForItsRegion() {
        #expect(binding(in: "north") == ["orders/federal", "orders/north"])
        #expect(binding(in: "south") == ["orders/federal", "orders/south"])
        #expect(binding(in: nil) == ["orders/federal"])
    }
}
