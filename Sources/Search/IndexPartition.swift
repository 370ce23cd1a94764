/// A part of the index: the words and shown fields of the documents that one worker has added.
///
/// Documents come in any order and may be spread over any number of partitions: what `IndexWriter` makes of them
/// is the same. A document's text isn't kept: its words are counted, its snippet text is encoded at once and can be
/// taken out as a finished file when the documents of a text shard (four neighbouring ids) have come together.
package struct IndexPartition: Sendable {
    /// What is kept of a document beside its words.
    struct Stored: Sendable {
        let id: Int
        /// Its entries in `entries`.
        let entries: Range<Int>
        /// Words in title, summary, headings and body.
        let lengths: [Int]
        /// Its row of the document shard, encoded.
        let row: [UInt8]
        /// Ordinals by facet.
        let facets: [[Int]]
    }

    /// A word form of a document with its counts.
    struct Entry: Sendable {
        let form: UInt32
        var counts: Ranking.Counts
    }

    private(set) var forms: WordTable
    private(set) var documents: [Stored] = []
    private(set) var entries: [Entry] = []
    private(set) var texts = TextShards()

    private var scanner = WordScanner()
    /// For each form, its last entry; it belongs to the present document if not before its first entry.
    private var lastEntry: [Int32]

    /// Stop words are the first forms.
    static let stopWordCount = WordLists.stopWords.count

    package init() {
        forms = WordTable(WordLists.stopWords.map { Array($0.utf8) })
        lastEntry = Array(repeating: -1, count: forms.count)
    }

    /// Adds a document under its id; ids are given in the order of `SearchDocument.precedes`, from 0.
    package mutating func add(_ document: SearchDocument, id: Int) {
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
        documents.append(
            Stored(
                id: id, entries: first..<entries.count, lengths: lengths,
                row: ShardFormat.documentRow(of: document), facets: document.facets))
        texts.add(document.body, id: id)
    }

    /// The text shards that are complete, each once; the rest is written at the end.
    package mutating func takeTextShards() -> [SearchFile] { texts.takeComplete() }

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
                for day in days.next(chunk, in: bytes) { count(extra: day, in: field, from: first) }
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
        guard form >= Self.stopWordCount else { return 0 }
        if form == lastEntry.count { lastEntry.append(-1) }
        let entry = Int(lastEntry[form])
        if entry >= first {
            if entries[entry].counts.count(in: field.rawValue) < full { entries[entry].counts.packed += one }
        } else {
            lastEntry[form] = Int32(entries.count)
            entries.append(Entry(form: UInt32(form), counts: Ranking.Counts(packed: one)))
        }
        return 1
    }
}
