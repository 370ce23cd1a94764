/// Writes bits, which become text: thirteen bits are two characters of an alphabet of 91, `#`…`~` without the backslash.
///
/// 6.5 bits a byte, a twelfth more than base64, and nothing that a string would have to escape. The most significant
/// bit comes first; the last group is filled with zeros.
struct BitWriter: Sendable {
    static let bitsPerPair = 13
    /// The bits, the first one highest; zeros behind the last.
    private(set) var words: [UInt32] = []
    /// The number of bits.
    private(set) var count = 0

    init() {}

    /// Bits that were written before; nil when there are more or less of them.
    init?(words: [UInt32], count: Int) {
        guard words.count == (count + 31) / 32 else { return nil }
        self.words = words
        self.count = count
    }

    /// The lowest bits of a value, at most 32.
    @inline(__always)
    mutating func append(_ value: UInt32, bits: Int) {
        let value = bits < 32 ? value & (1 << UInt32(bits) - 1) : value
        let free = (32 - count & 31) & 31
        count += bits
        if bits <= free {
            if bits > 0 { words[words.count - 1] |= value << UInt32(free - bits) }
            return
        }
        let rest = bits - free
        if free > 0 { words[words.count - 1] |= value >> UInt32(rest) }
        words.append(value << UInt32(32 - rest))
    }

    /// So many zeros, then a one.
    @inline(__always)
    mutating func appendUnary(_ value: UInt32) {
        var zeros = Int(value)
        while zeros > 31 {
            append(0, bits: 32)
            zeros -= 32
        }
        append(1, bits: zeros + 1)
    }

    /// A number from 1 (Elias gamma): zeros for the binary digits but one, then the digits.
    mutating func appendNumber(_ value: UInt32) {
        precondition(value > 0, "numbers begin with 1")
        let digits = UInt32.bitWidth - value.leadingZeroBitCount
        append(0, bits: digits - 1)
        append(value, bits: digits)
    }

    /// Bits of another writer.
    mutating func append(_ range: Range<Int>, of other: BitWriter) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let bits = min(32, range.upperBound - offset)
            append(other.bits(at: offset, count: bits), bits: bits)
            offset += bits
        }
    }

    /// So many bits, 1…32, as the lowest of a value.
    @inline(__always)
    private func bits(at offset: Int, count: Int) -> UInt32 {
        let first = UInt64(words[offset >> 5]) << 32
        let second = offset & 31 + count > 32 ? UInt64(words[offset >> 5 + 1]) : 0
        return UInt32(truncatingIfNeeded: ((first | second) << UInt64(offset & 31)) >> UInt64(64 - count))
    }

    /// The text.
    func finished() -> [UInt8] {
        let pairs = (count + Self.bitsPerPair - 1) / Self.bitsPerPair
        return [UInt8](unsafeUninitializedCapacity: pairs * 2) { text, length in
            for pair in 0..<pairs {
                let offset = pair * Self.bitsPerPair
                let bits = min(Self.bitsPerPair, count - offset)
                let value = Int(self.bits(at: offset, count: bits)) << (Self.bitsPerPair - bits)
                text[pair * 2] = Self.character(value / 91)
                text[pair * 2 + 1] = Self.character(value % 91)
            }
            length = pairs * 2
        }
    }

    @inline(__always)
    private static func character(_ digit: Int) -> UInt8 { UInt8(digit < 57 ? digit + 35 : digit + 36) }
}

/// Reads what `BitWriter` wrote.
struct BitReader {
    /// The text is not what was written, or it ended too early.
    struct Damage: Error {}

    private let text: [UInt8]
    private var offset = 0
    private var hold: UInt64 = 0
    private var count = 0

    init(_ text: [UInt8]) { self.text = text }

    /// The next bits, at most 32, as a number.
    @inline(__always)
    mutating func take(_ bits: Int) throws(Damage) -> Int {
        while count < bits {
            guard offset + 1 < text.count else { throw Damage() }
            let pair = try digit(text[offset]) * 91 + digit(text[offset + 1])
            guard pair < 1 << BitWriter.bitsPerPair else { throw Damage() }
            offset += 2
            hold = hold << UInt64(BitWriter.bitsPerPair) | UInt64(pair)
            count += BitWriter.bitsPerPair
        }
        count -= bits
        return Int(hold >> UInt64(count) & (1 << UInt64(bits) - 1))
    }

    /// The zeros before the next one.
    @inline(__always)
    mutating func takeUnary() throws(Damage) -> Int {
        var zeros = 0
        while try take(1) == 0 { zeros += 1 }
        return zeros
    }

    /// A number from 1.
    mutating func takeNumber() throws(Damage) -> Int {
        let digits = try takeUnary()
        guard digits < 31 else { throw Damage() }
        return try 1 << digits | take(digits)
    }

    /// Whether all groups were used.
    var isAtEnd: Bool { offset == text.count && count < BitWriter.bitsPerPair }

    private func digit(_ character: UInt8) throws(Damage) -> Int {
        guard 35...126 ~= character, character != 92 else { throw Damage() }
        return Int(character) - (character < 92 ? 35 : 36)
    }
}
