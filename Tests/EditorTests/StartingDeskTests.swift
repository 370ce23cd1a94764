import Catalog
import Diagnostics
import Files
import Foundation
import Preview
import Starting
import TestSupport
import Testing

@testable import Editor

/// What the desk of a site of several albums says before a new material.
@Suite struct AlbumsOfADeskTests {
    /// A material of a region is begun in the region's album: whoever begins it here is told so, and where that is.
    @Test func aNewMaterialOfARegionIsWrittenInItsAlbum() throws {
        let roots = try [("permskii-krai", "regions/perm"), ("tula", "regions/tula")].map { id, folder in
            ContentRoot(
                id: RootID(id), folder: try SitePath(folder), region: EntryID(id),
                location: SourceLocation(path: "album.yml"))
        }
        let said = SiteDesk.ofAlbums(roots, .ru)
        #expect(said.contains("принадлежит всему сайту") && said.contains("album serve --root regions/tula"), "\(said)")
        #expect(said.contains("«permskii-krai» — album serve --root regions/perm"))
        #expect(SiteDesk.ofAlbums([], .ru).isEmpty)
    }
}

/// The page of `album serve` in an empty folder.
@Suite struct StartingDeskTests {
    /// Who answers once there is a site.
    private struct Next: EditingDesk {
        func answer(_ request: EditingRequest) async -> SiteResponder.Answer {
            SiteResponder.Answer(status: 200, contentType: "text/plain", bytes: Array("next".utf8))
        }
    }

    private let folder: TemporaryFolder
    private let desk: StartingDesk

    init() throws {
        folder = try TemporaryFolder()
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        desk = StartingDesk(
            root: try DiskFileSystem(root: folder.path), token: "secret",
            starter: try Starter(DiskFileSystem(root: repository.appendingPathComponent("starter").path)), next: Next(),
            started: {})
    }

    private func get(_ path: String) async -> SiteResponder.Answer {
        await desk.answer(EditingRequest(path: path, query: "", body: nil))
    }

    private func send(_ fields: [String: String], token: String = "secret") async -> SiteResponder.Answer {
        let pairs = fields.merging(["_token": token]) { old, _ in old }
        let body = pairs.map { "\($0.key)=\(PercentEncoding.encoded($0.value))" }.joined(separator: "&")
        return await desk.answer(EditingRequest(path: StartingDesk.address, query: "", body: Array(body.utf8)))
    }

    private func text(_ answer: SiteResponder.Answer) -> String { String(decoding: answer.bytes, as: UTF8.self) }

    private static let answers = [
        "region": "Пермский край", "directions": "nine", "municipalities": "Пермский ГО\nПермский МО\nЛысьвенский МО",
    ]

