import Diagnostics
import TestSupport
import Testing

@testable import Catalog

/// The cells of a CSV file as texts, row by row.
private func read(_ text: String) -> (rows: [[String]], codes: [String]) {
    let file = SourceFile(path: "content/a.csv", text: text)
    let table = CSVTable(file)
    return (table.rows.map { $0.cells.map { file.text($0) } }, table.diagnostics.codes)
}

@Suite struct CSVTableTests {
    @Test(arguments: ["a,b\n1,2\n", "a;b\n1;2", "\"a\";\"b\"\n 1 ; 2 \n\n", "a , b\n1,\"2\"\n"])
    func theSeparatorIsTheOneThatPartsTheHeads(text: String) {
        #expect(read(text).rows == [["a", "b"], ["1", "2"]])
    }

    @Test func aSemicolonWithinQuotesPartsNoHeads() {
        #expect(read("\"a;b\",c\n1,2\n").rows == [["a;b", "c"], ["1", "2"]])
    }

    @Test func quotesHoldSeparatorsLineEndsAndDoubledQuotes() {
        #expect(read("a,b\n\"1,\n2\",\"\"\"3\"\"\"\n").rows[1] == ["1,\n2", "\"\"3\"\""])
        #expect(read("a,b\n5\" экран,2\n").rows[1] == ["5\" экран", "2"])
    }

    @Test func emptyRowsCountNot() {
        let table = read("\n;\na;b\n\n;\n1;2\n ; \n")
        #expect(table.rows == [["a", "b"], ["1", "2"]] && table.codes.isEmpty)
    }

    @Test func aRowOfAnotherNumberOfCellsIsToldAndKept() {
        let table = read("a;b\n1;2;3\n1\n1;2;;\n")
        #expect(table.rows == [["a", "b"], ["1", "2"], ["1", ""], ["1", "2"]])
        #expect(table.codes == ["cell-count", "missing-cells"])
    }

    @Test func anApostropheInFrontMarksATextAndIsNoneOfIt() {
        #expect(read("a;b\n'+7 900;'01\n'=1;\"'-5\"\n").rows == [["a", "b"], ["+7 900", "01"], ["=1", "-5"]])
        #expect(read("a;b\n'слово';об'явление\n';1\n").rows == [["a", "b"], ["'слово'", "об'явление"], ["'", "1"]])
    }

    @Test(arguments: [
        ("План на 2022 год", "2023", "2022"), ("План на 2021/22 учебный год", "2023", "2021"),
        ("Утверждено 15.01.2020", "2023/24 учебный год", "2020"),
    ])
    func aYearAboveTheHeadsThatIsNotTheMaterialsIsTold(title: String, frame: String, year: String) throws {
        let told = try #require(titled(title, frame))
        #expect(told.code == .titleYear && told.arguments.first == year)
    }

    @Test(arguments: [
        ("План на 2023 год", "2023"), ("План на 2022/23 учебный год", "2023"), ("План", "2023"),
        ("Утверждено 15.12.2022; на 2023 год", "2023"), ("Приказ 12023", "2024"),
    ])
    func aYearOfTheMaterialAboveTheHeadsIsNotTold(title: String, frame: String) {
        #expect(titled(title, frame) == nil)
    }

    private func titled(_ title: String, _ frame: String) -> Diagnostic? {
        let kind = SmallAlbum(kinds: [Sheet.kind]).schema.kinds[0]
        let file = SourceFile(path: "content/a.csv", text: "\(title)\nМероприятие;Сроки\nСлёт;май\n")
        let table = CSVTable(file, kind.tables[0])
        return TitleYear.diagnostic(table.titles, of: file, frame: TimeFrame(Period.parse(frame)))
    }

    @Test func aQuoteThatIsNeverClosedEndsTheTable() {
        let table = read("a;b\n1;2\n\"1;2\n3;4\n")
        #expect(table.rows == [["a", "b"], ["1", "2"]] && table.codes == ["csv-quote"])
        #expect(read("a;b\n\"1\"2;3\n").codes == ["csv-quote"])
    }

    @Test func aFileOfNothingIsNoTable() {
        #expect(read("").codes == ["empty-table"] && read(" \n;;\n").codes == ["empty-table"])
    }

    @Test func aTableHasItsLimits() {
        let wide = String(repeating: "a,", count: 100) + "a\n"
        #expect(read(wide).codes == ["huge-table"])
        let long = "a,b\n" + String(repeating: "1,2\n", count: 20_001)
        #expect(read(long).codes == ["huge-table"] && read(long).rows.count == 20_001)
    }

    @Test func anyBytesGiveRowsOfOneLength() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let text = String(
                (0..<Int.random(in: 0..<60)).map { _ in "\";,\n aё".randomElement(using: &random) ?? " " })
            let rows = CSVTable(SourceFile(path: "a.csv", text: text)).rows
            #expect(Set(rows.map(\.cells.count)).count <= 1, "\(text.debugDescription)")
        }
    }
}
