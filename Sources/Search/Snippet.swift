/// Chooses the passage of a text that shows most of the query: the browser chooses the same.
///
/// A passage is twenty-four chunks of text. It begins up to four before a match; the one with most different words
/// of the query wins, then the one with most matches, then the first.
enum Snippet {
    /// What a text has to show for a query.
    enum Outcome: Equatable {
        /// The passage, in parts.
        case passage([SearchAnswer.SnippetPart])
        /// No word of the text is one of the query.
        case unmatched
        /// The text has no words.
        case empty
    }

    static let passageLength = 24
    static let leadIn = 4

    private typealias Chunk = TermSequences.Chunk

    /// The best passage of a text.
    static func of(_ text: [UInt8], matching terms: TermSequences) -> Outcome {
        let chunks = terms.chunks(of: text)
        if chunks.isEmpty { return .empty }
        var best: (start: Int, value: Int)?
        for (place, chunk) in chunks.enumerated() where chunk.match >= 0 {
            let start = max(0, min(place - leadIn, chunks.count - passageLength))
            let matches = chunks[start..<min(chunks.count, start + passageLength)].map(\.match).filter { $0 >= 0 }
            let value = Set(matches).count * 100 + matches.count
            if value > best?.value ?? 0 { best = (start, value) }
        }
        guard let start = best?.start else { return .unmatched }
        let end = min(chunks.count, start + passageLength)
        return .passage(parts(text, chunks[start..<end], isFirst: start == 0, isLast: end == chunks.count))
    }

    private static func parts(
        _ text: [UInt8], _ chunks: ArraySlice<Chunk>, isFirst: Bool, isLast: Bool
    ) -> [SearchAnswer.SnippetPart] {
        var parts: [SearchAnswer.SnippetPart] = []
        var plain = isFirst ? "" : "… "
        var offset = chunks.first?.source.lowerBound ?? 0
        func flush() {
            if !plain.utf8.isEmpty { parts.append(SearchAnswer.SnippetPart(text: plain, isMatch: false)) }
            plain = ""
        }
        for chunk in chunks where chunk.match >= 0 {
            plain += collapsed(offset..<chunk.source.lowerBound, of: text)
            flush()
            let word = String(decoding: text[chunk.source], as: UTF8.self)
            parts.append(SearchAnswer.SnippetPart(text: word, isMatch: true))
            offset = chunk.source.upperBound
        }
        plain += collapsed(offset..<(chunks.last?.source.upperBound ?? offset), of: text)
        if !isLast { plain += " …" }
        flush()
        return parts
    }

    /// Runs of spaces as one space; « · » for a tab, which parts cells, and for the end of a line that ends no sentence.
    private static func collapsed(_ range: Range<Int>, of text: [UInt8]) -> String {
        var bytes: [UInt8] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let end = text[start..<range.upperBound].firstIndex { !isSpace($0) } ?? range.upperBound
            if end > start { bytes += joint(text[start..<end], behind: text[..<start]) }
            let next = text[end..<range.upperBound].firstIndex(where: isSpace) ?? range.upperBound
            bytes += text[end..<next]
            start = next
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 9...13 ~= byte }

    private static func joint(_ gap: ArraySlice<UInt8>, behind text: ArraySlice<UInt8>) -> [UInt8] {
        let isParted = gap.contains(9) || (gap.contains { 10...13 ~= $0 } && !endsSentence(text))
        return isParted ? Array(" · ".utf8) : [0x20]
    }

    private static let closing = ["»", ")"].map { Array($0.utf8) }
    private static let ending = [".", "!", "?", ":", ";", ",", "…"].map { Array($0.utf8) }

    /// Whether a text ends with a mark that ends a sentence or a part of one, a closing mark behind it or none.
    private static func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
        let closed = closing.first { text.suffix($0.count).elementsEqual($0) }
        let rest = text.dropLast(closed?.count ?? 0)
        return ending.contains { rest.suffix($0.count).elementsEqual($0) }
    }
}
