/// Reads the inlines of one leaf of libcmark's tree, with the ranges mended that libcmark gives falsely.
///
/// Softbreaks have no position there, links that break over lines and addresses in `<>` a false start, emphasis
/// counts the marks left over. Texts are right, so marks are found around them.
struct InlineReader {
    let source: CmarkParser.Bytes
    let map: LeafMap
    /// Neighbouring texts become one node; not so where extensions still look for marks in them.
    let joinsTexts: Bool
    let textFrom: Int?
    let until: Int?
    /// The nodes whose text stands in the source as it is: no escape, no entity.
    private(set) var verbatimTexts: Set<Int> = []
    /// Where the last inline ended.
    private var cursor = 0
    /// The line on which the inlines stand that are being read.
    private var line = 0
    /// What libcmark's line numbers lack, having missed line ends inside the parentheses of links.
    private var missedLines = 0
    private var isLineCounted = true

    init(source: CmarkParser.Bytes, map: LeafMap, joinsTexts: Bool, textFrom: Int?, until: Int?) {
        self.source = source
        self.map = map
        self.joinsTexts = joinsTexts
        self.textFrom = textFrom
        self.until = until
    }

    mutating func read(_ leaf: CmarkNode, into builder: inout TreeBuilder) {
        cursor = map.start
        var depth = 0
        var next = leaf.firstChild
        while let inline = next {
            if depth == 0, let until, cursor >= until - 1, inline.kind != .softBreak || cursor >= until { return }
            let kind = inline.kind
            switch kind {
            case .emphasis, .strong, .link, .image:
                enter(inline, kind, &builder)
                if let child = inline.firstChild {
                    next = child
                    depth += 1
                    continue
                }
                leave(inline, kind, &builder)
            default: append(inline, kind, &builder)
            }
            next = nil
            var finished = inline
            while next == nil {
                if let sibling = finished.next {
                    next = sibling
                } else {
                    guard depth > 0, let parent = finished.parent else { return }
                    depth -= 1
                    leave(parent, parent.kind, &builder)
                    finished = parent
                }
            }
        }
    }

    private func start(of inline: CmarkNode) -> Int {
        map.offset(line: inline.startLine + missedLines, column: inline.startColumn)
    }

    /// Corrects the count of lines by the first inline after a line end that has a true line number.
    private mutating func count(_ inline: CmarkNode) {
        guard !isLineCounted else { return }
        missedLines = line - inline.startLine
        isLineCounted = true
    }

    private mutating func append(_ inline: CmarkNode, _ kind: CmarkNode.Kind, _ builder: inout TreeBuilder) {
        switch kind {
        case .softBreak, .lineBreak:
            let start = breakStart()
            builder.lineBreak(kind == .softBreak ? .softBreak : .lineBreak, cursor..<start + 1)
            cursor = start + 1
            if let next = map.line(afterLineEnd: start, from: line) {
                line = next
                isLineCounted = false
            }
        case .code, .htmlInline:
            count(inline)
            let start = start(of: inline)
            cursor = max(start, end(of: inline, kind))
            if kind == .code {
                builder.leaf(.code(builder.keep(inline.literal)), codeRange(start..<cursor))
            } else {
                builder.leaf(.htmlInline(builder.keep(inline.literal)), start..<cursor)
            }
        default: appendText(inline, &builder)
        }
    }

    /// The line end at or after the cursor.
    private func breakStart() -> Int {
        var index = cursor
        while index < map.end, source[index] != UInt8(ascii: "\n") { index += 1 }
        return index
    }

    private func end(of inline: CmarkNode, _ kind: CmarkNode.Kind) -> Int {
        if inline.endLine == inline.startLine {
            return map.offset(line: inline.endLine + missedLines, column: inline.endColumn + 1)
        }
        // On a later line libcmark leaves out the block's offset and the closing mark.
        var end = map.offsetInLine(line: inline.endLine + missedLines, byte: inline.endColumn)
        if kind == .htmlInline { return min(end + 1, map.end) }
        while end < map.end, source[end] == UInt8(ascii: "`") { end += 1 }
        return end
    }

    /// Code with its backticks: libcmark counts the content only.
    private mutating func codeRange(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start > map.start, source[start - 1] == UInt8(ascii: "`") { start -= 1 }
        while end < map.end, source[end] == UInt8(ascii: "`") { end += 1 }
        cursor = end
        return start..<end
    }

    private mutating func appendText(_ inline: CmarkNode, _ builder: inout TreeBuilder) {
        let bytes = inline.literal
        guard !bytes.isEmpty else { return }
        count(inline)
        let start = start(of: inline)
        let end = max(start, map.offset(line: inline.endLine + missedLines, column: inline.endColumn + 1))
        if joinsTexts {
            append(bytes, start..<end, &builder)
        } else {
            for piece in SourceAlignment(bytes, source, start, end).pieces {
                let before = builder.nodes.count
                append(CmarkParser.Bytes(rebasing: bytes[piece.text]), piece.source, &builder)
                if piece.isVerbatim, builder.nodes.count > before { verbatimTexts.insert(before) }
            }
        }
        cursor = end
    }

    /// Appends a text, but for what stands before ``textFrom``.
    private func append(_ bytes: CmarkParser.Bytes, _ range: Range<Int>, _ builder: inout TreeBuilder) {
        let dropped = textFrom.map { min(max($0 - range.lowerBound, 0), bytes.count) } ?? 0
        guard dropped < bytes.count else { return }
        let piece = builder.keep(CmarkParser.Bytes(rebasing: bytes[dropped...]))
        let start = min(range.lowerBound + dropped, range.upperBound)
        builder.appendText(piece, start..<range.upperBound, joins: joinsTexts)
    }

    private func enter(_ inline: CmarkNode, _ kind: CmarkNode.Kind, _ builder: inout TreeBuilder) {
        let start = start(of: inline)
        switch kind {
        case .emphasis: builder.enter(.emphasis, start..<start)
        case .strong: builder.enter(.strong, start..<start)
        default:
            let destination = builder.keep(inline.destination)
            let title = builder.keep(inline.title)
            let kind =
                kind == .image
                ? Kind.image(destination: destination, title: title)
                : .link(destination: destination, title: title)
            builder.enter(kind, start..<start)
        }
    }

    /// Closes an inline; its range is taken from its children.
    private mutating func leave(_ inline: CmarkNode, _ kind: CmarkNode.Kind, _ builder: inout TreeBuilder) {
        let index = builder.leave()
        let hasChild = index + 1 < builder.nodes.count
        let childStart = hasChild ? builder.nodes[index + 1].range.lowerBound : builder.nodes[index].range.lowerBound
        let marks = kind == .strong || kind == .image ? 2 : 1
        let start = hasChild ? max(childStart - marks, map.start) : childStart
        switch kind {
        case .emphasis, .strong: cursor = min(cursor + marks, map.end)
        default:
            let isAddress = hasChild && start < source.count && source[start] == UInt8(ascii: "<")
            cursor =
                isAddress
                ? min(cursor + 1, map.end)
                : max(cursor, map.offset(line: inline.endLine + missedLines, column: inline.endColumn + 1))
        }
        builder.setRange(of: index, start..<max(start, cursor))
    }
}
