/// The state of an index as bytes.
extension IndexState {
    func encoded() -> [UInt8] {
        var writer = StateWriter()
        for hash in [configuration.fixed, configuration.facets, manifest, names] { writer.append(fixed: hash.value) }
        documents.append(to: &writer)
        writer.append(texts)
        writer.append(folders.map(\.hash))
        writer.append(folders.map(\.rows))
        writer.append(facets)
        writer.append(buckets.count)
        for bucket in buckets { bucket.append(to: &writer) }
        writer.append(shards.count)
        for shard in shards {
            writer.append(shard.first)
            writer.append(fixed: shard.hash.value)
            writer.append(fixed: shard.synonyms.value)
        }
        writer.append(spelling.count)
        for shard in spelling {
            writer.append(shard.letter)
            writer.append(shard.isSecond ? 1 : 0)
            writer.append(fixed: shard.hash.value)
        }
        writer.append(stems.count)
        for (word, stem) in stems.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            writer.append(word)
            writer.append(stem)
        }
        return writer.sealed().bytes
    }

    init(_ bytes: [UInt8]) throws(DamagedState) {
        var reader = try StateReader(bytes)
        configuration = (try reader.hash(), try reader.hash())
        manifest = try reader.hash()
        names = try reader.hash()
        documents = try DocumentTable(&reader)
        texts = try reader.hashes()
        let hashes = try reader.hashes()
        let rows = try reader.hashes()
        guard hashes.count == rows.count else { throw DamagedState() }
        folders = zip(hashes, rows).map { Folder(hash: $0, rows: $1) }
        facets = try reader.hashes()
        buckets = []
        for _ in 0..<(try reader.count()) { buckets.append(try BucketRecord(&reader)) }
        var firsts: [(first: [UInt8], hash: ContentHash, synonyms: ContentHash)] = []
        for _ in 0..<(try reader.count()) {
            firsts.append((Array(try reader.text()), try reader.hash(), try reader.hash()))
        }
        let shardNames = ShardPlan.names(of: firsts.map(\.first))
        shards = zip(firsts, shardNames).map {
            ShardRecord(name: $1, first: $0.first, hash: $0.hash, synonyms: $0.synonyms)
        }
        spelling = []
        for _ in 0..<(try reader.count()) {
            spelling.append(
                SpellingRecord(
                    letter: Array(try reader.text()), isSecond: try reader.number() == 1, hash: try reader.hash()))
        }
        stems = [:]
        for _ in 0..<(try reader.count()) { stems[Array(try reader.text())] = Array(try reader.text()) }
        try reader.finish()
        try checkExtent()
    }

    /// Everything that documents refer to must be there.
    private func checkExtent() throws(DamagedState) {
        let perFolder = ShardFormat.documentsPerFolder
        guard folders.count == (documents.count + perFolder - 1) / perFolder,
            texts.count == TextGroups.ranges(of: documents.addresses).count,
            zip(buckets, buckets.dropFirst()).allSatisfy({ $0.key < $1.key })
        else { throw DamagedState() }
    }
}

extension IndexState.BucketRecord {
    func append(to writer: inout StateWriter) {
        writer.append(Int(key.code))
        writer.append(fixed: checksum.value)
        writer.append(fixed: words.value)
        writer.append(pieces.count)
        for piece in pieces {
            writer.append(piece.first)
            writer.append(piece.bits)
        }
        writer.append(further)
    }

    init(_ reader: inout StateReader) throws(DamagedState) {
        key = BucketKey(code: UInt32(try reader.number(upTo: Int(UInt32.max))))
        checksum = try reader.hash()
        words = try reader.hash()
        var pieces: [ShardPlan.Piece] = []
        for _ in 0..<(try reader.count()) {
            pieces.append(ShardPlan.Piece(first: Array(try reader.text()), bits: try reader.number(upTo: 1 << 40)))
        }
        self.pieces = pieces
        further = try reader.hashes()
    }
}

extension StateWriter {
    mutating func append(_ hashes: [ContentHash]) {
        append(hashes.count)
        for hash in hashes { append(fixed: hash.value) }
    }
}

extension StateReader {
    mutating func hash() throws(DamagedState) -> ContentHash { ContentHash(value: try fixed()) }

    mutating func hashes() throws(DamagedState) -> [ContentHash] {
        var hashes: [ContentHash] = []
        for _ in 0..<(try count()) { hashes.append(try hash()) }
        return hashes
    }
}
