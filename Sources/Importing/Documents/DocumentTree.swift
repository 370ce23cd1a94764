/// A piece of running text.
indirect enum DocumentInline {
    case text(String)
    case space
    case lineBreak
    case emphasis([DocumentInline])
    case strong([DocumentInline])
    case struck([DocumentInline])
    case raised([DocumentInline])
    case lowered([DocumentInline])
    case code(String)
    case formula(String)
    case link([DocumentInline], address: String)
    case picture([DocumentInline], address: String)
    case note([DocumentBlock])
    /// Text with something that Markdown does not say: underlined, in small letters, quoted.
    case plain([DocumentInline])
}

/// A block of a document.
indirect enum DocumentBlock {
    case paragraph([DocumentInline])
    /// The id names a slide in a presentation: `slide-3`.
    case heading(level: Int, id: String, [DocumentInline])
    case bullets([[DocumentBlock]])
    case numbered(start: Int, [[DocumentBlock]])
    case quote([DocumentBlock])
    case code(String)
    case table(DocumentTable)
    case group([DocumentBlock])
}

/// A table as a grid: what was merged has its blocks in the first cell.
struct DocumentTable {
    struct Cell {
        let blocks: [DocumentBlock]
        let height: Int
        let width: Int
    }

    let caption: [DocumentBlock]
    let rows: [[Cell]]
}

/// A document: what pandoc made of a file.
struct DocumentTree {
    /// Of the paragraph with the style «Title».
    let title: [DocumentInline]
    /// Of the paragraph with the style «Date».
    let date: [DocumentInline]
    let blocks: [DocumentBlock]
    /// Pieces that were deleted with tracked changes; they are nowhere in the blocks.
    fileprivate(set) var deletions: [String] = []

    init(title: [DocumentInline], blocks: [DocumentBlock]) {
        self.title = title
        date = []
        self.blocks = blocks
    }

    /// Nothing where it is no tree of pandoc.
    init?(_ json: PandocJSON) {
        guard case .object(_, let members) = json, let blocks = members["blocks"] else { return nil }
        var reader = TreeReader()
        let meta = json["meta"]
        title = reader.inlines(meta["title"].content)
        date = reader.inlines(meta["date"].content)
        // Paragraphs with these styles are no blocks for pandoc, and text for everybody else.
        let first = ["subtitle", "author", "abstract"].flatMap { reader.metadata(meta[$0]) }
        self.blocks = first + reader.blocks(blocks)
        deletions = reader.deletions
    }
}

/// Makes the tree of pandoc's JSON (pandoc-types 1.22 and 1.23).
private struct TreeReader {
    var deletions: [String] = []

    /// A value of the metadata as blocks.
    mutating func metadata(_ json: PandocJSON) -> [DocumentBlock] {
        switch json.name {
        case "MetaInlines": return [.paragraph(inlines(json.content))]
        case "MetaBlocks": return blocks(json.content)
        case "MetaList": return json.content.items.flatMap { metadata($0) }
        default: return []
        }
    }

    mutating func blocks(_ json: PandocJSON) -> [DocumentBlock] {
        var result: [DocumentBlock] = []
        for item in json.items { result += block(item) }
        return result
    }

    private mutating func block(_ json: PandocJSON) -> [DocumentBlock] {
        let content = json.content
        switch json.name {
        case "Para", "Plain": return [.paragraph(inlines(content))]
        case "Header":
            return [.heading(level: content[0].number ?? 1, id: content[1][0].text ?? "", inlines(content[2]))]
        case "BulletList": return [.bullets(content.items.map { blocks($0) })]
        case "OrderedList": return [.numbered(start: content[0][0].number ?? 1, content[1].items.map { blocks($0) })]
        case "BlockQuote": return [.quote(blocks(content))]
        case "CodeBlock": return [.code(content[1].text ?? "")]
        case "LineBlock":
            let lines = content.items.map { inlines($0) }
            return [.paragraph(Array(lines.joined(separator: [.lineBreak])))]
        case "Div": return [.group(blocks(content[1]))]
        case "Figure": return blocks(content[2])
        case "Table": return [.table(table(content))]
        case "DefinitionList":
            return content.items.flatMap { item in
                [.paragraph([.strong(inlines(item[0]))])] + item[1].items.flatMap { blocks($0) }
            }
        default: return []
        }
    }

