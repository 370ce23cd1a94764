/// All partitions as one inverted index: sorted terms, and for each its postings by ascending document.
///
/// In go partitions in any number and order, out comes the same index. Time is linear in the number of postings but
/// for the sort of the terms.
struct IndexMerge: Sendable {
    /// The terms, sorted by their bytes.
    private(set) var terms: [[UInt8]] = []
    /// Where each term's postings begin in `postings`; one more for the end.
    private(set) var starts: [Int] = []
    /// Postings of one term after the other: document << 4 | impact.
    private(set) var postings: [UInt32] = []
    /// The number of documents.
    let documentCount: Int

    private let partitions: [IndexPartition]
    /// By id: partition and place in it.
    private let places: [(partition: Int, document: Int)]

    /// - Parameters:
    ///   - partitions: together the documents 0..<n, each once.
    ///   - fixed: word forms that are never stemmed.
    init(_ partitions: [IndexPartition], fixed: WordTable, using parallel: some ParallelMap) {
        self.partitions = partitions
        places = Self.places(partitions)
        documentCount = places.count
        let termOfForm = mergeTerms(fixed: fixed)
        let blocks = weigh(termOfForm, using: parallel)
        scatter(blocks)
    }

    private static func places(_ partitions: [IndexPartition]) -> [(partition: Int, document: Int)] {
        let count = partitions.reduce(0) { $0 + $1.documents.count }
        var places = [(partition: Int, document: Int)](repeating: (-1, -1), count: count)
        for (partition, content) in partitions.enumerated() {
            for (document, stored) in content.documents.enumerated() {
                precondition(places.indices.contains(stored.id), "document ids must be 0..<n, not \(stored.id)")
                precondition(places[stored.id].partition < 0, "document id \(stored.id) was given twice")
                places[stored.id] = (partition, document)
            }
        }
        return places
    }

    /// The number of documents that have a term.
    func frequency(of term: Int) -> Int { starts[term + 1] - starts[term] }

    /// A document by its id.
    func document(_ id: Int) -> IndexPartition.Stored {
        let place = places[id]
        return partitions[place.partition].documents[place.document]
    }

    /// Fills `terms`; returns for each partition the sorted term of each form.
    private mutating func mergeTerms(fixed: WordTable) -> [[UInt32]] {
        var forms = WordTable()
        let globalForms = partitions.map { partition in
            (0..<partition.forms.count).map { form in
                form < IndexPartition.stopWordCount ? 0 : partition.forms.withBytes(of: form) { forms.intern($0) }
            }
        }
        let assignment = StemAssignment(forms: forms, fixed: fixed)
        let unsorted = (0..<assignment.terms.count).map { Array(assignment.terms[$0]) }
        let order = unsorted.indices.sorted { unsorted[$0].lexicographicallyPrecedes(unsorted[$1]) }
        var rank = [UInt32](repeating: 0, count: order.count)
        for (position, term) in order.enumerated() { rank[term] = UInt32(position) }
        terms = order.map { unsorted[$0] }
        return globalForms.map { forms in
            forms.enumerated().map { form, global in
                form < IndexPartition.stopWordCount ? 0 : rank[assignment.termOfForm[global]]
            }
        }
    }

    /// The terms of a block of neighbouring documents with their impacts: term << 4 | impact.
    private struct Block: Sendable {
        var counts: [Int] = []
        var entries: [UInt32] = []
    }

    private func weigh(_ termOfForm: [[UInt32]], using parallel: some ParallelMap) -> [Block] {
        let averages = averageLengths()
        let size = 256
        return parallel.map(count: (documentCount + size - 1) / size) { number in
            var block = Block()
            var place = [Int32](repeating: -1, count: terms.count)
            for id in number * size..<min(documentCount, (number + 1) * size) {
                weigh(id, termOfForm, averages, &place, &block)
            }
            return block
        }
    }

    private func weigh(
        _ id: Int, _ termOfForm: [[UInt32]], _ averages: [Double], _ place: inout [Int32], _ block: inout Block
    ) {
        let (partition, document) = places[id]
        let stored = partitions[partition].documents[document]
        let weights = Ranking.occurrenceWeights(lengths: stored.lengths, averages: averages)
        let terms = termOfForm[partition]
        var words: [(term: UInt32, counts: Ranking.Counts)] = []
        words.reserveCapacity(stored.entries.count)
        partitions[partition].entries.withUnsafeBufferPointer { entries in
            for entry in entries[stored.entries] {
                let term = terms[Int(entry.form)]
                let known = place[Int(term)]
                if known >= 0 {
                    words[Int(known)].counts.add(entry.counts)
                } else {
                    place[Int(term)] = Int32(words.count)
                    words.append((term, entry.counts))
                }
            }
        }
        for word in words {
            place[Int(word.term)] = -1
            block.entries.append(word.term << 4 | Ranking.impact(word.counts, weights))
        }
        block.counts.append(words.count)
    }

    private func averageLengths() -> [Double] {
        var sums = [0, 0, 0, 0]
        for partition in partitions {
            for document in partition.documents {
                for field in 0..<4 { sums[field] += document.lengths[field] }
            }
        }
        return sums.map { Double($0) / Double(max(1, documentCount)) }
    }

    /// Sorts the entries of all blocks by term; documents keep their order.
    private mutating func scatter(_ blocks: [Block]) {
        var next = [Int](repeating: 0, count: terms.count + 1)
        for block in blocks {
            for entry in block.entries { next[Int(entry >> 4) + 1] += 1 }
        }
        for term in 0..<terms.count { next[term + 1] += next[term] }
        starts = next
        postings = [UInt32](unsafeUninitializedCapacity: next[terms.count]) { buffer, count in
            var id: UInt32 = 0
            for block in blocks {
                var offset = 0
                for documentEntries in block.counts {
                    for entry in block.entries[offset..<offset + documentEntries] {
                        let term = Int(entry >> 4)
                        buffer.initializeElement(at: next[term], to: id << 4 | entry & 15)
                        next[term] += 1
                    }
                    offset += documentEntries
                    id += 1
                }
            }
            count = starts[terms.count]
        }
    }
}
