/// Writes bits as text: thirteen bits are two characters of an alphabet of 91, `#`…`~` without the backslash.
///
/// 6.5 bits a byte, a twelfth more than base64, and nothing that a string would have to escape. The most significant
/// bit comes first; the last group is filled with zeros.
struct BitWriter {
    static let bitsPerPair = 13
    private(set) var text: [UInt8] = []
    private var hold: UInt64 = 0
    private var count = 0

    /// The lowest bits of a value, at most 32.
    @inline(__always)
    mutating func append(_ value: UInt32, bits: Int) {
        hold = hold << UInt64(bits) | UInt64(value) & (1 << UInt64(bits) - 1)
        count += bits
        while count >= Self.bitsPerPair {
            count -= Self.bitsPerPair
            appendPair(Int(hold >> UInt64(count) & 8191))
        }
    }

    /// So many zeros, then a one.
    @inline(__always)
    mutating func appendUnary(_ value: UInt32) {
        for _ in 0..<value { append(0, bits: 1) }
        append(1, bits: 1)
    }

    /// A number from 1 (Elias gamma): zeros for the binary digits but one, then the digits.
    mutating func appendNumber(_ value: UInt32) {
        precondition(value > 0, "numbers begin with 1")
        let digits = UInt32.bitWidth - value.leadingZeroBitCount
        append(0, bits: digits - 1)
        append(value, bits: digits)
    }

    /// The text with what is left of the last group.
    consuming func finished() -> [UInt8] {
        if count > 0 { append(0, bits: Self.bitsPerPair - count) }
        return text
    }

    private mutating func appendPair(_ value: Int) {
        text.append(Self.character(value / 91))
        text.append(Self.character(value % 91))
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
