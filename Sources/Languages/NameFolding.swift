/// Brings names to the form in which they are compared: what a person would call the same name is the same text.
///
/// Lower case; ё is е; quotation marks and what nobody sees vanish; all dashes are `-`; all white space is one space,
/// none at the ends; `й` and `ё` written as two code points become one. Works on UTF-8 in one pass; letters beyond Latin and
/// Cyrillic pass unchanged. O(length).
package enum NameFolding {
    /// The folded form of a name.
    package static func fold(_ text: some StringProtocol) -> String {
        var text = String(text)
        return text.withUTF8 { bytes in
            if isFolded(bytes) { return String(decoding: bytes, as: UTF8.self) }
            // Behind each № of three bytes a space may be added.
            return String(unsafeUninitializedCapacity: bytes.count + bytes.count / 3 + 1) { output in
                var folder = Folder(output)
                var index = 0
                while index < bytes.count { index += folder.step(bytes, at: index) }
                return folder.count
            }
        }
    }

    /// Plain lower-case ASCII words with single spaces: ids, mostly.
    private static func isFolded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}

/// The state of one folding: what was written and whether a space is due.
private struct Folder {
    private let output: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes were written.
    private(set) var count = 0
    private var spaceIsDue = false

    /// - Parameter output: with room for all that will be written.
    init(_ output: UnsafeMutableBufferPointer<UInt8>) { self.output = output }

    /// Takes one character and returns its length in bytes.
    mutating func step(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        if first < 0x80 {
            ascii(first)
            return 1
        }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= bytes.count else { return 1 }
        let second = bytes[index + 1]
        if first == 0xD0 && second >= 0xB0 || first == 0xD1 && second <= 0x8F {
            // Small letters from а to я, which are nearly all.
            put(first, second)
            return 2
        }
        switch (first, second) {
        case (0xD0, 0x81), (0xD1, 0x91): put(0xD0, 0xB5)  // Ё, ё
        case (0xD0, 0x90...0x9F): put(0xD0, second + 0x20)  // А…П
        case (0xD0, 0xA0...0xAF): put(0xD1, second - 0x20)  // Р…Я
        case (0xC2, 0xA0): space()  // no-break space
        case (0xC2, 0xAB), (0xC2, 0xBB), (0xC2, 0xAD): break  // « » and the soft hyphen
        case (0xCC, 0x86): combineBreve()
        case (0xCC, 0x88): break  // е with a diaeresis is е
        case (0xE2, 0x80): punctuation(bytes[index + 2])
        case (0xE2, 0x81) where Self.isUnseen(bytes[index + 2]): break
        case (0xEF, 0xBB) where bytes[index + 2] == 0xBF: break  // byte order mark
        case (0xE2, 0x88) where bytes[index + 2] == 0x92: put(0x2D)  // minus
        case (0xE2, 0x84) where bytes[index + 2] == 0x96: numero()
        default:
            flushSpace()
            for byte in bytes[index..<index + length] { write(byte) }
        }
        return length
    }

    private mutating func ascii(_ byte: UInt8) {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: space()
        case 0x22: break
        case 0x41...0x5A: put(byte + 0x20)
        default: put(byte)
        }
    }

    /// General punctuation, U+2000…U+203F.
    private mutating func punctuation(_ third: UInt8) {
        switch third {
        case 0x80...0x8A, 0xAF: space()
        case 0x8B...0x8F, 0xAA...0xAE: break  // zero width, marks of direction
        case 0x90...0x95: put(0x2D)
        case 0x9C...0x9F: break  // quotation marks
        default:
            put(0xE2, 0x80)
            write(third)
        }
    }

    /// U+2060…U+206F: what joins words, and marks of direction.
    private static func isUnseen(_ third: UInt8) -> Bool { 0xA0...0xA9 ~= third && third != 0xA5 }

    /// `№5` and `№ 5` are the same.
    private mutating func numero() {
        put(0xE2, 0x84)
        write(0x96)
        spaceIsDue = true
    }

    /// и followed by a combining breve is й.
    private mutating func combineBreve() {
        if count >= 2, output[count - 2] == 0xD0, output[count - 1] == 0xB8 { output[count - 1] = 0xB9 }
    }

    private mutating func space() { spaceIsDue = count > 0 }

    private mutating func flushSpace() {
        if spaceIsDue { write(0x20) }
        spaceIsDue = false
    }

    private mutating func put(_ byte: UInt8) {
        flushSpace()
        write(byte)
    }

    private mutating func put(_ first: UInt8, _ second: UInt8) {
        put(first)
        write(second)
    }

    private mutating func write(_ byte: UInt8) {
        output[count] = byte
        count += 1
    }
}
