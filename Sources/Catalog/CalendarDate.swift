/// A day of the Gregorian calendar, without a clock or a time zone.
package struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let year: Int
    /// From 1 to 12.
    package let month: Int
    /// From 1 to 31.
    package let day: Int

    /// Nothing when there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(of: month, in: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// ISO 8601: `2023-05-11`.
    package init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }), let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// First day of a month that exists.
    package static func first(ofMonth month: Int, year: Int) -> CalendarDate? {
        CalendarDate(year: year, month: month, day: 1)
    }

    /// Last day of a month that exists.
    package static func last(ofMonth month: Int, year: Int) -> CalendarDate? {
        guard (1...12).contains(month) else { return nil }
        return CalendarDate(year: year, month: month, day: length(of: month, in: year))
    }

    /// Days in a month of 1…12.
    package static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// ISO 8601, the form for machines.
    package var description: String { "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))" }

    private func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

/// Names of months in Russian as dates use them.
enum MonthNames {
    /// Folded forms of all months: nominative, genitive and prepositional.
    static let numbers: [String: Int] = {
        let stems = [
            ("январ", "ь я е"), ("феврал", "ь я е"), ("март", " а е"), ("апрел", "ь я е"), ("ма", "й я е"),
            ("июн", "ь я е"), ("июл", "ь я е"), ("август", " а е"), ("сентябр", "ь я е"), ("октябр", "ь я е"),
            ("ноябр", "ь я е"), ("декабр", "ь я е"),
        ]
        var result: [String: Int] = [:]
        for (number, (stem, endings)) in stems.enumerated() {
            for ending in endings.split(separator: " ", omittingEmptySubsequences: false) {
                result[stem + ending] = number + 1
            }
        }
        return result
    }()
}
