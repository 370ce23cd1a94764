import Formats

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
        let code = PostingCode(for: merge.postings, documentCount: merge.documentCount)
        let shards = TermShards(merge, code: code)
        let ranges = shards.plan()
        let attested = WordTable(merge.terms)
        let synonyms = Synonyms(configuration) { word in Stems.resolve(word.regular) { attested.find($0) != nil } }
        let terms = parallel.map(count: ranges.count) { number in
            // The first shard has what is before its first term too: a reader looks there.
            let first = number == 0 ? nil : merge.terms[ranges[number].lowerBound]
            let next = number + 1 < ranges.count ? merge.terms[ranges[number + 1].lowerBound] : nil
            return shards.encode(ranges[number]) + [0x2C] + synonyms.encoded(from: first, to: next)
        }
        let further = parallel.map(count: shards.further.count) { shards.encodeFurther($0) }
        var texts = TextShards()
        texts.finish(with: partitions.map(\.texts))
        let documents = documentShards(merge, textHashes: texts.hashes, using: parallel)
        let facets = parallel.map(count: configuration.facets.count) { number in
            facetColumn(number, configuration.facets[number], merge, code)
        }
        let letters = SpellingShards.plan(merge)
        let words = letters.first + letters.second
        let spelling = parallel.map(count: words.count) { SpellingShards.encode(words[$0], merge) }
        var files: [SearchFile] = []
        var hashes: [ShardFormat.Kind: [UInt8]] = [:]
        for (kind, values) in [
            (ShardFormat.Kind.terms, terms), (.further, further), (.documents, documents), (.facet, facets),
            (.spelling, spelling),
        ] {
            let finished = ShardFormat.files(kind, values: values)
            files += finished.files
            hashes[kind] = finished.hashes
        }
        let manifest = IndexManifest(
            documentCount: merge.documentCount, impacts: code.impacts,
            firstKeys: ranges.map { merge.terms[$0.lowerBound] }, hashes: hashes,
            spellingLetters: (letters.first.map(\.letter), letters.second.map(\.letter)),
            firstAside: configuration.firstAside ?? merge.documentCount,
            names: names(configuration) { word in Stems.resolve(word.regular) { attested.find($0) != nil } })
        let manifestFile = SearchFile(
            path: ShardFormat.manifestPath,
            bytes: ShardFormat.statement(name: "manifest", values: manifest.encoded(configuration)))
        return [manifestFile, FacetNames.file(configuration)] + files + texts.takeComplete()
    }

    /// Of pages with the same name the first one has it.
    private static func names(
        _ configuration: SearchConfiguration, stem: ([UInt8]) -> [UInt8]?
    ) -> [String: Int] {
        let pairs = configuration.names.compactMap { name, id -> (String, Int)? in
            let (phrase, isAttested) = Phrase.make(name, stem: stem)
            guard let phrase, isAttested else { return nil }
            return (IndexManifest.name(phrase.terms), id)
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func documentShards(
        _ merge: IndexMerge, textHashes: [Int: [UInt8]], using parallel: some ParallelMap
    ) -> [[UInt8]] {
        let size = ShardFormat.documentsPerShard
        return parallel.map(count: (merge.documentCount + size - 1) / size) { number in
            let ids = number * size..<min(merge.documentCount, (number + 1) * size)
            return ShardFormat.array(ids.map { merge.document($0).row }) + [0x2C]
                + JSONWriter.string(textHashes[number] ?? [])
        }
    }

    /// Every word of the abbreviations themselves, folded.
    private static func foldedAbbreviations(_ configuration: SearchConfiguration) -> WordTable {
        WordTable(configuration.abbreviations.flatMap { FoldedWords.words(of: $0.short) })
    }

    private static func facetColumn(
        _ number: Int, _ facet: SearchConfiguration.Facet, _ merge: IndexMerge, _ code: PostingCode
    ) -> [UInt8] {
        var documents = [[UInt32]](repeating: [], count: facet.values.count)
        for id in 0..<merge.documentCount {
            let values = merge.document(id).facets
            guard number < values.count else { continue }
            for value in Set(values[number]) {
                precondition(documents.indices.contains(value), "facet \(number) has no value \(value)")
                documents[value].append(UInt32(id))
            }
        }
        var writer = BitWriter()
        for ids in documents {
            writer.appendNumber(UInt32(ids.count + 1))
            code.append(documents: ids, to: &writer)
        }
        let values = ShardFormat.array(facet.values.map { JSONText.array([$0.id, $0.label]) })
        return values + [0x2C] + JSONWriter.string(writer.finished())
    }
}
