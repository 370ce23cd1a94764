/// The words of a short text, folded; stop words are left out.
enum FoldedWords {
    private static let stopWords = WordTable(WordLists.stopWords.map { Array($0.utf8) })

    static func isStopWord(_ word: [UInt8]) -> Bool { stopWords.find(word) != nil }

    /// All chunks, whole.
    static func wholes(of text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var scanner = WordScanner()
        scanner.scan(text) { words.append(Array($0.bytes)) }
        return words
    }

    /// The parts of all chunks.
    static func words(of text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var scanner = WordScanner()
        scanner.scan(text) { chunk in
            chunk.forEachPart { words.append(Array($0)) }
        }
        return words.filter { !isStopWord($0) }
    }
}
