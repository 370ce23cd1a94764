import Formats

/// Makes the bits of a term in its shard from the postings of its word forms; see `ShardFormat`.
struct TermWeigher: Sendable {
    let documentCount: Int
    let code: PostingCode
    /// By document and field, what a single occurrence is worth.
    private let weights: [Double]

    /// A term's bits, the number of its documents, and its further postings where these are many.
    struct Weighed {
        var bits = BitWriter()
        var frequency = 0
        var further: (file: SearchFile, hash: ContentHash)?
    }

    /// - Parameter lengths: the words of each document in the four fields, one document after the other.
    init(lengths: [UInt32], averages: [Double]) {
        documentCount = lengths.count / Ranking.Field.allCases.count
        code = PostingCode(documentCount: documentCount)
        var weights: [Double] = []
        weights.reserveCapacity(lengths.count)
        for id in 0..<documentCount {
            let own = (0..<4).map { Int(lengths[id * 4 + $0]) }
            weights += Ranking.occurrenceWeights(lengths: own, averages: averages)
        }
        self.weights = weights
    }

    /// Weighs a term whose forms have these postings.
    func weigh(
        _ term: ArraySlice<UInt8>, _ lists: [UnsafeBufferPointer<UInt8>], _ desk: inout Desk
    ) throws(DamagedState) -> Weighed {
        let postings = try lists.count == 1 ? impacts(lists[0]) : impacts(lists, &desk)
        var weighed = Weighed()
        weighed.frequency = postings.count
        weighed.bits.appendNumber(UInt32(postings.count))
        guard postings.count > ShardFormat.postingsPerTerm else {
            code.append(postings, to: &weighed.bits)
            return weighed
        }
        let tiers = Self.tiers(of: postings)
        var rest = BitWriter()
        code.append(tiers.rest, to: &rest)
        let (file, hash) = ShardFormat.furtherFile(of: term, values: JSONWriter.string(rest.finished()))
        weighed.bits.append(UInt32(hash.nameNumber >> 26), bits: 26)
        weighed.bits.append(UInt32(hash.nameNumber & (1 << 26 - 1)), bits: 26)
        code.append(tiers.best, to: &weighed.bits)
        weighed.further = (file, hash)
        return weighed
    }

    /// Places for the counts of each document, while the forms of a term come together.
    struct Desk {
        fileprivate var counts: [Ranking.Counts] = []
        /// A bit for each document that has counts.
        fileprivate var isTaken: [UInt64] = []
    }

    private func impacts(_ list: UnsafeBufferPointer<UInt8>) throws(DamagedState) -> [UInt32] {
        var postings: [UInt32] = []
        postings.reserveCapacity(list.count / 2)
        try weights.withUnsafeBufferPointer { weights throws(DamagedState) in
            var reader = FormPostings.Reader(list, below: documentCount)
            while let (id, counts) = try reader.posting() {
                postings.append(id << 4 | Ranking.impact(counts, weights, at: Int(id) * 4))
            }
        }
        return postings
    }

    private func impacts(
        _ lists: [UnsafeBufferPointer<UInt8>], _ desk: inout Desk
    ) throws(DamagedState) -> [UInt32] {
        if desk.counts.isEmpty {
            desk.counts = Array(repeating: Ranking.Counts(), count: documentCount)
            desk.isTaken = Array(repeating: 0, count: documentCount / 64 + 1)
        }
        var range = (low: Int.max, high: -1)
        for list in lists {
            var reader = FormPostings.Reader(list, below: documentCount)
            while let posting = try reader.posting() {
                let id = Int(posting.id)
                let word = id >> 6
                let bit: UInt64 = 1 << UInt64(id & 63)
                if desk.isTaken[word] & bit == 0 {
                    desk.isTaken[word] |= bit
                    desk.counts[id] = posting.counts
                } else {
                    desk.counts[id].add(posting.counts)
                }
                range = (min(range.low, word), max(range.high, word))
            }
        }
        var postings: [UInt32] = []
        guard range.low <= range.high else { return postings }
        weights.withUnsafeBufferPointer { weights in
            for word in range.low...range.high {
                var bits = desk.isTaken[word]
                desk.isTaken[word] = 0
                while bits != 0 {
                    let id = word << 6 + bits.trailingZeroBitCount
                    bits &= bits - 1
                    postings.append(UInt32(id) << 4 | Ranking.impact(desk.counts[id], weights, at: id * 4))
                }
            }
        }
        return postings
    }

    /// The postings of greatest impact, of equal ones the first, and the rest; both by ascending document.
    private static func tiers(of all: [UInt32]) -> (best: [UInt32], rest: [UInt32]) {
        let limit = ShardFormat.postingsPerTerm
        var counts = [Int](repeating: 0, count: PostingCode.impactCount)
        for posting in all { counts[Int(posting & 15)] += 1 }
        var least = PostingCode.impactCount - 1
        var better = 0
        while better + counts[least] < limit {
            better += counts[least]
            least -= 1
        }
        var places = limit - better
        var tiers: (best: [UInt32], rest: [UInt32]) = ([], [])
        for posting in all {
            var isBest = Int(posting & 15) > least
            if Int(posting & 15) == least, places > 0 {
                isBest = true
                places -= 1
            }
            if isBest { tiers.best.append(posting) } else { tiers.rest.append(posting) }
        }
        return tiers
    }
}
