/// What is known of each document beside its words and its text, by id.
struct DocumentTable: Sendable {
    /// The addresses; a document's place here is its id.
    private(set) var addresses = WordTable()
    /// What the builder of the site says of the documents' states.
    private(set) var stamps: [UInt64] = []
    /// The words of each document in the four fields, one document after the other.
    private(set) var lengths: [UInt32] = []
    /// The values of each document's facets, one document after the other; see `facets(of:)`.
    private var facets: [UInt8] = []
    private var facetStarts = [0]

    /// - Parameter addresses: those of all documents, by id; what is known of each is then appended.
    init(addresses: WordTable = WordTable()) {
        self.addresses = addresses
        stamps.reserveCapacity(addresses.count)
        lengths.reserveCapacity(addresses.count * 4)
    }

    var count: Int { stamps.count }

    /// Adds what is known of the next document.
    mutating func append(stamp: UInt64, lengths: some Collection<UInt32>, facets: some Collection<UInt8>) {
        stamps.append(stamp)
        self.lengths.append(contentsOf: lengths)
        self.facets.append(contentsOf: facets)
        facetStarts.append(self.facets.count)
    }

    /// The four lengths of a document.
    func lengths(of id: Int) -> ArraySlice<UInt32> { lengths[id * 4..<id * 4 + 4] }

    /// The values of a document's facets as bytes: for each facet their number, then each of them.
    func facets(of id: Int) -> ArraySlice<UInt8> { facets[facetStarts[id]..<facetStarts[id + 1]] }

    /// The bytes of a document's facets.
    static func encoded(_ facets: [[Int]]) -> [UInt8] {
        var writer = StateWriter()
        for values in facets {
            writer.append(values.count)
            for value in values.sorted() { writer.append(value) }
        }
        return writer.bytes
    }

    /// For each facet and value its documents by ascending id.
    func columns(_ facets: [SearchConfiguration.Facet]) throws(DamagedState) -> [[[UInt32]]] {
        var columns = facets.map { [[UInt32]](repeating: [], count: $0.values.count) }
        for id in 0..<count {
            var reader = StateReader(unsealed: Array(self.facets(of: id)))
            for facet in columns.indices where !reader.isAtEnd {
                let values = try reader.number()
                for _ in 0..<values {
                    let value = try reader.number()
                    guard value < columns[facet].count else { throw DamagedState() }
                    if columns[facet][value].last != UInt32(id) { columns[facet][value].append(UInt32(id)) }
                }
            }
        }
        return columns
    }

    /// The average number of words in each field.
    var averages: [Double] {
        var sums = [0, 0, 0, 0]
        for (place, length) in lengths.enumerated() { sums[place & 3] += Int(length) }
        return sums.map { Ranking.coarseAverage(sum: $0, count: count) }
    }

    // MARK: State

    func append(to writer: inout StateWriter) {
        writer.append(addresses)
        for id in 0..<count {
            writer.append(fixed: stamps[id])
            for length in lengths[id * 4..<id * 4 + 4] { writer.append(Int(length)) }
            writer.append(facets(of: id))
        }
    }

    init(_ reader: inout StateReader) throws(DamagedState) {
        addresses = try reader.words()
        stamps.reserveCapacity(addresses.count)
        lengths.reserveCapacity(addresses.count * 4)
        for _ in 0..<addresses.count {
            stamps.append(try reader.fixed())
            for _ in 0..<4 { lengths.append(UInt32(try reader.number(upTo: Int(UInt32.max)))) }
            facets += try reader.text()
            facetStarts.append(facets.count)
        }
    }
}
