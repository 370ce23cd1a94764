/// What is kept of an index: which files it consists of, and what they were made of.
///
/// Beside it stand, each under a key of its own, the buckets and their words, the rows of the document shards by folder, and
/// for each document a signature of its words. This part holds their checksums, so that the parts of two builds never mix.
struct IndexState: Sendable {
    /// A bucket of terms.
    struct BucketRecord: Sendable {
        let key: BucketKey
        let checksum: ContentHash
        let words: ContentHash
        /// The shards that it wants.
        let pieces: [ShardPlan.Piece]
        /// The files of further postings.
        let further: [ContentHash]
    }

    /// A term shard.
    struct ShardRecord: Sendable {
        let name: ShardFormat.Name
        let first: [UInt8]
        let hash: ContentHash
        /// The sets of synonyms that it has.
        let synonyms: ContentHash
    }

    /// A folder of document shards.
    struct Folder: Sendable {
        let hash: ContentHash
        /// The rows, as they are kept.
        let rows: ContentHash
    }

    /// A spelling shard.
    struct SpellingRecord: Sendable {
        let letter: [UInt8]
        let isSecond: Bool
        let hash: ContentHash

        var name: ShardFormat.Name { .spelling(letter, isSecond: isSecond) }
    }

    /// The words that are never stemmed, and what facets and their values are called.
    var configuration: (fixed: ContentHash, facets: ContentHash)
    var documents: DocumentTable
    /// The text shards, by group of documents.
    var texts: [ContentHash]
    var folders: [Folder]
    /// In order.
    var buckets: [BucketRecord]
    var shards: [ShardRecord]
    var spelling: [SpellingRecord]
    var facets: [ContentHash]
    var manifest: ContentHash
    var names: ContentHash
    /// The stems of words of which names and synonyms consist; an empty one where the texts have none.
    var stems: [[UInt8]: [UInt8]]

    /// That of no index.
    static var none: IndexState {
        let hash = ContentHash(value: 0)
        return IndexState(
            configuration: (hash, hash), documents: DocumentTable(), texts: [], folders: [], buckets: [], shards: [],
            spelling: [], facets: [], manifest: hash, names: hash, stems: [:])
    }

    /// The record of a bucket.
    func bucket(_ key: BucketKey) -> BucketRecord? {
        let place = buckets.indices.firstPlace { buckets[$0].key < key }
        return place < buckets.count && buckets[place].key == key ? buckets[place] : nil
    }

    /// The paths of all files.
    var paths: [String] {
        var paths = [ShardFormat.manifestPath, FacetNames.path]
        paths += shards.map { $0.name.path(mark: $0.hash.mark) }
        paths += buckets.flatMap(\.further).map { ShardFormat.Name.further($0.name).path() }
        let perShard = ShardFormat.documentsPerShard
        for number in 0..<(documents.count + perShard - 1) / perShard {
            let folder = folders[number / ShardFormat.shardsPerFolder]
            paths.append(ShardFormat.Name.documents(number).path(mark: folder.hash.mark))
        }
        paths += texts.map { ShardFormat.Name.texts($0.name).path() }
        paths += spelling.map { $0.name.path(mark: $0.hash.mark) }
        paths += facets.enumerated().map { ShardFormat.Name.facet($0).path(mark: $1.mark) }
        return paths
    }
}
