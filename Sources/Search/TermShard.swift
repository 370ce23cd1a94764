import Formats

/// A decoded term shard: sorted terms and their postings.
struct TermShard: Sendable {
    /// The terms; their numbers are their places in the order.
    let terms: WordTable
    /// The number of documents of each term.
    let documentFrequencies: [Int]
    /// For a term with further postings the name of their file.
    private let furtherFiles: [Int: String]
    private let lists: [[UInt32]]
    /// Sets of phrases of which one begins with a term of this shard.
    let synonyms: [[Phrase]]

    /// Nil when the values are not those of a term shard.
    init?(_ values: [JSONValue], code: PostingCode) {
        guard values.count == 3, let coded = values[0].bytes, let bits = values[1].bytes,
            let terms = FrontCoding.decode(coded), let synonyms = Synonyms.decode(values[2])
        else { return nil }
        var reader = BitReader(bits)
        var frequencies: [Int] = []
        var files: [Int: String] = [:]
        var lists: [[UInt32]] = []
        do throws(BitReader.Damage) {
            for number in terms.indices {
                let frequency = try reader.takeNumber()
                if frequency > ShardFormat.postingsPerTerm {
                    let name = try reader.take(26) << 26 | reader.take(26)
                    files[number] = String(name, radix: 36)
                }
                lists.append(try code.postings(min(frequency, ShardFormat.postingsPerTerm), from: &reader))
                frequencies.append(frequency)
            }
        } catch { return nil }
        self.terms = WordTable(terms)
        guard reader.isAtEnd, self.terms.count == terms.count else { return nil }
        self.synonyms = synonyms
        documentFrequencies = frequencies
        furtherFiles = files
        self.lists = lists
    }

    /// The best postings of a term: document << 4 | impact, by ascending document.
    func postings(of term: Int) -> [UInt32] { lists[term] }

    /// The file of a term's further postings and how many they are.
    func further(of term: Int) -> (file: String, count: Int)? {
        furtherFiles[term].map { ($0, documentFrequencies[term] - lists[term].count) }
    }
}
