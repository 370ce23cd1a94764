/// Names of months in Russian as dates use them.
package enum MonthNames {
    /// Folded forms of all months: every case, and the short forms of calendars and spreadsheets («сен», «сент»).
    package static let numbers: [String: Int] = {
        let stems = [
            ("январ", "ь я е ю ем"), ("феврал", "ь я е ю ем"), ("март", " а е у ом"), ("апрел", "ь я е ю ем"),
            ("ма", "й я е ю ем"), ("июн", "ь я е ю ем"), ("июл", "ь я е ю ем"), ("август", " а е у ом"),
            ("сентябр", "ь я е ю ем"), ("октябр", "ь я е ю ем"), ("ноябр", "ь я е ю ем"), ("декабр", "ь я е ю ем"),
        ]
        var result: [String: Int] = [:]
        for (number, (stem, endings)) in stems.enumerated() {
            for ending in endings.split(separator: " ", omittingEmptySubsequences: false) {
                result[stem + ending] = number + 1
            }
        }
        for (word, number) in short { result[word] = number }
        return result
    }()

    /// Short forms, which may have a dot behind them.
    package static let short = [
        "янв": 1, "фев": 2, "февр": 2, "мар": 3, "апр": 4, "июн": 6, "июл": 7, "авг": 8, "сен": 9, "сент": 9, "окт": 10,
        "нояб": 11, "ноя": 11, "дек": 12,
    ]
}
