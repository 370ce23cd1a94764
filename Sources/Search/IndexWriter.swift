/// Writes the index: partitions go in, the finished files come out, the same bytes at any number of jobs.
///
///     var partitions = batches.map { … IndexPartition … }        // in parallel, each adds its documents
///     files += partitions.indices.flatMap { partitions[$0].takeTextShards() }
///     files += IndexWriter.write(partitions, configuration: configuration, using: map)
///
/// It never touches a disk, starts no thread and knows no materials.
package enum IndexWriter {
    /// The files of the index but for the text shards that were taken from the partitions already.
    package static func write(
        _ partitions: [IndexPartition], configuration: SearchConfiguration,
        using parallel: some ParallelMap = SequentialMap()
    ) -> [SearchFile] {
        let merge = IndexMerge(partitions, fixed: foldedAbbreviations(configuration), using: parallel)
        let ranges = TermShards.plan(merge)
        let terms = parallel.map(count: ranges.count) { number in
            ShardFormat.file(.terms, number, values: TermShards.encode(merge, ranges[number]))
        }
        var texts = TextShards()
        texts.finish(with: partitions.map(\.texts))
        let documents = documentShards(merge, textHashes: texts.hashes, using: parallel)
        let facets = parallel.map(count: configuration.facets.count) { number in
            let column = facetColumn(number, valueCount: configuration.facets[number].values.count, merge)
            return ShardFormat.file(.facet, number, values: column)
        }
        let letters = SpellingShards.plan(merge)
        let spelling = parallel.map(count: letters.count) { number in
            ShardFormat.file(.spelling, number, values: SpellingShards.encode(letters[number].terms, merge))
        }
        let attested = WordTable(merge.terms)
        let manifest = Manifest(
            documentCount: merge.documentCount, firstKeys: ranges.map { merge.terms[$0.lowerBound] },
            termHashes: terms.map(\.hash), documentHashes: documents.map(\.hash),
            facetHashes: facets.map(\.hash), spellingLetters: letters.map(\.letter),
            spellingHashes: spelling.map(\.hash),
            stem: { word in Stems.resolve(word.regular) { attested.find($0) != nil } })
        let manifestFile = SearchFile(
            path: ShardFormat.manifestPath,
            bytes: ShardFormat.statement(name: "manifest", values: manifest.encoded(configuration)))
        let shards = [terms, documents, facets, spelling].flatMap { $0.map(\.file) }
        return [manifestFile] + shards + texts.takeComplete()
    }

    private static func documentShards(
        _ merge: IndexMerge, textHashes: [Int: [UInt8]], using parallel: some ParallelMap
    ) -> [(file: SearchFile, hash: [UInt8])] {
        let size = ShardFormat.documentsPerShard(documentCount: merge.documentCount)
        let textsPerShard = size / ShardFormat.documentsPerTextShard
        return parallel.map(count: (merge.documentCount + size - 1) / size) { number in
            let ids = number * size..<min(merge.documentCount, (number + 1) * size)
            var values = ShardFormat.array(ids.map { merge.document($0).row })
            values += [0x2C, 0x22]
            for text in number * textsPerShard..<(number + 1) * textsPerShard { values += textHashes[text] ?? [] }
            return ShardFormat.file(.documents, number, values: values + [0x22])
        }
    }

    /// Every word of the abbreviations themselves, folded.
    private static func foldedAbbreviations(_ configuration: SearchConfiguration) -> WordTable {
        WordTable(configuration.abbreviations.flatMap { FoldedWords.words(of: $0.short) })
    }

    private static func facetColumn(_ facet: Int, valueCount: Int, _ merge: IndexMerge) -> [UInt8] {
        var documents = [[UInt32]](repeating: [], count: valueCount)
        for id in 0..<merge.documentCount {
            let values = merge.document(id).facets
            guard facet < values.count else { continue }
            for value in Set(values[facet]) {
                precondition(documents.indices.contains(value), "facet \(facet) has no value \(value)")
                documents[value].append(UInt32(id))
            }
        }
        var bytes: [UInt8] = []
        for ids in documents {
            ShardFormat.appendVarint(UInt32(ids.count), to: &bytes)
            var next: UInt32 = 0
            for id in ids {
                ShardFormat.appendVarint(id - next, to: &bytes)
                next = id + 1
            }
        }
        var value: [UInt8] = [0x22]
        Base64.encode(bytes, into: &value)
        value.append(0x22)
        return value
    }
}
