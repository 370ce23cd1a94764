import Testing

@testable import Catalog

private func describe(_ text: String, in frame: String? = nil) -> String {
    let period = Period.parse(text, in: frame.flatMap { TimeFrame(Period.parse($0)) })
    return "\(period.start?.description ?? "")…\(period.end?.description ?? "") \(period.precision)"
}

private func problem(_ text: String, in frame: String? = nil) -> TermProblem? {
    Period.parse(text, in: frame.flatMap { TimeFrame(Period.parse($0)) }).problem
}

/// Terms as methodists write them: each read whole, or told.
@Suite struct WrittenTermTests {
    @Test(arguments: [
        "12 октября 2024 (суббота), 10:00", "12 октября 2024 г. в 10:00", "12 октября 2024 (перенесено)",
        "октябрь 2024 (по согласованию)", "12.11.2024 10:00", "30 сентября 2024 (перенос с 12.09)",
        "30 сентября 2024 (перенос с 12.09.2024)", "до 1 октября 2024 (приказ от 12.05.2024 № 5)",
        "октябрь 2024 (п. 3.1 плана)", "октябрь 2024 (занятия 5.10.2024 и 7.10.2024)", "октябрь 2024, не состоялось",
        "суббота, 12 октября 2024", "12 октября 2024, сб", "октябрь 2024 (последняя пятница)", "2024 (по плану)",
        "октябрь 2024 (12.10)", "12 октября 2024 с 10:00 до 0:00", "2024-10-12T10:00:00",
    ])
    func aTermSaysMoreThanItsPointOfTime(text: String) {
        let period = Period.parse(text)
        #expect(period.isUnderstood && period.saysMore && period.text == text)
    }

    @Test(arguments: [
        "12 октября 2024", "12 октября 2024 г.", "12.10.2024 г", "12.10.2024 0:00", "2024-10-12 00:00:00", "2024 год",
        "12.10.2024, 0:00", "«12» октября 2024 года", "октябрь (2024)", "45536", "2024-10-12T00:00:00", "окт.24",
        "в октябре 2024 г.",
    ])
    func aPointOfTimeAloneSaysNoMore(text: String) {
        let period = Period.parse(text)
        #expect(period.isUnderstood && !period.saysMore && !period.text.contains("0:00"))
    }

    @Test(arguments: [
        ("май-2025", "2025-05-01…2025-05-31 month"), ("март-2025", "2025-03-01…2025-03-31 month"),
        ("сентябрь - 2024", "2024-09-01…2024-09-30 month"), ("май – 2025 г.", "2025-05-01…2025-05-31 month"),
        ("1 сентября-2024", "2024-09-01…2024-09-01 day"), ("1 сентября — 2024 года", "2024-09-01…2024-09-01 day"),
        ("15.05 - 2024", "2024-05-15…2024-05-15 day"), ("I квартал-2025", "2025-01-01…2025-03-31 quarter"),
        ("II полугодие - 2025", "2025-07-01…2025-12-31 halfYear"), ("лето-2024", "2024-06-01…2024-08-31 days"),
        ("начало октября - 2024", "2024-10-01…2024-10-10 days"), ("сентябрь – май-2025", "2024-09-01…2025-05-31 days"),
        ("до мая-2025", "…2025-04-30 day"), ("октябрь – 2024/25 учебного года", "2024-10-01…2024-10-31 month"),
        ("май 2024 – 2025-06-01", "2024-05-01…2025-06-01 days"), ("май - 01.06.2025", "2025-05-01…2025-06-01 days"),
    ])
    func aYearBehindADashIsTheYearOfItsPoint(text: String, expected: String) {
        #expect(describe(text) == expected && problem(text) == nil)
    }

    @Test(arguments: ["сентябрь - 2024-2025", "с сентября по 2025 год", "2024 - май", "май-20255", "с мая до 2025"])
    func aMonthAndAYearAreNoSpan(text: String) {
        #expect(!Period.parse(text).isUnderstood)
    }

    /// A span that begins in August and goes on in the months of the year begins before it.
    @Test(arguments: [
        ("август–сентябрь", "2024-08-01…2024-09-30 days"), ("август - май", "2024-08-01…2025-05-31 days"),
        ("август и сентябрь", "2024-08-01…2024-09-30 days"),
        ("с 15 августа по 15 сентября", "2024-08-15…2024-09-15 days"),
        ("с августа по июнь", "2024-08-01…2025-06-30 days"), ("III–IV кварталы", "2024-07-01…2024-12-31 quarter"),
        ("июль – август", "2025-07-01…2025-08-31 days"), ("сентябрь – август", "2024-09-01…2025-08-31 days"),
        ("июнь - 25 августа", "2025-06-01…2025-08-25 days"), ("август 2024", "2024-08-01…2024-08-31 month"),
        ("до 25 августа 2025", "…2025-08-25 day"), ("лето", "2025-06-01…2025-08-31 days"),
        ("август – сентябрь 2024/25 учебного года", "2024-08-01…2024-09-30 days"),
        ("сентябрь 2024 – август", "2024-09-01…2025-08-31 days"),
    ])
    func aSpanWithAugustInASchoolYearHasItsYears(text: String, expected: String) {
        #expect(describe(text, in: "2024/25 учебный год") == expected)
        #expect(problem(text, in: "2024/25 учебный год") == nil)
    }

