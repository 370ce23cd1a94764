import Formats

/// What libcmark took for one block and is Markdown, as a text to be parsed by itself.
///
/// The blocks of a note behind its first paragraph, which are code to libcmark:
///
/// ```
/// [^1]: The first paragraph.
///
///     Another one, and - like these lines - lists, tables and code,
///     each line behind four spaces or a tab.
/// ```
/// And a paragraph that begins with a tag alone on its line, if it is one that passes: a block of HTML to libcmark.
///
/// The reference definitions of the whole text stand before it, for links by name.
struct EmbeddedText {
    private(set) var bytes: [UInt8]
    /// Where in ``bytes`` the text begins that is to be read, where something stands before it in its paragraph.
    private(set) var textFrom: Int?
    /// Where each line begins in ``bytes``.
    private var lineStarts: [Int] = []
    /// Where it begins in the text around.
    private var sources: [Int] = []

    /// The continuation of a note; nothing where the block stands between fences.
    init?(noteBlock code: CmarkNode, _ scan: BlockScan) {
        let start = scan.lineStarts[code.startLine - 1] + code.startColumn - 1
        let first = code.literal.prefix { $0 != UInt8(ascii: "\n") }
        guard start < scan.text.count,
            first.elementsEqual(scan.text[start..<max(start, scan.lineEnd(code.startLine - 1))])
        else { return nil }
        self.init(code, scan, before: [])
    }

    /// A paragraph that begins with a tag; nothing where the tag does not pass.
    init?(htmlBlock block: CmarkNode, _ scan: BlockScan) {
        let line = block.literal.drop { $0 == 0x20 }.prefix { $0 != UInt8(ascii: "\n") }
        guard let end = line.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        switch InlineTag(CmarkParser.Bytes(rebasing: line[...end])) {
        case .lineBreak, .opening: break
        default: return nil
        }
        // Behind a line of text a tag begins no block of HTML.
        self.init(block, scan, before: Array("x\n".utf8))
        textFrom = lineStarts.first
    }

    private init(_ block: CmarkNode, _ scan: BlockScan, before: [UInt8]) {
        let literal = block.literal
        bytes = scan.definitions.isEmpty ? [] : scan.definitions + [UInt8(ascii: "\n"), UInt8(ascii: "\n")]
        bytes += before
        let shift = bytes.count
        bytes.append(contentsOf: literal)
        for index in bytes.indices where bytes[index] < 4 { bytes[index] = Mask.revealed(bytes[index]) }
        var line = block.startLine - 1
        var index = 0
        while index < literal.count, line < scan.lineStarts.count {
            let end = ByteSearch.first(UInt8(ascii: "\n"), in: literal, from: index) ?? literal.count
            lineStarts.append(index + shift)
            sources.append(max(scan.lineStarts[line], scan.lineEnd(line) - (end - index)))
            index = end + 1
            line += 1
        }
    }

    /// The place in the text around of a place in ``bytes``: a binary search.
    func sourceOffset(_ place: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= place { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return sources.first ?? 0 }
        return sources[low - 1] + place - lineStarts[low - 1]
    }
}
