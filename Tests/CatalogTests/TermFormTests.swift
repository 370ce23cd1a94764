import Testing

@testable import Catalog

private func describe(_ period: Period) -> String {
    "\(period.start?.description ?? "")…\(period.end?.description ?? "") \(period.precision)"
}

private func frame(_ text: String) -> TimeFrame? { TimeFrame(Period.parse(text)) }

/// Terms as people write them in plans, each read whole.
@Suite struct TermFormTests {
    @Test(arguments: [
        ("12 октября (четверг) 2025 г.", "2025-10-12…2025-10-12 day"),
        ("четверг, 12 октября 2025", "2025-10-12…2025-10-12 day"),
        ("I квартал (февраль-март) 2025", "2025-02-01…2025-03-31 quarter"),
        ("01.09.2025 (понедельник) – 05.09.2025 (пятница)", "2025-09-01…2025-09-05 days"),
        ("сентябрь (после линейки) – октябрь 2025 г.", "2025-09-01…2025-10-31 days"),
        ("май (2025)", "2025-05-01…2025-05-31 month"),
    ])
    func whatStandsBehindParenthesesCounts(text: String, expected: String) {
        #expect(describe(Period.parse(text)) == expected)
    }

    @Test(arguments: [
        ("с 1 сентября 2024", "2024-09-01… day"), ("с 01.09.2024", "2024-09-01… day"),
        ("с сентября 2024", "2024-09-01… month"), ("c 1 сентября 2024 г.", "2024-09-01… day"),
        ("начиная с 2023 года", "2023-01-01… year"), ("с 2023 г. по настоящее время", "2023-01-01… year"),
        ("после 15 мая 2024", "2024-05-16… day"), ("до 15 мая 2024", "…2024-05-15 day"),
        ("до конца мая 2024 г.", "…2024-05-31 day"), ("не позднее 1 июня 2024", "…2024-06-01 day"),
        ("к 1 сентября 2024", "…2024-09-01 day"), ("до 2025 года", "…2024-12-31 day"),
        ("до 15.05.2024", "…2024-05-15 day"), ("по 15 мая 2024", "…2024-05-15 day"),
    ])
    func aTermWithOneEndHasNoOther(text: String, expected: String) {
        #expect(describe(Period.parse(text)) == expected)
    }

    @Test(arguments: [
        ("сен.24", "2024-09-01…2024-09-30 month"), ("окт.24", "2024-10-01…2024-10-31 month"),
        ("май.25", "2025-05-01…2025-05-31 month"), ("сент. 2024", "2024-09-01…2024-09-30 month"),
        ("авг 2024", "2024-08-01…2024-08-31 month"), ("45536", "2024-09-01…2024-09-01 day"),
        ("45536,5", "2024-09-01…2024-09-01 day"), ("15.10.2024 0:00", "2024-10-15…2024-10-15 day"),
        ("2024-12-20 00:00:00", "2024-12-20…2024-12-20 day"), ("2024-12-20T10:00:00", "2024-12-20…2024-12-20 day"),
        ("15 мая 2024 в 14:00", "2024-05-15…2024-05-15 day"), ("15.05.2024, 10:00–12:30", "2024-05-15…2024-05-15 day"),
        ("15/05/2024", "2024-05-15…2024-05-15 day"), ("15-05-2024", "2024-05-15…2024-05-15 day"),
        ("2024.05.15", "2024-05-15…2024-05-15 day"), ("05.2024", "2024-05-01…2024-05-31 month"),
        ("15–20.05.2024", "2024-05-15…2024-05-20 days"), ("15.05–20.05.2024", "2024-05-15…2024-05-20 days"),
        ("с 15 по 20.05.2024", "2024-05-15…2024-05-20 days"),
    ])
    func spreadsheetsAndNumbersAreRead(text: String, expected: String) {
        #expect(describe(Period.parse(text)) == expected)
    }

    @Test(arguments: [
        ("15.сен", "2024-09-15…2024-09-15 day"), ("20.ноя.23", "2023-11-20…2023-11-20 day"),
        ("15-сен-23", "2023-09-15…2023-09-15 day"), ("15-сен-2023", "2023-09-15…2023-09-15 day"),
        ("1.май", "2024-05-01…2024-05-01 day"), ("15 сен.24", "2024-09-15…2024-09-15 day"),
        ("15.сентября 2023 г.", "2023-09-15…2023-09-15 day"), ("15-го сентября", "2024-09-15…2024-09-15 day"),
        ("15–20.сен", "2024-09-15…2024-09-20 days"), ("с 15.сен по 20.ноя", "2024-09-15…2024-11-20 days"),
    ])
    func daysWithTheNameOfAMonthAreReadAsSpreadsheetsWriteThem(text: String, expected: String) {
        #expect(describe(Period.parse(text, in: frame("2024"))) == expected)
    }

