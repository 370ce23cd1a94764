import Files
import Store
import Testing

@testable import SiteBuilder

/// Files for programs that stay while what they asked is as it was: calendars and the comparison.
extension OwnContentEditTests {
    private static let roadmap = "content/roadmaps/asha-2016-2018.md"

    @Test(arguments: [
        (roadmap, "| август 2017 |", "| сентябрь 2017 |"),
        (roadmap, "| Форум участников образовательной агломерации |", "| Форум участников агломерации |"),
        (roadmap, "title: \"Шаги Ашинского района", "title: \"Все шаги Ашинского района"),
        (
            "content/vocabularies/directions.yml", "    name: Муниципальная группа\n",
            "    name: Группа муниципалитетов\n"
        ),
        ("content/kinds/practice.yml", "few: практики", "few: опыта"),
        ("themes/album/strings/ru.yml", "site_calendar_begins: \"", "site_calendar_begins: \"С этого дня: "),
        ("content/practices/asha-msoko.md", "title: \"", "title: \"Снова: "),
    ])
    func exportsFollowWhatTheyTell(path: String, old: String, new: String) throws {
        // The materials may go on naming the direction by its name of before.
        let alias = (
            "content/vocabularies/directions.yml", "[Специалисты МОУО]", "[Специалисты МОУО, Муниципальная группа]"
        )
        try Self.expectAsFromNothing(after: [(path, old, new)] + (path == alias.0 ? [alias] : []))
    }

    /// The pages as Markdown have no frame that asks for the configuration.
    @Test func anotherAddressOfTheSite() throws {
        try Self.expectAsFromNothing(
            before: [("album.yml", "edition:", "url: https://one.example.org\nedition:")],
            after: [("album.yml", "one.example.org", "two.example.org")])
    }

    @Test func aWordInABodyMakesNoCalendarAgain() throws {
        let site = try Self.copy()
        func made() throws -> Set<String> {
            var request = try site.request()
            request.store = BuildStore.open(site.folder.path(".album-cache"))
            let log = WriteLog()
            _ = try SiteBuild.run(request) { output throws(FileError) in
                LoggedOutput(sink: try OutputTransaction(replacing: output, keepsSpare: true), log: log)
            }
            return log.paths
        }
        func exports(_ paths: Set<String>) -> [String] {
            paths.filter { $0.hasSuffix(".ics") || $0.hasPrefix("data/municipalities/") }.sorted()
        }
        let first = exports(try made())
        #expect(first.contains { $0.hasSuffix(".ics") } && first.contains { $0.hasPrefix("data/municipalities/") })
        try Self.make([(Self.roadmap, "здесь то же самое", "а здесь то же самое")], in: site)
        let second = try made()
        #expect(second.contains("roadmaps/asha-2016-2018.html") && exports(second).isEmpty, "\(exports(second))")
    }
}
