/// Reads JSON token by token (RFC 8259), with the place where it stands.
///
/// Each step passes over the blanks before its token and gives nothing, without moving on, when another one comes.
/// Fractions and exponents are none of ours.
package struct JSONReader: Sendable {
    private let bytes: [UInt8]
    private let end: Int
    /// Where the next token is looked for, in bytes from the beginning.
    package private(set) var offset: Int

    /// Reads what lies in `range`, or all.
    package init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        offset = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    /// The first byte of the next token; nothing at the end.
    package var next: UInt8? {
        mutating get {
            while offset < end, bytes[offset] == 0x20 || (0x09...0x0D).contains(bytes[offset]) { offset += 1 }
            return offset < end ? bytes[offset] : nil
        }
    }

    /// Steps over one of `{ } [ ] : ,` if it comes next.
    package mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: sign) else { return false }
        offset += 1
        return true
    }

    /// Steps over `true`, `false` or `null` if it comes next.
    package mutating func skip(word: StaticString) -> Bool {
        guard next != nil, offset + word.utf8CodeUnitCount <= end else { return false }
        for index in 0..<word.utf8CodeUnitCount where bytes[offset + index] != word.utf8Start[index] { return false }
        offset += word.utf8CodeUnitCount
        return true
    }

    /// Steps over the name of a member and its colon if they come next.
    package mutating func skip(key: String) -> Bool {
        let start = offset
        if let name = string(), name.elementsEqual(key.utf8), skip(":") { return true }
        offset = start
        return false
    }

    /// A whole number from 0 on.
    package mutating func natural() -> Int? {
        guard let first = next, Self.digits ~= first else { return nil }
        let start = offset
        var value = 0
        while offset < end, Self.digits ~= bytes[offset] {
            guard value < Int.max / 100 else {
                offset = start
                return nil
            }
            value = value * 10 + Int(bytes[offset] - UInt8(ascii: "0"))
            offset += 1
        }
        return value
    }

    /// Steps over any number, fractions and exponents too, and leaves its value alone.
    package mutating func skipNumber() -> Bool {
        guard let first = next, first == UInt8(ascii: "-") || Self.digits ~= first else { return false }
        offset += 1
        while offset < end, Self.digits ~= bytes[offset] || Self.numberSigns.contains(bytes[offset]) { offset += 1 }
        return true
    }

    private static let numberSigns = Array("+-.eE".utf8)
    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

    // MARK: Strings

    /// The bytes that a string stands for, without its quotes.
    package mutating func string() -> [UInt8]? {
        guard next == 0x22 else { return nil }
        let first = offset
        offset += 1
        var text: [UInt8] = []
        var start = offset
        while offset < end {
            if bytes[offset] == 0x22 {
                text += bytes[start..<offset]
                offset += 1
                return text
            }
            guard bytes[offset] == 0x5C else {
                offset += 1
                continue
            }
            text += bytes[start..<offset]
            guard let scalar = escaped() else { break }
            text += UTF8.encode(scalar).map { Array($0) } ?? []
            start = offset
        }
        offset = first
        return nil
    }

    /// Reads a backslash and what follows it.
    private mutating func escaped() -> Unicode.Scalar? {
        guard offset + 1 < end else { return nil }
        let kind = bytes[offset + 1]
        offset += 2
        switch kind {
        case 0x22, 0x5C, 0x2F: return Unicode.Scalar(kind)
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"): return codePoint()
        default: return nil
        }
    }

    /// The four digits of `\u…`, with the second half of a pair of surrogates behind them.
    private mutating func codePoint() -> Unicode.Scalar? {
        guard let first = hexadecimal() else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard offset + 1 < end, bytes[offset] == 0x5C, bytes[offset + 1] == UInt8(ascii: "u") else { return nil }
        offset += 2
        guard let second = hexadecimal(), (0xDC00..<0xE000).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func hexadecimal() -> UInt32? {
        guard offset + 4 <= end else { return nil }
        defer { offset += 4 }
        return UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
    }
}
