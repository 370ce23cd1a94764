/// A run of words that markup does not interrupt: a text node and those after it, with breaks between them as `\n`.
package struct TextRun: Sendable, Hashable {
    /// Its bytes, in one piece in ``Document/text``.
    package let text: TextRange
    /// Indices of its nodes: texts and breaks.
    package let nodes: Range<Int>
}

extension Document {
    /// The runs of running text: none inside links, images, headings, code.
    ///
    /// A wiki link is a link; what stands in emphasis is a run of its own. O(nodes).
    package func textRuns() -> [TextRun] {
        var runs: [TextRun] = []
        var index = 0
        var ends: [Int] = []
        while index < nodes.count {
            while let end = ends.last, end <= index { ends.removeLast() }
            switch nodes[index].kind {
            case .heading, .link, .image, .wikiLink: index = nodes[index].end
            case .text(let text):
                let run = textRun(at: index, text, limit: ends.last ?? nodes.count)
                runs.append(run)
                index = run.nodes.upperBound
            default:
                if nodes[index].end > index + 1 { ends.append(nodes[index].end) }
                index += 1
            }
        }
        return runs
    }

    /// The run that begins with the text node at an index; `limit` is the end of the node around it.
    func textRun(at index: Int, _ text: TextRange, limit: Int) -> TextRun {
        var end = index + 1
        var bound = text.bounds.upperBound
        while end + 1 < limit, isBreak(nodes[end].kind), case .text(let next) = nodes[end + 1].kind,
            next.bounds.lowerBound == bound + 1
        {
            bound = next.bounds.upperBound
            end += 2
        }
        return TextRun(text: TextRange(text.bounds.lowerBound..<bound), nodes: index..<end)
    }

    /// The breaks in a run that an editor made, by their offsets in its text.
    package func hardBreaks(of run: TextRun) -> [Int] {
        run.nodes.compactMap { index in
            guard nodes[index].kind == .lineBreak, case .text(let text) = nodes[index - 1].kind else { return nil }
            return text.bounds.upperBound - run.text.bounds.lowerBound
        }
    }

    private func isBreak(_ kind: Kind) -> Bool { kind == .softBreak || kind == .lineBreak }

    /// Where a piece of a run stands in the source file; near the place where escapes or entities stand before it.
    package func sourceRange(of piece: Range<Int>, in run: TextRun) -> Range<Int> {
        let start = sourceOffset(piece.lowerBound, in: run, isEnd: false)
        return start..<max(start, sourceOffset(piece.upperBound, in: run, isEnd: true))
    }

    private func sourceOffset(_ place: Int, in run: TextRun, isEnd: Bool) -> Int {
        for index in run.nodes {
            guard case .text(let text) = nodes[index].kind else { continue }
            if place < text.bounds.upperBound || (isEnd && place == text.bounds.upperBound) {
                let offset = max(place - text.bounds.lowerBound, 0)
                return min(nodes[index].range.lowerBound + offset, nodes[index].range.upperBound)
            }
        }
        return run.nodes.last.map { nodes[$0].range.upperBound } ?? 0
    }
}
