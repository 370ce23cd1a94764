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
        var html = html
        return html.withUTF8 { bytes in
            var output = Output(bytes)
            addMarks(in: 0..<bytes.count, to: &output)
            return output.finished()
        }
    }

    /// HTML whose cells of tables have their long words marked.
    ///
    /// O(bytes).
    package static func inTables(_ html: String) -> String {
        var copy = html
        return copy.withUTF8 { bytes in
            guard var start = position(of: opening, in: bytes, from: 0) else { return html }
            var output = Output(bytes)
            while true {
                let end = position(of: closing, in: bytes, from: start) ?? bytes.count
                addMarks(in: start..<end, to: &output)
                guard let next = position(of: opening, in: bytes, from: end) else { return output.finished() }
                start = next
            }
        }
    }

    private static let opening = Array("<table".utf8)
    private static let closing = Array("</table>".utf8)

    /// What goes out: the text as it is between the marks.
    private struct Output {
        let text: UnsafeBufferPointer<UInt8>
        private var bytes: [UInt8] = []
        /// How much of the text went out.
        private var copied = 0

        init(_ text: UnsafeBufferPointer<UInt8>) {
            self.text = text
            bytes.reserveCapacity(text.count + text.count / 16 + 16)
        }

        mutating func addMark(at place: Int) {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<place]))
            bytes.append(contentsOf: SoftHyphens.mark)
            copied = place
        }

        mutating func finished() -> String {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private static func position(of pattern: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var place = start
        while place + pattern.count <= bytes.count {
            if bytes[place] == pattern[0], bytes[place...].starts(with: pattern) { return place }
            place += 1
        }
        return nil
    }

    private static func addMarks(in part: Range<Int>, to output: inout Output) {
        let text = output.text
        var word: [Letter] = []
        var place = part.lowerBound
        while place < part.upperBound {
            if text[place] == UInt8(ascii: "<") {
                while place < part.upperBound, text[place] != UInt8(ascii: ">") { place += 1 }
            }
            let start = place
            while place + 1 < part.upperBound, Letter.isOne(text[place], text[place + 1]) { place += 2 }
            if (place - start) / 2 >= shortest {
                word.removeAll(keepingCapacity: true)
                for letter in stride(from: start, to: place, by: 2) {
                    word.append(Letter(text[letter], text[letter + 1]))
                }
                addMarks(to: word, at: start, &output)
            }
            if place == start { place += 1 }
        }
    }

    private static func addMarks(to word: [Letter], at place: Int, _ output: inout Output) {
        // What begins with two capitals is an abbreviation.
        if word[0].isCapital, word[1].isCapital { return }
        var start = 0
        for index in edge..<word.count - edge + 1
        where index - start >= 2 && hasVowel(word[start..<index]) && mayPart(word, before: index) {
            output.addMark(at: place + 2 * index)
            start = index
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
        let isCapital: Bool
        /// Its small form, from а = 0 to я = 31; ё is 32.
        private let number: UInt8

        static func isOne(_ first: UInt8, _ second: UInt8) -> Bool {
            switch first {
            case 0xD0: second >= 0x90 || second == 0x81
            case 0xD1: second <= 0x8F || second == 0x91
            default: false
            }
        }

        /// - Parameters: the bytes of a letter, of which ``isOne(_:_:)`` is true.
        init(_ first: UInt8, _ second: UInt8) {
            switch (first, second) {
            case (0xD0, 0x90...0xAF): (isCapital, number) = (true, second - 0x90)
            case (0xD0, 0xB0...): (isCapital, number) = (false, second - 0xB0)
            case (0xD1, ...0x8F): (isCapital, number) = (false, second - 0x80 + 16)
            default: (isCapital, number) = (first == 0xD0, 32)
            }
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
