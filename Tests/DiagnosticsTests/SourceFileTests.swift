import Diagnostics
import Testing

@Suite struct SourceFileTests {
    @Test func columnsCountCodePointsFromOne() {
        let file = SourceFile(path: "a.md", text: "ab\nжук 🐞!\n")
        #expect(file.position(at: 0) == SourcePosition(line: 1, column: 1, lineStart: 0))
        #expect(file.position(at: 3).line == 2)
        #expect(file.position(at: 3 + 7 + 4).column == 6)
    }

    @Test func anOffsetInsideACharacterBelongsToIt() {
        let file = SourceFile(path: "a.md", text: "жук")
        #expect(file.position(at: 3) == file.position(at: 2))
    }

    @Test func anOffsetBehindTheEndIsTheEnd() {
        let file = SourceFile(path: "a.md", text: "a\n")
        #expect(file.position(at: 99) == SourcePosition(line: 2, column: 1, lineStart: 2))
        #expect(file.lineRange(from: 2) == 2..<2)
    }

    @Test func bracesInsideAnArgumentStay() {
        let wording = Bilingual(ru: "{1} и {2}, {3}", en: "")
        #expect(wording.text(.ru, ["{2}", "{1}"]) == "{2} и {1}, {3}")
    }
}
