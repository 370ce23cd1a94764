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
        ("уч. года", "…2024-05-31 day"), ("года", "…2024-05-31 day"), ("2023 года", "…2023-12-31 day"),
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
        ("начало 2023/24 уч. года", "2023-09-01…2023-09-30 month"), ("конец года", "2024-05-01…2024-05-31 days"),
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
        "12 октября 2024 (суббота), 10:00", "12 октября 2024 г. в 10:00", "12 октября 2024 (перенесено)",
        "октябрь 2024 (по согласованию)", "12.11.2024 10:00", "30 сентября 2024 (перенос с 12.09)",
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
        ("23", .notUnderstood(part: "23")), ("1.", .notUnderstood(part: "1.")),
        ("11 мая 2023 и потом", .notUnderstood(part: "и потом")),
        ("март 2024 ориентировочно", .notUnderstood(part: "ориентировочно")),
        ("март", .noYear), ("15 мая", .noYear), ("с 1 сентября", .noYear), ("ноябрь – февраль", .noYear),
    ])
    func whatIsWrongIsTold(text: String, problem: TermProblem) {
        #expect(Period.parse(text).problem == problem)
    }
}

/// Terms of every form made by a program, against days worked out without the grammar.
@Suite struct TermPropertyTests {
    /// Nominative, genitive, prepositional.
    private static let months = [
        ("январь", "января", "январе"), ("февраль", "февраля", "феврале"), ("март", "марта", "марте"),
        ("апрель", "апреля", "апреле"), ("май", "мая", "мае"), ("июнь", "июня", "июне"), ("июль", "июля", "июле"),
        ("август", "августа", "августе"), ("сентябрь", "сентября", "сентябре"), ("октябрь", "октября", "октябре"),
        ("ноябрь", "ноября", "ноябре"), ("декабрь", "декабря", "декабре"),
    ]
    private static let roman = ["I", "II", "III", "IV"]

    /// A frame, and the year that a month has in it.
    private struct Surroundings: Sendable {
        let text: String?
        let year: @Sendable (Int) -> Int

        static let all = [
            Surroundings(text: nil) { _ in 2026 }, Surroundings(text: "2024") { _ in 2024 },
            Surroundings(text: "2024/25 учебный год") { $0 >= 9 ? 2024 : 2025 },
        ]
    }

