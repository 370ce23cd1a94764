/// Finds the inline marks that libcmark does not know in the inlines of one leaf, and writes them anew.
///
/// Works in three steps, each linear: the nodes become a list of ``Step``s, texts that stand in the source as they
/// are being cut at marks; openers and closers are matched, one stack for all; the list is written as nodes. Openers
/// and closers match only between the same two borders of other inlines, so the result is always a tree.
struct InlineExtensions {
    let source: CmarkParser.Bytes
    let extensions: MarkdownParser.Extensions
    /// The nodes whose text stands in the source as it is.
    let verbatim: Set<Int>

    enum Step {
        case enter(Node)
        case leave
        case leaf(Node)
        /// A piece of text; its range in the source has the same length where it is verbatim.
        case text(TextRange, Range<Int>)
        case mark(Mark, TextRange, Range<Int>)
        /// A matched opener: a node begins.
        case begin(Kind, start: Int)
        /// A matched closer: it ends.
        case end(Int)
        case address(destination: [UInt8], TextRange, Range<Int>)
        case mention(label: TextRange, Range<Int>)
        /// `[^label]:` at the beginning of a line.
        case note(label: TextRange, Range<Int>)
        case nothing
    }

    /// A mark that may open or close something.
    enum Mark: Int {
        case tilde, doubleTilde, wikiOpen, wikiClose

        var group: Int { self == .wikiClose ? Mark.wikiOpen.rawValue : rawValue }
    }

    private struct Opener {
        let step: Int
        let group: Int
        let depth: Int
        let linkCount: Int
    }

    var steps: [Step] = []
    /// Whether a mark at each step can open or close, by the flanking rules; only marks have an entry.
    var flanks: [Int: (opens: Bool, closes: Bool)] = [:]
    private var openers: [Opener] = []
    /// For each group of marks, the places of its openers in ``openers``.
    private var openersByGroup: [[Int]] = [[], [], []]
    private var linkCount = 0

    init(source: CmarkParser.Bytes, extensions: MarkdownParser.Extensions, verbatim: Set<Int>) {
        self.source = source
        self.extensions = extensions
        self.verbatim = verbatim
    }

    /// Rewrites the nodes from `first` on.
    ///
    /// `start` is where the leaf's content begins.
    mutating func rewrite(from first: Int, in builder: inout TreeBuilder, start: Int) {
        let nodes = builder.takeNodes(from: first)
        cut(nodes, first: first, start: start)
        match()
        write(to: &builder)
    }

    // MARK: Cutting

    private mutating func cut(_ nodes: [Node], first: Int, start: Int) {
        var open: [(end: Int, isLink: Bool)] = []
        var links = 0
        var index = 0
        var lineStarts = true
        while index < nodes.count || !open.isEmpty {
            if let last = open.last, last.end <= index + first {
                open.removeLast()
                if last.isLink { links -= 1 }
                steps.append(.leave)
                continue
            }
            let node = nodes[index]
            switch node.kind {
            case .emphasis, .strong, .strikethrough, .element, .link, .image:
                let isLink = isLink(node.kind)
                if isLink { links += 1 }
                open.append((node.end, isLink))
                steps.append(.enter(node))
                index += 1
            case .text:
                let run = verbatimRun(nodes, from: index, first: first)
                if run > index {
                    cutText(nodes[index..<run], inLink: links > 0, mayBeginNote: lineStarts && open.isEmpty)
                    index = run
                } else {
                    if case .text(let piece) = node.kind { steps.append(.text(piece, node.range)) }
                    index += 1
                }
            default:
                steps.append(.leaf(node))
                index += 1
            }
            lineStarts = open.isEmpty && endsLine(node)
        }
    }

    /// Whether a node is a break; one that is a tag ends no line of the source.
    private func endsLine(_ node: Node) -> Bool {
        guard node.kind == .softBreak || node.kind == .lineBreak else { return false }
        let start = node.range.lowerBound
        return start >= source.count || source[start] != UInt8(ascii: "<")
    }

    private func isLink(_ kind: Kind) -> Bool {
        switch kind {
        case .link, .image: true
        default: false
        }
    }

