/// Chooses the passage of a text that shows most of the query: the browser chooses the same.
///
/// A passage is twenty-four chunks of text, beginning up to four before a match, or a row of a table where the match stands
/// in one, so that no row is shown in part unless it is long. The one with most different words of the query wins, then the
/// one with most matches, then the one with words that are asked for before others, then the first. None holds
/// text of two files, or of a page and a file of it.
enum Snippet {
    /// What a text has to show for a query.
    enum Outcome: Equatable {
        /// The passage; behind one of the page's own text that of a file which has words that the page itself lacks.
        case passages([Passage])
        /// No word of the text is one of the query.
        case unmatched
        /// The text has no words.
        case empty
    }

    /// A run of a text, in parts, and the file that it is of: nothing where it is the page's own text.
    struct Passage: Equatable {
        let parts: [SearchAnswer.SnippetPart]
        let file: String?
    }

    static let passageLength = 24
    static let leadIn = 4
    /// The most chunks of a row that is shown whole; before a window into a longer one its first cell stands, as far as so
    /// many chunks.
    static let rowLength = 48
    static let headLength = 12

    private typealias Chunk = TermSequences.Chunk

    /// The page's own text, or that of a file.
    private struct Section {
        let file: String?
        let text: [UInt8]
        let chunks: [Chunk]
        /// Whether the file is called by words of the query; which.
        let named: [Int]
    }

    /// The best passage of a text.
    static func of(_ text: [UInt8], matching terms: TermSequences) -> Outcome {
        let sections = sections(of: text, terms)
        if sections.allSatisfy(\.chunks.isEmpty) { return .empty }
        guard let best = best(in: sections, { $0 }) else { return .unmatched }
        guard best.file == nil else { return .passages([best]) }
        // What the page itself lacks.
        let own = Set(sections[0].chunks.map(\.match))
        let further = self.best(in: sections.dropFirst()) { $0.filter { !own.contains($0) } }
        return .passages([best] + [further].compactMap(\.self))
    }

    /// The best passage by those of its matches that count; nothing where none does.
    private static func best(in sections: some Sequence<Section>, _ counted: ([Int]) -> [Int]) -> Passage? {
        var best: (section: Section, window: Window, value: Int)?
        for section in sections {
            for (window, matches) in windows(of: section) {
                let matches = counted(matches)
                let meant = Set(matches)
                if meant.isEmpty { continue }
                let value = meant.count * 10_000 + matches.count * 100 - min(meant.reduce(0, +), 99)
                if value > best?.value ?? 0 { best = (section, window, value) }
            }
        }
        guard let (section, window, _) = best else { return nil }
        let head =
            window.head.isEmpty
            ? [] : parts(section.text, section.chunks[window.head], isFirst: true, isLast: true) + [gap]
        let parts = parts(
            section.text, section.chunks[window.chunks],
            isFirst: !head.isEmpty || window.chunks.lowerBound == window.whole.lowerBound,
            isLast: window.chunks.upperBound == window.whole.upperBound)
        return Passage(parts: head + parts, file: section.file)
    }

    private static let gap = SearchAnswer.SnippetPart(text: " … ", isMatch: false)

    private static func sections(of text: [UInt8], _ terms: TermSequences) -> [Section] {
        text.split(separator: SearchDocument.fileMark, omittingEmptySubsequences: false).enumerated().map {
            number, part in
            guard number > 0 else {
                return Section(file: nil, text: Array(part), chunks: terms.chunks(of: Array(part)), named: [])
            }
            let end = part.firstIndex(of: 10) ?? part.endIndex
            let (name, rest) = (Array(part[..<end]), Array(part[end...]))
            return Section(
                file: String(decoding: name, as: UTF8.self), text: rest, chunks: terms.chunks(of: rest),
                named: terms.chunks(of: name).map(\.match).filter { $0 >= 0 })
        }
    }

    /// Chunks that are shown, those of the row or section that they are of, and the beginning of a row before them.
    private struct Window {
        let chunks: Range<Int>
        let whole: Range<Int>
        var head = 0..<0
    }

    /// Neighbouring chunks of a passage: of one row of a table, or of lines that are no rows.
    private struct Block {
        let chunks: Range<Int>
        let isRow: Bool
    }

    /// Windows in which something matches, with their matches; the beginning of a file of which only the name does.
    private static func windows(of section: Section) -> [(Window, [Int])] {
        let chunks = section.chunks
        if !chunks.isEmpty, !section.named.isEmpty, chunks.allSatisfy({ $0.match < 0 }) {
            return [(Window(chunks: 0..<min(chunks.count, passageLength), whole: chunks.indices), section.named)]
        }
        return blocks(of: section).flatMap { block in
            let head = block.isRow ? head(of: block, section) : 0..<0
            return block.chunks.filter { chunks[$0].match >= 0 }.map { place in
                var shown = window(at: place, block)
                if shown.lowerBound <= head.upperBound { shown = block.chunks.lowerBound..<shown.upperBound }
                let window = Window(
                    chunks: shown, whole: block.isRow ? block.chunks : chunks.indices,
                    head: shown.lowerBound > head.upperBound ? head : 0..<0)
                return (window, chunks[shown].map(\.match).filter { $0 >= 0 })
            }
        }
    }

    private static func window(at place: Int, _ block: Block) -> Range<Int> {
        if block.chunks.count <= (block.isRow ? rowLength : passageLength) { return block.chunks }
        let start = max(block.chunks.lowerBound, min(place - leadIn, block.chunks.upperBound - passageLength))
        return start..<min(block.chunks.upperBound, start + passageLength)
    }

    /// The first cell of a row, or the beginning of a long one.
    private static func head(of block: Block, _ section: Section) -> Range<Int> {
        let (start, chunks) = (block.chunks.lowerBound, section.chunks)
        let end = block.chunks.dropFirst().first { place in
            section.text[chunks[place - 1].source.upperBound..<chunks[place].source.lowerBound].contains(9)
        }
        return start..<min(end ?? block.chunks.upperBound, start + headLength)
    }

    /// A line with a tab, which parts cells, is a row.
    private static func blocks(of section: Section) -> [Block] {
        let (text, chunks) = (section.text, section.chunks)
        var blocks: [Block] = []
        var end = 0
        var isRow = false
        for (place, chunk) in chunks.enumerated() {
            let isNext = place == 0 || chunk.source.lowerBound >= end
            let wasRow = isRow
            if isNext {
                let start = text[..<chunk.source.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
                end = text[chunk.source.upperBound...].firstIndex(of: 10) ?? text.count
                isRow = text[start..<end].contains(9)
            }
            if let last = blocks.last, !isNext || !(isRow || wasRow) {
                blocks[blocks.count - 1] = Block(chunks: last.chunks.lowerBound..<place + 1, isRow: last.isRow)
            } else {
                blocks.append(Block(chunks: place..<place + 1, isRow: isRow))
            }
        }
        return blocks
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
