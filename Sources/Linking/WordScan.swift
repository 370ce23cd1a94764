import Catalog

/// A word of a text: letters and digits, with the marks that may stand inside one.
struct WordSpan {
    let range: Range<Int>
    /// Whether it begins with a capital letter or a digit: names and abbreviations do.
    let isCapital: Bool
}

/// Cuts UTF-8 text into words.
///
/// A word is a run of letters, digits and of `-` between them. Cyrillic and Latin; anything else separates.
struct WordScan: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> WordSpan? {
        while index < bytes.count, !Self.isWord(bytes, index) { index += Self.length(bytes[index]) }
        guard index < bytes.count else { return nil }
        let start = index
        while index < bytes.count {
            if Self.isWord(bytes, index) {
                index += Self.length(bytes[index])
            } else if bytes[index] == UInt8(ascii: "-"), index + 1 < bytes.count, Self.isWord(bytes, index + 1) {
                index += 1
            } else {
                break
            }
        }
        let end = Swift.min(index, bytes.count)
        return WordSpan(range: start..<end, isCapital: Self.isCapital(bytes, start))
    }

    static func length(_ first: UInt8) -> Int { first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

    /// An ASCII letter or digit, or a letter of the Cyrillic block.
    static func isWord(_ bytes: [UInt8], _ index: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x80 {
            return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        return (0xD0...0xD3).contains(byte)
    }

    /// Whether what begins at `index` does not go on a word: a letter before it may take two bytes.
    static func isWordStart(_ bytes: [UInt8], _ index: Int) -> Bool {
        var before = index - 1
        while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
        return before < 0 || !isWord(bytes, before)
    }

    private static func isCapital(_ bytes: [UInt8], _ index: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x80 { return byte < 0x5B }
        return byte == 0xD0 && index + 1 < bytes.count && bytes[index + 1] < 0xB0
    }
}

/// Finds known phrases of one or more words in a text; the longest at each place.
///
/// Built once, asked for every text: O(words) with a dictionary lookup for each capitalised word.
struct PhraseTable: Sendable {
    private struct Phrase: Sendable {
        let words: [String]
        let payload: Int
    }

    private var byFirstWord: [String: [Phrase]] = [:]

    /// - Parameters:
    ///   - phrases: as they stand in texts; the payload is what is found.
    init(_ phrases: [(text: String, payload: Int)]) {
        for (text, payload) in phrases {
            let bytes = Array(text.utf8)
            let words = WordScan(bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
            guard let first = words.first else { continue }
            byFirstWord[first, default: []].append(Phrase(words: words, payload: payload))
        }
        for key in byFirstWord.keys { byFirstWord[key]?.sort { $0.words.count > $1.words.count } }
    }

    var isEmpty: Bool { byFirstWord.isEmpty }

    /// The phrases in a text, in order, not overlapping.
    func matches(in bytes: [UInt8]) -> [(range: Range<Int>, payload: Int)] {
        let words = Array(WordScan(bytes))
        var result: [(Range<Int>, Int)] = []
        var index = 0
        while index < words.count {
            defer { index += 1 }
            guard words[index].isCapital else { continue }
            let first = String(decoding: bytes[words[index].range], as: UTF8.self)
            guard let candidates = byFirstWord[first] else { continue }
            for phrase in candidates where fits(phrase, words, at: index, bytes) {
                let last = words[index + phrase.words.count - 1]
                result.append((words[index].range.lowerBound..<last.range.upperBound, phrase.payload))
                index += phrase.words.count - 1
                break
            }
        }
        return result
    }

    /// Words of a phrase stand one behind the other with nothing but spaces between, no-break and line ends too.
    private func fits(_ phrase: Phrase, _ words: [WordSpan], at start: Int, _ bytes: [UInt8]) -> Bool {
        guard start + phrase.words.count <= words.count else { return false }
        for (offset, word) in phrase.words.enumerated() where offset > 0 {
            let span = words[start + offset]
            guard bytes[span.range].elementsEqual(word.utf8) else { return false }
            let gap = bytes[words[start + offset - 1].range.upperBound..<span.range.lowerBound]
            guard gap.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0xC2 || $0 == 0xA0 }) else { return false }
        }
        return true
    }
}
