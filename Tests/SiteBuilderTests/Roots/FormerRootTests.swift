import TestSupport
import Testing

@testable import SiteBuilder

/// `was` of a root, and of what roots have: addresses that stood under former ids lead to those of today.
@Suite struct FormerRootTests {
    private static let configuration = CountrySite.configuration.replacing(
        "{folder: regions/perm, region: perm}", with: "{folder: regions/perm, id: kama, region: perm, was: [perm]}")
    private static let places = "regions/perm/content/vocabularies/municipalities.yml"

    private static func site(_ changes: [String: String] = [:]) throws -> SampleSite {
        try CountrySite.make(["album.yml": configuration].merging(changes) { $1 })
    }

    private func leads(_ site: SampleSite, _ former: String, to address: String) throws {
        let page = try site.page(former)
        #expect(page.contains("Страница переехала") && page.contains("href=\"\(address)\""), "\(former): \(page)")
    }

    @Test func everyAddressBelowAFormerIDLeadsOn() throws {
        let site = try Self.site([
            "regions/perm/content/practices/marafon.md": SampleSite.practice(
                "Марафон", "id: marafon-1\naliases: [beg]"),
            Self.places: CountrySite.municipalities(
                "{id: leninsky-mr, name: Ленинский МР}",
                "{id: kungur-go, name: Кунгурский ГО, was: [kungur-mr, Кунгурский МР]}"),
        ])
        let report = try site.build()
        #expect(!report.text.contains("ошибка"), "\(report.text)")
        try leads(site, "perm/practices/kvest.html", to: "../../kama/practices/kvest.html")
        try leads(site, "perm/practices/beg.html", to: "../../kama/practices/marafon.html")
        try leads(site, "kama/practices/beg.html", to: "marafon.html")
        try leads(site, "municipalities/perm.leninsky-mr.html", to: "kama.leninsky-mr.html")
        for former in ["perm.kungur-go", "perm.kungur-mr", "kama.kungur-mr"] {
            try leads(site, "municipalities/\(former).html", to: "kama.kungur-go.html")
        }
        // Addresses of the comparison and of choices that were kept name it still.
        let compared = try site.page("compare.html")
        #expect(compared.contains("kama.kungur-go (kama.kungur-mr perm.kungur-go perm.kungur-mr):"), "\(compared)")
        // No reader is shown an id among former names.
        let place = try site.page("municipalities/kama.kungur-go.html")
        #expect(place.contains("Кунгурский МР") && !place.contains("perm.kungur"), "\(place)")
    }

    /// What stands beside a material leads on with it, whether its root or the material itself has another id.
    @Test func anAlbumToPrintLeadsOn() throws {
        let site = try Self.site([
            "regions/perm/content/kinds/album.yml": """
            id: album
            folder: albums
            name: {one: альбом, few: альбома, many: альбомов}
            title: Альбомы
            order: 0
            tables:
              chapters:
                heading: Главы
                key: name
                columns:
                  name: {label: Глава, type: text, required: true}
                  materials: {label: Материалы, type: references, to: any}
                views: [chapters]

            """,
            "regions/perm/content/albums/praktiki.md": "---\ntitle: Практики\nsummary: Альбом\naliases: [opyt]\n---\n\n"
                + "## Главы\n\n| Глава | Материалы |\n|---|---|\n| Начало | marafon-1 |\n",
        ])
        let report = try site.build()
        #expect(!report.text.contains("ошибка"), "\(report.text)")
        try leads(site, "perm/albums/praktiki.html", to: "../../kama/albums/praktiki.html")
        try leads(site, "perm/albums/praktiki.print.html", to: "../../kama/albums/praktiki.print.html")
        try leads(site, "perm/albums/opyt.print.html", to: "../../kama/albums/praktiki.print.html")
        try leads(site, "kama/albums/opyt.print.html", to: "praktiki.print.html")
    }

