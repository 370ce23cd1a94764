import Testing

@testable import Formats

@Suite struct CalendarDateTests {
    @Test(arguments: ["2024-02-29", "2000-02-29", "2023-12-31", "0001-01-01", "9999-12-31"])
    func aDayThatExistsReadsAndPrintsAsISO(text: String) {
        #expect(CalendarDate(iso: text)?.description == text)
    }

    @Test(arguments: [
        "2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10", "2023-04-31", "2023-01-00", "0000-01-01", "2023-1-1",
        "23-01-01", "2023-01", "2023-01-01-01", "+023-01-01", "2023/01/01", "",
    ])
    func aDayThatDoesNotExistIsNone(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test func daysAreOrderedByYearMonthAndDay() {
        let sorted = ["2022-12-31", "2023-01-01", "2023-01-02", "2023-02-01"].compactMap { CalendarDate(iso: $0) }
        #expect(sorted.shuffled().sorted() == sorted)
    }

    @Test func aMonthEndsWhereTheCalendarSays() {
        #expect(CalendarDate.last(ofMonth: 2, year: 2024)?.day == 29)
        #expect(CalendarDate.last(ofMonth: 9, year: 2023)?.day == 30)
        #expect(CalendarDate.last(ofMonth: 13, year: 2023) == nil)
        #expect(CalendarDate.first(ofMonth: 0, year: 2023) == nil)
    }
}
