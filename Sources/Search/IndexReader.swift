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
    /// The hashes of the folders by kind.
    private let hashes: [ShardFormat.Kind: [String]]
    /// The letters of the spelling shards, as UTF-8: those that begin their words, those that stand second.
    private let spellingLetters: (first: [[UInt8]], second: [[UInt8]])
    /// How often a file of terms was asked in vain: what it has is unknown.
    private(set) var misses = 0
    /// Pages by the terms of their names.
    private let names: [String: Int]
    private let documentsPerShard: Int
    private let code: PostingCode
    private var files: [String: [JSONValue]] = [:]
    private var broken: [String: SearchIndexError] = [:]
    private var termShards: [Int: TermShard?] = [:]
    private var further: [Int: [UInt32]] = [:]
    private var columns: [Int: Column] = [:]
    private var wordLists: [Int: SpellingList] = [:]

    /// - Throws: `SearchIndexError` when there is no manifest, or none that can be used.
    init(read: @escaping (String) throws -> [UInt8]?) throws {
        let path = ShardFormat.manifestPath
        guard let bytes = try read(path) else { throw SearchIndexError.missing(path: path) }
        guard let manifest = JSONValue.values(ofStatement: bytes, name: "manifest")?.first,
            let version = manifest["v"]?.number
        else { throw SearchIndexError.damaged(path: path) }
        guard version == ShardFormat.version else { throw SearchIndexError.version(found: version) }
        let impacts = (manifest["i"]?.text ?? "").compactMap { UInt32(String($0), radix: 16) }
        guard let count = manifest["n"]?.number, let keys = manifest["t"]?.bytes.flatMap(FrontCoding.decode),
            let firstAside = manifest["a"]?.number, let names = manifest["g"]?.members,
            let perShard = manifest["dp"]?.number, perShard > 0,
            let code = PostingCode(impacts: impacts, documentCount: count)
        else { throw SearchIndexError.damaged(path: path) }
        self.read = read
        self.code = code
        documentCount = count
        self.firstAside = firstAside
        self.names = names.compactMapValues(\.number)
        firstKeys = keys
        documentsPerShard = perShard
        spellingLetters = (Self.letters(manifest["sl"]), Self.letters(manifest["sm"]))
        var hashes: [ShardFormat.Kind: [String]] = [:]
        for kind in [ShardFormat.Kind.terms, .further, .documents, .spelling, .facet] {
            hashes[kind] = Self.hashes(manifest["\(kind.rawValue)h"])
        }
        self.hashes = hashes
        facets = (manifest["f"]?.array ?? []).map { $0.array?.first?.text ?? "" }
    }

    /// The page that has exactly these words for a name; each word by its term, in any order.
    func page(named terms: [[UInt8]]?) -> Int? {
        guard let terms, !terms.isEmpty else { return nil }
        return names[IndexManifest.name(terms)]
    }

    private static func hashes(_ value: JSONValue?) -> [String] {
        let text = value?.bytes ?? []
        return stride(from: 0, to: text.count, by: ContentHash.length).map {
            String(decoding: text[$0..<min(text.count, $0 + ContentHash.length)], as: UTF8.self)
        }
    }

    private static func letters(_ value: JSONValue?) -> [[UInt8]] {
        let letters = value?.bytes ?? []
        return stride(from: 0, to: letters.count, by: 2).map { Array(letters[$0..<min(letters.count, $0 + 2)]) }
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

    private func furtherPostings(file number: Int, count: Int) -> [UInt32] {
        if let known = further[number] { return known }
        guard let bits = file(.further, number)?.first?.bytes else { return [] }
        var reader = BitReader(bits)
        guard let list = try? code.postings(count, from: &reader), reader.isAtEnd else {
            damaged(.further, number)
            return []
        }
        further[number] = list
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
    func words(beginning letter: ArraySlice<UInt8>) -> SpellingList {
        spellingLetters.first.firstIndex { $0[...] == letter }.map(words) ?? SpellingList()
    }

    /// The words of which a letter is the second.
    func words(withSecond letter: ArraySlice<UInt8>) -> SpellingList {
        let number = spellingLetters.second.firstIndex { $0[...] == letter }
        return number.map { words(spellingLetters.first.count + $0) } ?? SpellingList()
    }

    private func words(_ number: Int) -> SpellingList {
        if let known = wordLists[number] { return known }
        guard let values = file(.spelling, number) else { return SpellingList() }
        guard values.count == 2, let words = values[0].bytes.flatMap(FrontCoding.decode), let steps = values[1].bytes,
            let list = SpellingList(words, steps: steps)
        else {
            damaged(.spelling, number)
            return SpellingList()
        }
        wordLists[number] = list
        return list
    }

    /// The last shard whose first term is not greater; the first one for all lesser words.
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
        if let known = termShards[number] {
            if known == nil {
                misses += 1
                _ = file(.terms, number)
            }
            return known
        }
        guard number < firstKeys.count else { return nil }
        let shard = file(.terms, number).flatMap { TermShard($0, code: code) }
        if shard == nil {
            misses += 1
            damaged(.terms, number)
        }
        termShards[number] = .some(shard)
        return shard
    }

    /// What is shown of a document.
    func row(of id: Int) -> (url: String, title: String, label: String, summary: String)? {
        guard let rows = documentShard(of: id)?.first?.array, id % documentsPerShard < rows.count,
            let row = rows[id % documentsPerShard].array, row.count == 4
        else { return nil }
        let texts = row.dropFirst().map { String(decoding: LetterExchange.exchanged($0.bytes ?? []), as: UTF8.self) }
        return (row[0].text ?? "", texts[0], texts[1], texts[2])
    }

    private func documentShard(of id: Int) -> [JSONValue]? { file(.documents, id / documentsPerShard) }

    /// The text of a document.
    func text(of id: Int) -> [UInt8]? {
        let number = id / documentsPerShard
        guard let values = documentShard(of: id), values.count == 2, let hash = values[1].text,
            let texts = file(.texts, number, hash: hash)?.first?.array, id % documentsPerShard < texts.count
        else { return nil }
        return texts[id % documentsPerShard].bytes.map { LetterExchange.exchanged($0) }
    }

    /// The values of a facet and their documents.
    func column(ofFacet number: Int) -> Column? {
        if let known = columns[number] { return known }
        guard let values = file(.facet, number) else { return nil }
        guard values.count == 2, let names = values[0].array, let bits = values[1].bytes else {
            damaged(.facet, number)
            return nil
        }
        var reader = BitReader(bits)
        let documents = try? names.map { _ in
            let count = try reader.takeNumber() - 1
            return try code.documents(count, from: &reader)
        }
        guard let documents, reader.isAtEnd else {
            damaged(.facet, number)
            return nil
        }
        let column = Column(valueIDs: names.map { $0.array?.first?.text ?? "" }, documents: documents)
        columns[number] = column
        return column
    }

    /// A file of a kind of which the manifest knows the folders.
    private func file(_ kind: ShardFormat.Kind, _ number: Int) -> [JSONValue]? {
        let folder = number / ShardFormat.filesPerFolder
        guard let known = hashes[kind], folder < known.count else { return nil }
        return file(kind, number, hash: known[folder])
    }

    private func file(_ kind: ShardFormat.Kind, _ number: Int, hash: String) -> [JSONValue]? {
        let path = ShardFormat.path(of: kind, number, hash: hash)
        if files[path] == nil, broken[path] == nil {
            do {
                if let bytes = try read(path) {
                    files[path] = JSONValue.values(ofStatement: bytes, name: "\(kind.rawValue)\(number)")
                    if files[path] == nil { broken[path] = .damaged(path: path) }
                } else {
                    broken[path] = .missing(path: path)
                }
            } catch {
                broken[path] = .damaged(path: path)
            }
        }
        if let fault = broken[path], !faults.contains(fault) { faults.append(fault) }
        return broken[path] == nil ? files[path] : nil
    }

    /// Notes that a file's contents are not what they should be.
    private func damaged(_ kind: ShardFormat.Kind, _ number: Int) {
        let folder = number / ShardFormat.filesPerFolder
        guard let known = hashes[kind], folder < known.count else { return }
        let path = ShardFormat.path(of: kind, number, hash: known[folder])
        if broken[path] == nil { broken[path] = .damaged(path: path) }
        if let fault = broken[path], !faults.contains(fault) { faults.append(fault) }
    }
}
