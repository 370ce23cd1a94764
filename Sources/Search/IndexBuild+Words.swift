import Formats

/// Finds the stems of single words: from the build before where their buckets have the same terms still.
struct StemLookup<Store: IndexStore, Map: ParallelMap> {
    private let build: IndexBuild<Store, Map>
    private let buckets: IndexBuild<Store, Map>.Buckets
    private var words: [BucketKey: BucketWords] = [:]
    /// An empty stem for a word that has none.
    private var stems: [[UInt8]: [UInt8]] = [:]
    private var fault: IndexFault<Store.Failure>?

    init(_ build: IndexBuild<Store, Map>, _ buckets: IndexBuild<Store, Map>.Buckets) {
        self.build = build
        self.buckets = buckets
    }

    /// The stem of a word; nil where the texts have none.
    mutating func stem(of word: [UInt8]) -> [UInt8]? {
        if let known = stems[word] { return known.isEmpty ? nil : known }
        let key = word.withUnsafeBufferPointer { BucketKey(ofForm: $0) }
        let stem = find(word, in: key)
        stems[word] = stem ?? []
        return stem
    }

    private mutating func find(_ word: [UInt8], in key: BucketKey) -> [UInt8]? {
        guard let record = buckets.record(key) else { return nil }
        if build.before.bucket(key)?.words == record.words, let known = build.before.stems[word] {
            return known.isEmpty ? nil : known
        }
        do throws(IndexFault<Store.Failure>) {
            if let known = words[key] { return known.stem(of: word) }
            let found = try build.words(of: record, buckets)
            words[key] = found
            return found.stem(of: word)
        } catch {
            fault = fault ?? error
            return nil
        }
    }

    /// All stems that were asked for.
    func finished() throws(IndexFault<Store.Failure>) -> [[UInt8]: [UInt8]] {
        if let fault { throw fault }
        return stems
    }
}

extension IndexBuild.Buckets {
    func record(_ key: BucketKey) -> IndexState.BucketRecord? {
        let place = records.indices.firstPlace { records[$0].key < key }
        return place < records.count && records[place].key == key ? records[place] : nil
    }
}

extension IndexBuild {
    /// The words of a bucket, read again where it has not changed.
    func words(of record: IndexState.BucketRecord, _ buckets: Buckets) throws(Fault) -> BucketWords {
        if let updated = buckets.updated[record.key] { return updated.words }
        let bytes = try kept(StateKey.words(record.key))
        return try checked { () throws(DamagedState) in try BucketWords(bytes, expected: record.words) }
    }

    /// Writes the spelling shards of letters that have other words than before.
    func spellingShards(_ buckets: Buckets, documentCount: Int) throws(Fault) -> [IndexState.SpellingRecord] {
        let least = SpellingShards.leastFrequency(documentCount: documentCount)
        let isSameLeast = SpellingShards.leastFrequency(documentCount: before.documents.count) == least
        let changed = Set(
            buckets.updated.keys.filter { key in
                before.bucket(key)?.words != buckets.record(key)?.words
            })
        var records: [IndexState.SpellingRecord] = []
        for isSecond in [false, true] {
            func letter(_ key: BucketKey) -> [UInt8] { isSecond ? key.secondLetter : key.firstLetter }
            let own = Dictionary(grouping: buckets.records.filter(\.key.isOfLetters)) { letter($0.key) }
            let reached = Set(changed.map(letter))
            for (letter, members) in own.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                let old = before.spelling.first { $0.letter == letter && $0.isSecond == isSecond }
                if !reached.contains(letter), isSameLeast {
                    if let old { records.append(old) }
                    continue
                }
                var words = SpellingShards.Words()
                for member in members { words.append(try self.words(of: member, buckets), least: least) }
                if words.terms.isEmpty { continue }
                let (file, hash) = ShardFormat.file(.spelling(letter, isSecond: isSecond), values: words.encoded)
                if old?.hash != hash { outlet.put(file) }
                records.append(IndexState.SpellingRecord(letter: letter, isSecond: isSecond, hash: hash))
            }
        }
        return records
    }
}
