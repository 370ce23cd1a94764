/// Dates as people read them, from a month table of our own: no locale, no time zone, no clock.
package struct DateText: Sendable {
    private let language: Language

    package init(_ language: Language) { self.language = language }

    /// «5 марта 2026 г.», `5 March 2026`, «2026 елның 5 марты»; no-break spaces between.
    package func day(_ year: Int, _ month: Int, _ day: Int) -> String { within(year, "\(day)\u{A0}\(dated(month))") }

    /// «30 ноября – 1 декабря 2023 г.», «14–15 сентября 2023 г.»: what both days share is said once.
    ///
    /// A line may break before the year: unbroken, such a span is longer than the column of terms.
    package func days(
        _ first: (year: Int, month: Int, day: Int), _ last: (year: Int, month: Int, day: Int)
    ) -> String {
        if first.year != last.year {
            return day(first.year, first.month, first.day) + " – " + day(last.year, last.month, last.day)
        }
        let end = "\(last.day)\u{A0}\(dated(last.month))"
        let both =
            first.month == last.month ? "\(first.day)–\(end)" : "\(first.day)\u{A0}\(dated(first.month)) – \(end)"
        return within(first.year, both, gap: " ")
    }

    /// «март 2026 г.», `March 2026`, «2026 елның марты».
    package func month(_ year: Int, _ month: Int) -> String {
        within(year, language == .tt ? dated(month) : monthName(month))
    }

    /// «Март 2026», for headings.
    package func monthTitle(_ year: Int, _ month: Int) -> String { "\(monthTitle(month))\u{A0}\(year)" }

    /// «2026 г.», `2026`, «2026 ел».
    package func year(_ year: Int) -> String {
        switch language {
        case .ru: "\(year)\u{A0}г."
        case .en: "\(year)"
        case .tt: "\(year)\u{A0}ел"
        }
    }

    /// «I квартал 2023 г.», `Q1 2023`, «2023 елның I кварталы»; «I квартал» without a year.
    package func quarter(_ quarter: Int, year: Int? = nil) -> String {
        let name = language == .en ? "Q\(quarter)" : "\(Self.roman[quarter - 1])\u{A0}квартал"
        guard let year else { return name }
        return within(year, language == .tt ? name + "ы" : name)
    }

    /// «март», `March`: the month's name by itself, inside a sentence.
    package func monthName(_ month: Int) -> String { months.nominative[month - 1] }

    /// «Март», `March`: at the beginning.
    package func monthTitle(_ month: Int) -> String {
        let name = monthName(month)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// «2 декабря» without a year; in Tatar «2 декабрь», since the ending belongs to a year.
    package func dayOfMonth(_ month: Int, _ day: Int) -> String {
        "\(day)\u{A0}\(language == .tt ? monthName(month) : dated(month))"
    }

    /// A text with its days in figures as words: «до 25.05.2027» is «до 25 мая 2027 г.».
    ///
    /// Years of two figures and days that no calendar has stay, and so do figures that are part of a longer number or
    /// word. O(text).
    package func wordingDays(in text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var found = FiguredDay.all(in: bytes)[...]
            guard !found.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
            var worded = ""
            var place = 0
            while let date = found.popFirst() {
                worded += String(decoding: bytes[place..<date.range.lowerBound], as: UTF8.self)
                let words = day(date.year, date.month, date.day)
                worded += words
                place = date.range.upperBound
                // The point of «г.» ends the sentence too.
                let point = UInt8(ascii: ".")
                if words.utf8.last == point, place < bytes.count, bytes[place] == point { place += 1 }
            }
            return worded + String(decoding: bytes[place...], as: UTF8.self)
        }
    }

    /// A day, month or quarter with its year: behind it, in Tatar before it («2023 елның …»).
    ///
    /// - Parameter gap: what stands between the part and its year.
    package func within(_ year: Int, _ part: String, gap: String = "\u{A0}") -> String {
        language == .tt ? "\(year)\u{A0}елның\(gap)\(part)" : "\(part)\(gap)\(self.year(year))"
    }

    /// A month in a date of a year: «марта», «марты».
    private func dated(_ month: Int) -> String { months.dated[month - 1] }

    private static let roman = ["I", "II", "III", "IV"]

    private var months: Months {
        switch language {
        case .ru: Self.russian
        case .en: Self.english
        case .tt: Self.tatar
        }
    }

    private struct Months: Sendable {
        let nominative: [String]
        let dated: [String]
    }

    private static let russian = Months(nominative: MonthNames.nominative, dated: MonthNames.genitive)

    private static let english: Months = {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        return Months(nominative: names, dated: names)
    }()

    /// With the ending of what belongs to a year; a last soft sign gives way to it («апрель», «апреле»).
    private static let tatar = Months(
        nominative: [
            "гыйнвар", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
            "декабрь",
        ],
        dated: [
            "гыйнвары", "феврале", "марты", "апреле", "мае", "июне", "июле", "августы", "сентябре", "октябре", "ноябре",
            "декабре",
        ])
}
