/// The blocks of a text before its tree is written: lines, tables, reference definitions.
struct BlockScan {
    let text: CmarkParser.Bytes
    /// Where each line begins.
    let lineStarts: [Int]
    /// The tables in document order, each with libcmark's paragraph that it is made of.
    private(set) var tables: [(paragraph: CmarkNode, layout: TableLayout)] = []
    /// The reference definitions of the whole text, in order; gathered only where there are tables, or notes of
    /// several blocks.
    private(set) var definitions: [UInt8] = []
    private let features: SourceFeatures

    init(_ text: CmarkParser.Bytes, _ features: SourceFeatures) {
        self.text = text
        self.features = features
        lineStarts = CmarkParser.lineStarts(of: text)
    }

    func lineEnd(_ line: Int) -> Int {
        line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : text.count
    }

    /// The content of each line of a leaf block: container marks and indentation left out, and the reference
    /// definitions that libcmark took away from its beginning.
    ///
    /// The line that ends at `until`, an underline, is none of a heading's content.
    func contentLines(of leaf: CmarkNode, quotes: Int, until: Int? = nil) -> ArraySlice<Range<Int>> {
        let first = leaf.startLine - 1
        let last = min(leaf.endLine - 1, lineStarts.count - 1)
        guard first >= 0, first <= last else { return [] }
        var lines: [Range<Int>] = []
        let start = min(lineStarts[first] + leaf.startColumn - 1, lineEnd(first))
        lines.append(start..<lineEnd(first))
        for line in first + 1..<last + 1 {
            var index = lineStarts[line]
            let end = lineEnd(line)
            var quotes = quotes
            while index < end {
                if text[index] == UInt8(ascii: ">"), quotes > 0 {
                    quotes -= 1
                } else if !text[index].isSpaceOrTab {
                    break
                }
                index += 1
            }
            if leaf.kind == .heading, end == until { break }
            lines.append(index..<end)
        }
        guard features.hasDefinitions, start < text.count, text[start] == UInt8(ascii: "[") else { return lines[...] }
        let taken = ReferenceDefinitions.lineCount(atStartOf: lines, in: text)
        return lines[min(taken, lines.count - 1)...]
    }

    /// Looks at every paragraph once, and gathers the definitions if a table was found.
    mutating func findTables(in root: CmarkNode) {
        var uncovered = features.hasDefinitions ? Array(repeating: true, count: lineStarts.count) : []
        var walk = BlockWalk(root)
        while let block = walk.next() {
            switch block.kind {
            case .paragraph:
                let lines = contentLines(of: block, quotes: walk.quotes)
                if features.hasPipe, lines.count > 1, let layout = TableLayout(lines: lines, in: text) {
                    tables.append((block, layout))
                }
                cover(&uncovered, from: block.startLine - 1 + lines.startIndex, block)
            case .codeBlock, .htmlBlock, .heading:
                cover(&uncovered, from: block.startLine - 1, block)
            default: break
            }
        }
        if !tables.isEmpty || features.mayContinueNotes, features.hasDefinitions {
            definitions = ReferenceDefinitions.gather(from: self, where: uncovered)
        }
    }

    private func cover(_ uncovered: inout [Bool], from first: Int, _ block: CmarkNode) {
        guard !uncovered.isEmpty else { return }
        let last = min(block.endLine - 1, uncovered.count - 1)
        for line in stride(from: first, through: last, by: 1) { uncovered[line] = false }
    }
}

/// Visits the blocks of libcmark's tree in order.
struct BlockWalk {
    private let root: CmarkNode
    private var current: CmarkNode?
    /// How many block quotes are around the current block.
    private(set) var quotes = 0

    init(_ root: CmarkNode) {
        self.root = root
    }

    mutating func next() -> CmarkNode? {
        guard let last = current else {
            current = root
            return root
        }
        if last.kind.isContainer, let child = last.firstChild {
            if last.kind == .blockQuote { quotes += 1 }
            current = child
            return child
        }
        var block = last
        while block != root {
            if let sibling = block.next {
                current = sibling
                return sibling
            }
            guard let parent = block.parent else { return nil }
            if parent.kind == .blockQuote { quotes -= 1 }
            block = parent
        }
        return nil
    }
}
