/// Reads the files of an index as they are asked for, and keeps them.
///
/// A file that is missing or damaged is remembered as a fault and treated as empty: the answer is made from the rest.
final class IndexReader {
    /// A term of the index: its shard and its number there.
    struct Term: Hashable {
        let shard: Int
        let number: Int
    }

    /// A facet as the manifest tells of it.
    struct Facet {
        let id: String
        let hash: String
        let valueIDs: [String]
    }

    let documentCount: Int
    let facets: [Facet]
    /// Sets of phrases that mean the same.
    let synonyms: [[Phrase]]
    /// Files that could not be used, in the order in which they were needed; the caller clears it.
    var faults: [SearchIndexError] = []

    private let read: (String) throws -> [UInt8]?
    private let firstKeys: [[UInt8]]
    private let termHashes: [String]
    private let documentHashes: [String]
    private let spellingLetters: [[UInt8]]
    private let spellingHashes: [String]
    private let documentsPerShard: Int
    private let documentsPerTextShard: Int
    private var files: [String: [JSONValue]] = [:]
    private var broken: [String: SearchIndexError] = [:]
    private var termShards: [Int: TermShard?] = [:]
    private var candidates: [Int: [Candidate]] = [:]

    /// - Throws: `SearchIndexError` when there is no manifest, or none that can be used.
    init(read: @escaping (String) throws -> [UInt8]?) throws {
        let path = ShardFormat.manifestPath
        guard let bytes = try read(path) else { throw SearchIndexError.missing(path: path) }
        guard let manifest = JSONValue.values(ofStatement: bytes, name: "manifest")?.first,
            let version = manifest["v"]?.number
        else { throw SearchIndexError.damaged(path: path) }
        guard version == ShardFormat.version else { throw SearchIndexError.version(found: version) }
        guard let count = manifest["n"]?.number, let keys = manifest["t"]?.bytes.flatMap(FrontCoding.decode),
            let perShard = manifest["dp"]?.number, let perText = manifest["xp"]?.number, perText > 0,
            perShard >= perText
        else { throw SearchIndexError.damaged(path: path) }
        self.read = read
        documentCount = count
        firstKeys = keys
        documentsPerShard = perShard
        documentsPerTextShard = perText
        termHashes = Self.hashes(manifest["th"])
        documentHashes = Self.hashes(manifest["dh"])
        let letters = manifest["sl"]?.bytes ?? []
        spellingLetters = stride(from: 0, to: letters.count, by: 2).map {
            Array(letters[$0..<min(letters.count, $0 + 2)])
        }
        spellingHashes = Self.hashes(manifest["sh"])
        facets = (manifest["f"]?.array ?? []).compactMap(Self.facet)
        synonyms = (manifest["y"]?.array ?? []).map { set in
            (set.array ?? []).compactMap { $0.text.flatMap(Phrase.init(written:)) }
        }
    }

    private static func hashes(_ value: JSONValue?) -> [String] {
        let text = value?.bytes ?? []
        return stride(from: 0, to: text.count, by: ContentHash.length).map {
            String(decoding: text[$0..<min(text.count, $0 + ContentHash.length)], as: UTF8.self)
        }
    }

    private static func facet(_ value: JSONValue) -> Facet? {
        guard let members = value.array, members.count == 4, let id = members[0].text, let hash = members[2].text,
            let values = members[3].array
        else { return nil }
        return Facet(id: id, hash: hash, valueIDs: values.map { $0.array?.first?.text ?? "" })
    }

    /// The term of exactly these bytes.
    func term(_ key: UnsafeBufferPointer<UInt8>) -> Term? {
        let number = shardNumber(for: Array(key))
        guard let found = termShard(number)?.terms.find(key) else { return nil }
        return Term(shard: number, number: found)
    }

    func term(_ key: [UInt8]) -> Term? { key.withUnsafeBufferPointer { term($0) } }

    func documentFrequency(of term: Term) -> Int { termShard(term.shard)?.documentFrequencies[term.number] ?? 0 }

    func bytes(of term: Term) -> [UInt8] { termShard(term.shard).map { Array($0.terms[term.number]) } ?? [] }

    func postings(of term: Term) -> [UInt32] {
        termShard(term.shard)?.postings(of: term.number, documentCount: documentCount) ?? []
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

    /// A word that a misspelt one may have meant: its bytes, its letters, a digit that is the greater the commoner it is.
    typealias Candidate = (word: [UInt8], letters: [UInt16], step: UInt8)

    /// The words that begin with a letter.
    func words(beginning letter: [UInt8]) -> [Candidate] {
        guard let number = spellingLetters.firstIndex(of: letter), number < spellingHashes.count else { return [] }
        if let known = candidates[number] { return known }
        guard let values = file(.spelling, number, hash: spellingHashes[number]) else { return [] }
        guard values.count == 2, let words = values[0].bytes.flatMap(FrontCoding.decode),
            let steps = values[1].bytes, steps.count == words.count
        else {
            damaged(.spelling, number, hash: spellingHashes[number])
            return []
        }
        let decoded = zip(words, steps).map { ($0, Array(String(decoding: $0, as: UTF8.self).utf16), $1) }
        candidates[number] = decoded
        return decoded
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
            if known == nil { _ = file(.terms, number, hash: termHashes[number]) }
            return known
        }
        guard number < firstKeys.count, number < termHashes.count else { return nil }
        let shard = file(.terms, number, hash: termHashes[number]).flatMap { TermShard($0) }
        if shard == nil { damaged(.terms, number, hash: termHashes[number]) }
        termShards[number] = .some(shard)
        return shard
    }

    /// Title, address, label and summary of a document.
    func row(of id: Int) -> [String]? {
        guard let rows = documentShard(of: id)?.first?.array, id % documentsPerShard < rows.count,
            let row = rows[id % documentsPerShard].array, row.count == 4
        else { return nil }
        return row.map { $0.text ?? "" }
    }

    private func documentShard(of id: Int) -> [JSONValue]? {
        let number = id / documentsPerShard
        return number < documentHashes.count ? file(.documents, number, hash: documentHashes[number]) : nil
    }

    /// The text of a document.
    func text(of id: Int) -> [UInt8]? {
        let number = id / documentsPerTextShard
        let place = number % (documentsPerShard / documentsPerTextShard)
        guard let values = documentShard(of: id), values.count == 2, place < Self.hashes(values[1]).count,
            let texts = file(.texts, number, hash: Self.hashes(values[1])[place])?.first?.array,
            id % documentsPerTextShard < texts.count
        else { return nil }
        return texts[id % documentsPerTextShard].bytes
    }

    /// The documents of each value of a facet, by ascending id.
    func column(ofFacet number: Int) -> [[Int]]? {
        guard let base64 = file(.facet, number, hash: facets[number].hash)?.first?.bytes else { return nil }
        guard let bytes = Base64.decode(base64) else {
            damaged(.facet, number, hash: facets[number].hash)
            return nil
        }
        var offset = 0
        return facets[number].valueIDs.map { _ in
            var next = 0
            var ids: [Int] = []
            for _ in 0..<(TermShard.varint(bytes, &offset) ?? 0) {
                guard let gap = TermShard.varint(bytes, &offset), next + gap < documentCount else { break }
                ids.append(next + gap)
                next += gap + 1
            }
            return ids
        }
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
    private func damaged(_ kind: ShardFormat.Kind, _ number: Int, hash: String) {
        let path = ShardFormat.path(of: kind, number, hash: hash)
        if broken[path] == nil { broken[path] = .damaged(path: path) }
        if let fault = broken[path], !faults.contains(fault) { faults.append(fault) }
    }
}
