import Files
import Foundation
import Importing
import Preview
import Testing

@testable import Editor

/// Files that were put into a form wait until it is saved.
@Suite struct WaitingFileTests {
    private static let path = "practices/asha-msoko.md"
    private static let address = "/_edit/material/practices/asha-msoko"

    private func send(_ desk: Desk, _ name: String, _ bytes: [UInt8], key: String = Self.path) async -> String {
        let pairs = [("token", Desk.token), ("key", key), ("name", name)].map {
            "\($0.0)=\(PercentEncoding.encoded($0.1))"
        }
        let query = pairs.joined(separator: "&")
        return await desk.desk.answer(EditingRequest(path: "/_edit/file", query: query, body: bytes)).text
    }

    @Test func aFileWaitsUntilTheTextThatNamesItIsSaved() async throws {
        let desk = try Desk()
        let picture = try TakenFileTests.bytes("phone.png")
        let before = try desk.folder.files(below: "content")
        #expect(await send(desk, "zal.png", picture).contains("\"zal.png\""))
        #expect(await send(desk, "lishnii.pdf", Array("%PDF-1.4".utf8)).contains("\"lishnii.pdf\""))
        #expect(try desk.folder.files(below: "content") == before)

        // The page that is shown beside the form has it.
        let body = try desk.folder.text("content/" + Self.path).components(separatedBy: "\n---\n")[1]
        let form = try desk.form(Self.path, ["_body": body + "\n![Зал](zal.png)\n"], schema: try desk.schema())
        let checked = await desk.post("/_edit/check", form + [("_key", Self.path)])
        #expect(!checked.text.contains("zal.png") || !checked.text.contains("missing"), "\(checked.text)")
        let shown = await desk.get("/_edit/shown/practices/zal.png")
        #expect(shown.status == 200 && !shown.bytes.isEmpty)

        #expect(await desk.post(Self.address, form + [("_draft", "1")]).status == 303)
        #expect(Set(try desk.folder.files(below: "content")).subtracting(before) == ["practices/zal.png"])
        // What nobody saved waits on, what was saved waits no more.
        #expect(try desk.folder.files(below: ".album-work/files") == ["practices/lishnii.pdf"])
    }

    @Test func aNameThatWasTakenMeanwhileIsNotWrittenOver() async throws {
        let desk = try Desk()
        #expect(await send(desk, "plan.pdf", Array("%PDF-1.4".utf8)).contains("\"plan.pdf\""))
        try desk.folder.write("чужой", to: "content/practices/plan.pdf")
        let body = try desk.folder.text("content/" + Self.path).components(separatedBy: "\n---\n")[1]
        let form = try desk.form(Self.path, ["_body": body + "\n[План](plan.pdf)\n"], schema: try desk.schema())
        #expect(await desk.post(Self.address, form + [("_save", "1"), ("_sure", "1")]).status == 303)
        #expect(try desk.folder.text("content/practices/plan.pdf") == "чужой")
        #expect(try desk.folder.text("content/practices/plan-2.pdf") == "%PDF-1.4")
        #expect(try desk.folder.text("content/" + Self.path).contains("[План](plan-2.pdf)"))
    }

    @Test func whatIsNeverSavedIsSweptInTimeUnlessAFormNamesIt() async throws {
        let desk = try Desk()
        for name in ["zal.pdf", "plan.pdf"] { _ = await send(desk, name, Array("%PDF-1.4".utf8)) }
        let form = [("_token", Desk.token), ("_key", Self.path), ("_body", "[План](plan.pdf)")]
        #expect(await desk.post("/_edit/keep", form).status == 200)
        let work = desk.desk.work
        let day = 86_400
        try work.sweepWaiting(at: DiskClock.second + (WorkFolder.daysOfWaiting - 1) * day)
        #expect(try desk.folder.files(below: ".album-work/files").count == 2)
        try work.sweepWaiting(at: DiskClock.second + (WorkFolder.daysOfWaiting + 1) * day)
        #expect(try desk.folder.files(below: ".album-work/files") == ["practices/plan.pdf"])
    }

    @Test func aNameIsFoundWhereItStandsByItself() {
        func isNamed(_ text: String) -> Bool { FileNameUse("zal.jpg").isNamed(in: Array(text.utf8)) }
        #expect(isNamed("![Зал](zal.jpg)") && isNamed("attachments: [zal.jpg]") && isNamed("zal.jpg"))
        #expect(!isNamed("(akt-zal.jpg)") && !isNamed("zal.jpgx") && isNamed("a-zal.jpg, zal.jpg."))
    }

    @Test(.enabled(if: PictureConverter.find() != nil))
    func aPictureThatIsTooLargeIsMadeSmallerByAButton() async throws {
        let desk = try Desk()
        let wide = try TakenFileTests.bytes("wide.png")
        try desk.folder.write(wide, to: "content/practices/shema.png")
        let old = try desk.folder.text("content/" + Self.path)
        try desk.folder.write(old + "\n![Схема](shema.png)\n", to: "content/" + Self.path)
        desk.desk.show(try desk.remake())
        let form = try desk.form(Self.path, schema: try desk.schema()) + [("_key", Self.path)]
        let checked = await desk.post("/_edit/check", form)
        let messages =
            try #require(
                try JSONSerialization.jsonObject(with: Data(checked.bytes)) as? [String: Any])["messages"]
            as? [[String: Any]]
        let message = try #require(messages?.first { $0["code"] as? String == "wide-picture" }, "\(checked.text)")
        let said = [
            ("_fix", "wide-picture"), ("_place", message["for"] as? String ?? ""),
            ("_said", message["text"] as? String ?? ""),
        ]
        let answer = await desk.post("/_edit/fix", form + said)
        #expect(answer.text.contains("\"done\":") && !answer.text.contains("\"body\""), "\(answer.text)")
        // Nothing is saved, and the form is told of it no more.
        #expect(try desk.folder.bytes("content/practices/shema.png") == wide)
        #expect(await !desk.post("/_edit/check", form).text.contains("wide-picture"))
        #expect(await desk.post(Self.address, form + [("_save", "1"), ("_sure", "1")]).status == 303)
        let made = try desk.folder.bytes("content/practices/shema.png")
        #expect(made != wide && made.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(try desk.folder.files(below: ".album-work/smaller").isEmpty)
        #expect(try desk.folder.files(below: ".album-work/history/practices/shema.png").count == 1)
    }
}
