/// Divides the sorted terms into shards and encodes a shard; see `ShardFormat`.
enum TermShards {
    /// Ranges of terms, each of about the aimed size; where there is a choice, a shard ends where neighbours have
    /// least in common, so that a word's candidates seldom lie in two shards.
    static func plan(_ merge: IndexMerge) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var first = 0
        var size = 0
        var best = (boundary: 0, common: Int.max, size: 0)
        for term in merge.terms.indices {
            let bytes = encodedSize(of: term, merge)
            if size > 0, size + bytes > ShardFormat.termShardBytes {
                let boundary = best.boundary > first ? best.boundary : term
                ranges.append(first..<boundary)
                size = boundary == term ? 0 : size - best.size
                first = boundary
                best = (0, Int.max, 0)
            }
            if size > ShardFormat.termShardBytes * 2 / 3 {
                let common = ShardFormat.commonPrefix(merge.terms[term][...], merge.terms[term - 1][...]).characters
                if common <= best.common { best = (term, common, size) }
            }
            size += bytes
        }
        if first < merge.terms.count { ranges.append(first..<merge.terms.count) }
        return ranges
    }

    /// The values of a term shard.
    static func encode(_ merge: IndexMerge, _ range: Range<Int>) -> [UInt8] {
        var values: [UInt8] = [0x22]
        var heads: [UInt8] = []
        var bodies: [UInt8] = []
        var previous: ArraySlice<UInt8> = []
        for term in range {
            if term > range.lowerBound { values.append(0x20) }
            ShardFormat.appendFrontCoded(merge.terms[term][...], after: previous, to: &values)
            previous = merge.terms[term][...]
            let start = bodies.count
            appendPostings(of: term, merge, to: &bodies)
            ShardFormat.appendVarint(UInt32(merge.starts[term + 1] - merge.starts[term]), to: &heads)
            ShardFormat.appendVarint(UInt32(bodies.count - start), to: &heads)
        }
        values += [0x22, 0x2C, 0x22]
        Base64.encode(heads + bodies, into: &values)
        values.append(0x22)
        return values
    }

    private static func appendPostings(of term: Int, _ merge: IndexMerge, to bytes: inout [UInt8]) {
        var next: UInt32 = 0
        for posting in merge.postings[merge.starts[term]..<merge.starts[term + 1]] {
            let id = posting >> 4
            ShardFormat.appendVarint((id - next) << 4 | posting & 15, to: &bytes)
            next = id + 1
        }
    }

    /// The bytes of a term in its shard, nearly.
    private static func encodedSize(of term: Int, _ merge: IndexMerge) -> Int {
        var bytes = 3
        var next: UInt32 = 0
        for posting in merge.postings[merge.starts[term]..<merge.starts[term + 1]] {
            let id = posting >> 4
            bytes += ShardFormat.varintLength((id - next) << 4)
            next = id + 1
        }
        return bytes * 4 / 3 + 8
    }
}
