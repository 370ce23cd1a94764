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

    /// The first is the root; the children of a node stand beside each other, by their letters.
    private let nodes: [Node]
    /// The weights of all patterns, each one more than the pattern has letters.
    private let weights: [UInt8]

    private struct Node {
        /// A bit for each letter by which a way goes on.
        var letters: UInt64 = 0
        var firstChild: UInt32 = 0
        /// Where the weights of the pattern begin that ends here, or ``none``.
        var weights = Self.none

        static let none = UInt32.max
    }

    private init(patterns: String, exceptions: String) {
        var trie = Trie()
        for pattern in patterns.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
            var letters: [Letter] = []
            var own: [UInt8] = [0]
            for sign in pattern {
                if ("0"..."9").contains(sign) {
                    own[own.count - 1] = UInt8(sign.value - 0x30)
                } else {
                    letters.append(sign == "." ? .end : Letter(sign))
                    own.append(0)
                }
            }
            trie.add(letters, own)
        }
        for word in exceptions.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
            var letters = [Letter.end]
            var own: [UInt8] = [0, Self.never]
            for sign in word {
                if sign == "-" {
                    own[own.count - 1] = Self.always
                } else {
                    letters.append(Letter(sign))
                    own.append(Self.never)
                }
            }
            trie.add(letters + [.end], own + [0])
        }
        (nodes, weights) = (trie.nodes, trie.weights)
    }

    /// Above all weights of patterns: what a list of whole words says.
    private static let (never, always) = (UInt8(10), UInt8(11))

    private struct Trie {
        private var children: [[Letter: Int]] = [[:]]
        private var beginnings = [Node.none]
        private(set) var weights: [UInt8] = []

        mutating func add(_ letters: [Letter], _ own: [UInt8]) {
            var node = 0
            for letter in letters {
                if let next = children[node][letter] {
                    node = next
                    continue
                }
                children[node][letter] = children.count
                node = children.count
                children.append([:])
                beginnings.append(Node.none)
            }
            beginnings[node] = UInt32(weights.count)
            weights += own
        }

        /// Level by level.
        var nodes: [Node] {
            var (order, nodes) = ([0], [Node]())
            nodes.reserveCapacity(children.count)
            while nodes.count < order.count {
                let node = order[nodes.count]
                let next = children[node].sorted { $0.key.number < $1.key.number }
                nodes.append(
                    Node(
                        letters: next.reduce(0) { $0 | $1.key.bit }, firstChild: UInt32(order.count),
                        weights: beginnings[node]))
                order += next.map(\.value)
            }
            return nodes
        }
    }

    /// What is used over again from word to word, and what is known of words: a site's are few, and each page has many of them.
    struct Scratch: Sendable {
        /// Before which letters the word of the last question may be parted, ascending.
        fileprivate(set) var breaks: [Int] = []
        /// Its letters.
        fileprivate var letters: [Letter] = []
        /// By place, the weight before the letter there; the beginning of the word is a letter too.
        fileprivate var found: [UInt8] = []
        /// By ``Spelling/place``: the last word that had it.
        fileprivate var known = [Known](repeating: Known(), count: 1 << Spelling.placeBits)
    }

    /// A word of so few letters that they go into two numbers, five bits each.
    fileprivate struct Spelling: Equatable {
        static let mostLetters = 24
        static let placeBits = 13

        let first: UInt64
        let rest: UInt64

        /// No word has this.
        static let none = Spelling(first: 0, rest: 0)

        private init(first: UInt64, rest: UInt64) { (self.first, self.rest) = (first, rest) }

        init?(_ word: UnsafeBufferPointer<UInt8>) {
            guard word.count / 2 <= Self.mostLetters else { return nil }
            // A bit before the letters tells how many there are.
            var (first, rest) = (UInt64(1), UInt64(1))
            for place in stride(from: 0, to: word.count, by: 2) {
                let letter = UInt64(Letter(word[place], word[place + 1]).number)
                if place < Self.mostLetters { first = first << 5 | letter } else { rest = rest << 5 | letter }
            }
            (self.first, self.rest) = (first, rest)
        }

        /// Multiplicative hashing (Knuth, The Art of Computer Programming, volume 3, 6.4).
        var place: Int {
            Int(
                truncatingIfNeeded: ((first &+ rest &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15)
                    >> (64 - UInt64(Self.placeBits)))
        }
    }

    fileprivate struct Known {
        var spelling = Spelling.none
        /// A bit for each letter before which the word may be parted.
        var breaks: UInt32 = 0
    }

    /// Finds before which letters a word may be parted.
    ///
    /// O(letters × the longest pattern); O(letters) of a word that was asked for shortly before.
    /// - Parameter word: its letters, of which ``Letter/isOne(_:_:)`` is true.
    func findBreaks(in word: UnsafeBufferPointer<UInt8>, _ scratch: inout Scratch) {
        scratch.breaks.removeAll(keepingCapacity: true)
        guard let spelling = Spelling(word) else { return findBreaksAnew(in: word, &scratch) }
        let known = scratch.known[spelling.place]
        guard known.spelling == spelling else {
            findBreaksAnew(in: word, &scratch)
            let breaks = scratch.breaks.reduce(UInt32(0)) { $0 | 1 << UInt32($1) }
            scratch.known[spelling.place] = Known(spelling: spelling, breaks: breaks)
            return
        }
        var left = known.breaks
        while left != 0 {
            scratch.breaks.append(left.trailingZeroBitCount)
            left &= left - 1
        }
    }

    private func findBreaksAnew(in bytes: UnsafeBufferPointer<UInt8>, _ scratch: inout Scratch) {
        guard bytes.count / 2 >= 2 * Self.edge else { return }
        scratch.letters.removeAll(keepingCapacity: true)
        for place in stride(from: 0, to: bytes.count, by: 2) {
            scratch.letters.append(Letter(bytes[place], bytes[place + 1]))
        }
        let word = scratch.letters
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
        // The optimiser checks every place of an array that it cannot follow.
        nodes.withUnsafeBufferPointer { nodes in
            weights.withUnsafeBufferPointer { weights in
                word.withUnsafeBufferPointer { word in
                    found.withUnsafeMutableBufferPointer { found in
                        for start in 0..<word.count + 1 { Self.weigh(word, from: start, nodes, weights, found) }
                    }
                }
            }
        }
    }

    /// Weighs by all patterns that begin at one place.
    private static func weigh(
        _ word: UnsafeBufferPointer<Letter>, from start: Int, _ nodes: UnsafeBufferPointer<Node>,
        _ weights: UnsafeBufferPointer<UInt8>, _ found: UnsafeMutableBufferPointer<UInt8>
    ) {
        var node = nodes[0]
        for place in start..<word.count + 2 {
            let bit = (place == 0 || place == word.count + 1 ? Letter.end : word[place - 1]).bit
            guard node.letters & bit != 0 else { return }
            node = nodes[Int(node.firstChild) + (node.letters & (bit - 1)).nonzeroBitCount]
            guard node.weights != Node.none else { continue }
            for shift in 0...place - start + 1 {
                found[start + shift] = max(found[start + shift], weights[Int(node.weights) + shift])
            }
        }
    }

    /// A Russian letter without its case, or the end of a word.
    struct Letter: Hashable {
        /// From а = 0 to я = 31; ё is е.
        let number: UInt8

        static let end = Letter(number: 32)

        fileprivate var bit: UInt64 { 1 << UInt64(number) }

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
