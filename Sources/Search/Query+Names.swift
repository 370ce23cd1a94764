/// What a query may name as a whole: a document by its number, a page or a thing by words of which some are stop words.
extension Query {
    /// The longest name, in words.
    static let longestName = 4

    /// The term of a name: `#520`, `#моя-школа`; no word of a text is one.
    static func nameTerm(_ words: some Sequence<[UInt8]>) -> [UInt8] { [0x23] + words.joined(separator: [0x2D]) }

    /// The words of a name; nil where it needs no term, having neither a digit nor a stop word, or is too long.
    static func nameWords(_ name: String) -> [[UInt8]]? {
        let words = wholes(of: name)
        return (1...longestName).contains(words.count) && isName(words[...]) ? words : nil
    }

    private static func isName(_ words: ArraySlice<[UInt8]>) -> Bool {
        words.count == 1
            ? words.contains(where: hasDigit)
            : words.contains(where: FoldedWords.isStopWord) && !words.allSatisfy(FoldedWords.isStopWord)
    }

    private static func hasDigit(_ word: [UInt8]) -> Bool { word.contains(where: isDigit) }

    /// Chunks as words: one that is no word as a whole has hyphens.
    private static func wholes(of text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var scanner = WordScanner()
        scanner.scan(text) { chunk in
            if chunk.isWord || chunk.partEnds.count == 1 {
                words.append(Array(chunk.bytes))
            } else {
                var parts: [[UInt8]] = []
                chunk.forEachPart { parts.append(Array($0)) }
                words.append(Array(parts.joined(separator: [0x2D])))
            }
        }
        return words
    }

    /// Pages that have a name of the query are worth more; none is left out for lacking it.
    mutating func addNames(in text: String) {
        guard !words.isEmpty else { return }
        var names = words.filter { Self.hasDigit($0.text) && !$0.terms.isEmpty }.map { Self.nameTerm([$0.text]) }
        let typed = Self.wholes(of: text).prefix(Self.maximumWords)
        for count in 2...Self.longestName where count <= typed.count {
            for start in 0...typed.count - count where Self.isName(typed[start..<start + count]) {
                names.append(Self.nameTerm(typed[start..<start + count]))
            }
        }
        for name in names {
            guard let term = reader.term(name), !words.contains(where: { $0.text == name }) else { continue }
            var word = Word(text: name, isRequired: false, isName: true)
            word.terms = [term]
            word.alternatives = [Alternative(weight: Weight.exact, terms: [term])]
            words.append(word)
        }
    }
}
