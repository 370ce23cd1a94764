import Foundation
import TestSupport
import Testing

@testable import Editor

/// «Исправить» beside a message, and for a file that cannot be read.
@Suite struct FixingTests {
    private static let path = "practices/asha-msoko.md"

    private struct Looked: Decodable {
        struct Message: Decodable {
            let `for`: String
            let text: String
            let code: String?
        }

        let messages: [Message]
    }

    private struct Mended: Decodable {
        let fields: [String: String]?
        let body: String?
        let said: String?
    }

    private func mended(_ desk: Desk, _ form: [(String, String)], _ message: Looked.Message) async throws -> Mended {
        let sent = form + [("_fix", message.code ?? ""), ("_place", message.for), ("_said", message.text)]
        let answer = await desk.post("/_edit/fix", sent)
        return try JSONDecoder().decode(Mended.self, from: Data(answer.bytes))
    }

    @Test func aMistakeWithOneAnswerIsMendedInTheFormAndInNoFile() async throws {
        let desk = try Desk()
        let schema = try desk.schema()
        let before = try desk.folder.text("content/" + Self.path)
        let body = before.components(separatedBy: "\n---\n").dropFirst().joined(separator: "\n---\n")
        let typed = body + "\n• Первое.\n• Второе.\n"
        let form =
            try desk.form(
                Self.path, ["_body": typed, "field.directions": "Знание\nЗнание"], schema: schema)
            + [("_key", Self.path)]
        let looked = await desk.post("/_edit/check", form)
        let messages = try JSONDecoder().decode(Looked.self, from: Data(looked.bytes)).messages
        let unread = try #require(messages.first { $0.code == "pasted-list" }, "\(looked.text)")
        #expect(try await mended(desk, form, unread).body == body + "\n- Первое.\n- Второе.\n")
        let twice = try #require(messages.first { $0.code == "doubled-value" }, "\(looked.text)")
        #expect(try await mended(desk, form, twice).fields?["directions"] == "Знание")
        #expect(try desk.folder.text("content/" + Self.path) == before)
    }

    @Test func whatAPersonDecidesHasNoButton() async throws {
        let desk = try Desk()
        let form =
            try desk.form(Self.path, ["field.date": "вчера"], schema: try desk.schema())
            + [("_key", Self.path)]
        let looked = await desk.post("/_edit/check", form)
        let messages = try JSONDecoder().decode(Looked.self, from: Data(looked.bytes)).messages
        let date = try #require(messages.first { $0.for == "date" }, "\(looked.text)")
        #expect(date.code == nil)
    }

    @Test func aFileWhoseHeadCannotBeReadIsMendedBeforeItIsSaved() async throws {
        let desk = try Desk()
        let before = try desk.folder.text("content/" + Self.path)
        let broken = before.replacing("---\ntitle", with: "–––\ntitle", maxReplacements: 1)
        try desk.folder.write(broken, to: "content/" + Self.path)
        desk.desk.show(try desk.remake())
        let address = "/_edit/material/practices/asha-msoko"
        let page = await desk.get(address).text
        #expect(page.contains("name=\"_fix\""), "\(page.prefix(3000))")
        let answer = await desk.post(
            address, [("_token", Desk.token), ("_base", ""), ("_raw", broken), ("_fix", "1")])
        #expect(answer.status == 200 && answer.text.contains(">\n---\ntitle"), "\(answer.text.prefix(3000))")
        #expect(try desk.folder.text("content/" + Self.path) == broken)
    }

    @Test func whatSomebodyElseWritesBeforeAWholeFileIsMendedIsNotOverwritten() async throws {
        let desk = try Desk()
        let before = try desk.folder.text("content/" + Self.path)
        let broken = before.replacing("---\ntitle", with: "–––\ntitle", maxReplacements: 1)
        try desk.folder.write(broken, to: "content/" + Self.path)
        desk.desk.show(try desk.remake())
        let address = "/_edit/material/practices/asha-msoko"
        func base(_ page: String) throws -> String {
            try #require(page.firstMatch(of: /name="_base" value="([^"]*)"/)).1.description
        }
        let shown = try base(await desk.get(address).text)
        let theirs = broken + "\nИх строка.\n"
        try desk.folder.write(theirs, to: "content/" + Self.path)
        let mended = await desk.post(
            address, [("_token", Desk.token), ("_base", shown), ("_raw", broken), ("_fix", "1")])
        let saved = await desk.post(
            address,
            [("_token", Desk.token), ("_base", try base(mended.text)), ("_raw", before), ("_save", "1")])
        #expect(saved.status == 409)
        #expect(try desk.folder.text("content/" + Self.path) == theirs)
    }
}
