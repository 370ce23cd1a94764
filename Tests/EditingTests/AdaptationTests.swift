import Catalog
import Diagnostics
import Formats
import TestSupport
import Testing

@testable import Editing

@Suite struct AdaptationTests {
    private static let kinds = [
        """
        id: roadmap
        folder: roadmaps
        adaptable: {without: [approved-by]}
        new: [municipalities, date]
        fields:
          municipalities: {label: Муниципалитеты, type: references, to: municipalities}
          region: {label: Регион, type: text}
          place: {label: Место, type: reference, to: organisations}
          topic: {label: Тема, type: text}
          state: {label: Состояние, type: choice, choices: {ready: готово}}
          event: {label: Где обсуждали, type: references, to: any}
          approved-by: {label: Утверждена, type: references, to: any}
        review: {state: state, event: event}
        tables:
          events:
            headings: [Мероприятия]
            columns: {name: {label: Мероприятие, type: markdown}, term: {label: Сроки, type: period}}
        """
    ]

    private func schema() -> Schema {
        let vocabularies: [(id: VocabularyID, file: SourceFile)] = [
            ("municipalities", "- {id: asha, name: Ашинский МР}\n- {id: miass, name: Миасский ГО}\n"),
            ("organisations", "- {id: school, name: Школа 1, municipality: asha}\n"),
        ].map { (VocabularyID($0.0), SourceFile(path: "content/vocabularies/\($0.0).yml", text: $0.1)) }
        let files = Self.kinds.map { SourceFile(path: "content/kinds/roadmap.yml", text: $0) }
        return SchemaLoader.load(vocabularies: vocabularies, kinds: files).0
    }

    private static let model = """
        ---
        title: Карта чтения на 2023/24 учебный год
        summary: Кто что делает.
        date: 2023
        municipalities: [Ашинский МР]
        place: Школа 1
        topic: "Чтение: всем"
        state: готово
        event: [seminar]
        approved-by: [prikaz]
        aliases: [staraia]
        attachments: [plan.pdf]
        period: 2023/24 учебный год
        ---

        По приказу 2023 года.

        ## Мероприятия

        | Мероприятие | Сроки |
        |---|---|
        | Семинар 2023 | 15.10.2023 |
        | Слёт | 2023/24 учебный год |
        | Отчёт | май 2024 |

        """

    private func adaptation(
        _ text: String = model, _ wish: Adaptation.Wish = .init(), tables: [(String, String)] = []
    ) throws -> Adaptation {
        let schema = schema()
        let source = try EditableMaterial(Array(text.utf8), path: "roadmaps/karta.md", schema)
        return Adaptation(
            of: source, "roadmaps/karta", wish, schema, places: "municipalities",
            edition: CalendarDate(year: 2024, month: 9, day: 1)!,
            tables: tables.map { (source.kind.tables[0], $0.0, Array($0.1.utf8)) })
    }

    @Test func whatBelongsToTheModelStaysThere() throws {
        let copy = try adaptation()
        #expect(copy.fields.map(\.id) == ["title", "summary", "period", "based-on", "topic"])
        #expect(
            copy.left.map(\.id).sorted() == [
                "aliases", "approved-by", "attachments", "date", "event", "place", "state",
            ])
    }

    @Test func theDraftNamesItsModelAndOnesOwnPlace() throws {
        let text = try adaptation(Self.model, .init(place: "Миасский ГО")).text(.ru)
        #expect(text.contains("\nbased-on: [roadmaps/karta]\n") && text.contains("\nmunicipalities: [Миасский ГО]\n"))
        #expect(
            text.contains("\ntopic: \"Чтение: всем\"\n") && text.contains("\ndate: \n")
                && text.contains("\ndraft: да\n"))
        let read = try EditableMaterial(Array(text.utf8), path: "roadmaps/svoia.md", schema())
        #expect(read.draft.listing.isDraft && read.body.contains("| Семинар 2023 | 15.10.2023 |"))
        #expect(try adaptation().text(.ru).contains("\nmunicipalities: \n"))
    }

    @Test func termsAreMarkedWhereTheyStayAndMovedWhereSomebodySaysSo() throws {
        let kept = try adaptation()
        #expect(kept.years == [2023, 2024])
        #expect(kept.text(.ru).contains("# Сроки в таблицах названы как в образце (2023, 2024)"))
        let moved = try adaptation(Self.model, .init(later: 2))
        #expect(moved.years == [2025, 2026] && moved.note(.ru) == nil)
        #expect(moved.title == "Карта чтения на 2025/26 учебный год")
        #expect(moved.body.contains("По приказу 2023 года."))
        #expect(
            moved.body.contains("| Семинар 2023 | 15.10.2025 |\n| Слёт | 2025/26 учебный год |\n| Отчёт | май 2026 |"))
        #expect(moved.fields.contains { $0.id == "period" && $0.value == .text("2025/26 учебный год") })
    }

    @Test func aTableOfAFileComesIntoTheText() throws {
        let model =
            "---\ntitle: Карта\ntables: {events: plan.csv}\n---\n\n## Мероприятия\n\nПо плану.\n\n## Итог\n\nЕсть.\n"
        let csv = "Мероприятие;Сроки\n\"Семинар \"\"А|Б\"\"\";март 2024\n"
        let copy = try adaptation(model, .init(later: 1), tables: [("content/roadmaps/plan.csv", csv)])
        #expect(
            copy.body == """

                ## Мероприятия

                По плану.

                | Мероприятие | Сроки |
                |---|---|
                | Семинар "А\\|Б" | март 2025 |

                ## Итог

                Есть.

                """)
        let bare = try adaptation(
            "---\ntitle: Карта\ntables: {events: plan.csv}\n---\n\nТекст.\n", tables: [("content/p.csv", csv)])
        #expect(bare.body.contains("Текст.\n\n## Мероприятия\n\n| Мероприятие | Сроки |"))
    }

    @Test(arguments: [
        ("2023", "2024"), ("2023/24", "2024/25"), ("2023–24 и 2024-25", "2024–25 и 2025-26"), ("1999/00", "2000/01"),
        ("12345", "12345"), ("№ 1850", "№ 1850"), ("01.02.2024", "01.02.2025"), ("2023/12", "2024/12"), ("", ""),
    ])
    func yearsAreFourDigitsAndTheTwoOfASchoolYear(text: String, later: String) {
        #expect(Years(text).text(later: 1) == later)
    }
}
