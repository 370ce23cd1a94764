import Foundation
import TestSupport
import Testing

/// The command `album schema` as a person calls it.
@Suite struct SchemaCommandTests {
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SharedCases.layOwn(
            ["album.yml", "content/kinds", "content/vocabularies"], into: URL(fileURLWithPath: folder.path))
        return folder
    }

    @Test(arguments: ["practice", "практики", "Практику"])
    func aKindIsCalledByAnyOfItsNames(name: String) throws {
        let site = try site()
        let run = try Program.run(["schema", name], in: site.path)
        #expect(run.status == 0 && run.messages.isEmpty, "\(run.messages)")
        #expect(run.output.hasPrefix("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"))
        #expect(run.output.hasSuffix("}\n") && run.output.contains("\"$comment\": \"album schema practice\""))
    }

    @Test func allAreWrittenAndWrittenAnew() throws {
        let site = try site()
        for _ in 0..<2 {
            let run = try Program.run(["schema", "--all", ".vscode/schemas"], in: site.path)
            #expect(run.status == 0, "\(run.messages)")
            #expect(run.output.contains(".vscode/schemas/practice.schema.json\n"))
        }
        let one = try Program.run(["schema", "practice"], in: site.path)
        #expect(try site.text(".vscode/schemas/practice.schema.json") == one.output)
    }

    @Test func whatIsNoSchemaStays() throws {
        let site = try site()
        try site.write("{}", to: "schemas/practice.schema.json")
        let run = try Program.run(["schema", "--all", "schemas"], in: site.path)
        #expect(run.status == 2 && run.messages.contains("файл schemas/practice.schema.json уже есть"))
        #expect(try site.text("schemas/practice.schema.json") == "{}")
        #expect(try site.files(below: "schemas") == ["practice.schema.json"])
    }

    @Test(arguments: [["schema"], ["schema", "practice", "--all", "a"], ["schema", "сказка"]])
    func whatCannotBeIsSaidInRussian(arguments: [String]) throws {
        let site = try site()
        let run = try Program.run(arguments, in: site.path)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.messages.contains(arguments.last == "сказка" ? "вида «сказка» нет" : "нужно что-то одно"))
    }
}
