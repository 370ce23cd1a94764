import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// What is published, and when nothing is.
@Suite struct PublicationTests {
    static let kvest = "content/practices/kvest.md"

    @Test func anErrorLeavesTheEarlierSiteUntouched() throws {
        let site = try SampleSite([Self.kvest: SampleSite.practice("Квест")])
        #expect(try site.build().summary?.counts.materials == 1)
        let before = try site.output()
        try site.folder.write(SampleSite.practice("Квест", body: "[[propazha]]"), to: Self.kvest)
        let report = try site.build()
        #expect(report.summary == nil)
        #expect(report.codes.contains("unknown-reference"))
        #expect(try site.output() == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path).sorted() == Self.names(site))
    }

    @Test func aChangeIsPublishedAndWhatIsGoneGoes() throws {
        let site = try SampleSite([
            Self.kvest: SampleSite.practice("Квест"), "content/practices/igra.md": SampleSite.practice("Игра"),
        ])
        try site.build()
        #expect(site.folder.contains("public/practices/igra.html"))
        try site.folder.remove("content/practices/igra.md")
        try site.folder.write(SampleSite.practice("Новый квест"), to: Self.kvest)
        try site.build()
        #expect(!site.folder.contains("public/practices/igra.html"))
        #expect(try site.page("practices/kvest.html").contains("<h1>Новый квест</h1>"))
        #expect(try !site.page("practices/index.html").contains("Игра"))
    }

    @Test func aFolderOfSomebodyElseIsRefused() throws {
        let site = try SampleSite([Self.kvest: SampleSite.practice("Квест"), "public/diplom.txt": "мой диплом"])
        let error = #expect(throws: FileError.self) { try site.build() }
        #expect(error?.cause == .foreignFolder)
        #expect(try site.folder.files(below: "public") == ["diplom.txt"])
        #expect(MachineMessage.text(try #require(error), .ru).contains("есть файлы, которых программа не делала"))
    }

    @Test func dotFilesOfTheOutputFolderStay() throws {
        let site = try SampleSite([Self.kvest: SampleSite.practice("Квест"), "public/.gitkeep": ""])
        try site.build()
        try site.build()
        #expect(site.folder.contains("public/.gitkeep"))
        #expect(site.folder.contains("public/index.html"))
    }

    @Test func warningsStopPublicationUnderStrictAndHintsDoNot() throws {
        let site = try SampleSite([Self.kvest: SampleSite.practice("Квест", "напрвления: [Знание]")])
        #expect(try site.build { $0.isStrict = true }.summary == nil)
        #expect(!site.folder.contains("public"))
        try site.folder.write(SampleSite.practice("Квест"), to: Self.kvest)
        let report = try site.build { $0.isStrict = true }
        #expect(report.codes == ["orphan"])
        #expect(report.summary != nil)
    }

    /// Enough for several partitions of the index, which hold 128 pages at least.
    private static let manyMaterials = 300

    @Test func twoBuildsGiveTheSameBytesAtAnyNumberOfJobs() throws {
        let files = Dictionary(
            uniqueKeysWithValues: (0..<Self.manyMaterials).map { number in
                let axis = number % 2 == 0 ? "directions: [Знание]" : "municipalities: [Аша]"
                let body = "Смотри [[p\((number + 7) % Self.manyMaterials)]] и ВСОКО, шаг \(number)."
                return ("content/practices/p\(number).md", SampleSite.practice("Квест \(number)", axis, body: body))
            })
        let site = try SampleSite(files)
        try site.build { $0.parallel = Parallel(jobs: 1) }
        let alone = try site.output()
        try site.build { $0.parallel = Parallel(jobs: 2) }
        #expect(try site.output() == alone)
        let elsewhere = try SampleSite(files)
        try elsewhere.build { $0.parallel = Parallel(jobs: 5) }
        #expect(try elsewhere.output() == alone)
        #expect(alone.count > Self.manyMaterials)
    }

    @Test func theEditionReachesStampsAndPagesThatNameItsDayAndNoIndex() throws {
        let table = "## Мероприятия\n\n| Мероприятие | Сроки |\n|---|---|\n| Форум | май 2023 |\n| Слёт | май 2024 |\n"
        let site = try SampleSite([
            "content/roadmaps/plan.md": "---\ntitle: План\nsummary: Сроки\ndirections: [Знание]\n---\n" + table
        ])
        try site.build()
        let before = try site.output()
        #expect(try site.page("index.html").contains("Слёт"))
        #expect(try !site.page("index.html").contains("Форум"))
        try site.build { $0.edition = .init(iso: "2023-06-02") }
        let after = try site.output()
        let changed = after.keys.filter { after[$0] != before[$0] && !$0.hasSuffix(".ics") }.sorted()
        let dated = [
            "calendar.html", "directions/znanie.html", "edition.js", "edition.json", "index.html", "manifest.json",
            "municipalities/asha-mr.html", "municipalities/troitsk-go.html", "municipalities/troitsk-mr.html",
        ]
        #expect(changed == dated)
    }

    @Test func theManifestNamesEveryFileWithItsHash() throws {
        let site = try SampleSite([Self.kvest: SampleSite.practice("Квест")])
        try site.build()
        let manifest = try Manifest(parsing: try site.folder.bytes("public/manifest.json"))
        let files = try site.folder.files(below: "public").filter { $0 != "manifest.json" }
        #expect(manifest.entries.map(\.path.text).sorted() == files)
        for entry in manifest.entries {
            #expect(SHA256.digest([try site.folder.bytes("public/" + entry.path.text)]) == entry.digest)
        }
    }