    /// Plans of a school year begin with the August before it, and the year has one at its end: either would be a
    /// guess, and a false date half of the time, so it gets none.
    @Test(arguments: [
        "август", "15 августа", "до 25 августа", "с августа", "15–31 августа", "с 15 по 31 августа", "в августе",
        "начало августа", "август (педсовет)", "III квартал", "до конца августа", "август 2024/25 учебного года",
    ])
    func augustAloneInASchoolYearIsToldAndHasNoDate(text: String) {
        #expect(describe(text, in: "2024/25 учебный год") == "… open")
        #expect(problem(text, in: "2024/25 учебный год") == .eitherYear(2024, 2025))
        #expect(problem(text, in: "2024") != .eitherYear(2024, 2025) || text.contains("учебного"))
    }

    @Test(arguments: ["2024/25", "2024/2025", "2024-25", "2024–25", "2024/25 уч.г.", "2024/25 год", "в 2024/25 г."])
    func twoYearsWithASlashOrTwoDigitsAreASchoolYear(text: String) {
        #expect(describe(text) == "2024-09-01…2025-08-31 schoolYear" && problem(text) == nil)
        #expect(describe("октябрь", in: text) == "2024-10-01…2024-10-31 month")
    }

    @Test(arguments: [
        ("2024-2025", "2024-01-01…2025-12-31 years"), ("2024/25 гг.", "2024-01-01…2025-12-31 years"),
        ("2024–25 годы", "2024-01-01…2025-12-31 years"), ("2024-27", "2024-01-01…2027-12-31 years"),
        ("2023/24 – 2024/25", "2023-09-01…2025-08-31 years"), ("октябрь 2024/25", "2024-10-01…2024-10-31 month"),
        ("май 2024-25", "2025-05-01…2025-05-31 month"),
        ("15 сентября 2024-25 сентября 2024", "2024-09-15…2024-09-25 days"),
    ])
    func otherYearsAreWhatTheyWere(text: String, expected: String) {
        #expect(describe(text) == expected)
    }

    @Test(arguments: [
        "в течение 3 дней", "в течение месяца", "в течение недели после семинара", "в течение двух недель",
        "в течении 10 рабочих дней", "на протяжении квартала", "в течение суток", "в течение года со дня приказа",
        "в течение 2 лет", "в течение полугода", "в течение дня",
    ])
    func aDurationWithoutABeginningIsTold(text: String) {
        for frame in [nil, "2024", "2024/25 учебный год"] {
            let period = Period.parse(text, in: frame.flatMap { TimeFrame(Period.parse($0)) })
            #expect(!period.isUnderstood && period.start == nil && period.problem == .duration, "\(text)")
        }
    }

    @Test(arguments: [
        "в течение года", "в течение учебного года", "в течение всего года", "в течение каждой недели",
        "в течение смены", "в течение года (3 дня)",
    ])
    func whatLastsAllTheTimeIsNoDuration(text: String) {
        #expect(describe(text, in: "2024/25 учебный год") == "2024-09-01…2025-08-31 open")
    }

    /// The year that ends may be the calendar's or that of school: no day is known, but that it lies in the year.
    @Test(arguments: ["до конца года", "к концу года", "конец года", "в начале года", "до окончания текущего года"])
    func theEndOfTheYearInASchoolYearIsNoDay(text: String) {
        #expect(describe(text, in: "2024/25 учебный год") == "2024-09-01…2025-08-31 open")
        #expect(problem(text, in: "2024/25 учебный год") == nil)
        #expect(Period.parse(text, in: TimeFrame(Period.parse("2024"))).end?.year == 2024)
    }

    @Test(arguments: ["ІІ квартал 2024", "ІІ кв. 2024", "Ⅱ квартал 2024", "ІI квартал 2024"])
    func lettersThatLookLikeRomanNumbersAreThese(text: String) {
        #expect(describe(text) == "2024-04-01…2024-06-30 quarter")
    }

    @Test(arguments: [
        ("IY квартал 2024", "IY", "IV"), ("1V квартал", "1V", "IV"), ("ІУ кв. 2024 г.", "ІУ", "IV"),
        ("Ш квартал 2024", "Ш", "III"), ("П полугодие", "П", "II"), ("11 квартал 2024", "11", "II"),
        ("с 1V квартала 2024", "1V", "IV"),
    ])
    func aNumberThatLooksRomanIsToldWithTheRightOne(text: String, word: String, right: String) {
        #expect(problem(text) == .misspelt(word: word, right: right))
    }

    @Test(arguments: ["то же", "Тоже", "-//-", "—//—", "//", "-\"-", "〃", "»", "см. выше", "в те же сроки"])
    func aTermOfAnotherRowIsTold(text: String) {
        #expect(problem(text, in: "2024") == .repeated)
    }

    @Test(arguments: [
        ("Май 2025 (перенесено с марта 2025)", "перенесено с марта 2025"),
        ("до 01.12.2026 (перенесено на 15.12.2026)", "перенесено на 15.12.2026"),
        ("01.12.2026 (фактически 20.12.2026)", "фактически 20.12.2026"),
        ("01.12.2026 (фактически 20.12)", "фактически 20.12"),
        ("01.12.2026 (перенесено на 15.12)", "перенесено на 15.12"),
        ("1 декабря 2026 (перенос: 15.01.2027)", "перенос: 15.01.2027"),
        ("01.12.2026 (перенесено на 2026-12-15)", "перенесено на 2026-12-15"),
        ("01.12.2026 (перенесено на 15/12/2026)", "перенесено на 15/12/2026"),
        ("01.12.2026 (факт. 20.12.26)", "факт. 20.12.26"),
        ("октябрь 2024 (перенос на ноябрь)", "перенос на ноябрь"), ("май 2025 (июнь)", "июнь"),
    ])
    func aDateInParenthesesOutsideOfTheTermIsTold(text: String, part: String) {
        #expect(problem(text) == .elsewhere(part: part))
    }
}
