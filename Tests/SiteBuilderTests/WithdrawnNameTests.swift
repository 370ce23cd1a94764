import Catalog
import Store
import TestSupport
import Testing

@testable import SiteBuilder

/// What is named and was withdrawn: readers see what it was, editors learn since when and what has taken its place.
@Suite struct WithdrawnNameTests {
    private static let note = "(снято с публикации)"
    private static let row = "practices/igra.html\t2022-09-01\t2023-01-10\t\tИгра «Кто быстрее»\tpractices/regata.html"

    private func site() throws -> SampleSite {
        let site = try SampleSite([
            "content/practices/kvest.md": SampleSite.practice(
                "Квест", "rests-on: [prikaz]",
                body: "Вместо [[igra]] играют [в регату](regata.md), а [прежде](igra.md) играли иначе."),
            "content/practices/igra.md": SampleSite.practice("Игра"),
            "content/practices/regata.md": SampleSite.practice("Регата"),
            "content/documents/prikaz.md":
                "---\ntitle: О квестах\nsummary: О квестах\nnumber: 1-п\ndate: 2022-03-12\n---\n\nТекст.\n",
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: План\n---\n\n## Мероприятия\n\n"
                + "| Мероприятие | Сроки | Материалы |\n|---|---|---|\n| Слёт | май 2023 | igra; regata |\n",
        ])
        let kind = try site.folder.text("content/kinds/roadmap.yml").replacing(
            "      term: ",
            with: "      materials: {label: Материалы, type: references, to: any}\n      term: ")
        try site.folder.write(kind, to: "content/kinds/roadmap.yml")
        return site
    }

    private func withdraw(_ site: SampleSite, _ rows: String...) throws {
        try site.folder.write(
            "address\tsince\twithdrawn\treason\ttitle\tinstead\n" + rows.map { $0 + "\n" }.joined(),
            to: "addresses.tsv")
    }

