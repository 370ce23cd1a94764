/// The terms of a bucket without their documents: enough to correct words and to know the stem of one.
struct BucketWords: Sendable {
    /// In their order.
    let terms: WordTable
    /// For each term, the greatest power of two that is not above the number of its documents.
    let frequencies: [Int]

    init(_ bucket: Bucket) {
        terms = bucket.terms
        frequencies = bucket.frequencies.map { 1 << (Int.bitWidth - 1 - $0.leadingZeroBitCount) }
    }

    /// The stem of a word of this bucket; nil where the texts have none.
    func stem(of word: [UInt8]) -> [UInt8]? { Stems.resolve(word.regular) { terms.find($0) != nil } }

    func encoded() -> (bytes: [UInt8], checksum: ContentHash) {
        var writer = StateWriter()
        writer.append(terms)
        for frequency in frequencies { writer.append(frequency) }
        return writer.sealed()
    }

    init(_ bytes: [UInt8], expected: ContentHash) throws(DamagedState) {
        var reader = try StateReader(bytes, expected: expected)
        terms = try reader.words()
        var frequencies: [Int] = []
        for _ in 0..<terms.count { frequencies.append(try reader.number()) }
        self.frequencies = frequencies
        try reader.finish()
    }
}
