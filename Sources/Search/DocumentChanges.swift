/// What became of the documents since the build before.
struct DocumentChanges: Sendable {
    /// The addresses by id.
    let addresses: WordTable
    /// For each id the one that the same document had before; nil where it must be read.
    private(set) var kept: [Int?] = []
    /// The ids that documents had which are read anew, by the id that they have now.
    private(set) var previous: [Int: Int] = [:]
    /// Documents that are no more, by the ids that they had.
    private(set) var removed: [Int] = []
    /// For each id of before, the one of now; nil for a document that is gone or must be read.
    private(set) var ids: [UInt32?]
    /// Whether an id means another document than before.
    private(set) var isShifted: Bool

    init(_ pages: [IndexedPage], before: DocumentTable) {
        var addresses = WordTable(minimumCapacity: pages.count)
        kept.reserveCapacity(pages.count)
        ids = Array(repeating: nil, count: before.count)
        isShifted = pages.count != before.count
        var isKnown = [Bool](repeating: false, count: before.count)
        var last = -1
        for (id, page) in pages.enumerated() {
            var address = page.address
            let old = address.withUTF8 { bytes in
                precondition(addresses.intern(bytes) == id, "two documents at one address")
                return before.addresses.find(bytes)
            }
            if let old { isKnown[old] = true }
            isShifted = isShifted || old != id
            // Lists of postings stay in order only when documents do.
            if let old, old > last, before.stamps[old] == page.stamp {
                kept.append(old)
                ids[old] = UInt32(id)
                last = old
            } else {
                kept.append(nil)
                if let old { previous[id] = old }
            }
        }
        removed = isKnown.indices.filter { !isKnown[$0] }
        self.addresses = addresses
    }
}
