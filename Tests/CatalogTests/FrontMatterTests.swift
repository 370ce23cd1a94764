import Diagnostics
import TestSupport
import Testing

@testable import Catalog

private func read(_ text: String, _ path: String = "practices/a.md") -> (
    draft: MaterialDraft, diagnostics: [Diagnostic]
) {
    let file = SourceFile(path: "content/" + path, text: text)
    let schema = SmallAlbum().schema
    return MaterialDraft.read(file, path: path, schema: schema)
}

@Suite struct FrontMatterTests {
    @Test func theTextBeginsBehindTheSecondLineOfDashes() throws {
        let (draft, diagnostics) = read("---\ntitle: А\n---  \n\nТекст --- и ещё\n---\n")
        #expect(diagnostics.isEmpty && !draft.isBroken)
        #expect(draft.file?.text(draft.body) == "\nТекст --- и ещё\n---\n")
        #expect(draft.listing.title == "А")
    }

    @Test(arguments: ["\u{200B}---\ntitle: А\n---\u{A0}\nТекст", "\u{FEFF}---\u{AD}\ntitle: А\n\u{2060}---\nТекст"])
    func whatNobodySeesBesideTheDashesDoesNoHarm(text: String) {
        let (draft, diagnostics) = read(text)
        #expect(diagnostics.isEmpty && draft.listing.title == "А")
        #expect(draft.file?.text(draft.body) == "Текст")
    }

    @Test func aFileMayEndWithItsFrontMatter() {
        let (draft, diagnostics) = read("---\ntitle: А\n---")
        #expect(diagnostics.isEmpty && draft.body.isEmpty)
    }

    @Test(arguments: [
        ("\n \n---\ntitle: А\n---\n", "над её первой строкой", "---"),
        ("\u{A0}\n---\ntitle: А\n---\n", "над её первой строкой", "---"),
        ("----\ntitle: А\n---\n", "дефисов в ней не три", "----"),
        ("--\ntitle: А\n---\n", "дефисов в ней не три", "--"),
        ("\n----\ntitle: А\n---\n", "дефисов в ней не три", "----"),
        ("---\ntitle: А\n----\n\nТекст\n", "дефисов в ней не три", "----"),
        ("\nТекст\n\n---\n", "у материала нет шапки", ""), ("------\nТекст\n", "у материала нет шапки", "------"),
    ])
    func theCauseForWhichNoHeadIsReadIsNamed(text: String, words: String, place: String) {
        let told = read(text).diagnostics
        #expect(told.count == 1 && told[0].code.message.text(.ru, told[0].arguments).contains(words))
        #expect(told.texts == [place])
    }

    @Test(arguments: [
        ("", ["empty-file"]), (" \n\t\n", ["empty-file"]), ("# Заголовок\n", ["missing-front-matter"]),
        ("\n---\ntitle: А\n---\n", ["missing-front-matter"]), ("---\ntitle: А\n", ["unterminated-front-matter"]),
        ("---", ["unterminated-front-matter"]), ("----\ntitle: А\n----\n", ["dashed-fence"]),
        ("–––\ntitle: А\n–––\n", ["dashed-fence"]), ("—-\ntitle: А\n---\n", ["dashed-fence"]),
        ("---\ntitle: А\n–––\n\nТекст\n", ["dashed-fence"]), ("---\ntitle: А\n—-\n\nТекст\n\n---\n", ["dashed-fence"]),
        ("---\n---\n", ["missing-title"]), ("---\n# заметка\n---\n", ["missing-title"]),
        ("---\nпросто текст\n---\n", ["broken-yaml"]), ("---\n- а\n---\n", ["broken-yaml"]),
        ("---\ntitle: а: б\n---\n", ["broken-yaml"]), ("---\nsummary: а\n---\n", ["missing-title"]),
        ("---\ntitle: ''\n---\n", ["missing-title"]), ("---\ntitle:\n---\n", ["missing-title"]),
    ])
    func whatIsWrongIsSaidOnce(text: String, codes: [String]) {
        #expect(read(text).diagnostics.codes == codes)
    }

    @Test func aBrokenMaterialKeepsItsNameKindAndAddressSoThatLinksToItAreNoSecondError() {
        let broken = "---\ntitle: а: б\n---\n"
        let album = SmallAlbum().read([
            "documents/order-1.md": broken, "practices/a.md": "---\ntitle: А\nsummary: б\nrests-on: [order-1]\n---\n",
        ])
        #expect(album.diagnostics.codes == ["broken-yaml"])
        #expect(album.catalog.materials(namedIn: "rests-on", of: album.catalog.materials[1]) == [0])
    }

    @Test func theKindIsThatOfTheFolderAtAnyDepth() {
        #expect(read("---\ntitle: А\n---\n", "documents/2023/a.md").draft.listing.kind == 0)
        #expect(read("---\ntitle: А\n---\n", "practices/a.md").draft.listing.kind == 1)
    }

    @Test(arguments: ["document", "Документ", "kind: document"])
    func aWrittenKindOutranksTheFolder(kind: String) {
        let line = kind.hasPrefix("kind") ? kind : "Вид: \(kind)"
        let (draft, diagnostics) = read("---\ntitle: А\n\(line)\n---\n")
        #expect(diagnostics.isEmpty && draft.listing.kind == 0)
    }

    @Test func anUnknownKindIsReportedAtItsPlaceWithTheNearest() {
        let text = MarkedText("---\ntitle: А\nkind: ⟦practise⟧\n---\n")
        let found = read(text.text).diagnostics
        #expect(found.codes == ["unknown-kind"] && found[0].location.range == text.ranges[0])
        #expect(found[0].candidates.first == "practice")
    }

    @Test(arguments: [("a.md", "content"), ("practice-s/a.md", "practice-s")])
    func aFolderThatIsNoKindsIsNamed(path: String, folder: String) {
        let (draft, found) = read("---\ntitle: А\n---\n", path)
        #expect(found.codes == ["missing-kind"] && found[0].arguments == [folder])
        #expect(draft.isBroken)
    }

    @Test func anIdOfItsOwnReplacesThatOfThePath() {
        let text = MarkedText("---\ntitle: А\nid: ⟦мой-id⟧\n---\n")
        let draft = read(text.text).draft
        #expect(draft.listing.id == "мой-id" && draft.origin.id == text.ranges[0])
        #expect(read("---\ntitle: А\n---\n").draft.listing.id == "practices/a")
    }
}
