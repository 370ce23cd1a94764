import Formats

/// The stages that look at documents one by one.
extension IndexBuild {
    /// What was learnt of a document that was read anew.
    struct ReadDocument: Sendable {
        let id: Int
        let row: [UInt8]
        let lengths: [UInt32]
        let facets: [UInt8]
        let signature: IndexPartition.Signature
    }

    /// What was read.
    struct Reading {
        /// By ascending ids.
        var documents: [ReadDocument] = []
        var runs: [PostingRun] = []
        var groups: [Range<Int>] = []
        /// The text shard of each group, and whether its file is there already.
        var texts: [ContentHash] = []
        var isOldText: [Bool] = []
        /// How many documents were asked for.
        var asked = 0
    }

    private struct Batch: Sendable {
        var documents: [ReadDocument] = []
        var run: PostingRun
        var texts: [ContentHash] = []
    }

    /// Reads the documents that have changed, and writes the texts of their groups.
    func readDocuments(_ changes: DocumentChanges) -> Reading {
        var reading = Reading()
        reading.groups = TextGroups.ranges(of: changes.addresses)
        let old = oldTexts(reading.groups, changes)
        let wanted = reading.groups.indices.filter { old[$0] == nil }
        reading.asked = wanted.reduce(0) { $0 + reading.groups[$1].count }
        // Large ones merge faster; several for each thread share the work out. The index is the same whatever the size.
        let batches = Self.batches(wanted, reading.groups, size: min(1024, max(128, reading.asked / 8)))
        let groups = reading.groups
        let reader = GroupReader(pages: pages, changes: changes, document: document, isKept: store.isKept)
        let (outlet, written) = (outlet, Set(before.texts))
        let done = parallel.map(count: batches.count) { number in
            var partition = IndexPartition()
            var documents: [ReadDocument] = []
            let texts = batches[number].map { group in
                let (file, hash) = reader.read(groups[group], &partition, &documents)
                if !written.contains(hash) { outlet.put(file) }
                return hash
            }
            return Batch(documents: documents, run: partition.turned(), texts: texts)
        }
        reading.documents = done.flatMap(\.documents)
        reading.runs = done.map(\.run)
        var fresh = done.flatMap(\.texts).makeIterator()
        reading.texts = old.map { $0 ?? fresh.next()! }
        reading.isOldText = old.map { $0 != nil }
        return reading
    }

    /// Reads the documents of a group.
    private struct GroupReader: Sendable {
        let pages: [IndexedPage]
        let changes: DocumentChanges
        let document: @Sendable (Int) -> SearchDocument
        let isKept: Bool

        /// The text shard of a group; the words of its documents that have changed are counted.
        func read(
            _ group: Range<Int>, _ partition: inout IndexPartition, _ documents: inout [ReadDocument]
        ) -> (file: SearchFile, hash: ContentHash) {
            let texts = group.map { id in
                let page = document(id)
                precondition(page.url == pages[id].address, "\(page.url) is not \(pages[id].address)")
                if changes.kept[id] == nil {
                    let lengths = partition.add(page, id: id)
                    documents.append(
                        ReadDocument(
                            id: id, row: ShardFormat.documentRow(of: page), lengths: lengths.map { UInt32($0) },
                            facets: DocumentTable.encoded(page.facets),
                            signature: isKept ? partition.signature(lengths: lengths) : [:]))
                }
                return TextGroups.encoded(page.body)
            }
            return ShardFormat.textFile(of: group.map { pages[$0].address }, values: ShardFormat.array(texts))
        }
    }

    /// For each group the text shard that it had, when it has it still.
    private func oldTexts(_ groups: [Range<Int>], _ changes: DocumentChanges) -> [ContentHash?] {
        var numbers: [Range<Int>: Int] = [:]
        for (number, range) in TextGroups.ranges(of: before.documents.addresses).enumerated() {
            numbers[range] = number
        }
        return groups.map { group in
            guard let first = changes.kept[group.lowerBound],
                group.allSatisfy({ changes.kept[$0] == first + $0 - group.lowerBound })
            else { return nil }
            return numbers[first..<first + group.count].map { before.texts[$0] }
        }
    }

    private static func batches(_ wanted: [Int], _ groups: [Range<Int>], size: Int) -> [[Int]] {
        var batches: [[Int]] = []
        var count = size
        for group in wanted {
            if count + groups[group].count > size {
                batches.append([])
                count = 0
            }
            batches[batches.count - 1].append(group)
            count += groups[group].count
        }
        return batches
    }

    /// What is known of all documents.
    func table(_ changes: DocumentChanges, _ read: Reading) -> DocumentTable {
        var table = DocumentTable(addresses: changes.addresses)
        var place = 0
        for (id, page) in pages.enumerated() {
            if let old = changes.kept[id] {
                table.append(
                    stamp: page.stamp, lengths: before.documents.lengths(of: old),
                    facets: before.documents.facets(of: old))
            } else {
                let document = read.documents[place]
                place += 1
                table.append(stamp: page.stamp, lengths: document.lengths, facets: document.facets)
            }
        }
        return table
    }

    // MARK: Document shards

