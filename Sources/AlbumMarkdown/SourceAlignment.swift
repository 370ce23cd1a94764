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
    private let limit: Int
    private var textIndex = 0
    private var sourceIndex: Int
    private(set) var pieces: [Piece] = []

    /// Where the text ends in the source.
    var end: Int { sourceIndex }

    /// Aligns a text with `source[start..<limit]`.
    init(_ text: CmarkParser.Bytes, _ source: CmarkParser.Bytes, _ start: Int, _ limit: Int) {
        self.text = text
        self.source = source
        self.limit = min(limit, source.count)
        sourceIndex = start
        while textIndex < text.count { readPiece() }
    }

    private mutating func readPiece() {
        let from = (textIndex, sourceIndex)
        while textIndex < text.count, sourceIndex < limit, source[sourceIndex] == text[textIndex], !isDecoded() {
            textIndex += 1
            sourceIndex += 1
        }
        if textIndex > from.0 {
            pieces.append(Piece(text: from.0..<textIndex, source: from.1..<sourceIndex, isVerbatim: true))
            return
        }
        let length = decodedLengths()
        textIndex = min(textIndex + length.text, text.count)
        sourceIndex = max(sourceIndex, min(sourceIndex + length.source, limit))
        pieces.append(Piece(text: from.0..<textIndex, source: from.1..<max(from.1, sourceIndex), isVerbatim: false))
    }

    /// Whether an escape or an entity begins here, though its first byte happens to equal the decoded one.
    private func isDecoded() -> Bool {
        switch source[sourceIndex] {
        case UInt8(ascii: "\\"): sourceIndex + 1 < limit && source[sourceIndex + 1].isASCIIPunctuation
        case UInt8(ascii: "&"): entityEnd() != nil
        default: false
        }
    }

    /// The lengths of an escape or an entity, in text and source; the whole rest where neither is there.
    private func decodedLengths() -> (text: Int, source: Int) {
        guard sourceIndex < limit else { return (text.count - textIndex, 0) }
        if source[sourceIndex] == UInt8(ascii: "\\"), sourceIndex + 1 < limit,
            source[sourceIndex + 1] == text[textIndex]
        {
            return (1, 2)
        }
        // A zero byte comes out as the replacement character.
        if source[sourceIndex] == 0 { return (3, 1) }
        guard let entityEnd = entityEnd() else { return (text.count - textIndex, limit - sourceIndex) }
        let one = scalarLength(at: textIndex)
        let two = one + scalarLength(at: textIndex + one)
        // Some names stand for two code points: then the text goes on as the source does only after the second.
        let isOne = continues(from: textIndex + one, at: entityEnd)
        let isTwo = !isOne && two > one && continues(from: textIndex + two, at: entityEnd)
        return (isTwo ? two : one, entityEnd - sourceIndex)
    }

    private func continues(from textIndex: Int, at sourceIndex: Int) -> Bool {
        guard textIndex < text.count else { return sourceIndex >= limit || source[sourceIndex].isSpaceOrTab }
        guard sourceIndex < limit else { return false }
        let byte = source[sourceIndex]
        return byte == text[textIndex] || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\")
    }

    private func scalarLength(at index: Int) -> Int {
        guard index < text.count else { return 0 }
        let byte = text[index]
        return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }

    /// The limit of an entity that begins here and was decoded: its source does not stand in the text.
    private func entityEnd() -> Int? {
        guard source[sourceIndex] == UInt8(ascii: "&") else { return nil }
        var index = sourceIndex + 1
        if index < limit, source[index] == UInt8(ascii: "#") { index += 1 }
        let start = index
        while index < limit, index - start < 32, source[index].isASCIIAlphanumeric { index += 1 }
        guard index > start, index < limit, source[index] == UInt8(ascii: ";") else { return nil }
        let length = index + 1 - sourceIndex
        if isAlwaysDecoded(start..<index) { return index + 1 }
        guard textIndex + length <= text.count else { return index + 1 }
        let isAsWritten = (0..<length).allSatisfy { text[textIndex + $0] == source[sourceIndex + $0] }
        return isAsWritten ? nil : index + 1
    }

    /// Numbers, and the names that stand for marks themselves: `&amp;lt;` is decoded to what looks like an entity.
    private func isAlwaysDecoded(_ name: Range<Int>) -> Bool {
        if source[name.lowerBound - 1] == UInt8(ascii: "#") {
            let isHexadecimal = source[name.lowerBound] | 0x20 == UInt8(ascii: "x")
            let digits = isHexadecimal ? name.dropFirst() : name
            guard !digits.isEmpty, digits.count <= (isHexadecimal ? 6 : 7) else { return false }
            return digits.allSatisfy {
                source[$0].isASCIIDigit || (isHexadecimal && (0x61...0x66).contains(source[$0] | 0x20))
            }
        }
        return Self.names.contains { $0.elementsEqual(name.lazy.map { source[$0] }) }
    }

    private static let names = ["amp", "lt", "gt", "quot", "AMP", "LT", "GT", "QUOT"].map { Array($0.utf8) }
}
