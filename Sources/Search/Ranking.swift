/// The figures of the ranking: BM25F when the index is written, integer scores when it is searched.
///
/// The writer turns a posting's counts into one of sixteen impacts; the reader multiplies impacts by the rarity of
/// the words and by the share of the query that a document covers (soft AND). The reader's arithmetic is in integers
/// below 2^53, so that Swift and the browser give the same scores.
enum Ranking {
    /// Where a word stands.
    enum Field: Int, CaseIterable, Sendable {
        case title, summary, headings, body
    }

    /// A word that stands four or five times in a text of average length is worth half of the most, once in an average title
    /// two thirds.
    ///
    /// So late, that a page which is about a word is better than one which names it: found on real pages, see
    /// docs/search-evaluation.md.
    static let saturation = 4.5
    static let weights: [Double] = [10, 2, 3, 1]
    /// A heading counts alike among few and among many.
    static let lengthInfluence: [Double] = [0.5, 0.3, 0, 0.65]

    /// Counts of a word in the four fields, packed: 5, 7, 8 and 12 bits; a full counter stays full.
    struct Counts: Sendable {
        var packed: UInt32 = 0

        private static let shifts: [UInt32] = [0, 5, 12, 20]
        private static let limits: [UInt32] = [31, 127, 255, 4095]

        @inline(__always)
        static func one(in field: Field) -> UInt32 { 1 << shifts[field.rawValue] }

        @inline(__always)
        func count(in field: Int) -> UInt32 { packed >> Self.shifts[field] & Self.limits[field] }

        /// Adds the counts of another form of the same word.
        mutating func add(_ other: Counts) {
            var sum: UInt32 = 0
            for field in 0..<4 {
                sum |= min(count(in: field) + other.count(in: field), Self.limits[field]) << Self.shifts[field]
            }
            packed = sum
        }
    }

    /// A length in steps of a quarter of an octave, so that a small edit of a document leaves its weights as they are.
    static func coarse(_ length: Int) -> Int { rounded(length, digits: 3) }

    /// An average length in steps of a sixteenth of an octave, so that a document seldom changes the weights of others.
    static func coarseAverage(sum: Int, count: Int) -> Double {
        Double(rounded(16 * sum / max(1, count), digits: 5)) / 16
    }

    /// The nearest number that has so many binary digits and then zeros.
    private static func rounded(_ number: Int, digits: Int) -> Int {
        let dropped = max(0, Int.bitWidth - number.leadingZeroBitCount - digits)
        return dropped == 0 ? number : ((number + 1 << (dropped - 1)) >> dropped) << dropped
    }

    /// For one document, what a single occurrence in each field is worth: weight by length.
    static func occurrenceWeights(lengths: [Int], averages: [Double]) -> [Double] {
        (0..<4).map { field in
            let average = averages[field]
            let relative = average > 0 ? Double(coarse(lengths[field])) / average : 1
            let influence = lengthInfluence[field]
            return weights[field] / (1 - influence + influence * relative)
        }
    }

    /// The impact, 0…15, of a word in a document whose four weights stand from a place on.
    @inline(__always)
    static func impact(_ counts: Counts, _ occurrenceWeights: UnsafeBufferPointer<Double>, at place: Int) -> UInt32 {
        var sum = 0.0
        for field in 0..<4 { sum += Double(counts.count(in: field)) * occurrenceWeights[place + field] }
        return min(15, UInt32(sum / (saturation + sum) * 16))
    }

    /// What an impact is worth in a score: the middle of its step, 1…31.
    static func worth(ofImpact impact: Int) -> Int { 2 * impact + 1 }

    static let maximumWorth = 31

    /// Binary digits after the point of a rarity.
    static let rarityDigits = 8

    /// log2(1 + (N − df + ½) / (df + ½)) in 256ths, at least 1: by squaring, so that every machine agrees.
    static func rarity(documentFrequency: Int, documentCount: Int) -> Int {
        var value = Double(2 * documentCount + 2) / Double(2 * documentFrequency + 1)
        var result = 0
        while value >= 2 {
            value /= 2
            result += 1
        }
        for _ in 0..<rarityDigits {
            value *= value
            result *= 2
            if value >= 2 {
                value /= 2
                result += 1
            }
        }
        return max(1, result)
    }
}
