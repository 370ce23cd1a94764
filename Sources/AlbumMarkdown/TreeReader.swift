/// Writes a ``Document`` from libcmark's tree, in one pass and without recursion.
///
/// Inside a leaf, positions are those of the text that libcmark parsed: the body, or the text of the cells. When the
/// leaf is done they become positions of the body, at the end positions of the file.
struct TreeReader {
    let text: CmarkParser.Bytes
    private let features: SourceFeatures
    let extensions: MarkdownParser.Extensions
    let scan: BlockScan
    private var cells: CellReader?
    private var nextCell = 0
    var builder: TreeBuilder
    var map = LeafMap()
    private var quotes = 0
    var nextTable = 0
    private var nextTrigger = 0
    /// Where the last block ended.
    var blockEnd = 0
    /// The last note, and libcmark's paragraph that ended with it.
    var lastNote: (node: Int, paragraph: CmarkNode)?
    /// Whether the text stands within another one: it holds no further ones.
    var isEmbedded = false
    /// Where the text of the first paragraph begins, if something stands before it.
    var firstText: Int?
    /// For each inline node of the leaf at hand: whether its text stands in the source as it is.
    private var isVerbatim: [Bool] = []

    init(
        _ text: CmarkParser.Bytes, _ features: SourceFeatures, _ extensions: MarkdownParser.Extensions,
        _ scan: BlockScan, _ cells: CellReader?
    ) {
        self.text = text
        self.features = features
        self.extensions = extensions
        self.scan = scan
        self.cells = cells
        builder = TreeBuilder(capacity: text.count, revealsMasks: features.needsMask)
    }

    /// Reads the whole tree; positions come out moved by `shift`.
    mutating func read(_ root: CmarkNode, shift: Int) -> Document {
        builder.enter(.document, 0..<text.count)
        readBlocks(of: root)
        builder.moveRanges(from: 0, by: shift)
        return builder.finish()
    }

    /// Reads the blocks of a text within another one into the other's tree.
    mutating func read(_ root: CmarkNode, of embedded: EmbeddedText, into other: inout TreeBuilder) {
        swap(&builder, &other)
        let first = builder.nodes.count
        isEmbedded = true
        firstText = embedded.textFrom
        readBlocks(of: root)
        builder.moveRanges(from: first) { embedded.sourceOffset($0) }
        swap(&builder, &other)
    }

    private mutating func readBlocks(of root: CmarkNode) {
        var next = root.firstChild
        while let block = next {
            let kind = block.kind
            if kind.isContainer {
                enterContainer(block, kind)
                if let child = block.firstChild {
                    next = child
                    continue
                }
                leaveContainer(kind)
            } else {
                readLeaf(block, kind)
            }
            next = climb(from: block, root)
        }
    }

    /// Reads the table that the text consists of.
    mutating func read(_ table: TableLayout) -> Document {
        builder.enter(.document, 0..<text.count)
        readRows(of: table, 0..<text.count)
        return builder.finish()
    }

    /// The block after a finished one; closes the containers that end with it.
    private mutating func climb(from block: CmarkNode, _ root: CmarkNode) -> CmarkNode? {
        var block = block
        while true {
            if let sibling = block.next { return sibling }
            guard let parent = block.parent, parent != root else { return nil }
            leaveContainer(parent.kind)
            block = parent
        }
    }

    private mutating func enterContainer(_ block: CmarkNode, _ kind: CmarkNode.Kind) {
        let range = range(of: block)
        switch kind {
        case .blockQuote:
            quotes += 1
            builder.enter(.blockQuote, range)
        case .list:
            builder.enter(.list(start: block.listStart.map { Int32(clamping: $0) }, isTight: block.isTightList), range)
        default:
            builder.enter(.item(isDone: nil), range)
        }
    }

    private mutating func leaveContainer(_ kind: CmarkNode.Kind) {
        if kind == .blockQuote { quotes -= 1 }
        // libcmark lets a container end before the closing marks of a heading in it.
        let index = builder.leave()
        let range = builder.nodes[index].range
        blockEnd = index + 1 < builder.nodes.count ? max(range.upperBound, blockEnd) : range.upperBound
        builder.setRange(of: index, range.lowerBound..<blockEnd)
    }

    func range(of block: CmarkNode) -> Range<Int> {
        let start = offset(line: block.startLine, column: block.startColumn - 1)
        return start..<max(start, offset(line: block.endLine, column: block.endColumn))
    }

    private func offset(line: Int, column: Int) -> Int {
        guard line > 0, line <= scan.lineStarts.count else { return line > 0 ? text.count : 0 }
        return min(scan.lineStarts[line - 1] + max(column, 0), scan.lineEnd(line - 1))
    }

    private mutating func readLeaf(_ block: CmarkNode, _ kind: CmarkNode.Kind) {
        if kind == .codeBlock, continueNote(with: block) { return }
        if kind == .htmlBlock, readTaggedParagraph(block) { return }
        let index = builder.nodes.count
        defer { if index < builder.nodes.count { blockEnd = builder.nodes[index].range.upperBound } }
        switch kind {
        case .paragraph:
            readParagraph(block)
        case .heading:
            let range = headingRange(block)
            builder.enter(.heading(level: block.headingLevel), range)
            setMap(block, range)
            if text[range].first == UInt8(ascii: "#"), block.startLine == block.endLine {
                map.skipStart(while: { [text] in text[$0] == UInt8(ascii: "#") })
                map.skipStart(while: { [text] in text[$0].isSpaceOrTab })
            }
            readInlines(of: block, from: text, cell: nil)
            builder.leave()
        case .codeBlock:
            let info = builder.keep(block.fenceInfo)
            let literal = builder.keep(block.literal)
            builder.leaf(.codeBlock(info: info, literal: literal), codeRange(block))
        case .htmlBlock:
            let literal = builder.keep(block.literal)
            builder.leaf(.htmlBlock(literal), range(of: block))
        default:
            builder.leaf(.thematicBreak, range(of: block))
        }
    }

