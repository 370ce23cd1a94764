/// The words of the documents that one worker has read.
///
/// A document's text isn't kept: its words are counted.
struct IndexPartition {
    /// A word form of a document with its counts.
    struct Entry: Sendable {
        let form: UInt32
        var counts: Ranking.Counts
    }

    /// For each bucket in which a document has words, a hash of these words, their counts and what these weigh.
    typealias Signature = [BucketKey: UInt64]

    private var forms: WordTable
    /// The bucket of each form, and a hash of its bytes.
    private var keys: [BucketKey]
    private var hashes: [UInt64]
    private var documents: [(id: UInt32, entries: Range<Int>)] = []
    private var entries: [Entry] = []
    private var scanner = WordScanner()
    /// For each form, its last entry; it belongs to the present document if not before its first entry.
    private var lastEntry: [Int32]

    /// Stop words are the first forms.
    private static let stopWords = WordTable(WordLists.stopWords.map { Array($0.utf8) })

    init() {
        forms = Self.stopWords
        lastEntry = Array(repeating: -1, count: forms.count)
        keys = Array(repeating: BucketKey(code: 0), count: forms.count)
        hashes = Array(repeating: 0, count: forms.count)
    }

    /// Adds a document; ids come in ascending order.
    /// - Returns: the words in title, summary, headings and body.
    mutating func add(_ document: SearchDocument, id: Int) -> [Int] {
        let first = entries.count
        var lengths = [0, 0, 0, 0]
        count(document.title, in: .title, from: first, &lengths)
        // «дорожная карта 2023» means roadmaps, not what mentions them.
        count(document.label, in: .title, from: first, &lengths)
        count(document.summary, in: .summary, from: first, &lengths)
        for keyword in document.keywords { count(keyword, in: .summary, from: first, &lengths) }
        for heading in document.headings { count(heading, in: .headings, from: first, &lengths) }
        count(document.body, in: .body, from: first, &lengths)
        for name in document.names { count(name: name, in: .title, from: first) }
        for name in document.mentionedNames { count(name: name, in: .body, from: first) }
        documents.append((UInt32(id), first..<entries.count))
        return lengths
    }

    /// The signature of the document that was added last, which has these lengths.
    ///
    /// A word's weight depends on the lengths of the fields in which it stands: its hash does so too.
    func signature(lengths: [Int]) -> Signature {
        let fields = Ranking.Field.allCases.map { field in
            ContentHash(of: Array("\(field) \(Ranking.coarse(lengths[field.rawValue]))".utf8)).value
        }
        var signature: Signature = [:]
        for entry in entries[documents[documents.count - 1].entries] {
            var word = hashes[Int(entry.form)] ^ UInt64(entry.counts.packed)
            for field in 0..<4 where entry.counts.count(in: field) > 0 { word ^= fields[field] }
            word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ word >> 29) &* 0x94D0_49BB_1331_11EB
            // A sum, since the order of the words does not matter.
            signature[keys[Int(entry.form)], default: 0] &+= word ^ word >> 31
        }
        return signature
    }

    /// All words of the documents by form.
    consuming func turned() -> PostingRun {
        PostingRun(forms: forms, keys: keys, entries: entries, documents: documents)
    }

    private mutating func count(name: String, in field: Ranking.Field, from first: Int) {
        guard let words = Query.nameWords(name) else { return }
        count(extra: Query.nameTerm(words), in: field, from: first)
    }

    /// Counts a word that no text has as such.
    private mutating func count(extra word: [UInt8], in field: Ranking.Field, from first: Int) {
        let full = Ranking.Counts(packed: UInt32.max).count(in: field.rawValue)
        word.withUnsafeBufferPointer { _ = count($0, field, Ranking.Counts.one(in: field), full, from: first) }
    }

    private mutating func count(
        _ text: String, in field: Ranking.Field, from first: Int, _ lengths: inout [Int]
    ) {
        let one = Ranking.Counts.one(in: field)
        let full = Ranking.Counts(packed: UInt32.max).count(in: field.rawValue)
        var length = 0
        var scanner = self.scanner
        self.scanner = WordScanner()
        var text = text
        var days = Days()
        text.withUTF8 { bytes in
            scanner.scan(bytes) { chunk in
                if !days.isIdle(before: chunk) {
                    for day in days.next(chunk, in: bytes) { count(extra: day, in: field, from: first) }
                }
                if chunk.partEnds.count == 1 {
                    length += count(chunk.bytes, field, one, full, from: first)
                    return
                }
                chunk.forEachPart { length += count($0, field, one, full, from: first) }
                if chunk.isWord { _ = count(chunk.bytes, field, one, full, from: first) }
            }
        }
        self.scanner = scanner
        lengths[field.rawValue] += length
    }

    /// Counts a word; returns 1, or 0 for a stop word.
    @inline(__always)
    private mutating func count(
        _ word: UnsafeBufferPointer<UInt8>, _ field: Ranking.Field, _ one: UInt32, _ full: UInt32, from first: Int
    ) -> Int {
        let form = forms.intern(word)
        guard form >= Self.stopWords.count else { return 0 }
        if form == lastEntry.count { begin(word) }
        let entry = Int(lastEntry[form])
        if entry >= first {
            if entries[entry].counts.count(in: field.rawValue) < full { entries[entry].counts.packed += one }
        } else {
            lastEntry[form] = Int32(entries.count)
            entries.append(Entry(form: UInt32(form), counts: Ranking.Counts(packed: one)))
        }
        return 1
    }

    /// Notes what is asked of a new form.
    @inline(never)
    private mutating func begin(_ form: UnsafeBufferPointer<UInt8>) {
        lastEntry.append(-1)
        keys.append(BucketKey(ofForm: form))
        hashes.append(ContentHash(of: UnsafeRawBufferPointer(form)).value)
    }
}
