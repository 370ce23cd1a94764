import Formats

/// The stages that look at terms.
extension IndexBuild {
    /// The buckets of the index.
    struct Buckets {
        /// Those that were made or changed.
        var updated: [BucketKey: Updated] = [:]
        /// All that have a term, in order.
        var records: [IndexState.BucketRecord] = []
        /// How many were read or made.
        var count: Int { updated.count }
    }

    /// A bucket that was made or changed.
    struct Updated: Sendable {
        let bucket: Bucket
        let words: BucketWords
        let changed: [[UInt8]]
        let record: IndexState.BucketRecord
    }

    /// Makes the buckets anew in which something has changed.
    func updateBuckets(
        _ state: IndexState, _ changes: DocumentChanges, _ read: Reading
    ) throws(Fault) -> Buckets {
        let averages = state.documents.averages
        let setting = BucketUpdate.Setting(
            ids: changes.ids, isShifted: changes.isShifted,
            isWeighedAnew: averages != before.documents.averages,
            isStemmedAnew: state.configuration.fixed != before.configuration.fixed, runs: read.runs,
            fixed: WordTable(fixedWords),
            nouns: Dictionary(grouping: nouns) { word in word.withUnsafeBufferPointer { BucketKey(ofTerm: $0) } },
            weigher: TermWeigher(lengths: state.documents.lengths, averages: averages))
        let keys = try changedBuckets(setting, state, changes, read)
        var kept: [(key: BucketKey, bytes: [UInt8], checksum: ContentHash)?] = []
        for key in keys {
            let record = before.bucket(key)
            kept.append(
                try record.map { record throws(Fault) in
                    (key, try self.kept(StateKey.bucket(key)), record.checksum)
                })
        }
        let (isKept, outlet, before) = (store.isKept, outlet, before)
        let results = parallel.map(count: keys.count) { [kept] number -> Result<Made, DamagedState> in
            Result { () throws(DamagedState) in
                let old = try kept[number].map { kept throws(DamagedState) in
                    try Bucket(kept.bytes, key: kept.key, expected: kept.checksum)
                }
                let update = try BucketUpdate(old ?? Bucket(key: keys[number]), setting)
                let written = Set(before.bucket(keys[number])?.further.map(\.name) ?? [])
                for file in update.files where !written.contains(file.name) { outlet.put(file.file) }
                return Made(update, isKept: isKept)
            }
        }
        return try gathered(results)
    }

    /// A bucket, and how it is kept.
    private struct Made: Sendable {
        let updated: Updated
        let bytes: [UInt8]
        let words: [UInt8]

        init(_ update: BucketUpdate, isKept: Bool) {
            var bucket = update.bucket
            let words = BucketWords(bucket)
            let keptWords = words.encoded()
            let kept = isKept ? bucket.encoded() : (bytes: [], checksum: ContentHash(value: 0))
            // What is kept already need not stay in memory.
            bucket.dropForms()
            updated = Updated(
                bucket: bucket, words: words, changed: update.changed,
                record: IndexState.BucketRecord(
                    key: bucket.key, checksum: kept.checksum, words: keptWords.checksum, pieces: bucket.pieces,
                    further: bucket.further.sorted { $0.key < $1.key }.map(\.value)))
            bytes = kept.bytes
            self.words = keptWords.bytes
        }
    }

    private func gathered(_ results: [Result<Made, DamagedState>]) throws(Fault) -> Buckets {
        var buckets = Buckets()
        for result in results {
            let made = try checked { () throws(DamagedState) in try result.get() }
            let key = made.updated.bucket.key
            buckets.updated[key] = made.updated
            if made.updated.bucket.terms.count == 0 {
                try forget(StateKey.bucket(key))
                try forget(StateKey.words(key))
            } else if store.isKept {
                try keep(StateKey.bucket(key), made.bytes)
                if before.bucket(key)?.words != made.updated.record.words { try keep(StateKey.words(key), made.words) }
            }
        }
        let unchanged = before.buckets.filter { buckets.updated[$0.key] == nil }
        let fresh = buckets.updated.values.filter { $0.bucket.terms.count > 0 }.map(\.record)
        buckets.records = (unchanged + fresh).sorted { $0.key < $1.key }
        return buckets
    }

    /// The buckets that a change of documents reaches, in order.
    private func changedBuckets(
        _ setting: BucketUpdate.Setting, _ state: IndexState, _ changes: DocumentChanges, _ read: Reading
    ) throws(Fault) -> [BucketKey] {
        var keys: Set<BucketKey> = []
        for document in read.documents {
            let key = StateKey.signature(of: state.documents.addresses[document.id])
            if !setting.isShifted, let old = changes.previous[document.id] {
                let signature = try signature(key, stamp: before.documents.stamps[old])
                for bucket in Set(signature.keys).union(document.signature.keys)
                where signature[bucket] != document.signature[bucket] { keys.insert(bucket) }
            }
            if store.isKept { try keep(key, Self.encoded(document.signature, stamp: pages[document.id].stamp)) }
        }
        for id in changes.removed { try forget(StateKey.signature(of: before.documents.addresses[id])) }
        if setting.isShifted || setting.isWeighedAnew || setting.isStemmedAnew {
            keys = Set(before.buckets.map(\.key)).union(setting.runs.flatMap(\.lists.keys))
        }
        return keys.sorted()
    }

