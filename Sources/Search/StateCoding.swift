/// What was kept between two builds is not what was written: it is thrown away and made anew.
struct DamagedState: Error {}

/// Writes what is kept between two builds; see `StateReader`.
struct StateWriter {
    private(set) var bytes: [UInt8] = []

    /// A number in groups of seven bits, the lowest first.
    @inline(__always)
    mutating func append(_ number: Int) {
        var rest = UInt64(bitPattern: Int64(number))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Eight bytes, the lowest first.
    mutating func append(fixed value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// A count of bytes and the bytes.
    mutating func append(_ text: some Collection<UInt8>) {
        append(text.count)
        bytes.append(contentsOf: text)
    }

    /// The bytes with a version and a checksum before them.
    func sealed(seed: UInt64 = 0) -> (bytes: [UInt8], checksum: ContentHash) {
        let checksum = ContentHash(of: bytes, seed: seed ^ StateReader.version)
        var sealed = StateWriter()
        sealed.bytes.reserveCapacity(bytes.count + 8)
        sealed.append(fixed: checksum.value)
        sealed.bytes += bytes
        return (sealed.bytes, checksum)
    }
}

/// Reads what `StateWriter` wrote, never beyond its end.
struct StateReader {
    /// Another version of what is kept has other checksums.
    static let version: UInt64 = 1

    private let bytes: [UInt8]
    private(set) var offset: Int

    /// - Throws: when the checksum is not that of the bytes, or not the expected one.
    init(_ bytes: [UInt8], seed: UInt64 = 0, expected: ContentHash? = nil) throws(DamagedState) {
        self.bytes = bytes
        offset = 0
        let checksum = ContentHash(value: try fixed())
        let found = bytes.withUnsafeBytes {
            ContentHash(of: UnsafeRawBufferPointer(rebasing: $0[8...]), seed: seed ^ Self.version)
        }
        guard checksum == found, expected == nil || expected == found else { throw DamagedState() }
    }

    /// Bytes that were checked as a part of others.
    init(unsealed bytes: [UInt8]) {
        self.bytes = bytes
        offset = 0
    }

    var isAtEnd: Bool { offset == bytes.count }

    /// A number of at most 62 bits.
    @inline(__always)
    mutating func number() throws(DamagedState) -> Int {
        var value = 0
        var shift = 0
        while true {
            guard offset < bytes.count, shift < 63 else { throw DamagedState() }
            let byte = bytes[offset]
            offset += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 {
                guard value >= 0 else { throw DamagedState() }
                return value
            }
            shift += 7
        }
    }

    /// A number of things each of which takes a byte or more.
    mutating func count() throws(DamagedState) -> Int {
        let count = try number()
        guard count <= bytes.count - offset else { throw DamagedState() }
        return count
    }

    mutating func fixed() throws(DamagedState) -> UInt64 {
        guard bytes.count - offset >= 8 else { throw DamagedState() }
        defer { offset += 8 }
        return bytes.withUnsafeBytes {
            UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
    }

    /// A count of bytes and the bytes.
    mutating func text() throws(DamagedState) -> ArraySlice<UInt8> {
        let count = try count()
        defer { offset += count }
        return bytes[offset..<offset + count]
    }

    /// A number that is not greater than a limit.
    mutating func number(upTo limit: Int) throws(DamagedState) -> Int {
        let number = try number()
        guard number <= limit else { throw DamagedState() }
        return number
    }

    /// Ends the reading: nothing may be left.
    func finish() throws(DamagedState) {
        guard isAtEnd else { throw DamagedState() }
    }
}

extension StateWriter {
    /// Words in their order, each with what it shares with the one before it left out.
    mutating func append(_ words: WordTable) {
        append(words.count)
        for number in 0..<words.count {
            words.withBytes(of: number) { word in
                let common = number == 0 ? 0 : words.withBytes(of: number - 1) { Self.commonCount(word, $0) }
                append(common)
                append(UnsafeBufferPointer(rebasing: word[common...]))
            }
        }
    }

    @inline(__always)
    private static func commonCount(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        while count < left.count, count < right.count, left[count] == right[count] { count += 1 }
        return count
    }
}

extension StateReader {
    mutating func words() throws(DamagedState) -> WordTable {
        let count = try count()
        var words = WordTable(minimumCapacity: count)
        var word: [UInt8] = []
        for number in 0..<count {
            let common = try self.number()
            guard common <= word.count else { throw DamagedState() }
            word.removeSubrange(common...)
            word += try text()
            guard word.withUnsafeBufferPointer({ words.intern($0) }) == number else { throw DamagedState() }
        }
        return words
    }
}
