/// Finds the words that a misspelt one may have meant.
///
/// First among the words one mistake away from it, as if each had been typed: so their stems are found as those of any
/// word. Those with the same first letter are looked through, and, unless the best of them is certain, those of which the
/// first letter may have been mistyped: with the second letter for the first one, or with either of the two for the
/// second. Where none is one mistake away, in a long word two are forgiven, the first letter being right. So four files are read at most, mostly one.
///
/// Of several words the one with the longest stem is best, as it explains most of what was typed; a slip of the hand
/// counts for two letters, being sixteen times commoner for one. It is the more certain the longer its stem is and the further
/// from the beginning the mistake: a wrong first letter makes a whole word wrong that begins with it. The browser's client
/// does the same.
struct Correction {
    private let word: [UInt8]
    private let reader: IndexReader
    private var lists: [SpellingList] = []
    private var found: [[UInt8]: Found] = [:]

    /// How good a stem is.
    private struct Found {
        let value: Int
        let certainty: Int
    }

    /// So many letters are few.
    ///
    /// A word of as many was meant otherwise by a slip of the hand alone, not in the first letter, and only where it is a stem
    /// itself, perhaps with a soft sign, or its stem is common: else «вода» might be «входа», and «баня» «банк». A longer word has
    /// a shorter stem with the first letter alike or one that is usual: «химия» is no «Сим».
    static let short = 4
    /// A stem is common when one of so many pages has it.
    static let common = 8
    /// A stem is usual when one of so many pages has it.
    static let usual = 32
    /// The fewest letters of a stem that two mistakes lead to: «медиация» is no «медаль».
    static let ofTwoMistakes = 6
    /// ь, which no stem ends with.
    private static let softSign = Array("ь".utf8)
    /// So many terms may have been meant.
    static let most = 2
    /// Less than four letters' worth behind the best one.
    static let margin = 16
    /// From here on a word is certain: five letters, and the mistake not in the first one.
    static let certain = 11

    private init(_ word: [UInt8], _ reader: IndexReader) {
        self.word = word
        self.reader = reader
    }

    /// The terms that were probably meant, the best first.
    ///
    /// - Parameter word: a folded word of which no stem is attested.
    static func terms(for word: [UInt8], reader: IndexReader) -> [IndexReader.Term] {
        guard word.count >= Spelling.minimumLetters * 2, word.allSatisfy({ $0 >= 0x80 }) else { return [] }
        var correction = Correction(word, reader)
        correction.look()
        return correction.best.compactMap { reader.term($0) }
    }

    private var best: [[UInt8]] {
        let sorted = found.sorted { left, right in
            let (one, other) = ((left.value.value, left.value.certainty), (right.value.value, right.value.certainty))
            return one == other ? left.key.lexicographicallyPrecedes(right.key) : one > other
        }
        return sorted.prefix { $0.value.value > sorted[0].value.value - Self.margin }.prefix(Self.most).map(\.key)
    }

    private mutating func look() {
        let (first, second) = (word[..<2], word[2..<4])
        lists = [reader.words(beginning: first)]
        lookOneMistakeAway()
        if let best = best.first, found[best]?.certainty ?? 0 >= Self.certain { return }
        lists += [
            reader.words(beginning: second), reader.words(withSecond: first), reader.words(withSecond: second),
        ]
        lookOneMistakeAway()
        if found.isEmpty, Spelling.allowance(letters: word.count / 2) > 1 { lookTwoMistakesAway() }
    }

    private mutating func lookOneMistakeAway() {
        Spelling.forEachNeighbour(of: word) { neighbour, letter, isSlip in
            guard let stem = Stems.resolve(neighbour.regular, isAttested: { step(of: $0) > 0 }) else { return }
            let isWithin = letter > 0
            let isLikely =
                word.count / 2 > Self.short
                ? isWithin || stem.count / 2 >= Self.short || isCommon(stem, one: Self.usual)
                : isWithin && isSlip
                    && (neighbour == stem || neighbour == stem + Self.softSign || isCommon(stem, one: Self.common))
            if isLikely { take(stem, at: letter, isSlip: isSlip, mistakes: 1) }
        }
    }

    private mutating func lookTwoMistakesAway() {
        var measure = SpellingDistance(from: word, limit: 2)
        for term in lists[0].words {
            guard term.count / 2 >= Self.ofTwoMistakes, let mistakes = measure.distance(to: term) else { continue }
            take(Array(term), at: 0, isSlip: false, mistakes: mistakes)
        }
    }

    /// - Parameter pages: of so many pages one has the stem.
    private func isCommon(_ stem: [UInt8], one pages: Int) -> Bool {
        pages << (stem.withUnsafeBufferPointer(step) - 1) >= reader.documentCount
    }

    private func step(of stem: UnsafeBufferPointer<UInt8>) -> Int {
        lists.lazy.map { $0.step(of: stem) }.first { $0 > 0 } ?? 0
    }

    private mutating func take(_ stem: [UInt8], at letter: Int, isSlip: Bool, mistakes: Int) {
        let size = stem.count / 2
        let value = 4 * (size + (isSlip ? 2 : 0)) + stem.withUnsafeBufferPointer(step) - 99 * mistakes
        let other = Found(value: value, certainty: 2 * (size + (isSlip ? 1 : 0)) + letter)
        if let known = found[stem], (known.value, known.certainty) >= (other.value, other.certainty) { return }
        found[stem] = other
    }
}
