/// One look over the bytes of a file: whether they are UTF-8, whether a page may hold them, and whether people see them.
///
/// O(bytes); letters of ASCII and of Russian, which are nearly all, take the short way.
struct ByteSurvey {
    /// Offset of the first byte that is not UTF-8 (Unicode 15, table 3-7), nothing when all is well.
    ///
    /// NUL is refused too.
    private(set) var firstInvalid: Int?
    /// Whether a character stands before the first invalid byte that no page may hold.
    private(set) var holdsForbidden = false
    /// Whether a character may stand before the first invalid byte that turns the order of letters around or is hidden.
    private(set) var mayHoldUnseen = false

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { read($0) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if byte < 0x20 || byte == 0x7F, !take(bytes, index, length: byte == 0 ? 0 : 1) { return }
                index += 1
            } else if byte & 0xFE == 0xD0, index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 {
                index += 2
            } else {
                let length = Self.sequenceLength(bytes, at: index)
                guard take(bytes, index, length: length) else { return }
                index += length
            }
        }
    }

    /// Notes a character; false when there is none.
    private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, length: Int) -> Bool {
        if length == 0 {
            firstInvalid = index
            return false
        }
        if Self.forbiddenLength(bytes, at: index) > 0 { holdsForbidden = true }
        if length > 1, Self.mayBeUnseen(bytes, at: index) { mayHoldUnseen = true }
        return true
    }

    /// The length of a character that no XML 1.0 document and no HTML page may hold, where one begins; else 0.
    ///
    /// Controls but tab and newline, U+FFFE and U+FFFF.
    static func forbiddenLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        switch bytes[index] {
        case 0x09, 0x0A: 0
        case 0..<0x20, 0x7F: 1
        case 0xC2 where bytes[index + 1] < 0xA0: 2
        case 0xEF where bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: 3
        default: 0
        }
    }

    /// Whether the two first bytes are those of such a character: of each there are few in a text, dashes and quotes aside.
    private static func mayBeUnseen(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let second = bytes[index + 1]
        return switch bytes[index] {
        case 0xCD: second == 0x8F
        case 0xD8: second == 0x9C
        case 0xE2:
            second == 0x80 && bytes[index + 2] >= 0xA8 || second == 0x81 && bytes[index + 2] >= 0xA1 || second == 0xA0
        case 0xE1, 0xE3, 0xEF, 0xF0, 0xF3: true
        default: false
        }
    }

    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        guard length > 0, index + length <= bytes.count else { return 0 }
        let second = bytes[index + 1]
        let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
        let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
        guard second >= lowest, second <= highest else { return 0 }
        for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
