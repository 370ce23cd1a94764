import Diagnostics
import TestSupport
import Testing

@testable import Catalog

@Suite struct MergeMarkerTests {
    private func ranges(_ marked: String) -> (found: [Range<Int>?], expected: [Range<Int>?]) {
        let text = MarkedText(marked)
        let found = MergeMarkers.diagnostics(SourceFile(path: "a.md", text: text.text))
        return (found.map(\.location.range), text.ranges)
    }

    @Test(arguments: [
        "а\n⟦<<<<<<< HEAD⟧\nмой\n=======\nчужой\n>>>>>>> 3f2a1b\nб\n", "⟦<<<<<<<⟧\n=======\n>>>>>>>",
        "⟦<<<<<<< a⟧\n1\n||||||| b\n2\n=======\n3\n>>>>>>> c\n⟦<<<<<<< a⟧\n=======\n>>>>>>> c\n",
        "⟦<<<<<<< HEAD⟧\nмой\n",
        "текст\n⟦>>>>>>> origin/main⟧\n",
    ])
    func eachConflictIsOneErrorAtItsFirstMark(marked: String) {
        let (found, expected) = ranges(marked)
        #expect(found == expected)
    }

    @Test(arguments: [
        "Заголовок\n=======\n", "> > > > > > > цитата", "<<<<<<<<<< длинно", "<<<<<<вот", " <<<<<<< HEAD", ">>>>>>>нет",
    ])
    func whatGitDoesNotWriteIsNone(text: String) {
        #expect(ranges(text).found.isEmpty)
    }

    @Test func nothingElseIsSaidOfSuchAFile() {
        let album = SmallAlbum()
        let text = "---\n<<<<<<< HEAD\ntitle: Моё\n=======\ntitle: Чужое\n>>>>>>> main\n---\n"
        #expect(album.read(["practices/a.md": text]).diagnostics.codes == ["merge-marker"])
        let body = "---\ntitle: А\nsummary: а\n---\n\n<<<<<<< HEAD\nмой\n=======\n"
        #expect(album.read(["practices/a.md": body]).diagnostics.codes == ["merge-marker"])
        let vocabulary = "title: А\n<<<<<<< HEAD\nentries: []\n=======\nentries: [а]\n>>>>>>> main\n"
        let broken = SmallAlbum(vocabularies: ["directions": vocabulary, "municipalities": "[]", "sources": "[]"])
        #expect(broken.schemaDiagnostics.codes == ["merge-marker"])
    }
}
