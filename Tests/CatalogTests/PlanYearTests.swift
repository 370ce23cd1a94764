import Formats
import Testing

@testable import Catalog

/// Of which year the terms of a plan are that name none.
@Suite struct PlanYearTests {
    private func term(_ text: String, after date: String) -> String {
        let period = Period.parse(text, in: TimeFrame.following(Period.parse(date)))
        return "\(period.start?.description ?? "")…\(period.end?.description ?? "")"
    }

    /// Nothing of a plan was due months before it was approved.
    @Test(arguments: [
        ("сентябрь", "2026-09-01…2026-09-30"), ("май", "2027-05-01…2027-05-31"), ("август", "2026-08-01…2026-08-31"),
        ("ежемесячно", "2026-08-01…2027-07-31"), ("I квартал", "2027-01-01…2027-03-31"),
        ("до 15 октября", "…2026-10-15"), ("до 20 мая", "…2027-05-20"), ("июнь – август", "2027-06-01…2027-08-31"),
        ("март 2026", "2026-03-01…2026-03-31"),
    ])
    func aTermFollowsTheDayOfApproval(text: String, expected: String) {
        #expect(term(text, after: "14.08.2026") == expected)
    }

    @Test func aYearStandsForItself() {
        #expect(term("март", after: "2026") == "2026-03-01…2026-03-31")
        #expect(term("март", after: "15.01.2026") == "2026-03-01…2026-03-31")
        #expect(TimeFrame.following(Period.parse("нет")) == nil)
    }

    @Test(arguments: [
        ("Дорожная карта на 2026/27 учебный год", "2026-09-01 2027-08-31"),
        ("План на 2026-2027 уч. год", "2026-09-01 2027-08-31"), ("План на 2027 год", "2027-01-01 2027-12-31"),
        ("Карта РМА на 2023–2024 годы", "2023-01-01 2024-12-31"), ("Этапы в 2023 году", "2023-01-01 2023-12-31"),
        ("Приказ от 9 декабря 2022 года № 5", ""), ("Приказ от 09.12.2022 г. № 5", ""), ("План", ""),
        ("Итоги 2022 года и план на 2023 год", ""), ("План на 2026-2029 учебный год", ""), ("Олимпиада 2023", ""),
    ])
    func theTitleSaysTheYear(title: String, expected: String) {
        let frame = TimeFrame.named(in: title)
        #expect((frame.map { "\($0.start) \($0.end)" } ?? "") == expected)
        #expect(frame?.guessedFrom == nil)
    }
}
