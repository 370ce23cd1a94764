import Languages
import Testing

@Suite struct MonthNameTests {
    @Test func everyFormOfATableIsThatOfItsMonth() {
        for names in [MonthNames.nominative, MonthNames.genitive] {
            #expect(names.map { MonthNames.numbers[$0] } == Array(1...12))
        }
    }

    @Test func datesAreWordedWithTheSameNames() {
        let text = DateText(.ru)
        #expect((1...12).map { text.monthName($0) } == MonthNames.nominative)
        #expect(text.dayOfMonth(5, 9) == "9\u{A0}мая" && text.dayOfMonth(3, 1) == "1\u{A0}марта")
    }

    @Test func everyNameBeginsWithItsBeginning() {
        for name in MonthNames.nominative + MonthNames.genitive {
            #expect(MonthNames.beginnings.contains { name.hasPrefix($0) }, "\(name)")
        }
        #expect(!MonthNames.beginnings.contains { "материал".hasPrefix($0) })
    }
}
