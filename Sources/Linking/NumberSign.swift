/// Signs that announce the number of a document: `№`, `№№`, `N`, `No`, `No.`, `Nº`, «номер».
enum NumberSign {
    private static let word = Array("номер".utf8)

    /// The next sign with the spaces behind it left out; nothing when there is none.
    ///
    /// O(length).
    static func next(in text: [UInt8], from start: Int) -> Range<Int>? {
        var index = start
        while index < text.count {
            switch text[index] {
            case 0xE2: if let end = numero(text, index) { return index..<end }
            case UInt8(ascii: "N"): if let end = latin(text, index) { return index..<end }
            case 0xD0: if let end = spelled(text, index) { return index..<end }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// One or several U+2116.
    private static func numero(_ text: [UInt8], _ start: Int) -> Int? {
        var index = start
        while index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x84, text[index + 2] == 0x96 {
            index += 3
        }
        return index > start ? index : nil
    }

    /// `N 48`, `N48`, `No. 48`: no other word that begins with N, and a number right behind it.
    private static func latin(_ text: [UInt8], _ start: Int) -> Int? {
        guard TextBytes.isWordStart(text, start) else { return nil }
        var index = start + 1
        if index < text.count, text[index] == UInt8(ascii: "o") || text[index] == UInt8(ascii: "O") {
            index += 1
        } else if index + 1 < text.count, text[index] == 0xC2, text[index + 1] == 0xBA || text[index + 1] == 0xB0 {
            index += 2
        }
        if index < text.count, text[index] == UInt8(ascii: ".") { index += 1 }
        let end = index
        TextBytes.skipSpaces(text, &index)
        guard index < text.count else { return nil }
        if (0x30...0x39).contains(text[index]) { return end }
        // «N Р-139»: a letter needs a space before it, or N would begin a word.
        return index > end && TextBytes.isWord(text, index) ? end : nil
    }

    /// «номер», «номером», «номера».
    private static func spelled(_ text: [UInt8], _ start: Int) -> Int? {
        guard text[start...].starts(with: word), TextBytes.isWordStart(text, start) else { return nil }
        var index = start + word.count
        while index < text.count, index < start + word.count + 4, TextBytes.isWord(text, index) {
            index += TextBytes.length(text[index])
        }
        return index < text.count && TextBytes.isSpace(text, index) ? index : nil
    }
}
