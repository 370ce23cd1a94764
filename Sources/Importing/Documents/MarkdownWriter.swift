import Diagnostics

/// Writes blocks of a document as Markdown that the album reads.
///
/// Come in: blocks. Go out: pieces of text to be parted by empty lines, the same as plain text (``plain``), notes, and
/// what could not be said. It is our own so that what is lost is counted: nothing is left out without being told.
struct MarkdownWriter {
    /// Names of the files that pictures are put into.
    var pictures: PictureShelf
    /// Whether quotes are ones: Word's readers take each indented paragraph for a quote.
    let keepsQuotes: Bool
    /// What was written, without any marks; blocks are parted by line ends.
    private(set) var plain = ""
    private(set) var losses: [Loss] = []
    private(set) var noteCount = 0
    private(set) var pictureCount = 0
    private(set) var nestedTables = 0
    /// Notes that were mentioned and wait for their place.
    private var notes: [(number: Int, blocks: [DocumentBlock])] = []
    /// Where the text being written stands in the source.
    var place = Told(ImportPlace.document)

    init(pictures: PictureShelf, keepsQuotes: Bool) {
        self.pictures = pictures
        self.keepsQuotes = keepsQuotes
    }

    mutating func tell(_ sort: LossSort, _ text: String = "") { losses.append(Loss(sort, place, text)) }

    /// Puts words down that stand elsewhere than in blocks: in the front matter.
    mutating func note(plain text: String) { plain += text + "\n" }

    // MARK: Blocks

    mutating func blocks(_ blocks: [DocumentBlock]) -> [String] {
        let blocks = TypedLists.joined(blocks) { text, numbers in
            tell(.typedList, text)
            plain += numbers + "\n"
        }
        return blocks.flatMap { block($0) }.filter { !$0.isEmpty }
    }

    private mutating func block(_ block: DocumentBlock) -> [String] {
        switch block {
        case .paragraph(let inlines): return [paragraph(inlines)]
        case .heading(let level, _, let inlines): return [heading(level, inlines)]
        case .bullets(let items): return [list(items.map { ("- ", $0) })]
        case .numbered(let start, let items):
            return [list(items.enumerated().map { ("\(start + $0.offset). ", $0.element) })]
        case .quote(let inner):
            let pieces = blocks(inner)
            guard keepsQuotes else { return pieces }
            return [prefixed(pieces.joined(separator: "\n\n"), first: "> ", rest: "> ")]
        case .code(let text):
            plain += text + "\n"
            return [Self.fenced(text)]
        case .table(let table): return [inCell([.table(table)])]
        case .group(let inner): return blocks(inner)
        }
    }

    mutating func paragraph(_ inlines: [DocumentInline]) -> String {
        let text = MarkdownText.paragraph(inline(inlines))
        plain += "\n"
        return text
    }

    /// A heading is one line.
    mutating func heading(_ level: Int, _ inlines: [DocumentInline]) -> String {
        let text = inline(inlines.map { if case .lineBreak = $0 { .space } else { $0 } })
        plain += "\n"
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // A heading in bold is bold anyway.
        let bare =
            line.hasPrefix("**") && line.hasSuffix("**") && line.count > 4
            ? String(line.dropFirst(2).dropLast(2)) : line
        return bare.isEmpty
            ? "" : String(repeating: "#", count: min(6, max(2, level))) + " " + (bare.contains("**") ? line : bare)
    }

    private mutating func list(_ items: [(mark: String, blocks: [DocumentBlock])]) -> String {
        let written = items.map { item in
            let pieces = blocks(item.blocks)
            let isTight = item.blocks.dropFirst().allSatisfy { if case .paragraph = $0 { false } else { true } }
            let text = pieces.joined(separator: isTight ? "\n" : "\n\n")
            return prefixed(text, first: item.mark, rest: String(repeating: " ", count: item.mark.utf8.count))
        }
        return written.joined(separator: "\n")
    }

