/// How words are misspelt: words one mistake away, and how many mistakes a term is away from a word with any ending.
///
/// A mistake is that of Damerau: a letter left out, one too many, another one, two neighbours exchanged. Words are UTF-8 of
/// Cyrillic letters alone, two bytes each. The browser's client does the same.
enum Spelling {
    static let minimumLetters = 4

    /// The mistakes that are forgiven in a word of so many letters.
    static func allowance(letters: Int) -> Int { letters >= 8 ? 2 : 1 }

    /// а…я.
    private static let alphabet: [[UInt8]] = (0x430...0x44F).map { [UInt8(0xC0 | $0 >> 6), UInt8(0x80 | $0 & 0x3F)] }

    /// Calls `visit` for every word one mistake away, with the number of the letter where the mistake is.
    ///
    /// A slip of the hand is likelier than any other mistake: a letter left out, two exchanged, one doubled. Some seventy
    /// words for each letter.
    static func forEachNeighbour(
        of word: [UInt8], _ visit: (_ neighbour: [UInt8], _ letter: Int, _ isSlip: Bool) -> Void
    ) {
        for place in stride(from: 0, through: word.count, by: 2) {
            let head = Array(word[..<place])
            let (letter, rest) = (word[place...].prefix(2), word.dropFirst(place + 2))
            if !letter.isEmpty {
                let isDoubled = letter.elementsEqual(head.suffix(2)) || letter.elementsEqual(rest.prefix(2))
                visit(head + rest, place / 2, isDoubled)
            }
            if !rest.isEmpty { visit(head + rest.prefix(2) + letter + rest.dropFirst(2), place / 2, true) }
            for other in alphabet {
                visit(head + other + letter + rest, place / 2, true)
                if !letter.isEmpty { visit(head + other + rest, place / 2, false) }
            }
        }
    }

    /// Whether an ending is one mistake away.
    static func isNearEnding(_ letters: ArraySlice<UInt8>) -> Bool {
        guard letters.count < 20 else { return false }
        var isNear = false
        forEachNeighbour(of: Array(letters)) { neighbour, _, _ in
            isNear = isNear || Endings.all.find(neighbour) != nil
        }
        return isNear
    }
}

/// Optimal string alignment between a word and one term after the other, over any ending.
///
/// The distance is the least one between the term and a beginning of the word whose remainder is nothing or an ending; one
/// of the mistakes may be in the ending. Rows are kept for the letters that a term shares with the one before it: over
/// sorted terms that is most of the work.
struct SpellingDistance {
    private let word: [UInt16]
    private let limit: Int
    /// What the remainder of the word from each letter on costs.
    private let remainders: [Int]
    private var rows: [[Int]]
    private var last: [UInt16] = []

    init(from word: [UInt8], limit: Int) {
        self.word = Self.letters(word[...])
        self.limit = limit
        remainders = stride(from: 0, through: word.count, by: 2).map { place in
            let rest = word[place...]
            if rest.isEmpty || Endings.all.find(Array(rest)) != nil { return 0 }
            return Spelling.isNearEnding(rest) ? 1 : limit + 1
        }
        rows = [Array(0..<remainders.count)]
    }

    private static func letters(_ word: ArraySlice<UInt8>) -> [UInt16] {
        stride(from: word.startIndex, to: word.endIndex - 1, by: 2).map { UInt16(word[$0]) << 8 | UInt16(word[$0 + 1]) }
    }

    /// Nil when it is greater than the limit.
    mutating func distance(to term: ArraySlice<UInt8>) -> Int? {
        let term = Self.letters(term)
        let common = zip(term, last).prefix { $0 == $1 }.count
        rows.removeLast(max(0, rows.count - 1 - common))
        last = term
        for row in (rows.count - 1)..<term.count {
            if (rows[row].min() ?? 0) > limit { return nil }
            rows.append(next(term, row))
        }
        let best = zip(rows[term.count], remainders).map { $0 + $1 }.min() ?? 0
        return best <= limit ? best : nil
    }

    /// The row below the last one, for a letter of a term.
    private func next(_ term: [UInt16], _ row: Int) -> [Int] {
        let above = rows[row]
        var current = [row + 1]
        for (column, letter) in word.enumerated() {
            var edits = min(current[column] + 1, above[column + 1] + 1, above[column] + (term[row] == letter ? 0 : 1))
            if row > 0, column > 0, term[row] == word[column - 1], term[row - 1] == letter {
                edits = min(edits, rows[row - 1][column - 1] + 1)
            }
            current.append(edits)
        }
        return current
    }
}
