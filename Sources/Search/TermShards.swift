import Formats

/// Divides the sorted terms into shards and encodes them; see `ShardFormat`.
struct TermShards: Sendable {
    private let merge: IndexMerge
    private let code: PostingCode
    /// Terms that have more postings than a shard takes, ascending: their places are the numbers of their files.
    let further: [Int]

    init(_ merge: IndexMerge, code: PostingCode) {
        self.merge = merge
        self.code = code
        further = merge.terms.indices.filter { merge.frequency(of: $0) > ShardFormat.postingsPerTerm }
    }

    /// Ranges of terms, each of about the aimed size; where there is a choice, a shard ends where neighbours have
    /// least in common, so that a word's candidates seldom lie in two shards.
    func plan() -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var first = 0
        var size = 0
        var best = (boundary: 0, common: Int.max, size: 0)
        for term in merge.terms.indices {
            let bits = encodedBits(of: term)
            if size > 0, size + bits > ShardFormat.termShardBits {
                let boundary = best.boundary > first ? best.boundary : term
                ranges.append(first..<boundary)
                size = boundary == term ? 0 : size - best.size
                first = boundary
                best = (0, Int.max, 0)
            }
            if size > ShardFormat.termShardBits * 2 / 3 {
                let common = FrontCoding.commonPrefix(merge.terms[term][...], merge.terms[term - 1][...]).characters
                if common <= best.common { best = (term, common, size) }
            }
            size += bits
        }
        if first < merge.terms.count { ranges.append(first..<merge.terms.count) }
        return ranges
    }

    /// The terms and postings of a shard.
    func encode(_ range: Range<Int>) -> [UInt8] {
        var writer = BitWriter()
        var number = further.firstIndex { $0 >= range.lowerBound } ?? further.count
        for term in range {
            let frequency = merge.frequency(of: term)
            writer.appendNumber(UInt32(frequency))
            if frequency > ShardFormat.postingsPerTerm {
                writer.appendNumber(UInt32(number + 1))
                number += 1
            }
            code.append(tiers(of: term).best, to: &writer)
        }
        return JSONWriter.string(FrontCoding.encode(merge.terms[range])) + [0x2C] + JSONWriter.string(writer.finished())
    }

    /// The value of a file of further postings.
    func encodeFurther(_ number: Int) -> [UInt8] {
        var writer = BitWriter()
        code.append(tiers(of: further[number]).rest, to: &writer)
        return JSONWriter.string(writer.finished())
    }

    /// The postings of greatest impact, of equal ones the first, and the rest; both by ascending document.
    private func tiers(of term: Int) -> (best: [UInt32], rest: [UInt32]) {
        let all = merge.postings[merge.starts[term]..<merge.starts[term + 1]]
        let limit = ShardFormat.postingsPerTerm
        guard all.count > limit else { return (Array(all), []) }
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

    /// The bits of a term in its shard, nearly; a character of a term takes eight.
    private func encodedBits(of term: Int) -> Int {
        let postings = merge.postings[merge.starts[term]..<merge.starts[term + 1]]
        return 36 + code.bits(of: postings.prefix(ShardFormat.postingsPerTerm))
    }
}
