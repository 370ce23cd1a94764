import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// What a country shows of its regions, and that its sums agree.
@Suite struct RegionPagesTests {
    /// «Шахматы» is a direction of one region, and none that another lacks; what its list says of a common one is not lost.
    @Test func aDirectionOfOneRegionIsNoGapOfAnother() throws {
        let tula = try #require(CountrySite.files["regions/tula-oblast/vocabularies/directions.yml"])
        let site = try CountrySite.make([
            "regions/tula-oblast/vocabularies/directions.yml": tula.replacing(
                "name: Познание, number: 1", with: "name: Знание, group: Магистральные, description: Чему и как учат.")
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        let report = try site.build()
        #expect(!report.codes.contains("entry-of-root-differs"), "\(report.text)")
        for (place, isMissed) in [("perm.kungur-go", false), ("tula.leninsky-mr", true)] {
            let page = try site.page("municipalities/\(place).html")
            #expect(page.contains("Шахматы") == isMissed && page.contains("Здоровье"), "\(place)")
        }
        let direction = try site.page("directions/shakhmaty.html")
        #expect(!direction.contains("Кунгурский ГО"))
    }

    /// The tiles of two regions lie over each other; the third has none.
    private static let tiles = [
        "regions/perm/content/vocabularies/municipalities.yml": CountrySite.municipalities(
            "{id: leninsky-mr, name: Ленинский МР, tile: [1, 1]}", "{id: kungur-go, name: Кунгурский ГО, tile: [2, 1]}"),
        "regions/tula-oblast/vocabularies/municipalities.yml": CountrySite.municipalities(
            "{id: leninsky-mr, name: Ленинский МР, tile: [1, 1]}"),
    ]

    // MARK: Calendar

    /// Organisations of two regions that are called alike are two; a text is one wherever it stands.
    @Test func executorsOfTwoRegionsAreToldApart() throws {
        let rows = (1...4).map { "| Семинар \($0) | \($0) мая 2023 | Методический центр | Школы |\n" }.joined()
        let plan = { (place: String) in
            "---\ntitle: План \(place)\nsummary: Дела\ndirections: [Знание]\nmunicipalities: [\(place)]\n---\n"
                + "## Мероприятия\n\n| Мероприятие | Сроки | Исполнители | Участники |\n|---|---|---|---|\n" + rows
        }
        let organisations = "title: Организации\nentries:\n  - {id: centre, name: Методический центр}\n"
        let site = try CountrySite.make([
            "regions/perm/content/vocabularies/organisations.yml": organisations,
            "regions/tula-oblast/vocabularies/organisations.yml": organisations,
            "regions/perm/content/roadmaps/plan.md": plan("Ленинский МР"),
            "regions/tula-oblast/roadmaps/plan.md": plan("Ленинский МР"),
        ])
        let kind = try site.folder.text("content/kinds/roadmap.yml").replacing(
            "executors: {label: Исполнители, type: list}",
            with: "executors: {label: Исполнители, type: references, to: organisations}")
        try site.folder.write(kind, to: "content/kinds/roadmap.yml")
        try site.folder.write("title: Организации\nentries: []\n", to: "content/vocabularies/organisations.yml")
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        let report = try site.build()
        #expect(!report.codes.contains("broken-kind"), "\(report.text)")
        let page = try site.page("calendar.html").withoutBreaks
        for region in ["Пермский край", "Тульская область"] {
            #expect(page.contains(">Методический центр (\(region)) (4)<"), "\(report.text)\(page)")
        }
        #expect(page.matches(of: /data-regions="Пермский край"/).count == 4)
        // Both have the text, so that it tells nothing apart; no row says it of one alone.
        #expect(!page.contains(">Школы (4)<"))
        let calendar = try site.page("data/calendar.ics").replacing("\r\n ", with: "")
        #expect(calendar.contains("Исполнители: Методический центр (Тульская область)"), "\(calendar)")
        #expect(calendar.contains("Муниципалитет: Ленинский МР (Пермский край)"), "\(calendar)")
    }

    // MARK: Maps

    @Test func theHomePageHasAMapOfEachRegion() throws {
        let site = try CountrySite.make(Self.tiles)
        try site.build()
        let home = try site.page("index.html")
        #expect(home.contains("<svg id=\"map-materials-perm\">") && home.contains("<svg id=\"map-materials-tula\">"))
        #expect(!home.contains("map-materials-omsk") && home.contains("href=\"regions/omsk.html\""))
        for link in ["regions/perm.html", "regions/perm.coverage.html", "municipalities/perm.leninsky-mr.html"] {
            #expect(home.contains("href=\"\(link)\""), "\(link)")
        }
    }

    @Test func manyRegionsAreRowsOfTheirDirections() throws {
        var files = ["content/vocabularies/regions.yml": CountrySite.regions]
        var roots = ""
        for number in 1...7 {
            files["content/vocabularies/regions.yml"]? += "  - {id: r\(number), name: Область \(number)}\n"
            files["regions/r\(number)/vocabularies/municipalities.yml"] = CountrySite.municipalities(
                "{id: a-mr, name: Анский МР, tile: [1, 1]}")
            files["regions/r\(number)/practices/kvest.md"] = SampleSite.practice(
                "Квест \(number)", "municipalities: [Анский МР]\ndirections: [Знание]")
            roots += "  - {folder: regions/r\(number), region: r\(number)}\n"
        }
        files["album.yml"] = CountrySite.configuration.replacing("roots:\n", with: "roots:\n" + roots)
        let site = try CountrySite.make(files)
        try site.build()
        let home = try site.page("index.html")
        #expect(!home.contains("<svg id=\"map-"))
        #expect(home.contains("Область 7</a>: Направлений со своими материалами — 1 из"), "\(home)")
    }

    @Test func theCoverageOfARegionLeadsToItAndToAll() throws {
        let site = try CountrySite.make(Self.tiles)
        try site.build()
        let page = try site.page("regions/perm.coverage.html")
        for link in ["index.html", "perm.html", "../coverage.html", "../data/coverage.csv"] {
            #expect(page.contains("href=\"\(link)\""), "\(link)")
        }
        #expect(!page.contains("region-coverage.csv"))
        #expect(try site.page("coverage.html").contains("href=\"data/region-coverage.csv\""))
        let rows = try site.page("data/region-coverage.csv").split(whereSeparator: \.isNewline)
        #expect(rows[0].hasPrefix("\u{FEFF}Регионы,") && !rows[0].hasSuffix("Регион"), "\(rows)")
        // The row of the page that names no region is there too.
        #expect(rows.count == 5 && rows[4].hasPrefix("Без региона,"), "\(rows)")
    }

    /// What was written for the site of several regions holds in the album by itself.
    @Test func aPlaceWithItsRegionIsUnderstoodInAnAlbumByItself() throws {
        let site = try SampleSite([
            "content/vocabularies/regions.yml": "title: Регионы\nentries:\n  - {id: kursk, name: Курская область}\n",
            "content/practices/kvest.md": SampleSite.practice(
                "Квест", "municipalities: [Ашинский МР (Курская область)]\ndirections: [Знание]"),
        ])
        let places = try site.folder.text("content/vocabularies/municipalities.yml")
        try site.folder.write(
            places.replacing("type: МР, tile: [1, 1]", with: "type: МР, region: kursk, tile: [1, 1]"),
            to: "content/vocabularies/municipalities.yml")
        let report = try site.build()
        #expect(!report.text.contains("ошибка"), "\(report.text)")
        let page = try site.page("practices/kvest.html")
        #expect(page.contains("Ашинский МР") && !page.contains("(Курская область)"))
    }

    @Test func namesakesKnowEachOther() throws {
        let site = try CountrySite.make(Self.tiles)
        try site.build()
        let page = try site.page("municipalities/perm.leninsky-mr.html")
        #expect(page.contains("Не путать с") && page.contains("href=\"tula.leninsky-mr.html\">Ленинский МР (Тульская"))
        #expect(!(try site.page("municipalities/perm.kungur-go.html").contains("Не путать с")))
    }

    @Test func aRegionShowsTheMapOfItsMunicipalities() throws {
        let site = try CountrySite.make(Self.tiles)
        try site.build()
        let page = try site.page("regions/perm.html")
        #expect(page.contains("municipalities/perm.kungur-go.html\" class=\"step-0\""))
        #expect(page.contains("href=\"perm.coverage.html\"") && !page.contains("tula.leninsky-mr"))
        #expect(!(try site.page("municipalities/perm.kungur-go.html").contains("<svg id=\"map-")))
    }

    @Test func theListOfRegionsSaysWhatEachHas() throws {
        let site = try CountrySite.make(Self.tiles)
        try site.build()
        let list = try site.page("regions/index.html")
        let perm = try #require(list.firstMatch(of: /Пермский край<\/a>, ([^<]*)</)).1
        let tula = try #require(list.firstMatch(of: /Тульская область<\/a>, ([^<]*)</)).1
        #expect(perm.hasPrefix("2 муниципалитета, 2 практики"), "\(perm)")
        #expect(tula.hasPrefix("1 муниципалитет, 1 практика"), "\(tula)")
        // In the order of their names, as their maps stand.
        let order = ["Омская область", "Пермский край", "Тульская область"].map {
            list.range(of: $0 + "</a>")?.lowerBound
        }
        #expect(order.compactMap(\.self).sorted() == order.compactMap(\.self) && !order.contains(nil))
    }

    @Test func regionsWithoutTilesAreBarsOfTheCoverage() throws {
        let site = try CountrySite.make()
        try site.build()
        let page = try site.page("coverage.html")
        #expect(page.contains("<p>Пермский край 2</p>") && page.contains("<p>Тульская область 1</p>"))
        #expect(page.contains("Сколько у регионов своих материалов"))
    }

    // MARK: Sums

    /// A practice as it is made up: where it belongs and what it is about.
    private struct Made {
        let region: String?
        let municipalities: [Int]
        let directions: [String]
    }

    /// Counted here from what was made up, and there by the program from files.
    @Test(arguments: [1, 2] as [UInt64])
    func theSumsOfCountryRegionAndMunicipalityAgree(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let folders = ["perm": "regions/perm/content", "tula": "regions/tula-oblast", "omsk": "regions/omsk/content"]
        let places = (1...6).map { "{id: m\($0), name: М\($0) МР}" }
        var files = CountrySite.files.filter { !$0.key.hasSuffix(".md") && !$0.key.contains("tula-oblast/voc") }
        for folder in folders.values {
            files[folder + "/vocabularies/municipalities.yml"] =
                CountrySite.municipalities() + places.map { "  - \($0)\n" }.joined()
        }
        var all: [Made] = []
        for number in 0..<60 {
            let region = ["perm", "tula", "omsk", nil].randomElement(using: &numbers) ?? nil
            let count = region == nil ? 0 : Int.random(in: 0...6, using: &numbers)
            let made = Made(
                region: region, municipalities: Array(Array(1...6).shuffled(using: &numbers).prefix(count)),
                directions: ["Знание", "Здоровье"].filter { _ in Bool.random(using: &numbers) })
            all.append(made)
            files[(region.flatMap { folders[$0] } ?? "content") + "/practices/n\(number).md"] = SampleSite.practice(
                "Практика \(number)",
                "municipalities: [\(made.municipalities.map { "М\($0) МР" }.joined(separator: ", "))]\n"
                    + "directions: [\(made.directions.joined(separator: ", "))]")
        }
        let site = try SampleSite(files)
        #expect(try site.build().summary != nil)
        let names = ["perm": "Пермский край", "tula": "Тульская область", "omsk": "Омская область"]
        let country = try Self.rows(site.page("coverage.html"))
        for (id, name) in names {
            let own = all.filter { $0.region == id }
            #expect(country[name] == Self.row(own, []), "\(name)")
            let region = try Self.rows(site.page("regions/\(id).coverage.html"))
            for place in 1...6 {
                let here = own.filter { $0.municipalities.contains(place) }
                let few = here.filter { $0.municipalities.count <= 4 }
                #expect(
                    region["М\(place) МР"] == Self.row(few, here.filter { $0.municipalities.count > 4 }),
                    "\(id) М\(place)")
            }
            // What no municipality or more than four share is the region's.
            let whole = own.filter { $0.municipalities.isEmpty || $0.municipalities.count > 4 }
            #expect(region["Регион в целом"] == (whole.isEmpty ? nil : Self.row(whole, [])), "\(id)")
            let page = try site.page("regions/\(id).coverage.html")
            #expect(page.contains("своих — \(own.count),"), "\(id)")
        }
        let without = all.filter { $0.region == nil }
        #expect(country["Без региона"] == (without.isEmpty ? nil : Self.row(without, [])))
        #expect(try site.page("coverage.html").contains("своих — \(all.count),"))
    }

    /// Cells «own + part» of both directions, then directions, own, part.
    private static func row(_ own: [Made], _ part: [Made]) -> [String] {
        func count(_ made: [Made], _ direction: String) -> Int { made.count { $0.directions.contains(direction) } }
        let columns = ["Знание", "Здоровье"]
        return columns.map { "\(count(own, $0)) + \(count(part, $0))" }
            + [String(columns.count { count(own, $0) > 0 }), String(own.count), String(part.count)]
    }

    /// The rows of a matrix of the small theme by their names; the third direction, which nothing has, left out.
    private static func rows(_ page: String) -> [String: [String]] {
        page.matches(of: #/<tr><th>(?:<a href="[^"]*">)?([^<]+)(?:</a>)?</th>(.*?)</tr>/#).reduce(into: [:]) {
            rows, match in
            var cells = match.2.matches(of: #/<td>(.*?)</td>/#).map { cell in
                let text = cell.1.replacing(#/<[^>]*>/#, with: "")
                return text.isEmpty ? "0 + 0" : String(text)
            }
            if cells.count == 6 { cells.remove(at: 2) }
            rows[String(match.1)] = cells
        }
    }

    // MARK: Filters

    /// A roadmap of three rows in each of two regions, one of which has a municipality that is called as the other's.
    private static let roadmaps = Dictionary(
        uniqueKeysWithValues: [("regions/perm/content", "Перми"), ("regions/tula-oblast", "Тулы")].map { folder, name in
            (
                folder + "/roadmaps/karta.md",
                """
                ---
                title: Карта \(name)
                summary: Что будет
                directions: [Здоровье]
                municipalities: [Ленинский МР]
                date: 2023
                ---
                ## Мероприятия

                | Мероприятие | Участники | Исполнители | Сроки | Результат |
                | --- | --- | --- | --- | --- |
                | Встреча \(name) | школы | Отдел | июнь 2023 | отчёт |
                | Поход \(name) | школы | Отдел | июль 2023 | отчёт |
                | Итоги \(name) | школы | Отдел | август 2023 | отчёт |

                """
            )
        })

    @Test func theCalendarIsNarrowedDownByRegion() throws {
        let site = try CountrySite.make(Self.roadmaps)
        try site.build()
        let page = try site.page("calendar.html")
        #expect(page.contains("regions:perm") && page.contains("regions:tula"))
        #expect(page.contains("Ленинский МР (Пермский край)") && page.contains("Ленинский МР (Тульская область)"))
        #expect(try site.page("regions/perm.html").contains("calendar.html?regions=perm"))
        #expect(site.folder.contains("public/data/regions/perm.ics"))
    }

    @Test func filesForProgramsSayOfWhichRegionTheyAre() throws {
        let site = try CountrySite.make(Self.roadmaps)
        try site.build()
        let calendar = try site.page("data/calendar.ics")
        #expect(calendar.contains("CATEGORIES:Пермский край") && calendar.contains("CATEGORIES:Тульская область"))
        let files = try site.output().keys.filter { $0.hasPrefix("data/perm/roadmaps/karta") }
        let json = try #require(files.first { $0.hasSuffix(".json") })
        #expect(try site.page(json).contains("\"regions\":[\"perm\"]"), "\(json)")
        let csv = try site.page(try #require(files.first { $0.hasSuffix(".csv") }))
        let lines = csv.split(whereSeparator: \.isNewline)
        #expect(lines.first?.hasSuffix("Регион") == true && lines.last?.hasSuffix("Пермский край") == true, "\(csv)")
        let coverage = try site.page("data/coverage.csv").split(whereSeparator: \.isNewline)
        #expect(
            coverage.filter { $0.hasPrefix("Ленинский МР") }.map { $0.suffix(8) }
                == ["ский край", " область"].map { $0.suffix(8) })
    }

    // MARK: Kinds

    private static let schoolPlan = """
        id: school-plan
        extends: roadmap
        folder: school-plans
        name: {one: план школы, few: плана школы, many: планов школ}
        title: Планы школ
        order: 12

        """

    @Test func theListOfAKindLeadsToTheKindsThatExtendIt() throws {
        let site = try SampleSite([
            "content/kinds/school-plan.yml": Self.schoolPlan,
            "content/school-plans/a.md": "---\ntitle: План школы\nsummary: Год\n---\n\nТекст.\n",
        ])
        try site.build { $0.isLenient = true }
        let parent = try site.page("roadmaps/index.html")
        #expect(parent.contains("href=\"../school-plans/index.html\"") && parent.contains("Планы школ"), "\(parent)")
        #expect(!parent.contains("План школы"))
        #expect(try site.page("school-plans/index.html").contains("href=\"../roadmaps/index.html\""))
        #expect(!(try site.page("practices/index.html").contains("school-plans/index.html")))
    }

    // MARK: Clashes

    @Test func aNumberThatTheSiteHasIsTold() throws {
        let path = "regions/tula-oblast/vocabularies/directions.yml"
        let text = try #require(CountrySite.files[path])
        let site = try CountrySite.make([path: text.replacing("number: 7", with: "number: 2")])
        let told = try site.build().diagnostics.filter { $0.code == .numberOfRootTaken }
        #expect(told.map(\.arguments) == [["2", "Шахматы", "Здоровье"]])
        #expect(told.map(\.location.path) == [path])
        #expect(!(try CountrySite.make().build().codes.contains("number-of-root-taken")))
    }

    @Test func theHomePageShowsTheSitesOwnDoorsAlone() throws {
        let kind = """
            id: door
            folder: doors
            name: {one: дверь, few: двери, many: дверей}
            title: Двери
            order: 1
            fields: {who: {label: Кто, type: choice, choices: {role: Кто вы}}}
            door: {group: who}

            """
        let door = { (title: String) in "---\ntitle: \(title)\nsummary: Вход\nwho: role\n---\n\nТекст.\n" }
        let site = try CountrySite.make([
            "content/kinds/door.yml": kind, "content/doors/teacher.md": door("Учителю"),
            "regions/perm/content/doors/teacher.md": door("Учителю Перми"),
            "themes/small/templates/pages/home.mustache":
                "{{<layouts/page}}{{$main}}{{#doors}}{{title}}:{{#doors}} {{title}};{{/doors}}{{/doors}}{{/main}}{{/layouts/page}}",
        ])
        let report = try site.build()
        #expect(report.summary != nil, "\(report.text)")
        let home = try site.page("index.html")
        #expect(home.contains("Кто вы: Учителю;"), "\(home)")
        #expect(!(try site.page("index.html").contains("Перми")))
    }
}
