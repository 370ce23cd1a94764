import Formats
import Testing

@testable import Formats

@Suite struct CSVWriterTests {
    @Test(arguments: [
        "=1+1", "+7", "@a", "\t=1", "\r", " =1", "-A1", "-(1)", "- пункт", "-1+2", "-5%%", "−A1", "－1+1", "＝1",
        "-5%+A1",
    ])
    func whatASpreadsheetWouldWorkOutIsGuarded(cell: String) {
        #expect(CSVWriter.guarded(cell) == "'" + cell)
    }

    @Test(arguments: [
        "-", "—", "–", "−", "-5", "-5%", "-0,5", "-1 000,5 %", "−5%", "- 5", "5-6", "план", "", "-//-", "-\"-",
        "- // -",
    ])
    func aDashAndANumberAreNoFormulas(cell: String) {
        #expect(CSVWriter.guarded(cell) == cell)
    }
}
