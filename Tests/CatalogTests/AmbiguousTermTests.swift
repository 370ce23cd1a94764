import TestSupport
import Testing

@testable import Catalog

private func describe(_ period: Period) -> String {
    "\(period.start?.description ?? "")…\(period.end?.description ?? "") \(period.precision)"
}

/// Terms that may be read in two ways, and words beside a term that are none of it.
@Suite struct AmbiguousTermTests {
    private static let schoolYear = TimeFrame(Period.parse("2024/25 учебный год"))
    private static let calendarYear = TimeFrame(Period.parse("2024"))
    private static let day = TimeFrame.around(Period.parse("15.10.2024"))

    // MARK: Years

    @Test(arguments: ["2024-2025", "2024 – 2025", "в течение 2024-2025", "2024/2025"])
    func twoYearsInASchoolYearAreOne(text: String) {
        #expect(describe(Period.parse(text, in: Self.schoolYear)) == "2024-09-01…2025-08-31 schoolYear")
        #expect(describe(Period.parse("2023-2024", in: Self.schoolYear)) == "2023-09-01…2024-08-31 schoolYear")
    }

    @Test(arguments: ["2024-2025 гг.", "2024–2025 годы"])
    func twoYearsThatAreCalledYearsStayTwo(text: String) {
        #expect(describe(Period.parse(text, in: Self.schoolYear)) == "2024-01-01…2025-12-31 years")
    }

    @Test func twoYearsAreTwoWhereNothingSpeaksOfSchool() {
        #expect(describe(Period.parse("2024-2025")) == "2024-01-01…2025-12-31 years")
        #expect(describe(Period.parse("2024-2025", in: Self.calendarYear)) == "2024-01-01…2025-12-31 years")
        #expect(describe(Period.parse("2023-2026", in: Self.schoolYear)) == "2023-01-01…2026-12-31 years")
    }

    @Test(arguments: ["1 полугодие", "II полугодие", "до конца I полугодия", "до конца года", "1–2 полугодие"])
    func aHalfInAMaterialOfADayIsOfEitherYear(text: String) {
        let period = Period.parse(text, in: Self.day)
        #expect(period.problem == .eitherSort(calendar: 2024, school: 2024) && period.isOpen)
        #expect(Period.parse(text, in: Self.calendarYear).problem == nil)
        let spring = TimeFrame.around(Period.parse("март 2024"))
        #expect(Period.parse(text, in: spring).problem == .eitherSort(calendar: 2024, school: 2023))
    }

    @Test(arguments: ["1 полугодие 2024 г.", "I полугодие 2024/25 учебного года", "март", "I квартал", "конец мая"])
    func whatNamesItsYearOrIsTheSameInBothIsNotTold(text: String) {
        #expect(Period.parse(text, in: Self.day).problem == nil)
    }

    // MARK: Times of day

    @Test(arguments: [
        "15 мая 2024, 10.00", "15 мая 2024 в 10.00", "15.05.2024 10.00", "15.05.2024 в 10.30", "15.05.24 10.30",
        "15.05.2024 в 10.10", "15.05.2024 10.00-12.00", "15.05.2024 с 10.00 до 12.30", "15 мая 2024 10.10 ч.",
        "10.00 15 мая 2024", "в 10.00, 15.05.2024", "в 10:00 15.05.2024",
    ])
    func aTimeWithADotIsNoDate(text: String) {
        let period = Period.parse(text)
        #expect(describe(period) == "2024-05-15…2024-05-15 day" && period.problem == nil && period.saysMore)
    }

    @Test(arguments: [
        ("15.10.24", "2024-10-15…2024-10-15 day"), ("с 10.10 по 12.10", "2024-10-10…2024-10-12 days"),
        ("10.10", "2024-10-10…2024-10-10 day"), ("в 10.10", "2024-10-10…2024-10-10 day"),
        ("2024.10.15", "2024-10-15…2024-10-15 day"), ("10.10-15.10", "2024-10-10…2024-10-15 days"),
        ("15–20.05.24", "2024-05-15…2024-05-20 days"),
    ])
    func aDateInNumbersStaysOne(text: String, expected: String) {
        #expect(describe(Period.parse(text, in: Self.calendarYear)) == expected)
    }

    @Test(arguments: ["10.00", "10:00", "в 10.00", "в 10:00", "10.00–12.00", "с 10.00 до 12.00", "в 14.00 ч."])
    func aTimeAloneIsTold(text: String) {
        #expect(Period.parse(text, in: Self.calendarYear).problem == .timeAlone)
    }

    @Test(arguments: [
        ("09.24", "09.2024"), ("9.24", "9.2024"), ("09.24-05.25", "09.2024 – 05.2025"), ("март 27", "март 2027"),
    ])
    func aMonthOfAShortYearIsTold(text: String, right: String) {
        let period = Period.parse(text, in: Self.calendarYear)
        #expect(period.problem == .shortYear(right: right) && !period.isUnderstood)
        #expect(Period.parse(right).problem == nil)
    }

    // MARK: Days of each month

    @Test(arguments: [
        "до 20 числа", "до 20-го числа", "до 20 числа (ежемесячно)", "ежемесячно, до 20 числа",
        "20 числа каждого месяца",
        "до 5 числа каждого месяца", "с 1 по 5 число", "не позднее 25 числа",
    ])
    func aDayOfEachMonthComesAgain(text: String) {
        #expect(describe(Period.parse(text)) == "… open" && Period.parse(text).problem == nil)
    }

    @Test(arguments: ["до 45 числа", "до 20 числа следующего месяца"])
    func whatIsNoDayOfEachMonthIsTold(text: String) { #expect(Period.parse(text).problem != nil) }

    // MARK: Called off and moved

    @Test(arguments: [
        ("отменено", "… open"), ("май 2024, отменено", "2024-05-01…2024-05-31 month"),
        ("Отменён: 15.05.2024", "2024-05-15…2024-05-15 day"), ("май 2024 – отменён", "2024-05-01…2024-05-31 month"),
        ("перенесено на май 2024", "2024-05-01…2024-05-31 month"),
        ("май 2024 (перенос)", "2024-05-01…2024-05-31 month"),
    ])
    func theTermOfWhatWasCalledOffOrMovedIsRead(text: String, expected: String) {
        let period = Period.parse(text)
        #expect(describe(period) == expected && period.problem == nil)
    }

    @Test(arguments: ["перенесено с 12.05.2024", "март 2024 перенесено на май 2024", "отменено 15.05.2024"])
    func aTermThatMayBeTheFormerOneIsTold(text: String) { #expect(Period.parse(text).problem != nil) }
}
