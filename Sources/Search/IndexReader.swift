import Formats

/// Reads the files of an index as they are asked for, and keeps them.
///
/// A file that is missing or damaged is remembered as a fault and treated as empty: the answer is made from the rest.
final class IndexReader {
    /// A term of the index: its shard and its number there.
    struct Term: Hashable {
        let shard: Int
        let number: Int
    }

    /// A facet's values and for each its documents by ascending id.
    struct Column {
        let valueIDs: [String]
        let labels: [String]
        /// For each value how a query names it: ``FacetNaming/decoded(_:)``.
        let forms: [[[[UInt8]]]]
        let documents: [[UInt32]]
    }

    let documentCount: Int
    /// The first of the ids that stand aside; the number of documents when none does.
    let firstAside: Int
    /// The ids of the facets.
    let facets: [String]
    /// Files that could not be used, in the order in which they were needed; the caller clears it.
    var faults: [SearchIndexError] = []

    private let read: (String) throws -> [UInt8]?
    private let firstKeys: [[UInt8]]
    /// The names of the term shards and the paths of the files that the manifest knows by their names.
    private let shardNames: [ShardFormat.Name]
    private let marks: (terms: [[UInt8]], documents: [[UInt8]], spelling: [[UInt8]], facets: [[UInt8]])
    /// The letters of the spelling shards, as UTF-8: those that begin their words, those that stand second.
    private let spellingLetters: (first: [[UInt8]], second: [[UInt8]])
    /// How often a file of terms was asked in vain: what it has is unknown.
    private(set) var misses = 0
    /// Pages by the terms of their names.
    private let names: [String: Int]
    private let documentsPerShard: Int
    /// So many pages no shard of them has.
    private static let mostPerShard = 1 << 16
    private let code: PostingCode
    private var files: [String: [JSONValue]] = [:]
    private var broken: [String: SearchIndexError] = [:]
    private var termShards: [Int: TermShard?] = [:]
    private var further: [String: [UInt32]] = [:]
    private var columns: [Int: Column] = [:]
    private var wordLists: [ShardFormat.Name: SpellingList] = [:]

    /// - Throws: `SearchIndexError` when there is no manifest, or none that can be used.
    init(read: @escaping (String) throws -> [UInt8]?) throws {
        let path = ShardFormat.manifestPath
        guard let bytes = try read(path) else { throw SearchIndexError.missing(path: path) }
        guard let manifest = JSONValue.values(ofStatement: bytes, name: "manifest")?.first,
            let version = manifest["v"]?.number
        else { throw SearchIndexError.damaged(path: path) }
        guard version == ShardFormat.version else { throw SearchIndexError.version(found: version) }
        guard let count = manifest["n"]?.number, let keys = manifest["t"]?.bytes.flatMap(FrontCoding.decode),
            let firstAside = manifest["a"]?.number, let names = manifest["g"]?.members,
            let perShard = manifest["dp"]?.number, perShard > 0
        else { throw SearchIndexError.damaged(path: path) }
        let marks = ["th", "dh", "sh", "fh"].map { Self.pieces(manifest[$0], of: ContentHash.markLength) }
        // Room is made for as many pages as there are: no more than the shards of pages can hold.
        guard perShard <= Self.mostPerShard, count >= 0, firstAside >= 0,
            count <= marks[1].count * ShardFormat.shardsPerFolder * perShard
        else { throw SearchIndexError.damaged(path: path) }
        self.read = read
        code = PostingCode(documentCount: count)
        documentCount = count
        self.firstAside = firstAside
        self.names = names.compactMapValues(\.number)
        firstKeys = keys
        documentsPerShard = perShard
        spellingLetters = (Self.pieces(manifest["sl"], of: 2), Self.pieces(manifest["sm"], of: 2))
        shardNames = ShardPlan.names(of: keys)
        self.marks = (marks[0], marks[1], marks[2], marks[3])
        facets = (manifest["f"]?.array ?? []).map { $0.array?.first?.text ?? "" }
    }

    /// The page that has exactly these words for a name; each word by its term, in any order.
    func page(named terms: [[UInt8]]?) -> Int? {
        guard let terms, !terms.isEmpty else { return nil }
        return names[IndexManifest.name(terms)]
    }

    /// Pieces of a text that have so many bytes each.
    private static func pieces(_ value: JSONValue?, of length: Int) -> [[UInt8]] {
        let text = value?.bytes ?? []
        return stride(from: 0, to: text.count, by: length).map { Array(text[$0..<min(text.count, $0 + length)]) }
    }

