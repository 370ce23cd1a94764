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

    /// What speaks of the model's place in any case is listed, with where it stands.
    @Test func placesOfTheModelThatAreStillNamedAreListed() throws {
        let site = try site()
        try site.write(
            try site.text("content/roadmaps/karta-chteniia.md")
                .replacing("title: Карта чтения", with: "title: Карта чтения Ашинского района")
                .replacing("| Неделя чтения |", with: "| Неделя чтения в Ашинском МР |"),
            to: "content/roadmaps/karta-chteniia.md")
        let run = try Program.run(["new", "--from", "karta-chteniia", "--municipality", "Миасский ГО"], in: site.path)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.messages.contains("Место образца ещё названо, поправьте (мест: 2)"), "\(run.messages)")
        #expect(run.messages.contains("поле «Название»: «Карта чтения Ашинского района»"), "\(run.messages)")
        #expect(run.messages.contains("раздел «Мероприятия»"), "\(run.messages)")
        let same = try Program.run(["new", "--from", "karta-chteniia", "--municipality", "Ашинский МР"], in: site.path)
        #expect(!same.messages.contains("Место образца"), "\(same.messages)")
    }

    /// A site of which an album of a region is a root.
    private func country() throws -> TemporaryFolder {
        let site = try site()
        let configuration = try site.text("album.yml")
        try site.write(configuration + "\nroots: [{folder: regions/perm, region: perm}]\n", to: "album.yml")
        let regions = try site.text("content/vocabularies/regions.yml")
        try site.write(
            regions + "  - {id: perm, name: Пермский край}\n", to: "content/vocabularies/regions.yml")
        try site.write(
            "title: Муниципалитеты\nlabel: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}\naxis: true\n"
                + "entries:\n  - {id: kungur-go, name: Кунгурский ГО}\n",
            to: "regions/perm/content/vocabularies/municipalities.yml")
        try site.write(
            "---\ntitle: Карта региона\nsummary: Кратко.\nmunicipalities: [Кунгурский ГО]\n---\n\nТекст.\n",
            to: "regions/perm/content/roadmaps/karta-regiona.md")
        return site
    }

    @Test func aCopyForAPlaceOfARootStandsInItsAlbumAndFindsItsModel() throws {
        let site = try country()
        let run = try Program.run(
            ["new", "--from", "karta-chteniia", "--municipality", "Кунгурский ГО"], in: site.path)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output == "regions/perm/content/roadmaps/karta-chteniia-kungur-go.md\n", "\(run.output)")
        #expect(run.messages.contains("album serve --root regions/perm"), "\(run.messages)")
        let text = try site.text(String(run.output.dropLast()))
        #expect(text.contains("municipalities: [Кунгурский ГО]") && text.contains("| Школы | 12 |"), "\(text)")
        let check = try Program.run(["check", "--format", "json"], in: site.path)
        let faults = check.output.split(separator: "\n").filter {
            $0.contains("karta-chteniia-kungur-go") && $0.contains("\"error\"")
        }
        #expect(faults.isEmpty, "\(faults)")
    }

    @Test func aMaterialOfARootIsAModelForTheSite() throws {
        let site = try country()
        let run = try Program.run(
            ["new", "--from", "perm/karta-regiona", "--municipality", "Миасский ГО"], in: site.path)
        #expect(run.status == 0 && run.output == "content/roadmaps/karta-regiona.md\n", "\(run.output)\(run.messages)")
        #expect(try site.text("content/roadmaps/karta-regiona.md").contains("based-on: [perm/roadmaps/karta-regiona]"))
        let plain = try Program.run(["new", "практика", "Игра"], in: site.path)
        #expect(plain.output == "content/practices/igra.md\n", "\(plain.messages)")
        // Who stands in the folder of a region writes for it.
        let inside = try Program.run(["new", "практика", "Игра"], in: site.path("regions/perm/content"))
        #expect(inside.output == "../../../regions/perm/content/practices/igra.md\n", "\(inside.messages)")
        #expect(site.contains("regions/perm/content/practices/igra.md"))
    }

    /// What has one right answer in a root is mended where the root is at home, and it is said where.
    @Test func whatARootHasToMendIsSaidWithTheCallThatMendsIt() throws {
        let site = try country()
        let broken = "---\ntitle: Карта два\nsummary: Кратко.\n---\n\n**Мероприятия**\n\nТекст.\n"
        let path = "regions/perm/content/roadmaps/karta-dva.md"
        try site.write(broken, to: path)
        let run = try Program.run(["fix", "--code", "near-heading"], in: site.path)
        #expect(run.messages.contains("в альбоме «perm»: album fix --root regions/perm"), "\(run.messages)")
        #expect(try site.text(path) == broken)
        let named = try Program.run(["fix", path], in: site.path)
        #expect(named.status == 2 && named.messages.contains("album fix --root regions/perm"), "\(named.messages)")
    }

    /// The call was understood: how to call is no answer to it.
    @Test func howToCallIsSaidOfFaultsOfTheCallAlone() throws {
        let site = try site()
        let unknown = try Program.run(["new", "--from", "net-takoi"], in: site.path)
        #expect(unknown.status == 2 && unknown.messages.hasPrefix("Ошибка: материала «net-takoi» нет"))
        #expect(!unknown.messages.contains("Как вызвать"), "\(unknown.messages)")
        let wrong = try Program.run(["new", "--form", "karta"], in: site.path)
        #expect(wrong.status == 2 && wrong.messages.contains("Как вызвать: album new"), "\(wrong.messages)")
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
        (["--from", "karta-chteniia", "--municipality", "Ивановский"], "возможно: Катав-Ивановский МР"),
        (
            ["--from", "karta-chteniia", "--municipality", "Нарния"],
            "допишите в content/vocabularies/municipalities.yml"
        ),
        (["--from", "karta-chteniia", "практика", "Название"], "вид копии тот же, что у образца"),
        (["практика", "Название", "--later", "1"], "нужны вместе с --from"),
        (["праткика", "Название"], "вида «праткика» нет; возможно: практика"),
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
