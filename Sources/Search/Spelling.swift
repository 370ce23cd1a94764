/// How far a term is from a misspelt word: Damerau-Levenshtein (optimal string alignment), over any ending.
enum Spelling {
    static let minimumLetters = 4

    /// The mistakes that are forgiven in a word of so many letters.
    static func allowance(letters: Int) -> Int { letters >= 8 ? 2 : 1 }

    /// A bit for each letter that occurs; two letters may share one.
    static func letterSet(_ letters: [UInt16]) -> UInt64 { letters.reduce(0) { $0 | 1 << UInt64($1 & 63) } }

    /// The least distance between a term and a beginning of the word whose remainder is nothing or an ending.
    ///
    /// One of the mistakes may be in the ending. Both are given by their letters. Nil when the distance is greater than the limit.
    static func distance(
        term: [UInt16], word: [UInt16], limit: Int, isEnding: (ArraySlice<UInt16>) -> Bool,
        isNearEnding: (ArraySlice<UInt16>) -> Bool
    ) -> Int? {
        guard word.count + limit >= term.count else { return nil }
        var before = [Int](repeating: 0, count: word.count + 1)
        var last = Array(0...word.count)
        for (row, letter) in term.enumerated() {
            var current = [row + 1]
            for (column, other) in word.enumerated() {
                var cost = min(current[column], last[column + 1]) + 1
                cost = min(cost, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == word[column - 1], other == term[row - 1] {
                    cost = min(cost, before[column - 1] + 1)
                }
                current.append(cost)
            }
            if (current.min() ?? 0) > limit { return nil }
            before = last
            last = current
        }
        var best = limit + 1
        for end in 0...word.count where last[end] < best && (end == word.count || isEnding(word[end...])) {
            best = last[end]
        }
        for end in 0..<word.count where last[end] + 1 < best && isNearEnding(word[end...]) { best = last[end] + 1 }
        return best <= limit ? best : nil
    }

    /// Whether two words are at most one mistake apart.
    static func isNear(_ left: ArraySlice<UInt16>, _ right: [UInt16]) -> Bool {
        let head = zip(left, right).prefix { $0 == $1 }.count
        let rest = (left.dropFirst(head), right.dropFirst(head))
        let tail = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
        let (one, other) = (Array(rest.0.dropLast(tail)), Array(rest.1.dropLast(tail)))
        if one.count < 2, other.count < 2 { return true }
        return one.count == 2 && other.count == 2 && one[0] == other[1] && one[1] == other[0]
    }
}
