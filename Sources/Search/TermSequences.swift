/// Terms and phrases of terms, looked for in a text: what is marked in a passage, what a quoted phrase must meet.
///
/// A phrase stands where its terms follow one another within a paragraph or cell, which lines and tabs part; stop words
/// between them don't count. The browser does the same.
struct TermSequences {
    /// Terms of each sequence; most have one.
    let sequences: [[[UInt8]]]
    private let terms: WordTable

    init(_ sequences: [[[UInt8]]]) {
        self.sequences = sequences
        terms = WordTable(sequences.joined())
    }

    /// A chunk of a text.
    struct Chunk {
        let source: Range<Int>
        /// The first sequence that it is a part of; -1 for none.
        var match = -1
    }

    /// The chunks of a text with their matches.
    func chunks(of text: [UInt8]) -> [Chunk] {
        var chunks: [Chunk] = []
        var wholes: [Int?] = []
        var words: [(term: Int?, chunk: Int)] = []
        var scanner = WordScanner()
        text.withUnsafeBufferPointer { bytes in
            scanner.scan(bytes) { chunk in
                let gap = (chunks.last?.source.upperBound ?? 0)..<chunk.source.lowerBound
                if bytes[gap].contains(where: { $0 < 0x20 }) { words.append((nil, chunks.count)) }
                chunk.forEachPart { part in
                    let word = Array(part)
                    if !FoldedWords.isStopWord(word) { words.append((number(of: word), chunks.count)) }
                }
                wholes.append(chunk.isWord ? number(of: Array(chunk.bytes)) : nil)
                chunks.append(Chunk(source: chunk.source))
            }
        }
        for (number, sequence) in sequences.enumerated() {
            let wanted = sequence.map { terms.find($0) }
            for start in words.indices where words[start...].prefix(wanted.count).map(\.term) == wanted {
                for word in words[start..<start + wanted.count] where chunks[word.chunk].match < 0 {
                    chunks[word.chunk].match = number
                }
            }
            for chunk in chunks.indices where wanted == [wholes[chunk]] && wholes[chunk] != nil {
                if chunks[chunk].match < 0 { chunks[chunk].match = number }
            }
        }
        return chunks
    }

    /// The number of the term that a word is.
    private func number(of word: [UInt8]) -> Int? {
        Stems.resolve(word.regular) { terms.find($0) != nil }.flatMap { terms.find($0) }
    }
}