    /// Programs that follow a calendar or read a table have it where it was, and the same events in it.
    @Test func filesForProgramsStayWhereTheyWere() throws {
        let roadmap =
            "---\ntitle: Карта\nsummary: Что будет\ndirections: [Здоровье]\nmunicipalities: [Ленинский МР]\ndate: 2023\n"
            + "aliases: [plan]\n---\n## Мероприятия\n\n| Мероприятие | Участники | Исполнители | Сроки | Результат |\n"
            + "| --- | --- | --- | --- | --- |\n| Встреча | школы | Отдел | июнь 2023 | отчёт |\n"
        let before = try CountrySite.make(["regions/perm/content/roadmaps/karta.md": roadmap])
        try before.build()
        let site = try Self.site(["regions/perm/content/roadmaps/karta.md": roadmap])
        let report = try site.build()
        #expect(!report.text.contains("ошибка"), "\(report.text)")
        let files = try site.output().keys
        let former = try before.output().keys.filter {
            $0.hasPrefix("data/") && $0.contains("perm") && !$0.hasSuffix(".js")
        }
        #expect(
            former.contains("data/perm/roadmaps/karta.ics")
                && former.contains("data/municipalities/perm.leninsky-mr.ics"))
        for file in former { #expect(files.contains(file), "\(file)") }
        let events = /UID:.*/
        for file in [
            "perm/roadmaps/karta", "perm/roadmaps/plan", "kama/roadmaps/karta", "municipalities/perm.leninsky-mr",
        ] {
            let now = try site.page("data/\(file).ics").matches(of: events).map { String($0.0) }
            let then = try before.page("data/perm/roadmaps/karta.ics").matches(of: events).map { String($0.0) }
            #expect(now == then && now.count == 1, "\(file): \(now)")
        }
    }

