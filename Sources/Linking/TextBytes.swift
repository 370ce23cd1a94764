/// What stands at a place of UTF-8 text: words, spaces, dashes.
enum TextBytes {
    /// How many bytes the character has that begins with this one.
    static func length(_ first: UInt8) -> Int { first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

    /// Whether a letter or digit stands at a place.
    static func isWord(_ bytes: [UInt8], _ index: Int) -> Bool { isWord(bytes[index]) }

    /// An ASCII letter or digit, or the first byte of a letter of the Cyrillic block.
    static func isWord(_ byte: UInt8) -> Bool {
        if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
        return byte & 0xFC == 0xD0
    }

    /// Whether what begins at `index` does not go on a word: a letter before it may take two bytes.
    static func isWordStart(_ bytes: [UInt8], _ index: Int) -> Bool {
        var before = index - 1
        while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
        return before < 0 || !isWord(bytes, before)
    }

    /// Whether a space stands there, a no-break one too.
    static func isSpace(_ text: [UInt8], _ index: Int) -> Bool {
        var behind = index
        skipSpaces(text, &behind)
        return behind > index
    }

    /// Skips spaces, no-break ones too.
    static func skipSpaces(_ text: [UInt8], _ index: inout Int) {
        while index < text.count {
            if text[index] == 0x20 || text[index] == 0x0A {
                index += 1
            } else if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 {
                index += 2
            } else {
                return
            }
        }
    }

    /// Skips one dash of any kind.
    static func skipDash(_ text: [UInt8], _ index: inout Int) -> Bool {
        guard index < text.count else { return false }
        if text[index] == UInt8(ascii: "-") {
            index += 1
            return true
        }
        guard index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x80,
            (0x90...0x95).contains(text[index + 2])
        else {
            return false
        }
        index += 3
        return true
    }
}
