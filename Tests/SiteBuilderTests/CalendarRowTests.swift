import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// Whom the rows of a calendar concern, under which years they stand, which of them become events.
@Suite struct CalendarRowTests {
    private static let header = "| Мероприятие | Сроки |\n|---|---|\n"

    private func site(_ roadmaps: [String: String], date: String = "date: 2023-2024", edition: String? = nil) throws
        -> SampleSite
    {
        var files = [
            "content/kinds/group.yml":
                "id: group\nfolder: groups\nname: {one: группа, few: группы, many: групп}\ntitle: Группы\norder: 9\n",
            "content/groups/first.md":
                "---\ntitle: Группа\nsummary: Люди\ndirections: [Знание]\n"
                + "municipalities: [Ашинский МР]\n---\n"
                + "## Цель\n\nТекст.\n",
        ]
        for (name, rows) in roadmaps {
            let isGroups = name == "stages"
            files["content/roadmaps/\(name).md"] =
                "---\ntitle: План \(name)\nsummary: Дела\ndirections: [Знание]\n\(date)\n"
                + "\(isGroups ? "group: first\n" : "")---\n## Мероприятия\n\n\(Self.header)\(rows)"
        }
        let site = try SampleSite(files)
        let kind = try site.folder.text("content/kinds/roadmap.yml").replacing(
            "tables:\n",
            with: "fields:\n  group: {label: Группа, type: reference, to: group, inverse: Карты}\ntables:\n",
            maxReplacements: 1)
        try site.folder.write(kind, to: "content/kinds/roadmap.yml")
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        if let edition {
            let configuration = try site.folder.text("album.yml")
            try site.folder.write(
                configuration.replacing(/edition: .*/, with: "edition: \(edition)"), to: "album.yml")
        }
        let report = try site.build()
        #expect(report.codes.isEmpty, "\(report.text)")
        return site
    }

    @Test func theStagesOfAGroupConcernItsMembersAlone() throws {
        let rows = (1...2).map { "| Этап \($0) | \($0) мая 2023 |\n" }.joined()
        let site = try site(["stages": rows, "common": rows.replacing("Этап", with: "Общее")])
        let calendar = try site.page("calendar.html")
        #expect(calendar.contains(">Ашинский МР (4)<") && calendar.contains(">Троицкий ГО (2)<"), "\(calendar)")
        let (own, other) = (
            try site.page("data/municipalities/asha-mr.ics"), try site.page("data/municipalities/troitsk-go.ics")
        )
        #expect(own.contains("Этап 1") && own.contains("Общее 1"))
        #expect(other.contains("Общее 1") && !other.contains("Этап 1"))
        #expect(try site.page("municipalities/troitsk-go.html").contains("общие мероприятия региона"))
    }

