import Catalog
import Testing

@testable import Editor

/// Two people at one material: nothing of either is lost, and only what clashes is asked about.
@Suite struct MeetingTests {
    private static let path = "roadmaps/asha-2016-2018.md"
    private static let address = "/_edit/material/roadmaps/asha-2016-2018"

    /// The form as a browser that opened it would send it, after somebody else has saved other words.
    private func met(
        _ desk: Desk, mine: (String) -> String, theirs: (String) -> String, fields: [String: String] = [:]
    ) async throws -> (form: [(String, String)], answer: String, status: Int) {
        _ = await desk.get(Self.address)
        let form = try desk.form(Self.path, fields, schema: try desk.schema()).map {
            $0.0 == "_body" ? ($0.0, mine($0.1)) : $0
        }
        let text = try desk.folder.text("content/" + Self.path)
        try desk.folder.write(theirs(text), to: "content/" + Self.path)
        let answer = await desk.post(Self.address, form + [("_save", "1")])
        return (form, answer.text, answer.status)
    }

    /// What the answered page would send.
    private func sent(_ page: String, _ form: [(String, String)]) throws -> [(String, String)] {
        func hidden(_ name: String) throws -> String? {
            page.firstMatch(of: try Regex("name=\"\(name)\" value=\"([^\"]*)\"", as: (Substring, Substring).self))
                .map { String($0.1) }
        }
        let body = try #require(page.firstMatch(of: /<textarea id="body"[^>]*>\n([^<]*)<\/textarea>/)?.1)
            .replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        let base = try hidden("_base")
        let more = try ["_unsettled", "_from"].compactMap { name in try hidden(name).map { (name, $0) } }
        return form.map { name, value in
            switch name {
            case "_body": (name, String(body))
            case "_base": (name, base ?? value)
            default: (name, value)
            }
        } + more
    }

    @Test func rowsOfTwoPeopleMeetAndAreWrittenOnceTheyWereSeen() async throws {
        let desk = try Desk()
        let rows = try desk.folder.text("content/" + Self.path).split(separator: "\n").filter { $0.hasPrefix("| ") }
        let (first, last) = (try #require(rows.dropFirst(2).first), try #require(rows.last))
        let (form, page, status) = try await met(
            desk, mine: { $0.replacing(first, with: first.replacing("| ", with: "| Моё: ", maxReplacements: 1)) },
            theirs: { $0.replacing(last, with: last.replacing("| ", with: "| Чужое: ", maxReplacements: 1)) })
        #expect(status == 409 && page.contains("в других местах") && !page.contains("name=\"_unsettled\""))
        let before = try desk.folder.text("content/" + Self.path)
        #expect(!before.contains("Моё: ") && before.contains("Чужое: "), "it was written unseen")
        #expect(await desk.post(Self.address, try sent(page, form) + [("_save", "1")]).status == 303)
        let now = try desk.folder.text("content/" + Self.path)
        #expect(now.contains("| Моё: ") && now.contains("| Чужое: "))
    }

    @Test func whatClashesIsNotSavedBeforeSomebodyHasChosen() async throws {
        let desk = try Desk()
        let row = try #require(
            try desk.folder.text("content/" + Self.path).split(separator: "\n").last { $0.hasPrefix("| ") })
        func named(_ word: String) -> (String) -> String {
            { $0.replacing(row, with: row.replacing("| ", with: "| \(word): ", maxReplacements: 1)) }
        }
        let (form, page, status) = try await met(desk, mine: named("Моё"), theirs: named("Чужое"))
        #expect(status == 409 && page.contains("Моё: ") && page.contains("Чужое: "))
        #expect(page.contains("name=\"_unsettled\" value=\"_body\"") && page.contains("Оставить оба"))
        let again = try sent(page, form)
        let refused = await desk.post(Self.address, again + [("_save", "1")])
        #expect(refused.status == 409 && refused.text.contains("Не сохранено: выберите"))
        #expect(try !desk.folder.text("content/" + Self.path).contains("Моё: "))
        // A tab that is closed now has the question when it comes back.
        _ = await desk.post("/_edit/keep", again + [("_key", Self.path)])
        #expect(await desk.get(Self.address).text.contains("name=\"_unsettled\" value=\"_body\""))
        let chosen = again.map { $0.0 == "_unsettled" ? ($0.0, "") : $0 }
        #expect(await desk.post(Self.address, chosen + [("_save", "1")]).status == 303)
        #expect(try desk.folder.text("content/" + Self.path).contains("Моё: "))
    }

    @Test func aFieldThatOnlyOneHasChangedIsNoQuestion() async throws {
        let desk = try Desk()
        let (form, page, status) = try await met(
            desk, mine: { $0 }, theirs: { $0.replacing("\nsummary: ", with: "\nsummary: Иначе. ") },
            fields: ["field.title": "Другое название"])
        #expect(status == 409 && !page.contains("name=\"_unsettled\"") && page.contains("ничего не меняли"))
        #expect(page.contains("value=\"Другое название\"") && page.contains("Иначе. "))
        let summary = try #require(page.firstMatch(of: /name="field.summary"[^>]*>\n([^<]*)</)?.1)
        let sent = try sent(page, form).map { $0.0 == "field.summary" ? ($0.0, String(summary)) : $0 }
        #expect(await desk.post(Self.address, sent + [("_save", "1"), ("_sure", "1")]).status == 303)
        let now = try desk.folder.text("content/" + Self.path)
        #expect(now.contains("Другое название") && now.contains("summary: Иначе. "))
    }

    @Test func tablesAreComparedWithoutTheirMarks() {
        let text = "## Мероприятия\n\n| Что | Когда |\n|---|:--:|\n| Раз \\| два | май |\nПросто | так"
        #expect(ReadableText.text(text) == "Мероприятия\n\nЧто · Когда\nРаз | два · май\nПросто | так")
    }
}
