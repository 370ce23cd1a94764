/// The words of some documents turned round: for each word form its postings, by bucket.
struct PostingRun: Sendable {
    /// A form of a bucket and its postings.
    struct List: Sendable {
        let form: Int
        let bytes: Range<Int>
        /// The last document.
        let last: UInt32
    }

    let forms: WordTable
    /// The lists of each bucket, in no particular order.
    let lists: [BucketKey: [List]]
    /// Postings of one form after the other; see `FormPostings`.
    let bytes: [UInt8]

    /// Turns entries round.
    /// - Parameters:
    ///   - forms: all forms; those that no entry has get no list.
    ///   - keys: the bucket of each form.
    ///   - documents: ascending ids, and the entries of each.
    init(
        forms: WordTable, keys: [BucketKey], entries: [IndexPartition.Entry],
        documents: [(id: UInt32, entries: Range<Int>)]
    ) {
        var starts = [Int](repeating: 0, count: forms.count + 1)
        for entry in entries { starts[Int(entry.form) + 1] += 1 }
        for form in 0..<forms.count { starts[form + 1] += starts[form] }
        var places = starts
        var sorted = [(id: UInt32, counts: Ranking.Counts)](
            repeating: (0, Ranking.Counts()), count: entries.count)
        entries.withUnsafeBufferPointer { entries in
            for document in documents {
                for entry in entries[document.entries] {
                    sorted[places[Int(entry.form)]] = (document.id, entry.counts)
                    places[Int(entry.form)] += 1
                }
            }
        }
        var lists: [BucketKey: [List]] = [:]
        bytes = [UInt8](unsafeUninitializedCapacity: entries.count * FormPostings.mostBytes) { room, count in
            guard let first = room.baseAddress else { return }
            for form in 0..<forms.count where starts[form] < starts[form + 1] {
                var writer = FormPostings.Writer(at: first + count)
                for place in starts[form]..<starts[form + 1] { writer.append(sorted[place].id, sorted[place].counts) }
                let end = writer.place - first
                lists[keys[form], default: []].append(List(form: form, bytes: count..<end, last: writer.next - 1))
                count = end
            }
        }
        self.forms = forms
        self.lists = lists
    }
}
