import Catalog
import Editing
import Foundation
import TestSupport
import Testing

@testable import Editor

/// The words of the site and the names in its lists, changed by a form.
@Suite struct ValuesTests {
    private static let entry = "/_edit/lists/municipalities/asha-mr"
    private static let list = "content/vocabularies/municipalities.yml"

    /// What a browser would send of a page, with some values changed.
    private func form(_ page: String, _ changes: [String: String], _ more: [(String, String)] = []) throws -> [(
        String, String
    )] {
        var pairs: [(String, String)] = []
        for tag in page.matches(of: /<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/) where tag.1 != "_slip" {
            pairs.append((String(tag.1), String(tag.2)))
        }
        for tag in page.matches(of: /<textarea[^>]*name="([^"]+)"[^>]*>\n([^<]*)</) {
            pairs.append((String(tag.1), String(tag.2)))
        }
        let unescaped = pairs.map {
            ($0.0, $0.1.replacing("&quot;", with: "\"").replacing("&amp;", with: "&").replacing("&#39;", with: "'"))
        }
        return unescaped.map { ($0.0, changes[$0.0] ?? $0.1) } + more
    }

    @Test func whatTheSiteIsCalledIsChangedInItsFile() async throws {
        let desk = try Desk()
        let before = try desk.folder.text("album.yml")
        let page = await desk.get("/_edit/site").text
        #expect(page.contains("value=\"01.12.2023\"") && page.contains("value=\"Методический альбом\""))
        let sent = try form(page, ["value.title": "Альбом: школы", "value.edition": "3 февраля 2024"])
        let answer = await desk.post("/_edit/site", sent)
        #expect(answer.status == 303 && answer.location == "/_edit/site?saved=1", "\(answer.text)")
        #expect(
            try desk.folder.text("album.yml")
                == before.replacing("title: Методический альбом", with: "title: \"Альбом: школы\"")
                .replacing("2023-12-01", with: "2024-02-03"))
        let saved = await desk.get("/_edit/site", query: "saved=1").text
        #expect(saved.contains("Сохранено.") && saved.contains("value=\"Альбом: школы\""))
        // The way back leads through the fields.
        let second = try #require(saved.firstMatch(of: /\?at=(\d+)/)?.1)
        let earlier = await desk.get("/_edit/site", query: "at=\(second)").text
        #expect(earlier.contains("value=\"Методический альбом\"") && earlier.contains("Чтобы вернуть это, нажмите"))
        #expect(await desk.post("/_edit/site", try form(earlier, [:])).status == 303)
        #expect(
            try desk.folder.text("album.yml")
                == before.replacing("Методический альбом\n", with: "\"Методический альбом\"\n"))
    }

    @Test(arguments: [
        (["value.title": ""], "Заполните: Название сайта."), (["value.edition": "скоро"], "«скоро» — не день"),
        (["value.edition": "2024"], "«2024» — не день"),
    ])
    func whatCannotBeIsRefusedWithWhatWasTyped(changes: [String: String], told: String) async throws {
        let desk = try Desk()
        let before = try desk.folder.text("album.yml")
        let page = await desk.get("/_edit/site").text
        let answer = await desk.post(
            "/_edit/site", try form(page, changes.merging(["value.description": "Набранное"]) { $1 }))
        #expect(
            answer.status == 422 && answer.text.contains(told) && answer.text.contains("Набранное"), "\(answer.text)")
        #expect(try desk.folder.text("album.yml") == before)
    }

    @Test func whatWouldBeAnErrorOfTheSiteIsRefused() async throws {
        let desk = try Desk()
        let page = await desk.get("/_edit/site").text
        let person = try form(page, ["value.contact": "Иванова Мария Петровна, тел. +7 912 345-67-89"])
        let refused = await desk.post("/_edit/site", person)
        #expect(refused.status == 422 && refused.text.contains("href=\"#value-contact\""), "\(refused.text)")
    }

    @Test func aMunicipalityThatIsRenamedKeepsItsFormerName() async throws {
        let desk = try Desk()
        let before = try desk.folder.text(Self.list)
        let page = await desk.get(Self.entry).text
        #expect(page.contains("value=\"Ашинский МР\"") && page.contains("\nАшинский район\nг. Аша<"), "\(page)")
        let sent = try form(page, ["value.name": "Ашинский МО", "value.aliases": "Ашинский район\n\nг. Аша \n"])
        let answer = await desk.post(Self.entry, sent)
        #expect(answer.status == 303, "\(answer.text)")
        let saved = try desk.folder.text(Self.list)
        #expect(
            saved
                == before.replacing(
                    "name: Ашинский МР, full", with: "name: Ашинский МО, was: [Ашинский МР], full"))
        // The name comes back, and is no former one then; what was tried between was never one.
        let back = await desk.get(Self.entry).text
        #expect(back.contains("Прежние значения") && back.contains("Ашинский МО"))
        #expect(await desk.post(Self.entry, try form(back, ["value.name": "Ашинский МР"])).status == 303)
        #expect(try desk.folder.text(Self.list) == before)
        #expect(try desk.remake().diagnostics.filter { $0.severity == .error }.isEmpty)
    }

    @Test func aSlipIsCorrectedInTheMaterialsThatSayItToo() async throws {
        let desk = try Desk()
        let (path, list) = ("content/practices/asha-msoko.md", try desk.folder.text(Self.list))
        let material = try desk.folder.text(path)
        let page = await desk.get(Self.entry).text
        let sent = try form(page, ["value.name": "Ашинсккий МР"], [("_slip", "1")])
        let answer = await desk.post(Self.entry, sent)
        #expect(answer.status == 303 && answer.location?.contains("&respelled=") == true, "\(answer.text)")
        #expect(try desk.folder.text(Self.list) == list.replacing("name: Ашинский МР,", with: "name: Ашинсккий МР,"))
        #expect(try desk.folder.text(path) == material.replacing("Ашинский МР", with: "Ашинсккий МР"))
        #expect(try desk.remake().diagnostics.filter { $0.severity == .error }.isEmpty)
        let told = await desk.get(Self.entry, query: String(answer.location?.split(separator: "?").last ?? "")).text
        #expect(told.contains("Название исправлено и в материалах"), "\(told)")
    }

    @Test func formerNamesAreGivenAndTakenBackByTheForm() async throws {
        let desk = try Desk()
        let before = try desk.folder.text(Self.list)
        let page = await desk.get(Self.entry).text
        let given = try form(page, ["value.was": "Ашинский уезд\nМиньярский район"])
        #expect(await desk.post(Self.entry, given).status == 303)
        #expect(
            try desk.folder.text(Self.list)
                == before.replacing(
                    "name: Ашинский МР, full",
                    with: "name: Ашинский МР, was: [Ашинский уезд, Миньярский район], full"))
        let again = await desk.get(Self.entry).text
        let foreign = await desk.post(Self.entry, try form(again, ["value.was": "Миасский ГО"]))
        #expect(foreign.status == 422 && foreign.text.contains("href=\"#value-was\""), "\(foreign.text)")
        #expect(again.contains("\nАшинский уезд\nМиньярский район</textarea>"))
        #expect(await desk.post(Self.entry, try form(again, ["value.was": ""])).status == 303)
        #expect(try desk.folder.text(Self.list) == before)
    }

    @Test func theRegionOfAPlaceIsChangedByItsName() async throws {
        let desk = try Desk()
        let address = "/_edit/lists/municipalities/kamensk-uralsky-go"
        let before = try desk.folder.text(Self.list)
        let page = await desk.get(address).text
        #expect(page.contains("value=\"Свердловская область\""), "\(page)")
        let unknown = await desk.post(address, try form(page, ["value.region": "Свердловская"]))
        #expect(unknown.status == 422 && unknown.text.contains("href=\"#value-region\""), "\(unknown.text)")
        #expect(await desk.post(address, try form(page, ["value.region": "Челябинская обл."])).status == 303)
        #expect(
            try desk.folder.text(Self.list)
                == before.replacing("region: sverdlovsk", with: "region: chelyabinsk"))
    }

    @Test func whereAValueWouldBeAnErrorIsSaidAtItsField() async throws {
        let desk = try Desk()
        let page = await desk.get("/_edit/site").text
        let answer = await desk.post(
            "/_edit/site", try form(page, ["value.contact": "Спросить: 8 912 345-67-89", "value.title": "Иное"]))
        #expect(answer.status == 422 && answer.text.contains("href=\"#value-contact\""), "\(answer.text)")
    }

    @Test func aNameThatAnotherEntryHasIsRefused() async throws {
        let desk = try Desk()
        let page = await desk.get(Self.entry).text
        let answer = await desk.post(Self.entry, try form(page, ["value.name": "Миасский ГО"]))
        #expect(
            answer.status == 422 && answer.text.contains("Так уже называется другая запись: Миасский ГО."),
            "\(answer.text)")
    }

    @Test func twoWhoChangeTheSameAreTold() async throws {
        let desk = try Desk()
        let page = await desk.get(Self.entry).text
        let sent = try form(page, ["value.short": "Аша город"])
        #expect(await desk.post(Self.entry, try form(page, ["value.short": "Аша и Сим"])).status == 303)
        let answer = await desk.post(Self.entry, sent)
        #expect(answer.status == 409 && answer.text.contains("value=\"Аша город\""), "\(answer.text)")
        #expect(answer.text.contains("Сейчас записано: Аша и Сим"))
        #expect(await desk.post(Self.entry, try form(answer.text, [:])).status == 303)
        // Another entry of the same list is nobody's concern.
        let other = "/_edit/lists/municipalities/miass-go"
        let open = await desk.get(other).text
        #expect(
            await desk.post(Self.entry, try form(await desk.get(Self.entry).text, ["value.short": "Аша"])).status == 303
        )
        #expect(await desk.post(other, try form(open, ["value.short": "Миасс город"])).status == 303)
    }

    @Test func aPageOlderThanTheProgramLosesNothing() async throws {
        let desk = try Desk()
        let page = await desk.get("/_edit/site").text
        let answer = await desk.post(
            "/_edit/site", try form(page, ["_token": "чужой", "value.title": "Набрано"]))
        #expect(answer.status == 403 && answer.text.contains("value=\"Набрано\""), "\(answer.text)")
        #expect(await desk.post("/_edit/site", try form(answer.text, [:])).status == 303)
    }

    @Test func listsLeadToAllEntriesAndPagesToTheirs() async throws {
        let desk = try Desk()
        let lists = await desk.get("/_edit/lists").text
        #expect(lists.contains("/_edit/lists/municipalities\"") && lists.contains("/_edit/lists/directions\""))
        #expect(await desk.get("/_edit/lists/municipalities").text.contains("href=\"\(Self.entry)\""))
        #expect(await desk.get("/_edit/lists/directions").text.contains("/_edit/lists/directions/znanie"))
        #expect(await desk.get("/_edit/").text.contains("href=\"/_edit/lists\""))
        // Glossary and synonyms are picked nowhere.
        #expect(lists.contains("/_edit/lists/glossary/") == false)
        #expect(await desk.get("/_edit/lists/municipalities/nobody").status == 404)
        #expect(await desk.get("/_edit/lists/nothing/nobody").status == 404)
    }

    private static let municipalities = "/_edit/lists/municipalities"

    @Test func whatKindOfMunicipalityItIsIsChangedAndWhatStaysIsTold() async throws {
        let desk = try Desk()
        let page = await desk.get(Self.entry).text
        #expect(page.contains("name=\"value.type\"") && page.contains("<option value=\"ГО\">"), "\(page)")
        let answer = await desk.post(Self.entry, try form(page, ["value.name": "Ашинский МО"]))
        let query = try #require(answer.location?.split(separator: "?").last.map(String.init))
        let told = await desk.get(Self.entry, query: query).text
        #expect(
            told.contains("Не изменилось: Полное название — «Ашинский муниципальный район»")
                && told.contains("Вид — «МР»"), "\(told)")
        let sent = try form(told, ["value.type": "МО", "value.full": "Ашинский муниципальный округ"])
        #expect(await desk.post(Self.entry, sent).location == Self.entry + "?saved=1")
        #expect(try desk.folder.text(Self.list).contains("full: Ашинский муниципальный округ, short: Аша, type: МО"))
        // Whatever name materials say, it is understood: each that went is a former one.
        #expect(try desk.folder.text(Self.list).contains("was: [Ашинский МР, Ашинский муниципальный район]"))
    }

    @Test func allNamesOfAMunicipalityAreChangedAtOnceAndAreFormerOnes() async throws {
        let desk = try Desk()
        let before = try desk.folder.text(Self.list)
        let new = [
            "value.name": "Ашинско-Симский МО", "value.full": "Ашинско-Симский муниципальный округ",
            "value.short": "Аша-Сим", "value.type": "МО",
        ]
        let answer = await desk.post(Self.entry, try form(await desk.get(Self.entry).text, new))
        #expect(answer.status == 303, "\(answer.text)")
        #expect(
            try desk.folder.text(Self.list).contains(
                "name: Ашинско-Симский МО, was: [Ашинский МР, Ашинский муниципальный район, Аша], "
                    + "full: Ашинско-Симский муниципальный округ, short: Аша-Сим, type: МО"))
        let old = [
            "value.name": "Ашинский МР", "value.full": "Ашинский муниципальный район", "value.short": "Аша",
            "value.type": "МР",
        ]
        let back = try form(await desk.get(Self.entry).text, old, [("_slip", "1")])
        #expect(await desk.post(Self.entry, back).status == 303)
        #expect(try desk.folder.text(Self.list) == before)
    }

    @Test func aMunicipalityIsAddedByAFormAndStandsOnTheMap() async throws {
        let desk = try Desk()
        let before = try desk.folder.text(Self.list)
        let page = await desk.get(Self.municipalities).text
        #expect(page.contains("Добавить запись") && page.contains("name=\"value.full\""), "\(page)")
        let empty = await desk.post(Self.municipalities, try form(page, [:]))
        #expect(empty.status == 422 && empty.text.contains("Заполните: "), "\(empty.text)")
        let new = [
            "value.name": "Новый МО", "value.short": "Новый", "value.full": "Новый муниципальный округ",
            "value.type": "МО", "value.region": "Челябинская область",
        ]
        let taken = await desk.post(
            Self.municipalities, try form(page, new.merging(["value.name": "Миасский ГО"]) { $1 }))
        #expect(taken.status == 422 && taken.text.contains("Так уже называется другая запись: Миасский ГО."))
        let strange = await desk.post(Self.municipalities, try form(page, new.merging(["value.region": "Луна"]) { $1 }))
        #expect(strange.status == 422 && strange.text.contains("«Луна» в списке нет"), "\(strange.text)")
        #expect(try desk.folder.text(Self.list) == before)
        let answer = await desk.post(Self.municipalities, try form(page, new))
        #expect(
            answer.status == 303 && answer.location == Self.municipalities + "/novyi-mo?saved=new", "\(answer.text)")
        let after = try desk.folder.text(Self.list)
        let line = try #require(after.split(separator: "\n").first { $0.contains("novyi-mo") })
        #expect(
            line.contains("{id: novyi-mo, name: Новый МО, short: Новый, full: Новый муниципальный округ, type: МО,")
                && line.contains("region: chelyabinsk") && line.contains("tile: ["), "\(line)")
        #expect(after.replacing(line + "\n", with: "") == before)
        // It stands by the alphabet, and its place on the map is said and may be changed.
        let lines = after.split(separator: "\n").map(String.init)
        let place = try #require(lines.firstIndex(of: String(line)))
        #expect(lines[place - 1].contains("id: nagaybak-mr") && lines[place + 1].contains("id: nyazepetrovsk-mr"))
        desk.desk.show(try desk.remake())
        let told = await desk.get(Self.municipalities + "/novyi-mo", query: "saved=new").text
        #expect(told.contains("На карте она заняла свободную клетку: "), "\(told)")
        for (tile, said) in [("семь", "«семь» — не клетка"), ("5, 4", "В этой клетке уже стоит Миасский ГО.")] {
            let refused = await desk.post(Self.municipalities + "/novyi-mo", try form(told, ["value.tile": tile]))
            #expect(refused.status == 422 && refused.text.contains(said), "\(refused.text)")
        }
        #expect(
            await desk.post(Self.municipalities + "/novyi-mo", try form(told, ["value.tile": "12,1"])).status == 303)
        #expect(
            try desk.folder.text(Self.list).contains(
                "name: Новый МО, short: Новый, full: Новый муниципальный округ, type: МО, region: chelyabinsk, tile: [12, 1]}"
            ))
        #expect(try desk.remake().diagnostics.filter { $0.severity == .error }.isEmpty)
    }

    /// Within a part of a numbered list the next number is behind the last of all: somebody has to say which it is.
    @Test func theNumberOfANewDirectionIsAsked() async throws {
        let desk = try Desk()
        let (list, file) = ("/_edit/lists/directions", "content/vocabularies/directions.yml")
        let before = try desk.folder.text(file)
        let page = await desk.get(list).text
        let number = try #require(page.firstMatch(of: /name="value.number"[^>]*>/)?.0)
        #expect(page.contains("Номер; если пусто — следующий за последним в списке"), "\(number)")
        let new = [
            "value.name": "Цифровые навыки", "value.full": "Магистральное направление «Цифровые навыки»",
            "value.group": "Магистральные направления", "value.description": "О работе с данными.",
        ]
        for (typed, told) in [
            ("6", "Этот номер у записи «Учитель. Школьная команда»"), ("шесть", "«шесть» — не номер"),
        ] {
            let refused = await desk.post(list, try form(page, new.merging(["value.number": typed]) { $1 }))
            #expect(refused.status == 422 && refused.text.contains(told), "\(refused.text)")
        }
        #expect(try desk.folder.text(file) == before)
        let answer = await desk.post(list, try form(page, new.merging(["value.number": "25"]) { $1 }))
        #expect(answer.status == 303, "\(answer.text)")
        #expect(try desk.folder.text(file).contains("number: 25\n"))
    }

    @Test func anEntryThatNobodyNamesIsRemovedAndComesBack() async throws {
        let desk = try Desk()
        let before = try desk.folder.text(Self.list)
        let page = await desk.get(Self.municipalities).text
        let new = [
            "value.name": "Новый МО", "value.short": "Новый", "value.full": "Новый муниципальный округ",
            "value.type": "МО", "value.region": "Челябинская область",
        ]
        #expect(await desk.post(Self.municipalities, try form(page, new)).status == 303)
        let with = try desk.folder.text(Self.list)
        let ledger = "address\tsince\twithdrawn\treason\ttitle\nmunicipalities/novyi-mo.html\t2023-01-01\n"
        try desk.folder.write(ledger, to: "addresses.tsv")
        desk.desk.show(try desk.remake())
        let address = Self.municipalities + "/novyi-mo"
        let sent = [("_token", Desk.token), ("_remove", "1")]
        #expect(await desk.post(address, sent).location == Self.municipalities + "?saved=removed")
        #expect(try desk.folder.text(Self.list) == before)
        // Who comes by its address learns what stood there.
        #expect(try desk.folder.text("addresses.tsv").hasSuffix("\t\tНовый МО\n"))
        desk.desk.show(try desk.remake())
        let list = await desk.get(Self.municipalities).text
        #expect(list.contains("Убранные записи") && list.contains("value=\"novyi-mo\""), "\(list)")
        let second = try #require(list.firstMatch(of: /name="_at" value="(\d+)"/)?.1)
        let back = await desk.post(
            Self.municipalities, [("_token", Desk.token), ("_back", "novyi-mo"), ("_at", String(second))])
        #expect(back.location == address + "?saved=back", "\(back.text)")
        #expect(try desk.folder.text(Self.list) == with)
    }

    @Test func anEntryThatMaterialsNameStaysAndTheyAreNamed() async throws {
        let desk = try Desk()
        let before = try desk.folder.text(Self.list)
        let answer = await desk.post(Self.entry, [("_token", Desk.token), ("_remove", "1")])
        #expect(answer.status == 422 && answer.text.contains("Не убрано"), "\(answer.text)")
        #expect(answer.text.contains("Эту запись называют другие места"))
        #expect(answer.text.contains("href=\"/_edit/material/"), "\(answer.text)")
        // The fields hold what the file says, and what nearly all entries say is not emptied.
        #expect(answer.text.contains("value=\"Ашинский муниципальный район\"") && answer.text.contains("value=\"МР\""))
        let emptied = await desk.post(Self.entry, try form(await desk.get(Self.entry).text, ["value.full": ""]))
        #expect(emptied.status == 422 && emptied.text.contains("Заполните: Полное название."), "\(emptied.text)")
        #expect(try desk.folder.text(Self.list) == before)
        #expect(await desk.post(Self.entry, [("_token", "чужой"), ("_remove", "1")]).status == 403)
    }
}
