import Foundation
import TestSupport
import Testing

/// `album new --from` as a person calls it.
@Suite struct AdaptCommandTests {
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SharedCases.layOwn(
            ["album.yml", "content/kinds", "content/vocabularies"], into: URL(fileURLWithPath: folder.path))
        try folder.write(
            """
            ---
            title: Карта чтения
            summary: Кто что делает.
            directions: [Знание]
            municipalities: [Ашинский МР]
            date: 2023
            tables: {figures: chisla.csv}
            ---

            ## Мероприятия

            | Наименование мероприятия | Сроки | Исполнители |
            |---|---|---|
            | Неделя чтения | октябрь 2023 | Школы |

            ## Числа

            """, to: "content/roadmaps/karta-chteniia.md")
        try folder.write("Показатель;Количество\nШколы;12\n", to: "content/roadmaps/chisla.csv")
        try folder.write("---\ntitle: Опыт\nsummary: Кратко.\n---\n\nТекст.\n", to: "content/practices/opyt.md")
        return folder
    }

    @Test func aDraftBeginsWithWhatTheModelSays() throws {
        let site = try site()
        let run = try Program.run(["new", "--from", "karta-chteniia", "--municipality", "Миасский ГО"], in: site.path)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output == "content/roadmaps/karta-chteniia-miass-go.md\n", "\(run.output)")
        let text = try site.text(String(run.output.dropLast()))
        #expect(text.contains("based-on: [roadmaps/karta-chteniia]") && text.contains("municipalities: [Миасский ГО]"))
        #expect(text.contains("| Неделя чтения | октябрь 2023 | Школы |") && text.contains("| Школы | 12 |"))
        #expect(text.contains("draft: да") && !text.contains("chisla.csv"))
        #expect(run.messages.contains("Осталось в образце: Дата"), "\(run.messages)")
        #expect(run.messages.contains("Сроки в таблицах названы как в образце (2023)"))
    }

    @Test func termsMoveByAsManyYearsAsAreSaid() throws {
        let site = try site()
        let run = try Program.run(["new", "--from", "Карта чтения", "--later", "2", "Своя карта"], in: site.path)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output == "content/roadmaps/svoia-karta.md\n")
        let text = try site.text("content/roadmaps/svoia-karta.md")
        #expect(text.contains("title: Своя карта") && text.contains("октябрь 2025") && !text.contains("как в образце"))
    }

    @Test(arguments: [
        (["--from", "karta-chtenia"], "материала «karta-chtenia» нет; похожие: karta-chteniia"),
        (["--from", "opyt"], "у вида «практика» нет ключа adaptable; он есть у видов: "),
        (["--from", "karta-chteniia", "--municipality", "Нарния"], "«Нарния» нет в словаре"),
        (["--from", "karta-chteniia", "практика", "Название"], "вид копии тот же, что у образца"),
        (["практика", "Название", "--later", "1"], "нужны вместе с --from"),
        (["--from", "karta-chteniia", "--later", "99"], "число лет от 0 до 50"),
    ])
    func whatCannotBeDoneIsSaidAndNothingIsWritten(arguments: [String], message: String) throws {
        let site = try site()
        let before = try site.files(below: "content")
        let run = try Program.run(["new"] + arguments, in: site.path)
        #expect(run.status != 0 && run.messages.contains(message), "\(run.messages)")
        #expect(try site.files(below: "content") == before)
    }
}
