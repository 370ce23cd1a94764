/// The scores of all documents for a query, in integers; see `Ranking`.
struct Scores {
    /// A document that has at least one word of the query.
    struct Hit: Equatable {
        let id: Int
        let score: Int
        /// Whether it has all words that must be there.
        let isComplete: Bool
    }

    private var totals: [Int]
    private var covered: [Int]
    private var sum = 0

    init(_ query: Query, reader: IndexReader) {
        totals = Array(repeating: 0, count: reader.documentCount)
        covered = totals
        for word in query.words { add(word, reader: reader) }
    }

    private mutating func add(_ word: Query.Word, reader: IndexReader) {
        let rarity = rarity(of: word, reader: reader)
        if word.isRequired { sum += rarity }
        var worths: [Int: Int] = [:]
        for alternative in word.alternatives {
            for (id, worth) in Self.worths(of: alternative, reader: reader) where worth > worths[id, default: 0] {
                worths[id] = worth
            }
        }
        for (id, worth) in worths {
            totals[id] += rarity * worth
            if word.isRequired { covered[id] += rarity }
        }
    }

    /// Of the documents that have the word itself; of a word that the texts lack, of its scarcest alternative.
    private func rarity(of word: Query.Word, reader: IndexReader) -> Int {
        var frequency = word.terms.reduce(0) { $0 + reader.documentFrequency(of: $1) }
        if word.terms.isEmpty {
            frequency = word.alternatives.flatMap(\.terms).map { reader.documentFrequency(of: $0) }.min() ?? 0
        }
        return Ranking.rarity(
            documentFrequency: min(frequency, reader.documentCount), documentCount: reader.documentCount)
    }

    /// By document: weight times the least worth of the terms, for documents that have all of them.
    private static func worths(of alternative: Query.Alternative, reader: IndexReader) -> [Int: Int] {
        var worths: [Int: Int] = [:]
        for (number, term) in alternative.terms.enumerated() {
            var next: [Int: Int] = [:]
            for posting in reader.postings(of: term) {
                let worth = Ranking.worth(ofImpact: Int(posting & 15)) * alternative.weight
                if number == 0 {
                    next[Int(posting >> 4)] = worth
                } else if let known = worths[Int(posting >> 4)] {
                    next[Int(posting >> 4)] = min(known, worth)
                }
            }
            worths = next
        }
        return worths
    }

    /// The documents that pass a filter, best first; of equal scores the lesser id.
    func hits(where passes: (Int) -> Bool) -> [Hit] {
        guard sum > 0 else { return [] }
        var hits: [Hit] = []
        for id in totals.indices where totals[id] > 0 && passes(id) {
            hits.append(Hit(id: id, score: totals[id] * covered[id] / sum, isComplete: covered[id] == sum))
        }
        return hits.sorted { ($1.score, $0.id) < ($0.score, $1.id) }
    }
}
