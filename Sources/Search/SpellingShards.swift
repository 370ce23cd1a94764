import Formats

/// Collects the terms that a misspelt word may have meant, by their first letter and by their second; see `ShardFormat`.
enum SpellingShards {
    /// In a large collection a term of a single document is more often a mistake than a word.
    static func leastFrequency(documentCount: Int) -> Int { documentCount >= 20_000 ? 2 : 1 }

    /// Terms of some buckets, in order, and for each how common it is.
    struct Words: Sendable {
        var terms: [[UInt8]] = []
        /// Base-36 digits.
        var steps: [UInt8] = []

        /// Adds the terms of the next bucket.
        mutating func append(_ words: BucketWords, least: Int) {
            for term in 0..<words.terms.count where words.frequencies[term] >= least {
                let word = Array(words.terms[term])
                guard SpellingShards.isWord(word) else { continue }
                terms.append(word)
                steps.append(SpellingShards.digit(words.frequencies[term]))
            }
        }

        /// The values of a shard.
        var encoded: [UInt8] { JSONWriter.string(FrontCoding.encode(terms)) + [0x2C] + JSONWriter.string(steps) }
    }

    private static func digit(_ frequency: Int) -> UInt8 {
        let step = Int.bitWidth - frequency.leadingZeroBitCount
        return UInt8(step < 10 ? 0x30 + step : 0x61 + step - 10)
    }

    /// Whether a term is three Cyrillic letters or more and nothing else.
    private static func isWord(_ term: [UInt8]) -> Bool {
        guard term.count >= (Spelling.minimumLetters - 1) * 2 else { return false }
        return term.allSatisfy { $0 >= 0x80 }
    }
}
