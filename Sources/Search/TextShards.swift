/// Collects the texts of documents and encodes a text shard when its documents have come together.
struct TextShards: Sendable {
    /// Encoded texts that wait for their neighbours: by shard, by place in it.
    private(set) var waiting: [Int: [Int: [UInt8]]] = [:]
    /// The hashes of the shards that were encoded here.
    private(set) var hashes: [Int: [UInt8]] = [:]
    private var complete: [SearchFile] = []

    /// Adds the text of a document.
    mutating func add(_ text: String, id: Int) {
        var encoded: [UInt8] = []
        var text = text
        text.withUTF8 { bytes in
            encoded = JSONText.exchanged(Self.beginning(of: bytes))
        }
        let shard = id / ShardFormat.documentsPerShard
        waiting[shard, default: [:]][id % ShardFormat.documentsPerShard] = encoded
        if waiting[shard]?.count == ShardFormat.documentsPerShard { finish(shard) }
    }

    /// The shards finished since the last call, by number.
    mutating func takeComplete() -> [SearchFile] {
        defer { complete = [] }
        return complete
    }

    /// Takes over what other collections have finished or left, and finishes all that is left.
    mutating func finish(with others: [TextShards]) {
        for other in others {
            hashes.merge(other.hashes) { first, _ in first }
            complete += other.complete
            for (shard, texts) in other.waiting { waiting[shard, default: [:]].merge(texts) { first, _ in first } }
        }
        for shard in waiting.keys.sorted() { finish(shard) }
    }

    private mutating func finish(_ shard: Int) {
        guard let texts = waiting.removeValue(forKey: shard) else { return }
        let ordered = texts.sorted { $0.key < $1.key }.map(\.value)
        let (file, hash) = ShardFormat.textFile(shard, values: ShardFormat.array(ordered))
        hashes[shard] = hash
        complete.append(file)
    }

    /// At most so many bytes as are kept, ending with a whole character.
    private static func beginning(of text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard text.count > ShardFormat.maximumTextBytes else { return text }
        var end = ShardFormat.maximumTextBytes
        while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
        return UnsafeBufferPointer(rebasing: text[..<end])
    }
}
