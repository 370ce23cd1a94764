/// A phrase of the abbreviations and synonyms: its terms, and its words as the vocabulary writes them.
///
/// A term shard has both at once, a dot where the term ends: `Ребён.ок`, `федеральн.ый государственн.ый стандарт`. A
/// word that its term does not begin is given by its term.
struct Phrase {
    /// The words, parted by spaces, with the dots.
    let written: String
    /// A term for each word.
    let terms: [[UInt8]]

    /// The words as a reader sees them.
    var text: String { written.replacing(".", with: "") }

    /// Reads what a shard says; nil where it says nothing.
    init?(written: String) {
        self.written = written
        terms = written.split(separator: " ").compactMap { word in
            word.split(separator: ".").first.flatMap { FoldedWords.wholes(of: String($0)).first }
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
                if FoldedWords.isStopWord(word) { return }
                let term = stem(word)
                isAttested = isAttested && term != nil
                words.append(written(word[...], folded: word, term: term ?? word))
            }
        }
        return (Phrase(written: words.joined(separator: " ")), isAttested)
    }

    /// Folding keeps the length of the letters that words are written with, so that the term ends at the same byte.
    private static func written(_ source: ArraySlice<UInt8>, folded: [UInt8], term: [UInt8]) -> String {
        guard source.count == folded.count, folded.starts(with: term) else {
            return String(decoding: term, as: UTF8.self)
        }
        let (head, tail) = (source.prefix(term.count), source.dropFirst(term.count))
        return String(decoding: head, as: UTF8.self) + (tail.isEmpty ? "" : "." + String(decoding: tail, as: UTF8.self))
    }
}
