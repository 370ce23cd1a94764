/// Dates as people read them, from a month table of our own: no locale, no time zone, no clock.
package struct DateText: Sendable {
    private let language: Language

    package init(_ language: Language) { self.language = language }

    /// «5 марта 2026 г.», `5 March 2026`; no-break spaces between.
    package func day(_ year: Int, _ month: Int, _ day: Int) -> String {
        joined("\(day)", Self.table[language]?.genitive[month - 1] ?? "", "\(year)")
    }

    /// «30 ноября – 1 декабря 2023 г.», «14–15 сентября 2023 г.»: what both days share is said once.
    package func days(
        _ first: (year: Int, month: Int, day: Int), _ last: (year: Int, month: Int, day: Int)
    ) -> String {
        let end = day(last.year, last.month, last.day)
        if first.year != last.year { return day(first.year, first.month, first.day) + " – " + end }
        return first.month == last.month ? "\(first.day)–\(end)" : dayOfMonth(first.month, first.day) + " – " + end
    }

    /// «март 2026 г.», `March 2026`.
    package func month(_ year: Int, _ month: Int) -> String { joined(monthName(month), "\(year)") }

    /// «Март 2026», for headings.
    package func monthTitle(_ year: Int, _ month: Int) -> String { "\(monthTitle(month))\u{A0}\(year)" }

    /// «2026 г.», `2026`.
    package func year(_ year: Int) -> String { joined("\(year)") }

    /// «I квартал 2023 г.», `Q1 2023`; «I квартал» without a year.
    package func quarter(_ quarter: Int, year: Int? = nil) -> String {
        let name = language == .ru ? "\(Self.roman[quarter - 1])\u{A0}квартал" : "Q\(quarter)"
        guard let year else { return name }
        return joined(name, "\(year)")
    }

    /// «март», `March`: the month's name by itself, inside a sentence.
    package func monthName(_ month: Int) -> String { Self.table[language]?.nominative[month - 1] ?? "" }

    /// «Март», `March`: at the beginning.
    package func monthTitle(_ month: Int) -> String {
        let name = monthName(month)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// «2 декабря» without a year.
    package func dayOfMonth(_ month: Int, _ day: Int) -> String {
        "\(day)\u{A0}\(Self.table[language]?.genitive[month - 1] ?? "")"
    }

    private func joined(_ parts: String...) -> String {
        parts.joined(separator: "\u{A0}") + (language == .ru ? "\u{A0}г." : "")
    }

    private static let roman = ["I", "II", "III", "IV"]

    private struct Months: Sendable {
        let nominative: [String]
        let genitive: [String]
    }

    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static let table: [Language: Months] = [
        .ru: Months(nominative: MonthNames.nominative, genitive: MonthNames.genitive),
        .en: Months(nominative: english, genitive: english),
    ]
}