    /// Writes the folders in which something has changed.
    func documentFolders(_ changes: DocumentChanges, _ read: Reading) throws(Fault) -> [IndexState.Folder] {
        let size = ShardFormat.documentsPerFolder
        var groups = [Int](repeating: 0, count: pages.count)
        for (number, group) in read.groups.enumerated() { for id in group { groups[id] = number } }
        var rows = [ArraySlice<UInt8>](repeating: [], count: pages.count)
        for document in read.documents { rows[document.id] = document.row[...] }
        var folders: [IndexState.Folder?] = stride(from: 0, to: pages.count, by: size).map { first in
            let ids = first..<min(first + size, pages.count)
            let isSame = ids.allSatisfy { changes.kept[$0] == $0 && read.isOldText[groups[$0]] }
            let isWhole = ids.count == min(size, before.documents.count - first)
            return isSame && isWhole ? before.folders[first / size] : nil
        }
        var oldRows: [Int: [ArraySlice<UInt8>]] = [:]
        for id in pages.indices where folders[id / size] == nil {
            guard let old = changes.kept[id] else { continue }
            if oldRows[old / size] == nil { oldRows[old / size] = try self.oldRows(ofFolder: old / size) }
            guard let page = oldRows[old / size], old % size < page.count else { throw .damaged }
            rows[id] = page[old % size]
        }
        let texts = pages.indices.map { id in
            (read.texts[groups[id]], id - read.groups[groups[id]].lowerBound)
        }
        let wanted = folders.indices.filter { folders[$0] == nil }
        let made = parallel.map(count: wanted.count) { [rows] number in
            Self.folder(wanted[number], rows: rows, texts: texts)
        }
        for (number, folder) in zip(wanted, made) {
            folders[number] = folder.record
            if number >= before.folders.count || before.folders[number].hash != folder.record.hash {
                folder.files.forEach(outlet.put)
            }
            if store.isKept { try keep(StateKey.rows(ofFolder: number), folder.rows) }
        }
        for number in folders.count..<max(folders.count, before.folders.count) {
            try forget(StateKey.rows(ofFolder: number))
        }
        return folders.compactMap(\.self)
    }

    private func oldRows(ofFolder number: Int) throws(Fault) -> [ArraySlice<UInt8>] {
        let bytes = try kept(StateKey.rows(ofFolder: number))
        return try checked { () throws(DamagedState) in
            var reader = try StateReader(bytes, expected: before.folders[number].rows)
            var rows: [ArraySlice<UInt8>] = []
            while !reader.isAtEnd { rows.append(try reader.text()) }
            return rows
        }
    }

    private static func folder(
        _ number: Int, rows: [ArraySlice<UInt8>], texts: [(ContentHash, Int)]
    ) -> (record: IndexState.Folder, files: [SearchFile], rows: [UInt8]) {
        let ids =
            number * ShardFormat.documentsPerFolder..<min(rows.count, (number + 1) * ShardFormat.documentsPerFolder)
        let perShard = ShardFormat.documentsPerShard
        let statements = stride(from: ids.lowerBound, to: ids.upperBound, by: perShard).map { first in
            let own = first..<min(first + perShard, ids.upperBound)
            let name = ShardFormat.Name.documents(first / perShard)
            let values = ShardFormat.documentRows(own.map { (rows[$0], texts[$0].0, texts[$0].1) })
            return (name, ShardFormat.statement(name: name.text, values: values))
        }
        let hash = ContentHash(of: statements.flatMap { ContentHash(of: $0.1).mark })
        var writer = StateWriter()
        for id in ids { writer.append(rows[id]) }
        let kept = writer.sealed()
        let files = statements.map { SearchFile(path: $0.path(mark: hash.mark), bytes: $1) }
        return (IndexState.Folder(hash: hash, rows: kept.checksum), files, kept.bytes)
    }

    // MARK: Facets

    /// What facets and their values are called.
    var facetNamesHash: ContentHash {
        ContentHash(
            of: configuration.facets.flatMap { facet in
                facet.values.flatMap { JSONText.array([$0.id, $0.label] + $0.spoken) } + [0]
            })
    }

    /// Writes the facet columns when a document has other values or another id, or a value another name.
    func facetColumns(_ state: IndexState, _ changes: DocumentChanges) throws(Fault) -> [ContentHash] {
        let isSame =
            !changes.isShifted && before.configuration.facets == state.configuration.facets
            && before.facets.count == configuration.facets.count
            && changes.previous.keys.allSatisfy { before.documents.facets(of: $0) == state.documents.facets(of: $0) }
        if isSame { return before.facets }
        let columns = try checked { () throws(DamagedState) in try state.documents.columns(configuration.facets) }
        let code = PostingCode(documentCount: pages.count)
        let stemmer = SnowballStemmer()
        return columns.enumerated().map { number, documents in
            var writer = BitWriter()
            for ids in documents {
                writer.appendNumber(UInt32(ids.count + 1))
                code.append(documents: ids, to: &writer)
            }
            let names = configuration.facets[number].values.map { value in
                let forms = FacetNaming.encoded(value.spoken, stemmer)
                return JSONText.array([value.id, value.label] + (forms.isEmpty ? [] : [forms]))
            }
            let (file, hash) = ShardFormat.file(
                .facet(number), values: ShardFormat.array(names) + [0x2C] + JSONWriter.string(writer.finished()))
            if number >= before.facets.count || before.facets[number] != hash { outlet.put(file) }
            return hash
        }
    }
}