    @Test func anAlbumThatIsCalledOtherwiseIsToldOnce() throws {
        let site = try Self.site([
            "content/practices/obzor.md": SampleSite.practice("Обзор", body: "См. [[perm/kvest]] и [[prem/kvest]]."),
            "regions/perm/content/practices/marafon.md": SampleSite.practice("Марафон"),
            "addresses.tsv": "address\tsince\tgone\treason\n"
                + [
                    "municipalities/perm.leninsky-mr", "perm/practices/kvest", "perm/practices/marafon",
                    "perm/practices/beg",
                ]
                .map { "\($0).html\t2023-01-01\n" }.joined(),
        ])
        let album = Self.configuration.replacing(", was: [perm]", with: "")
        try site.folder.write(album, to: "album.yml")
        let report = try site.build()
        let told = report.diagnostics.filter { $0.code.name == "gone-root" }.map(\.arguments)
        #expect(
            told == [
                ["municipalities/perm.leninsky-mr.html", "perm", "kama"], ["perm/kvest", "perm", "kama"],
                ["prem/kvest", "prem", "kama"],
            ], "\(report.text)")
        #expect(
            report.diagnostics.filter { $0.code.name == "address-lost" }.map(\.arguments.first) == [
                "«perm/practices/beg.html»"
            ])
        #expect(report.text.contains("возможно: kama/kvest"))
    }

    /// Of an album that is gone as a whole each address would be the same fault once more.
    @Test func anAlbumThatIsRemovedIsToldOnce() throws {
        let addresses = [
            "municipalities/kuban.tara-mr", "kuban/practices/slet", "kuban/roadmaps/karta", "kuban/roadmaps/plan",
            "practices/kvest.v2", "perm/practices/beg",
        ]
        let site = try Self.site([
            "addresses.tsv": "address\tsince\tgone\treason\n" + addresses.map { "\($0).html\t2023-01-01\n" }.joined()
        ])
        let report = try site.build()
        let told = report.diagnostics.filter { $0.code.name.hasPrefix("a") }
        #expect(told.map(\.code.name) == ["album-removed", "address-lost", "address-lost"], "\(report.text)")
        #expect(told.first?.arguments.prefix(2) == ["kuban", "4"])
    }

    /// What an album had is its region's, whatever the album is called today or was then.
    @Test func aWithdrawnPageNamesItsRegionUnderEachIDOfItsAlbum() throws {
        let gone = ["kama/practices/beg", "perm/practices/beg"].map { "\($0).html\t2023-01-01\t2023-02-01\t\tБег\n" }
        let site = try Self.site(["addresses.tsv": "address\tsince\twithdrawn\treason\ttitle\n" + gone.joined()])
        let report = try site.build()
        #expect(!report.text.contains("ошибка"), "\(report.text)")
        for id in ["kama", "perm"] {
            let page = try site.page("\(id)/practices/beg.html")
            #expect(page.contains("Бег (Пермский край)"), "\(page)")
        }
    }

    /// Another region is no help for one that the site had.
    @Test func aRegionThatHasLeftIsSaidToHaveLeft() throws {
        let plan = SampleSite.practice("Обмен", "region: [Пермский край, Ивановская область, Ивановскай область]")
        let site = try Self.site([
            "content/practices/obmen.md": plan,
            "addresses.tsv": "address\tsince\tgone\treason\nregions/ivanovskaia-oblast.html\t2023-01-01\n",
        ])
        let kind = try site.folder.text("content/kinds/practice.yml")
            .replacing("fields:\n", with: "fields:\n  region: {label: Регионы, type: references, to: regions}\n")
        try site.folder.write(kind, to: "content/kinds/practice.yml")
        let report = try site.build()
        let told = report.diagnostics.filter { $0.code.name == "unknown-value" }
        #expect(told.map(\.arguments.first) == ["Ивановская область", "Ивановскай область"], "\(report.text)")
        #expect(
            report.text.contains("региона «Ивановская область» на сайте больше нет") && told.first?.candidates == [])
        #expect(told.last?.code.remedy.ru.contains("выберите") == true)
    }

    /// Texts of others that name a material by the former id of its root mean it still.
    @Test func namesBehindAFormerIDAreKnown() throws {
        let site = try Self.site([
            "content/practices/obzor.md": SampleSite.practice(
                "Обзор", body: "См. [[perm/kvest]] и [[perm/practices/kvest]].")
        ])
        let report = try site.build()
        #expect(!report.text.contains("ошибка"), "\(report.text)")
        let page = try site.page("practices/obzor.html")
        #expect(page.matches(of: /href="..\/kama\/practices\/kvest.html"/).count == 2, "\(page)")
    }

    @Test(arguments: ["was: [tula]", "was: [kama]", "was: [old, old]"])
    func anIDOfAnAlbumIsNoFormerOne(_ was: String) throws {
        let site = try Self.site(["album.yml": Self.configuration.replacing("was: [perm]", with: was)])
        let text = try site.build().text
        #expect(text.contains("album.yml") && text.contains("есть у альбома этого сайта"), "\(text)")
    }

    @Test func aRegionThatWasRenamedKeepsItsAddress() throws {
        let site = try Self.site([
            "album.yml": CountrySite.configuration.replacing("region: perm}", with: "region: prikamie}"),
            "content/vocabularies/regions.yml": CountrySite.regions.replacing(
                "{id: perm, name: Пермский край}", with: "{id: prikamie, name: Прикамье, was: [perm, Пермский край]}"),
        ])
        let report = try site.build()
        #expect(!report.text.contains("ошибка"), "\(report.text)")
        try leads(site, "regions/perm.html", to: "prikamie.html")
        let search = try site.page("search.html")
        #expect(search.contains("regions:perm=regions:prikamie"), "\(search)")
    }

    @Test func aWarmBuildIsWhatAColdOneIs() throws {
        let site = try CountrySite.make()
        _ = try CountrySite.warm(site)
        for text in [
            Self.configuration, Self.configuration.replacing("was: [perm]", with: "was: [kray, perm]"),
            Self.configuration.replacing(", was: [perm]", with: ""), CountrySite.configuration,
        ] {
            try site.folder.write(text, to: "album.yml")
            _ = try CountrySite.warm(site)
            let warm = try site.output()
            try site.build()
            #expect(try site.output() == warm, "\(text)")
        }
    }
}
