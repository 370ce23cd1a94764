/// The terms that begin with the same two characters, and all that they are made of.
struct Bucket: Sendable {
    let key: BucketKey
    /// Its word forms, in no particular order.
    var forms = WordTable()
    /// For each form, its term.
    var termOfForm: [Int] = []
    /// The postings of one form after the other; see `FormPostings`.
    var postings: [UInt8] = []
    /// Where each form's postings begin; one more for the end.
    var postingStarts = [0]
    /// Its terms in their order.
    var terms = WordTable()
    /// For each term, the number of its documents.
    var frequencies: [Int] = []
    /// The bits of one term after the other, as they stand in a term shard.
    var bits = BitWriter()
    /// Where each term's bits begin; one more for the end.
    var bitStarts = [0]
    /// The names of the files with further postings, by term.
    var further: [Int: ContentHash] = [:]

    init(key: BucketKey) { self.key = key }

    /// Calls `body` with the postings of a form.
    func withPostings<Result>(of form: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        postings.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[postingStarts[form]..<postingStarts[form + 1]]))
        }
    }

    /// The terms from one key on and before another.
    func terms(from first: [UInt8]?, to next: [UInt8]?) -> Range<Int> {
        let low = first.map { place(of: $0) } ?? 0
        return low..<max(low, next.map { place(of: $0) } ?? terms.count)
    }

    /// The first term that is not less.
    private func place(of key: [UInt8]) -> Int {
        (0..<terms.count).firstPlace { terms[$0].lexicographicallyPrecedes(key) }
    }

    /// The shards that its terms want.
    var pieces: [ShardPlan.Piece] {
        ShardPlan.pieces(of: terms, sizes: (0..<terms.count).map { 36 + bitStarts[$0 + 1] - bitStarts[$0] }, key: key)
    }

    /// Leaves what shards are made of.
    mutating func dropForms() {
        forms = WordTable()
        termOfForm = []
        postings = []
        postingStarts = [0]
    }

    // MARK: State

    /// What is kept.
    func encoded() -> (bytes: [UInt8], checksum: ContentHash) {
        var writer = StateWriter()
        writer.append(Int(key.code))
        writer.append(forms)
        for form in 0..<forms.count {
            writer.append(termOfForm[form])
            writer.append(postingStarts[form + 1] - postingStarts[form])
        }
        writer.append(postings)
        writer.append(terms)
        for term in 0..<terms.count {
            writer.append(frequencies[term])
            writer.append(bitStarts[term + 1] - bitStarts[term])
        }
        bits.words.map(\.littleEndian).withUnsafeBytes { writer.append($0) }
        writer.append(further.count)
        for (term, hash) in further.sorted(by: { $0.key < $1.key }) {
            writer.append(term)
            writer.append(fixed: hash.value)
        }
        return writer.sealed()
    }

    init(_ bytes: [UInt8], key: BucketKey, expected: ContentHash) throws(DamagedState) {
        self.key = key
        var reader = try StateReader(bytes, expected: expected)
        guard try reader.number() == Int(key.code) else { throw DamagedState() }
        forms = try reader.words()
        for form in 0..<forms.count {
            termOfForm.append(try reader.number())
            postingStarts.append(try postingStarts[form] + reader.number(upTo: bytes.count))
        }
        postings = Array(try reader.text())
        terms = try reader.words()
        for term in 0..<terms.count {
            frequencies.append(try reader.number())
            bitStarts.append(try bitStarts[term] + reader.number(upTo: bytes.count * 8))
        }
        bits = try Self.bits(try reader.text(), count: bitStarts[terms.count])
        let count = try reader.count()
        for _ in 0..<count {
            let term = try reader.number()
            further[term] = ContentHash(value: try reader.fixed())
        }
        try reader.finish()
        guard postingStarts[forms.count] == postings.count, termOfForm.allSatisfy({ $0 < terms.count }) else {
            throw DamagedState()
        }
    }

    private static func bits(_ bytes: ArraySlice<UInt8>, count: Int) throws(DamagedState) -> BitWriter {
        guard bytes.count & 3 == 0 else { throw DamagedState() }
        let words = bytes.withUnsafeBytes { raw in
            stride(from: 0, to: raw.count, by: 4).map {
                UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0, as: UInt32.self))
            }
        }
        guard let bits = BitWriter(words: words, count: count) else { throw DamagedState() }
        return bits
    }
}
