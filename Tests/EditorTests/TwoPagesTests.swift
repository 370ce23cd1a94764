import Foundation
import Testing

@testable import Editor

/// Two pages of one material: what is typed in either is lost by neither.
@Suite struct TwoPagesTests {
    private static let path = "practices/asha-msoko.md"
    private static let address = "/_edit/material/practices/asha-msoko"

    /// A form as a page of that name sends it.
    private func form(_ desk: Desk, _ summary: String, hand: String, kept: String = "") throws -> [(String, String)] {
        try desk.form(Self.path, ["field.summary": summary], schema: try desk.schema())
            + [("_key", Self.path), ("_hand", hand), ("_kept", kept)]
    }

    private func kept(_ desk: Desk) async throws -> String {
        let page = await desk.get(Self.address).text
        return String(try #require(page.firstMatch(of: /name="_kept" value="([^"]*)"/)?.1))
    }

    private func summary(_ desk: Desk) async throws -> String {
        let page = await desk.get(Self.address).text
        return String(try #require(page.firstMatch(of: /name="field.summary"[^>]*>([^<]*)/)?.1))
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test func whatAnotherPageHasKeptIsNotReplacedUnasked() async throws {
        let desk = try Desk()
        let first = await desk.post("/_edit/keep", try form(desk, "Первое.", hand: "a"))
        #expect(first.text.contains("\"isBeside\":false"))
        let second = await desk.post("/_edit/keep", try form(desk, "Второе.", hand: "b"))
        #expect(second.text.contains("\"isBeside\":true"))
        #expect(try await summary(desk) == "Первое.")
        // The other one can be had back.
        #expect(await desk.post(Self.address, try form(desk, "Первое.", hand: "a") + [("_recall", "1")]).status == 303)
        #expect(try await summary(desk) == "Второе.")
    }

    @Test func aPageThatWasMadeOfWhatIsKeptGoesOnWithIt() async throws {
        let desk = try Desk()
        #expect(await desk.post("/_edit/keep", try form(desk, "Первое.", hand: "a")).status == 200)
        let answer = await desk.post(
            "/_edit/keep", try form(desk, "Первое и ещё.", hand: "b", kept: try await kept(desk)))
        #expect(answer.text.contains("\"isBeside\":false"))
        #expect(try await summary(desk) == "Первое и ещё.")
    }

    @Test func whoAsksForItPutsTheOtherTextAside() async throws {
        let desk = try Desk()
        #expect(await desk.post("/_edit/keep", try form(desk, "Первое.", hand: "a")).status == 200)
        let answer = await desk.post("/_edit/keep", try form(desk, "Второе.", hand: "b") + [("_instead", "1")])
        #expect(answer.text.contains("\"isBeside\":false"))
        #expect(try await summary(desk) == "Второе.")
        #expect(await desk.get(Self.address).text.contains("_recall"))
    }

    @Test func whatWasExchangedOutlivesASave() async throws {
        let desk = try Desk()
        #expect(await desk.post("/_edit/keep", try form(desk, "Первое.", hand: "a")).status == 200)
        #expect(await desk.post("/_edit/keep", try form(desk, "Второе.", hand: "b")).status == 200)
        #expect(await desk.post(Self.address, try form(desk, "Первое.", hand: "a") + [("_recall", "1")]).status == 303)
        let sent = try form(desk, "Второе.", hand: "c", kept: try await kept(desk)) + [("_save", "1"), ("_sure", "1")]
        #expect(await desk.post(Self.address, sent).status == 303)
        #expect(await desk.get(Self.address).text.contains("name=\"_recall\""))
        #expect(await desk.post(Self.address, try form(desk, "", hand: "d") + [("_recall", "1")]).status == 303)
        #expect(await desk.get(Self.address).text.contains("Первое."))
    }

    @Test(arguments: ["_save", "_later"])
    func whatTheOtherPageHoldsOutlivesASaveOfThisOne(button: String) async throws {
        let desk = try Desk()
        #expect(await desk.post("/_edit/keep", try form(desk, "Первое.", hand: "a")).status == 200)
        let sent = try form(desk, "Второе.", hand: "b") + [(button, "1"), ("_sure", "1")]
        #expect(await desk.post(Self.address, sent).status == 303)
        #expect(await desk.post(Self.address, try form(desk, "", hand: "c") + [("_recall", "1")]).status == 303)
        let page = await desk.get(Self.address).text
        #expect(page.contains("Первое."), "\(button)")
    }
}
