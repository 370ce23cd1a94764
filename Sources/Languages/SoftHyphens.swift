/// Places where a long Russian word may be parted, marked with soft hyphens (U+00AD) in HTML.
///
/// Browsers have no hyphenation of Russian unless somebody installed it, so that narrow columns of a table would break
/// a word anywhere and show no hyphen. The rules are the school ones in the form of Hristov (1988, «Алгоритм переносов»):
/// a part has a vowel and at least three letters; й, ь and ъ stay with what stands before them; of several consonants
/// between vowels the first, or the first two of four, stay.
///
/// ```swift
/// SoftHyphens.inText("Совершенствование")          // "Совер·шен·ство·вание" with soft hyphens for the dots
/// SoftHyphens.inTables("<p>…</p><table>…</table>") // only cells are touched
/// ```
package enum SoftHyphens {
    /// Shorter words fit into the narrowest column.
    private static let shortest = 9
    /// Letters that stay together at either end of a word.
    private static let edge = 3
    private static let mark: [UInt8] = [0xC2, 0xAD]

    /// HTML or plain text with its long words marked; tags and their attributes are left alone.
    ///
    /// O(bytes).
    package static func inText(_ html: String) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(html.utf8.count + 16)
        add(Array(html.utf8)[...], to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// HTML whose cells of tables have their long words marked.
    ///
    /// O(bytes).
    package static func inTables(_ html: String) -> String {
        let bytes = Array(html.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 16)
        var place = 0
        while let start = position(of: Array("<table".utf8), in: bytes, from: place) {
            let end = position(of: Array("</table>".utf8), in: bytes, from: start) ?? bytes.count
            output += bytes[place..<start]
            add(bytes[start..<end], to: &output)
            place = end
        }
        output += bytes[place...]
        return String(decoding: output, as: UTF8.self)
    }

    private static func position(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
        var place = start
        while let found = bytes[place...].firstIndex(of: first), found + pattern.count <= bytes.count {
            if bytes[found..<found + pattern.count].elementsEqual(pattern) { return found }
            place = found + 1
        }
        return nil
    }

    private static func add(_ html: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var isTag = false
        var word: [Letter] = []
        var place = html.startIndex
        while place < html.endIndex {
            if !isTag, place + 1 < html.endIndex, let letter = Letter(html[place], html[place + 1]) {
                word.append(letter)
                place += 2
                continue
            }
            flush(&word, to: &output)
            if html[place] == UInt8(ascii: "<") { isTag = true }
            if html[place] == UInt8(ascii: ">") { isTag = false }
            output.append(html[place])
            place += 1
        }
        flush(&word, to: &output)
    }

    private static func flush(_ word: inout [Letter], to output: inout [UInt8]) {
        defer { word.removeAll(keepingCapacity: true) }
        // What begins with two capitals is an abbreviation.
        let isWhole = word.count < shortest || (word[0].isCapital && word[1].isCapital)
        var start = 0
        for (index, letter) in word.enumerated() {
            let isBetween = index >= edge && word.count - index >= edge && index - start >= 2
            if !isWhole, isBetween, hasVowel(word[start..<index]), mayPart(word, before: index) {
                output += mark
                start = index
            }
            output += letter.bytes
        }
    }

    private static func hasVowel(_ letters: ArraySlice<Letter>) -> Bool { letters.contains { $0.sound == .vowel } }

    /// Whether a part of a word may begin with a letter.
    private static func mayPart(_ word: [Letter], before index: Int) -> Bool {
        func sound(_ shift: Int) -> Sound? {
            let place = index + shift
            return word.indices.contains(place) ? word[place].sound : nil
        }
        guard hasVowel(word[index...]), sound(0) != .sign, !word[index].isYery else { return false }
        return switch (sound(-2), sound(-1), sound(0), sound(1), sound(2)) {
        case (_, .sign, _, _, _): true
        case (_, .vowel, .consonant, .vowel, _): true
        case (.vowel, .consonant, .consonant, .vowel, _): true
        case (.vowel, .consonant, .consonant, .consonant, .vowel): true
        case (.consonant, .consonant, .consonant, .vowel, _) where sound(-3) == .vowel: true
        case (.consonant, .consonant, .consonant, .consonant, .vowel) where sound(-3) == .vowel: true
        default: false
        }
    }

    private enum Sound { case vowel, consonant, sign }

    /// A Russian letter, two bytes of UTF-8.
    private struct Letter {
        let bytes: [UInt8]
        let isCapital: Bool
        /// Its small form, from а = 0 to я = 31; ё is 32.
        private let number: UInt8

        init?(_ first: UInt8, _ second: UInt8) {
            switch (first, second) {
            case (0xD0, 0x90...0xAF): (isCapital, number) = (true, second - 0x90)
            case (0xD0, 0xB0...0xBF): (isCapital, number) = (false, second - 0xB0)
            case (0xD1, 0x80...0x8F): (isCapital, number) = (false, second - 0x80 + 16)
            case (0xD0, 0x81): (isCapital, number) = (true, 32)
            case (0xD1, 0x91): (isCapital, number) = (false, 32)
            default: return nil
            }
            bytes = [first, second]
        }

        var sound: Sound {
            switch number {
            // а е и о у ы э ю я ё
            case 0, 5, 8, 14, 19, 27, 29, 30, 31, 32: .vowel
            // й ъ ь
            case 9, 26, 28: .sign
            default: .consonant
            }
        }

        /// ы begins no part.
        var isYery: Bool { number == 27 }
    }
}
