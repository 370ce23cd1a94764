import Foundation
import Testing

@testable import Editor

/// A roadmap of others as the beginning of one of one's own.
@Suite struct AdaptingTests {
    private static let model = "roadmaps/obrazets"
    private static let address = "/_edit/adapting/" + model

    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.folder.write(
            """
            ---
            title: Карта чтения
            summary: Кто что делает.
            directions: [Знание]
            municipalities: [Ашинский МР]
            date: 2023
            ---

            ## Мероприятия

            | Наименование мероприятия | Сроки | Исполнители |
            |---|---|---|
            | Неделя чтения | октябрь 2023 | Школы |

            """, to: "content/\(Self.model).md")
        desk.desk.show(try desk.remake())
        return desk
    }

    @Test func thePageAsksForWhomAndForWhichYears() async throws {
        let desk = try desk()
        let page = await desk.get(Self.address)
        #expect(page.status == 200)
        #expect(page.text.contains("<h1>Адаптировать: Карта чтения</h1>"))
        #expect(page.text.contains("Основано на") && page.text.contains("названы годы: 2023."))
        #expect(page.text.contains("Миасский ГО") && page.text.contains("позже на 2: 2025"))
        #expect(page.text.contains("принадлежит самому образцу: Дата"))
        let form = await desk.get("/_edit/material/" + Self.model)
        #expect(form.text.contains("<a href=\"\(Self.address)\">Адаптировать</a>"))
    }

    @Test func theFormOfANewOneHoldsWhatIsTakenOver() async throws {
        let desk = try desk()
        let answer = await desk.post(
            Self.address, [("_token", Desk.token), ("_place", "Миасский ГО"), ("_later", "2")])
        #expect(answer.status == 303)
        let location = try #require(answer.location)
        #expect(location.hasPrefix("/_edit/new?kind=roadmap&from="))
        let form = await desk.get("/_edit/new", query: String(location.split(separator: "?")[1]))
        #expect(form.status == 200 && form.text.contains("Взято из «Карта чтения»"))
        #expect(form.text.contains("| Неделя чтения | октябрь 2025 | Школы |"))
        #expect(form.text.contains("Миасский ГО") && !form.text.contains("value=\"2023\""))
        #expect(form.text.contains(Self.model))
    }

    @Test func theFormListsWhereThePlaceOfTheModelIsStillNamed() async throws {
        let desk = try desk()
        try desk.folder.write(
            try desk.folder.text("content/\(Self.model).md")
                .replacing("title: Карта чтения", with: "title: Карта чтения Аши и Ашинского района"),
            to: "content/\(Self.model).md")
        desk.desk.show(try desk.remake())
        let answer = await desk.post(
            Self.address, [("_token", Desk.token), ("_place", "Миасский ГО"), ("_later", "0")])
        let location = try #require(answer.location)
        let form = await desk.get("/_edit/new", query: String(location.split(separator: "?")[1]))
        #expect(form.text.contains("Место образца ещё названо"), "\(form.text)")
        #expect(form.text.contains("Ашинского района"))
    }

    @Test func whatIsSavedNamesItsModelAndTheModelStays() async throws {
        let desk = try desk()
        let before = try desk.folder.text("content/\(Self.model).md")
        _ = await desk.post(Self.address, [("_token", Desk.token), ("_place", "Миасский ГО"), ("_later", "0")])
        let kept = try #require(try desk.desk.work.typed(.new("roadmap")))
        let pairs = kept.pairs.map { ($0.name, $0.name == "field.title" ? "Карта чтения Миасса" : $0.value) }
        let saved = await desk.post(
            "/_edit/new", query: "kind=roadmap", pairs + [("_token", Desk.token), ("_draft", "1")])
        #expect(saved.status == 303, "\(saved.text)")
        let text = try desk.folder.text("content/roadmaps/karta-chteniia-miassa.md")
        #expect(text.contains("based-on: [\(Self.model)]") && text.contains("municipalities: [Миасский ГО]"))
        #expect(text.contains("draft: да") && text.contains("| Неделя чтения | октябрь 2023 | Школы |"))
        #expect(try desk.folder.text("content/\(Self.model).md") == before)
    }

    @Test func whatWasTypedThereBeforeIsPutAsideAndNotLost() async throws {
        let desk = try desk()
        _ = await desk.post(
            "/_edit/keep", query: "",
            [("_token", Desk.token), ("_key", "new/roadmap"), ("field.title", "Своя карта"), ("_body", "Начато.")])
        _ = await desk.post(Self.address, [("_token", Desk.token), ("_place", ""), ("_later", "0")])
        #expect(try desk.desk.work.forgotten(.new("roadmap"))?["field.title"] == "Своя карта")
        #expect(try desk.desk.work.typed(.new("roadmap"))?["field.title"] == "Карта чтения")
    }

    @Test func aMaterialOfAKindThatIsNotThereForItIsRefused() async throws {
        let desk = try desk()
        try desk.folder.write("---\ntitle: Опыт\nsummary: Кратко.\n---\n\nТекст.\n", to: "content/practices/opyt.md")
        desk.desk.show(try desk.remake())
        #expect(await desk.get("/_edit/adapting/practices/opyt").status == 404)
        #expect(await !desk.get("/_edit/material/practices/opyt").text.contains("Адаптировать"))
    }

    @Test func nothingIsBegunWithoutTheToken() async throws {
        let desk = try desk()
        #expect(await desk.post(Self.address, [("_token", "чужое"), ("_later", "0")]).status == 403)
        #expect(try desk.desk.work.typed(.new("roadmap")) == nil)
    }
}
