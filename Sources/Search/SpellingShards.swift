/// Collects the terms that a misspelt word may have meant, by their first letter; see `ShardFormat`.
enum SpellingShards {
    /// In a large collection a term of a single document is more often a mistake than a word.
    static func leastFrequency(documentCount: Int) -> Int { documentCount >= 20_000 ? 2 : 1 }

    /// Ranges of the sorted terms that begin with the same letter of two bytes, with at least one term for spelling.
    static func plan(_ merge: IndexMerge) -> [(letter: [UInt8], terms: [Int])] {
        let least = leastFrequency(documentCount: merge.documentCount)
        var shards: [(letter: [UInt8], terms: [Int])] = []
        for (number, term) in merge.terms.enumerated() where isWord(term) && merge.frequency(of: number) >= least {
            let letter = Array(term.prefix(2))
            if shards.last?.letter != letter { shards.append((letter, [])) }
            shards[shards.count - 1].terms.append(number)
        }
        return shards
    }

    /// The values of a shard.
    static func encode(_ terms: [Int], _ merge: IndexMerge) -> [UInt8] {
        let steps = terms.map { term -> UInt8 in
            let step = UInt32.bitWidth - UInt32(merge.frequency(of: term)).leadingZeroBitCount
            return UInt8(step < 10 ? 0x30 + step : 0x61 + step - 10)
        }
        return JSONText.bytes(FrontCoding.encode(terms.lazy.map { merge.terms[$0] })) + [0x2C] + JSONText.bytes(steps)
    }

    /// Whether a term is three Cyrillic letters or more and nothing else.
    private static func isWord(_ term: [UInt8]) -> Bool {
        guard term.count >= (Spelling.minimumLetters - 1) * 2 else { return false }
        return term.allSatisfy { $0 >= 0x80 } && term.withUnsafeBufferPointer(Stems.isStemmable)
    }
}
