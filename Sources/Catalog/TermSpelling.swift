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
        var best: (distance: Int, word: String)?
        for candidate in words {
            let distance = Self.distance(letters, Array(candidate.unicodeScalars), limit: limit)
            if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        return best?.word
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); O(product of lengths).
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        var rows = [Array(0...right.count)]
        for i in 1...left.count {
            var row = [i]
            for j in 1...right.count {
                let change = left[i - 1] == right[j - 1] ? 0 : 1
                var cost = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + change)
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    cost = min(cost, rows[i - 2][j - 2] + 1)
                }
                row.append(cost)
            }
            rows.append(row)
        }
        return rows[left.count][right.count]
    }
}
