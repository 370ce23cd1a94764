/// Lays a text that libcmark decoded beside its source, piece by piece.
///
/// libcmark joins neighbouring texts, so one of them may hold escapes (`\~`) and entities (`&laquo;`) among words that
/// stand in the source as they are. Marks are looked for in the latter only.
struct SourceAlignment {
    struct Piece {
        /// Bytes of the decoded text.
        let text: Range<Int>
        /// Bytes of the source; as many where the piece is verbatim.
        let source: Range<Int>
        let isVerbatim: Bool
    }

    private let text: CmarkParser.Bytes
    private let source: CmarkParser.Bytes
    private let end: Int
    private var textIndex = 0
    private var sourceIndex: Int
    private(set) var pieces: [Piece] = []

    /// Aligns a text with `source[start..<end]`.
    init(_ text: CmarkParser.Bytes, _ source: CmarkParser.Bytes, _ start: Int, _ end: Int) {
        self.text = text
        self.source = source
        self.end = min(end, source.count)
        sourceIndex = start
        while textIndex < text.count { readPiece() }
    }

    private mutating func readPiece() {
        let from = (textIndex, sourceIndex)
        while textIndex < text.count, sourceIndex < end, source[sourceIndex] == text[textIndex], !isDecoded() {
            textIndex += 1
            sourceIndex += 1
        }
        if textIndex > from.0 {
            pieces.append(Piece(text: from.0..<textIndex, source: from.1..<sourceIndex, isVerbatim: true))
            return
        }
        let length = decodedLengths()
        textIndex = min(textIndex + length.text, text.count)
        sourceIndex = min(sourceIndex + length.source, end)
        pieces.append(Piece(text: from.0..<textIndex, source: from.1..<max(from.1, sourceIndex), isVerbatim: false))
    }

    /// Whether an escape or an entity begins here, though its first byte happens to equal the decoded one.
    private func isDecoded() -> Bool {
        switch source[sourceIndex] {
        case UInt8(ascii: "\\"): sourceIndex + 1 < end && source[sourceIndex + 1].isASCIIPunctuation
        case UInt8(ascii: "&"): entityEnd() != nil
        default: false
        }
    }

    /// The lengths of an escape or an entity, in text and source; the whole rest where neither is there.
    private func decodedLengths() -> (text: Int, source: Int) {
        guard sourceIndex < end else { return (text.count - textIndex, 0) }
        if source[sourceIndex] == UInt8(ascii: "\\"), sourceIndex + 1 < end, source[sourceIndex + 1] == text[textIndex]
        {
            return (1, 2)
        }
        guard let entityEnd = entityEnd() else { return (text.count - textIndex, end - sourceIndex) }
        let one = scalarLength(at: textIndex)
        let two = one + scalarLength(at: textIndex + one)
        // Some names stand for two code points: then the text goes on as the source does only after the second.
        let isOne = continues(from: textIndex + one, at: entityEnd)
        let isTwo = !isOne && two > one && continues(from: textIndex + two, at: entityEnd)
        return (isTwo ? two : one, entityEnd - sourceIndex)
    }

    private func continues(from textIndex: Int, at sourceIndex: Int) -> Bool {
        guard textIndex < text.count else { return sourceIndex >= end || source[sourceIndex].isSpaceOrTab }
        guard sourceIndex < end else { return false }
        let byte = source[sourceIndex]
        return byte == text[textIndex] || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\")
    }

    private func scalarLength(at index: Int) -> Int {
        guard index < text.count else { return 0 }
        let byte = text[index]
        return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }

    /// The end of an entity that begins here and was decoded: its source does not stand in the text.
    private func entityEnd() -> Int? {
        guard source[sourceIndex] == UInt8(ascii: "&") else { return nil }
        var index = sourceIndex + 1
        if index < end, source[index] == UInt8(ascii: "#") { index += 1 }
        let start = index
        while index < end, index - start < 32, source[index].isASCIIAlphanumeric { index += 1 }
        guard index > start, index < end, source[index] == UInt8(ascii: ";") else { return nil }
        let length = index + 1 - sourceIndex
        guard textIndex + length <= text.count else { return index + 1 }
        let isAsWritten = (0..<length).allSatisfy { text[textIndex + $0] == source[sourceIndex + $0] }
        return isAsWritten ? nil : index + 1
    }
}
