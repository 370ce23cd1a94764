import AlbumModel
import Catalog
import Files
import Formats
import TestSupport
import Testing

@testable import Pages
@testable import SiteBuilder

/// Whoever has a book in their hands reads of a material what its page says of it.
@Suite struct BookFactsTests {
    /// Where lines may not break is no part of what is said.
    private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

    /// Of each material of each kind of the repository's own content.
    @Test func aBookSaysOfAMaterialWhatItsPageSays() throws {
        let request = BuildRequest(
            root: try DiskFileSystem(root: SampleSite.repository.path), parallel: Parallel(jobs: 2))
        let home = try #require(try SiteBuild.linked(request).0?.home)
        let materials = home.album.published
        let book = BookPages(home, .materials(materials, title: "Всё", subject: "all", about: "все")).book()
        let texts = Dictionary(grouping: book.parts, by: \.title).mapValues { parts in
            parts.map { plain($0.html.withoutBreaks) }
        }
        var kinds: Set<KindIndex> = []
        for index in materials {
            let material = home.album.catalog.materials[index]
            let view = MaterialPage(page: home.at(material.address), index: index).view()
            let facts = view.strip + view.facts
            let said =
                facts.flatMap { fact in
                    [fact.label] + fact.values.flatMap { [$0.title, $0.note ?? ""] } + fact.chips.map(\.title)
                } + [view.officialTitle ?? "", view.level ?? "", view.summary ?? ""]
            let found = texts[material.title] ?? []
            let missing = said.filter { words in
                !words.isEmpty && !found.contains { $0.contains(plain(HTMLEscaping.html(words))) }
            }
            #expect(missing.isEmpty, "\(material.path): \(missing)")
            if !facts.isEmpty { kinds.insert(material.kind) }
        }
        #expect(kinds.count > 5)
    }

    /// A link to what stands in the book leads there; paper spells out no other.
    @Test func factsOfABookLeadIntoItAlone() throws {
        let site = try SampleSite([
            "content/practices/kvest.md": SampleSite.practice("Квест", "rests-on: [prikaz, ukaz]"),
            "content/documents/prikaz.md":
                "---\ntitle: О квестах\nsummary: О квестах\nnumber: 1-п\ndate: 2022-03-12\n---\n\nТекст.\n",
            "content/documents/ukaz.md":
                "---\ntitle: О слётах\nsummary: О слётах\nnumber: 2-п\ndate: 2022-03-13\n---\n\nТекст.\n",
        ])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        let home = try #require(try SiteBuild.linked(try site.request()).0?.home)
        let chosen = home.album.published.filter { home.album.catalog.materials[$0].title != "О слётах" }
        let book = BookPages(home, .materials(chosen, title: "Игры", subject: "games", about: "игры")).book()
        let practice = try #require(book.parts.first { $0.title == "Квест" }).html
        let order = try #require(book.parts.first { $0.title == "О квестах" })
        #expect(practice.contains("<a href=\"#\(order.anchor)\">О квестах</a>"), "\(practice)")
        #expect(practice.contains("<span>О слётах</span>"), "\(practice)")
        #expect(order.html.withoutBreaks.contains("1-п"), "\(order.html)")
    }
}
