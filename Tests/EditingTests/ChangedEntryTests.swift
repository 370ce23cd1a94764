import Catalog
import Editing
import Foundation
import Testing

/// Values of a list's entry and of `album.yml` that are changed while every other byte stays.
@Suite struct ChangedEntryTests {
    private static let lines = """
        # Районы
        title: Муниципалитеты
        entries:
          # Первый
          - id: asha
            name: Ашинский МР   # как в законе
            short: "Аша"
            aliases:
              - Аша
              - г. Аша
            was: [{name: Ашинский район, to: 2010}]

          # Второй
          - id: miass
            name: Миасский ГО

        """
    private static let braces = """
        - {id: asha, name: Ашинский МР, short: "Аша", aliases: [Аша, г. Аша], was: [{name: Ашинский район, to: 2010}]}
        # Второй
        - {id: miass, name: Миасский ГО}
        """

    private func changed(_ text: String, _ id: EntryID, _ changes: [KeyChange]) throws -> String {
        let file = try #require(VocabularyText(Array(text.utf8), path: "content/vocabularies/a.yml", id: "a"))
        return String(decoding: try file.changing(id, changes), as: UTF8.self)
    }

    @Test func whatIsChangedStandsInItsPlace() throws {
        let changes: [KeyChange] = [
            .set("name", .text("Ашинский МО")), .append("was", "Ашинский МР"), .remove("short"),
            .set("aliases", .list(["г. Аша", "Аша, город"])),
            .set("full", .text("Ашинский муниципальный округ: новый")),
        ]
        let lines = try changed(Self.lines, "asha", changes)
        let expected = Self.lines.replacing("name: Ашинский МР ", with: "name: Ашинский МО ")
            .replacing("    short: \"Аша\"\n", with: "")
            .replacing("      - Аша\n      - г. Аша\n", with: "      - г. Аша\n      - \"Аша, город\"\n")
            .replacing(
                "to: 2010}]\n", with: "to: 2010}, Ашинский МР]\n    full: \"Ашинский муниципальный округ: новый\"\n")
        #expect(
            lines.replacing("\"Аша, город\"", with: "Аша, город")
                == expected.replacing("\"Аша, город\"", with: "Аша, город"))
        let braces = try changed(Self.braces, "asha", changes)
        #expect(
            braces
                == Self.braces.replacing("name: Ашинский МР, short: \"Аша\"", with: "name: Ашинский МО")
                .replacing("[Аша, г. Аша]", with: "[г. Аша, \"Аша, город\"]")
                .replacing("to: 2010}]", with: "to: 2010}, Ашинский МР], full: \"Ашинский муниципальный округ: новый\"")
        )
    }

    @Test(arguments: [lines, braces])
    func anEntryThatSaysLittleGetsMore(text: String) throws {
        let said = try changed(
            text, "miass",
            [.append("was", "Миасс"), .set("aliases", .list(["г. Миасс"])), .set("short", .text("Миасс"))])
        let file = try #require(VocabularyText(Array(said.utf8), path: "a.yml", id: "a"))
        #expect(file.texts(of: "was", in: "miass") == ["Миасс"] && file.texts(of: "short", in: "miass") == ["Миасс"])
        #expect(said.hasPrefix(String(text.prefix(while: { $0 != "М" }))))
    }

    @Test func whatWouldNotBeReadIsRefused() throws {
        #expect(throws: VocabularyText.Refusal.self) { try changed(Self.lines, "asha", [.remove("name")]) }
        #expect(throws: VocabularyText.Refusal.self) { try changed(Self.lines, "nobody", [.set("name", .text("X"))]) }
    }

    /// Whatever an entry of the site's own lists says, it can say something else, and no line but its own is touched.
    @Test func allEntriesOfTheSiteCanBeChanged() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("content/vocabularies")
        for name in ["directions", "municipalities", "organisations", "document-types", "regions"] {
            let text = try String(contentsOf: folder.appendingPathComponent(name + ".yml"), encoding: .utf8)
            let path = "content/vocabularies/\(name).yml"
            let file = try #require(VocabularyText(Array(text.utf8), path: path, id: VocabularyID(name)))
            for (number, entry) in file.vocabulary.entries.enumerated() where number % 7 == 0 {
                let changes: [KeyChange] = [
                    .set("name", .text("Совсем: другое, \"название\" [№ \(number)] # да")), .append("was", entry.name),
                    .remove("description"), .set("aliases", .list(["- тире", "{скобки}"])),
                ]
                let result = String(decoding: try file.changing(entry.id, changes), as: UTF8.self)
                let others = { (text: String) in
                    text.split(separator: "\n", omittingEmptySubsequences: false).filter { $0.hasPrefix("#") }
                }
                #expect(others(text) == others(result))
                #expect(abs(text.count - result.count) < 1000)
            }
        }
    }

    @Test func aValueOfTheSiteIsChangedInItsPlace() throws {
        let text =
            "# Устройство\ntitle: Альбом\nedition: 2023-12-01 # день\ntheme: album\n# Куда писать\ncontact: Отдел"
        let file = try #require(ConfigurationText(Array(text.utf8)))
        let order = ["title", "description", "edition", "contact"]
        let saved = try file.changing(
            [
                .set("title", .text("Альбом: новый")), .set("description", .text("О чём")), .remove("contact"),
                .set("edition", .text("2024-02-03")),
            ], order: order)
        #expect(
            String(decoding: saved, as: UTF8.self)
                == "# Устройство\ntitle: \"Альбом: новый\"\ndescription: О чём\nedition: 2024-02-03 # день\ntheme: album\n# Куда писать\n"
        )
        #expect(throws: ConfigurationText.Refusal.self) {
            try file.changing([.set("edition", .text("завтра"))], order: order)
        }
    }
}
