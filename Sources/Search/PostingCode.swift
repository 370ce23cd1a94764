/// Ascending documents, with or without an impact each, as bits.
///
///     gap:     its part above k bits in unary, then the k lowest bits (Rice); k depends on how dense the list is
///     impact:  so with k = 1, small impacts being the commonest
///
/// `gap` is the document's id less the one before less 1; the first is the id itself. Five bits a posting as a rule.
struct PostingCode: Sendable {
    let documentCount: Int

    static let impactCount = 16

    /// The low bits of the gaps of a list: as many as 2^k is at most two thirds of the average gap.
    static func gapBits(count: Int, documentCount: Int) -> Int {
        var bits = 0
        while count > 0, 3 * count << (bits + 1) <= 2 * documentCount { bits += 1 }
        return bits
    }

    /// Appends postings: document << 4 | impact.
    func append(_ postings: some Collection<UInt32>, to writer: inout BitWriter) {
        let bits = Self.gapBits(count: postings.count, documentCount: documentCount)
        var next: UInt32 = 0
        for posting in postings {
            let gap = posting >> 4 - next
            writer.appendUnary(gap >> UInt32(bits))
            writer.append(gap, bits: bits)
            next = posting >> 4 + 1
            let impact = posting & 15
            writer.appendUnary(impact >> 1)
            writer.append(impact, bits: 1)
        }
    }

    /// Reads so many postings.
    func postings(_ count: Int, from reader: inout BitReader) throws(BitReader.Damage) -> [UInt32] {
        try read(count, from: &reader) { reader, id throws(BitReader.Damage) in
            let impact = try reader.takeUnary() << 1 | reader.take(1)
            guard impact < Self.impactCount else { throw BitReader.Damage() }
            return UInt32(id) << 4 | UInt32(impact)
        }
    }

    /// Appends documents without impacts.
    func append(documents: [UInt32], to writer: inout BitWriter) {
        let bits = Self.gapBits(count: documents.count, documentCount: documentCount)
        var next: UInt32 = 0
        for document in documents {
            writer.appendUnary((document - next) >> UInt32(bits))
            writer.append(document - next, bits: bits)
            next = document + 1
        }
    }

    /// Reads so many documents.
    func documents(_ count: Int, from reader: inout BitReader) throws(BitReader.Damage) -> [UInt32] {
        try read(count, from: &reader) { _, id in UInt32(id) }
    }

    private func read(
        _ count: Int, from reader: inout BitReader,
        _ make: (inout BitReader, Int) throws(BitReader.Damage) -> UInt32
    ) throws(BitReader.Damage) -> [UInt32] {
        guard count <= documentCount else { throw BitReader.Damage() }
        let bits = Self.gapBits(count: count, documentCount: documentCount)
        var list: [UInt32] = []
        list.reserveCapacity(count)
        var next = 0
        for _ in 0..<count {
            let id = try next + reader.takeUnary() << bits + reader.take(bits)
            guard id < documentCount else { throw BitReader.Damage() }
            list.append(try make(&reader, id))
            next = id + 1
        }
        return list
    }
}
