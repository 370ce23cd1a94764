import Testing

@testable import Catalog

/// `2023-05-11…2023-05-11 day`; an end that is not known is empty.
private func read(_ text: String, year: Int? = nil) -> String {
    describe(Period.parse(text, year: year))
}

private func describe(_ period: Period) -> String {
    "\(period.start?.description ?? "")…\(period.end?.description ?? "") \(period.precision)"
}

@Suite struct PeriodTests {
    @Test(arguments: [
        "2023-05-11", "11 мая 2023", "11 мая 2023 г.", "11 мая 2023 г", "11 мая 2023 года", "11 Мая 2023 ГОДА",
        "11.05.2023",
        "11.5.2023", "11.05.23", "11.05.2023 г.", "«11» мая 2023 г.", "11\u{A0}мая\u{A0}2023", "11 мая 2023 (по плану)",
    ])
    func aDayIsReadInEveryUsualForm(text: String) {
        #expect(read(text) == "2023-05-11…2023-05-11 day")
    }

    @Test(arguments: [
        ("30 ноября - 1 декабря 2023 года", "2023-11-30…2023-12-01 days"),
        ("с 19 июня по 13 октября 2023 года", "2023-06-19…2023-10-13 days"),
        ("19.06.2023 – 13.10.2023", "2023-06-19…2023-10-13 days"),
        ("с 19.06.2023 по 13.10.2023 г.", "2023-06-19…2023-10-13 days"),
        ("1-3 марта 2023", "2023-03-01…2023-03-03 days"), ("с 1 по 3 марта 2023 г.", "2023-03-01…2023-03-03 days"),
        ("24 и 25 марта 2023", "2023-03-24…2023-03-25 days"),
        ("30 декабря 2022 – 2 января 2023", "2022-12-30…2023-01-02 days"),
    ])
    func severalDaysAreOneTerm(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        ("до 15 сентября 2023 г.", "…2023-09-15 day"), ("до 15.09.2023", "…2023-09-15 day"),
        ("до конца 2023 года", "…2023-12-31 day"),
    ])
    func aDeadlineHasAnEndAlone(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        ("май 2023", "2023-05-01…2023-05-31 month"), ("в феврале 2024 г.", "2024-02-01…2024-02-29 month"),
        ("2023-05", "2023-05-01…2023-05-31 month"), ("январь-март 2023", "2023-01-01…2023-03-31 days"),
        ("сентябрь 2022 – май 2023", "2022-09-01…2023-05-31 days"),
        ("с января по март 2023 г.", "2023-01-01…2023-03-31 days"),
    ])
    func monthsAreReadAloneAndInARow(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        ("I квартал 2023", "2023-01-01…2023-03-31 quarter"), ("II квартал 2021 года", "2021-04-01…2021-06-30 quarter"),
        ("4 квартал 2023 г.", "2023-10-01…2023-12-31 quarter"), ("III кв. 2023", "2023-07-01…2023-09-30 quarter"),
        ("I квартал 2023 (февраль-март)", "2023-02-01…2023-03-31 quarter"),
        ("II–III кварталы 2023", "2023-04-01…2023-09-30 quarter"), ("с 3 квартала 2023 г.", "2023-07-01… quarter"),
        ("I полугодие 2022", "2022-01-01…2022-06-30 halfYear"),
        ("второе полугодие 2022 года", "2022-07-01…2022-12-31 halfYear"),
    ])
    func quartersAndHalfYearsAreMonths(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        ("2023", "2023-01-01…2023-12-31 year"), ("2023 г.", "2023-01-01…2023-12-31 year"),
        ("в 2023 году", "2023-01-01…2023-12-31 year"), ("2023–2024", "2023-01-01…2024-12-31 years"),
        ("2023 – 2024 годы", "2023-01-01…2024-12-31 years"), ("2022-2023 гг.", "2022-01-01…2023-12-31 years"),
        ("в 2022–2023 годах", "2022-01-01…2023-12-31 years"),
        ("2022/23 учебный год", "2022-09-01…2023-08-31 schoolYear"),
        ("2022-2023 учебный год", "2022-09-01…2023-08-31 schoolYear"),
        ("2022-23 учебный год", "2022-09-01…2023-08-31 schoolYear"),
        ("в 2022/2023 учебном году", "2022-09-01…2023-08-31 schoolYear"),
        ("2022/23 уч. год", "2022-09-01…2023-08-31 schoolYear"),
        ("2022-2023 уч. г.", "2022-09-01…2023-08-31 schoolYear"),
    ])
    func yearsAndSchoolYearsAreRead(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        "в течение года", "В течение года (в соотв. с регламентом проведения)", "в течении года", "постоянно",
        "ежегодно",
        "по мере необходимости", "по отдельному плану",
    ])
    func whatHasNoDateOfItsOwnIsOpen(text: String) {
        #expect(read(text) == "… open")
        #expect(Period.parse(text).isUnderstood)
    }

    @Test func withinAYearIsTheYear() {
        #expect(read("в течение 2023 года") == read("2023 год"))
        #expect(read("в течение 2023/24 учебного года") == read("2023/24 учебный год"))
    }

    @Test(arguments: [
        ("I квартал (февраль-март)", "2023-02-01…2023-03-31 quarter"),
        ("I квартал (март)", "2023-03-01…2023-03-31 quarter"),
        ("II квартал", "2023-04-01…2023-06-30 quarter"), ("11 мая", "2023-05-11…2023-05-11 day"),
        ("май", "2023-05-01…2023-05-31 month"), ("1-3 марта", "2023-03-01…2023-03-03 days"),
        ("до 1 июня", "…2023-06-01 day"),
        ("май 2022", "2022-05-01…2022-05-31 month"),
    ])
    func aYearThatIsNotWrittenComesFromTheSurroundings(text: String, expected: String) {
        #expect(read(text, year: 2023) == expected)
    }

    @Test(arguments: [
        "I квартал (февраль-март)", "II квартал", "11 мая", "май", "1-3 марта", "до 1 июня", "I полугодие",
    ])
    func withoutAnyYearItIsUnderstoodButOpen(text: String) {
        #expect(read(text) == "… open")
    }

    @Test(arguments: [
        "когда-нибудь", "31.02.2023", "30 февраля 2023", "2023-13-45", "V квартал 2023", "0 квартал 2023",
        "III полугодие 2023",
        "2024-2023", "0000", "1 и 25 марта 2023", "11 мая 2023 и потом", "май 20233",
        "99999999999999999999", "-", "...", "(в скобках)", "", "2023-2023",
    ])
    func whatIsNotUnderstoodIsKeptAsText(text: String) {
        let period = Period.parse("  \(text) ")
        #expect(!period.isUnderstood && period.start == nil && period.end == nil)
        #expect(period.text == text)
    }

    @Test func theTextIsWhatWasWrittenWithWhiteSpacePutRight() {
        #expect(Period.parse(" 30  ноября\u{A0}–\n1 декабря 2023 ").text == "30 ноября – 1 декабря 2023")
    }

    @Test(arguments: [
        ("2023", "I квартал (февраль-март)", "2023-02-01…2023-03-31 quarter"),
        ("2022/23 учебный год", "октябрь", "2022-10-01…2022-10-31 month"),
        ("2022/23 учебный год", "I квартал", "2023-01-01…2023-03-31 quarter"),
        ("2022/23 учебный год", "август 2023", "2023-08-01…2023-08-31 month"),
        ("апрель 2023 - декабрь 2024", "I квартал", "2024-01-01…2024-03-31 quarter"),
        ("2023-2024", "май 2024", "2024-05-01…2024-05-31 month"),
    ])
    func aTermWithoutAYearLiesInTheTimeOfItsTable(frame: String, text: String, expected: String) {
        #expect(read(text, in: frame) == expected)
    }

    @Test(arguments: ["I квартал (февраль-март)", "в течение года", "постоянно", "15 мая"])
    func aTermThatMayLieInSeveralYearsLastsAsLongAsTheTable(text: String) {
        #expect(read(text, in: "2023-2024") == "2023-01-01…2024-12-31 open")
    }

    @Test func theDateOfAMaterialStandsForItsYears() {
        #expect(read("июнь", around: "11 мая 2023") == "2023-06-01…2023-06-30 month")
        #expect(read("июнь", around: "декабрь 2022 - февраль 2023") == "2022-01-01…2023-12-31 open")
        #expect(read("октябрь", around: "2022/23 учебный год") == "2022-10-01…2022-10-31 month")
        #expect(TimeFrame.around(Period.parse("до 15.09.2023")) == nil)
    }

    @Test(arguments: [
        ("30 ноября 2023 - 1 декабря 2023", true), ("14-15 сентября 2023", true), ("14.09.2023-15.09.2023", false),
        ("март-май 2023", false), ("14, 17 мая 2023", false), ("14 и 17 мая 2023", false), ("11 мая 2023", false),
        ("14-15 сентября", false),
    ]) func whoNamesTwoDaysIsTold(text: String, isTold: Bool) {
        let period = Period.parse(text)
        #expect((period.precision == .days && period.namesBothDays) == isTold, "\(period)")
    }

    @Test func aSpanIsPrintedWithADash() {
        #expect(Period.parse("2023-2024").typographicText == "2023–2024")
        #expect(Period.parse("I квартал (февраль-март)").typographicText == "I квартал (февраль–март)")
        #expect(Period.parse("как-нибудь").typographicText == "как-нибудь")
        #expect(Period.parse("II-III кварталы 2024").typographicText == "II–III кварталы 2024")
    }

    @Test(arguments: [
        "12 октября 2024 (онлайн-встреча)", "1-й квартал 2024", "с 15-сен-23", "2024-12-20 10:00", "с 2024-12-20",
        "с 15-05-2024", "12 мая 2024 (тел. 2-15-30)",
    ])
    func aHyphenThatIsNoneOfASpanStays(text: String) {
        #expect(Period.parse(text).isUnderstood && Period.parse(text).typographicText == text)
    }

    /// Found by random inputs: each misspelt word was mended in the text with every other one.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "годв течени ", "Ш ", "1, ", "март, ", "1 и ", "(май ", "(май) ", "с ", "до ", "2024 ", "05.", "5-",
            "10:00 ", "понедельник ",
            "отменено ", "«", "II кв. ", "03/", "по мере ", "раз в ",
        ])
    func aLongTextIsReadInTime(piece: String) {
        #expect(Period.parse(String(repeating: piece, count: 10_000)).text.count >= 10_000)
    }
}

private func read(_ text: String, in frame: String) -> String {
    describe(Period.parse(text, in: TimeFrame(Period.parse(frame))))
}

private func read(_ text: String, around date: String) -> String {
    describe(Period.parse(text, in: TimeFrame.around(Period.parse(date))))
}
