/// Divides the terms into shards along their prefixes.
///
/// Terms that share a prefix stand in one shard where they fit; where they don't, those of each longer prefix do so
/// apart, and neighbours among these share shards as long as they fit. So what stands under one prefix is divided
/// without a look at anything that stands elsewhere, and few shards change with a text.
enum ShardPlan {
    /// A shard: the least key that belongs to it, and its bits.
    ///
    /// It ends where the next one begins.
    struct Piece: Equatable, Sendable {
        let first: [UInt8]
        var bits: Int
    }

    /// The shards of all buckets, which come in order, each with what it wants for itself.
    static func pieces(of buckets: [(key: BucketKey, pieces: [Piece])]) -> [Piece] {
        var letters: [[Piece]] = []
        var start = 0
        while start < buckets.count {
            let letter = buckets[start].key.firstLetter
            var end = start
            while end < buckets.count, buckets[end].key.firstLetter == letter { end += 1 }
            let own = buckets[start..<end].map(\.pieces)
            let bits = own.joined().reduce(0) { $0 + $1.bits }
            letters.append(
                bits <= ShardFormat.termShardBits ? [Piece(first: letter, bits: bits)] : joined(own))
            start = end
        }
        return joined(letters)
    }

    /// The shards of a bucket: one where its terms fit.
    static func pieces(of terms: WordTable, sizes: [Int], key: BucketKey) -> [Piece] {
        pieces(terms, 0..<terms.count, sizes, prefix: key.bytes)
    }

    // A level for each letter of a term, of which there are few.
    private static func pieces(_ terms: WordTable, _ range: Range<Int>, _ sizes: [Int], prefix: [UInt8]) -> [Piece] {
        let bits = sizes[range].reduce(0, +)
        guard bits > ShardFormat.termShardBits, range.count > 1 else { return [Piece(first: prefix, bits: bits)] }
        var children: [[Piece]] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let term = terms[start]
            let width = term.count > prefix.count ? term[term.startIndex + prefix.count] < 0x80 ? 1 : 2 : 0
            let longer = Array(term.prefix(prefix.count + width))
            var end = start + 1
            // The term that is the prefix stands alone.
            while width > 0, end < range.upperBound, terms[end].starts(with: longer) { end += 1 }
            children.append(pieces(terms, start..<end, sizes, prefix: longer))
            start = end
        }
        return joined(children)
    }

    /// Neighbours that are a single shard each share one as long as they fit.
    private static func joined(_ children: [[Piece]]) -> [Piece] {
        var pieces: [Piece] = []
        var isOpen = false
        for child in children {
            let isSingle = child.count == 1
            if isSingle, isOpen, pieces[pieces.count - 1].bits + child[0].bits <= ShardFormat.termShardBits {
                pieces[pieces.count - 1].bits += child[0].bits
            } else {
                pieces += child
            }
            isOpen = isSingle
        }
        return pieces
    }
}

extension ShardPlan {
    /// The names of shards that have these least keys, in order.
    static func names(of firsts: [[UInt8]]) -> [ShardFormat.Name] {
        var numbers: [BucketKey: Int] = [:]
        return firsts.map { first in
            let key = first.withUnsafeBufferPointer { BucketKey(ofTerm: $0) }
            defer { numbers[key, default: 0] += 1 }
            return .terms(key.bytes, numbers[key, default: 0])
        }
    }
}
