/// A decoded term shard: sorted terms and their postings, which are decoded on demand.
struct TermShard: Sendable {
    /// The terms; their numbers are their places in the order.
    let terms: WordTable
    /// The number of documents of each term.
    let documentFrequencies: [Int]
    private let ends: [Int]
    private let bytes: [UInt8]

    /// Nil when the values are not those of a term shard.
    init?(_ values: [JSONValue]) {
        guard values.count == 2, let coded = values[0].bytes, let base64 = values[1].bytes,
            let bytes = Base64.decode(base64), let terms = FrontCoding.decode(coded)
        else { return nil }
        var offset = 0
        var frequencies: [Int] = []
        var lengths: [Int] = []
        for _ in terms {
            guard let frequency = Self.varint(bytes, &offset), let length = Self.varint(bytes, &offset) else {
                return nil
            }
            frequencies.append(frequency)
            lengths.append(length)
        }
        var ends: [Int] = []
        for length in lengths {
            offset += length
            ends.append(offset)
        }
        guard offset == bytes.count else { return nil }
        self.terms = WordTable(terms)
        guard self.terms.count == terms.count else { return nil }
        documentFrequencies = frequencies
        self.ends = ends
        self.bytes = bytes
        start = (ends.first ?? 0) - (lengths.first ?? 0)
    }

    private let start: Int

    /// The postings of a term: document << 4 | impact, by ascending document.
    ///
    /// Broken ones end the list.
    func postings(of term: Int, documentCount: Int) -> [UInt32] {
        var offset = term == 0 ? start : ends[term - 1]
        let end = ends[term]
        var postings: [UInt32] = []
        postings.reserveCapacity(min(documentFrequencies[term], documentCount))
        var next = 0
        while offset < end, let value = Self.varint(bytes, &offset) {
            let id = next + value >> 4
            guard id < documentCount else { break }
            postings.append(UInt32(id << 4 | value & 15))
            next = id + 1
        }
        return postings
    }

    /// Reads a varint of at most five bytes.
    static func varint(_ bytes: [UInt8], _ offset: inout Int) -> Int? {
        var value = 0
        var shift = 0
        while offset < bytes.count, shift < 35 {
            let byte = bytes[offset]
            offset += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }
}

/// Reads front-coded terms; see `ShardFormat`.
enum FrontCoding {
    /// The terms of a list parted by spaces, or nil when it isn't one.
    static func decode(_ coded: [UInt8]) -> [[UInt8]]? {
        guard !coded.isEmpty else { return [] }
        var terms: [[UInt8]] = []
        for entry in coded.split(separator: 0x20, omittingEmptySubsequences: false) {
            guard let digit = entry.first, let characters = value(of: digit) else { return nil }
            let previous = terms.last ?? []
            var bytes = 0
            for _ in 0..<characters {
                guard bytes < previous.count else { return nil }
                bytes += previous[bytes] < 0x80 ? 1 : 2
            }
            guard bytes <= previous.count else { return nil }
            terms.append(Array(previous[..<bytes]) + entry.dropFirst())
        }
        return terms
    }

    private static func value(of digit: UInt8) -> Int? {
        switch digit {
        case 0x30...0x39: Int(digit) - 0x30
        case 0x61...0x7A: Int(digit) - 0x61 + 10
        default: nil
        }
    }
}