    @Test func aYearFindsWhatStandsUnderItsHeadings() throws {
        let terms = [
            "май 2023", "2023", "15 декабря 2023 – 1 февраля 2024", "в течение года", "с 1 сентября 2023", "март 2024",
            "до 1 июня 2024",
        ]
        let site = try site(["plan": terms.map { "| Дело \($0) | \($0) |\n" }.joined()], edition: "2026-05-12")
        let page = try site.page("calendar.html")
        // All but what lasts on is over, and stands under its years; what lasts on is ahead.
        let sections = page.split(separator: /<(section|details) class="(year[^"]*|period)"/).dropFirst().map(
            String.init)
        func rows(_ years: [String]) -> Int {
            var year = ""
            return sections.reduce(0) { count, section in
                if let id = section.firstMatch(of: /^ id="(y[^"]*|now|unknown|open)"/)?.1 { year = String(id) }
                return count + (years.contains(year) ? section.matches(of: /<li class="row"/).count : 0)
            }
        }
        #expect(page.contains(">2023 год (5)<") && rows(["y2023", "y2023-2024", "now"]) == 5, "\(page)")
        #expect(page.contains(">2024 год (5)<") && rows(["y2024", "y2023-2024", "now"]) == 5)
        for title in ["<span class=\"whole\">2023–2024</span> годы", "2023 год", "2024 год"] {
            #expect(page.contains("<h2>\(title)</h2>"), "\(title)")
        }
        #expect(page.contains("<h3>С 2023 года</h3>"))
    }

    @Test func noIdStandsTwiceThoughAYearIsBothAheadAndOver() throws {
        let terms = [
            "1 января 2023 – 31 августа 2023", "1 февраля 2023 – 30 декабря 2023", "2023", "октябрь 2023", "май 2023",
            "с 1 сентября 2023", "2022 – 2023",
        ]
        let site = try site(["plan": terms.map { "| Дело \($0) | \($0) |\n" }.joined()], edition: "2023-10-02")
        let ids = try site.page("calendar.html").matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        let twice = Dictionary(grouping: ids, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
        #expect(twice.isEmpty)
        #expect(!ids.contains(""), "an id without a name")
    }

    @Test func whatLastsAYearIsNoEventAndThePageSaysSo() throws {
        let terms = ["2023", "1 марта 2023 – 29 февраля 2024", "1 марта 2023 – 28 февраля 2024", "5 мая 2023"]
        let site = try site(["plan": terms.map { "| Дело \($0) | \($0) |\n" }.joined()])
        let calendar = try site.page("data/calendar.ics")
        let events = calendar.matches(of: /SUMMARY:Дело ([^\r]*)/).map { String($0.1) }
        #expect(events == ["1 марта 2023 – 28 февраля 2024", "5 мая 2023"])
        #expect(try site.page("calendar.html").contains("короче года (2) — для своего календаря"))
        #expect(try site.page("roadmaps/plan.html").contains(": сроки короче года"))
    }

    /// A site with a kind of events, two of them and a plan whose row names one.
    private func eventful(
        term: String, row: String = "Провести форум", link: String = "[[forum]]", told: [String] = []
    ) throws -> SampleSite {
        let site = try SampleSite([
            "content/kinds/event.yml":
                "id: event\nfolder: events\nname: {one: событие, few: события, many: событий}\ntitle: События\norder: 9\n"
                + "coverage: taking-part\nevent: {place: place, host: host}\nfields:\n"
                + "  place: {label: Место, type: text}\n  host: {label: Кто проводит, type: reference, to: municipalities}\n",
            "content/events/forum.md":
                "---\ntitle: Форум учителей\nsummary: Встреча\ndirections: [Знание]\nmunicipalities: [Ашинский МР]\n"
                + "date: 12 октября 2023\nplace: \"Школа № 12; зал\"\nhost: Троицкий ГО\n---\n## Итоги\n\nТекст.\n",
            "content/events/undated.md":
                "---\ntitle: Событие без дня\nsummary: Встреча\ndirections: [Знание]\n---\n## Итоги\n\nТекст.\n",
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\ndirections: [Знание]\nperiod: 2023\n---\n## Мероприятия\n\n"
                + "| Мероприятие | Сроки | Материал |\n|---|---|---|\n| \(row) | \(term) | \(link) |\n",
        ])
        let kind = try site.folder.text("content/kinds/roadmap.yml").replacing(
            "      term: ", with: "      link: {label: Материал, type: references, to: any}\n      term: ",
            maxReplacements: 1)
        try site.folder.write(kind, to: "content/kinds/roadmap.yml")
        let report = try site.build()
        #expect(report.codes == told, "\(report.text)")
        return site
    }

    @Test func anEventWithADateStandsInTheCalendar() throws {
        let site = try eventful(term: "сентябрь 2023", told: ["event-apart"])
        let calendar = try site.page("calendar.html")
        #expect(calendar.contains("events/forum.html") && !calendar.contains("Событие без дня"), "\(calendar)")
        for path in ["data/calendar.ics", "data/municipalities/asha-mr.ics"] {
            let file = try site.page(path).replacing("\r\n ", with: "")
            #expect(file.contains("UID:events/forum@") && file.contains("DTSTART;VALUE=DATE:20231012"), "\(file)")
            #expect(file.contains("LOCATION:Школа № 12\\; зал") && file.contains("Проводит: Троицкий ГО"), "\(file)")
        }
        #expect(try site.page("municipalities/asha-mr.html").contains("events/forum.html"))
    }

    @Test func anEventThatARowOfTheSameDaysNamesStandsOnce() throws {
        let site = try eventful(term: "12.10.2023")
        let calendar = try site.page("data/calendar.ics")
        #expect(calendar.contains("Провести форум") && !calendar.contains("UID:events/forum@"), "\(calendar)")
    }

    /// The row has its own link and place, the event the day: one of each.
    @Test(arguments: ["октябрь 2023", "11.10.2023", "10–11 октября 2023"])
    func anEventThatARowNamesStandsOnceAtItsOwnDay(term: String) throws {
        let site = try eventful(term: term)
        let calendar = try site.page("data/calendar.ics")
        #expect(calendar.contains("Провести форум") && !calendar.contains("UID:events/forum@"), "\(calendar)")
        #expect(calendar.contains("DTSTART;VALUE=DATE:20231012"), "\(calendar)")
    }

    /// Whoever comes reads first when it is and in which house, and reads it once.
    @Test func thePlaceOfAnEventStandsBesideItsDay() throws {
        let site = try eventful(term: "12.10.2023")
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        try site.build()
        let page = try site.page("events/forum.html").withoutBreaks
        let start = try #require(page.range(of: "<h1>")).lowerBound
        let head = page[start...].prefix(
            upTo: try #require(page.range(of: "</header>", range: start..<page.endIndex)).lowerBound)
        let (day, house) = (head.range(of: "12 октября 2023"), head.range(of: "Школа № 12; зал"))
        #expect(day != nil && house != nil, "\(head)")
        #expect(page.ranges(of: "Школа № 12; зал").count == 1, "\(page)")
    }

    /// A plan that was only drawn up says of no row what came of it; whoever takes the file takes what the page shows.
    @Test func whatNoRowSaysHasNoColumnAndTheNumbersOfRowsAreExported() throws {
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\ndirections: [Знание]\nperiod: 2023\n---\n## Мероприятия\n\n"
                + "| № п/п | Мероприятие | Сроки | Исполнители | Результат |\n|---|---|---|---|---|\n"
                + "| 1 | Слёт | май 2023 | | отчёт |\n| 2 | Форум | июнь 2023 | | |\n"
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        #expect(try site.build().summary != nil)
        let page = try site.page("roadmaps/plan.html").withoutBreaks
        #expect(page.contains(">Результат<") && !page.contains(">Исполнители<"), "\(page)")
        let lines = try site.page("data/roadmaps/plan.csv").split(separator: "\r\n")
        #expect(lines.first?.contains("№ п/п") == true && lines.last?.contains("2,Форум") == true, "\(lines)")
        #expect(try site.page("data/roadmaps/plan.json").contains("\"№ п/п\":\"2\""))
    }

    /// Nobody knows whether they are one: both are shown, and the editor is asked.
    @Test func aRowThatIsLikeAnEventIsTold() throws {
        let site = try eventful(term: "12.10.2023", row: "Форум учителей области", link: "", told: ["event-alike"])
        let calendar = try site.page("data/calendar.ics")
        #expect(calendar.contains("Форум учителей области") && calendar.contains("UID:events/forum@"), "\(calendar)")
        _ = try eventful(term: "13.10.2023", row: "Форум учителей области", link: "")
        _ = try eventful(term: "12.10.2023", row: "Форум родителей", link: "")
    }

    /// A plan for all whose rows are carried out by some: nobody takes the day of another for a common one.
    @Test func aRowThatOnlyPlacesCarryOutConcernsThem() throws {
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\ndirections: [Знание]\nperiod: 2023\n---\n## Мероприятия\n\n"
                + "| Мероприятие | Сроки | Исполнители | Участники |\n|---|---|---|---|\n"
                + "| Общее дело | май 2023 | ЧИРО; Ашинский муниципальный район | |\n"
                + "| Дело Аши | июнь 2023 | Аша | |\n"
                + "| Дело двоих | июль 2023 | Ашинский МР, Троицкий ГО | |\n"
                + "| Для учителей | август 2023 | Ашинский МР | учителя |\n"
                + "| Для области | сентябрь 2023 | Ашинский МР | все муниципалитеты |\n"
                + "| Для Троицка | октябрь 2023 | ЧИРО | Троицкий ГО |\n"
                + "| Отдел Аши | ноябрь 2023 | Отдел образования Ашинского муниципального района | |\n"
                + "| Обоим | декабрь 2023 | Аша; Управление образования города Троицка | муниципалитеты области |\n"
                + "| Чужое дело | январь 2023 | Управление образования Буйского МР | |\n"
                + "| Встреча в Костроме | январь 2023 | ЧИРО | ГО город Кострома (Костромская область) |\n"
                + "| Обмен | февраль 2023 | | Буйский МР; Троицкий ГО |\n"
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        let report = try site.build()
        // Rows of places that are gone are nobody's here, and each is told where it stands.
        #expect(report.codes == ["place-elsewhere", "place-elsewhere", "place-elsewhere"], "\(report.text)")
        let lines = report.text.matches(of: #/plan\.md:(\d+):.*?«(.*?)»/#).map { "\($0.1) \($0.2)" }
        #expect(
            lines == [
                "19 Буйского МР", "20 ГО город Кострома (Костромская область)", "21 Буйский МР",
            ], "\(report.text)")
        #expect(report.text.contains("нет «Буйский МР», и строку увидят у себя только остальные"))
        let (asha, troitsk) = (
            try site.page("data/municipalities/asha-mr.ics"), try site.page("data/municipalities/troitsk-go.ics")
        )
        for (name, isAsha, isTroitsk) in [
            ("Общее дело", true, true), ("Дело Аши", true, false), ("Дело двоих", true, true),
            ("Для учителей", true, false), ("Для области", true, true), ("Для Троицка", false, true),
            ("Отдел Аши", true, false), ("Обоим", true, true), ("Чужое дело", false, false),
            ("Встреча в Костроме", false, false), ("Обмен", false, true),
        ] {
            #expect(asha.contains(name) == isAsha && troitsk.contains(name) == isTroitsk, "\(name)")
        }
        // Spellings of one place are one choice.
        let calendar = try site.page("calendar.html")
        #expect(calendar.contains(">Ашинский МР (7)<") && !calendar.contains(">Аша ("), "\(calendar)")
    }

    /// Whoever is named beside a municipality takes nothing from it; all but one are all but that one.
    @Test func namesInOneCellConcernThemAlone() throws {
        // What the cells of participants and executors say, and whether it is of Asha and of Troitsk.
        let rows: [(participants: String, executors: String, isAsha: Bool, isTroitsk: Bool)] = [
            ("Аша; Сокол", "", true, false), ("Аша; учителя", "", true, false), ("Аша, учителя", "", true, false),
            ("Аша<br>Сокол<br>учителя", "", true, false), ("учителя; Аша", "ЧИРО", true, false),
            ("", "Аша; учителя", true, false), ("", "Аша; Сокол", true, false), ("", "Аша; ЧИРО", true, true),
            ("Школы Аши", "ЧИРО", true, false), ("", "школы и детские сады Аши", true, false),
            ("все муниципалитеты, кроме Аши", "", false, true), ("все, за исключением Троицкого ГО", "", true, false),
            ("городские округа", "ЧИРО", false, true), ("муниципальные районы", "", true, false),
            ("муниципальные районы и городские округа", "Аша", true, true), ("педагоги области", "Аша", true, true),
            ("школы г. Сокола", "", true, true), ("Буйский МР; учителя", "", true, true),
            ("", "гг. Троицк и Сокол", false, true), ("", "Ашинский МР; г. Сокол", true, false),
            ("", "г. Сокол, Аша", true, false), ("", "Ашинский МР; муниципальные координаторы", true, false),
            ("", "Ашинский МР; Петров И. И.", true, false), ("", "Ашинский МР; партнёры", true, false),
            ("школы-победители (за искл. Ашинского МР)", "", false, true), ("все; кроме Аши", "", false, true),
            ("управления образования муниципалитетов без Аши", "", false, true),
            ("все муниципалитеты, кроме Аши и Троицка", "", false, false),
            ("все муниципалитеты, кроме Аши; Троицк", "", false, false), ("все, кроме: Аша; Троицк", "", false, false),
            ("три района; Аша", "", true, false), ("МР; МО", "", true, false), ("Аша, Троицк, ЧИРО", "", true, true),
            ("Аша, ЧИРО", "", true, false),
            ("", "Департаментом образования области совместно с отделом образования Ашинского района", true, true),
        ]
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\ndirections: [Знание]\nperiod: 2023\n---\n## Мероприятия\n\n"
                + "| Мероприятие | Сроки | Исполнители | Участники |\n|---|---|---|---|\n"
                + rows.enumerated().map { number, row in
                    "| Дело \(number + 100) | май 2023 | \(row.executors) | \(row.participants) |\n"
                }.joined()
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        let report = try site.build()
        #expect(Set(report.codes) == ["place-elsewhere"], "\(report.text)")
        // «Сокол» is told at its first cell; a school of a town that nobody knows is told to be everybody's.
        #expect(report.text.contains("plan.md:11:"), "\(report.text)")
        #expect(report.text.contains("нет «г. Сокола», и строка встала у всех"), "\(report.text)")
        let (asha, troitsk) = (
            try site.page("data/municipalities/asha-mr.ics"), try site.page("data/municipalities/troitsk-go.ics")
        )
        for (number, row) in rows.enumerated() {
            let name = "Дело \(number + 100)"
            #expect(asha.contains(name) == row.isAsha, "\(row)")
            #expect(troitsk.contains(name) == row.isTroitsk, "\(row)")
        }
    }

    /// Whose plan it is decides where a row stands: who carries it out for another is told so, at the cell.
    @Test func aRowThatOthersCarryOutIsTold() throws {
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\ndirections: [Знание]\nperiod: 2023\nmunicipalities: [Ашинский МР]\n---\n"
                + "## Мероприятия\n\n| Мероприятие | Сроки | Исполнители | Участники |\n|---|---|---|---|\n"
                + "| Своё | май 2023 | Ашинский МР | |\n| Чужое | июнь 2023 | Управление образования Троицкого ГО | |\n"
                + "| Обоих | июль 2023 | Аша; Троицкий ГО | |\n| Института | август 2023 | ЧИРО; Троицкий ГО | |\n"
                + "| В гостях | сентябрь 2023 | Троицкий ГО | школы Ашинского МР |\n"
        ])
        let report = try site.build()
        #expect(report.codes == ["row-of-others"], "\(report.text)")
        #expect(
            report.text.contains("plan.md:13:")
                && report.text.contains("строку исполняет Троицкий ГО, а план — Ашинский МР"))
    }

    /// A plan on a school year by its title, and one whose date alone tells the year, which is told.
    @Test func aTermWithoutAYearIsOfTheTitleElseFollowsTheDate() throws {
        func plan(_ title: String, _ fields: String = "") -> String {
            "---\ntitle: \(title)\nsummary: Дела\ndirections: [Знание]\ndate: 14.08.2026\n\(fields)---\n## Мероприятия\n\n"
                + Self.header + "| Дело плана \(title) | апрель |\n"
        }
        let site = try SampleSite([
            "content/roadmaps/titled.md": plan("на 2025/26 учебный год"), "content/roadmaps/dated.md": plan("без года"),
            "content/roadmaps/said.md": plan("с периодом", "period: 2027/28 учебный год\n"),
        ])
        let check = try SiteBuild.check(site.request()).diagnostics.filter { $0.code == .guessedYear }
        #expect(check.map(\.location.path) == ["content/roadmaps/dated.md"], "\(check)")
        try site.build()
        let calendar = try site.page("data/calendar.ics").replacing("\r\n", with: "\n")
        let days = calendar.matches(of: /DTSTART;VALUE=DATE:(\d{6})/).map { String($0.1) }.sorted()
        #expect(days == ["202604", "202704", "202804"], "\(calendar)")
    }
}
