/// Finds the stem of a word among a set of attested stems.
///
/// The browser's client does exactly the same.
///
/// A candidate is a prefix of the word of at least three letters whose remainder is nothing or an ending.
/// Two letters are one too, where a vowel begins them and a short ending follows (Аша, Аши).
/// The longest candidate that is attested wins; a candidate that is not may be attested without its fleeting vowel
/// (уровен → уровн, писем → письм). The one exception: a genitive plural in -ов, -ев goes to its noun though an
/// adjective's stem looks the same (планов, of план and of плановый).
enum Stems {
    /// Three Cyrillic letters.
    static let minimumBytes = 6

    /// Whether a word is stemmed: Cyrillic letters and hyphens only.
    static func isStemmable(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        word.allSatisfy { $0 >= 0x80 || $0 == 0x2D }
    }

    /// What a word resolves to: so many bytes of itself, or a stem that has lost a vowel.
    enum Resolution: Equatable {
        case prefix(Int)
        case alias([UInt8])
    }

    /// The stem of a word, or nil when no candidate is attested.
    @inline(__always)
    static func resolve(
        _ word: UnsafeBufferPointer<UInt8>, endings: WordTable, isAttested: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Resolution? {
        let isStemmable = isStemmable(word)
        let least = hasShortStem(word) ? 4 : minimumBytes
        var length = word.count
        repeat {
            if length == word.count || endings.find(UnsafeBufferPointer(rebasing: word[length...])) != nil {
                let candidate = UnsafeBufferPointer(rebasing: word[..<length])
                if isAttested(candidate) {
                    if length == word.count, let noun = genitiveLength(of: word),
                        isAttested(UnsafeBufferPointer(rebasing: word[..<noun]))
                    {
                        return .prefix(noun)
                    }
                    return .prefix(length)
                }
                if isStemmable {
                    for alias in aliases(of: candidate) where alias.withUnsafeBufferPointer(isAttested) {
                        return .alias(alias)
                    }
                }
            }
            length -= 2
        } while isStemmable && length >= least && word.count - length <= Endings.maximumLetters * 2
        return nil
    }

    private static let shortEndings = WordTable(Endings.words(of: Endings.shortest).map { Array($0.utf8) })

    /// Whether the first two letters of a word are a stem: a vowel, a consonant, before one of the shortest endings.
    static func hasShortStem(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard word.count >= 6, word.count <= 10, isLetter(word, at: 0), isLetter(word, at: 2),
            !isConsonant(word, at: 0),
            isConsonant(word, at: 2)
        else { return false }
        return shortEndings.find(UnsafeBufferPointer(rebasing: word[4...])) != nil
    }

    /// The stem of a word, or nil when no candidate is attested.
    static func resolve(_ word: [UInt8], isAttested: (UnsafeBufferPointer<UInt8>) -> Bool) -> [UInt8]? {
        word.withUnsafeBufferPointer { bytes in
            switch resolve(bytes, endings: Endings.all, isAttested: isAttested) {
            case .prefix(let length): Array(bytes[..<length])
            case .alias(let stem): stem
            case nil: nil
            }
        }
    }

    /// All stems that `resolve` may ask for: those whose shards must be there first.
    static func keys(of word: [UInt8]) -> [[UInt8]] {
        var keys: [[UInt8]] = []
        _ = resolve(word) { candidate in
            keys.append(Array(candidate))
            return false
        }
        return keys
    }

    /// A stem without its fleeting vowel: Xок → Xк, Xек → Xк, Xьк.
    static func aliases(of stem: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
        let count = stem.count
        guard count >= 8, isConsonant(stem, at: count - 2), stem[count - 4] == 0xD0 else { return [] }
        let head = stem[..<(count - 4)]
        let consonant = stem[(count - 2)...]
        switch stem[count - 3] {
        case letterO: return [Array(head) + consonant]
        case letterE: return [Array(head) + consonant, Array(head) + softSign + consonant]
        default: return []
        }
    }

    /// планов → план: the bytes of the noun's stem; nil when the word is no such form.
    @inline(__always)
    static func genitiveLength(of word: UnsafeBufferPointer<UInt8>) -> Int? {
        let count = word.count
        guard count >= 10, word[count - 2] == 0xD0, word[count - 1] == letterV, word[count - 4] == 0xD0,
            word[count - 3] == letterO || word[count - 3] == letterE, WordLists.firmGenitives.find(word) == nil
        else { return nil }
        return count - 4
    }

    // Second bytes of letters whose first byte is 0xD0.
    private static let letterO: UInt8 = 0xBE
    private static let letterE: UInt8 = 0xB5
    private static let letterV: UInt8 = 0xB2
    private static let softSign: [UInt8] = [0xD1, 0x8C]

    /// Whether a letter of two bytes stands here that can begin or end a stem: а…я but for ъ, ь, й.
    private static func isLetter(_ word: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        let scalar = UInt32(word[offset] & 0x1F) << 6 | UInt32(word[offset + 1] & 0x3F)
        return word[offset] >= 0xD0 && 0x430...0x44F ~= scalar && ![0x439, 0x44A, 0x44C].contains(scalar)
    }

    /// Whether a letter of the Russian alphabet (а…я, two bytes) is a consonant.
    private static func isConsonant(_ word: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        let scalar = UInt32(word[offset] & 0x1F) << 6 | UInt32(word[offset + 1] & 0x3F)
        guard word[offset] >= 0xD0, 0x430...0x44F ~= scalar else { return false }
        // а е и о у ъ ы ь э ю я й
        let others: UInt32 = 0b1111_1100_0000_1000_0100_0011_0010_0001
        return others & (1 << (scalar - 0x430)) == 0
    }
}
