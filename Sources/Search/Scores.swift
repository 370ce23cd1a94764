/// The scores of documents for a query, in integers; see `Ranking`.
struct Scores {
    /// A document that has at least one word of the query.
    struct Hit: Equatable {
        let id: Int
        let score: Int
        /// Whether it has all words that must be there.
        let isComplete: Bool
    }

    private let reader: IndexReader
    /// Whether postings beyond the best of a term are counted too.
    private let isExact: Bool
    private var totals: [Int]
    private var covered: [Int]
    private var sum = 0
    private var worths: [Int]
    /// Documents that have a worth for the present word.
    private var touched: [Int] = []

    init(_ query: Query, reader: IndexReader, isExact: Bool) {
        self.reader = reader
        self.isExact = isExact
        totals = Array(repeating: 0, count: reader.documentCount)
        covered = totals
        worths = totals
        for word in query.words { add(word) }
    }

    private mutating func add(_ word: Query.Word) {
        let rarity = Self.rarity(of: word, reader: reader)
        if word.isRequired { sum += rarity }
        for alternative in word.alternatives { add(alternative) }
        for id in touched {
            totals[id] += rarity * worths[id]
            if word.isRequired { covered[id] += rarity }
            worths[id] = 0
        }
        touched.removeAll(keepingCapacity: true)
    }

    /// Of the documents that have the word itself; of a word that the texts lack, of its scarcest alternative.
    static func rarity(of word: Query.Word, reader: IndexReader) -> Int {
        var frequency = word.terms.reduce(0) { $0 + reader.documentFrequency(of: $1) }
        if word.terms.isEmpty {
            frequency = word.alternatives.flatMap(\.terms).map { reader.documentFrequency(of: $0) }.min() ?? 0
        }
        return Ranking.rarity(
            documentFrequency: min(frequency, reader.documentCount), documentCount: reader.documentCount)
    }

    /// Weight times the least worth of the terms, for documents that have all of them.
    private mutating func add(_ alternative: Query.Alternative) {
        var least: [UInt32: Int]?
        for term in alternative.terms.dropLast() {
            var next: [UInt32: Int] = [:]
            for posting in reader.postings(of: term, isExact: isExact) {
                let known = least.map { $0[posting >> 4] } ?? Ranking.maximumWorth
                if let known { next[posting >> 4] = min(known, Ranking.worth(ofImpact: Int(posting & 15))) }
            }
            least = next
        }
        guard let last = alternative.terms.last else { return }
        for posting in reader.postings(of: last, isExact: isExact) {
            guard let known = least.map({ $0[posting >> 4] }) ?? Ranking.maximumWorth else { continue }
            add(min(known, Ranking.worth(ofImpact: Int(posting & 15))) * alternative.weight, to: Int(posting >> 4))
        }
    }

    private mutating func add(_ worth: Int, to id: Int) {
        if worths[id] == 0 { touched.append(id) }
        worths[id] = max(worths[id], worth)
    }

    /// The documents that have a word of the query, in no particular order.
    func hits(allWords: Bool) -> [Hit] {
        totals.indices.compactMap { id in
            let isComplete = covered[id] == sum
            guard covered[id] > 0, isComplete || !allWords else { return nil }
            return Hit(id: id, score: totals[id] * covered[id] / sum, isComplete: isComplete)
        }
    }
}
