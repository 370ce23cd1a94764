import Testing

@testable import SiteBuilder

/// Whom a row of a plan for all concerns: by its own column, else by those whom it names; what is not understood is told.
@Suite struct RowConcernsTests {
    private func site(_ rows: [String], head: String = "Мероприятие | Сроки | Участники | Исполнители | Кого касается")
        throws -> SampleSite
    {
        let marks = head.split(separator: "|").map { _ in "---" }.joined(separator: "|")
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\ndirections: [Знание]\nperiod: 2023\n---\n## Мероприятия\n\n"
                + "| \(head) |\n|\(marks)|\n" + rows.map { "| \($0) |\n" }.joined()
        ])
        let kind = try site.folder.text("content/kinds/roadmap.yml").replacing(
            "      term: {",
            with: "      concerns: {label: Кого касается, type: references, to: municipalities, all: true}\n"
                + "      term: {")
        try site.folder.write(kind, to: "content/kinds/roadmap.yml")
        return site
    }

    @Test func aColumnSaysWhomARowConcernsWhateverElseItNames() throws {
        let rows: [(participants: String, executors: String, concerns: String, isAsha: Bool, isTroitsk: Bool)] = [
            ("учителя", "ЧИРО", "Ашинский МР", true, false), ("Аша", "Аша", "все", true, true),
            ("Аша", "", "Троицкий ГО", false, true), ("", "Аша", "Ашинский МР; Троицкий ГО", true, true),
            ("Троицкий ГО", "", "все, кроме: Троицкий ГО", true, false),
            ("", "", "Все кроме Ашинский МР; Троицкий ГО", false, false), ("станции", "", "все ГО", false, true),
            ("станции", "", "все МР", true, false), ("станции", "", "все МР, кроме: Ашинский МР", false, false),
            ("Школы Сокола", "", "все", true, true), ("", "", "все городские округа; Ашинский МР", true, true),
            ("", "", "Троицкого городского округа", false, true), ("", "", "Ашинский МР, Троицкий ГО", true, true),
            ("", "", "муниципальные районы; кроме Аши", false, false), ("", "", "Все.", true, true),
            ("Аша", "", "", true, false),
            ("", "", "все, кроме районов", false, true), ("", "", "кроме: Аша", false, true),
            ("", "", "МР", true, false),
        ]
        let site = try site(
            rows.enumerated().map { number, row in
                "Дело \(number + 100) | май 2023 | \(row.participants) | \(row.executors) | \(row.concerns)"
            })
        let report = try site.build()
        #expect(report.codes.isEmpty, "\(report.text)")
        let (asha, troitsk) = (
            try site.page("data/municipalities/asha-mr.ics"), try site.page("data/municipalities/troitsk-go.ics")
        )
        for (number, row) in rows.enumerated() {
            #expect(asha.contains("Дело \(number + 100)") == row.isAsha, "\(row)")
            #expect(troitsk.contains("Дело \(number + 100)") == row.isTroitsk, "\(row)")
        }
    }

    /// A name of the column that the list has not is told, and so are words behind «все» that say nothing.
    @Test func aWrongNameOfTheColumnIsTold() throws {
        let site = try site([
            "Слёт | май 2023 | | | Ашинскй МР", "Форум | май 2023 | | | станция",
            "Круг | май 2023 | | | все, кроме: Троицкй ГО",
        ])
        let report = try site.build()
        #expect(report.codes == ["unknown-value", "unknown-value", "unknown-value"], "\(report.text)")
        #expect(report.text.contains("Ашинский МР"), "\(report.text)")
    }

    /// A name that is misspelt is told with the one that is near, beside a sort too, whose row it stays.
    @Test func aMisspeltPlaceIsToldWithTheNearest() throws {
        let site = try site([
            "Слёт | май 2023 | все муниципалитеты, кроме Троицкго ГО | | |",
            "Форум | май 2023 | Все городские округа и Аашинский МР | | |",
            "Сбор | май 2023 | Все ГО и Ашинскй МР | | |",
            "Круг | май 2023 | Школы г. Сима; Аша | | |",
        ])
        let report = try site.build()
        #expect(report.codes == ["place-elsewhere", "place-elsewhere", "place-elsewhere"], "\(report.text)")
        #expect(
            report.text.contains("«Троицкго ГО»") && report.text.contains("возможно: Троицкий ГО"), "\(report.text)")
        #expect(
            report.text.contains("«Аашинский МР»") && report.text.contains("возможно: Ашинский МР"), "\(report.text)")
        #expect(try site.page("data/municipalities/troitsk-go.ics").contains("Форум"))
    }

    /// Whatever leaves open whom a row concerns is told once at its cell, unless somebody says that it is for all.
    @Test func whatLeavesOpenWhomARowConcernsIsTold() throws {
        let told = [
            "Станция юных техников", "педагоги Энска и Приозёрья", "Классные кураторы Энска",
            "Координаторы; Дворец творчества",
            "МАОУ гимназия № 24", "МБДОУ «Ромашка»", "Пилотные муниципалитеты", "Муниципалитеты севера области",
        ]
        let plain = [
            "учителя", "школы области", "педагоги Челябинской области", "ЧИРО", "все муниципалитеты", "дети и родители",
            "учителя России", "Министерство образования", "Аша", "",
            "Координаторы", "Ведущие эксперты", "Петрова А. И.", "Анна Ивановна Петрова", "Победители конкурса",
        ]
        let site = try site((told + plain).map { "Дело | май 2023 | \($0) | |" })
        let report = try site.build()
        #expect(Set(report.codes) == ["unclear-reach"] && report.codes.count == told.count, "\(report.text)")
        for (line, text) in told.enumerated() {
            #expect(report.text.contains("plan.md:\(line + 11):"), "\(report.text)")
            #expect(report.text.contains("«\(text.split(separator: "; ").last ?? "")»"), "\(report.text)")
        }
        #expect(report.text.contains("«Кого касается»"), "\(report.text)")
        // Who says it has nothing to be told of.
        let said = try self.site(told.map { "Дело | май 2023 | \($0) | | все" })
        #expect(try said.build().codes.isEmpty)
    }
}
