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
/// These are words as they are written, in their places and with their capitals, by which names and abbreviations are
/// told. The search has a scanner of its own: its words are folded, composed and parted at hyphens, so that neither does
/// for the other.
struct WordScan: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> WordSpan? {
        let start = index
        let range = bytes.withUnsafeBufferPointer { Self.word($0, from: start) }
        index = range.upperBound
        return range.isEmpty ? nil : WordSpan(range: range, isCapital: Self.isCapital(bytes, range.lowerBound))
    }

    /// The first word at or behind a place; an empty range at the end when there is none.
    ///
    /// The letters of the Cyrillic block are two bytes each, and a byte within a character is never a lead byte: so
    /// that everything else is passed over a byte at a time.
    private static func word(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Range<Int> {
        let end = bytes.count
        var start = index
        while start < end, !TextBytes.isWord(bytes[start]) { start += 1 }
        var index = start
        while index < end {
            let byte = bytes[index]
            if TextBytes.isWord(byte) {
                index += byte < 0x80 ? 1 : 2
            } else if byte == UInt8(ascii: "-"), index + 1 < end, TextBytes.isWord(bytes[index + 1]) {
                index += 1
            } else {
                break
            }
        }
        return start..<Swift.min(index, end)
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
        let entry: EntryIndex
    }

    private var byFirstWord: [String: [Phrase]] = [:]
    /// Whether some first word has such an outline: nearly no other word does, and so needs to be looked up.
    private var hasOutline = [Bool](repeating: false, count: 1 << 14)

    /// - Parameters:
    ///   - phrases: as they stand in texts, each with the entry that it names.
    init(_ phrases: [(text: String, entry: EntryIndex)]) {
        for (text, entry) in phrases {
            let bytes = SeenText(Array(text.utf8)).bytes
            let words = WordScan(bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
            guard let first = words.first else { continue }
            byFirstWord[first, default: []].append(Phrase(words: words, entry: entry))
            hasOutline[Self.outline(Array(first.utf8), 0..<first.utf8.count)] = true
        }
        for key in byFirstWord.keys { byFirstWord[key]?.sort { $0.words.count > $1.words.count } }
    }

    var isEmpty: Bool { byFirstWord.isEmpty }

    /// The phrases in a text, in order, not overlapping; what nobody sees parts no word.
    func matches(in text: [UInt8]) -> [(range: Range<Int>, entry: EntryIndex)] {
        let seen = SeenText(text)
        let bytes = seen.bytes
        var result: [(Range<Int>, EntryIndex)] = []
        var scan = WordScan(bytes)
        while let word = scan.next() {
            guard word.isCapital, hasOutline[Self.outline(bytes, word.range)],
                let candidates = byFirstWord[String(decoding: bytes[word.range], as: UTF8.self)]
            else { continue }
            for phrase in candidates {
                var ahead = scan
                guard let end = Self.end(of: phrase, behind: word, &ahead, bytes) else { continue }
                result.append((seen.source(of: word.range.lowerBound..<end), phrase.entry))
                scan = ahead
                break
            }
        }
        return result
    }

    /// Length and last byte of a word; long ones count as equally long.
    private static func outline(_ bytes: [UInt8], _ word: Range<Int>) -> Int {
        min(word.count, 63) << 8 | Int(bytes[word.upperBound - 1])
    }

    /// Where a phrase ends whose first word was found, or nothing when its other words do not follow.
    ///
    /// They stand one behind the other with nothing but spaces between, no-break ones and line ends too.
    private static func end(
        of phrase: Phrase, behind first: WordSpan, _ scan: inout WordScan, _ bytes: [UInt8]
    ) -> Int? {
        var end = first.range.upperBound
        for word in phrase.words.dropFirst() {
            guard let next = scan.next(), bytes[next.range].elementsEqual(word.utf8) else { return nil }
            let gap = bytes[end..<next.range.lowerBound]
            guard gap.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0xC2 || $0 == 0xA0 }) else { return nil }
            end = next.range.upperBound
        }
        return end
    }
}
