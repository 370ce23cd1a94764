import Catalog
import Diagnostics
import Formats
import Testing

@testable import Editing

/// Which material a draft is for, or looks like a newer version of.
@Suite struct PredecessorTests {
    private static func catalog(_ texts: [(path: String, text: String)]) -> AlbumCatalog {
        let schema = OwnContent.schema
        let drafts = texts.sorted { $0.path < $1.path }.map { path, text in
            MaterialDraft.read(SourceFile(path: "content/" + path, text: text), path: path, schema: schema).0
        }
        let materials = drafts.map { draft in
            MaterialReader.read(draft, schema: schema, edition: CalendarDate(year: 2024, month: 1, day: 1)!).0
        }
        return AlbumCatalog(
            schema: schema, materials: materials, directory: MaterialDirectory(drafts.map(\.listing), schema))
    }

    private static func found(
        _ text: String, at path: String = "practices/kvest-2.md", among others: [(path: String, text: String)]
    ) throws -> (path: String, reason: Predecessor.Reason)? {
        let catalog = catalog(others)
        let draft = try EditableMaterial(Array(text.utf8), path: path, OwnContent.schema)
        return Predecessor(of: draft, path: path, catalog).map { (catalog.materials[$0.index].path, $0.reason) }
    }

    private static func practice(_ title: String, _ more: String = "", _ body: String = "") -> String {
        "---\ntitle: \"\(title)\"\n\(more)---\n\n\(body)"
    }

    @Test(arguments: [
        "Квест", "«Квест»", "квест", "Квест (обновлённая версия)", "Квест. Новая редакция", "Квест — версия 2",
        "Квест, исправленный вариант",
    ])
    func theSameTitleIsANewerVersion(title: String) throws {
        let found = try Self.found(
            Self.practice(title, "draft: да\n"), among: [("practices/kvest.md", Self.practice("Квест"))])
        #expect(found?.path == "practices/kvest.md" && found?.reason == .sameTitle)
    }

    @Test(arguments: ["Квест 2024", "Новый квест", "Квест для родителей", "Квест-игра", "Версия"])
    func anotherTitleIsAnotherMaterial(title: String) throws {
        #expect(
            try Self.found(Self.practice(title, "draft: да\n"), among: [("practices/kvest.md", Self.practice("Квест"))])
                == nil)
    }

    @Test func anotherKindOrMunicipalityIsAnotherMaterial() throws {
        let draft = Self.practice("Квест", "municipalities: [Каменск-Уральский ГО]\ndraft: да\n")
        let other = Self.practice("Квест", "municipalities: [Агаповский МР]\n")
        let same = Self.practice("Квест", "municipalities: [Каменск-Уральский ГО]\n")
        #expect(try Self.found(draft, among: [("practices/kvest.md", other)]) == nil)
        #expect(try Self.found(draft, among: [("practices/kvest.md", same)])?.path == "practices/kvest.md")
        #expect(try Self.found(draft, among: [("roadmaps/kvest.md", Self.practice("Квест"))]) == nil)
        // Of two that would do nobody knows which is meant.
        #expect(
            try Self.found(draft, among: [("practices/a.md", same), ("practices/b.md", Self.practice("Квест"))]) == nil)
    }

    @Test func theFirstLineNamesAMaterial() throws {
        let others = [("practices/kvest.md", Self.practice("Квест")), ("practices/igra.md", Self.practice("Игра"))]
        let named = Self.practice("Квест", "draft: да\n", "К материалу [[practices/igra|«Игра»]].\n\nТекст.\n")
        let found = try Self.found(named, among: others)
        #expect(found?.path == "practices/igra.md" && found?.reason == .named)
        // A sentence with a link is one of its author.
        for line in ["Квест продолжает [[practices/igra]].", "К материалу [[practices/igra]] есть вопросы."] {
            #expect(Predecessor.named(in: line + "\n") == nil, "\(line)")
        }
        #expect(Predecessor.withoutLine("\nК материалу [[practices/igra]].\n\n## Цель\n\nА.\n") == "## Цель\n\nА.\n")
        #expect(Predecessor.withoutLine("## Цель\n") == "## Цель\n")
    }

    @Test func ofTwoDraftsTheLaterOneIsTheNewer() throws {
        let draft = Self.practice("Квест", "draft: да\n")
        let all = [("practices/kvest.md", draft), ("practices/kvest-2.md", draft)]
        #expect(try Self.found(draft, at: "practices/kvest-2.md", among: all)?.path == "practices/kvest.md")
        #expect(try Self.found(draft, at: "practices/kvest.md", among: all) == nil)
    }
}
