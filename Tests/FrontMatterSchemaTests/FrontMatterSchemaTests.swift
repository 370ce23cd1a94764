import Catalog
import Diagnostics
import Languages
import TestSupport
import Testing

@testable import FrontMatterSchema

/// The front matter of a kind as JSON Schema; that materials fit it is tested by `Tests/Exports/schema_tests.py`.
@Suite struct FrontMatterSchemaTests {
    private static let directions = """
        title: Направления
        entries:
          - {id: znanie, name: Знание, aliases: [Общее, Учёба], was: [{name: Обучение, to: 2020}, uchenie]}
          - {id: zdorove, name: Здоровье, short: Общее}
        """
    private static let practice = """
        id: practice
        folder: practices
        name: {one: практика, few: практики, many: практик}
        description: Что сделали.
        fields:
          title: {label: Название, type: text, required: true}
          directions: {label: Направления, aliases: [Направление], type: references, to: directions, help: Одно или два.}
          date: {label: Дата, type: period}
          state: {label: Состояние, type: choice, default: готово, choices: {done: готово, open: в работе}}
        """

    private func document() -> JSONTree.Members {
        let (schema, _) = SchemaLoader.load(
            vocabularies: [
                ("directions", SourceFile(path: "content/vocabularies/directions.yml", text: Self.directions))
            ], kinds: [SourceFile(path: "content/kinds/practice.yml", text: Self.practice)])
        return JSONTree.Members(FrontMatterSchema(schema.kinds[0], schema, .ru).tree)
    }

    @Test func itSaysWhatItIs() {
        let document = document()
        #expect(document["$schema"] == .text("https://json-schema.org/draft/2020-12/schema"))
        #expect(document["title"] == .text("практика") && document["description"] == .text("Что сделали."))
        #expect(JSONTree.Members(document["else"])["additionalProperties"] == .flag(false))
    }

    @Test func fieldsHaveAllTheirNamesAndTheirLabelsAndHelp() {
        let document = document()
        let properties = JSONTree.Members(JSONTree.Members(document["else"])["properties"])
        #expect(
            properties.names.suffix(10) == [
                "title", "Название", "directions", "Направления", "Направление", "date", "Дата", "state", "Состояние",
                "privacy-allow",
            ])
        #expect(properties["Направление"] == .object(["$ref": .text("#/$defs/field-directions")]))
        let field = JSONTree.Members(JSONTree.Members(document["$defs"])["field-directions"])
        #expect(field["title"] == .text("Направления"))
        #expect(field["description"] == .text("Одно или два. Пишут и: Направление."))
        #expect(JSONTree.Members(JSONTree.Members(document["$defs"])["field-state"])["default"] == .text("готово"))
    }

    /// A name of two entries is none; former names and ids are names.
    @Test func anEnumerationHasEveryNameThatMeansOneEntry() {
        let list = JSONTree.Members(JSONTree.Members(document()["$defs"])["vocabulary-directions"])
        guard case .list(let choices)? = list["anyOf"] else { return #expect(Bool(false), "no anyOf") }
        #expect(
            JSONTree.Members(choices[0])["enum"]
                == .texts(["Знание", "Здоровье", "Учёба", "Обучение", "znanie", "zdorove", "uchenie"]))
    }

    @Test(arguments: [
        ("Троицкий ГО", ["троицкий  го", "ТРОИЦКИЙ\u{A0}ГО", " Троицкий ГО "], ["Троицкий", "Троицкий ГОО"]),
        ("Озёрский", ["Озерский", "озёрский"], ["Озорский"]), ("№ 5 (а)", ["№5 (а)", "№ 5 (А)"], ["№ 5 а"]),
        ("«Знание» — сила", ["Знание - сила", "\"знание\" – СИЛА"], ["Знание сила"]), ("znanie", ["Znanie"], ["znani"]),
    ])
    func aPatternTakesANameAsTheReadersFoldIt(name: String, taken: [String], refused: [String]) throws {
        let pattern = try Regex(NamePattern.whole([name, "иное"]))
        for text in taken + [name, "Иное"] { #expect(text.wholeMatch(of: pattern) != nil, "\(text)") }
        for text in refused { #expect(text.wholeMatch(of: pattern) == nil, "\(text)") }
    }

    @Test func itIsPrintedWithAMemberOnEachLine() {
        let tree = JSONTree.object([
            "a": .list([.text("1\"")]), "b": .list([.object([:] as KeyValuePairs)]), "c": nil, "d": .number(2),
        ])
        #expect(tree.printed == "{\n  \"a\": [\"1\\\"\"],\n  \"b\": [\n    {}\n  ],\n  \"d\": 2\n}\n")
    }
}

extension JSONTree {
    /// The members of an object by their names.
    struct Members {
        private let members: [Member]

        init(_ tree: JSONTree?) {
            if case .object(let members)? = tree { self.members = members } else { members = [] }
        }

        var names: [String] { members.map(\.name) }
        subscript(name: String) -> JSONTree? { members.first { $0.name == name }?.value }
    }
}
