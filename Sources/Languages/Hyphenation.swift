/// Where Russian words may be parted at the end of a line.
///
/// Liang's method (F. M. Liang, «Word Hy-phen-a-tion by Com-put-er», 1983): every pattern that occurs in a word gives
/// the places between its letters a weight, and a place may be parted where the largest of them is odd. The patterns are
/// those of ``HyphenationPatterns``; beyond them a part has a vowel, and at least ``edge`` letters stay at either end.
package struct Hyphenation: Sendable {
    /// For Russian words, ё taken for е.
    package static let russian = Hyphenation(
        patterns: HyphenationPatterns.russian + " " + HyphenationPatterns.ownRussian,
        exceptions: HyphenationPatterns.russianExceptions)

    /// Letters that stay together at either end of a word.
    package static let edge = 3

    /// The way on from a node by a letter, by `node << 6 | letter`; open addressing, a power of two of places.
    private let ways: [Way]
    private let lastPlace: Int
    /// By node where the weights of the pattern begin that ends there; nothing where none does.
    ///
    /// Node 0 is the root.
    private let weightsOfNode: [Int32]
    /// The weights of all patterns, each one more than the pattern has letters.
    private let weights: [UInt8]

    private init(patterns: String, exceptions: String) {
        var trie = Trie()
        for pattern in patterns.split(whereSeparator: \.isWhitespace) {
            var letters: [Letter] = []
            var own: [UInt8] = [0]
            for sign in pattern.unicodeScalars {
                if let weight = UInt8(String(sign)) {
                    own[own.count - 1] = weight
                } else {
                    letters.append(sign == "." ? .end : Letter(sign))
                    own.append(0)
                }
            }
            trie.add(letters, own)
        }
        for word in exceptions.split(whereSeparator: \.isWhitespace) {
            var letters = [Letter.end]
            var own: [UInt8] = [0, Self.never]
            for sign in word.unicodeScalars {
                if sign == "-" {
                    own[own.count - 1] = Self.always
                } else {
                    letters.append(Letter(sign))
                    own.append(Self.never)
                }
            }
            trie.add(letters + [.end], own + [0])
        }
        var places = 1
        while places < 2 * trie.children.count { places *= 2 }
        var ways = Array(repeating: Way(key: Way.none, node: 0), count: places)
        for (node, letters) in trie.children.enumerated() {
            for (letter, next) in letters {
                let key = Self.key(node, letter)
                var place = Self.place(key, places - 1)
                while ways[place].key != Way.none { place = (place + 1) & (places - 1) }
                ways[place] = Way(key: key, node: next)
            }
        }
        (self.ways, weightsOfNode, weights) = (ways, trie.weightsOfNode, trie.weights)
        lastPlace = places - 1
    }

    /// Above all weights of patterns: what a list of whole words says.
    private static let (never, always) = (UInt8(10), UInt8(11))

    private struct Trie {
        var children: [[Letter: UInt32]] = [[:]]
        var weightsOfNode: [Int32] = [-1]
        var weights: [UInt8] = []

        mutating func add(_ letters: [Letter], _ own: [UInt8]) {
            var node = 0
            for letter in letters {
                if let next = children[node][letter] {
                    node = Int(next)
                    continue
                }
                children[node][letter] = UInt32(children.count)
                node = children.count
                children.append([:])
                weightsOfNode.append(-1)
            }
            weightsOfNode[node] = Int32(weights.count)
            weights += own
        }
    }

    private static func key(_ node: Int, _ letter: Letter) -> UInt32 { UInt32(node) << 6 | UInt32(letter.number) }

    private static func place(_ key: UInt32, _ lastPlace: Int) -> Int {
        Int((key &* 2_654_435_769) >> 12) & lastPlace
    }

    private struct Way {
        static let none = UInt32.max
        let key: UInt32
        let node: UInt32
    }

    /// What is used over again from word to word.
    struct Scratch {
        /// Before which letters the word of the last question may be parted, ascending.
        fileprivate(set) var breaks: [Int] = []
        /// By place, the weight before the letter there; the beginning of the word is a letter too.
        fileprivate var found: [UInt8] = []
    }

    /// Finds before which letters a word may be parted.
    ///
    /// O(letters × the longest pattern).
    func findBreaks(in word: [Letter], _ scratch: inout Scratch) {
        scratch.breaks.removeAll(keepingCapacity: true)
        guard word.count >= 2 * Self.edge else { return }
        weigh(word, &scratch.found)
        var start = 0
        for place in Self.edge...word.count - Self.edge where scratch.found[place + 1] & 1 == 1 {
            guard place - start > 1, word[start..<place].contains(where: \.isVowel),
                word[place...].contains(where: \.isVowel)
            else { continue }
            scratch.breaks.append(place)
            start = place
        }
    }

    private func weigh(_ word: [Letter], _ found: inout [UInt8]) {
        found.removeAll(keepingCapacity: true)
        found.append(contentsOf: repeatElement(0, count: word.count + 3))
        ways.withUnsafeBufferPointer { ways in
            for start in 0..<word.count + 1 {
                var node = 0
                letters: for place in start..<word.count + 2 {
                    let letter = place == 0 || place == word.count + 1 ? Letter.end : word[place - 1]
                    let key = Self.key(node, letter)
                    var way = Self.place(key, lastPlace)
                    while ways[way].key != key {
                        if ways[way].key == Way.none { break letters }
                        way = (way + 1) & lastPlace
                    }
                    node = Int(ways[way].node)
                    let first = Int(weightsOfNode[node])
                    guard first >= 0 else { continue }
                    for shift in 0...place - start + 1 {
                        found[start + shift] = max(found[start + shift], weights[first + shift])
                    }
                }
            }
        }
    }

    /// A Russian letter without its case, or the end of a word.
    struct Letter: Hashable {
        /// From а = 0 to я = 31; ё is е.
        let number: UInt8

        static let end = Letter(number: 32)

        private init(number: UInt8) { self.number = number }

        /// - Parameter scalar: a small letter.
        fileprivate init(_ scalar: Unicode.Scalar) {
            number = scalar == "ё" ? 5 : UInt8(truncatingIfNeeded: scalar.value &- 0x430)
        }

        /// Whether two bytes of UTF-8 are a Russian letter.
        static func isOne(_ first: UInt8, _ second: UInt8) -> Bool {
            switch first {
            case 0xD0: second >= 0x90 || second == 0x81
            case 0xD1: second <= 0x8F || second == 0x91
            default: false
            }
        }

        /// - Parameters: the bytes of a letter, of which ``isOne(_:_:)`` is true.
        init(_ first: UInt8, _ second: UInt8) {
            number =
                switch (first, second) {
                case (0xD0, 0x90...0xAF): second - 0x90
                case (0xD0, 0xB0...): second - 0xB0
                case (0xD1, ...0x8F): second - 0x80 + 16
                default: 5
                }
        }

        /// Of two bytes, of which ``isOne(_:_:)`` is true.
        static func isCapital(_ first: UInt8, _ second: UInt8) -> Bool { first == 0xD0 && second <= 0xAF }

        /// One of а е и о у ы э ю я.
        var isVowel: Bool { 0xE808_4121 >> UInt32(number) & 1 == 1 && self != .end }
    }
}
