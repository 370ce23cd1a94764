import TestSupport
import Testing

@testable import SiteBuilder

/// Pages that a root has about itself, and its doors: the whole site leaves them out.
@Suite struct LeftOutPagesTests {
    private static let kinds = [
        "content/kinds/help.yml":
            "id: help\nfolder: help\nname: {one: страница, few: страницы, many: страниц}\ntitle: Об альбоме\norder: 10\n"
            + "help: {order: place}\nfields:\n  place: {label: Место, type: number}\n",
        "content/kinds/door.yml":
            "id: door\nfolder: doors\nname: {one: подборка, few: подборки, many: подборок}\ntitle: Подборки\norder: 8\n"
            + "door: {group: for, order: place}\nfields:\n"
            + "  for: {label: Заголовок, type: choice, required: да, choices: {who: Кто вы}}\n"
            + "  place: {label: Место, type: number}\n",
    ]

    private static func help(_ title: String, body: String = "Слово ёлкапалка.") -> String {
        "---\ntitle: \(title)\nsummary: О нём\nkind: help\n---\n\n## Раздел\n\n\(body)\n"
    }

    private static let files = kinds.merging([
        "content/help/about.md": help("О сайте"),
        "regions/perm/content/help/about.md": help("Об альбоме Перми"),
        "regions/perm/content/help/only.md": help("Только Пермь", body: "[Схема](scheme.pdf)"),
        "regions/perm/content/help/scheme.pdf": "x",
        "regions/perm/content/doors/uchiteliu.md":
            "---\ntitle: Учителю Перми\nsummary: Куда\nfor: Кто вы\n---\n\nТекст.\n",
        "regions/perm/content/practices/marafon.md": SampleSite.practice(
            "Марафон", "id: marafon-1",
            body: "[[about]], [[Об альбоме Перми]], [[about#razdel|один]], [два](../help/about.md#net), "
                + "[[only|три]], [четыре](../help/only.html), [[uchiteliu|пять]]."),
    ]) { $1 }

    @Test func theyAreNeitherMadeNorSearchedNorCountedNorTold() throws {
        let without = try CountrySite.make(Self.kinds.merging(["content/help/about.md": Self.help("О сайте")]) { $1 })
        let site = try CountrySite.make(Self.files)
        let (before, after) = (try without.build(), try site.build())
        #expect(after.text == before.text, "\(after.text)")
        let pages = try site.output()
        for page in pages.keys {
            #expect(!page.hasPrefix("public/perm/help/") && !page.hasPrefix("perm/help/"), "\(page)")
            #expect(!page.contains("perm/doors/"), "\(page)")
        }
        #expect(pages.keys.contains { $0.hasSuffix("help/about.html") })
        for (page, bytes) in pages where !page.contains("marafon") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("Об альбоме Перми") && !text.contains("Только Пермь"), "\(page)")
            #expect(!text.contains("Учителю Перми"), "\(page)")
        }
    }

    @Test func linksLeadToTheSitesOwnPageOrAreText() throws {
        let site = try CountrySite.make(Self.files)
        try site.build()
        let page = try site.page("perm/practices/marafon.html")
        #expect(page.matches(of: /href="..\/..\/help\/about.html"/).count == 4, "\(page)")
        for word in ["три", "четыре", "пять"] {
            #expect(page.contains(word) && !page.contains(">\(word)</a>"), "\(word): \(page)")
        }
    }

    /// Somebody else's left out page is none of one's own: a wrong name stays one.
    @Test func anotherRootsPageIsToldAsUnknown() throws {
        let site = try CountrySite.make(
            Self.files.merging([
                "regions/omsk/content/museums/kraeved.md":
                    "---\ntitle: Краевед\nsummary: Музей\n---\n\nСм. [[only]].\n"
            ]) { $1 })
        #expect(try site.build().text.contains("only"))
    }

    @Test func aWarmBuildIsWhatAColdOneIs() throws {
        let site = try CountrySite.make(Self.files)
        _ = try CountrySite.warm(site)
        // A page of the root becomes one of its materials and back; the site's own goes and comes.
        let own = try site.folder.text("regions/perm/content/help/only.md")
        for (path, text) in [
            ("regions/perm/content/help/only.md", own.replacing("kind: help", with: "kind: practice")),
            ("regions/perm/content/help/only.md", own), ("content/help/only.md", Self.help("Наша")),
            ("content/help/about.md", Self.help("О сайте заново")),
        ] {
            try site.folder.write(text, to: path)
            _ = try CountrySite.warm(site)
            let warm = try site.output()
            try site.build()
            #expect(try site.output() == warm, "\(path)")
        }
    }
}