    /// The end of lessons for a school year, the last day for all else, however it is said.
    @Test(arguments: [
        ("2023/24 учебного года", "…2024-05-31 day"), ("2023-2024 учебного года", "…2024-05-31 day"),
        ("учебного года", "…2024-05-31 day"), ("текущего учебного года", "…2024-05-31 day"),
        ("уч. года", "…2024-05-31 day"), ("2023 года", "…2023-12-31 day"),
        ("I полугодия", "…2023-12-31 day"), ("первого полугодия", "…2023-12-31 day"),
        ("II полугодия 2023/24 учебного года", "…2024-05-31 day"), ("III четверти", "…2024-03-31 day"),
        ("I квартала 2024 г.", "…2024-03-31 day"), ("мая", "…2024-05-31 day"), ("осени", "…2023-11-30 day"),
    ])
    func aDeadlineAtTheEndOfAStretchIsItsLastDay(of: String, expected: String) {
        for beginning in ["до конца", "к концу", "не позднее конца", "до окончания"] {
            let period = Period.parse("\(beginning) \(of)", in: frame("2023/24 учебный год"))
            #expect(describe(period) == expected && period.problem == nil, "\(beginning) \(of)")
        }
    }

    @Test(arguments: [
        ("конец учебного года", "2024-05-01…2024-05-31 month"), ("начало учебного года", "2023-09-01…2023-09-30 month"),
        ("конец 2023/24 учебного года", "2024-05-01…2024-05-31 month"),
        ("начало 2023/24 уч. года", "2023-09-01…2023-09-30 month"),
        ("в конце I полугодия", "2023-12-01…2023-12-31 month"), ("начало II четверти", "2023-11-01…2023-11-30 month"),
        ("середина I квартала", "2024-02-01…2024-02-29 month"), ("до начала учебного года", "…2023-08-31 day"),
        ("к началу II полугодия", "…2023-12-31 day"),
        ("с сентября до конца учебного года", "2023-09-01…2024-05-31 days"),
        ("с 1 сентября до конца I полугодия", "2023-09-01…2023-12-31 days"),
    ])
    func anEndOfAStretchIsItsLastMonth(text: String, expected: String) {
        let period = Period.parse(text, in: frame("2023/24 учебный год"))
        #expect(describe(period) == expected && period.problem == nil, "\(describe(period))")
    }

    @Test func theEndOfACalendarYearIsItsLastDay() {
        #expect(describe(Period.parse("до конца года", in: frame("2024"))) == "…2024-12-31 day")
        #expect(describe(Period.parse("до начала 2025 года")) == "…2024-12-31 day")
        #expect(describe(Period.parse("до конца I полугодия 2024 г.")) == "…2024-06-30 day")
        #expect(Period.parse("до конца года").problem == .noYear)
        #expect(Period.parse("до конца четверти", in: frame("2024")).problem != nil)
    }

    @Test func whatASpreadsheetAddsIsNotShown() {
        #expect(Period.parse("45536").text == "01.09.2024")
        #expect(Period.parse("15.10.2024 0:00").text == "15.10.2024")
        #expect(Period.parse("15.10.2024 14:00").text == "15.10.2024 14:00")
    }

    @Test(arguments: [
        ("в течение сентября 2024", "2024-09-01…2024-09-30 month"),
        ("в течение I квартала 2024 г.", "2024-01-01…2024-03-31 quarter"),
        ("первая неделя сентября 2024", "2024-09-01…2024-09-07 days"),
        ("1–2 неделя сентября 2024", "2024-09-01…2024-09-14 days"), ("2 декада мая 2024", "2024-05-11…2024-05-20 days"),
        ("начало октября 2024", "2024-10-01…2024-10-10 days"), ("в конце мая 2024 года", "2024-05-21…2024-05-31 days"),
        ("вторая половина марта 2024", "2024-03-16…2024-03-31 days"), ("лето 2024", "2024-06-01…2024-08-31 days"),
        ("зима 2024/25", "2024-12-01…2025-02-28 days"), ("1-й квартал 2024", "2024-01-01…2024-03-31 quarter"),
        ("первый квартал 2024", "2024-01-01…2024-03-31 quarter"), ("1кв. 2024", "2024-01-01…2024-03-31 quarter"),
        ("I и II кварталы 2024", "2024-01-01…2024-06-30 quarter"), ("март и апрель 2024", "2024-03-01…2024-04-30 days"),
        ("II полугодие 2024/25 учебного года", "2025-01-01…2025-05-31 halfYear"),
        ("III четверть 2024/25 уч. года", "2025-01-01…2025-03-31 days"),
        ("сентябрь – май 2024/25 учебного года", "2024-09-01…2025-05-31 days"),
        ("ноябрь 2024 – февраль 2025", "2024-11-01…2025-02-28 days"),
        ("15 декабря – 20 января 2025", "2024-12-15…2025-01-20 days"),
        ("ноябрь 2024 г. – февраль", "2024-11-01…2025-02-28 days"),
    ])
    func partsOfMonthsAndYearsAreRead(text: String, expected: String) {
        #expect(describe(Period.parse(text)) == expected)
    }

