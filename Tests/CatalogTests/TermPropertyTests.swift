import Testing

@testable import Catalog

private func describe(_ period: Period) -> String {
    "\(period.start?.description ?? "")…\(period.end?.description ?? "") \(period.precision)"
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
            // August has no year of its own in a school year.
            for month in 1...12 where around.text?.contains("учебный") != true || month != 8 {
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
            // Nor has the quarter of August.
            for quarter in 1...4 where around.text?.contains("учебный") != true || quarter != 3 {
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
