import Formats
import Testing

@testable import Formats

@Suite struct CSVWriterTests {
    @Test(arguments: [
        "=1+1", "+7", "@a", "\t1", "\r", " =1", "-A1", "-(1)", "- пункт", "-1+2", "-5%%", "−A1", "－1+1", "＝1",
        "-5%+A1",
    ])
    func whatASpreadsheetWouldWorkOutIsGuarded(cell: String) {
        #expect(CSVWriter.guarded(cell) == "'" + cell)
    }

    /// An Excel that parts cells by semicolons begins one behind each of these.
    @Test(arguments: [
        ("план; =1+1", "план;' =1+1"), ("a;=cmd|' /C calc'!A0;", "a;'=cmd|' /C calc'!A0;"), ("a\n+7 912", "a\n'+7 912"),
        ("a;\t@SUM(1)", "a;\t'@SUM(1)"), ("a;;=1", "a;;'=1"), ("a;\"=1+1;b", "a;'\"=1+1;b"),
        ("a;-cmd|'/C'!A0", "a;'-cmd|'/C'!A0"),
        ("=1;=2", "'=1;'=2"), ("\t=1", "'\t'=1"), ("a\r\n=1", "a\r\n'=1"),
    ])
    func aFormulaBehindAMarkThatPartsCellsIsGuarded(cell: String, guarded: String) {
        #expect(CSVWriter.guarded(cell) == guarded)
    }

    @Test(arguments: [
        "a; b", "задачи:\n- первая\n- вторая", "a; -5 %; +", "a;", ";", "a; б = в", "a\n\nb", "-", "—", "–", "−", "-5",
        "-5%", "-0,5", "-1 000,5 %", "−5%", "- 5", "5-6", "план", "", "-//-", "-\"-",
        "- // -",
    ])
    func aDashAndANumberAreNoFormulas(cell: String) {
        #expect(CSVWriter.guarded(cell) == cell)
    }
}
