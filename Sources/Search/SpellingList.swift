/// The words of a spelling shard: those that a misspelt one may have meant.
struct SpellingList {
    private var table = WordTable()
    private var steps: [Int] = []

    /// No words.
    init() {}

    /// - Parameter steps: for each word a base-36 digit, see `ShardFormat`; nil when there are fewer or more.
    init?(_ words: [[UInt8]], steps: [UInt8]) {
        table = WordTable(words)
        guard words.count == steps.count, words.count == table.count else { return nil }
        self.steps = steps.map { Int(String(UnicodeScalar($0)), radix: 36) ?? 0 }
    }

    /// In order.
    var words: some Sequence<ArraySlice<UInt8>> { (0..<table.count).lazy.map { table[$0] } }

    /// How common a word is: the binary digits of the number of its documents, 0 for a word that is not here.
    func step(of word: UnsafeBufferPointer<UInt8>) -> Int { table.find(word).map { steps[$0] } ?? 0 }
}
