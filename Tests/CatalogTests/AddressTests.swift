import Diagnostics
import Testing

@testable import Catalog

private func collisions(_ texts: [(path: String, lines: String)], reserved: Set<SiteAddress> = []) -> [Diagnostic] {
    let schema = SmallAlbum().schema
    let drafts = texts.map { path, lines in
        let file = SourceFile(path: "content/\(path)", text: "---\ntitle: А\n\(lines)\n---\n")
        return MaterialDraft.read(file, path: path, schema: schema).0
    }
    let files = drafts.compactMap(\.file)
    return AddressCheck.diagnostics(Indexed(drafts.map(\.origin)), reserved: reserved)
        .map { $0.located { path in files.first { $0.path == path } } }
}

private func titles(_ texts: [(path: String, lines: String)]) -> [Diagnostic] {
    let schema = SmallAlbum().schema
    let drafts = texts.map { path, lines in
        let file = SourceFile(path: "content/\(path)", text: "---\n\(lines)\n---\n")
        return MaterialDraft.read(file, path: path, schema: schema).0
    }
    return TitleCheck.diagnostics(Indexed(drafts.map(\.origin)), copies: [])
}

@Suite struct AddressTests {
    @Test(arguments: [
        ("practices/kvest.md", "practices/kvest.html"), ("практики/Квест игра.md", "praktiki/kvest-igra.html"),
        ("practices/index.md", "practices/index.html"),
        ("documents/order-02_2807.v2.md", "documents/order-02_2807.v2.html"),
        ("practices/Щука и ёж.md", "practices/shchuka-i-ezh.html"), ("practices/Kvest.md", "practices/Kvest.html"),
        ("practices/日本.md", "practices/material.html"),
        ("practices/подъезд (копия).md", "practices/podieezd-kopiia.html"),
    ])
    func anAddressIsThePathInASCII(path: String, address: String) {
        #expect(Address.page(ofPath: path).text == address)
    }

    @Test(arguments: [
        ("practices/План.docx", "practices/plan.docx"), ("practices/Схема 1.PNG", "practices/skhema-1.png"),
        ("practices/photo.JPG", "practices/photo.jpg"), ("practices/архив.tar.gz", "practices/arkhiv-tar.gz"),
        ("practices/без расширения", "practices/bez-rasshireniia"), ("practices/а.док", "practices/a.dok"),
    ])
    func aFilesAddressKeepsItsExtension(path: String, address: String) {
        #expect(Address.file(ofPath: path).text == address)
    }

    /// A name that is cut ends with a word that says something.
    @Test(arguments: [
        ("Министерство образования и науки", 30, "ministerstvo-obrazovaniia"),
        ("Практика для школ", 60, "praktika-dlia-shkol"), ("Что делать по", 60, "chto-delat-po"),
        ("О работе с одарёнными детьми", 12, "o-rabote"),
    ])
    func theIDOfSomethingNewEndsWithAWordThatSaysSomething(_ name: String, _ limit: Int, _ id: String) {
        #expect(Address.newID(of: name, limit: limit) == id)
    }

    @Test func twoPathsThatGiveOneAddressAreAnErrorAtTheSecond() {
        let found = collisions([("practices/kvest.md", ""), ("practices/квест.md", "")])
        #expect(found.codes == ["colliding-address"])
        #expect(found[0].location.path == "content/practices/квест.md")
        #expect(found[0].related.map(\.path) == ["content/practices/kvest.md"])
    }

    @Test func addressesThatDifferByCaseAloneCollideToo() {
        #expect(collisions([("practices/A.md", ""), ("practices/a.md", "")]).codes == ["colliding-address"])
    }

    @Test func anAddressOfTheSitesOwnPagesIsTaken() {
        let found = collisions([("Search.md", "kind: practice")], reserved: ["search.html"])
        #expect(found.codes == ["reserved-address"])
    }

    @Test func whatADraftAndAPublishedMaterialCannotBothHaveIsToldAtTheDraft() {
        let collision = collisions([("practices/kvest.md", "draft: да"), ("practices/квест.md", "")])
        #expect(collision.map(\.location.path) == ["content/practices/kvest.md"])
        let double = collisions([("practices/a.md", "id: x\ndraft: да"), ("practices/b.md", "id: x")])
        #expect(double.map(\.location.path) == ["content/practices/a.md"])
        #expect(double[0].related.map(\.path) == ["content/practices/b.md"])
        let namesakes = titles([
            ("practices/kvest-2.md", "title: Квест\ndraft: да"), ("practices/kvest.md", "title: Квест"),
        ])
        #expect(namesakes.codes == ["same-title"] && namesakes[0].location.path == "content/practices/kvest-2.md")
        #expect(namesakes[0].related.map(\.path) == ["content/practices/kvest.md"])
    }

    @Test func aDraftMakesNoNameAmbiguousThatAPublishedMaterialHas() throws {
        let album = SmallAlbum()
        let catalog = album.read([
            "practices/a/kvest.md": "---\ntitle: Квест\ndraft: да\n---\n",
            "practices/b/kvest.md": "---\ntitle: Квест\n---\n",
        ]).catalog
        for name in ["Квест", "kvest"] {
            guard case .one(let index) = catalog.directory.resolve(name) else {
                Issue.record("\(name) is ambiguous")
                continue
            }
            #expect(catalog.materials[index].path == "practices/b/kvest.md")
        }
        let two = album.read([
            "practices/a/kvest.md": "---\ntitle: Квест\n---\n", "practices/b/kvest.md": "---\ntitle: Квест\n---\n",
        ]).catalog
        guard case .several = two.directory.resolve("Квест") else {
            Issue.record("two published ones are told apart")
            return
        }
    }

    @Test func anIdBelongsToOneMaterial() {
        let found = collisions([("practices/a.md", "id: x"), ("practices/b.md", "id: x"), ("practices/c.md", "")])
        #expect(found.codes == ["duplicate-id"])
        #expect(found.texts == ["x"] && found[0].related.count == 1)
    }

    /// Links name a material by its file; an id that comes before would take them.
    @Test func anIdIsNoNameOfAnothersFile() {
        let found = collisions([
            ("practices/a.md", ""), ("practices/thief.md", "id: a"), ("practices/c.md", "id: practices/c"),
        ])
        #expect(found.codes == ["duplicate-id"])
        #expect(found.texts == ["a"] && found[0].related.count == 1)
    }

    @Test func differentMaterialsAreNoTrouble() {
        #expect(collisions([("practices/a.md", ""), ("practices/b.md", ""), ("documents/a.md", "")]).isEmpty)
    }
}
