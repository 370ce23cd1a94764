import Formats
import Foundation
import FoundationXML
import Testing

/// What programs are told of a site that has an address of its own.
@Suite struct FeedTests {
    private static let address = "https://album.example.org/a/"
    private static let title = "«Квест» <script> & \"игра\" </script>"

    private func site(url: String?) throws -> SampleSite {
        let site = try SampleSite([
            "content/practices/pervaia.md": "---\ntitle: Первая\nsummary: Давно\ndirections: [Знание]\n---\n\nТекст.\n",
            "content/practices/vtoraia.md":
                "---\ntitle: '\(Self.title)'\nsummary: Недавно & ясно\ndirections: [Знание]\ndate: 2022-05-11\n---\n\nТекст.\n",
            "addresses.tsv":
                "address\tsince\npractices/pervaia.html\t2022-09-01\npractices/vtoraia.html\t2022-10-01\n",
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "standard/album/")
        let text = try site.folder.text("album.yml").replacing("theme: small", with: "theme: album")
        try site.folder.write(url.map { "\(text)\nurl: \($0)\n" } ?? text, to: "album.yml")
        let report = try site.build()
        #expect(report.summary != nil, "\(report.text)")
        return site
    }

    @Test func whatIsNewStandsFirstAndIsWellFormed() throws {
        let site = try site(url: Self.address)
        for path in ["data/feed.atom", "data/practices/feed.atom", "data/directions/znanie.atom"] {
            let document = try XMLDocument(data: Data(try site.folder.bytes("public/" + path)))
            let entries = try #require(document.rootElement()).elements(forName: "entry")
            #expect(
                entries.map { $0.elements(forName: "title").first?.stringValue } == [Self.title, "Первая"], "\(path)")
            #expect(
                entries.map { $0.elements(forName: "published").first?.stringValue }
                    == ["2022-10-01T00:00:00Z", "2022-09-01T00:00:00Z"])
            let updated = document.rootElement()?.elements(forName: "updated").first?.stringValue
            #expect(updated == "2022-10-01T00:00:00Z")
        }
        for path in ["data/feed.json", "data/practices/feed.json", "data/directions/znanie.feed.json"] {
            let feed = try #require(
                try JSONSerialization.jsonObject(with: Data(try site.folder.bytes("public/" + path))) as? [String: Any])
            let items = try #require(feed["items"] as? [[String: Any]])
            #expect(items.map { $0["title"] as? String } == [Self.title, "Первая"], "\(path)")
            #expect(items.first?["url"] as? String == Self.address + "practices/vtoraia.html")
            #expect(feed["feed_url"] as? String == Self.address + path)
        }
    }

    @Test func pagesSayWhatTheyAreAndNoTextEndsTheBlock() throws {
        let site = try site(url: Self.address)
        let html = try site.folder.text("public/practices/vtoraia.html")
        let blocks = html.matches(of: /<script type="application\/ld\+json">(.*?)<\/script>/).map { String($0.1) }
        let data = try blocks.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(data.map { $0["@type"] as? String } == ["BreadcrumbList", "CreativeWork"])
        #expect(data.last?["name"] as? String == Self.title)
        #expect((data.last?["about"] as? [[String: Any]])?.first?["name"] as? String == "Знание")
        #expect(html.contains("<meta property=\"og:url\" content=\"\(Self.address)practices/vtoraia.html\">"))
    }

    @Test func everyFeedThatAPageNamesIsThere() throws {
        let site = try site(url: Self.address)
        for page in try site.folder.files(below: "public/").filter({ $0.hasSuffix(".html") }) {
            let html = try site.folder.text("public/" + page)
            let folder = URL(fileURLWithPath: site.folder.path("public/" + page)).deletingLastPathComponent()
            for feed in html.matches(of: /application\/atom\+xml" title="[^"]*" href="([^"]*)"/) {
                let path = folder.appendingPathComponent(String(feed.1)).standardizedFileURL.path
                #expect(FileManager.default.fileExists(atPath: path), "\(page): \(feed.1)")
            }
        }
    }

    /// Whoever follows the feed has seen it.
    @Test func aPageThatHasMovedIsNoNews() throws {
        let site = try site(url: Self.address)
        try site.folder.remove("content/practices/pervaia.md")
        try site.folder.write(
            "---\ntitle: Первая\nsummary: Давно\naliases: [practices/pervaia.html]\n---\n\nТекст.\n",
            to: "content/practices/inaia.md")
        try site.build()
        let feed = try #require(
            try JSONSerialization.jsonObject(with: Data(try site.folder.bytes("public/data/feed.json")))
                as? [String: Any])
        let item = try #require((feed["items"] as? [[String: Any]])?.last)
        #expect(item["id"] as? String == Self.address + "practices/pervaia.html")
        #expect(item["url"] as? String == Self.address + "practices/inaia.html")
        #expect(item["date_published"] as? String == "2022-09-01T00:00:00Z")
    }

    private func items(_ site: SampleSite) throws -> [[String: Any]] {
        let feed = try JSONSerialization.jsonObject(with: Data(try site.folder.bytes("public/data/feed.json")))
        return try #require((feed as? [String: Any])?["items"] as? [[String: Any]])
    }

    /// Whoever follows the feed is shown it again, and nothing else.
    @Test func aChangedMaterialSaysWhenAndOthersStayAsTheyWere() throws {
        let site = try site(url: Self.address)
        let before = try items(site)
        #expect(before.map { $0["date_modified"] as? String } == before.map { $0["date_published"] as? String })
        let path = "content/practices/pervaia.md"
        try site.folder.write(
            try site.folder.text(path).replacing("summary:", with: "updated: 2023-05-11\nsummary:"), to: path)
        try site.build()
        let after = try items(site)
        #expect(after.map { $0["title"] as? String } == [Self.title, "Первая"])
        #expect(after.last?["date_modified"] as? String == "2023-05-11T00:00:00Z")
        #expect(after.last?["date_published"] as? String == "2022-09-01T00:00:00Z")
        #expect(after.first?["date_modified"] as? String == "2022-10-01T00:00:00Z")
        let atom = try XMLDocument(data: Data(try site.folder.bytes("public/data/feed.atom")))
        let root = try #require(atom.rootElement())
        #expect(
            root.elements(forName: "entry").map { $0.elements(forName: "updated").first?.stringValue }
                == ["2022-10-01T00:00:00Z", "2023-05-11T00:00:00Z"])
        #expect(root.elements(forName: "updated").first?.stringValue == "2023-05-11T00:00:00Z")
        // Another edition changes nothing of it.
        let bytes = try site.folder.bytes("public/data/feed.atom")
        try site.build { $0.edition = CalendarDate(year: 2024, month: 9, day: 1) }
        #expect(try site.folder.bytes("public/data/feed.atom") == bytes)
    }

    @Test func aSiteWithoutAnAddressHasNoneOfIt() throws {
        let site = try site(url: nil)
        #expect(try site.folder.files(below: "public/").allSatisfy { !$0.hasSuffix(".atom") && !$0.contains("feed") })
        let html = try site.folder.text("public/practices/vtoraia.html")
        #expect(!html.contains("og:") && !html.contains("ld+json"))
    }

    /// Whoever follows it is told that there is nothing any more, and no error.
    @Test func aFeedStaysWhenItsLastMaterialIsWithdrawn() throws {
        let site = try site(url: Self.address)
        for name in ["pervaia", "vtoraia"] { try site.folder.remove("content/practices/\(name).md") }
        try site.folder.write(
            "---\ntitle: О квестах\nsummary: О квестах\nnumber: 1-п\ndate: 2022-03-12\n---\n\nТекст.\n",
            to: "content/documents/prikaz.md")
        let feeds = [
            "data/feed.atom", "data/feed.json", "data/practices/feed.atom", "data/practices/feed.json",
            "data/directions/znanie.atom", "data/directions/znanie.feed.json",
        ]
        try site.folder.write(
            "address\tsince\twithdrawn\ndirections/znanie.html\t2022-09-01\nindex.html\t2022-09-01\n"
                + "practices/index.html\t2022-09-01\npractices/pervaia.html\t2022-09-01\t2022-11-01\n"
                + "practices/vtoraia.html\t2022-10-01\t2022-11-01\n",
            to: "addresses.tsv")
        let report = try site.build()
        #expect(report.summary != nil, "\(report.text)")
        for path in feeds where path.hasSuffix(".atom") {
            let document = try XMLDocument(data: Data(try site.folder.bytes("public/" + path)))
            let root = try #require(document.rootElement())
            #expect(root.elements(forName: "updated").count == 1, "\(path)")
            if path != "data/feed.atom" { #expect(root.elements(forName: "entry").isEmpty, "\(path)") }
        }
        for path in feeds where path.hasSuffix(".json") {
            let feed = try JSONSerialization.jsonObject(with: Data(try site.folder.bytes("public/" + path)))
            let items = try #require((feed as? [String: Any])?["items"] as? [Any])
            if path != "data/feed.json" { #expect(items.isEmpty, "\(path)") }
        }
        // Of an entry that no edition had nobody follows a feed.
        let others = try site.folder.files(below: "public/data/directions/").filter { $0.hasSuffix(".atom") }
        #expect(others == ["znanie.atom"], "\(others)")
    }
}
