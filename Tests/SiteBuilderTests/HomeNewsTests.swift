import Formats
import Store
import Testing

@testable import SiteBuilder

/// «Новое на …» lists what the site has not had for long, whatever day it is about.
@Suite struct HomeNewsTests {
    private func site(_ addresses: [String: String]) throws -> SampleSite {
        let site = try SampleSite([
            "content/practices/staraia.md": SampleSite.practice("Старая практика", "date: 2023-05-11"),
            "content/practices/novaia.md": SampleSite.practice("Новая практика", "date: 2018-03-12"),
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "standard/album/")
        try site.folder.write(
            try site.folder.text("album.yml").replacing("theme: small", with: "theme: album"), to: "album.yml")
        if !addresses.isEmpty {
            let lines = addresses.sorted { $0.key < $1.key }.map { "practices/\($0.key).html\t\($0.value)\n" }
            try site.folder.write("address\tsince\n" + lines.joined(), to: "addresses.tsv")
        }
        return site
    }

    /// The heading of the section, and which of the two practices stand there.
    private func newest(_ site: SampleSite) throws -> (heading: String, titles: [String]) {
        let html = try site.page("index.html")
        let section = try #require(
            html.firstMatch(of: /<section aria-labelledby="home-newest">.*?<\/section>/.dotMatchesNewlines()))
        let heading = try #require(section.0.firstMatch(of: /<h2[^>]*>(.*?)<\/h2>/))
        let titles = section.0.matches(of: /(Старая|Новая) практика/).map { String($0.0) }
        return (
            String(heading.1).replacing("\u{A0}", with: " "),
            titles.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        )
    }

    @Test func whatAnEditionWasTheFirstToHaveIsNewAndNoOther() throws {
        let site = try site(["staraia": "2022-09-01", "novaia": "2023-02-01"])
        try site.build { $0.edition = CalendarDate(year: 2023, month: 6, day: 1) }
        let found = try newest(site)
        #expect(found.heading.hasPrefix("Новое на 1 июня 2023") && found.titles == ["Новая практика"], "\(found)")
    }

    /// What is new today is published for the first time by this edition.
    @Test func whatNoEditionHasHadIsNew() throws {
        let site = try site(["staraia": "2022-09-01"])
        try site.build { $0.edition = CalendarDate(year: 2023, month: 6, day: 1) }
        #expect(try newest(site).titles == ["Новая практика"])
    }

    /// After a year, in a first edition and without a list nothing is called new.
    @Test(arguments: [
        ["staraia": "2022-09-01", "novaia": "2023-02-01"], ["staraia": "2022-09-01", "novaia": "2022-09-01"], [:],
    ])
    func whereNothingIsNewTheLatestByDateIsCalledSo(addresses: [String: String]) throws {
        let site = try site(addresses)
        try site.build { $0.edition = CalendarDate(year: 2024, month: 6, day: 1) }
        let found = try newest(site)
        #expect(
            found.heading == "Последние по дате" && found.titles == ["Старая практика", "Новая практика"], "\(found)")
    }

    /// A record of the addresses changes what is new, and the home page with it.
    @Test func aWarmBuildKnowsWhatIsNew() throws {
        let site = try site(["staraia": "2022-09-01", "novaia": "2022-09-01"])
        let store = try #require(BuildStore.open(site.folder.path(".album-cache")))
        let edition = CalendarDate(year: 2023, month: 6, day: 1)
        try site.build { ($0.store, $0.edition) = (store, edition) }
        #expect(try newest(site).heading == "Последние по дате")
        try site.folder.write(
            "address\tsince\npractices/novaia.html\t2023-02-01\npractices/staraia.html\t2022-09-01\n",
            to: "addresses.tsv")
        try site.build { ($0.store, $0.edition) = (store, edition) }
        #expect(try newest(site).titles == ["Новая практика"])
    }
}
