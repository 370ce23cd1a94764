/// Collects the terms that a misspelt word may have meant, by their first letter; see `ShardFormat`.
enum SpellingShards {
    /// In a large collection a term of a single document is more often a mistake than a word.
    static func leastFrequency(documentCount: Int) -> Int { documentCount >= 1000 ? 2 : 1 }

    /// Ranges of the sorted terms that begin with the same letter of two bytes, with at least one term for spelling.
    static func plan(_ merge: IndexMerge) -> [(letter: [UInt8], terms: [Int])] {
        let least = leastFrequency(documentCount: merge.documentCount)
        var shards: [(letter: [UInt8], terms: [Int])] = []
        for (number, term) in merge.terms.enumerated() where isWord(term) && frequency(number, merge) >= least {
            let letter = Array(term.prefix(2))
            if shards.last?.letter != letter { shards.append((letter, [])) }
            shards[shards.count - 1].terms.append(number)
        }
        return shards
    }

    /// The values of a shard.
    static func encode(_ terms: [Int], _ merge: IndexMerge) -> [UInt8] {
        var values: [UInt8] = [0x22]
        var steps: [UInt8] = []
        var previous: ArraySlice<UInt8> = []
        for number in terms {
            let term = merge.terms[number][...]
            if !previous.isEmpty { values.append(0x20) }
            ShardFormat.appendFrontCoded(term, after: previous, to: &values)
            previous = term
            let step = UInt32.bitWidth - UInt32(frequency(number, merge)).leadingZeroBitCount
            steps.append(UInt8(step < 10 ? 0x30 + step : 0x61 + step - 10))
        }
        return values + [0x22, 0x2C, 0x22] + steps + [0x22]
    }

    private static func frequency(_ term: Int, _ merge: IndexMerge) -> Int {
        merge.starts[term + 1] - merge.starts[term]
    }

    /// Whether a term is three Cyrillic letters or more and nothing else.
    private static func isWord(_ term: [UInt8]) -> Bool {
        guard term.count >= (Spelling.minimumLetters - 1) * 2 else { return false }
        return term.allSatisfy { $0 >= 0x80 } && term.withUnsafeBufferPointer(Stems.isStemmable)
    }
}