    @Test func anEmptySiteBuilds() throws {
        let report = try SampleSite().build()
        #expect(report.codes.isEmpty)
        #expect(report.summary?.counts.materials == 0)
    }

    /// Names in the folder of a site that was built.
    private static func names(_ site: SampleSite) -> [String] {
        ["album.yml", "content", "public", "standard", "themes"]
    }
}

/// Faults that no file of a repository can show.
@Suite struct FaultTests {
    @Test func aLinkOutOfTheContentIsRefused() throws {
        let site = try SampleSite(["secret.md": SampleSite.practice("Тайна")])
        try site.folder.write(SampleSite.practice("Квест", "directions: [Знание]"), to: PublicationTests.kvest)
        try site.folder.link("content/practices/taina.md", to: "../../secret.md")
        let report = try site.build()
        #expect(
            report.text == """
                content/practices/taina.md: ошибка: ссылка файловой системы ведёт за пределы папки content [symlink-outside]
                    как исправить: замените её самим файлом
                1 ошибка

                """)
        #expect(report.summary == nil)
    }

    @Test func aLinkThatLeadsNowhereIsToldAsSuch() throws {
        let site = try SampleSite()
        try site.folder.write(SampleSite.practice("Квест", "directions: [Знание]"), to: PublicationTests.kvest)
        try site.folder.link("content/practices/taina.md", to: "net.md")
        #expect(
            try site.build().text == """
                content/practices/taina.md: ошибка: ссылка файловой системы ведёт на файл, которого нет [symlink-dangling]
                    как исправить: удалите её или положите на её место сам файл
                1 ошибка

                """)
    }

    @Test func aLinkInsideTheContentIsAFileLikeAnyOther() throws {
        let site = try SampleSite([PublicationTests.kvest: SampleSite.practice("Квест", "directions: [Знание]")])
        try site.folder.write("текст", to: "content/practices/kvest.pdf")
        try site.folder.link("content/practices/karta.pdf", to: "kvest.pdf")
        try site.folder.write(
            SampleSite.practice("Игра", "directions: [Знание]", body: "[Карта](karta.pdf), [ещё](kvest.pdf)"),
            to: "content/practices/igra.md")
        #expect(try site.build().codes == [])
        #expect(try site.page("practices/karta.pdf") == "текст")
    }

    @Test func aFileOfMegabytesIsRefused() throws {
        let site = try SampleSite()
        try site.folder.write([UInt8](repeating: 0x20, count: 5 << 20), to: PublicationTests.kvest)
        #expect(try site.build().codes == ["huge-file"])
    }

    @Test func twoFilesForOneAddressAreToldAsAMistakeOfTheEditor() throws {
        let body = "[а](karta.pdf) и [б](карта.pdf)"
        let site = try SampleSite([
            PublicationTests.kvest: SampleSite.practice("Квест", "directions: [Знание]", body: body),
            "content/practices/karta.pdf": "а", "content/practices/карта.pdf": "б",
        ])
        let report = try site.build()
        #expect(report.codes == ["colliding-address"])
    }

    @Test func dataOfTwoTablesNeverShareAnAddress() throws {
        let tables =
            "## Мероприятия\n\n| Мероприятие | Сроки |\n|---|---|\n| Форум | май 2023 |\n\n"
            + "## Числа\n\n| Показатель |\n|---|\n| Школы |\n"
        let head = "summary: Сроки\ndirections: [Знание]\n---\n"
        let site = try SampleSite([
            "content/roadmaps/plan.md": "---\ntitle: План\n" + head + tables,
            "content/roadmaps/plan-figures.md": "---\ntitle: План чисел\n" + head + tables,
        ])
        let report = try site.build()
        #expect(report.summary == nil)
        #expect(report.codes == ["colliding-address"])
        #expect(report.text.contains("data/roadmaps/plan-figures.csv"))
    }

    @Test func aLenientBuildPublishesTheFirstOfTwoPagesWithOneAddress() throws {
        let site = try SampleSite([
            "content/practices/kod.md": SampleSite.practice("Первый"),
            "content/practices/код.md": SampleSite.practice("Второй"),
            "content/practices/index.md": SampleSite.practice("Занятый адрес"),
        ])
        #expect(try site.build().summary == nil)
        let report = try site.build { $0.isLenient = true }
        #expect(report.codes.contains("colliding-address") && report.codes.contains("reserved-address"))
        #expect(report.summary != nil)
        #expect(try site.page("practices/kod.html").contains("<h1>Первый</h1>"))
    }

    @Test func termsStandUnderTheirFirstLetterAndBelowWhatIsSaidOfAll() throws {
        let site = try SampleSite([
            "content/vocabularies/glossary.yml": """
            title: Словарь
            description: Пояснения — редакции.
            entries: [{id: a, name: «500+»}, {id: b, name: «Школа»}, {id: c, name: ёлка}, {id: d, name: 1С}]
            """
        ])
        try site.build()
        let letters = try site.page("glossary.html").matches(of: #/<h2 id="letter-[0-9]+">(.*?)</h2>/#)
            .map { $0.1.replacing(#/<[^>]*>/#, with: "") }
        #expect(letters == ["0–9", "Ё", "Ш"])
        #expect(try site.page("glossary.html").contains("которые встречаются в материалах. Пояснения — редакции."))
    }
}
