import Synchronization

/// Where lines of a Russian page may break, marked so that no browser has to know: soft hyphens (U+00AD) where long words
/// may be parted, no-break spaces where a short word, a dash or «г.» would be left alone, an element around two numbers
/// with a dash between («2016–2018»), which no character holds together that a search would not trip over.
///
/// ```swift
/// SoftHyphens.inText("Совершенствование")     // "Совер·шен·ство·ва·ние" with soft hyphens for the dots
/// SoftHyphens.inPage(Array("<p>О школе</p>".utf8)) // a no-break space behind «О»
/// ```
package enum SoftHyphens {
    /// Shorter words fit into the narrowest column.
    package static let shortest = 9
    /// What is written in capitals and shorter than this is an abbreviation.
    private static let shortestInCapitals = 12
    /// Elements whose text is no running text of the page, or is shown by programs.
    private static let untouched = [
        "script", "style", "title", "textarea", "option", "code", "pre", "kbd", "samp", "svg",
    ]
    .map { Array($0.utf8) }
    /// What a mark writes.
    private enum Sign: Int {
        case softHyphen, noBreakSpace
        /// What stands around «2016–2018»; the theme's style says that lines do not break in it.
        case spanStart, spanEnd

        /// By their numbers.
        static let bytes: [[UInt8]] = [
            [0xC2, 0xAD], [0xC2, 0xA0], Array("<span class=\"whole\">".utf8), Array("</span>".utf8),
        ]
    }

    /// A sign before a byte of the text.
    private struct Mark {
        let place: Int
        let sign: Sign
        /// A no-break space stands for the space that was there.
        var skipped: Int { sign == .noBreakSpace ? 1 : 0 }
    }

    /// What passes use over again, one at a time: the marks of a page, and what they know of words.
    private struct Scratch: Sendable {
        var marks: [Mark] = []
        var words = Hyphenation.Scratch()
    }

    /// Those that nobody uses; as many as threads have marked pages at once.
    private static let scratches = Mutex<[Scratch]>([])
    /// Whether a word of one letter or two belongs to the next one, by ``number(of:)``.
    private static let leading: [Bool] = {
        var table = Array(repeating: false, count: 33 * 33)
        let words = "а в и к о с у на за по из от до не ни но во со ко об"
        for word in words.split(separator: " ").map({ Array($0.utf8) }) {
            table[number(of: word[0], word[1], word.count < 4 ? nil : (word[2], word[3]))] = true
        }
        return table
    }()

    /// The number of a word of one Russian letter or two, without its case; below 33 × 33.
    private static func number(of first: UInt8, _ second: UInt8, _ next: (UInt8, UInt8)?) -> Int {
        33 * Int(Hyphenation.Letter(first, second).number) + (next.map { Int(Hyphenation.Letter($0, $1).number) } ?? 32)
    }

    /// Plain text with its long words marked.
    ///
    /// O(bytes).
    package static func inText(_ text: String) -> String {
        String(decoding: marked(Array(text.utf8), spaces: false), as: UTF8.self)
    }

    /// A page of HTML with breaks marked in all its running text; tags, attributes and code stay as they are.
    ///
    /// O(bytes).
    package static func inPage(_ html: [UInt8]) -> [UInt8] {
        marked(html, spaces: true)
    }

    private static func marked(_ text: [UInt8], spaces: Bool) -> [UInt8] {
        text.withUnsafeBufferPointer { text in
            var pass = Pass(text, spaces: spaces, scratches.withLock { $0.popLast() } ?? Scratch())
            pass.run()
            let marked = written(text, pass.scratch.marks)
            pass.scratch.marks.removeAll(keepingCapacity: true)
            scratches.withLock { $0.append(pass.scratch) }
            return marked
        }
    }

    private static func written(_ text: UnsafeBufferPointer<UInt8>, _ marks: [Mark]) -> [UInt8] {
        let count = marks.reduce(text.count) { $0 + Sign.bytes[$1.sign.rawValue].count - $1.skipped }
        return Array(unsafeUninitializedCapacity: count) { output, written in
            var copied = 0
            func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
                guard let start = bytes.baseAddress, let end = output.baseAddress else { return }
                (end + written).initialize(from: start, count: bytes.count)
                written += bytes.count
            }
            for mark in marks {
                copy(UnsafeBufferPointer(rebasing: text[copied..<mark.place]))
                Sign.bytes[mark.sign.rawValue].withUnsafeBufferPointer(copy)
                copied = mark.place + mark.skipped
            }
            copy(UnsafeBufferPointer(rebasing: text[copied...]))
        }
    }

    /// One way through a text, which finds its marks in their order.
    private struct Pass {
        let text: UnsafeBufferPointer<UInt8>
        /// Whether spaces are looked at too.
        let spaces: Bool
        var scratch: Scratch

        init(_ text: UnsafeBufferPointer<UInt8>, spaces: Bool, _ scratch: Scratch) {
            (self.text, self.spaces, self.scratch) = (text, spaces, scratch)
        }

        mutating func run() {
            var place = 0
            while place < text.count {
                switch text[place] {
                case UInt8(ascii: "<") where spaces: place = behindTag(at: place)
                case UInt8(ascii: " ") where spaces:
                    if belongsToNext(at: place) { mark(place, .noBreakSpace) }
                    place += 1
                case 0xE2 where spaces && stands([0xE2, 0x80, 0x93], at: place): place = behindDash(at: place)
                case 0xD0, 0xD1:
                    let end = endOfWord(from: place)
                    if end > place { markWord(place..<end) }
                    place = max(end, place + 1)
                default: place += 1
                }
            }
        }

        private mutating func mark(_ place: Int, _ sign: Sign) { scratch.marks.append(Mark(place: place, sign: sign)) }

        private func stands(_ bytes: [UInt8], at place: Int) -> Bool {
            place + bytes.count <= text.count && bytes.indices.allSatisfy { text[place + $0] == bytes[$0] }
        }

        // MARK: Tags

        /// Behind a tag, and behind the whole element where its text is not touched.
        private func behindTag(at start: Int) -> Int {
            let name = start + 1
            guard name < text.count, text[name] >= UInt8(ascii: "c"),
                let element = SoftHyphens.untouched.first(where: { stands($0, at: name) }),
                isEndOfName(name + element.count)
            else { return behind(UInt8(ascii: ">"), from: name) }
            var place = name
            while place < text.count {
                if text[place] == UInt8(ascii: "<"), place + 1 < text.count, text[place + 1] == UInt8(ascii: "/"),
                    stands(element, at: place + 2), isEndOfName(place + 2 + element.count)
                {
                    return behind(UInt8(ascii: ">"), from: place)
                }
                place += 1
            }
            return place
        }

        private func isEndOfName(_ place: Int) -> Bool {
            place < text.count && [UInt8(ascii: " "), UInt8(ascii: ">"), UInt8(ascii: "\n")].contains(text[place])
        }

        /// A sign in the value of an attribute counts as well: the program writes `&gt;` there.
        private func behind(_ byte: UInt8, from start: Int) -> Int {
            var place = start
            while place < text.count, text[place] != byte { place += 1 }
            return min(place + 1, text.count)
        }

        // MARK: Words

        private func endOfWord(from start: Int) -> Int {
            var place = start
            while place + 1 < text.count, Hyphenation.Letter.isOne(text[place], text[place + 1]) { place += 2 }
            return place
        }

        private mutating func markWord(_ range: Range<Int>) {
            guard range.count / 2 >= SoftHyphens.shortest, isOfProse(range) else { return }
            Hyphenation.russian.findBreaks(in: UnsafeBufferPointer(rebasing: text[range]), &scratch.words)
            for index in scratch.words.breaks { mark(range.lowerBound + 2 * index, .softHyphen) }
        }

        /// Whether it is no part of an address or a file's name and no abbreviation.
        private func isOfProse(_ range: Range<Int>) -> Bool {
            let second = range.lowerBound + 2
            if Hyphenation.Letter.isCapital(text[second], text[second + 1]),
                range.count / 2 < SoftHyphens.shortestInCapitals
            {
                return false
            }
            if range.lowerBound > 0,
                isJoint(text[range.lowerBound - 1]) || text[range.lowerBound - 1] == UInt8(ascii: ".")
            {
                return false
            }
            guard range.upperBound < text.count else { return true }
            if isJoint(text[range.upperBound]) { return false }
            // A point between two letters is one of an address.
            return text[range.upperBound] != UInt8(ascii: ".") || range.upperBound + 1 == text.count
                || text[range.upperBound + 1] <= 0x40
        }

        private func isJoint(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "#"),
                UInt8(ascii: "\\"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"):
                true
            default: false
            }
        }

        // MARK: Spans

        /// Numbers on both sides of a dash are one: «2016–2018», «9–11».
        ///
        /// Longer ones are no years and may need the room.
        private mutating func behindDash(at dash: Int) -> Int {
            let behind = dash + 3
            var (start, end) = (dash, behind)
            let first = scratch.marks.last.map { $0.place + $0.skipped } ?? 0
            while start > first, isDigit(text[start - 1]) { start -= 1 }
            while end < text.count, isDigit(text[end]) { end += 1 }
            guard (1...4).contains(dash - start), (1...4).contains(end - behind) else { return behind }
            mark(start, .spanStart)
            mark(end, .spanEnd)
            return end
        }

        private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

        /// Whether «г.» or «гг.» stands there: a year without it is a bare number.
        private func isOfYear(at place: Int) -> Bool {
            let letter: [UInt8] = [0xD0, 0xB3]
            guard stands(letter, at: place) else { return false }
            let next = stands(letter, at: place + 2) ? place + 4 : place + 2
            return next < text.count && text[next] == UInt8(ascii: ".")
        }

        // MARK: Spaces

        /// Whether a line should not end here: behind a preposition or «№», before a dash, between a year and «г.».
        private func belongsToNext(at space: Int) -> Bool {
            guard space > 0, space + 1 < text.count, text[space + 1] > UInt8(ascii: " ") else { return false }
            if isDigit(text[space - 1]), isOfYear(at: space + 1) { return true }
            // — and №
            if text[space + 1] == 0xE2, stands([0xE2, 0x80, 0x94], at: space + 1) { return true }
            if space >= 3, text[space - 3] == 0xE2 { return stands([0xE2, 0x84, 0x96], at: space - 3) }
            var start = space
            while start >= 2, space - start < 6, Hyphenation.Letter.isOne(text[start - 2], text[start - 1]) {
                start -= 2
            }
            guard (2...4).contains(space - start), start == 0 || isBeforeWord(start) else { return false }
            return SoftHyphens.leading[
                SoftHyphens.number(
                    of: text[start], text[start + 1], space - start < 4 ? nil : (text[start + 2], text[start + 3]))]
        }

        /// Whether a word may begin behind what ends here.
        private func isBeforeWord(_ place: Int) -> Bool {
            switch text[place - 1] {
            case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ">"), UInt8(ascii: "\n"): true
            // « and a no-break space; „ and a dash.
            case 0xAB, 0xA0: place >= 2 && text[place - 2] == 0xC2
            case 0x9E, 0x94: place >= 3 && text[place - 3] == 0xE2
            default: false
            }
        }
    }
}
