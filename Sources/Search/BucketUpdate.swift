/// What becomes of a bucket when documents come, go and change.
struct BucketUpdate {
    /// What all updates of one build share.
    struct Setting: Sendable {
        /// For each id of the build before, the one that it has now; nil for a document that is gone or was read anew.
        let ids: [UInt32?]
        /// Whether an id has become another: then no list of postings stays as it is.
        let isShifted: Bool
        /// Whether all terms are weighed anew.
        let isWeighedAnew: Bool
        /// Whether all forms are given terms anew.
        let isStemmedAnew: Bool
        /// What was read anew, by ascending ids.
        let runs: [PostingRun]
        let fixed: WordTable
        /// Words that nouns of names are known by, by bucket; in the order of bytes.
        let nouns: [BucketKey: [[UInt8]]]
        let weigher: TermWeigher
    }

    /// The bucket as it is now.
    private(set) var bucket: Bucket
    /// Terms that came, went or have other postings than before, in their order.
    private(set) var changed: [[UInt8]] = []
    /// New files of further postings.
    private(set) var files: [(name: String, file: SearchFile)] = []

    private let setting: Setting
    private let old: Bucket
    /// For each form, its number in the old bucket and whether its postings are those of then.
    private var origins: [(form: Int?, isSame: Bool)] = []

    /// - Parameter old: the bucket of the build before, an empty one where it is new.
    init(_ old: Bucket, _ setting: Setting) throws(DamagedState) {
        self.old = old
        self.setting = setting
        bucket = Bucket(key: old.key)
        try gatherForms()
        let isOldSet = origins.count == old.forms.count && origins.allSatisfy { $0.form != nil }
        if isOldSet, !setting.isStemmedAnew {
            bucket.terms = old.terms
            bucket.termOfForm = old.termOfForm
        } else {
            assignTerms()
        }
        try weigh()
    }

    // MARK: Forms

    /// Takes the old forms that still have documents, and those that have come.
    private mutating func gatherForms() throws(DamagedState) {
        var forms = old.forms
        var added: [[(run: Int, list: PostingRun.List)]] = Array(repeating: [], count: forms.count)
        for (number, run) in setting.runs.enumerated() {
            for list in run.lists[old.key] ?? [] {
                let form = run.forms.withBytes(of: list.form) { forms.intern($0) }
                if form == added.count { added.append([]) }
                added[form].append((number, list))
            }
        }
        for form in 0..<forms.count {
            let isOld = form < old.forms.count
            let start = bucket.postings.count
            var isSame = false
            if isOld, added[form].isEmpty, try isUntouched(form) {
                old.withPostings(of: form) { bucket.postings.append(contentsOf: $0) }
                isSame = true
            } else if isOld {
                try merge(form, with: added[form])
            } else {
                join(added[form])
            }
            guard bucket.postings.count > start else { continue }
            forms.withBytes(of: form) { _ = bucket.forms.intern($0) }
            bucket.postingStarts.append(bucket.postings.count)
            origins.append((isOld ? form : nil, isSame))
        }
    }

    private func isUntouched(_ form: Int) throws(DamagedState) -> Bool {
        guard !setting.isShifted else { return false }
        return try old.withOldPostings(of: form) { bytes throws(DamagedState) in
            var reader = FormPostings.Reader(bytes, below: setting.ids.count)
            while let posting = try reader.posting() {
                if setting.ids[Int(posting.id)] == nil { return false }
            }
            return true
        }
    }

    /// Postings of documents that follow one another.
    private mutating func join(_ lists: [(run: Int, list: PostingRun.List)]) {
        var next: UInt32 = 0
        for (run, list) in lists {
            setting.runs[run].bytes.withUnsafeBufferPointer {
                FormPostings.append(
                    list: UnsafeBufferPointer(rebasing: $0[list.bytes]), next: next, to: &bucket.postings)
            }
            next = list.last + 1
        }
    }

    /// The old postings under the ids of now, and among them the new ones.
    private mutating func merge(
        _ form: Int, with lists: [(run: Int, list: PostingRun.List)]
    ) throws(DamagedState) {
        var added: [(id: UInt32, counts: Ranking.Counts)] = []
        for (run, list) in lists {
            try setting.runs[run].bytes.withUnsafeBufferPointer { bytes throws(DamagedState) in
                var reader = FormPostings.Reader(
                    UnsafeBufferPointer(rebasing: bytes[list.bytes]), below: setting.weigher.documentCount)
                while let posting = try reader.posting() { added.append(posting) }
            }
        }
        bucket.postings += try old.withOldPostings(of: form) { bytes throws(DamagedState) in
            try Self.merged(bytes, added, setting.ids)
        }
    }

    private static func merged(
        _ old: UnsafeBufferPointer<UInt8>, _ added: [(id: UInt32, counts: Ranking.Counts)], _ ids: [UInt32?]
    ) throws(DamagedState) -> [UInt8] {
        // A posting takes a byte or more.
        let room = (old.count + added.count) * FormPostings.mostBytes
        return try [UInt8](unsafeUninitializedCapacity: room) { room, count throws(DamagedState) in
            guard let first = room.baseAddress else { return }
            var writer = FormPostings.Writer(at: first)
            var reader = FormPostings.Reader(old, below: ids.count)
            var place = 0
            while let posting = try reader.posting() {
                guard let now = ids[Int(posting.id)] else { continue }
                while place < added.count, added[place].id < now {
                    writer.append(added[place].id, added[place].counts)
                    place += 1
                }
                writer.append(now, posting.counts)
            }
            for posting in added[place...] { writer.append(posting.id, posting.counts) }
            count = writer.place - first
        }
    }