    /// Days of a month counted by hand.
    private static func length(_ month: Int, _ year: Int) -> Int {
        month == 2 ? (year % 4 == 0 ? 29 : 28) : [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    private static func expect(_ text: String, _ around: Surroundings, _ start: String?, _ end: String?) {
        let period = Period.parse(text, in: around.text.flatMap { TimeFrame(Period.parse($0)) })
        #expect(
            period.start?.description == start && period.end?.description == end && period.problem == nil,
            "«\(text)» in \(around.text ?? "no frame") is \(describe(period)) \(period.problem.map { "\($0)" } ?? "")")
    }

    /// With the year written where nothing else tells it.
    private static func suffixes(_ around: Surroundings, _ year: Int) -> [String] {
        around.text == nil ? [" \(year)", " \(year) г.", " \(year) года"] : ["", " \(year) г."]
    }

    @Test func daysAndMonthsAreWhereTheCalendarHasThem() {
        for around in Surroundings.all {
            for month in 1...12 {
                let (nominative, genitive, prepositional) = Self.months[month - 1]
                let year = around.year(month)
                let last = Self.length(month, year)
                for suffix in Self.suffixes(around, year) {
                    for text in [nominative, "в " + prepositional, "в течение " + genitive, "\(nominative) (по плану)"]
                    {
                        Self.expect(
                            text + suffix, around, Self.iso(year, month, 1), Self.iso(year, month, last))
                    }
                    Self.expect("с " + genitive + suffix, around, Self.iso(year, month, 1), nil)
                    for day in [1, 9, 17, last] {
                        let date = Self.iso(year, month, day)
                        Self.expect("\(day) \(genitive)\(suffix)", around, date, date)
                        Self.expect("\(day) \(genitive) (среда)\(suffix)", around, date, date)
                        Self.expect("до \(day) \(genitive)\(suffix)", around, nil, date)
                        Self.expect("с \(day) \(genitive)\(suffix)", around, date, nil)
                    }
                }
            }
        }
    }

    @Test func spansOfMonthsGoOverNewYearWhereTheyMust() {
        for around in Surroundings.all where around.text?.contains("учебный") != false {
            for first in 9...12 {
                for last in (first + 1)...(first + 7) {
                    let month = (last - 1) % 12 + 1
                    let (startYear, endYear) =
                        around.text == nil ? (2026 - (last > 12 ? 1 : 0), 2026) : (2024, last > 12 ? 2025 : 2024)
                    let end = Self.iso(endYear, month, Self.length(month, endYear))
                    let start = Self.iso(startYear, first, 1)
                    let tail = around.text == nil ? " 2026" : ""
                    Self.expect("\(Self.months[first - 1].0) – \(Self.months[month - 1].0)\(tail)", around, start, end)
                    Self.expect(
                        "с \(Self.months[first - 1].1) по \(Self.months[month - 1].0)\(tail)", around, start, end)
                }
            }
        }
    }

    @Test func quartersAndHalvesAreMonthsOfTheirYear() {
        for around in Surroundings.all {
            for quarter in 1...4 {
                let (first, last) = (quarter * 3 - 2, quarter * 3)
                let year = around.year(first)
                let bounds = (Self.iso(year, first, 1), Self.iso(year, last, Self.length(last, year)))
                for suffix in Self.suffixes(around, year) {
                    for text in [
                        "\(Self.roman[quarter - 1]) квартал", "\(quarter) квартал", "\(quarter)-й квартал",
                        "в \(Self.roman[quarter - 1]) квартале", "\(Self.roman[quarter - 1]) кв.",
                    ] { Self.expect(text + suffix, around, bounds.0, bounds.1) }
                }
            }
        }
        let school = Surroundings.all[2]
        Self.expect("I полугодие", school, "2024-09-01", "2024-12-31")
        Self.expect("второе полугодие", school, "2025-01-01", "2025-05-31")
        Self.expect("I полугодие 2024 г.", Surroundings.all[0], "2024-01-01", "2024-06-30")
    }

    @Test func numericDatesInEveryManner() {
        let around = Surroundings.all[0]
        for (year, month, day) in [(2024, 2, 29), (2025, 1, 1), (2023, 12, 31), (2024, 9, 5)] {
            let (d, m) = ("\(day < 10 ? "0" : "")\(day)", "\(month < 10 ? "0" : "")\(month)")
            let date = Self.iso(year, month, day)
            for text in [
                "\(d).\(m).\(year)", "\(day).\(month).\(year)", "\(d).\(m).\(year % 100)", "\(d).\(m).\(year) г.",
                "\(d)/\(m)/\(year)", "\(d)-\(m)-\(year)", date, "\(date) 00:00:00", "\(d).\(m).\(year) 0:00",
                "\(d).\(m).\(year) (вторник)", "вторник, \(d).\(m).\(year)",
            ] { Self.expect(text, around, date, date) }
        }
    }

    /// What is read is read the same from what is shown.
    @Test func aTermShownIsTheSameTermAgain() {
        for text in Self.samples {
            let first = Period.parse(text)
            let again = Period.parse(first.typographicText)
            #expect(again.start == first.start && again.end == first.end && again.precision == first.precision)
            #expect(again.typographicText == first.typographicText)
        }
    }

    /// Words behind or before a term are never passed over.
    @Test func nothingIsCutFromATerm() {
        for text in Self.samples {
            for rest in ["и потом", "абв", "2099 2098", "/ 7", "см. приложение", "[1]"] {
                let period = Period.parse("\(text) \(rest)")
                #expect(!period.isUnderstood || period.problem != nil, "«\(text) \(rest)» is \(describe(period))")
            }
            #expect(!Period.parse("примерно \(text)").isUnderstood, "примерно \(text)")
        }
    }

    private static let samples = [
        "11 мая 2023", "11.05.2023", "2023-05-11", "май 2023", "I квартал 2023", "2023–2024", "2022/23 учебный год",
        "с 1 сентября 2024", "до 15 мая 2024", "ноябрь – февраль 2025", "сен.24", "I полугодие 2024",
        "12 октября (четверг) 2025 г.", "15–20 мая 2024", "первая неделя сентября 2024",
    ]
}
