import Formats

/// Collects the terms that a misspelt word may have meant, by their first letter and by their second; see `ShardFormat`.
enum SpellingShards {
    /// Terms that share a letter of two bytes, in order.
    typealias Shard = (letter: [UInt8], terms: [Int])

    /// In a large collection a term of a single document is more often a mistake than a word.
    static func leastFrequency(documentCount: Int) -> Int { documentCount >= 20_000 ? 2 : 1 }

    /// The shards by the first letter and those by the second, each in the order of the letters.
    static func plan(_ merge: IndexMerge) -> (first: [Shard], second: [Shard]) {
        let least = leastFrequency(documentCount: merge.documentCount)
        let words = merge.terms.indices.filter { isWord(merge.terms[$0]) && merge.frequency(of: $0) >= least }
        return (shards(words, merge, letterAt: 0), shards(words, merge, letterAt: 2))
    }

    private static func shards(_ words: [Int], _ merge: IndexMerge, letterAt offset: Int) -> [Shard] {
        let groups = Dictionary(grouping: words) { Array(merge.terms[$0].dropFirst(offset).prefix(2)) }
        return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) }
    }

    /// The values of a shard.
    static func encode(_ shard: Shard, _ merge: IndexMerge) -> [UInt8] {
        let steps = shard.terms.map { term -> UInt8 in
            let step = UInt32.bitWidth - UInt32(merge.frequency(of: term)).leadingZeroBitCount
            return UInt8(step < 10 ? 0x30 + step : 0x61 + step - 10)
        }
        return JSONWriter.string(FrontCoding.encode(shard.terms.lazy.map { merge.terms[$0] })) + [0x2C]
            + JSONWriter.string(steps)
    }

    /// Whether a term is three Cyrillic letters or more and nothing else.
    private static func isWord(_ term: [UInt8]) -> Bool {
        guard term.count >= (Spelling.minimumLetters - 1) * 2 else { return false }
        return term.allSatisfy { $0 >= 0x80 }
    }
}