    /// For each facet the names of its values.
    func facetNames() throws -> [[[String]]] {
        guard let bytes = try read(FacetNames.path) else { throw SearchIndexError.missing(path: FacetNames.path) }
        guard let names = FacetNames.read(bytes), names.count == facets.count else {
            throw SearchIndexError.damaged(path: FacetNames.path)
        }
        return names
    }

    /// The term of exactly these bytes.
    func term(_ key: UnsafeBufferPointer<UInt8>) -> Term? {
        let number = shardNumber(for: Array(key))
        guard let found = termShard(number)?.terms.find(key) else { return nil }
        return Term(shard: number, number: found)
    }

    func term(_ key: [UInt8]) -> Term? { key.withUnsafeBufferPointer { term($0) } }

    /// Sets of phrases that mean the same, of which one begins with a term; the term need not be in the texts.
    func synonyms(of key: [UInt8]) -> [[Phrase]] {
        let shard = termShard(shardNumber(for: key))
        return (shard?.synonyms ?? []).filter { set in set.contains { $0.terms[0] == key } }
    }

    func documentFrequency(of term: Term) -> Int { termShard(term.shard)?.documentFrequencies[term.number] ?? 0 }

    func bytes(of term: Term) -> [UInt8] { termShard(term.shard).map { Array($0.terms[term.number]) } ?? [] }

    /// The best postings of a term; all of them where the answer must be exact, the best first.
    func postings(of term: Term, isExact: Bool) -> [UInt32] {
        guard let shard = termShard(term.shard) else { return [] }
        let best = shard.postings(of: term.number)
        guard isExact, let further = shard.further(of: term.number) else { return best }
        return best + furtherPostings(file: further.file, count: further.count)
    }

    /// Whether a term has more postings than its shard.
    func hasFurtherPostings(_ term: Term) -> Bool { termShard(term.shard)?.further(of: term.number) != nil }

    private func furtherPostings(file hash: String, count: Int) -> [UInt32] {
        if let known = further[hash] { return known }
        let name = ShardFormat.Name.further(hash)
        guard let bits = file(name)?.first?.bytes else { return [] }
        var reader = BitReader(bits)
        guard let list = try? code.postings(count, from: &reader), reader.isAtEnd else {
            damaged(name)
            return []
        }
        further[hash] = list
        return list
    }

    /// All terms that begin so, in order, from the shard where they begin and the one after it.
    func terms(beginning prefix: [UInt8]) -> [Term] {
        let first = shardNumber(for: prefix)
        var terms: [Term] = []
        for number in first...first + 1 where number == first || isWithin(prefix, shard: number) {
            guard let shard = termShard(number) else { continue }
            for term in 0..<shard.terms.count where shard.terms[term].starts(with: prefix) {
                terms.append(Term(shard: number, number: term))
            }
        }
        return terms
    }

    private func isWithin(_ prefix: [UInt8], shard: Int) -> Bool {
        shard < firstKeys.count && firstKeys[shard].starts(with: prefix)
    }

    /// The words that begin with a letter.
    func words(beginning letter: ArraySlice<UInt8>) -> SpellingList { words(Array(letter), isSecond: false) }

    /// The words of which a letter is the second.
    func words(withSecond letter: ArraySlice<UInt8>) -> SpellingList { words(Array(letter), isSecond: true) }

    private func words(_ letter: [UInt8], isSecond: Bool) -> SpellingList {
        let name = ShardFormat.Name.spelling(letter, isSecond: isSecond)
        if let known = wordLists[name] { return known }
        let letters = isSecond ? spellingLetters.second : spellingLetters.first
        guard letters.contains(letter), let values = file(name) else { return SpellingList() }
        guard values.count == 2, let words = values[0].bytes.flatMap(FrontCoding.decode), let steps = values[1].bytes,
            let list = SpellingList(words, steps: steps)
        else {
            damaged(name)
            return SpellingList()
        }
        wordLists[name] = list
        return list
    }

