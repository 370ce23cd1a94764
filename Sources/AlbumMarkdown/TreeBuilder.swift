/// Writes a ``Document`` front to back: nodes are opened and closed, texts appended.
struct TreeBuilder {
    private(set) var nodes: [Node] = []
    private(set) var text: [UInt8] = []
    /// Indices of the nodes that are open.
    private(set) var open: [Int] = []
    /// Whether the last node is a text that a following text may grow.
    private var endsWithText = false
    /// Whether bytes were hidden from libcmark and have to be revealed.
    let revealsMasks: Bool

    init(capacity: Int, revealsMasks: Bool) {
        self.revealsMasks = revealsMasks
        nodes.reserveCapacity(capacity / 24 + 16)
        text.reserveCapacity(capacity)
    }

    mutating func enter(_ kind: Kind, _ range: Range<Int>) {
        endsWithText = false
        open.append(nodes.count)
        nodes.append(Node(kind: kind, range: range, end: 0))
    }

    /// Closes the innermost node; returns its index.
    @discardableResult
    mutating func leave() -> Int {
        endsWithText = false
        let index = open.removeLast()
        nodes[index].end = nodes.count
        return index
    }

    /// Opens the last node again that was closed, for further children.
    mutating func reopen(_ index: Int) {
        endsWithText = false
        open.append(index)
    }

    mutating func leaf(_ kind: Kind, _ range: Range<Int>) {
        endsWithText = false
        nodes.append(Node(kind: kind, range: range, end: nodes.count + 1))
    }

    /// A break between texts: one `\n` in the text as well.
    mutating func lineBreak(_ kind: Kind, _ range: Range<Int>) {
        text.append(UInt8(ascii: "\n"))
        leaf(kind, range)
    }

    /// A text node, joined to the one before it where they touch.
    mutating func appendText(_ piece: TextRange, _ range: Range<Int>, joins: Bool = true) {
        if joins, endsWithText, let last = nodes.last, case .text(let before) = last.kind,
            before.bounds.upperBound == piece.bounds.lowerBound
        {
            nodes[nodes.count - 1].kind = .text(TextRange(before.bounds.lowerBound..<piece.bounds.upperBound))
            nodes[nodes.count - 1].range = last.range.lowerBound..<max(last.range.upperBound, range.upperBound)
        } else {
            leaf(.text(piece), range)
        }
        endsWithText = true
    }

    /// Keeps bytes; hidden ones come out as they were written.
    mutating func keep(_ bytes: UnsafeBufferPointer<UInt8>) -> TextRange {
        if bytes.isEmpty { return .empty }
        let start = text.count
        text.append(contentsOf: bytes)
        if revealsMasks {
            for index in start..<text.count where text[index] < 4 { text[index] = Mask.revealed(text[index]) }
        }
        return TextRange(start..<text.count)
    }

    mutating func setRange(of index: Int, _ range: Range<Int>) { nodes[index].range = range }
    mutating func setKind(of index: Int, _ kind: Kind) { nodes[index].kind = kind }

    /// Takes the nodes from `first` on away again, to be written anew.
    mutating func takeNodes(from first: Int) -> [Node] {
        defer {
            nodes.removeSubrange(first...)
            endsWithText = false
        }
        return Array(nodes[first...])
    }

    /// Takes an opened node without content away again.
    mutating func abandonOpened() {
        nodes.removeSubrange(open.removeLast()...)
        endsWithText = false
    }

    /// Drops the last child of the innermost open node if it is a soft break.
    mutating func dropTrailingBreak() {
        guard let parent = open.last, nodes.last?.kind == .softBreak else { return }
        var child = parent + 1
        while nodes[child].end < nodes.count { child = nodes[child].end }
        if child == nodes.count - 1 { nodes.removeLast() }
    }

    /// Moves the ranges of the nodes from `first` on.
    mutating func moveRanges(from first: Int, _ move: (Int) -> Int) {
        for index in first..<nodes.count {
            let range = nodes[index].range
            let start = move(range.lowerBound)
            nodes[index].range = start..<max(start, move(range.upperBound))
        }
    }

    /// Moves all ranges by one distance.
    mutating func moveRanges(from first: Int, by distance: Int) {
        guard distance != 0 else { return }
        moveRanges(from: first) { $0 + distance }
    }

    /// The finished tree; everything still open is closed.
    mutating func finish() -> Document {
        while !open.isEmpty { leave() }
        return Document(nodes: nodes, text: text)
    }
}
