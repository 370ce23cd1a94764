import Formats

/// Reads the inlines of one leaf of libcmark's tree and finds where each stands.
///
/// libcmark's positions of inlines are of little use: softbreaks have none, links that break over lines and
/// backticks without partner a false start, emphasis counts the marks left over. But inlines follow each other without
/// gaps, so a cursor moves through the source with them: over the very bytes of texts, code and tags, over the marks
/// around. Only the end of a link, past its address, is taken from libcmark.
struct InlineReader {
    let source: CmarkParser.Bytes
    let map: LeafMap
    /// Neighbouring texts become one node; not so where extensions still look for marks in them.
    let joinsTexts: Bool
    let textFrom: Int?
    let until: Int?
    /// Whether some tags are more than text.
    var takesTags = false
    /// Whether a tag was found that may close an element.
    private(set) var hasClosingTags = false
    /// The nodes whose text stands in the source as it is: no escape, no entity.
    private(set) var verbatimTexts: Set<Int> = []
    /// Where the next inline begins.
    private var cursor = 0
    /// The line on which it stands.
    private var line = 0
    /// What libcmark's line numbers lack, having missed line ends inside the parentheses of links.
    private var missedLines = 0
    private var isLineCounted = true
    /// Bytes among which no line ends, up to a line end or the end of the leaf; nothing before one was looked through.
    private var seenOfLine: ClosedRange<Int>?

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
            let end = max(cursor, min(start + 1, source.count))
            // One that stands before the text ends the line of an alert's mark.
            if start >= textFrom ?? 0 {
                builder.lineBreak(kind == .softBreak ? .softBreak : .lineBreak, cursor..<end)
            }
            cursor = end
            if let next = map.line(afterLineEnd: start, from: line) {
                line = next
                cursor = map.contentStart(ofLine: next) ?? cursor
                isLineCounted = false
            }
        case .code:
            count(inline)
            let end = codeEnd()
            builder.leaf(.code(builder.keep(inline.literal)), cursor..<end)
            cursor = end
        case .htmlInline:
            count(inline)
            appendTag(inline.literal, &builder)
        default: appendText(inline, &builder)
        }
    }

    private mutating func appendTag(_ literal: CmarkParser.Bytes, _ builder: inout TreeBuilder) {
        let end = tagEnd(literal)
        defer { cursor = end }
        switch takesTags ? InlineTag(literal) : nil {
        case .lineBreak:
            builder.lineBreak(.lineBreak, cursor..<end)
            return
        case .closing: hasClosingTags = true
        default: break
        }
        builder.leaf(.htmlInline(builder.keep(literal)), cursor..<end)
    }

    /// The line end at or after the cursor.
    ///
    /// Each line is looked through once, however many inlines it has.
    private mutating func breakStart() -> Int {
        if let seenOfLine, seenOfLine.contains(cursor) { return seenOfLine.upperBound }
        var index = cursor
        while index < map.end, source[index] != UInt8(ascii: "\n") { index += 1 }
        seenOfLine = cursor...index
        return index
    }

    /// The end of a code span: the next run of as many backticks as stand at the cursor.
    private func codeEnd() -> Int {
        let content = runEnd(cursor)
        var index = content
        while index < map.end {
            let end = runEnd(index)
            if end - index == content - cursor, end > index { return end }
            index = max(end, index + 1)
        }
        return max(cursor, map.end)
    }

    private func runEnd(_ start: Int) -> Int {
        var end = start
        while end < map.end, source[end] == UInt8(ascii: "`") { end += 1 }
        return end
    }

    /// The end of a tag: its bytes are those of the source, but for what begins its further lines there.
    private func tagEnd(_ literal: CmarkParser.Bytes) -> Int {
        var end = cursor
        var line = line
        for byte in literal {
            guard end < map.end else { return end }
            end += 1
            guard byte == UInt8(ascii: "\n"), let next = map.line(afterLineEnd: end - 1, from: line) else { continue }
            line = next
            end = map.contentStart(ofLine: next) ?? end
        }
        return end
    }

    private mutating func appendText(_ inline: CmarkNode, _ builder: inout TreeBuilder) {
        let bytes = inline.literal
        guard !bytes.isEmpty else { return }
        count(inline)
        if joinsTexts, stands(bytes) {
            append(bytes, cursor..<cursor + bytes.count, &builder)
            cursor += bytes.count
            return
        }
        let alignment = SourceAlignment(bytes, source, cursor, min(breakStart(), map.end))
        if joinsTexts {
            append(bytes, cursor..<alignment.end, &builder)
        } else {
            for piece in alignment.pieces {
                let before = builder.nodes.count
                append(CmarkParser.Bytes(rebasing: bytes[piece.text]), piece.source, &builder)
                if piece.isVerbatim, builder.nodes.count > before { verbatimTexts.insert(before) }
            }
        }
        cursor = alignment.end
    }

    /// Whether the source has these very bytes at the cursor, without a doubt: `&amp;` begins like `&` itself.
    private func stands(_ bytes: CmarkParser.Bytes) -> Bool {
        cursor + bytes.count <= map.end && ByteSearch.stands(bytes, in: source, at: cursor)
            && ByteSearch.first(UInt8(ascii: "&"), in: bytes, from: 0) == nil
            && ByteSearch.first(UInt8(ascii: "\\"), in: bytes, from: 0) == nil
    }

    /// Appends a text, but for what stands before ``textFrom``.
    private func append(_ bytes: CmarkParser.Bytes, _ range: Range<Int>, _ builder: inout TreeBuilder) {
        let dropped = textFrom.map { min(max($0 - range.lowerBound, 0), bytes.count) } ?? 0
        guard dropped < bytes.count else { return }
        let piece = builder.keep(CmarkParser.Bytes(rebasing: bytes[dropped...]))
        let start = min(range.lowerBound + dropped, range.upperBound)
        builder.appendText(piece, start..<range.upperBound, joins: joinsTexts)
    }

    private mutating func enter(_ inline: CmarkNode, _ kind: CmarkNode.Kind, _ builder: inout TreeBuilder) {
        switch kind {
        case .emphasis: builder.enter(.emphasis, cursor..<cursor)
        case .strong: builder.enter(.strong, cursor..<cursor)
        default:
            let destination = builder.keep(inline.destination)
            let title = builder.keep(inline.title)
            let kind: Kind =
                kind == .image
                ? .image(destination: destination, title: title) : .link(destination: destination, title: title)
            builder.enter(kind, cursor..<cursor)
        }
        cursor = min(cursor + marks(kind), map.end)
    }

    /// The bytes that open an inline: `*`, `**`, `[` or `<`, `![`.
    private func marks(_ kind: CmarkNode.Kind) -> Int { kind == .strong || kind == .image ? 2 : 1 }

    private mutating func leave(_ inline: CmarkNode, _ kind: CmarkNode.Kind, _ builder: inout TreeBuilder) {
        let index = builder.leave()
        let start = builder.nodes[index].range.lowerBound
        switch kind {
        case .emphasis, .strong: cursor = min(cursor + marks(kind), map.end)
        default:
            let isAddress = start < source.count && source[start] == UInt8(ascii: "<")
            let end = map.offset(line: inline.endLine + missedLines, column: inline.endColumn + 1)
            cursor = isAddress ? min(cursor + 1, map.end) : max(cursor, end)
        }
        builder.setRange(of: index, start..<max(start, cursor))
    }
}
