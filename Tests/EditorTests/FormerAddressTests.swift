import Diagnostics
import Testing

@testable import Editor

/// The address that a published material had belongs to it: links lead there.
@Suite struct FormerAddressTests {
    private static let published =
        "---\ntitle: Новый квест\nsummary: О чём он.\naliases: [practices/kvest.html]\n---\n\nА.\n"

    @Test func aDraftThatTakesItIsTold() throws {
        let desk = try Desk()
        try desk.folder.write(Self.published, to: "content/practices/novyi-kvest.md")
        try desk.folder.write("---\ntitle: Квест\ndraft: да\n---\n", to: "content/practices/kvest.md")
        let told = try desk.remake().diagnostics.filter { $0.severity == .error }
        #expect(told.map(\.code) == [.collidingAddress])
        #expect(told.first?.location.path == "content/practices/kvest.md")
        #expect(told.first?.related.first?.path == "content/practices/novyi-kvest.md")
    }

    @Test func aNewMaterialDoesNotTakeIt() async throws {
        let desk = try Desk()
        try desk.folder.write(Self.published, to: "content/practices/novyi-kvest.md")
        desk.desk.show(try desk.remake())
        let form = [
            ("field.title", "Квест"), ("_body", "Б.\n"), ("_token", Desk.token), ("_base", ""), ("_draft", "1"),
        ]
        #expect(await desk.post("/_edit/new", query: "kind=practice", form).status == 303)
        #expect(
            desk.folder.contains("content/practices/kvest-2.md") && !desk.folder.contains("content/practices/kvest.md"))
    }
}