    @Test(arguments: [
        ("ноябрь – февраль", "2024-11-01…2025-02-28 days"), ("I полугодие", "2024-09-01…2024-12-31 halfYear"),
        ("1 полугодие", "2024-09-01…2024-12-31 halfYear"), ("II полугодие", "2025-01-01…2025-05-31 halfYear"),
        ("с 1 сентября", "2024-09-01… day"), ("до 15 мая", "…2025-05-15 day"), ("март", "2025-03-01…2025-03-31 month"),
        ("15 декабря - 20 января", "2024-12-15…2025-01-20 days"), ("IV квартал", "2024-10-01…2024-12-31 quarter"),
        ("июнь – сентябрь", "2025-06-01…2025-09-30 days"), ("15.10", "2024-10-15…2024-10-15 day"),
        ("октябрь текущего года", "2024-10-01…2024-10-31 month"), ("II четверть", "2024-11-01…2024-12-31 days"),
        ("зима", "2024-12-01…2025-02-28 days"), ("ежемесячно", "2024-09-01…2025-08-31 open"),
    ])
    func inASchoolYearEveryMonthHasItsYear(text: String, expected: String) {
        #expect(describe(Period.parse(text, in: frame("2024/25 учебный год"))) == expected)
    }

    @Test(arguments: [
        "ежемесячно", "еженедельно по средам", "раз в квартал", "1 раз в месяц", "по средам", "каждый вторник",
        "пн, ср, пт", "вторник, четверг", "по пт", "понедельники", "по пятницам, 14:00",
        "в течение учебного года", "по мере поступления заявок", "по отдельному графику", "постоянно (по заявкам)",
        "ежемесячно до 5 числа",
    ])
    func whatComesAgainHasNoDate(text: String) {
        #expect(describe(Period.parse(text)) == "… open")
        #expect(Period.parse(text).problem == nil)
    }

    // MARK: What is told

    @Test(arguments: [
        ("30 февраля 2024", TermProblem.noSuchDay(right: "29 февраля 2024")),
        ("32.10.2024", .noSuchDay(right: "31.10.2024")), ("31 апреля 2023 г.", .noSuchDay(right: "30 апреля 2023 г.")),
        ("17 октебря 2024", .misspelt(word: "октебря", right: "октября")),
        ("I кварал 2024", .misspelt(word: "кварал", right: "квартал")),
        ("20.10.2024-17.10.2024", .reversed), ("20 мая – 15 мая 2024", .reversed), ("2024-2023", .reversed),
        ("март, октябрь 2024", .several), ("1, 8 и 15 октября 2024", .several),
        ("01.13.2023", .noSuchMonth(13, right: "13.01.2023")), ("25.14.2023", .noSuchMonth(14, right: nil)),
        ("2023-13-01", .noSuchMonth(13, right: nil)), ("01/25/2023", .noSuchMonth(25, right: "25/01/2023")),
        ("понедельник", .weekdayAlone), ("в среду", .weekdayAlone), ("Пт.", .weekdayAlone),
        ("пятница, 10:00", .timeAlone),
        ("23", .notUnderstood(part: "23")), ("1.", .notUnderstood(part: "1.")),
        ("11 мая 2023 и потом", .notUnderstood(part: "и потом")),
        ("март 2024 ориентировочно", .notUnderstood(part: "ориентировочно")),
        ("март", .noYear), ("15 мая", .noYear), ("с 1 сентября", .noYear), ("ноябрь – февраль", .noYear),
    ])
    func whatIsWrongIsTold(text: String, problem: TermProblem) {
        #expect(Period.parse(text).problem == problem)
    }
}
