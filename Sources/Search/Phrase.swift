/// A phrase of the abbreviations and synonyms: its terms, and its words as the vocabulary writes them.
///
/// A term shard has both at once, a dot where the term ends: `федеральн.ый государственн.ый стандарт`. A word that its
/// term does not begin stands behind it and a colon, `ребенк:ребёнок`; one that is not searched behind a colon alone,
/// `школ.а :с`.
struct Phrase {
    /// The words, parted by spaces, with the dots.
    let written: String
    /// A term for each word.
    let terms: [[UInt8]]

    /// The words as a reader sees them.
    var text: String {
        let words = written.split(separator: " ").map { word -> String in
            guard let colon = word.firstIndex(of: ":") else { return word.filter { $0 != "." } }
            return String(word[word.index(after: colon)...])
        }
        return words.joined(separator: " ")
    }

    /// Reads what a shard says; nil where it says nothing.
    init?(written: String) {
        self.written = written
        terms = written.split(separator: " ").compactMap { word in
            let term = word.prefix { $0 != "." && $0 != ":" }
            return term.isEmpty ? nil : FoldedWords.wholes(of: String(term)).first
        }
        if terms.isEmpty { return nil }
    }

    /// - Parameter stem: the term of a word that is in the texts.
    /// - Returns: the phrase, and whether all its words are in the texts; a word that isn't stands for itself.
    static func make(_ text: String, stem: ([UInt8]) -> [UInt8]?) -> (phrase: Phrase?, isAttested: Bool) {
        let source = Array(text.utf8)
        var words: [String] = []
        var isAttested = true
        var scanner = WordScanner()
        scanner.scan(text) { chunk in
            if chunk.isWord || chunk.partEnds.count == 1, let whole = stem(Array(chunk.bytes)) {
                words.append(written(source[chunk.source], folded: Array(chunk.bytes), term: whole))
                return
            }
            chunk.forEachPart { part in
                let word = Array(part)
                if FoldedWords.isStopWord(word) {
                    if chunk.partEnds.count == 1 {
                        words.append(":" + String(decoding: source[chunk.source], as: UTF8.self))
                    }
                    return
                }
                let term = stem(word)
                isAttested = isAttested && term != nil
                let own = chunk.partEnds.count == 1 ? source[chunk.source] : word[...]
                words.append(written(own, folded: word, term: term ?? word))
            }
        }
        return (Phrase(written: words.joined(separator: " ")), isAttested)
    }

    /// Folding keeps the length of the letters that words are written with, so that the term ends at the same byte.
    private static func written(_ source: ArraySlice<UInt8>, folded: [UInt8], term: [UInt8]) -> String {
        guard source.count == folded.count, folded.starts(with: term) else {
            return String(decoding: term, as: UTF8.self) + ":" + String(decoding: source, as: UTF8.self)
        }
        let (head, tail) = (source.prefix(term.count), source.dropFirst(term.count))
        return String(decoding: head, as: UTF8.self) + (tail.isEmpty ? "" : "." + String(decoding: tail, as: UTF8.self))
    }
}
