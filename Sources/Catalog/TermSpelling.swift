import Diagnostics
import Languages

/// Words of terms that were probably meant.
enum TermSpelling {
    private static let words: [String] =
        (Array(MonthNames.numbers.keys.filter { $0.unicodeScalars.count > 3 })
        + [
            "квартал", "квартале", "полугодие", "полугодия", "учебный", "учебного", "течение", "год", "года", "неделя",
            "декада", "четверть", "постоянно", "ежемесячно", "еженедельно", "ежегодно", "ежеквартально",
        ]).sorted()

    /// Whether a text says that its term is that of another row: «то же», «-//-».
    static func isDitto(_ text: String) -> Bool {
        if dittos.contains(NameFolding.fold(text)) { return true }
        let scalars = text.unicodeScalars
        return scalars.contains { "/|\"\u{3003}»”„".unicodeScalars.contains($0) }
            && scalars.allSatisfy { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
    }

    private static let dittos: Set<String> = [
        "то же", "тоже", "та же", "те же", "там же", "тот же", "тот же срок", "те же сроки", "в те же сроки",
        "в тот же срок", "то же самое", "так же", "также", "аналогично", "см. выше", "см.выше",
    ]

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