    /// The last shard whose least key is not greater; the first one for all lesser words.
    private func shardNumber(for key: [UInt8]) -> Int {
        var low = 0
        var high = firstKeys.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if key.lexicographicallyPrecedes(firstKeys[middle]) { high = middle } else { low = middle }
        }
        return low
    }

    private func termShard(_ number: Int) -> TermShard? {
        guard number < shardNames.count else { return nil }
        let name = shardNames[number]
        if let known = termShards[number] {
            if known == nil {
                misses += 1
                _ = file(name)
            }
            return known
        }
        let shard = file(name).flatMap { TermShard($0, code: code) }
        if shard == nil {
            misses += 1
            damaged(name)
        }
        termShards[number] = .some(shard)
        return shard
    }

    /// What is shown of a document.
    func row(of id: Int) -> (url: String, title: String, label: String, summary: String)? {
        guard let row = values(of: id) else { return nil }
        let texts = row[1...3].map { String(decoding: LetterExchange.exchanged($0.bytes ?? []), as: UTF8.self) }
        return (row[0].text ?? "", texts[0], texts[1], texts[2])
    }

    /// What the document shard says of a document.
    private func values(of id: Int) -> [JSONValue]? {
        guard let rows = file(.documents(id / documentsPerShard))?.first?.array, id % documentsPerShard < rows.count,
            let row = rows[id % documentsPerShard].array, row.count == 5
        else { return nil }
        return row
    }

    /// The text of a document.
    func text(of id: Int) -> [UInt8]? {
        guard let reference = values(of: id)?[4].text,
            let place = reference.last.flatMap({ Int(String($0), radix: 36) }),
            let texts = file(.texts(String(reference.dropLast())))?.first?.array, place < texts.count
        else { return nil }
        return texts[place].bytes.map { LetterExchange.exchanged($0) }
    }

    /// The values of a facet and their documents.
    func column(ofFacet number: Int) -> Column? {
        if let known = columns[number] { return known }
        guard let values = file(.facet(number)) else { return nil }
        guard values.count == 2, let names = values[0].array, let bits = values[1].bytes else {
            damaged(.facet(number))
            return nil
        }
        var reader = BitReader(bits)
        let documents = try? names.map { _ in
            let count = try reader.takeNumber() - 1
            return try code.documents(count, from: &reader)
        }
        guard let documents, reader.isAtEnd else {
            damaged(.facet(number))
            return nil
        }
        let texts = names.map { ($0.array ?? []).map { $0.text ?? "" } + ["", "", ""] }
        let column = Column(
            valueIDs: texts.map { $0[0] }, labels: texts.map { $0[1] }, forms: texts.map { FacetNaming.decoded($0[2]) },
            documents: documents)
        columns[number] = column
        return column
    }

    /// The path of a file; nil where the manifest does not know it.
    private func path(of name: ShardFormat.Name) -> String? {
        switch name {
        case .texts, .further: name.path()
        case .terms: mark(shardNames.firstIndex(of: name), marks.terms).map(name.path)
        case .documents(let number): mark(number / ShardFormat.shardsPerFolder, marks.documents).map(name.path)
        case .facet(let number): mark(number, marks.facets).map(name.path)
        case .spelling(let letter, isSecond: false):
            mark(spellingLetters.first.firstIndex(of: letter), marks.spelling).map(name.path)
        case .spelling(let letter, isSecond: true):
            mark(
                spellingLetters.second.firstIndex(of: letter).map { $0 + spellingLetters.first.count }, marks.spelling
            ).map(name.path)
        }
    }

    private func mark(_ place: Int?, _ marks: [[UInt8]]) -> [UInt8]? {
        place.flatMap { marks.indices.contains($0) ? marks[$0] : nil }
    }

    private func file(_ name: ShardFormat.Name) -> [JSONValue]? {
        guard let path = path(of: name) else { return nil }
        if files[path] == nil, broken[path] == nil {
            do {
                let bytes = try read(path)
                files[path] = bytes.flatMap { JSONValue.values(ofStatement: $0, name: name.text) }
                if files[path] == nil { broken[path] = bytes == nil ? .missing(path: path) : .damaged(path: path) }
            } catch {
                broken[path] = .damaged(path: path)
            }
        }
        return isBroken(path) ? nil : files[path]
    }

    /// Notes that a file's contents are not what they should be.
    private func damaged(_ name: ShardFormat.Name) {
        guard let path = path(of: name) else { return }
        broken[path] = broken[path] ?? .damaged(path: path)
        _ = isBroken(path)
    }

    /// Whether a file cannot be used; then the answer says so.
    private func isBroken(_ path: String) -> Bool {
        guard let fault = broken[path] else { return false }
        if !faults.contains(fault) { faults.append(fault) }
        return true
    }
}