    /// Whether its file is gone or it is a draft again.
    @Test(arguments: [true, false])
    func aNameOfWhatWasWithdrawnIsItsTitleAndSaysSo(isRemoved: Bool) throws {
        let site = try site()
        if isRemoved {
            try site.folder.remove("content/practices/igra.md")
            try site.folder.remove("content/documents/prikaz.md")
        } else {
            for path in ["content/practices/igra.md", "content/documents/prikaz.md"] {
                try site.folder.write(
                    try site.folder.text(path).replacing("summary:", with: "draft: да\nsummary:"), to: path)
            }
        }
        try withdraw(site, "documents/prikaz.html\t2022-09-01\t2023-02-11\t\tО квестах", Self.row)
        let report = try site.build()
        #expect(report.summary != nil, "\(report.text)")
        let practice = try site.page("practices/kvest.html").replacing("\u{A0}", with: " ")
        let title = "Игра «Кто быстрее»"
        #expect(
            practice.contains("<span class=\"withdrawn\">\(title) \(Self.note)</span>"), "\(practice)")
        #expect(practice.contains("<span class=\"withdrawn\">прежде \(Self.note)</span>"), "\(practice)")
        #expect(practice.contains("О квестах \(Self.note)"), "\(practice)")
        #expect(practice.contains("<a href=\"regata.html\">в регату</a>"))
        let plan = try site.page("roadmaps/plan.html").replacing("\u{A0}", with: " ")
        #expect(
            plan.contains("<span class=\"withdrawn\">\(title) \(Self.note)</span>; <a href="), "\(plan)")
        #expect(try site.page("data/roadmaps/plan.csv").contains("Игра «Кто быстрее» \(Self.note); Регата"))
        let told = report.diagnostics.filter { $0.code.name.hasPrefix("link-to") || $0.code.name.hasPrefix("unknown") }
        #expect(told.map(\.code.name) == ["link-to-withdrawn", "link-to-withdrawn"], "\(report.text)")
        #expect(
            report.text.contains(
                "материал «Игра «Кто быстрее»» снят с публикации с 2023-01-10; вместо него — «Регата»"),
            "\(report.text)")
        #expect(report.text.contains("материал «О квестах» снят с публикации с 2023-02-11"))
        #expect(told.allSatisfy { $0.severity == .warning })
    }

    /// What the search shows of a text says what the page says.
    @Test func theSearchSaysWhatWasWithdrawn() throws {
        let site = try site()
        try site.folder.remove("content/practices/igra.md")
        try withdraw(site, Self.row)
        let home = try #require(try SiteBuild.linked(try site.request()).0?.home)
        for (path, said) in [
            ("practices/kvest.md", ["Игра «Кто быстрее» \(Self.note) играют", "прежде \(Self.note) играли"]),
            ("roadmaps/plan.md", ["Игра «Кто быстрее» \(Self.note); Регата"]),
        ] {
            let index = try #require(home.album.published.first { home.album.catalog.materials[$0].path == path })
            let body = SearchPages(home: home).document(.material(index), ReadLog()).body
                .replacing("\u{A0}", with: " ")
            for words in said { #expect(body.contains(words), "\(path): \(body)") }
        }
    }

    /// A link among the words of a cell is a title wherever these words stand, and a new title is seen there by a warm build.
    @Test func aLinkInACellIsATitleWhereverItsWordsStand() throws {
        let site = try site()
        try site.folder.write(
            "---\ntitle: План\nsummary: План\n---\n\n## Мероприятия\n\n| Мероприятие | Сроки | Материалы |\n|---|---|---|\n"
                + "| Слёт по [[igra]] и [[regata]] | май 2023 | |\n| Разбор [игр](../practices/igra.md) | июнь 2023 | |\n",
            to: "content/roadmaps/plan.md")
        try site.folder.remove("content/practices/igra.md")
        try withdraw(site, Self.row)
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        let store = try #require(BuildStore.open(site.folder.path(".album-cache")))
        for title in ["Регата", "Большая регата"] {
            try site.folder.write(SampleSite.practice(title), to: "content/practices/regata.md")
            let report = try site.build { $0.store = store }
            #expect(report.summary != nil, "\(report.text)")
            let words = "Слёт по Игра «Кто быстрее» \(Self.note) и \(title)"
            for path in ["roadmaps/plan.html", "calendar.html", "data/roadmaps/plan.csv", "data/roadmaps/plan.json"] {
                let page = try site.page(path).replacing("\u{A0}", with: " ").replacing("\\\"", with: "\"")
                #expect(page.contains(words), "\(path)\n\(page)")
                #expect(page.contains("Разбор игр \(Self.note)"), "\(path)\n\(page)")
                #expect(!page.contains("по igra") && !page.contains("и regata"), "\(path)")
            }
            for path in ["data/calendar.ics", "data/roadmaps/plan.ics"] {
                let calendar = try site.page(path).replacing("\r\n ", with: "").replacing("\u{A0}", with: " ")
                #expect(calendar.contains(words), "\(path)\n\(calendar)")
            }
        }
    }

    /// Albums name it too, on their page, in the edition on one page and in the page as Markdown; it has no card and no number.
    @Test func aChapterOfAnAlbumSaysWhatWasWithdrawn() throws {
        let site = try site()
        try site.folder.write(
            """
            id: album
            folder: albums
            name: {one: альбом, few: альбома, many: альбомов}
            title: Альбомы
            order: 8
            tables:
              chapters:
                heading: Главы
                key: name
                columns:
                  name: {label: Глава, type: text, required: true}
                  materials: {label: Материалы, type: references, to: any, inverse: Альбом}
                views: [chapters]

            """, to: "content/kinds/album.yml")
        try site.folder.write(
            "---\ntitle: Альбом игр\nsummary: Игры\n---\n\n## Главы\n\n| Глава | Материалы |\n|---|---|\n"
                + "| Игры | igra; regata |\n| Прежние | igra |\n", to: "content/albums/igry.md")
        try site.folder.remove("content/practices/igra.md")
        try withdraw(site, Self.row)
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        let report = try site.build()
        #expect(report.summary != nil, "\(report.text)")
        for path in ["albums/igry.html", "albums/igry.print.html"] {
            let page = try site.page(path).replacing("\u{A0}", with: " ")
            #expect(page.ranges(of: "Игра «Кто быстрее» \(Self.note)").count == 2, "\(path)\n\(page)")
        }
        #expect(try site.page("albums/igry.html").replacing("\u{A0}", with: " ").contains("1 материал"))
    }

    /// A page that names it is made anew, and no other.
    @Test func aWithdrawalIsSeenByAWarmBuild() throws {
        let site = try site()
        try site.folder.remove("content/documents/prikaz.md")
        try withdraw(
            site, "documents/prikaz.html\t2022-09-01\t2023-02-11\t\tО квестах", "practices/igra.html\t2022-09-01")
        let store = try #require(BuildStore.open(site.folder.path(".album-cache")))
        let first = try site.build { $0.store = store }
        #expect(first.summary != nil, "\(first.text)")
        #expect(try site.page("practices/kvest.html").contains("О квестах (снято"))
        try withdraw(
            site, "documents/prikaz.html\t2022-09-01\t2023-02-11\t\tО новых квестах", "practices/igra.html\t2022-09-01")
        let second = try site.build { $0.store = store }
        #expect(try site.page("practices/kvest.html").contains("О новых квестах"))
        // It, the page of what was withdrawn, and the glossary, which looks through what all materials say.
        #expect((second.summary?.made ?? 99) <= 3, "\(second.summary.map { "\($0)" } ?? "")")
    }

    @Test func whatIsThereAgainIsNamedAsEver() throws {
        let site = try site()
        try withdraw(site, Self.row)
        let report = try site.build()
        #expect(!report.codes.contains("link-to-withdrawn"), "\(report.text)")
        #expect(try !site.page("practices/kvest.html").contains("снято"))
    }

    /// What stands in the place of a page may be withdrawn in its turn: readers are led to what stands in its place, or nowhere.
    @Test(arguments: [nil, "practices/gonka.html"])
    func aPageIsReplacedByOneThatReadersFind(last: String?) throws {
        let site = try site()
        try site.folder.remove("content/practices/igra.md")
        try site.folder.remove("content/practices/regata.md")
        try site.folder.write(SampleSite.practice("Гонка"), to: "content/practices/gonka.md")
        let regata = "practices/regata.html\t2022-09-01\t2023-02-11\t\tРегата" + (last.map { "\t\($0)" } ?? "")
        try withdraw(site, Self.row, regata)
        let report = try site.build { $0.isLenient = true }
        let page = try site.page("practices/igra.html").replacing("\u{AD}", with: "").replacing("\u{A0}", with: " ")
        #expect(page.contains("Снято с публикации") && !page.contains("regata.html"), "\(page)")
        #expect(page.contains("Вместо неё: <a href=\"gonka.html\">Гонка</a>") == (last != nil), "\(page)")
        #expect(page.contains("Вместо неё") == (last != nil), "\(page)")
        #expect(report.text.contains("вместо него — «Гонка»") == (last != nil), "\(report.text)")
        #expect(!report.text.contains("вместо него — «Регата»") && !report.text.contains("вместо него — «practices"))
        #expect(report.codes.contains("successor-withdrawn") == (last == nil), "\(report.text)")
        if last == nil {
            #expect(
                report.text.contains("страница «practices/regata.html» снята с публикации, а названа"), "\(report.text)"
            )
        }
    }

    /// What has taken the place of another may still name it: nobody is told to name it in itself.
    @Test func whatReplacesAPageMayNameIt() throws {
        let site = try site()
        try site.folder.remove("content/practices/igra.md")
        try site.folder.write(
            SampleSite.practice("Регата", body: "Раньше играли [[igra]]."), to: "content/practices/regata.md")
        try site.folder.write(SampleSite.practice("Квест"), to: "content/practices/kvest.md")
        try site.folder.remove("content/roadmaps/plan.md")
        try withdraw(site, Self.row)
        let report = try site.build { $0.isLenient = true }
        #expect(report.text.contains("вместо него — этот самый материал"), "\(report.text)")
        #expect(report.text.contains("это и есть замена: уберите упоминание или оставьте"), "\(report.text)")
        #expect(!report.text.contains("назовите «Регата»"), "\(report.text)")
    }

    /// Pages that stand for each other lead nowhere, and a build comes to its end.
    @Test func pagesThatReplaceEachOtherLeadNowhere() throws {
        let site = try site()
        try site.folder.remove("content/practices/igra.md")
        try site.folder.remove("content/practices/regata.md")
        try withdraw(site, Self.row, "practices/regata.html\t2022-09-01\t2023-02-11\t\tРегата\tpractices/igra.html")
        let report = try site.build { $0.isLenient = true }
        for name in ["igra", "regata"] {
            #expect(try !site.page("practices/\(name).html").contains("Вместо неё"))
        }
        #expect(report.codes.contains("successor-withdrawn"), "\(report.text)")
    }

    /// A page that stands in the place of another has another name since: readers see its title and go straight there.
    @Test func aPageIsReplacedByOneWhereItIsToday() throws {
        let site = try site()
        try site.folder.remove("content/practices/igra.md")
        try site.folder.remove("content/practices/regata.md")
        try site.folder.write(
            SampleSite.practice("Гонка", "aliases: [regata]"), to: "content/practices/gonka.md")
        try withdraw(site, Self.row)
        let report = try site.build { $0.isLenient = true }
        let page = try site.page("practices/igra.html").replacing("\u{AD}", with: "")
        #expect(page.contains("Вместо неё: <a href=\"gonka.html\">Гонка</a>"), "\(page)")
        #expect(report.text.contains("вместо него — «Гонка»"), "\(report.text)")
        #expect(!report.codes.contains("successor-withdrawn"), "\(report.text)")
    }
}