    /// The value of a hidden or shown field of a page.
    private func value(_ name: String, _ page: String) -> String? {
        guard let start = page.range(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(page[start.upperBound...].prefix { $0 != "\"" })
    }

    /// A name that nobody has said is shown before it is written.
    @Test func theDepartmentIsProposedAndMayBeLeftOut() async throws {
        let page = text(await send(Self.answers.merging(["_look": "1"]) { $1 }))
        #expect(value("department", page) == "Министерство образования Пермского края", "\(page)")
        let none = text(await send(Self.answers.merging(["_look": "1", "department": "-"]) { $1 }))
        #expect(value("department", none) == "-")
    }

    @Test func theQuestionsStandInAnEmptyFolderAndEverythingLeadsToThem() async {
        let page = await get("/_edit/start")
        #expect(page.status == 200 && text(page).contains("Новый альбом") && !text(page).contains("Поправьте"))
        #expect(await get("/_edit/").location == "/_edit/start")
        #expect(await get("/_edit/assets/editor.css").status == 200)
    }

    @Test func whatTheRuleMakesIsShownAndNothingIsWritten() async throws {
        let page = await send(Self.answers.merging(["_look": "1"]) { old, _ in old })
        #expect(page.status == 200)
        #expect(value("row.0.full", text(page)) == "Пермский городской округ")
        #expect(value("row.2.short", text(page)) == "Лысьвенский")
        #expect(text(page).contains("подходит нескольким"))
        #expect(try folder.files() == [])
    }

    @Test func whatIsMendedAndDroppedIsWritten() async throws {
        let listed = try #require(value("_listed", text(await send(Self.answers))))
        let mended = Self.answers.merging([
            "_listed": listed, "row.0.short": "Пермь", "row.0.address": "gorod-perm", "row.1.drop": "1",
        ]) { old, _ in old }
        let looked = await send(mended)
        #expect(value("row.2.name", text(looked)) == "Лысьвенский МО")
        #expect(text(looked).contains("name=\"row.1.drop\" value=\"1\""))
        let made = await send(mended.merging(["_save": "1"]) { old, _ in old })
        #expect(made.status == 303 && made.location == "/")
        let list = try folder.text("content/vocabularies/municipalities.yml")
        #expect(list.contains("{id: gorod-perm, name: Пермский ГО") && list.contains("short: Пермь"))
        #expect(!list.contains("Пермский МО") && list.contains("Лысьвенский МО"))
        #expect(folder.contains("album.yml") && !folder.contains(".album-new"))
        #expect(text(await get("/_edit/")) == "next")
        #expect(await get("/_edit/start").location == "/")
    }

    /// Another name composes the other parts anew; those that a person has written stay.
    @Test func anotherNameOfARowComposesItsPartsAnew() async throws {
        let page = text(await send(Self.answers))
        let listed = try #require(value("_listed", page))
        #expect(value("row.2.shown", page) == "Лысьвенский МО")
        let row = Dictionary(
            uniqueKeysWithValues: ["full", "short", "aliases", "type", "address", "shown"].map {
                ("row.2.\($0)", value("row.2.\($0)", page) ?? "")
            })
        let mended = Self.answers.merging(row) { old, _ in old }
            .merging(["_listed": listed, "row.2.name": "Чусовской городской округ", "row.2.short": "Чусовой"]) {
                _, new in new
            }
        let looked = text(await send(mended))
        #expect(
            value("row.2.full", looked) == "Чусовской городской округ" && value("row.2.name", looked) == "Чусовской ГО")
        #expect(value("row.2.short", looked) == "Чусовой" && value("row.2.address", looked) == "chusovskoi-go")
        #expect(value("row.2.shown", looked) == "Чусовской ГО")
    }

    /// Rows belong to the text that they were made of.
    @Test func rowsOfAnotherListAreNotTaken() async {
        let page = await send(Self.answers.merging(["_listed": "0", "row.0.name": "Чужой"]) { old, _ in old })
        #expect(!text(page).contains("Чужой"))
    }

    @Test func withoutTheTokenNothingIsWrittenAndNothingTypedIsLost() async throws {
        let page = await send(Self.answers.merging(["_save": "1"]) { old, _ in old }, token: "guess")
        #expect(page.status == 403 && text(page).contains("Лысьвенский МО"))
        #expect(try folder.files() == [])
    }

    @Test func whatIsWrongIsToldAndNothingIsWritten() async throws {
        for (fields, words) in [
            (["region": ""], "какой это регион"), (["municipalities": "А\nА"], "дважды"),
            (["municipalities": ""], "ни одного муниципалитета"), (["colours": "синий"], "не цвет"),
            (["directions": "own", "own": ""], "ни одного направления"),
        ] {
            let page = await send(
                Self.answers.merging(fields) { _, new in new }.merging(["_save": "1"]) { old, _ in old })
            #expect(page.status == 422 && text(page).contains(words), "\(words)")
        }
        #expect(try folder.files() == [])
    }

    @Test func aFolderThatIsNoLongerEmptyIsLeftAlone() async throws {
        try folder.write("моё", to: "список.csv")
        try folder.write("моё", to: "программа.py")
        let page = await send(Self.answers.merging(["_save": "1"]) { old, _ in old })
        #expect(page.status == 409)
        #expect(Set(try folder.files()) == ["список.csv", "программа.py"])
    }

    @Test func whatIsTypedIsText() async {
        let page = await send(
            Self.answers.merging(["region": "\"><script>", "contact": "</textarea>"]) { _, new in new })
        #expect(!text(page).contains("<script>") && !text(page).contains("</textarea>\""))
    }
}
