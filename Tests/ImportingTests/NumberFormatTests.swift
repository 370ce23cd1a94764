import Testing

@testable import Importing

@Suite struct NumberFormatTests {
    @Test(arguments: [
        ("dd.mm.yyyy", 45_580.0, "15.10.2024"), ("mmm\\.yy", 45_566, "октябрь 2024"), ("yyyy", 45_566, "2024"),
        ("dd.mm.yyyy\\ h:mm", 45_580.4375, "15.10.2024 10:30"), ("dd.mm.yyyy\\ h:mm", 45_580, "15.10.2024"),
        ("[$-419]d\\ mmm;@", 45_580, "15.10.2024"), ("h:mm", 0.4375, "10:30"), ("[h]:mm", 1.5, "36:00"),
        ("General", 45_580, "45580"), ("0.00", 0.333333, "0,33"), ("0%", 0.85, "85 %"), ("0.0%", 0.8525, "85,3 %"),
        ("General", 0.1 + 0.2, "0,3"), ("000", 7, "007"), ("#,##0\" дней\"", 45_580, "45580"),
    ])
    func aNumberIsWrittenAsAnEditorWould(code: String, number: Double, expected: String) {
        #expect(NumberFormat(code: code).read(number, countsFrom1904: false).text == expected)
    }

    @Test(arguments: [14, 15, 16, 22, 27, 36, 50, 58])
    func formatsKnownByNumberAreDays(id: Int) {
        #expect(NumberFormat(builtIn: id).read(45_580, countsFrom1904: false).text == "15.10.2024")
    }

    @Test func daysAreCountedFromTwoYears() {
        let day = NumberFormat(builtIn: 14)
        #expect(day.read(1, countsFrom1904: false).text == "01.01.1900")
        #expect(day.read(59, countsFrom1904: false).text == "28.02.1900")
        // A day that Excel has and no calendar.
        #expect(day.read(60, countsFrom1904: false).text == "60")
        #expect(day.read(61, countsFrom1904: false).text == "01.03.1900")
        #expect(day.read(44_118, countsFrom1904: true).text == "15.10.2024")
        #expect(day.read(0, countsFrom1904: true).text == "01.01.1904")
    }
}