    /// The end of the run of verbatim texts that touch each other in the source.
    private func verbatimRun(_ nodes: [Node], from index: Int, first: Int) -> Int {
        var end = index
        while end < nodes.count, case .text = nodes[end].kind, verbatim.contains(end + first) {
            if end > index, nodes[end - 1].range.upperBound != nodes[end].range.lowerBound { break }
            end += 1
        }
        return end
    }

    private mutating func cutText(_ run: ArraySlice<Node>, inLink: Bool, mayBeginNote: Bool) {
        guard let head = run.first, let tail = run.last, case .text(let text) = head.kind else { return }
        let cutter = TextCutter(
            source: source, range: head.range.lowerBound..<tail.range.upperBound, textStart: text.bounds.lowerBound,
            extensions: extensions, inLink: inLink, mayBeginNote: mayBeginNote)
        cutter.cut(into: &self)
    }

    // MARK: Matching

    private mutating func match() {
        var depth = 0
        for index in steps.indices {
            switch steps[index] {
            case .enter(let node):
                if isLink(node.kind) { linkCount += 1 }
                depth += 1
            case .leave:
                depth -= 1
                while let last = openers.last, last.depth > depth { popOpener() }
            case .address, .mention: linkCount += 1
            case .mark(let mark, _, _): match(mark, at: index, depth)
            default: break
            }
        }
    }

    private mutating func match(_ mark: Mark, at index: Int, _ depth: Int) {
        let flank = flanks[index] ?? (mark == .wikiOpen, mark == .wikiClose)
        if flank.closes, let place = openersByGroup[mark.group].last, openers[place].depth == depth {
            let opener = openers[place]
            if mark != .wikiClose {
                while openers.count > place { popOpener() }
                Strikethrough.join(&steps, opener.step, index)
                return
            }
            while openers.count > place { popOpener() }
            if opener.linkCount == linkCount, WikiLinks.join(&steps, opener.step, index, source) { linkCount += 1 }
            return
        }
        guard flank.opens else { return }
        openersByGroup[mark.group].append(openers.count)
        openers.append(Opener(step: index, group: mark.group, depth: depth, linkCount: linkCount))
    }

    private mutating func popOpener() {
        guard let last = openers.popLast() else { return }
        openersByGroup[last.group].removeLast()
    }

    // MARK: Writing

    private func write(to builder: inout TreeBuilder) {
        for step in steps {
            switch step {
            case .enter(let node): builder.enter(node.kind, node.range)
            case .leave: builder.leave()
            case .leaf(let node): builder.leaf(node.kind, node.range)
            case .text(let text, let range), .mark(_, let text, let range):
                if !text.isEmpty { builder.appendText(text, range) }
            case .begin(let kind, let start): builder.enter(kind, start..<start)
            case .end(let end):
                let index = builder.leave()
                builder.setRange(of: index, builder.nodes[index].range.lowerBound..<end)
            case .address(let destination, let text, let range):
                let kept = destination.withUnsafeBufferPointer { builder.keep($0) }
                builder.enter(.link(destination: kept, title: .empty), range)
                builder.appendText(text, range)
                builder.leave()
            case .mention(let label, let range):
                builder.leaf(.footnoteReference(label: label, number: 0, occurrence: 0), range)
            case .note(let label, let range): beginNote(label, range, &builder)
            case .nothing: break
            }
        }
    }

    /// Ends the paragraph (and the note) so far, and begins a note with a paragraph of its own.
    private func beginNote(_ label: TextRange, _ range: Range<Int>, _ builder: inout TreeBuilder) {
        guard let paragraph = builder.open.last, builder.nodes[paragraph].kind == .paragraph else { return }
        let end = builder.nodes[paragraph].range.upperBound
        if paragraph == builder.nodes.count - 1 {
            builder.abandonOpened()
        } else {
            builder.dropTrailingBreak()
            builder.setRange(
                of: paragraph, min(builder.nodes[paragraph].range.lowerBound, range.lowerBound)..<range.lowerBound)
            builder.leave()
            if let note = builder.open.last, case .footnoteDefinition = builder.nodes[note].kind {
                builder.setRange(of: note, builder.nodes[note].range.lowerBound..<range.lowerBound)
                builder.leave()
            }
        }
        builder.enter(.footnoteDefinition(label: label, number: 0), range.lowerBound..<max(range.upperBound, end))
        builder.enter(.paragraph, range.upperBound..<max(range.upperBound, end))
    }
}
