import Diagnostics

/// Words of terms that were probably meant.
enum TermSpelling {
    private static let words: [String] =
        (Array(MonthNames.numbers.keys.filter { $0.unicodeScalars.count > 3 })
        + [
            "квартал", "квартале", "полугодие", "полугодия", "учебный", "учебного", "течение", "год", "года", "неделя",
            "декада", "четверть", "постоянно", "ежемесячно", "еженедельно", "ежегодно", "ежеквартально",
        ]).sorted()

    /// The nearest word, one or two slips away; nothing for a word that is right, short, or far from all.
    static func nearest(to word: String) -> String? {
        let letters = Array(word.unicodeScalars)
        guard letters.count >= 4, !words.contains(word) else { return nil }
        let limit = letters.count >= 6 ? 2 : 1
        var measure = EditDistance()
        var best: (distance: Int, word: String)?
        for candidate in words {
            guard let distance = measure.between(letters, Array(candidate.unicodeScalars), limit: limit) else {
                continue
            }
            if distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        return best?.word
    }
}
