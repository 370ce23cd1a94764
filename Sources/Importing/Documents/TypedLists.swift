/// Lists that were typed: paragraphs that begin with «•», and lines of one paragraph that begin with «1)» or a dash.
///
/// ```
/// paragraphs = { sign text }                       each one an item
/// lines      = mark text { break mark text }       two at least
/// mark       = sign | "-" | "–" | "—" | digits ( "." | ")" )
/// ```
enum TypedLists {
    private static let signs: Set<Character> = [
        "•", "·", "▪", "●", "◦", "■", "\u{F0B7}", "\u{F0A7}", "✓", "➢", "\u{F0D8}",
    ]

    /// The same blocks with such paragraphs as lists; `tell` is given the text of each, and the numbers that were typed.
    ///
    /// O(length).
    static func joined(_ blocks: [DocumentBlock], _ tell: (_ text: String, _ numbers: String) -> Void)
        -> [DocumentBlock]
    {
        var result: [DocumentBlock] = []
        var items: [[DocumentBlock]] = []
        func close() {
            if !items.isEmpty {
                tell(PlainWords.text(items[0]), "")
                result.append(.bullets(items))
            }
            items = []
        }
        for block in blocks {
            guard case .paragraph(let inlines) = block else {
                close()
                result.append(block)
                continue
            }
            if let (list, numbers) = list(ofLines: inlines) {
                close()
                tell(PlainWords.text(inlines), numbers)
                result.append(list)
            } else if let item = withoutSign(inlines) {
                items.append([.paragraph(item)])
            } else {
                close()
                result.append(block)
            }
        }
        close()
        return result
    }

    private static func withoutSign(_ inlines: [DocumentInline]) -> [DocumentInline]? {
        let text = PlainWords.text(inlines)
        let spaces = text.prefix(while: \.isWhitespace).count
        guard let sign = text.dropFirst(spaces).first, signs.contains(sign) else { return nil }
        return trimmed(DocumentOutline.dropping(spaces + 1, inlines))
    }

    private static func trimmed(_ inlines: [DocumentInline]) -> [DocumentInline] {
        let bare = inlines.drop { inline in
            switch inline {
            case .space: true
            case .text(let text): text.allSatisfy(\.isWhitespace)
            case .plain(let inner): PlainWords.text(inner).allSatisfy(\.isWhitespace)
            default: false
            }
        }
        return Array(bare)
    }

    // MARK: Lines

    private static func list(ofLines inlines: [DocumentInline]) -> (DocumentBlock, numbers: String)? {
        let lines = inlines.split { if case .lineBreak = $0 { true } else { false } }.map(Array.init)
        guard lines.count > 1 else { return nil }
        let marks = lines.map { mark(PlainWords.text($0)) }
        let lengths = marks.compactMap { $0?.length }
        guard lengths.count == lines.count, Set(marks.map { $0?.isNumber }).count == 1 else { return nil }
        let items = zip(lines, lengths).map { [DocumentBlock.paragraph(trimmed(DocumentOutline.dropping($1, $0)))] }
        guard marks[0]?.isNumber == true else { return (.bullets(items), "") }
        let numbers = marks.compactMap { $0.map { String($0.number) } }.joined(separator: " ")
        return (.numbered(start: marks[0]?.number ?? 1, items), numbers)
    }

    private static func mark(_ line: String) -> (length: Int, isNumber: Bool, number: Int)? {
        let text = line.drop(while: \.isWhitespace)
        let before = line.count - text.count
        if let sign = text.first, signs.contains(sign) { return (before + 1, false, 0) }
        if let sign = text.first, "-–—".contains(sign), text.dropFirst().first == " " { return (before + 1, false, 0) }
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard (1...2).contains(digits.count), let end = text.dropFirst(digits.count).first, end == "." || end == ")"
        else {
            return nil
        }
        return (before + digits.count + 1, true, Int(digits) ?? 1)
    }
}