    private static func encoded(_ signature: IndexPartition.Signature, stamp: UInt64) -> [UInt8] {
        var writer = StateWriter()
        var last = 0
        for (key, hash) in signature.sorted(by: { $0.key < $1.key }) {
            writer.append(Int(key.code) - last)
            writer.append(fixed: hash)
            last = Int(key.code)
        }
        return writer.sealed(seed: stamp).bytes
    }

    private func signature(_ key: [UInt8], stamp: UInt64) throws(Fault) -> IndexPartition.Signature {
        let bytes = try kept(key)
        return try checked { () throws(DamagedState) in
            var reader = try StateReader(bytes, seed: stamp)
            var signature: IndexPartition.Signature = [:]
            var last = 0
            while !reader.isAtEnd {
                last = try last + reader.number(upTo: Int(UInt32.max) - last)
                signature[BucketKey(code: UInt32(last))] = try reader.fixed()
            }
            return signature
        }
    }

    // MARK: Term shards

    /// Writes the shards in which a term has changed, or which have other bounds than before.
    func termShards(_ buckets: Buckets, _ synonyms: Synonyms) throws(Fault) -> [IndexState.ShardRecord] {
        let firsts = ShardPlan.pieces(of: buckets.records.map { ($0.key, $0.pieces) }).map(\.first)
        let names = ShardPlan.names(of: firsts)
        let changed = buckets.updated.sorted { $0.key < $1.key }.flatMap(\.value.changed)
        let old = Dictionary(uniqueKeysWithValues: before.shards.enumerated().map { ($1.name, $0) })
        var shards: [IndexState.ShardRecord?] = []
        var wanted: [(number: Int, range: KeyRange, synonyms: [UInt8])] = []
        for (number, name) in names.enumerated() {
            // The first shard has what is before its first key too: a reader looks there.
            let range = KeyRange(
                first: number == 0 ? nil : firsts[number], next: number + 1 < firsts.count ? firsts[number + 1] : nil)
            let sets = synonyms.encoded(from: range.first, to: range.next)
            if let place = old[name], before.shards[place].first == firsts[number],
                (place + 1 < before.shards.count ? before.shards[place + 1].first : nil) == range.next,
                (place == 0) == (number == 0), before.shards[place].synonyms == ContentHash(of: sets),
                !range.contains(anyOf: changed)
            {
                shards.append(before.shards[place])
            } else {
                shards.append(nil)
                wanted.append((number, range, sets))
            }
        }
        let contents = try contents(wanted.map(\.range), buckets)
        let files = parallel.map(count: wanted.count) { [wanted] place in
            ShardFormat.file(
                names[wanted[place].number], values: Self.encoded(contents[place]) + [0x2C] + wanted[place].synonyms)
        }
        for (shard, file) in zip(wanted, files) {
            let name = names[shard.number]
            if old[name].map({ before.shards[$0].hash }) != file.hash { outlet.put(file.file) }
            shards[shard.number] = IndexState.ShardRecord(
                name: name, first: firsts[shard.number], hash: file.hash, synonyms: ContentHash(of: shard.synonyms))
        }
        return shards.compactMap(\.self)
    }

    /// Terms of a bucket.
    private struct TermRange: Sendable {
        let bucket: Bucket
        let terms: Range<Int>
    }

    /// The terms of each shard; buckets that have not changed are read again.
    private func contents(_ ranges: [KeyRange], _ buckets: Buckets) throws(Fault) -> [[TermRange]] {
        var known = buckets.updated.mapValues(\.bucket)
        var contents: [[TermRange]] = []
        for range in ranges {
            var content: [TermRange] = []
            for record in buckets.records where range.reaches(record.key) {
                if known[record.key] == nil {
                    let bytes = try kept(StateKey.bucket(record.key))
                    known[record.key] = try checked { () throws(DamagedState) in
                        try Bucket(bytes, key: record.key, expected: record.checksum)
                    }
                }
                guard let bucket = known[record.key] else { continue }
                content.append(TermRange(bucket: bucket, terms: bucket.terms(from: range.first, to: range.next)))
            }
            contents.append(content)
        }
        return contents
    }

    /// The terms and postings of a shard.
    private static func encoded(_ content: [TermRange]) -> [UInt8] {
        var bits = BitWriter()
        for part in content {
            let starts = part.bucket.bitStarts
            bits.append(starts[part.terms.lowerBound]..<starts[part.terms.upperBound], of: part.bucket.bits)
        }
        let terms = content.lazy.flatMap { part in part.terms.map { Array(part.bucket.terms[$0]) } }
        return JSONWriter.string(FrontCoding.encode(terms)) + [0x2C] + JSONWriter.string(bits.finished())
    }
}

/// The keys from one on and before another; without bounds where these are nil.
private struct KeyRange: Sendable {
    let first: [UInt8]?
    let next: [UInt8]?

    /// Whether one of these sorted terms lies within.
    func contains(anyOf terms: [[UInt8]]) -> Bool {
        let place = first.map { first in terms.indices.firstPlace { terms[$0].lexicographicallyPrecedes(first) } } ?? 0
        guard place < terms.count else { return false }
        return next.map { terms[place].lexicographicallyPrecedes($0) } ?? true
    }

    /// Whether a bucket may have terms within.
    func reaches(_ key: BucketKey) -> Bool {
        let isBehind = first.map { first in first.withUnsafeBufferPointer { key < BucketKey(ofTerm: $0) } } ?? false
        return !isBehind && next.map { key.bytes.lexicographicallyPrecedes($0) } ?? true
    }
}
