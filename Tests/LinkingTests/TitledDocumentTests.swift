import Formats
import Testing

@testable import Linking

/// What titles of documents tell of them.
@Suite struct TitledDocumentTests {
    @Test(
        arguments: [
            ("Приказ от 12.03.2025 № 45 «О чтении»", "45", "2025-03-12", "О чтении"),
            ("Приказ Минобрнауки Челябинской области от 24.05.2023 № 01/1311", "01/1311", "2023-05-24", nil),
            (
                "Письмо Минпросвещения России от 10 декабря 2021 г. № АЗ-1061/08 О формировании", "АЗ-1061/08",
                "2021-12-10", "О формировании"
            ),
            (
                "Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»", "273-ФЗ",
                "2012-12-29", "Об образовании в Российской Федерации"
            ),
            ("Распоряжение № Р-139 от 22.06.2023", "Р-139", "2023-06-22", nil),
            ("Приказ от 12.03.2025 №45 «О проекте «500+»»", "45", "2025-03-12", "О проекте «500+»"),
        ] as [(String, String, String, String?)])
    func aTitleTellsNumberDayAndOfficialTitle(title: String, number: String, day: String, official: String?) throws {
        let told = try #require(TitledDocument(title))
        #expect(told.number == number && told.date.description == day && told.officialTitle == official, "\(told)")
    }

    @Test(arguments: [
        "О чтении", "Приказ № 45", "Приказ от 12.03.2025", "Квест от 12.03.2025 № 45",
        "Приложение к приказу от 12.03.2025 № 45",
        "Приказ о внесении изменений в приказ от 12.03.2025 № 45", "Приказ от 12.03.2025 № 45 об отмене приказа № 44",
        "Приказ от 12.03.2025 № 45 — ОД", "Концепция (протокол от 08.04.2022 № ПК-1вн)", "Приказ от 32.03.2025 № 45",
    ])
    func whatIsNotCertainIsNotTold(title: String) { #expect(TitledDocument(title) == nil) }
}
