import Diagnostics
import Testing

@testable import Catalog

/// A fault of front matter is told in the line where the editor made it.
@Suite struct YAMLCauseTests {
    private func told(_ yaml: String) -> [String] {
        let file = SourceFile(path: "a.md", text: "---\n" + yaml + "\n---\n\nТекст\n")
        let (_, diagnostics) = YAMLReader.read(file, part: 4..<4 + yaml.utf8.count)
        return diagnostics.map { diagnostic in
            let start = diagnostic.location.range?.lowerBound ?? 0
            let line = file.bytes[..<start].filter { $0 == 10 }.count + 1
            return "\(line) \(diagnostic.code.name)"
        }
    }

    @Test(arguments: [
        ("title:Проба\nsummary: Проба", 2), ("title: Проба\nlevel:инст\ndate: 2023", 3),
        ("title: Проба\n  summary: Проба", 3), ("title: Проба\nsummary:\u{A0}Проба\ndate: 2023", 3),
        ("title: Проба\nsummary: \"Проба\ndate: 2023", 3), ("title: Проба\nsummary: 'Проба\ndate: 2023\nlevel: а", 3),
        ("title: Проба\ndirections: [Знание\nmunicipalities: [Ашинский МР]", 3),
        ("title: Проба\ndirections: [Знание, Здоровье #2]\ndate: 2023", 3),
        ("Название: Проба\nКратко:Проба\nДата: 2023", 3),
    ])
    func aFaultIsToldAtItsCause(yaml: String, line: Int) {
        #expect(told(yaml) == ["\(line) broken-yaml"])
    }

    @Test(arguments: [
        ("title: Школа #9", "2 cut-value"), ("title: Проба\nparticipants: Ученики #9 класса", "3 cut-value"),
    ])
    func aValueThatIsCutIsTold(yaml: String, expected: String) {
        #expect(told(yaml) == [expected])
    }

    @Test(arguments: [
        "# Заметка\ntitle: Проба", "title: Проба\n# Заметка\ndate: 2023", "title: \"Школа #9\"", "title: Школа#9",
        "title: Проба\nsummary: |\n  Текст #1\n  ещё", "url: https://example.org/#a", "title: 'Проба' # старое",
    ])
    func whatIsNoFaultIsNotTold(yaml: String) {
        #expect(told(yaml) == [])
    }

    @Test(arguments: [
        #"title: "а\x01б""#, #"title: "а\u202Eб""#, #"title: "а\x85б""#, #"title: "а\eб""#, #""а\x7F": б"#,
        #"title: [а, "\uFFFE"]"#,
    ])
    func anUnseenCharacterIsNotSpelled(yaml: String) {
        #expect(told(yaml) == ["2 broken-yaml"])
    }

    @Test(arguments: [#"title: "а\nб\tв""#, #"title: "«\u00AB» \"да\"""#])
    func whatCanBeSeenIsSpelledAsItIsLiked(yaml: String) {
        #expect(told(yaml) == [])
    }
}
