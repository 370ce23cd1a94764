import Catalog
import Testing

@testable import Linking

@Suite struct BacklinkTests {
    @Test func whoRefersIsSeenFromTheOtherEndInTheOrderOfTheCatalog() {
        let backlinks = Backlinks([
            [Mention(target: 2, manner: .link)], [], [Mention(target: 0, manner: .citation)],
            [Mention(target: 2, manner: .citation), Mention(target: 0, manner: .link)],
        ])
        #expect(backlinks.of(2).map(\.source) == [0, 3] && backlinks.of(2).map(\.manner) == [.link, .citation])
        #expect(backlinks.of(0).map(\.source) == [2, 3])
        #expect(backlinks.orphans == [1, 3])
    }

    @Test func aDoubleMentionAndOneOfItselfCountNot() {
        let twice = Mention(target: 1, manner: .link)
        let backlinks = Backlinks([[twice, twice, Mention(target: 0, manner: .link)], []])
        #expect(backlinks.of(1).count == 1 && backlinks.of(0).isEmpty && backlinks.orphans == [0])
    }

    @Test func aFieldMentionsItsMaterialsUnderTheHeadingOfTheSchema() {
        let album = catalog(["documents/a.md": "rests-on: [b, c]", "documents/b.md": "", "documents/c.md": ""])
        let mentions = FieldMentions.of(album.materials[0], kind: album.kind(of: album.materials[0]))
        let manner = Mention.Manner.field("rests-on", inverse: "На документ опираются")
        #expect(mentions == [Mention(target: 1, manner: manner), Mention(target: 2, manner: manner)])
    }
}

@Suite struct CoverageTests {
    private let album = catalog(
        [
            "practices/a.md": "rows: [r0, r1]\ncolumns: [c0]", "practices/b.md": "rows: [r0]\ncolumns: [c0, c2]",
            "practices/c.md": "columns: [c1]", "practices/d.md": "rows: [r2]\ncolumns: [c1]\ndraft: да",
        ],
        kinds: [
            """
            id: practice
            folder: practices
            fields:
              rows: {label: Строки, type: references, to: rows}
              columns: {label: Столбцы, type: references, to: columns}
            """
        ],
        vocabularies: [
            "rows": "{title: Р, axis: да, entries: [{id: r0, name: а}, {id: r1, name: б}, {id: r2, name: в}]}",
            "columns": "{title: С, axis: да, entries: [{id: c0, name: г}, {id: c1, name: д}, {id: c2, name: е}]}",
        ])

    private var coverage: Coverage { Coverage(album, rows: 1, columns: 0) }

    @Test func aCellHoldsTheMaterialsThatHaveBoth() {
        #expect(coverage.materials(row: 0, column: 0) == [0, 1])
        #expect(coverage.materials(row: 1, column: 0) == [0] && coverage.materials(row: 0, column: 2) == [1])
        #expect(coverage.materials(row: 0) == [0, 1] && coverage.materials(column: 1) == [2])
    }

    @Test func aGapIsWhereNothingIs() {
        #expect(coverage.gaps(row: 0) == [1] && coverage.gaps(row: 2) == [0, 1, 2])
        #expect(coverage.gaps(column: 0) == [2] && coverage.filled(row: 0) == 2 && coverage.filled(row: 2) == 0)
    }

    @Test func aDraftCoversNothing() {
        #expect(coverage.materials(row: 2).isEmpty && !coverage.materials(column: 1).contains(3))
    }
}