    private func prefixed(_ text: String, first: String, rest: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, line in
            let mark = number == 0 ? first : rest
            return line.isEmpty ? String(mark.reversed().drop { $0 == " " }.reversed()) : mark + line
        }.joined(separator: "\n")
    }

    private static func fenced(_ text: String) -> String {
        var fence = "```"
        while text.contains(fence) { fence += "`" }
        return "\(fence)\n\(text)\n\(fence)"
    }

    // MARK: Cells

    /// Blocks in one line of Markdown, as a cell of a table or a note needs them.
    mutating func inCell(_ blocks: [DocumentBlock]) -> String {
        var lines: [String] = []
        for block in blocks {
            switch block {
            case .paragraph(let inlines), .heading(_, _, let inlines): lines.append(cellLine(inlines))
            case .bullets(let items): lines += items.map { "• " + inCell($0) }
            case .numbered(let start, let items):
                lines += items.enumerated().map { "\(start + $0.offset)) " + inCell($0.element) }
            case .quote(let inner), .group(let inner): lines.append(inCell(inner))
            case .code(let text):
                plain += text + "\n"
                lines += text.split(separator: "\n").map { MarkdownText.inline(String($0)) }
            case .table(let table):
                nestedTables += 1
                tell(.nestedTable, PlainWords.text([block]))
                lines += table.rows.map { row in
                    row.map { inCell($0.blocks) }.filter { !$0.isEmpty }.joined(separator: "; ")
                }
            }
        }
        return lines.filter { !$0.isEmpty }.joined(separator: "<br>")
    }

    private mutating func cellLine(_ inlines: [DocumentInline]) -> String {
        let text = inline(inlines).replacing("\\\n", with: "<br>").replacing("\n", with: " ")
        plain += "\n"
        return text.split(separator: " ").joined(separator: " ")
    }

    // MARK: Running text

    mutating func inline(_ inlines: [DocumentInline]) -> String {
        var result = ""
        for (place, piece) in inlines.enumerated() {
            let after = inlines.dropFirst(place + 1).lazy.compactMap { PlainWords.text([$0]).first }.first
            result += write(piece, before: result.last, after: after)
        }
        return result
    }

    private mutating func write(_ piece: DocumentInline, before: Character?, after: Character?) -> String {
        switch piece {
        case .text(let text):
            plain += text
            return MarkdownText.inline(text)
        case .space:
            plain += " "
            return " "
        case .lineBreak:
            plain += "\n"
            return "\\\n"
        case .emphasis(let inner): return Emphasis.marked(inline(inner), "*", before, after)
        case .strong(let inner): return Emphasis.marked(inline(inner), "**", before, after)
        case .struck(let inner): return Emphasis.marked(inline(inner), "~~", before, after)
        case .raised(let inner): return tagged("sup", inner)
        case .lowered(let inner): return tagged("sub", inner)
        case .plain(let inner): return inline(inner)
        case .code(let text): return code(text)
        case .formula(let text):
            tell(.formula, text)
            return code(text)
        case .link(let inner, let address): return link(inner, address)
        case .picture(let inner, let address): return picture(inner, address)
        case .note(let blocks):
            noteCount += 1
            notes.append((noteCount, blocks))
            return "[^\(noteCount)]"
        }
    }

    private mutating func tagged(_ tag: String, _ inner: [DocumentInline]) -> String {
        let text = inline(inner)
        return text.isEmpty ? "" : "<\(tag)>\(text)</\(tag)>"
    }

    private mutating func code(_ text: String) -> String {
        plain += text
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|")
        guard !line.contains("`") else { return MarkdownText.inline(line) }
        return line.isEmpty ? "" : "`\(line)`"
    }

    private mutating func link(_ inner: [DocumentInline], _ address: String) -> String {
        let text = inline(inner)
        // A place in the same document: a table of contents, a bookmark.
        guard !address.hasPrefix("#"), !address.isEmpty else { return text }
        let isOutside = address.contains(":")
        if isOutside, let link = MarkdownText.link(text.isEmpty ? MarkdownText.inline(address) : text, to: address) {
            return link
        }
        tell(.link, address)
        return text
    }

    private mutating func picture(_ inner: [DocumentInline], _ address: String) -> String {
        let description = PlainWords.text(inner).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch pictures.name(of: address) {
        case .name(let name):
            pictureCount += 1
            return "![\(MarkdownText.inline(description))](\(name))"
        case .outer: tell(.outerPicture, address)
        case .unfit(let name): tell(.picture, name)
        }
        return ""
    }

    // MARK: Notes

    /// The notes that were mentioned since the last call.
    mutating func takeNotes() -> [String] {
        var written: [String] = []
        while !notes.isEmpty {
            let (number, blocks) = notes.removeFirst()
            let text = self.blocks(blocks).joined(separator: "\n\n")
            written.append(prefixed(text, first: "[^\(number)]: ", rest: "    "))
        }
        return written
    }
}

/// Marks of emphasis, put where CommonMark takes them for such.
enum Emphasis {
    /// Spaces go outside; so does punctuation at an end that has a letter beyond it, since marks there would be plain
    /// stars (CommonMark 6.2, flanking delimiter runs).
    static func marked(_ text: String, _ mark: String, _ before: Character?, _ after: Character?) -> String {
        var inner = text[...]
        var (head, tail) = ("", "")
        func take(atStart: Bool) {
            if atStart {
                head.append(inner.removeFirst())
            } else {
                tail.insert(inner.removeLast(), at: tail.startIndex)
            }
        }
        while let first = inner.first, first.isWhitespace { take(atStart: true) }
        while let last = inner.last, last.isWhitespace { take(atStart: false) }
        if head.isEmpty, let before, isLetter(before) {
            while let first = inner.first, !isLetter(first) { take(atStart: true) }
        }
        if tail.isEmpty, let after, isLetter(after) {
            while let last = inner.last, !isLetter(last) { take(atStart: false) }
        }
        // A break within would end the emphasis of a line.
        guard !inner.isEmpty, !inner.contains("\n") else { return text }
        // Marks of both sorts beside each other would be read as one.
        guard !inner.hasPrefix(String(mark.prefix(1))) || mark == "*" && inner.hasPrefix("**") else { return text }
        return head + mark + inner + mark + tail
    }

    private static func isLetter(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
