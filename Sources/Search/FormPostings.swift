/// The documents of a word form with its counts in each, as bytes: what is kept of the texts.
///
///     posting = number: (id − 1 − id before) · 2 + (0 when the form stands once in the body and nowhere else)
///               where it does not, number: the counts, those in the body lowest
///
/// Numbers as `StateWriter` has them; three bytes a posting as a rule.
enum FormPostings {
    private static let onceInBody = Ranking.Counts.one(in: .body)

    /// The most bytes of a posting.
    static let mostBytes = 10

    /// Writes the postings of a form into room that is large enough for them.
    struct Writer {
        /// Where the next byte goes.
        private(set) var place: UnsafeMutablePointer<UInt8>
        /// The id behind the last one.
        private(set) var next: UInt32 = 0

        init(at place: UnsafeMutablePointer<UInt8>) { self.place = place }

        /// Appends a posting: ids ascend.
        @inline(__always)
        mutating func append(_ id: UInt32, _ counts: Ranking.Counts) {
            let isOnce = counts.packed == onceInBody
            append(UInt64(id - next) << 1 | (isOnce ? 0 : 1))
            if !isOnce { append(UInt64(rotated(counts.packed))) }
            next = id + 1
        }

        @inline(__always)
        private mutating func append(_ number: UInt64) {
            var rest = number
            while rest >= 0x80 {
                place.initialize(to: UInt8(truncatingIfNeeded: rest) | 0x80)
                place += 1
                rest >>= 7
            }
            place.initialize(to: UInt8(truncatingIfNeeded: rest))
            place += 1
        }
    }

    /// Reads the postings of a form.
    struct Reader {
        private let bytes: UnsafeBufferPointer<UInt8>
        private let limit: UInt64
        private var offset = 0
        private var next: UInt64 = 0

        /// - Parameter limit: no id may be so great.
        init(_ bytes: UnsafeBufferPointer<UInt8>, below limit: Int) {
            self.bytes = bytes
            self.limit = UInt64(limit)
        }

        /// The next posting; nil behind the last.
        @inline(__always)
        mutating func posting() throws(DamagedState) -> (id: UInt32, counts: Ranking.Counts)? {
            guard offset < bytes.count else { return nil }
            let head = try number(bytes, &offset)
            let id = next + head >> 1
            guard id < limit else { throw DamagedState() }
            next = id + 1
            if head & 1 == 0 { return (UInt32(id), Ranking.Counts(packed: onceInBody)) }
            let counts = UInt32(truncatingIfNeeded: try number(bytes, &offset))
            return (UInt32(id), Ranking.Counts(packed: unrotated(counts)))
        }
    }

    /// Appends a whole list of which all ids are `next` or greater.
    static func append(list: UnsafeBufferPointer<UInt8>, next: UInt32, to bytes: inout [UInt8]) {
        var offset = 0
        guard let head = try? number(list, &offset) else { preconditionFailure("an empty list of postings") }
        append(head - UInt64(next) << 1, to: &bytes)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: list[offset...]))
    }

    @inline(__always)
    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    @inline(__always)
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) throws(DamagedState) -> UInt64
    {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < bytes.count, shift < 35 {
            let byte = bytes[offset]
            offset += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw DamagedState()
    }

    // The counter of the body is the highest of the four.
    private static let bodyShift: UInt32 = 20

    @inline(__always)
    private static func rotated(_ packed: UInt32) -> UInt32 { packed >> bodyShift | packed << (32 - bodyShift) }

    @inline(__always)
    private static func unrotated(_ packed: UInt32) -> UInt32 { packed << bodyShift | packed >> (32 - bodyShift) }
}
