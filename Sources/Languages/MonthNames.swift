/// Names of months in Russian as dates use them.
package enum MonthNames {
    /// What all forms of a name begin with, and the endings of the cases.
    private static let stems: [(stem: String, endings: [String])] = [
        ("январ", "ь я е ю ем"), ("феврал", "ь я е ю ем"), ("март", " а е у ом"), ("апрел", "ь я е ю ем"),
        ("ма", "й я е ю ем"), ("июн", "ь я е ю ем"), ("июл", "ь я е ю ем"), ("август", " а е у ом"),
        ("сентябр", "ь я е ю ем"), ("октябр", "ь я е ю ем"), ("ноябр", "ь я е ю ем"), ("декабр", "ь я е ю ем"),
    ].map { ($0, $1.split(separator: " ", omittingEmptySubsequences: false).map(String.init)) }

    /// «январь», «февраль», from the first month to the last.
    package static let nominative = stems.map { $0.stem + $0.endings[0] }

    /// «января», «февраля»: the form behind the number of a day.
    package static let genitive = stems.map { $0.stem + $0.endings[1] }

    /// What a name of a month begins with and hardly another word: «мая» and «май» are whole, since «ма» begins many.
    package static let beginnings = stems.flatMap { stem, endings in
        stem.count > 2 ? [stem] : [stem + endings[0], stem + endings[1]]
    }

    /// Folded forms of all months: every case, and the short forms of calendars and spreadsheets («сен», «сент»).
    package static let numbers: [String: Int] = {
        var result: [String: Int] = [:]
        for (number, (stem, endings)) in stems.enumerated() {
            for ending in endings { result[stem + ending] = number + 1 }
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
