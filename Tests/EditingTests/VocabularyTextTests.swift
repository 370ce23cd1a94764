import Catalog
import Editing
import Testing

@Suite struct VocabularyTextTests {
    private static let grouped = """
        # Школы и ведомства
        title: Организации
        grows: да
        entries:
          # Федеральные
          - id: ministry
            name: Министерство
            group: Федеральные   # так и останется

          # Школы
          - id: school-1
            name: "Школа № 1"
            aliases:
              - Первая школа
            group: Школы
          # конец списка

        """

    private func adding(_ text: String, _ keys: [(key: String, value: String)], to group: String? = nil) throws
        -> String
    {
        let file = try #require(VocabularyText(Array(text.utf8), path: "content/vocabularies/a.yml", id: "a"))
        return String(decoding: try file.adding(keys, to: group), as: UTF8.self)
    }

    @Test func anEntryStandsBehindTheLastOneOfItsGroup() throws {
        let keys = [(key: "id", value: "agency"), (key: "name", value: "Служба"), (key: "group", value: "Федеральные")]
        let added = "  - id: agency\n    name: Служба\n    group: Федеральные\n"
        let expected = Self.grouped.replacing("останется\n", with: "останется\n" + added)
        #expect(try adding(Self.grouped, keys, to: "Федеральные") == expected)
    }

    @Test func anEntryOfANewGroupStandsAtTheEnd() throws {
        let keys = [(key: "id", value: "school-2"), (key: "name", value: "МОУ «СОШ № 2»: новая")]
        let added = "  - id: school-2\n    name: \"МОУ «СОШ № 2»: новая\"\n"
        let expected = Self.grouped.replacing("group: Школы\n", with: "group: Школы\n" + added)
        #expect(try adding(Self.grouped, keys, to: "Детские сады") == expected)
    }

    @Test(arguments: [
        "title: Виды\nentries:\n  - {id: law, name: закон}\n  - {id: order, name: приказ, aliases: [приказы]}",
        "title: Виды\nentries:\n  - {id: law, name: закон}\n  - {id: order, name: приказ, aliases: [приказы]}\n",
        "- {id: law, name: закон}\n- {id: order, name: приказ, aliases: [приказы]}\n",
    ])
    func anEntryIsWrittenAsItsNeighbourIs(text: String) throws {
        let keys = [(key: "id", value: "rules"), (key: "name", value: "правила, порядок")]
        let indent = text.hasPrefix("-") ? "" : "  "
        let end = text.hasSuffix("\n") ? "" : "\n"
        #expect(try adding(text, keys) == text + end + indent + "- {id: rules, name: \"правила, порядок\"}\n")
    }

    @Test func lineEndsAndTheMarkOfAFileStay() throws {
        let windows = "\u{FEFF}" + Self.grouped.replacing("\n", with: "\r\n")
        let keys = [(key: "id", value: "school-2"), (key: "name", value: "Школа № 2")]
        let expected = try adding(Self.grouped, keys).replacing("\n", with: "\r\n")
        #expect(try adding(windows, keys) == "\u{FEFF}" + expected)
    }

    private func file(_ text: String) throws -> VocabularyText {
        try #require(VocabularyText(Array(text.utf8), path: "content/vocabularies/a.yml", id: "a"))
    }

    @Test func anEntryGoesWithItsLinesAloneAndComesBackBehindWhatItStoodBehind() throws {
        let list =
            "title: Виды\nentries:\n  - {id: a, name: а}\n  # два\n  - id: b\n    name: б\n    aliases: [бэ]\n\n  - {id: c, name: в}"
        let whole = try file(list)
        for (id, without) in [
            ("a", list.replacing("  - {id: a, name: а}\n", with: "")),
            ("b", list.replacing("  - id: b\n    name: б\n    aliases: [бэ]\n", with: "")),
            ("c", list.replacing("  - {id: c, name: в}", with: "")),
        ] as [(EntryID, String)] {
            let removed = String(decoding: try whole.removing(id), as: UTF8.self)
            #expect(removed == without)
            let back = String(decoding: try file(removed).bringingBack(id, of: whole), as: UTF8.self)
            #expect(try file(back).vocabulary.entries.map(\.id) == ["a", "b", "c"])
            // No line is lost or becomes two, comments and empty ones neither.
            #expect(back.split(separator: "\n").sorted() == list.split(separator: "\n").sorted(), "\(back)")
        }
        let windows = try file(Self.grouped.replacing("\n", with: "\r\n"))
        let removed = try windows.removing("ministry")
        #expect(!String(decoding: removed, as: UTF8.self).replacing("\r\n", with: "").contains("\n"))
        let back = try file(String(decoding: removed, as: UTF8.self)).bringingBack("ministry", of: windows)
        #expect(!String(decoding: back, as: UTF8.self).replacing("\r\n", with: "").contains("\n"))
    }

    @Test func theLastOneOfAListStays() throws {
        let one = try file("title: Виды\nentries:\n  - {id: a, name: а}\n")
        #expect(throws: VocabularyText.Refusal.self) { try one.removing("a") }
        #expect(throws: VocabularyText.Refusal.self) { try one.removing("b") }
        #expect(throws: VocabularyText.Refusal.self) { try one.bringingBack("a", of: one) }
    }

    @Test func aTileAndANumberAreWrittenAsSuch() throws {
        let added = try file("- {id: a, name: а, number: 1, tile: [1, 1]}\n").adding(
            [(key: "id", value: "b"), (key: "name", value: "б"), (key: "number", value: "2")],
            tile: TilePosition(column: 2, row: 1), to: nil)
        #expect(String(decoding: added, as: UTF8.self).hasSuffix("- {id: b, name: б, number: 2, tile: [2, 1]}\n"))
    }

    @Test func whatWouldNotBeReadIsRefused() throws {
        let file = try #require(VocabularyText(Array(Self.grouped.utf8), path: "a.yml", id: "a"))
        for keys in [
            [(key: "id", value: "school-1"), (key: "name", value: "Другая")],
            [(key: "id", value: "Не по правилам"), (key: "name", value: "Другая")], [(key: "id", value: "other")],
        ] {
            #expect(throws: VocabularyText.Refusal.self) { try file.adding(keys, to: nil) }
        }
    }
}