    // MARK: Terms

    private mutating func assignTerms() {
        let assignment = StemAssignment(
            forms: bucket.forms, fixed: setting.fixed,
            bases: (WordLists.irregularBases[bucket.key] ?? []) + (setting.nouns[bucket.key] ?? []))
        let found = (0..<assignment.terms.count).map { Array(assignment.terms[$0]) }
        let order = found.indices.sorted { found[$0].lexicographicallyPrecedes(found[$1]) }
        var ranks = [Int](repeating: 0, count: order.count)
        for (rank, term) in order.enumerated() { ranks[term] = rank }
        bucket.terms = WordTable(order.map { found[$0] })
        bucket.termOfForm = assignment.termOfForm.map { ranks[$0] }
    }

    /// For each term its number in the old bucket; nil where it must be weighed.
    private func keptTerms() -> [Int?] {
        if setting.isWeighedAnew || setting.isShifted { return Array(repeating: nil, count: bucket.terms.count) }
        var kept = (0..<bucket.terms.count).map { term in bucket.terms.withBytes(of: term) { old.terms.find($0) } }
        // A term has other documents when one of its forms has, came from another term, or left.
        var formCounts = [Int](repeating: 0, count: old.terms.count)
        for term in old.termOfForm { formCounts[term] += 1 }
        for (form, origin) in origins.enumerated() {
            let term = bucket.termOfForm[form]
            guard let before = kept[term] else { continue }
            if let oldForm = origin.form, origin.isSame, old.termOfForm[oldForm] == before {
                formCounts[before] -= 1
            } else {
                kept[term] = nil
            }
        }
        for (term, before) in kept.enumerated() {
            if let before, formCounts[before] != 0 { kept[term] = nil }
        }
        return kept
    }

    private mutating func weigh() throws(DamagedState) {
        let kept = keptTerms()
        let (starts, forms) = formsOfTerms()
        var desk = TermWeigher.Desk()
        var isKept = [Bool](repeating: false, count: old.terms.count)
        for term in 0..<bucket.terms.count {
            if let before = kept[term] {
                isKept[before] = true
                bucket.frequencies.append(old.frequencies[before])
                bucket.bits.append(old.bitStarts[before]..<old.bitStarts[before + 1], of: old.bits)
                bucket.further[term] = old.further[before]
            } else {
                let own = forms[starts[term]..<starts[term + 1]]
                try take(bucket.weighed(term, forms: own, setting.weigher, &desk), term)
            }
            bucket.bitStarts.append(bucket.bits.count)
        }
        noteVanished(isKept)
    }

    private mutating func take(_ weighed: TermWeigher.Weighed, _ term: Int) {
        bucket.frequencies.append(weighed.frequency)
        bucket.bits.append(0..<weighed.bits.count, of: weighed.bits)
        bucket.further[term] = weighed.further?.hash
        if let further = weighed.further { files.append((further.hash.name, further.file)) }
        changed.append(Array(bucket.terms[term]))
    }

    private mutating func noteVanished(_ isKept: [Bool]) {
        for term in isKept.indices where !isKept[term] {
            if old.terms.withBytes(of: term, { bucket.terms.find($0) }) == nil {
                changed.append(Array(old.terms[term]))
            }
        }
        changed.sort { $0.lexicographicallyPrecedes($1) }
    }

    /// The forms of one term after the other, and where each term's begin; one more for the end.
    private func formsOfTerms() -> (starts: [Int], forms: [Int]) {
        var starts = [Int](repeating: 0, count: bucket.terms.count + 1)
        for term in bucket.termOfForm { starts[term + 1] += 1 }
        for term in 0..<bucket.terms.count { starts[term + 1] += starts[term] }
        var places = starts
        var forms = [Int](repeating: 0, count: bucket.termOfForm.count)
        for (form, term) in bucket.termOfForm.enumerated() {
            forms[places[term]] = form
            places[term] += 1
        }
        return (starts, forms)
    }
}

extension Bucket {
    fileprivate func withOldPostings<Result>(
        of form: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(DamagedState) -> Result
    ) throws(DamagedState) -> Result {
        try postings.withUnsafeBufferPointer { bytes throws(DamagedState) in
            try body(UnsafeBufferPointer(rebasing: bytes[postingStarts[form]..<postingStarts[form + 1]]))
        }
    }

    fileprivate func weighed(
        _ term: Int, forms: ArraySlice<Int>, _ weigher: TermWeigher, _ desk: inout TermWeigher.Desk
    ) throws(DamagedState) -> TermWeigher.Weighed {
        try postings.withUnsafeBufferPointer { bytes throws(DamagedState) in
            let lists = forms.map { form in
                UnsafeBufferPointer(rebasing: bytes[postingStarts[form]..<postingStarts[form + 1]])
            }
            return try weigher.weigh(terms[term], lists, &desk)
        }
    }
}
