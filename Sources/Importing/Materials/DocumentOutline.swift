import Catalog

/// A document as lines with names: what is a heading, what names a field, what is text.
///
/// People make headings in three ways: with the style of a heading, in bold, and with a colon; all are found here.
enum OutlinePart {
    case heading(level: Int, id: String, [DocumentInline])
    /// «Цель: научить …», or a row of a table with two columns.
    case named(String, [DocumentInline], whole: DocumentBlock)
    /// A short line that is bold as a whole.
    case strongLine([DocumentInline])
    case block(DocumentBlock)
}

/// Divides a document into parts.
enum DocumentOutline {
    private static let longestName = 60
    private static let longestTitle = 200

    /// O(document).
    static func parts(_ blocks: [DocumentBlock]) -> [OutlinePart] { blocks.flatMap { parts($0) } }

    private static func parts(_ block: DocumentBlock) -> [OutlinePart] {
        switch block {
        case .group(let inner): return parts(inner)
        case .heading(let level, let id, let inlines):
            return isBlank(inlines) ? [.block(block)] : [.heading(level: level, id: id, inlines)]
        case .paragraph(let inlines):
            if isBlank(inlines) { return hasContent(inlines) ? [.block(block)] : [] }
            if let (name, rest) = named(inlines) { return [.named(name, rest, whole: block)] }
            return isStrong(inlines) && PlainWords.text(inlines).count <= longestTitle
                ? [.strongLine(inlines)] : [.block(block)]
        default: return [.block(block)]
        }
    }

    private static func isBlank(_ inlines: [DocumentInline]) -> Bool {
        PlainWords.text(inlines).allSatisfy(\.isWhitespace)
    }

    private static func hasContent(_ inlines: [DocumentInline]) -> Bool {
        inlines.contains { inline in
            switch inline {
            case .picture, .note: true
            case .strong(let inner), .emphasis(let inner), .plain(let inner), .link(let inner, _): hasContent(inner)
            default: false
            }
        }
    }

    static func isStrong(_ inlines: [DocumentInline]) -> Bool {
        inlines.allSatisfy { inline in
            switch inline {
            case .strong, .space, .lineBreak: true
            case .emphasis(let inner), .plain(let inner): isStrong(inner)
            default: false
            }
        }
    }

    /// The name before the first colon, and what follows it.
    private static func named(_ inlines: [DocumentInline]) -> (String, [DocumentInline])? {
        let text = PlainWords.text(inlines)
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = text[..<colon]
        guard name.count <= longestName, !name.contains("\n"), name.contains(where: \.isLetter) else { return nil }
        let rest = dropping(name.count + 1, inlines)
        return (name.split(separator: " ").joined(separator: " "), Array(rest.drop(while: isSpace)))
    }

    private static func isSpace(_ inline: DocumentInline) -> Bool {
        switch inline {
        case .space, .lineBreak: true
        case .strong(let inner), .emphasis(let inner), .plain(let inner): inner.allSatisfy(isSpace)
        case .text(let text): text.allSatisfy(\.isWhitespace)
        default: false
        }
    }

    /// The characters of the number before a heading, with the blanks behind it: of «2.1 Цель», «IV) Цель», «3 Цель».
    static func lengthOfNumber(_ text: String) -> Int {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") || "IVXІХ".contains($0) }
        let number = digits.hasPrefix(".") ? 0 : digits.count
        let rest = text.dropFirst(number)
        let sign = rest.first == ")" ? 1 : 0
        let blanks = rest.dropFirst(sign).prefix(while: \.isWhitespace).count
        return number > 0 && blanks > 0 ? number + sign + blanks : 0
    }

    /// A heading without its number, as headings are compared.
    static func foldedName(_ heading: String) -> String {
        HeadingName.fold(String(heading.dropFirst(lengthOfNumber(heading))))
    }

    /// The same without its first characters.
    static func dropping(_ count: Int, _ inlines: [DocumentInline]) -> [DocumentInline] {
        var left = count
        var result: [DocumentInline] = []
        for inline in inlines {
            guard left > 0 else {
                result.append(inline)
                continue
            }
            let length = PlainWords.text([inline]).count
            guard length > left else {
                left -= length
                continue
            }
            switch inline {
            case .text(let text): result.append(.text(String(text.dropFirst(left))))
            case .strong(let inner): result.append(.strong(dropping(left, inner)))
            case .emphasis(let inner): result.append(.emphasis(dropping(left, inner)))
            case .plain(let inner): result.append(.plain(dropping(left, inner)))
            case .link(let inner, let address): result.append(.link(dropping(left, inner), address: address))
            default: result.append(inline)
            }
            left = 0
        }
        return result
    }
}