    private mutating func table(_ content: PandocJSON) -> DocumentTable {
        var rows: [[DocumentTable.Cell]] = []
        func rowsOf(_ json: PandocJSON) -> [PandocJSON] { json.items }
        var found = rowsOf(content[3][1])
        for body in content[4].items { found += rowsOf(body[2]) + rowsOf(body[3]) }
        found += rowsOf(content[5][1])
        for row in found {
            rows.append(
                row[1].items.map { cell in
                    DocumentTable.Cell(
                        blocks: blocks(cell[4]), height: max(1, cell[2].number ?? 1), width: max(1, cell[3].number ?? 1)
                    )
                })
        }
        return DocumentTable(caption: blocks(content[1][1]), rows: rows)
    }

    mutating func inlines(_ json: PandocJSON) -> [DocumentInline] {
        var result: [DocumentInline] = []
        for item in json.items { result += inline(item) }
        return result
    }

    private mutating func inline(_ json: PandocJSON) -> [DocumentInline] {
        let content = json.content
        switch json.name {
        case "Str": return [.text(content.text ?? "")]
        case "Space", "SoftBreak": return [.space]
        case "LineBreak": return [.lineBreak]
        case "Emph": return [.emphasis(inlines(content))]
        case "Strong": return [.strong(inlines(content))]
        case "Strikeout": return [.struck(inlines(content))]
        case "Superscript": return [.raised(inlines(content))]
        case "Subscript": return [.lowered(inlines(content))]
        case "Underline", "SmallCaps": return [.plain(inlines(content))]
        case "Quoted": return [.text("«")] + inlines(content[1]) + [.text("»")]
        case "Cite": return inlines(content[1])
        case "Code": return [.code(content[1].text ?? "")]
        case "Math": return [.formula(content[1].text ?? "")]
        case "Link": return [.link(inlines(content[1]), address: content[2][0].text ?? "")]
        case "Image": return [.picture(inlines(content[1]), address: content[2][0].text ?? "")]
        case "Note": return [.note(blocks(content))]
        case "Span": return span(content)
        default: return []
        }
    }

    /// Tracked changes and comments are spans with a class of their own.
    private mutating func span(_ content: PandocJSON) -> [DocumentInline] {
        let classes = content[0][1].items.compactMap(\.text)
        if classes.contains(where: { $0.hasPrefix("comment-") || $0.hasPrefix("paragraph-") }) { return [] }
        let inner = inlines(content[1])
        if classes.contains("deletion") {
            deletions.append(PlainWords.text(inner))
            return []
        }
        return inner.isEmpty ? [] : [.plain(inner)]
    }
}

/// The words of a tree.
enum PlainWords {
    /// Without notes.
    static func text(_ inlines: [DocumentInline]) -> String {
        var result = ""
        for inline in inlines {
            switch inline {
            case .text(let text), .code(let text), .formula(let text): result += text
            case .space: result += " "
            case .lineBreak: result += "\n"
            case .emphasis(let inner), .strong(let inner), .struck(let inner), .raised(let inner), .lowered(let inner),
                .plain(let inner), .link(let inner, _):
                result += text(inner)
            case .picture, .note: continue
            }
        }
        return result
    }

    /// All blocks, each in lines of its own.
    static func text(_ blocks: [DocumentBlock]) -> String {
        blocks.map { block in
            switch block {
            case .paragraph(let inlines), .heading(_, _, let inlines): text(inlines)
            case .bullets(let items), .numbered(_, let items): items.map { text($0) }.joined(separator: "\n")
            case .quote(let blocks), .group(let blocks): text(blocks)
            case .code(let text): text
            case .table(let table):
                table.rows.map { $0.map { text($0.blocks) }.joined(separator: " ") }.joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }

    /// How many words a text has: runs of letters and digits.
    static func count(_ text: String) -> Int {
        var count = 0
        var isInside = false
        for scalar in text.unicodeScalars {
            let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            if isWord, !isInside { count += 1 }
            isInside = isWord || (isInside && scalar.properties.generalCategory == .nonspacingMark)
        }
        return count
    }

    /// Letters and digits alone, folded: what two writings of one text have in common.
    static func bare(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        for scalar in text.lowercased().unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            result += UTF8.encode(scalar).map { Array($0) } ?? []
        }
        return result
    }
}