    /// The range of a code block: one that ends with its container reaches into the next line for libcmark.
    func codeRange(_ block: CmarkNode) -> Range<Int> {
        let range = range(of: block)
        let limit = builder.open.last.map { builder.nodes[$0].range.upperBound } ?? text.count
        return range.lowerBound..<max(range.lowerBound, min(range.upperBound, limit))
    }

    /// The range of a heading: with its underline, but not into the next block; with its closing marks.
    private func headingRange(_ block: CmarkNode) -> Range<Int> {
        let start = offset(line: block.startLine, column: block.startColumn - 1)
        var line = block.startLine
        while line < block.endLine, line < scan.lineStarts.count {
            var place = scan.lineStarts[line]
            let end = scan.lineEnd(line)
            while place < end, text[place].isSpaceOrTab || text[place] == UInt8(ascii: ">") { place += 1 }
            let mark = place < end ? text[place] : 0
            while place < end, text[place] == mark { place += 1 }
            while place < end, text[place].isSpaceOrTab { place += 1 }
            if place == end, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") { return start..<end }
            line += 1
        }
        return start..<max(start, scan.lineEnd(block.startLine - 1))
    }

    mutating func setMap(_ block: CmarkNode, _ range: Range<Int>) {
        if block.startLine == block.endLine {
            let line = offset(line: block.startLine, column: 0)
            map.set(base: line, start: range.lowerBound, end: scan.lineEnd(block.startLine - 1))
        } else {
            let lines = scan.contentLines(of: block, quotes: quotes, until: range.upperBound)
            map.set(lines: lines, firstLine: block.startLine, blockOffset: block.startColumn - 1)
        }
    }
}

extension TreeReader {
    mutating func readTable(_ block: CmarkNode, _ layout: TableLayout, _ range: Range<Int>) {
        let start = layout.rows[0].range.lowerBound
        if layout.precedingLines > 0 {
            let mark = takeAlert(block)
            let depth = builder.open.count
            builder.enter(.paragraph, min(mark ?? range.lowerBound, start)..<start)
            readInlines(of: block, from: text, cell: nil, textFrom: mark, until: start)
            builder.dropTrailingBreak()
            leaveParagraph(block, depth: depth)
        }
        readRows(of: layout, start..<max(start, range.upperBound))
    }

    private mutating func readRows(of layout: TableLayout, _ range: Range<Int>) {
        builder.enter(.table(columns: layout.alignments.count), range)
        for (number, row) in layout.rows.enumerated() {
            builder.enter(.tableRow(isHeader: number == 0), row.range)
            for (column, cell) in row.cells.enumerated() {
                builder.enter(.tableCell(layout.alignments[column]), cell)
                if !cell.isEmpty { readCell() }
                builder.leave()
            }
            builder.leave()
        }
        builder.leave()
    }

    private mutating func readCell() {
        let cell = nextCell
        nextCell += 1
        guard let line = cells?.cells.lineNumber(cell), let paragraph = cells?.paragraph(onLine: line),
            let bytes = cells?.bytes, let place = cells?.cells.line(cell)
        else { return }
        map.set(base: place.lowerBound, start: place.lowerBound, end: place.upperBound)
        readInlines(of: paragraph, from: bytes, cell: cell, textFrom: place.lowerBound + 1)
    }

    /// Reads the inlines of a leaf.
    ///
    /// Text before `textFrom` is left out, and all from `until` on.
    mutating func readInlines(
        of leaf: CmarkNode, from source: CmarkParser.Bytes, cell: Int?, textFrom: Int? = nil, until: Int? = nil
    ) {
        let first = builder.nodes.count
        // libcmark may say that a paragraph ends before it begins.
        let place = cell.flatMap { cell in cells?.cells.line(cell) } ?? map.start..<max(map.start, map.end)
        let isPlain = !takeTriggers(place, cell)
        var inlines = InlineReader(source: source, map: map, joinsTexts: isPlain, textFrom: textFrom, until: until)
        inlines.takesTags = extensions.contains(.inlineTags)
        inlines.read(leaf, into: &builder)
        var verbatim = inlines.verbatimTexts
        if inlines.hasClosingTags { InlineTags.pair(from: first, in: &builder, marked: &verbatim) }
        if !isPlain {
            var rewriting = InlineExtensions(source: source, extensions: extensions, verbatim: verbatim)
            rewriting.rewrite(from: first, in: &builder, start: map.start)
        }
        if let cell, let cells {
            builder.moveRanges(from: first) { cells.cells.sourceOffset($0, cell: cell) }
        }
    }

    /// Whether any mark that libcmark does not know stands in the leaf at hand.
    ///
    /// Leaves come in order.
    private mutating func takeTriggers(_ place: Range<Int>, _ cell: Int?) -> Bool {
        var range = place
        if let cell, let cells {
            range =
                cells.cells.sourceOffset(place.lowerBound, cell: cell)..<cells.cells.sourceOffset(
                    place.upperBound, cell: cell) + 1
        }
        while nextTrigger < features.triggers.count, features.triggers[nextTrigger] < range.lowerBound {
            nextTrigger += 1
        }
        return nextTrigger < features.triggers.count && features.triggers[nextTrigger] < range.upperBound
    }
}
